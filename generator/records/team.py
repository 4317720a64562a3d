"""Team: an organisation or team that serves; a tree by ``parent``."""

from __future__ import annotations

from generator.records.addresses import Mailbox, WebAddress
from generator.records.dates import DateField
from generator.records.fields import Choice, Line, TeamRef, field
from generator.records.record import Subject
from generator.records.role import Role
from generator.records.telephones import PublicPhone
from generator.records.way import Way


class TeamType(Choice):
    """What sort of organisation it is."""

    FEDERATION = "federation", "联合会"
    ASSOCIATION = "association", "协会"
    FOUNDATION = "foundation", "基金会"
    CORPS = "corps", "总队"
    DETACHMENT = "detachment", "支队"
    TEAM = "team", "服务队"
    ENTERPRISE = "enterprise", "企业"
    INSTITUTION = "institution", "机构"
    SCHOOL = "school", "学院"
    OTHER = "other", "其他"


class Team(Subject):
    """An organisation or team."""

    type: TeamType = field("类型", "联合会、协会、总队、服务队、企业等", default=TeamType.TEAM)
    parent: TeamRef | None = field("上级队伍", "上级组织的编号", default=None)
    host: TeamRef | None = field("主办单位", "所属单位的编号", default=None)
    founded: DateField | None = field("成立", "成立时间", default=None, example="2016")
    category: tuple[Line, ...] = field("类别", "词表里的服务类别", default=(), example="应急救援")
    units: tuple[Line, ...] = field("下属小队", "只有名称的下属队伍，一行一个", default=())
    role: Line | None = field("职责", "在当地做什么", default=None)
    roles: tuple[Role, ...] = field(
        "负责人", "谁在什么时候担任什么，一行一个：姓名，职务，起止时间", default=(), example="王芳，队长，2011—2018"
    )
    phone: PublicPhone | None = field(
        "公开电话",
        "单位对外公布的座机、短号或 400 号码，不能是手机号",
        default=None,
        example="0532-12345",
        is_fact=False,
    )
    url: WebAddress | None = field(
        "网址", "单位自己公开的网站", default=None, example="https://www.example.org/", is_fact=False
    )
    mailbox: Mailbox | None = field(
        "公开邮箱", "单位对外公布的邮箱，不能是个人的", default=None, example="office@example.org", is_fact=False
    )
    take_part: Way | None = field(
        "怎么参加",
        "想参加的人怎么做：写一句话，或者分开写说明、电话、网址、地址、时间；公开电话、网址、邮箱已经写在自己的栏目里的，不再写",
        default=None,
        example="满 18 岁，先在平台上登记，再打电话报名",
        is_fact=False,
    )
