"""Characters that do harm: wrong encodings, and characters that nobody sees.

In go a file's bytes or text; out come problems at line and column. Encodings that old Windows programs save are named,
so that the mend can be named too.
"""

from __future__ import annotations

import re

from generator.problems import Location, Phrase, Problem

# Text in UTF-16 has a zero byte in every ASCII character: two in a row show it. A single one is a stray character.
_BEGINNING = 1024
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF16 = re.compile(rb"\x00[^\x00]\x00")
# Spaces that look like a plain one or two, and are text for YAML: no indent, nothing that parts a key from its value.
WIDE_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_UNKNOWN = Phrase("不明", "unknown")
# Zero-width characters, direction marks, soft hyphens; a joiner between emoji is what it is for.
_INVISIBLE = re.compile(
    r"[\u2028\u2029\u0085\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]|(?<![\U0001f000-\U0001faff\ufe0f])\u200d"
)
# What a file cannot hold as it is, but an escape in double quotes can.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
# Spaces that web pages put in a row for the eye; those of an indent are another matter.
_NO_BREAK = re.compile(r"(?<=\S)\u00a0{2,}(?=\S)")
# Two characters or more that take two bytes each in UTF-8: what GBK looks like where it happens to be valid UTF-8.
_TWO_BYTES = re.compile(r"[\u0080-\u009f\u00a1-\u07ff]{2,}")
# How editors part lines; U+2028 and its like, which web pages bring along, part none.
_LINES = re.compile(r"\r\n|\r|\n")
# One look for any character that those above begin with, since nearly every file has none.
_HARMLESS = re.compile(r"[^\u0080-\u07ff\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]*")
_HAN = re.compile(r"[\u4e00-\u9fff]+")


def decode(path: str, data: bytes) -> str | Problem:
    """Return a file's bytes as text, or the problem of its encoding, with the encoding's name where it shows."""
    if data.startswith(_UTF16_MARKS) or _UTF16.search(data, 0, _BEGINNING):
        return Problem("not-utf8", Location(path), details={"encoding": "UTF-16"})
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", errors="replace")) + 1
        return Problem("not-utf8", Location(path, line, column), details={"encoding": _encoding(data)})


def character_problems(path: str, text: str) -> list[Problem]:
    """Return the places of invisible characters (the first of each line) and of text that looks garbled."""
    if _HARMLESS.fullmatch(text) or not any(harm.search(text) for harm in (_INVISIBLE, _TWO_BYTES, _NO_BREAK)):
        return []
    problems = []
    for number, line in enumerate(_LINES.split(text), 1):
        if match := _INVISIBLE.search(line) or _NO_BREAK.search(line):
            details = {"char": f"U+{ord(match[0][0]):04X}"}
            problems.append(Problem("invisible-character", Location(path, number, match.start() + 1), "", details))
        if match := _garbled(line):
            problems.append(Problem("mojibake", Location(path, number, match.start() + 1), "", {"words": match[0]}))
    return problems


def escaped_problem(source: str, text: str, location: Location) -> Problem | None:
    """Return the problem of a value that holds an unseen character by an escape; raw ones have been reported."""
    for code, harm in (("control-character", _CONTROL), ("invisible-character", _INVISIBLE)):
        if (match := harm.search(text)) and match[0] not in source:
            return Problem(code, location, "", {"char": f"U+{ord(match[0]):04X}"})
    return None


def without_invisible(text: str) -> str:
    """Return a text without the characters that nobody sees."""
    return _INVISIBLE.sub("", text)


def _garbled(line: str) -> re.Match[str] | None:
    for match in _TWO_BYTES.finditer(line):
        try:
            read_as_gbk = match[0].encode("utf-8").decode("gbk")
        except UnicodeDecodeError:
            continue
        if _HAN.fullmatch(read_as_gbk):
            return match
    return None


def _encoding(data: bytes) -> str | Phrase:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return _UNKNOWN
    return "GBK"
