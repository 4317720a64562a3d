"""How a field of a record is declared: once, with its Chinese label, its help, its type and what it refers to.

Checks, manual, JSON Schema, workbooks and pages are all made from these declarations, so nothing about a field
is written anywhere else. Where staff may write one plain line in place of a group, a function here splits it into
fields.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, ClassVar, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.problems import Phrase

_TITLE_LENGTH = 40


class Model(BaseModel):
    """A frozen group of fields.

    ``from_text`` splits a plain line into fields (``王伟（某队）``); ``from_pair`` names the two fields that a
    single ``key: value`` stands for (``注册志愿者: 4527人``); ``keyed`` names, for a field that holds a list,
    the two fields that a mapping of many keys stands for (``最美志愿者: [...]``).
    """

    # Built when first asked: a command that reads no records waits for none of them.
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)

    from_text: ClassVar[Callable[[str], dict[str, str]] | None] = None
    from_pair: ClassVar[tuple[str, str] | None] = None
    keyed: ClassVar[dict[str, tuple[str, str]]] = {}


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a text as the id of another record; ``by_name`` lets staff write its name instead."""

    kind: str
    by_name: bool = False


C = TypeVar("C", bound="Choice")


class Choice(StrEnum):
    """One of a few words. Members are ``CODE = "code", "中文"``; staff may type either word."""

    label: str
    # Its place among the choices as declared; of levels, the highest is 0.
    rank: int

    def __new__(cls, code: str, label: str) -> Self:
        """Keep the Chinese label and the place beside the code."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        member.rank = len(cls.__members__)
        return member

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        return _by_label(cls).get(value) if isinstance(value, str) else None


@cache
def _by_label(choices: type[C]) -> dict[str, C]:
    """Return the members of a choice by their Chinese words."""
    return {member.label: member for member in choices}


def field(  # noqa: PLR0913 - a declaration says all there is to a field
    label: str,
    help: str,  # noqa: A002 - the word that pydantic's readers and our manual use for it
    *,
    default: Any = ...,
    example: str | None = None,
    public: bool = True,
    is_fact: bool = True,
) -> Any:
    """Declare a field: its Chinese label, what it means, its default (none: it must be given).

    A field that is no fact has a place of its own on pages and is not listed among the others.
    """
    return Field(
        default=default,
        title=label,
        description=help,
        examples=[example] if example else None,
        json_schema_extra={"public": public, "is_fact": is_fact},
    )


def title_and_text(line: str) -> dict[str, str]:
    """Split ``微心愿：员工家庭…`` at its first full-width colon; a line without one is all text.

    A colon after a full stop or far into the line belongs to a sentence, not to a title.
    """
    title, colon, text = line.partition("：")
    if not colon or not text.strip() or len(title) > _TITLE_LENGTH or re.search(r"[。；，]", title):
        return {"text": line}
    return {"title": title, "text": text}


def title_only(line: str) -> dict[str, str]:
    """Take a whole line as a title, split from an explanation behind a full-width colon."""
    parts = title_and_text(line)
    return parts if "title" in parts else {"title": line}


def practice_only(line: str) -> dict[str, str]:
    """Take a whole line as the title of a practice."""
    return {"practice": line}


def file_only(line: str) -> dict[str, str]:
    """Take a whole line as the name of a file."""
    return {"file": line}


def project_only(line: str) -> dict[str, str]:
    """Take a whole line as the id of a project."""
    return {"project": line}


def name_and_text(line: str) -> dict[str, str]:
    """Split ``点单：群众提出需求`` into name and text; a line without a colon is a name."""
    parts = title_and_text(line)
    return {"name": parts["title"], "text": parts["text"]} if "title" in parts else {"name": line}


class NotReadError(ValueError):
    """A text is not in the form of its field; the reason says why, where that shows."""

    def __init__(self, reason: Phrase | None = None) -> None:
        super().__init__()
        self.reason = reason or Phrase("", "")


def read_by(parse: Callable[[str], Any], kind: type, code: str) -> PlainValidator:
    """Let a function read a field's text into its kind of value; where it raises NotReadError, ``code`` is reported."""

    def read(value: object) -> Any:
        if not isinstance(value, str | kind):
            raise PydanticCustomError("not-text", "text expected")
        try:
            return parse(value) if isinstance(value, str) else value
        except ValueError as error:
            reason = error.reason if isinstance(error, NotReadError) else Phrase("", "")
            raise PydanticCustomError(code, "not in the form of its field", {"reason": reason}) from None

    return PlainValidator(read)


def _yes_or_no(value: object) -> bool:
    words = {"是": True, "yes": True, "true": True, "否": False, "no": False, "false": False}
    if isinstance(value, bool):
        return value
    answer = words.get(str(value).strip().lower())
    if answer is None:
        raise PydanticCustomError("bad-yes-no", "yes or no")
    return answer


Line = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
YesNo = Annotated[bool, PlainValidator(_yes_or_no), WithJsonSchema({"enum": ["是", "否", "yes", "no"]})]

PlaceRef = Annotated[str, Reference("place")]
TeamRef = Annotated[str, Reference("team")]
ProjectRef = Annotated[str, Reference("project")]
BrandRef = Annotated[str, Reference("brand")]
PersonRef = Annotated[str, Reference("person")]
StationRef = Annotated[str, Reference("station")]
IncentiveRef = Annotated[str, Reference("incentive")]
PlatformRef = Annotated[str, Reference("platform")]
ActivityRef = Annotated[str, Reference("activity")]
SeriesRef = Annotated[str, Reference("series")]
DocumentRef = Annotated[str, Reference("document")]
MetricRef = Annotated[str, Reference("metric", by_name=True)]
