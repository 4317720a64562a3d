"""The recipes of CONTRIBUTING.md, each done word for word on a copy of the package, and looked at from the door."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import BASE, ROOT, write_tree

PAGE = ROOT / "CONTRIBUTING.md"
DIFF = re.compile(r"```diff\n(.*?)```", re.DOTALL)


def recipe(name: str) -> dict[str, list[list[str]]]:
    """Return the edits of a recipe: the hunks of each file, whose lines begin with ``+``, ``-`` or a space."""
    section = PAGE.read_text(encoding="utf-8").split(f"## To add {name}\n", 1)[1].split("\n## ", 1)[0]
    edits: dict[str, list[list[str]]] = {}
    for block in DIFF.findall(section):
        for part in re.split(r"^\+\+\+ ", block, flags=re.MULTILINE)[1:]:
            path, _, text = part.partition("\n")
            edits[path] = [hunk.splitlines() for hunk in text.split("@@\n")]
    return edits


def edit(path: Path, hunks: list[list[str]]) -> None:
    """Edit a file by hand: what a hunk shows without its ``+`` lines stands there once, and is replaced."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    for lines in hunks:
        before = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("+"))
        after = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("-"))
        assert text.count(before) == 1 if text else not before, f"{path}: CONTRIBUTING.md is behind the code:\n{before}"
        text = text.replace(before, after) if text else after
    path.write_text(text, encoding="utf-8")


@dataclass(frozen=True)
class Workshop:
    """A copy of the package in which a recipe was done, and a small project to try it on."""

    package: Path
    project: Path
    edited: tuple[str, ...]

    def run(self, *command: str, code: int = 0) -> str:
        """Run a module of the copy in the project's folder and return what it says; it must end with this code."""
        environment = {**os.environ, "PYTHONPATH": str(self.package), "PYTHONIOENCODING": "utf-8"}
        outcome = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=self.project,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert outcome.returncode == code, outcome.stdout + outcome.stderr
        return outcome.stdout

    def text(self, path: str) -> str:
        """Return the text of a file below the project, such as ``site/index.html``, without marks where lines break."""
        return unescape((self.project / path).read_text(encoding="utf-8-sig")).replace("<wbr>", "")

    def json(self, path: str) -> Any:
        """Return what a JSON file below the project holds."""
        return json.loads((self.project / path).read_text(encoding="utf-8"))


def workshop(folder: Path, name: str, records: str = "") -> Workshop:
    """Do a recipe on a copy, and write a project with these records."""
    package, project = folder / "package", folder / "project"
    for part in ("generator", "site_theme"):
        shutil.copytree(ROOT / part, package / part)
    edits = recipe(name)
    for path, hunks in edits.items():
        edit(package / path, hunks)
    write_tree(project, BASE)
    write_tree(project, records)
    return Workshop(package, project, tuple(edits))


TEAMS = """
content/teams/a.yml:
    {name: 甲队, source: doc, 口号: 随叫随到}
content/teams/b.yml:
    {name: 乙队, source: doc, motto: 风雨无阻}
"""


