"""The same records as a site for MkDocs with Material: a page of Markdown a record, and a list a kind."""

from __future__ import annotations

from pathlib import Path

from benchmarks.city import city
from benchmarks.hugo_site import FACTS, LABELS, SECTIONS
from benchmarks.kinds import Made

CONFIG = """\
site_name: 试验城
site_url: https://example.org/
use_directory_urls: false
theme: {name: material, language: zh, font: false}
plugins: [search]
"""
_PAGES = {"person": "people", "project": "projects", "team": "teams"}


def write_mkdocs_site(folder: Path, count: int, seed: int) -> None:
    """Write a project folder for MkDocs with the records of a made city."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (docs / "index.md").write_text("# 试验城\n", encoding="utf-8")
    names: dict[str, str] = {}
    for kind in city(count, seed):
        section = docs / SECTIONS.get(kind.name, kind.name)
        section.mkdir()
        listed = []
        for record_id, record in kind.records:
            name = record.get("name") or f"{names[record['series']]} {record['edition']}"
            names[record_id] = name
            (section / f"{record_id}.md").write_text(_page(section.name, name, record, names), encoding="utf-8")
            listed.append(f"- [{name}]({record_id}.md)\n")
        text = f"# {LABELS[section.name]}\n\n{''.join(listed)}"
        (section / "index.md").write_text(text, encoding="utf-8")


def _page(section: str, name: str, record: Made, names: dict[str, str]) -> str:
    parts = [f"# {name}", record.get("summary", "")]
    parts += [f"地区：{_link('places', record[key], names)}" for key in ("place",) if key in record]
    parts += [
        f"{label}：{_fact(there, record[key], names)}" for key, label, there in FACTS.get(section, ()) if key in record
    ]
    if figures := record.get("figures"):
        parts.append("## 数据")
        parts.append("\n".join(f"- {one['metric']} **{one['value']}**，{one['where']}" for one in figures))
    for key in ("actions", "practices", "goals", "library"):
        parts += [f"## {LABELS[key]}"] if key in record else []
        parts += [
            f"### {one.get('title') or one.get('name', '')}\n\n{one.get('text', '')}" for one in record.get(key, ())
        ]
    parts += [f"## 成效\n\n{record['results']}"] if "results" in record else []
    for category, lines in record.get("winners", {}).items():
        parts.append(f"## {category}")
        parts.append("\n".join(f"- {_winner(line, names)}" for line in lines))
    parts += [f"来源：{_link('documents', record['source'], names)}"] if "source" in record else []
    return "\n\n".join(part for part in parts if part) + "\n"


def _link(section: str, record_id: str, names: dict[str, str]) -> str:
    return f"[{names.get(record_id, record_id)}](../{section}/{record_id}.md)"


def _fact(section: str, value: str | list[str], names: dict[str, str]) -> str:
    values = [value] if isinstance(value, str) else value
    return "、".join(_link(section, one, names) if section else one for one in values)


def _winner(line: str | Made, names: dict[str, str]) -> str:
    if isinstance(line, str):
        return line
    [(key, record_id)] = line.items()
    return _link(_PAGES[key], record_id, names)
