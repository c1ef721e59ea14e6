"""A text dump of a web page to an article: the story, and what the page says of it.

A dump is all that a browser shows, as lines: menus, share rows, the story, teasers, comments, legal
lines. ``read`` joins wrapped lines (``lines``), finds the story (``body``), its headline
(``headline``), then reads what stands between and around them (``masthead``).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from ingest.core.normalise import furniture, headline, language, masthead
from ingest.core.normalise.body import Judged, State, judge
from ingest.core.normalise.datewords import RELATIVE
from ingest.core.normalise.form import Explained
from ingest.core.normalise.line_score import DATA
from ingest.core.normalise.lines import MAX_LINES, Line, split
from ingest.core.normalise.text import MAX_TITLE
from ingest.core.normalise.text import line as one_line
from ingest.core.normalise.zones import settle
from ingest.model import Article, Reason, Rejection, Source

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
    title, title_at = _headline(judged)
    settle(judged, title_at)
    paragraphs = tuple(row.text for row in judged if row.state is State.BODY)
    refusal = _no_article(judged)
    if refusal is not None:
        return refusal
    found = masthead.read(judged, title, title_at, sources, received, page_language)
    return Article(
        title=one_line(title, MAX_TITLE) if title else None,
        paragraphs=paragraphs,
        form="dump",
        language=language.detect(_sample(paragraphs, title)) or page_language,
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
    _, title_at = _headline(judged)
    settle(judged, title_at)
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
    few = len(judged) <= PLAIN_LINES and all(row.cue is None for row in judged)
    words = sum(row.units for row in judged)
    data = sum(row.units for row in judged if DATA in row.why)
    return few and words >= PLAIN_WORDS and data * 2 < words


def _headline(judged: list[Judged]) -> tuple[str | None, int | None]:
    found = headline.find(judged)
    first = judged[0]
    if found[0] is None and _is_plain(judged) and not (first.in_story or first.marker):
        return first.text, 0
    return found


def _take_all(judged: list[Judged]) -> None:
    """Take all lines as the story, but for a headline, date, byline or caption."""
    for n, row in enumerate(judged):
        headline_like = n == 0 and len(judged) > 1 and not row.ends and row.units <= 25
        above = headline_like or (n < 4 and row.marker) or row.caption
        row.state = State.HEAD if above else State.BODY


def _longest(lines: list[Line]) -> str:
    """A sample of the lines that most likely are prose."""
    chosen = sorted(lines, key=lambda line: len(line.text), reverse=True)[:6]
    return " ".join(line.text[:200] for line in chosen)


def _sample(paragraphs: Sequence[str], title: str | None) -> str:
    return " ".join([*(p[:300] for p in paragraphs[:4]), title or ""])


def _no_article(judged: list[Judged]) -> Rejection | None:
    """Why the page is no article, as a sentence; None if it is one."""
    story = [row for row in judged if row.state is State.BODY]
    units = sum(row.units for row in story)
    prose = sum(row.units for row in story if row.prose)
    around = sum(row.units for row in judged) - units
    last = max((n for n, row in enumerate(judged) if row.in_story), default=len(judged))
    head = judged[: last + 1 + WALL_WITHIN]
    appeals = sum(row.units for row in head if row.cue is furniture.Cue.APPEAL)
    if prose < 80 and _is_notice(judged):
        return Rejection(
            Reason.NO_ARTICLE,
            "The page is an error page or a wall (login, cookies, a check for robots). "
            "Save the article itself.",
        )
    if (appeals > 2 * prose and prose < 80) or _is_wall(story):
        return Rejection(
            Reason.NO_ARTICLE,
            "The page asks for consent or a subscription and shows no story. "
            "Save it again when the story is to be seen.",
        )
    if _is_list(judged):
        return Rejection(
            Reason.NO_ARTICLE,
            "The page lists other pages, with a line or two of each. Save the article itself.",
        )
    if not story or (prose < MIN_STORY and around > 0 and not _is_plain(judged)):
        return Rejection(
            Reason.NO_ARTICLE,
            f"The page has {len(judged)} lines but no story: only menus, links or short notes.",
        )
    return None


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


def _is_list(judged: list[Judged]) -> bool:
    """Whether all that reads like prose is teasers: cut off, or each with a date of its own."""
    last = max((n for n, row in enumerate(judged) if row.in_story), default=-1)
    first = next((n for n, row in enumerate(judged) if row.in_story), 0)
    prose = [n for n in range(first, last + 1) if judged[n].in_story and judged[n].prose]
    if len(prose) < 2 or sum(judged[n].units for n in prose) > LIST_WORDS:
        return False
    if any(b - a == 1 for a, b in pairwise(prose)):
        return False
    cut = sum(judged[n].text.endswith(("...", "…")) for n in prose)
    dated = sum(row.marker or _ago(row) for row in judged[first : last + 3])
    return 2 * cut > len(prose) or dated >= len(prose)


def _ago(row: Judged) -> bool:
    return row.units <= 6 and any(pattern.search(row.text) for pattern in RELATIVE)
