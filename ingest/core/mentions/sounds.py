"""How a name sounds, in whatever script it is written: its consonants, in classes.

Newsrooms write foreign names by ear (Юрчихин, Jurtschichin, Iourtchikhine, 尤尔奇欣), so spellings
of one name agree in little but the order of their consonants. A reading is that order, in
the classes of Russell's Soundex (US patent 1,261,167): ``1`` lips (b p f v), ``2`` throat and hiss,
``3`` teeth (d t), ``5`` nose (m n), and the liquids: ``l``, ``r`` and ``L`` for a script that does
not tell them apart. Letters that may be read in several ways give several readings.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

_MOST_READINGS = 24

_LATIN = {
    **dict.fromkeys(("b", "p", "f", "v", "ph", "pf"), ("1",)),
    **dict.fromkeys(
        ("c", "g", "k", "q", "s", "z", "ck", "ch", "sh", "kh", "zh", "cz", "sz", "ts", "tz", "sch",
         "tch", "tsh", "dzh", "dj", "tsch", "dsch", "shch", "chtch", "schtsch", "gu", "qu", "cc"),
        ("2",),
    ),
    **dict.fromkeys(("d", "t", "dt"), ("3",)),
    **dict.fromkeys(("m", "n"), ("5",)),
    "l": ("l",), "r": ("r",), "th": ("3", "2"), "gh": ("", "2"), "x": ("2", "22"),
    "j": ("2", ""), "h": ("", "2"), "w": ("", "1"), "wh": ("",), "mc": ("52", "5"),
    "lk": ("l2", "2"),
}  # fmt: skip
_CYRILLIC = {
    **dict.fromkeys("бпфв", ("1",)),
    **dict.fromkeys(("г", "ж", "з", "к", "с", "ц", "ч", "ш", "щ", "дж", "тч", "тс", "тц"), ("2",)),
    **dict.fromkeys("дт", ("3",)),
    **dict.fromkeys("мн", ("5",)),
    "л": ("l",), "р": ("r",), "х": ("", "2"), "кс": ("2", "22"),
}  # fmt: skip
_KANA = {
    **dict.fromkeys("バビブベボパピプペポヴ", ("1",)),
    **dict.fromkeys("カキクケコガギグゲゴサシスセソザゼゾ", ("2",)),
    **dict.fromkeys("タテトダデド", ("3",)),
    **dict.fromkeys("ナニヌネノマミムメモン", ("5",)),
    **dict.fromkeys("ラリルレロ", ("L",)),
    **dict.fromkeys("チツジヂズヅ", ("2", "3")),
    **dict.fromkeys("ハヒヘホ", ("", "2")),
    "フ": ("1", ""), "クス": ("2", "22"),
}  # fmt: skip
_HAN = {
    char: readings
    for readings, chars in (
        (("",), "阿埃艾爱奥伊欧乌尤亚雅耶叶俄厄幼犹娅依优华怀惠鄂"),
        (("", "2"), "约哈海赫黑霍胡豪侯希休"),
        (("", "1"), "瓦韦维沃伍武威魏薇娃卫"),
        (("1",), "布巴贝鲍比伯玻拜彼波博普帕佩保派皮珀坡浦弗法费福夫菲佛富芙勃泼泊芭碧蓓蒲"),
        (("15",), "邦班本宾彭潘平庞芬丰凡范芳方冰"),
        (("5", "15"), "万温文翁旺"),
        (("2",), ("克卡凯科库考基格加盖戈高古斯萨塞西绍苏索茨扎泽齐佐祖奇恰切乔丘沙谢肖舒什吉杰贾朱"
                 "焦久热日若茹赛瑟色柯珂哥葛佳嘉姬琪茜莎舍夏雪叙许奎夸瓜圭史治查丝修兹可季撒施朔哲济")),
        (("25",), "香山肯康坎金昆根冈甘桑森辛孙松曾宗欣钱昌申尚顺詹真君津琴钦珍琼贡锦孔逊京简臣让"),
        (("5",), "安恩因昂英音云尹延姆马迈梅米莫穆毛玛麦默美摩缪密纳奈内尼诺努瑙娜妮涅杨扬永元年"),
        (("5", "25"), "汉亨洪翰恒罕"),
        (("55",), "曼门明蒙敏孟南嫩宁农"),
        (("3",), "特塔泰蒂托图陶德达代戴迪多杜道提忒黛狄铎大太台朵"),
        (("352",), "壮"),
        (("2", "3"), "捷"),
        (("15",), "滨"),
        (("35",), "坦汤藤廷通滕顿丁敦丹登当东唐腾婷邓汀"),
        (("L",), "尔勒拉莱雷利里洛罗卢鲁劳列丽露萝蕾莉吕留路理历烈赖廖娄瑞"),
        (("L5",), "兰伦林龙朗琳连莲良隆仑蓝廉霖"),
    )
    for char in chars
}  # fmt: skip
HAN = "".join(sorted(_HAN))
"""The characters with which foreign names are written in Chinese."""


def _tokens(table: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True)))


_TABLES: tuple[dict[str, tuple[str, ...]], ...] = (_LATIN, _CYRILLIC, _KANA, dict(_HAN))
_SCRIPTS = tuple((table, _tokens(table)) for table in _TABLES)
_DOUBLED = re.compile(r"([a-zа-я])\1+")
_NASALS = re.compile("55+")
"""香农 is written with three for the two of Shannon."""
_LIQUIDS = re.compile("[lrL]")


@lru_cache(maxsize=1 << 14)
def readings(word: str) -> frozenset[str]:
    """How a folded word (katakana as it stands) may sound; empty for one without consonants."""
    first = word[:1]
    script = 3 if first >= "\u4e00" else 2 if first >= "ァ" else 1 if first >= "а" else 0
    table, tokens = _SCRIPTS[script]
    choices = [table[token] for token in tokens.findall(_DOUBLED.sub(r"\1", word))]
    out: set[str] = set()
    for choice in product(*choices):
        out.add(_NASALS.sub("5", "".join(choice)))
        if len(out) >= _MOST_READINGS:
            break
    return frozenset(out - {""})


def keys(word: str) -> frozenset[str]:
    """Its readings without liquids, which scripts confuse and drop: what to look names up by."""
    return frozenset(_LIQUIDS.sub("", reading) for reading in readings(word))


def agree(name: str, written: str) -> bool:
    """Whether ``written``, in any script, may be the Latin ``name``: liquids where it has them."""
    if _VOWELS.match(name) and _CONSONANTS.match(written):
        return False
    if name.startswith("w") and _OPEN_VOWELS.match(written):
        return False
    if _VOWELS.match(written) and _CONSONANTS.match(name):
        return False
    patterns = [_pattern(reading) for reading in readings(name)]
    return any(pattern.fullmatch(other) for pattern in patterns for other in readings(written))


_VOWELS = re.compile("[aeouаэоеуиアエオイ阿埃艾爱奥伊欧乌]")
_OPEN_VOWELS = re.compile("[аэоеиアエオイ阿埃艾爱奥伊欧]")
_CONSONANTS = re.compile(
    "(?!ch|j)[bcdfgklmnpqrstvzбвгдзжклмнпрстфцчшщ]|[カキクケコガギグゲゴサシスセソザゼゾタテトダデド"
    "チツジナニヌネノマミムメモバビブベボパピプペポラリルレロ]"
    "|[布巴贝鲍比伯玻拜波博普帕派皮佩坡法费福夫菲弗克卡凯科库考基格加盖戈高古斯萨塞西苏索特塔泰蒂托"
    "德达代戴迪多杜马迈梅米莫穆毛玛麦纳奈内尼诺努拉莱雷利里洛罗卢鲁]"
)
"""Letters with which a name plainly begins with a vowel, or with a consonant; others may do either:
Williams is ウィリアムズ, Hague is Эйг."""


@lru_cache(maxsize=1 << 13)
def _pattern(reading: str) -> re.Pattern[str]:
    """An r may be dropped (カード), an l may not."""
    return re.compile(reading.replace("l", "[lL]").replace("r", "[rL]?"))
