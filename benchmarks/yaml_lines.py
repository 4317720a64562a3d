"""Write a record as staff write it: short lines of YAML, quoted only where they must be."""

from __future__ import annotations

import json
import re
from typing import Any

_PLAIN = re.compile(r"[\w“《][^:#\[\]{},\"']*\Z")


def yaml_record(record: dict[str, Any]) -> str:
    """Return a record as a file of its own."""
    return "".join(f"{line}\n" for line in _mapping(record))


def yaml_item(record: dict[str, Any]) -> str:
    """Return a record as an item of a list file."""
    return "".join(f"{line}\n" for line in _item(record))


def _mapping(record: dict[str, Any]) -> list[str]:
    lines: list[str] = []
    for key, value in record.items():
        lines += _entry(key, value)
    return lines


def _entry(key: str, value: Any) -> list[str]:
    if isinstance(value, dict):
        return [f"{key}:", *(f"  {line}" for line in _mapping(value))]
    if isinstance(value, list):
        return [f"{key}:", *(f"  {line}" for item in value for line in _item(item))]
    return [f"{key}: {_scalar(value)}"]


def _item(item: Any) -> list[str]:
    if not isinstance(item, dict):
        return [f"- {_scalar(item)}"]
    first, *further = _mapping(item)
    return [f"- {first}", *(f"  {line}" for line in further)]


def _scalar(value: Any) -> str:
    text = str(value)
    return text if _PLAIN.match(text) else json.dumps(text, ensure_ascii=False)
