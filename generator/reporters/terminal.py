"""Problems for a person at a terminal.

In goes a report; out comes a block a problem with its source line and a caret, then counts by file and by rule.
Colour is asked for by the caller, who knows whether a terminal is there to show it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from generator.problems import Phrase, Problem
from generator.reporters.contents import MEND, SEVERITY, FileProblems, Report, closing, counted
from generator.reporters.excerpt import blank, cells, visible

_WIDTH = 100
# A summary is read at a glance; a longer list of files is no help.
_MOST_FILES = 20
_STYLES = {"error": "1;31", "warning": "1;33", "strong": "1", "dim": "2"}
_BY_FILE = Phrase("按文件：", "By file:")
_BY_RULE = Phrase("按规则：", "By rule:")


# Writes a text in a style, or leaves it as it is.
# So many lines are named where a problem is not shown again.
_MOST_LINES = 20
_Pen = Callable[[str, str], str]


def render_terminal(report: Report, *, colour: bool, most: int = 5) -> str:
    """Return the blocks, the summary and the closing line; at most ``most`` blocks of one code in one file."""
    pen = partial(_written, colour=colour)
    files = report.by_file(most)
    parts = [block for file in files for block in _file_blocks(file, report, pen)]
    if report.problems:
        parts.append(_summary(files, report, pen))
    return "\n\n".join([*parts, closing(report)]) + "\n"


def _file_blocks(file: FileProblems, report: Report, pen: _Pen) -> Iterator[str]:
    for problem in file.shown:
        yield "\n".join(_block(problem, report, pen))
    for code, lines in file.rest.items():
        count, where = len(lines), [str(line) for line in lines[:_MOST_LINES]]
        behind = ("……", " …") if count > _MOST_LINES else ("", "")
        more = Phrase(
            f"还有 {count} 处同样的问题 ({code})：第 {'、'.join(where)}{behind[0]} 行",
            f"{count} more of the same ({code}): line {', '.join(where)}{behind[1]}",
        )
        yield f"{pen(visible(file.path), 'strong')}: {more[report.language]}"


def _block(problem: Problem, report: Report, pen: _Pen) -> Iterator[str]:
    spot, language = problem.location, report.language
    place = pen(f"{visible(spot.path)}:{spot.line}:{spot.column}", "strong")
    severity = pen(SEVERITY[problem.severity][language], problem.severity)
    yield f"{place}: {severity} [{problem.code}] {visible(problem.message(language))}"
    number = str(spot.line)
    edge = " " * len(number)
    if shown := report.excerpt_of(problem, _WIDTH):
        yield pen(f"{edge} |", "dim")
        yield f"{pen(f'{number} |', 'dim')} {shown.before}{shown.spot}{shown.after}".rstrip()
        yield f"{pen(f'{edge} |', 'dim')} {blank(shown.before)}{pen('^', problem.severity)}"
    # A help of several lines keeps its shape under its first line.
    first, *others = problem.help(language).splitlines() or [""]
    yield f"{pen(f'{edge} =', 'dim')} {MEND[language]}{visible(first)}"
    yield from (f"{edge}   {visible(line)}" for line in others)


def _summary(files: tuple[FileProblems, ...], report: Report, pen: _Pen) -> str:
    worst = sorted(files, key=lambda file: (-file.errors, -file.warnings, file.path))[:_MOST_FILES]
    by_file = [(visible(file.path), counted(file, report.language)) for file in worst]
    by_rule = [(code, str(count)) for code, count in report.by_code()]
    width = max(cells(name) for name, _ in [*by_file, *by_rule])
    hidden = len(files) - len(worst)
    more = Phrase(f"  还有 {hidden} 个文件", f"  and {hidden} more file{'s'[: hidden > 1]}")
    return "\n".join(
        [
            pen(_BY_FILE[report.language], "strong"),
            *_table(by_file, width),
            *([more[report.language]] if hidden else []),
            pen(_BY_RULE[report.language], "strong"),
            *_table(by_rule, width),
        ]
    )


def _table(rows: list[tuple[str, str]], width: int) -> Iterator[str]:
    return (f"  {name}{' ' * (width - cells(name))}  {value}" for name, value in rows)


def _written(text: str, style: str, *, colour: bool) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if colour else text
