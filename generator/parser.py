"""What reads the arguments of the command line, and says in the reader's language what is wrong with them."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from typing import Any, NoReturn

from generator.problems import Language, Phrase
from generator.records.likeness import nearest
from generator.records.place import PlaceLevel

_ALIKE = 0.6
_HELP = Phrase("显示这份说明", "show this help and exit")
_TITLES = {"positionals": Phrase("参数", "arguments"), "options": Phrase("选项", "options")}
# What argparse says of wrong arguments, by its own words.
_ERRORS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"the following arguments are required: (.+)"), lambda m: f"还要写 {m[1]}"),
    (re.compile(r"unrecognized arguments: (.+)"), lambda m: f"不认识 {m[1]}"),
    (
        re.compile(r"argument (.+?): invalid choice: '(.+?)' \(choose from (.+)\)"),
        lambda m: f"{m[1]} 不能是“{m[2]}”，可以是 {m[3].replace(chr(39), '')}",
    ),
    (re.compile(r"argument (.+?): expected one argument"), lambda m: f"{m[1]} 后面还要写内容"),
    (
        re.compile(r"argument (.+?): no such code: (.+)"),
        lambda m: f"{m[1]} 里没有代码 {m[2]}，showcase explain all 列出全部",
    ),
    (re.compile(r"argument (.+?): no such port: (.+)"), lambda m: f"{m[1]} 后面写 1 到 65535 的数字，“{m[2]}”不行"),
    (re.compile(r"argument (.+?): not a number of cores: (.+)"), lambda m: f"{m[1]} 要写 1 或更大的整数，不是“{m[2]}”"),
    (
        re.compile(r"argument (.+?): no such level: (.+)"),
        lambda m: f"{m[1]} 不能是“{m[2]}”，可以是 {'、'.join(level.label for level in PlaceLevel)}",
    ),
    (re.compile(r"ambiguous option: (.+?) could match (.+)"), lambda m: f"{m[1]} 可以是 {m[2]}，写全"),
    (re.compile(r"argument (.+?): ignored explicit argument (.+)"), lambda m: f"{m[1]} 后面不写内容"),
)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Begins the usage in Chinese."""

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """Reads arguments, and speaks the reader's language where they are wrong."""

    def __init__(self, language: Language = "zh", **settings: Any) -> None:
        """Take the language, and what every parser takes."""
        form = _Formatter if language == "zh" else argparse.RawDescriptionHelpFormatter
        super().__init__(formatter_class=form, add_help=False, **settings)
        self.language: Language = language
        self._positionals.title = _TITLES["positionals"][language]
        self._optionals.title = _TITLES["options"][language]
        self.add_argument("-h", "--help", action="help", help=_HELP[language])

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments, what was perhaps meant, and how to get help."""
        words = _in_chinese(message) if self.language == "zh" else message
        helped = {"zh": "看说明：", "en": "for help: "}[self.language]
        asked = "showcase --help" if self.language == "zh" else "showcase --lang en --help"
        self.exit(2, f"{words}{_meant(message, self.language)}\n{helped}{asked}\n")


def _in_chinese(message: str) -> str:
    for pattern, words in _ERRORS:
        if match := pattern.fullmatch(message):
            return words(match)
    return f"用法不对：{message}"


def _meant(message: str, language: Language) -> str:
    """Return the choice that was perhaps meant; nothing where none is near."""
    match = re.search(r"invalid choice: '(.+?)' \(choose from (.+)\)", message)
    near = nearest(match[1], re.findall(r"[\w-]+", match[2]), _ALIKE) if match else ""
    if not near:
        return ""
    return Phrase(f"。是不是“{near}”？", f". Did you mean '{near}'?")[language]
