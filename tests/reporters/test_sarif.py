"""SARIF: valid by the standard's own schema, and saying where and why."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from generator import __version__
from generator.problems import Language
from generator.reporters.contents import Report
from generator.reporters.sarif import render_sarif
from tests.reporters.conftest import report, saying, wrong

SCHEMA = Path(__file__).parent / "sarif-schema-2.1.0.json"


@cache
def validator() -> Draft4Validator:
    """Return the validator of the standard's schema."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft4Validator.check_schema(schema)
    return Draft4Validator(schema)


def run_of(told: Report) -> dict[str, Any]:
    """Render, validate, and return the one run."""
    log = json.loads(render_sarif(told))
    assert not list(validator().iter_errors(log))
    [run] = log["runs"]
    return dict(run)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_valid(language: Language) -> None:
    """The log is valid, with and without problems."""
    assert len(run_of(report(language=language))["results"]) == 11
    empty = run_of(report([], language=language))
    assert empty["results"] == empty["tool"]["driver"]["rules"] == []


def test_schema_is_strict() -> None:
    """The schema refuses what is not SARIF, so that the tests here mean something."""
    log = json.loads(render_sarif(report()))
    log["runs"][0]["results"][0]["level"] = "fatal"
    log["runs"][0]["nosuch"] = 1
    assert len(list(validator().iter_errors(log))) == 2


def test_tool() -> None:
    """The run names the program, its version, and how columns are counted."""
    run = run_of(report())
    assert (run["tool"]["driver"]["name"], run["tool"]["driver"]["version"]) == ("showcase", __version__)
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["language"] == "zh-CN"


def test_rules() -> None:
    """Each broken rule is explained once, in the report's language, and each result points at its rule."""
    run = run_of(report(language="en"))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["odd-number", "wrong-word"]
    assert rules[1]["shortDescription"]["text"] == "It would be lost."
    assert rules[1]["help"]["text"] == "It would be lost. So we check.\n\nname: 梦圆"
    assert rules[1]["defaultConfiguration"] == {"level": "error"}
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert run_of(report())["tool"]["driver"]["rules"][1]["shortDescription"]["text"] == "写错的栏目不会显示。"


def test_rule_without_explanation() -> None:
    """Where a rule is not explained, the words of its first problem stand in; an explanation may be handed in."""
    assert run_of(report())["tool"]["driver"]["rules"][0]["help"]["text"] == "123 不像人数\n\n核对原文"
    told = report(explain=lambda code, _language: (f"why {code}", "so"))
    assert run_of(told)["tool"]["driver"]["rules"][0]["help"]["text"] == "why odd-number\n\nso"


def test_result() -> None:
    """A result has its level, its words, its place and its field."""
    [result] = run_of(report([wrong("projects/a.yml", 2, 3)]))["results"]
    assert result["level"] == "error"
    assert result["message"]["text"] == "没有“plcae”这个栏目\n怎么改：可以写：name、place"
    [location] = result["locations"]
    assert location["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 3}
    assert location["logicalLocations"] == [{"fullyQualifiedName": "fields.plcae"}]


def test_addresses() -> None:
    """A path becomes a relative address from the top of the repository, percent-encoded."""
    run = run_of(report([wrong("projects/梦 圆#1.yml", 1, 1)], folder="city"))
    artifact = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "city/projects/%E6%A2%A6%20%E5%9C%86%231.yml", "uriBaseId": "%SRCROOT%"}
    assert "%SRCROOT%" in run["originalUriBaseIds"]


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1).filter(lambda name: name != ".")


@settings(deadline=None)  # the first example pays for reading the schema
@given(st.text(), NAMES)
@example("", "\udcc3\udcce.yml")  # a name that is not UTF-8, as old archives unpack to
def test_hostile_words(words: str, path: str) -> None:
    """Whatever the words the log is valid, they arrive, and the address is nothing but a path that leads back."""
    [result] = run_of(report([saying(words, path=path)]))["results"]
    assert result["message"]["text"] == f"{words}\n怎么改：{words}"
    address = urlsplit(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
    assert address == ("", "", address.path, "", "")
    assert os.fsdecode(unquote_to_bytes(address.path)) == path
