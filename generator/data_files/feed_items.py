"""What a feed says of each new thing, in plain words: what, when, who, and where that was said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import CitedFigure
from generator.catalogue.names import name_of, where_is, winner_name
from generator.catalogue.places import cities_of
from generator.catalogue.standing import standing_words
from generator.catalogue.tidings import Tiding
from generator.catalogue.winners import CitedHonour, claims_of_edition, winner_of, winners_of
from generator.data.tables import for_residents
from generator.printing.markup import to_plain
from generator.printing.urls import record_path
from generator.records.dates import PartialDate
from generator.records.document import Document
from generator.records.edition import Edition
from generator.records.parse import Entry
from generator.records.record import Record
from generator.records.series import Series
from generator.records.sourced import Basis

# Where a figure stands.
FigurePage = Callable[[CitedFigure], str]

_NAMES = 8
_FIGURES = 12
_SUMMARY = 300
_GUESSED = for_residents(Basis.INFERRED.label)


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item of a feed: what it is known by for ever, what sort it is, its words, its page and its date."""

    key: str
    sort: str
    title: str
    text: str
    path: str
    date: PartialDate


def feed_item(catalogue: Catalogue, tiding: Tiding, city: str, figure_page: FigurePage) -> FeedItem:
    """Return the item of a tiding; in the feed of a city a roll names those who are of that city."""
    entry, record = tiding.entry, tiding.entry.record
    name, path = name_of(catalogue, entry), record_path(*entry.key)
    key = f"{entry.kind.plural}/{_first_id(record)}"
    roll = catalogue.get(Edition, record.id) if entry.kind.model is Edition else None
    if roll:
        text = "\n".join(_of_roll(catalogue, roll, city, tiding.date))
        return FeedItem(key, "荣誉", name, text, path, tiding.date)
    source = catalogue.record(Document, tiding.document)
    if not tiding.figures:
        said = (where_is(catalogue, entry), to_plain(record.summary or "", _SUMMARY), _source_words(source))
        return FeedItem(key, "项目", name, "\n".join(filter(None, said)), path, tiding.date)
    figures = tiding.figures
    what = _figure_words(figures[0]) if len(figures) == 1 else f"{len(figures)} 个数字"
    more = (f"还有 {len(figures) - _FIGURES} 个。",) if len(figures) > _FIGURES else ()
    text = "\n".join((*map(_figure_words, figures[:_FIGURES]), *more, _source_words(source)))
    key = f"{key}/figures/{_first_id(source)}"
    return FeedItem(key, "数据", f"{name}：{what}", text, figure_page(figures[0]), tiding.date)


def _first_id(record: Record) -> str:
    """Return the id that a record had first, so that one that is renamed is not told again."""
    return (*record.formerly, record.id)[0]


def _of_roll(catalogue: Catalogue, entry: Entry[Edition], city: str, date: PartialDate) -> Iterator[str]:
    """Yield the lines of a roll: when and by whom, whether it is on public notice, and the first names."""
    edition = entry.record
    issuers = "、".join(edition.issuer or catalogue.record(Series, edition.series).issuer)
    yield f"{date.label}{f'，{issuers}' if issuers else ''}。"
    if standing := standing_words(edition):
        yield f"{standing}，还不是最后的结果。"
    standing_lines = (cited for cited in winners_of(catalogue, entry) if not cited.is_revoked)
    lines = [cited for cited in standing_lines if not city or _is_of(catalogue, cited, city)]
    for category, group in groupby(lines, lambda cited: cited.category):
        names = [winner_name(catalogue, cited.honour) for cited in group]
        more = f"等，名单上一共 {len(names)} 个" if len(names) > _NAMES else ""
        yield f"{category}：{'、'.join(names[:_NAMES])}{more}。"
    for claim in () if city else claims_of_edition(catalogue, entry):
        yield f"{claim.claim.category}：{claim.claim.count.printed}，没有列出名字。"


def _is_of(catalogue: Catalogue, cited: CitedHonour, city: str) -> bool:
    """Tell whether a winner is of a city; all those are whose series is."""
    found = catalogue.get(Series, cited.edition.series), winner_of(catalogue, cited.honour)
    return any(city in cities_of(catalogue, one) for one in found if one)


def _figure_words(cited: CitedFigure) -> str:
    """Return a figure as printed, with what it counts and its own time where the text gives one."""
    figure = cited.figure
    time = figure.period.label if figure.period else ""
    as_of = f"到{figure.as_of.label}为止" if figure.as_of else ""
    guessed = _GUESSED if figure.basis is Basis.INFERRED else ""
    aside = "，".join(filter(None, (figure.scope, time, as_of, guessed)))
    return f"{cited.metric.name} {figure.value.printed}{f'（{aside}）' if aside else ''}"


def _source_words(source: Document) -> str:
    """Return the name of a source with its date, no more exact than it is known."""
    guessed = f"（{_GUESSED}）" if source.date_basis is Basis.INFERRED else ""
    return f"来源：{source.name}，{source.date.label if source.date else ''}{guessed}。"
