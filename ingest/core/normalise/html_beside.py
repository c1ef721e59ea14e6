"""The dates that a page shows beside its headline, which its readers see first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from lxml import html as lxml_html

from ingest.core.normalise import dates, html_times
from ingest.core.normalise.date_context import is_todays
from ingest.core.normalise.datewords import UPDATED_LABEL
from ingest.core.normalise.draft import Stated
from ingest.core.normalise.html_dates import in_comment
from ingest.core.normalise.html_lines import (
    MIN_TEXT,
    NOT_BESIDE,
    Text,
    dated,
    day,
    short_line,
    texts,
)

BEFORE = 15
AFTER = 40
"""Texts before and after the headline that are looked at."""
ABOVE = 2
"""Texts before the headline of which a weekday and a date may be the story's own."""
PROSE = 80
"""Characters of a text that is more than a title or a lead; of a wide one, half of them."""
MAX_PROSE = 3
"""Long texts with which a story has begun: what follows it may be another's."""
CLOSE = 8
"""Texts from the headline within which a date is the story's, whatever others follow."""
MAX_DAYS = 3
"""Different days shown near a headline, of which more are those of a list: events, teasers."""
MAX_LABEL = 24
"""Characters of a text that says of the next what kind of date it is: ``Updated:``."""


def beside(heading: lxml_html.HtmlElement | None) -> Iterator[tuple[bool, Stated]]:
    """The dates shown beside the headline, best first, and whether each is one of an update."""
    if heading is None:
        return
    around = html_times.around(heading)
    after = _first(_following(heading), AFTER)
    before = _first(_preceding(heading), BEFORE)[::-1]
    begun = _begun(after)
    lines = [*enumerate(_labelled(after)), *_not_todays(reversed(list(_labelled(before))))]
    stated = [
        (n, line, dates.find(line)[0]) for n, (element, line) in lines
        if line and not html_times.is_others(element, around)
        and not (n > begun and in_comment(element))
    ]  # fmt: skip
    days = {day(found) for _, _, found in stated}
    late = {day(found) for n, _, found in stated if n > begun}
    for n, line, _ in stated:
        if (n < CLOSE and n <= begun) or (len(days) <= MAX_DAYS and (n <= begun or len(late) == 1)):
            yield from dated("near_headline", [line])


def _begun(runs: Sequence[Text]) -> int:
    """The number of texts after which the story is well begun, so that comments may follow."""
    prose = (
        n for n, (_, own) in enumerate(runs)
        if len(own) > (PROSE if own[MIN_TEXT] < "\u3040" else PROSE // 2)
    )  # fmt: skip
    return next(islice(prose, MAX_PROSE - 1, None), len(runs))


def _not_todays(lines: Iterable[Text]) -> Iterator[tuple[int, Text]]:
    """The lines above a headline but those that are the day of the visit, among the menus."""
    for n, (element, line) in enumerate(lines):
        if n < ABOVE or not is_todays(line):
            yield n, (element, line)


def _first(runs: Iterable[tuple[lxml_html.HtmlElement, str | None]], number: int) -> list[Text]:
    """The first runs of text that are more than a mark or two."""
    found = (
        (element, own) for element, own in runs
        if own and len(own) > MIN_TEXT and not own.isspace()
    )  # fmt: skip
    return list(islice(found, number))


def _following(
    heading: lxml_html.HtmlElement,
) -> Iterator[tuple[lxml_html.HtmlElement, str | None]]:
    """The runs of text after the headline, in the page's order, each with its element."""
    node: lxml_html.HtmlElement | None = heading
    while node is not None:
        yield node, node.tail
        for sibling in node.itersiblings():
            yield from texts(sibling)
            yield sibling, sibling.tail
        node = node.getparent()


def _preceding(
    heading: lxml_html.HtmlElement,
) -> Iterator[tuple[lxml_html.HtmlElement, str | None]]:
    """The runs of text before the headline, the nearest first."""
    node: lxml_html.HtmlElement | None = heading
    while node is not None and node.tag != "body":
        waiting = [(sibling, True) for sibling in node.itersiblings(preceding=True)][::-1]
        while waiting:
            element, whole = waiting.pop()
            if not whole:
                yield element, element.text
                continue
            yield element, element.tail
            if not (element.tag in NOT_BESIDE or html_times.is_masthead(element)):
                waiting.append((element, False))
                waiting += [(child, True) for child in element]
        node = node.getparent()
        if node is not None:
            yield node, node.text


def _labelled(runs: Iterable[Text]) -> Iterator[Text]:
    """The line of each text that holds a date, with a label before it; else an empty one."""
    label = ""
    for element, own in runs:
        line = short_line(own)
        if line and not dates.find(line):
            line = ""
        if line and len(label) <= MAX_LABEL and UPDATED_LABEL.search(label):
            line = f"{label} {line}"
        label = own
        yield element, line
