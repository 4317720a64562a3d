"""Rules about single figures and goals: source, date, unit, and that no plan passes for a result."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import CitedFigure, figures_of, goals_of, statements
from generator.records.document import Document
from generator.records.metric import Measure
from generator.records.parts import Figure
from generator.records.quantity import Qualifier, counted_in
from generator.rules.rule import Finding

# Units that are easily taken for each other and never mean the same.
_APART = ({"人", "人次"}, {"场", "课时"}, {"场次", "课时"}, {"小时", "分钟", "天"}, {"元", "人", "小时"})


def figure_without_source(catalogue: Catalogue) -> Iterator[Finding]:
    """Report each figure that neither its line nor its record gives a source.

    网站上每个数字都要能查到出处：给整条记录写来源，或者给这条数据单独写。

    Fails::

        projects/a.yml:
            name: 甲
            figures:
              - 注册志愿者: 12人

    Passes::

        projects/a.yml:
            name: 甲
            source: doc
            figures:
              - 注册志愿者: 12人
    """
    for entry in catalogue.whole_and_partial():
        for at, part, documents in statements(entry):
            # A partial record may lack the value; then that is already reported.
            if isinstance(part, Figure) and not documents and part.metric and part.value:
                yield Finding(entry, at, {"metric": part.metric, "value": part.value.printed})


def figure_without_date(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a stock without a date, or a flow without date and period, where its source has no date either.

    It stays quiet where the source explains why it has no date (``date_reason``), or the figure says so
    (``basis: 未说明``).

    存量要有截至日期，流量要有时间段。来源也没有日期时，在来源记录里写“日期说明”，或给数据写“日期依据: 未说明”。

    Fails::

        content/documents/old.yml:
            name: 旧文
            type: 新闻报道
        projects/a.yml:
            name: 甲
            source: old
            figures:
              - 注册志愿者: 12人

    Passes::

        content/documents/old.yml:
            name: 旧文
            type: 新闻报道
            date_reason: 文中没有日期
        projects/a.yml:
            name: 甲
            source: old
            figures:
              - 注册志愿者: 12人
    """
    for cited in _all(catalogue):
        figure = cited.figure
        if cited.as_of or figure.period or figure.basis or not cited.documents:
            continue
        if any(catalogue.get("document", document) is None for document in cited.documents):
            # A source that is unknown or broken has been reported, and might have a date.
            continue
        if not any(document.date_reason for document in _documents(catalogue, cited)):
            yield Finding(cited.entry, cited.at, {"metric": cited.metric.name, "measure": cited.metric.measure.label})


def figure_after_source(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a figure that is dated after the document that states it: a plan, not a result.

    数据的日期不能晚于来源的日期：还没到的日子只能是计划，写到“目标”里。

    Fails::

        projects/a.yml:
            name: 甲
            source: doc
            figures:
              - {metric: 注册志愿者, value: 12人, as_of: 2025}

    Passes::

        projects/a.yml:
            name: 甲
            source: doc
            figures:
              - {metric: 注册志愿者, value: 12人, as_of: 2022}
    """
    for cited in _all(catalogue):
        end = cited.figure.as_of or (cited.figure.period.end if cited.figure.period else None)
        dates = [document.date for document in _documents(catalogue, cited) if document.date]
        if end and dates and all(end.is_surely_after(date) for date in dates):
            yield Finding(cited.entry, cited.at, {"date": end.label, "source": max(dates).label})


def goal_as_result(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a figure that has the words and the metric of a goal of the same record.

    目标不是结果：同一条记录里，数据与目标的指标和数值都一样，多半是把目标写成了结果。

    Fails::

        projects/a.yml:
            name: 甲
            source: doc
            figures:
              - 注册志愿者: 300万人
            goals:
              - {text: 达到300万, target: 300万人, metric: 注册志愿者}

    Passes::

        projects/a.yml:
            name: 甲
            source: doc
            figures:
              - 注册志愿者: 245万余人
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
                yield Finding(entry, cited.at, {"value": cited.figure.value.printed})


def comparison_across_scope(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a goal called comparable with a figure of another metric or of a narrower scope.

    目标写了“可比: 是”，但对应数据的指标不同，或者数据的口径更窄，不能直接比。

    Fails::

        projects/a.yml:
            name: 甲
            source: doc
            figures:
              - {metric: 注册志愿者, value: 245万人, scope: 只含城区}
            goals:
              - {text: 达到300万, target: 300万人, metric: 注册志愿者, answer: 注册志愿者, comparable: 是}

    Passes::

        projects/a.yml:
            name: 甲
            source: doc
            figures:
              - {metric: 注册志愿者, value: 245万人}
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
                yield Finding(entry, cited.at, {"answer": answer.metric.name, "scope": answer.figure.scope or "—"})


def unit_mismatch(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a figure in a unit that its metric does not count in: 人 for 人次, 场次 for 课时.

    数据的单位与指标的单位不是一回事：人和人次、场次和课时、小时和天，不能混用。

    Fails::

        projects/a.yml:
            name: 甲
            source: doc
            figures:
              - 注册志愿者: 12人次

    Passes::

        projects/a.yml:
            name: 甲
            source: doc
            figures:
              - 注册志愿者: 12名
    """
    for cited in _all(catalogue):
        printed, meant = cited.figure.value.counted_in, counted_in(cited.metric.unit)
        pair = {printed, meant}
        percent = printed and (printed == "%") != (meant == "%")
        if printed != meant and (percent or any(pair <= apart for apart in _APART)):
            details = {"printed": printed, "unit": cited.metric.unit, "metric": cited.metric.name}
            yield Finding(cited.entry, (*cited.at, "value"), details)


def ratio_out_of_range(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a share above 100 %.

    比率不能超过 100%。增长率之类可以超过的，指标不要写成“比率”。

    Fails::

        content/metrics.yml:
            - {id: share, name: 占比, unit: "%", measure: 比率}
        projects/a.yml:
            name: 甲
            source: doc
            figures:
              - 占比: 120%

    Passes::

        content/metrics.yml:
            - {id: share, name: 占比, unit: "%", measure: 比率}
        projects/a.yml:
            name: 甲
            source: doc
            figures:
              - 占比: 12%
    """
    hundred = 100
    above = Qualifier.AT_LEAST
    for cited in _all(catalogue):
        value = cited.figure.value
        too_much = value.number > hundred or (value.number == hundred and value.qualifier is above)
        if cited.metric.measure is Measure.RATIO and value.unit == "%" and too_much:
            yield Finding(cited.entry, (*cited.at, "value"), {"value": value.printed})


def _all(catalogue: Catalogue) -> Iterator[CitedFigure]:
    for entry in catalogue.entries.values():
        yield from figures_of(catalogue, entry)


def _documents(catalogue: Catalogue, cited: CitedFigure) -> list[Document]:
    found = [catalogue.get("document", document) for document in cited.documents]
    return [entry.record for entry in found if entry and isinstance(entry.record, Document)]
