"""What covers are drawn with: the colours and signs that fields of service may have."""

from __future__ import annotations

import re

import pytest

from generator.printing.templates import THEME, signs
from generator.records.domain import Colour, Sign

TOKENS = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})\b", (THEME / "assets" / "tokens.css").read_text("utf-8")))
ENOUGH = 4.5


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, as WCAG reckons it."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) > len("#fff") else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colour", Colour, ids=str)
def test_white_can_be_read_on_every_colour(colour: Colour) -> None:
    """Each colour that a field may have is a token of the theme with its class, and white stands out from it."""
    assert contrast(TOKENS[colour.value], TOKENS["on-cover"]) >= ENOUGH
    rule = f".field-{colour.value} {{ --field: var(--{colour.value}); }}"
    assert rule in (THEME / "assets" / "showcase.css").read_text("utf-8")


def test_a_name_can_be_read_above_the_motif() -> None:
    """The short name of a project without a field stands out from the paper of the motif."""
    assert contrast(TOKENS["motif"], TOKENS["on-motif"]) >= ENOUGH


def test_every_sign_is_drawn() -> None:
    """Each sign that a field may have is a drawing of the theme, and no drawing lies idle."""
    assert set(signs()) == {sign.value for sign in Sign}
    assert all("<path" in drawing and "script" not in drawing for drawing in signs().values())
