"""Problems as one HTML page, for people without a terminal: to be opened, sent and printed.

In goes a report; out comes a page that asks nothing of any other place and runs nothing. Jinja escapes every word,
and the page forbids itself scripts and requests besides, since records may hold anything. Its template and its style
stand beside this module, its colours in the site's own palette; all of them are written into the page.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.problems import Phrase
from generator.reporters.contents import SEVERITY, Report, counted
from generator.reporters.excerpt import visible

if TYPE_CHECKING:
    from jinja2 import Template

_WIDTH = 120
_MOST = 20
_LANGUAGES = {"zh": "zh-CN", "en": "en"}
LABELS = {
    "title": Phrase("记录检查报告", "Report on the records"),
    "site_title": Phrase("网站核对报告", "Report on the site"),
    "errors": Phrase("错误", "errors"),
    "warnings": Phrase("提醒", "warnings"),
    "blocked": Phrase("有错误，改好之前不能发布。", "There are errors; they must be mended before publishing."),
    "pass": Phrase(
        "没有错误，可以发布；提醒请逐条看一看。", "No errors, so it can be published; please read the warnings."
    ),
    "clean": Phrase("没有发现问题，可以发布。", "Nothing is wrong; it can be published."),
    "by_file": Phrase("按文件", "By file"),
    "by_rule": Phrase("按规则", "By rule"),
    "line": Phrase("第 {line} 行，第 {column} 个字", "line {line}, character {column}"),
    "mend": Phrase("怎么改：", "How to mend it: "),
    "more": Phrase("还有 {count} 处同样的问题，在第 {lines} 行", "{count} more of the same, at line {lines}"),
    "comma": Phrase("、", ", "),
    "why": Phrase("为什么要查这些", "Why these are checked"),
    "times": Phrase("{count} 处", "{count}"),
    "right": Phrase("这样写：", "The right way:"),
}


def render_html(report: Report) -> str:
    """Return the page; at most 20 problems of one code in one file are shown in full, the lines of the rest named."""
    language = report.language
    return _template().render(
        language=language,
        html_language=_LANGUAGES[language],
        words={name: words[language] for name, words in (LABELS | SEVERITY).items()},
        report=report,
        verdict=LABELS["blocked" if report.errors else "pass" if report.warnings else "clean"][language],
        files=report.by_file(_MOST),
        rules=[(code, count, *report.explain(code, language)) for code, count in report.by_code()],
    )


@cache
def _template() -> Template:
    # No other report needs Jinja, and a check need not wait for it.
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.globals["style"] = _style()
    environment.globals["width"] = _WIDTH
    environment.filters |= {"visible": visible, "counted": counted}
    return environment.from_string(files(__package__).joinpath("report.html").read_text(encoding="utf-8"))


def _style() -> Markup:
    sheets = (files("site_theme") / "assets" / "tokens.css", files(__package__) / "report.css")
    return Markup("").join(Markup(sheet.read_text(encoding="utf-8")) for sheet in sheets)  # noqa: S704 - our own files
