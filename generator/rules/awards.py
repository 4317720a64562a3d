"""Rules about awards as such: quota, level, approval, public notice, document number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.winners import every_winner
from generator.data.tables import standard_characters
from generator.problems import Phrase
from generator.records.edition import EditionStatus, Order
from generator.records.level import Level
from generator.records.person import Person
from generator.records.series import Series
from generator.rules.honours import editions, series_of
from generator.rules.rule import Finding, error, warning

# A number that goes on to the left is another: 五十佳 is no 十佳, and 二十大 no 十大.
_QUOTAS = tuple(
    (re.compile(rf"(?<![\d一二两三四五六七八九十百千]){word}"), most)
    for word, most in (("十佳", 10), ("十大", 10), ("百佳", 100), ("百优", 100), ("四个100", 100))
)
_NATIONAL = re.compile(r"全国|中国|中华|国家级")
_PROVINCES = (
    "某{1,2}|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东"
    "|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾"
)
_LEVEL_WORDS = (
    (re.compile(r"^(?:全国|中国)"), Level.NATIONAL),
    (re.compile(rf"^(?:{_PROVINCES})省"), Level.PROVINCIAL),
)
_DOCUMENT_NO = re.compile(r".+〔(\d{4})〕第?\d+号")
# The same with brackets that a keyboard has, or with spaces.
_DOCUMENT_NO_TYPED = re.compile(r"(.+?)\s*[〔\[（(【［]\s*(\d{4})\s*[〕\]）)】］]\s*(第?)\s*(\d+)\s*号?")


@warning(
    zh=("“{category}”列了 {count} 个，超过名称里的 {most} 个", "核对名单；确有增加时，写“接受”和理由"),
    en=(
        "'{category}' lists {count}, more than the {most} of its name",
        "check the roll; if right, accept with the reason",
    ),
)
def over_quota(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a category with more winners than its name allows: eleven names under 十佳.

    名单人数超过奖项名称里的数目：“十佳”下面列了十一个。

      honours/series.yml: [{id: best, name: 五个十佳, level: 市级}]
      honours/a.yml:
          series: best
          year: 2024
          source: doc
          winners:
    ✗       十佳志愿者: [甲一, 乙一, 丙一, 丁一, 戊一, 己一, 庚一, 辛一, 壬一, 癸一, 子一]
    ✓       十佳志愿者: [甲一, 乙一, 丙一, 丁一, 戊一, 己一, 庚一, 辛一, 壬一, 癸一]
    """
    for entry, edition in editions(catalogue):
        series = series_of(catalogue, edition)
        for index, group in enumerate(edition.winners):
            named = group.category + (series.name if series else "")
            most = next((count for word, count in _QUOTAS if word.search(named)), None)
            if most and len(group.honours) > most:
                at = ("winners", index, "category")
                yield Finding(entry, at, category=group.category, count=str(len(group.honours)), most=str(most))


