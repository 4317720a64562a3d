"""What is read while something is made: the note that is taken, where somebody wants one.

Whoever wants to know puts a set here; whatever is read puts itself into it.
"""

from __future__ import annotations


class Reads:
    """The set into which what is read is noted; None where nobody wants to know."""

    __slots__ = ("noted",)

    def __init__(self) -> None:
        """Note nothing yet."""
        self.noted: set[object] | None = None


READS = Reads()


class noting:  # noqa: N801 - used as a function; a generator would take four times as long, and it is entered often
    """Note what is read inside in this set, and nowhere else."""

    __slots__ = ("_noted", "_outer")

    def __init__(self, noted: set[object] | None) -> None:
        """Note in a set, or nothing where there is none."""
        self._noted = noted

    def __enter__(self) -> None:
        """Begin, and remember who noted before."""
        self._outer, READS.noted = READS.noted, self._noted

    def __exit__(self, *_: object) -> None:
        """Let who noted before go on."""
        READS.noted = self._outer
