"""The arguments of the command line, each command with its help in the reader's language.

Help is asked for before the arguments are read, so the language is looked for among them first.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from generator.diff_arguments import COMPARING
from generator.parser import Parser
from generator.problems import Language, Phrase
from generator.records.place import PlaceLevel

Run = Callable[[argparse.Namespace], int]
_LAST_PORT = 65535
_DESCRIPTION = Phrase("把志愿服务的记录变成公开的网站。", "From records of volunteer service to a public site.")
_EPILOG = Phrase(
    """例子：
  showcase init 我的城市                        新建一座城市，带示例
  showcase new 项目 --name 社区小书屋           新写一个项目，编号按拼音拟好
  showcase new 荣誉榜 --series sige --year 2024  一次评选，带上一届的类别
  showcase check                                检查这个文件夹里的全部记录
  showcase check --archive ../原文              并到原文里核对每个数字和获奖者
  showcase check projects honours/a.yml         只报告几个文件或文件夹
  showcase check --format html --output 报告.html  给人看的网页；还有 json、github、gitlab、sarif
  showcase build                                检查，然后把网站生成到 site/
  showcase serve --open                         边改边看：在浏览器里预览，保存以后自己更新
  showcase verify site                          核对生成好的网站：链接、文件、策略
  showcase schema                               让编辑器补全、解释栏目
  showcase explain unknown-key                  一个代码是什么意思，怎么改，有例子

结束代码：0 没有问题，1 记录有问题，2 用法不对，3 电脑出了故障，130 或 143 被中断
""",
    """examples:
  showcase init mycity                             a new city, with samples
  showcase new project --name "Book Corner"        a new record, its id made from the name
  showcase new edition --series sige --year 2024   an edition with the categories of the one before
  showcase check                                   check every record in this folder
  showcase check --archive ../originals            and look up numbers and winners in the original texts
  showcase check projects honours/a.yml            report on some folders or files only
  showcase check --format html --output a.html     a page for people; also json, github, gitlab, sarif
  showcase build                                   check, then publish the site into site/
  showcase serve --open                            look while you write: a preview that follows each save
  showcase verify site                             hold a built site against itself and its list
  showcase schema                                  let the editor complete and explain fields
  showcase explain unknown-key                     what a code means, with an example

