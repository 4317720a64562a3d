"""A new record: in its place, with an id that is free, refused by a check until it is filled, and sound then."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from generator.desk.questions import anything, terminal_asker
from generator.problems import Phrase
from generator.recipes.check import check
from generator.records.kinds import KINDS, Kind
from tests.conftest import Project

Captured = pytest.CaptureFixture[str]
# What a person fills in, by field.
FILLED = {
    "级别": "市级",
    "类型": "",
    "单位": "人",
    "性质": "存量",
    "来源": "doc",
    "本人同意": "是",
    "系列": "best",
    "年份": "2024",
    "地区": "city",
    "日期": "2024",
    "词条": "[为老, 为小]",
    "颜色": "赭",
    "图形": "寿桃",
}
TYPES = {"activity": "培训", "incentive": "保险", "platform": "小程序", "document": "新闻报道"}


def made(folder: Path) -> set[str]:
    """Return the paths of a project's files."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def fill(path: Path, kind: Kind) -> None:
    """Write behind each open key what a person would."""
    words = FILLED | {"类型": TYPES.get(kind.name, "")} | ({"级别": "市"} if kind.name == "place" else {})
    text = path.read_text(encoding="utf-8")
    filled = re.sub(r"^(\w+):$", lambda match: f"{match[1]}: {words[match[1]]}", text, flags=re.MULTILINE)
    path.write_text(filled, encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_kind_is_sound_once_filled(kind: Kind, project: Project, capsys: Captured) -> None:
    """A new record of any kind lies in its folder; what waits is named, asked for by a check, and sound when filled."""
    folder = project()
    before = made(folder)
    assert main(["-C", str(folder), "new", kind.label, "xin", "--name", "新的一条"]) == 0
    said = capsys.readouterr()
    assert made(folder) - before == {f"{kind.folder}/xin.yml"}
    assert str(folder / kind.folder / "xin.yml") in said.out
    path = folder / kind.folder / "xin.yml"
    waiting = re.findall(r"^(\w+):$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert all(label in said.err for label in waiting)
    assert all(problem.location.path == f"{kind.folder}/xin.yml" for problem in check(folder).problems)
    fill(path, kind)
    assert check(folder).problems == []
    assert check(folder).catalogue.entries[kind.name, "xin"].record.name == "新的一条"


@pytest.mark.parametrize("word", ["项目", "project", "Projects", "品牌项目"])
def test_names_of_a_kind(word: str, project: Project) -> None:
    """A kind is named in Chinese or English, by its name, its plural or its title; the id comes from the name."""
    folder = project()
    assert main(["-C", str(folder), "new", word, "--name", "“小巷灯火”志愿服务项目"]) == 0
    assert check(folder).problems == []
    assert "名称: “小巷灯火”志愿服务项目\n" in (folder / "projects/xiaoxiang-denghuo.yml").read_text(encoding="utf-8")


def test_a_chinese_word_in_place_of_the_id_is_the_name(project: Project) -> None:
    """``new 项目 社区小书屋`` takes the word for the name, since no id is Chinese."""
    folder = project()
    assert main(["-C", str(folder), "new", "项目", "社区小书屋"]) == 0
    assert check(folder).problems == []
    assert (folder / "projects/shequ-xiao-shuwu.yml").is_file()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["项木", "a"], "是不是“项目”？"),
        (["projcet", "a"], "是不是“project”？"),
        (["nosuchthing", "a"], "可以写：项目、"),
        (["项目", "A_b"], "不能做编号"),
        (["项目", "index"], "不能做编号"),
        (["项目"], "showcase new 项目 --name 名称"),
        (["项目", "--name", "★"], "--name 名称"),
        (["项目", "there"], "projects/list.yml"),
        (["项目", "former"], "projects/list.yml"),
        (["项目", "broken"], "projects/broken.yml"),
        (["荣誉榜", "--series", "bset"], "是不是“best”？"),
    ],
)
def test_refusals_say_what_will_do(arguments: list[str], words: str, project: Project, capsys: Captured) -> None:
    """What cannot be made is exit 2 with a way out, and nothing is written or overwritten."""
    folder = project("""
        projects/list.yml:
            - {id: there, name: 甲, formerly: former}
        projects/broken.yml:
            name: "没有写完
    """)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert main(["-C", str(folder), "new", *arguments]) == 2
    assert words in capsys.readouterr().err
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_proposed_id_that_is_taken_is_counted_up(project: Project) -> None:
    """Two records of one name get two ids, also where the first stands in a list file."""
    folder = project("content/teams.yml:\n    - {id: mingdeng-dui, name: 明灯队, source: doc}\n")
    assert main(["-C", str(folder), "new", "队伍", "--name", "明灯队"]) == 0
    assert (folder / "content/teams/mingdeng-dui-2.yml").is_file()


