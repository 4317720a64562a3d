"""What tests of the theme's scripts share: Node's command."""

from __future__ import annotations

import os
import shutil

import pytest


@pytest.fixture(scope="session")
def node() -> str:
    """Return Node's command; in CI its absence is a failure, elsewhere a reason to skip."""
    path = shutil.which("node")
    if path:
        return path
    reason = "Node is not on this machine; with it, `node --test tests/scripts/` runs these"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
