"""An editor's eyes: YAML with its own types, schemas by glob, and what the schema makes of a file."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import yaml
from jsonschema import Draft7Validator

from generator.desk.schema import kind_schema, settings_schema
from generator.records.kinds import KINDS

SCHEMAS = {kind.name: kind_schema(kind) for kind in KINDS} | {"mkdocs": settings_schema()}
VALIDATORS = {name: Draft7Validator(schema) for name, schema in SCHEMAS.items()}


def as_editor(text: str) -> Any:
    """Read YAML as an editor does: 2011 is a number, no is a boolean, nothing is null; keys and dates are texts."""
    return _as_json(yaml.load(text, Loader=yaml.CSafeLoader))


def faults(name: str, text: str) -> list[str]:
    """Return what the schema of a kind has against a file."""
    return [error.message[:200] for error in VALIDATORS[name].iter_errors(as_editor(text))]


def chosen(globs: dict[str, list[str]], path: str) -> list[str]:
    """Return the schemas that VS Code applies to a path; of one schema's globs the last that matches decides."""
    found = []
    for schema, patterns in globs.items():
        included = False
        for pattern in patterns:
            if _glob(pattern.removeprefix("!")).fullmatch(path):
                included = not pattern.startswith("!")
        if included:
            found.append(schema.rsplit("/", 1)[-1].removesuffix(".schema.json"))
    return found


def _glob(pattern: str) -> re.Pattern[str]:
    text = re.escape(pattern).replace(r"\*\*/", "(?:.+/)?").replace(r"\*", "[^/]*")
    return re.compile(rf"(?:.+/)?{text}")


def _as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_json(inner) for inner in value]
    return value.isoformat() if isinstance(value, dt.date) else value
