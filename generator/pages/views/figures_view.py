"""Figures side by side: what they share of date and source is said once, below them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.printing.page import LinkView

AS_OF, UNDATED = "截至", "日期未说明"


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure. The value as printed is parted in three, so that the numeral can stand large.

    ``sentence`` tells it to residents, where staff wrote one; ``explained`` says how it was counted. ``scope`` is the
    figure's own, ``definition`` that of its metric. ``about`` are records that it names; on their pages ``owner`` says
    whose it is.
    """

    anchor: str
    subject: LinkView
    metric: LinkView
    before: str
    numeral: str
    after: str
    printed: str
    sentence: str
    date: str
    scope: str
    explained: str
    where: str
    sources: tuple[LinkView, ...]
    owner: LinkView | None
    about: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """When and where the figures of a group were said; ``is_of_all`` where none of them says another."""

    date: str
    sources: tuple[LinkView, ...]
    is_of_all: bool = True

    @property
    def words(self) -> str:
        """Say the date as the end of a sentence: 截至2023年, 是近5年的."""
        if self.date == UNDATED:
            return "没有写明日期"
        return self.date if self.date.startswith(AS_OF) else f"是{self.date}的"

    def covers(self, item: FigureView) -> bool:
        """Tell whether a figure need not say its own date and source."""
        return _said(item) == (self.date, _names(self.sources))


@dataclass(frozen=True, slots=True)
class FiguresView:
    """A group of figures; ``said`` is the date and source of most, so that only the others say their own."""

    items: tuple[FigureView, ...] = ()
    said: Said | None = None

    def __bool__(self) -> bool:
        """Tell whether there is a figure."""
        return bool(self.items)

    def parted(self, most: int) -> tuple[FiguresView, FiguresView]:
        """Return so many figures to stand large, those that are told in a sentence first, and the others."""
        told = sorted(self.items, key=lambda item: not item.sentence)[:most]
        return FiguresView(tuple(told), self.said), FiguresView(
            tuple(item for item in self.items if item not in told), self.said
        )


def figures_view(figures: Iterable[FigureView]) -> FiguresView:
    """Return figures as a group."""
    items = tuple(figures)
    return FiguresView(items, common(items))


def common(items: Sequence[FigureView]) -> Said | None:
    """Return the date and source that more than half of some figures share.

    Sources are the same where they are of the same documents, whatever the place in them.
    """
    counts = Counter(map(_said, items))
    shared, count = max(counts.items(), key=lambda found: found[1], default=(None, 0))
    if 2 * count <= len(items):
        return None
    first = next(item for item in items if _said(item) == shared)
    return Said(first.date, first.sources, count == len(items))


def _said(item: FigureView) -> tuple[str, tuple[str, ...]]:
    return item.date, _names(item.sources)


def _names(sources: Iterable[LinkView]) -> tuple[str, ...]:
    return tuple(source.text for source in sources)
