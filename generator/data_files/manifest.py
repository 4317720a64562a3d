"""The site's manifest: what a phone shows when a reader puts the site on the home screen (W3C Web App Manifest).

All addresses in it are relative to it, so it holds in a sub-folder of any host.
"""

from __future__ import annotations

import json

MANIFEST = "manifest.webmanifest"
# The theme's paper, which a phone shows while the first page loads.
_PAPER = "#fbf7f2"
# Home screens show about this many characters.
_ROOM = 12
_SIDES = (192, 512)


def manifest(name: str) -> str:
    """Return the manifest of a site with this name."""
    said = {
        "name": name,
        "short_name": name[:_ROOM],
        "lang": "zh-CN",
        "start_url": "index.html",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": _PAPER,
        "theme_color": _PAPER,
        "icons": [_icon(side, purpose) for side in _SIDES for purpose in ("any", "maskable")],
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _icon(side: int, purpose: str) -> dict[str, str]:
    return {"src": f"assets/icon-{side}.png", "sizes": f"{side}x{side}", "type": "image/png", "purpose": purpose}
