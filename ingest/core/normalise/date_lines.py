"""Where in a dump the date of its story may stand, and which dated lines are not the story's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.core.normalise import dates
from ingest.core.normalise.body import Judged
from ingest.core.normalise.date_context import (
    in_sentence,
    is_dateline,
    is_parted,
    is_period,
    is_todays,
    without_dates,
)
from ingest.core.normalise.datewords import PUBLISHED_LABEL, UPDATED_LABEL
from ingest.core.normalise.furniture import Cue
from ingest.core.normalise.zones import Zones

BEFORE_TITLE = 4
FAR_ABOVE = 12
AFTER_STORY = 8
"""Lines before the title and below the story in which its date may stand."""
MANY_DAYS = 4
"""Different days beside a headline that are those of a list: comments, teasers."""
MANY_TEASERS = 3
"""Different days above a headline that are those of teasers of other stories."""
MAX_LABEL = 24
"""Characters of a line that says of the next what kind of date it is: ``Last updated``."""
MAX_REST = 4
"""Letters that such a line has besides the label: ``on``, ``le``."""
MIN_TITLE = 20
"""Characters of a headline that is told when it stands once more."""

_OTHERS = frozenset({Cue.FOOT, Cue.INSERT, Cue.COMMENTS})
"""What is said above things that are not of the story: related pages, comments."""
_DESK = re.compile(
    r"[^\W\d_][\w.]{0,14}\s?[/|·,–-]\s?|"
    r"(?:presse)?(?:mitteilung|meldung|information) (?:vom|nr\.? \S{1,9})\s|"
    r"(?:press|news) release\W{1,3}|communiqué de presse(?: du|\W)\s?|"
    r"nota de prensa(?: del?|\W)\s?",
    re.IGNORECASE,
)
_OF_THIS_PAGE = re.compile(
    r"(?=[acdelpqtzд最])"  # most lines begin otherwise, and each alternative takes its time
    r"(?:this (?:entry|post|article|page)|dieser (?:beitrag|artikel|eintrag)|diese seite|"
    r"cet article|cette page|esta (?:entrada|página)|este artículo|questo articolo|created|"
    r"erstellt|aktualisiert|erschienen|erscheinungsdatum|"
    r"last (?:updated|modified)|page last updated|zuletzt|дата публикации|最后更新|最終更新)\b",
    re.IGNORECASE,
)
"""How lines at the foot begin that say when the page was made."""
_OF_OTHERS = re.compile(r"\(@\w|\bsite (?:was )?last", re.IGNORECASE)
"""A post of somebody else, or what is said of the whole site."""
_NOT_OF_THE_STORY = re.compile(
    r"\b(?:bis|until|till|ab|expires?|deadline|valid|gültig|jusqu['’]au|hasta|до)\s"
    r"(?:zum\s|el\s)?\(?\d|"
    r"(?<![\d:.])\d{1,2}(?:\.|st|nd|rd|th)?\s?[-–—]\s?\d{1,2}(?:\.|st|nd|rd|th)?\s[^\W\d_]{3}|"
    r"[^\W\d_]{3}\.? \d{1,2}\s?[-–—]\s?\d{1,2}, ?\d{4}|"
    r"\d[:.]\d\d(?:\s?(?:uhr|h|[ap]\.?m\.?))?\s?[-–—]\s?\d{1,2}[:.]\d\d(?!\d)",
    re.IGNORECASE,
)
"""A date by which something ends, days or hours from one to another: each has digits."""
_SIGNS = re.compile(
    r"(?:written|geschrieben|verfasst|escrito|écrit|rédigé) (?:by|von|por|par)\b|"
    r"(?:author|autor(?:in|a)?|auteur|автор)\s?:",
    re.IGNORECASE,
)
"""How lines begin that name the writer below a story, with its date."""
_SIGNED = re.compile(r"\b(?:by|von|par|por|di|автор)\s", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")


def near(judged: list[Judged], zones: Zones) -> list[int]:
    """The lines close to the story's head, best first: between headline and story and just above
    the headline, those first that say little else; at the start of the first paragraph."""
    between = [n for n in zones.between if _may_date(judged[n])]
    above = [
        n for n in range(zones.title - 1, max(-1, zones.title - 1 - BEFORE_TITLE), -1)
        if _may_date(judged[n]) and (n == zones.title - 1 or not is_todays(judged[n].text))
    ]  # fmt: skip
    days = _days(judged, between)
    if len(days) >= MANY_DAYS - 1 and len(days | _days(judged, above)) >= MANY_DAYS:
        return [n for n in range(zones.title) if _signed(judged[n])][:1]
    labelled = []
    if _are_teasers(judged, zones) and not _is_labelled(judged, zones.title - 1):
        above, labelled = [], _labelled(judged, zones)
    head = sorted([*labelled, *between, *above], key=lambda n: not judged[n].marker)
    opening = [
        n for n in (zones.title, *range(zones.first, min(len(judged), zones.first + 2)))
        if _opens_dated(judged[n]) or _OF_THIS_PAGE.match(judged[n].text[:80])
    ]  # fmt: skip
    return [*head, *opening]


def distant(judged: list[Judged], zones: Zones) -> list[int]:
    """The lines further away, best first: in a box within the story; below the story, where a
    label says what it is; above the headline, past other short lines."""
    inside = [
        n for n in range(zones.first, min(zones.last, zones.first + 8))
        if judged[n].marker and not judged[n].in_story
    ]  # fmt: skip
    far = [] if _are_teasers(judged, zones) else [
        n for n in range(zones.title - 1 - BEFORE_TITLE, zones.title - 1 - FAR_ABOVE, -1)
        if n >= 0 and judged[n].marker and _may_date(judged[n]) and not is_todays(judged[n].text)
    ]  # fmt: skip
    return [*inside, *_below_story(judged, zones), *far]


def alone(judged: list[Judged], zones: Zones) -> list[int]:
    """Lines anywhere that can only be the story's: where the page lists it by its headline, or that
    are a date and little else, if all have the same day: what shows several is a list, and none of
    them is its own. Below the story no line of the page may have another day."""
    listed = _listed(judged, zones)
    found = [
        n for n, row in enumerate(judged)
        if _date(row) and _may_date(row) and not (n < zones.title and is_todays(row.text))
    ]  # fmt: skip
    found = [n for n in found if n <= zones.last] or found
    if len(_days(judged, found)) != 1:
        return listed
    end = next(
        (n for n in range(zones.last + 1, len(judged)) if judged[n].cue in _OTHERS), len(judged)
    )
    return listed + [
        n for n in found
        if n < min(end, zones.last + 1 + AFTER_STORY)
        and (n < zones.title or not _of_teaser(judged, n, 4 if n <= zones.last else 2))
    ]  # fmt: skip


def _listed(judged: list[Judged], zones: Zones) -> list[int]:
    """The dates behind or below the headline where it stands once more: in a list of news."""
    title = judged[zones.title].text
    if len(title) < MIN_TITLE:
        return []
    out = []
    for n, row in enumerate(judged):
        if n == zones.title or not row.text.startswith(title):
            continue
        rest = row.text[len(title) :].strip()
        if not rest and n + 1 < len(judged) and _date(judged[n + 1]):
            if not (n and _date(judged[n - 1])):  # else either may be the next one's
                out.append(n + 1)
        elif rest and len(without_dates(rest).strip()) <= MAX_REST and dates.find(rest):
            out.append(n)
    return out if len(_days(judged, out)) <= 1 else []


def label_above(judged: list[Judged], n: int) -> str:
    """The line above if it is but a label, as pages set one above its date; else nothing."""
    text = judged[n - 1].text if n else ""
    if not 2 < len(text) <= MAX_LABEL or dates.find(text):
        return ""
    label = UPDATED_LABEL.search(text) or PUBLISHED_LABEL.search(text)
    if label is None:
        return ""
    rest = text[: label.start()] + text[label.end() :]
    return text if len(_LETTER.findall(rest)) <= MAX_REST else ""


def _below_story(judged: list[Judged], zones: Zones) -> list[int]:
    """Lines at the story's end, and below it, that say when it was printed."""
    out = [
        n
        for n in range(max(zones.first + 1, zones.last - 1), zones.last + 1)
        if _date(judged[n]) and _may_date(judged[n])
    ]
    for n in range(zones.last + 1, min(len(judged), zones.last + 1 + AFTER_STORY)):
        text, comment = judged[n].text, judged[n].cue is Cue.COMMENTS
        if _is_posted(text):
            out.append(n)
        if not (comment or judged[n].marker):
            continue
        label = text if judged[n - 1].units > 4 else f"{judged[n - 1].text} {text}"
        says_so = PUBLISHED_LABEL.search(label) or UPDATED_LABEL.search(label) or _SIGNS.match(text)
        first = n == zones.last + 1 and (_date(judged[n]) or not comment)
        if comment and not (says_so or first) and _prose_below(judged, n):
            break
        if judged[n].marker and (says_so or first) and _may_date(judged[n]):
            out.append(n)
    below = enumerate(judged[zones.last + 1 :], start=zones.last + 1)
    return out + [n for n, row in below if _OF_THIS_PAGE.match(row.text, 0, 80)][:3]


