"""The names of persons who withdrew, are masked, or are minors, and where a text holds them.

A name may be disguised: with signs, mark-up, entities or unseen characters inside it, over two lines, in traditional
characters. A comma or a bracket parts words, so it is taken out only where single characters are parted by them
(王，小，明). A name inside a longer one is another's where that longer one is known: it is that of a person who is
shown, or a line of a roll, and made like a name (three characters, or four behind a surname of two). 王伟家庭 and
王伟等 still name 王伟.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.catalogue.catalogue import Catalogue, derived
from generator.catalogue.public import is_hidden
from generator.catalogue.winners import every_winner
from generator.data.tables import simplified
from generator.records.person import Person
from generator.rules.disguises import FILLER, WALL, in_blocks, plain_character, without_entities, without_markup

_PARTING = ",，、。．;；:：!！?？|｜()（）[]【】《》〈〉「」『』“”‘’\"'"
_PARTED = f"[{re.escape(_PARTING)}]"
_HAN = r"[\u4e00-\u9fff]"
_SPELT = re.compile(rf"(?<={_HAN}){_PARTED}(?={_HAN}{_PARTED}{_HAN})|(?<={_PARTED}{_HAN}){_PARTED}(?={_HAN})")
COMPOUND_SURNAMES = re.compile("欧阳|司马|上官|诸葛|东方|夏侯|司徒|慕容|令狐|皇甫|尉迟|公孙|轩辕|宇文|长孙|端木")
_LONGEST = 4
_NAME = re.compile(rf"(?:{COMPOUND_SURNAMES.pattern})?[\u4e00-\u9fff]{{2,3}}(?<![等家])")
# Characters that a folded one may come from: entities, compatibility forms, radicals.
_MAY_FOLD = "&\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f"

# The name as it is recorded, the id of its person, and its place in the text.
Named = tuple[str, str, int]


@dataclass(frozen=True)
class HiddenNames:
    """The ids of hidden persons by each of their names, and the longer known names that a folded one is part of."""

    persons: dict[str, str]
    longer: dict[str, list[str]]

    def found_in(self, text: str) -> Iterator[Named]:
        """Yield each hidden person whom a text names, once, with the name found and its first place."""
        if not self._beginnings.search(text):
            return
        seen: set[str] = set()
        for reading in _readings(text):
            plain = reading.translate(_FOLDED)
            for name in self._candidates(plain):
                record_id, folded = self.persons[name], fold(name)
                index = self._index(folded, plain) if record_id not in seen else -1
                if index >= 0:
                    seen.add(record_id)
                    yield name, record_id, _place(reading, index)

    @cached_property
    def _by_first(self) -> dict[str, list[str]]:
        """Return the names by their first character, so that a text is asked only for those that it may hold."""
        names: dict[str, list[str]] = {}
        for name in self.persons:
            names.setdefault(fold(name)[:1], []).append(name)
        return names

    @cached_property
    def _beginnings(self) -> re.Pattern[str]:
        firsts = set(self._by_first)
        written = firsts | {char for char, plain in simplified().items() if plain in firsts}
        return re.compile(f"[{_MAY_FOLD}{''.join(map(re.escape, sorted(written)))}]")

    def _candidates(self, plain: str) -> Iterator[str]:
        for char in dict.fromkeys(plain):
            yield from self._by_first.get(char, ())

    def _index(self, name: str, plain: str) -> int:
        """Return where a text names somebody, or -1."""
        start = plain.find(name)
        while start >= 0:
            if not any(plain.startswith(other, start - other.index(name)) for other in self.longer[name]):
                return start
            start = plain.find(name, start + 1)
        return -1


@derived
def hidden_names(catalogue: Catalogue) -> HiddenNames:
    """Return the hidden names of a catalogue."""
    persons = [entry.record for entry in catalogue.of(Person)]
    hidden = {name: person.id for person in persons if is_hidden(person) for name in (person.name, *person.aliases)}
    hidden = {name: record_id for name, record_id in hidden.items() if fold(name)}
    folded = {fold(name) for name in hidden}
    shown = _shown_names(catalogue) - folded if hidden else set()
    return HiddenNames(hidden, {name: [other for other in shown if name in other] for name in folded})


def fold(text: str) -> str:
    """Return a name or a text as names are compared: in simplified characters, without what may stand inside one."""
    return text.translate(_FOLDED)


def _readings(text: str) -> Iterator[str]:
    """Yield a text as it is written, with its mark-up out, and with spelt-out names joined, where these differ."""
    decoded = in_blocks(without_entities(text))
    bare = without_markup(decoded)
    yield from dict.fromkeys((decoded, bare, _SPELT.sub(FILLER, bare)))


def _place(reading: str, index: int) -> int:
    """Return where a character of the folded text stands in the one that was folded."""
    kept = (place for place, char in enumerate(reading) if char.translate(_FOLDED))
    return next(place for number, place in enumerate(kept) if number == index)


def _shown_names(catalogue: Catalogue) -> set[str]:
    """Return the folded names of persons who are shown, and of lines of rolls that are made like a name."""
    persons = {entry.record.name for entry in catalogue.of(Person) if not is_hidden(entry.record)}
    lines = {cited.honour.name or "" for cited in every_winner(catalogue)}
    return {name for name in map(fold, persons | lines) if _NAME.fullmatch(name) and len(name) <= _LONGEST}


class _Folding(dict[int, str | None]):
    """A table for ``str.translate``: what may stand inside a name goes, all else is in its simplest form."""

    def __missing__(self, code: int) -> str | None:
        plain = plain_character(chr(code))
        plain = simplified().get(plain, plain)
        is_sign = unicodedata.category(plain)[0] in "PSZC" and plain != WALL and plain not in _PARTING
        self[code] = None if is_sign else plain
        return self[code]


_FOLDED = _Folding()
