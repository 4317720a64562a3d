"""Rules about pictures: files that are missing, are no pictures, are used by nobody, or say more than they should."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue, derived
from generator.catalogue.shown_pictures import covers_beside, named_pictures
from generator.reading.files import SourceFile
from generator.reading.nodes import Path
from generator.records.kinds import KINDS
from generator.records.likeness import nearest
from generator.records.parse import Entry
from generator.records.person import Person
from generator.records.picture import Picture, Pictured, PictureFacts, PictureFault
from generator.rules.material import Material, Subject
from generator.rules.private_numbers import masked_number, private_numbers
from generator.rules.rule import Finding, error, warning

# A cover is shown 800 pixels wide on a phone with a dense screen; half of that still does.
_LEAST_COVER = 400


@error(
    zh=("这里没有图片“{file}”", "把图片放到 {folder}/，或者改正文件名", "是不是“{suggestion}”？"),
    en=(
        "there is no picture '{file}' here",
        "put it into {folder}/, or mend its name",
        "is it '{suggestion}'? ",
    ),
)
def picture_missing(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a picture that a record names and that does not lie beside it.

    图片和写着它的记录放在同一个文件夹里，文件名连同后缀要一字不差。

    ✗ projects/a.yml: {name: 甲, 图片: [{文件: a1.jpg, 说明: 合影}]}
    ✓ projects/a.yml: {name: 甲}
    """
    for entry, at, picture, path in _named(catalogue):
        if at and path not in catalogue.pictures and not _in_other_case(catalogue, path):
            folder = posixpath.dirname(path)
            near = {posixpath.basename(known) for known in catalogue.pictures if posixpath.dirname(known) == folder}
            yield Finding(
                entry, (*at, "file"), file=picture.file, folder=folder, suggestion=nearest(picture.file, near)
            )