@pytest.fixture(scope="module")
def field(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Return a house in which teams have one field more."""
    return workshop(tmp_path_factory.mktemp("field"), "a field", TEAMS)


def test_a_field_is_one_line(field: Workshop) -> None:
    """With one line more a field is accepted under both its keys, and printed on the pages and in the data."""
    assert field.edited == ("generator/records/team.py",)
    field.run("generator", "build")
    for name, motto in (("a", "随叫随到"), ("b", "风雨无阻")):
        assert re.search(rf"<dt>口号</dt>\s*<dd>\s*{motto}", field.text(f"site/teams/{name}.html"))
    assert [team["motto"] for team in field.json("site/data/teams.json")] == ["随叫随到", "风雨无阻"]
    rows = csv.DictReader(field.text("site/data/teams.csv").splitlines())
    assert [row["motto"] for row in rows] == ["随叫随到", "风雨无阻"]


def test_a_field_is_in_the_schema_and_the_handbook(field: Workshop) -> None:
    """The editor completes and explains the new field under both keys, and the handbook has it in its table."""
    field.run("generator", "schema")
    schema = field.json(".vscode/schemas/team.schema.json")
    assert schema["properties"]["口号"] == schema["properties"]["motto"] == {"$ref": "#/definitions/Team.motto"}
    assert "队伍自己的口号" in schema["definitions"]["Team.motto"]["description"]
    field.run("generator.desk.handbook_texts", "docs")
    assert "| **口号**<br>`motto` |" in field.text("docs/kinds/team.md")


REPEATED = """
projects/a.yml:
    name: 圆梦
    source: doc
    summary: 圆梦。
"""


@pytest.fixture(scope="module")
def rule(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Return a house with one rule more."""
    return workshop(tmp_path_factory.mktemp("rule"), "a rule", REPEATED)


def test_a_rule_is_one_function(rule: Workshop) -> None:
    """With one function more a check reports at the place, in both languages."""
    assert rule.edited == ("generator/rules/text.py",)
    assert "projects/a.yml:3:10: 提醒 [summary-repeats-name] 简介只是把名称又写了一遍" in rule.run("generator", "check")
    assert "the summary only repeats the name" in rule.run("generator", "--lang", "en", "check")


def test_a_rule_explains_itself(rule: Workshop) -> None:
    """``explain`` and the handbook have the new rule's reason and its two examples, in both languages."""
    rule.run("generator.desk.handbook_texts", "docs")
    for language, key, reason, page in (
        ("zh", "简介", "简介只是重复名称，读者看不到新的内容。", "docs/rules.md"),
        ("en", "summary", "Report a summary that says no more than the name.", "docs/rules.en.md"),
    ):
        explained = rule.run("generator", "--lang", language, "explain", "summary-repeats-name")
        entry = rule.text(page).split("### summary-repeats-name ", 1)[1].split("\n### ", 1)[0]
        for text in (explained, entry):
            assert reason in text
            assert text.index(f"{key}: 圆梦。") < text.index(f"{key}: 帮孩子实现小心愿。")


COURSES = """
content/teams/red.yml:
    {name: 红队, source: doc}
content/courses/first-aid.yml:
    {name: 急救入门, place: city, source: doc, teacher: red, hours: 12课时}
content/courses/signing.yml:
    {name: 手语课, 地区: city, 来源: doc, 授课队伍: red}
"""


@pytest.fixture(scope="module")
def kind(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Return a house with one kind more, its handbook, editor settings and site made."""
    made = workshop(tmp_path_factory.mktemp("kind"), "a kind", COURSES)
    shutil.copytree(ROOT / "handbook", made.project / "handbook")
    made.run("generator.desk.handbook_texts", "handbook/docs")
    made.run("generator", "schema")
    made.run("generator", "build")
    return made


def test_a_kind_is_two_files(kind: Workshop) -> None:
    """A kind is its model and its declaration; no other file is touched."""
    assert kind.edited == ("generator/records/course.py", "generator/records/kinds.py")


def test_a_kind_is_in_the_menu(kind: Workshop) -> None:
    """Every page leads to the list of the kind, with the path that its own place in the site needs."""
    for path, root in (("index.html", ""), ("places/city.html", "../")):
        [footer] = re.findall(r"<footer.*?</footer>", kind.text(f"site/{path}"), re.DOTALL)
        assert re.search(rf'<a href="{root}courses/index.html"[^>]*>课程</a>', footer)


def test_a_kind_has_a_list_and_pages(kind: Workshop) -> None:
    """The list names both records, and the page of a record shows its fields and leads to what it names."""
    listed, own = kind.text("site/courses/index.html"), kind.text("site/courses/first-aid.html")
    assert "给志愿者上的课。" in listed
    for name, title in (("first-aid", "急救入门"), ("signing", "手语课")):
        assert re.search(rf'href="\.\./courses/{name}\.html"[^>]*>{title}<', listed)
    assert re.search(r"<dt>课时</dt>\s*<dd>\s*12课时", own)
    assert re.search(r'<dt>授课队伍</dt>\s*<dd>\s*<a href="\.\./teams/red\.html"', own)


def test_a_kind_is_where_its_records_belong(kind: Workshop) -> None:
    """The page of a place, and that of a record that is named, list the records of the kind."""
    for path in ("places/city.html", "teams/red.html"):
        text = kind.text(f"site/{path}").partition("<main")[2].partition("<footer")[0]
        assert ">课程<" in text, path
        assert 'href="../courses/first-aid.html"' in text, path
        assert 'href="../courses/signing.html"' in text, path


def test_a_kind_is_found(kind: Workshop) -> None:
    """The search index has the records of the kind as a group of their own, and the list among the pages."""
    script = kind.text("site/assets/search-index.js").removeprefix("window.SHOWCASE_SEARCH = ").rstrip(";\n")
    groups = {group["label"]: group for group in json.loads(script)["groups"]}
    assert groups["课程"]["before"] == "courses/"
    assert [row[:2] for row in groups["课程"]["rows"]] == [["first-aid", "急救入门"], ["signing", "手语课"]]
    assert ["courses/index.html", "课程"] in [row[:2] for row in groups["页面"]["rows"]]


def test_a_kind_is_in_the_data(kind: Workshop) -> None:
    """The kind has its files of data, the package describes them, and the page of open data leads to them."""
    assert [record["id"] for record in kind.json("site/data/courses.json")] == ["first-aid", "signing"]
    header, *rows = csv.reader(kind.text("site/data/courses.csv").splitlines())
    assert [dict(zip(header, row, strict=True))["hours"] for row in rows] == ["12课时", ""]
    resources = {one["path"]: one for one in kind.json("site/data/datapackage.json")["resources"]}
    assert resources["courses.json"]["title"] == "课程"
    fields = {one["name"]: one["title"] for one in resources["courses.csv"]["schema"]["fields"]}
    assert list(fields) == header
    assert fields["teacher"] == "授课队伍"
    assert 'href="courses.csv"' in kind.text("site/data/index.html")


def test_a_kind_is_in_the_editor(kind: Workshop) -> None:
    """The kind has a schema, and the editor's settings say for which files it is."""
    schema = kind.json(".vscode/schemas/course.schema.json")
    assert schema["title"] == "课程"
    assert {"课时", "hours"} <= set(schema["properties"])
    globs = kind.json(".vscode/settings.json")["yaml.schemas"]["./.vscode/schemas/course.schema.json"]
    assert "content/courses/**/*.yml" in globs


def test_a_kind_is_in_the_handbook(kind: Workshop) -> None:
    """The handbook has a page of the kind, a row in the list of kinds, and an entry in the menu of every page."""
    assert "| **授课队伍**<br>`teacher` |" in kind.text("handbook/docs/kinds/course.md")
    assert "| [课程](course.md) |" in kind.text("handbook/docs/kinds/index.md")
    assert "多少课时" in kind.text("site/handbook/kinds/course.html")
    for path, target in (("index.html", "kinds/course.html"), ("kinds/team.html", "course.html")):
        assert f'<a href="{target}" class="md-nav__link">' in kind.text(f"site/handbook/{path}")


def test_a_page_is_planned(tmp_path: Path) -> None:
    """With a view, a template and its lines in plan and menu a page is made, linked, listed and found."""
    page = workshop(
        tmp_path, "a page", "honours/series.yml:\n    - {id: best, name: 最美, level: 市级, issuer: 市文明办}\n"
    )
    page.run("generator", "build")
    assert "<li>市文明办</li>" in page.text("site/issuers.html")
    assert '<a href="issuers.html">授予单位</a>' in page.text("site/index.html")
    assert '"issuers.html","授予单位"' in page.text("site/assets/search-index.js")


def test_a_format_is_one_function(tmp_path: Path) -> None:
    """With one function and its line among the renderers a check reports in the new format."""
    form = workshop(tmp_path, "a format of reports", "projects/a.yml:\n    name: 甲\n    place: nowhere\n")
    reported = form.run("generator", "check", "--format", "tabular", code=1)
    assert [line.split("\t")[:3] for line in reported.splitlines()] == [["projects/a.yml", "2", "unknown-reference"]]
    assert "tabular" in form.run("generator", "check", "--help")


def test_a_data_file_is_planned(tmp_path: Path) -> None:
    """With a module and a line in the plan a file of data is published."""
    made = workshop(tmp_path, "a data file")
    made.run("generator", "build")
    assert made.text("site/data/sources.txt") == "doc: 一份来源\n"
