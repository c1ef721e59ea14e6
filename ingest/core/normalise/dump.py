"""A text dump of a web page to an article: the story, and what the page says of it.

A dump is all that a browser shows, as lines: menus, share rows, the story, teasers, comments, legal
lines. ``read`` joins wrapped lines (``lines``), finds the story (``body``), its headline
(``headline``), then reads what stands between and around them (``masthead``).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from heapq import nlargest
from itertools import pairwise

from ingest.core.normalise import furniture, headline, language, masthead
from ingest.core.normalise.body import Judged, State, judge, opening
from ingest.core.normalise.datewords import RELATIVE
from ingest.core.normalise.form import Explained
from ingest.core.normalise.headline import Headline
from ingest.core.normalise.line_score import DATA
from ingest.core.normalise.lines import MAX_LINES, Line, split
from ingest.core.normalise.text import MAX_TITLE
from ingest.core.normalise.text import line as one_line
from ingest.core.normalise.zones import settle
from ingest.model import Article, Reason, Rejection, Source

_BODY = State.BODY

MIN_LETTERS = 20
"""A text with fewer letters says nothing that could be an article."""
MIN_STORY = 18
"""Words of story below which a page with furniture around is no article."""
WALL_WITHIN = 6
"""Lines below what is shown of a story in which a wall shuts off its rest; below is but a box."""
WALL_WORDS = 150
WORDS_PER_SIGN = 16
"""A wall says so with a word in every so many; a story that is longer is none."""
LIST_WORDS = 400
"""Words of teasers; a page with more is a story whose paragraphs stand apart."""
PLAIN_LINES = 12
"""Up to so many lines a text without any furniture is taken as it stands."""
PLAIN_WORDS = 6


def read(text: str, *, sources: Sequence[Source], received: datetime) -> Article | Rejection:
    """The article in a dump, or why there is none."""
    page = _judge(text)
    if isinstance(page, Rejection):
        return page
    judged, page_language, notes = page
    head = _headline(judged)
    story = [n for n, row in enumerate(judged) if row.state is _BODY]
    paragraphs = tuple([judged[n].text for n in story])
    refusal = _no_article(judged, story)
    if refusal is not None:
        return refusal
    found = masthead.read(judged, story, head, sources, received, page_language)
    return Article(
        title=one_line(head.title, MAX_TITLE) if head.title else None,
        paragraphs=paragraphs,
        form="dump",
        language=language.detect(_sample(paragraphs, head.title)) or page_language,
        published=found.published,
        updated=found.updated,
        publisher=found.publisher,
        site=found.site,
        agency=found.agency,
        authors=found.authors,
        place=found.place,
        section=found.section,
        captions=found.captions,
        rights=found.rights,
        notes=notes,
    )


def explain(text: str) -> list[Explained]:
    """Every line of a dump with its score and why it was kept or dropped."""
    page = _judge(text)
    if isinstance(page, Rejection):
        return []
    judged, _, notes = page
    title_at = _headline(judged).at
    rows = [
        Explained(
            row.text,
            round(row.score, 2),
            row.state is State.BODY,
            "title" if n == title_at else row.state.name.lower(),
            row.why,
        )
        for n, row in enumerate(judged)
    ]
    return [*rows, *(Explained("", 0.0, False, "cut", note) for note in notes)]


def _judge(text: str) -> tuple[list[Judged], str | None, tuple[str, ...]] | Rejection:
    """The judged lines, the page's language, and notes on what was not read."""
    if not text or text.isspace():
        return Rejection(Reason.EMPTY, "The document is empty.")
    lines = split(text)
    notes: tuple[str, ...] = ()
    if len(lines) > MAX_LINES:
        lines, notes = lines[:MAX_LINES], (f"only the first {MAX_LINES:,} lines were read",)
    if not lines:
        return Rejection(Reason.EMPTY, "The document holds nothing but blanks.")
    letters = 0
    for line in lines:
        letters += sum(c.isalpha() * (2 if c > "\u2e80" else 1) for c in line.text[:400])
        if letters >= MIN_LETTERS:
            break
    if letters < MIN_LETTERS:
        if sum(len(line.text) for line in lines) >= 4 * MIN_LETTERS:
            return Rejection(Reason.NO_ARTICLE, "The document holds hardly any letters.")
        return Rejection(Reason.TOO_SHORT, f"The document has too few letters: {letters}.")
    page_language = language.detect(_longest(lines))
    judged = judge(lines, page_language)
    if _is_plain(judged):
        _take_all(judged)
    return judged, page_language, notes


