"""The made cities of the benchmark: the same for the same seed, sound unless asked otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.city import main, make
from benchmarks.kinds import metrics
from benchmarks.sizes import FEWEST, sizes_of
from generator.recipes.check import check

COUNT = 300


def texts(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder by their paths."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_sound_city_has_no_problem(tmp_path: Path) -> None:
    """A made city has as many records as asked for, of which none is wrong or doubtful."""
    make(tmp_path, COUNT)
    result = check(tmp_path)
    assert result.problems == []
    assert len(result.catalogue.entries) == COUNT


def test_the_same_seed_makes_the_same_city(tmp_path: Path) -> None:
    """A city depends on its size, its seed and its share of wrong records alone."""
    for name, seed, wrong in (("one", 1, 0.2), ("same", 1, 0.2), ("other", 2, 0.2), ("sound", 1, 0.0)):
        make(tmp_path / name, COUNT, seed=seed, wrong=wrong)
    one = texts(tmp_path / "one")
    assert one == texts(tmp_path / "same")
    assert one != texts(tmp_path / "other")
    assert one != texts(tmp_path / "sound")


def test_about_the_asked_share_is_wrong(tmp_path: Path) -> None:
    """One wrong record gives about one error; the slips are of many kinds."""
    make(tmp_path, COUNT, wrong=0.2)
    errors = [problem for problem in check(tmp_path).problems if problem.severity == "error"]
    assert 0.7 * 0.2 * COUNT <= len(errors) <= 1.3 * 0.2 * COUNT
    assert len({problem.code for problem in errors}) >= 6


@pytest.mark.parametrize("count", [FEWEST, 1_000, 10_000, 300_000])
def test_every_size_adds_up(count: int) -> None:
    """A city of any size has some of every kind, and all kinds together are what was asked for."""
    fixed = len(metrics()) + 1
    sizes = sizes_of(count, fixed)
    parts = [getattr(sizes, name) for name in sizes.__slots__]
    assert min(parts) >= 1
    assert sum(parts) + fixed == count


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["city", "10"], "10: a whole number from 200 to 300000 is wanted"),
        (["city", "many"], "many: a whole number"),
        (["city", "300", "--wrong", "10%"], "10%: a share from 0 to 1 is wanted, such as 0.1"),
        ([".", "300"], "is there already and not an empty folder"),
    ],
)
def test_wrong_use_is_said(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A size, a share or a folder that cannot be used is named, and nothing is written."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert words in capsys.readouterr().err
