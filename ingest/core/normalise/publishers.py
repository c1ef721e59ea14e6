"""Who published a dump: an outlet of ``config/sources``, or the name that the page gives itself.

Every sign is a vote: the title in the browser's bar, rights lines, lines at the head that are a
name. A name that nobody has listed competes with the listed ones, since a page names many outlets
(the agency that it prints, those it links to) but mostly itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.core.normalise import bylines
from ingest.core.normalise.body import Judged, State
from ingest.core.normalise.furniture import Cue
from ingest.core.normalise.outlets import Outlets, fold, outlets
from ingest.core.normalise.zones import Zones
from ingest.model import Source

_BODY, _INSERT, _LEGAL = State.BODY, State.INSERT, Cue.LEGAL

OTHER_LANGUAGE = 0.4
HEAD_NAMES = 12
"""First lines among which a site's name stands alone."""

_CJK_GAP = re.compile(r"(?<=[\u3040-\u9fff]) (?=[\u3040-\u9fff])")
"""Blanks between wide characters, as in a spaced-out rights line."""
_OWNS = re.compile(r"©|\(c\)|copyright|rights", re.IGNORECASE)
_HOST = re.compile(r"\b(?:www\.)?((?:[\w-]{2,40}\.){1,3}[a-z]{2,4})\b")
_LEGAL_FORM = re.compile(
    r"(?:,? (?:inc|llc|ltd|limited|gmbh|ag|plc|corp|corporation|company|co|s\.?a\.?|s\.?l\.?u?|"
    r"s\.?r\.?l|sas|kg|& co|pty|b\.?v))+\.?$",
    re.IGNORECASE,
)


_MARKS = re.compile(r"[|/»›>→]")


@dataclass(slots=True)
class _Votes:
    """Points of listed sources by id, and of other names by their folded form."""

    points: dict[str, float] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def source(self, source: Source | None, points: float) -> None:
        if source is not None:
            self.sources[source.id] = source
            self.points[source.id] = self.points.get(source.id, 0) + points

    def name(self, name: str, points: float) -> None:
        key = f"name:{fold(name)}"
        self.names.setdefault(key, name)
        self.points[key] = self.points.get(key, 0) + points


def read_publisher(
    judged: list[Judged], zones: Zones, site: str | None, agency: str | None,
    sources: Sequence[Source], language: str | None,
) -> tuple[Source | None, str | None]:  # fmt: skip
    """The source in ``config/sources``, if it is known, and the publisher's name. ``site`` is what
    the browser's title names, ``agency`` the one that the story's dateline does."""
    index = outlets(sources)
    votes = _Votes()
    if site is not None:
        listed = index.by_name(site) or index.within(site)
        votes.source(listed, 4)
        if listed is None:
            votes.name(_as_at_head(site, judged, zones), 4)
    for n, row in enumerate(judged):
        if row.state is _BODY or row.state is _INSERT or len(row.text) > 900:
            continue
        if row.cue is _LEGAL or index.may_name(row.text, row.words):
            _vote(votes, n, row, zones, index)
    _owners(votes, judged, zones, index)
    if agency:
        votes.source(index.by_name(agency), 0.7)
    if not votes.points and (brand := _brand(judged, zones)):
        return None, brand
    for i, source in votes.sources.items():
        if source.language not in (None, language):
            votes.points[i] *= OTHER_LANGUAGE  # outlets of two countries share some names
    return _elected(votes)


def _brand(judged: list[Judged], zones: Zones) -> str | None:
    """A name of several words on the first line that the foot repeats: "About The Daily"."""
    row = judged[0]
    if zones.title == 0 or not (2 <= row.units <= 5 and row.capitals and row.cue is None):
        return None
    foot = judged[zones.last + 1 :]
    return row.text if any(row.text in other.text for other in foot) else None


