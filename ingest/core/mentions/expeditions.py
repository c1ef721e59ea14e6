"""Expeditions to the station by ordinal: "17th expedition", 73-й экспедиции, 第73次長期滞在.

The number stands before the word, with up to two others between, and a word about the station must
be near: others go on expeditions, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.core.mentions import numbers
from ingest.core.mentions.fold import Folded
from ingest.core.mentions.numbered import Flight, flight_of
from ingest.core.mentions.series import BEYOND, Numbered

_EXPEDITION = re.compile(r"expedition|expedicion|экспедици[а-я]{0,2}")
_ORDINAL_BEFORE = re.compile(
    r"(?<!\w)(?:(?P<digits>\d{1,3})(?:st|nd|rd|th| ?(?:я|й|ю|ой|ей|му|м|го)|e|eme|a|\.|\.a|a\.)"
    r"|(?P<word>[a-zа-я]{4,20})) (?:[a-zа-я]{2,20} ){0,2}$"
)
_ORDINAL_ROOM = 60
_STATION_NEAR = re.compile(
    r"мкс|\biss\b|международн|international|internacional|station|estacion|станци"
    r"|долговременн|длительн|основн|long duration|resident"
)
_STATION_FURTHER = re.compile(
    r"\bмкс\b|\biss\b|\beei\b|space station|estacion espacial|космическ\w+ станц"
)
_ELSEWHERE = re.compile(
    r"антарктич|арктич|полярн|antar[ck]ti|arctic|artico|everest|эверест|подводн"
)
"""Others go on numbered expeditions from station to station."""
_OTHER_STATION = re.compile(r"салют|sal[iyj]ut|salut|[\"']мир|станци\w+ мир\b|\bmir\b")
_INTERNATIONAL = re.compile(r"мкс|\biss\b|\beei\b|международн|international|internacional")
_NEAR = 40
_FURTHER = 90
_HAN_NUMBER = rf"\d{{1,3}}|[{numbers.HAN}]{{1,5}}"
_HAN_ORDINAL = re.compile(
    rf"(?:第 ?(?P<first>{_HAN_NUMBER}) ?[次批期支]?(?:[/、·~ 和及与と]|から|及び)第?|第)"
    rf" ?(?P<digits>{_HAN_NUMBER}) ?[次批期支]? ?(?:远征队?|长期考察组|长期滞在)"
    r"|(?<=空间站)[ ]?(?:(?P<former>\d{1,3})/)?(?P<latter>\d{1,3})[次批期]?考察组"
)
_ORDINAL_WORDS = {
    word: number
    for number, listed in enumerate(
        (
            "first перв", "second втор", "third треть", "fourth четверт", "fifth пят",
            "sixth шест", "seventh седьм", "eighth восьм", "ninth девят", "tenth десят",
            "eleventh одиннадцат", "twelfth двенадцат", "thirteenth тринадцат",
            "fourteenth четырнадцат", "fifteenth пятнадцат", "sixteenth шестнадцат",
            "seventeenth семнадцат", "eighteenth восемнадцат", "nineteenth девятнадцат",
            "twentieth двадцат",
        ),
        start=1,
    )
    for word in listed.split()
}  # fmt: skip


def find(folded: Folded, numbered: dict[str, Numbered]) -> Iterator[Flight]:
    """Station expeditions by ordinal: "17th expedition", 73-й экспедиции, 第73次長期滞在."""
    copy = folded.text
    spans: list[tuple[int, int, int | None]] = []
    for stem in ("expedi", "экспедиц"):
        place = copy.find(stem)
        while place >= 0:
            match = _EXPEDITION.match(copy, place)
            if match is not None and not (copy[place - 1].isalnum() or copy[match.end()].isalnum()):
                spans += _ordinals_before(copy, *match.span())
            place = copy.find(stem, place + 6)
    if "第" in copy or "考察组" in copy:
        for match in _HAN_ORDINAL.finditer(copy):
            spans.append((*match.span(), numbers.parse(match["digits"] or match["latter"])))
            first = match["first"] or match["former"]
            if first:  # 第71次/第72次長期滞在
                spans.append((*match.span(), numbers.parse(first)))
    if not spans:
        return
    for choice in numbered.values():
        if not choice.ordinal:
            continue
        last = (0, 0)
        for start, end, number in spans:
            if number is not None and 0 < number <= choice.highest + BEYOND:
                span = folded.original(start, end)
                yield flight_of(choice, number, *span, "expedition", span == last)
                last = span


def _ordinals_before(copy: str, start: int, end: int) -> Iterator[tuple[int, int, int | None]]:
    """The ordinal that counts the expedition at ``start``, with up to two words between."""
    room = max(0, start - _ORDINAL_ROOM)
    words = copy[room:start]
    place = 0
    while (match := _ORDINAL_BEFORE.search(words, place)) is not None:
        number = int(match["digits"]) if match["digits"] else _ordinal_value(match["word"])
        around = words[match.start() :] + copy[end : end + _NEAR]
        if (
            number is not None
            and (
                _STATION_NEAR.search(around)
                or (match["digits"] and _STATION_FURTHER.search(copy[room : end + _FURTHER]))
            )
            and not _ELSEWHERE.search(around)
            and (not _OTHER_STATION.search(around) or _INTERNATIONAL.search(around))
        ):
            yield room + match.start(), end, number
            return
        place = match.start() + 1


def _ordinal_value(word: str) -> int | None:
    if word in _ORDINAL_WORDS:
        return _ORDINAL_WORDS[word]
    for ending in ("ой", "ая", "ую", "ый", "ого", "ому", "ым", "ом", "ья", "ьей", "ью"):
        stem = word.removesuffix(ending)
        if stem != word and (stem in _ORDINAL_WORDS or stem + "ь" in _ORDINAL_WORDS):
            return _ORDINAL_WORDS.get(stem) or _ORDINAL_WORDS[stem + "ь"]
    return None
