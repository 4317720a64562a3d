"""Templates as they are compiled: plainer than Jinja's own way, and the same to whoever writes them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from generator.printing.compiled import PlainEnvironment, Templates, escaped

MACROS = '{% macro named(item, root="/", mark="") %}<b>{{ root }}{{ item.name }}{{ mark }}</b>{% endmacro %}'
BASE = "<{% block main %}{% endblock %}>"


@pytest.fixture
def printed(tmp_path: Path) -> Callable[..., str]:
    """Return what prints a page, which lies beside a file of macros and a base."""

    def print_page(page: str, **given: object) -> str:
        for name, text in (("page", page), ("macros", MACROS), ("base", BASE)):
            (tmp_path / name).write_text(text, encoding="utf-8")
        return PlainEnvironment(Templates(tmp_path)).get_template("page").render(**given)

    return print_page


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("item", "<b>/&amp;</b>"),
        ('item, "../"', "<b>../&amp;</b>"),
        ('item, mark="<"', "<b>/&amp;&lt;</b>"),
        ('item, "", "!"', "<b>&amp;!</b>"),
    ],
)
def test_arguments(printed: Callable[..., str], arguments: str, expected: str) -> None:
    """A macro takes arguments in their places, by their names, or not at all, and escapes each once."""
    page = '{% import "macros" as macros %}{{ macros.named(' + arguments + ") }}"
    assert printed(page, item=SimpleNamespace(name="&")) == expected


def test_too_many_arguments(printed: Callable[..., str]) -> None:
    """A macro refuses an argument that it does not have."""
    with pytest.raises(TypeError):
        printed('{% import "macros" as macros %}{{ macros.named(1, 2, 3, 4) }}')


def test_blocks(printed: Callable[..., str]) -> None:
    """A block prints what the page that extends it has in its place, calls with a body included."""
    page = (
        '{% extends "base" %}{% macro twice() %}{{ caller() }}{{ caller() }}{% endmacro %}'
        "{% block main %}{% call twice() %}{{ text }}{% endcall %}{% endblock %}"
    )
    assert printed(page, text="&") == "<&amp;&amp;>"


def test_attributes(printed: Callable[..., str]) -> None:
    """An attribute that an object does not have is an error, and so is a name that nobody gave."""
    with pytest.raises(AttributeError):
        printed("{{ item.name }}", item={"name": "key"})
    with pytest.raises(UndefinedError):
        printed("{{ item }}")


@pytest.mark.parametrize("value", ["a", "<", Markup("<b>"), 1, None])
def test_escaped(value: object) -> None:
    """Whatever is printed is escaped once."""
    assert escaped(value) == Markup.escape(value)
