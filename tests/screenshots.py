"""Pictures of one page of every sort, on a phone and a desk, in every look, with a sheet to see them side by side.

Nothing is judged here: they are for people to look at. ``python -m tests.screenshots DIR [SORT ...]``.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, FloatRect, sync_playwright

from generator.cli import main
from tests.conftest import BROWSERS, QUIET, ROOT
from tests.specimens import SPECIMENS, build_gallery

LOOKS = {"light": "look=light", "dark": "look=dark", "contrast": "look=contrast", "elder": "mode=elder&look=light"}
WIDTHS = (390, 1280)
# A long page shows the same parts again; this much is enough to see each of them.
MOST_HEIGHT = 5000
_SHEET = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>截图</title>
<style>body{{font:16px sans-serif}}img{{height:30rem;object-fit:cover;object-position:top;border:1px solid #999}}
section{{display:flex;gap:.5rem;overflow-x:auto}}figure{{margin:0}}</style>
{sections}"""


def name_of(sort: str, width: int, look: str) -> str:
    """Return the file name of one picture."""
    return f"{sort.replace(' ', '-')}-{width}-{look}.jpg"


def sheet(sorts: list[str]) -> str:
    """Return a page that shows all pictures of each sort of page in a row."""
    rows = []
    for sort in sorts:
        names = [name_of(sort, width, look) for width in WIDTHS for look in LOOKS]
        row = "".join(f'<figure><a href="{name}"><img src="{name}" alt="{name}"></a></figure>' for name in names)
        rows.append(f"<h2>{escape(sort)} · {escape(SPECIMENS[sort])}</h2><section>{row}</section>\n")
    return _SHEET.format(sections="".join(rows))


def take(browser: Browser, site: Path, folder: Path, sorts: list[str]) -> None:
    """Write every picture of these sorts of page into a folder."""
    for width in WIDTHS:
        for look, query in LOOKS.items():
            view = browser.new_page(viewport={"width": width, "height": 900})
            for sort in sorts:
                view.goto(f"{(site / SPECIMENS[sort]).as_uri()}?{query}")
                height = min(int(view.evaluate("document.documentElement.scrollHeight")), MOST_HEIGHT)
                clip: FloatRect = {"x": 0, "y": 0, "width": width, "height": height}
                view.screenshot(
                    path=folder / name_of(sort, width, look), type="jpeg", quality=70, full_page=True, clip=clip
                )
            view.close()


def run(folder: Path, sorts: list[str]) -> None:
    """Build the site, take its pictures, and write the sheet."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        own = Path(made) / "site"
        if main(["-C", str(ROOT), "build", "--site", str(own)]) != 0:
            sys.exit(1)
        site = build_gallery(own, Path(made))
        # The page for missing addresses has absolute links, which a folder does not open.
        missing = site / SPECIMENS["missing"]
        missing.write_text(missing.read_text("utf-8").replace('"/assets/', '"assets/'), "utf-8")
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        take(browser, site, folder, sorts)
        browser.close()
    (folder / "index.html").write_text(sheet(sorts), "utf-8")


if __name__ == "__main__":
    run(Path(sys.argv[1]), sys.argv[2:] or list(SPECIMENS))
