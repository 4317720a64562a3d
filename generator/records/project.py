"""Project: what is done, for whom, by whom, with what result."""

from __future__ import annotations

from generator.records.dates import DateField
from generator.records.fields import BrandRef, Choice, Line, Model, ProjectRef, Prose, TeamRef, field, name_and_text
from generator.records.level import Level
from generator.records.record import Subject
from generator.records.statements import Practice
from generator.records.way import Way


class ProjectStatus(Choice):
    """Where a project stands."""

    RUNNING = "running", "进行中"
    ENDED = "ended", "已结束"
    UNSTATED = "unstated", "未说明"


class LibraryEntry(Model):
    """A project's stay in a library: entered, and perhaps left."""

    from_text = name_and_text

    name: Line = field("项目库", "项目库的名称", example="市级示范项目库")
    level: Level | None = field("级别", "哪一级的项目库", default=None)
    entered: DateField | None = field("入库", "入库时间", default=None)
    left: DateField | None = field("出库", "出库时间", default=None)
    text: Line | None = field("说明", "读者需要知道的话", default=None)


class Project(Subject):
    """A brand project."""

    short: Line | None = field("简称", "列表和标题里用的短名", default=None, example="梦圆", is_fact=False)
    owner: tuple[TeamRef, ...] = field(
        "发起单位", "发起或主办它的组织；几家联合主办的，一行一个，照原文的先后", default=(), example="haier"
    )
    teams: tuple[TeamRef, ...] = field("参与队伍", "一起做的队伍", default=())
    brands: tuple[BrandRef, ...] = field("所属品牌", "原文写明的品牌", default=())
    parent: ProjectRef | None = field("上级项目", "所属的大项目", default=None)
    domain: Line | None = field("领域", "服务领域，两三个字", default=None, example="关爱儿童")
    since: DateField | None = field("开始", "哪一年开始", default=None, example="2011")
    until: DateField | None = field("结束", "哪一年结束", default=None)
    status: ProjectStatus = field("状态", "进行中、已结束或未说明", default=ProjectStatus.UNSTATED)
    audience: tuple[Line, ...] = field("服务对象", "五为里的哪几项", default=(), example="为小")
    scenes: tuple[Line, ...] = field("服务场景", "六进里的哪几项", default=())
    actions: tuple[Practice, ...] = field("主要做法", "分几件事在做，一行一件：名称：内容", default=())
    results: Prose | None = field("成效", "带来了什么变化", default=None, is_fact=False)
    library: tuple[LibraryEntry, ...] = field("入库情况", "进过哪些项目库", default=())
    take_part: Way | None = field(
        "怎么参加",
        "想参加的人怎么做：写一句话，或者分开写说明、电话、网址、地址、时间；不写就显示发起单位的",
        default=None,
        example="每周六上午在社区服务中心，先打电话报名",
        is_fact=False,
    )
