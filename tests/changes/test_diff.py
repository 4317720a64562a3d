"""Two made years compared: what the maker changed is listed, exactly, and who withdrew is not named."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.changes.rendered import CHANGE_FORMATS
from generator.cli import main
from tests.conftest import Project, write_tree

Captured = pytest.CaptureFixture[str]
UNTOLD = "只给编辑看的话"

YEAR = f"""
    content/teams/lamp.yml:
        name: 灯火队
        place: city
        source: doc
        figures:
          - 注册志愿者: 100人
    content/people.yml:
        - {{id: yu-lan, name: 于兰芝, place: city, team: lamp, source: doc, consent: 是}}
        - {{id: he-qing, name: 何青松, place: city, source: doc, consent: 是}}
    projects/stays.yml:
        name: 长明灯
        place: city
        owner: lamp
        source: doc
        remark: {UNTOLD}
        library:
          - {{name: 示范库, level: 市级, entered: 2023-05}}
        figures:
          - {{metric: 注册志愿者, value: 2000人, as_of: 2023}}
          - {{metric: 注册志愿者, value: 近300人, as_of: 2022, scope: 只含中心城区}}
    projects/goes.yml:
        name: 老项目
        place: city
        source: doc
    honours/best-2023.yml:
        series: best
        year: 2023
        status: 正式
        source: doc
        winners:
          最美志愿者:
            - {{person: yu-lan}}
            - {{person: he-qing}}
            - 孙小满（某单位）
          最美项目:
            - {{project: stays}}
    honours/best-2022.yml:
        series: best
        year: 2022
        status: 正式
        source: doc
        winners:
          最美队伍:
            - {{team: lamp}}
"""
# What the maker changes: the file, the words before, the words after.
EDITS = (
    ("projects/stays.yml", "value: 2000人, as_of: 2023", "value: 2500人, as_of: 2024"),
    ("projects/stays.yml", "value: 近300人", "value: 近400人"),
    ("projects/stays.yml", "entered: 2023-05}", "entered: 2023-05, left: 2024-08}\n  - {name: 全国库, entered: 2024}"),
    ("projects/stays.yml", "owner: lamp", "owner: light"),
    ("projects/stays.yml", UNTOLD, "另一句内部的话"),
    ("content/people.yml", "id: yu-lan,", "id: yu-lan, display: 已撤回,"),
    ("content/people.yml", "team: lamp", "team: light"),
    ("honours/best-2022.yml", "status: 正式", "status: 撤销"),
    ("honours/best-2022.yml", "team: lamp", "team: light"),
    ("honours/best-2023.yml", "    - 孙小满（某单位）\n", "    - 周立冬（某单位）\n"),
    ("content/documents/doc.yml", "date: 2023", "date: 2024"),
)
NEW = """
    projects/comes.yml:
        name: 新项目
        place: city
        source: doc
    honours/best-2024.yml:
        series: best
        year: 2024
        status: 公示
        source: doc
        winners:
          最美项目:
            - {project: comes}
