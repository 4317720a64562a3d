"""Read a configuration of MkDocs before MkDocs does: that of the site, and that of the handbook.

In goes the file; out come its tree and what is wrong with it. What would run code, read files elsewhere or load from
another host is refused at its line, so that MkDocs never sees it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import entry_points
from pathlib import Path, PurePosixPath

from generator.problems import Location, Phrase, Problem
from generator.reading.files import read_file
from generator.reading.nodes import Mapping, Node, Pair, Sequence, Text
from generator.reading.yaml_text import read_yaml

# Where pages lie if the configuration does not say: the site's beside its records, the handbook's where MkDocs looks.
CONFIG = "mkdocs.yml"
_DOCS, _HANDBOOKS_DOCS = "content", "docs"
_SITE = "site"
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)
_TAG = re.compile(r"<[a-z/!]", re.IGNORECASE)
_DELETE = Phrase("删掉它", "delete it")
_NO_CODE = {
    "INHERIT": Phrase("INHERIT 会读进另一个设置文件", "INHERIT reads another configuration"),
    "hooks": Phrase("hooks 会运行程序", "hooks run code"),
    "extra_javascript": Phrase("extra_javascript 会在读者那里运行程序", "extra_javascript runs code at the reader's"),
    "extra_templates": Phrase("extra_templates 会运行模板", "extra_templates runs templates"),
}
# They read files by paths that a page names.
_READING = ("pymdownx.snippets", "pymdownx.b64")


@dataclass(frozen=True, slots=True)
class Configuration:
    """A configuration as read: its path in the project, its tree, and what is wrong with it."""

    path: str
    tree: Mapping
    problems: list[Problem] = field(default_factory=list)

    @property
    def docs(self) -> str:
        """Return the folder of its pages, relative to the project."""
        name = self._named("docs_dir", _HANDBOOKS_DOCS if "/" in self.path else _DOCS)
        return os.path.normpath(PurePosixPath(self.path).parent / name).replace(os.sep, "/")

    @property
    def site(self) -> str:
        """Return the folder in which the site is published, as it is written."""
        return self._named("site_dir", _SITE)

    def _named(self, key: str, default: str) -> str:
        pair = self.tree.pair(key)
        return pair.value.value if pair and isinstance(pair.value, Text) else default


def read_configuration(root: Path, path: str) -> Configuration:
    """Read and check the configuration at a path of the project; a file that is not there is an empty one."""
    nothing = Configuration(path, Mapping((), 1, 1))
    if not os.path.lexists(root / path):
        return nothing
    source = read_file(root, root / path)
    tree, problems = (None, [source]) if isinstance(source, Problem) else read_yaml(source, variables=os.environ)
    if isinstance(tree, Mapping):
        return Configuration(path, tree, [*problems, *_refused(root, path, tree)])
    if tree is not None:
        details = {"kind": Phrase("设置", "settings")}
        problems.append(Problem("not-a-record", Location(path, tree.line, tree.column), "", details))
    return Configuration(path, nothing.tree, problems)


def site_folder(root: Path, config: str) -> Path:
    """Return the folder in which a project's site is published."""
    return (root / read_configuration(root, config).site).resolve()


def _refused(root: Path, path: str, tree: Mapping) -> Iterator[Problem]:
    """Yield what a configuration must not say."""
    for pair in tree.pairs:
        if reason := _NO_CODE.get(pair.key.value):
            yield _problem(path, pair.key, reason)
    yield from _foreign_extensions(path, _values(tree.pair("markdown_extensions")))
    yield from _folders_outside(root, path, tree)
    for node in _values(tree.pair("extra_css")):
        if _ELSEWHERE.match(node.value):
            yield _problem(path, node, Phrase(f"“{node.value}”在别的网站", f"'{node.value}' is on another host"))
    if "/" in path:
        # The theme prints the handbook's configuration as it is; the site's own templates escape.
        for node in _texts(tree):
            if _TAG.search(node.value):
                yield _problem(path, node, Phrase("这里有 HTML", "there is HTML here"))


def _foreign_extensions(path: str, names: Iterator[Text]) -> Iterator[Problem]:
    """Yield each extension that is no part of the two packages that we lean on: any other name would be imported."""
    known = {entry.name for entry in entry_points(group="markdown.extensions")}
    for node in names:
        name = node.value.removeprefix("markdown.extensions.")
        if name in _READING or not (name in known or name.startswith("pymdownx.")):
            words = f"Markdown 扩展“{node.value}”会运行程序或读取别的文件"
            yield _problem(path, node, Phrase(words, f"the extension '{node.value}' runs code or reads other files"))


def _folders_outside(root: Path, path: str, tree: Mapping) -> Iterator[Problem]:
    """Yield each folder that leads out of the project."""
    theme = tree.pair("theme")
    inner = theme.value.pair("custom_dir") if theme and isinstance(theme.value, Mapping) else None
    for pair in (tree.pair("docs_dir"), inner):
        if pair and isinstance(pair.value, Text):
            folder = ((root / path).parent / pair.value.value).resolve()
            if not folder.is_relative_to(root.resolve()):
                words = Phrase(f"“{pair.value.value}”在项目文件夹以外", f"'{pair.value.value}' is outside the project")
                mend = Phrase("写项目里的文件夹", "name a folder of the project")
                yield _problem(path, pair.value, words, mend)


def _values(pair: Pair | None) -> Iterator[Text]:
    """Yield the names in a list, or the keys of a group or of a list's groups."""
    value = pair.value if pair else None
    for item in value.items if isinstance(value, Sequence) else (value,):
        if isinstance(item, Mapping):
            yield from (inner.key for inner in item.pairs)
        elif isinstance(item, Text):
            yield item


def _texts(node: Node) -> Iterator[Text]:
    """Yield every text of a tree, keys included: titles of a menu are keys."""
    waiting: list[Node] = [node]
    while waiting:
        match waiting.pop():
            case Text() as text:
                yield text
            case Sequence(items=items):
                waiting.extend(items)
            case Mapping(pairs=pairs):
                waiting.extend(node for pair in pairs for node in (pair.key, pair.value))


def _problem(path: str, node: Text, reason: Phrase, mend: Phrase = _DELETE) -> Problem:
    details: dict[str, str | Phrase] = {"file": path, "reason": reason, "mend": mend}
    return Problem("config-not-allowed", Location(path, node.line, node.column), details=details)
