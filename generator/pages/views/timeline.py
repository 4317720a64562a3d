"""Honours on a time line: by year, the latest first, those whose year nobody wrote last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from generator.pages.views.statements import HonourView


@dataclass(frozen=True, slots=True)
class YearView:
    """The honours of one edition's time, in the order they were written."""

    time: str
    honours: tuple[HonourView, ...]


def timeline(honours: Iterable[HonourView]) -> tuple[YearView, ...]:
    """Return honours by the time of their edition."""
    latest_first = sorted(honours, key=_time, reverse=True)
    ordered = sorted(latest_first, key=lambda line: not line.year[:1].isdecimal())
    return tuple(YearView(time, tuple(group)) for time, group in groupby(ordered, _time))


def _time(line: HonourView) -> str:
    return line.year
