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
from ingest.core.normalise.date_forms import is_dateline
from ingest.core.normalise.datewords import PUBLISHED_LABEL, UPDATED_LABEL
from ingest.core.normalise.draft import Stated

MAX_LINE = 160
"""Characters of a text that can be a date line."""
MIN_TEXT = 5
MAX_SOURCE = 2 * MAX_LINE
"""Characters of such a text as it stands in the source, with breaks and indents in it."""
BEFORE = 15
AFTER = 80
"""Texts before and after the headline that are looked at."""
CLOSE = 8
"""Texts from the headline within which a date is the story's, whatever others follow."""
MAX_DAYS = 3
"""Different days shown near a headline, of which more are those of a list: events, teasers."""
MAX_TEXTS = 4_000
"""Runs of text that are looked at, from the beginning."""
MAX_LABEL = 24
"""Characters of a text that says of the next what kind of date it is: ``Updated:``."""
MAX_ALONE = 40
"""Characters of a text that is a date and little else, wherever it stands."""
MAX_OPENING = 40
"""Characters at the beginning of a paragraph in which its date may stand."""
MAX_SCRIPT = 512 * 1024
"""Characters of a script that are searched."""
MAX_ABOVE = 6
"""Elements above one that are asked whether they hold comments."""
MAX_MARKED = 40
"""Elements named for a date that are looked at."""

_MARKED = etree.XPath(
    "//*[@class or @id or self::time][contains(@class,'date') or contains(@class,'Date')"
    " or contains(@class,'publish')"
    " or contains(@class,'posted') or contains(@class,'time') or contains(@class,'meta')"
    " or contains(@id,'date') or self::time]"
)
_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_-]|\Z)"
)
_IN_SCRIPT = re.compile(
    r"\"(?:date_?published|published_?at|publish(?:ed)?_?(?:date|time)|publication_?date|"
    r"first_?published(?:_?(?:at|date))?|pub_?date)\"\s{0,4}:\s{0,4}\"([^\"\\]{8,40})\"",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"[\d令](?:(?:(?<=1)9|(?<=2)0)\d\d|(?<=\d)[./]\s{0,9}\d{1,2}[./]\d\d|(?<=令)和)")
"""What every full date has; most texts have none, and need not be looked at. That it begins with a
set of characters is what makes it quick."""
_LEGAL = re.compile(r"©|copyright|\(c\)", re.IGNORECASE)


def beside(heading: lxml_html.HtmlElement | None) -> Iterator[tuple[bool, Stated]]:
    """The dates shown beside the headline, best first, and whether each is one of an update."""
    if heading is None:
        return
    after = _first(_following(heading), AFTER)
    before = _first(_preceding(heading), BEFORE)[::-1]
    lines = [*enumerate(_labelled(after)), *enumerate(reversed(list(_labelled(before))))]
    dated = [(distance, line, dates.find(line)[0]) for distance, line in lines if line]
    days = {(found.year, found.month, found.day) for _, _, found in dated}
    is_list = len(days) > MAX_DAYS
    near = (line for distance, line, _ in dated if distance < CLOSE or not is_list)
    yield from _dated("near_headline", near)


def _first(runs: Iterable[str | None], number: int) -> list[str]:
    """The first runs of text that are more than a mark or two."""
    texts = (own for own in runs if own and len(own) > MIN_TEXT and not own.isspace())
    return list(islice(texts, number))


def _following(heading: lxml_html.HtmlElement) -> Iterator[str | None]:
    """The runs of text after the headline, in the page's order."""
    node: lxml_html.HtmlElement | None = heading
    while node is not None:
        yield node.tail
        for sibling in node.itersiblings():
            if sibling.tag not in html_tree.NOT_SHOWN:
                yield from cast(Iterator[str], sibling.itertext())
            yield sibling.tail
        node = node.getparent()


def _preceding(heading: lxml_html.HtmlElement) -> Iterator[str | None]:
    """The runs of text before the headline, the nearest first."""
    node: lxml_html.HtmlElement | None = heading
    while node is not None and node.tag != "body":
        for sibling in node.itersiblings(preceding=True):
            yield sibling.tail
            if sibling.tag not in html_tree.NOT_SHOWN:
                yield from reversed(list(map(str, sibling.itertext())))
        node = node.getparent()
        if node is not None:
            yield node.text


