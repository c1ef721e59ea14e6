"""The story in a page: what trafilatura finds, its lead put back, and furniture left out.

trafilatura (fast) chooses the part of the tree. Two things it does not look at are mended here. A
standfirst often stands above the part that holds the story, beside the headline: prose between the
headline and the first paragraph is put back. And what sites drop into a story ("Read also: ...",
share rows, appeals) says what it is: such lines are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from ingest.core.normalise import fragment, furniture, text
from ingest.core.normalise.furniture import Cue
from ingest.core.normalise.html_tree import ASIDE, headline, joined, key, leaves_after

MAX_TREE = 50_000
"""Tags up to which trafilatura reads a page: its time grows faster than the page."""
MAX_BREAKS = 3_000
"""Line breaks up to which trafilatura reads a page: it takes quadratic time over them."""
MIN_PLAIN = 40
"""Characters of a paragraph, where a page is read in the plain way."""
FULLER = 1.5
"""So many times more prose in one element means that the story is that."""
MIN_LINK = 20
"""Letters of a link's text by which a paragraph is known to be that link."""
MAX_RANKED = 5
"""Elements with much prose that are looked at, before the page is taken to have no better."""
MIN_LEAD = 40
MAX_LEADS = 3

MAX_APPEAL = 250
"""Characters of an appeal or a legal line at the end; longer ones tell of cookies, not ask."""
LONG = 100
"""Characters of a text that is prose even if it does not end like a sentence."""

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
_BESIDE = ASIDE | {"noscript"}
_ELSEWHERE = re.compile(
    r"relat|promo|share|social|newsletter|cookie|consent|banner|comment|caption|credit|byline|"
    r"author|breadcrumb|menu|navi|tags|recommend|sidebar|widget|advert",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden")
_ENDS = re.compile(r"[.!?…。！？»”\"'’)]\Z")
_LEFT_OUT = frozenset({Cue.SHARE, Cue.MENU, Cue.INSERT, Cue.FOOT, Cue.COMMENTS, Cue.LEGAL})


@dataclass(frozen=True, slots=True)
class Body:
    paragraphs: tuple[str, ...]
    notes: tuple[str, ...] = ()


def find(tree: lxml_html.HtmlElement, tags: int, description: str | None = None) -> Body:
    """The paragraphs of the story. ``tags`` is how many the source has; ``description`` what the
    page says of itself in a sentence, by which a lead is known. The tree is used up."""
    etree.strip_elements(tree, *_NO_TEXT, with_tail=False)
    if tags > MAX_TREE or len(tree.findall(".//br")) > MAX_BREAKS:
        return Body(_every_paragraph(tree), ("a very large page: all its paragraphs were taken",))
    try:
        found = trafilatura.bare_extraction(tree, fast=True, include_comments=False)
    except Exception:  # a library on hostile input: its errors are of no one kind
        return Body(_every_paragraph(tree), ("read in a plain way, as the usual one failed",))
    if found is None or isinstance(found, dict):
        return Body(())
    paragraphs = list(text.lines(_blocks(found.body)))
    paragraphs = _fullest_container(tree, FULLER * sum(map(len, paragraphs))) or paragraphs
    lead = _lead(tree, paragraphs, description)
    return Body((*lead, *_without_furniture(paragraphs, _link_texts(tree))))


# --------------------------------------------------------------------------- text of the story


def _every_paragraph(tree: lxml_html.HtmlElement) -> tuple[str, ...]:
    found = (text.line(block) for is_caption, block in fragment.blocks(tree) if not is_caption)
    return tuple(_without_furniture([p for p in found if len(p) >= MIN_PLAIN], set()))


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


def _fullest_container(tree: lxml_html.HtmlElement, least: float) -> list[str]:
    """The paragraphs of the element that holds the most prose, if it is more than ``least``.

    The idea of Readability (Arc90, 2009), for pages of which trafilatura finds but a small part.
    """
    prose: dict[lxml_html.HtmlElement, int] = {}
    for paragraph in tree.iter("p"):
        length = len(" ".join(joined(paragraph).split()))
        parent = paragraph.getparent()
        if length >= MIN_PLAIN and parent is not None:
            prose[parent] = prose.get(parent, 0) + length
    ranked = sorted(prose, key=lambda element: -prose[element])
    for element in ranked[:MAX_RANKED]:
        if prose[element] <= least:
            break
        linked = sum(len(joined(link)) for link in element.iter("a"))
        if prose[element] - 2 * linked > least and not _is_elsewhere(element):
            shown = (joined(p) for p in element.iter("p") if not _is_hidden(p))
            return [paragraph for paragraph in text.lines(shown) if len(paragraph) >= MIN_PLAIN]
    return []


# --------------------------------------------------------------------------- the lead


def _lead(
    tree: lxml_html.HtmlElement, paragraphs: Sequence[str], description: str | None
) -> list[str]:
    """Prose between the headline and the first paragraph that was found."""
    heading = headline(tree)
    if heading is None or not paragraphs:
        return []
    first = key(paragraphs[0])
    known = {key(p) for p in paragraphs}
    known.add(key(text.line(joined(heading))))
    described = key(description or "")
    found: list[str] = []
    for element in leaves_after(heading):
        own = text.line(joined(element))
        if len(own) < 20:
            continue
        own_key = key(own)
        if own_key.startswith(first[:40]) or first.startswith(own_key):
            return found[-MAX_LEADS:]
        if own_key not in known and _reads_like_lead(element, own, described):
            found.append(own)
        known.add(own_key)
    return []  # the story does not follow the headline: whatever was found is not its lead


def _reads_like_lead(element: lxml_html.HtmlElement, own: str, described: str) -> bool:
    """Whether it is the sentence by which the page describes itself, or prose in its own right."""
    if described and key(own)[:60] == described[:60]:
        return True
    if len(own) < MIN_LEAD or not (_ENDS.search(own) or len(own) >= LONG):
        return False
    if (
        " | " in own
        or furniture.cue(own) is not None
        or furniture.APPEAL.search(own)
        or furniture.PHOTO.search(own)
    ):
        return False
    linked = sum(len(joined(link)) for link in element.iter("a"))
    if linked * 3 > len(own):
        return False
    return not _is_elsewhere(element)


def _is_hidden(element: lxml_html.HtmlElement) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN.search(style))


