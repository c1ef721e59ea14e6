"""Numbers behind a series' name that count or date something: на МКС 3 марта, クルー3名.

Such a number names no flight, in any series. A dash before it (МКС-3) or a counter behind it (3号)
says that it belongs to the name after all.
"""

from __future__ import annotations

import re

from ingest.core.mentions.ordinary import is_familiar, is_ordinary
from ingest.core.mentions.series import DASH

_GAP = "[ \u00a0]"
_MONTHS = (
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
    "|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
)
_GERMAN_MONTHS = (
    "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
)
_UNITS = (
    # English; not "members" or "astronauts", which a flight has
    "days|hours|minutes|weeks|months|years|decades|times|miles|kilomet(?:er|re)s|met(?:er|re)s"
    "|people|persons|goals|points"
    "|jours?|heures?|minutes?|semaines?|mois|années|ans|fois|kilomètres|mètres|personnes|points"
    "|Tage|Tagen|Stunden|Minuten|Wochen|Monate|Monaten|Jahre|Jahren|Kilometer|Meter|Personen|Menschen"
    "|días|horas|minutos|semanas|meses|años|veces|kilómetros|metros|personas|puntos"
    "|час(?:а|ов)?|сут(?:ки|ок)|дн(?:я|ей)|недел[юиь]|месяц(?:а|ев)?|год(?:а|у)?|лет|минут[аы]?"
    "|раза?|человека?|член(?:а|ов)|космонавт(?:а|ов)|астронавт(?:а|ов)|тонн[аы]?|килограмм(?:а|ов)?"
    "|кг|км|километр(?:а|ов)|метр(?:а|ов)|корабл(?:я|ей)|модул(?:я|ей)|выход(?:а|ов)?"
)
_HAN_UNITS = (
    "[名位个個天岁歳米吨噸週]|人(?![类類工造])|月(?![球面背壤])|日(?!本)|年|小时|小時|分钟|公里|千米|万|亿"
    "|時間|分[間後前]|[かヶカ]月|回(?![収收路目])"
)
_COUNTED = re.compile(
    rf"{_GAP}(?:{_MONTHS}|{_UNITS})\b|\.{_GAP}(?:{_GERMAN_MONTHS})\b|{_GAP}?(?:{_HAN_UNITS})"
    r"|-(?:й|я|е|го|му|ю|ой|ми|ти|х)\b"
)
_DATED = re.compile(
    rf"{_GAP}(?:January|February|March|April|May|June|July|August|September|October|November"
    rf"|December|de{_GAP}(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre"
    rf"|noviembre|diciembre))(?:{_GAP}(?:de{_GAP})?\d{{4}}|[.,;)\n]|$)"
)
"""Dates that a flight may well stand before ("the Apollo 11 July landing") are dates only behind
names of other things than flights: Mars, Luna."""
_PEOPLE = re.compile("[名位](?:航天员|航天員|宇航员|宇航員|乘[组組]|太空人)")
_SCORE = re.compile(rf"[{DASH}:]\d{{1,2}}(?!\d)")


def counted(text: str, start: int, end: int, stem: str) -> bool:
    """Whether the number at the end of the name ``text[start:end]`` counts or dates something.

    ``stem`` is the folded name without its number.
    """
    if text[end - 1 : end].isnumeric() and _COUNTED.match(text, end):
        return not dashed(text, start, end)
    if is_ordinary(stem) and not is_familiar(stem) and _DATED.match(text, end):
        return not dashed(text, start, end)
    # the suit «Орлан-МКС №6»: the name is the end of a longer one
    return (
        start > 1
        and text[start - 1] in DASH
        and "а" <= text[start - 2].lower() <= "я"
        and text[start].isupper()
    )


def of_a_crew(text: str, digits: str, end: int) -> bool:
    """Whether the last numeral counts a crew: 神二十三名航天员 are the three of Shenzhou-20."""
    return len(digits) > 1 and digits[-1] in "两三" and _PEOPLE.match(text, end) is not None


def scored(text: str, start: int, end: int) -> bool:
    """Whether the number may be half of a score: Cosmos beat Apollo 2-1."""
    return not dashed(text, start, end) and _SCORE.match(text, end) is not None


def dashed(text: str, start: int, end: int) -> bool:
    """Whether a dash joins name and number: Crew-10."""
    head = text[start:end].rstrip("0123456789")
    return head[-1:] in tuple(DASH)