def _is_plain(judged: list[Judged]) -> bool:
    """Whether there is nothing but a text: a few lines, none of which belongs to a page."""
    if len(judged) > PLAIN_LINES or any(row.cue is not None for row in judged):
        return False
    words = sum(row.units for row in judged)
    data = sum(row.units for row in judged if DATA in row.why)
    return words >= PLAIN_WORDS and data * 2 < words


def _headline(judged: list[Judged]) -> Headline:
    """The headline; what it shows to be none of the story is taken out of that."""
    start = opening(judged)
    found = headline.find(judged, start)
    first = judged[0]
    if found.title is None and _is_plain(judged) and not (first.in_story or first.marker):
        found = Headline(first.text, 0)
    settle(judged, found.at, start)
    return found


def _take_all(judged: list[Judged]) -> None:
    """Take all lines as the story, but for a headline, date, byline or caption."""
    for n, row in enumerate(judged):
        headline_like = n == 0 and len(judged) > 1 and not row.ends and row.units <= 25
        above = headline_like or (n < 4 and row.marker) or row.caption
        row.state = State.HEAD if above else State.BODY


def _longest(lines: list[Line]) -> str:
    """A sample of the lines that most likely are prose."""
    chosen = nlargest(6, [line.text for line in lines], key=len)
    return " ".join([text[:200] for text in chosen])


def _sample(paragraphs: Sequence[str], title: str | None) -> str:
    return " ".join([*(p[:300] for p in paragraphs[:4]), title or ""])


def _no_article(judged: list[Judged], lines: list[int]) -> Rejection | None:
    """Why the page is no article, as a sentence; None if it is one. ``lines`` are the story's."""
    story = [judged[n] for n in lines]
    units = sum([row.units for row in story])
    prose = sum([row.units for row in story if row.prose])
    if prose < 80 and _is_notice(judged):
        return Rejection(
            Reason.NO_ARTICLE,
            "The page is an error page or a wall (login, cookies, a check for robots). "
            "Save the article itself.",
        )
    last = lines[-1] if lines else len(judged)
    if (prose < 80 and _appeals(judged[: last + 1 + WALL_WITHIN]) > 2 * prose) or _is_wall(story):
        return Rejection(
            Reason.NO_ARTICLE,
            "The page asks for consent or a subscription and shows no story. "
            "Save it again when the story is to be seen.",
        )
    if _is_list(judged, lines):
        return Rejection(
            Reason.NO_ARTICLE,
            "The page lists other pages, with a line or two of each. Save the article itself.",
        )
    alone = prose >= MIN_STORY or sum([row.units for row in judged]) - units <= 0
    if not story or not (alone or _is_plain(judged)):
        return Rejection(
            Reason.NO_ARTICLE,
            f"The page has {len(judged)} lines but no story: only menus, links or short notes.",
        )
    return None


def _appeals(rows: list[Judged]) -> float:
    """Words of what asks the reader for something."""
    return sum(row.units for row in rows if row.cue is furniture.Cue.APPEAL)


def _is_notice(judged: list[Judged]) -> bool:
    short = (row.text[:200].lower() for row in judged[:60] if row.units < 30)
    return any(map(furniture.NOTICE.search, short))


def _is_wall(story: list[Judged]) -> bool:
    """Whether a short text speaks of little but consent, accounts and subscriptions."""
    units = sum(row.units for row in story)
    if units > WALL_WORDS:
        return False
    words = {m.group() for row in story for m in furniture.WALL.finditer(row.text[:1_000].lower())}
    return len(words) >= 2 and len(words) * WORDS_PER_SIGN >= units


def _is_list(judged: list[Judged], story: list[int]) -> bool:
    """Whether all that reads like prose is teasers: cut off, or each with a date of its own.
    ``story`` are the lines of the story."""
    prose = [n for n in story if judged[n].prose]
    if len(prose) < 2 or sum([judged[n].units for n in prose]) > LIST_WORDS:
        return False
    if any(b - a == 1 for a, b in pairwise(prose)):
        return False
    cut = sum(judged[n].text.endswith(("...", "…")) for n in prose)
    dated = sum(row.marker or _ago(row) for row in judged[story[0] : story[-1] + 3])
    return 2 * cut > len(prose) or dated >= len(prose)


def _ago(row: Judged) -> bool:
    return row.units <= 6 and any(pattern.search(row.text) for pattern in RELATIVE)
