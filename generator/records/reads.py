"""What is read while something is made: the note that is taken, where somebody wants one.

Whoever wants to know puts a set here; whatever is read puts itself into it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class Reads:
    """The set into which what is read is noted; None where nobody wants to know."""

    __slots__ = ("noted",)

    def __init__(self) -> None:
        """Note nothing yet."""
        self.noted: set[object] | None = None


READS = Reads()


@contextmanager
def noting(noted: set[object] | None) -> Iterator[None]:
    """Note what is read inside in this set, and nowhere else."""
    outer, READS.noted = READS.noted, noted
    try:
        yield
    finally:
        READS.noted = outer
