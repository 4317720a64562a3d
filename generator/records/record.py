"""What every record has."""

from __future__ import annotations

from generator.records.addresses import FormerId
from generator.records.fields import Line, PlaceRef, Prose, field
from generator.records.picture import Pictured
from generator.records.sourced import Sourced
from generator.records.statements import Figure, Goal, Policy, Practice


class Record(Sourced):
    """One thing with an id, a name and sources."""

    id: str = field("编号", "文件名就是编号；多条写在一个文件时，每条写自己的编号", example="mengyuan", is_fact=False)
    name: Line = field("名称", "全称，照原文", example="“给我一个心愿，圆你一个梦想”志愿服务项目", is_fact=False)
    aliases: tuple[Line, ...] = field("别名", "原文里的其他叫法、简称", default=())
    summary: Prose | None = field("简介", "一两句话，用自己的话写", default=None, is_fact=False)
    formerly: tuple[FormerId, ...] = field(
        "曾用编号", "改过编号的，写以前的编号；以前的网址会转到这一页", default=(), example="meng-yuan", is_fact=False
    )
    remark: Prose | None = field("内部备注", "只给编辑看，不会公开", default=None, public=False)


class Subject(Pictured, Record):
    """A record that figures, goals and practices can be about."""

    place: tuple[PlaceRef, ...] = field(
        "地区", "所在地区的编号；跨几个地区的，一行一个，主要的写在前面", default=(), example="qingdao", is_fact=False
    )
    figures: tuple[Figure, ...] = field("数据", "关于它的数据，一行一条，照原文写数值", default=())
    practices: tuple[Practice, ...] = field("做法", "它做了什么，一条一件事", default=())
    goals: tuple[Goal, ...] = field("目标", "计划和目标，不是结果", default=())
    policies: tuple[Policy, ...] = field("制度文件", "法规、办法、方案", default=())