"""


@pytest.fixture
def years(project: Project, tmp_path: Path) -> tuple[Path, Path]:
    """Return the folders of two made years."""
    project(YEAR)
    old, new = tmp_path / "made" / "old", tmp_path / "made" / "new"
    shutil.copytree(tmp_path, old, ignore=shutil.ignore_patterns("made"))
    shutil.copytree(old, new)
    for path, before, after in EDITS:
        text = (new / path).read_text(encoding="utf-8")
        assert before in text
        (new / path).write_text(text.replace(before, after), encoding="utf-8")
    (new / "projects" / "goes.yml").unlink()
    team = (new / "content" / "teams" / "lamp.yml").rename(new / "content" / "teams" / "light.yml")
    team.write_text(team.read_text(encoding="utf-8") + "formerly: lamp\n", encoding="utf-8")
    write_tree(new, NEW)
    return old, new


def told(capsys: Captured, *arguments: str) -> str:
    """Return what ``showcase diff`` prints."""
    assert main([*arguments]) == 0
    return capsys.readouterr().out


def data(capsys: Captured, *arguments: str) -> Any:
    """Return what ``showcase diff`` finds, as data."""
    return json.loads(told(capsys, "diff", *arguments, "--format", "json"))


def test_records(years: tuple[Path, Path], capsys: Captured) -> None:
    """New, gone and changed records are those that the maker made, took away and edited, renames followed."""
    found = data(capsys, *map(str, years))["records"]
    assert [(one["kind"], one["id"]) for one in found["new"]] == [("project", "comes"), ("edition", "best-2024")]
    assert [(one["kind"], one["id"], one["name"]) for one in found["gone"]] == [("project", "goes", "老项目")]
    assert found["gone_unnamed"] == [{"kind": "person", "count": 1}]
    assert [(one["kind"], one["id"], one["fields"], one["formerly"]) for one in found["changed"]] == [
        ("project", "stays", ["figures", "library"], ""),
        ("edition", "best-2022", ["status"], ""),
        ("edition", "best-2023", ["winners"], ""),
        ("team", "light", [], "lamp"),
        ("document", "doc", ["date"], ""),
    ]


def test_figures(years: tuple[Path, Path], capsys: Captured) -> None:
    """A figure tells from what to what it changed, and by how much where the printed words bear it."""
    found = data(capsys, *map(str, years))["figures"]
    assert [
        (
            one["change"],
            one["subject"],
            one["scope"],
            one["before"]["printed"],
            one["after"]["printed"],
            one["percent"],
            one["about"],
        )
        for one in found
    ] == [
        ("changed", "stays", "", "2000人", "2500人", 25, False),
        ("corrected", "stays", "只含中心城区", "近300人", "近400人", None, False),
        ("changed", "light", "", "100人", "100人", None, False),
    ]


def test_honours_and_libraries(years: tuple[Path, Path], capsys: Captured) -> None:
    """Honours granted, on notice, revoked and no longer written are told apart, and so are stays in libraries."""
    found = data(capsys, *map(str, years))
    assert [
        (one["change"], one["edition"], one["category"], one["names"], one["unnamed"]) for one in found["honours"]
    ] == [
        ("revoked", "best-2022", "最美队伍", ["灯火队"], 0),
        ("granted", "best-2023", "最美志愿者", ["周立冬"], 0),
        ("unwritten", "best-2023", "最美志愿者", [], 2),
        ("announced", "best-2024", "最美项目", ["新项目"], 0),
    ]
    assert [(one["change"], one["project"], one["library"], one["date"]) for one in found["libraries"]] == [
        ("left", "stays", "示范库", "2024-08"),
        ("entered", "stays", "全国库", "2024"),
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", CHANGE_FORMATS)
def test_nobody_hidden_is_named(years: tuple[Path, Path], form: str, language: str, capsys: Captured) -> None:
    """In no format or language is a person named who withdrew or left a roll, nor a private field told."""
    asked = ("--lang", language, "diff", *map(str, years), "--format", form)
    text = told(capsys, *asked)
    assert "新项目" in text
    assert not [word for word in ("于兰芝", "yu-lan", "孙小满", UNTOLD, "另一句内部的话") if word in text]


def test_a_masked_person(project: Project, tmp_path: Path, capsys: Captured) -> None:
    """Whoever is masked now is called as the site calls them, and a former id in pinyin is not told."""
    old = project(YEAR)
    assert main(["-C", str(old), "snapshot", "2023"]) == 0
    people = tmp_path / "content" / "people.yml"
    text = people.read_text(encoding="utf-8").replace(
        "id: he-qing, name: 何青松", "id: volunteer-1, formerly: he-qing, display: 隐去名字, name: 何青松"
    )
    people.write_text(text, encoding="utf-8")
    roll = tmp_path / "honours" / "best-2023.yml"
    roll.write_text(roll.read_text(encoding="utf-8").replace("he-qing", "volunteer-1"), encoding="utf-8")
    capsys.readouterr()
    text = told(capsys, "-C", str(old), "diff", "snapshots/2023.json")
    assert "何某某" in text
    assert not [word for word in ("何青松", "he-qing") if word in text]


def test_old_words_that_hold_a_hidden_name(project: Project, tmp_path: Path, capsys: Captured) -> None:
    """A record that is gone and bears the name of a person who is gone is counted, and not named."""
    folder = project(YEAR + "    content/brands/own.yml:\n        name: 于兰芝工作室\n        place: city\n")
    with (folder / "content" / "brands" / "own.yml").open("a", encoding="utf-8") as brand:
        brand.write("source: doc\n")
    assert main(["-C", str(folder), "snapshot", "2023"]) == 0
    (folder / "content" / "brands" / "own.yml").unlink()
    people = tmp_path / "content" / "people.yml"
    text = people.read_text(encoding="utf-8").replace("id: yu-lan,", "id: yu-lan, display: 已撤回,")
    people.write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert "于兰芝" not in told(capsys, "-C", str(folder), "diff", "snapshots/2023.json")
    found = data(capsys, str(folder / "snapshots" / "2023.json"), str(folder))["records"]
    assert found["gone_unnamed"] == [{"kind": "person", "count": 1}, {"kind": "brand", "count": 1}]


def test_every_form_of_a_state(years: tuple[Path, Path], capsys: Captured) -> None:
    """A project, its site, the site's data and a snapshot say the same."""
    old, new = years
    for folder in years:
        assert main(["-C", str(folder), "build"]) == 0
    assert main(["-C", str(old), "snapshot", "2023"]) == 0
    capsys.readouterr()
    found = data(capsys, str(old), str(new))
    for before, after in (
        (old / "site", new / "site"),
        (old / "site" / "data", new),
        (old / "snapshots" / "2023.json", new / "site" / "data"),
    ):
        other = data(capsys, str(before), str(after))
        assert {**other, "old": "", "new": ""} == {**found, "old": "", "new": ""}


