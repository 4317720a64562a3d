"""Pictures of a project, from its folder to the site: looked at once, published clean, and gone with who withdrew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchmarks.walk import differing
from generator.cli import main
from generator.pictures import facts
from generator.publish.cache import FOLDER, Cache
from generator.recipes import picture_files, publication
from generator.recipes.build import build
from generator.recipes.build_options import BuildOptions
from generator.recipes.check import check
from generator.recipes.picture_files import read_pictures
from tests.conftest import Project

PICTURED = """
projects/a.yml:
    name: 甲
    source: doc
    图片: [{文件: a2.jpg, 说明: 合影}]
projects/a.jpg: （一张 1000×700 的照片）
projects/a2.jpg: （一张照片，自带的信息里写着“SECRET”）
content/people.yml: [{id: wang, name: 王小明, 本人同意: 是, source: doc}]
content/wang.jpg: （一张照片）
content/help.md: ![三个人](he-zhao.jpg "2023年的合影")
content/he-zhao.jpg: （一张 1000×600 的照片）
"""


def published(root: Path) -> dict[str, bytes]:
    """Build a site and return its pictures."""
    result = build(root, BuildOptions(jobs=1))
    assert result.problems == []
    return {path.name: path.read_bytes() for path in sorted((root / "site" / "pictures").iterdir())}


def test_variants_and_nothing_else(project: Project) -> None:
    """Each picture that is shown has its widths and one to share; the original is nowhere in the site."""
    root = project(PICTURED)
    pictures = published(root)
    assert len(pictures) == 4 + 4 + 4 + 4
    originals = {path.read_bytes() for path in root.rglob("*.jpg") if "site" not in path.parts}
    assert originals.isdisjoint(path.read_bytes() for path in (root / "site").rglob("*") if path.is_file())
    assert not any(b"SECRET" in data for data in pictures.values())


def test_a_page_of_prose_shows_its_picture(project: Project) -> None:
    """Markdown names a picture beside the page, and its page has variants, size and words for it."""
    root = project(PICTURED)
    names = published(root)
    page = (root / "site" / "help.html").read_text("utf-8")
    assert 'alt="三个人"' in page
    assert 'width="800" height="480"' in page
    assert "2023年的合影" in page
    assert "he-zhao.jpg" not in page
    assert sum(name in page for name in names) == 3


def test_who_withdrew_takes_the_pictures_along(project: Project) -> None:
    """Of a person who withdrew, and of pictures that name one, no variant is published."""
    root = project(PICTURED)
    people = root / "content" / "people.yml"
    people.write_text(people.read_text("utf-8").replace("本人同意: 是", "展示方式: 已撤回"), "utf-8")
    page = root / "projects" / "a.yml"
    page.write_text(page.read_text("utf-8").replace("说明: 合影", "说明: 合影, 人物: wang"), "utf-8")
    result = build(root, BuildOptions(jobs=1))
    assert {problem.code for problem in result.problems} <= {"picture-unused"}
    assert len(list((root / "site" / "pictures").iterdir())) == 4 + 4


def test_a_picture_is_looked_at_once(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was seen of a picture is kept while its file is as it was."""
    root = project(PICTURED)
    seen: list[bytes] = []
    look = facts.facts_of
    monkeypatch.setattr(facts, "facts_of", lambda data: (seen.append(data), look(data))[1])
    cache = Cache(root / FOLDER)
    first = read_pictures(root, "content", cache=cache)
    assert len(seen) == 4
    assert read_pictures(root, "content", cache=Cache(root / FOLDER)) == first
    assert len(seen) == 4
    os.utime(root / "projects" / "a.jpg", ns=(0, 0))
    read_pictures(root, "content", cache=Cache(root / FOLDER))
    assert len(seen) == 5


def test_all_cores_see_the_same(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures that processes look at are what one process sees."""
    root = project(PICTURED)
    monkeypatch.setattr(picture_files, "_WORTH_IT", 1)
    assert read_pictures(root, "content", jobs=2) == read_pictures(root, "content", jobs=1)


def test_whoever_makes_the_site(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes that inherit the plan, and those that are told the project, show the same pictures as one alone."""
    root = project(PICTURED)
    monkeypatch.setattr(publication, "_PICTURES", 1)
    looked: list[tuple[int, int]] = []
    for name, jobs, inherit in (("one", 1, True), ("two", 2, True), ("told", 2, False)):
        monkeypatch.setattr(publication, "can_inherit", lambda inherit=inherit: inherit)
        options = BuildOptions(site=root / name, jobs=jobs, cache=False, looking=lambda *at: looked.append(at))
        assert build(root, options).files
    assert differing(root / "one", root / "two") == differing(root / "one", root / "told") == ()
    assert looked == [(done, 4) for done in range(1, 5)] * 3


def test_a_check_looks_once(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a check has seen of pictures, the next command does not look at again."""
    root = project(PICTURED)
    assert main(["-C", str(root), "check", "--jobs", "1"]) == 0
    monkeypatch.setattr(facts, "facts_of", lambda _: pytest.fail("looked at again"))
    assert main(["-C", str(root), "check", "--jobs", "1"]) == 0
    assert main(["-C", str(root), "build", "--jobs", "1"]) == 0


def test_what_is_no_plain_file(project: Project, tmp_path: Path) -> None:
    """A link to outside, a folder and a pipe under the name of a picture are problems, and are not opened."""
    root = project("projects/a.yml: {name: 甲}")
    (root / "projects" / "b.jpg").symlink_to("/etc/hostname")
    os.mkfifo(root / "projects" / "c.jpg")
    codes = [problem.code for problem in check(root).problems if problem.location.path.endswith(".jpg")]
    assert codes == ["outside-project", "not-a-file"]
    assert tmp_path in root.parents or tmp_path == root
