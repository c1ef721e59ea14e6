"""A saved HTML page: trafilatura finds the body, ``html_metadata`` reads what the page states.

The tree is built once, of a source that was looked at first. trafilatura's time grows faster than
the page, so a page with more elements than any article needs is read in a plain way instead: its
paragraphs, in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from ingest.core.normalise import bounds, html_metadata, text
from ingest.core.normalise.draft import finish
from ingest.core.normalise.form import Page
from ingest.model import Normalised, Reason, Rejection

MAX_TREE = 50_000
"""Tags up to which trafilatura reads a page; real pages stay below 20,000."""
MIN_PARAGRAPH = 40
"""Characters of a paragraph in a page that is read in the plain way."""

_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_OPENING = re.compile(r"<(?:!doctype\s+html|html|head|body|article|main)\b", re.IGNORECASE)
_ELEMENT = re.compile(
    r"</?(?:p|div|span|a|h[1-6]|ul|li|br|table|img|meta|section)\b", re.IGNORECASE
)


def accepts(page: Page) -> bool:
    """Whether it begins like a page, or is markup and named or said to be HTML."""
    head = page.head
    if not head.startswith("<"):
        return page.suffix in _SUFFIXES and bool(_ELEMENT.search(head))
    if _OPENING.search(head):
        return True
    return page.suffix in _SUFFIXES or len(_ELEMENT.findall(head)) >= 5


def read(page: Page) -> Normalised:
    source = page.source.replace("\0", "")  # else it would part words, and hide tags
    if (rejection := bounds.check_html(source)) is not None:
        return rejection
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(source.encode(), parser=parser)
    except (etree.LxmlError, ValueError):
        return _no_article("it cannot be read as HTML")
    if any(e.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for e in parser.error_log):
        return bounds.too_deep("Elements")
    stated = html_metadata.read(tree)
    paragraphs, notes = _body(tree, source)
    if not paragraphs:
        return _no_article("no part of it reads like a story")
    return finish(stated.draft(paragraphs, notes), page)


def _no_article(why: str) -> Rejection:
    return Rejection(
        Reason.NO_ARTICLE,
        f"There is no article in the page: {why}. It may be a menu, a form, an error page, or be "
        "filled in by scripts; save the page as it is shown.",
    )


def _body(tree: lxml_html.HtmlElement, source: str) -> tuple[list[str], tuple[str, ...]]:
    """The paragraphs of the story, and what to note about how they were found."""
    if source.count("<") > MAX_TREE:
        return _plain_paragraphs(tree), ("a very large page: all its paragraphs were taken",)
    try:
        found = trafilatura.bare_extraction(tree, fast=True, include_comments=False)
    except Exception:  # a library on hostile input: its errors are of no one kind
        return _plain_paragraphs(tree), ("read in a plain way, as the usual one failed",)
    if found is None or isinstance(found, dict):
        return [], ()
    return list(_paragraphs(found.body)), ()


def _plain_paragraphs(tree: lxml_html.HtmlElement) -> list[str]:
    """The text of every paragraph element with some length, in order."""
    found = (text.line("".join(map(str, p.itertext()))) for p in tree.iter("p"))
    return [paragraph for paragraph in found if len(paragraph) >= MIN_PARAGRAPH]


def _paragraphs(body: etree._Element) -> Iterator[str]:
    """The blocks of trafilatura's tree as text: paragraphs, headings, list items, table rows."""
    for child in body:
        if child.tag == "list":
            for item in child.iter("item"):
                yield _joined(item)
        elif child.tag == "table":
            for row in child.iter("row"):
                yield " ".join(_joined(cell) for cell in row.iter("cell"))
        else:
            yield from _lines(child)


def _joined(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _lines(element: etree._Element) -> Iterator[str]:
    """The text of an element, parted at its line breaks."""
    run: list[str] = []
    for part in element.iter():
        if part.tag == "lb":
            yield "".join(run)
            run = []
        elif part.text:
            run.append(part.text)
        if part.tail and part is not element:
            run.append(part.tail)
    yield "".join(run)
