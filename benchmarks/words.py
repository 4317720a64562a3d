"""The words that made cities are put together from; who they name is made up."""

from __future__ import annotations

from random import Random

FIELDS = ("助老", "助学", "助残", "环保", "应急", "法律", "心理", "科普", "健康", "文化", "交通", "邻里")
AUDIENCES = ("为老", "为小", "为困难群体", "为需要心理疏导和情感慰藉群体", "为社会公共需要")
SCENES = ("进社区", "进学校", "进企业", "进机关", "进农村", "进网络")
STATES = ("进行中", "进行中", "进行中", "已结束", "未说明")
FIRST = "金银玉云松柏兰竹梅桂梧榆清明和安永福德仁义礼智信文武书香春夏秋晨晓东西南北中上"
SECOND = "山河湖海泉溪港湾桥塘园林岭岗坡原野田庄坊里井堤洲滩坪阁亭台塔门城关陵埠头口渡"
WARMTH = ("暖", "守", "护", "伴", "爱", "同", "心", "益", "善", "助", "乐", "向", "光", "聚", "结", "点", "传", "行")
SIGNS = ("阳", "灯", "航", "芽", "桥", "家", "手", "声", "风", "雨", "星", "火", "帆", "路", "屋", "泉", "窗", "花")
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏"
)
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文辉玲志红玉兰成林海燕春梅晓东雪峰宁欣佳琪浩然子涵思雨"
# Whoever has a page is not taken for a line of a roll.
OWN_GIVEN = "爱民宝根长德胜恩光富贵庆和家兴金凤景云菊香克勤珍茂年丰启仁守义佑维新耀祖振远"
ISSUERS = ("市文明办", "市委社会工作部", "团市委", "市民政局", "市妇联", "市红十字会", "市教育局", "市总工会")
SENTENCES = (
    "每周三上午，志愿者到居民家里看看，帮忙买菜、打扫、量血压，有急事马上联系社区。",
    "报名不设门槛，街坊邻居、退休教师、附近的学生都可以来，先跟着老志愿者做两次，再独立上岗。",
    "活动做完，当天在台账上记下时间、人数和居民的意见，月底一起商量下个月怎么改。",
    "遇到刮风下雨，先打电话问一问独居老人缺什么，再分头送过去，路远的由车队接力。",
    "社区腾出一间屋子作活动室，桌椅是居民捐的，书是附近学校送的，钥匙由三位志愿者轮流保管。",
    "起初只有七个人，做了一年，周边几个小区也来学，慢慢有了固定的时间、地点和分工。",
    "医生、律师、电工按各自的专长排班，居民在门口的小黑板上写下需要，谁有空谁来接。",
    "孩子放学以后可以在这里写作业，大学生志愿者陪着读书、下棋，家长下班再来接。",
    "队里定了三条规矩：不收东西，不留吃饭，不替人作主；做得好不好，由被服务的人打分。",
    "与派出所、卫生服务站和物业约定了联络办法，情况说清楚，半小时以内有人到场。",
    "每个季度请专业人员讲一次课，讲急救、讲沟通，也讲怎样照顾好自己，听完要实际练习。",
    "物资从哪里来、用到哪里去，都贴在活动室的墙上，居民随时可以看，也可以提出来问。",
)
ACTIONS = (
    ("上门看望", "志愿者结对上门，陪老人说话，帮忙买菜、打扫。"),
    ("周末课堂", "周末在社区活动室上课，辅导功课，也教手工和书法。"),
    ("街头劝导", "早晚高峰在路口劝导，提醒骑车戴头盔、过街走斑马线。"),
    ("清洁河道", "每月第一个周末沿河捡拾垃圾，记录水质，发现问题及时上报。"),
    ("义诊咨询", "请医生到社区量血压、看报告，说明怎样用药。"),
    ("法律讲堂", "律师讲婚姻、劳动和防诈骗的案例，现场回答问题。"),
    ("电话问候", "给独居老人打电话，每周两次，没有人接就请网格员上门看看。"),
    ("应急演练", "和消防站一起演练疏散、止血和心肺复苏。"),
)
ROLES = (
    "社区居民",
    "退休教师",
    "出租车司机",
    "社区医生",
    "高校教师",
    "消防员",
    "律师",
    "电工",
    "公交驾驶员",
    "图书管理员",
)


def place_name(number: int) -> str:
    """Return the name of a place without its suffix; names repeat only after some two thousand."""
    return FIRST[number % len(FIRST)] + SECOND[number // len(FIRST) % len(SECOND)]


def title(number: int) -> str:
    """Return the two characters that a project goes by; they repeat only after some three hundred."""
    return WARMTH[number % len(WARMTH)] + SIGNS[number // len(WARMTH) % len(SIGNS)]


def person_name(rng: Random) -> str:
    """Return a name of two or three characters, as in a roll."""
    return rng.choice(SURNAMES) + "".join(rng.sample(GIVEN, rng.choice((1, 2, 2))))


def own_name(number: int) -> str:
    """Return the name of somebody who has a page; names repeat only after some hundred thousand."""
    surname, pair = number % len(SURNAMES), number // len(SURNAMES) * 7
    first, apart = pair % len(OWN_GIVEN), pair // len(OWN_GIVEN) % (len(OWN_GIVEN) - 1) + 1
    return SURNAMES[surname] + OWN_GIVEN[first] + OWN_GIVEN[(first + apart) % len(OWN_GIVEN)]


def text(rng: Random, *, long: bool) -> str:
    """Return a sentence or two, or a text of one to two kilobytes."""
    return "".join(rng.sample(SENTENCES, rng.randint(9, 12) if long else rng.randint(1, 2)))
