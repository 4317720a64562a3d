"""The handbook: its generated pages follow the code, its examples are sound, and it builds into pages for any desk."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.cli import main
from generator.desk.handbook_kinds import kind_page
from generator.desk.handbook_texts import pages, write
from generator.desk.sample_records import example_project
from generator.problems import Problem
from generator.recipes.check import check
from generator.recipes.handbook import build_handbook
from generator.recipes.project_folder import planned_handbook, read_handbook
from generator.records.declared import fields_of
from generator.records.kinds import KINDS, Kind
from generator.records.quantity import parse_quantity
from generator.rules.manual import codes
from generator.rules.registry import RULES
from generator.rules.rule import Rule
from tests.photographs import pictured
from tests.rules.examples import found_in

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "handbook" / "docs"
PAGES = pages()
WRITTEN = sorted(path for path in DOCS.rglob("*.md") if path.relative_to(DOCS).as_posix() not in PAGES)
RENEW = "run `make handbook` and read the diff"

BLOCK = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
FAULTY = "# 有错："
PATH = re.compile(rf"^# (?:{FAULTY[2:]})?([\w/.-]+\.(?:yml|md|txt|jpg|png|svg|webp))$", re.MULTILINE)
RANGE = re.compile(r"^\| `(.+?)` \| .+ \| (\S+) 到 (\S+) \|$", re.MULTILINE)
COMMAND = re.compile(r"showcase(?: -C \S+| --lang \w+)* ([a-z]+)")


def files_of(block: str) -> dict[str, str]:
    """Return the files of an example by path; each begins with its path as a comment, which stays in it."""
    starts = [match.start() for match in PATH.finditer(block)]
    parts = [block[start:end] for start, end in zip(starts, [*starts[1:], len(block)], strict=True)]
    return {str(PATH.findall(part)[0]): part for part in parts}


def problems_of(folder: Path, files: dict[str, str]) -> list[Problem]:
    """Return what a check finds once these files are in a project."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text + "\n", encoding="utf-8")
        for name in re.findall(r"文件: (\S+\.jpg)", text):
            (target.parent / name).write_bytes(pictured("（一张照片）"))
    return check(folder).problems


def test_example_project_is_sound(tmp_path: Path) -> None:
    """The examples of all kinds make one project without a problem."""
    assert problems_of(tmp_path, example_project()) == []


@pytest.mark.parametrize("path", PAGES)
def test_generated_pages_are_current(path: str) -> None:
    """A generated page says what the code says now."""
    assert (DOCS / path).is_file(), RENEW
    assert (DOCS / path).read_text(encoding="utf-8") == PAGES[path], RENEW


def test_no_page_outlives_its_kind() -> None:
    """There is no page of a kind that is no more."""
    assert {f"kinds/{path.name}" for path in (DOCS / "kinds").iterdir()} <= set(PAGES), RENEW


def test_writing_takes_away_what_is_no_more(tmp_path: Path) -> None:
    """The pages are written whole, and a page of a kind that is gone is taken away."""
    write(tmp_path)
    gone = tmp_path / "kinds" / "gone.md"
    gone.touch()
    assert {path.relative_to(tmp_path).as_posix() for path in write(tmp_path)} == set(PAGES)
    assert not gone.exists()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_is_told(kind: Kind) -> None:
    """A kind's page names every field in both languages with its help, those of its inner groups included."""
    page, waiting = PAGES[f"kinds/{kind.name}.md"], [kind.model]
    while waiting:
        for shape in fields_of(waiting.pop()).values():
            assert f"| **{shape.label}**<br>`{shape.name}` |" in page
            waiting.extend([shape.model] if shape.model else [])


def test_a_kind_without_examples_has_its_page() -> None:
    """A kind of which the example project has no record gets a page all the same, without the part of examples."""
    page = kind_page(replace(KINDS[0], folder="content/courses"))
    assert "`content/courses/`" in page
    assert "## 例子" not in page
    assert "## 例子" in PAGES[f"kinds/{KINDS[0].name}.md"]


