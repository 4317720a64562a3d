"""The names of persons who withdrew, are masked, or are minors, and where a text holds them.

A name may be obfuscated with spaces, mark-up or unseen characters, which are taken out before the search. A name
inside a longer one is another's where that longer one is known: it is that of a person who is shown, or a line of
a roll, and made like a name (three characters, or four behind a surname of two). 王伟家庭 and 王伟等 still name 王伟.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue, derived
from generator.catalogue.public import is_hidden
from generator.catalogue.winners import every_winner
from generator.records.person import Person

_INSIDE = re.compile(
    r"<[^<>]{1,40}>|[\s*_`~\-·.\u00ad\u034f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]"
)
_SURNAMES_OF_TWO = "欧阳|司马|上官|诸葛|东方|夏侯|司徒|慕容|令狐|皇甫|尉迟|公孙|轩辕|宇文|长孙|端木"
_LONGEST = 4
_NAME = re.compile(rf"(?:{_SURNAMES_OF_TWO})?[\u4e00-\u9fff]{{2,3}}(?<![等家])")


@dataclass(frozen=True, slots=True)
class HiddenNames:
    """The ids of hidden persons by each of their names, and the longer known names that a folded one is part of."""

    persons: dict[str, str]
    longer: dict[str, list[str]]

    def found_in(self, text: str) -> Iterator[dict[str, str]]:
        """Yield each hidden person whom a text names, once, with the name found."""
        plain = _folded(text)
        seen: set[str] = set()
        for name, record_id in self.persons.items():
            folded = _folded(name)
            if folded in plain and record_id not in seen and self._is_named(folded, plain):
                seen.add(record_id)
                yield {"name": name, "id": record_id}

    def _is_named(self, name: str, text: str) -> bool:
        return any(
            not any(text.startswith(other, match.start() - other.index(name)) for other in self.longer[name])
            for match in re.finditer(re.escape(name), text)
        )


@derived
def hidden_names(catalogue: Catalogue) -> HiddenNames:
    """Return the hidden names of a catalogue."""
    persons = [entry.record for entry in catalogue.of(Person)]
    hidden = {name: person.id for person in persons if is_hidden(person) for name in (person.name, *person.aliases)}
    folded = {_folded(name) for name in hidden}
    shown = _shown_names(catalogue) - folded if hidden else set()
    return HiddenNames(hidden, {name: [other for other in shown if name in other] for name in folded})


def _shown_names(catalogue: Catalogue) -> set[str]:
    """Return the folded names of persons who are shown, and of lines of rolls that are made like a name."""
    persons = {entry.record.name for entry in catalogue.of(Person) if not is_hidden(entry.record)}
    lines = {cited.honour.name or "" for cited in every_winner(catalogue)}
    return {name for name in map(_folded, persons | lines) if _NAME.fullmatch(name) and len(name) <= _LONGEST}


def _folded(text: str) -> str:
    return _INSIDE.sub("", unicodedata.normalize("NFKC", text))
