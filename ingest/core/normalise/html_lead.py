"""The lead of a story: prose below the headline, above the element that holds the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import html as lxml_html

from ingest.core.normalise import furniture, html_tree, text
from ingest.core.normalise.html_tree import headline, joined, key, leaves_after

MIN_LEAD = 40
MAX_LEADS = 3
LONG = 100
"""Characters of a text that is prose even if it does not end like a sentence."""

_ENDS = re.compile(r"[.!?…。！？»”\"'’)]\Z")


def find(
    tree: lxml_html.HtmlElement, paragraphs: Sequence[str], description: str | None
) -> list[str]:
    """Prose between the headline and the first paragraph that was found."""
    heading = headline(tree)
    if heading is None or not paragraphs:
        return []
    first = key(paragraphs[0])
    known = {key(p) for p in paragraphs}
    known.add(key(text.line(joined(heading))))
    described = key(description or "")
    found: list[str] = []
    for element in leaves_after(heading):
        own = text.line(joined(element))
        if len(own) < 20:
            continue
        own_key = key(own)
        if own_key.startswith(first[:40]) or first.startswith(own_key):
            return found[-MAX_LEADS:]
        if own_key not in known and _reads_like_lead(element, own, described):
            found.append(own)
        known.add(own_key)
    return []  # the story does not follow the headline: whatever was found is not its lead


def _reads_like_lead(element: lxml_html.HtmlElement, own: str, described: str) -> bool:
    """Whether it is the sentence by which the page describes itself, or prose in its own right."""
    if described and key(own)[:60] == described[:60]:
        return True
    if len(own) < MIN_LEAD or not (_ENDS.search(own) or len(own) >= LONG):
        return False
    if (
        " | " in own
        or furniture.cue(own) is not None
        or furniture.APPEAL.search(own)
        or furniture.PHOTO.search(own)
    ):
        return False
    linked = sum(len(joined(link)) for link in element.iter("a"))
    if linked * 3 > len(own):
        return False
    return not html_tree.is_elsewhere(element)
