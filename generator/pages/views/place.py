"""The page of a place: its figures, its parts, what lies in it, and sums over its parts marked as derived."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import CitedHonour, honours_of
from generator.catalogue.places import RollUp, children, records_in, roll_up, with_descendants
from generator.pages.urls import list_path, record_path
from generator.pages.views.links import short_name
from generator.pages.views.matrix import CoverageView, MatrixView, coverage, honour_matrix
from generator.pages.views.page import LinkView
from generator.pages.views.record import RecordView, fitted, whole_view
from generator.pages.views.statements import HonourView, honour_view
from generator.pages.views.whole import Fit, Listing, RelatedView, begin, first_fitting, lead_on
from generator.records.honour import Series
from generator.records.kinds import BY_NAME
from generator.records.parse import Entry
from generator.records.parts import Level
from generator.records.place import Place
from generator.records.quantity import Qualifier

_LISTED = ("project", "team", "brand", "person", "station", "activity", "incentive", "platform", "vocabulary")
_HONOURED = ("project", "team", "brand", "person", "station")
# A sum of more parts names the first; the page of the metric has all of them.
_PARTS = 12
_PREFIX = {
    Qualifier.EXACT: "",
    Qualifier.AT_LEAST: "至少",
    Qualifier.ABOUT: "约",
    Qualifier.NEARLY: "近",
    Qualifier.AT_MOST: "至多",
}


@dataclass(frozen=True, slots=True)
class RollUpView:
    """A derived sum over parts, with what it was made from."""

    metric: str
    value: str
    span: str
    cover: str
    parts: tuple[tuple[LinkView, str], ...]
    others: int


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place's page: the record as any other, and what a place alone has."""

    record: RecordView
    level: str
    honours: tuple[HonourView, ...]
    matrix: MatrixView
    coverage: tuple[CoverageView, ...]
    roll_ups: tuple[RollUpView, ...]
    inside: tuple[RelatedView, ...]


def place_view(catalogue: Catalogue, entry: Entry) -> PlaceView:
    """Return the page of a place, with as much of its lists as has room there."""
    return catalogue.once(("place", entry.record.id), lambda: _place_view(catalogue, entry))


def _place_view(catalogue: Catalogue, entry: Entry) -> PlaceView:
    place_id = entry.record.id
    whole = whole_view(catalogue, entry)
    lines = honours_inside(catalogue, entry)
    matrix = honour_matrix(catalogue, [*honours_of(catalogue, "place", place_id), *lines])
    roll_ups = roll_up_views(catalogue, entry)
    held = coverage(catalogue, place_id)
    listings = tuple(_inside(catalogue, place_id))

    def make(fit: Fit) -> PlaceView:
        record = fitted(entry, whole, fit)
        own = lead_on(entry, (("local-honours", len(lines), fit.lines), ("sums", len(roll_ups), fit.goals)))
        return PlaceView(
            record=replace(record, more={**record.more, **own}),
            level=catalogue.record(Place, "place", place_id).level.label,
            honours=tuple(honour_view(catalogue, cited) for cited in lines[: fit.lines]),
            matrix=matrix,
            coverage=held,
            roll_ups=roll_ups[: fit.goals],
            inside=begin(catalogue, entry, listings, fit),
        )

    return first_fitting(make)


def roll_up_views(catalogue: Catalogue, entry: Entry) -> tuple[RollUpView, ...]:
    """Return all sums over the parts of a place."""
    return tuple(_roll_up_view(sum_) for sum_ in roll_up(catalogue, entry.record.id))


def _inside(catalogue: Catalogue, place_id: str) -> Iterator[Listing]:
    yield Listing("places", "下级地区", children(catalogue, place_id))
    for kind in _LISTED:
        found = records_in(catalogue, place_id, kind)
        # The list of the kind has the same records where all lie in this place.
        elsewhere = list_path(BY_NAME[kind]) if len(found) == len(catalogue.of(kind)) else ""
        yield Listing(BY_NAME[kind].plural, BY_NAME[kind].label, found, elsewhere)


def honours_inside(catalogue: Catalogue, entry: Entry) -> list[CitedHonour]:
    """Return the winner lines of all that lies in a place, those of places below it first, the highest level first."""
    lines = _honours_inside(catalogue, entry.record.id)
    rungs = {level: at for at, level in enumerate(Level)}
    return sorted(lines, key=lambda cited: rungs[catalogue.record(Series, "series", cited.edition.series).level])


def _honours_inside(catalogue: Catalogue, place_id: str) -> list[CitedHonour]:
    """Return the winner lines of all that lies in a place, the places below it included."""
    places = [("place", inside) for inside in with_descendants(catalogue, place_id)[1:]]
    lying = [entry.key for kind in _HONOURED for entry in records_in(catalogue, place_id, kind)]
    return [cited for key in (*places, *lying) for cited in honours_of(catalogue, *key)]


def _roll_up_view(sum_: RollUp) -> RollUpView:
    return RollUpView(
        metric=sum_.metric.name,
        value=f"{_PREFIX[sum_.qualifier]}{sum_.number.normalize():,f}{sum_.metric.unit}",
        span=sum_.span,
        cover=f"{sum_.places} 个下级地区中有 {len(sum_.parts)} 个有数据",
        parts=tuple(
            (LinkView(short_name(cited.entry), record_path("place", cited.entry.record.id)), cited.figure.value.printed)
            for cited in sum_.parts[:_PARTS]
        ),
        others=max(0, len(sum_.parts) - _PARTS),
    )
