"""Where dates stand in a line, and which parts they state: the forms of many languages.

Nothing is decided here: neither the order of 06/07/2025 nor the zone (see ``dates``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ingest.core.normalise.datewords import CONNECTORS, MONTHS, UPDATED_LABEL, ZONES

MAX_RAW = 300
"""Characters of a string that are looked at: no date stands in more."""


def _by_first_letter(names: Iterable[str]) -> str:
    """A pattern for any of the names, longest first; by first letter, which is several times as
    fast as one list of hundreds."""
    groups: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        groups.setdefault(name[0], []).append(re.escape(name[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items())


MONTH_NAMES = _by_first_letter(MONTHS)
# What may be glued on: the time ("20258:04"), or a date again, as themes print "updated" unseen.
_GLUED = rf"\d{{1,2}}(?::\d\d|[./]\d{{1,2}}[./](?:19|20)\d\d|\.?\s?(?:{MONTH_NAMES}))"
_Y = rf"(?P<y>(?:19|20)\d\d)(?:(?!\d)|(?={_GLUED}))"
MONTH = rf"(?P<m>{MONTH_NAMES})(?![^\W\d_])\.?"
_D = r"(?:(?<!\d)|(?<=[+\-]\d\d:\d\d))(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|ª|°|\.)?"
_SIGNS = {
    "joined": re.compile(r"\d\s?[-/.‐-―]\s?\d"),
    "joined by t": re.compile(r"\dt\d"),
    "characters": re.compile("[年년令]"),
    "day before year": re.compile(r"\d(?:st|nd|rd|th)?,?\s{0,3}(?:19|20)\d\d"),
    "year": re.compile(r"(?:19|20)\d\d"),
}
"""What a form cannot do without, by name; to look for it takes a fraction of the form's time."""
_FORMS = tuple(
    (sign, re.compile(form))  # for text in lower case: folding letters takes most of the time
    for sign, form in (
        (
            "joined",
            r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?(?P<sep>[-/.‐-―])\s?(?P<m>\d\d?)\s?(?P=sep)\s?(?P<d>\d\d?)(?!\d)",
        ),
        ("joined by t", r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?=t\d)"),
        ("joined", r"(?<!\d)(?P<y>(?:19|20)\d\d)\s(?P<m>\d\d)\s?/\s?(?P<d>\d\d)(?!\d)"),
        (
            "characters",
            r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?[年년](?:\(令和\d{1,2}年\))?\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일号]",
        ),
        (
            "characters",
            r"令和\s?(?P<era>\d{1,2}|元)\s?年\s?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?日",
        ),
        (
            "year",
            rf"{_D}[\s\-/]{{0,3}}(?:de\s|of\s|d['’])?{MONTH},?[\s\-/]{{0,3}}(?:del?\s|of\s)?{_Y}",
        ),
        (
            "day before year",
            rf"(?<![^\W\d_]){MONTH}\s{{0,3}}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d),?\s{{0,3}}{_Y}",
        ),
        (
            "year",
            rf"(?<!\d)(?P<y>(?:19|20)\d\d)[.,]?\s{{1,3}}{MONTH}\s{{1,3}}(?P<d>\d{{1,2}})(?!\d)",
        ),
        ("joined", rf"(?<![\d.])(?P<a>\d\d?)(?P<sep>[./-])\s?(?P<b>\d\d?)(?P=sep)\s?{_Y}"),
        (
            "joined",
            r"(?<![\d.])(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<y>\d\d)(?!\d|\.|,\S)",
        ),
    )
)
CLOCK = (
    r"(?P<half>上午|下午|午前|午後|凌晨|早上|中午|晚上|오전|오후)?\s?"
    r"(?:(?P<h>\d{1,2})\s?(?:[:h時时点시]|(?<=\d)\.(?=\d\d\s?(?:Uhr|h\b|[ap]\.?m|[A-Z]{2,4}\b|$|[|,)·])))\s?(?P<mi>\d{2})?"
    r"(?!\d)\s?(?:[分분]|(?::(?P<s>\d{2})(?:[.,]\d{1,9})?)|min\b)?|(?P<h2>\d{1,2})(?=\s?[ap](?:\.\s?)?m(?![^\W\d_])))"
    r"(?:\s?(?P<ap>[ap])(?:\.\s?)?m(?![^\W\d_])\.?)?(?:\s?(?:Uhr|hrs?\b\.?|h\b|ч\.|часов))?"
)
_ZONE_WORDS = _by_first_letter(ZONES)
_OFFSET = (
    r"\s?\(?(?P<zone>Z(?![A-Za-z])|(?:UTC|GMT)?\s?[+\-−]\d{1,2}:?\d{2}(?!\d)|"
    r"(?:UTC|GMT)\s?[+\-−]\d{1,2}(?!\d)|"
    rf"(?:{_ZONE_WORDS})(?:(?![^\W_])|(?=Updated|Published)))"
)
_TIME_AFTER = re.compile(rf"(?:{CONNECTORS}){{0,8}}{CLOCK}(?:{_OFFSET})?", re.IGNORECASE)
_TIME_BEFORE = re.compile(
    rf"(?<![\d.:]){CLOCK}(?:{_OFFSET})?\)?(?:{CONNECTORS}){{0,6}}$", re.IGNORECASE
)
_ZONE_BEFORE = re.compile(
    rf"({'|'.join(name for name in ZONES if ' ' in name or not name.isascii())})\s?[,:]?\s?$",
    re.IGNORECASE,
)
"""A zone in words, before date and time."""
_QUICK = re.compile(r"[\d令](?:(?:(?<=1)9|(?<=2)0)\d\d|(?<=\d)[./]\s?\d{1,2}[./]\d\d|(?<=令)和)")
"""What every form has: a year, or a short date. A set of characters first makes it quick."""


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a line: its span, its parts as stated, and the words for its zone if any."""

    start: int
    end: int
    year: int
    month: int
    day: int
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: str | None = None
    ambiguous: tuple[int, int] | None = None
    """The two numbers of a form such as 06/07/2025, whose order is a matter of language."""


def find(text: str) -> list[Found]:
    """Every full date (with a year) in ``text``, from left to right, each with its time of day."""
    text = text[:MAX_RAW]
    return list(_find(text)) if _QUICK.search(text) else []


@lru_cache(maxsize=256)  # several readers look at the same few lines of a page
def _find(text: str) -> tuple[Found, ...]:
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter that is two in lower case: places would not fit
        lowered = "".join(map(_lower, text))
    held = {name for name, sign in _SIGNS.items() if sign.search(lowered)}
    spans: list[re.Match[str]] = []
    for sign, form in _FORMS:
        for match in form.finditer(lowered) if sign in held else ():
            if all(match.end() <= m.start() or match.start() >= m.end() for m in spans):
                spans.append(match)
    spans.sort(key=lambda m: m.start())
    out: list[Found] = []
    for n, match in enumerate(spans):
        lower = out[-1].end if out else 0
        upper = spans[n + 1].start() if n + 1 < len(spans) else len(text)
        out.append(_with_time(text, match, lower, upper))
    return tuple(out)


def updated_later(text: str, found: Found) -> Found | None:
    """The moment that a line states behind its date as that of an update, without the year, or
    without the day: "(最終更新 8/21 19:02)", "Updated 3:37 p.m. ET"."""
    rest = text[found.end : found.end + 60]
    label = UPDATED_LABEL.search(rest)
    if label is None:
        return None
    day = _DAY_AND_MONTH.search(rest)
    clock = _TIME_AFTER.match(rest, day.end() if day else label.end())
    times = clock_of(clock)
    if clock is None or times is None:
        return None
    month, number = (int(day[1]), int(day[2])) if day else (found.month, found.day)
    return Found(
        found.start, found.end + clock.end(), found.year, month, number, *times,
        clock.group("zone") or found.zone,
    )  # fmt: skip


_DAY_AND_MONTH = re.compile(r"(?<!\d)(\d{1,2})(?:/|月)(\d{1,2})日?(?![\d/])")


def _lower(letter: str) -> str:
    lowered = letter.lower()
    return lowered if len(lowered) == 1 else letter


def _with_time(text: str, match: re.Match[str], lower: int, upper: int) -> Found:
    groups = match.groupdict()
    year, month, day, ambiguous = _parts(groups)
    clock = _TIME_AFTER.match(text, match.end(), upper)
    start, end = match.start(), match.end()
    hour = minute = second = zone = None
    times = clock_of(clock)
    if clock is not None and times is not None:
        end = clock.end()
    else:
        window = max(lower, match.start() - 40)
        clock = _TIME_BEFORE.search(text[window : match.start()])
        times = clock_of(clock)
        if clock is not None and times is not None:
            start = window + clock.start()
    if clock is not None and times is not None:
        hour, minute, second = times
        zone = clock.group("zone")
        if zone is None and (before := _ZONE_BEFORE.search(text, max(lower, start - 20), start)):
            start, zone = before.start(), before[1]
    return Found(start, end, year, month, day, hour, minute, second, zone, ambiguous)


def _parts(groups: dict[str, str | None]) -> tuple[int, int, int, tuple[int, int] | None]:
    if groups.get("era"):
        year = 2018 + (1 if groups["era"] == "元" else int(groups["era"] or 1))
    else:
        year = int(groups["y"] or 0)
    if year < 100:
        year += 2000 if year < 70 else 1900
    if groups.get("a"):
        first, second = int(groups["a"] or 0), int(groups["b"] or 0)
        if second > 12:
            return year, first, second, None
        if groups["sep"] == "." or first > 12:
            return year, second, first, None
        return year, second, first, (first, second)
    name = groups["m"] or ""
    month = int(name) if name.isdigit() else MONTHS[name.lower().rstrip(".")]
    return year, month, int(groups["d"] or 0), None


def clock_of(match: re.Match[str] | None) -> tuple[int, int | None, int | None] | None:
    """Hour, minute and second of a matched time of day, or None where it is none."""
    if match is None:
        return None
    groups = match.groupdict()
    hour = int(groups["h"] or groups["h2"])
    if groups["h"] and groups["mi"] is None and not re.search(r"[h時时点시]", match.group()):
        return None
    minute = int(groups["mi"]) if groups["mi"] else None
    if groups["ap"] or groups["half"]:
        late = (groups["ap"] or "").lower() == "p" or groups["half"] in _AFTERNOON
        if late and hour < 12:
            hour += 12
        elif not late and hour == 12 and groups["half"] != "中午":
            hour = 0
    if hour > 23 or (minute or 0) > 59:
        return None
    return hour, minute, int(groups["s"]) if groups["s"] and int(groups["s"]) < 60 else None


_AFTERNOON = {"下午", "午後", "晚上", "오후"}
