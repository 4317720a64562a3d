"""Join the lines of a Chinese text without the spaces that YAML and Markdown put between them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.reading.numbering import BULLETS, NUMBERING

# Chinese characters and the punctuation that is typed with them.
_CHINESE = "\u2018-\u201d\u2026\u3001-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff5e\U00020000-\U000323af"
_WRAPPED = re.compile(rf"(?<=[{_CHINESE}])[ \t]*\r?\n[ \t]*(?=[{_CHINESE}])")
_NUMBERED = re.compile(rf"{NUMBERING}|[{BULLETS}]")
_IS_CHINESE = re.compile(f"[{_CHINESE}]")


def joined(value: str, lines: Iterable[str]) -> str:
    """Return a text that YAML has folded, without the space between two Chinese characters at each end of a line.

    ``lines`` are those of the file on which it stands; a space inside a line stays.
    """
    text, at = "", 0
    for line in lines:
        words = line.strip().rstrip("\"'")
        start = value.find(words, at) if words else -1
        if start < 0:
            continue
        between = value[at:start]
        # A numbered line begins an item, which runs on with nothing.
        is_wrap = (
            not _NUMBERED.match(words)
            and between == " "
            and text
            and _IS_CHINESE.match(text[-1])
            and _IS_CHINESE.match(words)
        )
        text += ("" if is_wrap else between) + words
        at = start + len(words)
    return text + value[at:]


def unwrapped(html: str) -> str:
    """Return HTML without the line ends between Chinese characters, which browsers show as spaces; code keeps its."""
    parts = re.split(r"(<pre\b.*?</pre>)", html, flags=re.DOTALL | re.IGNORECASE)
    return "".join(part if at % 2 else _WRAPPED.sub("", part) for at, part in enumerate(parts))
