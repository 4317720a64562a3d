"""A checked project as one text, for a process that shares neither memory nor disk with this one, and its plan there.

It holds the texts of the record files, the settings, the rendered prose pages, and what was seen of pictures. From the
same text follows the same plan, and from the same plan the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, astuple
from pathlib import Path
from threading import Lock
from typing import Any
from uuid import uuid4

from markupsafe import Markup

from generator.catalogue.catalogue import Catalogue, build_catalogue, noting_catalogue
from generator.catalogue.public import public_catalogue
from generator.catalogue.traces import Traces
from generator.changes.snapshot import Snapshot, read_snapshot, written
from generator.pages.plan import plan
from generator.printing.page import ProsePage
from generator.problems import Problem
from generator.publish.artefact import Artefact
from generator.reading.files import SourceFile
from generator.recipes.maker import Read, Sent, Tracing
from generator.recipes.record_files import RecordFile, RecordSources, parse_records
from generator.records.kinds import BY_NAME
from generator.records.parse import ParsedFile
from generator.records.picture import PictureFacts, picture_facts
from generator.records.settings import Settings
from generator.records.shape import plain
from generator.rules.material import Material


def sent_project(
    sources: RecordSources,
    material: Material,
    prose: Sequence[ProsePage],
    kept: Sequence[Snapshot] = (),
    *,
    traced: bool,
) -> str:
    """Return all that the plan of a checked project is made of, as JSON."""
    files = [
        (file.kind.name, file.source.path, file.source.text)
        for file in sources.files
        if not isinstance(file.source, Problem)
    ]
    pages = [astuple(page)[:5] for page in prose]
    pictures, settings = material.catalogue.pictures, material.settings
    seen = {path: asdict(facts) for path, facts in pictures.items() if isinstance(facts, PictureFacts)}
    told = {"files": files, "settings": plain(settings.node), "prose": pages, "pictures": seen, "traced": traced}
    told["kept"] = [(own.label, written(own.tables)) for own in kept]
    return json.dumps(told, ensure_ascii=False)


class SentPlan:
    """The plan of a project that was sent, in the process that it was sent to."""

    def __init__(self, told: str) -> None:
        """Read the project and plan its site."""
        data = json.loads(told)
        public = public_catalogue(_catalogue(data["files"], data["pictures"]))
        public = noting_catalogue(public) if data["traced"] else public
        prose = [_prose(*page) for page in data["prose"]]
        kept = [read_snapshot(text, label) for label, text in data["kept"]]
        settings = Settings.model_validate(data["settings"])
        self._planned = {one.path: one for one in plan(public, settings, prose, kept=kept)}
        self._traces = Traces(public) if data["traced"] else None
        # Its list of cells is its own: two of one name would be taken for one.
        self._process = f"sent {uuid4()}"

    def make(self, paths: Sequence[str]) -> Sent:
        """Make artefacts by their paths."""
        tracing = Tracing(self._traces, self._process) if self._traces else None
        planned = (self._planned[path] for path in paths)
        data = {one.path: tracing.made(one) if tracing else one.make() for one in planned}
        return data, tracing.read() if tracing else Read()


def may_be_sent(artefact: Artefact) -> bool:
    """Return whether an artefact follows from what is sent: the handbook and ``static`` are files of this machine."""
    return artefact.frame is not None and artefact.content not in {"handbook", "picture"}


# The one project that a process works on; a process of a cluster outlives a build, and may have several threads, while
# what is read is noted in one place.
_plans: dict[str, SentPlan] = {}
_LOCK = Lock()


def make_sent(key: str, told: str, paths: Sequence[str]) -> Sent:
    """Make artefacts of a project that was sent under a key, whose plan is kept until another comes."""
    with _LOCK:
        if key not in _plans:
            _plans.clear()
            _plans[key] = SentPlan(told)
        return _plans[key].make(paths)


def hold_sent(told: str) -> None:
    """Plan the project that this process was begun for."""
    _plans[""] = SentPlan(told)


def make_held(paths: Sequence[str]) -> Sent:
    """Make artefacts of the project that this process was begun for."""
    return _plans[""].make(paths)


def _prose(path: str, origin: str, title: str, content: str, foreign: Sequence[str]) -> ProsePage:
    return ProsePage(path, origin, title, Markup(content), tuple(foreign))  # noqa: S704 - sanitised before it was sent


def _catalogue(files: Sequence[Any], pictures: Mapping[str, Any]) -> Catalogue:
    texts = [RecordFile(BY_NAME[kind], Path(path), SourceFile(path, text)) for kind, path, text in files]
    records = parse_records(RecordSources(Path(), texts, ParsedFile()))
    seen = {path: picture_facts(told) for path, told in pictures.items()}
    return build_catalogue(records.entries, records.broken, records.partial, records.doubtful, seen)
