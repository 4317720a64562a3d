"""Rules about figures."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.citations import statements
from generator.problems import Problem
from generator.records.parts import Figure
from generator.records.shape import dotted


def figure_without_source(catalogue: Catalogue) -> Iterator[Problem]:
    """Report each figure that neither its line nor its record gives a source."""
    for entry in catalogue.whole_and_partial():
        for at, part, documents in statements(entry):
            if isinstance(part, Figure) and not documents:
                # A partial record may lack the value; then that is already reported.
                if not part.metric or not part.value:
                    continue
                details = {"metric": part.metric, "value": part.value.printed}
                yield Problem("figure-without-source", entry.location(at), dotted(at), details)