def _is_posted(text: str) -> bool:
    """Whether a line at the foot says when it was published: "Author Ann Posted on 5 May 2025"."""
    found = dates.find(text)
    if not found or len(text) > 260:
        return False
    label = PUBLISHED_LABEL.search(text, max(0, found[0].start - MAX_LABEL), found[0].start)
    return label is not None and label.start() > 0


def _prose_below(judged: list[Judged], n: int) -> bool:
    return any(row.units >= 5 and not row.marker for row in judged[n + 1 : n + 3])


def _are_teasers(judged: list[Judged], zones: Zones) -> bool:
    """Whether the lines above the headline have so many days that they are of other stories."""
    above = range(max(0, zones.title - FAR_ABOVE), zones.title)
    return len(_days(judged, above)) >= MANY_TEASERS


def _labelled(judged: list[Judged], zones: Zones) -> list[int]:
    """The date at the page's head that has a label of its own above it, if there is but one."""
    found = [
        n for n in range(zones.first)
        if _date(judged[n]) and PUBLISHED_LABEL.search(label_above(judged, n))
    ]  # fmt: skip
    return found if len(_days(judged, found)) == 1 else []


def _days(judged: list[Judged], lines: Iterable[int]) -> set[tuple[int, int, int]]:
    """The days that lines state which say little else."""
    return {day for n in lines if judged[n].marker and (day := _day(judged[n])) is not None}


