"""The archive check finds printed words as a whole, whatever the print's spaces."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.recipes.check import CheckOptions, check
from generator.rules.archive import contains, fold
from tests.conftest import Project


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("共有 42 项\n志愿活动", "42项", True),
        ("共有１２３人", "123人", True),
        ("超过128名", "28名", False),
        ("公里，100余名", "100余名", True),
        ("公里,100余名", "100余名", True),
        ("1,100余名", "100余名", False),
        ("近18萬志愿者", "18萬", False),
        ("近18萬志愿者", "近18萬", True),
        ("245万余人", "245万", False),
        ("20余类160门", "20余类", True),
        ("29.6万小时", "9.6万小时", False),
        ("14.47%", "14", False),
        ("共83948。", "83948", True),
    ],
)
def test_words_are_found_whole(text: str, words: str, *, found: bool) -> None:
    """A number is found only where nothing of it, and no qualifier, is cut off."""
    assert contains(fold(text), fold(words)) is found


def test_check_with_archive(project: Project, tmp_path: Path) -> None:
    """Figures, targets and counts that are not in their document's text are reported at their value."""
    archive = tmp_path / "archive"
    archive.mkdir()
    (archive / "doc.txt").write_text("注册志愿者245万余人，目标300万人。", encoding="utf-8")
    folder = project("""
        content/documents/doc.yml:
            name: 一份来源
            type: 新闻报道
            date: 2023
            archive: doc.txt
        content/documents/lost.yml:
            name: 丢了的
            type: 新闻报道
            archive: ../../../etc/passwd
        content/places/city.yml:
            name: 某市
            level: 市
            source: doc
            figures:
              - 注册志愿者: 245万余人
              - {metric: 注册志愿者, value: 245万人, as_of: 2022}
            goals:
              - {text: 到300万, target: 300万人}
              - {text: 到400万, target: 400万人}
    """)
    found = [
        (p.code, p.location.line, p.location.column, p.field) for p in check(folder, CheckOptions(archive)).problems
    ]
    assert found == [
        ("archive-file-missing", 3, 10, "archive"),
        ("words-not-found", 6, 28, "figures[1].value"),
        ("words-not-found", 9, 27, "goals[1].target"),
    ]
