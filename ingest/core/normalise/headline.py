"""The title of a dump: the line above the story that reads as its headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.core.normalise import bylines
from ingest.core.normalise.body import Judged, State
from ingest.core.normalise.furniture import Cue
from ingest.core.normalise.stopwords import ANY

_BODY = State.BODY  # to look them up in their class takes ten times as long
_SHARE, _APPEAL = Cue.SHARE, Cue.APPEAL

MAX_UNITS = 45
NEAR = 4
"""Lines below a headline within which its date, byline or share row stands."""
LOOK_ABOVE = 150
"""Lines above the story in which its headline is sought."""
SURE = 4.5
"""Points from which a line is the headline though the browser's title says otherwise."""
MAX_ABOVE = 40
"""Words of story above a line that cannot be the headline any more."""
SAME = 12
"""Characters by which a line begins as its repetition does."""
SUBTITLE_WITHIN = 3
SUBTITLE_LEAD = 1.0
"""A line this close above the best one, and this little worse, is the title of that subtitle."""

PARAGRAPH = 800
STORY = 6_000
"""Characters of a paragraph, and of a story, whose words a headline is compared with."""
STEM = 6
BLOCK = 3
"""Full lines one below the other from which they are a list of teasers."""
BLOCK_LEAD = 1.6

_SUFFIX = re.compile(r"\s[|–—\-·»:]\s|\s?[|｜_]\s?")
_WORD = re.compile(r"[^\W\u3040-\u30ff\u3400-\u9fff]{3,}")
_PLAIN_WORD = re.compile(r"\w{3,}")
_APART = re.compile(r"[\u0345\u3040-\u30ff\u3400-\u9fff]")
"""Characters by which the words of a line are others than it was judged by: wide ones, and the one
accent that becomes a letter where case is folded."""
_WIDE_PAIR = re.compile(r"(?=([\u30a0-\u30ff\u3400-\u9fff][\u3040-\u30ff\u3400-\u9fff]))")
"""Two characters that begin with no hiragana: those are endings and particles."""
_ADDRESS = re.compile(r"\w@\w|https?:|www\.")
_MARKED = re.compile(r"[•▪■●◦‣*·]\s?\S|[<>+|=*_-]{1,3}\s?\w")
"""How an item of a list begins, or a mark of a text's form."""
_FOLD = re.compile(r"\W+")


class Headline(NamedTuple):
    """The title of a dump, its line, and what the browser's title says that the site is called.

    ``at`` is None where the title only stands in the browser's title, or there is none.
    """

    title: str | None
    at: int | None
    site: str | None = None


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


def find(judged: list[Judged], start: int) -> Headline:
    """The headline of a story that begins at ``start``."""
    browser = browser_title(judged)
    wanted = _fold(browser[0]) if browser else None
    below = _first_paragraph(judged, start)
    vocabulary = _vocabulary(judged, below)
    points = dict(_candidates(judged, below, vocabulary, wanted))
    _weigh_trails(points, judged)
    best = _best(points, judged, vocabulary)
    site = browser[1] if browser else None
    if browser and (best is None or best == 0 or points[best] < SURE):
        return Headline(browser[0], None, site)
    return Headline(judged[best].text if best is not None else None, best, site)


def _candidates(
    judged: list[Judged], below: int, vocabulary: set[str], wanted: str | None
) -> Iterator[tuple[int, float]]:
    """The lines that may be the headline of a story that begins at ``below``, with points, from
    the story upwards."""
    near = judged[: below + 60]
    starts = [row.text[:SAME].casefold()[:SAME] for row in near]  # before the whole is looked at
    counts = Counter(starts)
    above = sum([row.units for row in judged[:below] if row.state is _BODY and row.prose])
    links = 0.0
    marker = share = len(judged) + NEAR  # the next of each below the line
    for n in range(below - 1, max(0, below - LOOK_ABOVE) - 1, -1):
        row = judged[n]
        if n + 1 < len(judged):
            marker = n + 1 if judged[n + 1].marker else marker
            share = n + 1 if judged[n + 1].cue is _SHARE else share
        if row.state is _BODY and row.prose:
            above -= row.units
        if above < MAX_ABOVE and _can_be(row):
            value = _shape(row, vocabulary)
            value += _place(judged, n, below, marker - n <= NEAR, share - n <= NEAR)
            value -= min(1.8, 0.06 * links)
            if row.units >= 5 and counts[starts[n]] > 1:
                alike = [near[m] for m, start in enumerate(starts) if start == starts[n]]
                value += 0.9 if _is_repeated(row, alike) else 0.0
            if wanted and n > 0 and _fold(row.text) == wanted:
                value += 6
            yield n, value
        links += 1.0 if row.units <= 4 else 0.4