@pytest.mark.parametrize("path", ["rules.md", "rules.en.md"])
def test_every_code_is_told(path: str) -> None:
    """The manual has one entry a code, in both languages, and nothing in it waits to be filled in."""
    text = PAGES[path]
    assert Counter(re.findall(r"^### (\S+) \{#\1\}$", text, re.MULTILINE)) == Counter(codes())
    assert re.findall(r"(?<!`)\{[a-z_]+\}", BLOCK.sub("", text)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_shown_examples_of_a_rule(rule: Rule, tmp_path: Path) -> None:
    """A rule's first example, as the manual shows it, is reported under its code, and the second is not."""
    entry = PAGES["rules.md"].split(f"### {rule.code} {{#{rule.code}}}", 1)[1]
    fails, passes = BLOCK.findall(entry)[:2]
    assert rule.code in {problem.code for problem in found_in(tmp_path / "fails", as_tree(fails))}
    assert rule.code not in {problem.code for problem in found_in(tmp_path / "passes", as_tree(passes))}


def as_tree(block: str) -> str:
    """Return the files of an example as one tree; only in YAML and Markdown may the line with the path stay."""
    files = {
        path: text if path.endswith((".yml", ".md", ".txt")) else text.partition("\n")[2]
        for path, text in files_of(block).items()
    }
    return "".join(f"{path}:\n{textwrap.indent(text, '    ')}\n" for path, text in files.items())


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_examples_of_a_page(path: Path, tmp_path: Path) -> None:
    """Each example of a written page names its file and is sound; of a faulty one the page says what a check says."""
    text = path.read_text(encoding="utf-8")
    for number, block in enumerate(BLOCK.findall(text)):
        assert PATH.match(block), block
        problems = problems_of(tmp_path / str(number), example_project() | files_of(block))
        if not block.startswith(FAULTY):
            assert problems == [], block
            continue
        reports = [
            f"{problem.location.path}:{problem.location.line}:{problem.location.column}: "
            f"错误 [{problem.code}] {problem.message('zh')}\n  怎么改：{problem.help('zh')}\n"
            for problem in problems
        ]
        assert "```text\n" + "\n".join(reports) + "```" in text


def test_ranges_are_those_of_the_code() -> None:
    """The table of printed words gives the least and the most that the checks reckon with."""
    rows = RANGE.findall((DOCS / "numbers-and-dates.md").read_text(encoding="utf-8"))
    assert len(rows) > 8
    for printed, least, most in rows:
        ends = parse_quantity(least).number, parse_quantity(most).number
        assert parse_quantity(printed).bounds == ends, printed


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_commands_exist(path: Path) -> None:
    """Every command that a page tells the reader to type is there."""
    for command in set(COMMAND.findall(path.read_text(encoding="utf-8"))):
        with pytest.raises(SystemExit) as left:
            main([command, "--help"])
        assert left.value.code == 0, command


class Page(HTMLParser):
    """What a built page leads to and loads, its anchors, and its scripts."""

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.targets: set[str] = set()
        self.anchors: Counter[str] = Counter()
        self.scripts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note links, sources, ids and scripts."""
        self.scripts += [dict(attrs).get("src") or "inline"] if tag == "script" else []
        for name, value in attrs:
            if name == "id":
                self.anchors[value or ""] += 1
            elif name in {"href", "src", "srcset", "action", "data", "poster"}:
                self.targets.add(value or "")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built handbook."""
    folder = tmp_path_factory.mktemp("handbook")
    sources, problems = read_handbook(ROOT)
    built = build_handbook(ROOT, sources, folder)
    assert [*problems, *built.problems] == []
    assert {artefact.path for artefact in built.artefacts} >= {one.path for one in planned_handbook(ROOT, sources)}
    return folder


def test_pages_load_nothing_from_elsewhere(built: Path) -> None:
    """A built page runs the site's script of looks alone and refers to no other host; no style sheet loads from one."""
    for path in built.rglob("*.html"):
        page = Page(path.read_text(encoding="utf-8"))
        up = "../" * len(path.relative_to(built).parts)
        assert page.scripts == [f"{up}assets/modes.js"], path.name
        assert [target for target in page.targets if re.match(r"\w+:|//", target)] == [], path.name
    for path in built.rglob("*.css"):
        loads = re.findall(r"(?:url\(|@import)\s*[\"']?(?!data:)([^\"')]+)", path.read_text(encoding="utf-8"))
        assert loads == [], path.name
    assert {path.suffix for path in built.rglob("*") if path.is_file()} <= {".html", ".css", ".svg", ".png"}


def test_every_link_leads_somewhere(built: Path) -> None:
    """Each link names a file of the handbook and an anchor on it, so that it works in any folder and without a host."""
    found = {path: Page(path.read_text(encoding="utf-8")) for path in built.rglob("*.html")}
    for path, page in found.items():
        assert [anchor for anchor, count in page.anchors.items() if count > 1] == [], path.name
        for target in page.targets:
            name, _, anchor = target.partition("#")
            there = (path.parent / name).resolve() if name else path
            if not there.is_relative_to(built.resolve()):
                continue  # into the site around it, where `test_content` follows every link
            assert there.is_file(), (path.name, target)
            assert not anchor or anchor in found[there].anchors, (path.name, target)
