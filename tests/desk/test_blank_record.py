"""Blank records: every field is laid out, what must be filled in stands open, and no text breaks out of its line."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.desk.blank_record import Given, blank_record, yaml_text
from generator.reading.files import SourceFile
from generator.reading.nodes import Mapping, Text
from generator.reading.yaml_text import read_yaml
from generator.records.declared import fields_of
from generator.records.kinds import BY_NAME, KINDS, Kind


def pairs_of(text: str) -> dict[str, object]:
    """Return what YAML reads out of a text: its keys with their values."""
    tree, problems = read_yaml(SourceFile("projects/a.yml", text))
    assert problems == []
    assert isinstance(tree, Mapping)
    return {pair.key.value: pair.value for pair in tree.pairs}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_is_laid_out(kind: Kind) -> None:
    """What must be filled in stands open and empty; every other field is a remark with its help."""
    text = blank_record(kind, "a", Given())
    shapes = [shape for shape in fields_of(kind.model).values() if shape.name not in {"id", "formerly", "accept"}]
    open_ones = {shape.label for shape in shapes if shape.required or shape.name in kind.asks}
    found = pairs_of(text)
    assert found.keys() == open_ones
    assert all(isinstance(value, Text) and not value.value for value in found.values())
    for shape in shapes:
        assert re.search(rf"^(?:# )?{shape.label}:", text, re.MULTILINE), shape.label
        assert shape.help in text or "选一个" in text, shape.label


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_remark_can_become_a_field(kind: Kind) -> None:
    """With ``# `` taken from the front of the optional lines the file still reads, as fields of its kind."""
    text = blank_record(kind, "a", Given())
    head, _, optional = text.partition("# ---- 选填")
    lines = [line.removeprefix("# ") if re.match(r"# +(?:-|[^ #]+:)", line) else line for line in optional.splitlines()]
    labels = {shape.label for shape in fields_of(kind.model).values()}
    found = pairs_of(head + "\n".join(lines).partition("\n")[2])
    assert found.keys() <= labels
    assert len(found) == len(labels) - 3


def test_known_records_are_offered() -> None:
    """A field that refers to a record says which there are; where there is none, of what one is needed."""
    text = blank_record(BY_NAME["team"], "a", Given(known=lambda kind: ["donghu（东湖区）"] if kind == "place" else []))
    assert "# 地区:  # 所在地区的编号；跨几个地区的，一行一个，主要的写在前面。这里有 donghu（东湖区）" in text
    assert "# 上级队伍:  # 上级组织的编号。要先有队伍的记录" in text


def test_categories_of_a_roll() -> None:
    """The categories that are known stand below the roll, each with a line to be filled."""
    text = blank_record(BY_NAME["edition"], "a", Given(categories=("最美志愿者", "甲: 乙 #3")))
    [roll] = [value for key, value in pairs_of(text).items() if key == "获奖名单"]
    assert isinstance(roll, Mapping)
    assert [pair.key.value for pair in roll.pairs] == ["最美志愿者", "甲: 乙 #3"]


@given(st.text(max_size=30))
def test_any_text_is_read_back(text: str) -> None:
    """A name with any sign of YAML's in it is read back as the same text, on its one line."""
    written = yaml_text(text)
    assert "\n" not in written
    plain = text.encode("utf-8", "replace").decode("utf-8").strip()
    if re.fullmatch(r"[ -~\u4e00-\u9fff“”：，。、（）]*", plain):
        value = pairs_of(f"a: {written}\n")["a"]
        assert isinstance(value, Text)
        assert value.value == plain


@pytest.mark.parametrize(
    "word", ["no", "null", "~", "2024", "1.10", "true", "[a]", "{a}", "- a", "a: b", "甲 #乙", "'甲'"]
)
def test_words_with_a_meaning_of_their_own_are_quoted(word: str) -> None:
    """What some reader of YAML would take for something else than text is put between quotes."""
    assert yaml_text(word).startswith('"')
    assert yaml_text("青岛市“红飘带”志愿服务队（总队）") == "青岛市“红飘带”志愿服务队（总队）"
