"""Verifying a finished site: nothing is said of a good one, and each of these damages is one problem."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.publish.inventory import MARK
from generator.recipes.report import FORMATS
from generator.rules.manual import page
from tests.conftest import BASE, write_tree

Captured = pytest.CaptureFixture[str]
Damage = Callable[[Path], object]

RECORDS = """
    mkdocs.yml:
        site_name: 试验站
        site_url: https://city.example/zy/
        docs_dir: content
        theme:
          name: showcase
        plugins:
          - showcase:
              place: city
    projects/a.yml:
        name: 社区小书屋
        place: city
        source: doc
        summary: 邻居们一起打理的书屋。
        formerly: [old-a]
        figures:
          - 注册志愿者: 4527人
        pictures:
          - file: a.jpg
            alt: 三个人在书屋里读书
    projects/a.jpg: （一张照片）
"""
PAGE, OTHER, SHEET, SCRIPT = "projects/a.html", "places/city.html", "assets/showcase.css", "assets/modes.js"
ROOT_PAGE = "about.html"


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a good site."""
    folder = tmp_path_factory.mktemp("city")
    write_tree(folder, BASE)
    write_tree(folder, RECORDS)
    assert main(["-C", str(folder), "build"]) == 0
    return folder / "site"


@pytest.fixture
def copy(good: Path, tmp_path: Path) -> Path:
    """Return a copy of the good site, to be damaged."""
    return Path(shutil.copytree(good, tmp_path / "copy"))


def found_in(site: Path, capsys: Captured, *arguments: str, lang: str = "zh") -> tuple[int, list[dict[str, Any]]]:
    """Verify a site and return the exit code with the problems."""
    capsys.readouterr()
    code = main(["--lang", lang, "verify", str(site), "--format", "json", *arguments])
    return code, json.loads(capsys.readouterr().out)["problems"]


def edit(path: str, old: str, new: str) -> Damage:
    """Return what puts one text in the place of another in a file."""

    def damage(site: Path) -> None:
        text = (site / path).read_text("utf-8")
        assert old in text
        (site / path).write_bytes(text.replace(old, new, 1).encode())

    return damage


def add(path: str, text: str) -> Damage:
    """Return what writes something before the end of a page."""
    return edit(path, "</body>", f"{text}</body>")


def gone(path: str) -> Damage:
    """Return what deletes a file."""
    return lambda site: (site / path).unlink()


def put(*paths: str) -> Damage:
    """Return what puts files there that no build wrote."""

    def damage(site: Path) -> None:
        for path in paths:
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text("<p>草稿", encoding="utf-8")

    return damage


def rewrite(path: str, change: Callable[[bytes], bytes]) -> Damage:
    """Return what changes the bytes of a file."""
    return lambda site: (site / path).write_bytes(change((site / path).read_bytes()))


def rename(path: str, new: str) -> Damage:
    """Return what gives a file another name, by way of a third for disks that do not tell cases apart."""
    return lambda site: (site / path).rename(site / "moving").rename(site / new)


def picture(site: Path) -> Path:
    """Return the smallest variant of the picture, which stands in a srcset."""
    return min((site / "pictures").rglob("*-400.webp"))


