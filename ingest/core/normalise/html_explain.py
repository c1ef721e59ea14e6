"""Each line of an HTML page: whether it was kept as the story's, and why (or why not).

The lines and their places are those of the walk that the story is chosen in (``html_blocks``); the
score is what ``line_score`` says of the line by itself, by which furniture within a story is told.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from ingest.core.normalise import html, html_blocks, html_choice, html_tree, line_score, text
from ingest.core.normalise.form import Explained, Page
from ingest.core.normalise.html_blocks import Block, Frame
from ingest.core.normalise.line_score import Scored
from ingest.core.normalise.lines import Line
from ingest.model import Article, Rejection

MAX_BLOCKS = 5_000
"""Blocks of a page that are shown: more than a person reads."""


@dataclass(frozen=True, slots=True)
class _Story:
    """What was taken of a page, to tell its lines by."""

    title: str | None
    paragraphs: Container[str]
    captions: Container[str]
    chosen: frozenset[Block]
    """The blocks of the element that holds the story; empty where trafilatura was asked."""


def explain(page: Page) -> list[Explained]:
    """The lines of a page in their order. Empty where it cannot be read as HTML."""
    tree = html_tree.parse(page.source.replace("\0", ""))
    if tree is None or isinstance(tree, Rejection):
        return []
    walked = html_blocks.walk(tree, html_tree.headline(tree))
    article = html.read(page)
    taken = article if isinstance(article, Article) else None
    story = _Story(
        title=taken.title if taken else None,
        paragraphs=frozenset(taken.paragraphs if taken else ()),
        captions=frozenset(taken.captions if taken else ()),
        chosen=frozenset(html_choice.choose(walked)),
    )
    return [
        _explained(line, block, story)
        for block in walked.blocks[:MAX_BLOCKS]
        for line in text.lines(block.text.split("\n"))
    ]


def _explained(line: str, block: Block, story: _Story) -> Explained:
    row = line_score.score(Line(line, 1), None, True, Scored)
    role, place = _place(line, block, story)
    return Explained(line, round(row.score, 2), role == "body", role, f"{place}; {row.why}")


def _place(line: str, block: Block, story: _Story) -> tuple[str, str]:
    """What became of a line, and what stands around it."""
    if line in story.paragraphs:
        if block in story.chosen:
            return "body", "in the story's element"
        return "body", "a lead of the story" if story.chosen else "chosen by trafilatura"
    if line == story.title:
        return "title", "the headline"
    if line in story.captions:
        return "caption", "names what a picture shows"
    if _is_beside(block.frame):
        return "beside", "its element is hidden, or named as none of the story"
    if block.left_out:
        return "beside", "a list of links, a teaser or comments"
    if block in story.chosen:
        return "dropped", "in the story's element, but furniture"
    if story.chosen:
        return "outside", "outside of the story's element"
    return "outside", "left out by trafilatura"


def _is_beside(frame: Frame | None) -> bool:
    while frame is not None:
        if frame.beside:
            return True
        frame = frame.parent
    return False
