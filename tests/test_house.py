"""The house: imports fall, there is no circle, one file knows MkDocs, and nothing grows too large."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "generator"
MODULES = sorted(PACKAGE.rglob("*.py"))

# From the ground up; a module may import its own floor (without a circle) and those below.
FLOORS = (
    ("problems",),
    ("reporters", "reading"),
    ("records",),
    ("catalogue",),
    ("rules",),
    ("pages", "publish"),
    ("desk",),
    ("pipeline", "composing", "reporting"),
    ("mkdocs_plugin",),
    ("cli",),
    ("__main__",),
)
MOST_LINES = 350
MOST_LINES_IN_FUNCTION = 60


def module_name(path: Path) -> str:
    """Return ``generator.records.fields`` for its file."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> set[str]:
    """Return every module that a file imports, those inside functions included."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return found


def floor(module: str) -> int:
    """Return how high a module stands."""
    room = module.removeprefix("generator").strip(".").split(".")[0]
    return next((height for height, rooms in enumerate(FLOORS) if room in rooms), -1)


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_imports_fall(path: Path) -> None:
    """A module imports nothing from a higher floor."""
    own = floor(module_name(path))
    higher = {name for name in imports(path) if name.startswith("generator.") and floor(name) > own}
    assert not higher


def test_every_room_has_a_floor() -> None:
    """A new room is put on a floor before it is used."""
    rooms = {module_name(path).split(".")[1] for path in MODULES if module_name(path).count(".")}
    assert rooms - {room for rooms in FLOORS for room in rooms} == {"data"}


def test_no_circle() -> None:
    """No module leads back to itself over its imports."""
    graph = {module_name(path): imports(path) & {module_name(other) for other in MODULES} for path in MODULES}
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, f"circle: {' → '.join((*trail, module))}"
        if module not in done:
            for other in sorted(graph[module]):
                visit(other, (*trail, module))
            done.add(module)

    for module in graph:
        visit(module, ())


def test_one_file_knows_mkdocs() -> None:
    """The host can be changed by changing one file."""
    knowing = [module_name(path) for path in MODULES if any(name.split(".")[0] == "mkdocs" for name in imports(path))]
    assert knowing == ["generator.mkdocs_plugin"]


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_sizes(path: Path) -> None:
    """A file is read in one sitting and a function on one screen."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MOST_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < MOST_LINES_IN_FUNCTION, node.name
