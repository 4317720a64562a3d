"""HTML and SVG read for what they lead to: every address, every anchor, the policy, and what runs inside the page.

Whoever damaged a page may have written anything, so no expression here goes back over what it has read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from generator.inspection.script_reading import Reference, style_references

# What stands between a tag's name and its end. A tag that has no end, or a quote without its partner, takes all that
# follows, as in a browser; so nothing is read twice.
_INSIDE = r"(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+"
_END = r"(?:>|[\"'].*+|\Z)"
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)"
    rf"|<(?P<raw>script|style|title|textarea)(?=[\s>/])(?P<own>{_INSIDE}){_END}"
    r"(?P<body>.*?)(?:</(?P=raw)\s*+>|\Z)"
    rf"|<(?P<name>[a-z][a-z0-9:-]*+)(?P<attributes>{_INSIDE}){_END}",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'<>]++)))?+")
_REFRESH = re.compile(r"[\d.\s]*[;,]\s*(?:url\s*=)?\s*[\"']?([^\"']+)", re.IGNORECASE)
# What a browser asks for by itself when it shows a page; data-index is where our scripts find their words.
_LOADED = {"src", "poster", "data", "background", "xlink:href", "data-index"}
_SETS = {"srcset", "imagesrcset"}
_FOLLOWED = {"action", "formaction"}
# Links in the head that nothing is loaded for, and addresses in its facts.
_NAMED = {"canonical", "alternate", "next", "prev", "license", "author", "me", "help", "search"}
_FACTS = {"og:image", "og:url", "twitter:image"}
_LINKS = {"a", "area"}
_HANDLER = re.compile(r"on[a-z]++")
_DATA_TYPES = ("json", "text/plain", "text/template", "speculationrules")


@dataclass(frozen=True, slots=True)
class Markup:
    """What a page leads to, its anchors, its policy with where that stands, and what runs or styles inside it.

    ``loads`` is where styles and scripts are asked for, which a policy must precede.
    """

    references: list[Reference] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    policies: list[tuple[str, int]] = field(default_factory=list)
    inline: list[tuple[str, int]] = field(default_factory=list)
    loads: list[int] = field(default_factory=list)


def read_markup(text: str) -> Markup:
    """Read a page, or a drawing."""
    found = Markup()
    for match in _TAG.finditer(text):
        name = (match["raw"] or match["name"] or "").lower()
        if not name:
            continue
        attributes = match["own"] if match["raw"] else match["attributes"]
        values = dict(_values(attributes)) if "=" in attributes else {}
        _take_inside(name, values, match, found)
        if values:
            _take(name, values, match.start(), found)
    return found


def _values(attributes: str) -> Iterator[tuple[str, str]]:
    """Yield the attributes of a tag; of two of a name a browser takes the first."""
    for match in reversed([*_ATTRIBUTE.finditer(attributes)]):
        value = match[2] or match[3] or match[4] or ""
        yield match[1].lower(), unescape(value) if "&" in value else value


def _take_inside(name: str, values: dict[str, str], match: re.Match[str], found: Markup) -> None:
    """Note a script or a style that stands in the page itself."""
    body = match["body"] or ""
    if name == "script" and "src" not in values and not values.get("type", "").lower().endswith(_DATA_TYPES):
        found.inline.append(("<script>", match.start()))
    elif name == "style":
        found.inline.append(("<style>", match.start()))
        found.references.extend(one.moved(match.start("body")) for one in style_references(body))


def _take(name: str, values: dict[str, str], at: int, found: Markup) -> None:
    """Note all that one tag says."""
    for anchor in (values.get("id"), values.get("name") if name == "a" else None):
        if anchor:
            found.anchors.add(anchor)
    found.inline.extend((key, at) for key in values if key == "style" or _HANDLER.fullmatch(key))
    for address in _loaded(name, values):
        found.references.append(Reference(address.strip(), at, loads=True))
    if "href" in values:
        found.references.append(Reference(values["href"].strip(), at, loads=_is_loaded(name, values)))
    if name == "script" or (name == "link" and "stylesheet" in values.get("rel", "").lower()):
        found.loads.append(at)
    if name == "meta":
        _take_fact(values, at, found)


def _loaded(name: str, values: dict[str, str]) -> Iterator[str]:
    """Yield each address but ``href`` that a tag has a browser ask for."""
    for key, value in values.items():
        if key in _SETS:
            yield from (part.split()[0].strip(",") for part in value.split(", ") if part.strip())
        elif key == "ping":
            yield from value.split()
        elif key in _FOLLOWED or (key in _LOADED and name not in _LINKS):
            yield value


def _take_fact(values: dict[str, str], at: int, found: Markup) -> None:
    content, means = values.get("content", ""), values.get("http-equiv", "").lower()
    if means == "content-security-policy":
        found.policies.append((content, at))
    elif means == "refresh" and (match := _REFRESH.match(content)):
        found.references.append(Reference(match[1].strip(), at, loads=True))
    elif values.get("property", values.get("name", "")) in _FACTS:
        found.references.append(Reference(content, at, loads=False))


def _is_loaded(name: str, values: dict[str, str]) -> bool:
    """Return whether a browser asks for what ``href`` names without being told to by the reader."""
    if name == "link":
        return not set(values.get("rel", "").lower().split()) <= _NAMED
    return name not in _LINKS
