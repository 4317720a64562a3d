"""Walk at random over the changes of a city: a build that keeps what it can is held against one from nothing.

Run as ``python -m benchmarks.walk [--records N] [--changes N] [--seed S]``. A change that the check refuses is undone.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.city import make
from generator.problems import has_errors
from generator.recipes.build import build
from generator.recipes.build_options import BuildOptions

Undo = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Step:
    """A change that was built: what it was, how many files were made anew, and which differ from a cold build."""

    what: str
    made: int
    wrong: tuple[str, ...]


def walk(folder: Path, changes: int, seed: int = 0) -> Iterator[Step]:
    """Change a city again and again, and yield what came of each change that the check let pass."""
    random, done = Random(seed), 0  # noqa: S311 - a walk, no secret
    while done < changes:
        what, undo = random.choice(CHANGES)(folder, random)
        kept = build(folder, BuildOptions())
        if has_errors(kept.problems):
            undo()
            continue
        done += 1
        with tempfile.TemporaryDirectory(prefix="showcase-walk-") as other:
            plain = Path(other) / "site"
            build(folder, BuildOptions(site=plain, cache=False))
            yield Step(what, kept.made, differing(folder / "site", plain))


def differing(one: Path, other: Path) -> tuple[str, ...]:
    """Return the files that two folders do not share to the byte."""
    ours, theirs = _files(one), _files(other)
    return tuple(sorted(path for path in ours.keys() | theirs.keys() if ours.get(path) != theirs.get(path)))


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _edited(folder: Path, random: Random) -> tuple[str, Undo]:
    """Change a line of text in a record."""
    path = _record(folder, random)
    lines = path.read_text(encoding="utf-8").splitlines()
    wanted = [at for at, line in enumerate(lines) if line.lstrip(" -").startswith(("name:", "summary:", "text:"))]
    at = random.choice(wanted) if wanted else 0
    lines[at] += f"又{random.randrange(100)}次"
    return f"edit {path.name}", _written(path, "\n".join([*lines, ""]))


def _added(folder: Path, random: Random) -> tuple[str, Undo]:
    """Add a project that is like another."""
    path = random.choice(sorted((folder / "projects").glob("*.yml")))
    new = path.with_name(f"n{random.randrange(10**6)}.yml")
    text = path.read_text(encoding="utf-8").replace("name: ", f"name: 新{random.randrange(10**6)}", 1)
    return f"add {new.name}", _written(new, text.replace("short: ", f"short: 新{random.randrange(10**6)}", 1))


def _deleted(folder: Path, random: Random) -> tuple[str, Undo]:
    """Delete a record; that of a record which others name is refused."""
    path = _record(folder, random)
    text = path.read_bytes()
    path.unlink()
    return f"delete {path.name}", lambda: path.write_bytes(text)


def _renamed(folder: Path, random: Random) -> tuple[str, Undo]:
    """Give a record another id."""
    path = _record(folder, random)
    new = path.rename(path.with_name(f"r{random.randrange(10**6)}.yml"))
    return f"rename {path.name}", lambda: new.rename(path)


def _settings(folder: Path, random: Random) -> tuple[str, Undo]:
    """Change the site's name."""
    path = folder / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    return "settings", _written(path, text.replace("site_name: ", f"site_name: 新{random.randrange(10)}", 1))


def _prose(folder: Path, random: Random) -> tuple[str, Undo]:
    """Write a prose page."""
    path = folder / "content" / f"page-{random.randrange(3)}.md"
    return f"prose {path.name}", _written(path, f"# 说明\n\n第{random.randrange(1000)}版。\n")


CHANGES = (_edited, _edited, _edited, _edited, _added, _deleted, _renamed, _settings, _prose)


def _record(folder: Path, random: Random) -> Path:
    return random.choice([*sorted((folder / "projects").glob("*.yml")), *sorted(folder.glob("**/*.yml"))])


def _written(path: Path, text: str) -> Undo:
    before = path.read_bytes() if path.exists() else None
    path.write_text(text, encoding="utf-8")
    return path.unlink if before is None else lambda: path.write_bytes(before)


def main() -> int:
    """Walk, and print each step whose builds differ; exit 1 where one does."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--records", type=int, default=500)
    parser.add_argument("--changes", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    wanted = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="showcase-walk-") as made:
        folder = Path(made) / "city"
        make(folder, wanted.records, seed=wanted.seed)
        for number, step in enumerate(walk(folder, wanted.changes, wanted.seed), 1):
            sys.stderr.write(f"\r{number} of {wanted.changes}: {step.what}, {step.made} made\x1b[K")
            if step.wrong:
                wrong += 1
                sys.stdout.write(f"\n{step.what}: {', '.join(step.wrong[:10])}\n")
    sys.stdout.write(f"\n{wanted.changes} changes of {wanted.records} records, {wrong} with a difference\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
