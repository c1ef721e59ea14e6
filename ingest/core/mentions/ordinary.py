"""Series whose names are ordinary words: Mars, Expedition, Crew, 东方."""

from __future__ import annotations

import re

from ingest.core.mentions.numbers import HAN

ORDINARY = frozenset(
    """
    mars luna viking voyager pioneer ranger surveyor phobos fobos vega helios sentinel unity
    galactic crew demo gemini geminis mariner expedition expedicion axiom landsat starliner skylab
    tripulacion polaris artemis artemisa apollo apolo vostok wostok voskhod
    火星 金星 月球 水手 海盗 探测器 东方 上升 公理 太阳神 织女星 维加 哨兵 徘徊者 勘测者
    先驱者 旅行者 福波斯 陆地卫星 远征 神
    луна венера марс восток восход зонд пионер вега крю фобос экспедиция рейнджер викинг гелиос
    はやぶさ クルー ルナ マルス ベガ
    """.split()
)
"""Series named with words that stand before numbers in other texts as well."""
_FAMILIAR = frozenset(
    """
    apollo apolo artemis artemisa expedition expedicion skylab axiom
    аполлон аполлона экспедиция экспедиции артемида мкс
    """.split()
)
_FLOWN = frozenset(
    """
    apollo apolo artemis artemisa axiom аполлон аполлона артемида
    крю クルー tripulacion ax ns
    """.split()
)
_FLOWN_WITH_DASH = frozenset(["crew", "luna", "луна", "ルナ", "venera", "венера"])
"""Series of which "launch" or "capsule" beside the name tells much. Of Gemini and Unity it does
not, nor of expeditions: software is launched, too, and others set out for the pole."""
_NUMBER_AT_END = re.compile(rf" ?(?:\d{{1,3}}[a-z]?|[ivxl]+|[{HAN}]+)[号]?$")
NEEDS_COUNTER = frozenset(
    [
        "火星",
        "金星",
        "月球",
        "水手",
        "海盗",
        "探测器",
        "东方",
        "上升",
        "公理",
        "太阳神",
        "织女星",
        "维加",
    ]
)
NEEDS_HYPHEN = frozenset(["crew", "demo", "tripulacion"])


def is_ordinary(stem: str) -> bool:
    """Whether a folded series' name also stands before numbers in texts about other things."""
    return stem in ORDINARY or (
        len(stem) <= 3 and stem[0] < "\u2e80" and stem not in ("sts", "мкс")
    )


def is_familiar(stem: str) -> bool:
    """Whether a folded series' name makes most readers think of flights: Apollo, not Luna."""
    return stem in _FAMILIAR


def is_flown(stem: str, *, dashed: bool) -> bool:
    """Whether a word such as liftoff beside a folded series' name shows that it is a flight's."""
    return stem in _FLOWN or (dashed and stem in _FLOWN_WITH_DASH)


def without_number(name: str) -> str:
    """A folded flight's name without its number: what the series is called."""
    return _NUMBER_AT_END.sub("", name)


def familiarity(stem: str, *, known: bool) -> float:
    """What an ordinary series' name is believed without any evidence: more for Apollo than Mars."""
    if not is_familiar(stem):
        return 0.1
    return 0.3 if "xpedi" in stem or "экспед" in stem or not known else 0.5
