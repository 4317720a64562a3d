"""Person: an honoured volunteer, shown as the display policy says. A name alone is not a person."""

from __future__ import annotations

from generator.records.fields import Choice, Line, Prose, TeamRef, YesNo, field
from generator.records.record import Subject
from generator.records.sourced import Sourced


class Display(Choice):
    """How much of a person is shown."""

    FULL = "full", "全名"
    MASKED = "masked", "隐去名字"
    WITHDRAWN = "withdrawn", "已撤回"


def _words(line: str) -> dict[str, str]:
    """Take a whole line as what was said, colons included."""
    return {"text": line}


class Saying(Sourced):
    """What a person said, as it was printed."""

    from_text = _words

    text: Prose = field("原话", "照来源原文，一字不改，引号不用写", example="老人笑一笑，这一趟就没白跑。")


class Person(Subject):
    """An honoured volunteer."""

    display: Display = field(
        "展示方式", "全名、隐去名字或已撤回；撤回的人不会出现在网站任何地方", default=Display.FULL, public=False
    )
    consent: YesNo | None = field("本人同意", "本人是否同意展示", default=None, public=False)
    team: TeamRef | None = field("所在队伍", "原文写明的队伍", default=None)
    role: Line | None = field("身份", "原文怎么介绍", default=None)
    sayings: tuple[Saying, ...] = field(
        "说过的话",
        "本人说过的话，一行一句；照来源原文，不是原话的写进“做法”",
        default=(),
        example="老人笑一笑，这一趟就没白跑。",
    )
    guardian_consent: YesNo | None = field(
        "监护人同意", "未成年人的监护人是否同意用认得出的照片", default=None, public=False
    )
    minor: YesNo | None = field("未成年", "是否未成年；未成年人一律隐去名字", default=None, public=False)
