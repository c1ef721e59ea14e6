"""One walk over a page's tree: its blocks of text, and the elements that hold them.

Everything that the choice of the story asks for is gathered on the way: how much text stands in an
element, how much of that in links, and what its name says of it. So nothing is asked of the tree
twice, and the work is linear in its size. What is named as comments, and what is a list of links,
counts for no element around it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import html as lxml_html

from ingest.core.normalise import html_names, html_tree

SHORT_LINK = 10
"""Letters of a link that is an entry of a menu."""
MIN_LINK = 20
"""Letters of a link's text by which a paragraph is known to be that link."""
FARM = 0.9
"""Share of links in an element that is a list of them, however long."""
MAX_LINK = 100
"""Letters of a usual link to another story; of longer ones a list may be the story."""

NEVER = frozenset(
    "script style link meta head title iframe frame frameset template svg path source picture "
    "object embed applet audio video canvas map area menu menuitem dialog select option optgroup "
    "input button textarea label legend datalist output progress nav footer aside figure noscript "
    "noindex math marquee blink time track use rp rt param".split()
)
"""Elements that hold none of the story."""
EDGED = frozenset(
    "body div section article main header form table tbody thead tfoot tr td th ul ol li dl dt dd "
    "blockquote pre p h1 h2 h3 h4 h5 h6 center details summary hgroup address fieldset "
    "caption".split()
)
"""Elements whose text is not of one line with what stands around them."""
_KINDS = {
    **dict.fromkeys(("p", "blockquote", "pre"), "p"),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "summary"), "head"),
    **dict.fromkeys(("li", "dd", "dt"), "item"),
    **dict.fromkeys(("td", "th", "tr", "caption"), "cell"),
}
_STORY_TAGS = {"article": html_names.ARTICLE, "main": html_names.MAIN}
_PARTING = frozenset({"ul", "ol", "dl", "table", "blockquote", "pre"})
_JUDGED = frozenset({"div", "p", "ul", "ol", "dl", "table"})
_OUTSIDE = ("#", "mailto:", "tel:", "javascript:")
"""How an address begins that leads to no other page: an entry in a table of contents is one."""


@dataclass(slots=True, eq=False)
class Frame:
    """An element that holds the blocks from ``start`` up to ``end``."""

    tag: str
    kind: str
    """The kind of the blocks in it."""
    parent: Frame | None
    story: int
    """The kinds of names of a story's element that it has."""
    beside: bool
    """Whether it is named as something beside the story, or hidden."""
    start: int
    end: int = 0
    text: int = 0
    """Characters in it, but for what is left out and what is beside."""
    linked: int = 0
    """Those that stand in links."""


@dataclass(slots=True, eq=False)
class Block:
    """A run of text between the edges of elements."""

    text: str
    kind: str
    """``p``, ``head``, ``item``, ``cell``; ``div`` for bare text, ``br`` after a line break."""
    frame: Frame
    linked: int
    left_out: bool = False
    """Whether it is of the readers' comments, of a list of links, or of a teaser."""


@dataclass(slots=True, eq=False)
class Page:
    """What a page's tree holds, in its order."""

    blocks: list[Block] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    headline: Frame | None = None
    """The heading that names the story."""
    links: set[str] = field(default_factory=set)
    """The texts, as long as headlines are, of the links that lead to other pages."""
    heading: lxml_html.HtmlElement | None = None
    # Sums so far; a frame's are the difference between its end and its start.
    text: int = 0
    linked: int = 0
    counted: int = 0
    short: int = 0
    # The block that is being gathered.
    run: list[str] = field(default_factory=list)
    run_linked: int = 0
    parted: bool = False
    """Whether a line break or a list stands before it."""


def walk(tree: lxml_html.HtmlElement, heading: lxml_html.HtmlElement | None) -> Page:
    """The blocks and frames of a page, of which ``heading`` is the headline."""
    page = Page(heading=heading)
    body = next(tree.iter("body"), tree)
    _frame(page, body, "body", None, is_last=True)
    return page


def _frame(
    page: Page, element: lxml_html.HtmlElement, tag: str, parent: Frame | None, *, is_last: bool
) -> None:
    beside, never, story = _judge(element, tag)
    kind = _KINDS.get(tag) or (parent.kind if parent is not None else "div")
    frame = Frame(tag, kind, parent, story, beside, len(page.blocks))
    page.frames.append(frame)
    if element is page.heading:
        page.headline = frame
    text, linked, counted, short = page.text, page.linked, page.counted, page.short
    _children(page, element, frame)
    _flush(page, frame)
    frame.end = len(page.blocks)
    frame.text, frame.linked = page.text - text, page.linked - linked
    links, menu = page.counted - counted, page.short - short
    left_out = never or (tag in _JUDGED and _is_links(frame, links, menu, len(element), is_last))
    if left_out:
        for block in page.blocks[frame.start :]:
            block.left_out = True
    if left_out or frame.beside:
        page.text, page.linked, page.counted, page.short = text, linked, counted, short


