"""What a dump says of its story: source, dates, bylines, place, section, captions, rights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ingest.core.normalise import bylines
from ingest.core.normalise.body import Judged
from ingest.core.normalise.datewords import HOME_ZONES
from ingest.core.normalise.headline import Headline
from ingest.core.normalise.labels import read_captions, read_section
from ingest.core.normalise.outlets import outlets
from ingest.core.normalise.publishers import read_publisher
from ingest.core.normalise.story_dates import read_dates
from ingest.core.normalise.writers import read_authors, read_place
from ingest.core.normalise.zones import Zones, zones_of
from ingest.model import Source, Timestamp

_SHORT_NAMES = {"（共同）": "共同通信", "（時事）": "時事通信", "（ロイター": "ロイター"}
"""How Japanese papers sign the first paragraph of an agency's report."""
_COLON_PLACES = frozenset(["Asia/Kolkata", "Asia/Karachi", "Asia/Dhaka", "Asia/Colombo"])
"""Zones whose papers set the place before a colon: "New Delhi: The astronaut ..."."""


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
    judged: list[Judged], story: list[int], headline: Headline, sources: Sequence[Source],
    received: datetime, language: str | None,
) -> Masthead:  # fmt: skip
    """All metadata of a judged page, given the lines of its story."""
    out = Masthead()
    zones = zones_of(judged, story, headline.at)
    opening = bylines.dateline(zones.story[0].text, sources) if zones.story else None
    agency = opening.agency if opening else None
    source, publisher = read_publisher(judged, zones, headline.site, agency, sources, language)
    out.publisher, out.site = publisher, source.id if source else None
    zone = source.zone if source else HOME_ZONES.get(language or "")
    dated = read_dates(judged, zones, zone, received, language)
    out.published, out.updated = dated if source else map(_guessed, dated)
    out.captions = read_captions(judged, zones, headline.title)
    _byline(out, judged, zones, opening, sources, source, language)
    out.section = read_section(judged, zones, headline.title, publisher, out.authors)
    around = [*judged[zones.last + 1 :], *judged[: zones.title]]
    stated = [row.text for row in around if row.may_state_rights]
    out.rights = bylines.rights_line(stated, language, publisher)
    return out


def _guessed(stamp: Timestamp | None) -> Timestamp | None:
    """A date of a source whose zone nobody has told: what was assumed is a guess."""
    if stamp is None or stamp.zone != "assumed":
        return stamp
    return replace(stamp, zone="guess")


def _byline(
    out: Masthead, judged: list[Judged], zones: Zones, opening: bylines.Dateline | None,
    sources: Sequence[Source], source: Source | None, language: str | None,
) -> None:  # fmt: skip
    story = zones.story
    if opening is not None:
        out.agency, out.place = opening.agency, opening.place
    around = [*zones.between, *range(zones.title - 1, max(-1, zones.title - 4), -1)]
    index = outlets(sources)
    for n in around:
        text = judged[n].text
        if (
            out.agency is None
            and len(text) < 120
            and index.may_name_agency(text, judged[n].words)
            and (not judged[n].caption or bylines.PLACE_AGENCY.fullmatch(text))
        ):
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
            text = row.text.upper() if row.text.islower() else ""  # "jov (afp, nasa)"
            out.agency = bylines.agency_of(row.text, sources) or bylines.agency_of(text, sources)
    out.authors = read_authors(judged, zones, sources, out.captions, language)
    if not out.authors and opening is not None:
        out.authors = opening.authors
    if out.place is None:
        out.place = read_place(judged, zones, sources, out.authors)
    if out.place is None and story and source and source.zone in _COLON_PLACES:
        stated = (bylines.place_before_colon(row.text) for row in story[:2])
        out.place = next((place for place in stated if place), None)