def _is_repeated(row: Judged, rows: list[Judged]) -> bool:
    """Whether a line stands among ``rows`` more than once, but for its case."""
    text = row.text[:200].casefold()
    return sum([other.text[:200].casefold() == text for other in rows]) > 1


def _weigh_trails(points: dict[int, float], judged: list[Judged]) -> None:
    """A breadcrumb often ends in the headline: that speaks for the headline, against itself."""
    long: list[tuple[int, str]] = []  # of the lines below
    for n in [n for n, value in points.items() if value > 0 or n < 5]:
        text = _folded(judged[n])
        for m, other in long:
            if text.endswith(other) and text != other:
                points[m] += 1.5
                points[n] -= 3.0
        if len(text) > 12:
            long.append((n, text))


def _first_paragraph(judged: list[Judged], start: int) -> int:
    """Where the first real paragraph of the story stands: headlines are above it."""
    for n in range(start, min(len(judged), start + 4)):
        row = judged[n]
        if row.in_story and row.units >= 14 and (row.ends or row.units >= 30):
            return n
    return start


def _can_be(row: Judged) -> bool:
    if row.units > MAX_UNITS or not 3 < len(row.text) < 300 or row.marker or row.caption:
        return False
    if row.cue is not None and row.cue is not _APPEAL:
        return False
    if "caption" in row.why or (row.ends and "credit" in row.why):
        return False
    if row.plain:
        return True
    if not row.text[0].isalnum() and _MARKED.match(row.text):
        return False
    may_address = "@" in row.text or ":" in row.text or "www." in row.text
    if may_address and _ADDRESS.search(row.text):
        return False
    if len(row.text) < 80 and bylines.section_path(row.text):
        return False
    if row.ends and row.units >= 14 and not row.text.endswith(("?", "!", "？", "！")):
        return False
    return any(map(str.isalpha, row.text))


def _shape(row: Judged, vocabulary: set[str]) -> float:
    """How much a line reads like a headline of this story."""
    units = row.units
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
    shared, number = _shared(row, vocabulary)
    if shared:
        points += min(1.0, 0.35 + 0.2 * number) * 2.6 * shared / number
    if row.ends and not row.text.endswith(("?", "!", "…", "？", "！")):
        points -= 1.5
    if units > 12 and "sentences" in row.why:
        points -= 1.2
    if (row.ends or units > 12) and row.state is _BODY:
        points -= 0.8
    if not row.plain and "menu mark" in row.why:
        points -= 0.7
    if "credit" in row.why:
        points -= 1.0
    if not row.plain and (commas := row.text.count(",")) >= 2 and commas * 3 > units:
        points -= 1.5  # a list of tags
    return points


def _place(judged: list[Judged], n: int, below: int, marker: bool, share: bool) -> float:
    """What the lines around say: dates and bylines follow a headline, links surround links.
    ``marker`` and ``share`` say that such a line, or a share row, stands soon below."""
    points = 0.0
    row = judged[n]
    before = judged[n - 1] if n else None
    after = judged[n + 1] if n + 1 < len(judged) else None
    if marker:
        points += 1.0
    elif before is not None and before.marker and row.units >= 4:
        points += 0.5  # date or byline above it
    if share:
        points += 0.3
    if below - n <= 3:
        points += 0.5
    if row.line.gap or (after is not None and after.line.gap):
        points += 0.2
    if before is not None and after is not None:
        if row.units <= 4 and _link(before) and _link(after):
            points -= 0.8
        elif _teaser(before) and _teaser(after):
            points -= 1.0
    return points


