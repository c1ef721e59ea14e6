"""When a dump says that its story was published and updated."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from ingest.core.normalise import dates
from ingest.core.normalise.body import Judged
from ingest.core.normalise.datewords import PUBLISHED_LABEL, UPDATED_LABEL, WEEKDAY
from ingest.core.normalise.furniture import Cue
from ingest.core.normalise.zones import Zones
from ingest.model import Timestamp

BEFORE_TITLE = 4
FAR_ABOVE = 12
AFTER_STORY = 8
"""Lines before the title and below the story in which its date may stand."""

_CLOCK_ONLY = re.compile(
    r"\W{0,3}(?:at |um |à |a las )?\d{1,2}[:.h]\d\d(?::\d\d)?\s?"
    r"(?:[ap]\.?m\.?|uhr|h|hs|hrs)?\s?[A-Za-z]{0,4}",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"[^\W\d_][\w.]{0,14}\s?[/|·,–-]\s?|"
    r"(?:presse)?(?:mitteilung|meldung|information) (?:vom|nr\.? \S{1,9})\s|"
    r"(?:press|news) release\W{1,3}|communiqué de presse(?: du|\W)\s?|"
    r"nota de prensa(?: del?|\W)\s?",
    re.IGNORECASE,
)
_OF_THIS_PAGE = re.compile(
    r"(?:this (?:entry|post|article|page)|dieser (?:beitrag|artikel|eintrag)|diese seite|"
    r"cet article|cette page|esta (?:entrada|página)|este artículo|questo articolo|created|"
    r"erstellt|aktualisiert|erschienen|erscheinungsdatum|"
    r"last (?:updated|modified)|page last updated|zuletzt|дата публикации|最后更新|最終更新)\b",
    re.IGNORECASE,
)
"""How lines at the foot begin that say when the page was made."""
_NOT_OF_THE_STORY = re.compile(
    r"\(@\w|\b(?:bis|until|till|ab|expires?|deadline|valid|gültig|jusqu['’]au|hasta|до)\s"
    r"(?:zum\s|el\s)?\(?\d|"
    r"(?<![\d:.])\d{1,2}(?:\.|st|nd|rd|th)?\s?[-–—]\s?\d{1,2}(?:\.|st|nd|rd|th)?\s[^\W\d_]{3}|"
    r"[^\W\d_]{3}\.? \d{1,2}\s?[-–—]\s?\d{1,2}, ?\d{4}",
    re.IGNORECASE,
)
"""A post of somebody else, a date by which something ends, or days from one to another."""
_UNTIL = re.compile(r"\s?(?:[-–—]|bis(?: zum)?|to|until|au|al|по|до|至)\s?")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_SIGNS = re.compile(
    r"(?:written|geschrieben|verfasst|escrito|écrit|rédigé) (?:by|von|por|par)\b|"
    r"(?:author|autor(?:in|a)?|auteur|автор)\s?:",
    re.IGNORECASE,
)
"""How lines begin that name the writer below a story, with its date."""
_OPENS_WITH_DATE = re.compile(r"^\W{0,3}\d{1,4}[./\-年 ]")


@dataclass(slots=True)
class _Dates:
    """What has been read so far, from the best lines on."""

    updated: Timestamp | None = None
    updated_at: int = -9
    """The line that states it: the one beside it may say when the story was published."""
    relative: Timestamp | None = None
    unusable: Timestamp | None = None


def read_dates(
    judged: list[Judged], zones: Zones, zone: str | None, received: datetime, language: str | None
) -> tuple[Timestamp | None, Timestamp | None]:
    """Published and updated, from the lines nearest to the headline.

    Where a page only says when it was updated, that is the only date it gives its story, and it
    stands as published too. "2 hours ago" counts only where no line near by states a date, and only
    if nothing shows that the page is older than what the hours are counted back from.
    """
    order = dates.day_first(row.text for row in judged if "/" in row.text)
    setting = dates.Setting(zone, received, language, order)
    so_far = _Dates()
    close, distant = _date_lines(judged, zones)
    for n in [*close, *distant]:
        beside = abs(n - so_far.updated_at) == 1
        if n not in close and (so_far.updated or so_far.relative) and not beside:
            break  # the head says when the story is from: dates further away are not its own
        if (found := _published(judged, n, zones, setting, so_far)) is not None:
            return found, so_far.updated
    found = so_far.relative
    if so_far.updated is not None:
        found = replace(so_far.updated, method=so_far.updated.method + ".updated")
    if found is not None and ".relative" in found.method and _saved_later(judged, received):
        found = replace(found, value=None, precision=None, zone=None)
    return found or so_far.unusable, None


def _published(
    judged: list[Judged], n: int, zones: Zones, setting: dates.Setting, so_far: _Dates
) -> Timestamp | None:
    """The date that line ``n`` gives the story, if it states one; else noted in ``so_far``."""
    head = n < zones.first
    p, u = _stated(judged[n].text, head, setting)
    if p is not None and ".relative" in p.method:
        if so_far.relative is None and n in zones.between and judged[n].units <= 8:
            so_far.relative = p
        return None
    beside = abs(n - so_far.updated_at) == 1
    if so_far.updated is not None and not (zones.title < n < zones.first or beside):
        return None
    if u is not None and u.value is not None and so_far.updated is None:
        so_far.updated, so_far.updated_at = u, n
    if p is None or p.precision in ("month", "year"):
        return None
    if p.value is None:
        if judged[n].marker or n in zones.between:
            so_far.unusable = so_far.unusable or p
        return None
    if p.precision == "day" and n in zones.between and n + 1 < len(judged):
        p = _with_clock(judged[n].text, judged[n + 1].text, setting) or p
    if p.precision == "day":
        p = _to_the_minute(p, judged, zones, setting)
    if so_far.updated is None and n + 1 < len(judged) and judged[n + 1].marker:
        so_far.updated = _stated(judged[n + 1].text, head, setting)[1]
    return p


def _with_clock(day: str, clock: str, setting: dates.Setting) -> Timestamp | None:
    """A date whose time of day stands in the line below it."""
    if len(clock) > 24 or not _CLOCK_ONLY.fullmatch(clock):
        return None
    both = dates.read(f"{day} {clock}", setting, "dump.head")
    return both if both is not None and both.precision in ("minute", "second") else None


def _to_the_minute(
    day: Timestamp, judged: list[Judged], zones: Zones, setting: dates.Setting
) -> Timestamp:
    """The same day with a time of day, where another line of the head states it."""
    for n in zones.between:
        if judged[n].marker and _may_date(judged[n]):
            other, _ = _stated(judged[n].text, True, setting)
            exact = other is not None and other.precision in ("minute", "second")
            if exact and other is not None and _same_day(other, day):
                return other
    return day


def _same_day(one: Timestamp, other: Timestamp) -> bool:
    if one.value is None or other.value is None:
        return False
    return one.value.date() == other.value.date()


def _saved_later(judged: list[Judged], received: datetime) -> bool:
    """Whether the latest year on a page shows that it was saved long before it came in."""
    years = [int(y) for row in judged for y in _YEAR.findall(row.text[:400])]
    years = [year for year in years if year <= received.year]
    spring = received.month > 3  # rights lines are a while behind
    return bool(years) and max(years) < received.year - (not spring)


def _stated(
    text: str, head: bool, setting: dates.Setting
) -> tuple[Timestamp | None, Timestamp | None]:
    return dates.published_and_updated(text, setting, "dump.head" if head else "dump.foot")


def _date_lines(judged: list[Judged], zones: Zones) -> tuple[list[int], list[int]]:
    """Where the story's date may stand, best place first: close to its head, and further away.

    Close: between headline and story; just above the headline; at the start of the first paragraph.
    Further away: in a box within the story; below the story, where a label says what it is; above,
    past other short lines.
    """
    above = range(zones.title - 1, max(-1, zones.title - 1 - FAR_ABOVE), -1)
    between = [n for n in zones.between if _may_date(judged[n])]
    near = [n for n in above[:BEFORE_TITLE] if _may_date(judged[n])]
    head = sorted([*between, *near], key=lambda n: not judged[n].marker)  # those say little else
    opening_line = [
        n for n in (zones.title, *range(zones.first, min(len(judged), zones.first + 2)))
        if _OPENS_WITH_DATE.match(judged[n].text) or _opens_signed(judged[n].text)
    ]  # fmt: skip
    inside = [
        n for n in range(zones.first, min(zones.last, zones.first + 8))
        if judged[n].marker and not judged[n].in_story
    ]  # fmt: skip
    far = [
        n for n in above[BEFORE_TITLE:]
        if judged[n].marker and _may_date(judged[n]) and not _todays(judged[n].text)
    ]  # fmt: skip
    return [*head, *opening_line], [*inside, *_below_story(judged, zones), *far]


def _below_story(judged: list[Judged], zones: Zones) -> list[int]:
    """Lines at the story's end, and below it, that say when it was printed."""
    out = [
        n for n in range(max(zones.first + 1, zones.last - 1), zones.last + 1) if _date(judged[n])
    ]
    for n in range(zones.last + 1, min(len(judged), zones.last + 1 + AFTER_STORY)):
        text, comment = judged[n].text, judged[n].cue is Cue.COMMENTS
        if not (comment or judged[n].marker):
            continue
        label = text if judged[n - 1].units > 4 else f"{judged[n - 1].text} {text}"
        says_so = PUBLISHED_LABEL.search(label) or UPDATED_LABEL.search(label) or _SIGNS.match(text)
        first = n == zones.last + 1 and (_date(judged[n]) or not comment)
        if comment and not (says_so or first) and _prose_below(judged, n):
            break
        if judged[n].marker and (says_so or first):
            out.append(n)
    below = range(zones.last + 1, len(judged))
    return out + [n for n in below if _OF_THIS_PAGE.match(judged[n].text[:80])][:3]


