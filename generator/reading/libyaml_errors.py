"""Say in a layman's words what libyaml could not read.

In go the text and libyaml's error; out comes one problem at the narrowest place that a reader would look at.
libyaml often stops lines after the mistake, so the lines just above its mark are searched for the usual slips first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from generator.problems import Location, Phrase, Problem
from generator.reading.characters import WIDE_SPACES
from generator.reading.files import SourceFile
from generator.reading.indents import indent_of, wrong_indent
from generator.reading.numbering import BULLETS

# A label of up to twelve characters, then a colon of the Chinese keyboard and something behind it.
_FULL_WIDTH_COLON = re.compile(r"^\s*(?:- +)?([A-Za-z_一-鿿]{1,12})：")
_TIGHT_COLON = re.compile(r"^\s*(?:- +)?([A-Za-z_一-鿿]{1,12}):(?=[^\s/])")
_WRONG_DASH = re.compile(rf"^\s*(?:-(?=[^\s-])|[－–—](?![－–—])|[{BULLETS}*](?=\s))")
# A field, or a category of a roll.
_NAME = re.compile(r"[^\s:：，。；,;\"'-][^:：，。；,;\"']{0,20}")
# 地区=qingdao, 地区 qingdao: a key, and a word that can be no more of a text above it.
_NO_COLON = re.compile(
    r"^\s*([A-Za-z_\u4e00-\u9fff]{2,12})(?:[ \t\u3000]*[=＝][ \t\u3000]*\S|[ \t\u3000]+[a-z0-9][a-z0-9-]*$)"
)
_WIDE_SPACE = re.compile(
    rf"^[ ]*(?:-[ ]*)?([{WIDE_SPACES}])|^\s*(?:- +)?[A-Za-z_\u4e00-\u9fff]{{1,12}}:([{WIDE_SPACES}])"
)
_TWO_COLONS = re.compile(r"^(\s*(?:- +)?([^\s:\"']+): .*?)(?=:(?:\s|$))")
_QUOTED = re.compile(r"^\s*(?:- +)*(?:[^\s\"'#][^:#\"']*: +)?([\"'])")
# [示范]社区: brackets that begin a value and do not end it.
_BRACKET_THEN_TEXT = re.compile(r"^(\s*(?:- +)?(?:[^\s:\"'#]+:\s+)?)([\[{])[^\]}]*[\]}]\s*[^\s,#\]}]")
_TEXT_BEGUN = re.compile(r"^\s*(?:- +)?[^\s:\"'#]+:\s+[^\s\[{\"'#].*$|^[\u4e00-\u9fff“《（][^:]*$")
_LOOK_BACK = 3

_INDENT = (
    Phrase("缩进与上面的行不一致", "the indent does not agree with the lines above"),
    Phrase("和上面同一层的行比一比，行首的空格改得一样多", "give it as many spaces as the lines of its group have"),
)
_IN_QUOTES = Phrase("给整段内容加上英文双引号", "put the whole value in double quotes")
# libyaml's English, by a piece of it, in words for both readers: what is wrong, and the mend.
_REASONS = {
    "mapping values are not allowed": (
        Phrase("这一行接着上一行的话，却又有英文冒号", "this line goes on with the text above, and has a colon"),
        Phrase(
            "是另一个栏目，行首的空格改得和上一行一样多；是上一行的话，冒号改成中文的“：”",
            "a field of its own is indented as the line above; in a text write a full-width colon",
        ),
    ),
    "could not find expected ':'": (
        Phrase("这一行缺少“: ”（半角冒号加空格）", "this line lacks ': ' (colon and space)"),
        Phrase(
            "是栏目，名称后面写英文冒号，再空一格写内容；是上一行的话，接到上一行末尾",
            "behind the name of a field write a colon, a space and the value; join a text to the line above",
        ),
    ),
    "unknown escape character": (
        Phrase("双引号里的反斜线“\\”有特别的意思", "a backslash in double quotes is an escape"),
        Phrase("把内容两头的双引号换成单引号 '", "use single quotes in place of the double ones"),
    ),
    "chomping or indentation": (
        Phrase("内容以“>”或“|”开头，这是特殊符号", "the value begins with > or |, which are signs"),
        _IN_QUOTES,
    ),
    "block end": _INDENT,
    "block collection": _INDENT,
    "',' or ']'": (
        Phrase("方括号没有写完", "a square bracket is not closed"),
        Phrase("在最后一项后面补上“]”", "write ] behind its last item"),
    ),
    "',' or '}'": (
        Phrase("花括号没有写完", "a curly bracket is not closed"),
        Phrase("在最后一项后面补上“}”", "write } behind its last item"),
    ),
}
_UNKNOWN = (
    Phrase("格式不对", "the form is wrong"),
    Phrase(
        "内容里有“: ”或“ #”时，给整段内容加英文引号",
        "quote a value that holds ': ' or ' #'",
    ),
)
# Excel puts tabs between the cells of a row.
_ROW = re.compile(r"\S[^\t]*\t+[^\t]*\S")


def syntax_problem(source: SourceFile, error: yaml.YAMLError) -> Problem:
    """Turn libyaml's error into one problem."""
    if isinstance(error, yaml.reader.ReaderError):
        return _control_character(source, error)
    line, column, text = _marks(error)
    if "nesting depth" in text:
        # libyaml looks ahead for the end of a flow, and stops at a depth of its own before our count begins.
        return Problem("too-deep", Location(source.path, line, column))
    lines = source.lines
    for number in range(line, max(0, line - _LOOK_BACK), -1):
        slip = _slip(source.path, lines, number)
        if slip is not None and (number == line or _explains(slip, lines[number - 1], text)):
            return slip
    quote = _open_quote(source.path, lines[:line])
    if quote is not None:
        return quote
    if "flow" in text:
        # The bracket that was opened says more than the line where libyaml gave up.
        line, column = _spot(error, "context_mark") or (line, column)
    return _named(source.path, lines, line, column, text)


