"""Tree of text to records: the types' turn, after the keys have been brought into shape.

In goes a file's tree and its kind; out come records with their places, what is left of those that are broken (so
that the rules still see it, and nobody calls a reference to them unknown), and problems.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Generic, TypeVar

from pydantic import ValidationError
from typing_extensions import TypeVar as TypeVarWithDefault

from generator.problems import Location, Phrase, Problem
from generator.reading.files import SourceFile
from generator.reading.libyaml_errors import line_slip
from generator.reading.mends import with_line_to_copy
from generator.reading.nodes import Mapping, Node, Path, Sequence, Text, is_empty, locate, text_at
from generator.reading.words import place_of_word
from generator.reading.yaml_text import read_yaml
from generator.records.addresses import is_slug
from generator.records.declared import names_of
from generator.records.faults import problem_of
from generator.records.fields import Model
from generator.records.kinds import KINDS, Kind
from generator.records.meant_ids import file_to_rename, id_to_write, meant_id
from generator.records.partial import partial_of, prune
from generator.records.reads import READS
from generator.records.record import Record
from generator.records.shape import Shaper, plain

M = TypeVar("M", bound=Model)
# So many keys of another kind tell that a record lies in the wrong folder; one may be a slip.
_TELLING = 2
# The folder of samples, inside that of each kind.
SAMPLES = "示例"
R_co = TypeVarWithDefault("R_co", bound=Record, default=Record, covariant=True)


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Entry(Generic[R_co]):
    """A record with the file it was read from; two entries are the same only if they are one object.

    ``held`` is the record, ``text`` all that its file says, and ``tree`` gives its tree, which most are never asked
    for; ``digest`` changes whenever the record does.
    """

    kind: Kind
    held: R_co
    path: str
    tree: Callable[[], Node]
    text: str = field(default="", repr=False)
    digest: str = ""

    @property
    def record(self) -> R_co:
        """Return the record, and note that it was read."""
        if READS.noted is not None:
            READS.noted.add(self)
        return self.held

    @property
    def key(self) -> tuple[str, str]:
        """Return kind and id, which name the record in the whole project."""
        return self.kind.name, self.held.id

    @property
    def node(self) -> Node:
        """Return the record's tree, in its model's shape."""
        return self.tree()

    @property
    def is_sample(self) -> bool:
        """Return whether it shows how records are written and will go: its file lies in a folder of samples."""
        return f"/{SAMPLES}/" in self.path

    def location(self, at: Path = ()) -> Location:
        """Return where the value at a path of fields stands in the file."""
        return Location(self.path, *locate(self.node, at))

    def location_of_word(self, at: Path, text: str, index: int) -> Location:
        """Return where the word that begins at an index of a text, the value at a path, stands in the file."""
        start = text_at(self.node, at)
        if start is None:
            return self.location(at)
        return Location(self.path, *place_of_word(SourceFile(self.path, self.text).lines, start, text, index))


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """What one file gave.

    ``broken`` are ids (and names of metrics) that cannot be used, empty where a whole list could not
    be read; ``partial`` is what is left of such records; ``doubtful`` are the kinds of files with a fault of any sort;
    ``remarks`` are the files that have some, with nothing but them.
    """

    entries: list[Entry] = field(default_factory=list)
    broken: list[tuple[str, str]] = field(default_factory=list)
    partial: list[Entry] = field(default_factory=list)
    doubtful: set[str] = field(default_factory=set)
    remarks: list[SourceFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, other: ParsedFile) -> None:
        """Take in what another file gave."""
        self.entries.extend(other.entries)
        self.broken.extend(other.broken)
        self.partial.extend(other.partial)
        self.doubtful.update(other.doubtful)
        self.remarks.extend(other.remarks)
        self.problems.extend(other.problems)


@dataclass(frozen=True, slots=True)
class ShapedFile:
    """The records of one file by id, in their model's shape; ``broken`` are ids that cannot be used."""

    records: list[tuple[str, Node]] = field(default_factory=list)
    broken: list[tuple[str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def shaped_file(source: SourceFile, kind: Kind, root: Node) -> ShapedFile:
    """Bring the records of one file into shape: a mapping is one record named by the file, a list is many."""
    shaped = ShapedFile()
    if isinstance(root, Mapping):
        if is_slug(source.stem):
            _shape_record(source, kind, root, source.stem, shaped)
        else:
            place = Location(source.path, root.line, root.column)
            _refuse_id(kind, source.stem, place, file_to_rename(source.stem), shaped)
    elif isinstance(root, Sequence):
        for item in root.items:
            _shape_item(source, kind, item, shaped)
    else:
        details = {"kind": kind.words}
        shaped.problems.append(Problem("not-a-record", Location(source.path, root.line, root.column), "", details))
    return shaped


def parse_file(source: SourceFile, kind: Kind, root: Node) -> ParsedFile:
    """Read the records of one file."""
    shaped = shaped_file(source, kind, root)
    parsed = ParsedFile(broken=shaped.broken, problems=shaped.problems)
    for position, (record_id, node) in enumerate(shaped.records):
        record, problems, faults = _validate(source.path, kind.model, node, id=record_id)
        parsed.problems.extend(problems)
        if record is not None:
            parsed.entries.append(entry_of(source, kind, record, position))
        else:
            _keep_rest(source, kind, prune(node, faults), record_id, parsed)
    return parsed


def entry_of(source: SourceFile, kind: Kind, record: Record, position: int, digest: str = "") -> Entry:
    """Return a record, the file's first, second and so on, which reads its tree again when it is asked for."""
    return Entry(kind, record, source.path, partial(_tree_at, source, kind, position), source.text, digest)


def _tree_at(source: SourceFile, kind: Kind, position: int) -> Node:
    return _trees(source, kind)[position]


@lru_cache(maxsize=8)
def _trees(source: SourceFile, kind: Kind) -> tuple[Node, ...]:
    """Read the trees of a file a second time; to keep those of all files would take most of the memory."""
    root, _ = read_yaml(source)
    return tuple(node for _, node in shaped_file(source, kind, root).records) if root else ()


def _keep_rest(source: SourceFile, kind: Kind, rest: Node, record_id: str, parsed: ParsedFile) -> None:
    """Keep what is left of a broken record."""
    parsed.broken.append((kind.name, record_id))
    left, _, _ = _validate(source.path, partial_of(kind.model), rest, id=record_id)
    if left is not None:
        parsed.partial.append(Entry(kind, left, source.path, lambda: rest, source.text))
        if kind.name == "metric":
            parsed.broken.extend((kind.name, name) for name in (left.name, *left.aliases) if name)


def parse_model(path: str, model: type[M], node: Node) -> tuple[M | None, Node, list[Problem]]:
    """Read one group of fields that is no record, such as the settings: what could be read of it, and its tree."""
    shaper = Shaper(path)
    shaped = shaper.shape(node, model)
    value, problems, faults = _validate(path, model, shaped)
    if value is None:
        shaped = prune(shaped, faults)
        value, _, _ = _validate(path, partial_of(model), shaped)
    return value, shaped, [*shaper.problems, *problems]


def _shape_item(source: SourceFile, kind: Kind, item: Node, shaped: ShapedFile) -> None:
    location = Location(source.path, item.line, item.column)
    if not isinstance(item, Mapping):
        slip = line_slip(source, item.line) if isinstance(item, Text) else None
        shaped.problems.append(slip or Problem("not-a-record", location, "", {"kind": kind.words}))
        return
    pair, other = item.pair("id"), item.pair("编号")
    if pair and other:
        both = Location(source.path, other.key.line, other.key.column)
        details = {"key": other.key.value, "other": pair.key.value}
        shaped.problems.append(Problem("key-in-both-languages", both, other.key.value, details))
    pair = pair or other
    if pair is None or not isinstance(pair.value, Text) or is_empty(pair.value):
        shaped.problems.append(_missing_id(kind, item, location))
        shaped.broken.append((kind.name, ""))
        return
    body = item._replace(pairs=tuple(own for own in item.pairs if own not in (pair, other)))
    record_id = pair.value.value.strip()
    if is_slug(record_id):
        _shape_record(source, kind, body, record_id, shaped)
    else:
        place = Location(source.path, pair.value.line, pair.value.column)
        _refuse_id(kind, record_id, place, id_to_write(record_id), shaped)


def _missing_id(kind: Kind, item: Mapping, location: Location) -> Problem:
    """Return the problem of an item without an id, with the line that it lacks."""
    name = item.pair("name") or item.pair("名称")
    words = name.value.value if name and isinstance(name.value, Text) else ""
    key = "id" if item.pairs and item.pairs[0].key.value.isascii() else "编号"
    return Problem("missing-id", location, "id", {"kind": kind.words, "line": f"- {key}: {meant_id(words) or 'a1'}"})


def _refuse_id(kind: Kind, record_id: str, place: Location, mend: Phrase, shaped: ShapedFile) -> None:
    shaped.problems.append(Problem("bad-id", place, "id", {"id": record_id, "mend": mend}))
    # Which id was meant nobody knows, so no reference to this kind is called unknown.
    shaped.broken.append((kind.name, ""))


def _shape_record(source: SourceFile, kind: Kind, node: Mapping, record_id: str, shaped: ShapedFile) -> None:
    """Shape one record by its id."""
    if meant := _other_kind(kind, node):
        shaped.problems.append(_wrong_folder(source, kind, meant, node))
        shaped.broken.extend([(kind.name, record_id), (meant.name, record_id)])
        return
    shaper = Shaper(source.path)
    shaped.records.append((record_id, shaper.shape(node, kind.model)))
    shaped.problems.extend(with_line_to_copy(problem, source.lines) for problem in shaper.problems)


def _other_kind(kind: Kind, node: Mapping) -> Kind | None:
    """Return the kind of which a record surely is, where its keys are not those of the kind of its folder."""
    known = names_of(kind.model)
    unknown = [pair.key.value for pair in node.pairs if pair.key.value not in known]
    if len(unknown) < _TELLING:
        return None
    keys = {pair.key.value for pair in node.pairs}
    others = ((len(keys - names_of(other.model).keys()), other) for other in KINDS if other is not kind)
    least, other = min(others, key=lambda found: found[0])
    return other if least == 0 or least * _TELLING < len(unknown) else None


def _wrong_folder(source: SourceFile, kind: Kind, meant: Kind, node: Mapping) -> Problem:
    first = next(pair.key for pair in node.pairs if pair.key.value not in names_of(kind.model))
    details: dict[str, str | Phrase] = {
        "kind": kind.words,
        "meant": meant.words,
        "folder": meant.folder,
        "line": str(first.line),
    }
    return Problem("wrong-folder", Location(source.path, first.line, first.column), "", details)


def _validate(path: str, model: type[M], node: Node, **more: str) -> tuple[M | None, list[Problem], set[Path]]:
    data = plain(node)
    try:
        return model.model_validate(data | more if isinstance(data, dict) else data), [], set()
    except ValidationError as error:
        # Unknown keys were reported, with a suggestion, when the keys were brought into shape.
        faults = [fault for fault in error.errors(include_url=False) if fault["type"] != "extra_forbidden"]
        problems = [problem_of(path, model, node, fault) for fault in faults]
        return None, problems, {tuple(fault["loc"]) for fault in faults}