def all_lines(site: Path) -> None:
    """Change the line ends of all pages, as FTP does."""
    for path in site.rglob("*.html"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


POLICY = "content=\"default-src 'none';"
# Each damage: what is done, what is found, and what is found where the list did not travel along.
LINK, MISSING, CHANGED, FOREIGN = "site-broken-link", "site-file-missing", "site-file-changed", "site-file-foreign"
HOST, INLINE, CUT = "site-other-host", "site-inline-code", "site-page-cut"
NO_POLICY, WEAK, ANCHOR, ROOTED = "site-no-policy", "site-weak-policy", "site-broken-anchor", "site-rooted-link"
DAMAGES: dict[str, tuple[Damage, str, str]] = {
    "a page is gone": (gone(PAGE), MISSING, LINK),
    "a style sheet is gone": (gone(SHEET), MISSING, LINK),
    "a script is gone": (gone(SCRIPT), MISSING, LINK),
    "a table is gone": (gone("data/projects.csv"), MISSING, LINK),
    "an icon of the manifest is gone": (gone("assets/icon-512.png"), MISSING, LINK),
    "a picture of a style sheet is gone": (gone("assets/waves.svg"), MISSING, LINK),
    "a size of a picture is gone": (lambda site: picture(site).unlink(), MISSING, LINK),
    "what a script loads is gone": (gone("assets/search-index.js"), MISSING, LINK),
    "what a script names is gone": (gone("assets/aloud.js"), MISSING, LINK),
    "a page has another letter case": (rename(PAGE, "projects/A.html"), "site-file-renamed", LINK),
    "a page has another name": (rename(PAGE, "projects/b.html"), "site-file-renamed", LINK),
    "a folder has another letter case": (rename("places", "Places"), "site-file-renamed", LINK),
    "a folder is gone": (lambda site: shutil.rmtree(site / "pictures"), MISSING, LINK),
    "files got the line ends of Windows": (all_lines, "site-line-endings", ""),
    "one letter of a table is another": (rewrite("data/projects.csv", lambda data: data[:-3] + b"x\r\n"), CHANGED, ""),
    "a picture is another": (lambda site: picture(site).write_bytes(b"RIFF"), CHANGED, ""),
    "a page says something else": (edit(PAGE, "4527", "9527"), CHANGED, ""),
    "a page is cut off": (rewrite(PAGE, lambda data: data[:3000]), CUT, CUT),
    "a page is empty": (rewrite(PAGE, lambda _: b""), CUT, CUT),
    "a page has another encoding": (rewrite(PAGE, lambda data: data.decode().encode("gb18030")), CUT, CUT),
    "the manifest is cut off": (rewrite("manifest.webmanifest", lambda data: data[:90]), CUT, CUT),
    "a page grew": (add(PAGE, f"<!--{'x' * 150_000}-->"), CHANGED, "site-page-too-large"),
    "a backup lies there": (put("backup.zip"), FOREIGN, ""),
    "a folder of drafts lies there": (put("drafts/a.txt", "drafts/b.txt", "drafts/old/c.txt"), FOREIGN, ""),
    "a page nobody built lies there": (put("projects/draft.html"), FOREIGN, CUT),
    "a link has another letter case": (
        edit(PAGE, 'href="../places/city.html"', 'href="../places/City.html"'),
        LINK,
        LINK,
    ),
    "a link leads nowhere": (add(PAGE, '<a href="nowhere.html">x</a>'), LINK, LINK),
    "a link leads to a folder": (add(PAGE, '<a href="../places/">x</a>'), LINK, LINK),
    "a link leads out of the site": (add(PAGE, '<a href="../../etc/a.html">x</a>'), LINK, LINK),
    "a link leads to somebody's computer": (add(PAGE, '<a href="file:///C:/a.doc">x</a>'), LINK, LINK),
    "a link has quotes of the other sort": (add(PAGE, "<A HREF='nowhere.html'>x</A>"), LINK, LINK),
    "a link begins at the root": (add(PAGE, '<a href="/places/city.html">x</a>'), ROOTED, ROOTED),
    "an anchor has another letter case": (add(PAGE, '<a href="../about.html#Content">x</a>'), ANCHOR, ANCHOR),
    "an anchor of its own is not there": (edit(PAGE, 'href="#content"', 'href="#contents"'), ANCHOR, ANCHOR),
    "the sitemap names what is not there": (edit("sitemap.xml", "zy/about.html", "zy/abuot.html"), LINK, LINK),
    "the picture for sharing is not there": (edit(PAGE, "zy/pictures/", "zy/picture/"), LINK, LINK),
    "a script is another host's": (add(PAGE, '<script src="https://cdn.example/a.js"></script>'), HOST, HOST),
    "a picture is another host's": (add(PAGE, '<img src="//cdn.example/a.png" alt="">'), HOST, HOST),
    "a size of a picture is another host's": (add(PAGE, '<img srcset="https://c.example/a.png 2x">'), HOST, HOST),
    "a frame is another host's": (add(PAGE, '<iframe src="https://video.example/1"></iframe>'), HOST, HOST),
    "a form is sent to another host": (
        edit("search.html", 'action="search.html"', 'action="https://a.example/"'),
        HOST,
        HOST,
    ),
    "a page leads on to another host": (
        edit("projects/old-a.html", "url=../projects/a.html", "url=https://a.example/"),
        HOST,
        HOST,
    ),
    "a sheet asks another host for a sheet": (
        rewrite(SHEET, lambda data: b'@import "//a.example/b.css";' + data),
        HOST,
        HOST,
    ),
    "a sheet asks another host for a font": (
        rewrite(SHEET, lambda data: data + b"b{src:url( 'https://fonts.example/a.woff2' )}"),
        HOST,
        HOST,
    ),
    "a script asks another host": (
        rewrite(SCRIPT, lambda data: data + b'fetch("https://a.example/count")'),
        HOST,
        HOST,
    ),
    "the policy is gone": (edit(PAGE, "Content-Security-Policy", "x"), NO_POLICY, NO_POLICY),
    "the policy comes too late": (
        edit(PAGE, '<meta charset="utf-8">', '<meta charset="utf-8"><script src="../assets/modes.js"></script>'),
        NO_POLICY,
        NO_POLICY,
    ),
    "the policy allows inline code": (edit(PAGE, "script-src 'self'", "script-src 'unsafe-inline'"), WEAK, WEAK),
    "the policy allows another host": (edit(PAGE, POLICY, f"{POLICY} connect-src https://a.example;"), WEAK, WEAK),
    "the policy has no default": (edit(PAGE, "default-src 'none'; ", ""), WEAK, WEAK),
    "a script stands in the page": (add(PAGE, "<script>alert(1)</script>"), INLINE, INLINE),
    "a style stands in the page": (add(PAGE, "<style>p{}</style>"), INLINE, INLINE),
    "a word has a style": (add(PAGE, '<b style="color:red">x</b>'), INLINE, INLINE),
    "a button runs code": (add(PAGE, '<button onclick="alert(1)">x</button>'), INLINE, INLINE),
    "a link runs code": (add(PAGE, '<a href=" JavaScript:alert(1)">x</a>'), INLINE, INLINE),
    "a drawing runs code": (edit("assets/waves.svg", "</svg>", "<script>1</script></svg>"), INLINE, INLINE),
}


def test_a_good_site_has_no_problem(good: Path, capsys: Captured) -> None:
    """Of a site as it was built nothing is said, and the report counts what was looked at."""
    assert main(["verify", str(good)]) == 0
    out = capsys.readouterr().out
    files = sum(path.is_file() for path in good.rglob("*")) - 1
    assert f"核对了 {files} 个文件" in out
    assert "没有发现问题" in out
    assert main(["verify", str(good), "--format", "json"]) == 0
    counts = json.loads(capsys.readouterr().out)["counts"]
    assert (counts["error"], counts["warning"], counts["files"]) == (0, 0, files)
    assert counts["links"] > files


@pytest.mark.parametrize("name", DAMAGES)
def test_each_damage_is_one_problem(name: str, copy: Path, capsys: Captured) -> None:
    """A damage is found, once, as an error, and its words can be said in both languages."""
    damage, code, _ = DAMAGES[name]
    damage(copy)
    exit_code, problems = found_in(copy, capsys)
    assert [problem["code"] for problem in problems] == [code]
    assert exit_code == 1
    assert found_in(copy, capsys, lang="en")[1][0]["message"] != problems[0]["message"]


@pytest.mark.parametrize("name", DAMAGES)
def test_without_the_list_as_much_is_found_as_can_be(name: str, copy: Path, capsys: Captured) -> None:
    """Without the list a warning says so, and whatever shows in the files themselves is found all the same."""
    damage, _, code = DAMAGES[name]
    damage(copy)
    (copy / MARK).unlink()
    _, problems = found_in(copy, capsys)
    assert {problem["code"] for problem in problems} == {"site-without-list"} | ({code} if code else set())


def test_a_damaged_list_is_an_error(copy: Path, capsys: Captured) -> None:
    """A list that was cut off is named, and all that needs no list is verified."""
    for text in ((copy / MARK).read_bytes()[:99], b"[" * 100_000, b'{"files": {"a": 1}}', b'{"files": []}', b"\xff"):
        (copy / MARK).write_bytes(text)
        code, problems = found_in(copy, capsys)
        assert (code, [problem["code"] for problem in problems]) == (1, ["site-list-damaged"])


def test_one_cause_is_one_problem(copy: Path, capsys: Captured) -> None:
    """A host that every page asks is one problem, at its line in the first page, with the number of the others."""
    pages = sorted(path for path in copy.rglob("*.html") if path.parent == copy / "data" or path.parent == copy)
    for path in pages:
        path.write_text(path.read_text("utf-8").replace("<body>", '<body>\n <img src="//a.example/b.png">'), "utf-8")
    _, [problem] = found_in(copy, capsys)
    line = next(at for at, text in enumerate(pages[0].read_text("utf-8").splitlines(), 1) if "a.example" in text)
    assert (problem["code"], problem["path"]) == (HOST, pages[0].relative_to(copy).as_posix())
    assert (problem["line"], problem["column"]) == (line, 2)
    assert f"另有 {len(pages) - 1} 个文件" in problem["message"]


def test_wrong_in_two_ways(copy: Path, capsys: Captured) -> None:
    """Two damages are two problems, each where it stands."""
    DAMAGES["a link leads nowhere"][0](copy)
    DAMAGES["a backup lies there"][0](copy)
    _, problems = found_in(copy, capsys)
    assert [(problem["code"], problem["path"]) for problem in problems] == [(FOREIGN, "backup.zip"), (LINK, PAGE)]


def test_what_was_meant_is_offered(copy: Path, capsys: Captured) -> None:
    """A link in another letter case is told which page it means."""
    DAMAGES["a link has another letter case"][0](copy)
    _, [problem] = found_in(copy, capsys)
    assert "places/city.html" in problem["help"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_nothing_outside_is_read(copy: Path, tmp_path: Path, capsys: Captured) -> None:
    """A link that leads out of the folder is not followed: in a file's place it is a change, else foreign."""
    (tmp_path / "secret.txt").write_text("机密", encoding="utf-8")
    (copy / PAGE).unlink()
    (copy / PAGE).symlink_to(tmp_path / "secret.txt")
    (copy / "more").symlink_to(tmp_path)
    _, problems = found_in(copy, capsys)
    assert [(problem["code"], problem["path"]) for problem in problems] == [(FOREIGN, "more"), (CHANGED, PAGE)]


@pytest.mark.parametrize(
    "text", ["<a " * 300_000, '<a href="' * 100_000, "<style>" + "url(" * 300_000, "<!--" * 300_000]
)
def test_a_hostile_page_takes_no_longer(text: str, copy: Path, capsys: Captured) -> None:
    """A page of tags that never end is read once, and told like any other."""
    (copy / PAGE).write_text(f"{text}</html>", encoding="utf-8")
    _, problems = found_in(copy, capsys)
    assert {problem["path"] for problem in problems} == {PAGE}


def test_what_systems_and_git_put_there_is_left_alone(copy: Path, capsys: Captured) -> None:
    """A branch that holds the site, and a folder that was looked at on a Mac, are as good as the site."""
    put(".git/config", ".DS_Store", "projects/Thumbs.db")(copy)
    assert found_in(copy, capsys) == (0, [])


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_of_a_check(form: str, copy: Path, tmp_path: Path, capsys: Captured) -> None:
    """Each format names the damage, on the terminal and in a file."""
    DAMAGES["a backup lies there"][0](copy)
    assert main(["verify", str(copy), "--format", form]) == 1
    assert "backup.zip" in capsys.readouterr().out
    report = tmp_path / "report"
    assert main(["verify", str(copy), "--format", form, "--output", str(report)]) == 1
    assert "backup.zip" in report.read_text("utf-8")


def test_codes_and_severities_decide_as_in_a_check(copy: Path, capsys: Captured) -> None:
    """--select and --ignore limit the report and the exit code; a warning fails with --strict alone."""
    DAMAGES["a backup lies there"][0](copy)
    assert found_in(copy, capsys, "--ignore", FOREIGN) == (0, [])
    assert found_in(copy, capsys, "--select", LINK) == (0, [])
    (copy / "backup.zip").unlink()
    (copy / MARK).unlink()
    assert found_in(copy, capsys)[0] == 0
    assert found_in(copy, capsys, "--strict")[0] == 1


def test_no_site_is_wrong_usage(tmp_path: Path, capsys: Captured) -> None:
    """A folder that is not there, or holds no site, is refused in words."""
    assert main(["verify", str(tmp_path / "nowhere")]) == 2
    assert main(["verify", str(tmp_path)]) == 2
    assert "里没有网站" in capsys.readouterr().err


@pytest.mark.parametrize("code", sorted({code for _, *codes in DAMAGES.values() for code in codes if code}))
def test_every_code_explains_itself(code: str, capsys: Captured) -> None:
    """What a verification may say, explain says why, in both languages."""
    assert main(["explain", code]) == 0
    assert page(code, "zh").reason in capsys.readouterr().out
    assert page(code, "en").reason


def test_one_process_sees_what_many_see(good: Path, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report does not depend on how many processes looked."""
    from generator.recipes import verify as recipe  # noqa: PLC0415

    DAMAGES["a page is gone"][0](copy)
    monkeypatch.setattr(recipe, "_WORTH_IT", 0)
    assert recipe.verify(copy, jobs=2) == recipe.verify(copy, jobs=1)
    assert recipe.verify(good, jobs=2).problems == []


def test_the_list_is_the_same_bytes_each_time(good: Path, tmp_path: Path) -> None:
    """One process, many, a kept site and one from nothing write the same list."""
    expected = (good / MARK).read_bytes()
    for arguments in ("--no-cache", "--jobs=1", "--jobs=2"):
        assert main(["-C", str(good.parent), "build", "--site", str(tmp_path / "again"), arguments]) == 0
        assert (tmp_path / "again" / MARK).read_bytes() == expected


def test_the_list_has_its_name_to_itself(good: Path, capsys: Captured) -> None:
    """A file of staff with the list's name stops the build by its own name."""
    static = good.parent / "static"
    static.mkdir()
    (static / MARK).write_text("{}", encoding="utf-8")
    try:
        assert main(["-C", str(good.parent), "build", "--site", str(good.parent / "other")]) == 1
        assert f"static/{MARK}" in capsys.readouterr().err
    finally:
        shutil.rmtree(static)