exit codes: 0 nothing wrong, 1 problems in the records, 2 wrong usage, 3 the machine failed,
130 or 143 interrupted
""",
)


def _port(text: str) -> int:
    """Read a port; 0 is any that is free.

    :raises argparse.ArgumentTypeError: it is none.
    """
    if not (text.isascii() and text.isdigit() and int(text) <= _LAST_PORT):
        reason = f"no such port: {text}"
        raise argparse.ArgumentTypeError(reason)
    return int(text)


def _cores(text: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,3}", text):
        raise argparse.ArgumentTypeError(f"not a number of cores: {text}")
    return int(text)


def _level(text: str) -> str:
    """Read a place's level in either language.

    :raises argparse.ArgumentTypeError: there is none.
    """
    labels = {word: level.label for level in PlaceLevel for word in (level.label, level.value)}
    if text not in labels:
        reason = f"no such level: {text}"
        raise argparse.ArgumentTypeError(reason)
    return labels[text]


_Option = tuple[str, Phrase, dict[str, Any]]
_VERSION, _EXAMPLE = Phrase("显示版本", "show the version"), Phrase("例子：", "example: ")
_FLAG = {"action": "store_true"}
_GENERAL: tuple[_Option, ...] = (
    (
        "-C",
        Phrase("项目文件夹", "the project's folder"),
        {"dest": "folder", "type": Path, "default": Path(), "metavar": "DIR"},
    ),
    ("--lang", Phrase("说中文还是英文", "the language of messages"), {"choices": ("zh", "en"), "default": "zh"}),
    ("--debug", Phrase("工具自己出错时，显示错在哪里", "show where the tool itself failed"), _FLAG),
)
_JOBS: _Option = (
    "--jobs",
    Phrase("同时用几个处理器，不写就是全部", "how many cores to use (default: all)"),
    {"type": _cores, "metavar": "N", "default": 0},
)
_CHECK: tuple[_Option, ...] = (
    (
        "paths",
        Phrase("只报告这些文件和文件夹", "report on these files and folders only"),
        {"nargs": "*", "metavar": "PATH"},
    ),
    ("--format", Phrase("报告的格式，不写就是 text", "how to report (default: text)"), {"default": "text"}),
    (
        "--output",
        Phrase("把报告写进一个文件，要么完整，要么不写", "write the report into a file, whole or not at all"),
        {"type": Path, "metavar": "FILE"},
    ),
    ("--strict", Phrase("有提醒也算没有通过", "let warnings fail the check too"), _FLAG),
    (
        "--select",
        Phrase("只要这些代码，用逗号隔开", "these codes only, by commas"),
        {"default": (), "metavar": "CODES"},
    ),
    ("--ignore", Phrase("不要这些代码", "all but these codes"), {"default": (), "metavar": "CODES"}),
    (
        "--archive",
        Phrase("到这个文件夹的原文里核对数字和获奖者", "look up numbers and winners in original texts"),
        {"type": Path, "metavar": "DIR"},
    ),
    _JOBS,
)
_VERIFY: tuple[_Option, ...] = (
    (
        "site",
        Phrase("生成好的网站，或者它的复制品", "the folder of a built site, or of a copy of it"),
        {"type": Path, "metavar": "SITE"},
    ),
    # All that shapes a report, as for check.
    *(option for option in _CHECK if option[0] not in {"paths", "--archive"}),
)
_BUILD: tuple[_Option, ...] = (
    (
        "--site",
        Phrase("生成到哪里，不写就是 site/", "where to publish (default: site/)"),
        {"type": Path, "metavar": "DIR"},
    ),
    (
        "--discard-foreign",
        Phrase("删掉 site/ 里不是生成出来的文件", "delete files in site/ that no build wrote"),
        _FLAG,
    ),
    (
        "--executor",
        Phrase("请 Dask 集群生成网页，例如 dask:10.0.0.5:8786", "let a Dask cluster make pages"),
        {"default": "", "metavar": "dask:HOST:PORT"},
    ),
    (
        "--no-cache",
        Phrase("不用也不写 .showcase/ 里记着的上一次", "neither use nor write what .showcase/ keeps of the last build"),
        _FLAG,
    ),
    _JOBS,
)
_SERVE: tuple[_Option, ...] = (
    (
        "--port",
        Phrase("从这个端口开始找空的，不写就是 8000", "the port, or the next that is free (default: 8000)"),
        {"type": _port, "default": 8000, "metavar": "PORT"},
    ),
    ("--open", Phrase("顺便打开浏览器", "open a browser too"), _FLAG),
)
_CODE: _Option = (
    "code",
    Phrase("例如 unknown-key；all 列出全部", "a code such as unknown-key; 'all' lists them"),
    {"metavar": "CODE"},
)
_INIT: tuple[_Option, ...] = (
    ("into", Phrase("新文件夹，可以是 .", "the new folder; may be ."), {"type": Path, "metavar": "DIR"}),
    ("--city", Phrase("城市或地区的全称", "full name of the city or place"), {"default": ""}),
    (
        "--level",
        Phrase(f"它的级别：{'、'.join(level.label for level in PlaceLevel)}", f"its level: {', '.join(PlaceLevel)}"),
        {"type": _level, "metavar": "LEVEL"},
    ),
    ("--name", Phrase("网站名称", "name of the site"), {"default": ""}),
    ("--host", Phrase("主办单位", "host organisation"), {"default": ""}),
    ("--contact", Phrase("对外公布的电话或邮箱", "public phone or mail address"), {"default": ""}),
    ("--yes", Phrase("不提问，没有写的用默认的", "ask nothing; take defaults for what is not given"), _FLAG),
)
_NEW: tuple[_Option, ...] = (
    (
        "kind",
        Phrase("种类，例如 项目、队伍、人物、荣誉榜、来源", "a kind such as project, team, person, edition, document"),
        {"metavar": "KIND"},
    ),
    (
        "id",
        Phrase("编号；不写就按名称的拼音拟一个", "the id; made from the name if left out"),
        {"metavar": "ID", "nargs": "?", "default": ""},
    ),
    ("--name", Phrase("名称，照原文", "the name as printed"), {"default": ""}),
    (
        "--series",
        Phrase("荣誉榜属于哪个系列，写编号或名称", "the series of an edition, by id or name"),
        {"default": ""},
    ),
    ("--year", Phrase("荣誉榜的年份", "the year of an edition"), {"default": ""}),
)
# What each command is for, an example, and what it takes.
_COMMANDS: dict[str, tuple[Phrase, str, tuple[_Option, ...]]] = {
    "check": (
        Phrase("检查全部记录，报告全部问题", "check every record, report every problem"),
        "showcase check projects --format html --output a.html",
        _CHECK,
    ),
    "build": (
        Phrase("检查，然后整个生成网站", "check, then publish the site whole"),
        "showcase build --site ../public",
        _BUILD,
    ),
    "serve": (
        Phrase("在浏览器里预览，保存以后自己更新", "preview in a browser, which follows each save"),
        "showcase serve --open",
        _SERVE,
    ),
    "init": (
        Phrase("新建一座城市：设置、示例、自动检查和发布的配置", "make a new city: settings, samples, CI workflows"),
        "showcase init mycity",
        _INIT,
    ),
    "new": (
        Phrase("新写一条记录，栏目都列好", "write a new record with every field laid out"),
        'showcase new project --name "Book Corner"',
        _NEW,
    ),
    "verify": (
        Phrase(
            "核对生成好的网站：链接、文件、策略和大小，不上网",
            "verify a built site, offline: links, files, policy and sizes",
        ),
        "showcase verify site --format sarif --output a.sarif",
        _VERIFY,
    ),
    "schema": (
        Phrase("写好编辑器的设置（.vscode/）", "write JSON Schemas and editor settings into .vscode/"),
        "showcase schema",
        (),
    ),
    "explain": (
        Phrase("一个代码是什么意思，怎么改", "say what a code means, with an example"),
        "showcase explain unknown-key",
        (_CODE,),
    ),
}


def language_of(arguments: Sequence[str]) -> Language:
    """Return the language that arguments ask for, before they are read."""
    pairs = pairwise(arguments)
    wanted = next((value for name, value in pairs if name == "--lang"), "")
    return "en" if wanted == "en" or "--lang=en" in arguments else "zh"


def parser_of(
    language: Language, version: str, formats: Collection[str], runs: Mapping[str, Run], codes: Callable[[str], Any]
) -> Parser:
    """Return what reads the arguments of all commands; ``runs`` are the commands by name."""
    parser = Parser(language, prog="showcase", description=_DESCRIPTION[language], epilog=_EPILOG[language])
    _take(parser, _GENERAL, {})
    parser.add_argument("--version", action="version", version=f"showcase {version}", help=_VERSION[language])
    title = Phrase("命令", "commands")[language]
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", title=title)
    known: dict[str, dict[str, Any]] = {
        "--format": {"choices": formats},
        "--select": {"type": codes},
        "--ignore": {"type": codes},
    }
    for name, (words, example, options) in (_COMMANDS | COMPARING).items():
        shown = f"{_EXAMPLE[language]}{example}"
        made = commands.add_parser(
            name, help=words[language], description=words[language], language=language, epilog=shown
        )
        made.set_defaults(run=runs[name])
        _take(made, options, known)
    return parser


def _take(parser: Parser, options: Iterable[_Option], known: Mapping[str, Mapping[str, Any]]) -> None:
    for name, words, settings in options:
        parser.add_argument(name, help=words[parser.language], **{**known.get(name, {}), **settings})


def read_arguments(arguments: Sequence[str] | None, make: Callable[[Language], Parser]) -> argparse.Namespace:
    """Read the arguments of a run.

    :raises SystemExit: they ask for help, or are wrong.
    """
    given = sys.argv[1:] if arguments is None else arguments
    return make(language_of(given)).parse_args(given)
