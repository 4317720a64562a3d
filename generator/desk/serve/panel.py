"""The panel over a page of the preview: the problems in the words of the check, each with its line.

In goes what is shown; out come the words for the panel's bar and the HTML below it. Jinja escapes every word, since
records may hold anything.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, StrictUndefined, Template

from generator.desk.serve.showing import Showing
from generator.problems import Phrase, Problem
from generator.reporters.contents import SEVERITY, counted
from generator.reporters.excerpt import visible

_WIDTH = 100
# Of one code in one file, and of all; who mends these sees the next.
_MOST, _MOST_FILES = 10, 20
HTML_LANGUAGES = {"zh": "zh-CN", "en": "en"}
WORDS = {
    "panel": Phrase("检查结果", "problems"),
    "old": Phrase(
        "改好以前，网页还是上一次没有错误的样子", "until they are mended, the page stays as it last was without errors"
    ),
    "blocked": Phrase("有错误，改好之前不能发布", "there are errors; they must be mended before publishing"),
    "checking": Phrase("正在检查……", "checking …"),
    "clean": Phrase("没有发现问题", "nothing is wrong"),
    "mend": Phrase("怎么改：", "How to mend it: "),
    "copy_place": Phrase("复制位置", "copy the place"),
    "copied": Phrase("已复制", "copied"),
    "open": Phrase("在 VS Code 里打开", "open in VS Code"),
    "more": Phrase("这个文件里还有 {count} 处同样的问题", "{count} more of the same in this file"),
    "more_files": Phrase("还有 {count} 个文件有问题，先改这些", "{count} more files have problems; mend these first"),
    "line": Phrase("第 {line} 行", "line {line}"),
    "lost": Phrase("预览停了，重新运行后会自己接上", "the preview has stopped; start it again, and this page follows"),
    "cannot": Phrase("这一页现在看不了", "This page cannot be shown"),
    "none_yet": Phrase("记录里有错误，还没有能看的网页", "There are errors, and no page to show yet"),
    "mend_first": Phrase(
        "先改好下面列出的错误，保存以后这里自己会变成网页。",
        "Mend the errors listed below; once you save, this becomes the page.",
    ),
}


def panel_of(showing: Showing, root: Path) -> dict[str, str | int]:
    """Return what a browser needs to draw the panel: how many problems, the words of its bar, and its HTML.

    ``key`` tells the errors from others: a panel that was folded over some stays so until there are others.
    """
    report = showing.report
    found = report.by_file(_MOST)
    html = _template("panel.html").render(
        words={name: words[report.language] for name, words in (WORDS | SEVERITY).items()},
        report=report,
        files=found[:_MOST_FILES],
        left=len(found) - len(found[:_MOST_FILES]),
        width=_WIDTH,
        editor=lambda problem: _editor_link(root, problem),
    )
    errors = [(problem.location, problem.code) for problem in report.problems if problem.severity == "error"]
    key = sha256(repr(errors).encode()).hexdigest()
    return {"errors": report.errors, "warnings": report.warnings, "bar": _bar(showing), "html": html, "key": key}


def stopped_page(showing: Showing, problem: Problem | None) -> bytes:
    """Return the page in place of one that cannot be made; without a problem, none can be made yet."""
    language = showing.report.language
    title, words = WORDS["cannot" if problem else "none_yet"], WORDS["mend_first"]
    text = _template("stopped.html").render(
        language=HTML_LANGUAGES[language],
        title=title[language],
        message=visible(problem.message(language)) if problem else words[language],
        mend=visible(problem.help(language)) if problem else "",
    )
    return text.encode("utf-8")


def _bar(showing: Showing) -> str:
    """Say in one line how things stand."""
    report = showing.report
    parts = [counted(report, report.language)] if report.problems else []
    if report.errors:
        parts.append(WORDS["old" if showing.are_old else "blocked"][report.language])
    if not showing.is_judged:
        parts.append(WORDS["checking"][report.language])
    return "　".join(parts) or WORDS["clean"][report.language]


def _editor_link(root: Path, problem: Problem) -> str:
    """Return the address that opens a problem's file at its line in the editor."""
    at = problem.location
    path = quote((root / at.path).as_posix().lstrip("/"), safe="/:")
    return f"vscode://file/{path}:{at.line}:{at.column}"


@cache
def _template(name: str) -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {"visible": visible, "counted": counted}
    return environment.from_string(files(__package__).joinpath(name).read_text(encoding="utf-8"))
