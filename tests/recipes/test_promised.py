"""Addresses once published: kept in a list, added to by a build, and missed by a check when they are lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.cli import main
from generator.problems import Problem
from generator.publish.artefact import Artefact
from generator.recipes.check import check
from generator.recipes.promised import LIST, keep_promised
from tests.conftest import Project

PERSON = """
    content/people/wang-wei.yml:
        name: 王伟
        consent: 是
        source: doc
"""


def built(folder: Path) -> list[str]:
    """Build a project and return its list of addresses."""
    assert main(["-C", str(folder), "build"]) == 0
    return addresses(folder)


def addresses(folder: Path) -> list[str]:
    """Return the addresses of a project's list."""
    lines = (folder / LIST).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def lost(folder: Path) -> list[tuple[str, int]]:
    """Return the lost addresses that a check reports, each with its line."""
    return [(shown(found), found.location.line) for found in check(folder).problems if found.code == "address-lost"]


def shown(problem: Problem) -> str:
    """Return which address a problem names."""
    return str(problem.details["address"])


def test_a_build_keeps_what_it_published(project: Project) -> None:
    """The list is sorted, one path a line, in UTF-8 and LF, with pages of records, prose pages and data files."""
    folder = project("projects/a.yml:\n    name: 甲\n    place: city\n    source: doc\n")
    found = built(folder)
    assert found == sorted(found)
    assert {"projects/a.html", "projects/index.html", "about.html", "data/projects.csv", "index.html"} <= set(found)
    assert not {"404.html", "components.html", "assets/showcase.css", "sitemap.xml"} & set(found)
    assert b"\r" not in (folder / LIST).read_bytes()
    assert [path.name for path in folder.iterdir() if path.name.startswith(f".{LIST}")] == []


def test_a_second_build_leaves_the_list_alone(project: Project) -> None:
    """A build that publishes nothing new does not touch the list, however its lines are ended."""
    folder = project()
    built(folder)
    text = b"\xef\xbb\xbf" + (folder / LIST).read_bytes().replace(b"\n", b"\r\n") + b"\r\n# mine\r\n"
    (folder / LIST).write_bytes(text)
    built(folder)
    assert (folder / LIST).read_bytes() == text


def test_a_renamed_record(project: Project) -> None:
    """A record with another id is missed at its line of the list, with the guess; listing the former id mends it."""
    folder = project("projects/meng-yuan.yml:\n    name: 甲\n    place: city\n    source: doc\n")
    built(folder)
    line = (folder / LIST).read_text("utf-8").splitlines().index("projects/meng-yuan.html") + 1
    renamed = (folder / "projects/meng-yuan.yml").rename(folder / "projects/mengyuan.yml")
    [problem] = check(folder).problems
    assert problem.code == "address-lost"
    assert (problem.location.path, problem.location.line) == (LIST, line)
    assert "“mengyuan”" in problem.help("zh")
    assert "曾用编号: meng-yuan" in problem.help("zh")
    assert main(["-C", str(folder), "build"]) == 1
    renamed.write_text(renamed.read_text("utf-8") + "曾用编号: meng-yuan\n", encoding="utf-8")
    assert check(folder).problems == []
    assert {"projects/meng-yuan.html", "projects/mengyuan.html"} <= set(built(folder))


def test_an_address_given_up(project: Project) -> None:
    """Deleting its line gives an address up, and the next build does not bring it back."""
    folder = project("projects/a.yml:\n    name: 甲\n    place: city\n    source: doc\n")
    built(folder)
    (folder / "projects/a.yml").unlink()
    assert [path for path, _ in lost(folder)] == ["projects/a.html"]
    text = (folder / LIST).read_text("utf-8")
    (folder / LIST).write_text(text.replace("projects/a.html\n", ""), encoding="utf-8")
    assert "projects/a.html" not in built(folder)


def test_a_prose_page_that_went(project: Project) -> None:
    """A prose page is promised too, and its mend is not that of a record."""
    folder = project("content/help.md:\n    # 帮助\n")
    built(folder)
    (folder / "content/help.md").unlink()
    [problem] = check(folder).problems
    assert (problem.code, shown(problem)) == ("address-lost", "help.html")
    assert "曾用编号" not in problem.help("zh")


def test_many_of_one_cause(project: Project) -> None:
    """A hundred lost addresses of one folder are one problem that says how many."""
    folder = project()
    (folder / LIST).write_text("\n".join(f"projects/p{number}.html" for number in range(100)), encoding="utf-8")
    [problem] = check(folder).problems
    assert "100" in problem.message("zh")
    assert problem.location.line == 1


