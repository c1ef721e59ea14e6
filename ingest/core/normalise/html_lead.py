"""The lead of a story: prose below the headline, above the element that holds the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.core.normalise import furniture, text
from ingest.core.normalise.html_blocks import Block, Page
from ingest.core.normalise.html_tree import key

MIN_LEAD = 40
MAX_LEADS = 3
MAX_BETWEEN = 60
"""Blocks between the headline and the story that are looked at."""
MIN_BLOCK = 20
LONG = 100
"""Characters of a text that is prose even if it does not end like a sentence."""

_ENDS = re.compile(r"[.!?…。！？»”\"'’)]\Z")


def find(page: Page, paragraphs: Sequence[str], description: str | None) -> list[str]:
    """Prose between the headline and the first paragraph of the story that follows it."""
    heading = page.headline
    if heading is None:
        return []
    below = page.blocks[heading.end : heading.end + MAX_BETWEEN]
    if below and below[0].text in paragraphs:
        return []
    chosen = {key(paragraph) for paragraph in paragraphs}
    known = {key(block.text) for block in page.blocks[heading.start : heading.end]}
    described = key(description or "")[:60]
    found: list[str] = []
    for block in below:
        if len(block.text) < MIN_BLOCK:
            continue
        own = key(block.text)
        if own in chosen:
            return found[-MAX_LEADS:]
        if own not in known and ((described and own[:60] == described) or _reads_like_lead(block)):
            found.append(text.line(block.text))
        known.add(own)
    return []  # the story does not follow the headline: whatever was found is not its lead


def _reads_like_lead(block: Block) -> bool:
    """Whether it is prose in its own right, and not named as something else."""
    own = block.text
    if len(own) < MIN_LEAD or not (_ENDS.search(own) or len(own) >= LONG):
        return False
    if block.left_out or block.linked * 3 > len(own) or " | " in own:
        return False
    if (
        furniture.cue(own) is not None
        or furniture.APPEAL.search(own.lower())
        or furniture.is_credited(own)
    ):
        return False
    around = block.frame
    for _ in range(4):
        if around.beside:
            return False
        if around.parent is None:
            break
        around = around.parent
    return True
