"""What a rule is: one unit with a code, that finds places in records, and explains itself.

The docstring of its function is the rule's page in the manual: a first line and paragraphs in English, paragraphs in
Chinese, then a ``Fails::`` and a ``Passes::`` example, each the files of a small tree. Tests run the examples. What a
rule says of a finding stands with all other words in the message catalogue, under the rule's code.
"""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from generator.catalogue.catalogue import Catalogue
from generator.problems import Problem, Words
from generator.reading.nodes import Path
from generator.records.parse import Entry
from generator.records.shape import dotted


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in a record where a rule does not hold, with the words that its message needs."""

    entry: Entry
    at: Path = ()
    details: Mapping[str, str | Words] = field(default_factory=dict)

    def problem(self, code: str) -> Problem:
        """Return the finding as a problem of a rule."""
        return Problem(code, self.entry.location(self.at), dotted(self.at), self.details)


@dataclass(frozen=True, slots=True)
class Rule:
    """A code and the function that finds where it does not hold.

    ``needs`` names rules on which it depends: where one of them has found something in a record, this rule stays
    silent about that record, so that one cause gives one problem.
    """

    code: str
    find: Callable[[Catalogue], Iterable[Finding]]
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule's page in the manual: prose in both languages, and two examples."""

    zh: str
    en: str
    fails: str
    passes: str


def explanation(rule: Rule) -> Explanation:
    """Read a rule's explanation out of its function's docstring.

    :raises ValueError: the docstring lacks a part.
    """
    text = inspect.getdoc(rule.find) or ""
    match = re.fullmatch(r"(.*?)\n\nFails::\n\n(.*?)\n\nPasses::\n\n(.*)", text, re.DOTALL)
    if match is None:
        raise ValueError(rule.code)
    prose, fails, passes = match.groups()
    paragraphs = [" ".join(part.split()) for part in prose.split("\n\n")]
    chinese = [part for part in paragraphs if re.search(r"[\u4e00-\u9fff]", part[:4])]
    english = [part for part in paragraphs if part not in chinese]
    # Lines of a Chinese paragraph join without a space.
    joined = [re.sub(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])", "", part) for part in chinese]
    return Explanation("\n\n".join(joined), "\n\n".join(english), textwrap.dedent(fails), textwrap.dedent(passes))
