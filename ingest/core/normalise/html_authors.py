"""Who a page says wrote its story: in data for programs, in marked elements, or by a byline.

Data for programs often name the site as the author; then a byline that the page shows says more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile

from lxml import html as lxml_html

from ingest.core.normalise import bylines, html_dates, html_tree, people
from ingest.core.normalise.html_tree import key

MAX_LINE = 120
MAX_MARKED = 12
MAX_LEAVES = 25
"""Texts after the headline among which a byline is looked for."""

_COMPANY = re.compile(
    r"\w\.(?:com|net|org|de|at|ch|it|fr|es|cn|ru|eu|tv|info)\b|\b(?:e\.\s?V|GmbH|AG|Inc|Ltd|LLC|S\.A)\b"
)


def marked(elements: Iterable[lxml_html.HtmlElement]) -> list[str]:
    """The texts of elements that are named as an author's, outside of comments."""
    own = islice((e for e in elements if not html_dates.in_comment(e)), MAX_MARKED)
    return [line for e in own if 0 < len(line := html_tree.shown(e)) <= MAX_LINE]


def beside(heading: lxml_html.HtmlElement | None) -> Iterator[str]:
    """The short texts shown after the headline."""
    if heading is not None:
        for leaf in islice(html_tree.leaves_after(heading), MAX_LEAVES):
            line = html_tree.shown(leaf)
            if 0 < len(line) <= MAX_LINE:
                yield line


def of_bylines(lines: Iterable[str]) -> tuple[str, ...]:
    """The authors of the first line that begins with a byline's word."""
    for line in lines:
        named = bylines.authors_of(line) or people.byline(line)
        if found := tuple(takewhile(_like_a_name, named)):
            return found
    return ()


def of_people(stated: Sequence[Sequence[str]], site: Sequence[str]) -> tuple[str, ...]:
    """The authors of the first place that names any but the site or a company."""
    own = {key(name) for name in site}
    for place in stated:
        found = tuple(
            n for n in people.names(place) if key(n) not in own and not _COMPANY.search(n)
        )
        if found:
            return found
    return ()


def of_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """The authors of the first line that begins with what is written like a name."""
    for line in lines:
        found = tuple(takewhile(_like_a_name, people.names([line])))
        if found:
            return found
    return ()


def _like_a_name(name: str) -> bool:
    words = name.split()
    capitals = sum(not word[0].islower() for word in words)
    return len(words) == 1 or (len(words) <= 4 and capitals >= 2 and not words[-1][0].islower())
