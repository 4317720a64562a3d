"""The command line: arguments in, exit code out."""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import io
import os
import signal
import sys
import time
import webbrowser
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

from generator import __version__
from generator.arguments import parser_of, read_arguments
from generator.desk.questions import terminal_asker
from generator.parser import Parser
from generator.problems import Language, Location, Problem, Refusal, error_of_ours, has_errors
from generator.processes import cores
from generator.publish.cache import FOLDER, Cache
from generator.publish.staging import put_right
from generator.recipes.check import CheckOptions, check
from generator.recipes.configuration import CONFIG, site_folder
from generator.recipes.report import FORMATS, chosen, render, report_of, write_report
from generator.records.likeness import nearest
from generator.reporters.contents import Report, SiteCounts, closing
from generator.rules.manual import codes, explain
from generator.saying import has_colour, say, say_looked, say_looking, say_meanwhile, say_progress, tell

if TYPE_CHECKING:
    from generator.recipes.states import Unfit

_MACHINE_FAILED = {"disk-failed", "site-busy", "site-disturbed", "no-cluster"}
OK, PROBLEMS, USAGE, MACHINE, INTERRUPTED, TERMINATED = 0, 1, 2, 3, 130, 143


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    _speak_utf8()
    # A run makes millions of small things and frees almost none before its end, so looking for circles is in vain.
    gc.disable()
    signal.signal(signal.SIGTERM, _terminate)
    options = read_arguments(arguments, _parser)
    try:
        code = int(options.run(options))
        sys.stdout.flush()
    except Refusal as refusal:
        tell(options, refusal.problem)
        return MACHINE if refusal.problem.code in _MACHINE_FAILED else USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output, such as `head`, has had enough; nothing is left to be flushed at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except OSError as error:
        tell(options, Problem("disk-failed", Location(str(options.folder)), details={"reason": str(error)}))
        return MACHINE
    except Exception as error:
        if options.debug:
            raise
        tell(options, error_of_ours(error, str(options.folder)))
        return MACHINE
    return code


def _parser(language: Language) -> Parser:
    runs = {"check": _check, "build": _build, "serve": _serve, "init": _init, "new": _new}
    runs |= {"verify": _verify, "schema": _schema, "explain": _explain, "diff": _diff, "snapshot": _snapshot}
    return parser_of(language, __version__, FORMATS, runs, _codes)


def _check(options: argparse.Namespace) -> int:
    _require_project(options.folder)
    if options.archive is not None and not options.archive.is_dir():
        raise Refusal(Problem("no-such-folder", Location(str(options.archive)), details={"path": str(options.archive)}))
    checked = check(options.folder, _how_to_check(options))
    paths = [_in_project(path, options.folder) for path in options.paths]
    problems = chosen(checked.problems, paths=paths, select=options.select, ignore=options.ignore)
    return _reported(options, report_of(problems, root=options.folder, records=len(checked.catalogue.entries)))


def _verify(options: argparse.Namespace) -> int:
    # No other command looks at a finished site.
    from generator.recipes.verify import verify  # noqa: PLC0415

    verified = verify(options.site, options.jobs or cores(), partial(say_looked, options))
    problems = chosen(verified.problems, select=options.select, ignore=options.ignore)
    counts = SiteCounts(verified.files, verified.links)
    return _reported(options, report_of(problems, root=options.site, site=counts))


def _reported(options: argparse.Namespace, report: Report) -> int:
    """Print a report, or write it where it shall go, and return the exit code that it asks for."""
    report = replace(report, language=options.lang)
    if options.output is None:
        sys.stdout.write(render(report, form=options.format, colour=has_colour(sys.stdout)))
    else:
        write_report(options.output, render(report, form=options.format))
        say(options, f"检查结果写到了 {options.output}。", f"The report is in {options.output}.")
    return PROBLEMS if has_errors([*report.problems], strict=options.strict) else OK


def _how_to_check(options: argparse.Namespace) -> CheckOptions:
    return CheckOptions(
        options.archive,
        today=_today(),
        jobs=options.jobs or cores(),
        cache=Cache(options.folder / FOLDER),
        looking=partial(say_looking, options),
    )


