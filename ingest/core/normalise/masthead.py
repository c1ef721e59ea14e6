"""What a dump says of its story: source, dates, bylines, place, section, captions, rights."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ingest.core.normalise import bylines, dates, headline
from ingest.core.normalise.body import Judged, State
from ingest.core.normalise.datewords import HOME_ZONES, PUBLISHED_LABEL, UPDATED_LABEL
from ingest.core.normalise.furniture import Cue
from ingest.core.normalise.labels import read_captions, read_section
from ingest.core.normalise.outlets import Outlets, outlets
from ingest.core.normalise.story_dates import read_dates
from ingest.core.normalise.zones import Zones, zones_of
from ingest.model import Source, Timestamp

_CJK_GAP = re.compile(r"(?<=[\u3040-\u9fff]) (?=[\u3040-\u9fff])")
"""Blanks between wide characters, as in a spaced-out rights line."""
_ROLE = re.compile(
    r"correspondent|reporter|editor\b|writer|journalist|columnist|redakt|rédact|periodista|redactor|"
    r"корреспондент|редактор|обозреватель|журналист|記者|记者|giornalista|jornalista|dziennikarz|muhabir",
    re.IGNORECASE,
)
_NAME_BEFORE_ROLE = re.compile(
    r"^((?:[^\W\d_]\.\s?)?[^\W\d_][\w'’-]+"
    r"(?: [^\W\d_]\.| (?:de|van|von|der|di|da|el|al))? [^\W\d_][\w'’-]+)[ ,|/–-]"
)
_SHORT_NAMES = {"（共同）": "共同通信", "（時事）": "時事通信", "（ロイター": "ロイター"}
"""How Japanese papers sign the first paragraph of an agency's report."""
_OWNS = re.compile(r"©|\(c\)|copyright|rights", re.IGNORECASE)
_BY_ALONE = frozenset(["by", "von", "par", "por", "di", "door", "автор", "autor", "author", "text"])
_WIDE_NAME = re.compile(r"[\u4e00-\u9fff々]{2,3} ?[\u4e00-\u9fff々\u3040-\u30ff]{1,4}")
_TWO_CAPITALS = frozenset(["ru", "uk", "fr", "es", "it", "pt", "pl", "cs"])
"""Languages whose headings begin with one capital only: two capitals are a person."""


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
    zone = source.zone if source else HOME_ZONES.get(language or "")
    dated = read_dates(judged, zones, zone, received, language)
    out.published, out.updated = dated if source else map(_guessed, dated)
    out.captions = read_captions(judged, zones, title)
    _byline(out, judged, zones, sources, source, language)
    out.section = read_section(judged, zones, title, publisher)
    foot = [row.text for row in judged[zones.last + 1 :]] + [r.text for r in judged[: zones.title]]
    out.rights = bylines.rights_line(foot, language)
    return out


def _guessed(stamp: Timestamp | None) -> Timestamp | None:
    """A date of a source whose zone nobody has told: what was assumed is a guess."""
    if stamp is None or stamp.zone != "assumed":
        return stamp
    return replace(stamp, zone="guess")


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
        if row.cue is Cue.LEGAL or (n > zones.last and row.text.startswith("©")):
            named = index.within(_CJK_GAP.sub("", row.text))
            owns = _OWNS.search(row.text[:60]) is not None or not row.text.isascii()
            vote(named, 3 if owns or (named is not None and not named.agency) else 0.5)
        elif row.units <= 8:
            head = n < zones.title
            found = index.on_a_line(row.text, row.words)
            if found is not None:
                ordinary = len(row.words) == 1 and (row.text.istitle() or "under" in row.why)
                top = 0.3 if n < 3 else 0.0
                vote(found, 0.7 + top if ordinary else 1.5 if head else 0.75)
            elif n < 3 and row.units <= 6:
                vote(index.within(row.text), 0.9)
            elif n > zones.last and row.units <= 6:
                vote(index.within(row.text), 0.4)
            elif head and bylines.section_path(row.text):
                vote(index.within(row.text), 1.5)
        if zones.title < n < zones.first and row.marker:
            named = index.within(row.text)
            reprinted = 0.4 if "source line" in row.why else 0.8  # a source may be another's
            vote(named, reprinted if named is not None and not named.agency else 0)
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
    if votes:
        return by_id[best], by_id[best].name
    return None, None


def _byline(
    out: Masthead, judged: list[Judged], zones: Zones, sources: Sequence[Source],
    source: Source | None, language: str | None,
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
    for row in (row for row in [*story[:1], *story[-1:]] if row.signed):
        tail = row.text[-30:]
        short = next((full for name, full in _SHORT_NAMES.items() if name in tail[-6:]), tail)
        out.agency = out.agency or bylines.agency_of(short, sources)
    closing = [story[-1], *judged[zones.last + 1 : zones.last + 3]] if len(story) > 1 else []
    for row in closing:
        if out.agency is None and len(row.text) < 45 and row.cue is None:
            out.agency = bylines.agency_of(row.text, sources)
    out.authors = _authors(judged, zones, sources, out.captions, language)
    if not out.authors and opening is not None:
        out.authors = opening.authors
    if out.place is None:
        out.place = _place_line(judged, zones, sources, out.authors)


def _authors(
    judged: list[Judged], zones: Zones, sources: Sequence[Source], captions: tuple[str, ...],
    language: str | None,
) -> tuple[str, ...]:  # fmt: skip
    """Who wrote it: from bylines; else names beside the date; else below the story."""
    index = outlets(sources)
    names: list[str] = []
    near = [*zones.between, *range(zones.title - 1, max(-1, zones.title - 4), -1)]
    for n in near:
        row = judged[n]
        passed = (Cue.COMMENTS, Cue.LEGAL, Cue.INSERT)
        if len(row.text) < 200 and row.cue not in passed and not row.caption:
            names.extend(bylines.authors_of(row.text, sources))
            names.extend(_with_role(row, index) or _after_by(judged, n, index))
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
        if not bylines.is_name(text, index):
            by_date = any(abs(d - n) <= 2 for d in dated) and index.by_name(text) is None
            if by_date and (" " in text or text in repeated) and _WIDE_NAME.fullmatch(text):
                names.append(text.replace(" ", ""))
            continue
        below = judged[n + 1].text if n + 1 < len(judged) else ""
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
    if row.units > 8 or row.ends or not _ROLE.search(row.text):
        return []
    match = _NAME_BEFORE_ROLE.match(row.text)
    return [match[1]] if match and bylines.is_name(match[1], index) else []


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
        capitals = candidate.text.isupper() and candidate.text.isalpha() and candidate.cue is None
        if capitals and outlets(sources).within(above.text) and candidate.units == 1:
            return bylines.place_name(candidate.text)
        if candidate.cue is None and above.text in authors and candidate.text not in authors:
            index = outlets(sources)
            if candidate.units <= 3 and index.by_name(candidate.text) is None:
                return bylines.place_name(candidate.text)
    return None
