"""Words inside texts: where they stand in the file, however the text is written there."""

from __future__ import annotations

import pytest

from generator.reading.files import SourceFile
from generator.reading.nodes import Text, text_at
from generator.reading.words import place_of_word
from generator.reading.yaml_text import read_yaml

WAYS = {
    "in one line": ("简介: 每周六登记錯误。", (1, 10)),
    "in quotes": ('简介: "每周六登记錯误。"', (1, 11)),
    "with an escape before it": ("简介: '每''周''六登记錯误。'", (1, 15)),
    "over lines, folded": ("简介: 每周六\n  登记錯误。", (2, 5)),
    "in quotes over lines": ('简介: "每周六\n  登记錯误。"', (2, 5)),
    "in a block": ("简介: |\n  每周六\n\n  登记錯误。", (4, 5)),
    "in a folded block": ("简介: >-\n  每周六\n  登记錯误。", (3, 5)),
    "at the start of a block": ("简介: |\n  錯误。", (2, 3)),
}


@pytest.mark.parametrize("way", WAYS)
def test_word_is_found_where_it_stands(way: str) -> None:
    """A word inside a text is named at its own line and column, in whatever way YAML lets the text be written."""
    written, place = WAYS[way]
    source = SourceFile("a.yml", written)
    node, _ = read_yaml(source)
    assert node is not None
    text = text_at(node, ("简介",))
    assert text is not None
    assert place_of_word(source.lines, text, text.value, text.value.index("錯")) == place


def test_text_that_stands_nowhere_is_named_at_its_start() -> None:
    """A text that was changed when it was read, so that it cannot be followed, is named where it begins."""
    assert place_of_word(["简介: 甲乙"], Text("丙丁", 1, 5), "丙丁", 1) == (1, 5)
