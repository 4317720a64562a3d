"""MkDocs as the host of Markdown. Only this room, and the door that MkDocs opens itself, import it.

In goes a configuration; MkDocs renders what it names, and every word of warning that it speaks meanwhile comes back as
a problem with its place and its mend. Nothing of MkDocs reaches the terminal, and none of its stops ends a command in
silence.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from threading import Lock
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin

from generator.problems import Location, Phrase, Problem, Refusal

DOOR = "showcase"


class AnyOptions(Config):  # type: ignore[no-untyped-call]  # MkDocs' base is not typed
    """Let every option pass: our own reader checks them, with line and column."""

    def validate(self) -> tuple[list[Any], list[Any]]:
        """Find nothing wrong."""
        return [], []


class HostPlugin(BasePlugin[AnyOptions]):  # type: ignore[no-untyped-call]  # likewise
    """A plug-in of ours; MkDocs calls its methods in the order of a build."""


# What MkDocs says often, in our words: which page it is about, and what to look for there, are named in the pattern.
_SAYINGS = (
    (
        re.compile(r"A reference to '(?P<wanted>.+?)' is included in the 'nav' configuration, which is not found"),
        Phrase("目录（nav）里写的“{wanted}”不存在", "nav names '{wanted}', which is not there"),
    ),
    (
        re.compile(r"Doc file '(?P<page>.+?)' contains (?:a|an \w+(?: \w+)?) link '(?P<wanted>.+?)'"),
        Phrase("链接“{wanted}”找不到对应的页面", "the link '{wanted}' leads to no page"),
    ),
    (
        re.compile(
            r"Error reading page '(?P<page>.+?)': (?P<reason>.+?)(?: at '(?P<wanted>[^\n']{1,8}).*)?$", re.DOTALL
        ),
        Phrase("读不了这一页：{reason}", "this page cannot be read: {reason}"),
    ),
    (
        re.compile(r"Excluding '(?P<page>.+?)' from the site because it conflicts with '(?P<wanted>.+?)'"),
        Phrase(
            "和“{wanted}”是同一个网页，不会发布，要改名",
            "it has the address of '{wanted}' and is not published",
        ),
    ),
    (
        re.compile(r"Config value '(?P<wanted>.+?)': Unrecognised configuration name"),
        Phrase("没有“{wanted}”这个设置，检查拼写", "there is no setting '{wanted}'; check the spelling"),
    ),
    (
        re.compile(r"Config value '(?P<wanted>.+?)': The path '.+?' isn't an existing directory"),
        Phrase("{wanted} 写的文件夹不存在", "the folder that {wanted} names is not there"),
    ),
    (
        re.compile(r"Config value '(?P<wanted>.+?)': (?P<reason>.+)", re.DOTALL),
        Phrase("{wanted}：{reason}", "{wanted}: {reason}"),
    ),
)
# A README is for who looks into the folder, and is no page.
_README = re.compile(r"Excluding '(?:\S+/)?README\.\w+' from the site", re.IGNORECASE)
_NOT_IN_NAV = re.compile(r"The following pages exist in the docs directory, but are not included in the \"nav\"")
# MkDocs logs for a whole process; a preview renders prose while it builds the handbook.
_ONE_LISTENS = Lock()
_OMITTED = Phrase("这一页没有列在目录（nav）里", "this page is not listed in nav")


def load(
    path: Path, *, site: Path | None = None, docs: Path | None = None, with_door: bool = False
) -> tuple[MkDocsConfig, list[Problem]]:
    """Read a configuration of MkDocs that our own reader has passed; that of a site names our plug-in, the door.

    What MkDocs warns of meanwhile comes beside it.

    :raises Refusal: it cannot work; the problem says why, and at which line where MkDocs tells.
    """
    options = {} if site is None else {"site_dir": str(site)}
    if docs is not None:
        # Name and address are settings of ours, which are checked already; MkDocs prints no page of the site.
        options |= {"docs_dir": str(docs.absolute()), "site_name": path.name, "site_url": ""}
    with _listening() as said:
        try:
            config = load_config(str(path.absolute()), config_file_path=str(path.absolute()), **options)
        except Exception as error:  # noqa: BLE001 - its own readers may raise anything at a number or a date
            [*_, last] = [str(error), *said]
            raise Refusal(_problem(path, path.parent, last, "wrong-config")) from None
    if with_door and DOOR not in config.plugins:
        raise Refusal(_problem(path, path.parent, f"plugins: {DOOR}", "wrong-config"))
    return config, [_problem(path, path.parent, words, "mkdocs-warning") for words in said]


def render(config: MkDocsConfig, plugin: HostPlugin) -> list[Problem]:
    """Let MkDocs build what a configuration names, with one plug-in of ours in place of its door.

    Returns its warnings, and its stop as an error; what it has built then is not to be used.
    """
    _put_in_place_of_door(config, plugin)
    path = Path(config.config_file_path)
    stopped = ""
    with _listening() as said:
        try:
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
        except Refusal:
            raise
        except Abort as abort:
            stopped = str(abort)
        except Exception as error:  # noqa: BLE001 - MkDocs and its extensions may raise anything, and it is theirs
            stopped = f"{type(error).__name__}: {error}"
        finally:
            config.plugins.on_shutdown()
    code = "mkdocs-stopped" if stopped else "mkdocs-warning"
    reasons = said or ([stopped] if stopped else [])
    return [problem for words in reasons for problem in _problems(path, Path(config.docs_dir), words, code)]


def _put_in_place_of_door(config: MkDocsConfig, plugin: HostPlugin) -> None:
    door = config.plugins.pop(DOOR, None)
    for methods in config.plugins.events.values():
        methods[:] = [method for method in methods if getattr(method, "__self__", None) is not door]
    config.plugins[DOOR] = plugin


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Gather the warnings and errors that MkDocs logs, and let nobody else hear them; one listens at a time."""
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    logger = logging.getLogger("mkdocs")
    with _ONE_LISTENS:
        others, propagates = logger.handlers[:], logger.propagate
        logger.handlers, logger.propagate = [Listener(logging.WARNING)], False
        try:
            yield said
        finally:
            logger.handlers, logger.propagate = others, propagates


