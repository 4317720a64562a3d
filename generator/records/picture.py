"""Picture: a photograph of what a record is about, and what is known of its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.records.fields import Choice, Line, Model, PersonRef, field, file_only


class Focus(Choice):
    """Where in a picture that which matters is; it stays in sight when the picture is cut."""

    CENTRE = "centre", "中"
    TOP = "top", "上"
    BOTTOM = "bottom", "下"
    LEFT = "left", "左"
    RIGHT = "right", "右"
    TOP_LEFT = "top-left", "左上"
    TOP_RIGHT = "top-right", "右上"
    BOTTOM_LEFT = "bottom-left", "左下"
    BOTTOM_RIGHT = "bottom-right", "右下"

    @property
    def centre(self) -> tuple[float, float]:
        """Return the point that a cut keeps, as shares of width and height."""
        words = self.value
        across = 0.2 if "left" in words else 0.8 if "right" in words else 0.5
        down = 0.2 if "top" in words else 0.8 if "bottom" in words else 0.5
        return across, down


class Picture(Model):
    """One picture; the first of a record is its cover."""

    from_text = file_only

    file: Line = field("文件", "图片的文件名；图片放在这条记录旁边", example="mengyuan-1.jpg")
    alt: Line | None = field(
        "说明", "画面上有什么，念给看不见的人听", default=None, example="三名志愿者和孩子们在操场上放风筝"
    )
    caption: Line | None = field("图注", "图下面的一句话：什么时候、在哪里、在做什么", default=None)
    credit: Line | None = field("摄影", "谁拍的", default=None, example="江城市志愿服务联合会")
    people: tuple[PersonRef, ...] = field("人物", "画面上认得出、有人物记录的人，写编号", default=())
    focus: Focus = field("焦点", "画面上最要紧的在哪边，裁切时留住", default=Focus.CENTRE)


class Pictured(Model):
    """What can have pictures."""

    pictures: tuple[Picture, ...] = field(
        "图片",
        "放在记录旁边的图片，第一张是封面；与编号同名的图片（mengyuan.jpg）不用写，就是封面",
        default=(),
        example="mengyuan-1.jpg",
        is_fact=False,
    )


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """A sound picture: upright width and height in pixels, the SHA-256 of its file, the colour it has on the whole.

    ``words`` are the texts in its metadata, ``has_place`` says that they tell where it was taken.
    """

    digest: str
    width: int
    height: int
    tint: str
    is_blurred: bool
    words: tuple[str, ...] = ()
    has_place: bool = False


def picture_facts(told: Mapping[str, Any]) -> PictureFacts:
    """Return facts that were written down as plain data."""
    return PictureFacts(**{**told, "words": tuple(told["words"])})


@dataclass(frozen=True, slots=True)
class PictureFault:
    """A file that is no picture that can be shown: the code of the problem, and what its words name."""

    code: str
    details: tuple[tuple[str, str], ...] = ()


# The files of a project that are meant as pictures, by path.
PictureFile = PictureFacts | PictureFault