def _named(path: str, lines: Sequence[str], line: int, column: int, text: str) -> Problem:  # noqa: PLR0911 - one return a sort of stop
    """Name what libyaml stopped at, at its own mark."""
    here = lines[line - 1] if line <= len(lines) else ""
    location = Location(path, line, column)
    if "flow" in text and (comma := here.find("，", column - 1)) >= 0 and re.search("[：，][^，]*[:：]", here[column:]):
        return Problem("full-width-comma", Location(path, line, comma + 1))
    if match := _BRACKET_THEN_TEXT.match(here):
        return Problem("reserved-character", Location(path, line, match.end(1) + 1), "", {"char": match[2]})
    if "could not find expected ':'" in text and (problem := _without_colon(path, lines, line, column)):
        return problem
    if "mapping values are not allowed" in text and (match := _TWO_COLONS.match(here)):
        return Problem("colon-in-value", Location(path, line, match.end(1) + 1), details={"key": match[2]})
    if "cannot start any token" in text:
        char = here[column - 1 : column]
        return Problem("tab-indent" if char == "\t" else "reserved-character", location, "", {"char": char})
    if "anchor" in text or "alias" in text:
        return Problem("yaml-alias", location)
    if "tag" in text:
        return Problem("yaml-tag", location)
    if misplaced := _misplaced(path, lines, line, column, text):
        return misplaced
    reason, mend = next((words for piece, words in _REASONS.items() if piece in text), _UNKNOWN)
    return Problem("yaml-syntax", location, details={"reason": reason, "mend": mend})


def _misplaced(path: str, lines: Sequence[str], line: int, column: int, text: str) -> Problem | None:
    """Return the problem of a line that fits in nowhere; one that is much deeper may be more of the text above."""
    problem = wrong_indent(path, lines, line) if line <= len(lines) else None
    if problem is None:
        return None
    if "block" in text:
        return problem if column == problem.location.column else None
    by_one = abs(int(str(problem.details["has"])) - int(str(problem.details["wants"]))) == 1
    is_item = lines[line - 1].lstrip().startswith("- ")
    return problem if "mapping values are not allowed" in text and (by_one or is_item) else None


def is_row(line: str) -> bool:
    """Return whether a line looks like a row of a spreadsheet: words with tabs between them."""
    return _ROW.search(line) is not None and ": " not in line


def _without_colon(path: str, lines: Sequence[str], line: int, column: int) -> Problem | None:
    """Name a line that is no field: a row of a spreadsheet, an item without its dash, more of the text above."""
    here = lines[line - 1] if line <= len(lines) else ""
    start = indent_of(here) + 1
    if _ROW.search(here):
        return Problem("pasted-table", Location(path, line, column))
    if _lacks_dash(lines, line):
        return wrong_dash(path, here, line, start)
    return Problem("wrapped-text", Location(path, line, start)) if _goes_on(lines, line) else None


def _lacks_dash(lines: Sequence[str], line: int) -> bool:
    """Return whether a line stands right below the dashes of a list, and has none."""
    above = next((own for own in reversed(lines[: line - 1]) if own.strip()), "")
    here = lines[line - 1] if line <= len(lines) else ""
    return above.lstrip().startswith("- ") and 0 < indent_of(above) == indent_of(here)


def _goes_on(lines: Sequence[str], line: int) -> bool:
    """Return whether a line goes on with the text above it, without the indent that it should have."""
    above = next((own for own in reversed(lines[: line - 1]) if own.strip()), "")
    here = lines[line - 1] if line <= len(lines) else ""
    return _TEXT_BEGUN.match(above) is not None and re.match(r"\s*[\u4e00-\u9fff“《（]", here) is not None


