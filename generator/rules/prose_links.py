"""The rules about links of prose pages, which can be asked once it is known which pages the site has."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from urllib.parse import quote, unquote

from generator.reading.files import SourceFile
from generator.records.likeness import nearest
from generator.rules.material import Material, PageLink, RenderedPage
from generator.rules.prose_pages import spot
from generator.rules.rule import Finding, error

_STATIC = "static/"


@error(
    zh=("“{address}”不会发布：内容文件夹里只有网页会发布", "把它移到 static/{path}，链接照旧写 {address}"),
    en=(
        "'{address}' is not published: of this folder, only pages are",
        "move it to static/{path}; the link stays {address}",
    ),
)
def unpublished_attachment(material: Material) -> Iterator[Finding]:
    """Report a link of a prose page to a picture or another file that lies beside it and is not published.

    网页旁边的图片和附件不会发布。要发布的文件放进 static/，它们照原样复制到网站的根目录。

    ✗ content/help.md: 看[表格](form.txt)。
    ✗ content/form.txt: 表格
    ✓ content/help.md: 看[某市](places/city.html)。
    """
    for _, link, at in _links(material):
        if link.path in material.unpublished and link.path not in material.paths:
            yield Finding(*at, address=unquote(link.address), path=link.path)


@error(
    zh=(
        "网站里没有“{address}”这一页",
        "检查地址的拼写和大小写；记录页的地址形如 projects/mengyuan.html",
        "是不是“{suggestion}”？",
    ),
    en=(
        "the site has no page '{address}'",
        "check spelling and letter case; a record's page is at projects/mengyuan.html",
        "did you mean '{suggestion}'? ",
    ),
)
def broken_link(material: Material) -> Iterator[Finding]:
    """Report each link of a prose page to a page of the site that is not there, letter case included.

    断掉的链接会让读者找不到内容。

    ✗ content/help.md: 看[某市](places/City.html)。
    ✓ content/help.md: 看[某市](places/city.html)。
    """
    for page, link, at in _links(material):
        if link.path not in material.paths and link.path not in material.unpublished:
            yield Finding(*at, address=unquote(link.address), suggestion=_meant(material, page, link))


@error(
    zh=(
        "“{path}”这一页里没有“#{anchor}”这个位置",
        "去掉 # 和后面的字，或者改成那一页里有的位置",
        "是不是“#{suggestion}”？",
    ),
    en=(
        "the page '{path}' has no anchor '#{anchor}'",
        "drop the # and what follows, or name an anchor of that page",
        "did you mean '#{suggestion}'? ",
    ),
)
def broken_anchor(material: Material) -> Iterator[Finding]:
    """Report each link of a prose page to an anchor that its page does not have.

    链接里 # 后面是那一页里的位置。位置不存在，读者只会停在页首。

    ✗ content/help.md: 看[某市](places/city.html#nowhere)。
    ✓ content/help.md: 看[某市](places/city.html#content)。
    """
    for _, link, at in _links(material):
        anchors = material.anchors.get(link.path)
        if link.anchor and anchors is not None and link.anchor not in anchors:
            yield Finding(*at, path=link.path, anchor=link.anchor, suggestion=nearest(link.anchor, anchors))


def _links(material: Material) -> Iterator[tuple[RenderedPage, PageLink, tuple[SourceFile, tuple[int, ...]]]]:
    """Yield each link of each page, with the page's source and where the link stands in it."""
    sources = {source.path: source for source in material.prose}
    for page in material.rendered if material.paths else ():
        source, seen = sources.get(page.source, SourceFile(page.source, "")), Counter[str]()
        for link in page.links():
            seen[link.address] += 1
            yield page, link, (source, _where(source, link.address, seen[link.address]))


def _where(source: SourceFile, address: str, count: int) -> tuple[int, ...]:
    """Return where a link stands: MkDocs has put ``.html`` in place of the page's own ending, and encoded it."""
    path, _, anchor = address.partition("#")
    stem = path.removesuffix(".html") or f"#{anchor}"
    return spot(source, unquote(stem), count) or spot(source, stem, count)


def _meant(material: Material, page: RenderedPage, link: PageLink) -> str:
    """Return the address, as this page would write it, that was most likely meant."""
    path = link.path.lstrip("/")
    sure = (path, path.lower(), path.removeprefix(_STATIC), f"{path}/index.html", f"{path}.html")
    found = next((one for one in sure if one in material.paths), "") or nearest(path, material.paths)
    return quote(posixpath.relpath(found, posixpath.dirname(page.path) or ".")) if found else ""