def test_same_input_same_bytes(years: tuple[Path, Path], capsys: Captured) -> None:
    """The same two states give the same bytes in every format."""
    for form in CHANGE_FORMATS:
        asked = ("diff", *map(str, years), "--format", form)
        assert told(capsys, *asked) == told(capsys, *asked)


def test_nothing_differs(years: tuple[Path, Path], capsys: Captured) -> None:
    """A state compared with itself differs in nothing, and says so."""
    assert "没有差别" in told(capsys, "diff", str(years[0]), str(years[0]))


def test_a_table_that_one_site_lacks(years: tuple[Path, Path], capsys: Captured) -> None:
    """What an older site did not write is not called new; it is said to be not compared."""
    old, new = years
    assert main(["-C", str(old), "build"]) == 0
    (old / "site" / "data" / "winners.json").unlink()
    (old / "site" / "data" / "documents.json").unlink()
    capsys.readouterr()
    found = data(capsys, str(old / "site"), str(new))
    assert found["not_compared"] == ["documents", "winners"]
    assert found["honours"] == []
    assert "没有比较的：documents、winners" in told(capsys, "diff", str(old / "site"), str(new))


def test_output_is_written(years: tuple[Path, Path], tmp_path: Path, capsys: Captured) -> None:
    """With ``--output`` the page stands in a file, with hostile words escaped, and asks nothing of other hosts."""
    old, new = years
    (new / "projects" / "comes.yml").write_text("name: <script>a</script>\nplace: city\nsource: doc\n", "utf-8")
    page = tmp_path / "a.html"
    assert main(["diff", str(old), str(new), "--format", "html", "--output", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert "&lt;script&gt;" in text
    assert "<script" not in text
    assert "default-src 'none'" in text
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("diff", "nowhere"), 2, "没有可以比较的数据"),
        (("diff", "empty"), 2, "没有可以比较的数据"),
        (("diff", "torn/data"), 2, "不是网站的数据文件"),
        (("diff", "torn.json"), 2, "不是 showcase snapshot 写的存档"),
        (("diff", "wrong"), 1, "wrong 有错误，先改好"),
        (("snapshot", "去年"), 2, "不是年份"),
        (("snapshot", "../2025"), 2, "不是年份"),
    ],
)
def test_refusals(project: Project, arguments: tuple[str, ...], code: int, words: str, capsys: Captured) -> None:
    """Whatever cannot be compared or kept is refused with a way out, and no traceback."""
    folder = project("""
        empty/a.txt: a
        torn/data/figures.json: [{"subject": 1}]
        torn.json: {"showcase-snapshot": 1, "projects": [
        wrong/projects/a.yml: place: nowhere
    """)
    assert main(["-C", str(folder), *arguments]) == code
    assert words in capsys.readouterr().err
