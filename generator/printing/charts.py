"""Charts as places on a small canvas, for inline SVG: trends with their doubts, and targets beside actuals.

The baseline is always zero. A value that the text calls 约 or 余 is drawn hollow and written with ≈; where the scope
changes, the line breaks, since what lies on either side does not continue.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.catalogue.citations import CitedFigure
from generator.records.dates import PartialDate
from generator.records.quantity import Qualifier, Quantity

# The canvas in units of the SVG; text on it stays readable at the width of a phone.
WIDTH, HEIGHT = 340, 200
_LEFT, _RIGHT, _TOP, _BOTTOM = 40, 300, 50, 164
_FULL = 100
# From twice the target on, times are read more easily than hundredths.
_TIMES = 2
_LABELLED = 6
# Words above a point; below it where the point before is so near that they would touch.
_ABOVE, _BELOW, _NEAR = -11, 21, 66


@dataclass(frozen=True, slots=True)
class PointView:
    """One figure on a trend: where it stands, what is written at it, and whether it is only about so much.

    ``label`` is the height at which the words stand; nothing where they would crowd the others.
    """

    x: float
    y: float
    value: str
    time: str
    approximate: bool
    label: float | None


@dataclass(frozen=True, slots=True)
class TrendView:
    """A line through time; ``lines`` are the unbroken parts as SVG points, ``breaks`` where the scope changes."""

    points: tuple[PointView, ...]
    lines: tuple[str, ...]
    breaks: tuple[float, ...]
    conclusion: str
    base: float = _BOTTOM
    width: float = WIDTH
    height: float = HEIGHT


@dataclass(frozen=True, slots=True)
class TargetView:
    """An actual beside its target: both in hundredths of the longer, and the share in words."""

    actual: float
    target: float
    words: str


def time_of(cited: CitedFigure) -> PartialDate | None:
    """Return the moment that a figure speaks of: its date, or the end of its period."""
    period = cited.figure.period
    return cited.as_of or (period.end if period else None)


def trend(figures: Sequence[CitedFigure]) -> TrendView | None:
    """Return the trend of one subject's figures of one metric and unit; nothing under two moments.

    A range is left out: it is no one number.
    """
    dated = sorted(
        ((time, cited) for cited in figures if (time := time_of(cited)) is not None and not _is_range(cited)),
        key=lambda pair: pair[0],
    )
    if len({time for time, _ in dated}) < 2:  # noqa: PLR2004 - one moment makes no line
        return None
    first, last = _moment(dated[0][0]), _moment(dated[-1][0])
    top = max(cited.figure.value.number for _, cited in dated) or Decimal(1)
    points, lines, breaks = [], [[]], []  # type: ignore[var-annotated]
    scope = dated[0][1].figure.scope
    for index, (time, cited) in enumerate(dated):
        x = round(_LEFT + (_RIGHT - _LEFT) * (_moment(time) - first) / (last - first), 1)
        y = round(_BOTTOM - (_BOTTOM - _TOP) * float(cited.figure.value.number / top), 1)
        if cited.figure.scope != scope:
            scope = cited.figure.scope
            breaks.append(round((points[-1].x + x) / 2, 1))
            lines.append([])
        lines[-1].append(f"{x},{y}")
        value = cited.figure.value
        label = _label(points, x, y) if len(dated) <= _LABELLED or index in {0, len(dated) - 1} else None
        points.append(PointView(x, y, value.printed, time.label, value.qualifier is not Qualifier.EXACT, label))
    drawn = tuple(" ".join(line) for line in lines if len(line) > 1)
    return TrendView(tuple(points), drawn, tuple(breaks), _conclusion([cited for _, cited in dated]))


def target(actual: Quantity, goal: Quantity) -> TargetView | None:
    """Return an actual beside its target; nothing where their units differ or the target is nought."""
    is_range = Qualifier.BETWEEN in {actual.qualifier, goal.qualifier}
    if is_range or actual.counted_in != goal.counted_in or not goal.number:
        return None
    longer = max(actual.number, goal.number)
    ratio = actual.number / goal.number
    share = f"{ratio:.1f} 倍" if ratio >= _TIMES else f"{ratio * _FULL:.0f}%"
    about = "" if {actual.qualifier, goal.qualifier} == {Qualifier.EXACT} else "约"
    return TargetView(
        actual=round(float(actual.number / longer) * _FULL, 1),
        target=round(float(goal.number / longer) * _FULL, 1),
        words=f"{about}为目标值的 {share}",
    )


def _is_range(cited: CitedFigure) -> bool:
    return cited.figure.value.qualifier is Qualifier.BETWEEN


def _label(before: Sequence[PointView], x: float, y: float) -> float:
    """Return where a point's words stand: above it, or below where those of the point before are near and above."""
    crowded = bool(before) and x - before[-1].x < _NEAR and before[-1].label == before[-1].y + _ABOVE
    return round(y + (_BELOW if crowded else _ABOVE), 1)


def _moment(date: PartialDate) -> float:
    """Return a date as a point on the axis of years; what is not known stands in the middle."""
    month = (date.month - 1 + (date.day - 1) / 31 if date.day else date.month - 0.5) if date.month else 6
    return date.year + month / 12


def _conclusion(figures: Sequence[CitedFigure]) -> str:
    """Say what the line shows, and no more than the printed words bear: it rose only where no reading denies it."""
    first, last = figures[0], figures[-1]
    if first.figure.scope != last.figure.scope:
        return "前后算的范围不同，不能连起来比。"
    low, high = first.figure.value.bounds, last.figure.value.bounds
    word = "增加" if high[0] > low[1] else "减少" if high[1] < low[0] else "大体持平"
    times = [time.label for time in (time_of(first), time_of(last)) if time]
    return f"{'到'.join(times)}：从{first.figure.value}到{last.figure.value}，{word}。"