EDITIONS = """
    honours/series.yml:
        - {id: best, name: 最美, level: 市级, categories: [最美志愿者, 旧类别, 最美社区]}
    honours/best-2022.yml:
        {series: best, year: 2022, source: doc, winners: {旧类别: [王伟]}}
    honours/best-2023.yml:
        series: best
        year: 2023
        source: doc
        winners:
          最美志愿者: [王伟]
        unnamed:
          - {category: 最美社区, count: 4个}
"""


def test_an_edition_has_the_categories_of_the_one_before(project: Project) -> None:
    """An edition, its series named by id or name, has the latest edition's categories, and an id of series and year."""
    folder = project(EDITIONS)
    for series in ("best", "最美"):
        assert main(["-C", str(folder), "new", "edition", "--series", series, "--year", "2024"]) == 0
    text = (folder / "honours/best-2024.yml").read_text(encoding="utf-8")
    assert "系列: best\n" in text
    assert "年份: 2024\n" in text
    assert "获奖名单:\n  最美志愿者:\n    -\n  最美社区:\n    -\n" in text
    assert (folder / "honours/best-2024-2.yml").is_file()
    (folder / "honours/best-2024-2.yml").unlink()
    found = [(problem.code, problem.location.path) for problem in check(folder).problems]
    assert found == [("empty-item", "honours/best-2024.yml")] * 2


def test_a_first_edition_has_the_categories_of_its_series(project: Project) -> None:
    """Where a series has no edition yet, its own categories stand ready."""
    folder = project("honours/series.yml:\n    - {id: best, name: 最美, level: 市级, categories: [最美志愿者]}\n")
    assert main(["-C", str(folder), "new", "荣誉榜", "--series", "best"]) == 0
    assert "  最美志愿者:\n    -\n" in (folder / "honours/best.yml").read_text(encoding="utf-8")


def test_a_name_over_several_lines_stays_a_remark(project: Project) -> None:
    """What the project has is offered on one line, whatever its name."""
    folder = project('content/teams/dui.yml:\n    {name: "甲\\n乙: 丙", source: doc}\n')
    assert main(["-C", str(folder), "new", "项目", "xin", "--name", "新的"]) == 0
    assert "这里有 dui（甲 乙: 丙）\n" in (folder / "projects/xin.yml").read_text(encoding="utf-8")


def test_nobody_hidden_is_named(project: Project) -> None:
    """What the project has is offered without those who are hidden, so that a new file gives nobody away."""
    folder = project("content/people/p1.yml:\n    {name: 王小明, display: 已撤回, source: doc}\n")
    for kind in KINDS:
        assert main(["-C", str(folder), "new", kind.name, "xin"]) == 0
    assert not any("王小明" in path.read_text(encoding="utf-8") for path in folder.rglob("xin.yml"))


class Terminal(io.StringIO):
    """What somebody types at a terminal."""

    def isatty(self) -> bool:
        """Say that somebody sits there."""
        return True


Typing = Callable[[str], Terminal]


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Return what types at a terminal, of which it returns the screen."""

    def type_in(text: str) -> Terminal:
        screen = Terminal()
        monkeypatch.setattr("sys.stdin", Terminal(text))
        monkeypatch.setattr("sys.stderr", screen)
        return screen

    return type_in


def test_a_terminal_is_asked(typing: Typing, project: Project) -> None:
    """At a terminal name and id are asked for; a wrong id is asked for again, and Enter takes the proposal."""
    folder = project("projects/a.yml:\n    name: 甲\n")
    screen = typing("社区小书屋\na\nB!\n\n")
    assert main(["-C", str(folder), "new", "项目"]) == 0
    assert (folder / "projects/shequ-xiao-shuwu.yml").is_file()
    assert screen.getvalue().count("[shequ-xiao-shuwu]: ") == 3


def test_a_terminal_is_asked_for_the_series(typing: Typing, project: Project) -> None:
    """At a terminal the series and the year of an edition are asked for; of one series Enter will do."""
    folder = project(EDITIONS)
    typing("\n2025\n\n")
    assert main(["-C", str(folder), "new", "荣誉榜"]) == 0
    assert (folder / "honours/best-2025.yml").is_file()


def test_the_end_of_input_takes_what_is_offered(typing: Typing) -> None:
    """Where the input ends, the offer is taken, and nobody is asked for ever."""
    typing("")
    ask = terminal_asker("zh")
    assert ask is not None
    assert ask(Phrase("名称", "name"), "甲", anything) == "甲"
    assert not ask(Phrase("编号", "id"), "", bool)


def test_nobody_is_asked_without_a_terminal() -> None:
    """Without a terminal there is nothing that asks."""
    assert terminal_asker("zh") is None
