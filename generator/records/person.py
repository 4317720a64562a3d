"""Person: an honoured volunteer, shown as the display policy says. A name alone is not a person."""

from __future__ import annotations

from generator.records.fields import Choice, Line, TeamRef, YesNo, field
from generator.records.record import Subject


class Display(Choice):
    """How much of a person is shown."""

    FULL = "full", "全名"
    MASKED = "masked", "隐去名字"
    WITHDRAWN = "withdrawn", "已撤回"


class Person(Subject):
    """An honoured volunteer."""

    display: Display = field(
        "展示方式", "全名、隐去名字或已撤回；撤回的人不会出现在网站任何地方", default=Display.FULL, public=False
    )
    consent: YesNo | None = field("本人同意", "本人是否同意展示", default=None, public=False)
    team: TeamRef | None = field("所在队伍", "原文写明的队伍", default=None)
    role: Line | None = field("身份", "原文怎么介绍", default=None)
    guardian_consent: YesNo | None = field(
        "监护人同意", "未成年人的监护人是否同意用认得出的照片", default=None, public=False
    )
    minor: YesNo | None = field("未成年", "是否未成年；未成年人一律隐去名字", default=None, public=False)
