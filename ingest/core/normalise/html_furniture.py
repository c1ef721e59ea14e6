"""Lines that stand among a story's paragraphs but are none of it: they say so, or show it.

What sites drop into a story ("Read also: ...", share rows, appeals), dates, bylines and credits,
links to other stories, and what hangs below the last paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from ingest.core.normalise import furniture, line_score, text
from ingest.core.normalise.furniture import Cue
from ingest.core.normalise.furniture_signs import signs
from ingest.core.normalise.line_score import Scored
from ingest.core.normalise.lines import Line

MAX_BYLINE = 60
"""Characters of a line that is an author's name with a title."""
MAX_FURNITURE = 300
"""Characters of a line of furniture; a longer one only is if it says so at its beginning."""
MAX_CREDIT = 12
"""Words of a picture's credit that stands among the paragraphs."""
LEAST_SCORE = -3.0
"""The score of a line (``line_score``) that nothing about it speaks for."""
MIN_SENTENCE = 25
"""Words of a sentence that is a story's, if none of them is of furniture."""
MAX_PORTRAITS = 3
"""Paragraphs at the end of which one may begin the portraits of the authors, with a name."""
MIN_BEFORE_PORTRAIT = 3
MAX_APPEAL = 250
"""Characters of an appeal or a legal line at the end; longer ones tell of cookies, not ask."""

_STOPS = frozenset(".!?…")
_WORD = re.compile(r"\w+")
_WIDE = re.compile(r"[\u0900-\u0dff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters of scripts whose words are told in other ways."""
_EDITORS = re.compile("责任编辑|責任編輯|责编")
_END_MARK = re.compile(r"[-–—*#]{1,3} ?(?:30|end|ende|fin) ?[-–—*#]{1,3}|#{3,5}", re.IGNORECASE)
_LEFT_OUT = frozenset({Cue.SHARE, Cue.MENU, Cue.INSERT, Cue.FOOT, Cue.COMMENTS, Cue.LEGAL})


def without(paragraphs: Sequence[str], links: set[str], authors: Sequence[str] = ()) -> list[str]:
    """The paragraphs but those that say, or show, that they are not the story's.

    A paragraph that is nothing but a link leads to another story, also after "See also:".
    """
    named = tuple(name for name in authors if " " in name)
    furnished = {p for p in set(paragraphs) if _is_furniture(p) or _is_byline(p, named)}
    kept = [p for p in paragraphs if p not in furnished]
    unlinked = [p for p in kept if p not in links and p.partition(":")[2].strip() not in links]
    if sum(map(len, unlinked)) * 2 > sum(map(len, kept)):  # else the links are the story
        kept = unlinked
    return kept or list(paragraphs)


def _is_byline(paragraph: str, authors: tuple[str, ...]) -> bool:
    """Whether it is an author's name with what the author is."""
    return (
        len(paragraph) <= MAX_BYLINE
        and paragraph.startswith(authors)
        and (not paragraph.endswith((".", "!", "?")))
    )


def _is_furniture(paragraph: str) -> bool:
    """Whether it is a cue, a date or byline, a picture's credit, or scores far below a story's."""
    if len(paragraph) <= MAX_BYLINE and (
        not text.has_words(paragraph) or _EDITORS.search(paragraph) is not None
    ):
        return True
    if len(paragraph) > MAX_FURNITURE:
        return furniture.cue(paragraph) in _LEFT_OUT
    if _is_sentence(paragraph):
        return furniture.cue(paragraph) in _LEFT_OUT
    row = line_score.score(Line(paragraph, 1), None, True, Scored)
    if row.cue is Cue.NOTICE:
        return False  # that the page is a wall is for its reader to say
    credit = row.caption and row.units <= MAX_CREDIT
    return row.cue in _LEFT_OUT or row.marker or credit or row.score <= LEAST_SCORE


def _is_sentence(paragraph: str) -> bool:
    """Whether it is a full sentence without any word that furniture is known by: ``line_score``
    then gives it points, unless it begins with a cue."""
    if paragraph[-1:] not in _STOPS:
        return False
    if not paragraph.isascii() and ("©" in paragraph or _WIDE.search(paragraph)):
        return False
    lowered = paragraph.lower()
    words = _WORD.findall(lowered)
    plain = len(words) >= MIN_SENTENCE and furniture.PHOTO_SIGNS.isdisjoint(words)
    return plain and not signs(lowered)


def without_end(
    paragraphs: list[str], headings: Container[str], authors: Sequence[str]
) -> list[str]:
    """The paragraphs but what hangs below the story: portraits of its authors, headings with
    nothing below them, appeals and legal lines."""
    named = tuple(name for name in authors if " " in name)
    for n in range(max(len(paragraphs) - MAX_PORTRAITS, MIN_BEFORE_PORTRAIT), len(paragraphs)):
        if paragraphs[n].startswith(named):
            paragraphs = paragraphs[:n]
            break
    for n in range(len(paragraphs) // 2, len(paragraphs)):
        if _END_MARK.fullmatch(paragraphs[n]):  # what follows in a press release is for the press
            paragraphs = paragraphs[:n]
            break
    end = len(paragraphs)
    while end > 1 and (paragraphs[end - 1] in headings or _is_foot(paragraphs[end - 1])):
        end -= 1
    return paragraphs[:end]


def _is_foot(last: str) -> bool:
    """Whether a story's last paragraph is furniture: an appeal, a legal line, a bare heading."""
    if len(last) > MAX_APPEAL:
        return False
    lowered = last.lower()
    return (
        last.endswith((":", "："))
        or furniture.cue(last) is not None
        or furniture.APPEAL.search(lowered) is not None
        or furniture.RIGHTS.search(lowered) is not None
    )
