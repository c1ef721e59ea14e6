"""The title of a dump: the line above the story that reads as its headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ingest.core.normalise import bylines
from ingest.core.normalise.body import Judged, opening
from ingest.core.normalise.furniture import Cue
from ingest.core.normalise.stopwords import ANY

MAX_UNITS = 45
LOOK_ABOVE = 150
"""Lines above the story in which its headline is sought."""
SURE = 4.5
"""Points from which a line is the headline though the browser's title says otherwise."""
MAX_ABOVE = 40
"""Words of story above a line that cannot be the headline any more."""
SUBTITLE_WITHIN = 3
SUBTITLE_LEAD = 1.0
"""A line this close above the best one, and this little worse, is the title of that subtitle."""

STEM = 6
BLOCK = 3
"""Full lines one below the other from which they are a list of teasers."""
BLOCK_LEAD = 1.6

_SUFFIX = re.compile(r"\s[|–—\-·»:]\s|\s?[|｜_]\s?")
_WORD = re.compile(r"[^\W\u3040-\u30ff\u3400-\u9fff]{3,}")
_PLAIN_WORD = re.compile(r"\w{3,}")
_WIDE_PAIR = re.compile(r"(?=([\u30a0-\u30ff\u3400-\u9fff][\u3040-\u30ff\u3400-\u9fff]))")
"""Two characters that begin with no hiragana: those are endings and particles."""
_ADDRESS = re.compile(r"\w@\w|https?:|www\.|^[<>+|=*_-]{1,3}\s?\w")
_FOLD = re.compile(r"\W+")
_ITEM = re.compile(r"[•▪■●◦‣*·]\s?\S")


def browser_title(judged: list[Judged]) -> tuple[str, str] | None:
    """Title and site of a first line such as "Storm passes - The Daily", or None.

    It counts when the page's own headline repeats its first part, or when the line cannot be a
    menu: several words before the mark, few after.
    """
    if not judged or len(judged[0].text) > 300:
        return None
    first = judged[0].text
    cuts = [m for m in _SUFFIX.finditer(first) if m.start() > 0]
    if not cuts:
        return None
    later = {_fold(row.text) for row in judged[1:120]}
    for cut in cuts:
        if cut.start() >= 8 and _fold(first[: cut.start()]) in later:
            return first[: cut.start()], first[cut.end() :].strip()
    cut = cuts[-1]
    head, site = first[: cut.start()].strip(), first[cut.end() :].strip()
    longest = max(_SUFFIX.split(head), key=len)
    long_head = len(longest.split()) >= 4 or (len(longest) >= 10 and not head.isascii())
    if judged[0].cue is None and long_head and 0 < len(site.split()) <= 5 and not judged[0].ends:
        return head, site
    return None


def find(judged: list[Judged]) -> tuple[str | None, int | None]:
    """The title and the index of its line (None where it only stands in the browser's title)."""
    browser = browser_title(judged)
    wanted = _fold(browser[0]) if browser else None
    below = _first_paragraph(judged)
    story = (row.text[:800] for row in judged[below:] if row.in_story)
    vocabulary = _words(" ".join(story)[:6_000])
    points = dict(_candidates(judged, below, vocabulary, wanted))
    _weigh_trails(points, judged)
    best = _best(points, judged, vocabulary)
    if browser and (best is None or best == 0 or points[best] < SURE):
        return browser[0], None
    return (judged[best].text, best) if best is not None else (None, None)


def _candidates(
    judged: list[Judged], below: int, vocabulary: set[str], wanted: str | None
) -> Iterator[tuple[int, float]]:
    """The lines that may be the headline of a story that begins at ``below``, with points."""
    counts = Counter(row.text[:200].casefold() for row in judged[: below + 60])
    above = sum(row.units for row in judged[:below] if row.in_story and row.prose)
    links = 0.0
    for n in range(below - 1, max(0, below - LOOK_ABOVE) - 1, -1):
        row = judged[n]
        if row.in_story and row.prose:
            above -= row.units
        if _can_be(row) and above < MAX_ABOVE:
            value = _shape(row, vocabulary) + _place(judged, n, below) - min(1.8, 0.06 * links)
            if counts[row.text[:200].casefold()] > 1 and row.units >= 5:
                value += 0.9
            if wanted and n > 0 and _fold(row.text) == wanted:
                value += 6
            yield n, value
        links += 1.0 if row.units <= 4 else 0.4


def _weigh_trails(points: dict[int, float], judged: list[Judged]) -> None:
    """A breadcrumb often ends in the headline: that speaks for the headline, against itself."""
    folded = {n: _fold(judged[n].text) for n, value in points.items() if value > 0 or n < 5}
    for n, text in folded.items():
        for m, other in folded.items():
            if m > n and len(other) > 12 and len(text) > len(other) and text.endswith(other):
                points[m] += 1.5
                points[n] -= 3.0


def _first_paragraph(judged: list[Judged]) -> int:
    """Where the first real paragraph of the story stands: headlines are above it."""
    start = opening(judged)
    for n in range(start, min(len(judged), start + 4)):
        row = judged[n]
        if row.in_story and row.units >= 14 and (row.ends or row.units >= 30):
            return n
    return start


