"""``RESULTS.md``: a section for each size, written anew by its run; what others wrote stays."""

from __future__ import annotations

import re
from pathlib import Path

RESULTS = Path(__file__).parent / "RESULTS.md"
TITLE = """\
# Results

Tables are written by `python -m benchmarks.run … --write DATE`, never by hand; what is compared and what is not the
same stands in [README.md](README.md).
"""


def write_results(heading: str, text: str, path: Path = RESULTS) -> None:
    """Put a section in the place of the one with its heading, or after the last."""
    old = path.read_text("utf-8") if path.is_file() else TITLE
    section = f"## {heading}\n\n{text.strip()}\n"
    found = re.compile(rf"^## {re.escape(heading)}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    new = found.sub(lambda _: f"{section}\n", old) if found.search(old) else f"{old.rstrip()}\n\n{section}"
    path.write_text(f"{new.rstrip()}\n", encoding="utf-8", newline="\n")
