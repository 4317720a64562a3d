"""The theme's scripts, where no page is needed: what they find, narrow and compare, under ``node --test``."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.test.mjs")), ids=lambda path: path.name)
def test_script(node: str, path: Path) -> None:
    """A script does what its tests say."""
    outcome = subprocess.run([node, "--test", str(path)], capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
