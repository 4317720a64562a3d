"""Short forms that staff may write in place of a mapping: one plain line split into fields."""

from __future__ import annotations

import re

_TITLE_LENGTH = 40


def title_and_text(line: str) -> dict[str, str]:
    """Split ``微心愿：员工家庭…`` at its first full-width colon; a line without one is all text.

    A colon after a full stop or far into the line belongs to a sentence, not to a title.
    """
    title, colon, text = line.partition("：")
    if not colon or not text.strip() or len(title) > _TITLE_LENGTH or re.search(r"[。；，]", title):
        return {"text": line}
    return {"title": title, "text": text}


def title_only(line: str) -> dict[str, str]:
    """Take a whole line as a title, split from an explanation behind a full-width colon."""
    parts = title_and_text(line)
    return parts if "title" in parts else {"title": line}


def name_and_text(line: str) -> dict[str, str]:
    """Split ``点单：群众提出需求`` into name and text; a line without a colon is a name."""
    parts = title_and_text(line)
    return {"name": parts["title"], "text": parts["text"]} if "title" in parts else {"name": line}


def name_and_unit(line: str) -> dict[str, str]:
    """Split ``王伟（青岛市某某志愿服务队）`` into name and unit."""
    match = re.fullmatch(r"(.+?)\s*[（(](.+)[）)]", line)
    return {"name": match[1], "unit": match[2]} if match else {"name": line}
