"""What a dump says of its story: source, dates, bylines, place, section, captions, rights."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ingest.core.normalise import bylines, dates, headline
from ingest.core.normalise.body import Judged, State
from ingest.core.normalise.datewords import PUBLISHED_LABEL, UPDATED_LABEL
from ingest.core.normalise.furniture import Cue
from ingest.core.normalise.labels import read_captions, read_section
from ingest.core.normalise.outlets import outlets
from ingest.core.normalise.story_dates import read_dates
from ingest.core.normalise.zones import Zones, zones_of
from ingest.model import Source, Timestamp

_CJK_GAP = re.compile(r"(?<=[\u3040-\u9fff]) (?=[\u3040-\u9fff])")
"""Blanks between wide characters, as in a spaced-out rights line."""
_ROLE = re.compile(
    r"correspondent|reporter|editor|writer|journalist|redakt|rédact|periodista|корреспондент|記者",
    re.IGNORECASE,
)


_AND_AGENCY = re.compile(
    r"\s(?:and|und|et|y) (?:agenc(?:y|ies)|agenturen|agences|agencias)$", re.IGNORECASE
)


@dataclass(slots=True)
class Masthead:
    """What was read around the story."""

    published: Timestamp | None = None
    updated: Timestamp | None = None
    publisher: str | None = None
    site: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    place: str | None = None
    section: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    rights: str | None = None


def read(
    judged: list[Judged], title: str | None, title_at: int | None, sources: Sequence[Source],
    received: datetime, language: str | None,
) -> Masthead:  # fmt: skip
    """All metadata of a judged page."""
    out = Masthead()
    zones = zones_of(judged, title_at)
    source, publisher = _publisher(judged, zones, sources)
    out.publisher, out.site = publisher, source.id if source else None
    zone = source.zone if source else None
    out.published, out.updated = read_dates(judged, zones, zone, received, language)
    out.captions = read_captions(judged, zones, title)
    _byline(out, judged, zones, sources, source)
    out.section = read_section(judged, zones, title)
    foot = [row.text for row in judged[zones.last + 1 :]] + [r.text for r in judged[: zones.title]]
    out.rights = bylines.rights_line(foot, language)
    return out


def _publisher(
    judged: list[Judged], zones: Zones, sources: Sequence[Source]
) -> tuple[Source | None, str | None]:
    """The source in ``config/sources``, if it is known, and the publisher's name."""
    index = outlets(sources)
    votes: dict[str, float] = {}
    by_id: dict[str, Source] = {}

    def vote(source: Source | None, points: float) -> None:
        if source is not None:
            by_id[source.id] = source
            votes[source.id] = votes.get(source.id, 0) + points

    browser = headline.browser_title(judged)
    if browser:
        vote(index.by_name(browser[1]) or index.within(browser[1]), 4)
    for n, row in enumerate(judged):
        inside = row.state in (State.BODY, State.INSERT)
        if inside or len(row.text) > 900:
            continue
        if row.cue is Cue.LEGAL:
            vote(index.within(_CJK_GAP.sub("", row.text)), 3)
        elif row.units <= 8:
            head = n < zones.title
            found = index.on_a_line(row.text, row.words)
            if found is not None:
                ordinary = len(row.words) == 1 and row.text.istitle()
                vote(found, 0.7 if ordinary else 1.5 if head or n > zones.last else 0.5)
            elif n > zones.last and row.units <= 6:
                vote(index.within(row.text), 0.4)
            elif head and bylines.section_path(row.text):
                vote(index.within(row.text), 1.5)
        if zones.title < n < zones.first and row.marker:
            named = index.within(row.text)
            vote(named, 0.8 if named is not None and not named.agency else 0)
    story = [row for row in judged if row.in_story]
    line = bylines.dateline(story[0].text, sources) if story else None
    if line is not None and line.agency:
        vote(index.by_name(line.agency), 0.7)
    if votes:
        best = max(votes, key=lambda i: votes[i])
        if votes[best] >= 0.8:
            return by_id[best], by_id[best].name
    if browser:
        return None, browser[1]
    for row in reversed(judged):
        if not row.in_story and len(row.text) < 300:
            owner = bylines.rights_owner(row.text)
            if owner:
                return None, owner
    return None, None


