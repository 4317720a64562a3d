"""The data package: what each data file holds, for programs (Frictionless Data Package 1).

It stands beside the files, so their paths in it are plain names.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.data_files.columns import FIGURE_COLUMNS, WINNER_COLUMNS, Column, columns_of
from generator.data_files.database import DATABASE
from generator.data_files.datasette import METADATA
from generator.records.kinds import BY_NAME, KINDS

PACKAGE = "data/datapackage.json"
_FOLDER = PACKAGE.rpartition("/")[0]


def data_package(title: str) -> str:
    """Return the description of all data files of a site with this title."""
    package = {
        "profile": "data-package",
        "name": "showcase",
        "title": title,
        "resources": [
            *_resources("figures", "数据", FIGURE_COLUMNS),
            *_resources("winners", "获奖名单", WINNER_COLUMNS),
            *(own for kind in KINDS for own in _resources(kind.plural, kind.label, columns_of(kind), key="id")),
            _file("database", "数据库", DATABASE, "sqlite", "application/vnd.sqlite3"),
            _file("database-metadata", "数据库的说明", METADATA, "json", "application/json"),
        ],
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _resources(name: str, title: str, columns: tuple[Column, ...], key: str = "") -> Iterator[dict[str, object]]:
    yield {
        "profile": "tabular-data-resource",
        "name": name,
        "title": title,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": _schema(columns, key),
    }
    yield _file(f"{name}-json", title, f"data/{name}.json", "json", "application/json") | {"encoding": "utf-8"}


def _file(name: str, title: str, path: str, form: str, mediatype: str) -> dict[str, object]:
    """Return what is told of a file that is no table."""
    return {
        "profile": "data-resource",
        "name": name,
        "title": title,
        "path": path.removeprefix(f"{_FOLDER}/"),
        "format": form,
        "mediatype": mediatype,
    }


def _schema(columns: tuple[Column, ...], key: str) -> dict[str, object]:
    """Return the columns of a table and what they refer to; of several ids in a cell no standard way tells that."""
    told: dict[str, object] = {
        "fields": [
            {"name": column.name, "type": column.type, "title": column.title, "description": column.about}
            for column in columns
        ]
    }
    if key:
        told["primaryKey"] = key
    told["foreignKeys"] = [
        {"fields": column.name, "reference": {"resource": BY_NAME[column.refers].plural, "fields": "id"}}
        for column in columns
        if column.refers and not column.many
    ]
    return told
