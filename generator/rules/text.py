"""Rules about text: what pasting brings along, and what reads as unfinished."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from generator.catalogue.catalogue import Catalogue, derived
from generator.catalogue.texts import Batch, holding, in_batches, texts_of
from generator.data.tables import simplified, standard_characters
from generator.records.declared import fields_of, held_in
from generator.records.station import Station
from generator.records.team import Team
from generator.records.way import Way
from generator.rules.rule import Finding, error, in_text, warning

_PROSE = {"summary", "text", "results", "note", "defects"}
# Goals and terms are phrases by nature.
_PHRASES = {"take_part", "goals", "terms", "policies"}
_SENTENCE = 16
_SHOWN, _END = 24, 8
_DOUBLED = re.compile(r"([。，、；：])\s*\1|[，、；]。|。[，、；]")
# A sentence of six characters and more, followed by itself; a shorter one may be a refrain.
_TWICE = re.compile(r"(?:^|(?<=[。！？\n]))\s*([^。！？\n]{6,200}[。！？])\s*\1")
_HAN = r"\u3400-\u4dbf\u4e00-\u9fff"
_ENDS = tuple("。！？…”）」』：；]")
# The last bracket of a text, where it is an opening one.
_OPEN = re.compile("[（(【《]")
_LAST_OPEN = re.compile(r"[（(【《][^（(【《）)】》]*$")
_ADVERTISING = re.compile(
    r"扫码(?:关注|添加|进群|领取)|扫一扫关注|加微信|微信号|关注.{0,6}公众号|点击(?:上方|下方|链接|阅读|购买|关注)|阅读原文"
    r"|长按识别|转载请|责任编辑|责编[:：]"
)
# Garbled Latin (``Ã©``) is found when the file is read.
_MOJIBAKE = re.compile(r"锟斤拷|烫烫烫+|屯屯屯+|\ufffd|â€|鈥|銆|锛|鐨勶?|浣犲")
# 務(wù), which is a problem of its own.
_WITH_PINYIN = re.compile(rf"[{_HAN}][（(][a-zà-ǜ]{{1,6}}[)）]")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")
# The sign comes first in these patterns and what stands before it last: so they are looked for ten times as fast.
_STRAIGHT = re.compile(rf"[\"'](?:(?<=[{_HAN}，。：；][\"'])(?=[{_HAN}])|(?<=[{_HAN}][\"'])(?=[{_HAN}，。：；]))")
_IN_CHINESE = {'"': "“ 和 ”", "'": "‘ 和 ’", ",": "，", ";": "；", "?": "？", "!": "！"}
_HALF_WIDTH_SIGN = re.compile("[\"',;?!]")
_HALF_WIDTH = re.compile(rf"[,;?!](?<=[{_HAN}”’）》」][,;?!])(?=[{_HAN}“‘（《「\s]|$)")


@error()
def mojibake(catalogue: Catalogue) -> Iterator[Finding]:
    """Report text that was read in a wrong encoding: 锟斤拷 and its like.

    疑似乱码：文字曾用错误的编码打开再保存。从原文重新粘贴。

    ✗ projects/a.yml: {name: 甲, summary: 锟斤拷锟斤拷。}
    ✓ projects/a.yml: {name: 甲, summary: 帮孩子实现心愿。}
    """
    yield from _matching(catalogue, _MOJIBAKE)


@warning(
    zh=("混进了网页上的字：“{words}”", "删掉这些字；确实是内容时，写“接受”和理由"),
    en=("words of a web page slipped in: '{words}'", "delete them, or accept with the reason"),
)
def advertising(catalogue: Catalogue) -> Iterator[Finding]:
    """Report words that web pages put around a text: scan, follow, reprint, editor.

    混进了网页上的广告或编辑信息：扫码、关注公众号、转载、责任编辑等。

    ✗ projects/a.yml: {name: 甲, summary: 帮孩子实现心愿。长按识别二维码关注。}
    ✓ projects/a.yml: {name: 甲, summary: 帮孩子实现心愿。}
    """
    for entry, at, text, _ in holding(_ADVERTISING, _texts(catalogue)):
        if match := _ADVERTISING.search(text):
            # What follows in the sentence is of the same advertisement: 长按识别二维码关注我们.
            words = re.split(r"[。！？\n]", text[match.start() :], maxsplit=1)[0]
            yield in_text(entry, at, text, match.start(), words=words[: _SHOWN * 2])


@warning(
    zh=("括号没有写完：“{words}”", "补上后一半括号，或删掉前一半；断掉的内容照原文补全"),
    en=("a bracket is not closed: '{words}'", "close it, or drop it; add what was cut off"),
    needs=("mojibake",),
)
def bracket_left_open(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a bracket that is opened and not closed: a name or a sentence was cut off, or the bracket forgotten.

    括号只有前一半：补上后一半，或者检查是不是粘贴时断掉了。名单里“名字（单位”缺了后括号，整行都会当成名字。

    ✗ honours/a.yml: {series: best, year: 2024, source: doc, winners: {最美志愿者: [王伟（某某服务队]}}
    ✓ honours/a.yml: {series: best, year: 2024, source: doc, winners: {最美志愿者: [王伟（某某服务队）]}}
    """
    for entry, at, text, _ in holding(_OPEN, _texts(catalogue)):
        match = _LAST_OPEN.search(text)
        if match and sum(map(text.count, "（(【《")) > sum(map(text.count, "）)】》")):
            yield in_text(entry, at, text, match.start(), words=match[0])


