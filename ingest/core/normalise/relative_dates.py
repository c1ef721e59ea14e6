"""Times counted back from now: "2 hours ago", "вчера, 18:20", "3小时前"."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from ingest.core.normalise.date_forms import CLOCK, clock_of
from ingest.core.normalise.datewords import (
    DAY_WORDS,
    PUBLISHED_LABEL,
    RELATIVE,
    UNITS,
    UPDATED_LABEL,
)
from ingest.model import Precision


def read_relative(text: str, now: datetime) -> tuple[datetime, Precision] | None:
    """The moment that a line counts back to from ``now``, which is in the page's zone."""
    for pattern in RELATIVE:
        match = pattern.search(text)
        if match:
            return _counted_back(now, match)
    match = DAY_WORDS.search(text)
    if not match or not _speaks_of_time(text, match):
        return None
    back = 1 if match.lastgroup == "yesterday" else 0
    day = (now - timedelta(days=back)).replace(hour=0, minute=0, second=0, microsecond=0)
    times = clock_of(_ANY_CLOCK.search(text, match.end()))
    if times is None:
        return day, "day"
    return day.replace(hour=times[0], minute=times[1] or 0), "minute"


def _counted_back(now: datetime, match: re.Match[str]) -> tuple[datetime, Precision] | None:
    number = match["n"]
    count = int(number) if number.isdigit() else 1
    unit = UNITS[match["unit"].lower()]
    if count > 1000:
        return None
    moment = (now - timedelta(minutes=count * unit)).replace(second=0, microsecond=0)
    if unit >= 1440:
        coarse: Precision = "day" if unit == 1440 else "month" if unit < 525_600 else "year"
        return moment.replace(hour=0, minute=0), coarse
    if unit == 60:
        return moment.replace(minute=0), "hour"
    return moment, "minute"


def _speaks_of_time(text: str, day: re.Match[str]) -> bool:
    """Whether a line with "today" or "hier" says when something was printed: by a time of day soon
    after it or a label before it. Alone, "yesterday" says so, but "today" is most often a menu's
    or a headline's."""
    clock = _ANY_CLOCK.search(text, day.end())
    if clock is not None and clock_of(clock) is not None and clock.start() - day.end() <= 12:
        return True
    before, after = text[: day.start()].strip(" ,:|·•-–—"), text[day.end() :].strip(" .,|·•-–—")
    label = PUBLISHED_LABEL.search(before) or UPDATED_LABEL.search(before)
    if after or len(before) > 40:
        return False
    return label is not None or (day.lastgroup == "yesterday" and not before)


_ANY_CLOCK = re.compile(CLOCK, re.IGNORECASE)
