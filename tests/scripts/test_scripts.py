"""The theme's scripts, where no page is needed: what they find, narrow and compare, under ``node --test``."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent


@pytest.fixture(scope="module")
def node() -> str:
    """Return Node's command; in CI its absence is a failure, elsewhere a reason to skip."""
    path = shutil.which("node")
    if path:
        return path
    reason = "Node is not on this machine; with it, `node --test tests/scripts/` runs these"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.test.mjs")), ids=lambda path: path.name)
def test_script(node: str, path: Path) -> None:
    """A script does what its tests say."""
    outcome = subprocess.run([node, "--test", str(path)], capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
