"""Whoever makes the pages, the site is the same to the byte, and whoever is taken away costs only time."""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks import city
from benchmarks.walk import differing
from generator.cli import main
from generator.problems import Refusal
from generator.recipes import publication, record_files, rules_beside
from generator.recipes.build import build
from generator.recipes.build_options import BuildOptions
from generator.recipes.maker import Maker

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a city that is worth other processes, with its site as one process makes it in ``one``."""
    folder = tmp_path_factory.mktemp("crews") / "city"
    city.make(folder, 1_200)
    assert build(folder, BuildOptions(site=folder / "one", cache=False)).files
    return folder


@pytest.fixture
def crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every step think that it is worth other processes."""
    for module in (record_files, rules_beside, publication):
        monkeypatch.setattr(module, "_WORTH_IT", 10)


def build_as(folder: Path, name: str, **options: object) -> tuple[str, ...]:
    """Build a site beside that of one process, and return the files that differ."""
    wanted = BuildOptions(site=folder / name, cache=False, **options)  # type: ignore[arg-type]
    assert build(folder, wanted).files
    return differing(folder / "one", folder / name)


@pytest.mark.usefixtures("crowded")
def test_processes_make_the_same_site(made: Path) -> None:
    """Two processes that inherit the plan give the bytes of one, with nothing kept and with traces."""
    told: list[tuple[int, int]] = []
    assert build_as(made, "two", jobs=2, progress=lambda *at: told.append(at)) == ()
    assert told[-1][0] == told[-1][1]
    assert build(made, BuildOptions(site=made / "traced", jobs=2)).files
    assert differing(made / "one", made / "traced") == ()


@pytest.mark.usefixtures("crowded")
def test_processes_that_are_told(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a system cannot let processes inherit memory, they are told the project, and give the same bytes."""
    monkeypatch.setattr(publication, "can_inherit", lambda: False)
    monkeypatch.setattr(record_files, "can_inherit", lambda: False)
    monkeypatch.setattr(rules_beside, "can_inherit", lambda: False)
    assert build_as(made, "told", jobs=2) == ()


@pytest.mark.usefixtures("crowded")
@pytest.mark.parametrize(("room", "work"), [(Maker, "make"), (record_files, "_rows_here"), (rules_beside, "run_rules")])
def test_a_killed_process_costs_only_time(made: Path, monkeypatch: pytest.MonkeyPatch, room: object, work: str) -> None:
    """A process that the machine takes away leaves its work to this one."""
    own, rightly = os.getpid(), getattr(room, work)

    def killed(*given: object) -> object:
        if os.getpid() != own:
            os.kill(os.getpid(), signal.SIGKILL)
        return rightly(*given)

    monkeypatch.setattr(room, work, killed)
    assert build_as(made, f"killed-{work}", jobs=2) == ()


@pytest.mark.usefixtures("crowded")
def test_a_rule_that_fails_beside_is_one_sentence(
    made: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """What fails unforeseen in another process is told once, by this one, and shows no traceback."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("unforeseen")

    monkeypatch.setattr(rules_beside, "run_rules", fail)
    assert main(["-C", str(made), "check", "--jobs", "2"]) == 3
    said = capfd.readouterr().err
    assert said.count("ZeroDivisionError: unforeseen") == 1
    assert "Traceback" not in said


ORPHANS = """
import sys, time
from generator.processes import inheriting
executor = inheriting(2)
waiting = [executor.submit(time.sleep, 600) for _ in range(2)]
print(*executor._processes, flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_processes_end_with_the_one_that_began_them() -> None:
    """A build that is killed leaves no process behind."""
    with subprocess.Popen([sys.executable, "-c", ORPHANS], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as parent:
        assert parent.stdout
        children = [Path("/proc", pid.decode()) for pid in parent.stdout.readline().split()]
        assert len(children) == 2
        assert all(child.exists() for child in children)
        handles = [os.pidfd_open(int(child.name)) for child in children]
        parent.kill()
        parent.wait()
    for handle in handles:
        # The handle of a process can be read when the process has ended.
        assert select.select([handle], [], [], 60)[0]
        os.close(handle)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run a scheduler and two workers on this machine, and return their name."""
    folder = tmp_path_factory.mktemp("cluster")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    here = ["--host", "127.0.0.1", "--no-dashboard"]
    scheduler = ["dask_scheduler", "--port", str(port), *here]
    worker = ["dask_worker", f"tcp://127.0.0.1:{port}", "--nthreads", "1", *here]
    running = [
        subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{name}", *arguments],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for name, *arguments in (scheduler, worker, worker)
    ]
    try:
        yield f"dask:127.0.0.1:{port}"
    finally:
        for process in running:
            process.kill()
            process.wait()


def test_a_cluster_makes_the_same_site(made: Path, cluster: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A scheduler and two workers give the bytes of one process, and progress is told."""
    monkeypatch.setattr("generator.recipes.cluster._PATIENCE", 60)
    told: list[tuple[int, int]] = []
    assert build_as(made, "cluster", executor=cluster, progress=lambda *at: told.append(at)) == ()
    assert told[-1][0] == told[-1][1]


def test_no_cluster_is_said_before_anything_is_written(
    made: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody answers, the build stops with a way out and has written nothing."""
    monkeypatch.setattr("generator.recipes.cluster._PATIENCE", 1)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        name = f"dask:127.0.0.1:{taken.getsockname()[1]}"
        assert main(["-C", str(made), "build", "--site", str(made / "never"), "--executor", name]) == 3
    assert "没有回应" in capsys.readouterr().err
    assert not (made / "never").exists()


@pytest.mark.parametrize("name", ["dusk:1:2", "dask:", "dask:host", "dask:host:port", "10.0.0.5:8786"])
def test_a_wrong_name_of_a_cluster(made: Path, name: str) -> None:
    """What is no name of a cluster is refused."""
    with pytest.raises(Refusal) as refused:
        build(made, BuildOptions(executor=name))
    assert refused.value.problem.code == "no-such-executor"
