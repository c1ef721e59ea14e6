"""Dates that a page only shows: beside the headline, in an element named for it, in its address.

Asked only where the page states no date in a form made for programs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import cast

from lxml import etree
from lxml import html as lxml_html

from ingest.core.normalise import dates, html_tree
from ingest.core.normalise.datewords import UPDATED_LABEL
from ingest.core.normalise.draft import Stated

MAX_LINE = 160
"""Characters of a text that can be a date line."""
BEFORE = 15
AFTER = 40
"""Texts before and after the headline that are looked at."""
MAX_TEXTS = 4_000
"""Runs of text that are looked at, from the beginning."""
MAX_ALONE = 40
"""Characters of a text that is a date and little else, wherever it stands."""
MAX_MARKED = 40
"""Elements named for a date that are looked at."""

_MARKED = etree.XPath(
    "//*[contains(@class,'date') or contains(@class,'Date') or contains(@class,'publish')"
    " or contains(@class,'posted') or contains(@class,'time') or contains(@class,'meta')"
    " or contains(@id,'date') or self::time]"
)
_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_-]|\Z)"
)
_DIGIT = re.compile(r"\d")
_LEGAL = re.compile(r"©|copyright|\(c\)", re.IGNORECASE)


def shown(tree: lxml_html.HtmlElement, address: str | None) -> Iterator[tuple[bool, Stated]]:
    """The dates shown, best first, and whether each is one of an update."""
    for method, line in _lines(tree):
        if _LEGAL.search(line) is None and dates.find(line):
            yield UPDATED_LABEL.search(line) is not None, Stated(line, f"html.{method}")
    if address and (found := _IN_ADDRESS.search(address)) is not None:
        yield False, Stated("-".join(found.groups()), "html.address")


def _lines(tree: lxml_html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Short texts that may hold the date, and where each stands."""
    heading = html_tree.headline(tree)
    texts: list[str] = []
    head = 0
    for element, own in islice(_texts(tree), MAX_TEXTS):
        if element is heading:
            head = len(texts)
        texts.append(own)
    if heading is not None:
        after, before = texts[head : head + AFTER], texts[max(head - BEFORE, 0) : head]
        for line in (*_short(after), *_short(reversed(before))):
            yield "near_headline", line
    marked = cast(list[lxml_html.HtmlElement], _MARKED(tree))[:MAX_MARKED]
    for line in _short(html_tree.joined(element) for element in marked):
        yield "marked", line
    for line in _short(texts):
        if len(line) <= MAX_ALONE:
            yield "anywhere", line


def _texts(tree: lxml_html.HtmlElement) -> Iterator[tuple[lxml_html.HtmlElement, str]]:
    """The runs of text in the page's order, each with the element that it begins or follows."""
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        own = element.text if event == "start" else element.tail
        if event == "start" and element.tag in html_tree.NOT_SHOWN:
            walk.skip_subtree()
        elif own and len(own) > 5:
            yield element, own


def _short(sources: Iterable[str]) -> Iterator[str]:
    """The texts of at most ``MAX_LINE`` characters that have a digit; longer ones are prose."""
    for source in sources:
        line = " ".join(source.split())
        if 6 <= len(line) <= MAX_LINE and _DIGIT.search(line):
            yield line
