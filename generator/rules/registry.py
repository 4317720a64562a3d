"""Every family of rules there is, in the order they run, and the run itself.

A family is a module, and its rules run in the order in which they are written there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import chain
from types import ModuleType

from generator.problems import Phrase, Problem, working_on
from generator.rules import (
    archive,
    awards,
    figures,
    honours,
    pasted,
    people,
    pictures,
    privacy,
    prose_links,
    prose_pages,
    ratios,
    reference_lists,
    references,
    rolls,
    sharing,
    sums,
    team_roles,
    text,
    time_order,
    vocabularies,
)
from generator.rules.acceptances import Acceptances
from generator.rules.material import Material
from generator.rules.rule import Rule

FAMILIES: tuple[tuple[ModuleType, Phrase], ...] = (
    (references, Phrase("编号和引用", "Ids and references")),
    (reference_lists, Phrase("一栏里写几条记录", "Several records in one field")),
    (figures, Phrase("数据和目标", "Figures and goals")),
    (ratios, Phrase("比率和均值", "Ratios and means")),
    (sums, Phrase("部分、整体和前后", "Parts, wholes and series in time")),
    (honours, Phrase("荣誉", "Honours")),
    (rolls, Phrase("名单", "Rolls")),
    (awards, Phrase("奖项", "Awards")),
    (time_order, Phrase("日期先后", "Dates in order")),
    (people, Phrase("人物", "Persons")),
    (team_roles, Phrase("负责人", "Roles in teams")),
    (pictures, Phrase("图片", "Pictures")),
    (privacy, Phrase("隐私号码", "Private numbers")),
    (vocabularies, Phrase("词表", "Vocabularies")),
    (text, Phrase("文字", "Text")),
    (pasted, Phrase("粘贴带进来的字", "What pasting brings")),
    (sharing, Phrase("转发", "Passing the site on")),
    (archive, Phrase("核对原文", "The archive check")),
    (prose_pages, Phrase("网页", "Prose pages")),
    (prose_links, Phrase("网页里的链接", "Links of prose pages")),
)


def rules_in(family: ModuleType) -> tuple[Rule, ...]:
    """Return the rules that a module declares, in its order."""
    return tuple(value for value in vars(family).values() if isinstance(value, Rule))


def ordered(rules: Collection[Rule]) -> tuple[Rule, ...]:
    """Return rules as they run.

    :raises ValueError: two have one code, or one does not come after a rule that it needs.
    """
    seen: set[str] = set()
    for rule in rules:
        if rule.code in seen:
            raise ValueError(f"there are two rules {rule.code}")
        if missing := set(rule.needs) - seen:
            raise ValueError(f"the rule {rule.code} must come after the rules it needs: {', '.join(sorted(missing))}")
        seen.add(rule.code)
    return tuple(rules)


RULES: tuple[Rule, ...] = ordered([*chain.from_iterable(rules_in(family) for family, _ in FAMILIES)])
BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}


def rules_of_links() -> frozenset[str]:
    """Return the codes that can be asked only when the site is planned."""
    return frozenset(rule.code for rule in rules_in(prose_links))


def rules_of_ids() -> frozenset[str]:
    """Return the codes of errors with which no site can be planned: ids that meet, lead nowhere or go in circles."""
    return frozenset(rule.code for rule in rules_in(references) if rule.message.severity == "error")


def run_rules(material: Material, *, only: Collection[str] = ()) -> Iterator[Problem]:
    """Ask every rule, leave out what was accepted, and report acceptances that nothing needs.

    With ``only``, ask the rules of these codes and leave the other acceptances alone.
    """
    acceptances = Acceptances(material.catalogue)
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for rule in RULES:
        if only and rule.code not in only:
            continue
        with working_on(f"rule {rule.code}"):
            findings = list(rule.findings(material))
        for finding in findings:
            key = finding.subject.key
            if found[key] & set(rule.needs):
                # A rule that this one depends on has fired. Count its acceptance as used all the same.
                acceptances.cover(finding, rule.code)
                continue
            found[key].add(rule.code)
            if rule.message.severity == "error" or not acceptances.cover(finding, rule.code):
                yield rule.problem(finding)
    if not only:
        yield from acceptances.left_over(BY_CODE)
