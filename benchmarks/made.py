"""Make a city of N records, the same for the same N: half projects, a third teams, the rest winners and places.

Run as ``python benchmarks/made.py FOLDER N``. The names are made up; the shape is that of real records.
"""

from __future__ import annotations

import sys
from pathlib import Path

CONFIG = "site_name: 试验城\ndocs_dir: content\ntheme: {name: showcase}\nplugins: [showcase]\n"
FIELDS = ("助老", "助学", "环保", "应急", "法律", "心理")


def make(folder: Path, count: int) -> None:
    """Write a project folder of about ``count`` records, one file a project and lists for the rest."""
    districts = max(2, count // 500)
    _write(folder / "mkdocs.yml", CONFIG)
    _write(folder / "content/about.md", "# 关于\n\n试验用的记录。\n")
    _write(folder / "content/documents/doc.yml", "name: 来源\ntype: 新闻报道\ndate: 2023\n")
    _write(folder / "content/metrics.yml", "- {id: volunteers, name: 注册志愿者, unit: 人, measure: 存量}\n")
    _write(folder / "content/places/city.yml", "name: 试验市\nlevel: 市\nsource: doc\n")
    for number in range(districts):
        _write(folder / f"content/places/d{number}.yml", _district(number))
    teams = [_team(number, districts) for number in range(count // 3)]
    _write(folder / "content/teams.yml", "".join(teams))
    _write(folder / "honours/series.yml", "- {id: best, name: 最美, level: 市级, source: doc}\n")
    for number in range(count // 2):
        _write(folder / f"projects/p{number}.yml", _project(number, count // 3, districts))
    for year in range(count // 6):
        _write(folder / f"honours/best-{year}.yml", _edition(year, count // 2))


def _district(number: int) -> str:
    figures = f"figures:\n  - {{metric: 注册志愿者, value: {number * 37 + 100}人, where: 第1段}}\n"
    return f"name: 第{number}区\nlevel: 区县\nparent: city\nsource: doc\n{figures}"


def _team(number: int, districts: int) -> str:
    return f"- id: t{number}\n  name: 第{number}服务队\n  place: d{number % districts}\n  source: doc\n"


def _project(number: int, teams: int, districts: int) -> str:
    return f"""\
name: 第{number}号志愿服务项目
short: 第{number}号
place: d{number % districts}
owner: t{number % max(1, teams)}
domain: {FIELDS[number % len(FIELDS)]}
since: {2000 + number % 25}
source: doc
summary: 为第{number}个社区的居民做一件小事，每周一次，风雨无阻。
actions:
  - 上门：志愿者上门看望，帮忙买菜、打扫。
  - title: 陪伴
    text: 周末陪老人聊天，读报。
figures:
  - 注册志愿者: {number + 10}人
"""


def _edition(year: int, projects: int) -> str:
    winners = "".join(f"    - project: p{(year * 7 + line) % max(1, projects)}\n" for line in range(3))
    people = f"  最美志愿者:\n    - 王某某（第{year}队）\n"
    return f"series: best\nedition: 第{year + 1}届\nsource: doc\nwinners:\n  最佳项目:\n{winners}{people}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