def _elected(votes: _Votes) -> tuple[Source | None, str | None]:
    if not votes.points:
        return None, None
    best = max(votes.points, key=lambda i: votes.points[i])
    listed = [i for i in votes.points if i in votes.sources]
    if best not in votes.sources and listed:  # a company's name is seldom its paper's
        first = max(listed, key=lambda i: votes.points[i])
        if not votes.sources[first].agency and votes.points[first] >= votes.points[best] - 0.5:
            best = first
    if best in votes.sources:
        return votes.sources[best], votes.sources[best].name
    return None, votes.names[best]


def _vote(votes: _Votes, n: int, row: Judged, zones: Zones, index: Outlets) -> None:
    """What one line of the page around the story says."""
    if row.cue is _LEGAL or (n > zones.last and row.text.startswith("©")):
        named = index.within(_CJK_GAP.sub("", row.text))
        if named is not None:
            owns = not row.text.isascii() or _OWNS.search(row.text[:60]) is not None
            prints = named.agency and (not owns or _reprinted(row.text))
            votes.source(named, 0.5 if prints else 3)
        elif (host := _HOST.search(row.text)) is not None:
            votes.source(index.by_host(host[1]), 2)
    elif row.units <= 8:
        head = n < zones.title
        found = index.on_a_line(row.text, row.words)
        if found is not None:
            ordinary = len(row.words) == 1 and (row.text.istitle() or "under" in row.why)
            top = 0.3 if n < 3 else 0.0
            votes.source(found, 0.7 + top if ordinary else 1.5 if head else 0.75)
        elif n < 3 and row.units <= 6:
            votes.source(index.within(row.text), 0.9)
        elif n > zones.last and row.units <= 6:
            votes.source(index.within(row.text), 0.4)
        elif head and not row.plain and bylines.section_path(row.text):
            votes.source(index.within(row.text), 1.5)
    if zones.title < n < zones.first and row.marker:
        named = index.within(row.text)
        reprinted = 0.4 if "source line" in row.why else 0.8  # a source may be another's
        votes.source(named, reprinted if named is not None and not named.agency else 0)


def _reprinted(text: str) -> bool:
    """Whether a rights line is what an agency puts below its reports in other papers."""
    return re.search(r"\bmay not be\b|-infocom|\ball contents? ©|dpa[:-]\d", text) is not None


def _owners(votes: _Votes, judged: list[Judged], zones: Zones, index: Outlets) -> None:
    """Names that no source is called by, from rights lines; more if they stand at the head too."""
    seen: set[str] = set()
    for row in reversed(judged):
        if not row.may_state_rights or row.state is _BODY:
            continue
        owner = bylines.rights_owner(row.text)
        if owner is None or fold(owner) in seen or index.within(owner) is not None:
            continue
        if row.caption or not _is_site(owner):
            continue
        seen.add(fold(owner))
        name = _as_at_head(owner, judged, zones)
        votes.name(name, (2.5 if name != owner else 1.2) + (1.5 if _at_head(name, judged) else 0))
        if len(seen) == 2:
            return


_NO_NAME = re.compile(
    r"riproduzione|riservat|reserv|vorbehalten|защищены|版权|^www$|^https?$", re.IGNORECASE
)


def _is_site(name: str) -> bool:
    return len(name.split()) <= 6 and name[:1].isalnum() and not _NO_NAME.search(name)


def _at_head(name: str, judged: list[Judged]) -> bool:
    return any(fold(row.text) == fold(name) for row in judged[:HEAD_NAMES])


def _as_at_head(name: str, judged: list[Judged], zones: Zones) -> str:
    """A name as it stands at the page's head: "KXYZ News" for "KXYZ, Inc."."""
    bare = _LEGAL_FORM.sub("", name).strip(" ,.")
    folded = fold(bare)
    for row in judged[: min(HEAD_NAMES, zones.title)]:
        line = fold(row.text)
        plain = row.units <= 5 and row.cue is None and not _MARKS.search(row.text)
        if plain and folded and f"{line} ".startswith(folded + " "):
            return row.text
    return bare or name
