"""How many records of each kind a city of N has: in the proportions of real cities that have grown."""

from __future__ import annotations

from dataclasses import dataclass

FEWEST = 200
MOST = 300_000


@dataclass(frozen=True, slots=True)
class Sizes:
    """The number of records of each kind; whatever is left over is a project."""

    districts: int
    streets: int
    communities: int
    documents: int
    teams: int
    people: int
    brands: int
    stations: int
    activities: int
    incentives: int
    platforms: int
    series: int
    editions: int
    projects: int


def sizes_of(count: int, fixed: int) -> Sizes:
    """Return the sizes of a city of ``count`` records, of which ``fixed`` are the same in every city."""
    shares = {
        "districts": max(2, count // 1000),
        "streets": count // 100,
        "communities": count // 25,
        "documents": max(2, count // 50),
        "teams": count // 5,
        "people": count // 20,
        "brands": count // 50,
        "stations": count // 12,
        "activities": count // 8,
        "incentives": count // 100,
        "platforms": max(1, count // 200),
        "series": max(2, count // 1000),
        "editions": max(2, count // 50),
    }
    return Sizes(**shares, projects=max(1, count - fixed - sum(shares.values())))
