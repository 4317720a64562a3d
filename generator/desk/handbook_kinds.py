"""The handbook's page of each kind, and of the settings, made from the declarations of the models.

In goes a kind, out comes Markdown: what it is, where it lies, its examples, and a table of its fields. A field is
described as staff write it: a reference reads 队伍编号, and a group of fields leads to a table of its own below. The
examples are the files of one small project about a city that does not exist: it can be checked like any other, and puts
no word into a real person's mouth.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, get_args, get_origin

from generator.data.tables import for_residents
from generator.desk.sample_records import example_project
from generator.desk.short_forms import line_forms, pair_form
from generator.printing.urls import record_path
from generator.records.addresses import FormerId, Mailbox, SiteAddress, WebAddress
from generator.records.dates import DateField, YearField
from generator.records.declared import FieldShape, fields_of
from generator.records.fields import Choice, Line, Model, Prose, YesNo
from generator.records.kinds import BY_NAME, KINDS, Kind
from generator.records.periods import PeriodField
from generator.records.quantity import QuantityField
from generator.records.record import Record, Subject
from generator.records.settings import Settings
from generator.records.sourced import Sourced
from generator.records.telephones import PublicPhone

MADE = "<!-- 由 make handbook 生成，不要手改；要改的话改 generator/ 里的栏目声明或规则说明。 -->"

_HEAD = "| 栏目 | 必填 | 写什么 | 说明 | 例子 |\n|---|---|---|---|---|"
_SHARED = (Sourced, Record, Subject)
# Numbers and dates have a page of their own; the rest is plain.
_WORDS: tuple[tuple[Any, str], ...] = (
    (Line, "一行文字"),
    (Prose, "一段文字"),
    (YesNo, "是或否"),
    (DateField, "[日期](../numbers-and-dates.md#dates)"),
    (YearField, "[年份](../numbers-and-dates.md#dates)"),
    (PeriodField, "[时间段](../numbers-and-dates.md#periods)"),
    (QuantityField, "[数量](../numbers-and-dates.md#quantities)"),
    (WebAddress, "网址"),
    (SiteAddress, "网址"),
    (FormerId, "编号"),
    (PublicPhone, "电话号码"),
    (Mailbox, "邮箱"),
    (str, "一行文字"),
)


def kind_page(kind: Kind) -> str:
    """Return a kind's page."""
    own = [shape for shape in fields_of(kind.model).values() if shape.owner not in _SHARED]
    shared = [shape for shape in fields_of(kind.model).values() if shape not in own]
    parts = [
        MADE,
        f"# {kind.label} `{kind.name}`",
        kind.guide + ("" if kind.called == kind.label else f"网页上叫“{kind.called}”。"),
        _places(kind),
        *_examples(kind),
        "栏目名称写中文或英文都行，一条里同一个栏目只写一次。例子里的江城市和人名都是编的。",
        f"## {kind.label}自己的栏目 {{#own}}\n\n{_table(own)}",
        f"## 各类记录共有的栏目 {{#shared}}\n\n{_table(shared)}",
        *(_part(model, labels) for model, labels in _inner(kind.model).items()),
    ]
    return "\n\n".join(parts) + "\n"


def kinds_page() -> str:
    """Return the list of all kinds: what each is, and where it lies."""
    rows = [f"| [{kind.label}]({kind.name}.md) | {kind.guide} | `{kind.folder}/` |" for kind in KINDS]
    table = "\n".join(["| 种类 | 是什么 | 放在 |", "|---|---|---|", *rows])
    return f"{MADE}\n\n# 记录的种类\n\n一件事写一条记录，一条记录属于一个种类，种类由文件夹决定。\n\n{table}\n"


def settings_page() -> str:
    """Return the page of the settings in ``mkdocs.yml``."""
    rows = "\n".join(_row(shape).replace("](../", "](") for shape in fields_of(Settings).values())
    intro = (
        "网站的名称、首页和页脚写在项目文件夹的 `mkdocs.yml` 里。`site_name`、`site_url` 写在最外层，"
        "只能用英文名；其余写在 `plugins` 下面的 `showcase` 里，中文名、英文名都行。"
        "写错了，检查时会像记录一样指出在哪一行。"
    )
    example = shown({"mkdocs.yml": example_project()["mkdocs.yml"]})
    parts = "".join(f"\n\n{_part(model, labels)}".replace("](../", "](") for model, labels in _inner(Settings).items())
    return f"{MADE}\n\n# 网站设置\n\n{intro}\n\n{fenced(example)}\n\n{_HEAD}\n{rows}{parts}\n"


def fenced(text: str) -> str:
    """Return a text as a block of YAML."""
    return f"```yaml\n{text.strip()}\n```"


def escaped(text: str) -> str:
    """Return a text so that neither Markdown nor a table's row takes any of its characters for its own."""
    for char, safe in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("|", "&#124;")):
        text = text.replace(char, safe)
    return "".join(f"\\{char}" if char in "\\*_[]" else char for char in text)


