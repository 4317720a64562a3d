"""Places side by side, level by level: what may be compared with bars, and what may not with the reason.

It begins with the level of the place that the site speaks for. All stands in the page; its script lets a reader choose
places of one level and decides anew by the same rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import CitedFigure
from generator.catalogue.comparability import LABELS, NEAR, level_of
from generator.catalogue.names import short_name
from generator.catalogue.peers import Peers, only_reporting, own_place, peers, place_figures, shared_metrics
from generator.catalogue.places import ancestors
from generator.pages.figures.bars import GroupView, group_view
from generator.pages.whereabouts import Whereabouts
from generator.printing.page import LinkView
from generator.printing.urls import record_path
from generator.records.metric import Metric
from generator.records.parse import Entry
from generator.records.place import Place
from generator.records.settings import Settings

MOST = 4
# More rows nobody reads side by side, and of levels besides the own fewer; the page of a metric has every place.
_MOST_PLACES = 12
_MOST_METRICS, _MOST_BESIDE = 8, 4
_OTHERS = 16
# So much of it the statistics show, and so many places they name.
_SHOWN, _NAMED = 3, 4


@dataclass(frozen=True, slots=True)
class ComparedView:
    """A metric that several places of a level report; ``names`` are those with bars."""

    metric: LinkView
    names: str
    definition: str
    group: GroupView


@dataclass(frozen=True, slots=True)
class LevelView:
    """The places of one level that can be chosen, and what of them is compared or refused.

    ``left`` is how many places have no room, ``more`` how many metrics.
    """

    id: str
    title: str
    names: str
    places: tuple[tuple[str, LinkView], ...]
    compared: tuple[ComparedView, ...]
    refused: tuple[ComparedView, ...]
    left: int
    more: int


@dataclass(frozen=True, slots=True)
class PeersView:
    """What of a place and its peers the statistics show: ``names`` are the place and its peers."""

    names: str
    compared: tuple[ComparedView, ...]
    refused: tuple[ComparedView, ...]
    is_nothing_comparable: bool


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """All levels, that of the site's own place first; ``others`` report figures that no peer reports too."""

    levels: tuple[LevelView, ...]
    others: tuple[LinkView, ...]
    words: tuple[tuple[str, str], ...]
    most: int


def comparison_view(catalogue: Catalogue, where: Whereabouts, settings: Settings) -> ComparisonView:
    """Return the comparison of places."""
    own = own_place(catalogue, settings.place)
    others = only_reporting(catalogue)[:_OTHERS]
    return ComparisonView(
        levels=tuple(_level_view(catalogue, where, group, own) for group in _own_first(peers(catalogue), own)),
        others=tuple(LinkView(short_name(entry), record_path("place", entry.record.id)) for entry in others),
        words=(*LABELS.items(), ("near", str(NEAR))),
        most=MOST,
    )


def peers_view(catalogue: Catalogue, where: Whereabouts, own: Entry[Place] | None) -> PeersView | None:
    """Return a place beside its peers; where none of their figures may be compared, the first level where some may."""
    groups = _own_first(peers(catalogue), own)
    levels = [_level_view(catalogue, where, group, own) for group in groups]
    level = next((level for level, group in zip(levels, groups, strict=True) if own in group.places), None)
    compared = (level.compared if level else ()) or next((other.compared for other in levels if other.compared), ())
    if not (level or compared):
        return None
    return PeersView(
        names=level.names if level else "",
        compared=compared[:_SHOWN],
        refused=level.refused[:_SHOWN] if level else (),
        is_nothing_comparable=level is not None and not level.compared,
    )


def _level_view(catalogue: Catalogue, where: Whereabouts, group: Peers, own: Entry[Place] | None) -> LevelView:
    """Return the places of one level: the own one first, then those that lie in it, then the others."""
    ordered = sorted(group.places, key=lambda entry: own not in ancestors(catalogue, entry.record.id))
    ordered.sort(key=lambda entry: entry is not own)
    chosen = ordered[:_MOST_PLACES]
    metrics = shared_metrics(catalogue, chosen)
    most = _MOST_METRICS if own in chosen else _MOST_BESIDE
    found = [*_compared(catalogue, where, metrics[:most], chosen)]
    return LevelView(
        id=group.level.value,
        title=group.level.label,
        names=_names([short_name(place) for place in chosen]),
        places=tuple((e.record.id, LinkView(short_name(e), record_path("place", e.record.id))) for e in chosen),
        compared=tuple(row for row in found if row.group.rows),
        refused=tuple(row for row in found if not row.group.rows),
        left=len(ordered) - len(chosen),
        more=len(metrics) - len(found),
    )


def _compared(
    catalogue: Catalogue, where: Whereabouts, metrics: Sequence[Metric], places: Sequence[Entry[Place]]
) -> Iterator[ComparedView]:
    for metric in metrics:
        found: dict[Entry, Sequence[CitedFigure]] = {
            place: of for place in places if (of := place_figures(catalogue, place).get(metric.id))
        }
        group = group_view(catalogue, where, metric.name, found, len(found))
        yield ComparedView(
            metric=LinkView(metric.name, record_path("metric", metric.id)),
            names=_names([row.name for row in group.rows]),
            definition=metric.scope or "",
            group=group,
        )


def _own_first(groups: Sequence[Peers], own: Entry[Place] | None) -> list[Peers]:
    level = level_of(own) if own else None
    return sorted(groups, key=lambda group: group.level != level)


def _names(names: Sequence[str]) -> str:
    if len(names) <= _NAMED:
        return "、".join(names[:-1]) + ("和" if len(names) > 1 else "") + "".join(names[-1:])
    return f"{names[0]}等 {len(names)} 个地方"
