"""The commands that compare, ``diff`` and ``snapshot``: read the states, then tell or keep them.

A project that may not be published is handed back to be reported.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from generator.changes.comparison import compare
from generator.changes.rendered import rendered
from generator.changes.snapshot import Snapshot
from generator.recipes.check import CheckOptions
from generator.recipes.report import write_report
from generator.recipes.snapshots import keep_snapshot, snapshot_path
from generator.recipes.states import Unfit, project_state, read_state

# Says a sentence in the reader's language.
Say = Callable[[argparse.Namespace, str, str], None]


def run_diff(options: argparse.Namespace, wanted: CheckOptions, say: Say, say_meanwhile: Say) -> Unfit | None:
    """Compare two states, and write what differs to the terminal or into a file."""
    here = "现在的项目" if options.lang == "zh" else "the project as it is"
    states: list[Snapshot] = []
    new = _there(options.new, options.folder) if options.new else options.folder
    for path, label in ((_there(options.old, options.folder), str(options.old)), (new, str(options.new or here))):
        say_meanwhile(options, f"读 {path}……", f"reading {path} …")
        state = read_state(path, label, wanted)
        if isinstance(state, Unfit):
            return state
        states.append(state)
    text = rendered(compare(*states), options.format, options.lang)
    if options.output is None:
        sys.stdout.write(text)
        return None
    write_report(options.output, text)
    say(options, f"写到了 {options.output}。", f"Written to {options.output}.")
    return None


def run_snapshot(options: argparse.Namespace, wanted: CheckOptions, say: Say, say_meanwhile: Say) -> Unfit | None:
    """Keep the public data of the project as that of a year."""
    path = snapshot_path(options.folder, options.year)
    say_meanwhile(options, "检查记录……", "checking the records …")
    state = project_state(options.folder, options.year, wanted)
    if isinstance(state, Unfit):
        return state
    is_new = keep_snapshot(options.folder, path, state.tables, replace=options.replace)
    sys.stdout.write(f"{path}\n")
    if is_new:
        say(options, "存好了，和记录一起提交；下次生成，网站有“更新”一页。", "Kept; commit it with the records.")
    else:
        say(options, "已经存过，没有变化。", "It was kept already, and is the same.")
    return None


def _there(path: Path, folder: Path) -> Path:
    """Return a path whether it was given from here or from the project's folder."""
    return path if path.exists() or not (folder / path).exists() else folder / path