def _places(kind: Kind) -> str:
    label, page = kind.label, record_path(kind.name, "编号")
    return (
        f"- 放在 `{kind.folder}/` 里，一个文件一条；也可以把许多条写成清单，放在同一个文件夹的一个文件里，"
        f"或者写进 `{kind.folder}.yml`。\n"
        f"- 一个文件一条时，文件名就是编号；写成清单时，每条的第一行写 `编号`。编号用小写字母、数字和短横线。\n"
        f"- 发布后，这条{label}的网址是 `{page}`。编号定了就不要再改；非改不可的，把以前的编号写进“曾用编号”。"
    )


def _examples(kind: Kind) -> Iterator[str]:
    """Yield the part with a kind's examples, where the example project has some."""
    taken = [other.folder for other in KINDS if other.folder.startswith(f"{kind.folder}/")]
    own = [
        fenced(shown({path: text}))
        for path, text in example_project().items()
        if path.startswith(f"{kind.folder}/") and path.rpartition("/")[0] not in taken
    ]
    ends = dict.fromkeys((*own[:1], *own[-1:]))
    examples = [f"{title}\n\n{text}" for title, text in zip(("最短的一条：", "写全一些："), ends, strict=False)]
    if examples:
        yield "\n\n".join(["## 例子", *examples])


def _table(shapes: Iterable[FieldShape]) -> str:
    # What must be given comes first; the order is otherwise that of the declaration.
    ordered = sorted(shapes, key=lambda shape: not shape.required)
    return "\n".join([_HEAD, *(_row(shape) for shape in ordered)])


def _row(shape: FieldShape) -> str:
    # An id is given by the file's name, or written in a list only.
    needed = "清单里必填" if shape.name == "id" else "必填" if shape.required else ""
    private = "" if shape.public or "不会公开" in shape.help else "（不公开）"
    called = for_residents(shape.label)
    on_pages = "" if called == shape.label else f"（网页上写作“{called}”）"
    about, example = escaped(shape.help) + private + on_pages, escaped(shape.example or "")
    return f"| **{shape.label}**<br>`{shape.name}` | {needed} | {_content(shape)} | {about} | {example} |"


def _content(shape: FieldShape) -> str:
    """Say what is written behind a key."""
    if shape.choices:
        unless = f"；不写就是“{shape.default.label}”" if isinstance(shape.default, Choice) else ""
        return f"选一个：{'、'.join(member.label for member in shape.choices)}{unless}"
    several = "，可以写成清单" if shape.many else ""
    if shape.model:
        return f"[一组栏目](#{shape.model.__name__.lower()}){several}"
    if shape.reference:
        kind = BY_NAME[shape.reference.kind]
        by = "名称或编号" if shape.reference.by_name else "编号"
        return f"[{kind.label}](../kinds/{kind.name}.md){by}{several}"
    parts = [*_within(shape.hint)]
    if any(get_origin(part) is dict for part in parts):
        return "一行一个“代码: 理由”"
    word = next(word for declared, word in _WORDS if declared in parts)
    return word + several


def _part(model: type[Model], labels: list[str]) -> str:
    own = [shape for shape in fields_of(model).values() if shape.owner is not Sourced]
    title = "".join(f"“{label}”" for label in labels)
    parts = [f"## {title}里的栏目 {{#{model.__name__.lower()}}}", *_short_forms(model), _table(own)]
    if issubclass(model, Sourced):
        names = "".join(f"“{shape.label}”" for shape in fields_of(Sourced).values())
        parts.append(f"还可以写{names}，写法同上；不写来源，就用上一层的来源。")
    return "\n\n".join(parts)


def _short_forms(model: type[Model]) -> Iterator[str]:
    """Say how a group may be written in one line."""
    pair, example = pair_form(model)
    if pair:
        yield f"可以简写成 `{pair}`（英文冒号加空格）{f'，例如 `{example}`' if example else ''}。"
    if lines := line_forms(model):
        yield f"可以简写成一行文字：{' 或 '.join(f'`{line}`' for line in lines)}。"


def _inner(model: type[Model]) -> dict[type[Model], list[str]]:
    """Return every group of fields below a model with the labels that it is written under, in the order met."""
    found: dict[type[Model], list[str]] = {}
    for shape in fields_of(model).values():
        if shape.model:
            for part, labels in ({shape.model: [shape.label]} | _inner(shape.model)).items():
                found[part] = list(dict.fromkeys([*found.get(part, []), *labels]))
    return found


def _within(hint: Any) -> Iterator[Any]:
    """Yield a declared type and every type it is made of."""
    yield hint
    for part in get_args(hint):
        yield from _within(part)


def shown(tree: dict[str, str]) -> str:
    """Write files one below the other, each under its path as a comment."""
    return "\n\n".join(f"# {path}\n{text}" for path, text in tree.items())
