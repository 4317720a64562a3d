"""Text of a record to HTML: paragraphs, and a little Markdown; and the HTML of whole pages made safe.

Record text never meets MkDocs' Markdown. Text without any mark-up is escaped and parted into paragraphs; the rest goes
through the little of CommonMark that staff mean when they type it: ``**bold**``, which works next to Chinese
punctuation, lists, links, quotations. All else stays as typed: 7*24小时 and 青年_志愿_者 keep every sign. The HTML is
then sanitised, so that nothing staff paste can script.
"""

from __future__ import annotations

import html
import re
from functools import cache
from html.parser import HTMLParser

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup, escape
from mdit_py_cjk_friendly import cjk_friendly

from generator.printing.taps import with_taps
from generator.reading.joining import unwrapped

_MARKED = re.compile(r"[*`\[\]<>\\]|^\s*(?:[-+]|\d+[.)]) ", re.MULTILINE)
_TAGS = {"p", "br", "strong", "ul", "ol", "li", "a", "code", "blockquote"}
# Mark-up that nobody means who types a line of Chinese, and that would take signs away: # ---, ![a](b), &lt;, [a]: b.
_NOT_MEANT = ("heading", "lheading", "hr", "code", "fence", "reference", "image", "entity")
_BOLD = "**"
_EMPHASIS = re.compile(r"\*\*(?=\S)(.+?)\*\*|`")
_TO_FLATTEN = re.compile(r"[*`\n]")
# Where a sentence ends; a quotation mark or a bracket after it still belongs to it.
_SENTENCE = re.compile(r"(?<=[。！？])(?![”’）])")
# A text as short as this is read in one go.
_LEAD = 60

# The ids of the frame around a prose page, which no page may bring, and how those of the handbook's theme begin.
OWN_IDS = frozenset({"content", "contact"})
_THEME_IDS = "__"
_LOADING = {"src", "srcset", "data", "poster", "background"}
_LINKS = {"a", "area"}
# Links in a page's head that a browser only knows, and does not follow by itself.
_ONLY_SAID = {"canonical", "alternate", "next", "prev"}
# What a style sheet loads.
_STYLED = re.compile(r"(?:url\(|@import)\s*[\"']?\s*([^\"')\s]+)", re.IGNORECASE)
_ADDRESSES = {"href", "action", "formaction"}
_RUNNING = {"script", "iframe", "object", "embed", "base"}
_SCRIPTING = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[\x00-\x20]*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)


def to_html(text: str) -> Markup:
    """Return a text as HTML paragraphs, with a link for each telephone and web address in it."""
    if _MARKED.search(text):
        rendered = _markdown().render(text)
        # A record's text leads to other sites only; within the site, fields make the links.
        kept = {"a": {"href"}, "ol": {"start"}}
        clean = nh3.clean(rendered, tags=_TAGS, attributes=kept, attribute_filter=_web_only)
        return with_taps(Markup(clean))  # noqa: S704 - nh3 has just cleaned it
    paragraphs = (part.strip() for part in re.split(r"\n\s*\n", text))
    lines = (f"<p>{escape(_unwrapped(part))}</p>" for part in paragraphs if part)
    return with_taps(Markup("\n".join(lines)))  # noqa: S704 - each part has just been escaped


def to_plain(text: str, length: int) -> str:
    """Return the beginning of a text, without emphasis marks and line breaks, for a card or a description."""
    flat = _unwrapped(_EMPHASIS.sub(r"\1", text)).strip() if _TO_FLATTEN.search(text) else text.strip()
    return flat if len(flat) <= length else flat[: length - 1] + "…"


def first_sentence(text: str, length: int) -> str:
    """Return a text's first sentence; a longer one ends at its last comma within the length, else with an ellipsis."""
    flat = to_plain(text, len(text) + 1)
    sentence = _SENTENCE.split(flat, maxsplit=1)[0]
    if len(sentence) <= length:
        return sentence
    comma = sentence.rfind("，", 0, length)
    return f"{sentence[:comma]}。" if comma > length // 3 else to_plain(sentence, length)


