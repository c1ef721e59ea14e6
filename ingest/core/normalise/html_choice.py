"""Which of a page's blocks are its story, if that is clear.

The element is told by its name, the surest kind of name first, and must hold enough of what the
page has; else by how much prose stands in it. What is unclear is left to trafilatura, which looks
closer and takes longer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ingest.core.normalise import html_names
from ingest.core.normalise.html_blocks import Block, Frame, Page

MIN_STORY = 250
"""Characters of a story that is clear by itself."""
MIN_PROSE = 40
"""Characters of a block that may be a paragraph."""
MIN_PARAGRAPHS = 750
"""Characters in paragraphs from which bare text of other elements is no paragraph, ..."""
RICH = 0.3
"""Share of the fullest element's prose that an element holds in which bare text is a paragraph."""
FULLER = 1.5
"""So many times more prose elsewhere means that the choice is not clear."""
MIN_SURE = 0.7
"""Share of a page's prose that an element without a telling name holds if it is the story's."""
SHORT = 3_000
MIN_SHARE = 0.2
"""A story shorter than ``SHORT`` is clear only if it is this much of what the page shows."""
MAX_BESIDE = 6 / 7
"""Share of an element's text up to which a name says that it is not of the story."""
MIN_KEPT = 1 / 7
MAX_LINKED = 0.6
"""Share of links in bare text that is a paragraph; more lead to another story."""
MAX_ABOVE = 12
"""Labels above the headline that are looked at."""
MAX_CARDS = 60
"""Elements named ``article`` that are looked at: they may be nested."""
MAX_CARD = 0.2
"""Length of an ``article`` that leads to another one, beside that of the page's own."""


def choose(page: Page) -> list[Block]:
    """The blocks of the story in their order; empty where it is not clear which they are."""
    _leave_out_cards(page)
    _leave_out_forms(page)
    prose, whole = _prose(page)
    fullest = max(prose, key=prose.__getitem__, default=None)
    if fullest is None:
        return []
    for frame in _named_frames(page):
        story = _story_in(page, frame, prose)
        if len(story) > 1:
            return story if _is_clear(page, story, prose[fullest]) else []
    story = _story_in(page, fullest, prose)
    sure = prose[fullest] >= whole * MIN_SURE and _length(story) >= MIN_STORY
    return story if sure and len(story) > 1 else []


def _length(blocks: Iterable[Block]) -> int:
    return sum([len(block.text) for block in blocks])


def _is_clear(page: Page, story: Sequence[Block], fullest: int) -> bool:
    """Whether the story of a named element is enough of the page, beside its fullest element."""
    length = _length(story)
    return (
        length >= MIN_STORY
        and fullest <= FULLER * length
        and (length >= SHORT or length >= MIN_SHARE * _length(page.blocks))
    )


def _named_frames(page: Page) -> Iterator[Frame]:
    """The first element of each kind of name, the surest kind first."""
    for kind in html_names.KINDS:
        first = next((frame for frame in page.frames if frame.story & kind), None)
        if first is not None:
            yield first


def _story_in(page: Page, frame: Frame, prose: dict[Frame, int]) -> list[Block]:
    """The blocks of the story, if this element holds it."""
    blocks = [block for block in page.blocks[frame.start : frame.end] if not block.left_out]
    whole = _length(blocks)
    beside = _beside(page, frame, whole)
    kept = [block for block in blocks if block.frame not in beside]
    if _length(kept) <= whole * MIN_KEPT:
        kept = blocks
    story = _from_headline(_without_labels(kept, prose), page.headline)
    while story and story[-1].kind == "head":
        story.pop()
    return story


def _from_headline(story: list[Block], headline: Frame | None) -> list[Block]:
    """The blocks from the headline on, where only labels stand above it, such as dates."""
    for n, block in enumerate(story[:MAX_ABOVE]):
        if block.frame is headline:
            return story[n:]
        if len(block.text) >= MIN_PROSE * 2:
            break
    return story


