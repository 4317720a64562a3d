"""What makes an editor help with the records: the schemas, which files they are for, and settings that do no harm.

In goes a project folder, out come the files of its ``.vscode``. Settings that somebody has added are kept, and a
settings file that is not plain JSON is left as it is, since writing it anew would lose its comments.
"""

from __future__ import annotations

import json
import textwrap
from pathlib import Path
from typing import Any

from generator.desk.schema import kind_schema, settings_schema
from generator.reading.files import SUFFIXES
from generator.records.kinds import KINDS, Kind

FOLDER = ".vscode"
SCHEMAS = f"{FOLDER}/schemas"

# Reads YAML for VS Code; the language pack puts the editor's own words into Chinese.
_EXTENSIONS = {"recommendations": ["redhat.vscode-yaml", "ms-ceintl.vscode-language-pack-zh-hans"]}


def write_editor(root: Path) -> tuple[list[Path], list[Path]]:
    """Write schemas, settings and recommended extensions into a project's ``.vscode``.

    Return the files that were written, and those that were left because they are not ours to mend.

    :raises OSError: the disk failed.
    """
    written, skipped = write_schemas(root / SCHEMAS), []
    for name, wanted in (("settings.json", vscode_settings(SCHEMAS)), ("extensions.json", _EXTENSIONS)):
        path = root / FOLDER / name
        merged = _merged(path, wanted)
        if merged is None:
            skipped.append(path)
        else:
            written.append(_write(path, merged))
    return written, skipped


def write_schemas(folder: Path) -> list[Path]:
    """Write one schema a kind and one of the settings; return their paths in the kinds' order.

    :raises OSError: the disk failed.
    """
    schemas = {kind.name: kind_schema(kind) for kind in KINDS} | {"mkdocs": settings_schema()}
    return [_write(folder / _file_name(name), schema) for name, schema in schemas.items()]


def vscode_settings(schema_folder: str) -> dict[str, Any]:
    """Return VS Code's settings for a project whose schemas lie in ``schema_folder``, relative to the project."""
    globs = {kind.name: _globs(kind) for kind in KINDS} | {"mkdocs": ["mkdocs.yml"]}
    return {
        "yaml.schemas": {f"./{schema_folder}/{_file_name(name)}": patterns for name, patterns in globs.items()},
        # The store lies overseas, and its guesses by file name would overlay our schemas.
        "yaml.schemaStore.enable": False,
        "yaml.kubernetesCRDStore.enable": False,
        "yaml.customTags": [],
        "yaml.format.enable": False,
        "yaml.hoverSchemaSource": False,
        "files.encoding": "utf8",
        "files.autoGuessEncoding": False,
        "files.eol": "\n",
        "editor.unicodeHighlight.allowedLocales": {"zh-hans": True, "zh-hant": True},
        "[yaml]": {
            "editor.insertSpaces": True,
            "editor.tabSize": 2,
            "editor.formatOnSave": False,
            "editor.formatOnPaste": False,
            "editor.wordWrap": "on",
            "editor.wordBasedSuggestions": "off",
        },
    }


def _file_name(name: str) -> str:
    return f"{name}.schema.json"


def _globs(kind: Kind) -> list[str]:
    """Return where a kind's files lie; kinds inside its folder are taken out last, for the last match decides."""
    inside = [other for other in KINDS if other.folder.startswith(f"{kind.folder}/")]
    return _places(kind) + [f"!{glob}" for other in inside for glob in _places(other)]


def _places(kind: Kind) -> list[str]:
    return [f"{kind.folder}{form}{suffix}" for form in ("", "/**/*") for suffix in SUFFIXES]


def _merged(path: Path, wanted: dict[str, Any]) -> dict[str, Any] | None:
    """Lay what is wanted over what is there, groups key by key; None where what is there cannot be read."""
    if not path.exists():
        return wanted
    try:
        existing = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return None
    return _merge(existing, wanted) if isinstance(existing, dict) else None


def _merge(existing: dict[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
    merged = dict(existing)
    for key, value in wanted.items():
        old = existing.get(key)
        if isinstance(value, dict) and isinstance(old, dict):
            merged[key] = _merge(old, value)
        elif isinstance(value, list) and isinstance(old, list) and key == "recommendations":
            merged[key] = [*old, *(item for item in value if item not in old)]
        else:
            merged[key] = value
    return merged


def _write(path: Path, content: dict[str, Any]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_json(content) + "\n", encoding="utf-8", newline="\n")
    return path


def _json(value: object, levels: int = 2) -> str:
    """Write JSON with a line for each field, so that a change of one field is a change of one line."""
    if not levels or not value or not isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    pairs = [f"{json.dumps(key, ensure_ascii=False)}: {_json(inner, levels - 1)}" for key, inner in value.items()]
    return "{\n" + textwrap.indent(",\n".join(pairs), "  ") + "\n}"
