"""How much comes to so many inhabitants: what makes large places and small ones comparable.

It is worked out only where a source gives the inhabitants of the same place near the same date, it is always marked as
derived, and it carries its arithmetic.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.catalogue.catalogue import Catalogue, table
from generator.catalogue.citations import CitedFigure
from generator.catalogue.comparability import NEAR, unit_of, year_of
from generator.catalogue.peers import INHABITANTS, place_figures
from generator.records.metric import Measure
from generator.records.place import Place
from generator.records.quantity import Qualifier

_COUNTED = {Measure.STOCK, Measure.FLOW}
# People are told of a hundred inhabitants; all else would be crumbs.
_PEOPLE, _A_HUNDRED, _TEN_THOUSAND = "人", 100, 10_000
_PER = {_A_HUNDRED: "百", _TEN_THOUSAND: "万"}


@dataclass(frozen=True, slots=True)
class Rate:
    """A figure by its place's inhabitants: the number, in words, and from what it was worked out."""

    number: Decimal
    words: str
    arithmetic: str


def rate_of(catalogue: Catalogue, cited: CitedFigure) -> Rate | None:
    """Return a place's figure by its inhabitants; nothing where no source gives these near the same date."""
    inhabitants = _inhabitants_near(catalogue, cited)
    if inhabitants is None:
        return None
    unit, value, all_ = unit_of(cited), cited.figure.value, inhabitants.figure.value
    per = _A_HUNDRED if unit == _PEOPLE else _TEN_THOUSAND
    number = value.number / all_.number * per
    about = "" if {value.qualifier, all_.qualifier} == {Qualifier.EXACT} else "约 "
    return Rate(
        number=number,
        words=f"每{_PER[per]}名居民{about or ' '}{_rounded(number)} {unit}",
        arithmetic=f"{value} ÷ {INHABITANTS}{all_}",
    )


def _inhabitants_near(catalogue: Catalogue, cited: CitedFigure) -> CitedFigure | None:
    year, counted = year_of(cited), _inhabitants_metric(catalogue)
    if not (year and counted and isinstance(cited.entry.record, Place)):
        return None
    if cited.metric.measure not in _COUNTED or cited.metric.id == counted or _is_range(cited):
        return None
    known = ((year_of(own), own) for own in place_figures(catalogue, cited.entry).get(counted, ()))
    near = [(abs(then - year), own) for then, own in known if then and _can_divide(own)]
    apart, nearest = min(near, key=lambda pair: pair[0], default=(NEAR + 1, None))
    return nearest if apart <= NEAR else None


def _can_divide(inhabitants: CitedFigure) -> bool:
    return not (inhabitants.figure.scope or _is_range(inhabitants)) and inhabitants.figure.value.number > 0


def _is_range(cited: CitedFigure) -> bool:
    return cited.figure.value.qualifier is Qualifier.BETWEEN


@table
def _inhabitants_metric(catalogue: Catalogue) -> str:
    metric = catalogue.find_metric(INHABITANTS)
    return metric.id if metric else ""


def _rounded(number: Decimal) -> str:
    return f"{number:.1f}" if number >= 1 else f"{number:.2f}"
