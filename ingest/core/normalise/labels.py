"""The section path of a story and the captions of its pictures, as a dump shows them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.core.normalise import bylines, dates
from ingest.core.normalise.body import Judged, State
from ingest.core.normalise.neighbours import CREDIT_LABEL
from ingest.core.normalise.zones import Zones, fold

_BODY = State.BODY

HOME_ABOVE = 10
"""Lines above the headline in which a breadcrumb of several lines may begin."""
PATH_ABOVE = 4
"""Lines from its last step to the headline; a longer way is a menu's."""

_PATH = re.compile(r"\s[/›»>]\s|\s?\|\s?")
_PARTS = re.compile(r"\s?[·|•]\s?")


def read_section(
    judged: list[Judged],
    zones: Zones,
    title: str | None,
    publisher: str | None,
    authors: Sequence[str] = (),
) -> tuple[str, ...]:
    """The section path: a breadcrumb, else short lines beside the headline that menus know too."""
    no_section = {fold(name) for name in (title, publisher, *authors) if name}
    found = _section_parts(judged, zones, no_section)
    parts = {fold(part): part for part in map(_without_label, found)}
    return tuple(part for folded, part in parts.items() if folded and folded not in no_section)


_POSTED_IN = re.compile(
    r"^(?:posted|filed|veröffentlicht|publié|publicado) (?:in|en|dans)\s?", re.IGNORECASE
)


def _without_label(part: str) -> str:
    return _POSTED_IN.sub("", part).strip(" /|·•>#")


_TOPIC = re.compile(
    r"^(?:topic|section|ressort|rubrik|rubrique|sección|seção|sezione|рубрика|栏目)\s?[:：]\s?(\S.{1,40})$",
    re.IGNORECASE,
)


def _section_parts(
    judged: list[Judged], zones: Zones, no_section: set[str]
) -> tuple[str, ...] | list[str]:
    # a path or a topic has a mark besides its letters
    for n in range(max(0, zones.title - 8), zones.first):
        path = () if judged[n].plain else bylines.section_path(judged[n].text)
        path = tuple([p for p in path if fold(p) not in no_section])
        if path:
            return path
    for n in range(max(0, zones.title - 3), zones.first):
        if not judged[n].plain and (topic := _TOPIC.match(judged[n].text)) is not None:
            return (topic[1],)
    home = _below_home(judged, zones)
    if home:
        return home
    known = _menu_words(judged)
    steps = _steps(judged, zones, known, no_section)
    if steps:
        return steps
    dated = _beside_time(judged, zones, known)
    if dated:
        return dated
    above = _labels_above(judged, zones.title)
    first_date = next((n for n in zones.between if judged[n].marker), zones.title)
    below = [
        n for n in zones.between
        if _is_label(judged[n])
        and (
            judged[n - 1].marker
            or (not above and n < first_date and known[judged[n].text.casefold()] > 1)
        )
    ]  # fmt: skip
    listed = [n for n in above if known.get(judged[n].text.casefold(), 0) > 1]
    for n in below:
        text = judged[n].text
        if not listed and (not text.isascii() or known.get(text.casefold(), 0) > 1):
            return (text,)
    nearest = above[:1]
    chosen = [judged[n].text for n in sorted({*listed[:2], *nearest})]
    return [part for text in chosen for part in _PATH.split(text)]


def _menu_words(judged: list[Judged]) -> Counter[str]:
    """How often each short line, or part of a line of links, stands on the page."""
    parts = [row.text.casefold() for row in judged if row.plain and row.units <= 5]
    for row in judged:
        if not row.plain and (row.units <= 5 or "menu mark" in row.why):
            text = row.text.casefold()
            parted = "|" in text or "·" in text or "•" in text
            parts += _PARTS.split(text) if parted else [text]
    return Counter(parts)


def _steps(
    judged: list[Judged], zones: Zones, known: Counter[str], no_section: set[str]
) -> list[str]:
    """A path without arrows beside the headline, "China / Science", whose steps menus know."""
    for n in [*range(zones.title - 1, max(-1, zones.title - 4), -1), *zones.between[:8]]:
        parts = judged[n].text.split(" / ")
        if 2 <= len(parts) <= 4 and all(0 < len(part.split()) <= 4 for part in parts):
            steps = [part for part in parts if fold(part) not in no_section]
            if not judged[n].marker and any(known[part.casefold()] > 0 for part in steps):
                return steps
    return []


def _beside_time(judged: list[Judged], zones: Zones, known: Counter[str]) -> list[str]:
    """A section before the date in one line, "Science 03:05 November 27, 2025", that menus know."""
    for n in [*zones.between, *range(max(0, zones.title - 3), zones.title)]:
        row = judged[n]
        found = dates.find(row.text) if row.marker and len(row.text) < 80 else []
        before = row.text[: found[0].start].strip(" |·•,-–/:") if found else ""
        if before and known.get(before.casefold()):
            return [before]
    return []


