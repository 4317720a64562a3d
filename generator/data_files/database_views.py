"""The questions that the database answers: views, and queries that ask them with words of the reader's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.data_files.database_tables import columns_by_table, quoted
from generator.records.kinds import KINDS


@dataclass(frozen=True, slots=True)
class View:
    """A view, or a query with named parameters: its name, its Chinese title, what it says, and its SQL."""

    name: str
    title: str
    about: str
    sql: str


# Finds three characters in a row, or more. Most Chinese words have two: those are asked of the records with LIKE, which
# reads through them, and not of this table, where LIKE takes two characters for enough and finds nothing.
SEARCH = (
    """CREATE VIRTUAL TABLE search USING fts5(
  name, text, content = 'records', content_rowid = 'number', tokenize = 'trigram'
)""",
    "INSERT INTO search (search) VALUES ('rebuild')",
)

VIEWS = (
    View(
        "places_within",
        "地区的上下级",
        "每个地区在哪些地区里面，包括它自己",
        """WITH RECURSIVE tree (place, above) AS (
  SELECT id, id FROM places
  UNION
  SELECT tree.place, places.parent FROM tree JOIN places ON places.id = tree.above WHERE places.parent IS NOT NULL
)
SELECT place, above FROM tree""",
    ),
    View(
        "honours_of_places",
        "各地的荣誉",
        "一个地区和它下面的地区，每年有谁获得什么荣誉；撤销的不在其中，公示的 status 是 notice。"
        "获奖者没有记录的，算在荣誉系列的地区里（known_by 是 series）",
        """WITH located (winner, place, known_by) AS (
  SELECT winners_place.id, winners_place.place, 'record' FROM winners_place
  UNION ALL
  SELECT winners.id, series.place, 'series' FROM winners JOIN series ON series.id = winners.series
  WHERE winners.record IS NULL AND series.place IS NOT NULL
)
SELECT DISTINCT
  within.above AS place, places.name AS place_name, winners.year, winners.level, winners.series, winners.series_name,
  winners.edition, winners.category, winners.name, winners.unit, winners.status, winners.record_kind, winners.record,
  located.known_by, winners.id AS winner
FROM located
JOIN places_within AS within ON within.place = located.place
JOIN places ON places.id = within.above
JOIN winners ON winners.id = located.winner
WHERE winners.status <> 'revoked'""",
    ),
    View(
        "figures_with_sources",
        "数字和出处",
        "每个数字说的是谁、是什么、原文怎么写，出自哪份来源的哪一段；有几份来源的，一份一行",
        """SELECT
  figures.id AS figure, figures.subject_kind, figures.subject, records.name AS subject_name,
  figures.metric, metrics.name AS metric_name, figures.value, figures.value_to, figures.qualifier, figures.unit,
  figures.as_printed, figures.as_of, figures.period, figures.basis, figures.scope,
  documents.id AS document, documents.name AS document_name, documents.issuer, documents.date AS document_date,
  figures."where"
FROM figures
JOIN records ON records.kind = figures.subject_kind AND records.id = figures.subject
JOIN metrics ON metrics.id = figures.metric
LEFT JOIN figures_source ON figures_source.id = figures.id
LEFT JOIN documents ON documents.id = figures_source.source""",
    ),
    View(
        "projects_with_places",
        "项目和地区、领域",
        "每个项目在哪里、属于哪个领域、谁发起；领域的词没有归进来的，domain_name 为空",
        """SELECT
  projects.id, projects.name, projects.status, projects.since, projects.until,
  (SELECT group_concat(name, '；') FROM (
    SELECT places.name FROM projects_place JOIN places ON places.id = projects_place.place
    WHERE projects_place.id = projects.id ORDER BY projects_place.position
  )) AS place_names,
  projects.domain AS domain_as_printed,
  (SELECT domains.name FROM domains
    WHERE domains.name = projects.domain
    OR EXISTS (SELECT 1 FROM json_each(domains.aliases) AS alias WHERE alias.value = projects.domain)
    ORDER BY domains.rowid LIMIT 1
  ) AS domain_name,
  (SELECT group_concat(name, '；') FROM (
    SELECT teams.name FROM projects_owner JOIN teams ON teams.id = projects_owner.owner
    WHERE projects_owner.id = projects.id ORDER BY projects_owner.position
  )) AS owner_names,
  records.page
FROM projects JOIN records ON records.kind = 'project' AND records.id = projects.id""",
    ),
)

QUERIES = (
    View(
        "honours-of-a-place",
        "一个地区哪一年有哪些荣誉",
        "place 填地区的名称；year 填年份，不填就是所有年份",
        """SELECT year, level, series_name, category, name, unit, status FROM honours_of_places
WHERE place_name = :place AND (:year = '' OR year LIKE :year || '%')
ORDER BY year DESC, series_name, category, winner""",
    ),
    View(
        "figures-of-a-metric",
        "一个指标的全部数字和出处",
        "metric 填指标的名称，例如注册志愿者",
        """SELECT subject_name, as_printed, value, unit, as_of, period, scope, document_name, "where"
FROM figures_with_sources WHERE metric_name = :metric ORDER BY value DESC, figure""",
    ),
    View(
        "projects-of-a-place",
        "一个地区有哪些项目",
        "place 填地区的名称，它下面的地区也算在内",
        """SELECT DISTINCT projects_with_places.* FROM projects_with_places
JOIN projects_place ON projects_place.id = projects_with_places.id
JOIN places_within ON places_within.place = projects_place.place
JOIN places ON places.id = places_within.above
WHERE places.name = :place ORDER BY projects_with_places.name""",
    ),
    View(
        "records-of-a-source",
        "一份来源说到了哪些记录",
        "source 填来源的名称",
        """SELECT DISTINCT records.kind, records.id, records.name, records.page FROM records
JOIN record_sources ON record_sources.kind = records.kind AND record_sources.id = records.id
JOIN documents ON documents.id = record_sources.document
WHERE documents.name = :source ORDER BY records.kind, records.name""",
    ),
    View(
        "records-with-words",
        "哪些记录说到了几个字",
        "words 填要找的字，两个字的词也行；获奖者的名字在 winners 表里找",
        """SELECT kind, id, name, page FROM records
WHERE name LIKE '%' || :words || '%' OR text LIKE '%' || :words || '%' ORDER BY kind, name""",
    ),
)


def union_views() -> Iterator[View]:
    """Yield what records of all kinds have in common: where they are, and who says so."""
    within = "SELECT 'place' AS kind, id, id AS place FROM places"
    placed = "\nUNION ALL\n".join((within, *_parts("place", "place")))
    yield View("record_places", "记录和地区", "每条记录在哪些地区；地区在它自己里", placed)
    sourced = "\nUNION ALL\n".join(_parts("source", "document"))
    yield View("record_sources", "记录和来源", "每条记录出自哪些来源", sourced)


def _parts(field: str, called: str) -> Iterator[str]:
    """Yield what asks each table of a kind that has a field what it refers to."""
    tables = columns_by_table()
    for kind in KINDS:
        for column in tables[kind.plural]:
            if column.name == field:
                table, held = f"{kind.plural}_{field}" if column.many else kind.plural, quoted(field)
                yield (
                    f"SELECT '{kind.name}' AS kind, id, {held} AS {called} "  # noqa: S608 - our own names
                    f"FROM {quoted(table)} WHERE {held} IS NOT NULL"
                )
