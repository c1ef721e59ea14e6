"""Dates inside sentences, and the day they mean, given when the article was published.

Newspapers write "Tuesday", "9日" or "April 24" and leave the rest to the reader. The reader's rule
is the one used here: what happened lies at or just before the day of publication, what is planned
at or just after it. A date that cannot be completed (a day and month in a text of unknown year)
is none: half a date is never guessed into a whole one.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ingest.core.milestones.words import Unit, Words

FIRST_YEAR, LAST_YEAR = 1900, 2099


@dataclass(frozen=True, slots=True)
class Known:
    """A calendar date as far as it is known: a year, a month of it, or a day of that."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        if self.month is not None:
            parts.append(f"{self.month:02}")
            if self.day is not None:
                parts.append(f"{self.day:02}")
        return "-".join(parts)

    @property
    def last(self) -> date:
        """The last day that it may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def first(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)


@dataclass(frozen=True, slots=True)
class Stated:
    """A date expression as it stands: what it says and what it leaves open."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relative: tuple[Unit, int] | None = None
    next_day: bool = False


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication, as far as it is known; None for an article without a date."""

    known: Known | None

    @property
    def day(self) -> date | None:
        return self.known.first if self.known and self.known.day else None


_AGO = re.compile(r"(?:ago|il y a|hace|vor|назад)[\s,]*$", re.IGNORECASE)
"""Before "today": the day is an anniversary, years after what is told."""
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"


def find(sentence: str, pattern: re.Pattern[str], words: Words) -> list[Stated]:
    """The date expressions of ``sentence``, in order; they do not overlap."""
    found = [
        stated
        for match in pattern.finditer(sentence)
        if (stated := _stated(match, words)) is not None
    ]
    return [one for number, one in enumerate(found) if not _repeated(one, found, number)]


def _repeated(one: Stated, found: list[Stated], number: int) -> bool:
    """Whether a date beside it says the same more fully: "Tuesday, March 5", 今天（10月30日）."""
    if one.weekday is None and not (one.relative and one.relative[0] == "day"):
        return False
    return any(
        other.day is not None and max(other.start - one.end, one.start - other.end) <= 3
        for other in found[max(0, number - 1) : number + 2]
        if other is not one
    )


def expressions(words: Words) -> re.Pattern[str]:
    """What finds the dates of one language, for :func:`find`."""
    patterns = list(_spaced(words) if words.spaced else _han())
    edge = (r"(?<![^\W_])", r"(?![^\W_])") if words.spaced else ("", "")
    patterns += [
        rf"{edge[0]}(?P<relative>{_alternatives(words.relative)}){edge[1]}",
        rf"{edge[0]}(?P<next>{words.next_day}){edge[1]}",
        rf"{edge[0]}(?P<weekday>{_alternatives(words.weekdays)}){edge[1]}",
        rf"(?<![\w.,-]){_YEAR.format('year_only')}(?![\w-]|[.,]\d)"
        if words.spaced
        else rf"(?<!\d){_YEAR.format('year_only')}\s?年",
    ]
    return re.compile("|".join(patterns), re.IGNORECASE)


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _spaced(words: Words) -> Iterator[str]:
    months = _alternatives(words.months)
    yield rf"(?<!\d){_YEAR.format('y1')}-(?P<m1>\d\d)-(?P<d1>\d\d)(?!\d)"
    yield rf"(?<![\d.])(?P<d2>\d{{1,2}})\.(?P<m2>\d{{1,2}})\.{_YEAR.format('y2')}(?!\d)"
    link = r"(?:\s|,|\sde\s|\sdel\s|\sdes\sJahres\s|\sof\s)\s?"
    yield (
        rf"(?<![\d.:])(?P<d3>[0-3]?\d)(?:st|nd|rd|th|er|º|\.|-го|-е)?(?:\s?[-–]\s?\d{{1,2}}\.?)?"
        rf"\s(?:of\s|de\s)?(?P<m3>{months})\.?(?![^\W_])"
        rf"(?:,?{link}{_YEAR.format('y3')}(?!\d))?"
    )
    yield (
        rf"(?<![^\W_])(?P<m4>{months})\.?\s(?P<d4>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:%])(?!\s?[ap]\.?m)"
        rf"(?:,?\s{_YEAR.format('y4')}(?!\d))?"
    )
    yield rf"(?<![^\W_])(?P<m5>{months})\.?,?{link}{_YEAR.format('y5')}(?![\d-])"
    yield rf"(?<![^\W_])(?P<m6>{months})(?![^\W_])"


def _han() -> Iterator[str]:
    yield (
        rf"(?<!\d){_YEAR.format('y1')}\s?年\s?(?P<m1>\d{{1,2}})\s?月(?:\s?(?P<d1>\d{{1,2}})\s?[日号號])?"
    )
    yield rf"(?<!\d){_YEAR.format('y2')}-(?P<m2>\d\d)-(?P<d2>\d\d)(?!\d)"
    yield (
        r"(?P<of3>[去今明来來昨翌]年|同年)?(?:の)?(?<!\d)(?P<m3>\d{1,2})\s?月\s?(?P<d3>\d{1,2})\s?[日号號]"
    )
    yield r"(?P<of4>[去今明来來昨翌]年|同年)?(?:の)?(?<!\d)(?P<m4>\d{1,2})\s?月(?![面球])"
    yield r"(?<![\d月])(?P<d5>\d{1,2})\s?日(?![間间])"


_OF_YEAR = {"去": -1, "昨": -1, "今": 0, "同": 0, "明": 1, "来": 1, "來": 1, "翌": 1}


def _stated(match: re.Match[str], words: Words) -> Stated | None:
    start, end = match.span()
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    if "relative" in groups:
        if _AGO.search(match.string, max(0, start - 8), start):
            return None
        return Stated(start, end, relative=words.relative[groups["relative"].lower()])
    if "next" in groups:
        return Stated(start, end, next_day=True)
    if "weekday" in groups:
        return Stated(start, end, weekday=words.weekdays[groups["weekday"].lower()])
    if "year_only" in groups:
        return Stated(start, end, year=int(groups["year_only"]))
    values: dict[str, str] = {}
    for name, value in groups.items():
        values[name[:-1]] = value
    month = values.get("m")
    number = None
    if month is not None:
        number = int(month) if month.isdigit() else words.months[month.lower()]
        if not 1 <= number <= 12:
            return None
    day = int(values["d"]) if "d" in values else None
    if day is not None and not 1 <= day <= 31:
        return None
    if "m" in values and words.spaced and month == "may" and day is None and "y" not in values:
        return None  # the verb, not the month
    year = int(values["y"]) if "y" in values else None
    relative: tuple[Unit, int] | None = None
    if "of" in values:
        relative = ("year", _OF_YEAR[values["of"][0]])
    return Stated(start, end, year=year, month=number, day=day, relative=relative)


def resolve(
    stated: Stated, *, planned: bool, published: Published, before: Known | None
) -> Known | None:
    """The date that ``stated`` means, or None where that cannot be known.

    ``planned`` turns what is left open towards the future; ``before`` is the last date that the
    text gave, from which "the next day" and a bare day of the month are counted.
    """
    if stated.next_day:
        return _shift(before, "day", 1) if before and before.day else None
    if stated.relative is not None and stated.month is None:
        unit, count = stated.relative
        return _shift(published.known, unit, count)
    if stated.weekday is not None:
        return _weekday(stated.weekday, planned, published)
    if stated.year is not None:
        return _valid(stated.year, stated.month, stated.day)
    if stated.relative is not None:
        year = _shift(published.known, *stated.relative)
        return _valid(year.year, stated.month, stated.day) if year else None
    if stated.month is None:
        return _day_of_month(stated.day, planned, published, before)
    return _without_year(stated.month, stated.day, planned, published, before)


def _valid(year: int, month: int | None, day: int | None) -> Known | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if month is not None and day is not None and day > calendar.monthrange(year, month)[1]:
        return None
    return Known(year, month, day)


def _shift(known: Known | None, unit: Unit, count: int) -> Known | None:
    if known is None:
        return None
    if unit == "year":
        return _valid(known.year + count, None, None)
    if unit == "month":
        if known.month is None:
            return known if count == 0 else None
        index = known.year * 12 + known.month - 1 + count
        return _valid(index // 12, index % 12 + 1, None)
    if known.day is None:
        return known
    moved = known.first + timedelta(days=count * (7 if unit == "week" else 1))
    return _valid(moved.year, moved.month, moved.day)


def _weekday(weekday: int, planned: bool, published: Published) -> Known | None:
    today = published.day
    if today is None:
        return published.known
    ahead = (weekday - today.weekday()) % 7
    moved = today + timedelta(days=ahead if planned or ahead == 0 else ahead - 7)
    return _valid(moved.year, moved.month, moved.day)


def _day_of_month(
    day: int | None, planned: bool, published: Published, before: Known | None
) -> Known | None:
    if day is None:
        return None
    today = published.day
    if today is None:
        return (
            _valid(before.year, before.month, day) if before and before.month else published.known
        )
    for count in (0, 1, -1) if planned else (0, -1, 1):
        known = _shift(Known(today.year, today.month, None), "month", count)
        whole = _valid(known.year, known.month, day) if known else None
        if whole and (whole.first >= today if planned else whole.first <= today):
            return whole
    return None


def _without_year(
    month: int, day: int | None, planned: bool, published: Published, before: Known | None
) -> Known | None:
    if published.known is None:
        return _valid(before.year, month, day) if before else None
    if published.known.month is None:
        return _valid(published.known.year, month, day)
    now = published.known
    candidates = [known for year in (now.year - 1, now.year, now.year + 1)
                  if (known := _valid(year, month, day))]  # fmt: skip
    if planned:
        ahead = [known for known in candidates if known.last >= now.first]
        return ahead[0] if ahead else None
    past = [known for known in candidates if known.first <= now.last + timedelta(days=1)]
    return past[-1] if past else None
