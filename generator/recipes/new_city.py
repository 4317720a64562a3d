"""The recipe of `showcase init`: a new city's folder, whole or not there at all.

In go a folder and the city's few words, out comes a project that can be checked and built at once: settings, prose
pages, the place itself, usual metrics, samples of every kind, what makes an editor help, and how others check and
publish it: workflows of GitHub and GitLab, a script and settings for a server. Everything is written into a folder
beside or inside the wanted one, and moved when it is complete.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from string import Template
from textwrap import indent

from generator import __version__
from generator.desk.blank_record import Given, blank_record, fields_as_known, yaml_text
from generator.desk.editor import write_editor
from generator.desk.proposed_id import proposed_id
from generator.desk.questions import Ask, anything
from generator.desk.sample_records import city_files, example_project, sample_files
from generator.problems import Location, Phrase, Problem, Refusal
from generator.reading.folders import is_left_alone
from generator.records.kinds import BY_NAME
from generator.records.place import PlaceLevel
from generator.records.settings import Settings

CONFIG = "mkdocs.yml"
# Hidden files are other programs', such as .git and .venv, save those that are ours.
_HIDDEN = {
    "gitignore": ".gitignore",
    "gitlab-ci.yml": ".gitlab-ci.yml",
    "github/workflows/showcase.yml": ".github/workflows/showcase.yml",
}
_OURS = {".vscode", *(path.partition("/")[0] for path in _HIDDEN.values())}
_NAMED = 3


@dataclass(frozen=True, slots=True)
class City:
    """What is known of a new city; empty is not known."""

    city: str = ""
    level: str = ""
    name: str = ""
    host: str = ""
    contact: str = ""


def new_city(folder: Path, known: City, ask: Ask | None) -> None:
    """Make a new city's folder; what is not known of it is asked for where somebody can answer.

    :raises Refusal: the folder holds something already.
    :raises OSError: the disk failed, or the folder may not be made.
    """
    _refuse_others(folder)
    city = completed(known, ask)
    with _arriving(folder) as place:
        for path, text in _files(city).items():
            target = place / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
        write_editor(place)


def completed(known: City, ask: Ask | None) -> City:
    """Return a city of which everything is known: as given, as answered, or by default."""

    def answer(given: str, question: Phrase, offered: str, choices: tuple[str, ...] = ()) -> str:
        def will_do(text: str) -> bool:
            return not choices or text in choices

        return given or (ask(question, offered, will_do if choices else anything) if ask else offered)

    levels = tuple(level.label for level in PlaceLevel)
    city = answer(known.city, Phrase("城市或地区的全称", "full name of the city"), "我的城市")
    words = "、".join(levels)
    level = answer(known.level, Phrase(f"它的级别（{words}）", f"its level ({words})"), PlaceLevel.CITY.label, levels)
    name = answer(known.name, Phrase("网站名称", "name of the site"), f"{city}志愿服务")
    host = answer(known.host, Phrase("主办单位，写在页脚", "host organisation, for the footer"), "")
    contact = answer(
        known.contact, Phrase("对外公布的电话或邮箱，写在页脚", "public phone or mail, for the footer"), ""
    )
    return City(city, level, name, host, contact)


def _files(city: City) -> dict[str, str]:
    """Return every file of a new city by its path."""
    kind = BY_NAME["place"]
    samples = {Path(path).stem for path in example_project()}
    place_id = proposed_id(kind, city.city, samples) or kind.name
    settings = {
        "place": place_id,
        "key_metrics": "[注册志愿者]",
        **{name: yaml_text(value) for name, value in (("host", city.host), ("contact", city.contact)) if value},
    }
    lines = fields_as_known(Settings, settings, without={"site_name", "site_url"}, known=lambda _: ())
    of_place = Given({"name": yaml_text(city.city), "level": yaml_text(city.level)})
    words = {"site_name": city.name, "version": __version__}
    in_yaml = {"site_name": yaml_text(city.name), "settings": indent("\n".join(lines), "      ")}
    own = {
        _HIDDEN.get(path, path): Template(text).safe_substitute(in_yaml if path == CONFIG else words)
        for path, text in city_files().items()
    }
    return {**own, **sample_files(), f"{kind.folder}/{place_id}.yml": blank_record(kind, place_id, of_place)}


def _refuse_others(folder: Path) -> None:
    """Refuse a folder that holds anything that is not another program's, and a file in its place."""
    there = next(path for path in (folder, *folder.absolute().parents) if os.path.lexists(path))
    if not there.is_dir():
        raise Refusal(Problem("not-a-folder", Location(str(there)), "", {"path": str(there)}))
    if there != folder:
        return
    found = sorted(entry.name for entry in folder.iterdir() if entry.name in _OURS or not is_left_alone(entry.name))
    if found:
        files = Phrase("、".join(found[:_NAMED]), ", ".join(found[:_NAMED]))
        if len(found) > _NAMED:
            files = Phrase(f"{files.zh} 等 {len(found)} 样", f"{files.en} and {len(found) - _NAMED} more")
        raise Refusal(Problem("folder-not-empty", Location(str(folder)), "", {"path": str(folder), "files": files}))


@contextmanager
def _arriving(folder: Path) -> Iterator[Path]:
    """Give a folder to write into, which becomes the wanted one when all went well, and else leaves no trace."""
    made = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    beside = made[-1].parent if made else folder
    staging = beside / f".showcase-init-{os.getpid()}"
    staging.mkdir()
    moved: list[Path] = []
    try:
        yield staging
        if made:
            folder.parent.mkdir(parents=True, exist_ok=True)
            staging.rename(folder)
            return
        # What makes a folder a project comes last.
        for entry in sorted(staging.iterdir(), key=lambda entry: entry.name == CONFIG):
            moved.append(folder / entry.name)
            entry.rename(moved[-1])
        staging.rmdir()
    except BaseException:
        for path in (staging, *moved):
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
        for parent in made[1:]:
            if parent.is_dir() and not any(parent.iterdir()):
                parent.rmdir()
        raise
