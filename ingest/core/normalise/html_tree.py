"""Small steps in a page's tree that several readers of it share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import cast

from lxml import etree
from lxml import html as lxml_html

from ingest.core.normalise import bounds, text
from ingest.model import Rejection

MAX_HEADINGS = 20
MIN_HEADLINE = 12
"""Letters of a headline that is told by its agreement with another title."""
MAX_STEPS = 400
"""Elements after the headline that are looked at."""

NOT_SHOWN = frozenset({"script", "style", "noscript", "template"})
ASIDE = frozenset({"nav", "aside", "figure", "form", "footer"})
_LEAVES = frozenset(
    {"p", "div", "h2", "h3", "h4", "section", "header", "span", "strong", "em", "li", "time", "a"}
)
_BLOCKS = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "ul", "ol", "table", "section", "article", "figure", "img"}
)
# Elements of lxml.html, which trafilatura asks for, but without its look-up by name in Python.
_LOOKUP = etree.ElementDefaultClassLookup(element=lxml_html.HtmlElement)
_PARTED = NOT_SHOWN | {"br", "p", "div", "li", "td"}
_BESIDE = ASIDE | {"noscript"}
_ELSEWHERE = re.compile(
    r"relat|promo|share|social|newsletter|cookie|consent|banner|comment|caption|credit|byline|"
    r"author|breadcrumb|menu|navi|tags|recommend|sidebar|widget|advert",
    re.IGNORECASE,
)
_FRONT = re.compile(r"(?:https?://[^/?#]+)?/?(?:index\.\w{2,5})?\Z")
_WORD = re.compile(r"\w+")
_TEXTS = etree.XPath(".//text()", smart_strings=False)
_TEXTS_SHOWN = etree.XPath(
    ".//text()[not(ancestor::script or ancestor::style)]", smart_strings=False
)
_HIDDEN = re.compile(r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden")


def parse(source: str) -> lxml_html.HtmlElement | Rejection | None:
    """The tree of a page or fragment; None when there is none in it, or why it is not parsed."""
    if (rejection := bounds.check_html(source)) is not None:
        return rejection
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(_LOOKUP)
    try:
        tree = etree.fromstring(source.encode(), parser)
    except (etree.LxmlError, ValueError):
        return None
    if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        return bounds.too_deep("Elements")
    return cast(lxml_html.HtmlElement | None, tree)


def joined(element: etree._Element) -> str:
    """The text in an element as it stands."""
    return "".join(map(str, element.itertext()))


def shown(element: etree._Element) -> str:
    """The text in an element as one line: no scripts and styles, blanks where blocks part it."""
    if len(element) == 0 and element.tag not in NOT_SHOWN:
        return text.line(element.text or "")
    if next(element.iter(*_PARTED), None) is None:
        return text.line(joined(element))
    of = _TEXTS if next(element.iter("script", "style"), None) is None else _TEXTS_SHOWN
    return text.line(" ".join(cast(list[str], of(element))))


def is_hidden(element: etree._Element) -> bool:
    """Whether an element says of itself that browsers do not show it."""
    return element.get("hidden") is not None or hides(element.get("style"))


def hides(style: str | None) -> bool:
    """Whether a ``style`` says that its element is not shown."""
    return bool(style and _HIDDEN.search(style))


def is_elsewhere(element: lxml_html.HtmlElement) -> bool:
    """Whether the element, or one close around it, is named as something beside the story."""
    around = [element, *islice(element.iterancestors(), 3)]
    return any(
        e.tag in _BESIDE or is_hidden(e) or _ELSEWHERE.search(f"{e.get('class')} {e.get('id')}")
        for e in around
    )


@lru_cache(512)  # a page states its title several times, and each is compared with all others
def key(source: str) -> str:
    """What two renderings of one text have in common: its letters and digits."""
    return "".join(_WORD.findall(source[:400])).casefold()


def names_site(heading: lxml_html.HtmlElement) -> bool:
    """Whether a heading leads to the site's front, as its name in the page's head does."""
    link = heading.find(".//a")
    if link is None and heading.getparent() is not None:
        link = next(heading.iterancestors("a"), None)
    return link is not None and _FRONT.match(link.get("href") or "#") is not None


def headline(tree: lxml_html.HtmlElement) -> lxml_html.HtmlElement | None:
    """The first-level heading that stands in the window's title, or the first one with words;
    without any, a smaller heading that stands in the window's title."""
    window = key(next((title.text or "" for title in tree.iter("title")), ""))
    first = [h for h in islice(tree.iter("h1"), MAX_HEADINGS) if not names_site(h)]
    for heading in (*first, *(() if first else islice(tree.iter("h2", "h3"), MAX_HEADINGS))):
        if len(own := key(joined(heading))) >= MIN_HEADLINE and own in window:
            return heading
    return next((heading for heading in first if text.has_words(joined(heading))), None)


def leaves_after(start: lxml_html.HtmlElement) -> Iterator[lxml_html.HtmlElement]:
    """The elements after ``start`` that hold text and no blocks, in the page's order."""
    node = start
    descend = False
    for _ in range(MAX_STEPS):
        following = node[0] if descend and len(node) else node.getnext()
        while following is None:
            parent = node.getparent()
            if parent is None:
                return
            node = parent
            following = node.getnext()
        node = following
        descend = node.tag not in NOT_SHOWN and node.tag not in ASIDE
        if not descend or node.tag not in _LEAVES:
            continue
        if len(node) == 0:
            yield node
        elif not any(c.tag in _BLOCKS for c in node):
            descend = False
            if next(node.iter(*NOT_SHOWN), None) is None:
                yield node
