"""One edition of an honour: its wall of names, split where it is long, and the editions around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import claims_in, honours_in
from generator.pages.prose import to_html
from generator.pages.urls import part_path, record_path
from generator.pages.views.links import edition_time, link_to
from generator.pages.views.names import grouped
from generator.pages.views.page import LinkView
from generator.pages.views.paging import Group, PagedView, paged, size
from generator.pages.views.record import sources_of
from generator.pages.views.said import document_links
from generator.pages.views.statements import ClaimView, HonourView, claim_view, honour_view
from generator.records.honour import Edition, EditionStatus, Order, Series
from generator.records.parse import Entry

# Names of two to four characters stand in a wall; longer ones are those of groups, or carry more than a name.
_LONGEST_NAME = 4
_NEARBY = 7
# What the tags print around each, in bytes.
_WINNER, _NAME, _LINK, _CLAIM, _SOURCE, _HEAD = 100, 20, 25, 330, 40, 900
_CLAIMS = "unnamed"

Line = HonourView | ClaimView


@dataclass(frozen=True, slots=True)
class CategoryView:
    """The winners of one category in the roll's order, in groups by strokes or letter where the roll is long.

    ``is_wall`` tells a roll of persons' names alone, which stand close together.
    """

    name: str
    count: int
    groups: tuple[tuple[str, tuple[HonourView, ...]], ...]
    is_wall: bool
    anchor: str
    is_continued: bool = False


@dataclass(frozen=True, slots=True)
class EditionView:
    """A page of an edition: its wall of names, and the counts without names."""

    name: str
    series: LinkView
    level: str
    time: str
    status: str
    notice: bool
    issuer: str
    document_no: str
    order: str
    count: int
    categories: tuple[CategoryView, ...]
    editions: tuple[LinkView, ...]
    claims: tuple[ClaimView, ...]
    sources: tuple[LinkView, ...]
    lead: Markup
    list: PagedView[Line]


def edition_views(catalogue: Catalogue, entry: Entry) -> tuple[EditionView, ...]:
    """Return an edition's page, and those on which its roll goes on."""
    return catalogue.once(("edition", entry.record.id), lambda: _edition_views(catalogue, entry))


def roll_path(catalogue: Catalogue, entry: Entry, anchor: str) -> str:
    """Return the page on which a line of an edition's roll stands."""
    later = catalogue.once(("roll", entry.record.id), lambda: _later(edition_views(catalogue, entry)))
    return later.get(anchor) or record_path("edition", entry.record.id)


def _later(views: tuple[EditionView, ...]) -> dict[str, str]:
    pages = (view.list for view in views[1:])
    return {line.anchor: page.path for page in pages for group in page.groups for line in group.rows}


def _edition_views(catalogue: Catalogue, entry: Entry) -> tuple[EditionView, ...]:
    edition = catalogue.record(Edition, "edition", entry.record.id)
    series = catalogue.record(Series, "series", edition.series)
    lines = [honour_view(catalogue, cited) for cited in honours_in(entry)]
    by_category: dict[str, list[HonourView]] = {group.category: [] for group in edition.winners}
    for line in lines:
        by_category[line.category].append(line)
    categories = tuple(
        _category(f"category-{at}", name, winners, edition.order)
        for at, (name, winners) in enumerate(by_category.items(), 1)
    )
    claims = tuple(claim_view(catalogue, cited) for cited in claims_in(entry))
    lead = to_html(edition.summary or "")
    first, *others = _split(edition.id, categories, claims, _HEAD + size(lead))
    view = EditionView(
        name=link_to(catalogue, entry).text,
        series=link_to(catalogue, catalogue.entries["series", edition.series]),
        level=series.level.label,
        time=edition_time(edition),
        status="" if edition.status is EditionStatus.UNSTATED else edition.status.label,
        notice=edition.status is EditionStatus.NOTICE,
        issuer="、".join(edition.issuer or series.issuer),
        document_no=edition.document_no or "",
        order=edition.order.label if edition.order is Order.DOCUMENT else f"按{edition.order.label}为序",
        count=len(lines),
        categories=_on_page(categories, first),
        editions=_nearby(catalogue, edition.series, entry),
        claims=_claims(first),
        sources=document_links(catalogue, sources_of(entry), f"edition-{edition.id}"),
        lead=lead,
        list=first,
    )
    more = (replace(view, categories=_on_page(categories, page), claims=_claims(page), list=page) for page in others)
    return view, *more


