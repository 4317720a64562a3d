"""Where pages are written: each path once.

A second write to one path is a mistake of the records (two things with one address) and comes back as a problem
that names both; a path that leaves the folder is a mistake of ours and raises.
"""

from __future__ import annotations

from pathlib import Path

from generator.problems import Location, Problem


class Output:
    """A folder being filled."""

    def __init__(self, folder: Path) -> None:
        """Write into ``folder``, which is there and empty."""
        self.folder = folder
        self.problems: list[Problem] = []
        self._claims: dict[str, tuple[str, str]] = {}
        self._folders: dict[str, Path] = {}

    @property
    def paths(self) -> list[str]:
        """Return every path claimed so far."""
        return [path for _, path in self._claims.values()]

    def claim(self, path: str, origin: str) -> bool:
        """Note that ``origin`` makes ``path``; False, and a problem, where another has it already.

        Letter case does not part two paths, since on Windows they are one file.
        """
        other, _ = self._claims.setdefault(path.lower(), (origin, path))
        if other == origin:
            return True
        details = {"page": path, "first": other, "second": origin}
        self.problems.append(Problem("path-collision", Location(origin), "", details))
        return False

    def write(self, path: str, content: str | bytes, origin: str) -> None:
        """Write one file, unless its path is taken.

        :raises OSError: the disk failed.
        :raises ValueError: the path leaves the folder.
        """
        target = self._open(path)
        if self.claim(path, origin):
            target.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)

    def _open(self, path: str) -> Path:
        """Return where a path lies, in a folder that is there; each folder is looked at once."""
        folder, _, name = path.rpartition("/")
        if folder not in self._folders:
            there = (self.folder / folder).resolve()
            if not there.is_relative_to(self.folder.resolve()):
                raise ValueError(path)
            there.mkdir(parents=True, exist_ok=True)
            self._folders[folder] = there
        if not name or name in {".", ".."}:
            raise ValueError(path)
        return self._folders[folder] / name
