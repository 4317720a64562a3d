"""The site's HTML is valid, by the Nu Html Checker."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.cli import main

ROOT = Path(__file__).parents[1]
# It holds relative addresses, and data in JSON, against the policy, which browsers allow; they are asked elsewhere.
POLICY = ".*violates Content Security Policy.*"
JAR = Path(os.environ.get("SHOWCASE_VNU", ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"))


@pytest.fixture(scope="module")
def checker() -> list[str]:
    """Return the checker's command; in CI its absence is a failure, elsewhere a reason to skip."""
    java = shutil.which("java")
    if java and JAR.is_file():
        return [java, "-jar", str(JAR)]
    reason = "the Nu Html Checker is not here: it needs Java and `npm install --no-save vnu-jar`"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def test_html_is_valid(checker: list[str], tmp_path: Path) -> None:
    """No page of the public site gives the checker anything to say, not even a warning."""
    site = tmp_path / "site"
    assert main(["-C", str(ROOT), "build", "--site", str(site)]) == 0
    shutil.rmtree(site / "handbook")
    outcome = subprocess.run(
        [*checker, "--skip-non-html", "--filterpattern", POLICY, str(site)], capture_output=True, text=True, check=False
    )
    assert outcome.stderr == ""
    assert outcome.returncode == 0
