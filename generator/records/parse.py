"""Tree of text to records: the types' turn, after the keys have been brought into shape.

In goes a file's tree and its kind; out come records with their places, what is left of those that are broken (so
that the rules still see it, and nobody calls a reference to them unknown), and problems.
"""

from __future__ import annotations

from collections.abc import Mapping as Details
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from typing_extensions import TypeVar as TypeVarWithDefault

from generator.problems import Location, Phrase, Problem
from generator.reading.files import SourceFile
from generator.reading.libyaml_errors import line_slip
from generator.reading.nodes import Mapping, Node, Path, Sequence, Text, is_empty, locate
from generator.records.addresses import is_slug
from generator.records.declared import FieldShape, fields_of, names_of
from generator.records.fields import Model
from generator.records.kinds import KINDS, Kind
from generator.records.likeness import nearest
from generator.records.partial import partial_of, prune
from generator.records.record import Record
from generator.records.shape import Shaper, dotted, plain

M = TypeVar("M", bound=Model)
# So many keys of another kind tell that a record lies in the wrong folder; one may be a slip.
_TELLING = 2
# The folder of samples, inside that of each kind.
SAMPLES = "示例"
R_co = TypeVarWithDefault("R_co", bound=Record, default=Record, covariant=True)


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Entry(Generic[R_co]):
    """A record with the file and tree it was read from; two entries are the same only if they are one object."""

    kind: Kind
    record: R_co
    path: str
    node: Node

    @property
    def key(self) -> tuple[str, str]:
        """Return kind and id, which name the record in the whole project."""
        return self.kind.name, self.record.id

    @property
    def is_sample(self) -> bool:
        """Return whether it shows how records are written and will go: its file lies in a folder of samples."""
        return f"/{SAMPLES}/" in self.path

    def location(self, at: Path = ()) -> Location:
        """Return where the value at a path of fields stands in the file."""
        return Location(self.path, *locate(self.node, at))


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


def parse_file(source: SourceFile, kind: Kind, root: Node) -> ParsedFile:
    """Read the records of one file: a mapping is one record named by the file, a list is many."""
    parsed = ParsedFile()
    if isinstance(root, Mapping):
        _parse_record(source, kind, root, Text(source.stem, root.line, root.column), parsed)
    elif isinstance(root, Sequence):
        for item in root.items:
            _parse_item(source, kind, item, parsed)
    else:
        details = {"kind": kind.words}
        parsed.problems.append(Problem("not-a-record", Location(source.path, root.line, root.column), "", details))
    return parsed


def parse_model(path: str, model: type[M], node: Node) -> tuple[M | None, Node, list[Problem]]:
    """Read one group of fields that is no record, such as the settings: what could be read of it, and its tree."""
    shaper = Shaper(path)
    shaped = shaper.shape(node, model)
    value, problems, faults = _validate(path, model, shaped)
    if value is None:
        shaped = prune(shaped, faults)
        value, _, _ = _validate(path, partial_of(model), shaped)
    return value, shaped, [*shaper.problems, *problems]


def _parse_item(source: SourceFile, kind: Kind, item: Node, parsed: ParsedFile) -> None:
    location = Location(source.path, item.line, item.column)
    if not isinstance(item, Mapping):
        slip = line_slip(source, item.line) if isinstance(item, Text) else None
        parsed.problems.append(slip or Problem("not-a-record", location, "", {"kind": kind.words}))
        return
    pair, other = item.pair("id"), item.pair("编号")
    if pair and other:
        both = Location(source.path, other.key.line, other.key.column)
        details = {"key": other.key.value, "other": pair.key.value}
        parsed.problems.append(Problem("key-in-both-languages", both, other.key.value, details))
    pair = pair or other
    if pair is None or not isinstance(pair.value, Text) or is_empty(pair.value):
        parsed.problems.append(Problem("missing-id", location, "id", {"kind": kind.words}))
        parsed.broken.append((kind.name, ""))
        return
    body = item._replace(pairs=tuple(own for own in item.pairs if own not in (pair, other)))
    _parse_record(source, kind, body, pair.value, parsed)