def _problems(path: Path, docs: Path, words: str, code: str) -> Iterator[Problem]:
    """Yield a problem for a saying of MkDocs, or one for each page that it lists."""
    if _README.match(words):
        return
    if _NOT_IN_NAV.match(words):
        for name in re.findall(r"^  - (.+)$", words, re.MULTILINE):
            yield Problem(code, Location(_shown(path, docs / name)), details={"reason": _OMITTED})
        return
    yield _problem(path, docs, words, code)


def _problem(path: Path, docs: Path, words: str, code: str) -> Problem:
    for pattern, ours in _SAYINGS:
        if match := pattern.search(words):
            found = match.groupdict()
            source = docs / found["page"] if "page" in found else path
            location = Location(_shown(path, source), *_spot(source, found["wanted"]))
            return Problem(code, location, details={"reason": Phrase(ours.zh.format(**found), ours.en.format(**found))})
    mark = re.search(r"line (\d+), column (\d+)", words)
    spot = (int(mark[1]), int(mark[2])) if mark else (1, 1)
    return Problem(code, Location(_shown(path, path), *spot), details={"reason": " ".join(words.split())})


def _spot(source: Path, wanted: str) -> tuple[int, int]:
    """Return line and column of what MkDocs speaks of, or those of the file's beginning."""
    lines = source.read_text(encoding="utf-8", errors="replace").splitlines() if source.is_file() else []
    keys = ((number, 1) for number, line in enumerate(lines, 1) if line.startswith(f"{wanted}:"))
    found = ((number, line.index(wanted) + 1) for number, line in enumerate(lines, 1) if wanted and wanted in line)
    return next(chain(keys, found), (1, 1))


def _shown(path: Path, source: Path) -> str:
    """Return a file's path relative to the project, whose own configuration or whose handbook's names it."""
    root = path.parent.parent if path.parent.name == "handbook" else path.parent
    try:
        return source.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return source.name