def _byline(
    out: Masthead, judged: list[Judged], zones: Zones, sources: Sequence[Source],
    source: Source | None,
) -> None:  # fmt: skip
    story = [row for row in judged if row.in_story]
    opening = bylines.dateline(story[0].text, sources) if story else None
    if opening is not None:
        out.agency, out.place = opening.agency, opening.place
    around = [*zones.between, *range(zones.title - 1, max(-1, zones.title - 4), -1)]
    for n in around:
        text = judged[n].text
        if out.agency is None and len(text) < 120 and not judged[n].caption:
            named = bylines.agency_of(text, sources)
            if named and not (source and named == source.name and not source.agency):
                out.agency = named
    closing = [story[-1], *judged[zones.last + 1 : zones.last + 3]] if len(story) > 1 else []
    for row in closing:
        if out.agency is None and len(row.text) < 45 and row.cue is None:
            out.agency = bylines.agency_of(row.text, sources)
    out.authors = _authors(judged, zones, sources, out.captions)
    if not out.authors and opening is not None:
        out.authors = opening.authors
    if out.place is None:
        out.place = _place_line(judged, zones, sources, out.authors)


def _authors(
    judged: list[Judged], zones: Zones, sources: Sequence[Source], captions: tuple[str, ...]
) -> tuple[str, ...]:
    index = outlets(sources)
    names: list[str] = []
    near = [*zones.between, *range(zones.title - 1, max(-1, zones.title - 4), -1)]
    for n in near:
        row = judged[n]
        if (
            len(row.text) < 200
            and row.cue not in (Cue.COMMENTS, Cue.LEGAL, Cue.INSERT)
            and not row.caption
        ):
            names.extend(bylines.authors_of(row.text, sources))
    if names:
        return tuple(dict.fromkeys(names))
    dated = [n for n in near if len(judged[n].text) < 120 and dates.find(judged[n].text)]
    repeated = {row.text for row in judged[zones.last + 1 :]}
    for n in dated:
        names.extend(_beside_date(judged[n].text, sources))
    for n in zones.between:
        text = _AND_AGENCY.sub("", judged[n].text)
        if not bylines.is_name(text, index) or text in captions or "credit" in judged[n].why:
            continue
        below = judged[n + 1].text if n + 1 < len(judged) else ""
        handle = below.startswith("@") or (len(below) < 50 and _ROLE.search(below) is not None)
        close = any(0 < d - n <= 3 for d in dated) or any(0 < n - d <= 2 for d in dated)
        if handle or text in repeated:
            names.append(text)
        elif close and not names:
            names.append(text)
    if not names:
        after = judged[zones.last + 1 : zones.last + 8]
        for row in after:
            names.extend(bylines.authors_of(row.text, sources) if len(row.text) < 80 else ())
    return tuple(dict.fromkeys(names))


def _beside_date(text: str, sources: Sequence[Source]) -> list[str]:
    """Names beside a date: "A. Name - Apr 16, 2015", "July 14, 2025 / Name / 4 Comments"."""
    index = outlets(sources)
    found = dates.find(text)
    rest = text[: found[0].start] + " | " + text[found[0].end :]
    parts = [p.strip(" ,.;:-–—·•") for p in re.split(r"\s?[|/•·]\s?|\s[-–—]\s", rest)]
    slashed = "/" in text and any(c.isalpha() for c in rest)
    parts = [p for p in parts if not PUBLISHED_LABEL.match(p) and not UPDATED_LABEL.match(p)]
    return [p for p in parts if p and bylines.is_name(p, index, alone=slashed)]


def _place_line(
    judged: list[Judged], zones: Zones, sources: Sequence[Source], authors: tuple[str, ...]
) -> str | None:
    """A line of its own between the author's name and the date: "Houston"."""
    for n in zones.between[1:]:
        text = judged[n].text
        if not dates.find(text) or len(text) > 60 or n < 2:
            continue
        candidate, above = judged[n - 1], judged[n - 2]
        if candidate.cue is None and above.text in authors and candidate.text not in authors:
            index = outlets(sources)
            if candidate.units <= 3 and index.by_name(candidate.text) is None:
                return bylines.place_name(candidate.text)
    return None