def _can_be(row: Judged) -> bool:
    if (
        row.cue not in (None, Cue.APPEAL)
        or row.marker
        or row.caption
        or "caption" in row.why
        or (row.ends and "credit" in row.why)
        or not (row.units <= MAX_UNITS and 3 < len(row.text) < 300)
    ):
        return False
    if row.plain:
        return True
    if _ITEM.match(row.text) or _ADDRESS.search(row.text):
        return False
    if len(row.text) < 80 and bylines.section_path(row.text):
        return False
    if row.ends and row.units >= 14 and not row.text.endswith(("?", "!", "？", "！")):
        return False
    return any(map(str.isalpha, row.text))


def _shape(row: Judged, vocabulary: set[str]) -> float:
    """How much a line reads like a headline of this story."""
    units = row.units
    commas = row.text.count(",")
    points = (
        1.4
        if 4 <= units <= 16
        else 0.9
        if 16 < units <= 22
        else 0.4
        if units >= 2.5
        else -0.7
        if units < 22
        else -1.2
    )
    words = _words(row.text)
    if words:
        points += min(1.0, 0.35 + 0.2 * len(words)) * 2.6 * len(words & vocabulary) / len(words)
    if row.ends and not row.text.endswith(("?", "!", "…", "？", "！")):
        points -= 1.5
    if "sentences" in row.why and units > 12:
        points -= 1.2
    if row.in_story and (row.ends or units > 12):
        points -= 0.8
    if "menu mark" in row.why:
        points -= 0.7
    if "credit" in row.why:
        points -= 1.0
    if commas >= 2 and commas * 3 > units:
        points -= 1.5  # a list of tags
    return points


def _place(judged: list[Judged], n: int, below: int) -> float:
    """What the lines around say: dates and bylines follow a headline, links surround links."""
    points = 0.0
    near = judged[n + 1 : min(n + 5, below + 1)]
    if any(row.marker for row in near):
        points += 1.0
    elif n and judged[n - 1].marker and judged[n].units >= 4:
        points += 0.5  # date or byline above it
    if any(row.cue is Cue.SHARE for row in near):
        points += 0.3
    if below - n <= 3:
        points += 0.5
    before = judged[n - 1] if n else None
    after = judged[n + 1] if n + 1 < len(judged) else None
    if judged[n].line.gap or (after is not None and after.line.gap):
        points += 0.2
    if before is not None and after is not None:
        if _link(before) and _link(after) and judged[n].units <= 4:
            points -= 0.8
        elif _teaser(before) and _teaser(after):
            points -= 1.0
    return points


def _link(row: Judged) -> bool:
    return row.units <= 3 and not row.marker and row.cue is not Cue.SHARE


def _teaser(row: Judged) -> bool:
    return 4 <= row.units <= 16 and not row.ends and not row.marker and row.cue is None


def _best(points: dict[int, float], judged: list[Judged], vocabulary: set[str]) -> int | None:
    if not points:
        return None
    best = max(points, key=lambda n: (points[n], n))
    if points[best] < 0.8:
        return None
    shared = _shared(judged[best], vocabulary)
    for n in range(max(0, best - SUBTITLE_WITHIN), best):
        least = max(1.6, points[best] - SUBTITLE_LEAD)
        if judged[n].units >= 5 and points.get(n, 0) >= least:
            if 2 * _shared(judged[n], vocabulary) < shared:
                continue  # a kicker, or the name of the page
            if any(row.caption for row in judged[n + 1 : best]):
                continue  # what a picture shows
            return n
    return _above_subtitle(best, points, judged)


def _shared(row: Judged, vocabulary: set[str]) -> float:
    """The share of a line's words that its story uses."""
    words = _words(row.text)
    return len(words & vocabulary) / len(words) if words else 0.0


def _above_subtitle(best: int, points: dict[int, float], judged: list[Judged]) -> int:
    """The headline of a subtitle that reads more like one: the top of a few full lines.

    More than a few are a list of teasers, and a short line above a short one is a kicker.
    """
    top = best
    for n in range(best - 1, max(-1, best - 1 - BLOCK), -1):
        row = judged[n]
        if row.marker or row.units < 2 or n not in points:
            break
        full = row.units >= 5
        short = row.units >= 3 and "repeated" not in row.why
        long_enough = full or (short and (judged[top].units >= 18 or judged[top].ends))
        if not long_enough or points[n] < points[best] - BLOCK_LEAD:
            break
        top = n
    return best if best - top >= BLOCK else top


def _fold(text: str) -> str:
    return _FOLD.sub(" ", text.casefold()).strip()


def _words(text: str) -> set[str]:
    """The words of a text that say something; Slavic ones without most of their endings."""
    if text.isascii():
        return set(_PLAIN_WORD.findall(text.lower())) - ANY
    found = set(_WORD.findall(text.casefold())) - ANY
    found.update(_WIDE_PAIR.findall(text))
    return {word[:STEM] if "\u0400" <= word[0] <= "\u04ff" else word for word in found}
