"""Where dates stand in the sentences of a language, and what they say and leave open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from ingest.core.milestones.dates import Stated
from ingest.core.milestones.stems import stems
from ingest.core.milestones.words import Words, listed

_SAME_DAY, _NEXT_DAY = 9, range(20, 31)
"""After so many hours it is most likely still the same day, or the next."""
_Y = r"((?:19|20)\d\d)"
_ISO = re.compile(rf"(?<!\d){_Y}-(\d\d)-(\d\d)(?!\d)")
_DOTTED = re.compile(rf"(?<![\d.])(\d{{1,2}})\.(\d{{1,2}})\.{_Y}(?!\d)")
_YEAR = re.compile(rf"(?:(?<![\w.,-])|(?<=\bmid-)|(?<=\bmi-)){_Y}(?![\w-]|[.,]\d)")
_DAY_BEFORE_MONTH = re.compile(
    r"(?<![\d.:])([0-3]?\d)(?:st|nd|rd|th|er|º|\.|-го|-е)?(?:(?:\s?[-–]\s?|\s(?:au|bis|al|to|по)\s)\d{1,2}\.?)?\s(?:of\s|de\s)?$"
)
_DAY_AFTER_MONTH = re.compile(
    r"\.?\s([0-3]?\d)(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2})?(?![^\W_]|[:%])(?!\s?[ap]\.?m)"
)
_YEAR_AFTER_MONTH = re.compile(rf"\.?(?:,?\s|\sdel?\s|\sdes\sjahres\s|\sof\s){_Y}(?![\d-])")
_HAN = re.compile(
    rf"(?:(?<!\d)(?:{_Y}\s?年\s?)(?:(\d{{1,2}})\s?月(?:\s?(\d{{1,2}})\s?[日号號])?)?"
    r"|(?<!\d)()(\d{1,2})\s?月(?![面球])(?:\s?(\d{1,2})\s?[日号號])?"
    r"|(?:(?<![\d月])|(?<=[今来先本上下個个]月))()()(\d{1,2})\s?日(?![間间後后目ぶ延早遅余])"
    r")(?:[（(](?:日本|現地|北京|当地|米東部|米国)(?:時間|时间)[）)])?"
)
_SHORT_YEAR = re.compile(r"(?<![\d.])(\d\d)年(\d{1,2})月(?![面球間间])(?:(\d{1,2})[日号])?")
_FIRST_SHORT_YEAR = 50
"""86年1月 is of the last century, 26年4月 of this one."""
_ALSO_WORDS = {
    "may": re.compile(r"(?:in|for|last|next|since|early|late|mid|until|by|this|of)[\s-]$"),
    "mars": re.compile(r"(?:en|début|fin|mi|dès|depuis|mois de|courant|avant)[\s-]$"),
    "sept": re.compile(r"(?:in|last|next|since|early|late|mid|until|by|this|of|en)[\s-]$"),
}
"""Months that are words as well, and what stands before them where they are months."""
_AGO = re.compile(r"(?:ago|il y a|hace|vor|назад)[\s,]{0,3}$")
"""Before "today": the day is an anniversary, years after what is told."""
_BORN = re.compile(
    r"(?:\bborn|geboren(?: wurde)?|\bgeb\.|\bnée?|\bnacid[oa]|\bnació|родил(?:ся|ась)|\bрод\.)"
    r"(?: on| in| am| im| le| en| el|,){0,2}\s$"
)
_BIRTH = re.compile(r"\s?(?:に?生まれ|出生|生(?=[，、。まれ]))")
"""Around the day on which somebody was born, in biographies."""
_OF_THE_MOON = ("球", "面", "表", "背", "轨", "軌")
"""After "last month" in Chinese: 登上月球, "went up to the Moon"."""
_OF_EVENT = re.compile(r" (?:d[eu]s?|del|d['’]\w+|após|nach|после|до)\b")
"""After "au lendemain": counted from an event whose day stands elsewhere, if anywhere."""
_LAST_DAY = 31
_EVE = re.compile(r" (?:старт|запуск|пуск|пол[её]т|стыков|посад|выход|годовщин|дня)")
"""After "накануне", which then is no yesterday but the eve of something."""


class Calendar:
    """Finds the dates of one language in lower-case sentences."""

    def __init__(self, words: Words) -> None:
        kinds: list[tuple[str, Any]] = [
            *(((month, ("month", number))) for month, number in words.months.items()),
            *(((day, ("weekday", number))) for day, number in words.weekdays.items()),
            *(((word, ("relative", value))) for word, value in words.relative.items()),
            *(((word, ("after", 0))) for word in words.same_day),
            *(((word, ("after", 1))) for word in words.next_day),
            *(((word, ("after", -1))) for word in words.day_before),
        ]
        self._spaced = words.spaced
        self._kinds = [kind for _, kind in kinds]
        self._words = AhoCorasick([word for word, _ in kinds], MatchKind.LeftmostLongest)
        self._later = _Counted(words.days_later, words)
        self._hours = _Counted(words.hours_later, words)
        self._ago = _Counted(words.days_ago, words)
        self._earlier = _Counted(words.days_earlier, words)
        self._months_ago = _Counted(words.months_ago, words)
        self._years_ago = _Counted(words.years_ago, words)
        self._anniversaries = _Counted(words.anniversary, words)
        self._day_alone = re.compile(words.day_alone) if words.day_alone else None
        self._after_weekday = _after_weekday(words)

    def find(self, sentence: str) -> list[Stated]:
        """The date expressions of ``sentence``, in order; they do not overlap."""
        found = [*self._named(sentence), *self._numeric(sentence)]
        found += [Stated(*span, after=days) for span, days in self._later.find(sentence)]
        found += [
            Stated(*span, after=int(hours > _SAME_DAY))
            for span, hours in self._hours.find(sentence)
            if hours <= _SAME_DAY or hours in _NEXT_DAY
        ]
        found += [Stated(*span, after=-days) for span, days in self._earlier.find(sentence)]
        found += [Stated(*span, relative=("day", -days)) for span, days in self._ago.find(sentence)]
        found += [
            Stated(*span, relative=("anniversary", -years))
            for span, years in self._anniversaries.find(sentence)
        ]
        found += [
            Stated(*span, relative=("month", -months))
            for span, months in self._months_ago.find(sentence)
            if months > 1
        ]
        found += [
            Stated(*span, relative=("year", -years))
            for span, years in self._years_ago.find(sentence)
            if years > 1  # "a year ago" is about a year
        ]
        if self._day_alone is not None:
            found += [
                Stated(*match.span(), day=int(match[1]))
                for match in self._day_alone.finditer(sentence)
                if 1 <= int(match[1]) <= _LAST_DAY
            ]
        found.sort(key=lambda stated: (stated.start, -stated.end))
        kept: list[Stated] = []
        for stated in found:
            if not kept or stated.start >= kept[-1].end:
                kept.append(stated)
        kept = _years_joined(kept) if not self._spaced else kept
        kept = [one for one in kept if not _is_birthday(one, sentence)]
        return [one for number, one in enumerate(kept) if not _repeated(one, kept, number)]

    def _named(self, sentence: str) -> Iterator[Stated]:
        for number, start, end in self._words.find_matches_as_indexes(sentence):
            if self._spaced and not _is_word(sentence, start, end):
                continue
            kind, value = self._kinds[number]
            if kind == "month":
                month = _month(sentence, start, end, value)
                if month is not None:
                    yield month
            elif kind == "weekday":
                day = self._after_weekday and self._after_weekday.match(sentence, end)
                if day and 1 <= int(day[1]) <= _LAST_DAY:  # "el viernes 10"
                    yield Stated(start, day.end(), day=int(day[1]))
                else:
                    yield Stated(start, end, weekday=value)
            elif kind == "after":
                if not (value and _OF_EVENT.match(sentence, end)):
                    yield Stated(start, end, after=value)
            elif not (
                _AGO.search(sentence, max(0, start - 8), start)
                or _EVE.match(sentence, end)
                or (value[0] == "month" and sentence.startswith(_OF_THE_MOON, end))
            ):
                yield Stated(start, end, relative=value)

    def _numeric(self, sentence: str) -> Iterator[Stated]:
        years = "20" in sentence or "19" in sentence
        if years:
            for match in _ISO.finditer(sentence):
                yield from _date(match, *match.groups())
        if not self._spaced:
            for match in _SHORT_YEAR.finditer(sentence):
                year = int(match[1])
                century = "19" if year >= _FIRST_SHORT_YEAR else "20"
                yield from _date(match, century + match[1], match[2], match[3])
            for match in _HAN.finditer(sentence):
                groups = next(
                    three
                    for three in (match.group(1, 2, 3), match.group(4, 5, 6), match.group(7, 8, 9))
                    if any(three)
                )
                yield from _date(match, *groups)
        elif years:
            yield from _with_year(sentence)


class _Counted:
    """Finds counted days: "two days later", "il y a trois jours"."""

    def __init__(self, lines: str, words: Words) -> None:
        number = rf"(\d{{1,2}}|{'|'.join(sorted(words.counts, key=len, reverse=True))})"
        edge = r"(?<![^\W_])(?<!\w-)" if words.spaced else r"(?<![\d一二三四五六七八九十百])"
        joined = "|".join(listed(lines))
        self._stems = stems(joined.replace("<n>", r"\d"))
        self._pattern = re.compile(rf"{edge}(?:{joined.replace('<n>', number)})")
        self._counts = words.counts

    def find(self, sentence: str) -> Iterator[tuple[tuple[int, int], int]]:
        """Spans with their number of days."""
        if not any(stem in sentence for stem in self._stems):
            return
        for match in self._pattern.finditer(sentence):
            number = next(group for group in match.groups() if group)
            yield match.span(), self._counts.get(number) or int(number)


def _after_weekday(words: Words) -> re.Pattern[str] | None:
    """A day of the month right after a weekday, where no month, hour or thing counted follows."""
    if not words.weekday_and_day:
        return None
    months = "|".join(words.months)
    return re.compile(
        rf"\s(\d{{1,2}})(?![\w%]|[.,:]\d|er\b|º|\s(?:de\s)?(?:{months})\b|\s?(?:h|heures?|horas?)\b)"
    )


def _with_year(sentence: str) -> Iterator[Stated]:
    for match in _DOTTED.finditer(sentence):
        day, month, year = match.groups()
        yield from _date(match, year, month, day)
    for match in _YEAR.finditer(sentence):
        yield from _date(match, match[1], None, None)


def _is_birthday(one: Stated, sentence: str) -> bool:
    return (
        _BORN.search(sentence, max(0, one.start - 20), one.start) is not None
        or _BIRTH.match(sentence, one.end) is not None
    )


def _is_word(sentence: str, start: int, end: int) -> bool:
    before = sentence[start - 1] if start else " "
    after = sentence[end] if end < len(sentence) else " "
    return not before.isalnum() and not after.isalnum()


def _date(
    match: re.Match[str], year: str | None, month: str | None, day: str | None
) -> Iterator[Stated]:
    numbers = [int(part) if part else None for part in (year, month, day)]
    if (numbers[1] is None or 1 <= numbers[1] <= 12) and (numbers[2] is None or numbers[2] <= 31):
        yield Stated(*match.span(), year=numbers[0], month=numbers[1], day=numbers[2])


def _month(sentence: str, start: int, end: int, month: int) -> Stated | None:
    """The date around a month's name: "April 24, 2025", "24. April", "abril de 2025", "April"."""
    if sentence.endswith("long ", 0, start):
        return None  # the rocket Long March 5
    before = _DAY_BEFORE_MONTH.search(sentence, max(0, start - 16), start)
    after = None if before else _DAY_AFTER_MONTH.match(sentence, end)
    day = before or after
    begin, stop = before.start() if before else start, after.end() if after else end
    year = _YEAR_AFTER_MONTH.match(sentence, stop)
    if day is not None and not 1 <= int(day[1]) <= 31:
        return None
    bare = day is None and year is None
    shown_by = _ALSO_WORDS.get(sentence[start:end]) if bare else None
    heads = sentence.startswith(":", end) and not sentence[:start].strip("-–—•* ")
    if shown_by and not heads and not shown_by.search(sentence, max(0, start - 8), start):
        return None  # the verb, the planet, the number
    return Stated(
        begin,
        year.end() if year else stop,
        year=int(year[1]) if year else None,
        month=month,
        day=int(day[1]) if day else None,
    )


def _years_joined(found: list[Stated]) -> list[Stated]:
    """Chinese and Japanese "last year" before a month, and "last month" before a day: 先月3日."""
    joined: list[Stated] = []
    for one in found:
        year = joined[-1] if joined else None
        if (
            year is not None
            and year.relative is not None
            and one.year is None
            and one.start - year.end <= 1
            and (
                (year.relative[0] == "year" and one.month is not None)
                or (year.relative[0] == "month" and one.month is None and one.day is not None)
            )
        ):
            joined[-1] = replace(one, start=year.start, relative=year.relative)
        else:
            joined.append(one)
    return joined


def _repeated(one: Stated, found: list[Stated], number: int) -> bool:
    """Whether a date beside it says the same more fully: "Tuesday, March 5", "hoy viernes"."""
    of_day = one.relative is not None and one.relative[0] == "day"
    if one.weekday is None and not of_day:
        return False
    return any(
        (other.day is not None or (of_day and other.weekday is not None))
        and max(other.start - one.end, one.start - other.end) <= 3
        for other in found[max(0, number - 1) : number + 2]
        if other is not one
    )