@warning(
    zh=("“{name}”含“全国”“中国”等字样，没有写批准文件", "在系列里写“批准文件”；只是转述来源所载的，写“接受”和理由"),
    en=(
        "'{name}' has 全国 or 中国 in it and names no approving document",
        "add approval to the series; accept with the reason where it only relates a source",
    ),
)
def award_needs_approval(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a series with 全国 or 中国 in its name and no approving document.

    Source: 国务院办公厅《评比达标表彰活动管理办法》, which reserves such names for approved awards.

    名称含“全国”“中国”等字样的奖项要有批准文件，写到“批准文件”里；只是转述来源所载的，写明理由接受。

    ✗ honours/series.yml: [{id: best, name: 全国最美, level: 全国}]
    ✓ honours/series.yml: [{id: best, name: 全国最美, level: 全国, approval: 某部〔2024〕1号}]
    """
    for entry in catalogue.of(Series):
        series = entry.record
        if not series.approval and _NATIONAL.search(series.name):
            yield Finding(entry, ("name",), name=series.name)


@warning(
    zh=("级别写的是{level}，名称说的是{meant}", "改正级别，或者核对名称"),
    en=("the level is {level}, but the name says {meant}", "correct the level, or look up the name"),
    needs=("award-needs-approval",),
)
def level_mismatch(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a series whose level is not what its name says.

    荣誉系列的级别与名称不符：名称以“全国”开头的是全国级，以某省开头的是省级。

    ✗ honours/series.yml: [{id: best, name: 山东省文明社区, level: 市级}]
    ✓ honours/series.yml: [{id: best, name: 山东省文明社区, level: 省级}]
    """
    for entry in catalogue.of(Series):
        series = entry.record
        meant = next((level for words, level in _LEVEL_WORDS if words.search(series.name)), None)
        if meant and series.level is not meant:
            yield Finding(entry, ("level",), level=series.level.label, meant=meant.label)


@warning(
    zh=("公示没有写起止日期", "写上“公示开始”和“公示结束”"),
    en=("the notice has no first and last day", "add notice_from and notice_to"),
)
def notice_without_dates(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a roll on public notice without the first and the last day of the notice.

    公示中的名单要写公示的起止日期。

    ✗ honours/a.yml: {series: best, year: 2024, status: 公示}
    ✓ honours/a.yml: {series: best, year: 2024, status: 公示, notice_from: 2024-12-01, notice_to: 2024-12-07}
    """
    for entry, edition in editions(catalogue):
        if edition.status is EditionStatus.NOTICE and not (edition.notice_from and edition.notice_to):
            yield Finding(entry, ("status",))


@error(
    zh=("公示结束早于公示开始", "改正其中一个日期"),
    en=("the notice ends before it begins", "correct one of the dates"),
)
def notice_dates_reversed(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a notice that ends before it begins.

    公示的结束日期早于开始日期。

    ✗ honours/a.yml: {series: best, year: 2024, status: 公示, notice_from: 2024-12-07, notice_to: 2024-12-01}
    ✓ honours/a.yml: {series: best, year: 2024, status: 公示, notice_from: 2024-12-01, notice_to: 2024-12-07}
    """
    for entry, edition in editions(catalogue):
        if edition.notice_from and edition.notice_to and edition.notice_from.is_surely_after(edition.notice_to):
            yield Finding(entry, ("notice_to",))


@warning(
    zh=("文号“{value}”的写法不对", "写成 {mended}"),
    en=("'{value}' is not in the form of a document number", "write {mended}"),
)
def bad_document_number(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a document number that lacks its year in the brackets that offices print, or its number.

    Source of the form: 《党政机关公文格式》 (GB/T 9704), 发文字号.

    文号的写法是：机关代字〔年份〕序号，例如“青文明办〔2024〕12号”。年份用六角括号〔〕，中间没有空格。

    ✗ honours/a.yml: {series: best, year: 2024, document_no: "青文明办[2024]12号", source: doc}
    ✓ honours/a.yml: {series: best, year: 2024, document_no: 青文明办〔2024〕12号, source: doc}
    """
    for entry, edition in editions(catalogue):
        number = edition.document_no
        if number and not _DOCUMENT_NO.fullmatch(number):
            typed = _DOCUMENT_NO_TYPED.fullmatch(number)
            form = Phrase("机关代字〔年份〕序号，例如 青文明办〔2024〕12号", "it as 青文明办〔2024〕12号")
            mended = f"{typed[1]}〔{typed[2]}〕{typed[3]}{typed[4]}号" if typed else form
            yield Finding(entry, ("document_no",), value=number, mended=mended)


@warning(
    zh=("年份写的是 {year}，文号却是 {other} 年的", "核对年份和文号；确实如此时，写“接受”和理由"),
    en=("the year is {year}, but the document number is of {other}", "look both up; accept with the reason if right"),
    needs=("bad-document-number",),
)
def year_against_document_number(catalogue: Catalogue) -> Iterator[Finding]:
    """Report an edition whose year is more than one away from that of its document number.

    一年的评选，文件在当年或第二年发。年份和文号差得更多，多半有一个打错了。

    ✗ honours/a.yml: {series: best, year: 2042, document_no: 青文明办〔2024〕12号, source: doc}
    ✓ honours/a.yml: {series: best, year: 2024, document_no: 青文明办〔2024〕12号, source: doc}
    """
    for entry, edition in editions(catalogue):
        match = _DOCUMENT_NO.fullmatch(edition.document_no or "")
        if match and edition.year and abs(int(match[1]) - edition.year.year) > 1:
            yield Finding(entry, ("year",), year=str(edition.year), other=match[1])


@warning(
    zh=("姓“{char}”不在规范字表里，排不出笔画顺序", "检查是不是繁体字或写错了；确实如此时，写“接受”和理由"),
    en=(
        "the surname '{char}' is not in the stroke table and cannot be placed",
        "check for traditional script or a slip; accept with the reason if it is right",
    ),
)
def name_outside_order(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a name on a roll in stroke order whose surname the stroke table does not have.

    Source of the table: 通用规范汉字表 (2013), 8,105 characters.

    名单按姓氏笔画排，但这个姓不在规范字表里，排不出位置，会排到最后。检查是不是繁体字或写错了。

    ✗ honours/a.yml: {series: best, year: 2024, order: 姓氏笔画, source: doc, winners: {最美志愿者: [陳伟]}}
    ✓ honours/a.yml: {series: best, year: 2024, order: 姓氏笔画, source: doc, winners: {最美志愿者: [陈伟]}}
    """
    for cited in every_winner(catalogue):
        person = catalogue.get(Person, cited.honour.person)
        # A team's name may begin with a quotation mark, which is no surname.
        name = (person.record.name if person else cited.honour.name or "").lstrip("“‘《「『\"'")
        # What begins with a number or a letter is no surname; a number left over from a list is reported as such.
        if (
            cited.edition.order is Order.STROKES
            and name[:1].isalpha()
            and not name[0].isascii()
            and name[0] not in standard_characters()
        ):
            yield Finding(cited.entry, (*cited.at, "person" if person else "name"), char=name[0])
