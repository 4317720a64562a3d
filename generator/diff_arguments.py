"""The arguments of the commands that compare: ``diff`` and ``snapshot``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.changes.rendered import CHANGE_FORMATS
from generator.problems import Phrase

_Option = tuple[str, Phrase, dict[str, Any]]
_DIFF: tuple[_Option, ...] = (
    (
        "old",
        Phrase(
            "旧的：项目文件夹、网站文件夹、它的 data 文件夹，或 snapshots 里的一份存档",
            "the old state: a project's folder, a site, its folder data, or a file of snapshots",
        ),
        {"type": Path, "metavar": "OLD"},
    ),
    (
        "new",
        Phrase("新的，同上；不写就是现在的项目", "the new state, likewise (default: the project itself)"),
        {"type": Path, "metavar": "NEW", "nargs": "?"},
    ),
    (
        "--format",
        Phrase("写成什么样，不写就是 text", "how to tell it (default: text)"),
        {"default": "text", "choices": CHANGE_FORMATS},
    ),
    (
        "--output",
        Phrase("写进一个文件，要么完整，要么不写", "write it into a file, whole or not at all"),
        {"type": Path, "metavar": "FILE"},
    ),
)
_SNAPSHOT: tuple[_Option, ...] = (
    ("year", Phrase("哪一年的，例如 2025", "of which year, such as 2025"), {"metavar": "YEAR"}),
    (
        "--replace",
        Phrase("这一年已经存过、内容不同的，换成现在的", "write anew what was kept of that year"),
        {"action": "store_true"},
    ),
)
COMPARING: dict[str, tuple[Phrase, str, tuple[_Option, ...]]] = {
    "diff": (
        Phrase("两份数据比一比：多了什么、变了什么", "compare two states of the data"),
        "showcase diff snapshots/2025.json --format html --output a.html",
        _DIFF,
    ),
    "snapshot": (
        Phrase(
            "把现在公开的数据存成一年的存档（snapshots/），网站有“更新”一页",
            "keep the public data of a year in snapshots/, from which the site tells what has changed",
        ),
        "showcase snapshot 2025",
        _SNAPSHOT,
    ),
}
