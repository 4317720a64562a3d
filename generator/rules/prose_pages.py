"""Rules about prose pages themselves, those of the handbook included: their names, and what they load."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.reading.files import SourceFile
from generator.rules.material import Material
from generator.rules.rule import Finding, warning

# Words of a page that send a reader to its end for a telephone or a mailbox.
_HANDBOOK = "handbook/"
_END = "(?:末尾|页脚|页尾|下面|最后|底部)"
_PROMISE = re.compile(
    rf"联系方式[^。；\n]{{0,3}}[见在看][^。；\n]{{0,6}}{_END}|[见看][^。；\n]{{0,4}}{_END}[^。；\n]{{0,4}}联系方式"
)
_PLAIN = re.compile(r"[A-Za-z0-9._-]+")


@warning(
    zh=("文件名里有空格、汉字或 # & % ? 这样的符号，网址会变成一串 %", "改名为 {plain}，再改指向它的链接"),
    en=("the file's name holds spaces, Chinese or signs like # & % ?", "rename it to {plain}, and the links to it"),
)
def prose_name(material: Material) -> Iterator[Finding]:
    """Report a prose page whose name is not of letters, digits, hyphens and dots: it is its address.

    网页的文件名就是网址。空格、汉字和 # & % ? 在网址里都要换成 %20 这样的编码，读不出也抄不下来。

    ✗ content/关于我们.md: 说明。
    ✓ content/guanyu-women.md: 说明。
    """
    for page in material.prose:
        name = page.path.rsplit("/", 1)[-1]
        if not _PLAIN.fullmatch(name):
            yield Finding(page, plain=_plain(name))


@warning(
    zh=("“{address}”在别的网站，不会显示", "把图片放进 static/，写它的文件名；视频等写成普通链接"),
    en=("'{address}' is on another host and is not shown", "put the picture into static/; make videos plain links"),
)
def foreign_content(material: Material) -> Iterator[Finding]:
    """Report what a page would load from another host: a picture, a frame, a script. The site leaves it out.

    图片、视频、脚本都不从别的网站加载：那边打不开时页面就残缺，打开时又把读者的访问告诉了别人。

    ✗ content/help.md: ![合影](https://example.org/a.png)
    ✓ content/help.md: [合影](https://example.org/a.png)
    """
    sources = {source.path: source for source in material.prose}
    for page in material.rendered:
        source = sources.get(page.source, SourceFile(page.source, ""))
        for address in page.foreign:
            yield Finding(source, spot(source, address), address=address)


@warning(
    zh=(
        "这里说“{words}”，可是还没有公布联系方式",
        "在 mkdocs.yml 里写“联系方式: …”或“我要纠错: …”；还不能公布的，先删掉这句话",
    ),
    en=(
        "the page promises a contact, '{words}', and no setting gives one",
        "write contact or corrections into mkdocs.yml; until it can be given, take the words out",
    ),
)
def promised_contact(material: Material) -> Iterator[Finding]:
    """Report a page that sends readers to its end for a contact, while the settings give none.

    页面写了“联系方式见本页末尾”，读者翻到末尾却什么也没有。每一页的末尾由程序照 mkdocs.yml 里的“联系方式”“我要纠错”写。

    ✗ content/help.md: 有事请找我们，联系方式见本页末尾。
    ✓ content/help.md: 有事请到社区服务中心一楼。
    """
    settings = material.settings.settings
    if settings.contact or settings.corrections:
        return
    # The handbook speaks to staff, who know where they sit.
    for page in (page for page in material.prose if not page.path.startswith(_HANDBOOK)):
        for number, line in enumerate(page.text.splitlines(), 1):
            if match := _PROMISE.search(line):
                yield Finding(page, (number, match.start() + 1), words=match[0])


def spot(source: SourceFile, words: str, count: int = 1) -> tuple[int, ...]:
    """Return line and column of some words in a page, at their ``count``-th mention, or at the last one before it."""
    found = [
        (number, match.start() + 1)
        for number, line in enumerate(source.text.splitlines(), 1)
        for match in re.finditer(re.escape(words), line)
    ]
    return found[min(count, len(found)) - 1] if found else ()


def _plain(name: str) -> str:
    """Return a name that is easy to say and to type: pinyin for Chinese, hyphens for all else."""
    # Its dictionary takes a third of a second to load, and only a wrong name needs it.
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    stem, dot, suffix = unicodedata.normalize("NFKC", name).rpartition(".")
    words = " ".join(lazy_pinyin(stem))
    return (re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-") or "page") + dot + suffix
