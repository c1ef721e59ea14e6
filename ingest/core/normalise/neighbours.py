"""What the lines beside a line say of it: captions and their credits, subheadings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.core.normalise import furniture
from ingest.core.normalise.line_score import Scored

ENOUGH_STORY = 60
"""Words of prose before a cue is believed to stand below the story."""
SHORT_STORY = 25
"""Words of prose above the last paragraph of a notice."""

CREDIT_LABEL = re.compile(r"(?:image |photo |picture )?credits?\s?:", re.IGNORECASE)
_WITH_ROLE = re.compile(r"[^\W\d_]\S+ [^\W\d_]\S+ \([^()]{5,80}\)")
"""A writer with what he or she is: "Name Surname (editor of science)"."""
_CREDIT_PART = re.compile(r"[\[(（].*|(?:\w+ ?[:：]|©).*")


def weigh_signed(judged: Sequence[Scored]) -> None:
    """An agency's name behind a sentence is a caption's credit, unless the story ends there.

    In scripts without blanks it stands behind the first paragraph of an agency's report.
    """
    above = 0.0
    for n, row in enumerate(judged):
        above += row.units if row.prose else 0
        if row.signed and row.cue is None and row.units <= 45 and row.text[-2:].isascii():
            below = judged[n + 1 : n + (7 if above >= ENOUGH_STORY else 17)]
            if any(r.prose and r.units >= 12 and not r.signed for r in below):
                row.take_as_caption()


def weigh_neighbours(judged: Sequence[Scored]) -> None:
    """Subheadings stand between paragraphs; a credit hangs on the caption above it, or below."""
    last = len(judged) - 1
    story = 0.0  # words of prose above the line before
    for n, row in enumerate(judged):
        before = judged[n - 1] if n else None
        if n > 1 and judged[n - 2].prose:
            story += judged[n - 2].units
        if not row.caption and (row.units > 12 or row.cue is not None):
            continue
        after = judged[n + 1] if n < last else None
        credit = row.caption and (row.units <= 9 or CREDIT_LABEL.match(row.text) is not None)
        if credit and before is not None and _may_be_caption(before):
            bracketed = row.text[0] in "([（［" and before.prose
            if bracketed or _captions_itself(row) or _closes_story(judged, n - 1):
                continue
            if not row.line.gap or not before.line.gap:
                before.add(-3.0, "beside a credit")
                if after is not None and after.text.startswith(before.text):
                    after.add(-3.0, "the caption again")
            continue
        if row.cue is not None or row.units > 12 or before is None or after is None:
            continue
        if before.prose and _closes_story(judged, n - 1):
            continue
        next_ = judged[n + 2] if n + 1 < last else None
        if row.capitals and _hangs(before, row, after, next_, head=story < SHORT_STORY):
            row.add(-1.0, "credit")
            if before.score > -2 and not before.marker:
                before.add(-3.5, "beside a credit")
        elif _names_only(row) and not after.ends and 3 <= after.units <= 25 and not after.marker:
            row.add(-1.0, "credit")
            after.add(-2.0, "beside a credit")
        elif before.prose and after.prose:
            row.add(0.5, "between paragraphs")


def _captions_itself(row: Scored) -> bool:
    """Whether a short caption line holds more than a credit."""
    return not row.capitals and len(_CREDIT_PART.sub("", row.text).split()) >= 3


def _closes_story(judged: Sequence[Scored], n: int) -> bool:
    """Whether a line is the last paragraph: prose, and none below it for a while."""
    row = judged[n]
    if not (row.prose and row.ends and row.units >= 6):
        return False
    if any(r.prose and r.ends and r.units >= 12 for r in judged[n + 1 : n + 7]):
        return False
    return sum(r.units for r in judged[:n] if r.prose) >= SHORT_STORY


def _may_be_caption(row: Scored) -> bool:
    if row.text[0] in "(（" and row.text[-1] in ")）":
        return False  # who the person above is
    if _WITH_ROLE.fullmatch(row.text):
        return False
    return row.cue is None and not row.caption and not row.marker and 3 <= row.units <= 45


def _names_only(row: Scored) -> bool:
    return 1 <= len(row.words) <= 3 and furniture.CREDIT_NAMES.issuperset(row.words)


def _hangs(before: Scored, row: Scored, after: Scored, next_: Scored | None, *, head: bool) -> bool:
    """Whether a short line in capitals is the credit of the line above it.

    Either the two stand together, apart from the rest; or two names follow a sentence above the
    story, of which the first took the picture and the second wrote the text.
    """
    if row.marker or row.ends or row.units > 6 or before.units > 45 or row.line.gap:
        return False
    if after.line.gap and before.line.gap:
        return before.units >= 3 and (before.ends or before.units >= 8)
    if not before.ends or before.units < 4:
        return False
    if _names_only(row):
        return True
    follows = head and next_ is not None and (next_.marker or next_.units <= 4) and after.units <= 4
    return follows and row.units >= 2 and after.capitals and after.units >= 2 and after.cue is None
