"""The page of a project: what it is, its figures, one section of what is done, what came of it, what comes next.

Actions and practices are one list. A number that the words of a deed say themselves is marked in them and not said
again; date and source of all figures are said once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.names import short_name
from generator.pages.views.figures_view import FiguresView, FigureView, Said, common
from generator.pages.views.links import FactView
from generator.pages.views.record_page import ItemView, RecordView, SectionView, record_view
from generator.pages.whereabouts import Whereabouts
from generator.printing.page import LinkView
from generator.records.parse import Entry
from generator.records.project import Project, ProjectStatus

_KEY_FIGURES = 4
_OWNER, _ALIASES = "发起单位", "别名"
# Said beside the name and on the cover already.
_SHOWN_APART = {_OWNER, _ALIASES, "领域", "开始", "结束", "状态"}
_DEEDS = ("actions", "practices")
_MARKS = str.maketrans("", "", "“”‘’《》")
_COUNTED = "零一两三四五六七八九十"


@dataclass(frozen=True, slots=True)
class DeedView:
    """One thing that is done; ``figures`` are those that its words do not say."""

    anchor: str
    title: str
    meta: str
    text: Markup
    figures: tuple[FigureView, ...]


@dataclass(frozen=True, slots=True)
class ProjectView:
    """A project's page: the record as any other, and what a project alone has.

    ``key`` are the figures that stand large, ``others`` those beside what came of it, ``counted`` those of the deeds;
    ``said`` is what most of all these share.
    """

    record: RecordView
    name: str
    full: str
    aliases: tuple[LinkView, ...]
    owners: tuple[LinkView, ...]
    time: str
    said: Said | None
    key: FiguresView
    others: FiguresView
    deeds_title: str
    deeds: tuple[DeedView, ...]
    counted: FiguresView
    facts: tuple[FactView, ...]
    sections: tuple[SectionView, ...]


def project_view(catalogue: Catalogue, where: Whereabouts, entry: Entry[Project]) -> ProjectView:
    """Return the page of a project."""
    record = record_view(catalogue, where, entry)
    items = [item for section in record.sections if section.name in _DEEDS for item in section.items]
    counted = tuple(figure for item in items for figure in item.figures.items)
    said = common((*record.figures.items, *counted))
    key, others = FiguresView(record.figures.items, said).parted(_KEY_FIGURES)
    name = short_name(entry)
    return ProjectView(
        record=record,
        name=name,
        full="" if _bare(name) == _bare(record.name) else record.name,
        aliases=_aliases(record, name),
        owners=tuple(_values(record, _OWNER)),
        time=_time(entry.record),
        said=said,
        key=key,
        others=others,
        deeds_title=_deeds_title(len(items)),
        deeds=tuple(deed_view(item, said) for item in items),
        counted=FiguresView(counted, said),
        facts=tuple(fact for fact in record.facts if fact.label not in _SHOWN_APART),
        sections=tuple(section for section in record.sections if section.name not in _DEEDS),
    )


def _values(record: RecordView, label: str) -> Iterator[LinkView]:
    return (link for fact in record.facts if fact.label == label for link in fact.values)


def _aliases(record: RecordView, name: str) -> tuple[LinkView, ...]:
    """Return the other names, but for those that differ from the name in their quotation marks alone."""
    known = {_bare(name), _bare(record.name)}
    return tuple(alias for alias in _values(record, _ALIASES) if _bare(alias.text) not in known)


def _bare(name: str) -> str:
    return name.translate(_MARKS)


def _time(project: Project) -> str:
    """Say from when to when."""
    since, until = project.since, project.until
    if until:
        return f"{since.label if since else ''}至{until.label}"
    ended = "，已结束" if project.status is ProjectStatus.ENDED else ""
    return f"{since.label}{'起' if not ended else '开始'}{ended}" if since else ended.removeprefix("，")


def _deeds_title(count: int) -> str:
    """Say how many things are done, as people count: 做三件事."""
    return f"做{_COUNTED[count]}件事" if 1 < count < len(_COUNTED) else "做的事"


def deed_view(item: ItemView, said: Said | None) -> DeedView:
    """Return one thing that is done, with the numbers that its words say marked in them."""
    waiting: dict[str, FigureView] = {}
    for figure in item.figures.items:
        waiting.setdefault(str(escape(figure.printed)), figure)

    def marked(match: re.Match[str]) -> str:
        figure = waiting.pop(match["value"], None) if match["value"] else None
        return _strong(figure, item.text, said) if figure else match[0]

    values = "|".join(map(re.escape, sorted(waiting, key=len, reverse=True)))
    # What stands in a tag, such as the address of a link, is not text.
    text = re.sub(rf"<[^>]*>|(?<![\d.,])(?P<value>{values})(?!\d)", marked, item.text) if values else item.text
    told = {figure.anchor for figure in item.figures.items} - {figure.anchor for figure in waiting.values()}
    unsaid = tuple(figure for figure in item.figures.items if figure.anchor not in told)
    return DeedView(item.anchor, item.title, item.meta, Markup(text), unsaid)  # noqa: S704 - its own text, marked


def _strong(figure: FigureView, text: str, said: Said | None) -> str:
    """Return a printed value with its anchor, and its date where neither the words nor the section say it."""
    is_dated = figure.date in text or (said is not None and said.date == figure.date)
    date = "" if is_dated else f"<small>（{escape(figure.date)}）</small>"
    return f'<strong id="{figure.anchor}">{escape(figure.printed)}</strong>{date}'
