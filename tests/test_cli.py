"""The command line: exit codes, the JSON contract, and words with a way out."""

from __future__ import annotations

import errno
import json
import re
import subprocess
import sys

import pytest

from generator.cli import main
from generator.publish.output import Output
from generator.recipes import record_files
from generator.rules.manual import codes
from generator.rules.registry import RULES
from generator.rules.rule import Rule
from tests.conftest import ROOT, Project

Captured = pytest.CaptureFixture[str]


def test_check_of_a_sound_project(project: Project, capsys: Captured) -> None:
    """Nothing wrong is exit 0 and says so."""
    assert main(["-C", str(project()), "check"]) == 0
    assert "没有发现问题" in capsys.readouterr().out


def test_check_reports_every_problem_in_one_run(project: Project, capsys: Captured) -> None:
    """Problems of several files are all reported, with place, reason and mend, and exit 1."""
    folder = project("""
        projects/a.yml:
            name: 甲
            plcae: city
        projects/b.yml:
            place: nowhere
    """)
    assert main(["-C", str(folder), "check"]) == 1
    out = capsys.readouterr().out
    assert "projects/a.yml:2:1: 错误 [unknown-key] 没有“plcae”这个栏目" in out
    assert "是不是“place”？" in out
    assert "projects/b.yml:1:1: 错误 [missing-field]" in out
    assert "projects/b.yml:1:8: 错误 [unknown-reference]" in out
    assert "3 个错误" in out


def test_paths_and_codes_limit_the_report(project: Project, capsys: Captured) -> None:
    """Paths, --select and --ignore limit the report and the exit code to what was asked for."""
    folder = project("""
        projects/a.yml:
            name: 甲
            plcae: city
        content/teams/b.yml:
            name: 乙
            place: nowhere
    """)

    def reported(*arguments: str) -> tuple[int, list[str]]:
        code = main(["-C", str(folder), "check", "--format", "json", *arguments])
        return code, [problem["code"] for problem in json.loads(capsys.readouterr().out)["problems"]]

    assert reported() == (1, ["unknown-reference", "unknown-key"])
    assert reported("projects") == (1, ["unknown-key"])
    assert reported(str(folder / "content/teams/b.yml")) == (1, ["unknown-reference"])
    assert reported("--select", "unknown-key") == (1, ["unknown-key"])
    assert reported("--ignore", "unknown-key,unknown-reference") == (0, [])
    assert main(["-C", str(folder), "check", "nowhere.yml"]) == 2


def test_strict_lets_warnings_fail(project: Project, capsys: Captured) -> None:
    """A warning is exit 0, and exit 1 with --strict."""
    folder = project("projects/a.yml:\n    name: 甲\n    summary: 这一段话还没有写完，写到一半就\n")
    assert main(["-C", str(folder), "check"]) == 0
    assert main(["-C", str(folder), "check", "--strict"]) == 1
    assert "unfinished-sentence" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "sarif", "html"])
def test_private_numbers_go_no_further(project: Project, form: str, capsys: Captured) -> None:
    """No report repeats the private number that it is about."""
    folder = project("projects/a.yml:\n    name: 甲\n    summary: 电话 138 1234 5678。\n")
    assert main(["-C", str(folder), "check", "--format", form]) == 1
    out = capsys.readouterr().out
    assert "mobile-number" in out
    assert "1234 5678" not in out


