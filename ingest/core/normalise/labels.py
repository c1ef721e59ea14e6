"""The section path of a story and the captions of its pictures, as a dump shows them."""

from __future__ import annotations

import re

from ingest.core.normalise import bylines, dates
from ingest.core.normalise.body import Judged
from ingest.core.normalise.zones import Zones, fold

HOME_ABOVE = 10
"""Lines above the headline in which a breadcrumb of several lines may begin."""

_PATH = re.compile(r"\s[/|›»>]\s")
_PARTS = re.compile(r"\s?[·|•]\s?")


def read_section(
    judged: list[Judged], zones: Zones, title: str | None, publisher: str | None
) -> tuple[str, ...]:
    """The section path: a breadcrumb, else short lines beside the headline that menus know too."""
    no_section = {fold(name) for name in (title, publisher) if name}
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
    for n in range(max(0, zones.title - 8), zones.first):
        path = bylines.section_path(judged[n].text)
        path = tuple(p for p in path if fold(p) not in no_section)
        if path:
            return path
    for n in range(max(0, zones.title - 3), zones.first):
        if (topic := _TOPIC.match(judged[n].text)) is not None:
            return (topic[1],)
    home = _below_home(judged, zones)
    if home:
        return home
    known: dict[str, int] = {}
    for row in judged:
        if row.units <= 5 or "menu mark" in row.why:
            for part in _PARTS.split(row.text.casefold()):
                known[part] = known.get(part, 0) + 1
    dated = _beside_time(judged, zones, known)
    if dated:
        return dated
    above = _labels_above(judged, zones.title)
    below = [n for n in zones.between if _is_label(judged[n]) and judged[n - 1].marker]
    listed = [n for n in above if known.get(judged[n].text.casefold(), 0) > 1]
    for n in below:
        text = judged[n].text
        if not listed and (not text.isascii() or known.get(text.casefold(), 0) > 1):
            return (text,)
    nearest = above[:1]
    chosen = [judged[n].text for n in sorted({*listed[:2], *nearest})]
    return [part for text in chosen for part in _PATH.split(text)]


def _beside_time(judged: list[Judged], zones: Zones, known: dict[str, int]) -> list[str]:
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
                if m == zones.title or not _is_label(row) or len(path) > 3:
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
        if row.text.endswith((":", "：")) and row.units <= 4.5:
            continue  # a kicker
        if not _is_label(row):
            break
        out.append(n)
    return out


def _is_label(row: Judged) -> bool:
    plain = row.cue is None and not row.caption and not row.marker and not row.ends
    kicker = row.text.endswith((":", "：")) or ", " in row.text
    return plain and not kicker and row.units <= 4.5 and len(row.text) <= 40


_CAPTION_LABEL = re.compile(
    r"^(?:image|photo|picture)?\s?caption\s?[,:]\s?|^(?:bildunterschrift|légende|leyenda|подпись)\s?:\s?",
    re.IGNORECASE,
)  # fmt: skip
_CREDIT_ONLY = re.compile(
    r"^(?:image|photo|picture|foto|bild|фото|crédit)s?\s?(?:source|credits?|by)?\s?[,:]|^©|getty|"
    r"^(?:nasa|esa|afp|reuters|ap|dpa|epa)\b",
    re.IGNORECASE,
)


def read_captions(judged: list[Judged], zones: Zones, title: str | None) -> tuple[str, ...]:
    """The texts under pictures, from their labels and credits."""
    out: list[str] = []
    for n in range(max(0, zones.title), min(len(judged), zones.last + 2)):
        row = judged[n]
        if row.in_story or n == zones.title or row.text == title:
            continue
        label = _CAPTION_LABEL.match(row.text)
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
    return row.units <= 9 and (
        bool(_CREDIT_ONLY.search(row.text)) or (" " not in row.text and row.text.isascii())
    )
