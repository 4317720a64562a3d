"""Publishing: each path once, and the site whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems import Refusal
from generator.publish.artefact import Artefact, collisions
from generator.publish.output import Output
from generator.publish.staging import MARK, discard, locked, open_staging, publish
from generator.recipes.compose import compose


def build(site: Path, text: str) -> None:
    """Publish a site of one page."""
    staging = open_staging(site)
    (staging / "index.html").write_text(text, encoding="utf-8")
    publish(staging, site)


def files(folder: Path) -> dict[str, str]:
    """Return every file below a folder with its text."""
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.rglob("*") if p.is_file()}


def test_publish_replaces_the_whole(tmp_path: Path) -> None:
    """A published site takes the place of the last one, and nothing is left beside it."""
    site = tmp_path / "site"
    build(site, "one")
    (site / "old.html").write_text("old", encoding="utf-8")
    build(site, "two")
    assert files(site) == {"index.html": "two", MARK: files(site)[MARK]}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_an_unfinished_build_changes_nothing(tmp_path: Path) -> None:
    """What was staged and not published leaves the site alone, and the next build clears it away."""
    site = tmp_path / "site"
    build(site, "one")
    staging = open_staging(site)
    (staging / "index.html").write_text("half", encoding="utf-8")
    assert files(site)["index.html"] == "one"
    assert list(open_staging(site).iterdir()) == []
    discard(site)
    assert not staging.exists()


def test_a_stop_between_the_renames_is_mended(tmp_path: Path) -> None:
    """When the last site was moved aside and the new one did not come, the last one is put back."""
    site = tmp_path / "site"
    build(site, "one")
    site.rename(tmp_path / ".site.last")
    open_staging(site)
    assert files(site)["index.html"] == "one"


def test_a_failed_rename_puts_the_last_site_back(tmp_path: Path) -> None:
    """Where the new site cannot take its place, the last one keeps it."""
    site = tmp_path / "site"
    build(site, "one")
    missing = tmp_path / ".site.next"
    missing.mkdir()

    class Stuck(type(missing)):  # type: ignore[misc]  # a path that will not be renamed, as on a busy disk
        def rename(self, target: Path) -> Path:
            raise PermissionError(target)

    with pytest.raises(PermissionError):
        publish(Stuck(missing), site)
    assert files(site)["index.html"] == "one"


def test_other_peoples_files_are_safe(tmp_path: Path) -> None:
    """A folder that no build has made is never replaced."""
    (tmp_path / "thesis.doc").write_text("years of work", encoding="utf-8")
    with pytest.raises(Refusal) as refusal:
        open_staging(tmp_path)
    assert refusal.value.problem.code == "site-not-ours"
    assert (tmp_path / "thesis.doc").exists()


def test_one_build_at_a_time(tmp_path: Path) -> None:
    """A second build of the same site is refused while the first is under way."""
    site = tmp_path / "site"
    with locked(site), pytest.raises(Refusal) as refusal, locked(site):
        pass
    assert refusal.value.problem.code == "site-busy"
    with locked(site):
        pass


def artefact(path: str, origin: str) -> Artefact:
    """Return an artefact that holds its own origin."""
    return Artefact(path, origin, "page", origin.encode)


def test_two_things_with_one_address() -> None:
    """A path that is planned twice, even in other letter case, is a problem that names both."""
    [problem] = collisions(
        [artefact("a/b.html", "first.yml"), artefact("c.html", "c"), artefact("a/B.html", "second.yml")]
    )
    assert problem.code == "path-collision"
    assert problem.location.path == "second.yml"
    assert problem.details == {"page": "a/B.html", "first": "first.yml", "second": "second.yml"}


def test_all_artefacts_are_written(tmp_path: Path) -> None:
    """Composing makes each artefact once and tells how far it is."""
    done: list[tuple[int, int]] = []
    compose([artefact("a/b.html", "one"), artefact("c.html", "two")], tmp_path, lambda *told: done.append(told))
    assert files(tmp_path) == {"a/b.html": "one", "c.html": "two"}
    assert done == [(1, 2), (2, 2)]


@pytest.mark.parametrize("path", ["../outside.html", "a/../../outside.html", "a/..", ""])
def test_nothing_is_written_outside(tmp_path: Path, path: str) -> None:
    """A path that leaves the folder raises, since no record can make one."""
    (tmp_path / "site").mkdir()
    with pytest.raises(ValueError):  # noqa: PT011 - any path that is refused
        Output(tmp_path / "site").write(path, b"x")
    assert [found for found in tmp_path.rglob("*") if found.is_file()] == []


def test_nothing_is_written_twice(tmp_path: Path) -> None:
    """A second write to a path is a mistake of ours, and the first stays."""
    output = Output(tmp_path)
    output.write("a.html", b"one")
    with pytest.raises(FileExistsError):
        output.write("a.html", b"two")
    assert files(tmp_path) == {"a.html": "one"}