def lead_apart(text: str) -> tuple[Markup, Markup]:
    """Return a text as HTML, its first sentence apart from the rest; a short one, or one with mark-up, stays whole."""
    if len(text) <= _LEAD or _MARKED.search(text):
        return to_html(text), Markup()
    first, *rest = _SENTENCE.split(text.strip(), maxsplit=1)
    return to_html(first), to_html("".join(rest))


def clean_page(page: str) -> str:
    """Sanitise a page that MkDocs has rendered, keeping anchors and classes, and loading from this site alone."""
    tags = nh3.ALLOWED_TAGS | {"section", "tfoot"}
    attributes = {tag: set(names) for tag, names in nh3.ALLOWED_ATTRIBUTES.items()}
    attributes["*"] = {"id", "class", "title", "lang"}
    attributes["img"] |= {"loading"}
    attributes["details"] = {"open"}
    schemes = {"http", "https", "mailto", "tel"}
    clean = nh3.clean(page, tags=tags, attributes=attributes, url_schemes=schemes, attribute_filter=_own_only)
    return unwrapped(clean)


def foreign_addresses(page: str) -> tuple[str, ...]:
    """Return every address on another host that HTML would load something from, once."""
    loads = _Loads()
    loads.feed(page)
    loads.close()
    return tuple(dict.fromkeys(loads.foreign))


def opening(page: str, length: int) -> str:
    """Return the beginning of a page's first paragraph as plain text, for its description."""
    first = re.search(r"<p>(.*?)</p>", page, re.DOTALL)
    return to_plain(html.unescape(nh3.clean(first[1], tags=set())), length) if first else ""


def _unwrapped(text: str) -> str:
    """Take line breaks out: they are typing, not meaning, and Chinese needs no space in their place."""
    return re.sub(r"(?<=[^\x00-\x7f])\s*\n\s*|\s*\n\s*(?=[^\x00-\x7f])", "", text).replace("\n", " ")


def live_parts(page: str) -> tuple[str, ...]:
    """Return what of a whole page, a drawing or a style sheet would run, or load from elsewhere, once."""
    loads = _Loads()
    loads.feed(page)
    loads.close()
    styled = (found for found in _STYLED.findall(page) if _is_elsewhere(found) and not found.startswith("data:"))
    return tuple(dict.fromkeys((*loads.live, *loads.foreign, *styled)))


class _Loads(HTMLParser):
    """Takes down what a page runs, and what it loads without being asked; a link loads nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.foreign: list[str] = []
        self.live: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _RUNNING:
            self.live.append(f"<{tag}>")
        told = {value for name, value in attrs if name == "rel"} & _ONLY_SAID
        for full_name, value in attrs:
            name = full_name.removeprefix("xlink:")
            if name.startswith("on"):
                self.live.append(name)
            elif not value or not _is_elsewhere(value):
                continue
            elif name in _LOADING or (name == "href" and tag not in _LINKS and not told):
                self.foreign.append(value)
            elif name in _ADDRESSES and _SCRIPTING.match(re.sub(r"[\x00-\x20]", "", value)):
                self.live.append(value)


def _is_elsewhere(address: str) -> bool:
    """Return whether a browser would leave this site for an address; it skips line ends and spaces before it."""
    return bool(_ELSEWHERE.match(re.sub(r"[\t\r\n]", "", address)))


def _own_only(tag: str, name: str, value: str) -> str | None:
    """Drop the address of a picture elsewhere, and the ids that the frame around the page and the theme have."""
    if name == "id" and (value in OWN_IDS or value.startswith(_THEME_IDS)):
        return None
    return None if tag == "img" and name == "src" and _is_elsewhere(value) else value


def _web_only(_tag: str, name: str, value: str) -> str | None:
    return value if name != "href" or value.startswith(("http://", "https://")) else None


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}).use(cjk_friendly).disable(_NOT_MEANT)
    for tag in ("em_open", "em_close", "strong_open", "strong_close"):
        markdown.add_render_rule(tag, _emphasis)
    return markdown


def _emphasis(renderer: RendererHTML, tokens: list[Token], at: int, options: OptionsDict, _env: object) -> str:
    """Print bold as bold; a single star or a low line, which in Chinese nobody means as italics, as it was typed."""
    if tokens[at].markup != _BOLD:
        return tokens[at].markup
    return renderer.renderToken(tokens, at, options, {})