def _split(
    edition: str, categories: tuple[CategoryView, ...], claims: tuple[ClaimView, ...], head: int
) -> tuple[PagedView[Line], ...]:
    """Split an edition's roll: its categories, and the claims after them."""
    groups: list[Group[Line]] = []
    for category in categories:
        winners = [line for _, lines in category.groups for line in lines]
        groups.append(Group(category.anchor, category.name, winners, category.count))
    if claims:
        groups.append(Group(_CLAIMS, "未列名荣誉", claims, len(claims)))
    path = record_path("edition", edition)
    names = {
        line.anchor for category in categories if category.is_wall for _, lines in category.groups for line in lines
    }
    return paged(groups, lambda line: _size(line, names), lambda number: part_path(path, number), head)


def _on_page(categories: tuple[CategoryView, ...], page: PagedView[Line]) -> tuple[CategoryView, ...]:
    """Return the categories of a page, with the lines that stand there."""
    here = {group.anchor: group for group in page.groups}
    found = (category for category in categories if category.anchor in here)
    return tuple(
        replace(
            with_lines(category, {line.anchor for line in here[category.anchor].rows}),
            is_continued=here[category.anchor].is_continued,
        )
        for category in found
    )


def with_lines(category: CategoryView, anchors: set[str]) -> CategoryView:
    """Return a category with some of its lines, still in groups by strokes or letter."""
    groups = ((head, tuple(line for line in lines if line.anchor in anchors)) for head, lines in category.groups)
    return replace(category, groups=tuple((head, lines) for head, lines in groups if lines))


def _claims(page: PagedView[Line]) -> tuple[ClaimView, ...]:
    return tuple(line for group in page.groups for line in group.rows if isinstance(line, ClaimView))


def _size(line: Line, names: set[str]) -> int:
    """Return about how many bytes a line prints; a name in a wall has hardly a tag around it."""
    if line.anchor in names and isinstance(line, HonourView):
        return _NAME + size(line.anchor, line.winner.text) + (_LINK + size(line.winner.path) if line.winner.path else 0)
    return line_size(line)


def line_size(line: Line) -> int:
    """Return about how many bytes a line of a roll prints."""
    if isinstance(line, ClaimView):
        texts = (line.category, line.subject, line.note, line.edition.path)
        return _CLAIM + size(*texts) + sum(_SOURCE + size(source.text, source.path) for source in line.sources)
    return _WINNER + size(line.anchor, line.winner.text, line.winner.path, line.unit, line.note)


def _category(anchor: str, name: str, winners: list[HonourView], order: Order) -> CategoryView:
    is_wall = all(len(line.winner.text) <= _LONGEST_NAME and not line.unit and not line.note for line in winners)
    return CategoryView(name, len(winners), grouped(winners, order), is_wall, anchor)


def _nearby(catalogue: Catalogue, series_id: str, entry: Entry) -> tuple[LinkView, ...]:
    """Return the editions around one of a series, itself included; nothing where it is the only one."""
    editions = editions_of(catalogue, series_id)
    at = _position(catalogue, series_id)[entry.record.id]
    first = max(0, min(at - _NEARBY // 2, len(editions) - _NEARBY))
    near = editions[first : first + _NEARBY] if len(editions) > 1 else ()
    return edition_links(catalogue, near)


def edition_links(catalogue: Catalogue, editions: Sequence[Entry]) -> tuple[LinkView, ...]:
    """Return links to editions in few words: the time of each or, where several have the same, the name."""
    times = [edition_time(entry.record) for entry in editions if isinstance(entry.record, Edition)]
    links = [link_to(catalogue, entry) for entry in editions]
    return tuple(
        link if times.count(time) > 1 else LinkView(time, link.path) for time, link in zip(times, links, strict=True)
    )


def editions_of(catalogue: Catalogue, series_id: str) -> tuple[Entry, ...]:
    """Return the editions of a series, latest first, those without a year last."""
    return catalogue.once(("editions", series_id), lambda: _editions(catalogue, series_id))


def _position(catalogue: Catalogue, series_id: str) -> dict[str, int]:
    """Return where each edition stands in its series."""
    ids = (entry.record.id for entry in editions_of(catalogue, series_id))
    return catalogue.once(("edition positions", series_id), lambda: {known: at for at, known in enumerate(ids)})


def _editions(catalogue: Catalogue, series_id: str) -> tuple[Entry, ...]:
    entries = [link.origin for link in catalogue.citing("series", series_id, "edition")]
    return tuple(sorted(entries, key=lambda entry: str(getattr(entry.record, "year", "") or ""), reverse=True))
