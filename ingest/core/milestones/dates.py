"""The day that a date of a sentence means, given when the article was published.

Newspapers write "Tuesday", "9日" or "April 24" and leave the rest to the reader. The reader's rule
is the one used here: what happened lies at or just before the day of publication, what is planned
at or just after it. A date that cannot be completed (a day and month in a text of unknown year)
is none: half a date is never guessed into a whole one.
"""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from ingest.core.milestones.words import Unit

FIRST_YEAR, LAST_YEAR = 1900, 2099

_LONG_BEFORE = 45
"""Days after which a lone day of the month is of the month told right before, not of this one."""


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
    after: int | None = None
    """Days after the date stated before: "that day", "two days later"; -1 for "a day earlier"."""


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication, as far as it is known; None for an article without a date."""

    known: Known | None
    whole: tuple[Known, ...] = ()
    """Of a text without a day of publication: the whole dates that it names."""

    @property
    def day(self) -> date | None:
        return self.known.first if self.known and self.known.day else None


def resolve(
    stated: Stated, *, planned: bool, published: Published, before: Known | None
) -> Known | None:
    """The date that ``stated`` means, or None where that cannot be known.

    ``planned`` turns what is left open towards the future; ``before`` is the last date that the
    text gave, from which "the next day" and a bare day of the month are counted.
    """
    if stated.after is not None:
        if before is None and stated.after < 0:
            before = published.known
        return _shift(before, "day", stated.after) if before and before.day else None
    if stated.relative is not None and stated.month is None:
        unit, count = stated.relative
        known = _shift(published.known, unit, count)
        if known is None or stated.day is None or known.month is None:
            return known
        return valid(known.year, known.month, stated.day)
    if stated.weekday is not None:
        return _weekday(stated.weekday, planned, published)
    if stated.year is not None:
        return valid(stated.year, stated.month, stated.day)
    if stated.relative is not None:
        year = _shift(published.known, *stated.relative)
        return valid(year.year, stated.month, stated.day) if year else None
    if stated.month is None:
        return _day_of_month(stated.day, planned, published, before)
    return _without_year(stated.month, stated.day, planned, published, before)


def valid(year: int, month: int | None, day: int | None) -> Known | None:
    """The date, unless there is no such day or it lies outside the years of spaceflight."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if month is not None and day is not None and day > calendar.monthrange(year, month)[1]:
        return None
    return Known(year, month, day)


def _shift(known: Known | None, unit: Unit, count: int) -> Known | None:
    if known is None:
        return None
    if unit == "year":
        return valid(known.year + count, None, None)
    if unit == "anniversary":
        return valid(known.year + count, known.month, known.day)
    if unit == "month":
        if known.month is None:
            return known if count == 0 else None
        index = known.year * 12 + known.month - 1 + count
        return valid(index // 12, index % 12 + 1, None)
    if known.day is None:
        return known
    moved = known.first + timedelta(days=count * (7 if unit == "week" else 1))
    return valid(moved.year, moved.month, moved.day)


def _weekday(weekday: int, planned: bool, published: Published) -> Known | None:
    today = published.day
    if today is None:
        return published.known
    ahead = (weekday - today.weekday()) % 7
    moved = today + timedelta(days=ahead if planned or ahead == 0 else ahead - 7)
    return valid(moved.year, moved.month, moved.day)


def _whole(published: Published, means: Callable[[Known], bool]) -> Known | None:
    """The whole date of the text that a shorter one repeats; of several, the usual one."""
    found = Counter(one for one in published.whole if means(one)).most_common(1)
    return found[0][0] if found else None


def _day_of_month(
    day: int | None, planned: bool, published: Published, before: Known | None
) -> Known | None:
    if day is None:
        return None
    today = published.day
    if today is None:
        known = _whole(published, lambda whole: whole.day == day)
        if known is None and before is not None and before.month:
            known = valid(before.year, before.month, day)
        if known is None and published.whole:
            usual, _ = Counter((one.year, one.month) for one in published.whole).most_common(1)[0]
            known = valid(*usual, day)
        return known or published.known
    if before is not None and before.month and (today - before.last).days > _LONG_BEFORE:
        later = before.day is None or day >= before.day
        known = valid(before.year, before.month, day) if later and not planned else None
        if known is not None:
            return known  # "去年11月5日... 14日": the month told before
    tomorrow = today + timedelta(days=1)  # where it is told of, it may be a day later already
    for count in (0, 1, -1) if planned else (0, -1, 1):
        known = _shift(Known(today.year, today.month, None), "month", count)
        whole = valid(known.year, known.month, day) if known else None
        if whole and (whole.first >= today if planned else whole.first <= tomorrow):
            return whole
    return None


def _without_year(
    month: int, day: int | None, planned: bool, published: Published, before: Known | None
) -> Known | None:
    if published.known is None:
        known = _whole(published, lambda whole: (whole.month, whole.day) == (month, day))
        if known is None and before is not None:
            known = valid(before.year, month, day)
        if known is None and published.whole:
            year, _ = Counter(one.year for one in published.whole).most_common(1)[0]
            known = valid(year, month, day)
        return known
    if published.known.month is None:
        return valid(published.known.year, month, day)
    now = published.known
    candidates = [known for year in (now.year - 1, now.year, now.year + 1)
                  if (known := valid(year, month, day))]  # fmt: skip
    if planned:
        ahead = [known for known in candidates if known.last >= now.first]
        return ahead[0] if ahead else None
    past = [known for known in candidates if known.first <= now.last + timedelta(days=1)]
    return past[-1] if past else None
