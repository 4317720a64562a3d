"""Rules about dates that contradict each other: what ends before it begins, what is told before it happened."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import goals_of, statements
from generator.problems import Phrase
from generator.reading.nodes import Path
from generator.records.activity import Activity
from generator.records.dates import PartialDate
from generator.records.declared import fields_of, groups
from generator.records.document import Document
from generator.records.edition import Edition
from generator.records.fields import Model
from generator.records.project import Project, ProjectStatus
from generator.rules.honours import editions
from generator.rules.material import Material
from generator.rules.rule import Finding, error, warning

# What a text can only tell when it has happened.
_HAPPENED = ("since", "founded")
_PAST = (*_HAPPENED, "as_of", "date", "year", "issued", "notice_from", "entered")
_WHEN: dict[type[Model], str] = {Activity: "date", Edition: "year"}


@error(
    zh=("结束（{end}）早于开始（{start}）", "改正其中一个日期"),
    en=("it ends ({end}) before it begins ({start})", "correct one of the dates"),
)
def end_before_start(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a project that ends before it begins, or leaves a library before it enters it.

    结束的日期不能早于开始的日期，出库不能早于入库。

    ✗ projects/a.yml: {name: 甲, since: 2023, until: 2019}
    ✓ projects/a.yml: {name: 甲, since: 2019, until: 2023}
    """
    for entry in catalogue.of(Project):
        project = entry.record
        own: tuple[Path, str, PartialDate | None, PartialDate | None] = ((), "until", project.since, project.until)
        stays = ((("library", at), "left", stay.entered, stay.left) for at, stay in enumerate(project.library))
        spans = [own, *stays]
        for at, name, start, end in spans:
            if start and end and start.is_surely_after(end):
                yield Finding(entry, (*at, name), start=start.label, end=end.label)


