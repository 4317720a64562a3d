"""Golden folders: a small project and the whole site that it must give, compared both ways."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from markupsafe import Markup

from generator.composing import compose
from generator.pages.site import prose_page
from generator.pipeline import check
from generator.publish.output import Output

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path.parent for path in GOLDEN.glob("*/mkdocs.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_golden(case: Path, tmp_path: Path, *, renew: bool) -> None:
    """A project gives exactly the files that lie in its ``site`` folder, byte for byte."""
    output = Output(tmp_path)
    checked = check(case)
    assert checked.problems == []
    compose(checked, output, (prose_page("about.html", "关于", Markup("<p>说明。</p>"), "about.md"),))
    expected = case / "site"
    if renew:
        shutil.rmtree(expected, ignore_errors=True)
        shutil.copytree(tmp_path, expected, ignore=shutil.ignore_patterns("assets"))
    assert output.problems == []
    made = {path.relative_to(tmp_path).as_posix(): path for path in tmp_path.rglob("*") if path.is_file()}
    made = {name: path for name, path in made.items() if not name.startswith("assets/")}
    known = {path.relative_to(expected).as_posix(): path for path in expected.rglob("*") if path.is_file()}
    assert sorted(made) == sorted(known), "run `make renew` and read the diff"
    for name, path in made.items():
        assert path.read_bytes() == known[name].read_bytes(), f"{name}: run `make renew` and read the diff"
