"""A sound file as plain data: for each of its records the id, a digest, and the values in its model's shape.

Rows are JSON and say all that a record is made of. So they may be kept, or come from another process, in place of
reading and shaping the file; the types have their turn on them all the same.
"""

from __future__ import annotations

import json
from hashlib import blake2b

from pydantic import ValidationError

from generator.reading.files import SourceFile
from generator.reading.nodes import Node
from generator.reading.yaml_text import read_yaml
from generator.records.kinds import Kind
from generator.records.parse import ParsedFile, entry_of, shaped_file
from generator.records.shape import plain

_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_DIGEST_BYTES = 12


def rows_of(source: SourceFile, kind: Kind) -> str | None:
    """Return a file's rows; None where anything is wrong with it that the reader or the shape tells."""
    root, problems = read_yaml(source)
    if root is None or problems:
        return None
    shaped = shaped_file(source, kind, root)
    if shaped.problems or shaped.broken:
        return None
    return f"[{','.join(_row(record_id, node) for record_id, node in shaped.records)}]"


def file_of(source: SourceFile, kind: Kind, rows: str) -> ParsedFile | None:
    """Return what a file gives, from its rows; None where a type refuses one, and the file has to be read."""
    parsed = ParsedFile()
    try:
        for at, (record_id, digest, values) in enumerate(json.loads(rows)):
            record = kind.model.model_validate({**values, "id": record_id})
            parsed.entries.append(entry_of(source, kind, record, at, digest))
    except (ValidationError, TypeError, ValueError):
        return None
    return parsed


def digest_of(text: str) -> str:
    """Return a short text that only this text has."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).hexdigest()


def _row(record_id: str, node: Node) -> str:
    values = _ENCODE(plain(node))
    return f'["{record_id}","{digest_of(f"{record_id} {values}")}",{values}]'
