"""The pictures of prose pages: each ``<img>`` that names one of the project's own gets its clean variants.

Staff write ordinary Markdown, ``![画面上有什么](hezhao.jpg)``, with the picture beside the page.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from html import escape, unescape
from urllib.parse import unquote

from markupsafe import Markup

from generator.pictures.naming import height_in, variant_path, widths_of
from generator.printing.page import ProsePage
from generator.printing.urls import root_of
from generator.records.picture import PictureFacts, PictureFile

_IMAGE = re.compile(r'<img\b((?:[^<>"]|"[^"]*")*)>')
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
# A prose page's column is as wide, but for a telephone's.
_SIZES = "(min-width: 744px) 704px, calc(100vw - 40px)"


def with_pictures(pages: Iterable[ProsePage], pictures: Mapping[str, PictureFile]) -> tuple[ProsePage, ...]:
    """Return pages whose pictures lead to their variants."""
    return tuple(_with_pictures(page, pictures) for page in pages) if pictures else tuple(pages)


def pictures_in(page: ProsePage, pictures: Mapping[str, PictureFile]) -> Iterator[str]:
    """Yield the path of each picture of the project that a page, as rendered, names."""
    for match in _IMAGE.finditer(page.content):
        path = _path_of(page, dict(_ATTRIBUTE.findall(match[1])).get("src", ""))
        if isinstance(pictures.get(path), PictureFacts):
            yield path


def _with_pictures(page: ProsePage, pictures: Mapping[str, PictureFile]) -> ProsePage:
    def shown(match: re.Match[str]) -> str:
        attributes = dict(_ATTRIBUTE.findall(match[1]))
        facts = pictures.get(_path_of(page, attributes.get("src", "")))
        return _image(page, facts, attributes) if isinstance(facts, PictureFacts) else match[0]

    content = _IMAGE.sub(shown, page.content)
    own = tuple(pictures_in(page, pictures))
    # What was sanitised stays so: only addresses of our own are put in.
    return replace(page, content=Markup(content), pictures=own) if own else page  # noqa: S704


def _path_of(page: ProsePage, source: str) -> str:
    """Return the path in the project of what a page shows, which lies beside the page."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.origin), unquote(unescape(source))))


def _image(page: ProsePage, facts: PictureFacts, attributes: Mapping[str, str]) -> str:
    """Return an image with its variants; what is said of it is escaped already, and a title stands below it."""
    root, widths = root_of(page.path), widths_of(facts.width)
    variants = ", ".join(f"{root}{variant_path(facts, width)} {width}w" for width in widths)
    shown = min(widths, key=lambda width: abs(width - 800))
    image = (
        f'<img src="{root}{variant_path(facts, shown)}" srcset="{escape(variants)}" sizes="{_SIZES}" '
        f'width="{shown}" height="{height_in(facts, shown)}" alt="{attributes.get("alt", "")}" '
        f'loading="lazy" decoding="async" class="picture tint-{facts.tint}">'
    )
    title = attributes.get("title", "")
    return f'{image}<span class="picture-caption">{title}</span>' if title else image
