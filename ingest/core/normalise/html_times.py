"""Elements that hold a moment: which of them are of updates, and which of other stories."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml import html as lxml_html

from ingest.core.normalise import dates, feed_dates, html_tree
from ingest.core.normalise.datewords import PUBLISHED_LABEL, UPDATED_LABEL

MAX_TIMES = 60
MAX_STEPS = 5
"""Elements above one in which the headline of another story may stand beside it."""
MIN_HEADLINE = 20
"""Characters of a link that is the headline of another story; of wide ones, half of them."""
MAX_TEASER = 400
"""Characters of what holds a headline of another story, its date and perhaps its lead."""
MAX_LABEL = 24
MAX_VALUE = 40

_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def around(heading: lxml_html.HtmlElement | None) -> frozenset[lxml_html.HtmlElement]:
    """The elements that hold the headline: what they hold is of its story, or of the page."""
    return frozenset(heading.iterancestors()) if heading is not None else frozenset()


def is_others(element: lxml_html.HtmlElement, above: frozenset[lxml_html.HtmlElement]) -> bool:
    """Whether an element stands in the site's head, or beside a link with the headline of another
    story; ``above`` holds what holds this one's headline."""
    if not above:
        return False
    for node in islice(element.iterancestors(), MAX_STEPS):
        if node in above:
            return False
        if node.tag == "nav" or is_masthead(node):
            return True
        if next(node.iter("a"), None) is None:
            continue
        if not _is_short(node):
            return False
        if any(map(_is_headline, node.iter("a"))):
            return True
    return False


def is_masthead(element: lxml_html.HtmlElement) -> bool:
    """Whether an element is a head with menus: it may show the day of the visit."""
    return element.tag == "header" and next(element.iter("nav", "ul", "form"), None) is not None


def _is_short(element: lxml_html.HtmlElement) -> bool:
    """Whether an element may be a teaser, by its text."""
    left = MAX_TEASER
    for own in element.itertext():
        left -= len(own)
        if left < 0:
            return False
    return True


def _is_headline(link: lxml_html.HtmlElement) -> bool:
    words = " ".join(html_tree.joined(link).split())
    if _WIDE.search(words):
        return len(words) >= MIN_HEADLINE // 2
    return len(words) >= MIN_HEADLINE and words.count(" ") >= 3 and not dates.find(words)


def is_update(element: lxml_html.HtmlElement) -> bool:
    """Whether a ``<time>`` is marked, or labelled before it, as that of an update."""
    marks = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
    if "publish" in marks:
        return False
    if "updat" in marks or "modif" in marks:
        return True
    before = element.getprevious()
    parent = element.getparent()
    label = before.tail if before is not None else parent.text if parent is not None else None
    words = (label or "").strip()[-MAX_LABEL:]
    return UPDATED_LABEL.search(words) is not None and PUBLISHED_LABEL.search(words) is None


def sort_out(
    tree: lxml_html.HtmlElement, heading: lxml_html.HtmlElement | None
) -> tuple[frozenset[str], frozenset[str]]:
    """The moments that are only of updates, and those that are only of other stories."""
    above = around(heading)
    kinds: dict[str, set[str]] = {}
    for element in islice(tree.iter("time"), MAX_TIMES):
        raw = element.get("datetime") or " ".join(html_tree.joined(element).split())
        kind = "other" if is_others(element, above) else "update" if is_update(element) else "own"
        kinds.setdefault(raw, set()).add(kind)
    return (
        frozenset(raw for raw, kind in kinds.items() if "own" not in kind and "update" in kind),
        frozenset(raw for raw, kind in kinds.items() if kind == {"other"}),
    )


def in_attributes(
    elements: Iterable[lxml_html.HtmlElement],
) -> Iterator[tuple[lxml_html.HtmlElement, str]]:
    """The moments that elements which show none hold in their attributes."""
    for element in elements:
        for name, value in element.attrib.items():
            if name in ("datetime", "title", "content") or name.startswith("data-"):
                raw = feed_dates.rewritten(value) if len(value) <= MAX_VALUE else ""
                if dates.find(raw):
                    yield element, raw
                    break
