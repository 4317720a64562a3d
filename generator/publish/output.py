"""Where artefacts are written: into one folder, each path once."""

from __future__ import annotations

import os
from pathlib import Path


class Output:
    """A folder being filled."""

    def __init__(self, folder: Path) -> None:
        """Write into ``folder``, which is there."""
        self.folder = folder.resolve()
        self._folders: dict[str, Path] = {}

    def write(self, path: str, data: bytes) -> int:
        """Write one file and return its size in bytes; a path that leaves the folder is a mistake of ours.

        :raises OSError: the disk failed.
        :raises ValueError: the path leaves the folder, or was written before.
        """
        folder, _, name = path.rpartition("/")
        if not name or name in {".", ".."}:
            raise ValueError(path)
        # Strings: to join ten thousand paths takes long.
        with open(f"{self._inside(folder)}{os.sep}{name}", "xb") as target:  # noqa: PTH123 - likewise
            return target.write(data)

    def drop(self, path: str) -> None:
        """Take away what may have been written of one file, so that it can be written again."""
        (self.folder / path).unlink(missing_ok=True)

    def _inside(self, folder: str) -> Path:
        """Return a folder below ours, made on first use; each is looked at once."""
        if folder not in self._folders:
            target = (self.folder / folder).resolve()
            if not target.is_relative_to(self.folder):
                raise ValueError(folder)
            target.mkdir(parents=True, exist_ok=True)
            self._folders[folder] = target
        return self._folders[folder]
