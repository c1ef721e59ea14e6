"""When a dump says that its story was published and updated."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from ingest.core.normalise import dates
from ingest.core.normalise.body import Judged
from ingest.core.normalise.datewords import PUBLISHED_LABEL, UPDATED_LABEL
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
_DESK = re.compile(r"[^\W\d_][\w.]{0,14}\s?[/|·,–-]\s?")
_OF_THIS_PAGE = re.compile(
    r"(?:this (?:entry|post|article|page)|dieser (?:beitrag|artikel|eintrag)|diese seite|"
    r"cet article|cette page|esta (?:entrada|página)|este artículo|questo articolo|created|"
    r"erstellt|aktualisiert|"
    r"last (?:updated|modified)|page last updated|zuletzt|дата публикации|最后更新|最終更新)\b",
    re.IGNORECASE,
)
"""How lines at the foot begin that say when the page was made."""
_NOT_OF_THE_STORY = re.compile(
    r"\(@\w|\b(?:bis|until|till|ab|expires?|deadline|valid|gültig|jusqu['’]au|hasta|до)\s"
    r"(?:zum\s|el\s)?\(?\d",
    re.IGNORECASE,
)
"""A post of somebody else, or a date by which something ends."""
_OPENS_WITH_DATE = re.compile(r"^\W{0,3}\d{1,4}[./\-年 ]")


def read_dates(
    judged: list[Judged], zones: Zones, zone: str | None, received: datetime, language: str | None
) -> tuple[Timestamp | None, Timestamp | None]:
    """Published and updated, from the lines nearest to the headline.

    Where a page only says when it was updated, that is the only date it gives its story, and it
    stands as published too. "2 hours ago" counts only where no line states a date.
    """
    updated: Timestamp | None = None
    relative: Timestamp | None = None
    for n in _date_lines(judged, zones):
        stated = _stated(judged[n].text, n < zones.first, zone, received, language)
        p, u = stated
        if p is not None and ".relative" in p.method:
            if relative is None and n in zones.between and judged[n].units <= 8:
                relative = p
            continue
        if updated is not None and not zones.title < n < zones.first:
            break  # the head says when the story was updated: dates further away are not its own
        if u is not None and u.value is not None:
            updated = updated or u
        if p is not None and p.value is not None and p.precision not in ("month", "year"):
            if p.precision == "day" and n in zones.between and n + 1 < len(judged):
                p = _with_clock(judged[n].text, judged[n + 1].text, zone, received, language) or p
            if p.precision == "day":
                p = _to_the_minute(p, judged, zones, zone, received, language)
            if updated is None and n + 1 < len(judged) and judged[n + 1].marker:
                updated = _stated(judged[n + 1].text, n < zones.first, zone, received, language)[1]
            return p, updated
    if updated is not None:
        return replace(updated, method=updated.method + ".updated"), None
    return relative, None


def _with_clock(
    day: str, clock: str, zone: str | None, received: datetime, language: str | None
) -> Timestamp | None:
    """A date whose time of day stands in the line below it."""
    if len(clock) > 24 or not _CLOCK_ONLY.fullmatch(clock):
        return None
    both = dates.parse(
        f"{day} {clock}", zone=zone, received=received, language=language, method="dump.head"
    )
    return both if both is not None and both.precision in ("minute", "second") else None


def _to_the_minute(
    day: Timestamp, judged: list[Judged], zones: Zones, zone: str | None, received: datetime,
    language: str | None,
) -> Timestamp:  # fmt: skip
    """The same day with a time of day, where another line of the head states it."""
    for n in zones.between:
        if judged[n].marker and _may_date(judged[n]):
            other, _ = _stated(judged[n].text, True, zone, received, language)
            exact = other is not None and other.precision in ("minute", "second")
            if exact and other is not None and _same_day(other, day):
                return other
    return day


def _same_day(one: Timestamp, other: Timestamp) -> bool:
    if one.value is None or other.value is None:
        return False
    return one.value.date() == other.value.date()


def _stated(
    text: str, head: bool, zone: str | None, received: datetime, language: str | None
) -> tuple[Timestamp | None, Timestamp | None]:
    return dates.published_and_updated(
        text, zone=zone, received=received, language=language,
        method="dump.head" if head else "dump.foot",
    )  # fmt: skip


def _date_lines(judged: list[Judged], zones: Zones) -> list[int]:
    """Where the story's date may stand, best place first.

    Between headline and story; just above the headline; at the start of the first paragraph; below
    the story where a label says what it is; further above, past other short lines.
    """
    above = range(zones.title - 1, max(-1, zones.title - 1 - FAR_ABOVE), -1)
    between = [n for n in [*zones.between, zones.title] if _may_date(judged[n])]
    near = [n for n in above[:BEFORE_TITLE] if _may_date(judged[n])]
    opening_line = [
        n for n in range(zones.first, min(len(judged), zones.first + 2))
        if _OPENS_WITH_DATE.match(judged[n].text) or _opens_signed(judged[n].text)
    ]  # fmt: skip
    inside = [
        n for n in range(zones.first, min(len(judged), zones.first + 8))
        if judged[n].marker and not judged[n].in_story
    ]  # fmt: skip
    foot = [
        n for n in range(max(zones.first + 1, zones.last - 1), zones.last + 1) if _date(judged[n])
    ]
    for n in range(zones.last + 1, min(len(judged), zones.last + 1 + AFTER_STORY)):
        text = judged[n].text
        labelled = PUBLISHED_LABEL.search(text) or UPDATED_LABEL.search(text)
        if judged[n].cue is Cue.COMMENTS and not labelled and n > zones.last + 1:
            break
        if judged[n].marker and (labelled or (n == zones.last + 1 and _date(judged[n]))):
            foot.append(n)
    foot += [
        n for n in range(zones.last + 1, len(judged)) if _OF_THIS_PAGE.match(judged[n].text[:80])
    ][:3]
    far = [n for n in above[BEFORE_TITLE:] if judged[n].marker]
    return [*between, *near, *opening_line, *inside, *foot, *far]


def _opens_signed(text: str) -> bool:
    """Whether a paragraph opens with a desk or place and a date: "Red. / 31.10.2023"."""
    found = dates.find(text[:60])
    return bool(found) and _DESK.fullmatch(text[: found[0].start]) is not None


def _date(row: Judged) -> bool:
    """Whether a line is a date and nothing else."""
    return row.marker and row.units <= 6 and dates.find(row.text) != []


def _may_date(row: Judged) -> bool:
    if row.caption or _NOT_OF_THE_STORY.search(row.text[:200]):
        return False
    return len(row.text) <= 260 and row.cue not in (Cue.COMMENTS, Cue.LEGAL)