@warning(
    zh=("这段话没有写完，停在“{end}”", "写完并加上句号"),
    en=("this text is not finished; it ends with '{end}'", "finish it with a full stop"),
    needs=("mojibake", "bracket-left-open"),
)
def unfinished_sentence(catalogue: Catalogue) -> Iterator[Finding]:
    """Report prose that does not end with a full stop: it was cut off when pasted.

    一段话没有句号结尾，多半是粘贴时断掉了。

    ✗ projects/a.yml: {name: 甲, summary: 这一段话还没有写完，写到一半就}
    ✓ projects/a.yml: {name: 甲, summary: 这一段话写完了。}
    """
    for entry, at, text, _ in chain.from_iterable(batch.apart for batch in _prose(catalogue)):
        if text.rstrip().endswith(_ENDS) or at[0] in _PHRASES or not _is_sentence(text):
            continue
        # Code and words of a web page at the end are reported as such.
        if not (text.endswith(">") or _ADVERTISING.search(text, max(0, len(text) - _SHOWN))):
            end = text.strip()[-_END:]
            yield in_text(entry, at, text, text.rindex(end), end=end)


@warning(
    zh=("正文里有规范字表以外的字：{chars}", "改成规范简体字{mended}；确实要用时，写“接受”和理由"),
    en=(
        "the prose has characters outside the standard table: {chars}",
        "write them in simplified script{mended}, or accept with the reason",
    ),
    needs=("mojibake",),
)
def traditional_character(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a character in prose that the 8,105 of 通用规范汉字表 lack: traditional, or half converted.

    正文里有规范字表以外的字，多半是繁体字或转换了一半的字。名称和数值照原文，不在此列。

    ✗ projects/a.yml: {name: 甲, summary: 為老人服務。}
    ✓ projects/a.yml: {name: 甲, summary: 为老人服务。}
    """
    for entry, at, text, _ in holding(_outside_standard(), _prose(catalogue)):
        odd = sorted(set(_outside_standard().findall(_WITH_PINYIN.sub("", text))))
        if odd:
            yield in_text(entry, at, text, min(map(text.index, odd)), chars="".join(odd), mended=_in_simplified(odd))


@warning(
    zh=("链接“{address}”不是网页地址，不会显示成链接", "写 https:// 开头的完整网址；站内的记录用编号引用"),
    en=(
        "the link '{address}' is no web address and will not be shown as a link",
        "write the whole address with https://; refer to records by id",
    ),
)
def link_not_web(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a link in a record's text that leads to anything but a web page; the site drops it.

    正文里的链接只能指向 http 或 https 网页，其他的（站内路径、javascript: 等）不会显示成链接。

      projects/a.yml:
          name: 甲
    ✗     summary: 详见[这里](javascript:alert)。
    ✓     summary: 详见[这里](https://example.org/a.html)。
    """
    for entry, at, text, _ in holding(_LINK, _texts(catalogue)):
        for match in _LINK.finditer(text):
            if not match[1].lower().startswith(("http://", "https://")):
                yield in_text(entry, at, text, match.start(1), address=match[1])


@warning(
    zh=("中文之间用了英文标点 {char}", "改成中文标点 {meant}"),
    en=("ASCII punctuation {char} stands between Chinese characters", "write {meant}"),
)
def half_width_punctuation(catalogue: Catalogue) -> Iterator[Finding]:
    """Report ASCII quotes and punctuation between Chinese characters.

    中文之间用了英文的引号或标点，改成中文的：“”，；？！

      projects/a.yml:
          name: 甲
    ✗     summary: 开设"梦想课堂",每周一次。
    ✓     summary: 开设“梦想课堂”，每周一次。
    """
    for entry, at, text, _ in holding(_HALF_WIDTH_SIGN, _prose(catalogue)):
        match = _STRAIGHT.search(text) or _HALF_WIDTH.search(text)
        if match:
            yield in_text(entry, at, text, match.start(), char=match[0], meant=_IN_CHINESE[match[0]])


@warning(
    zh=("标点重复了：“{words}”", "留一个"),
    en=("punctuation stands twice: '{words}'", "keep one"),
)
def doubled_punctuation(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a full stop, comma or other Chinese mark that stands twice in a row.

    句号、逗号等打了两遍。省略号“……”和“！！”“？！”之类的语气不算。

    ✗ projects/a.yml: {name: 甲, summary: 志愿者每周六登记借还。。}
    ✓ projects/a.yml: {name: 甲, summary: 志愿者每周六登记借还。}
    """
    for entry, at, text, _ in holding(_DOUBLED, _texts(catalogue)):
        match = _DOUBLED.search(text)
        if match:
            yield in_text(entry, at, text, match.start(), words=text[max(0, match.start() - 6) : match.end()])


@warning(
    zh=("同一句话连着写了两遍：“{words}”", "删掉一遍"),
    en=("the same sentence stands twice in a row: '{words}'", "delete one"),
)
def repeated_sentence(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a sentence that stands twice in a row: it was pasted twice.

    同一句话连着出现两遍，多半是粘贴了两次。

    ✗ projects/a.yml: {name: 甲, summary: 志愿者每周六登记借还。志愿者每周六登记借还。}
    ✓ projects/a.yml: {name: 甲, summary: 志愿者每周六登记借还。}
    """
    for entry, at, text, _ in holding(_TWICE, _prose(catalogue)):
        match = _TWICE.search(text)
        if match:
            yield in_text(entry, at, text, match.start(1), words=match[1][:_SHOWN])


def _in_simplified(chars: list[str]) -> str:
    pairs = [f"{char}→{simplified()[char]}" for char in chars if char in simplified()]
    return f"（{'，'.join(pairs)}）" if pairs else ""


@warning(
    zh=("“怎么参加”里的“{label}”和这条记录自己的一样", "删掉“怎么参加”里的这一行，网页会自己取记录的“{own}”"),
    en=("the {name} of take_part repeats the record's own", "leave it out of take_part: the page takes the record's"),
)
def way_said_twice(catalogue: Catalogue) -> Iterator[Finding]:
    """Report what a way to take part repeats of its record: a telephone, an address, hours.

    队伍、阵地自己有“公开电话”“网址”“地址”，“怎么参加”里再写一遍，改了一处就会漏掉另一处。

    ✗ content/teams/a.yml: {name: 甲队, phone: 0532-12345, take_part: {text: 先打电话, phone: 0532-12345}}
    ✓ content/teams/a.yml: {name: 甲队, phone: 0532-12345, take_part: 先打电话}
    """
    for entry in (*catalogue.of(Team), *catalogue.of(Station)):
        way = held_in(entry.record, "take_part")
        for name, shape in fields_of(Way).items() if way else ():
            if (held := getattr(way, name)) and held == held_in(entry.record, name):
                own = fields_of(entry.kind.model)[name].label
                yield Finding(entry, ("take_part", name), label=shape.label, name=name, own=own)


def _is_sentence(text: str) -> bool:
    """Tell a sentence from a phrase, which needs no full stop."""
    return len(text) >= _SENTENCE or bool(re.search(r"[，。；]", text))


def _matching(catalogue: Catalogue, pattern: re.Pattern[str]) -> Iterator[Finding]:
    for entry, at, text, _ in holding(pattern, _texts(catalogue)):
        if match := pattern.search(text):
            yield in_text(entry, at, text, match.start(), words=match[0])


@derived
def _prose(catalogue: Catalogue) -> tuple[Batch, ...]:
    """Return those of the texts that are prose; a document's defects quote the misprints that they are about."""
    texts = chain.from_iterable(batch.apart for batch in _texts(catalogue))
    return in_batches(
        text
        for text in texts
        if (text.at[-1] if isinstance(text.at[-1], str) else text.at[-2]) in _PROSE
        and text.entry.kind.name not in {"metric", "document"}
    )


@derived
def _texts(catalogue: Catalogue) -> tuple[Batch, ...]:
    """Return every public text with Chinese in it, picked once for all rules of this family."""
    return in_batches(text for text in texts_of(catalogue) if text.public and not text.text.isascii())


@cache
def _outside_standard() -> re.Pattern[str]:
    """Return what finds a character that the standard table lacks."""
    return re.compile(
        f"[{''.join(char for char in map(chr, range(0x4E00, 0xA000)) if char not in standard_characters())}]"
    )
