"""A saved HTML page: ``html_body`` finds the story, ``html_metadata`` reads what the page states.

The tree is built once, of a source that was looked at first.
"""

from __future__ import annotations

import re

from ingest.core.normalise import furniture, html_body, html_metadata, html_tree
from ingest.core.normalise.draft import finish
from ingest.core.normalise.form import Page
from ingest.model import Normalised, Reason, Rejection

SHORT = 1_000
"""Characters of a text that may be a wall or a menu; a longer one is a story."""
MAX_FURNITURE = 0.8

_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_OPENING = re.compile(r"<(?:!doctype\s+html|html|head|body|article|main)\b", re.IGNORECASE)
_ELEMENT = re.compile(
    r"</?(?:p|div|span|a|h[1-6]|ul|li|br|table|img|meta|section)\b", re.IGNORECASE
)


def accepts(page: Page) -> bool:
    """Whether it begins like a page, or is markup and named or said to be HTML."""
    head = page.head
    if not head.startswith("<"):
        return page.suffix in _SUFFIXES and bool(_ELEMENT.search(head))
    if _OPENING.search(head):
        return True
    return page.suffix in _SUFFIXES or len(_ELEMENT.findall(head)) >= 5


def read(page: Page) -> Normalised:
    source = page.source.replace("\0", "")  # else it would part words, and hide tags
    tree = html_tree.parse(source)
    if isinstance(tree, Rejection):
        return tree
    if tree is None:
        return _no_article("it cannot be read as HTML")
    stated = html_metadata.read(tree, source)
    body = html_body.find(
        tree, source.count("<"), stated.heading, stated.description, stated.authors
    )
    if written := html_body.stated(stated.bodies, body.paragraphs):
        note = "the text is what the page states in JSON-LD, as it shows hardly any"
        return finish(stated.draft(written, (note,)), page)
    if not body.paragraphs:
        return _no_article("no part of it reads like a story")
    if sum(map(len, body.paragraphs)) < SHORT:
        if body.furniture > MAX_FURNITURE:
            return _no_article("nearly all of it is links and forms")
        if (notice := furniture.NOTICE.search(" ".join(body.paragraphs).lower())) is not None:
            return _no_article(f"it says {notice[0]!r}")
    return finish(stated.draft(body.paragraphs, body.notes), page)


def _no_article(why: str) -> Rejection:
    return Rejection(
        Reason.NO_ARTICLE,
        f"There is no article in the page: {why}. It may be a menu, a form, an error page, or be "
        "filled in by scripts; save the page as it is shown.",
    )
