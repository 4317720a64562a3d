"""The benchmark: cities are the same for the same seed and sound unless asked otherwise; the runner counts right."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.city import main, make
from benchmarks.hugo_site import write_hugo_site
from benchmarks.kinds import metrics
from benchmarks.measure import FailedError, Measured, measured
from benchmarks.mkdocs_site import write_mkdocs_site
from benchmarks.pictures import photograph, write_pictures
from benchmarks.results import write_results
from benchmarks.run import in_turn
from benchmarks.sizes import FEWEST, sizes_of
from benchmarks.table import Made, Row, ratios, table
from benchmarks.works import one_record, one_title
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


def test_made_photographs(tmp_path: Path) -> None:
    """A made photograph is the same for the same seed, and those of a city are the covers of its projects."""
    one, same, other = (photograph(seed, (120, 90)).tobytes() for seed in (1, 1, 2))
    assert one == same != other
    covers = list(write_pictures(tmp_path, 2, size=(120, 90)))
    assert [cover.with_suffix(".yml").is_file() for cover in covers] == [True, True]
    assert {problem.code for problem in check(tmp_path).problems} <= {"picture-small", "picture-blurred"}


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


@dataclass
class Noted:
    """A work that notes when it was done."""

    name: str
    done: list[str]
    made: Path
    features: str = "nothing"

    def do(self, turn: int) -> Measured:
        """Note it."""
        self.done.append(f"{self.name}{turn}")
        return Measured(float(len(self.done)), 1_000_000)


def test_rounds_begin_with_another_work(tmp_path: Path) -> None:
    """Each work is done once a round, and no work is always first."""
    done: list[str] = []
    rows = in_turn([Noted(name, done, tmp_path) for name in "abc"], 3)
    assert done == ["a0", "b0", "c0", "b1", "c1", "a1", "c2", "a2", "b2"]
    assert [row.seconds for row in rows] == [6, 4, 5]


def test_ratios_are_of_medians() -> None:
    """The table gives the ratio of each median, and of each shortest time, to that of the one that is 1."""
    rows = [Row(name, "", [Measured(at) for at in runs], Made()) for name, *runs in (("a", 1, 9, 3), ("b", 6, 6, 6))]
    assert [line.split(" | ")[1:5] for line in table(rows, "a").splitlines()[2:]] == [
        ["3.00 s", "1.00–9.00", "1.00", "1.00"],
        ["6.00 s", "6.00–6.00", "2.00", "6.00"],
    ]
    assert ratios(rows, {"b to a": ("b", "a"), "b to c": ("b", "c")}) == ["b to a: 2.00"]


@pytest.mark.skipif(os.name != "posix", reason="the runner needs wait4")
def test_a_failed_work_is_no_result(tmp_path: Path) -> None:
    """A command that ends with another code than expected stops the run with its own words."""
    failing = [sys.executable, "-c", "print('no such thing'); raise SystemExit(3)"]
    assert measured(failing, tmp_path, exit_code=3).seconds > 0
    with pytest.raises(FailedError, match="exit code 3\nno such thing"):
        measured(failing, tmp_path)


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").is_file(), reason="sums are read from the system's own lists")
def test_memory_of_children_counts(tmp_path: Path) -> None:
    """What several processes hold at once is added up."""
    hold = "held = bytearray(60_000_000); import time; time.sleep(0.7)"
    both = (
        "import subprocess, sys\n"
        f"two = [subprocess.Popen([sys.executable, '-c', {hold!r}]) for _ in '12']\n"
        "for one in two: one.wait()"
    )
    assert measured([sys.executable, "-c", both], tmp_path).peak > 120_000_000


def test_results_keep_what_others_wrote(tmp_path: Path) -> None:
    """A run replaces its own section and leaves every other as it is."""
    path = tmp_path / "RESULTS.md"
    write_results("1,000 records", "old", path)
    path.write_text(path.read_text("utf-8") + "\n## The profile's top ten\n\nwords\n", encoding="utf-8")
    write_results("1,000 records", "new", path)
    write_results("10,000 records", "more", path)
    text = path.read_text("utf-8")
    assert text.partition("## ")[2] == (
        "1,000 records\n\nnew\n\n## The profile's top ten\n\nwords\n\n## 10,000 records\n\nmore\n"
    )


def test_changes_leave_a_sound_city_sound(tmp_path: Path) -> None:
    """What the benchmark changes between builds is another text each time, and no mistake."""
    make(tmp_path, COUNT)
    before = texts(tmp_path)
    for turn in range(2):
        one_record(tmp_path, turn)
        one_title(tmp_path, turn)
        after = texts(tmp_path)
        assert {path for path in after if after[path] != before[path]} == {"projects/p1.yml", "content/places/d1.yml"}
        assert check(tmp_path).problems == []
        before = after


def test_hugo_gets_every_record(tmp_path: Path) -> None:
    """The peers' folders hold a page, or a line of data, for each record of the city."""
    write_hugo_site(tmp_path / "hugo", COUNT, 0)
    sections = {path.parent.name for path in (tmp_path / "hugo" / "content").rglob("_content.gotmpl")}
    data = {path.stem: json.loads(path.read_bytes()) for path in (tmp_path / "hugo" / "data").iterdir()}
    assert sum(len(data["editions" if name == "honours" else name]) for name in sections) == COUNT
    write_mkdocs_site(tmp_path / "mkdocs", COUNT, 0)
    pages = [path for path in (tmp_path / "mkdocs" / "docs").rglob("*.md") if path.name != "index.md"]
    assert len(pages) == COUNT
