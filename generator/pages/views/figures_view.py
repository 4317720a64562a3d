"""Figures side by side: what they share of date and source is said once, below them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.pages.views.statement_views import FigureView
from generator.printing.page import LinkView


@dataclass(frozen=True, slots=True)
class Said:
    """When and where all figures of a group were said."""

    date: str
    sources: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class FiguresView:
    """A group of figures; ``said`` where all of them share date and source, so that none need say its own."""

    items: tuple[FigureView, ...] = ()
    said: Said | None = None

    def __bool__(self) -> bool:
        """Tell whether there is a figure."""
        return bool(self.items)


def figures_view(figures: Iterable[FigureView]) -> FiguresView:
    """Return figures as a group. Sources are the same where they are of the same documents, whatever the place."""
    items = tuple(figures)
    shared = {(item.date, tuple(source.text for source in item.sources)) for item in items}
    if len(shared) != 1:
        return FiguresView(items)
    return FiguresView(items, Said(items[0].date, items[0].sources))
