"""Dates that a page only shows: beside the headline, in an element named for it, in its address.

Asked only where the page states no date in a form made for programs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from lxml import etree
from lxml import html as lxml_html

from ingest.core.normalise import dates, text
from ingest.core.normalise.datewords import UPDATED_LABEL
from ingest.core.normalise.draft import Stated

MAX_LINE = 160
"""Characters of a text that can be a date line."""
BEFORE = 15
AFTER = 40
"""Texts before and after the headline that are looked at."""
ANYWHERE = 2_000
MAX_ALONE = 40
"""Characters of a text that is a date and little else, wherever it stands."""
MAX_MARKED = 40
"""Elements named for a date that are looked at."""

_TEXTS = etree.XPath("//body//text()[string-length() > 5]")
_TEXTS_BEFORE = etree.XPath("preceding::text()[string-length() > 5]")
_TEXTS_AFTER = etree.XPath("following::text()[string-length() > 5]")
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
    heading = next((h for h in tree.iter("h1") if text.has_words("".join(h.itertext()))), None)
    if heading is not None:
        before = cast(list[str], _TEXTS_BEFORE(heading))[-BEFORE:]
        after = cast(list[str], _TEXTS_AFTER(heading))[:AFTER]
        for line in (*_short(after), *reversed(list(_short(before)))):
            yield "near_headline", line
    marked = cast(list[lxml_html.HtmlElement], _MARKED(tree))[:MAX_MARKED]
    for line in _short("".join(element.itertext()) for element in marked):
        yield "marked", line
    for line in _short(cast(list[str], _TEXTS(tree))[:ANYWHERE]):
        if len(line) <= MAX_ALONE:
            yield "anywhere", line


def _short(sources: Iterator[str] | list[str]) -> Iterator[str]:
    """The texts of at most ``MAX_LINE`` characters that have a digit; longer ones are prose."""
    for source in sources:
        line = " ".join(source.split())
        if 6 <= len(line) <= MAX_LINE and _DIGIT.search(line):
            yield line
