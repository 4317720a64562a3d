"""The recipe of `showcase new`: find the kind, an id that is free, and write a record to be filled in.

Nothing is overwritten: an id that a record has, or had, is refused or, where it was proposed from the name, counted up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.catalogue.catalogue import Catalogue, build_catalogue
from generator.catalogue.editions import editions_of
from generator.catalogue.public import public_catalogue
from generator.desk.blank_record import Given, blank_record, open_fields, yaml_text
from generator.desk.proposed_id import free_id, proposed_id
from generator.desk.questions import Ask, anything
from generator.problems import Location, Phrase, Problem, Refusal
from generator.recipes.record_files import read_records
from generator.records.addresses import is_slug
from generator.records.declared import fields_of
from generator.records.kinds import KINDS, Kind
from generator.records.likeness import nearest
from generator.records.meant_ids import id_to_write
from generator.records.parse import Entry
from generator.records.series import Series

# So many records of the project are offered where a field refers to one.
_OFFERED = 3
# Most kinds have names of two characters, of which one may be wrong.
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: a kind as it was called, and what is known of the record; empty is not known."""

    kind: str
    id: str = ""
    name: str = ""
    series: str = ""
    year: str = ""


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record that was written: its path in the project, and the fields that still wait for somebody."""

    path: str
    open: tuple[str, ...]


def new_record(root: Path, wanted: Wanted, ask: Ask | None) -> NewRecord:
    """Write a new record into a project; what is not known is asked for where somebody can answer.

    :raises Refusal: there is no such kind or series, or the id cannot be had.
    :raises OSError: the disk failed.
    """
    kind = kind_called(wanted.kind)
    if not wanted.name and not wanted.id.isascii():
        wanted = replace(wanted, id="", name=wanted.id)
    read = read_records(root)
    catalogue = build_catalogue(read.entries, read.broken, read.partial, read.doubtful)
    series = _series(catalogue, wanted.series, ask) if kind.name == "edition" else None
    wanted = _asked(kind, wanted, ask)
    record_id = _free_id(catalogue, kind, wanted, series, ask)
    year = wanted.year if wanted.year.isdecimal() else yaml_text(wanted.year)
    values = {"name": yaml_text(wanted.name), "series": series.record.id if series else "", "year": year}
    own = {key: value for key, value in values.items() if value.strip('"') and key in fields_of(kind.model)}
    given = Given(own, _categories(catalogue, series), lambda name: _offered(catalogue, name))
    path = f"{kind.folder}/{record_id}.yml"
    _write(root, path, blank_record(kind, record_id, given))
    return NewRecord(path, tuple(shape.label for shape in open_fields(kind, given) if shape.name not in own))


def kind_called(word: str) -> Kind:
    """Return the kind that staff call so, in either language.

    :raises Refusal: there is none.
    """
    words = {name: kind for kind in KINDS for name in (kind.title, kind.plural, kind.label, kind.name)}
    if found := words.get(word.strip().lower()):
        return found
    known = Phrase("、".join(kind.label for kind in KINDS), ", ".join(kind.name for kind in KINDS))
    details: dict[str, str | Phrase] = {
        "kind": word,
        "kinds": known,
        "suggestion": nearest(word.lower(), [*words], _ALIKE),
    }
    raise Refusal(Problem("no-such-kind", Location(word), "", details))


def _asked(kind: Kind, wanted: Wanted, ask: Ask | None) -> Wanted:
    """Return what is wanted with the answers of whoever can be asked; an edition is named by its series and year."""
    if ask and kind.name == "edition" and not wanted.year:
        return replace(wanted, year=ask(Phrase("年份，不知道就直接回车", "year, or Enter"), "", anything))
    if ask and kind.name != "edition" and not wanted.name:
        return replace(wanted, name=ask(Phrase("名称，照原文写全称", "name, as printed"), "", anything))
    return wanted


def _free_id(catalogue: Catalogue, kind: Kind, wanted: Wanted, series: Entry[Series] | None, ask: Ask | None) -> str:
    """Return the id for a new record: as given, as answered, or as proposed."""
    taken = _taken(catalogue, kind)
    if wanted.id:
        return _checked(kind, wanted.id, taken)
    if series and not wanted.name:
        first_year = re.match(r"\d{4}", wanted.year)
        proposed = free_id(f"{series.record.id}-{first_year[0]}" if first_year else series.record.id, taken)
    else:
        proposed = proposed_id(kind, wanted.name, taken)
    if ask:
        question = Phrase("编号，小写字母、数字和短横线", "id: lower-case letters, digits, hyphens")
        proposed = ask(question, proposed, lambda text: is_slug(text) and text not in taken)
    if not proposed:
        raise Refusal(Problem("id-needed", Location(wanted.kind), "", {"kind": kind.words}))
    return _checked(kind, proposed, taken)


def _checked(kind: Kind, record_id: str, taken: Mapping[str, str]) -> str:
    """Return an id that can be had.

    :raises Refusal: it is not in the form of ids, or is taken.
    """
    if not is_slug(record_id):
        raise Refusal(Problem("bad-id", Location(record_id), "", {"id": record_id, "mend": id_to_write(record_id)}))
    if record_id in taken:
        raise _exists(kind, record_id, taken[record_id])
    return record_id


def _exists(kind: Kind, record_id: str, path: str) -> Refusal:
    details: dict[str, str | Phrase] = {"kind": kind.words, "id": record_id, "path": path}
    return Refusal(Problem("record-exists", Location(path), "", details))


def _taken(catalogue: Catalogue, kind: Kind) -> dict[str, str]:
    """Return every id that records of a kind have or had, those that cannot be read included, with its file."""
    found = {record_id: f"{kind.folder}/{record_id}.yml" for name, record_id in catalogue.broken if name == kind.name}
    for entry in catalogue.whole_and_partial():
        if entry.kind is kind:
            found |= dict.fromkeys((entry.record.id, *entry.record.formerly), entry.path)
    return found


def _series(catalogue: Catalogue, called: str, ask: Ask | None) -> Entry[Series] | None:
    """Return the series of a new edition, by its id or name; None where nobody says.

    :raises Refusal: there is no such series.
    """
    there = catalogue.of(Series)
    known = {word: entry for entry in there for word in (entry.record.name, entry.record.id)}
    if not called and ask and there:
        listed = _offered(catalogue, "series")
        question = Phrase(f"荣誉系列的编号：{'、'.join(listed)}", f"id of the series: {', '.join(listed)}")
        called = ask(question, there[0].record.id if len(there) == 1 else "", lambda text: text in known)
    if called and called not in known:
        raise Refusal(
            Problem("no-such-series", Location(called), "", {"series": called, "suggestion": nearest(called, [*known])})
        )
    return known.get(called)


def _categories(catalogue: Catalogue, series: Entry[Series] | None) -> tuple[str, ...]:
    """Return the categories of a series' latest edition that has some, or else those that the series names."""
    if series is None:
        return ()
    editions = (entry.record for entry in editions_of(catalogue, series.record.id))
    rolls = ([*(g.category for g in one.winners), *(c.category for c in one.unnamed)] for one in editions)
    return tuple(dict.fromkeys(next((roll for roll in rolls if roll), series.record.categories)))


def _offered(catalogue: Catalogue, kind: str) -> Sequence[str]:
    """Return a few records of a kind as a reference names them, the samples last."""
    # Remarks, too, name nobody who is hidden.
    entries = sorted(public_catalogue(catalogue).kinds.get(kind, ()), key=lambda entry: entry.is_sample)
    # A name may be written over several lines, and a remark ends with its own.
    names = {entry.record.id: " ".join(entry.record.name.split()) for entry in entries[: _OFFERED + 1]}
    words = [name if kind == "metric" else f"{record_id}（{name}）" for record_id, name in names.items()]
    return [*words[:_OFFERED], *(["……"] if len(words) > _OFFERED else [])]


def _write(root: Path, path: str, text: str) -> None:
    """Write a file that is not there yet.

    :raises Refusal: it is there.
    """
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise Refusal(Problem("file-exists", Location(path), "", {"path": path})) from None
