"""The same records as a site for Hugo: one data file a kind, and a content adapter that makes a page of each record.

What a reader sees on a page is what our page shows. Whatever would only cost Hugo time (names of references looked up
in a map, the places above a place) is written out beforehand: it is no part of the measured work.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

from benchmarks.city import city
from benchmarks.kinds import CITY, Made

TEMPLATES = Path(__file__).parent / "hugo"
# Our own sheets: its pages look as ours do, so that they can be held side by side.
ASSETS = Path(__file__).parents[1] / "site_theme" / "assets"
SECTIONS = {"editions": "honours"}
LABELS = {
    "projects": "品牌项目", "honours": "荣誉榜", "places": "地区", "teams": "队伍", "people": "人物", "brands": "品牌",
    "stations": "阵地", "activities": "活动", "incentives": "激励", "platforms": "平台", "documents": "来源",
    "series": "荣誉系列", "metrics": "指标", "actions": "主要做法", "practices": "做法", "goals": "目标",
    "library": "入库情况", "domain": "领域", "audience": "服务对象", "status": "状态", "area": "地区", "source": "来源",
    "metric": "指标",
}  # fmt: skip
# The facts that each section's pages show: the field, its label, and the section that it leads to.
_OWNER, _SINCE, _TYPE = ("owner", "发起单位", "teams"), ("since", "开始", ""), ("type", "类型", "")
_STATE = (("status", "状态", ""), ("audience", "服务对象", ""), ("scenes", "服务场景", ""))
FACTS = {
    "projects": (_OWNER, ("domain", "领域", ""), _SINCE, *_STATE),
    "teams": (_TYPE, ("parent_team", "上级队伍", "teams"), ("founded", "成立", ""), ("role", "职责", "")),
    "people": (("team", "所在队伍", "teams"), ("role", "身份", "")),
    "brands": (_TYPE, ("projects", "项目", "projects")),
    "stations": (_TYPE, _OWNER, ("address", "地址", "")),
    "activities": (_TYPE, _OWNER, ("date", "日期", ""), ("projects", "相关项目", "projects")),
    "incentives": (_TYPE, _SINCE),
    "platforms": (_TYPE, ("functions", "功能", "")),
    "documents": (_TYPE, ("issuer", "发布单位", ""), ("date", "日期", ""), ("places", "涉及地区", "places")),
    "metrics": (("unit", "单位", ""), ("measure", "性质", "")),
    "series": (("level", "级别", ""), ("issuer", "授予单位", "")),
}
# Which section the winner of a line has its page in.
_PAGES = {"person": "people", "project": "projects", "team": "teams"}
_ADAPTER = """\
{{{{ range hugo.Data.{kind} }}}}
{{{{ $.AddPage (dict "path" .id "title" .name "params" .) }}}}
{{{{ end }}}}
"""


def write_hugo_site(folder: Path, count: int, seed: int) -> None:
    """Write a project folder for Hugo with the records of a made city."""
    shutil.copytree(TEMPLATES, folder)
    shutil.copytree(ASSETS, folder / "static" / "assets")
    _write_json(folder / "data" / "labels.json", LABELS)
    facts = {
        name: [{"key": key, "label": label, "section": section} for key, label, section in facts]
        for name, facts in FACTS.items()
    }
    _write_json(folder / "data" / "facts.json", facts)
    context = _Context()
    for kind in city(count, seed):
        records = [context.params(kind.name, record_id, record) for record_id, record in kind.records]
        _write_json(folder / "data" / f"{kind.name}.json", records)
        section = folder / "content" / SECTIONS.get(kind.name, kind.name)
        section.mkdir(parents=True)
        (section / "_content.gotmpl").write_text(_ADAPTER.format(kind=kind.name), encoding="utf-8")
        (section / "_index.md").write_text(f"+++\ntitle = '{LABELS[section.name]}'\n+++\n", encoding="utf-8")


def _write_json(path: Path, data: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


class _Context:
    """What has been seen of the city: the places above each place, the metrics and the series."""

    def __init__(self) -> None:
        self.parents: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.metrics: dict[str, str] = {}
        self.series: dict[str, Made] = {}

    def params(self, kind: str, record_id: str, record: Made) -> dict[str, Any]:
        """Return a record as the parameters of its page."""
        made = record | {"id": record_id}
        if "source" in record:
            made["source"] = [record["source"]]
        if kind == "places":
            self.parents[record_id], self.names[record_id] = record.get("parent", ""), record["name"]
        elif kind == "metrics":
            self.metrics[record["name"]] = record_id
        elif kind == "series":
            self.series[record_id] = record
        elif kind == "editions":
            made |= self._edition(record)
        elif kind == "teams" and "parent" in record:
            made["parent_team"] = record["parent"]
        line = self._line(record.get("parent", "") if kind == "places" else record.get("place", ""))
        below = [place for place in line if place != CITY]
        made |= {"line": line, "at": below, "area": below[:1]}
        made["whereabouts"] = " ".join(self.names[place] for place in line)
        made["figures"] = [self._figure(figure) for figure in record.get("figures", ())]
        made["metric"] = [figure["metric_id"] for figure in made["figures"]]
        return made | {"refers": _refers(made), "honours_of": made.get("honours_of", [])}

    def _line(self, place: str) -> list[str]:
        return [*self._line(self.parents[place]), place] if place else []

    def _figure(self, figure: Made) -> Made:
        number = re.match(r"[\d.]+", figure["value"])
        return figure | {
            "metric_id": self.metrics[figure["metric"]],
            "number": number[0] if number else figure["value"],
        }

    def _edition(self, record: Made) -> Made:
        series = self.series[record["series"]]
        groups = [_group(category, lines) for category, lines in record["winners"].items()]
        year = record.get("year", "")
        return {
            "name": f"{series['name']}（{year + '年 ' if year else ''}{record['edition']}）",
            "level": series["level"],
            "listed": sum(len(group["lines"]) for group in groups),
            "winners": groups,
            "honours_of": sorted({one for group in groups for one in group["ids"]}),
        }


def _group(category: str, lines: list[Any]) -> Made:
    made, ids = [], []
    for line in lines:
        if isinstance(line, str):
            name, _, unit = line.rstrip("）").partition("（")
            made.append({"name": name, "unit": unit})
        else:
            [(key, record_id)] = line.items()
            made.append({"page": f"/{_PAGES[key]}/{record_id}"})
            ids.append(record_id)
    return {"category": category, "lines": made, "ids": ids}


def _refers(made: Made) -> list[str]:
    named = [made.get(key) for key in ("owner", "team", "parent_team", "series")]
    return [one for one in (*named, *made.get("projects", ())) if one]