def _beside(page: Page, around: Frame, whole: int) -> set[Frame]:
    """The elements within one that are beside the story, with all that they hold.

    A name is not believed of an element that holds most of the text.
    """
    found: set[Frame] = set()
    for frame in page.frames[page.frames.index(around) + 1 :]:
        if frame.start >= around.end:
            break
        if frame.parent in found:
            found.add(frame)
        elif frame.beside and frame.end > frame.start:
            held = [b for b in page.blocks[frame.start : frame.end] if not b.left_out]
            if _length(held) <= whole * MAX_BESIDE:
                found.add(frame)
    return found


def _without_labels(blocks: Sequence[Block], prose: Mapping[Frame, int]) -> list[Block]:
    """The blocks but bare text that is no paragraph: labels, counters, boxes.

    Bare text is a paragraph where it stands among much prose; where a page has few paragraphs that
    are marked as such, also where it reads like one.
    """
    in_paragraphs = sum(len(block.text) for block in blocks if block.kind == "p")
    fullest = max((prose.get(block.frame, 0) for block in blocks), default=0)

    def is_kept(block: Block) -> bool:
        if block.kind != "div":
            return True
        if block.linked > len(block.text) * MAX_LINKED:
            return False
        around = prose.get(block.frame, 0)
        if in_paragraphs >= MIN_PARAGRAPHS:
            return around >= fullest * RICH and around > len(block.text)
        if block.frame.parent is not None:
            around = max(around, prose.get(block.frame.parent, 0))
        return len(block.text) >= MIN_PROSE or around >= fullest * RICH

    return [block for block in blocks if is_kept(block)]


def _prose(page: Page) -> tuple[dict[Frame, int], int]:
    """How much prose stands in an element or one in it, and in the page: Readability's idea (Arc90,
    2009)."""
    prose: dict[Frame, int] = {}
    whole = 0
    for block in page.blocks:
        length = len(block.text)
        if length >= MIN_PROSE and block.kind != "head" and block.linked * 2 < length:
            whole += 0 if block.left_out else length
            around = block.frame.parent if block.frame.tag == "p" else block.frame
            for _ in range(2):
                if around is not None:
                    prose[around] = prose.get(around, 0) + length
                    around = around.parent
    return prose, whole


def _leave_out_cards(page: Page) -> None:
    """Leave out each ``article`` that only leads to another: its heading is a link, and it is short
    beside the one with the page's headline."""
    articles = [frame for frame in page.frames if frame.tag == "article"][:MAX_CARDS]
    if len(articles) < 2:
        return
    headlines = [frame.start for frame in page.frames if frame.tag == "h1"]
    lengths = {f: _length(page.blocks[f.start : f.end]) for f in articles}
    stories = {f for f in articles if any(f.start <= h < f.end for h in headlines)}
    least = max((lengths[story] for story in stories), default=0) * MAX_CARD
    for frame in articles:
        held = page.blocks[frame.start : frame.end]
        if frame not in stories and lengths[frame] < least and _heads_linked(held):
            for block in held:
                block.left_out = True


def _heads_linked(blocks: Sequence[Block]) -> bool:
    return any(block.kind == "head" and block.linked for block in blocks)


def _leave_out_forms(page: Page) -> None:
    """Leave out forms, but one that some systems put around the whole page."""
    forms = [frame for frame in page.frames if frame.tag == "form"]
    whole = _length(page.blocks) if forms else 0
    for form in forms:
        held = page.blocks[form.start : form.end]
        if _length(held) * 2 < whole:
            for block in held:
                block.left_out = True


def share_of_furniture(page: Page) -> float:
    """How much of a page's text stands in links, and in forms but for paragraphs: some systems put
    a form around the whole page."""
    in_forms = {
        block
        for form in page.frames
        if form.tag == "form"
        for block in page.blocks[form.start : form.end]
        if block.kind != "p"
    }
    spent = sum(len(b.text) if b in in_forms else b.linked for b in page.blocks)
    return spent / max(_length(page.blocks), 1)
