"""Level: the rank of an honour or an official library, the highest first."""

from __future__ import annotations

from generator.records.fields import Choice


class Level(Choice):
    """The level of government or organisation that grants an honour or keeps a library."""

    NATIONAL = "national", "全国"
    PROVINCIAL = "provincial", "省级"
    MUNICIPAL = "municipal", "市级"
    DISTRICT = "district", "区县级"
    TOWNSHIP = "township", "镇街级"
    OTHER = "other", "其他"
