"""Settings of one site: the name on every page, what the home page shows, the footer that law asks for.

They are in ``mkdocs.yml`` under the ``showcase`` plug-in and are declared like a record, so that a wrong
setting is reported like a wrong record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.problems import Location, Problem
from generator.reading.nodes import Mapping, Node, Path, Sequence, Text, locate
from generator.records.addresses import SiteAddress
from generator.records.fields import Line, MetricRef, Model, PlaceRef, ProjectRef, Prose, YesNo, field, project_only
from generator.records.parse import parse_model
from generator.records.way import Way


class Opening(Model):
    """What the home page opens with: a sentence of a project or of one of its actions."""

    from_text = project_only

    project: ProjectRef = field("项目", "项目编号")
    part: Line | None = field(
        "做法", "这个项目里一项做法的标题；不写就用项目的介绍", default=None, example="“拥抱吧爸爸”"
    )
    picture: YesNo = field(
        "图片", "这个项目有封面的，放在这句话旁边，代替画着两只鸟的插图；写“否”，就留着插图", default=True
    )


class Settings(Model):
    """What a site's makers decide."""

    site_name: Line = field("网站名称", "每页页眉上的名字", default="志愿服务展示")
    site_url: SiteAddress | None = field("网站地址", "公开网址，站点地图用它；不写也能用", default=None)
    tagline: Line | None = field("副标题", "首页标题下的一句话", default=None)
    about: Prose | None = field("介绍", "首页上的一段话", default=None)
    place: PlaceRef | None = field("首页地区", "首页关键数据说的是哪个地区", default=None)
    key_metrics: tuple[MetricRef, ...] = field("关键指标", "首页展示的指标", default=())
    featured: tuple[ProjectRef, ...] = field("推荐项目", "首页展示的项目", default=())
    opening: Opening | None = field("开头", "首页开头用哪个项目的一句话；不写就用第一个推荐项目的介绍", default=None)
    join: Way | None = field(
        "加入",
        "想做志愿者的人怎么做：写一个电话、一个网址或一句话，或者分开写；写了，首页就有“加入”",
        default=None,
        example="0532-12345",
    )
    help: Way | None = field(
        "求助",
        "要人帮忙的人打什么电话、到哪里去：写法同“加入”；写了，首页就有“求助”",
        default=None,
        example="0532-12345",
    )
    host: Line | None = field("主办单位", "页脚的主办单位", default=None)
    contact: Line | None = field(
        "联系方式", "页脚的联系方式：电话、邮箱、网址，写一样或几样", default=None, example="0532-12345"
    )
    icp: Line | None = field("ICP备案号", "页脚的备案号", default=None)
    police: Line | None = field("公安备案号", "页脚的公安备案号", default=None)
    site_code: Line | None = field("网站标识码", "页脚的政府网站标识码", default=None)
    corrections: Line | None = field(
        "我要纠错",
        "收纠错的邮箱、网址或电话，每一页末尾都有；网址里写 {page} 的，换成那一页的地址；不写就用联系方式",
        default=None,
        example="0532-12345",
    )


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """Settings with the file and tree they were read from; ``others`` are all other words of that file."""

    settings: Settings
    path: str
    node: Node
    others: tuple[Text, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """Return what tells them from all other subjects of a finding."""
        return "file", self.path

    def location(self, at: Path = ()) -> Location:
        """Return where the setting at a path stands in the file."""
        return Location(self.path, *locate(self.node, at))


def parse_settings(path: str, tree: Mapping) -> tuple[SiteSettings | None, list[Problem]]:
    """Take the settings out of MkDocs' configuration: its site name and address, and the plug-in's options."""
    own = [pair for pair in tree.pairs if pair.key.value in {"site_name", "site_url"}]
    plugins = tree.pair("plugins")
    for group in _groups(plugins.value) if plugins else ():
        options = group.pair("showcase")
        if options and isinstance(options.value, Mapping):
            own.extend(options.value.pairs)
    settings, node, problems = parse_model(path, Settings, Mapping(tuple(own), tree.line, tree.column))
    others = tuple(_words(tree, {id(pair) for pair in own}))
    return (SiteSettings(settings, path, node, others) if settings else None), problems


def _words(node: Node, passed: set[int]) -> Iterator[Text]:
    """Yield the keys and values of a tree, such as the titles of a menu, without the pairs that are passed over."""
    if isinstance(node, Text):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _words(item, passed)
    else:
        for pair in node.pairs:
            if id(pair) not in passed:
                yield pair.key
                yield from _words(pair.value, passed)


def _groups(plugins: Node) -> tuple[Mapping, ...]:
    """Return the plug-ins that have options; MkDocs takes a list of them, or one group."""
    items = plugins.items if isinstance(plugins, Sequence) else (plugins,)
    return tuple(item for item in items if isinstance(item, Mapping))
