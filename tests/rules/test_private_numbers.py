"""Private numbers: every disguise is seen through, and what only looks like one is left alone."""

from __future__ import annotations

import pytest

from generator.rules.private_numbers import private_numbers, starred

MOBILE = (
    "电话13812345678",
    "138 1234 5678",
    "138-1234-5678",
    "138.1234.5678",
    "138·1234·5678",
    "138—1234—5678",
    "138…1234…5678",
    "138/1234/5678",
    "138，1234，5678",
    "138、1234、5678",
    "138|1234|5678",
    "(138)1234(5678)",
    "1-3-8-1-2-3-4-5-6-7-8",
    "138\n1234\n5678",
    "138  \r\n    12345678",
    "138&nbsp;1234&nbsp;5678",
    "&#49;38&#x31;2345678",
    "&#x31;&#x33;&#x38;12345678",
    "138&#8203;1234&ZeroWidthSpace;5678",
    "138\u200b1234\u20605678",
    "1️⃣3️⃣8️⃣12345678",
    "１３８１２３４５６７８",
    "𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖",
    "①③⑧①②③④⑤⑥⑦⑧",
    "一三八一二三四五六七八",
    "幺三八一二三四五六七八",
    "一三八〇〇一三八零零零",
    "壹叁捌壹贰叁肆伍陆柒捌",
    "壹參捌壹貳參肆伍陸柒捌",
    "一三八 12345678",
    "138O0138000",
    "**138**1234**5678**",
    "`138` _1234_ ~~5678~~",
    "[138](https://example.org/a)12345678",
    "[电话](tel:13812345678)",
    '<a href="tel:13812345678">电话</a>',
    "1<b>38</b>1234<i class='x'>5678</i>",
    "<p>138<br>1234<br/>5678</p>",
    "<!-- 13812345678 -->",
    "+86 138 1234 5678",
    "0086-13812345678",
    "唯一13812345678",
    "①13812345678",
    "1.13812345678",
    "https://example.org/13812345678.html",
    "https://example.org/?tel=13812345678&a=1",
    "详见https://example.org，138 1234 5678",
    "images/13812345678.jpg",
)
OTHERS = (
    ("identity-number", "11010519491231002X"),
    ("identity-number", "110105 19491231 002x"),
    ("identity-number", "１１０１０５１９４９１２３１００２Ｘ"),
    ("identity-number", "110105/1949/1231/002X"),
    ("identity-number", "一一零一零五一九四九一二三一零零二X"),
    ("identity-number", "https://example.org/u/11010519491231002X"),
    ("identity-number", "130503670401001"),
    ("bank-card", "6222 0212 3456 7890 128"),
    ("bank-card", "6222/0212/3456/7890/128"),
    ("bank-card", "6222&nbsp;0212&nbsp;3456&nbsp;7890&nbsp;128"),
    ("private-email", "someone@example.com"),
    ("private-email", "someone＠example．com"),
    ("private-email", "someone&#64;example.com"),
    ("private-email", "someone&commat;example.com"),
    ("private-email", "someone@<!-- -->example.com"),
    ("private-email", "zhang@单位.中国"),
    ("private-email", "张三@单位.公司"),
    ("private-email", "zhang(at)example.com"),
    ("private-email", "zhang（at）example（dot）com"),
    ("private-email", "zhangsan [at] example.org"),
    ("private-email", "zhang【at】example.com"),
    ("wechat-id", "加我 wxid_a1b2c3d4e5f6"),
    ("wechat-id", "ＷＸＩＤ_a1b2c3d4e5f6"),
)
LOOK_ALIKES = (
    "2019—2023年",
    "1951.10-2011.3",
    "1998-2003、2005-2010",
    "2023-10-12 14:30",
    "1985-03-12 9:30",
    "20231012123456",
    "1.38亿元，共1,234,567,890元",
    "15,234,567,890元",
    "13,800,138,000人次",
    "鲁志发〔2023〕15号、鲁志发〔2023〕1234号",
    "请拨12345热线，或0532-12345",
    "0532-85912345",
    "400-123-4567、95598、110、119、120",
    "统一社会信用代码 91370200MA3C12345X",
    "统一社会信用代码 513702005970000701",
    "注册号：370202670401001",
    "号段鲁B13800—鲁B13899",
    "13800-13899",
    "参加152人、服务1024人次、时长3301小时",
    "| 152 | 1024 | 3301 |",
    "- 152\n- 1024\n- 3301",
    "<tr><td>152</td><td>1024</td><td>3301</td></tr>",
    "15、20、30、45、60、1",
    "15 20 30 45 60 1",
    "https://www.example.gov.cn/art/2023/5/10/art_1523_567890.html",
    "/art/2023/5/10/art_15233_567890.html",
    "https://example.gov.cn/t20231012_12345678.html",
    "t20231012_12345678.html",
    "https://mp.weixin.qq.com/s?__biz=MzA1&mid=2651234567&idx=1&sn=3f13812345678ab9",
    "https://example.org/id/6222021234567890128",
    "https://weibo.com/1523/1380013800",
    "流水号 110105194912310021",
    "编号6222021234567890123",
    "0x13800138000",
    "约3.13800138000",
    "ISBN 978-7-5596-1234-5",
    "第一、三、八、一、二届",
    "一九三七、一九四五、一九四九",
    "编号152/20231012",
    "图标 icon@2x.png",
    "关注@青岛志愿服务",
    "wxid 是什么",
    "36.0671,120.3826",
    "1949年10月1日8时30分12秒",
    "12345678901",
    "",
)


