"""Dates as programs write them into feeds, rewritten into what people write and ``dates`` reads.

RFC 822 with a year of two digits, C's ``asctime``, ISO 8601 without separators, seconds since 1970,
an offset of hours alone, and the day-month-year of RFC 822 with Chinese or Korean months.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

_CLOCK = r"\d\d?:\d\d(?::\d\d)?"
_HAN = {name: n for n, name in enumerate("一 二 三 四 五 六 七 八 九 十 十一 十二".split(), 1)}


def rewritten(raw: str) -> str:
    """The same moment in a form that ``dates.parse`` reads; other strings as they are."""
    stated = raw.strip()
    if len(stated) > 60:
        return raw
    for pattern, write in _FORMS:
        if (match := pattern.fullmatch(stated)) is not None:
            return write(match)
    return raw


def _short_year(match: re.Match[str]) -> str:
    century = 20 if int(match["y"]) < 50 else 19  # RFC 2822, section 4.3
    return f"{match['d']} {match['m']} {century}{match['y']} {match['rest']}"


def _asctime(match: re.Match[str]) -> str:
    return f"{match['d']} {match['m']} {match['y']} {match['clock']} {match['zone'] or ''}".strip()


def _basic(match: re.Match[str]) -> str:
    day = f"{match['y']}-{match['m']}-{match['d']}"
    if match["h"] is None:
        return day
    return f"{day}T{match['h']}:{match['mi']}:{match['s'] or '00'}{match['zone'] or ''}"


def _epoch(match: re.Match[str]) -> str:
    return datetime.fromtimestamp(int(match["n"]), UTC).isoformat()


def _han(match: re.Match[str]) -> str:
    month = _HAN.get(match["m"]) or int(match["m"])
    return f"{match['y']}-{month:02}-{int(match['d']):02} {match['rest']}"


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (
        re.compile(
            r"(?:[^\W\d]{2,9}\.?,?\s+)?(?P<d>\d\d?)[\s-](?P<m>[A-Za-z]{3,9})[\s-](?P<y>\d\d)\s+"
            rf"(?P<rest>{_CLOCK}.*)"
        ),
        _short_year,
    ),
    (
        re.compile(
            r"[A-Z][a-z]{2}\s+(?P<m>[A-Z][a-z]{2})\s+(?P<d>\d\d?)\s+"
            rf"(?P<clock>{_CLOCK})\s+(?:(?P<zone>[A-Z]{{1,4}}|[+-]\d{{4}})\s+)?(?P<y>\d{{4}})"
        ),
        _asctime,
    ),
    (
        re.compile(
            r"(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)"
            r"(?:T?(?P<h>\d\d)(?P<mi>\d\d)(?P<s>\d\d)?(?P<zone>Z|[+-]\d{4})?)?"
        ),
        _basic,
    ),
    (re.compile(r"(?P<n>[1-9]\d{8,9})(?:\d{3}|\.\d{1,6})?"), _epoch),
    (re.compile(r"(?P<all>\d{4}-\d\d-\d\dT[\d:.]+[+-]\d\d)"), lambda match: f"{match['all']}:00"),
    (
        re.compile(
            r"(?:[^\W\d]{1,3},?\s+)?(?P<d>\d\d?)\s+(?P<m>\d\d?|[一二三四五六七八九十]{1,2})[月월]\s+"
            rf"(?P<y>\d{{4}})\s+(?P<rest>{_CLOCK}.*)"
        ),
        _han,
    ),
)
