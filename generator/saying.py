"""What a command says to whoever runs it, in their language, beside its output."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TextIO

from generator.problems import Problem

# Clears the rest of a terminal's line.
_CLEAR = "\x1b[K"


def say(options: argparse.Namespace, zh: str, en: str) -> None:
    """Say a sentence to whoever runs a command."""
    sys.stderr.write(f"{zh if options.lang == 'zh' else en}{_CLEAR if sys.stderr.isatty() else ''}\n")


def say_meanwhile(options: argparse.Namespace, zh: str, en: str) -> None:
    """Say what is being done to whoever watches; what is said next takes its place."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{zh if options.lang == 'zh' else en}{_CLEAR}\r")
        sys.stderr.flush()


def say_progress(options: argparse.Namespace, done: int, total: int) -> None:
    """Say how much of the site is written."""
    say_meanwhile(options, f"写网站 {done}/{total}", f"writing the site {done}/{total}")


def say_looking(options: argparse.Namespace, done: int, total: int) -> None:
    """Say how many pictures have been looked at."""
    say_meanwhile(options, f"看图片 {done}/{total}", f"looking at pictures {done}/{total}")


def say_looked(options: argparse.Namespace, done: int, total: int) -> None:
    """Say how many files have been verified."""
    say_meanwhile(options, f"核对文件 {done}/{total}", f"verifying files {done}/{total}")


def tell(options: argparse.Namespace, problem: Problem) -> None:
    """Say what is wrong and how to mend it."""
    sys.stderr.write(f"{problem.message(options.lang)}\n    {problem.help(options.lang)}\n")


def has_colour(stream: TextIO) -> bool:
    """Return whether a stream is a terminal that shows colours, and nobody forbade them."""
    return stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
