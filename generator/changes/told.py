"""A comparison in words, in either language, to staff or to residents: sections of lines, each about a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from generator.catalogue.catalogue import Key
from generator.changes.comparison import Comparison
from generator.changes.figure_changes import FigureChange, Reading
from generator.changes.honour_changes import HonourChange
from generator.changes.library_changes import LibraryChange
from generator.changes.record_changes import RecordChange
from generator.data.tables import for_residents
from generator.problems import Language, Phrase
from generator.records.dates import is_date, parse_date
from generator.records.declared import fields_of
from generator.records.kinds import BY_NAME
from generator.records.level import Level

# So many names of one roll are said; the roll itself has the rest.
_NAMES = 12


@dataclass(frozen=True, slots=True)
class ToldLine:
    """One line: the record that it is about, what that is called, and what changed."""

    key: Key
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class ToldSection:
    """Lines of one sort, with an anchor; ``count`` is how many things they tell of."""

    anchor: str
    title: Phrase
    lines: tuple[ToldLine, ...]
    count: int


def told(comparison: Comparison, language: Language, *, for_staff: bool = True) -> tuple[ToldSection, ...]:
    """Return what a comparison found, without sections that would be empty.

    Residents read nothing of what is no longer written: that is no news, and may have been somebody's wish.
    """
    words = _Words(language, for_staff)
    sections = [
        _section("new", Phrase("新增", "New"), words.records(comparison.records.new)),
        *_of_honours(comparison, words),
        *_of_libraries(comparison, words),
        *_of_figures(comparison, words),
        _section("changed", Phrase("改动", "Changed"), words.records(comparison.records.changed, changed=True)),
        _section("gone", Phrase("不再有", "Gone"), words.records(comparison.records.gone)),
    ]
    return tuple(section for section in sections if section.count)


def _of_honours(comparison: Comparison, words: _Words) -> Iterator[ToldSection]:
    titles = {
        "granted": Phrase("新的荣誉", "Honours granted"),
        "announced": Phrase("公示中的荣誉", "Honours on public notice"),
        "revoked": Phrase("撤销的荣誉", "Honours revoked"),
    }
    if words.for_staff:
        titles["unwritten"] = Phrase("名单上不再有的", "No longer on a roll")
    for change, title in titles.items():
        own = [one for one in comparison.honours if one.change == change]
        count = sum(len(one.names) + one.unnamed for one in own)
        yield ToldSection(change, title, tuple(map(words.honour, own)), count)


def _of_libraries(comparison: Comparison, words: _Words) -> Iterator[ToldSection]:
    titles = {"entered": Phrase("进入项目库", "Entered a library"), "left": Phrase("退出项目库", "Left a library")}
    if words.for_staff:
        titles["unwritten"] = Phrase("不再写着的入库", "Stays in a library that are no longer written")
    for change, title in titles.items():
        lines = [words.stay(one) for one in comparison.libraries if one.change == change]
        yield _section(f"library-{change}", title, lines)


def _of_figures(comparison: Comparison, words: _Words) -> Iterator[ToldSection]:
    lines = [words.figure(one) for one in comparison.figures if one.change != "gone"]
    yield _section("figures", Phrase("数据的变化", "Figures that changed"), lines)
    if words.for_staff:
        lost = [words.figure(one) for one in comparison.figures if one.change == "gone"]
        yield _section("figures-gone", Phrase("不再有的数据", "Figures that are gone"), lost)


def _section(anchor: str, title: Phrase, lines: Iterable[ToldLine]) -> ToldSection:
    known = tuple(lines)
    return ToldSection(anchor, title, known, len(known))


class _Words:
    """Says changes in one language, to staff or to residents."""

    def __init__(self, language: Language, for_staff: bool) -> None:  # noqa: FBT001 - it is made in one place
        self._language, self.for_staff = language, for_staff

    def records(self, changes: Iterable[RecordChange], *, changed: bool = False) -> Iterator[ToldLine]:
        for one in changes:
            said = [*self._former(one), *filter(None, [self._joined(map(partial(self._field, one), one.fields))])]
            if said or not changed:
                yield ToldLine((one.kind, one.id), one.name, self._say("；", "; ").join(said))

    def honour(self, one: HonourChange) -> ToldLine:
        names = self._joined(one.names[:_NAMES])
        if one.change == "revoked" and not self.for_staff:
            # Its own roll alone shows who it was, struck through.
            names = f"{len(one.names)} 个"
        elif len(one.names) > _NAMES:
            names += self._say(f"等 {len(one.names)} 个", f" … {len(one.names)} in all")
        unnamed = self._say(f"{one.unnamed} 个，不写名字", f"{one.unnamed} not named") if one.unnamed else ""
        words = f"{one.category}{self._colon}{self._joined(filter(None, (names, unnamed)))}"
        return ToldLine(("edition", one.edition), one.edition_name, words)

    def stay(self, one: LibraryChange) -> ToldLine:
        level = next((own.label for own in Level if own == one.level), "") if self._language == "zh" else one.level
        said = filter(None, (one.library, level, self._day(one.date)))
        return ToldLine(("project", one.project), one.name, self._comma.join(said))

    def figure(self, one: FigureChange) -> ToldLine:
        sides = " → ".join(self._reading(side) for side in (one.before, one.after) if side)
        corrected = self._say("更正", "corrected") if one.change == "corrected" else ""
        said = filter(None, (sides, corrected, self._by(one)))
        words = f"{one.metric_name}{self._aside(one.scope)}{self._colon}{self._comma.join(said)}"
        return ToldLine((one.kind, one.subject), one.subject_name, words)

    def _former(self, one: RecordChange) -> Iterator[str]:
        if one.formerly and self.for_staff:
            yield self._say(f"编号原来是 {one.formerly}", f"the id was {one.formerly}")

    def _field(self, one: RecordChange, name: str) -> str:
        shape = fields_of(BY_NAME[one.kind].model).get(name)
        if self._language == "en" or shape is None:
            return name
        return shape.label if self.for_staff else for_residents(shape.label)

    def _by(self, one: FigureChange) -> str:
        about = self._say("约 ", "about ") if one.about else ""
        if one.percent is not None:
            return f"{about}{signed(one.percent)}%"
        return f"{about}{signed(one.points)}{self._say(' 个百分点', ' points')}" if one.points is not None else ""

    def _reading(self, side: Reading) -> str:
        # A bare number is told with its unit.
        printed = side.printed + side.unit if side.printed[-1:].isdigit() else side.printed
        return f"{printed}{self._aside(self._day(side.as_of) or side.period)}"

    def _day(self, text: str) -> str:
        return parse_date(text).label if self._language == "zh" and is_date(text) else text

    def _aside(self, words: str) -> str:
        return self._say(f"（{words}）", f" ({words})") if words else ""

    def _joined(self, words: Iterable[str]) -> str:
        return self._say("、", ", ").join(words)

    @property
    def _colon(self) -> str:
        return self._say("：", ": ")

    @property
    def _comma(self) -> str:
        return self._say("，", ", ")

    def _say(self, zh: str, en: str) -> str:
        return zh if self._language == "zh" else en


def signed(number: Decimal) -> str:
    """Return a difference with its sign, as short as it can be written."""
    return f"{number.normalize():+f}".replace("-", "−")