def _build(options: argparse.Namespace) -> int:
    _require_project(options.folder)
    if not (options.folder / CONFIG).is_file():
        raise Refusal(Problem("no-config", Location(CONFIG), details={"config": CONFIG}))
    started = time.monotonic()
    say_meanwhile(options, "检查记录……", "checking the records …")
    # MkDocs and what makes pages are slow to import, and no other command needs them.
    from generator.recipes.build import build  # noqa: PLC0415
    from generator.recipes.build_options import BuildOptions  # noqa: PLC0415

    wanted = BuildOptions(
        site=options.site,
        discard_foreign=options.discard_foreign,
        today=_today(),
        waiting=partial(say, options, "另一个生成正在写这个网站，等它结束……", "waiting for another build …"),
        progress=partial(say_progress, options),
        looking=partial(say_looking, options),
        jobs=options.jobs or cores(),
        cache=not options.no_cache,
        executor=options.executor,
    )
    result = build(options.folder, wanted)
    if result.problems:
        told = report_of(result.problems, root=options.folder, records=result.records, language=options.lang)
        sys.stderr.write(render(told, colour=has_colour(sys.stderr)))
    if result.files is None:
        stands = ("网站保持原样。", " The site is as it was.") if result.site.exists() else ("", "")
        say(options, f"没有发布。{stands[0]}", f"Nothing was published.{stands[1]}")
        return PROBLEMS
    took, site = f"{time.monotonic() - started:.1f}", result.site
    if result.made:
        new = (
            (f"，其中 {result.made} 个是新做的", f", {result.made} made anew")
            if result.made < result.files
            else ("", "")
        )
        zh = f"已发布到 {site}：{result.files} 个文件{new[0]}，{took} 秒。"
        say(options, zh, f"Published to {site}: {result.files} files{new[1]}, {took} s.")
    else:
        zh = f"没有变化，{site} 就是最新的：{result.files} 个文件，{took} 秒。"
        say(options, zh, f"Nothing has changed; {site} is up to date: {result.files} files, {took} s.")
    return OK


def _serve(options: argparse.Namespace) -> int:
    _require_project(options.folder)
    if not (options.folder / CONFIG).is_file():
        raise Refusal(Problem("no-config", Location(CONFIG), details={"config": CONFIG}))
    say_meanwhile(options, "检查记录……", "checking the records …")
    try:
        from generator.recipes.serve import ServeOptions, serve  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("generator"):
            raise
        raise Refusal(Problem("serve-not-installed", Location("serve"), details={"module": error.name or ""})) from None
    checked, started = partial(_say_checked, options), partial(_say_address, options)
    serve(
        options.folder,
        ServeOptions(options.port, today=_today, language=options.lang, checked=checked, started=started),
    )
    return OK


def _say_address(options: argparse.Namespace, address: str) -> None:
    port = options.port
    if port and not address.endswith(f":{port}/"):
        say(options, f"端口 {port} 有别的程序在用，换了后面的一个。", f"Port {port} is in use; took another.")
    say(options, f"预览：{address}（按 Ctrl-C 结束）", f"Preview: {address} (Ctrl-C ends it)")
    if options.open:
        webbrowser.open(address)


def _say_checked(options: argparse.Namespace, report: Report) -> None:
    words = closing(report)
    say(options, words, words)


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def _init(options: argparse.Namespace) -> int:
    # Words and dictionaries of new records, which no other command needs.
    from generator.recipes.new_city import City, new_city  # noqa: PLC0415

    known = City(options.city, options.level or "", options.name, options.host, options.contact)
    folder = options.folder / options.into
    new_city(folder, known, None if options.yes else terminal_asker(options.lang))
    sys.stdout.write(f"{folder}\n")
    say(options, "新城市写好了，带着编出来的示例。接下来：", "The new city is there, with made-up samples. Next:")
    command = _command(folder)
    for then in ("check", "build", "serve"):
        say(options, f"  {command} {then}", f"  {command} {then}")
    say(options, f"  {command} new 项目 --name 名称", f"  {command} new project --name NAME")
    return OK