def _open_quote(path: str, lines: Sequence[str]) -> Problem | None:
    """Find the first value that begins with a quote and does not end with it on its line."""
    for number, line in enumerate(lines, 1):
        match = _QUOTED.match(line)
        if match and number == len(lines) and (inside := _quote_inside(line[match.end() :].rstrip(), match[1])):
            # 'it's' and "他说"好"。": the same quotes inside.
            spot = Location(path, number, match.start(1) + 1)
            return Problem("text-after-quote", spot, "", {"words": inside[0], "rest": inside[1]})
        if match and not re.search(rf"(?<!\\){match[1]}\s*(?:[,\]}}].*|#.*)?$", line[match.end() :]):
            spot = Location(path, number, match.start(1) + 1)
            words, closing, rest = line[match.end() :].partition(match[1])
            if not closing or match[1] in rest:
                return Problem("unclosed-quote", spot)
            # Closed on its line, and followed by text: "小书屋"志愿服务项目.
            return Problem("text-after-quote", spot, "", {"words": words, "rest": rest.strip()})
    return None


def _quote_inside(value: str, quote: str) -> tuple[str, str] | None:
    """Return what stands before and behind the first quote inside a value that ends with the same; None without one."""
    words, found, rest = value[:-1].replace(quote * 2 if quote == "'" else "\\" + quote, "  ").partition(quote)
    return (words, rest + quote) if found and value.endswith(quote) and rest[:1] not in {",", "]", "}", ":"} else None


def line_slip(source: SourceFile, number: int) -> Problem | None:
    """Return the usual slip on one line, or None."""
    return _slip(source.path, source.lines, number)


def _explains(slip: Problem, line: str, text: str) -> bool:
    """Return whether a slip above the mark is why libyaml stopped: ``- 微心愿：结对`` is a sound item of a list."""
    is_item = slip.code == "full-width-colon" and line.lstrip().startswith("- ")
    return not is_item or "mapping values are not allowed" in text


def _slip(path: str, lines: Sequence[str], number: int) -> Problem | None:
    line = lines[number - 1] if number <= len(lines) else ""
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        return Problem("tab-indent", Location(path, number, indent.index("\t") + 1))
    if match := _WIDE_SPACE.match(line):
        return Problem("full-width-space", Location(path, number, match.start(match.lastindex or 0) + 1))
    if match := _FULL_WIDTH_COLON.match(line):
        return Problem("full-width-colon", Location(path, number, match.end()), details={"key": match[1]})
    if match := _TIGHT_COLON.match(line):
        return Problem("no-space-after-colon", Location(path, number, match.end()), details={"key": match[1]})
    if match := _WRONG_DASH.match(line):
        return wrong_dash(path, line, number, match.end())
    match = _NO_COLON.match(line)
    key = match[1] if match else line.strip() if is_key_without_colon(lines, number) else ""
    return Problem("missing-colon", Location(path, number, len(indent) + 1), "", {"key": key}) if key else None


def is_key_without_colon(lines: Sequence[str], number: int) -> bool:
    """Return whether a line is a short name alone, above a list that is indented deeper."""
    line = lines[number - 1] if number <= len(lines) else ""
    below = lines[number] if number < len(lines) else ""
    is_deeper = len(below) - len(below.lstrip()) > len(line) - len(line.lstrip())
    return is_deeper and below.lstrip().startswith(("- ", "• ", "· ")) and _NAME.fullmatch(line.strip()) is not None


def wrong_dash(path: str, line: str, number: int, column: int) -> Problem:
    """Return the problem of a dash that begins no item: the space behind it is missing, or it is a full-width one."""
    return Problem("no-space-after-dash", Location(path, number, column), "", {"start": line[column - 1 :][:2].strip()})


def _control_character(source: SourceFile, error: yaml.reader.ReaderError) -> Problem:
    position = next((i for i, char in enumerate(source.text) if ord(char) == error.character), 0)
    before = source.text[:position]
    location = Location(source.path, before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1)
    return Problem("control-character", location, details={"char": f"U+{error.character:04X}"})


def _marks(error: yaml.YAMLError) -> tuple[int, int, str]:
    text = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    # What began there says more than the place where libyaml gave up, which may be lines below.
    is_begun = any(word in text for word in ("simple key", "anchor", "alias", "tag"))
    spot = _spot(error, "context_mark") if is_begun else None
    line, column = spot or _spot(error, "problem_mark") or (1, 1)
    return line, column, text


def _spot(error: yaml.YAMLError, name: str) -> tuple[int, int] | None:
    mark = getattr(error, name, None)
    return (mark.line + 1, mark.column + 1) if mark else None
