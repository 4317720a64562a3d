"""A view as text, to be kept and compared: a line a value, in the order declared; what is empty is left out.

Texts stand in quotes, HTML stands as it is, and a small group of values stands on one line. Of records, where a view
still holds some, only the kind and the id are written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from textwrap import indent

from markupsafe import Markup

from generator.records.fields import Model
from generator.records.parse import Entry

_WIDTH = 120
_BREAK = "\n"
_EMPTY: tuple[object, ...] = (None, "", (), [], {})


def written(value: object) -> str:  # noqa: PLR0911 - one return a type
    """Return a view, or a value in one, as text.

    :raises TypeError: nothing of this type belongs in a view.
    """
    match value:
        case Markup():
            return str(value)
        case Entry():
            return f"<{value.kind.name} {value.record.id}>"
        case Model():
            return f"<{type(value).__name__}>"
        case Enum():
            return str(value.value)
        case str():
            return json.dumps(value, ensure_ascii=False)
        case None | bool() | int() | float():
            return str(value)
        case tuple() | list():
            return _group("", [written(item) for item in value], "- ")
        case _:
            name = type(value).__name__ if is_dataclass(value) else ""
            parts = ((key, written(held)) for key, held in _parts(value) if held not in _EMPTY)
            return _group(name, [f"{key}:{'' if text[:1] == _BREAK else ' '}{text}" for key, text in parts])


def _group(name: str, parts: list[str], mark: str = "") -> str:
    """Return parts on one line with the name of their type, or each on its own below it."""
    line = f"{name}({', '.join(parts)})"
    if len(line) <= _WIDTH and "\n" not in line:
        return line
    return name + "".join(f"\n{mark or '  '}{_indented(part.lstrip(_BREAK))}" for part in parts)


def _parts(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        yield from value.items()
    elif is_dataclass(value):
        yield from ((one.name, getattr(value, one.name)) for one in fields(value))
    else:
        raise TypeError(type(value))


def _indented(text: str) -> str:
    first, *rest = text.split("\n", 1)
    return "\n".join([first, *(indent(part, "  ") for part in rest)])
