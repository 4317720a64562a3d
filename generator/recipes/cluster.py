"""The machines of a Dask cluster as makers of artefacts: each gets the records once, and parts of the plan after that.

Nothing of a site is written before the cluster has answered.
"""

from __future__ import annotations

import re
from typing import Any

from generator.problems import Location, Phrase, Problem, Refusal
from generator.publish.cache import own_digest
from generator.recipes.crews import Elsewhere, told_there
from generator.records.rows import digest_of

_ADDRESS = re.compile(r"dask:(?P<host>[^:/\s]+|\[[0-9a-fA-F:]+\]):(?P<port>\d{1,5})")
# How long to wait for the cluster to answer, in seconds.
_PATIENCE = 5


class Cluster:
    """A cluster that has answered; whoever opens it closes it."""

    def __init__(self, name: str) -> None:
        """Connect to ``dask:HOST:PORT``.

        :raises Refusal: the name is none, nobody answers there, no worker is there, or one has another program.
        """
        match = _ADDRESS.fullmatch(name)
        if match is None:
            raise Refusal(Problem("no-such-executor", Location("--executor"), details={"name": name}))
        self._client = _connected(name, f"tcp://{match['host']}:{match['port']}")
        programs = set(self._client.run(own_digest).values())
        if programs != {own_digest()}:
            self.close()
            raise _refused(name, Phrase("那里装的版本和这里不同", "another version is installed there"))

    def crew(self, told: str) -> Elsewhere:
        """Return who makes artefacts there; every worker is told the project once."""
        there = self._client.scatter(told, broadcast=True, hash=False)
        return told_there(self._client.get_executor(), digest_of(told), there)

    def close(self) -> None:
        """Leave the cluster, which goes on."""
        self._client.close()


def _connected(name: str, address: str) -> Any:
    try:
        import distributed  # noqa: PLC0415 - an extra, and slow to import
    except ModuleNotFoundError:
        raise Refusal(Problem("cluster-not-installed", Location("--executor"))) from None
    try:
        client: Any = distributed.Client(address, timeout=_PATIENCE)  # type: ignore[no-untyped-call]  # as it comes
    except (OSError, TimeoutError):
        raise _refused(name, Phrase("那里没有回应", "nobody answers there")) from None
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError:
        client.close()
        raise _refused(name, Phrase("那里没有干活的进程（dask worker）", "it has no workers (dask worker)")) from None
    return client


def _refused(name: str, reason: Phrase) -> Refusal:
    return Refusal(Problem("no-cluster", Location("--executor"), details={"name": name, "reason": reason}))
