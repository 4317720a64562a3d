"""What a rule is: one function with a code, that finds where something does not hold, and explains itself.

Everything about a rule is written in one place. The function's name is its code: ``same_name`` reports ``same-name``.
The decorator gives severity and words: for each language what is wrong, how to mend it and, where it can guess, how to
offer the guess. The docstring is its page in the manual: English, then Chinese, then an example, the files of a small
tree. There a line marked ✗ is of the tree that is reported, one marked ✓ of the mended tree, and all others, which are
indented as far, are of both. Tests run the two. The function's one parameter names what it reads: the ``catalogue``, or
all the ``material``.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from generator.catalogue.citations import CitedFigure
from generator.problems import Location, Message, Phrase, Problem, families, message_of
from generator.reading.files import SourceFile
from generator.reading.nodes import Path
from generator.records.parse import Entry
from generator.records.shape import dotted
from generator.rules.material import Material, Passage, Subject

Find = Callable[[Any], "Iterable[Finding]"]
Declare = Callable[[Find], "Rule"]
_FAILS, _PASSES = "✗", "✓"


class Finding:
    """A place where a rule does not hold, with the words that its message needs.

    ``at`` is a path of fields in a record or in the settings; in a prose page it is the line, and perhaps the column.
    ``within`` is the text at that path, and where in it the word begins that the finding is about.
    """

    __slots__ = ("at", "details", "subject", "within")

    def __init__(self, subject: Subject, at: Path = (), **details: str | Phrase) -> None:
        self.subject, self.at, self.details = subject, at, details
        self.within: tuple[str, int] | None = None

    @property
    def location(self) -> Location:
        """Return where it is: the word itself where that is known."""
        if self.within and isinstance(self.subject, Entry):
            return self.subject.location_of_word(self.at, *self.within)
        return self.subject.location(self.at)


def once_a_page(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings without those that a rendered page, whose lines nobody wrote, repeats of its source."""
    seen: set[tuple[object, ...]] = set()
    for finding in findings:
        words = (finding.subject.key, *finding.details.values())
        if finding.at or words not in seen or not isinstance(finding.subject, SourceFile):
            yield finding
        seen.add(words)


def at_value(cited: CitedFigure, **details: str | Phrase) -> Finding:
    """Return a finding at the value of a figure."""
    return Finding(cited.entry, (*cited.at, "value"), **details)


def at_word(passage: Passage, index: int, **details: str | Phrase) -> Finding:
    """Return a finding at the word that begins at an index of a passage."""
    if isinstance(passage.subject, Entry):
        return in_text(passage.subject, passage.at, passage.text, index, **details)
    return Finding(passage.subject, passage.place(index), **details)


def in_text(entry: Entry, at: Path, text: str, index: int, **details: str | Phrase) -> Finding:
    """Return a finding at the word that begins at an index of a record's text."""
    finding = Finding(entry, at, **details)
    finding.within = (text, index)
    return finding


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule's page in the manual: prose in both languages, and two examples."""

    zh: str
    en: str
    fails: str
    passes: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as declared.

    ``needs`` names rules on which it depends: where one of them has found something in a record, this rule is silent
    about that record, so that one cause gives one problem.
    """

    code: str
    find: Find
    message: Message
    needs: tuple[str, ...]
    explanation: Explanation

    def findings(self, material: Material) -> Iterable[Finding]:
        """Return where the rule does not hold."""
        wants_all = "material" in inspect.signature(self.find).parameters
        return self.find(material if wants_all else material.catalogue)

    def problem(self, finding: Finding) -> Problem:
        """Return one of its findings as a problem."""
        subject, at = finding.subject, finding.at
        name = "" if isinstance(subject, SourceFile) else dotted(at)
        return Problem(self.code, finding.location, name, finding.details, self.message)


def error(*, zh: tuple[str, ...] = (), en: tuple[str, ...] = (), needs: tuple[str, ...] = ()) -> Declare:
    """Declare a rule whose findings forbid publishing; one without words takes those of the message catalogue."""
    return partial(_declared, Message("error", zh, en), needs)


def warning(*, zh: tuple[str, ...] = (), en: tuple[str, ...] = (), needs: tuple[str, ...] = ()) -> Declare:
    """Declare a rule whose findings a person may judge and accept."""
    return partial(_declared, Message("warning", zh, en), needs)


def _declared(own: Message, needs: tuple[str, ...], find: Find) -> Rule:
    """Put a rule together; its code is the name of its function.

    :raises ValueError: it lacks a part, which the sentence names.
    """
    code = find.__name__.replace("_", "-")
    is_in_catalogue = any(code in family.codes for family in families())
    message = message_of(code) if is_in_catalogue and not (own.zh or own.en) else _spelled_out(own, code)
    explanation = explanation_in(inspect.getdoc(find) or "")
    parts = {
        "zh=(what is wrong, how to mend it) in its decorator": len(message.zh) > 1,
        "en=(what is wrong, how to mend it) in its decorator": len(message.en) > 1,
        "the catalogue's own severity": message.severity == own.severity,
        "a docstring that begins with 'Report'": explanation.en.startswith("Report "),
        "a Chinese paragraph in its docstring": bool(explanation.zh),
        "an example in its docstring, with lines marked ✗ or ✓": explanation.fails != explanation.passes,
        "one parameter: catalogue, or material": [*inspect.signature(find).parameters] in (["catalogue"], ["material"]),
    }
    missing = [part for part, is_there in parts.items() if not is_there]
    if missing:
        raise ValueError(f"the rule {code} lacks {'; '.join(missing)}")
    return Rule(code, find, message, needs, explanation)


def _spelled_out(own: Message, code: str) -> Message:
    """Return words with the lines spelled out by which the finding is accepted: nobody knows its code by heart."""
    lines = f"在记录的“接受:”（没有就加一行）下面，行首空两格写“{code}: 理由”"
    return replace(own, zh=tuple(text.replace("写“接受”和理由", lines) for text in own.zh))


def explanation_in(docstring: str) -> Explanation:
    """Take a rule's docstring apart; what it lacks is empty."""
    lines = docstring.splitlines()
    example = [line for line in lines if line.startswith((" ", _FAILS, _PASSES))]
    prose = "\n".join(line for line in lines if line not in example)
    paragraphs = [" ".join(part.split()) for part in prose.strip().split("\n\n")]
    chinese = [part for part in paragraphs if re.search(r"[\u4e00-\u9fff]", part[:4])]
    english = [part for part in paragraphs if part not in chinese]
    # Lines of a Chinese paragraph join without a space.
    joined = [re.sub(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])", "", part) for part in chinese]
    return Explanation("\n\n".join(joined), "\n\n".join(english), _tree(example, _FAILS), _tree(example, _PASSES))


def _tree(lines: list[str], mark: str) -> str:
    """Return the lines of an example that are of both of its trees, or of the one with this mark."""
    return "\n".join(line[2:] for line in lines if line.startswith((" ", mark)))
