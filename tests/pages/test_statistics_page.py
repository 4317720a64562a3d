"""Statistics: the reader's own city first, its parts, its peers; bars only where the one rule allows them."""

from __future__ import annotations

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.public import public_catalogue
from generator.pages.figures.metric_page import MetricView, metric_view, metrics_view
from generator.pages.figures.statistics_page import StatisticsView, statistics_view
from generator.pages.whereabouts import Whereabouts
from generator.recipes.check import check
from generator.records.metric import Metric
from generator.records.settings import Settings
from tests.conftest import Project

TREE = """
    content/metrics.yml:
        - {id: volunteers, name: 注册志愿者, unit: 人, measure: 存量, group: 志愿者}
        - {id: share, name: 注册志愿者占常住人口比例, unit: "%", measure: 比率, group: 志愿者, numerator: 注册志愿者}
        - {id: sites, name: 站点, unit: 处, measure: 存量, group: 阵地}
        - {id: solved, name: 解决难题, unit: 个, measure: 流量, group: 服务}
    content/documents/other.yml: {name: 另一份来源, type: 新闻报道, date: 2021, date_basis: 文中写明}
    content/places/city.yml:
        name: 某市
        short: 某城
        level: 市
        source: doc
        figures:
          - {metric: 解决难题, value: 9个, source: other}
          - {metric: 站点, value: 20处}
          - {metric: 站点, value: 10处, as_of: 2019}
          - {metric: 注册志愿者, value: 1000人, sentence: 某市有这么多人。}
          - {metric: 注册志愿者占常住人口比例, value: 14.47%}
    content/places/east.yml:
        {name: 东区, level: 区县, parent: city, source: doc, figures: [站点: 5个, 注册志愿者: 30人]}
    content/places/west.yml:
        {name: 西区, level: 区县, parent: city, source: doc, figures: [站点: 10处]}
    content/places/far.yml:
        {name: 远市, level: 市, source: doc, figures: [{metric: 注册志愿者, value: 500人, scope: 只算平台上的}]}
    content/teams/a.yml: {name: 甲队, place: city, source: doc, figures: [注册志愿者: 50人]}
    projects/b.yml: {name: 乙项目, place: city, source: doc, figures: [注册志愿者: 70人]}
    projects/c.yml: {name: 丙项目, place: city, source: doc, figures: [注册志愿者: 90人]}
"""


def catalogue_of(project: Project, more: str = "") -> Catalogue:
    """Return the public catalogue of the small city."""
    return public_catalogue(check(project(TREE + more)).catalogue)


def statistics(catalogue: Catalogue, **settings: str) -> StatisticsView:
    """Return the statistics page."""
    return statistics_view(catalogue, Whereabouts(catalogue), Settings.model_validate(settings))


def metric(catalogue: Catalogue, name: str) -> MetricView:
    """Return the page of a metric."""
    entry = catalogue.get(Metric, name)
    assert entry is not None
    return metric_view(catalogue, Whereabouts(catalogue), entry)


def test_it_begins_with_the_place_of_the_site(project: Project) -> None:
    """The place in the settings comes first; without one, the city of which most is known, and the page says so."""
    catalogue = catalogue_of(project)
    chosen = statistics(catalogue, place="far")
    assert (chosen.place and chosen.place.text, chosen.is_chosen) == ("远市", True)
    known = statistics(catalogue)
    assert (known.place and known.place.text, known.is_chosen, known.cities) == ("某城", False, 2)


def test_a_share_is_told_by_a_hundred_dots(project: Project) -> None:
    """A ratio in per cent fills as many dots of a hundred, and its sentence says about how many of whom."""
    own = statistics(catalogue_of(project)).own
    assert own is not None
    share = own.share
    assert share is not None
    assert (share.dots, share.before + share.number + share.after) == (14, "一百个常住人口里，有约十四个是注册志愿者。")
    assert share.whole == "注册志愿者共1000人。"


def test_numbers_stand_under_who_where_and_what(project: Project) -> None:
    """Each number stands once, begins its sentence, and says its own source only where most have another."""
    own = statistics(catalogue_of(project)).own
    assert own is not None
    assert [(aspect.title, [(line.figure.printed, line.words) for line in aspect.lines]) for aspect in own.aspects] == [
        ("谁在做", [("1000人", "某市有这么多人。")]),
        ("在哪里做", [("20处", "站点")]),
        ("做成了什么", [("9个", "解决难题")]),
    ]
    assert [link.text for link in own.sources] == ["一份来源"]
    assert [link.text for link in own.aspects[2].lines[0].sources] == ["另一份来源"]
    assert own.aspects[0].lines[0].sources == ()


def test_a_trend_where_there_are_two_dates(project: Project) -> None:
    """A metric that the place reported twice is drawn over time; others are not."""
    own = statistics(catalogue_of(project)).own
    assert own is not None
    assert [(name, len(line.points)) for name, line in own.trends] == [("站点", 2)]


def test_the_parts_of_a_place(project: Project) -> None:
    """Parts that report one metric alike have bars; 处 and 个 of one thing are one unit."""
    view = statistics(catalogue_of(project))
    [group] = view.compared_parts
    assert [(row.name, row.width) for row in group.rows] == [("西区", 100), ("东区", 50)]
    assert [(part.link.text, part.figure.printed, part.more) for part in view.parts] == [
        ("东区", "5个", 1),
        ("西区", "10处", 0),
    ]


def test_what_is_refused_says_why(project: Project) -> None:
    """Beside its peers a city has no bar where the rule refuses one, and the page says why."""
    peers = statistics(catalogue_of(project)).peers
    assert peers is not None
    assert (peers.names, peers.is_nothing_comparable) == ("某城和远市", True)
    assert peers.refused[0].group.reason.startswith("不能放在一起比：算的范围不同")


def test_a_metric_groups_its_subjects(project: Project) -> None:
    """Its page lists places before teams and projects, each sort apart, with bars only within a sort."""
    view = metric(catalogue_of(project), "volunteers")
    assert [(group.title, [row.width for row in (*group.rows, *group.others)]) for group in view.groups] == [
        ("市", [0, 0]),
        ("区县", [0]),
        ("队伍", [0]),
        ("项目", [100, 77.8]),
    ]


def test_every_figure_of_a_metric_is_on_its_page(project: Project) -> None:
    """Figures besides the one that stands for a subject are listed too."""
    view = metric(catalogue_of(project), "sites")
    assert [(row.name, row.figure.printed) for row in view.rest] == [("某城", "10处")]
    assert view.more == 0


def test_one_page_for_all_metrics(project: Project) -> None:
    """The list has each metric with the figure of the highest place, and how many more there are."""
    catalogue = catalogue_of(project)
    lines = [*metrics_view(catalogue, Whereabouts(catalogue), 1).list.rows]
    assert [(line.metric.text, line.figure.printed, line.others) for line in lines] == [
        ("注册志愿者", "1000人", 5),
        ("注册志愿者占常住人口比例", "14.47%", 0),
        ("站点", "20处", 3),
        ("解决难题", "9个", 0),
    ]
    assert lines[1].metric.path == "places/city.html#figures-4"


def test_a_site_without_places(project: Project) -> None:
    """Where no place reports anything, the page still leads to every metric."""
    view = statistics(public_catalogue(check(project()).catalogue))
    assert view.own is not None
    assert (view.own.aspects, view.parts, view.peers, view.metrics) == ((), (), None, 0)
