"""The page of a place: its figures, its parts, what lies in it, and sums over its parts marked as derived."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import CitedHonour, honours_of
from generator.catalogue.places import RollUp, ancestors, children, records_in, roll_up, with_descendants
from generator.pages.views.links import CardView, cards, link_to, short_name
from generator.pages.views.matrix import CoverageView, MatrixView, coverage, honour_matrix
from generator.pages.views.page import LinkView
from generator.pages.views.record import RecordView, RelatedView, record_view
from generator.pages.views.statements import HonourView, honour_view
from generator.records.kinds import BY_NAME
from generator.records.parse import Entry
from generator.records.parts import Level
from generator.records.place import Place
from generator.records.quantity import Qualifier

_LISTED = ("project", "team", "brand", "person", "station", "activity", "incentive", "platform", "vocabulary")
_HONOURED = ("project", "team", "brand", "person", "station")
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


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place's page: the record as any other, and what a place alone has."""

    record: RecordView
    level: str
    above: tuple[LinkView, ...]
    parts: tuple[CardView, ...]
    honours: tuple[HonourView, ...]
    matrix: MatrixView
    coverage: tuple[CoverageView, ...]
    roll_ups: tuple[RollUpView, ...]
    inside: tuple[RelatedView, ...]


def place_view(catalogue: Catalogue, entry: Entry) -> PlaceView:
    """Return the page of a place."""
    place_id = entry.record.id
    inside = [
        RelatedView(BY_NAME[kind].plural, BY_NAME[kind].label, cards(catalogue, found))
        for kind in _LISTED
        if (found := records_in(catalogue, place_id, kind))
    ]
    lines = _honours_inside(catalogue, place_id)
    own = honours_of(catalogue, "place", place_id)
    return PlaceView(
        record=record_view(catalogue, entry),
        level=catalogue.record(Place, "place", place_id).level.label,
        above=tuple(link_to(catalogue, above) for above in reversed(ancestors(catalogue, place_id)[1:])),
        parts=cards(catalogue, children(catalogue, place_id)),
        honours=tuple(sorted((honour_view(catalogue, line) for line in lines), key=_rung)),
        matrix=honour_matrix(catalogue, [*own, *lines]),
        coverage=coverage(catalogue, place_id),
        roll_ups=tuple(_roll_up_view(sum_) for sum_ in roll_up(catalogue, place_id)),
        inside=tuple(inside),
    )


def _honours_inside(catalogue: Catalogue, place_id: str) -> list[CitedHonour]:
    """Return the winner lines of all that lies in a place, the places below it included."""
    places = [("place", inside) for inside in with_descendants(catalogue, place_id)[1:]]
    lying = [entry.key for kind in _HONOURED for entry in records_in(catalogue, place_id, kind)]
    return [cited for key in (*places, *lying) for cited in honours_of(catalogue, *key)]


def _rung(line: HonourView) -> int:
    return [level.label for level in Level].index(line.level)


def _roll_up_view(sum_: RollUp) -> RollUpView:
    return RollUpView(
        metric=sum_.metric.name,
        value=f"{_PREFIX[sum_.qualifier]}{sum_.number.normalize():,f}{sum_.metric.unit}",
        span=sum_.span,
        cover=f"{sum_.places} 个下级地区中有 {len(sum_.parts)} 个有数据",
        parts=tuple(
            (LinkView(short_name(cited.entry), f"places/{cited.entry.record.id}.html"), cited.figure.value.printed)
            for cited in sum_.parts
        ),
    )