@error(
    zh=("“{file}”的大小写和文件名不一样，文件叫“{name}”", "写成“{name}”"),
    en=("'{file}' differs in letter case from the file, which is '{name}'", "write '{name}'"),
)
def picture_case(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a picture whose name is written in another letter case than that of its file.

    自己电脑上（Windows）不分大小写，网站的服务器分：写错了，发布后就成了空白。

      projects/A1.jpg: （一张照片）
    ✗ projects/a.yml: {name: 甲, 图片: [{文件: a1.jpg, 说明: 合影}]}
    ✓ projects/a.yml: {name: 甲, 图片: [{文件: A1.jpg, 说明: 合影}]}
    """
    for entry, at, picture, path in _named(catalogue):
        if path not in catalogue.pictures and (meant := _in_other_case(catalogue, path)):
            name = posixpath.join(posixpath.dirname(picture.file), posixpath.basename(meant))
            yield Finding(entry, (*at, "file"), file=picture.file, name=name)


@error(
    zh=("“{file}”不是能用的图片", "换成 JPG、PNG 或 WebP 的图片；只改后缀没有用，要在看图软件里“另存为”"),
    en=(
        "'{file}' is no picture that can be used",
        "save it anew as JPEG, PNG or WebP; a new ending alone is not enough",
    ),
)
def not_a_picture(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a file that is none of the kinds of picture that are read, whatever its name says.

    程序看的是文件里面的内容，不是后缀。网页上能用的是 JPG、PNG 和 WebP。

      projects/a.yml: {name: 甲}
    ✗ projects/a.jpg: 这是一段文字
    ✓ projects/readme.md: 这是一段文字
    """
    yield from _with_fault(catalogue, "not-a-picture")


@error(
    zh=("“{file}”是 SVG，不能用作照片", "在画图软件里导出成 PNG，再放进来"),
    en=("'{file}' is an SVG, which cannot stand for a photograph", "export it as a PNG"),
)
def picture_svg(catalogue: Catalogue) -> Iterator[Finding]:
    """Report an SVG: it is a program of its own kind, and may hold scripts and links.

    这种文件（SVG）里可以藏脚本和外部链接，从网上下载的尤其如此，所以不收。

      projects/a.yml: {name: 甲}
    ✗ projects/a.svg: <svg xmlns="http://www.w3.org/2000/svg"/>
    ✓ projects/readme.md: 标志另存成了 PNG
    """
    yield from _with_fault(catalogue, "picture-svg")


@error(
    zh=("“{file}”打不开：文件坏了，或者没有传完", "从手机或相机重新拷一份"),
    en=("'{file}' cannot be opened: it is damaged or cut off", "copy it again from the telephone or camera"),
)
def picture_broken(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a picture that cannot be decoded to its end.

    拷贝中断、网盘没有同步完，图片会缺一截，下半张是灰的。

      projects/a.yml: {name: 甲}
    ✗ projects/a.webp: RIFF0000WEBPVP8 没有传完
    ✓ projects/readme.md: 已经重新拷贝
    """
    yield from _with_fault(catalogue, "picture-broken")


@error(
    zh=("“{file}”太大了（{size}）", "用手机或看图软件把它缩小：长边 4000 像素、20 MB 以内就够，再放进来"),
    en=("'{file}' is too large ({size})", "make it smaller: 4,000 pixels at its longer side, and 20 MB, are plenty"),
)
def picture_too_large(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a picture of more than 20 MB or 64 million pixels, or with a side of more than 16,000.

    网页上最宽只用 1600 像素。原图留在自己的电脑里，放进项目的先缩小：手机相册里“编辑—调整大小”，
    电脑上用画图的“重新调整大小”。

      projects/a.yml: {name: 甲}
    ✗ projects/a.jpg: （一张超过 20 MB 的照片）
    ✓ projects/a.jpg: （一张照片）
    """
    yield from _with_fault(catalogue, "picture-too-large")


@warning(
    zh=("“{file}”没有人用", "在旁边的记录里写“图片: {file}”，或者把它改成记录的编号，或者移到项目文件夹以外"),
    en=("nothing uses '{file}'", "name it in a record beside it, or give it the record's id, or move it elsewhere"),
)
def picture_unused(material: Material) -> Iterator[Finding]:
    """Report a picture that lies beside records or pages and that none of them shows.

    没有记录用的图片不会发布。多半是文件名和编号差了一点，或者忘了写进记录。

      projects/a.yml: {name: 甲}
    ✗ projects/b.jpg: （一张照片）
    ✓ projects/a.jpg: （一张照片）
    """
    catalogue = material.catalogue
    used = {path for *_, path in _named(catalogue)} | {
        _in_other_case(catalogue, path) for *_, path in _named(catalogue)
    }
    text = "\n".join(page.text for page in material.prose)
    for path, found in catalogue.pictures.items():
        is_sound = isinstance(found, PictureFacts)
        if is_sound and path not in used and posixpath.basename(path) not in text:
            yield Finding(SourceFile(path, ""), file=posixpath.basename(path))


@error(
    zh=("“{first}”和“{second}”都叫这条记录的编号，不知道哪张是封面", "留一张；另一张换个名字，写进记录的“图片”"),
    en=(
        "'{first}' and '{second}' both bear the record's id",
        "keep one, and name the other under pictures",
    ),
)
def two_covers(catalogue: Catalogue) -> Iterator[Finding]:
    """Report two files that both lie beside a record under its id.

    与编号同名的图片就是封面，一条记录只能有一张。

      projects/a.yml: {name: 甲}
      projects/a.jpg: （一张照片）
    ✗ projects/a.png: （一张照片）
    ✓ projects/readme.md: 只留一张
    """
    for kind in _KINDS:
        for entry in catalogue.of(kind.model):
            found = covers_beside(catalogue, entry)
            if len(found) > 1:
                first, second, *_ = map(posixpath.basename, found)
                yield Finding(entry, first=first, second=second)


@warning(
    zh=("封面“{file}”只有 {width} 像素宽，放大了会模糊", "换一张宽 800 像素以上的；从微信里存的，请对方发“原图”"),
    en=("the cover '{file}' is only {width} pixels wide", "take one of 800 pixels or more; ask for the original"),
)
def picture_small(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a cover that is less than 400 pixels wide.

    微信转发的图片会被压得很小，要“原图”。

      projects/a.yml: {name: 甲}
    ✗ projects/a.jpg: （一张 200×150 的照片）
    ✓ projects/a.jpg: （一张照片）
    """
    for subject, at, file, facts in _covers(catalogue):
        if facts.width < _LEAST_COVER:
            yield Finding(subject, at, file=file, width=str(facts.width))


@warning(
    zh=("封面“{file}”很模糊", "换一张清楚的；确实要用这一张，写“接受”和理由"),
    en=("the cover '{file}' is very blurred", "take a sharp one, or accept it with a reason"),
)
def picture_blurred(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a cover in which nothing is in focus.

    手抖或没有对上焦的照片，放大了看不清人。

      projects/a.yml: {name: 甲}
    ✗ projects/a.jpg: （一张模糊的照片）
    ✓ projects/a.jpg: （一张照片）
    """
    for subject, at, file, facts in _covers(catalogue):
        if facts.is_blurred and facts.width >= _LEAST_COVER:
            yield Finding(subject, at, file=file)


@warning(
    zh=("图片“{file}”没有写画面上有什么", "加一行“说明”，例如“三名志愿者和孩子们在操场上放风筝”"),
    en=("nothing says what is seen in the picture '{file}'", "add 说明: what somebody who cannot see it should hear"),
)
def picture_without_alt(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a picture that a record names without saying what is seen in it.

    看不见的人靠它知道画面上有什么，图片打不开时也显示它。封面不写，就念记录的名称。

      projects/a2.jpg: （一张照片）
    ✗ projects/a.yml: {name: 甲, 图片: [{文件: a2.jpg}]}
    ✓ projects/a.yml: {name: 甲, 图片: [{文件: a2.jpg, 说明: 三名志愿者在操场上}]}
    """
    for entry, at, picture, path in _named(catalogue):
        if at and not picture.alt and path in catalogue.pictures:
            yield Finding(entry, at, file=picture.file)


@error(
    zh=(
        "图片“{file}”自带的信息里有 {number}",
        "在看图软件里打开，另存为新的一张；再问问这是谁的号码",
    ),
    en=("what '{file}' carries unseen holds {number}", "save it anew without that, and ask whose number it is"),
)
def picture_private(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a private number in what a picture carries unseen, or in its name.

    照片里看不见的信息（作者、备注）和文件名里，有时写着手机号、身份证号。网站不会带出去，可是这张图片已经不该再传。

      projects/a.yml: {name: 甲}
    ✗ projects/a.jpg: （一张照片，自带的信息里写着“tel 13800138000”）
    ✓ projects/a.jpg: （一张照片）
    """
    for path, facts in catalogue.pictures.items():
        words = facts.words if isinstance(facts, PictureFacts) else ()
        for text in (posixpath.splitext(posixpath.basename(path))[0], *words):
            for spotted in private_numbers(text):
                subject, at = _place_of(catalogue, path)
                yield Finding(subject, at, file=posixpath.basename(path), number=masked_number(spotted.number))


@error(
    zh=("图片里的“{name}”未成年，没有写监护人同意", "在“{id}”的记录里写“监护人同意: 是”，或者把名字从“人物”里去掉"),
    en=(
        "the minor '{name}' is in this picture without a guardian's consent",
        "add 监护人同意 to '{id}', or drop the name",
    ),
)
def picture_of_child(catalogue: Catalogue) -> Iterator[Finding]:
    """Report a minor who is named in a picture without the guardian's consent.

    认得出、又写了名字的孩子，要监护人同意才能用。写了同意，网站上也不写孩子的名字。

      content/people.yml: [{id: xiao, name: 王小明, 未成年: 是, source: doc}]
      projects/a.jpg: （一张照片）
    ✗ projects/a.yml: {name: 甲, 图片: [{文件: a.jpg, 说明: 放风筝, 人物: xiao}]}
    ✓ projects/a.yml: {name: 甲, 图片: [{文件: a.jpg, 说明: 放风筝}]}
    """
    for entry, at, picture, _ in _named(catalogue):
        for number, person_id in enumerate(picture.people):
            person = catalogue.get(Person, person_id)
            if person and person.record.minor and not person.record.guardian_consent:
                yield Finding(entry, (*at, "people", number), name=person.record.name, id=person_id)


_KINDS = tuple(kind for kind in KINDS if issubclass(kind.model, Pictured))


@derived
def _named(catalogue: Catalogue) -> tuple[tuple[Entry, Path, Picture, str], ...]:
    """Return every picture of every record: where it is named, what is said of it, and the path of its file."""
    return tuple(
        (entry, named.at, named.picture, named.path)
        for kind in _KINDS
        for entry in catalogue.of(kind.model)
        for named in named_pictures(catalogue, entry)
    )


def _in_other_case(catalogue: Catalogue, path: str) -> str:
    """Return the picture whose path is that one but for letter case; nothing where there is none."""
    return _by_lower_case(catalogue).get(path.lower(), "")


@derived
def _by_lower_case(catalogue: Catalogue) -> dict[str, str]:
    return {path.lower(): path for path in catalogue.pictures}


def _with_fault(catalogue: Catalogue, code: str) -> Iterator[Finding]:
    for path, found in catalogue.pictures.items():
        if isinstance(found, PictureFault) and found.code == code:
            subject, at = _place_of(catalogue, path)
            yield Finding(subject, at, file=posixpath.basename(path), **dict(found.details))


def _place_of(catalogue: Catalogue, path: str) -> tuple[Subject, Path]:
    """Return where a picture is named first; the file itself where no line names it."""
    found = next(((entry, at) for entry, at, _, own in _named(catalogue) if own == path and at), None)
    return (found[0], (*found[1], "file")) if found else (SourceFile(path, ""), ())


def _covers(catalogue: Catalogue) -> Iterator[tuple[Subject, Path, str, PictureFacts]]:
    """Yield the sound cover of each record that has one."""
    seen: set[str] = set()
    for entry, at, _, path in _named(catalogue):
        facts = catalogue.pictures.get(path)
        is_cover = not at or at == ("pictures", 0)
        if is_cover and isinstance(facts, PictureFacts) and path not in seen:
            seen.add(path)
            yield entry, (*at, "file") if at else (), posixpath.basename(path), facts
