"""Rules about what pasting brings along: code of web pages, lost characters, pinyin, half converted script, emoji.

Each finding offers the words as they should be, as far as they can be known.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache

from generator.catalogue.catalogue import Catalogue, derived
from generator.catalogue.texts import in_batches, texts_of
from generator.data.tables import simplified, standard_characters
from generator.reading.nodes import Path
from generator.records.parse import Entry
from generator.rules.rule import Finding, in_text, warning

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"
# Pictures, not signs: ★ ● ① ✓ are typed, and stay.
_EMOJI = (
    *((0x1F000, 0x1FAFF), (0x2600, 0x2604), (0x2614, 0x2615), (0x263A, 0x263A), (0x2648, 0x2653), (0x26A1, 0x26FF)),
    *((0x2702, 0x270F), (0x2728, 0x2728), (0x2744, 0x2744), (0x274C, 0x274C), (0x2753, 0x2757), (0x2763, 0x2764)),
    *((0x2795, 0x2797), (0x27A1, 0x27A1), (0x2B50, 0x2B50), (0xFE0F, 0xFE0F), (0x20E3, 0x20E3)),
)
_PICTURES = re.compile(f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in _EMOJI)}\u200d]+")
_ENTITY = r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});"
# Tags that editors of web pages write; a<b>c is a comparison.
_NAMES = "br|p|div|span|strong|em|font|img|table|tbody|tr|td|th|li|ul|ol|h[1-6]|script|style|section|iframe|svg"
_BREAK = re.compile(r"<(?:br|/p|/div)\s*/?>", re.IGNORECASE)
# Those of one letter only as a pair, or closing.
_LETTERS = "b|i|u|s|a"
_TAG = re.compile(
    rf"</?(?:{_NAMES})(?:\s[^<>]*)?/?>|</(?:{_LETTERS})>|<({_LETTERS})(?:\s[^<>]*)?>(?=[^<>]*</\1>)", re.IGNORECASE
)
# [微笑], which chat programs put where a picture was; a link has its address behind it.
_CHAT = rf"\[[{_HAN}]{{1,3}}\](?!\()"
_CODE = re.compile(f"{_ENTITY}|{_TAG.pattern}|{_CHAT}", re.IGNORECASE)
_LOST = re.compile(rf"\?{{3,}}|\?{{2}}(?=[{_HAN}])|[□■]{{2,}}")
# In prose it is a question, typed with the English keyboard.
_LOST_IN_NAME = re.compile(rf"{_LOST.pattern}|(?<=[{_HAN}])\?(?=[{_HAN}])")
_READING = re.compile(rf"([{_HAN}])[（(]([a-z{_TONED}]{{1,6}})[）)]")
_OPENED = re.compile(f"[(（][a-z{_TONED}]")
# What a clean piece of a text shows of the words around it.
_AROUND, _WHOLE = 12, 40
_NAME_FIELDS = {"name", "short", "title", "unit", "category", "categories"}


@warning(
    zh=("混进了网页代码“{words}”", "改成“{clean}”；确实是内容时，写“接受”和理由"),
    en=("code of a web page slipped in: '{words}'", "write '{clean}', or accept with the reason"),
)
def web_code(catalogue: Catalogue) -> Iterator[Finding]:
    """Report entities and tags of web pages in a record's text, which readers would see as they are.

    从网页粘贴时混进了代码：&nbsp;、&ldquo;、<br>、<span> 等。网站会照样显示出来，要删掉或换成它代表的字。

    ✗ projects/a.yml: {name: '甲&nbsp;乙&amp;丙'}
    ✓ projects/a.yml: {name: 甲 乙&丙}
    """
    for entry, at, text in _suspects(catalogue):
        # [示范]小书屋: brackets before a name are a mark of its own.
        match = _CODE.search(text, 1 if text[:1] == "[" and _is_name(entry, at) else 0)
        if match and _without_code(match[0]) != match[0]:
            yield in_text(entry, at, text, match.start(), words=match[0][:_WHOLE], clean=_clean_piece(text, match))


@warning(
    zh=("有字丢了，只剩“{words}”", "对照原文，把丢掉的字补上"),
    en=("characters were lost here: '{words}'", "look them up in the original and type them"),
)
def lost_characters(catalogue: Catalogue) -> Iterator[Finding]:
    """Report question marks and boxes where characters were lost on the way from another program.

    文字在别的软件里转换时丢了字，只剩问号或方框。真正的问号用中文的“？”，写在句子末尾。

    ✗ projects/a.yml: {name: '????志愿者?动'}
    ✓ projects/a.yml: {name: 关爱老人志愿者行动}
    """
    for entry, at, text in _suspects(catalogue):
        pattern = _LOST_IN_NAME if _is_name(entry, at) else _LOST
        # A web address may have any of these.
        if (match := pattern.search(text)) and "://" not in text:
            yield in_text(entry, at, text, match.start(), words=_piece(text, match))


@warning(
    zh=("字的后面带着拼音：“{words}”", "改成“{clean}”；确实是注音时，写“接受”和理由"),
    en=("a character is followed by its pinyin: '{words}'", "write '{clean}', or accept with the reason"),
)
def pinyin_left_over(catalogue: Catalogue) -> Iterator[Finding]:
    """Report pinyin in brackets behind a character, which programs that convert the script leave behind: 務(wù).

    转换繁简时留下的拼音：服務(wù)、業(yè)。删掉括号和拼音，繁体字改成简体字。

    ✗ projects/a.yml: {name: 助学志愿服務(wù)行动}
    ✓ projects/a.yml: {name: 助学志愿服务行动}
    """
    for entry, at, text in _suspects(catalogue):
        match = next((match for match in _READING.finditer(text) if _is_read_so(*match.groups())), None)
        if match:
            clean = _READING.sub(lambda found: found[1] if _is_read_so(*found.groups()) else found[0], text)
            clean = _in_simplified(clean)[: _WHOLE * 2]
            yield in_text(entry, at, text, match.start(), words=match[0], clean=clean)


@warning(
    zh=("简体字里夹着繁体字：{chars}", "改成“{clean}”；名称本来就这样写的，写“接受”和理由"),
    en=("traditional characters among simplified ones: {chars}", "write '{clean}', or accept with the reason"),
    needs=("name-outside-order", "pinyin-left-over"),
)
def mixed_script(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a name in which traditional and simplified characters are mixed: half converted.

    名称里繁体字和简体字混在一起，多半是转换了一半。整个用繁体字的名称不算，别名照原文；正文里的繁体字另有提醒。

    ✗ projects/a.yml: {name: 关爱老人志愿服務队}
    ✓ projects/a.yml: {name: 关爱老人志愿服务队}
    """
    for entry, at, text in _suspects(catalogue):
        odd = _traditional().intersection(text)
        if odd and _is_name(entry, at) and not _only_simplified().isdisjoint(text):
            chars, clean = "".join(sorted(odd)), _in_simplified(text)[: _WHOLE * 2]
            yield in_text(entry, at, text, min(map(text.index, odd)), chars=chars, clean=clean)


