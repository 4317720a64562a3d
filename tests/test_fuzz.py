"""Mutated real records: whatever is done to a record's bytes, the check answers with problems of ours.

``SHOWCASE_FUZZ_EXAMPLES`` sets how many mutations are tried; 12,000 have taken 72 seconds.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.recipes.check import check
from generator.rules.manual import codes
from tests.conftest import BASE, write_tree

ROOT = Path(__file__).parents[1]
SEEDS = [
    (path.relative_to(ROOT).as_posix(), path.read_bytes())
    for folder in ("projects", "honours", "content")
    for path in sorted((ROOT / folder).rglob("*.yml"))
    if path.stat().st_size < 3000
]
PIECES = [
    b":", b": ", "：".encode(), b"- ", b"-", b"\t", b"#", b" #", b'"', b"'", b"[", b"]", b"{", b"}", b"&a", b"*a", b"!",
    b"|", b">", b"%", b"@", b"`", b"---\n", b"...\n", b"? ", b"\n", b"\r", b"\x00", b"\xff", b"\xef\xbb\xbf",
    "\u3000".encode(), "\u200b".encode(), "\u202e".encode(), "\u2028".encode(), "\ud7ff".encode(), b"id: x\n", b"~",
    b"name: ", "名称: ".encode(), b"accept: {a: b}\n", b"<<: ", b"1e999", b"999999999999999999999999999999", b"0000",
    "万万亿".encode(), "近".encode(), b"9999-99-99", b"source: []\n", b"figures: [[[]]]\n", "膜".encode("gbk"),
]  # fmt: skip
EXAMPLES = int(os.environ.get("SHOWCASE_FUZZ_EXAMPLES", "150"))

mutations = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(PIECES) | st.binary(max_size=6)),
    min_size=1,
    max_size=6,
)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Return a folder with the base project, which every mutation is put into in turn."""
    with tempfile.TemporaryDirectory() as name:
        write_tree(Path(name), BASE)
        yield Path(name)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(SEEDS), mutations)
def test_mutated_records(folder: Path, seed: tuple[str, bytes], changes: list[tuple[float, int, bytes]]) -> None:
    """A mutated record gives problems with a known code, a place in the file, and words in both languages."""
    name, data = seed
    for where, cut, piece in changes:
        position = int(where * len(data))
        data = data[:position] + piece + data[position + cut :]
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    try:
        for problem in check(folder).problems:
            assert problem.code in codes()
            assert problem.location.line >= 1
            assert problem.location.column >= 1
            assert problem.message("zh")
            assert problem.help("en")
    finally:
        target.unlink()
