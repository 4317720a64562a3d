"""Pictures on pages: the colour that waits for one, the home page that opens with one, those of rolls below names."""

from __future__ import annotations

import re

import pytest

from generator.pictures.facts import TINTS
from generator.printing.templates import THEME
from generator.recipes.check import check
from tests.conftest import Project
from tests.sites import pages_made, printed

COVERED = """
projects/a.yml: {name: 甲, source: doc, summary: 教老人用手机。}
projects/a.jpg: （一张照片）
mkdocs.yml:
    site_name: 某市
    docs_dir: content
    site_url: https://example.org/v/
    plugins:
      - showcase: {place: city, opening: OPENING}
"""


def test_every_tint_has_a_colour() -> None:
    """Each word for the colour of a picture has a colour in the style sheet."""
    styles = (THEME / "assets" / "showcase.css").read_text("utf-8")
    assert set(re.findall(r"\.tint-([a-z]+)", styles)) == set(TINTS)


@pytest.mark.parametrize("opening", ["a", "{project: a}", "{项目: a, 图片: 是}"])
def test_the_home_page_opens_with_the_cover(project: Project, opening: str) -> None:
    """The cover of the project that speaks first takes the drawing's place, and goes along when the page is shared."""
    page = printed(check(project(COVERED.replace("OPENING", opening))), "index.html")
    head, _, main = page.partition("<main")
    assert 'class="drawing"' not in main
    assert main.index('fetchpriority="high"') < main.index("教老人用手机")
    assert re.search(r'og:image" content="https://example.org/v/pictures/\w+-share.jpg"', head)


def test_the_drawing_stays_where_staff_say_so(project: Project) -> None:
    """With 图片: 否 the drawing stands, and no picture is shared."""
    page = printed(check(project(COVERED.replace("OPENING", "{项目: a, 图片: 否}"))), "index.html")
    assert 'class="drawing"' in page
    assert "-share.jpg" not in page


def test_names_stand_before_pictures(project: Project) -> None:
    """An edition and a series show their pictures, below the names and on the first page alone."""
    checked = check(
        project("""
            honours/series/star.yml: {name: 最美, level: 市级, source: doc}
            honours/series/star.jpg: （一张照片）
            honours/star-2024.yml: {series: star, year: 2024, status: 正式, source: doc, winners: {个人: [李明]}}
            honours/star-2024.jpg: （一张照片）
        """)
    )
    for path in ("honours/star-2024.html", "series/star.html"):
        page = printed(checked, path)
        assert page.index("李") < page.index('class="gallery"'), path
    assert len(pages_made(checked)["series/star.html"].view.pictures) == 1