def _is_labelled(judged: list[Judged], n: int) -> bool:
    return n >= 0 and PUBLISHED_LABEL.search(judged[n].text) is not None


def _signed(row: Judged) -> bool:
    """Whether a line says who wrote something, and when."""
    return (
        row.marker and row.units <= 12 and _may_date(row) and _day(row) is not None
        and _SIGNED.search(row.text) is not None
    )  # fmt: skip


def _of_teaser(judged: list[Judged], n: int, words: int) -> bool:
    """Whether a date has the headline of another story beside it: more than so many words."""
    above = judged[n - 1] if n else None
    below = judged[n + 1] if n + 1 < len(judged) else None
    if above is not None and above.units > words and above.cue is None and not above.prose:
        return True
    return below is not None and below.units > 6 and below.cue is None and not below.prose


def _day(row: Judged) -> tuple[int, int, int] | None:
    found = dates.find(row.text)
    return (found[0].year, found[0].month, found[0].day) if found else None


def _opens_dated(row: Judged) -> bool:
    """Whether a paragraph opens with a date, or with a desk, place or byline before one: "Red. /
    31.10.2023", "BREMEN, Jan. 5, 2026 -". A sentence that begins with a day tells of that day."""
    found = dates.find(row.text[:120])
    if not found or found[0].start > 70:
        return False
    if row.units <= 30 and not row.ends and _SIGNED.match(row.text):
        return True
    before, after = row.text[: found[0].start], row.text[found[0].end :]
    if len(before) <= 3 and not any(map(str.isalnum, before)):
        return not row.prose or is_parted(after)
    return _DESK.fullmatch(before) is not None or is_dateline(before, after)


def _date(row: Judged) -> bool:
    """Whether a line is a date and little else."""
    return (
        row.marker and row.units <= 12 and dates.find(row.text) != []
        and len(without_dates(row.text).strip()) <= 16
    )  # fmt: skip


def _may_date(row: Judged) -> bool:
    text = row.text
    if len(text) > 260 or row.cue is Cue.LEGAL or (row.cue is Cue.COMMENTS and not row.marker):
        return False
    if row.caption and not _opens_with_time(text):
        return False
    if _OF_OTHERS.search(text[:200]):
        return False
    if not _DIGIT.search(text):
        return True  # it has no date, but a label above may make one of it
    return not (_NOT_OF_THE_STORY.search(text[:200]) or is_period(text) or in_sentence(text))


def _opens_with_time(text: str) -> bool:
    """Whether a line begins with a date and a time of day: no caption does."""
    found = dates.find(text)
    return bool(found) and found[0].start <= 2 and found[0].hour is not None
