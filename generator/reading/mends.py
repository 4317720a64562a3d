"""The line to copy: how a line with a slip of typing is to be written.

In go a problem of reading and the lines of its file; out comes the same problem with the whole line as it was meant,
where that is sure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.problems import Problem
from generator.reading.characters import without_invisible
from generator.reading.indents import indent_of, wanted_indent
from generator.reading.mended_lines import mended_line, mended_to, with_colon, with_plain_start

# The indent, dashes and key of a line, and its value.
_VALUE = re.compile(r"([ ]*(?:- +)*(?:[^\s\"'\[{#&*!|>@`%][^:#]*?:[ \t]+)?)(\S.*)")
# What a line begins with that is an item or a field of its own, and no more of a text.
_BEGINS = re.compile(r" *(?:- |[^\s:][^:]{0,30}:(?:\s|$))")
_STARTS = ("tab-indent", "full-width-space", "no-space-after-dash")
_ASCII_COLON = re.compile(r":(?:\s+|$)")
_CLOSING = {"”": '"', "’": "'"}


def with_line_to_copy(problem: Problem, lines: Sequence[str]) -> Problem:
    """Return a problem with its line as it should be typed, where that is known."""
    number = problem.location.line
    mend = _MENDS.get(problem.code)
    if mend is None or problem.mended or number > len(lines):
        return problem
    line = lines[number - 1]
    mended = mend(line, problem).rstrip()
    if problem.code in _STARTS and _BEGINS.match(mended):
        wants = wanted_indent([*lines[: number - 1], mended], number)
        mended = mended if wants is None else " " * wants + mended.lstrip()
    return replace(problem, mended=mended) if mended.strip() and mended != line.rstrip() else problem


def _typed(line: str, problem: Problem) -> str:
    is_flow = re.search(r"[\[{]", line[: problem.location.column - 1])
    return _with_ascii_commas(line, problem) if is_flow else mended_line(line)


def _begun(line: str, problem: Problem) -> str:
    """Return a line with a plain beginning; the colon of an item may be one of a sentence."""
    begun = with_plain_start(line)
    if begun.lstrip().startswith("- "):
        return begun
    return f"{' ' * indent_of(line)}- {line.lstrip()}" if problem.code == "no-space-after-dash" else mended_line(line)


def _seen(line: str, _: Problem) -> str:
    return without_invisible(line).replace("\u00a0", " ")


def _indented(line: str, problem: Problem) -> str:
    return mended_to(problem, line)


def _with_chinese_colons(line: str, problem: Problem) -> str:
    at = problem.location.column - 1
    return line[:at] + _ASCII_COLON.sub("：", line[at:])


def _quoted(line: str, _: Problem) -> str:
    """Return a line with its whole value in quotes; those of the other sort where it holds some."""
    match = _VALUE.fullmatch(line.rstrip())
    if match is None or match[2].startswith(("- ", '"', "'")):
        return line
    quote = "'" if '"' in match[2] else '"'
    return match[1] + quote + match[2].replace("\\", "、").replace("'", "''" if quote == "'" else "'") + quote


def _without_odd_quotes(line: str, problem: Problem) -> str:
    """Return ``"社区小书屋”`` without its quotes, which are no pair."""
    at, bare = problem.location.column - 1, line.rstrip()
    quote, last, words = bare[at : at + 1], bare[-1:], bare[at + 1 : -1]
    if quote == _CLOSING.get(last):
        return line[:at] + words
    return line


def _with_other_quotes(line: str, problem: Problem) -> str:
    """Return ``"小书屋"项目`` with Chinese quotes, and ``'it's'`` in quotes of the other sort."""
    at, value = problem.location.column - 1, line.rstrip()[problem.location.column - 1 :]
    quote, words = value[:1], value[1:-1]
    if value.endswith(quote) and quote == "'" and '"' not in words:
        return f'{line[:at]}"{words}"'
    if value.endswith(quote) and len(words) > 1 and words.count(quote):
        value = words
    return line[:at] + re.sub(rf"{quote}([^{quote}]*){quote}", r"“\1”", value)


def _with_ascii_commas(line: str, _: Problem) -> str:
    at = min((place for sign in "[{" if (place := line.find(sign)) >= 0), default=len(line))
    inside = re.sub(r"[，、]\s*", ", ", re.sub(r"：\s*", ": ", line[at:]))
    return line[:at] + inside


_Mend = Callable[[str, Problem], str]
_MENDS: dict[str, _Mend] = {
    "wrong-indent": _indented,
    "missing-colon": with_colon,
    "colon-in-value": _with_chinese_colons,
    "unclosed-quote": _without_odd_quotes,
    "text-after-quote": _with_other_quotes,
    "full-width-comma": _with_ascii_commas,
    **dict.fromkeys(("reserved-character", "yaml-alias", "yaml-tag", "swallowed-text"), _quoted),
    **dict.fromkeys(("full-width-colon", "no-space-after-colon"), _typed),
    **dict.fromkeys(_STARTS, _begun),
    "invisible-character": _seen,
}
