"""The rule of comparability is told twice, for pages and for their script, and says the same."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path

from generator.catalogue.comparability import LABELS, NEAR, Comparability, reasons_of, side_by_side

HERE = Path(__file__).parent
CASES = 400


def cases() -> list[list[tuple[str, Comparability]]]:
    """Return made figures of one to seven places, often alike."""
    rng = random.Random(13)  # noqa: S311 - cases, not secrets
    made = []
    for _ in range(CASES):
        figures = [
            Comparability(
                sort=rng.choice(["市", "市", "市", "区县"]),
                unit=rng.choice(["人", "人", "人", "人次"]),
                scope=rng.choice([LABELS["usual"], LABELS["usual"], "只算城区"]),
                span=rng.choice(["", "", "3年"]),
                year=rng.choice(["2019", "2020", "2020", "2021", "2023", ""]),
                range=rng.choice(["", "", "", "", "3—5万人"]),
            )
            for _ in range(rng.randint(1, 7))
        ]
        made.append([(f"第{at}区", own) for at, own in enumerate(figures)])
    return made


def as_read_by_the_script(name: str, own: Comparability) -> dict[str, str]:
    """Return a figure as the attributes of its row; the usual scope is left out there."""
    facts = {fact: getattr(own, fact) for fact in ("sort", "unit", "scope", "span", "year", "range")}
    facts["scope"] = "" if own.scope == LABELS["usual"] else own.scope
    return {"label": name, **{fact: text for fact, text in facts.items() if text}}


def test_page_and_script_decide_alike(node: str) -> None:
    """Of any figures the script lets the same stand side by side, and gives the same reasons, as the page does."""
    made = cases()
    asked = {
        "words": {**LABELS, "near": NEAR},
        "cases": [[as_read_by_the_script(*figure) for figure in figures] for figures in made],
    }
    command = [node, str(HERE / "same_rule.mjs")]
    said = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True).stdout
    ours = [{"alike": [*side_by_side([own for _, own in figures])], "reasons": reasons_of(figures)} for figures in made]
    assert json.loads(said) == ours
    assert sum(1 for one in ours if one["alike"]) > CASES // 8
