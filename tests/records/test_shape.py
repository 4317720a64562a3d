"""The forms that staff may write: Chinese keys, short lines, one value in place of a list."""

from __future__ import annotations

from pathlib import Path

from generator.catalogue.catalogue import Catalogue
from generator.recipes.check import check
from generator.records.edition import Edition
from generator.records.project import Project
from generator.records.team import Team
from tests.conftest import Project as MakeProject


def checked(folder: Path) -> Catalogue:
    """Return the catalogue of a sound project."""
    result = check(folder)
    assert result.problems == []
    return result.catalogue


def test_chinese_keys(project: MakeProject) -> None:
    """A record written with Chinese labels is the record written with English keys."""
    english = project("""
        projects/a.yml:
            name: 甲
            place: city
            audience: [为老]
            source: doc
            status: running
            figures:
              - {metric: volunteers, value: 12人, as_of: 2023}
        projects/b.yml:
            名称: 乙
            地区: city
            服务对象: 为老
            来源: doc
            状态: 进行中
            数据:
              - 指标: 注册志愿者
                数值: 12人
                截至: 2023年
    """)
    catalogue = checked(english)
    a, b = (catalogue.record(Project, name) for name in "ab")
    assert a.model_dump(exclude={"id", "name", "figures"}) == b.model_dump(exclude={"id", "name", "figures"})
    assert [(f.value, f.as_of) for f in a.figures] == [(f.value, f.as_of) for f in b.figures]


def test_short_lines(project: MakeProject) -> None:
    """A plain line stands for title and text, a pair for metric and value, a name with brackets for name and unit."""
    catalogue = checked(
        project("""
        projects/a.yml:
            name: 甲
            source: doc
            figures:
              - 注册志愿者: 4527人
            actions:
              - 微心愿：帮孩子实现心愿。
              - 只有内容的一句话，冒号在后面：不算标题。
              - 团聚: 暑假见父母
        honours/series.yml:
            - {id: best, name: 最美, level: 市级}
        honours/best-2024.yml:
            series: best
            year: 2024
            source: doc
            winners:
              最美志愿者:
                - 王伟（某市某队）
                - 李(明)(二队)
        """)
    )
    project_ = catalogue.record(Project, "a")
    assert [(figure.metric, figure.value.printed) for figure in project_.figures] == [("注册志愿者", "4527人")]
    assert [(action.title, action.text) for action in project_.actions] == [
        ("微心愿", "帮孩子实现心愿。"),
        (None, "只有内容的一句话，冒号在后面：不算标题。"),
        ("团聚", "暑假见父母"),
    ]
    [group] = catalogue.record(Edition, "best-2024").winners
    assert [(line.name, line.unit) for line in group.honours] == [("王伟", "某市某队"), ("李(明)", "二队")]


def test_lines_behind_a_key(project: MakeProject) -> None:
    """A line behind the name of its first field, or behind an office, is split all the same, each word at its place."""
    checked_ = check(
        project("""
        honours/best-2024.yml:
            series: best
            year: 2024
            source: doc
            winners:
              最美志愿者:
                - 名称：王伟（某市某队）
        content/teams/a.yml:
            name: 甲队
            source: doc
            roles:
              - 队长: 赵敏，2018—2011
              - 副队长: 孙伟，2018年至今
        """)
    )
    found = [(problem.code, problem.location.line, problem.location.column) for problem in checked_.problems]
    assert found == [("bad-period", 4, 12), ("full-width-colon", 6, 9)]
    [team] = checked_.catalogue.partial_of(Team)
    assert [(role.role, role.name) for role in team.record.roles] == [("队长", "赵敏"), ("副队长", "孙伟")]
    [group] = checked_.catalogue.record(Edition, "best-2024").winners
    assert [(line.name, line.unit) for line in group.honours] == [("王伟", "某市某队")]


def test_text_stays_text(project: MakeProject) -> None:
    """Nothing is typed by YAML: no, 0532, 12:30, 1.10 and 010 stay as written."""
    words = ["no", "0532", "12:30", "1.10", "010", "1e3", "2023-01-01", "null-ish", "yes"]
    catalogue = checked(project(f"projects/a.yml:\n    name: 甲\n    aliases: [{', '.join(words)}]\n"))
    assert catalogue.record(Project, "a").aliases == tuple(words)


def test_lists_and_files_are_alike(project: MakeProject) -> None:
    """Records may lie one a file, in a list inside their folder, or in a list beside it."""
    catalogue = checked(
        project("""
        projects/a.yml:
            name: 甲
        projects/more.yml:
            - {id: b, name: 乙}
        projects.yml:
            - {编号: c, 名称: 丙}
        """)
    )
    assert {entry.record.id for entry in catalogue.of(Project)} == {"a", "b", "c"}
