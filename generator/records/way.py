"""Way: how to take part, to ask for help; a plain line, or a telephone, an address and more, each in its field."""

from __future__ import annotations

from generator.records.addresses import Mailbox, WebAddress, is_mailbox, is_web_address
from generator.records.fields import Line, Model, Prose, field
from generator.records.telephones import PublicPhone, dialled


def way_in_line(line: str) -> dict[str, str]:
    """Return what a line is: a telephone number, a mailbox or a web address alone, else words."""
    text = line.strip()
    if dialled(text):
        return {"phone": text}
    if is_mailbox(text):
        return {"mailbox": text}
    return {"url": text} if is_web_address(text) else {"text": line}


class Way(Model):
    """A way for residents: what to do, where to call, write or go."""

    from_text = way_in_line

    text: Prose | None = field("说明", "谁可以来、怎么报名，一两句话", default=None, example="每周六上午，先打电话报名")
    phone: PublicPhone | None = field(
        "公开电话", "单位对外公布的座机、短号或 400 号码", default=None, example="0532-12345"
    )
    mailbox: Mailbox | None = field("公开邮箱", "单位对外公布的邮箱", default=None, example="office@example.org")
    url: WebAddress | None = field("网址", "报名的网页", default=None, example="https://www.example.org/join")
    address: Line | None = field("地址", "到哪里去，对外公布的地址", default=None, example="湖滨路1号一楼大厅")
    hours: Line | None = field("时间", "什么时候可以来、可以打电话", default=None, example="周一至周五 9:00—17:00")

    @property
    def is_given(self) -> bool:
        """Return whether it says anything."""
        return any(vars(self).values())
