"""What the handbook says of a kind that no declaration holds: one Chinese line, and two examples.

Nothing enters; a kind's page takes from here. The examples are the files of one small project about a city that does
not exist, so that they can be checked like any project, and none puts a word into a real person's mouth.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from generator.records.kinds import KINDS, Kind

LINES: dict[str, str] = {
    "place": "省、市、区县、镇街、社区，用“上级”连成一棵树。",
    "team": "做志愿服务的组织和队伍：联合会、协会、总队、服务队、企业等。",
    "person": "获得荣誉、已经公开报道的志愿者。只有一个名字的不用建记录，写在荣誉榜的名单里就行。",
    "station": "有名称的服务地点，或者有名称的一类站点。只知道有多少个、没有名称的，写成地区的数据。",
    "brand": "罩在几个项目或几支队伍上面的名称：城市品牌、区域品牌、项目品牌、服务品牌。",
    "activity": "有时间的一次活动、培训、赛事或一段主题活动。长年做的事写成项目。",
    "incentive": "对志愿者的激励和保障：星级、积分、礼遇、保险、基金等。",
    "platform": "群众找得到志愿服务的渠道：信息平台、小程序、热线、设备。",
    "document": "说出这些事的文件：报道、简报、表彰文件、统计资料。别的记录用编号指到它；原文不公开。",
    "vocabulary": "一个地方自己的说法里有哪几项，例如“五为”“六进”。同一个词在别的城市、别的年份可能是另一份清单。",
    "metric": "数的是什么、怎么数：单位、性质和口径。写数据时用它的名称或编号。",
    "project": "长年在做的品牌项目：为谁做、谁来做、怎么做、有什么结果。",
    "series": "一项年年都评的荣誉：它的名称、级别、授予单位和类别。每一次评选另写一份荣誉榜。",
    "edition": "一次评选的结果：一份表彰文件写成一个文件。获奖只写在这里，项目、队伍、人物的页面会自动显示。",
}

_FILE = re.compile(r"^(\S+\.(?:ya?ml|md)):(.*)$")


def examples_of(kind: Kind) -> tuple[str, str]:
    """Return the shortest record of a kind that passes every check, and a fuller one, each under its path."""
    taken = [other.folder for other in KINDS if other.folder.startswith(f"{kind.folder}/")]
    shortest, fuller = (
        shown({path: text})
        for path, text in example_project().items()
        if path.startswith(f"{kind.folder}/") and path.rpartition("/")[0] not in taken
    )
    return shortest, fuller


@cache
def example_project() -> dict[str, str]:
    """Return the files of the example project by path, each kind's shortest record before its fuller one."""
    return tree_files(files("generator").joinpath("data/example_project.txt").read_text(encoding="utf-8"))


def tree_files(tree: str) -> dict[str, str]:
    """Return the files of a tree as text, by path: a line that begins with a path and a colon starts a file."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in tree.splitlines():
        if match := _FILE.match(line):
            lines = found.setdefault(match[1], [match[2].strip()] if match[2].strip() else [])
        else:
            lines.append(line.removeprefix("    "))
    return {path: "\n".join(lines).strip("\n") for path, lines in found.items()}


def shown(tree: dict[str, str]) -> str:
    """Write files one below the other, each under its path as a comment."""
    return "\n\n".join(f"# {path}\n{text}" for path, text in tree.items())
