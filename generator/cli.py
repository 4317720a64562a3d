"""The command line: arguments in, exit code out."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from generator import __version__
from generator.pipeline import CONFIG, Checked, check
from generator.problems import Language, Problem, codes, explain, has_errors
from generator.reporters.json_text import render_json
from generator.reporters.text import render_text

OK, PROBLEMS, USAGE, MACHINE, INTERRUPTED = 0, 1, 2, 3, 130

_EPILOG = """examples:
  showcase check                              check every record in this folder
  showcase check --archive ../originals       and look up every number in the original texts
  showcase check --format json > report.json  for other programs
  showcase build                              check, then publish the site into site/
  showcase explain unknown-key                what a code means, with an example

exit codes: 0 nothing wrong, 1 problems in the records, 2 wrong usage, 3 the machine failed, 130 interrupted
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    _speak_utf8()
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        _complain(options.lang, f"读写失败：{error}", f"reading or writing failed: {error}")
        return MACHINE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="showcase",
        description="From records of volunteer service to a public site.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("-C", dest="folder", type=Path, default=Path(), metavar="DIR", help="the project's folder")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="the language of messages")
    parser.add_argument("--version", action="version", version=f"showcase {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    checking = commands.add_parser("check", help="check every record, report every problem")
    checking.add_argument("--format", choices=("text", "json"), default="text", help="how to report")
    checking.add_argument("--strict", action="store_true", help="let warnings fail the check too")
    checking.add_argument("--archive", type=Path, metavar="DIR", help="look up printed words in original texts")
    checking.set_defaults(run=_check)

    building = commands.add_parser("build", help="check, then publish the site whole")
    building.add_argument("--site", type=Path, metavar="DIR", help="where to publish (default: site/)")
    building.set_defaults(run=_build)

    explaining = commands.add_parser("explain", help="say what a code means, with an example")
    explaining.add_argument("code", metavar="CODE", help="a code such as unknown-key; 'all' lists them")
    explaining.set_defaults(run=_explain)
    return parser


def _check(options: argparse.Namespace) -> int:
    if not _is_project(options):
        return USAGE
    if options.archive is not None and not options.archive.is_dir():
        words = f"没有这个文件夹：{options.archive}", f"no such folder: {options.archive}"
        _complain(options.lang, *words)
        return USAGE
    checked = check(options.folder, archive=options.archive)
    render = render_json if options.format == "json" else render_text
    records = len(checked.catalogue.entries)
    sys.stdout.write(render(checked.problems, language=options.lang, checked=records))
    return PROBLEMS if has_errors(checked.problems, strict=options.strict) else OK


def _build(options: argparse.Namespace) -> int:
    if not _is_project(options):
        return USAGE
    if not (options.folder / CONFIG).is_file():
        _complain(options.lang, f"这个文件夹里没有 {CONFIG}，不知道怎么生成网站", f"there is no {CONFIG} in the folder")
        return USAGE
    started = time.monotonic()
    _progress(options.lang, "检查记录……", "checking the records …")
    checked = check(options.folder)
    if not checked.publishable:
        return _refuse(options.lang, checked, checked.problems)
    _progress(options.lang, "生成网页……", "making the pages …")
    # MkDocs takes a third of a second to import, which `check` need not wait for.
    from generator import mkdocs_plugin as host  # noqa: PLC0415

    try:
        problems, site, count = host.build_site(options.folder / CONFIG, options.site, checked)
    except host.ConfigurationError as error:
        _complain(options.lang, f"{CONFIG} 有问题：{error}", f"{CONFIG} is wrong: {error}")
        return USAGE
    except host.NotOurs as error:
        _complain(
            options.lang,
            f"{error} 里有别的文件，发布会把它们删掉。换一个文件夹，或者先清空它",
            f"{error} holds other files, which publishing would delete; choose another folder or empty it",
        )
        return USAGE
    except host.Busy as error:
        _complain(options.lang, f"另一个生成正在写 {error}，等它结束再试", f"another build is writing {error}")
        return MACHINE
    if has_errors(problems):
        return _refuse(options.lang, checked, problems)
    took = time.monotonic() - started
    done = f"已发布到 {site}：{count} 个文件，{took:.1f} 秒", f"published to {site}: {count} files, {took:.1f} s"
    sys.stdout.write(done[options.lang == "en"] + "\n")
    return OK


def _explain(options: argparse.Namespace) -> int:
    if options.code == "all":
        sys.stdout.write("\n".join(codes()) + "\n")
        return OK
    text = explain(options.code, options.lang)
    if text is None:
        words = f"没有“{options.code}”这个代码；showcase explain all 列出全部", f"no such code: {options.code}"
        _complain(options.lang, *words)
        return USAGE
    sys.stdout.write(text + "\n")
    return OK


def _refuse(language: Language, checked: Checked, problems: list[Problem]) -> int:
    records = len(checked.catalogue.entries)
    sys.stderr.write(render_text(problems, language=language, checked=records))
    _complain(language, "没有发布，网站保持原样", "nothing was published; the site is as it was")
    return PROBLEMS


def _is_project(options: argparse.Namespace) -> bool:
    folder = cast("Path", options.folder)
    if any((folder / name).exists() for name in (CONFIG, "content", "projects", "honours")):
        return True
    _complain(
        options.lang,
        f"{folder.resolve()} 不是项目文件夹：里面没有 {CONFIG}、content、projects 或 honours。用 -C 指定文件夹",
        f"{folder.resolve()} is no project: it has no {CONFIG}, content, projects or honours; use -C DIR",
    )
    return False


def _progress(language: Language, zh: str, en: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write((zh if language == "zh" else en) + "\n")


def _complain(language: Language, zh: str, en: str) -> None:
    sys.stderr.write((zh if language == "zh" else en) + "\n")


def _speak_utf8() -> None:
    """Write UTF-8 whatever the console's code page, so that Windows shows the words and no write fails."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
