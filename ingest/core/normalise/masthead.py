"""What a dump says of its story: dates, bylines, source, place, section, captions, rights."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from ingest.core.normalise import bylines, dates, furniture, headline
from ingest.core.normalise.body import Judged, State, opening
from ingest.core.normalise.datewords import PUBLISHED_LABEL, UPDATED_LABEL
from ingest.core.normalise.furniture import Cue
from ingest.core.normalise.outlets import outlets
from ingest.model import Source, Timestamp

BEFORE_TITLE = 4
FAR_ABOVE = 12
AFTER_STORY = 8
"""Lines before the title and below the story in which its date and byline may stand."""


_CJK_GAP = re.compile(r"(?<=[\u3040-\u9fff]) (?=[\u3040-\u9fff])")
"""Blanks between wide characters, as in a spaced-out rights line."""
_ROLE = re.compile(
    r"correspondent|reporter|editor|writer|journalist|redakt|rédact|periodista|корреспондент|記者",
    re.IGNORECASE,
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


@dataclass(slots=True)
class _Zones:
    """The parts of a dump by index: what stands before the title, between, in and below the story."""

    title: int
    first: int
    last: int
    between: list[int] = field(default_factory=list)


def settle(judged: list[Judged], title_at: int | None) -> None:
    """Take out of the story what the headline shows to be none of it."""
    for n in range(opening(judged)):
        if judged[n].marker and judged[n].in_story:
            judged[n].state = State.INSERT
    if title_at is None:
        return
    title = _fold(judged[title_at].text)
    for row in judged[: title_at + 1]:
        row.state = State.HEAD
    for row in judged[title_at : title_at + 6]:
        if _fold(row.text) == title:
            row.state = State.HEAD


def read(
    judged: list[Judged], title: str | None, title_at: int | None, sources: Sequence[Source],
    received: datetime, language: str | None,
) -> Masthead:  # fmt: skip
    """All metadata of a judged page."""
    out = Masthead()
    zones = _zones(judged, title_at)
    source, publisher = _publisher(judged, zones, sources)
    out.publisher, out.site = publisher, source.id if source else None
    zone = source.zone if source else None
    out.published, out.updated = _dates(judged, zones, zone, received, language)
    out.captions = _captions(judged, zones, title)
    _byline(out, judged, zones, sources, source)
    out.section = _section(judged, zones, title)
    foot = [row.text for row in judged[zones.last + 1 :]] + [r.text for r in judged[: zones.title]]
    out.rights = bylines.rights_line(foot, language)
    return out


def _zones(judged: list[Judged], title_at: int | None) -> _Zones:
    story = [n for n, row in enumerate(judged) if row.state is State.BODY]
    first, last = opening(judged), story[-1] if story else len(judged) - 1
    title = title_at if title_at is not None else max(0, first - 12)
    return _Zones(title, first, last, list(range(title + 1, first)))


def _fold(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


# --------------------------------------------------------------------------- publisher


def _publisher(
    judged: list[Judged], zones: _Zones, sources: Sequence[Source]
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
            found = index.names.get(" ".join(row.words))
            if found is not None:
                vote(found, 1.5 if head or n > zones.last else 0.5)
            elif n > zones.last and row.units <= 6:
                vote(index.within(row.text), 0.4)
            elif head and bylines.section_path(row.text):
                vote(index.within(row.text), 1.5)
        if zones.title < n < zones.first and row.marker:
            named = index.within(row.text)
            vote(named, 0.8 if named is not None and not named.agency else 0)
    story = [row for row in judged if row.state is State.BODY]
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
        if row.state is not State.BODY and len(row.text) < 300:
            owner = bylines.rights_owner(row.text)
            if owner:
                return None, owner
    return None, None


# --------------------------------------------------------------------------- dates


def _dates(
    judged: list[Judged], zones: _Zones, zone: str | None, received: datetime, language: str | None
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
        if u is not None and u.value is not None:
            updated = updated or u
        if p is not None and p.value is not None and p.precision not in ("month", "year"):
            if updated is None and n + 1 < len(judged) and judged[n + 1].marker:
                updated = _stated(judged[n + 1].text, n < zones.first, zone, received, language)[1]
            return p, updated
    if updated is not None:
        return replace(updated, method=updated.method + ".updated"), None
    return relative, None


def _stated(
    text: str, head: bool, zone: str | None, received: datetime, language: str | None
) -> tuple[Timestamp | None, Timestamp | None]:
    return dates.published_and_updated(
        text, zone=zone, received=received, language=language,
        method="dump.head" if head else "dump.foot",
    )  # fmt: skip


def _date_lines(judged: list[Judged], zones: _Zones) -> list[int]:
    """Where the story's date may stand, best place first.

    Between headline and story; just above the headline; at the start of the first paragraph; below
    the story where a label says what it is; further above, past other short lines.
    """
    above = [n for n in range(zones.title - 1, max(-1, zones.title - 1 - FAR_ABOVE), -1)]
    between = [n for n in [*zones.between, zones.title] if _may_date(judged[n])]
    near = [n for n in above[:BEFORE_TITLE] if _may_date(judged[n])]
    opening_line = [
        n for n in range(zones.first, min(len(judged), zones.first + 1))
        if _OPENS_WITH_DATE.match(judged[n].text)
    ]  # fmt: skip
    inside = [
        n for n in range(zones.first, min(len(judged), zones.first + 8))
        if judged[n].marker and not judged[n].in_story
    ]  # fmt: skip
    foot: list[int] = []
    for n in range(zones.last + 1, min(len(judged), zones.last + 1 + AFTER_STORY)):
        if judged[n].cue is Cue.COMMENTS:
            break
        text = judged[n].text
        if judged[n].marker and (PUBLISHED_LABEL.search(text) or UPDATED_LABEL.search(text)):
            foot.append(n)
    far = [n for n in above[BEFORE_TITLE:] if judged[n].marker]
    return [*between, *near, *opening_line, *inside, *foot, *far]


_OPENS_WITH_DATE = re.compile(r"^\W{0,3}\d{1,4}[./\-年 ]")


def _may_date(row: Judged) -> bool:
    return len(row.text) <= 260 and row.cue not in (Cue.COMMENTS, Cue.LEGAL) and not row.caption


# --------------------------------------------------------------------------- byline, place


def _byline(
    out: Masthead, judged: list[Judged], zones: _Zones, sources: Sequence[Source],
    source: Source | None,
) -> None:  # fmt: skip
    story = [row for row in judged if row.state is State.BODY]
    opening = bylines.dateline(story[0].text, sources) if story else None
    if opening is not None:
        out.agency, out.place = opening.agency, opening.place
    around = [n for n in [*zones.between, *range(zones.title - 1, max(-1, zones.title - 4), -1)]]
    for n in around:
        text = judged[n].text
        if out.agency is None and len(text) < 120 and not _is_caption(judged[n]):
            named = bylines.agency_of(text, sources)
            if named and not (source and named == source.name and not source.agency):
                out.agency = named
    if out.agency is None and len(story) > 1 and len(story[-1].text) < 40:
        out.agency = bylines.agency_of(story[-1].text, sources)
    out.authors = _authors(judged, zones, sources, out.captions)
    if not out.authors and opening is not None:
        out.authors = opening.authors
    if out.place is None:
        out.place = _place_line(judged, zones, sources, out.authors)


def _is_caption(row: Judged) -> bool:
    return row.caption


def _authors(
    judged: list[Judged], zones: _Zones, sources: Sequence[Source], captions: tuple[str, ...]
) -> tuple[str, ...]:
    index = outlets(sources)
    names: list[str] = []
    near = [*zones.between, *range(zones.title - 1, max(-1, zones.title - 4), -1)]
    for n in near:
        row = judged[n]
        if (
            len(row.text) < 200
            and row.cue not in (Cue.COMMENTS, Cue.LEGAL, Cue.INSERT)
            and not _is_caption(row)
        ):
            names.extend(bylines.authors_of(row.text, sources))
    if names:
        return tuple(dict.fromkeys(names))
    dated = [n for n in near if len(judged[n].text) < 120 and dates.find(judged[n].text)]
    repeated = {row.text for row in judged[zones.last + 1 :]}
    for n in dated:
        names.extend(_beside_date(judged[n].text, sources))
    for n in zones.between:
        text = judged[n].text
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
    """Names in a line such as "Dan Goodin - Apr 16, 2015" or "July 14, 2025 / Marnie / 4 Comments"."""
    index = outlets(sources)
    found = dates.find(text)
    rest = text[: found[0].start] + " | " + text[found[0].end :]
    parts = [p.strip(" ,.;:-–—·•") for p in re.split(r"\s?[|/•·]\s?|\s[-–—]\s", rest)]
    slashed = "/" in text and any(c.isalpha() for c in rest)
    parts = [p for p in parts if not PUBLISHED_LABEL.match(p) and not UPDATED_LABEL.match(p)]
    return [p for p in parts if p and bylines.is_name(p, index, alone=slashed)]


def _place_line(
    judged: list[Judged], zones: _Zones, sources: Sequence[Source], authors: tuple[str, ...]
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


# --------------------------------------------------------------------------- section, captions


_PARTS = re.compile(r"\s?[·|•]\s?")


def _section(judged: list[Judged], zones: _Zones, title: str | None) -> tuple[str, ...]:
    """The section path: a breadcrumb, else short lines beside the headline that menus know too."""
    for n in range(max(0, zones.title - 8), zones.first):
        path = bylines.section_path(judged[n].text)
        path = tuple(p for p in path if title is None or _fold(p) != _fold(title))
        if path:
            return path
    home = _below_home(judged, zones)
    if home:
        return home
    known: dict[str, int] = {}
    for row in judged:
        if row.units <= 5 or "menu mark" in row.why:
            for part in _PARTS.split(row.text.casefold()):
                known[part] = known.get(part, 0) + 1
    above = _labels_above(judged, zones.title)
    below = [n for n in zones.between if _is_label(judged[n]) and judged[n - 1].marker]
    listed = [n for n in above if known.get(judged[n].text.casefold(), 0) > 1]
    for n in below:
        text = judged[n].text
        if not listed and (not text.isascii() or known.get(text.casefold(), 0) > 1):
            return (text,)
    chosen = sorted({*listed[:2], *above[:1]})
    return tuple(judged[n].text for n in chosen)


def _below_home(judged: list[Judged], zones: _Zones) -> tuple[str, ...]:
    """A breadcrumb with a line for each step: "Home", "Science", "Moon"."""
    for n in range(zones.first - 1, max(-1, zones.title - 7), -1):
        if judged[n].text.casefold() in bylines.HOME:
            path = []
            for row in judged[n + 1 : zones.first]:
                if not _is_label(row) or len(path) > 3:
                    break
                path.append(row.text)
            return tuple(path) if 1 <= len(path) <= 3 else ()
    return ()


def _labels_above(judged: list[Judged], title: int) -> list[int]:
    """The short lines above the headline, nearest first, past its date and numbers."""
    out: list[int] = []
    for n in range(title - 1, max(-1, title - 6), -1):
        row = judged[n]
        numbered = re.search(r"\d", row.text) is not None or not any(map(str.isalpha, row.text))
        if row.marker or (numbered and row.units <= 6) or "menu mark" in row.why:
            continue
        if not _is_label(row):
            break
        out.append(n)
    return out


def _is_label(row: Judged) -> bool:
    plain = row.cue is None and not row.caption and not row.marker and not row.ends
    return plain and row.units <= 4.5 and len(row.text) <= 40


_CAPTION_LABEL = re.compile(
    r"^(?:image|photo|picture)?\s?caption\s?[,:]\s?|^(?:bildunterschrift|légende|leyenda|подпись)\s?:\s?",
    re.IGNORECASE,
)  # fmt: skip
_CREDIT_ONLY = re.compile(
    r"^(?:image|photo|picture|foto|bild|фото|crédit)s?\s?(?:source|credits?|by)?\s?[,:]|^©|getty|"
    r"^(?:nasa|esa|afp|reuters|ap|dpa|epa)\b",
    re.IGNORECASE,
)


def _captions(judged: list[Judged], zones: _Zones, title: str | None) -> tuple[str, ...]:
    """The texts under pictures, from their labels and credits."""
    out: list[str] = []
    for n in range(max(0, zones.title), min(len(judged), zones.last + 2)):
        row = judged[n]
        if row.in_story or n == zones.title or row.text == title:
            continue
        label = _CAPTION_LABEL.match(row.text)
        if label:
            out.append(row.text[label.end() :])
        elif row.caption and not _is_credit(row):
            out.append(row.text)
        elif "beside a credit" in row.why and not row.marker and not _labelled(judged, n):
            out.append(row.text)
    return tuple(dict.fromkeys(text for text in out if text))


def _labelled(judged: list[Judged], n: int) -> bool:
    """Whether a line beside says by its label that it is the caption."""
    return any(_CAPTION_LABEL.match(row.text) for row in judged[max(0, n - 1) : n + 3])


def _is_credit(row: Judged) -> bool:
    """Whether a caption line only names who took the picture."""
    return row.units <= 9 and (bool(_CREDIT_ONLY.search(row.text)) or not row.text.count(" "))
