"""Chinese, simplified; traditional characters fold to these."""

from __future__ import annotations

from ingest.core.mentions.languages.words import Language

LANGUAGE = Language(
    code="zh",
    space=(
        "航天", "宇航", "太空", "空间站", "飞船", "载人", "神舟", "探月", "登月", "月球",
        "探测器",
        "火星", "轨道", "乘组", "发射场", "返回舱", "溅落", "出舱", "着陆场",
        "运载火箭", "宇宙", "空间科学",
    ),
    setting=("火箭", "发射", "卫星", "望远镜", "着陆", "对接", "小行星", "彗星", "行星"),
    elsewhere=(
        "电影", "电视剧", "歌手", "专辑", "餐厅", "公司上市", "足球", "游戏", "小说", "演员",
        "手机",
        "股份", "酒店", "楼盘", "导航系统",
        "消防队", "神话", "女神", "酒吧", "商场", "歌曲", "乐曲",
    ),
    astronaut=(
        "航天员", "宇航员", "太空人", "航天飞行工程师", "载荷专家", "指令长", "太空游客",
    ),
    crew=("乘组", "航天员", "机组", "飞行乘组", "宇航员", "三人组"),
    roles={
        "指令长": "commander", "指挥官": "commander", "航天飞行工程师": "flight-engineer",
        "飞行工程师": "flight-engineer", "随船工程师": "flight-engineer",
        "载荷专家": "payload-specialist", "任务专家": "mission-specialist", "驾驶员": "pilot",
        "航天驾驶员": "pilot", "操作手": "operator",
    },
    officials=("主任", "发言人", "总设计师", "总指挥", "副总", "局长", "院士", "教授"),
    rockets=("运载火箭", "火箭"),
    programme=("计划", "工程", "项目"),
    generic_station=("空间站", "太空站"),
    flying=(
        "发射", "升空", "溅落", "飞船", "返回舱", "着陆", "对接", "任务", "返回地球", "坠毁",
    ),
    chinese_station=("中国空间站", "我国空间站", "中国太空站", "天宫空间站", "空间站组合体"),
)  # fmt: skip
