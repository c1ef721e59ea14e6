"""What a text says happened to a mission, or will: milestones, with date and people.

Each sentence is read by itself: a *cue* ("launched", "对接", "посадка") names the event; the words
of its clause say whether it happened, is planned, or is only wished, denied or supposed, in which
case it is no milestone. The flight is the one that the clause names; a clause about "the
spacecraft" or "the crew" speaks of the flight named last. Dates are completed from the day of
publication. Of several statements of one event the most precise is kept.

No parser and no model: expressions of bounded length per language (``en.py``, ``zh.py``, ...), so
that an article takes well under a millisecond and every decision can be traced to a word.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.core.milestones.languages import language
from ingest.core.milestones.merging import merge
from ingest.core.milestones.reading import read
from ingest.model import Article, Mention, Milestone


def find(
    article: Article, mentions: Sequence[Mention], *, sentences: Sequence[tuple[int, int]]
) -> tuple[Milestone, ...]:
    """The milestones that ``article`` states, in the order of the text.

    ``mentions`` and ``sentences`` (code point spans of ``article.text``, in order) are those found
    in the same text. A language without a word file gives none.
    """
    words = language(article.language)
    if words is None or not mentions:
        return ()
    return merge(read(article, mentions, sentences, words))