def _new(options: argparse.Namespace) -> int:
    _require_project(options.folder)
    from generator.recipes.new_record import Wanted, new_record  # noqa: PLC0415 - likewise

    wanted = Wanted(options.kind, options.id, options.name, options.series, options.year)
    made = new_record(options.folder, wanted, terminal_asker(options.lang))
    sys.stdout.write(f"{options.folder / made.path}\n")
    zh, en = ("、".join(made.open), ", ".join(made.open)) if made.open else ("你知道的栏目", "what you know")
    say(options, f"打开它，填上：{zh}。", f"Open it and fill in: {en}.")
    then = f"{_command(options.folder)} check {made.path}"
    say(options, f"填好以后运行：{then}", f"Then run: {then}")
    return OK


def _command(folder: Path) -> str:
    """Return how a command for a project in this folder begins."""
    if folder.resolve() == Path.cwd():
        return "showcase"
    name = str(folder)
    return f'showcase -C "{name}"' if " " in name else f"showcase -C {name}"


def _schema(options: argparse.Namespace) -> int:
    _require_project(options.folder)
    # Making schemas loads what no other command needs.
    from generator.desk.editor import write_editor  # noqa: PLC0415

    written, skipped = write_editor(options.folder)
    sys.stdout.write("".join(f"{path}\n" for path in written))
    for path in skipped:
        zh, en = f"{path} 里有注释或不是标准 JSON，没有改。", f"{path} has comments or is no plain JSON; left alone."
        say(options, zh, en)
    return OK


def _explain(options: argparse.Namespace) -> int:
    text = "\n".join(codes()) if options.code == "all" else explain(options.code, options.lang)
    if text is None:
        details = {"code": options.code, "suggestion": nearest(options.code, codes())}
        raise Refusal(Problem("no-such-code", Location(options.code), details=details))
    sys.stdout.write(text + "\n")
    return OK


def _diff(options: argparse.Namespace) -> int:
    if options.new is None:
        _require_project(options.folder)
    # What reads and compares two states, no other command needs.
    from generator.diff_commands import run_diff  # noqa: PLC0415

    return _done(options, run_diff(options, CheckOptions(today=_today(), jobs=cores()), say, say_meanwhile))


def _snapshot(options: argparse.Namespace) -> int:
    _require_project(options.folder)
    from generator.diff_commands import run_snapshot  # noqa: PLC0415 - as above

    return _done(options, run_snapshot(options, CheckOptions(today=_today(), jobs=cores()), say, say_meanwhile))


def _done(options: argparse.Namespace, unfit: Unfit | None) -> int:
    """Report what is wrong with a project that may not be published, and so is neither compared nor kept."""
    if unfit is None:
        return OK
    errors = [problem for problem in unfit.problems if problem.severity == "error"]
    report = report_of(errors, root=unfit.root, records=unfit.records, language=options.lang)
    sys.stderr.write(render(report, colour=has_colour(sys.stderr)))
    say(options, f"{unfit.root} 有错误，先改好。", f"{unfit.root} has errors; mend them first.")
    return PROBLEMS


def _codes(text: str) -> tuple[str, ...]:
    """Read codes parted by commas.

    :raises argparse.ArgumentTypeError: one of them is no code.
    """
    wanted = tuple(code.strip() for code in text.split(",") if code.strip())
    unknown = [code for code in wanted if code not in codes()]
    if unknown:
        reason = f"no such code: {', '.join(unknown)}"
        raise argparse.ArgumentTypeError(reason)
    return wanted


def _in_project(path: str, folder: Path) -> str:
    """Return a path as problems name it, whether it was given from here or from the project's folder."""
    for candidate in (Path(path), folder / path):
        if candidate.exists() and candidate.resolve().is_relative_to(folder.resolve()):
            return candidate.resolve().relative_to(folder.resolve()).as_posix()
    raise Refusal(Problem("no-such-path", Location(path), details={"path": path}))


def _require_project(folder: Path) -> None:
    if not any((folder / name).exists() for name in (CONFIG, "content", "projects", "honours")):
        raise Refusal(Problem("not-a-project", Location(str(folder)), details={"path": str(folder.resolve())}))
    # Whatever the command: a site that a stopped build has moved aside comes back first.
    put_right(site_folder(folder, CONFIG))


def _terminate(_signal: int, _frame: FrameType | None) -> NoReturn:
    """End as after an error of ours, so that a half-made site is taken away."""
    sys.exit(TERMINATED)


def _speak_utf8() -> None:
    """Write UTF-8 whatever the console's code page, so that Windows shows the words and no write fails."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