@warning(
    zh=("名称里有表情符号：{chars}", "改成“{clean}”；名称本来就有的，写“接受”和理由"),
    en=("there are emoji in a name: {chars}", "write '{clean}', or accept with the reason"),
)
def emoji_in_name(catalogue: Catalogue) -> Iterator[Finding]:
    """Report emoji in a name: web pages strew them in, and neither search nor read-aloud knows them.

    名称里混进了表情符号，搜不到，朗读也读不出来。正文里的不算，名称末尾自己起的一个也不算，人名里的都算。

    ✗ projects/a.yml: {name: 百名优秀🍛志愿者推荐🔁}
    ✓ projects/a.yml: {name: 百名优秀志愿者推荐}
    """
    for entry, at, text in _suspects(catalogue):
        found = _PICTURES.findall(text)
        if not found or not _is_name(entry, at):
            continue
        # One at the end of what is no person's name was put there by whoever named it.
        if at[:1] == ("winners",) or entry.kind.name == "person" or len(found) > 1 or not text.endswith(found[0]):
            chars, clean = "".join(dict.fromkeys(found)), _PICTURES.sub("", text)[: _WHOLE * 2]
            yield in_text(entry, at, text, text.index(found[0]), chars=chars, clean=clean)


@derived
def _suspects(catalogue: Catalogue) -> tuple[tuple[Entry, Path, str], ...]:
    """Return every public text with something that one of these rules looks for; nearly all have nothing."""
    odd, opened = _odd_character().search, _OPENED.search
    return tuple(
        text[:3]
        for joined, apart in in_batches(texts_of(catalogue))
        if odd(joined) or opened(joined)
        for text in apart
        if text.public and (odd(text.text) or opened(text.text))
    )


@cache
def _odd_character() -> re.Pattern[str]:
    """Return what finds a character by which a text is looked at, or one beyond those that a pattern finds fast."""
    pictures = (chr(code) for first, last in _EMOJI for code in range(first, last + 1))
    odd = sorted(char for char in _traditional().union("&<?□■[", pictures) if char <= "\uffff")
    return re.compile(f"[{re.escape(''.join(odd))}\U00010000-\U0010ffff]")


@cache
def _traditional() -> frozenset[str]:
    """Return the characters that are traditional and nothing else."""
    return frozenset(simplified()) - standard_characters()


@cache
def _only_simplified() -> frozenset[str]:
    """Return the characters that a text in traditional script has not: Big5, made for that, lacks them; 后 it has."""
    return frozenset(char for char in simplified().values() if not char.encode("big5", errors="ignore"))


@cache
def _is_read_so(char: str, sound: str) -> bool:
    """Return whether a word in brackets is how the character before it is read."""
    # Its dictionary takes a third of a second to load, and hardly any project needs it.
    from pypinyin import Style, pinyin  # noqa: PLC0415

    styles = (Style.TONE, Style.NORMAL)
    return any(sound in pinyin(char, style=style, heteronym=True, errors="ignore")[0] for style in styles)


def _is_name(entry: Entry, at: Path) -> bool:
    """Return whether a text is what something is called; aliases, values and a document's title quote originals."""
    name = next((step for step in reversed(at) if isinstance(step, str)), "")
    return name in _NAME_FIELDS and not (entry.kind.name == "document" and name == "title")


def _in_simplified(text: str) -> str:
    return "".join(simplified().get(char, char) if char in _traditional() else char for char in text)


def _without_code(text: str) -> str:
    """Return a text with the characters that its entities stand for, and without tags."""
    plain = re.sub(_CHAT, "", _TAG.sub("", _BREAK.sub(" ", text.replace("\n", ""))))
    return re.sub(_ENTITY, lambda match: html.unescape(match[0]), plain).replace("\u00a0", " ").strip()


def _clean_piece(text: str, match: re.Match[str]) -> str:
    """Return a text without code, from a little before its first piece of code on; no entity is cut in two."""
    if len(text) <= _WHOLE:
        return _without_code(text)
    return text[max(0, match.start() - _AROUND) : match.start()] + _without_code(text[match.start() :])[:_WHOLE]


def _piece(text: str, match: re.Match[str]) -> str:
    """Return a text as a whole where it is short, else what stands around a place in it."""
    return text if len(text) <= _WHOLE else text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
