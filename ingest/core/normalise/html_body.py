"""The story in a page: its clearest element, else what trafilatura finds; furniture is left out.

One walk gathers the page's blocks (``html_blocks``), of which ``html_choice`` takes the story where
it is clear. Where it is not, trafilatura (fast) chooses the part of the tree, as it looks closer.
What it does not look at is mended here: elements that are not shown are taken out before; where
another element holds far more prose, or the same in paragraphs, that is the story. Then
``html_lead`` puts the standfirst back, and ``html_furniture`` leaves out the lines that are none of
the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import cast

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from ingest.core.normalise import (
    fragment,
    html_blocks,
    html_choice,
    html_furniture,
    html_lead,
    html_tree,
    text,
)
from ingest.core.normalise.html_tree import joined

MAX_TREE = 50_000
"""Tags up to which trafilatura reads a page: its time grows faster than the page."""
MAX_BREAKS = 3_000
"""Line breaks up to which trafilatura reads a page: it takes quadratic time over them."""
MIN_PLAIN = 40
"""Characters of a paragraph, where a page is read in the plain way."""
MAX_WRAPPED = 90
"""Characters of a line in text of lines of a fixed length."""
LUMP = 1_500
"""Characters of a usual paragraph at which several were run together, ..."""
LUMPED = 0.8
"""... so that an element which parts them is taken, if it holds about as much."""
MIN_SHOWN = 250
"""Characters of a text from which it is the page's story, whatever the page states besides."""
STATED = 2
"""So many times longer a stated body is than a shown one that it is taken for."""
MAX_HIDDEN = 0.3
"""Share of a page's text up to which what is not shown is taken out."""
MAX_RANKED = 5
"""Elements with much prose that are looked at, before the page is taken to have no better."""


_NO_TEXT = (
    "script", "style", "link", "meta", "iframe", "template", "svg", "path", "source",
    "picture", "object", "embed", "audio", "video", "canvas", "map", "menu", "dialog", "select",
    "input", "button", "nav", "footer",
)  # fmt: skip
"""Elements that hold none of the story. trafilatura leaves them out too, but later and slower."""
_STORY_BLOCKS = frozenset(
    {"p", "head", "list", "item", "quote", "table", "row", "lb", "code", "div"}
)
"""The elements of trafilatura's tree that end a paragraph."""
_PROSE_BLOCKS = ("p", "div", "td", "section", "article", "main", "center")
_PARTS = frozenset(
    "p div table ul ol dl section article main aside header form figure blockquote pre "
    "h1 h2 h3 h4".split()
)
"""Elements whose text is not that of the element around them."""
_HIDDEN = etree.XPath(
    "//*[@hidden]|//*[@style][contains(@style, 'none') or contains(@style, 'hidden')]"
)
_ENDS = re.compile(r"[.!?…。！？»”\"'’)]\Z")


@dataclass(frozen=True, slots=True)
class Body:
    paragraphs: tuple[str, ...]
    notes: tuple[str, ...] = ()
    furniture: float = 0.0
    """How much of the page's text stands in links and forms, about."""


def find(
    tree: lxml_html.HtmlElement,
    tags: int,
    heading: lxml_html.HtmlElement | None,
    description: str | None,
    authors: Sequence[str],
) -> Body:
    """The paragraphs of the story. ``tags`` is how many the source has; ``heading`` the headline in
    the tree; ``description`` what the page says of itself in a sentence, by which a lead is known;
    ``authors`` are those whose portraits may stand below. The tree is used up."""
    page = html_blocks.walk(tree, heading)
    notes: tuple[str, ...] = ()
    if story := html_choice.choose(page):
        paragraphs = _lines_of(block.text for block in story)
        headings = {text.line(block.text) for block in story if block.kind == "head"}
    elif tags > MAX_TREE or len(tree.findall(".//br")) > MAX_BREAKS:
        return Body(_every_paragraph(tree), ("a very large page: all its paragraphs were taken",))
    else:
        try:
            paragraphs, headings = _by_trafilatura(tree)
        except Exception:  # a library on hostile input: its errors are of no one kind
            paragraphs, headings = list(_every_paragraph(tree)), set()
            notes = ("read in a plain way, as the usual one failed",)
    lead = html_lead.find(page, paragraphs, description)
    kept = html_furniture.without(paragraphs, page.links, authors)
    bare = {heading for heading in headings if not _ENDS.search(heading)}
    kept = html_furniture.without_end(kept, bare, authors)
    return Body((*lead, *kept), notes, html_choice.share_of_furniture(page))


def _lines_of(blocks: Iterable[str]) -> list[str]:
    return list(text.lines(line for block in blocks for line in _parted(block)))


def _by_trafilatura(tree: lxml_html.HtmlElement) -> tuple[list[str], set[str]]:
    """The paragraphs of the story, and those of them that are headings."""
    etree.strip_elements(tree, *_NO_TEXT, with_tail=False)
    _drop_hidden(tree)
    _drop_cards(tree)
    found = trafilatura.bare_extraction(tree, fast=True, include_comments=False)
    if found is None or isinstance(found, dict):
        return [], set()
    paragraphs = _lines_of(_blocks(found.body))
    length = sum(map(len, paragraphs))
    least = length * (html_choice.FULLER if length < LUMP * len(paragraphs) else LUMPED)
    headings = {text.line(joined(head)) for head in found.body.iter("head")}
    return _fullest_container(tree, least) or paragraphs, headings