def _parse_record(source: SourceFile, kind: Kind, node: Mapping, named: Text, parsed: ParsedFile) -> None:
    """Read one record whose id is ``named``, at the place where it is written."""
    record_id = named.value.strip()
    if not is_slug(record_id):
        location = Location(source.path, named.line, named.column)
        parsed.problems.append(Problem("bad-id", location, "id", {"id": record_id}))
        # Which id was meant nobody knows, so no reference to this kind is called unknown.
        parsed.broken.append((kind.name, ""))
        return
    if meant := _other_kind(kind, node):
        parsed.problems.append(_wrong_folder(source, kind, meant, node))
        parsed.broken.extend([(kind.name, record_id), (meant.name, record_id)])
        return
    shaper = Shaper(source.path)
    shaped = shaper.shape(node, kind.model)
    record, problems, faults = _validate(source.path, kind.model, shaped, id=record_id)
    parsed.problems.extend([*shaper.problems, *problems])
    if record is not None:
        parsed.entries.append(Entry(kind, record, source.path, shaped))
        return
    parsed.broken.append((kind.name, record_id))
    rest = prune(shaped, faults)
    left, _, _ = _validate(source.path, partial_of(kind.model), rest, id=record_id)
    if left is not None:
        parsed.partial.append(Entry(kind, left, source.path, rest))
        if kind.name == "metric":
            parsed.broken.extend((kind.name, name) for name in (left.name, *left.aliases) if name)


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
        problems = [_problem(path, model, node, fault) for fault in faults]
        return None, problems, {tuple(fault["loc"]) for fault in faults}


# pydantic's words for what can go wrong, in ours. Our own types name their code themselves.
_WRONG_TYPE = ("string_type", "tuple_type", "dict_type", "model_type", "model_attributes_type", "not-text")
_CODES = dict.fromkeys(_WRONG_TYPE, "wrong-type") | {
    "missing": "missing-field",
    "enum": "not-a-choice",
    "string_too_short": "missing-field",
    "string_too_long": "text-too-long",
}


def _problem(path: str, model: type[Model], node: Node, fault: Details[str, Any]) -> Problem:
    at: Path = tuple(fault["loc"])
    shape = _field_at(model, at)
    code = _CODES.get(fault["type"], fault["type"])
    if code == "not-a-choice" and not isinstance(fault["input"], str):
        code = "wrong-type"
    if at and isinstance(at[-1], int) and fault["input"] == "":
        code = "empty-item"
    details: dict[str, str | Phrase] = {
        "label": _label(shape, at),
        "expected": _expected(shape, fault["type"]),
        "help": shape.help if shape else "",
        "example": f"例如：{shape.example}" if shape and shape.example else "",
        "value": str(fault["input"])[:40] if isinstance(fault["input"], str) else "",
        "reason": _reason((fault.get("ctx") or {}).get("reason")),
        "limit": str((fault.get("ctx") or {}).get("max_length", "")),
    }
    if shape and shape.choices:
        words = [member.label for member in shape.choices]
        details |= {"choices": "、".join(words), "suggestion": nearest(str(fault["input"]), words)}
    return Problem(code, Location(path, *locate(node, at)), dotted(at), details)


def _reason(reason: Phrase | None) -> Phrase:
    """Return why a value could not be read, as it follows what is wrong."""
    return Phrase(f"：{reason.zh}", f": {reason.en}") if reason and reason.zh else Phrase("", "")


def _label(shape: FieldShape | None, at: Path) -> str | Phrase:
    """Name a field, or the key of one's own choice inside it (``accept``)."""
    if shape is None:
        return Phrase("这里", "this")
    last = at[-1]
    is_own = isinstance(last, str) and last != shape.name
    return str(last) if is_own else Phrase(shape.label, shape.name)


def _field_at(model: type[Model] | None, at: Path) -> FieldShape | None:
    shape = None
    for step in at:
        if isinstance(step, str) and model is not None:
            shape = fields_of(model).get(step)
            model = shape.model if shape else None
    return shape


def _expected(shape: FieldShape | None, fault: str) -> Phrase:
    if fault == "dict_type":
        return Phrase("一组“名称: 内容”（一行一个）", "a group of 'name: value' lines")
    if shape and shape.model and fault == "tuple_type":
        return Phrase("一份清单（每条以短横线加空格开头）", "a list (each item begins with a dash and a space)")
    if shape and shape.model:
        return Phrase("一组栏目（每行“名称: 内容”）", "a group of fields (one 'name: value' a line)")
    if shape and shape.many:
        return Phrase("一份清单或一行文字", "a list, or a line of text")
    return Phrase("一行文字", "a line of text")