@warning(
    zh=("“{label}”是{date}，晚于来源的日期（{source}）", "核对年份；来源的日期写错了的，改来源"),
    en=("{label} is {date}, after its source's date ({source})", "look the year up, or correct the source's date"),
    needs=("year-against-document-number",),
)
def told_before_it_happened(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a beginning, an event or an award that is later by more than a year than the documents that tell of it.

    来源写出来的时候，事情已经发生了，或者马上要发生：开始、成立的年份不会比来源晚一年以上。

    ✗ projects/a.yml: {name: 甲, source: doc, since: 2030}
    ✓ projects/a.yml: {name: 甲, source: doc, since: 2020}
    """
    for entry in catalogue.entries.values():
        for at, part, documents in statements(entry):
            for name in _happened_in(type(part)):
                date: PartialDate | None = getattr(part, name)
                latest = _latest(catalogue, documents) if date else None
                # A text may tell of what begins within the year.
                if date and latest and date.year > latest.year + 1:
                    label = fields_of(type(part))[name].label
                    yield Finding(entry, (*at, name), label=label, date=date.label, source=latest.label)


@warning(
    zh=("状态是“进行中”，结束却是{end}，来源写的时候（{source}）已经过了", "改成“已结束”，或者改正日期"),
    en=("it is said to be running, but ended {end}, before its source ({source})", "write 已结束, or correct the date"),
    needs=("end-before-start",),
)
def running_after_its_end(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a project that is said to be running and had ended before its source was written.

    项目在来源发表以前就结束了，状态不会是“进行中”。

    ✗ projects/a.yml: {name: 甲, source: doc, until: 2020, status: 进行中}
    ✓ projects/a.yml: {name: 甲, source: doc, until: 2020, status: 已结束}
    """
    for entry in catalogue.of(Project):
        project = entry.record
        latest = _latest(catalogue, project.source) if project.until else None
        is_past = project.until and latest and latest.is_surely_after(project.until)
        if project.status is ProjectStatus.RUNNING and is_past and project.until and latest:
            yield Finding(entry, ("status",), end=project.until.label, source=latest.label)


@warning(
    zh=("发文日期（{issued}）早于公示结束（{end}）", "改正其中一个日期"),
    en=("the document was issued ({issued}) before the notice ends ({end})", "correct one of the dates"),
    needs=("notice-dates-reversed",),
)
def issued_before_notice_ends(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a commendation that was issued before its public notice had ended.

    先公示，后发文：表彰文件的日期不会早于公示的最后一天。

      honours/a.yml:
          series: best
          year: 2024
          source: doc
          notice_from: 2024-12-01
          notice_to: 2024-12-07
    ✗     issued: 2024-11
    ✓     issued: 2024-12-20
    """
    for entry, edition in editions(catalogue):
        if edition.issued and edition.notice_to and edition.notice_to.is_surely_after(edition.issued):
            yield Finding(entry, ("issued",), issued=edition.issued.label, end=edition.notice_to.label)


@warning(
    zh=("目标的期限（{deadline}）早于对应数据的日期（{date}）", "核对期限；期限过后才有的数据回答不了这个目标"),
    en=("the goal's deadline ({deadline}) is before the figure that answers it ({date})", "look the deadline up"),
)
def deadline_before_answer(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a goal whose deadline had passed by a year and more when the figure that answers it was counted.

    目标的期限早于回答它的数据，多半是年份打错了。

      projects/a.yml:
          name: 甲
          source: doc
          figures: [{metric: 注册志愿者, value: 245万人, as_of: 2023}]
          goals:
    ✗       - {text: 达到300万, target: 300万人, metric: 注册志愿者, answer: 注册志愿者, deadline: 2005}
    ✓       - {text: 达到300万, target: 300万人, metric: 注册志愿者, answer: 注册志愿者, deadline: 2025}
    """
    for cited in chain.from_iterable(goals_of(catalogue, entry) for entry in catalogue.entries.values()):
        deadline, date = cited.goal.deadline, cited.answer.as_of if cited.answer else None
        if deadline and date and date.year > deadline.year + 1:
            yield Finding(cited.entry, (*cited.at, "deadline"), deadline=deadline.label, date=date.label)


@warning(
    zh=("“{label}”是{date}，还没有到（检查的这一天是{today}）", "核对年份；还没有发生的事是计划，写到“目标”里"),
    en=(
        "{label} is {date}, which has not come (this check is of {today})",
        "look it up; write what is planned as a goal",
    ),
    needs=("figure-after-source", "year-against-document-number", "end-before-start", "told-before-it-happened"),
)
def date_in_the_future(material: Material) -> Iterator[Finding]:
    """Report what has happened, was issued or was counted at a date that lies after the day of the check.

    成立、开始、发文、获奖、数据截至这样的日期，只有到了才能写；比检查这一天还晚的，多半是打错了一个数字。期限、结束、公示的最后一天、
    预告的活动可以在以后。

    ✗ content/teams/a.yml: {name: 甲, founded: 2961}
    ✓ content/teams/a.yml: {name: 甲, founded: 1961}
    """
    if material.today is None:
        return
    today = PartialDate(material.today.year, material.today.month, material.today.day)
    for entry in material.catalogue.entries.values():
        for at, part in groups(entry.record):
            for name in _past_in(type(part)):
                date: PartialDate | None = getattr(part, name)
                if date and date.is_surely_after(today):
                    label = Phrase(fields_of(type(part))[name].label, name)
                    yield Finding(entry, (*at, name), label=label, date=date.label, today=today.label)


@cache
def _past_in(model: type[Model]) -> tuple[str, ...]:
    """Return the fields of a model whose dates have come; what an activity is about may be announced."""
    may_be_announced = {"date"} if issubclass(model, Activity) else set()
    return tuple(name for name in _PAST if name in fields_of(model) and name not in may_be_announced)


@cache
def _happened_in(model: type[Model]) -> tuple[str, ...]:
    told = tuple(name for name in _HAPPENED if name in fields_of(model))
    return (*told, *(name for kind, name in _WHEN.items() if issubclass(model, kind)))


def _latest(catalogue: Catalogue, documents: tuple[str, ...]) -> PartialDate | None:
    """Return the date of the latest of some documents; None where one of them has none."""
    entries = [catalogue.get(Document, document) for document in documents]
    dates = [entry.record.date if entry else None for entry in entries]
    return max((date for date in dates if date), default=None) if all(dates) else None