def _judge(element: lxml_html.HtmlElement, tag: str) -> tuple[bool, bool, int]:
    """Whether an element is named as beside the story, as never of it, and the bits of its names
    as the story's own (``Named``): by its names, and by what else it says of itself."""
    attributes = dict(element.items())
    classes, identity = attributes.get("class"), attributes.get("id")
    named = html_names.NOTHING
    if classes or identity:
        named = html_names.of(tag, classes or "", identity or "")
    story = named.story | _STORY_TAGS.get(tag, 0)
    if not attributes:
        return False, False, story
    role = attributes.get("role", "")
    if attributes.get("itemprop") == "articleBody":
        story |= html_names.STATED
    if role == "article":
        story |= html_names.STORY
    beside = (
        named.beside
        or "navi" in role
        or attributes.get("aria-hidden") == "true"
        or "hidden" in attributes
        or html_tree.hides(attributes.get("style"))
    )
    return beside, named.never, story


def _children(page: Page, element: lxml_html.HtmlElement, frame: Frame) -> None:
    if element.text:
        page.run.append(element.text)
    last = len(element) - 1
    for n, child in enumerate(element):
        tag = child.tag
        if (tag == "td" or tag == "th") and not any(within.tag in EDGED for within in child):
            page.run.append(" ")
            _children(page, child, frame)
        elif tag in EDGED or (tag == "figure" and next(child.iter("table"), None) is not None):
            _flush(page, frame)
            page.parted = False
            _frame(page, child, tag, frame, is_last=n == last)
            page.parted = tag in _PARTING
        elif tag in NEVER:
            pass
        elif tag == "br" or tag == "hr":
            _flush(page, frame)
            page.parted = True
        elif tag == "a" and child.get("href") is not None:
            _link(page, child, frame)
        elif not (tag == "span" and _is_left_out(child)):
            _children(page, child, frame)
        if child.tail:
            page.run.append(child.tail)


def _is_left_out(span: lxml_html.HtmlElement) -> bool:
    """Whether words within a line are named as none of it, such as the label of a button."""
    beside, never, _ = _judge(span, "span")
    return beside or never


def _link(page: Page, element: lxml_html.HtmlElement, frame: Frame) -> None:
    first, before = len(page.blocks), len(page.run)
    _children(page, element, frame)
    own = page.run[before:] if len(page.blocks) == first else page.run
    label = " ".join("".join(own).split())
    page.run_linked += len(label)
    for block in page.blocks[first:]:
        page.linked += len(block.text) - block.linked
        block.linked = len(block.text)
        label = f"{label} {block.text}"
    if label:
        page.counted += 1
        page.short += len(label) < SHORT_LINK
        if len(label) >= MIN_LINK and not (element.get("href") or "#").startswith(_OUTSIDE):
            page.links.add(label)


def _flush(page: Page, frame: Frame) -> None:
    """End the block that is being gathered; it stands in ``frame``."""
    if not page.run:
        return
    source = "".join(page.run)
    linked = page.run_linked
    page.run.clear()
    page.run_linked = 0
    kind = "br" if page.parted and frame.kind == "div" else frame.kind
    own = source.strip() if frame.tag == "pre" else " ".join(source.split())
    if own:
        page.blocks.append(Block(own, kind, frame, linked))
        page.text += len(own)
        page.linked += linked


def _is_links(frame: Frame, links: int, menu: int, children: int, is_last: bool) -> bool:
    """Whether an element is a list of links, a menu or a teaser, by how much of it is linked.

    ``links`` stand in it, ``menu`` of them short ones. The measures are trafilatura's.
    """
    if not links:
        return False
    text, linked = frame.text, frame.linked
    if frame.tag == "table":
        return text >= 200 and linked > text * (0.8 if text < 1_000 else 0.5)
    if links == 1 and linked > MAX_LINK and linked > text * FARM:
        return True
    least = 100 if frame.tag != "p" else 30
    if text < (least * (3 if frame.tag != "p" else 2) if is_last else least):
        if linked > text * 0.8 or (links > 1 and menu > links * 0.8):
            return True
        return frame.tag == "div" and children >= 3 and text < 100
    return links > 4 and text * FARM < linked < MAX_LINK * links
