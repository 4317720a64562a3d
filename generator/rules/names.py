"""The names of persons who withdrew, are masked, or are minors, and where a text holds them.

A name may be written to hide: with spaces, mark-up or unseen signs inside, which are taken out before the search. A
name inside a longer one is another's where that longer one is known: it is that of a person who is shown, or a line of
a roll, and made like a name (three characters, or four behind a surname of two). 王伟家庭 and 王伟等 still name 王伟.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import honours_in
from generator.records.person import Display, Person

_INSIDE = re.compile(
    r"<[^<>]{1,40}>|[\s*_`~\-·.\u00ad\u034f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]"
)
_SURNAMES_OF_TWO = "欧阳|司马|上官|诸葛|东方|夏侯|司徒|慕容|令狐|皇甫|尉迟|公孙|轩辕|宇文|长孙|端木"
_LONGEST = 4
_NAME = re.compile(rf"(?:{_SURNAMES_OF_TWO})?[\u4e00-\u9fff]{{2,3}}(?<![等家])")


def is_hidden(person: Person) -> bool:
    """Tell whether a person is not shown by name."""
    return person.display is not Display.FULL or bool(person.minor)


class HiddenNames:
    """The hidden names of a catalogue; falsy where there are none."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Gather them, once for a catalogue."""
        self.persons, self._longer = catalogue.once("hidden names", lambda: _gather(catalogue))

    def __bool__(self) -> bool:
        """Tell whether anyone is hidden."""
        return bool(self.persons)

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
        longer = self._longer.get(name, ())
        return any(
            not any(text.startswith(other, match.start() - other.index(name)) for other in longer)
            for match in re.finditer(re.escape(name), text)
        )


def _gather(catalogue: Catalogue) -> tuple[dict[str, str], dict[str, list[str]]]:
    persons = [entry.record for entry in catalogue.of("person") if isinstance(entry.record, Person)]
    hidden = {name: person.id for person in persons if is_hidden(person) for name in (person.name, *person.aliases)}
    if not hidden:
        return {}, {}
    shown = {person.name for person in persons if not is_hidden(person)}
    shown.update(cited.honour.name or "" for entry in catalogue.of("edition") for cited in honours_in(entry))
    known = [name for name in map(_folded, shown) if _NAME.fullmatch(name) and len(name) <= _LONGEST]
    folded = {_folded(name) for name in hidden}
    return hidden, {name: [other for other in known if name in other and other not in folded] for name in folded}


def _folded(text: str) -> str:
    return _INSIDE.sub("", unicodedata.normalize("NFKC", text))