def _drop_hidden(tree: lxml_html.HtmlElement) -> None:
    """Take out what browsers do not show, unless it is so much that scripts may show it later."""
    every = [e for e in cast(list[lxml_html.HtmlElement], _HIDDEN(tree)) if html_tree.is_hidden(e)]
    known = set(every)
    hidden = [e for e in every if known.isdisjoint(e.iterancestors())]
    if hidden and sum(len(joined(e)) for e in hidden) < len(joined(tree)) * MAX_HIDDEN:
        for element in hidden:
            if element.getparent() is not None:
                element.drop_tree()


def _drop_cards(tree: lxml_html.HtmlElement) -> None:
    """Take out each ``article`` that only leads to another: its heading is a link, and it is short
    beside the one with the page's headline."""
    lengths = {
        article: len(joined(article))
        for article in islice(tree.iter("article"), html_choice.MAX_CARDS)
    }
    stories = [e for e in lengths if e.find(".//h1") is not None]
    least = max((lengths[story] for story in stories), default=0) * html_choice.MAX_CARD
    for article, length in lengths.items():
        if length < least and any(_links_of_headings(article)) and article not in stories:
            article.drop_tree()


def _links_of_headings(article: lxml_html.HtmlElement) -> Iterator[bool]:
    for heading in article.iter("h1", "h2", "h3", "h4"):
        yield heading.find(".//a") is not None
        yield next(heading.iterancestors("a"), None) is not None


def stated(bodies: Iterable[str], shown: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs of the longest body that the page states for programs, where it shows little:
    it may be filled in by scripts. Empty where the page shows as much."""
    length = sum(map(len, shown))
    longest = max(bodies, key=len, default="")
    if length >= MIN_SHOWN or len(longest) < STATED * max(length, MIN_PLAIN):
        return ()
    return fragment.read(longest).paragraphs


# --------------------------------------------------------------------------- text of the story


def _every_paragraph(tree: lxml_html.HtmlElement) -> tuple[str, ...]:
    found = (text.line(block) for is_caption, block in fragment.blocks(tree) if not is_caption)
    kept = html_furniture.without([p for p in found if len(p) >= MIN_PLAIN], set())
    return tuple(html_furniture.without_end(kept, (), ()))


def _blocks(body: etree._Element) -> Iterator[str]:
    """The blocks of trafilatura's tree as text: paragraphs, headings, list items, table rows."""
    run: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in _STORY_BLOCKS and run:
            yield "".join(run)
            run.clear()
        if event == "start":
            run.append(element.text or "")
        elif element is not body:
            run.append((" " if element.tag == "cell" else "") + (element.tail or ""))
    yield "".join(run)


def _parted(block: str) -> list[str]:
    """The paragraphs in a block: trafilatura leaves line ends where it put some together, and
    where text was written in lines of a fixed length."""
    if "\n" not in block:
        return [block]
    lines = block.strip().split("\n")
    ended = sum(_ENDS.search(line.rstrip()) is not None for line in lines)
    wrapped = len(lines) > 3 and ended * 2 < len(lines) and max(map(len, lines)) <= MAX_WRAPPED
    return [block] if wrapped else lines


def _fullest_container(tree: lxml_html.HtmlElement, least: float) -> list[str]:
    """The paragraphs of the element that holds the most prose, if it is more than ``least``.

    The idea of Readability (Arc90, 2009), for pages of which trafilatura finds but a small part: a
    paragraph counts for its parent and for the element around that.
    """
    prose: dict[lxml_html.HtmlElement, int] = {}
    for block in tree.iter(*_PROSE_BLOCKS):
        if (length := _own_length(block)) >= MIN_PLAIN:
            for around in islice(block.iterancestors(), 2):
                prose[around] = prose.get(around, 0) + length
    ranked = sorted(prose, key=lambda element: -prose[element])
    for element in ranked[:MAX_RANKED]:
        if prose[element] <= least:
            break
        linked = sum(len(joined(link)) for link in element.iter("a"))
        if prose[element] - 2 * linked > least and not html_tree.is_elsewhere(element):
            return [
                paragraph
                for is_caption, block in fragment.blocks(element)
                if not is_caption and len(paragraph := text.line(block)) >= MIN_PLAIN
            ]
    return []


def _own_length(block: lxml_html.HtmlElement) -> int:
    """The letters of a paragraph: of the whole of a ``p``, of others what stands in no block."""
    if block.tag == "p":
        return 0 if html_tree.is_hidden(block) else len(" ".join(joined(block).split()))
    own = [block.text or "", *(child.tail or "" for child in block)]
    length = sum(map(len, map(str.strip, own)))
    if length:
        length += sum(len(joined(child)) for child in block if child.tag not in _PARTS)
    return length
