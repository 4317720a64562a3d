"""The house: imports fall, there is no circle, one file knows MkDocs, and nothing grows too large."""

from __future__ import annotations

import ast
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "generator"
MODULES = sorted(PACKAGE.rglob("*.py"))

# From the ground up; a module may import its own floor (without a circle) and those below.
FLOORS = (
    ("problems", "processes"),
    ("data", "reading", "reporters", "publish"),
    ("records",),
    ("pictures",),
    ("catalogue",),
    ("rules",),
    ("printing",),
    ("data_files", "inspection"),
    ("changes",),
    ("pages",),
    ("desk",),
    ("recipes",),
    ("parser",),
    ("arguments", "diff_arguments", "diff_commands", "saying"),
    ("cli", "mkdocs_plugin"),
    ("__main__",),
)
# The room that all pages come from: how many rooms, how deep, and how many arrows between them.
MOST_ROOMS, MOST_FLOORS, MOST_ARROWS = 26, 7, 90
# Of all Python code.
MOST_OF_ONE_ROOM = 0.25
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
    assert rooms - {room for rooms in FLOORS for room in rooms} == set()


def test_no_two_modules_share_a_name() -> None:
    """A module is known by its name alone."""
    names = [path.stem for path in MODULES if path.stem != "__init__"]
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


def room(module: str) -> str:
    """Return the room of a module of pages: its folder, or the module itself among those that many pages share."""
    folder = module.split(".")[2]
    return folder if folder != "views" and (PACKAGE / "pages" / folder).is_dir() else module


def test_pages_stay_simple() -> None:
    """The rooms of pages are few, not deep, and know few of each other; no room of the house holds most of the code."""
    arrows: dict[str, set[str]] = {}
    for path in MODULES:
        if "pages" in path.parts and path.stem != "__init__":
            own = room(module_name(path))
            others = {room(name) for name in imports(path) if name.startswith("generator.pages.")}
            arrows[own] = arrows.get(own, set()) | others - {own}

    @cache
    def height(name: str) -> int:
        return 1 + max(map(height, arrows[name]), default=0)

    assert len(arrows) <= MOST_ROOMS
    assert sum(map(len, arrows.values())) <= MOST_ARROWS
    assert max(map(height, arrows)) <= MOST_FLOORS
    lines: Counter[str] = Counter()
    for path in MODULES:
        lines[path.relative_to(PACKAGE).parts[0]] += path.read_text(encoding="utf-8").count("\n")
    assert max(lines.values()) / lines.total() < MOST_OF_ONE_ROOM


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


def test_few_files_know_mkdocs() -> None:
    """The host can be changed by changing its door, and the recipes of what it renders."""
    knowing = [module_name(path) for path in MODULES if any(name.split(".")[0] == "mkdocs" for name in imports(path))]
    assert knowing == [
        "generator.mkdocs_plugin",
        "generator.recipes.handbook",
        "generator.recipes.host",
        "generator.recipes.prose",
    ]


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_sizes(path: Path) -> None:
    """A file is read in one sitting and a function on one screen."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MOST_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < MOST_LINES_IN_FUNCTION, node.name
