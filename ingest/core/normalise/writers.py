"""Who wrote the story of a dump, and where: bylines, names beside the date, places beside names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.core.normalise import bylines, dates
from ingest.core.normalise.body import Judged
from ingest.core.normalise.datewords import PUBLISHED_LABEL, UPDATED_LABEL, WEEKDAY
from ingest.core.normalise.furniture import Cue
from ingest.core.normalise.outlets import Outlets, outlets
from ingest.core.normalise.zones import Zones
from ingest.model import Source

_PASSED = (Cue.COMMENTS, Cue.LEGAL, Cue.INSERT)
_ROLE = re.compile(
    r"correspondent|reporter|editor\b|writer|journalist|columnist|redakt|rédact|periodista|redactor|"
    r"корреспондент|редактор|обозреватель|журналист|記者|记者|giornalista|jornalista|dziennikarz|muhabir",
    re.IGNORECASE,
)
_NAME_BEFORE_ROLE = re.compile(
    r"^((?:[^\W\d_]\.\s?)?[^\W\d_][\w'’-]+"
    r"(?: [^\W\d_]\.| (?:de|van|von|der|di|da|el|al))? [^\W\d_][\w'’-]+)[ ,|/–-]"
)
_BY_ALONE = frozenset(["by", "von", "par", "por", "di", "door", "автор", "autor", "author", "text"])
_WIDE_NAME = re.compile(r"[\u4e00-\u9fff々]{2,3} ?[\u4e00-\u9fff々\u3040-\u30ff]{1,4}")
_TWO_CAPITALS = frozenset(["ru", "uk", "fr", "es", "it", "pt", "pl", "cs"])
"""Languages whose headings begin with one capital only: two capitals are a person."""
_AND_AGENCY = re.compile(
    r"\s(?:and|und|et|y) (?:agenc(?:y|ies)|agenturen|agences|agencias)$", re.IGNORECASE
)


def read_authors(
    judged: list[Judged], zones: Zones, sources: Sequence[Source], captions: tuple[str, ...],
    language: str | None,
) -> tuple[str, ...]:  # fmt: skip
    """Who wrote it: from bylines; else names beside the date; else below the story."""
    index = outlets(sources)
    names: list[str] = []
    near = [*zones.between, *range(zones.title - 1, max(-1, zones.title - 4), -1)]
    for n in near:
        row = judged[n]
        if len(row.text) < 200 and row.cue not in _PASSED and not row.caption:
            names.extend(bylines.authors_of(row.text, sources))
            names.extend(
                _with_role(row, index) or _after_by(judged, n, index) or _in_place(judged, n, index)
            )
    if names:
        return tuple(dict.fromkeys(names))
    dated = [
        n for n in near
        if len(judged[n].text) < 120 and not judged[n].caption and dates.find(judged[n].text)
    ]  # fmt: skip
    repeated = {row.text for row in judged[zones.last + 1 :]}
    for n in dated:
        names.extend(_beside_date(judged[n].text, sources))
    for n in zones.between:
        text = _AND_AGENCY.sub("", judged[n].text)
        if text in captions or "credit" in judged[n].why:
            continue
        below = judged[n + 1].text if n + 1 < len(judged) else ""
        if text.isupper() and dates.find(below) and judged[n + 1].marker:
            text = bylines.ordinary_case(text)
        if not bylines.is_name(text, index):
            by_date = any(abs(d - n) <= 2 for d in dated) and index.by_name(text) is None
            if by_date and (" " in text or text in repeated) and _WIDE_NAME.fullmatch(text):
                names.append(text.replace(" ", ""))
            continue
        handle = below.startswith("@") or (len(below) < 50 and _ROLE.search(below) is not None)
        person = language in _TWO_CAPITALS and len(text.split()) == 2 and bool(dated)
        close = any(0 < d - n <= 3 for d in dated) or any(0 < n - d <= 2 for d in dated)
        if handle or text in repeated:
            names.append(text)
        elif (close or person) and not names:
            names.append(text)
    return tuple(dict.fromkeys(names or _below_story(judged, zones, sources, language)))


def _with_role(row: Judged, index: Outlets) -> list[str]:
    """The name in "Ann Reporter Science correspondent"."""
    if row.units > 8 or row.ends:
        return []
    match = _NAME_BEFORE_ROLE.match(row.text)
    if match is None or not bylines.is_name(match[1], index) or not _ROLE.search(row.text):
        return []
    return [match[1]]


_NAME_IN_PLACE = re.compile(
    r"(?:(?i:by|von|par|por) )?(?P<name>[^\W\d_][\w.'’-]+(?: [^\W\d_][\w.'’-]*){1,2})"
    r" (?:in|en|à|aus) (?P<place>[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,2})(?:\s?[|,].*)?"
)
"""A byline that says where its writer is: "Ann Name in Beijing"."""


_IN = frozenset(["in", "en", "à", "aus"])
"""What stands before the place in such a line."""


def _name_in_place(row: Judged) -> re.Match[str] | None:
    if row.units > 8 or _IN.isdisjoint(row.words):
        return None
    return _NAME_IN_PLACE.fullmatch(row.text)


def _in_place(judged: list[Judged], n: int, index: Outlets) -> list[str]:
    """The name in a line "Ann Name in Beijing" that a date follows."""
    match = _name_in_place(judged[n])
    if match is None or not any(row.marker for row in judged[n + 1 : n + 3]):
        return []
    return [match["name"]] if bylines.is_name(match["name"], index) else []


def _after_by(judged: list[Judged], n: int, index: Outlets) -> list[str]:
    """The name below a line that only says "By"."""
    if judged[n].text.casefold().strip(" :") not in _BY_ALONE or n + 1 >= len(judged):
        return []
    below = judged[n + 1].text
    return [below] if bylines.is_name(below, index) else []


def _below_story(
    judged: list[Judged], zones: Zones, sources: Sequence[Source], language: str | None
) -> list[str]:
    """Bylines at the story's end, and a person's name as the first line below it."""
    below = judged[zones.last + 1 : zones.last + 8]
    names: list[str] = []
    for row in below:
        names.extend(bylines.authors_of(row.text, sources) if len(row.text) < 80 else ())
    if not names and below and language in _TWO_CAPITALS:
        first = below[0].text
        names = (
            [first] if len(first.split()) == 2 and bylines.is_name(first, outlets(sources)) else []
        )
    return names


def _beside_date(text: str, sources: Sequence[Source]) -> list[str]:
    """Names beside a date: "A. Name - Apr 16, 2015", "July 14, 2025 / Name / 4 Comments"."""
    index = outlets(sources)
    found = dates.find(text)
    rest = text[: found[0].start] + " | " + text[found[0].end :]
    parts = [p.strip(" ,.;:-–—·•") for p in re.split(r"\s?[|/•·]\s?|\s[-–—]\s", rest)]
    if found[0].start >= 3 and (glued := _GLUED_NAME.fullmatch(text[: found[0].start].strip())):
        return [glued[0].replace(" ", "")] if index.by_name(glued[0]) is None else []
    slashed = "/" in text and any(c.isalpha() for c in rest)
    parts = [p for p in parts if not PUBLISHED_LABEL.match(p) and not UPDATED_LABEL.match(p)]
    return [p for p in parts if p and bylines.is_name(p, index, alone=slashed)]


_GLUED_NAME = re.compile(
    r"(?!.*[部社局版新聞報更公配掲編集時刊速])[\u4e00-\u9fff々]{2,3} ?[\u4e00-\u9fff々]{1,3}"
)
"""A Japanese or Chinese name directly before a date; desks and labels have other characters."""
_PLACE_AND_DATE = re.compile(r"(?P<place>[A-ZÀ-Þ][\w.'’-]+(?: [\w.'’-]+){0,2})\s?[-–—,|]\s?")


def read_place(
    judged: list[Judged], zones: Zones, sources: Sequence[Source], authors: tuple[str, ...]
) -> str | None:
    """Beside the author's name and the date: "Houston" on a line of its own, "Name in Houston", or
    "Houston - 21 Aug 2025"."""
    for n in zones.between:
        byline = _name_in_place(judged[n])
        if byline is not None and byline["name"] in authors:
            return bylines.place_name(byline["place"])
        signed = bylines.PLACE_AGENCY.fullmatch(judged[n].text)
        if signed is not None and outlets(sources).agency_in(signed["agency"]) is not None:
            return bylines.place_name(signed["place"])
    for n in zones.between[1:]:
        text = judged[n].text
        found = dates.find(text)
        before = _PLACE_AND_DATE.fullmatch(text[: found[0].start]) if found else None
        labelled = before is not None and (
            WEEKDAY.search(before["place"]) or UPDATED_LABEL.search(before["place"])
        )
        if (
            before is not None
            and not labelled
            and bylines.ordinary_case(judged[n - 1].text) in authors
        ):
            return bylines.place_name(before["place"])
        if not dates.find(text) or len(text) > 60 or n < 2:
            continue
        candidate, above = judged[n - 1], judged[n - 2]
        capitals = candidate.text.isupper() and candidate.text.isalpha() and candidate.cue is None
        if capitals and outlets(sources).within(above.text) and candidate.units == 1:
            return bylines.place_name(candidate.text)
        if candidate.cue is None and above.text in authors and candidate.text not in authors:
            index = outlets(sources)
            if candidate.units <= 3 and index.by_name(candidate.text) is None:
                return bylines.place_name(candidate.text)
    return None
