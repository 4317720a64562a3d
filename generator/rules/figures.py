"""Rules about single figures and goals: source, date, unit, and that no plan passes for a result."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue, derived
from generator.catalogue.citations import CitedFigure, every_figure, figures_of, goals_of, statements
from generator.problems import Phrase
from generator.records.document import Document
from generator.records.metric import Measure, Metric
from generator.records.quantity import Qualifier
from generator.records.statements import Figure
from generator.records.units import differ, is_known
from generator.rules.rule import Finding, at_value, error, warning

_ALL = 100
_FEW = 3
_NONE = Phrase("", "")


@error(
    zh=("数据“{metric} {value}”没有来源", "给这条记录写一行“来源: 来源的编号”，或者给这条数据单独写来源"),
    en=("the figure '{metric} {value}' has no source", "give the record, or this figure, a line 'source: '"),
)
def figure_without_source(catalogue: Catalogue) -> Iterator[Finding]:
    """Report each figure that neither its line nor its record gives a source.

    网站上每个数字都要能查到出处：给整条记录写来源，或者给这条数据单独写。

    ✗ projects/a.yml: {name: 甲, figures: [注册志愿者: 12人]}
    ✓ projects/a.yml: {name: 甲, source: doc, figures: [注册志愿者: 12人]}
    """
    for entry in catalogue.whole_and_partial():
        for at, part, documents in statements(entry):
            # A partial record may lack the value; then that is already reported.
            if isinstance(part, Figure) and not documents and part.metric and part.value:
                yield Finding(entry, at, metric=part.metric, value=part.value.printed)
                # One line for the whole record mends the others too.
                break


@warning(
    zh=(
        "“{metric}”是{measure}，没有日期，来源也没有日期",
        "写“截至”或“期间”；来源没有日期时，在来源记录里写“日期说明”",
    ),
    en=(
        "'{metric}' ({measure}) has no date, and neither has its source",
        "add as_of or period, or explain in the document's date_reason",
    ),
    needs=("figure-without-source",),
)
def figure_without_date(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a stock without a date, or a flow without date and period, where its source has no date either.

    It is not reported where the source explains why it has no date (``date_reason``), or the figure says so
    (``basis: 未说明``).

    存量要有截至日期，流量要有时间段。来源也没有日期时，在来源记录里写“日期说明”，或给数据写“日期依据: 未说明”。

    ✗ content/documents/old.yml: {name: 旧文, type: 新闻报道}
    ✓ content/documents/old.yml: {name: 旧文, type: 新闻报道, date_reason: 文中没有日期}
      projects/a.yml: {name: 甲, source: old, figures: [注册志愿者: 12人]}
    """
    for cited in every_figure(catalogue):
        figure = cited.figure
        if cited.as_of or figure.period or figure.basis or not cited.documents:
            continue
        if any(catalogue.get(Document, document) is None for document in cited.documents):
            # A source that is unknown or broken has been reported, and might have a date.
            continue
        if not any(document.date_reason for document in _documents(catalogue, cited)):
            yield Finding(cited.entry, cited.at, metric=cited.metric.name, measure=cited.metric.measure.label)


