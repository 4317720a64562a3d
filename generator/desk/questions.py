"""Ask whoever sits at a terminal, one line a question; Enter takes what is offered.

Questions go to the stream of errors, so that what a command prints may still be read by another program.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from generator.problems import Language, Phrase

# In go a question, what Enter stands for, and what tells whether an answer will do; out comes the answer.
Ask = Callable[[Phrase, str, Callable[[str], bool]], str]
_AGAIN = Phrase("这样写不行，请再写一次。", "That will not do; please try again.")


def terminal_asker(language: Language) -> Ask | None:
    """Return what asks at the terminal, or None where nobody sits there."""
    if sys.stdin is None or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None

    def ask(question: Phrase, offered: str, will_do: Callable[[str], bool]) -> str:
        while True:
            sys.stderr.write(f"{question[language]}{f' [{offered}]' if offered else ''}: ")
            sys.stderr.flush()
            line = sys.stdin.readline()
            answer = line.strip() or offered
            # At the end of the input there is nobody left to ask again.
            if will_do(answer) or not line:
                return answer
            sys.stderr.write(f"{_AGAIN[language]}\n")

    return ask


def anything(_: str) -> bool:
    """Let every answer do, none included."""
    return True
