"""What a project keeps of a year, and the page that follows from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from generator.recipes.check import check
from generator.recipes.record_files import read_sources
from generator.recipes.sent_project import SentPlan, sent_project
from generator.recipes.snapshots import read_snapshots
from tests.changes.test_diff import UNTOLD, YEAR
from tests.conftest import Project
from tests.sites import broken_links, pages_of

Captured = pytest.CaptureFixture[str]


def kept(project: Project, text: str = YEAR) -> Path:
    """Return a project that keeps its year."""
    folder = project(text)
    assert main(["-C", str(folder), "snapshot", "2023"]) == 0
    return folder


def replace(path: Path, before: str, after: str) -> None:
    """Change words of a file that stand in it."""
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def test_snapshot_holds_what_is_public(project: Project) -> None:
    """A private field is in no byte of a snapshot, and the same records give the same bytes."""
    folder = kept(project)
    file = folder / "snapshots" / "2023.json"
    first = file.read_bytes()
    assert "长明灯" in first.decode("utf-8")
    assert UNTOLD not in first.decode("utf-8")
    file.unlink()
    assert main(["-C", str(folder), "snapshot", "2023"]) == 0
    assert file.read_bytes() == first


def test_snapshot_is_not_written_over(project: Project, capsys: Captured) -> None:
    """The same year again is no error while nothing has changed, and is refused afterwards unless it is asked for."""
    folder = kept(project)
    file = folder / "snapshots" / "2023.json"
    assert main(["-C", str(folder), "snapshot", "2023"]) == 0
    replace(folder / "projects" / "goes.yml", "老项目", "更老的项目")
    before = file.read_bytes()
    assert main(["-C", str(folder), "snapshot", "2023"]) == 2
    assert file.read_bytes() == before
    assert "--replace" in capsys.readouterr().err
    assert main(["-C", str(folder), "snapshot", "2023", "--replace"]) == 0
    assert "更老的项目" in file.read_text(encoding="utf-8")


def test_a_wrong_project_keeps_nothing(project: Project) -> None:
    """A project with errors is not kept, since nothing of it may be published."""
    folder = project("projects/a.yml:\n    name: 甲\n    place: nowhere\n")
    assert main(["-C", str(folder), "snapshot", "2023"]) == 1
    assert not (folder / "snapshots").exists()


def test_page_of_updates(project: Project) -> None:
    """The page says what changed with links that lead somewhere, and stands in the menu."""
    folder = kept(project)
    replace(folder / "projects" / "stays.yml", "value: 2000人, as_of: 2023", "value: 2500人, as_of: 2024")
    replace(folder / "content" / "documents" / "doc.yml", "date: 2023", "date: 2024")
    (folder / "projects" / "comes.yml").write_text("name: 新项目\nplace: city\nsource: doc\n", encoding="utf-8")
    assert main(["-C", str(folder), "build"]) == 0
    site = folder / "site"
    page = (site / "updates.html").read_text(encoding="utf-8")
    assert '<a href="projects/comes.html">' in page
    assert "2000人（2023年） → 2500人（2024年），+25%" in page
    assert "updates.html" in pages_of(site)["index.html"].targets
    assert [target for page, target in broken_links(site, pages_of(site)) if page == "updates.html"] == []


def test_page_in_the_sitemap(project: Project) -> None:
    """Search engines are told of the page."""
    folder = kept(project)
    replace(folder / "mkdocs.yml", "site_name: 试验站", "site_name: 试验站\nsite_url: https://example.org/")
    sitemap = next(one for one in check(folder).artefacts if one.path == "sitemap.xml").make()
    assert b"https://example.org/updates.html" in sitemap


def test_nobody_hidden_is_on_the_page(project: Project) -> None:
    """Who withdrew is in no byte of a site that keeps the year in which they were public."""
    folder = kept(project)
    replace(folder / "content" / "people.yml", "id: yu-lan,", "id: yu-lan, display: 已撤回,")
    assert main(["-C", str(folder), "build"]) == 0
    site = folder / "site"
    assert (site / "updates.html").is_file()
    named = [path for path in site.rglob("*") if path.is_file() and "于兰芝".encode() in path.read_bytes()]
    assert named == []


def test_revoked_honours_name_nobody(project: Project) -> None:
    """The page says that an honour was revoked, and leaves the names to its own roll; one on notice says so."""
    folder = kept(project)
    replace(folder / "honours" / "best-2023.yml", "status: 正式", "status: 撤销")
    notice = "series: best\nyear: 2024\nstatus: 公示\nsource: doc\nwinners:\n  最美项目: [{project: stays}]\n"
    (folder / "honours" / "best-2024.yml").write_text(notice, encoding="utf-8")
    page = page_of(folder)
    assert "撤销的荣誉" in page
    assert "最美志愿者：3 个" in page
    assert "孙小满" not in page
    assert page.count("2024年，公示中") == 2


def test_without_a_year_there_is_no_page(project: Project) -> None:
    """A project that keeps no year has no page of updates, and its pages no link to one."""
    paths = {one.path: one for one in check(project(YEAR)).artefacts}
    assert "updates.html" not in paths
    assert b"updates.html" not in paths["index.html"].make()


def test_page_on_the_day_after(project: Project) -> None:
    """Where nothing has changed since the newest year, the one before is told, and without one that nothing has."""
    folder = kept(project)
    assert "还没有变化" in page_of(folder)
    (folder / "projects" / "comes.yml").write_text("name: 新项目\nplace: city\nsource: doc\n", encoding="utf-8")
    assert main(["-C", str(folder), "snapshot", "2024"]) == 0
    page = page_of(folder)
    assert "和 2023 年存下来的数据比" in page
    assert "新项目" in page


def page_of(folder: Path) -> str:
    """Return the page of updates of a project."""
    page = next(one for one in check(folder).artefacts if one.path == "updates.html")
    return page.make().decode("utf-8").replace("<wbr>", "")


def test_long_lists_are_cut(project: Project) -> None:
    """Many changes are cut into pages, each of them made from the same comparison."""
    folder = kept(project)
    records = "".join(f"- {{id: p{at}, name: 第{at}个项目, place: city, source: doc}}\n" for at in range(150))
    (folder / "projects" / "many.yml").write_text(records, encoding="utf-8")
    paths = [one.path for one in check(folder).artefacts if one.path.startswith("updates")]
    assert paths == ["updates.html", "updates-2.html"]


def test_page_follows_the_records(project: Project) -> None:
    """A build that takes over what has not changed gives the page that a build from nothing gives."""
    folder = kept(project)
    assert main(["-C", str(folder), "build"]) == 0
    replace(folder / "projects" / "goes.yml", "老项目", "更老的项目")
    assert main(["-C", str(folder), "build"]) == 0
    page = (folder / "site" / "updates.html").read_text(encoding="utf-8")
    assert "更老的项目" in page.replace("<wbr>", "")
    assert main(["-C", str(folder), "build", "--no-cache", "--site", str(folder / "again")]) == 0
    assert (folder / "again" / "updates.html").read_text(encoding="utf-8") == page
    (folder / "snapshots" / "2023.json").unlink()
    assert main(["-C", str(folder), "build"]) == 0
    assert not (folder / "site" / "updates.html").exists()


def test_another_process_makes_the_same_page(project: Project) -> None:
    """A process that is told the project as one text makes the same page of updates."""
    folder = kept(project)
    replace(folder / "projects" / "goes.yml", "老项目", "更老的项目")
    checked = check(folder)
    sent = sent_project(read_sources(folder), checked.material, (), read_snapshots(folder)[0], traced=False)
    data, _ = SentPlan(sent).make(["updates.html"])
    made = data["updates.html"].decode("utf-8").replace("<wbr>", "")
    assert made.partition("</main>")[0] == page_of(folder).partition("</main>")[0]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("2024.json", "[]", "snapshot-damaged"),
        ("2024.json", '{"showcase-snapshot": 1, "projects": [{"id": 7}]}', "snapshot-damaged"),
        ("2024.json", "[" * 100_000, "snapshot-damaged"),
        ("去年.json", "{}", "snapshot-not-read"),
        ("old/2024.json", "{}", "snapshot-not-read"),
    ],
)
def test_what_is_no_snapshot(project: Project, name: str, text: str, code: str) -> None:
    """A check names a snapshot that cannot be read, and a file that is none."""
    folder = kept(project)
    (folder / "snapshots" / name).parent.mkdir(exist_ok=True)
    (folder / "snapshots" / name).write_text(text, encoding="utf-8")
    assert [(one.code, one.location.path) for one in check(folder).problems] == [(code, f"snapshots/{name}")]
