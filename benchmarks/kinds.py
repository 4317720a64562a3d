"""One function for each kind: the number of a record in, the record out, the same for the same seed."""

from __future__ import annotations

from random import Random
from typing import Any

from benchmarks import words
from benchmarks.sizes import Sizes

Made = dict[str, Any]

CITY = "city"
# Editions before it have a number and no year.
FIRST_YEAR = 2001
MEASURES = (
    ("志愿者", "人", "存量"),
    ("服务人次", "人次", "流量"),
    ("服务时长", "小时", "流量"),
    ("培训场次", "场", "流量"),
    ("志愿服务队伍", "支", "存量"),
)
STATIONS = ("中心所站", "服务站点", "积分兑换点", "场馆", "基地")
ACTIVITIES = ("主题活动", "服务行动", "培训", "宣传")
DOCUMENTS = ("新闻报道", "工作简报", "经验文章", "统计资料")
LEVELS = ("市级", "区县级")


def document_id(number: int) -> str:
    """Return the id of a document."""
    return f"doc-{number}" if number else "doc"


def district_id(number: int, sizes: Sizes) -> str:
    """Return the id of the district that a record with this number belongs to."""
    return f"d{number % sizes.districts}"


def place_id(number: int, sizes: Sizes) -> str:
    """Return the id of the place where a record is: a district, a street or a community."""
    if number % 3 == 0:
        return district_id(number // 3, sizes)
    if number % 3 == 1 and sizes.streets:
        return f"s{number // 3 % sizes.streets}"
    return f"c{number // 3 % sizes.communities}" if sizes.communities else CITY


def source(rng: Random, sizes: Sizes) -> str:
    """Return a document's id; a few documents are the source of much."""
    return document_id(min(int(rng.expovariate(4 / sizes.documents)), sizes.documents - 1))


def metrics() -> list[Made]:
    """Return the metrics of every city: what is counted, field by field."""
    return [
        {"id": f"m{at}-{part}", "name": field + name, "unit": unit, "measure": measure, "group": field}
        for at, field in enumerate(words.FIELDS)
        for part, (name, unit, measure) in enumerate(MEASURES)
    ]


def figures(rng: Random, field: str, count: int) -> list[Made]:
    """Return a record's figures: its volunteers, and what they did in a year."""
    people = rng.randint(8, 90)
    attendances = people * rng.randint(10, 40)
    hours = attendances * rng.randint(2, 4)
    values = (f"{people}人", f"{attendances}人次", f"{hours}小时", f"{rng.randint(2, 30)}场", f"{rng.randint(2, 9)}支")
    named = zip(MEASURES, values, strict=True)
    return [{"metric": field + name, "value": value, "where": "第二部分"} for (name, *_), value in named][:count]


def place(rng: Random, kind: str, number: int, sizes: Sizes) -> Made:
    """Return a district, a street or a community."""
    name = words.place_name(number)
    again = number // (len(words.FIRST) * len(words.SECOND))
    level, suffix, parent = {
        "d": ("区县", "区", CITY),
        "s": ("镇街", "街道", district_id(number, sizes)),
        "c": ("社区村", "社区", f"s{number % sizes.streets}" if sizes.streets else CITY),
    }[kind]
    made: Made = {"name": f"{name}{'东西南北'[again % 4] if again else ''}{again // 4 or ''}{suffix}"}
    made |= {"level": level, "parent": parent, "source": source(rng, sizes), "summary": words.text(rng, long=False)}
    if kind == "d":
        made["figures"] = figures(rng, rng.choice(words.FIELDS), 3)
        made["goals"] = [{"text": "每个社区都有一支志愿服务队伍", "deadline": "2027", "theme": "队伍"}]
        made["practices"] = [{"title": title, "text": text} for title, text in rng.sample(words.ACTIONS, 3)]
    return made


def document(rng: Random, number: int, sizes: Sizes) -> Made:
    """Return a source."""
    year = 2025 + number % 2
    name = f"{words.ISSUERS[number % len(words.ISSUERS)]}志愿服务工作{year}年第{number // 2 + 1}期"
    made: Made = {"id": document_id(number), "name": f"{name}（{number}）", "type": rng.choice(DOCUMENTS)}
    made |= {"issuer": words.ISSUERS[number % len(words.ISSUERS)], "date": f"{year}-{rng.randint(1, 9):02}"}
    made |= {"date_basis": "文中写明", "places": [district_id(number, sizes)], "summary": words.text(rng, long=False)}
    return made


def team(rng: Random, number: int, sizes: Sizes) -> Made:
    """Return a team; every seventh stands above the next six."""
    field = rng.choice(words.FIELDS)
    name = f"{words.place_name(number)}{field}{'总队' if number % 7 == 0 else '服务队'}"
    made: Made = {"id": f"t{number}", "name": f"{name}{number}", "type": "总队" if number % 7 == 0 else "服务队"}
    if number % 7:
        made["parent"] = f"t{number - number % 7}"
    made |= {"place": place_id(number, sizes), "founded": str(2005 + number % 20), "source": source(rng, sizes)}
    made |= {"role": f"{field}服务", "summary": words.text(rng, long=number % 10 == 0)}
    if number % 3 == 0:
        made["figures"] = figures(rng, field, 2)
    return made


def project(rng: Random, number: int, sizes: Sizes) -> Made:
    """Return a brand project with its actions and figures; every fourth was taken into a library."""
    field = rng.choice(words.FIELDS)
    short = f"{words.title(number)}{words.place_name(number // 3)}{number}"
    made: Made = {"name": f"“{short}”{field}志愿服务项目", "short": short, "place": place_id(number, sizes)}
    made |= {"owner": f"t{number % max(1, sizes.teams)}", "domain": field, "since": str(2008 + number % 17)}
    made |= {"status": rng.choice(words.STATES), "audience": rng.sample(words.AUDIENCES, rng.randint(1, 2))}
    made |= {"scenes": [rng.choice(words.SCENES)], "source": source(rng, sizes)}
    made["summary"] = words.text(rng, long=False)
    if number % 10 == 0:
        made["results"] = words.text(rng, long=True)
    actions = rng.sample(words.ACTIONS, rng.randint(2, 4))
    made["actions"] = [{"title": title, "text": text} for title, text in actions]
    made["figures"] = figures(rng, field, rng.randint(1, 4))
    if number % 4 == 0:
        made["library"] = [{"name": "市级示范项目库", "level": "市级", "entered": str(2020 + number % 5)}]
    return made


def person(rng: Random, number: int, sizes: Sizes) -> Made:
    """Return an honoured volunteer."""
    made: Made = {
        "id": f"w{number}",
        "name": words.own_name(number),
        "place": place_id(number, sizes),
    }
    made |= {"team": f"t{number % max(1, sizes.teams)}", "role": rng.choice(words.ROLES), "consent": "是"}
    return made | {"source": source(rng, sizes), "summary": words.text(rng, long=number % 10 == 0)}


def brand(rng: Random, number: int, sizes: Sizes) -> Made:
    """Return a brand over three projects."""
    made: Made = {"id": f"b{number}", "name": f"{words.place_name(number)}{words.title(number)}{number}"}
    made |= {"type": "区域品牌" if number % 2 else "服务品牌", "place": place_id(number, sizes)}
    made["projects"] = sorted({f"p{(number * 3 + at) % sizes.projects}" for at in range(3)})
    return made | {"source": source(rng, sizes), "summary": words.text(rng, long=False)}


def station(rng: Random, number: int, sizes: Sizes) -> Made:
    """Return a place where service happens."""
    made: Made = {"id": f"z{number}", "name": f"{words.place_name(number)}志愿服务站{number}"}
    made |= {"type": rng.choice(STATIONS), "place": place_id(number, sizes)}
    made |= {
        "owner": f"t{number % max(1, sizes.teams)}",
        "address": f"{words.place_name(number + 7)}路{number % 300 + 1}号",
    }
    return made | {"source": source(rng, sizes), "summary": words.text(rng, long=number % 10 == 0)}


def activity(rng: Random, number: int, sizes: Sizes) -> Made:
    """Return a dated event of a project."""
    date = f"{2017 + number % 8}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    made: Made = {"id": f"a{number}", "name": f"{words.title(number)}进{words.place_name(number)}第{number}场"}
    made |= {"type": rng.choice(ACTIVITIES), "place": place_id(number, sizes), "date": date}
    made |= {"owner": f"t{number % max(1, sizes.teams)}", "projects": [f"p{number % sizes.projects}"]}
    return made | {"source": source(rng, sizes), "summary": words.text(rng, long=number % 10 == 0)}


def incentive(rng: Random, number: int, sizes: Sizes) -> Made:
    """Return what encourages volunteers."""
    made: Made = {"id": f"i{number}", "name": f"{words.place_name(number)}志愿者礼遇{number}", "type": "礼遇"}
    made |= {"place": place_id(number, sizes), "since": str(2015 + number % 10), "source": source(rng, sizes)}
    return made | {"summary": words.text(rng, long=False)}


def platform(rng: Random, number: int, sizes: Sizes) -> Made:
    """Return a way to reach voluntary service."""
    made: Made = {"id": f"f{number}", "name": f"{words.place_name(number)}志愿平台{number}", "type": "小程序"}
    made |= {"place": place_id(number, sizes), "functions": ["发布活动", "记录时长"], "source": source(rng, sizes)}
    return made | {"summary": words.text(rng, long=False)}


def series(rng: Random, number: int, sizes: Sizes) -> Made:
    """Return a run of honours."""
    made: Made = {"id": f"r{number}", "name": f"{words.place_name(number)}志愿服务先进典型{number}"}
    made |= {"level": rng.choice(LEVELS), "issuer": [rng.choice(words.ISSUERS)], "place": district_id(number, sizes)}
    return made | {"categories": ["最美志愿者", "最佳项目", "最佳组织"], "source": source(rng, sizes)}


def edition(rng: Random, number: int, sizes: Sizes) -> Made:
    """Return an edition with a roll of 20 to 240 lines, most of which name a person and a unit."""
    year = 2024 - number // sizes.series
    made: Made = {"series": f"r{number % sizes.series}", "edition": f"第{sizes.editions - number}届"}
    if year >= FIRST_YEAR:
        made |= {"year": str(year), "issued": f"{year}-12"}
    made |= {
        "status": "正式",
        "document_no": f"志表〔{max(year, FIRST_YEAR)}〕{number + 1}号",
        "source": source(rng, sizes),
    }
    names = {
        f"{words.person_name(rng)}（{words.place_name(rng.randrange(1400))}服务队）"
        for _ in range(rng.randint(16, 232))
    }
    made["winners"] = {
        "最美志愿者": [*sorted(names), *_references(rng, "person", "w", sizes.people)],
        "最佳项目": _references(rng, "project", "p", sizes.projects),
        "最佳组织": _references(rng, "team", "t", sizes.teams),
    }
    return made


def _references(rng: Random, key: str, letter: str, count: int) -> list[Made]:
    return [{key: f"{letter}{at}"} for at in sorted({rng.randrange(max(1, count)) for _ in range(2)})]
