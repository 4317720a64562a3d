"""The workflows of a new city: lawful by their schemas, green on a sound city, red before anything is published."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import __version__
from generator.cli import main
from tests.conftest import ROOT

GITHUB, GITLAB = ".github/workflows/showcase.yml", ".gitlab-ci.yml"
BOTH = pytest.mark.parametrize("path", [GITHUB, GITLAB])
CHECKER, SHELL = shutil.which("check-jsonschema"), shutil.which("sh")


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """Return the folder of a new city."""
    folder = tmp_path / "city"
    assert main(["init", str(folder), "--yes"]) == 0
    return folder


def loaded(city: Path, path: str) -> dict[str, Any]:
    """Read a workflow; YAML's old word for yes is GitHub's key ``on``."""
    read = yaml.load((city / path).read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only, builds nothing
    assert isinstance(read, dict)
    return read


def jobs_of(workflow: dict[str, Any]) -> dict[str, Any]:
    """Return the jobs by name, of either host, in the order in which they are written."""
    plain: dict[str, Any] = workflow.get("jobs", workflow)
    return {name: job for name, job in plain.items() if isinstance(job, dict) and ("steps" in job or "script" in job)}


def commands(job: dict[str, Any]) -> list[str]:
    """Return the lines that a job runs."""
    return [step["run"] for step in job["steps"] if "run" in step] if "steps" in job else job["script"]


def of_ours(city: Path, path: str) -> list[str]:
    """Return every line of a workflow that runs our command, in order."""
    lines = [line for job in jobs_of(loaded(city, path)).values() for line in commands(job)]
    return [line for line in lines if line.startswith("showcase ")]


def run(line: str, city: Path, home: Path) -> int:
    """Run a line as a fresh machine does: in the city's folder, with an empty home and nothing else set."""
    tools = home.parent / "tools"
    if not tools.exists():
        tools.mkdir()
        (tools / "showcase").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n', "utf-8")
        (tools / "showcase").chmod(0o755)
    home.mkdir(exist_ok=True)
    path = os.pathsep.join([str(tools), os.environ["PATH"]])
    told = {"PATH": path, "HOME": str(home), "PYTHONPATH": str(ROOT)}
    return subprocess.run([str(SHELL), "-e", "-c", line], cwd=city, env=told, check=False).returncode


@BOTH
def test_check_build_verify(city: Path, path: str) -> None:
    """The last of the checks may fail, then the site is built, then the built site is verified."""
    plain = [line for line in of_ours(city, path) if "||" not in line]
    assert [line.split()[1] for line in plain] == ["check", "build", "verify"]
    assert plain[-1] == "showcase verify site"


@BOTH
def test_published_after_a_green_check_alone(city: Path, path: str) -> None:
    """What publishes waits for the checked site, and runs on the default branch only, where it was asked for."""
    jobs = jobs_of(loaded(city, path))
    for name, asked in (("publish", "DEPLOY_TO"), ("pages", "PAGES")):
        condition = jobs[name]["if"] if path == GITHUB else " ".join(rule["if"] for rule in jobs[name]["rules"])
        assert "default_branch" in condition.lower()
        assert asked in condition
        assert jobs[name].get("needs") == ("site" if path == GITHUB else None)
        assert not any(line.startswith("showcase ") for line in commands(jobs[name]))
    if path == GITLAB:
        stages = loaded(city, path)["stages"]
        assert [jobs[name]["stage"] for name in ("check", "site", "publish", "pages")] == [*stages, stages[-1]]


def test_github_gives_no_more_than_is_needed(city: Path) -> None:
    """Nothing may be written in the repository, and no word of a change is put into a command."""
    workflow = loaded(city, GITHUB)
    assert workflow["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in workflow["on"]
    assert not [line for job in jobs_of(workflow).values() for line in commands(job) if "${{" in line]
    steps = jobs_of(workflow)["site"]["steps"]
    assert [step["name"] for step in steps if "continue-on-error" in step] == ["放进 Security 一栏"]


@BOTH
def test_both_kept_folders_are_kept_together(city: Path, path: str) -> None:
    """What is noted of the last build and the site that it notes are kept under one name."""
    site = jobs_of(loaded(city, path))["site"]
    if path == GITHUB:
        [kept] = [step["with"]["path"].split() for step in site["steps"] if "actions/cache" in step.get("uses", "")]
    else:
        kept = [folder.rstrip("/") for folder in site["cache"][1]["paths"]]
    assert kept == [".showcase", "site"]


def test_the_program_is_named_with_its_version(city: Path) -> None:
    """A new city is checked by the program that made it, which may lie beside it."""
    lines = (city / "requirements.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == [
        "--find-links wheels",
        f"volunteer-showcase=={__version__}",
    ]


@pytest.mark.skipif(CHECKER is None, reason="check-jsonschema is not here: pip install check-jsonschema")
@pytest.mark.parametrize(("path", "schema"), [(GITHUB, "github-workflows"), (GITLAB, "gitlab-ci")])
def test_lawful_by_the_published_schema(city: Path, path: str, schema: str) -> None:
    """The schema that each host publishes accepts its workflow."""
    asked = [str(CHECKER), "--builtin-schema", f"vendor.{schema}", str(city / path)]
    assert subprocess.run(asked, check=False).returncode == 0


@pytest.mark.skipif(SHELL is None, reason="no sh on this machine")
@BOTH
def test_a_sound_city_is_green(city: Path, path: str, tmp_path: Path) -> None:
    """On a machine that has nothing of its own every line ends well, and leaves the site and the reports."""
    assert [run(line, city, tmp_path / "home") for line in of_ours(city, path)] == [0] * len(of_ours(city, path))
    assert (city / "site" / "index.html").is_file()
    assert (city / "showcase.sarif").is_file()
    assert not any((tmp_path / "home").iterdir())


@pytest.mark.skipif(SHELL is None, reason="no sh on this machine")
@BOTH
def test_a_faulty_city_is_red(city: Path, path: str, tmp_path: Path) -> None:
    """With an error in a record the reports are written all the same, and the plain check is the first to fail."""
    (city / "projects" / "a.yml").write_text("名称: 甲\n地区: nowhere\n", "utf-8")
    lines = of_ours(city, path)
    upto = lines[: next(place for place, line in enumerate(lines) if "||" not in line) + 1]
    assert [run(line, city, tmp_path / "home") for line in upto] == [0] * (len(upto) - 1) + [1]
    assert "unknown-reference" in (city / "showcase.sarif").read_text("utf-8")