def _below_home(judged: list[Judged], zones: Zones) -> tuple[str, ...]:
    """A breadcrumb with a line for each step: "Home", "Science", "Moon"."""
    for n in range(zones.first - 1, max(-1, zones.title - HOME_ABOVE), -1):
        if judged[n].text.casefold() in bylines.HOME:
            path: list[str] = []
            for m, row in enumerate(judged[n + 1 : zones.first], start=n + 1):
                alt = m + 1 < zones.first and judged[m + 1].caption
                if m == zones.title or alt or not _is_label(row) or len(path) > 3:
                    break
                path.append(row.text)
            ends_here = 0 < zones.title - n - len(path) <= PATH_ABOVE or n > zones.title
            return tuple(path) if 1 <= len(path) <= 3 and ends_here else ()
    return ()


def _labels_above(judged: list[Judged], title: int) -> list[int]:
    """The short lines above the headline, nearest first, past its date and numbers."""
    out: list[int] = []
    for n in range(title - 1, max(-1, title - 6), -1):
        row = judged[n]
        numbered = _NUMBERED.search(row.text) is not None or not any(map(str.isalpha, row.text))
        if row.marker or (numbered and row.units <= 6) or "menu mark" in row.why:
            continue
        kicker = row.text.endswith((":", "：")) or judged[n + 1].text in (":", "：")
        if kicker and row.units <= 4.5:
            continue
        if not _is_label(row):
            break
        out.append(n)
    return out


_NUMBERED = re.compile(r"^\W*\d|\d{3}|\d\W+\S")
"""Counts and dates; "Falcon 9" and "Artemis 2" are labels."""


def _is_label(row: Judged) -> bool:
    plain = row.cue is None and not row.caption and not row.marker and not row.ends
    kicker = row.text.endswith((":", "：")) or ", " in row.text
    return plain and not kicker and row.units <= 4.5 and len(row.text) <= 40


_CAPTION_LABEL = re.compile(
    r"^(?:image|photo|picture)?\s?caption\s?[,:]\s?|^(?:bildunterschrift|légende|leyenda|подпись)\s?:\s?",
    re.IGNORECASE,
)  # fmt: skip
_CREDIT_ONLY = re.compile(
    r"^(?:image|photo|picture|foto|bild|фото|crédit|quelle|source|fuente|fonte)s?\s?(?:source|credits?|by)?\s?[,:]|^©|getty|"
    r"^(?:nasa|esa|afp|reuters|ap|dpa|epa)\b",
    re.IGNORECASE,
)


def read_captions(judged: list[Judged], zones: Zones, title: str | None) -> tuple[str, ...]:
    """The texts under pictures, from their labels and credits."""
    out: list[str] = []
    above = [n for n in range(max(0, zones.title - 3), zones.title) if judged[n].caption]
    for n in [*above, *range(max(0, zones.title), min(len(judged), zones.last + 2))]:
        row = judged[n]
        if row.state is _BODY or n == zones.title or row.text == title:
            continue
        if bylines.PLACE_AGENCY.fullmatch(row.text):
            continue
        label = None if row.plain else _CAPTION_LABEL.match(row.text)
        if label:
            out.append(row.text[label.end() :])
        elif row.caption:
            if not _is_credit(row) and not (row.units <= 9 and _below_caption(judged, n)):
                out.append(row.text)
        elif "beside a credit" in row.why and not row.marker and not _labelled(judged, n):
            again = any(r.text.startswith(row.text) for r in judged[n + 1 : n + 4])
            if n > zones.title + 1 or row.ends or again:  # else a subtitle stands above a credit
                out.append(row.text)
    return tuple(dict.fromkeys(text for text in out if text))


def _below_caption(judged: list[Judged], n: int) -> bool:
    """Whether the line above is the caption that this credit hangs on."""
    return n > 0 and "beside a credit" in judged[n - 1].why and judged[n].units <= 6


def _labelled(judged: list[Judged], n: int) -> bool:
    """Whether a line beside says by its label that it is the caption."""
    return any(_CAPTION_LABEL.match(row.text) for row in judged[max(0, n - 1) : n + 3])


def _is_credit(row: Judged) -> bool:
    """Whether a caption line only names who took the picture."""
    if row.text[0] in "([（［":
        return row.units <= 5
    if CREDIT_LABEL.match(row.text):
        return True
    return row.units <= 9 and (
        bool(_CREDIT_ONLY.search(row.text)) or (" " not in row.text and row.text.isascii())
    )