def test_private_numbers_in_prose_pages(project: Project, capsys: Captured) -> None:
    """A prose page with a mobile number or an e-mail address stops the check, at its line."""
    folder = project("content/more.md:\n    # 联系\n\n    电话 13812345678，信箱 a@example.org。\n")
    assert main(["-C", str(folder), "check", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["problems"]
    assert [(p["code"], p["path"], p["line"], p["column"]) for p in found] == [
        ("mobile-number", "content/more.md", 3, 4),
        ("private-email", "content/more.md", 3, 19),
    ]


def test_schema_is_written(project: Project, capsys: Captured) -> None:
    """``showcase schema`` writes a schema a kind and the editor's settings, and says so."""
    folder = project()
    assert main(["-C", str(folder), "schema"]) == 0
    assert "project.schema.json" in capsys.readouterr().out
    assert (folder / ".vscode" / "settings.json").is_file()


def test_json_contract(project: Project, capsys: Captured) -> None:
    """The JSON has the fields of the design's contract, and English words on request."""
    folder = project("projects/a.yml:\n    name: 甲\n    since: 昨天\n")
    assert main(["-C", str(folder), "--lang", "en", "check", "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    [problem] = report["problems"]
    assert list(problem) == ["code", "severity", "path", "line", "column", "field", "message", "help"]
    assert problem["message"] == "'昨天' is not a date"
    assert (problem["path"], problem["line"], problem["column"]) == ("projects/a.yml", 2, 8)
    assert report["counts"] == {"error": 1, "warning": 0, "records": 4}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["-C", "/nonexistent-folder", "check"], 2),
        (["explain", "nosuch"], 2),
        (["explain", "unknown-key"], 0),
        (["explain", "all"], 0),
    ],
)
def test_exit_codes(arguments: list[str], code: int, capsys: Captured) -> None:
    """Wrong usage is exit 2, with a word on what to do."""
    assert main(arguments) == code
    captured = capsys.readouterr()
    assert captured.out or captured.err


@pytest.mark.parametrize("arguments", [[], ["nosuch"], ["check", "--format", "xml"]])
def test_wrong_usage(arguments: list[str]) -> None:
    """Arguments that do not parse are exit 2."""
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2


def test_missing_archive_folder(project: Project, capsys: Captured) -> None:
    """An archive folder that is not there is wrong usage, not an empty success."""
    assert main(["-C", str(project()), "check", "--archive", "/nonexistent-folder"]) == 2
    assert "没有这个文件夹" in capsys.readouterr().err


def test_a_full_disk_is_the_machines_fault(project: Project, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """A disk that fails is exit 3 and no traceback."""

    def fail(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    folder = project()
    monkeypatch.setattr(Output, "write", fail)
    assert main(["-C", str(folder), "build"]) == 3
    assert "No space left on device" in capsys.readouterr().err
    assert not (folder / "site").exists()


def test_unreadable_disk_is_the_machines_fault(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    """A disk that fails is exit 3 and no traceback; a single file without rights is a problem of its own."""

    def fail(*_: object) -> int:
        raise OSError(errno.EIO, "Input/output error")

    folder = project()
    monkeypatch.setattr("generator.reading.files.os.open", fail)
    assert main(["-C", str(folder), "check"]) == 3
    assert "读写文件失败" in capsys.readouterr().err


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_code_is_explained(code: str, language: str, capsys: Captured) -> None:
    """Each code can be explained in both languages, with an example."""
    assert main(["--lang", language, "explain", code]) == 0
    assert capsys.readouterr().out.count("\n\n") >= 2


@pytest.mark.parametrize(
    ("seam", "name", "command", "at"),
    [
        (record_files, "rows_of", "check", "projects/a.yml"),
        (Rule, "findings", "check", f"rule {RULES[0].code}"),
        (Output, "write", "build", ".html (projects/a.yml)"),
    ],
    ids=["reading", "a rule", "writing"],
)
def test_an_error_of_ours_is_a_sentence(  # noqa: PLR0913, PLR0917 - what is broken, and what it must say
    project: Project,
    seam: object,
    name: str,
    command: str,
    at: str,
    capsys: Captured,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whatever fails unforeseen is one sentence that names what was worked on, exit 3; --debug shows where."""

    def fail(*arguments: object) -> None:
        if command == "check" or "projects/a.html" in arguments:
            raise ZeroDivisionError("unforeseen")

    folder = str(project("projects/a.yml:\n    name: 甲\n"))
    monkeypatch.setattr(seam, name, fail)
    assert main(["-C", folder, command]) == 3
    err = capsys.readouterr().err
    assert at in err
    assert "ZeroDivisionError: unforeseen" in err
    assert "Traceback" not in err
    with pytest.raises(ZeroDivisionError):
        main(["-C", folder, "--debug", command])


@pytest.mark.skipif(sys.platform == "win32", reason="there is no `head` that leaves early")
def test_a_reader_that_leaves_is_no_error() -> None:
    """Output into a program that reads one line and ends, such as ``head``, ends in silence and exit 0."""
    command = [sys.executable, "-m", "generator", "explain", "all"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait() == 0


def test_a_report_goes_into_a_file(project: Project, capsys: Captured) -> None:
    """--output writes the report into a file, says where, and leaves the exit code as it is."""
    folder = project("projects/a.yml:\n    name: 甲\n    plcae: city\n")
    target = folder / "报告.html"
    assert main(["-C", str(folder), "check", "--format", "html", "--output", str(target)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "报告.html" in captured.err
    assert "plcae" in target.read_text(encoding="utf-8")
    assert [path.name for path in folder.glob(".*part")] == []


def test_a_report_that_cannot_be_written(project: Project, capsys: Captured) -> None:
    """A file that cannot be written is exit 3 with its reason, and nothing is left of it."""
    folder = project()
    before = sorted(folder.rglob("*"))
    assert main(["-C", str(folder), "check", "--output", str(folder / "no" / "a.txt")]) == 3
    assert "No such file" in capsys.readouterr().err
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chek"], "是不是“check”？"),
        (["check", "--format", "xml"], "--format 不能是“xml”"),
        (["explain"], "还要写 CODE"),
        (["check", "--nosuch"], "不认识 --nosuch"),
        (["check", "--select", "nix"], "没有代码 nix"),
        (["--lang", "en", "chek"], "Did you mean 'check'?"),
    ],
)
def test_wrong_usage_says_what_is_meant(arguments: list[str], words: str, capsys: Captured) -> None:
    """Wrong arguments are told in the reader's language, with what was perhaps meant and the way to help."""
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    said = capsys.readouterr().err
    assert words in said
    assert "--help" in said


@pytest.mark.parametrize("command", [[], ["check"], ["build"], ["init"], ["new"], ["schema"], ["explain"]])
def test_help_is_in_the_readers_language(command: list[str], capsys: Captured) -> None:
    """Chinese help has no English sentence, English help no Chinese word, and each command's has an example."""
    for language in ("zh", "en"):
        with pytest.raises(SystemExit) as stop:
            main(["--lang", language, *command, "--help"])
        assert stop.value.code == 0
        said = capsys.readouterr().out
        assert "showcase" in said
        has_chinese = re.search(r"[\u4e00-\u9fff]", said.replace("报告.html", "")) is not None
        assert has_chinese == (language == "zh")
        if language == "zh":
            # Commands are English, sentences are not.
            sentences = [line for line in said.splitlines() if "showcase " not in line]
            assert re.search(r"[a-z]+ [a-z]+ [a-z]+", "\n".join(sentences)) is None


def test_an_explanation_says_how_to_mend_in_the_readers_keys(capsys: Captured) -> None:
    """An explanation has reason, mend and examples, with Chinese keys for Chinese readers; a near code is offered."""
    assert main(["explain", "part-above-whole"]) == 0
    said = capsys.readouterr().out
    assert "怎么改：核对两个数" in said
    assert "名称: 甲" in said
    assert "name:" not in said
    assert main(["explain", "unknow-key"]) == 2
    assert "是不是“unknown-key”？" in capsys.readouterr().err