@warning(
    zh=("数据的日期（{date}）晚于来源的日期（{source}）", "还没到的日子是计划，写到“目标”里；否则改正日期"),
    en=("the figure's date ({date}) is after its source's ({source})", "write plans as goals, or correct the date"),
)
def figure_after_source(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a figure that is dated after the document that states it: a plan, not a result.

    数据的日期不能晚于来源的日期：还没到的日子只能是计划，写到“目标”里。

    ✗ projects/a.yml: {name: 甲, source: doc, figures: [{metric: 注册志愿者, value: 12人, as_of: 2025}]}
    ✓ projects/a.yml: {name: 甲, source: doc, figures: [{metric: 注册志愿者, value: 12人, as_of: 2022}]}
    """
    for cited in every_figure(catalogue):
        name = "as_of" if cited.figure.as_of else "period"
        end = cited.figure.as_of or (cited.figure.period.end if cited.figure.period else None)
        dates = [document.date for document in _documents(catalogue, cited) if document.date]
        if end and dates and all(end.is_surely_after(date) for date in dates):
            yield Finding(cited.entry, (*cited.at, name), date=end.label, source=max(dates).label)


@warning(
    zh=("“{value}”是同一条记录里的目标值，又写成了数据", "如果只是目标，删掉这条数据"),
    en=(
        "'{value}' is a target of this record and is given as a result too",
        "delete the figure if it is only a target",
    ),
)
def goal_as_result(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a figure that has the words and the metric of a goal of the same record.

    目标不是结果：同一条记录里，数据与目标的指标和数值都一样，多半是把目标写成了结果。

      projects/a.yml:
          name: 甲
          source: doc
          figures:
    ✗       - 注册志愿者: 300万人
    ✓       - 注册志愿者: 245万余人
          goals:
            - {text: 达到300万, target: 300万人, metric: 注册志愿者}
    """
    for entry in catalogue.entries.values():
        targets = {
            (metric.id, cited.goal.target.printed)
            for cited in goals_of(catalogue, entry)
            if cited.goal.target and cited.goal.metric and (metric := catalogue.find_metric(cited.goal.metric))
        }
        for cited in figures_of(catalogue, entry) if targets else ():
            if (cited.metric.id, cited.figure.value.printed) in targets:
                yield Finding(entry, cited.at, value=cited.figure.value.printed)


@warning(
    zh=(
        "目标写了“可比”，但对应数据“{answer}”的指标或口径（{scope}）不同",
        "改成“可比: 否”并写明原因，或换一个对应数据",
    ),
    en=(
        "the goal is called comparable, but '{answer}' has another metric or scope ({scope})",
        "write comparable: 否 with the reason, or name another answer",
    ),
)
def comparison_across_scope(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a goal called comparable with a figure of another metric or of a narrower scope.

    目标写了“可比: 是”，但对应数据的指标不同，或者数据的口径更窄，不能直接比。

      projects/a.yml:
          name: 甲
          source: doc
          figures:
    ✗       - {metric: 注册志愿者, value: 245万人, scope: 只含城区}
    ✓       - {metric: 注册志愿者, value: 245万人}
          goals:
            - {text: 达到300万, target: 300万人, metric: 注册志愿者, answer: 注册志愿者, comparable: 是}
    """
    for entry in catalogue.entries.values():
        for cited in goals_of(catalogue, entry):
            goal, answer = cited.goal, cited.answer
            if answer is None or goal.comparable is not True:
                continue
            aim = catalogue.find_metric(goal.metric) if goal.metric else answer.metric
            if aim is None:
                continue
            if answer.metric is not aim or answer.figure.scope:
                yield Finding(entry, cited.at, answer=answer.metric.name, scope=answer.figure.scope or "—")


@warning(
    zh=(
        "单位是“{printed}”，指标“{metric}”的单位是“{unit}”，不是一回事",
        "{others}核对原文：单位打错的，改单位；确实数的是“{printed}”，换成这样数的指标",
    ),
    en=(
        "the unit is '{printed}', but '{metric}' counts '{unit}'",
        "{others}look up the unit in the text, or choose a metric with that unit",
    ),
)
def unit_mismatch(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a figure in a unit that its metric does not count in: 人 for 人次, 场次 for 课时.

    数据的单位与指标的单位不是一回事：人和人次、场次和课时、小时和天，不能混用。

    ✗ projects/a.yml: {name: 甲, source: doc, figures: [注册志愿者: 12人次]}
    ✓ projects/a.yml: {name: 甲, source: doc, figures: [注册志愿者: 12名]}
    """
    for cited in every_figure(catalogue):
        printed = cited.figure.value.unit
        if differ(printed, cited.metric.unit):
            # The value is part of what a person accepts.
            value = cited.figure.value.printed
            words = {"printed": printed, "unit": cited.metric.unit, "metric": cited.metric.name, "value": value}
            yield at_value(cited, **words, others=_counting(catalogue, printed))


@warning(
    zh=("“{unit}”不像单位", "照原文核对：数字后面写“{meant}”这样的单位；确实这样数的，写“接受”和理由"),
    en=("'{unit}' looks like no unit", "look it up: behind the number stands a unit such as {meant}; accept if right"),
)
def unknown_unit(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a figure in words that are no unit and no measure word.

    数字后面应当是单位（人、场、小时、%），不是别的字：多半是打错了，或者漏了量词。

    ✗ projects/a.yml: {name: 甲, source: doc, figures: [注册志愿者: 12热心]}
    ✓ projects/a.yml: {name: 甲, source: doc, figures: [注册志愿者: 12人]}
    """
    for cited in every_figure(catalogue):
        value = cited.figure.value
        unit = value.unit
        # 19个领域 is counted by 个, which the unit leaves out.
        by_pieces = re.search(rf"[个個]{re.escape(unit)}", value.printed)
        if not (is_known(unit) or by_pieces or unit == cited.metric.unit):
            yield at_value(cited, unit=unit, meant=cited.metric.unit or "人")


@warning(
    zh=("比率“{value}”超过 100%", "核对原文；增长率之类的指标不要写成比率"),
    en=("the share {value} is above 100 %", "look it up; growth rates are no shares"),
)
def ratio_out_of_range(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a share above 100 %.

    比率不能超过 100%。增长率之类可以超过的，指标不要写成“比率”。

      content/metrics.yml: [{id: share, name: 占比, unit: "%", measure: 比率}]
    ✗ projects/a.yml: {name: 甲, source: doc, figures: [占比: 120%]}
    ✓ projects/a.yml: {name: 甲, source: doc, figures: [占比: 12%]}
    """
    for cited in every_figure(catalogue):
        value = cited.figure.value
        too_much = value.number > _ALL or (value.number == _ALL and value.qualifier is Qualifier.AT_LEAST)
        if cited.metric.measure is Measure.RATIO and value.unit == "%" and too_much:
            yield at_value(cited, value=value.printed)


@derived
def _counting(catalogue: Catalogue, unit: str) -> Phrase:
    """Return the metrics that count in a unit, a few of them."""
    names = [metric.record.name for metric in catalogue.of(Metric) if metric.record.unit == unit][:_FEW]
    return Phrase(f"按“{unit}”数的指标有{'、'.join(names)}；", f"in {unit}: {', '.join(names)}; ") if names else _NONE


def _documents(catalogue: Catalogue, cited: CitedFigure) -> list[Document]:
    return [entry.record for document in cited.documents if (entry := catalogue.get(Document, document))]