def _prose_below(judged: list[Judged], n: int) -> bool:
    return any(row.units >= 5 and not row.marker for row in judged[n + 1 : n + 3])


def _todays(text: str) -> bool:
    """Whether a line is a weekday and a date: above the menus that is the day of the visit."""
    found = dates.find(text)
    rest = text[: found[0].start] + text[found[0].end :] if found else ""
    return WEEKDAY.fullmatch(rest.strip(" ,.|")) is not None


def _is_period(text: str) -> bool:
    """Whether a line states the first and the last day of something."""
    found = dates.find(text)
    return len(found) == 2 and _UNTIL.fullmatch(text[found[0].end : found[1].start]) is not None


def _opens_signed(text: str) -> bool:
    """Whether a paragraph opens with a desk or place and a date: "Red. / 31.10.2023"."""
    found = dates.find(text[:60])
    return bool(found) and _DESK.fullmatch(text[: found[0].start]) is not None


def _date(row: Judged) -> bool:
    """Whether a line is a date and nothing else."""
    return row.marker and row.units <= 6 and dates.find(row.text) != []


def _may_date(row: Judged) -> bool:
    if row.caption or _NOT_OF_THE_STORY.search(row.text[:200]) or _is_period(row.text):
        return False
    return (
        len(row.text) <= 260
        and row.cue is not Cue.LEGAL
        and (row.cue is not Cue.COMMENTS or row.marker)
    )
