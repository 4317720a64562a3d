"""What every report is made of: the problems, the language, and their source lines.

In go the problems of one run, sorted by place; out come the groups and counts that the renderers print. A thousand
times the same slip in one file is one thing to learn, so ``by_file`` can leave out repetitions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath

from generator.problems import Language, Location, Phrase, Problem, reason_of
from generator.reporters.excerpt import Excerpt, excerpt

SEVERITY = {"error": Phrase("错误", "error"), "warning": Phrase("提醒", "warning")}
MEND = Phrase("怎么改：", "mend: ")


@dataclass(frozen=True, slots=True)
class FileProblems:
    """The problems of one file: those to be shown in full, and of the rest only the lines, by code."""

    path: str
    errors: int
    warnings: int
    shown: tuple[Problem, ...]
    rest: Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class SiteCounts:
    """How much of a finished site was looked at."""

    files: int
    links: int


@dataclass(frozen=True, slots=True)
class Report:
    """All that a renderer needs.

    ``problems`` are sorted by place, ``records`` counts the records that were checked, and ``line_at`` gives the
    source line of a place without its line break, or None where there is none. ``folder`` is the project's folder
    seen from the top of the repository, for the formats whose readers look for files from there. ``explain`` returns
    why a code matters and an example of the right way, each empty where it is not known; it is handed in, since the
    rules, which explain themselves, are on a higher floor. ``site`` counts what was looked at where it was no records
    but a finished site.
    """

    problems: tuple[Problem, ...]
    language: Language
    records: int
    line_at: Callable[[Location], str | None]
    folder: str = ""
    explain: Callable[[str, Language], tuple[str, str]] = reason_of
    site: SiteCounts | None = None

    @property
    def looked_at(self) -> tuple[tuple[str, int, Phrase], ...]:
        """Return what was counted: its name for programs, how many, and its label."""
        if self.site is None:
            return (("records", self.records, Phrase("查过的记录", "records checked")),)
        return (
            ("files", self.site.files, Phrase("核对过的文件", "files verified")),
            ("links", self.site.links, Phrase("核对过的链接", "links verified")),
        )

    @property
    def errors(self) -> int:
        """Count the problems that forbid publishing."""
        return sum(problem.severity == "error" for problem in self.problems)

    @property
    def warnings(self) -> int:
        """Count the other problems."""
        return len(self.problems) - self.errors

    def by_file(self, most: int) -> tuple[FileProblems, ...]:
        """Group the problems by file; of one code in one file, at most ``most`` are to be shown in full."""
        groups = groupby(self.problems, key=lambda problem: problem.location.path)
        return tuple(_of_file(path, tuple(problems), most) for path, problems in groups)

    def by_code(self) -> list[tuple[str, int]]:
        """Return each code with its count, the most frequent first."""
        counts = Counter(problem.code for problem in self.problems)
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))

    def path_of(self, problem: Problem) -> str:
        """Return a problem's path as seen from the top of the repository."""
        return str(PurePosixPath(self.folder, problem.location.path))

    def words_of(self, problem: Problem) -> str:
        """Return what is wrong and, below it, how to mend it."""
        return f"{problem.message(self.language)}\n{MEND[self.language]}{problem.help(self.language)}"

    def excerpt_of(self, problem: Problem, width: int) -> Excerpt | None:
        """Return a problem's source line cut to ``width`` cells, or None where there is none."""
        line = self.line_at(problem.location)
        return None if line is None else excerpt(line, problem.location.column, width=width)


def counted(problems: FileProblems | Report, language: Language) -> str:
    """Say how many errors and warnings there are."""
    if language == "zh":
        return f"{problems.errors} 个错误，{problems.warnings} 个提醒"
    return f"{_plural(problems.errors, 'error')}, {_plural(problems.warnings, 'warning')}"


def closing(report: Report) -> str:
    """Say in one line what was checked and what was found."""
    found = counted(report, report.language)
    if report.site and report.language == "zh":
        looked = f"核对了 {report.site.files} 个文件、{report.site.links} 个链接"
        return f"{looked}，{found if report.problems else '没有发现问题'}。"
    if report.site:
        looked = f"{_plural(report.site.files, 'file')} and {_plural(report.site.links, 'link')} verified"
        return f"{looked}. {found if report.problems else 'No problems found'}."
    if report.language == "zh":
        return f"查了 {report.records} 条记录，{found if report.problems else '没有发现问题'}。"
    return f"{_plural(report.records, 'record')} checked. {found if report.problems else 'No problems found'}."


def _of_file(path: str, problems: tuple[Problem, ...], most: int) -> FileProblems:
    seen: Counter[str] = Counter()
    shown: list[Problem] = []
    rest: defaultdict[str, list[int]] = defaultdict(list)
    for problem in problems:
        seen[problem.code] += 1
        if seen[problem.code] <= most:
            shown.append(problem)
        else:
            rest[problem.code].append(problem.location.line)
    errors = sum(problem.severity == "error" for problem in problems)
    return FileProblems(path, errors, len(problems) - errors, tuple(shown), rest)


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
