"""Sections of lines, as text for a terminal, as Markdown, and as an HTML page to be opened, sent and printed.

In go words that are ready; records may hold anything, so what cannot be seen is drawn, and each form escapes its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files

from generator.problems import Language
from generator.reporters.excerpt import visible

_LANGUAGES = {"zh": "zh-CN", "en": "en"}
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+!|~-])")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it is about, and what is said of that."""

    head: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a title; ``count`` is how many things they are about."""

    title: str
    lines: tuple[Line, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Sections:
    """A whole report: its title, a sentence below it, and its sections; the language is the reader's."""

    title: str
    lead: str
    sections: tuple[Section, ...]
    language: Language


def render_sections_text(told: Sections) -> str:
    """Return plain text."""
    lines, colon = [told.title, told.lead], "：" if told.language == "zh" else ": "
    for section in told.sections:
        lines += ["", f"{section.title} ({section.count})", *(f"  - {_text(line, colon)}" for line in section.lines)]
    return "".join(visible(line) + "\n" for line in lines)


def render_sections_markdown(told: Sections) -> str:
    """Return Markdown, in which nothing that a record says is mark-up."""
    lines = [f"# {_escaped(told.title)}", "", _escaped(told.lead)]
    for section in told.sections:
        lines += ["", f"## {_escaped(section.title)} ({section.count})", ""]
        lines += [f"- **{_escaped(line.head)}** {_escaped(line.words)}".rstrip() for line in section.lines]
    return "".join(line + "\n" for line in lines)


def render_sections_html(told: Sections) -> str:
    """Return a page that asks nothing of any other place and runs nothing."""
    # No other form needs Jinja.
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415
    from markupsafe import Markup  # noqa: PLC0415

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["visible"] = visible
    sheets = (files("site_theme") / "assets" / "tokens.css", files(__package__) / "report.css")
    style = Markup("").join(Markup(sheet.read_text(encoding="utf-8")) for sheet in sheets)  # noqa: S704 - our own files
    template = environment.from_string(files(__package__).joinpath("sections.html").read_text(encoding="utf-8"))
    return template.render(told=told, language=_LANGUAGES[told.language], style=style) + "\n"


def _text(line: Line, colon: str) -> str:
    return f"{line.head}{colon}{line.words}" if line.words else line.head


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", visible(text))
