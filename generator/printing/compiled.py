"""How our templates are compiled: to the plainest Python that says the same.

Jinja reckons with more than ours hold: attributes that may be keys of a dictionary, functions that want to know who
calls them, arguments in any order. Each of these is asked for some million times in the site of a large city.
"""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

_SPECIAL = re.compile("[&<>'\"]").search


class PlainCode(CodeGenerator):
    """Compiles ``page.title`` and ``link(item, root)`` to just that."""

    def visit_Block(self, node: nodes.Block, frame: Frame) -> None:  # noqa: N802, ARG002 - Jinja's
        """Write a block whole: to hand its parts up one by one, through each template that is extended, takes long."""
        if not self.has_known_extends:
            self.writeline(f"yield concat(context.blocks[{node.name!r}][0](context))", node)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write an attribute of an object; what a dictionary holds is asked for in brackets."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802, FBT001, FBT002
        """Write a call; none of our functions wants the context."""
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")


def plain_macro(environment: Environment, printed: Callable[..., str], name: str, names: list[str], *more: bool) -> Any:
    """Return a macro that does no more than print, where it is given its arguments in their places."""
    whole = Macro(environment, printed, name, names, *more)
    absent = (missing,) * len(names)

    def macro(*args: object, **kwargs: object) -> str:
        if kwargs:
            return whole(*args, **kwargs)
        # The template has escaped it; to ask Markup, which would look whether it is a text, takes as long as to print.
        return str.__new__(Markup, printed(*args, *absent[len(args) :]))

    return macro


class Templates(FileSystemLoader):
    """Loads templates that escape by ``escaped``, which does what Jinja's own function does, in a third of the time."""

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's name
    ) -> Template:
        """Load a template, and exchange the names that its compiled code knows."""
        template = super().load(environment, name, globals)
        template.root_render_func.__globals__.update(escape=escaped, Macro=plain_macro)
        # A plain dictionary: to look through a chain of them for each page takes long.
        template.globals = dict(template.globals)
        return template


def escaped(value: object) -> str:
    """Return a value as text that is safe in HTML: most texts hold nothing to escape."""
    if type(value) is str:
        return escape(value) if _SPECIAL(value) else value
    return value if type(value) is Markup else escape(value)


class CompiledTemplates(BytecodeCache):
    """Keeps compiled templates by their text, so that a preview, which prints anew after each save, compiles once."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept of a template with this text."""
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template."""
        if bucket.code:
            self._kept[bucket.key, bucket.checksum] = bucket.code


_COMPILED = CompiledTemplates()


class PlainEnvironment(Environment):
    """Compiles templates plainly: autoescape on, an undefined name is an error."""

    code_generator_class = PlainCode

    def __init__(self, loader: Templates) -> None:
        """Open the templates of a loader."""
        super().__init__(
            loader=loader,
            autoescape=True,
            bytecode_cache=_COMPILED,
            # A build reads each template once; to ask ten thousand times whether one has changed takes long.
            auto_reload=False,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._opened: dict[Template | str, Template] = {}

    def get_template(
        self,
        name: Template | str,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's name
    ) -> Template:
        """Return a template; each page asks for several, and none changes while pages are printed."""
        found = self._opened.get(name)
        if found is None:
            found = self._opened[name] = super().get_template(name, parent, globals)
        return found
