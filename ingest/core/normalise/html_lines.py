"""The short lines of a page in which it shows a date, and what they say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree
from lxml import html as lxml_html

from ingest.core.normalise import dates, html_times, html_tree
from ingest.core.normalise.date_context import in_sentence, of_something_else, of_update
from ingest.core.normalise.datewords import UPDATED_LABEL
from ingest.core.normalise.draft import Stated

Text = tuple[lxml_html.HtmlElement, str]
"""A run of text, with the element that it begins or follows."""

MAX_LINE = 160
"""Characters of a text that can be a date line."""
MIN_TEXT = 5
MAX_SOURCE = 2 * MAX_LINE
"""Characters of such a text as it stands in the source, with breaks and indents in it."""
NOT_BESIDE = html_tree.NOT_SHOWN | {"figure", "figcaption", "nav"}
"""Elements whose dates are not the story's: captions, menus."""
_DIGIT = re.compile(r"\d")
YEAR = re.compile(r"[\d令](?:(?:(?<=1)9|(?<=2)0)\d\d|(?<=\d)[./]\s{0,9}\d{1,2}[./]\d\d|(?<=令)和)")
"""What every full date has; most texts have none, and need not be looked at. That it begins with a
set of characters is what makes it quick."""
_LEGAL = re.compile(r"©|copyright|\(c\)|\bsite (?:was )?last", re.IGNORECASE)


def dated(method: str, lines: Iterable[str]) -> Iterator[tuple[bool, Stated]]:
    """The dates that lines state of their page, and whether each is one of an update."""
    for line in lines:
        if _LEGAL.search(line) is None and not in_sentence(line):
            yield from _told(line, f"html.{method}")


def _told(line: str, method: str) -> Iterator[tuple[bool, Stated]]:
    """The dates of a line, and whether each is one of an update, by the words before it."""
    stated = dates.find(line)
    last = 0
    for found in stated:
        begin, last = last, found.end
        if of_something_else(line[begin : found.start]):
            continue
        raw = line if len(stated) == 1 else line[begin : found.end]
        updated = of_update(line, found, begin)
        if len(stated) == 1 and (label := UPDATED_LABEL.search(line, found.end)) is not None:
            updated = updated or _DIGIT.search(line, label.end()) is None
        yield updated, Stated(raw, method)


def texts(tree: lxml_html.HtmlElement) -> Iterator[Text]:
    """The runs of text in the page's order, without captions and menus, and without days of updates
    that elements state."""
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if event == "end" and element is tree:
            return
        own = element.text if event == "start" else element.tail
        tag = element.tag
        if event == "start" and (
            tag in NOT_BESIDE or (tag == "time" and html_times.is_update(element))
        ):
            walk.skip_subtree()
        elif own and len(own) > MIN_TEXT and not own.isspace():
            yield element, own


def short(sources: Iterable[str]) -> Iterator[str]:
    """The texts of at most ``MAX_LINE`` characters that may hold a date; longer ones are prose."""
    return filter(None, map(short_line, sources))


def short_line(source: str) -> str:
    """A short text that may hold a date, as one line; empty if it is none."""
    line = source.strip()  # of a paragraph this is all that is done
    if not MIN_TEXT < len(line) <= MAX_SOURCE or not YEAR.search(line):
        return ""
    line = tidy(line)
    return line if len(line) <= MAX_LINE else ""


def tidy(source: str) -> str:
    """A text as one line."""
    return " ".join(source.split())


def day(found: dates.Found) -> tuple[int, int, int]:
    """The day of a date, without its time."""
    return found.year, found.month, found.day
