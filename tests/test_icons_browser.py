"""The pictures of the icon, which phones ask for, are the icon itself; `--renew` draws them anew."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.printing.templates import THEME

ASSETS = THEME / "assets"
# Phones cut the corners themselves, and would show black in clear ones.
PAGE = "<style>body { margin: 0; background: #b7141d } svg { display: block; width: 100vw; height: 100vw }</style>"
# Of 255, over all pixels: smoothing differs a little from one browser to the next.
MOST_APART = 2

APART = """async (sources) => {
  const [one, other] = await Promise.all(sources.map(async (source) => {
    const picture = new Image();
    picture.src = source;
    await picture.decode();
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    canvas.drawImage(picture, 0, 0);
    return canvas.getImageData(0, 0, picture.width, picture.height);
  }));
  if (one.width !== other.width) return 255;
  return one.data.reduce((sum, value, at) => sum + Math.abs(value - other.data[at]), 0) / one.data.length;
}"""


def drawn(view: Page, side: int) -> bytes:
    """Return the icon as a picture of some size."""
    view.set_viewport_size({"width": side, "height": side})
    view.set_content(PAGE + (ASSETS / "icon.svg").read_text("utf-8"))
    return view.screenshot()


def source(picture: bytes) -> str:
    """Return a picture as an address."""
    return f"data:image/png;base64,{b64encode(picture).decode()}"


@pytest.mark.parametrize("side", [180, 192, 512])
def test_the_picture_is_the_icon(browser: Browser, side: int, *, renew: bool) -> None:
    """A picture of each size shows what the icon of the theme shows."""
    view = browser.new_page()
    now, kept = drawn(view, side), Path(ASSETS / f"icon-{side}.png")
    if renew:
        kept.write_bytes(now)
    assert view.evaluate(APART, [source(kept.read_bytes()), source(now)]) <= MOST_APART
    view.close()