def test_further_pages_are_not_promised(project: Project) -> None:
    """A list that gets shorter loses pages without a word."""
    many = "".join(f"    - {{id: t{number}, name: 第{number}队, place: city, source: doc}}\n" for number in range(70))
    other = "    - {id: far, name: 远方队, place: village, source: doc}\n"
    village = "content/places/village.yml:\n    name: 某村\n    level: 区县\n    source: doc\n"
    folder = project(f"content/teams.yml:\n{many}{other}{village}")
    found = built(folder)
    assert (folder / "site/teams/index-2.html").is_file()
    assert (folder / "site/places/city/teams.html").is_file()
    assert not {"teams/index-2.html", "places/city/teams.html"} & set(found)
    kept = "    - {id: t0, name: 第0队, place: city, source: doc}\n"
    (folder / "content/teams.yml").write_text(kept, encoding="utf-8")
    assert sorted({path.partition("/")[0] for path, _ in lost(folder)}) == ["teams"]


def test_persons_are_not_kept(project: Project) -> None:
    """No person's page is in the list; one written there by hand is not missed, and the next build takes it out."""
    folder = project(PERSON)
    assert [path for path in built(folder) if path.startswith("people/")] == ["people/index.html"]
    (folder / LIST).write_text("people/wang-wei.html\n", encoding="utf-8")
    (folder / "content/people/wang-wei.yml").unlink()
    assert lost(folder) == []
    assert "people/wang-wei.html" not in built(folder)


def test_a_list_with_marks_of_a_conflict(project: Project) -> None:
    """Both sides of what git could not merge are promised; the marks go at the next build, words stay."""
    folder = project()
    sides = "# 说明\n\n<<<<<<< HEAD\nabout.html\n=======\nprojects/gone.html\n>>>>>>> other\n"
    (folder / LIST).write_text(sides, encoding="utf-8")
    assert lost(folder) == [("projects/gone.html", 6)]
    (folder / LIST).write_text(sides.replace("projects/gone", "places/city"), encoding="utf-8")
    assert "places/city.html" in built(folder)
    text = (folder / LIST).read_text("utf-8")
    assert "# 说明" in text
    assert "<<<" not in text


def test_a_list_that_cannot_be_read(project: Project) -> None:
    """A list in another encoding is a problem, since nothing is known of what it promised."""
    folder = project()
    (folder / LIST).write_bytes("projects/a.html".encode("utf-16"))
    assert [problem.code for problem in check(folder).problems] == ["not-utf8"]


def test_a_list_that_cannot_be_written(project: Project, capfd: pytest.CaptureFixture[str]) -> None:
    """Where the list cannot be written the site is published all the same, and the build says so."""
    folder = project()
    (folder / LIST).mkdir()
    assert main(["-C", str(folder), "build"]) == 0
    assert (folder / "site/index.html").is_file()
    assert "addresses-not-kept" in capfd.readouterr().err


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="rights bind no administrator")
def test_a_folder_that_cannot_be_written(project: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A project that may only be read, as in CI, is built into another folder."""
    folder, site = project(), tmp_path_factory.mktemp("public") / "site"
    folder.chmod(0o555)
    try:
        assert main(["-C", str(folder), "build", "--site", str(site)]) == 0
    finally:
        folder.chmod(0o755)
    assert not (folder / LIST).exists()


def test_two_builds_of_one_project(tmp_path: Path) -> None:
    """Each build adds to what the list says when it writes, so neither takes out what the other put in."""
    for path in ("b.html", "a.html"):
        assert keep_promised(tmp_path, [Artefact(path, "", "page", bytes, lasting=True)]) == []
    assert addresses(tmp_path) == ["a.html", "b.html"]
    assert [path.name for path in tmp_path.iterdir()] == [LIST]


def test_nothing_is_kept_of_a_build_that_failed(project: Project) -> None:
    """A build that publishes nothing promises nothing."""
    folder = project("projects/a.yml:\n    name: 甲\n    place: nowhere\n    source: doc\n")
    assert main(["-C", str(folder), "build"]) == 1
    assert not (folder / LIST).exists()


def test_the_page_of_a_metric_is_not_promised(project: Project) -> None:
    """A metric of which one figure is left has no page any more, and nobody is told that its address is lost."""
    metric = "projects/{}.yml:\n    name: {}\n    place: city\n    source: doc\n    figures:\n      - 注册志愿者: 3人\n"
    folder = project(metric.format("a", "甲") + metric.format("b", "乙"))
    assert "metrics/volunteers.html" not in built(folder)
    assert (folder / "site/metrics/volunteers.html").is_file()
    with (folder / LIST).open("a", encoding="utf-8") as listed:
        listed.write("metrics/volunteers.html\n")
    (folder / "projects/b.yml").write_text("name: 乙\nplace: city\nsource: doc\n", "utf-8")
    assert lost(folder) == []
    assert "metrics/volunteers.html" not in built(folder)
    assert not (folder / "site/metrics/volunteers.html").exists()
