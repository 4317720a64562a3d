"""The metadata file of the database for Datasette: titles, what columns hold, and the questions ready to be asked.

``datasette showcase.sqlite --metadata metadata.json`` reads it; other programs read it as a description.
"""

from __future__ import annotations

import json

from generator.data_files.columns import Column
from generator.data_files.database import finds_text
from generator.data_files.database_tables import FIGURES, WINNERS, columns_by_table, list_tables, plain_tables
from generator.data_files.database_views import QUERIES, VIEWS, union_views
from generator.records.kinds import KINDS

METADATA = "data/metadata.json"
_TITLES = {FIGURES: ("数据", "全部记录里的数字，一行一个"), WINNERS: ("获奖名单", "全部名单里的获奖者，一行一个")}
_FINDS = "三个字以上的词在 search 表里用 MATCH 找得快；两个字的词在这张表里用 LIKE 找。"
_FINDS_NOT = "这份数据库没有全文索引：生成它的 SQLite 太旧。找词用 LIKE。"
_RECORDS = "全部记录：种类、编号、名称、网页的地址（从本站根目录算起）和公开的文字。"


def datasette_metadata(title: str) -> str:
    """Return what Datasette is told of the database of a site with this title."""
    views = (*union_views(), *VIEWS)
    told = {
        "title": title,
        "databases": {
            "showcase": {
                "tables": {
                    "records": {
                        "title": "全部记录",
                        "description": _RECORDS + (_FINDS if finds_text() else _FINDS_NOT),
                    },
                    **_tables(),
                    **{view.name: {"title": view.title, "description": view.about} for view in views},
                },
                "queries": {
                    query.name: {"title": query.title, "description": query.about, "sql": query.sql}
                    for query in QUERIES
                },
            }
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _tables() -> dict[str, object]:
    kinds = {kind.plural: (kind.label, kind.intro) for kind in KINDS}
    told: dict[str, object] = {}
    for name, columns in columns_by_table().items():
        title, about = {**kinds, **_TITLES}[name]
        own = plain_tables()[name].names
        told[name] = {
            "title": title,
            "description": about,
            "label_column": "name" if "name" in own else "as_printed",
            "columns": {column.name: _words(column) for column in columns if column.name in own},
        }
        told |= {listed.name: {"hidden": True} for _, listed in list_tables(name)}
    return told


def _words(column: Column) -> str:
    return f"{column.title}：{column.about}"
