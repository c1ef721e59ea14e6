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
_CAPTIONS = etree.XPath("//figcaption|//*[contains(@class,'caption')]")
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
    named = [(e, kinds) for e in elements if (c := e.get("class")) and (kinds := _kinds(c))]
    found.authors += [element for element, kinds in named if kinds & AUTHOR]
    found.breadcrumbs = [e for e, kinds in named if kinds & CRUMBS and e.tag in _CRUMB_TAGS]
    if any(kinds & CAPTION for _, kinds in named):
        found.captions = cast(list[lxml_html.HtmlElement], _CAPTIONS(tree))
    else:
        found.captions = list(tree.iter("figcaption"))
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