def codes(text: str) -> list[str]:
    """Return the codes of the numbers in a text."""
    return [spotted.code for spotted in private_numbers(text)]


@pytest.mark.parametrize("text", MOBILE)
def test_a_mobile_number_is_found_in_every_disguise(text: str) -> None:
    """A mobile number is found once however its digits are written, parted or marked up, and none of it is printed."""
    assert codes(text) == ["mobile-number"]
    assert codes(starred(text)) == []


@pytest.mark.parametrize(("code", "text"), OTHERS)
def test_other_private_numbers_are_found_likewise(code: str, text: str) -> None:
    """Identity cards of both generations, bank cards, mailboxes and WeChat ids are found in their disguises."""
    assert codes(text) == [code]
    assert codes(starred(text)) == []


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_what_looks_like_a_private_number_is_none(text: str) -> None:
    """Dates, amounts, document numbers, hotlines, codes of organisations and official addresses are left alone."""
    assert codes(text) == []


@pytest.mark.parametrize("text", [*MOBILE, *LOOK_ALIKES, *(text for _, text in OTHERS)])
def test_a_number_is_placed_in_the_text_as_written(text: str) -> None:
    """The place of a number is that of the text as written, whatever stood around it."""
    before = "前面的话&amp;<b>一句</b>。\n"
    placed = [(spotted.code, spotted.start, spotted.end) for spotted in private_numbers(text)]
    moved = [(spotted.code, spotted.start, spotted.end) for spotted in private_numbers(before + text)]
    assert moved == [(code, start + len(before), end + len(before)) for code, start, end in placed]


def test_two_numbers_are_two() -> None:
    """Each of several numbers in one text is found, each once."""
    assert codes("13812345678\n13912345678，a@example.org，一三八一二三四五六七八") == [
        "private-email",
        "mobile-number",
        "mobile-number",
        "mobile-number",
    ]


@pytest.mark.parametrize("char", ["1", "1 ", "a@", "[", "<", "&", "一", "( at ", "-", "1,", "\u200b1"])
def test_a_long_row_of_anything_is_read_in_a_moment(char: str) -> None:
    """Text without end that begins like a number at every character is read like any other: this test comes back."""
    assert all(spotted.end <= 60_000 for spotted in private_numbers(char * 20_000))
