"""Reading: places of every key and value, and nothing that breaks it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Problem
from generator.reading.files import SourceFile, read_file
from generator.reading.nodes import Mapping, Node, Sequence, Text, locate
from generator.reading.yaml_text import read_yaml
from generator.rules.manual import codes

SAMPLE = """\
名称: “梦圆”项目
figures:
  - 注册志愿者: 4527人
  - {metric: a, value: "12:30"}
summary: |
  第一行
  第二行
"""


def read(text: str) -> Node:
    """Return the tree of a sound text."""
    node, problems = read_yaml(SourceFile("a.yml", text))
    assert problems == []
    assert node is not None
    return node


@pytest.mark.parametrize(
    ("path", "spot"),
    [
        (("名称",), (1, 5)),
        (("figures",), (2, 1)),
        (("figures", 0), (3, 5)),
        (("figures", 0, "注册志愿者"), (3, 12)),
        (("figures", 1, "value"), (4, 24)),
        (("summary",), (5, 10)),
        (("figures", 1, "nosuch"), (4, 5)),
        (("nosuch", 3), (1, 1)),
    ],
)
def test_every_value_has_its_place(path: tuple[str | int, ...], spot: tuple[int, int]) -> None:
    """A path leads to line and column of its value, or of the nearest thing above it."""
    assert locate(read(SAMPLE), path) == spot


def texts_in(node: Node) -> list[Text]:
    """Return every value's text below a node, keys left out."""
    if isinstance(node, Text):
        return [node]
    below = node.items if isinstance(node, Sequence) else [pair.value for pair in node.pairs]
    return [text for inner in below for text in texts_in(inner)]


def test_places_point_at_the_words() -> None:
    """At the line and column of each plain value stands that value."""
    lines = SAMPLE.splitlines()
    for text in texts_in(read(SAMPLE)):
        if not text.quoted:
            assert lines[text.line - 1][text.column - 1 :].startswith(text.value)


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20))
def test_any_json_is_read_as_its_texts(value: object) -> None:
    """JSON is YAML: its texts come back as written, or the file is refused with a problem."""
    node, problems = read_yaml(SourceFile("a.yml", json.dumps(value, ensure_ascii=False)))
    assert all(isinstance(problem, Problem) for problem in problems)
    if not problems and node is not None:
        assert isinstance(node, Text | Mapping | Sequence)


@given(st.text(max_size=200))
def test_any_text_gives_a_tree_or_problems(text: str) -> None:
    """No text makes the reader fail, and each problem lies inside the file."""
    node, problems = read_yaml(SourceFile("a.yml", text))
    assert (node is None) <= bool(problems)
    for problem in problems:
        assert problem.code in codes()
        assert 1 <= problem.location.line <= len(text.splitlines()) + 1
        assert problem.message("zh")
        assert problem.help("en") is not None


def test_bombs_are_refused_at_once() -> None:
    """Nesting and aliases that would grow without end are refused where they begin."""
    deep = SourceFile("a.yml", "[" * 100_000)
    bomb = SourceFile("b.yml", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n")
    assert [problem.code for problem in read_yaml(deep)[1]] == ["too-deep"]
    assert [problem.code for problem in read_yaml(bomb)[1]] == ["yaml-alias"]


# The names under which the reader refuses a file's syntax.
REFUSALS = {
    "yaml-syntax", "tab-indent", "unclosed-quote", "full-width-colon", "full-width-space", "no-space-after-colon",
    "no-space-after-dash", "colon-in-value", "reserved-character", "control-character", "key-not-text", "yaml-alias",
    "yaml-tag", "several-documents", "empty-file", "too-deep", "text-after-quote", "wrapped-text", "full-width-comma",
    "missing-colon", "merge-conflict", "wrong-indent", "pasted-table",
}  # fmt: skip


def test_conformance_suite(corpora: Path) -> None:
    """At least 90 of the 94 invalid inputs are refused, and valid ones are read, or refused by name."""
    suite = corpora / "yaml-test-suite"
    found: dict[str, list[set[str]]] = {}
    for folder in ("valid", "error"):
        outcomes = [read_file(suite, path) for path in sorted((suite / folder).rglob("*.yaml"))]
        found[folder] = [
            {problem.code for problem in read_yaml(outcome)[1]} if isinstance(outcome, SourceFile) else {outcome.code}
            for outcome in outcomes
        ]
    assert (len(found["valid"]), len(found["error"])) == (308, 94)
    assert sum(bool(codes & REFUSALS) for codes in found["error"]) >= 90
    assert all(
        codes <= REFUSALS | {"swallowed-text", "duplicate-key", "invisible-character"} for codes in found["valid"]
    )


def test_a_link_to_outside_is_not_read(tmp_path: Path) -> None:
    """A link inside the project that leads outside is refused."""
    root = tmp_path / "project"
    root.mkdir()
    (tmp_path / "secret.yml").write_text("name: 秘密", encoding="utf-8")
    (root / "a.yml").symlink_to(tmp_path / "secret.yml")
    outcome = read_file(root, root / "a.yml")
    assert isinstance(outcome, Problem)
    assert outcome.code == "outside-project"


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    """A file past the limit is refused before its bytes are read."""
    with (tmp_path / "a.yml").open("wb") as file:
        file.truncate(9 * 1024 * 1024)
    outcome = read_file(tmp_path, tmp_path / "a.yml")
    assert isinstance(outcome, Problem)
    assert outcome.code == "file-too-large"


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    """Notepad's mark at the beginning of a file is not part of the first key."""
    (tmp_path / "a.yml").write_bytes(b"\xef\xbb\xbfname: x\r\n")
    source = read_file(tmp_path, tmp_path / "a.yml")
    assert isinstance(source, SourceFile)
    node, problems = read_yaml(source)
    assert problems == []
    assert isinstance(node, Mapping)
    assert node.pairs[0].key == Text("name", 1, 1)
