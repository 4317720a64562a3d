"""The data files, the package that describes them to programs, and the page that explains them to readers."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest

from generator.catalogue.catalogue import Catalogue
from generator.data_files.columns import FIGURE_COLUMNS, WINNER_COLUMNS, columns_of
from generator.data_files.exports import exports
from generator.data_files.listing import data_view
from generator.data_files.package import PACKAGE, data_package
from generator.records.kinds import KINDS


@pytest.fixture(scope="module")
def files(own: Catalogue) -> dict[str, str]:
    """Return the text of every table beside the package by its name; tables of one metric are cut from figures."""
    folder = PACKAGE.rpartition("/")[0]
    found = {path.removeprefix(f"{folder}/"): make for path, make in exports(own)}
    return {name: make() for name, make in found.items() if "/" not in name}


@pytest.fixture(scope="module")
def package() -> dict[str, Any]:
    """Return the package of a site."""
    found: dict[str, Any] = json.loads(data_package("试验站"))
    return found


def rows(text: str) -> list[dict[str, str]]:
    """Read a CSV file as Excel does, mark and all."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_package_names_every_file_once(package: dict[str, Any], files: dict[str, str]) -> None:
    """The package has a name and a title, and each data file is one of its resources, named as the standard asks."""
    assert re.fullmatch(r"[-a-z0-9._/]+", package["name"])
    assert package["title"] == "试验站"
    named = sorted(resource["path"] for resource in package["resources"])
    assert named == sorted((*files, "showcase.sqlite", "metadata.json"))
    names = [resource["name"] for resource in package["resources"]]
    assert len(set(names)) == len(names)
    for resource in package["resources"]:
        assert re.fullmatch(r"[-a-z0-9._/]+", resource["name"])
        assert {"format", "mediatype", "title"} <= set(resource)


def test_schemas_are_the_headers(package: dict[str, Any], files: dict[str, str]) -> None:
    """A table's schema names the columns of its file in their order, each with a Chinese title."""
    for resource in package["resources"]:
        if resource["format"] == "csv":
            fields = resource["schema"]["fields"]
            header = files[resource["path"]].removeprefix("\ufeff").split("\r\n", 1)[0]
            assert header.split(",") == [field["name"] for field in fields], resource["path"]
            assert all(field["title"] and field["type"] in {"string", "number"} for field in fields)
            assert all(field["description"] for field in fields)


def test_references_have_names(files: dict[str, str]) -> None:
    """What a table refers to stands there by id and by name: as many names as ids, each that of the id."""
    names = {kind.name: {row["id"]: row["name"] for row in rows(files[f"{kind.plural}.csv"])} for kind in KINDS}
    tables = {kind.plural: columns_of(kind) for kind in KINDS}
    for table, columns in {**tables, "figures": FIGURE_COLUMNS, "winners": WINNER_COLUMNS}.items():
        for column in columns:
            if column.refers:
                known = names[column.refers]
                for row in rows(files[f"{table}.csv"]):
                    ids = [own for own in row[column.name].split("；") if own]
                    # A series has the name of its year, which may be a former one.
                    if (table, column.name) != ("winners", "series"):
                        assert row[f"{column.name}_name"] == "；".join(known[own] for own in ids), (table, column.name)


def test_package_tells_references(package: dict[str, Any], files: dict[str, str]) -> None:
    """A table of a kind has a key that is in no two rows, and what a foreign key of the package names is there."""
    tables = {one["name"]: one for one in package["resources"] if one["format"] == "csv"}
    held = {name: rows(files[one["path"]]) for name, one in tables.items()}
    told = 0
    for name, one in tables.items():
        key = one["schema"].get("primaryKey")
        assert len({row[key] for row in held[name]}) == len(held[name]) if key else name in {"figures", "winners"}
        for reference in one["schema"]["foreignKeys"]:
            ids = {row["id"] for row in held[reference["reference"]["resource"]]}
            found = {row[reference["fields"]] for row in held[name]} - {""}
            assert found <= ids, (name, reference)
            told += len(found)
    assert told


def test_numbers_are_numbers(package: dict[str, Any], files: dict[str, str]) -> None:
    """What a schema calls a number is one in every row."""
    for resource in package["resources"]:
        for field in resource.get("schema", {}).get("fields", ()):
            if field["type"] == "number":
                held = [row[field["name"]] for row in rows(files[resource["path"]])]
                # Only a range has an upper end.
                numbers = [float(value) for value in held if value or field["name"] != "value_to"]
                assert min(numbers, default=0) >= 0


def test_page_counts_rows(own: Catalogue, files: dict[str, str]) -> None:
    """The page says of each file how many rows it has, in CSV and JSON alike."""
    view = data_view(own)
    assert {file.name for file in view.files} == {name.partition(".")[0] for name in files}
    for file in view.files:
        assert len(rows(files[f"{file.name}.csv"])) == file.count
        assert len(json.loads(files[f"{file.name}.json"])) == file.count
