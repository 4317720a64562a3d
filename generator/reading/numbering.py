"""How Word and the web number the items of a list, as text: 1. 2、（三）④ 五、and bullets."""

from __future__ import annotations

BULLETS = "•·●○▪■□◆★☆※►"
# 3.15 and 1、2号楼 are no numbers of items.
NUMBERING = (
    r"\d{1,3}\s*[.．、)）](?!\d)|[（(]\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[)）]|[①-⑳]"
    "|[一二三四五六七八九十]{1,3}、"
)
