"""The handbook's generated pages: what staff may type, and what a check may say, as the code has it.

Nothing enters but the declarations and the site's palette; out come Markdown pages and a style sheet by their path
inside ``handbook/docs``. They are committed, so that a reader of the repository has them too, and a test holds them to
the code.
"""

from __future__ import annotations

import sys
from importlib.resources import files
from pathlib import Path

from generator.desk.handbook_kinds import kind_page, kinds_page, settings_page
from generator.desk.handbook_rules import rules_page
from generator.records.kinds import KINDS

FOLDER = Path("handbook/docs")


def pages() -> dict[str, str]:
    """Return every generated page by its path inside the handbook's folder."""
    return {
        "kinds/index.md": kinds_page(),
        **{f"kinds/{kind.name}.md": kind_page(kind) for kind in KINDS},
        "settings.md": settings_page(),
        "rules.md": rules_page("zh"),
        "rules.en.md": rules_page("en"),
        "assets/tokens.css": colours(),
    }


def colours() -> str:
    """Return the palette of the public theme, which the handbook shares."""
    return (files("site_theme") / "assets" / "tokens.css").read_text(encoding="utf-8")


def write(folder: Path) -> list[Path]:
    """Write the generated pages into the handbook's folder; pages of kinds that are gone are taken away.

    :raises OSError: the disk failed.
    """
    found = {folder / path: text for path, text in pages().items()}
    for path in (folder / "kinds").glob("*.md"):
        if path not in found:
            path.unlink()
    for path, text in found.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return list(found)


if __name__ == "__main__":
    write(Path(sys.argv[1]) if sys.argv[1:] else FOLDER)
