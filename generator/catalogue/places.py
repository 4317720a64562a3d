"""Places as a tree, and what may be rolled up over it.

A sum over the parts of a place is made only where it means something: all its parts have a record, and each reports
the metric, as stocks of one year or flows of one period, with one scope. It is always marked as derived; it never
replaces the place's own figure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar, cast

from generator.catalogue.catalogue import Catalogue, derived, table
from generator.catalogue.citations import CitedFigure, figures_of
from generator.catalogue.comparability import unit_of
from generator.records.metric import Measure, Metric
from generator.records.parse import Entry
from generator.records.place import Place, PlaceLevel
from generator.records.quantity import Qualifier
from generator.records.record import Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class RollUp:
    """A derived sum over all parts: the metric, the number, whether it is exact, and what it was made from."""

    metric: Metric
    number: Decimal
    qualifier: Qualifier
    span: str
    parts: tuple[CitedFigure, ...]


def children(catalogue: Catalogue, place_id: str) -> list[Entry[Place]]:
    """Return the places directly below a place, in file order."""
    return [link.origin for link in catalogue.citing(("place", place_id), Place) if link.at == ("parent",)]


@derived
def ancestors(catalogue: Catalogue, place_id: str | None) -> tuple[Entry[Place], ...]:
    """Return a place and those above it, nearest first; a circle ends where it closes."""
    found: dict[str, Entry[Place]] = {}
    entry = catalogue.get(Place, place_id)
    while entry is not None and entry.record.id not in found:
        found[entry.record.id] = entry
        entry = catalogue.get(Place, entry.record.parent)
    return tuple(found.values())


def places_of(entry: Entry) -> tuple[str, ...]:
    """Return the ids of the places that a record lies in, the main one first; a place lies in the one above it."""
    held: tuple[str, ...] | str | None = getattr(
        entry.record, "parent" if isinstance(entry.record, Place) else "place", None
    )
    return held if isinstance(held, tuple) else (held,) if held else ()


@derived
def city_above(catalogue: Catalogue, place_id: str | None) -> Entry[Place] | None:
    """Return the city of a place or, where there is none, the highest place; a place may be its own."""
    line = ancestors(catalogue, place_id)
    cities = (above for above in line if above.record.level is PlaceLevel.CITY)
    return next(cities, line[-1] if line else None)


def city_of(catalogue: Catalogue, entry: Entry) -> Entry[Place] | None:
    """Return the city of the main place that a record lies in, or is."""
    record = entry.record
    places = (record.id,) if isinstance(record, Place) else places_of(entry) or getattr(record, "places", ())
    return city_above(catalogue, next(iter(places), None))


def cities_of(catalogue: Catalogue, entry: Entry) -> tuple[str, ...]:
    """Return the ids of the cities that a record lies in, or is; a place above all cities lies in none."""
    record = entry.record
    places = (record.id,) if isinstance(record, Place) else places_of(entry)
    above = (city_above(catalogue, place) for place in places)
    return tuple(dict.fromkeys(city.record.id for city in above if city and is_city(city)))


def is_city(entry: Entry) -> bool:
    """Tell whether a record is a place of the level of cities."""
    return isinstance(entry.record, Place) and entry.record.level is PlaceLevel.CITY


@derived
def with_descendants(catalogue: Catalogue, place_id: str) -> list[str]:
    """Return the ids of a place and of every place below it."""
    found = {place_id: None}
    left = [place_id]
    for known in left:
        new = [child.record.id for child in children(catalogue, known) if child.record.id not in found]
        found.update(dict.fromkeys(new))
        left.extend(new)
    return list(found)


def records_in(catalogue: Catalogue, place_id: str, model: type[R]) -> Sequence[Entry[R]]:
    """Return the records of one kind that lie in a place or below it, in file order, each once."""
    return cast("Sequence[Entry[R]]", _by_place(catalogue, model).get(place_id, ()))


@table
def _by_place(catalogue: Catalogue, model: type[Record]) -> dict[str, list[Entry]]:
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in catalogue.of(model):
        lines = (ancestors(catalogue, place) for place in places_of(entry))
        for place in dict.fromkeys(above.record.id for line in lines for above in line):
            found[place].append(entry)
    return dict(found)


@table
def roll_up(catalogue: Catalogue, place_id: str) -> Sequence[RollUp]:
    """Sum what may be summed over the parts of a place whose list is full, where every one of them reports it."""
    place = catalogue.get(Place, place_id)
    parts = children(catalogue, place_id) if place and place.record.parts_complete else []
    groups: defaultdict[tuple[str, str, str], list[CitedFigure]] = defaultdict(list)
    for part in parts:
        seen: set[tuple[str, str, str]] = set()
        for cited in figures_of(catalogue, part):
            span = _span(cited)
            key = (cited.metric.id, cited.figure.scope or "", span)
            # A part that states a metric twice is a contradiction for the rules, not a bigger sum.
            if span and key not in seen:
                groups[key].append(cited)
                seen.add(key)
    return tuple(
        RollUp(
            figures[0].metric,
            sum((cited.figure.value.number for cited in figures), Decimal(0)),
            _weakest(figures),
            span,
            tuple(figures),
        )
        for (_, _, span), figures in groups.items()
        if 1 < len(figures) == len(parts) and _same_unit(figures)
    )


def _span(cited: CitedFigure) -> str:
    """Return what two figures must share to be added: the year of a stock, the exact period of a flow."""
    if cited.metric.measure is Measure.STOCK and cited.as_of:
        return f"{cited.as_of.year}年"
    period = cited.figure.period
    if cited.metric.measure is Measure.FLOW and period and period.start and period.end:
        return period.label
    return ""


def _same_unit(figures: list[CitedFigure]) -> bool:
    return len(set(map(unit_of, figures))) == 1


def _weakest(figures: list[CitedFigure]) -> Qualifier:
    kinds = {cited.figure.value.qualifier for cited in figures}
    if kinds == {Qualifier.EXACT}:
        return Qualifier.EXACT
    if kinds <= {Qualifier.EXACT, Qualifier.AT_LEAST, Qualifier.BETWEEN}:
        return Qualifier.AT_LEAST
    return Qualifier.ABOUT