def _labelled(texts: Iterable[str]) -> Iterator[str]:
    """The line of each text that holds a date, with a label before it; else an empty one."""
    label = ""
    for own in texts:
        line = _short_line(own)
        if line and not dates.find(line):
            line = ""
        if line and len(label) <= MAX_LABEL and UPDATED_LABEL.search(label):
            line = f"{label} {line}"
        label = own
        yield line


def elsewhere(tree: lxml_html.HtmlElement, address: str | None) -> Iterator[tuple[bool, Stated]]:
    """Other dates shown: in elements named for it, standing alone in the page, in its address."""
    marked = cast(list[lxml_html.HtmlElement], _MARKED(tree))[:MAX_MARKED]
    yield from _dated("marked", _short(html_tree.joined(e) for e in marked if not in_comment(e)))
    texts = [
        own
        for element, own in islice(_texts(tree), MAX_TEXTS)
        if _DIGIT.search(own) and not in_comment(element)
    ]
    yield from _dated("opening", _openings(texts))
    alone = list(_dated("anywhere", (line for line in _short(texts) if len(line) <= MAX_ALONE)))
    labelled = [(u, one) for u, one in alone if u or PUBLISHED_LABEL.search(one.raw)]
    yield from labelled
    # A page that shows several days is a list of things, and none of them is its own.
    if not labelled and len({dates.find(one.raw)[0].day for _, one in alone}) == 1:
        yield from alone
    yield from ((False, one) for one in in_address(address))


def in_scripts(sources: Iterable[str]) -> Iterator[Stated]:
    """The first date of publication in the data from which scripts build the page."""
    for source in sources:
        if (found := _IN_SCRIPT.search(source, 0, MAX_SCRIPT)) is not None:
            yield Stated(found[1], "html.script")
            return


def _openings(texts: Iterable[str]) -> Iterator[str]:
    """The beginnings of the paragraphs that open with a date, or with a place and a date."""
    for paragraph in map(_tidy, texts):
        if len(paragraph) > MAX_LINE and _DIGIT.search(paragraph, 0, MAX_OPENING):
            beginning = paragraph[: 2 * MAX_OPENING]
            first = next(iter(dates.find(beginning)), None)
            if first is not None and first.start <= MAX_OPENING:
                place, rest = beginning[: first.start], beginning[first.end :]
                if (not place and paragraph[0].isdigit()) or is_dateline(place, rest):
                    yield beginning[: first.end]


def in_address(address: str | None) -> Iterator[Stated]:
    """The date in a page's address: ``/2026/01/05/``."""
    if address and (found := _IN_ADDRESS.search(address)) is not None:
        yield Stated("-".join(found.groups()), "html.address")


def in_comment(element: lxml_html.HtmlElement) -> bool:
    """Whether an element stands among the readers' comments."""
    return any(
        "comment" in f"{node.get('id') or ''} {node.get('class') or ''}".lower()
        for node in (
            element,
            *islice(
                element.iterancestors("li", "ol", "ul", "div", "section", "article"), MAX_ABOVE
            ),
        )
    )


def _dated(method: str, lines: Iterable[str]) -> Iterator[tuple[bool, Stated]]:
    for line in lines:
        if _LEGAL.search(line) is None and dates.find(line):
            yield UPDATED_LABEL.search(line) is not None, Stated(line, f"html.{method}")


def _texts(tree: lxml_html.HtmlElement) -> Iterator[tuple[lxml_html.HtmlElement, str]]:
    """The runs of text in the page's order, each with the element that it begins or follows."""
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        own = element.text if event == "start" else element.tail
        if event == "start" and element.tag in html_tree.NOT_SHOWN:
            walk.skip_subtree()
        elif own and len(own) > MIN_TEXT and not own.isspace():
            yield element, own


def _short(sources: Iterable[str]) -> Iterator[str]:
    """The texts of at most ``MAX_LINE`` characters that may hold a date; longer ones are prose."""
    return filter(None, map(_short_line, sources))


def _short_line(source: str) -> str:
    """A short text that may hold a date, as one line; empty if it is none."""
    line = source.strip()  # of a paragraph this is all that is done
    if not MIN_TEXT < len(line) <= MAX_SOURCE or not _YEAR.search(line):
        return ""
    line = _tidy(line)
    return line if len(line) <= MAX_LINE else ""


def _tidy(source: str) -> str:
    return " ".join(source.split())
