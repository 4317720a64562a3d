"""A new city: whole or not there, checked and built at once, and free of samples when their folders go."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from generator.cli import main
from generator.desk.editor import SCHEMAS
from generator.problems import Phrase
from generator.recipes import new_city
from generator.recipes.check import check
from generator.recipes.new_city import City, completed
from generator.records.kinds import KINDS
from generator.records.place import PlaceLevel
from tests.sites import broken_links, pages_of

Captured = pytest.CaptureFixture[str]


def init(folder: Path, *more: str) -> int:
    """Make a new city without questions."""
    return main(["init", str(folder), "--yes", *more])


def test_a_new_city_is_sound_and_builds(tmp_path: Path, capsys: Captured) -> None:
    """In a folder with a Chinese name and a space, init, check and build succeed, and every link leads somewhere."""
    folder = tmp_path / "青岛 志愿" / "我的城市"
    assert init(folder, "--city", "青岛市", "--name", "青岛志愿", "--host", "青岛市志愿服务联合会") == 0
    said = capsys.readouterr()
    assert said.out.strip() == str(folder)
    assert said.err.count("showcase -C") == 4
    checked = check(folder)
    assert checked.problems == []
    assert {kind for kind, _ in checked.catalogue.entries} == {kind.name for kind in KINDS}
    assert main(["-C", str(folder), "build"]) == 0
    home = (folder / "site" / "index.html").read_text(encoding="utf-8").replace("<wbr>", "")
    assert "青岛志愿" in home
    assert "青岛市志愿服务联合会" in home
    broken = broken_links(folder / "site", pages_of(folder / "site"))
    assert [link for link in broken if not link[1].startswith(("tel:", "https:"))] == []
    assert not (folder / "site" / "handbook").exists()


def test_what_a_new_city_holds(tmp_path: Path) -> None:
    """Settings, pages, static files, schemas, what git leaves out and how to publish are there, and no leftovers."""
    folder = tmp_path / "a"
    assert init(folder) == 0
    for path in ("mkdocs.yml", "README.md", ".gitignore", "static/robots.txt", "content/about.md", SCHEMAS):
        assert (folder / path).exists(), path
    for path in (".github/workflows/showcase.yml", ".gitlab-ci.yml", "deploy/nginx.conf", "deploy/publish.sh"):
        assert (folder / path).is_file(), path
    assert "/site/" in (folder / ".gitignore").read_text(encoding="utf-8")
    assert [*tmp_path.iterdir()] == [folder]
    records = [path for top in ("content", "honours", "projects") for path in (folder / top).rglob("*.*")]
    filled = [path for path in (*records, *folder.glob("[!.]*.*")) if path.suffix in {".yml", ".md", ".txt"}]
    assert folder / "mkdocs.yml" in filled
    assert not any("$" in path.read_text("utf-8") for path in filled)


def test_samples_go_with_their_folders(tmp_path: Path) -> None:
    """Without the folders called 示例 a city once built is as sound as before, and only its own records are left."""
    assert init(tmp_path, "--city", "东湖区", "--level", "区县") == 0
    assert main(["-C", str(tmp_path), "build"]) == 0
    for folder in [*tmp_path.rglob("示例")]:
        shutil.rmtree(folder)
    checked = check(tmp_path)
    assert checked.problems == []
    assert {kind for kind, _ in checked.catalogue.entries} == {"place", "metric", "domain"}
    place = checked.catalogue.entries["place", "donghu-2"].record
    assert place.name == "东湖区"


@pytest.mark.parametrize("word", ["甲: 乙 #3", '"', "- a", "$settings", "2024", "{a}", "\u2028"])
def test_any_words_make_lawful_settings(tmp_path: Path, word: str) -> None:
    """Names with signs of YAML's in them are read back as they were given."""
    assert init(tmp_path / "a", "--city", f"{word}市", "--name", word, "--host", word) == 0
    settings = check(tmp_path / "a").settings
    assert settings.site_name == word.strip() or not word.strip()
    assert settings.host == word.strip() or not word.strip()


@pytest.mark.parametrize("name", ["记录.yml", "mkdocs.yml", ".gitignore", ".gitlab-ci.yml", ".github", ".vscode"])
def test_a_folder_with_files_is_refused(tmp_path: Path, name: str, capsys: Captured) -> None:
    """A folder that holds anything is left alone, and what it holds is named."""
    (tmp_path / name).write_text("有用的", encoding="utf-8")
    assert init(tmp_path) == 2
    assert name in capsys.readouterr().err
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["有用的"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_file_in_the_way_is_refused(tmp_path: Path, language: str, capsys: Captured) -> None:
    """A file where the folder, or one above it, would be is named in the reader's language."""
    (tmp_path / "a").write_text("", encoding="utf-8")
    assert main(["--lang", language, "init", str(tmp_path / "a" / "b")]) == 2
    assert {"zh": "是一个文件", "en": "is a file"}[language] in capsys.readouterr().err


def test_the_folder_of_today(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """``init .`` fills the folder one stands in, past what other programs keep there, and then names no folder."""
    (tmp_path / ".git").mkdir()
    (tmp_path / ".DS_Store").touch()
    monkeypatch.chdir(tmp_path)
    assert init(Path()) == 0
    assert "showcase check" in capsys.readouterr().err
    assert main(["check"]) == 0
    assert sorted(path.name for path in tmp_path.glob(".*")) == [
        ".DS_Store",
        ".git",
        ".github",
        ".gitignore",
        ".gitlab-ci.yml",
        ".vscode",
    ]


@pytest.mark.parametrize("path", ["a/b", "."])
@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError])
def test_nothing_is_left_of_half_a_city(
    tmp_path: Path, path: str, error: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the work stops midway, neither the city nor a folder above it nor a trace of the work is there."""

    def stop(_: Path) -> None:
        raise error("stopped")

    monkeypatch.setattr(new_city, "write_editor", stop)
    assert init(tmp_path / path) in {3, 130}
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_where_the_last_step_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was moved into a folder that was there is taken out again if the rest cannot follow."""
    rename = Path.rename

    def stop(self: Path, target: Path) -> Path:
        if target.name == "mkdocs.yml":
            raise PermissionError("no rights")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", stop)
    assert init(tmp_path) == 3
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_no_rights(tmp_path: Path, capsys: Captured) -> None:
    """A place where one may not write is the machine's matter, told without a traceback."""
    tmp_path.chmod(0o500)
    assert init(tmp_path / "a") == 3
    assert "权限" in capsys.readouterr().err


def test_questions() -> None:
    """What is not given is asked for; Enter takes what is offered, and a level must be one there is."""
    asked: list[str] = []

    def ask(question: Phrase, offered: str, will_do: object) -> str:
        asked.append(question.zh)
        assert callable(will_do)
        assert will_do(offered)
        assert will_do("大城市") != question.zh.startswith("它的级别")
        return "青岛市" if question.zh.startswith("城市") else offered

    city = completed(City(host="联合会"), ask)
    assert city == City("青岛市", PlaceLevel.CITY.label, "青岛市志愿服务", "联合会", "")
    assert len(asked) == 4


def test_wrong_level(capsys: Captured) -> None:
    """A level that there is not is told with those that there are; English words will do too."""
    with pytest.raises(SystemExit):
        main(["init", "nowhere", "--level", "大"])
    assert "可以是 国家、省" in capsys.readouterr().err


def test_english_level(tmp_path: Path) -> None:
    """A level may be named in English."""
    assert init(tmp_path / "a", "--city", "市南区", "--level", "district") == 0
    assert check(tmp_path / "a").catalogue.entries["place", "shinan"].record.name == "市南区"
