"""Text of a record to HTML: paragraphs, and a little Markdown.

Record text never meets MkDocs' Markdown. Text without any mark-up is escaped and parted into paragraphs; the rest
goes through CommonMark without raw HTML, with emphasis that works next to Chinese punctuation, and is then
sanitised, so that nothing staff paste can script.
"""

from __future__ import annotations

import html
import re
from functools import cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup
from mdit_py_cjk_friendly import cjk_friendly

_MARKED = re.compile(r"[*_`\[\]<>|\\]|^\s*(?:[-+#]|\d+[.)]) ", re.MULTILINE)
_TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "code", "blockquote"}


def to_html(text: str) -> Markup:
    """Return a text as HTML paragraphs."""
    if _MARKED.search(text):
        rendered = _markdown().render(text)
        # A record's text leads to other sites only; within the site, fields make the links.
        clean = nh3.clean(rendered, tags=_TAGS, attributes={"a": {"href"}}, attribute_filter=_web_only)
        return Markup(clean)  # noqa: S704 - nh3 has just cleaned it
    paragraphs = (part.strip() for part in re.split(r"\n\s*\n", text))
    return Markup("\n").join(Markup("<p>{}</p>").format(_unwrapped(part)) for part in paragraphs if part)


def to_plain(text: str, length: int) -> str:
    """Return the beginning of a text, without emphasis marks and line breaks, for a card or a description."""
    flat = _unwrapped(re.sub(r"\*\*|__|`", "", text)).strip()
    return flat if len(flat) <= length else flat[: length - 1] + "…"


def clean_page(page: str) -> str:
    """Sanitise a prose page that MkDocs has rendered, keeping headings' anchors and classes."""
    tags = nh3.ALLOWED_TAGS | {"h1", "h2", "h3", "h4", "h5", "h6", "section", "figure", "figcaption"}
    attributes = {tag: set(names) for tag, names in nh3.ALLOWED_ATTRIBUTES.items()}
    attributes.setdefault("*", set()).update({"id", "class", "title", "lang"})
    attributes.setdefault("img", set()).update({"src", "alt", "width", "height", "loading"})
    return nh3.clean(page, tags=tags, attributes=attributes, url_schemes={"http", "https", "mailto", "tel"})


def opening(page: str, length: int) -> str:
    """Return the beginning of a page's first paragraph as plain text, for its description."""
    first = re.search(r"<p>(.*?)</p>", page, re.DOTALL)
    return to_plain(html.unescape(nh3.clean(first[1], tags=set())), length) if first else ""


def _unwrapped(text: str) -> str:
    """Take line breaks out: they are typing, not meaning, and Chinese needs no space in their place."""
    return re.sub(r"(?<=[^\x00-\x7f])\s*\n\s*|\s*\n\s*(?=[^\x00-\x7f])", "", text).replace("\n", " ")


def _web_only(_tag: str, name: str, value: str) -> str | None:
    return value if name != "href" or value.startswith(("http://", "https://")) else None


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).use(cjk_friendly)
