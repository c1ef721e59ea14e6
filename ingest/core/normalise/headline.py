"""The title of a dump: the line above the story that reads as its headline."""

from __future__ import annotations

import re

from ingest.core.normalise import furniture
from ingest.core.normalise.body import Judged, State

MAX_UNITS = 45
_SUFFIX = re.compile(r"\s[|–—\-·»:]\s|\s?[|｜_]\s?")
_WORD = re.compile(r"\w{3,}|[\u3040-\u30ff\u3400-\u9fff]{2}")
_DATE = re.compile(r"(?:19|20)\d\d[-./年]|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}:\d\d")
_BYLINE = re.compile(r"^(?:by|von|par|por|text)\b[ :]", re.IGNORECASE)


def browser_title(judged: list[Judged]) -> tuple[str, str] | None:
    """Title and site of a first line such as "Storm passes - The Daily", or None.

    It counts when the page's own headline repeats its first part, or when the line cannot be a
    menu: several words before the mark, few after.
    """
    if not judged:
        return None
    first = judged[0].text
    if len(first) > 300:
        return None
    cuts = [m for m in _SUFFIX.finditer(first) if m.start() > 0]
    later = {_fold(row.text) for row in judged[1:120]}
    for cut in cuts:
        if _fold(first[: cut.start()]) in later and cut.start() >= 8:
            return first[: cut.start()], first[cut.end() :].strip()
    if cuts and judged[0].cue is None:
        cut = cuts[-1]
        head, site = first[: cut.start()].strip(), first[cut.end() :].strip()
        if len(head.split()) >= 4 and 0 < len(site.split()) <= 5 and not judged[0].ends:
            return head, site
    return None


def find(judged: list[Judged]) -> tuple[str | None, int | None]:
    """The title and the index of its line (None where it only stands in the browser's title)."""
    start = next((n for n, row in enumerate(judged) if row.state is State.BODY), len(judged))
    browser = browser_title(judged)
    vocabulary = _words(" ".join(row.text for row in judged if row.state is State.BODY)[:6_000])
    best: tuple[float, int] | None = None
    counts: dict[str, int] = {}
    for row in judged[: start + 40]:
        counts[_fold(row.text)] = counts.get(_fold(row.text), 0) + 1
    for n, row in enumerate(judged[:start]):
        if row.cue is not None and row.cue is not furniture.Cue.APPEAL:
            continue
        points = _points(row, n, start, judged, vocabulary, counts)
        if browser and _fold(row.text) == _fold(browser[0]) and n > 0:
            points += 6
        if points > 0.8 and (best is None or points >= best[0]):
            best = (points, n)
    if browser and (
        best is None or best[1] == 0 or _fold(judged[best[1]].text) != _fold(browser[0])
    ):
        if best is None or best[1] == 0 or best[0] < 4:
            return browser[0], None
    if best is None:
        return None, None
    return judged[best[1]].text, best[1]


def _points(
    row: Judged, n: int, start: int, judged: list[Judged], vocabulary: set[str],
    counts: dict[str, int],
) -> float:  # fmt: skip
    text, units = row.text, row.units
    if units > MAX_UNITS or len(text) < 4 or _DATE.search(text) or _BYLINE.match(text):
        return 0.0
    words = _words(text)
    points = 0.0
    if 4 <= units <= 22:
        points += 1.5
    elif units >= 2.5:
        points += 0.4
    else:
        points -= 1.0
    if words:
        shared = len(words & vocabulary) / len(words)
        points += 2.2 * shared
    if row.ends and not text.endswith(("?", "!", "…")):
        points -= 1.5
    if counts.get(_fold(text), 0) > 1:
        points += 0.8
    distance = sum(1 for other in judged[n + 1 : start])
    points -= min(1.5, 0.06 * distance)
    near = judged[n + 1 : n + 5]
    if any(len(r.text) < 120 and (_DATE.search(r.text) or _BYLINE.match(r.text)) for r in near):
        points += 0.8
    if "image" in row.why or "caption" in row.why:
        points -= 2.5
    if row.line.gap or (n + 1 < len(judged) and judged[n + 1].line.gap):
        points += 0.2
    if "menu mark" in row.why:
        points -= 0.7
    return points


def _fold(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
