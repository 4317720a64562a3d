"""One page for every sort of page, for tests and for people who look.

They stand in one folder: the project's own site and, below ``long/``, a made one whose lists go on over several pages.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.city import make
from generator.cli import main

LONG = "long"
SPECIMENS = {
    "home": "index.html",
    "projects": "projects/index.html",
    "project": "projects/mengyuan.html",
    "places": "places/index.html",
    "place": "places/qingdao.html",
    "teams": "teams/index.html",
    "team": "teams/haier.html",
    "domain": "domains/elderly.html",
    "person": "people/yang-xiaoling.html",
    "honours": "honours/index.html",
    "edition": "honours/sige100-shinan.html",
    "series": "series/sige100.html",
    "station": "stations/caihong-yizhan.html",
    "brand": "brands/zhiyuan-zhicheng.html",
    "activity": "activities/qingdao-tuerqi-jiuyuan.html",
    "incentive": "incentives/shenzhen-yiwai-baoxian.html",
    "platform": "platforms/zhiyuan-shandong.html",
    "vocabulary": "vocabularies/qingdao-17n.html",
    "document": "documents/qingdao-2023.html",
    "stats": "stats.html",
    "metrics": "metrics/index.html",
    "metric": "metrics/registered-volunteers.html",
    "compare": "compare.html",
    "search": "search.html",
    "take part": "take-part.html",
    "prose": "about.html",
    "data": "data/index.html",
    "missing": "404.html",
    "paged": f"{LONG}/projects/index.html",
    "whole list": f"{LONG}/places/d0/projects-2.html",
    "lines": f"{LONG}/places/d0/practices.html",
    "updates": f"{LONG}/updates.html",
}
# Printed by one template, as a station is; that one is enough where a look takes long.
_ALIKE = {"brand", "activity", "incentive", "platform"}
UNLIKE = tuple(path for name, path in SPECIMENS.items() if name not in _ALIKE)


def write_long(folder: Path) -> None:
    """Write a made project in which a district has more projects and practices than its page, or one page, shows.

    The practices were added since the year that it keeps.
    """
    make(folder, 600)
    if main(["-C", str(folder), "snapshot", "2024"]) != 0:
        raise ValueError(folder)
    practices = "".join(f"  - {{title: 第{at}件事, text: 每到周末，志愿者上门看望老人。}}\n" for at in range(30))
    with (folder / "content" / "places" / "d0.yml").open("a", encoding="utf-8") as place:
        place.write(practices)  # a made district ends with its practices


def build_gallery(site: Path, workspace: Path) -> Path:
    """Put the project's own site and the made one where the specimens are looked for; return that folder."""
    gallery, project = workspace / "gallery", workspace / "project"
    shutil.copytree(site, gallery)
    write_long(project)
    if main(["-C", str(project), "build", "--site", str(gallery / LONG)]) != 0:
        raise ValueError(project)
    return gallery
