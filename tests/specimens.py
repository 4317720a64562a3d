"""One page of the project's own site for every sort of page, for tests and for people who look."""

from __future__ import annotations

SPECIMENS = {
    "home": "index.html",
    "library": "projects/index.html",
    "project": "projects/mengyuan.html",
    "teams": "teams/index.html",
    "team": "teams/haier.html",
    "person": "people/yang-xiaoling.html",
    "place": "places/qingdao.html",
    "lines": "places/qingdao/figures.html",
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
    "metric": "metrics/registered-volunteers.html",
    "compare": "compare.html",
    "search": "search.html",
    "prose": "about.html",
    "data": "data/index.html",
    "components": "components.html",
    "missing": "404.html",
}
