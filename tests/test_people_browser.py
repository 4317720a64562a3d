"""Persons in a browser: every name fits its stone, on a phone and on a desk, upright or across."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.cli import main
from tests.conftest import BASE, write_tree

NAMES = {
    "two": "王伟",
    "six": "买买提吾拉木",
    "nine": "阿卜杜热西提艾力江",
    "dotted": "买买提·吾拉木·阿卜杜热合曼·艾则孜·伊敏江",
    "longest": "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯",
    "latin": "Christopher Alexander Featherstonehaugh",
}
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
FAULTS = """() => {
    const box = found => found.getBoundingClientRect();
    const stone = box(document.querySelector(".slab")), seal = box(document.querySelector(".slab .seal"));
    const parts = [...document.querySelectorAll("h1, h1 span")].map(box);
    return {
        outside: parts.some(part => part.left < stone.left || part.right > stone.right || part.top < stone.top),
        covering: parts.some(part => part.bottom > seal.top),
        wide: document.documentElement.scrollWidth > innerWidth,
    };
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of persons whose names are as different as names are."""
    folder = tmp_path_factory.mktemp("people")
    write_tree(folder, BASE)
    people = "".join(f"    - {{id: {key}, name: {name}, source: doc, consent: 是}}\n" for key, name in NAMES.items())
    write_tree(folder, f"content/people.yml:\n{people}")
    assert main(["-C", str(folder), "build"]) == 0
    return folder / "site"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("mode", ["", "?mode=elder"], ids=["plain", "elder"])
def test_every_name_fits_its_stone(browser: Browser, site: Path, name: str, size: dict[str, int], mode: str) -> None:
    """No name leaves the stone, covers what stands below it, or makes the page scroll sideways."""
    page = browser.new_page(viewport=size)  # type: ignore[arg-type]
    page.goto(f"{(site / f'people/{name}.html').as_uri()}{mode}")
    faults = page.evaluate(FAULTS)
    page.close()
    assert [fault for fault, found in faults.items() if found] == []


def test_elder_mode_reads_across(browser: Browser, site: Path) -> None:
    """A name is upright, and in 长辈版 across."""
    page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
    modes = []
    for mode in ("", "?mode=elder"):
        page.goto(f"{(site / 'people/two.html').as_uri()}{mode}")
        modes.append(page.evaluate("getComputedStyle(document.querySelector('h1')).writingMode"))
    page.close()
    assert modes == ["vertical-rl", "horizontal-tb"]