def _is_elsewhere(element: lxml_html.HtmlElement) -> bool:
    """Whether the element, or one close around it, is named as something beside the story."""
    around = [element, *islice(element.iterancestors(), 3)]
    return any(
        e.tag in _BESIDE or _is_hidden(e) or _ELSEWHERE.search(f"{e.get('class')} {e.get('id')}")
        for e in around
    )


# --------------------------------------------------------------------------- furniture


def _link_texts(tree: lxml_html.HtmlElement) -> set[str]:
    """The texts of the page's links that are as long as headlines are."""
    texts = (" ".join(joined(link).split()) for link in tree.iter("a"))
    return {each for each in texts if len(each) >= MIN_LINK}


def _without_furniture(paragraphs: Sequence[str], links: set[str]) -> list[str]:
    """The paragraphs but those that say, or show, that they are not the story's.

    A paragraph that is nothing but a link leads to another story, also after "See also:".
    """
    kept = [p for p in paragraphs if furniture.cue(p) not in _LEFT_OUT]
    unlinked = [p for p in kept if p not in links and p.partition(":")[2].strip() not in links]
    if sum(map(len, unlinked)) * 2 > sum(map(len, kept)):  # else the links are the story
        kept = unlinked
    while len(kept) > 1 and len(kept[-1]) <= MAX_APPEAL and _is_foot(kept[-1]):
        kept.pop()
    return kept or list(paragraphs)


def _is_foot(last: str) -> bool:
    """Whether a story's last paragraph is furniture: an appeal, a legal line, a bare heading."""
    return (
        last.endswith((":", "："))
        or furniture.cue(last) is not None
        or furniture.APPEAL.search(last) is not None
        or furniture.RIGHTS.search(last) is not None
    )
