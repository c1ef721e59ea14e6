"""Dates that a page shows away from its headline: in elements named for them, in its address.

Asked only where the page states no date in a form made for programs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import cast

from lxml import etree
from lxml import html as lxml_html

from ingest.core.normalise import dates, feed_dates, html_times, html_tree
from ingest.core.normalise.date_context import is_dateline, is_parted
from ingest.core.normalise.datewords import MONTHS, PUBLISHED_LABEL
from ingest.core.normalise.draft import Stated
from ingest.core.normalise.html_lines import (
    MAX_LINE,
    YEAR,
    dated,
    day,
    short,
    short_line,
    texts,
    tidy,
)

MAX_TEXTS = 4_000
"""Runs of text that are looked at, from the beginning."""
MAX_ALONE = 40
"""Characters of a text that is a date and little else, wherever it stands."""
MAX_OPENING = 40
"""Characters at the beginning of a paragraph in which its date may stand."""
MAX_SCRIPT = 512 * 1024
"""Characters of a script that are searched."""
MAX_SCRIPT_DATES = 8
MAX_ABOVE = 6
"""Elements above one that are asked whether they hold comments."""
MAX_MARKED = 40
"""Elements named for a date that are looked at."""

_MARKED = etree.XPath(
    "//*[@class or @id or self::time]"
    "[contains(@class,'date') or contains(@class,'Date')"
    " or contains(@class,'publish')"
    " or contains(@class,'posted') or contains(@class,'ime')"
    " or contains(@class,'meta') or contains(@id,'date') or self::time]"
)
_TIMED = ("relative-time", "time-ago", "bsp-timestamp")
_IN_ADDRESS = re.compile(
    r"/t?((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2]|[a-z]{3}(?=/))[/-]?(0[1-9]|[12]\d|3[01])(?=[/_-]|\Z)"
)
_COMMENT = re.compile(r"comment|kommentare|comentario|disqus", re.IGNORECASE)
_IN_SCRIPT = re.compile(
    r"\"(?:date_?published|published_?at|publish(?:ed)?_?(?:date|time)|publication_?date|"
    r"first_?published(?:_?(?:at|date))?|pub_?date)\"\s{0,4}:\s{0,4}"
    r"(?:\"([^\"\\]{8,40})\"|([12]\d{9}(?:\d{3})?)(?!\d))",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")


def elsewhere(
    tree: lxml_html.HtmlElement, heading: lxml_html.HtmlElement | None, address: str | None
) -> Iterator[tuple[bool, Stated]]:
    """Other dates shown: in elements named for it, standing alone in the page, in its address."""
    around = html_times.around(heading)

    def is_own(element: lxml_html.HtmlElement) -> bool:
        return not (in_comment(element) or html_times.is_others(element, around))

    marked = cast(list[lxml_html.HtmlElement], _MARKED(tree))[:MAX_MARKED]
    marked += islice(tree.iter(*_TIMED), MAX_MARKED)
    unshown = []
    for element in marked:
        if not (line := short_line(html_tree.joined(element))):
            unshown.append(element)
        elif is_own(element):
            yield from dated("marked", [line])
    for element, raw in html_times.in_attributes(unshown):
        if is_own(element):
            yield False, Stated(raw, "html.marked")
    found = [
        own for element, own in islice(texts(tree), MAX_TEXTS)
        if YEAR.search(own) and is_own(element)
    ]  # fmt: skip
    yield from dated("opening", _openings(found))
    alone = list(dated("anywhere", (line for line in short(found) if len(line) <= MAX_ALONE)))
    labelled = [(u, one) for u, one in alone if u or PUBLISHED_LABEL.search(one.raw)]
    yield from labelled
    # A page that shows several days is a list of things, and none of them is its own.
    if not labelled and len({dates.find(one.raw)[0].day for _, one in alone}) == 1:
        yield from alone
    yield from ((False, one) for one in in_address(address))


def in_scripts(sources: Iterable[str]) -> Iterator[Stated]:
    """The date of publication in the data from which scripts build the page, if all that the first
    such script tells have the same day: it may tell of other stories too."""
    for source in sources:
        matches = islice(_IN_SCRIPT.finditer(source, 0, MAX_SCRIPT), MAX_SCRIPT_DATES)
        raws = [feed_dates.rewritten(match[1] or match[2]) for match in matches]
        if raws:
            if len({day(found) for raw in raws for found in dates.find(raw)[:1]}) == 1:
                yield Stated(raws[0], "html.script")
            return


def _openings(paragraphs: Iterable[str]) -> Iterator[str]:
    """The beginnings of the paragraphs that open with a date, or with a place and a date."""
    for paragraph in map(tidy, paragraphs):
        if len(paragraph) > MAX_LINE and _DIGIT.search(paragraph, 0, MAX_OPENING):
            beginning = paragraph[: 2 * MAX_OPENING]
            first = next(iter(dates.find(beginning)), None)
            if first is not None and first.start <= MAX_OPENING:
                place, rest = beginning[: first.start], beginning[first.end :]
                if (not place and is_parted(rest)) or is_dateline(place, rest):
                    yield beginning[: first.end]


def in_address(address: str | None) -> Iterator[Stated]:
    """The date in a page's address: ``/2026/01/05/``."""
    if address and (found := _IN_ADDRESS.search(address)) is not None:
        year, month, number = found.groups()
        if month in MONTHS:  # /2025/mar/18/
            month = f"{MONTHS[month]:02}"
        if month.isdigit():
            yield Stated(f"{year}-{month}-{number}", "html.address")


def in_comment(element: lxml_html.HtmlElement) -> bool:
    """Whether an element stands among the readers' comments."""
    return any(
        _COMMENT.search(f"{node.get('id') or ''} {node.get('class') or ''}")
        for node in (
            element,
            *islice(
                element.iterancestors("li", "ol", "ul", "div", "section", "article"), MAX_ABOVE
            ),
        )
    )