def _link(row: Judged) -> bool:
    return row.units <= 3 and not row.marker and row.cue is not _SHARE


def _teaser(row: Judged) -> bool:
    return 4 <= row.units <= 16 and not row.ends and not row.marker and row.cue is None


def _best(points: dict[int, float], judged: list[Judged], vocabulary: set[str]) -> int | None:
    if not points:
        return None
    best = max(points, key=lambda n: (points[n], n))
    if points[best] < 0.8:
        return None
    shared = _share(judged[best], vocabulary)
    for n in range(max(0, best - SUBTITLE_WITHIN), best):
        least = max(1.6, points[best] - SUBTITLE_LEAD)
        if judged[n].units >= 5 and points.get(n, 0) >= least:
            if 2 * _share(judged[n], vocabulary) < shared:
                continue  # a kicker, or the name of the page
            if any(row.caption for row in judged[n + 1 : best]):
                continue  # what a picture shows
            return n
    return _above_subtitle(best, points, judged)


def _share(row: Judged, vocabulary: set[str]) -> float:
    """The share of a line's words that its story uses."""
    shared, number = _shared(row, vocabulary)
    return shared / number if shared else 0.0


def _shared(row: Judged, vocabulary: set[str]) -> tuple[int, int]:
    """How many of a line's words its story uses, and of how many; nothing where there is none."""
    if row.text.isascii() and vocabulary.isdisjoint(row.words):
        return 0, 0
    words = _words_of(row)
    return len(words & vocabulary), len(words)


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


def _folded(row: Judged) -> str:
    """``_fold`` of a line, most of which are letters and blanks alone."""
    return row.text.lower() if row.plain and row.text.isascii() else _fold(row.text)


def _vocabulary(judged: list[Judged], below: int) -> set[str]:
    """The words that a story begins with, and short or common ones, which no line is asked for."""
    lowered: set[str] = set()
    found: set[str] = set()
    left = STORY
    for row in judged[below:]:
        if row.state is not _BODY:
            continue
        length = min(len(row.text), PARAGRAPH, left)
        if length < len(row.text) or _is_apart(row.text):
            found |= _words(row.text[:length])
        else:
            lowered.update(row.words)
        left -= length + 1
        if left <= 0:
            break
    others = [word for word in lowered if not word.isascii()]
    lowered.difference_update(others)
    return lowered | found | _folded_words(others)


def _is_apart(text: str) -> bool:
    return not text.isascii() and _APART.search(text) is not None


def _words_of(row: Judged) -> set[str]:
    """``_words`` of a whole line of up to ``PARAGRAPH`` characters: it was parted once already."""
    if row.text.isascii():
        return {word for word in row.words if len(word) > 2} - ANY
    return _words(row.text) if _APART.search(row.text) else _folded_words(row.words)


def _folded_words(words: Sequence[str]) -> set[str]:
    """``_words`` of words in lower case: folding case changes some, and parts a few."""
    folded = " ".join(words).casefold()
    found = folded.split() if folded.replace(" ", "").isalnum() else _WORD.findall(folded)
    return _stems({word for word in found if len(word) > 2} - ANY)


def _words(text: str) -> set[str]:
    """The words of a text that say something; Slavic ones without most of their endings."""
    if text.isascii():
        return set(_PLAIN_WORD.findall(text.lower())) - ANY
    found = set(_WORD.findall(text.casefold())) - ANY
    found.update(_WIDE_PAIR.findall(text))
    return _stems(found)


def _stems(words: set[str]) -> set[str]:
    if not words or max(words) < "\u0400":
        return words
    return {word[:STEM] if "\u0400" <= word[0] <= "\u04ff" else word for word in words}
