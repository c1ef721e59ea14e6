"""The elements of a page that are named for what they hold: bylines, captions, breadcrumbs.

Found in one walk of the tree. The names of a site come back on each of its elements and pages, so
each is judged once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import cast

from lxml import etree
from lxml import html as lxml_html

MAX_NAMES = 16_384
"""Names that are remembered."""
MAX_FOOT = 250
AUTHOR, CAPTION, CRUMBS = 1, 2, 4

_OF_AUTHORS = ("uthor", "byline", "submitted")
_CRUMB_TAGS = frozenset({"nav", "ol", "ul", "div", "p", "section"})
_BY_AUTHORS = etree.XPath("//a[@rel='author']")
_OTHER_CRUMBS = etree.XPath(
    "//*[@id or @aria-label or @itemtype or @typeof]"
    "[contains(concat(@id,' ',@aria-label,' ',@itemtype,' ',@typeof),'readcrumb')]"
)


@dataclass(slots=True)
class Marks:
    """Elements by what they are named for, each list in the page's order."""

    authors: list[lxml_html.HtmlElement] = field(default_factory=list)
    captions: list[lxml_html.HtmlElement] = field(default_factory=list)
    breadcrumbs: list[lxml_html.HtmlElement] = field(default_factory=list)
    foot: list[lxml_html.HtmlElement] = field(default_factory=list)
    """The last elements of the page, whatever their names."""


def find(
    tree: lxml_html.HtmlElement, elements: Sequence[lxml_html.HtmlElement], source: str
) -> Marks:
    """The marked elements of a tree's; a look at the source saves others."""
    found = Marks()
    if "author" in source:
        found.authors = cast(list[lxml_html.HtmlElement], _BY_AUTHORS(tree))
    found.foot = list(elements[-MAX_FOOT:])
    for element in elements:
        classes = element.get("class")
        kinds = _kinds(classes) if classes else 0
        if element.tag == "figcaption" or kinds & CAPTION:
            found.captions.append(element)
        if kinds & AUTHOR:
            found.authors.append(element)
        if kinds & CRUMBS and element.tag in _CRUMB_TAGS:
            found.breadcrumbs.append(element)
    if not found.breadcrumbs and "readcrumb" in source:
        others = cast(list[lxml_html.HtmlElement], _OTHER_CRUMBS(tree))
        found.breadcrumbs = [element for element in others if element.tag in _CRUMB_TAGS]
    return found


@lru_cache(MAX_NAMES)
def _kinds(classes: str) -> int:
    kinds = AUTHOR if any(map(classes.__contains__, _OF_AUTHORS)) else 0
    if "caption" in classes:
        kinds |= CAPTION
    if "readcrumb" in classes:
        kinds |= CRUMBS
    return kinds
