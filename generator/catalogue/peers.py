"""Places beside their peers: the place that a site speaks for, and of each level those that share a metric."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue, derived, table
from generator.catalogue.citations import CitedFigure, figures_of
from generator.catalogue.comparability import level_of, sort_rank
from generator.records.metric import Metric
from generator.records.parse import Entry
from generator.records.place import Place, PlaceLevel

# The metric of inhabitants by its name.
INHABITANTS = "常住人口"


@dataclass(frozen=True, slots=True)
class Peers:
    """The places of one level that report a metric which another of them reports too, in file order."""

    level: PlaceLevel
    places: tuple[Entry[Place], ...]


@table
def own_place(catalogue: Catalogue, wanted: str | None) -> Entry[Place] | None:
    """Return the place that a site speaks for: the wanted one, else the city of which most figures are known."""
    found = catalogue.get(Place, wanted)
    places = catalogue.of(Place)
    cities = [entry for entry in places if entry.record.level is PlaceLevel.CITY]
    return found or max(cities or places, key=lambda entry: len(place_figures(catalogue, entry)), default=None)


@derived
def place_figures(catalogue: Catalogue, entry: Entry) -> Mapping[str, Sequence[CitedFigure]]:
    """Return a place's own figures by metric; those of its practices count what one practice did."""
    found: dict[str, list[CitedFigure]] = {}
    for cited in figures_of(catalogue, entry):
        if cited.at[0] == "figures":
            found.setdefault(cited.metric.id, []).append(cited)
    return found


@table
def peers(catalogue: Catalogue) -> tuple[Peers, ...]:
    """Return the places of each level that share metrics, from the top of the tree down."""
    levels: dict[PlaceLevel, list[Entry[Place]]] = {}
    for entry in sorted(catalogue.of(Place), key=sort_rank):
        levels.setdefault(level_of(entry) or entry.record.level, []).append(entry)
    return tuple(Peers(level, found) for level, of in levels.items() if (found := _sharing(catalogue, of)))


@table
def only_reporting(catalogue: Catalogue) -> tuple[Entry[Place], ...]:
    """Return the places that report something, but nothing that a peer reports too, from the top of the tree down."""
    shown = {entry for group in peers(catalogue) for entry in group.places}
    reporting = (entry for entry in catalogue.of(Place) if entry not in shown and place_figures(catalogue, entry))
    return tuple(sorted(reporting, key=sort_rank))


def shared_metrics(catalogue: Catalogue, places: Iterable[Entry[Place]]) -> list[Metric]:
    """Return the metrics that at least two of some places report, those of most places first.

    How many people live there is not among them: by that the others are judged.
    """
    counts = Counter(metric for place in places for metric in place_figures(catalogue, place))
    shared = (catalogue.record(Metric, metric) for metric, count in counts.most_common() if count > 1)
    return [metric for metric in shared if metric.name != INHABITANTS]


def _sharing(catalogue: Catalogue, places: Sequence[Entry[Place]]) -> tuple[Entry[Place], ...]:
    shared = {metric.id for metric in shared_metrics(catalogue, places)}
    return tuple(place for place in places if shared & place_figures(catalogue, place).keys())
