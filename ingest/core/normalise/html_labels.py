"""What a page shows around its story: the path of sections, captions, and the rights line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from lxml import etree
from lxml import html as lxml_html

from ingest.core.normalise import bylines, furniture, html_tree, text
from ingest.core.normalise.html_tree import key

MAX_BREADCRUMBS = 4
MAX_CRUMBS = 6
MAX_CRUMB = 40
"""Characters of a step; a longer one is a headline."""
MAX_CAPTIONS = 40
MAX_CAPTION = 1_000
MAX_RIGHTS = 12
"""Texts of rights that are compared."""
MIN_RIGHTS = 20
"""Characters of a text of rights that is one by itself; of a shorter one the whole block is."""
MAX_RIGHTS_LINE = 900
MAX_ABOVE = 6

_RIGHTS_WORDS = (
    "©", "(c)", "copyright", "reserved", "vorbehalten", "réservés", "reservad", "защищены", "版权",
    "著作権", "無断転載", "diritti",
)  # fmt: skip
_NO_FOOT = html_tree.NOT_SHOWN | {"title", "figcaption", "figure"}
_INLINE = frozenset({"span", "b", "strong", "a", "font", "i", "em", "small", "sup", "bdi"})
_BESIDE = re.compile(
    r"relat|promo|recommend|teaser|sidebar|most-?read|carousel-?item", re.IGNORECASE
)


def section(stated: Sequence[str], paths: Iterable[Sequence[str]], title: str | None) -> list[str]:
    """The path of sections: a breadcrumb's, unless a section is stated that is not in it."""
    for path in paths:
        steps = [text.line(step) for step in path]
        steps = [s for s in steps if 0 < len(s) <= MAX_CRUMB and key(s) != key(title or "")]
        if steps and steps[0].casefold() in bylines.HOME:
            steps = steps[1:]
        if steps and (not stated or key(stated[0]) in map(key, steps)):
            return steps[:MAX_CRUMBS]
    return list(stated)


def breadcrumbs(elements: Iterable[lxml_html.HtmlElement]) -> Iterator[list[str]]:
    """The steps of each breadcrumb that the page shows."""
    for element in islice(elements, MAX_BREADCRUMBS):
        steps = [e for e in element.iter("li") if html_tree.shown(e)] or list(element.iter("a"))
        if steps:
            yield [html_tree.shown(step).strip(" /»›>|") for step in steps[: 2 * MAX_CRUMBS]]


def captions(elements: Iterable[lxml_html.HtmlElement]) -> list[str]:
    """The texts under the pictures of the story, each once."""
    found: dict[str, None] = {}
    for element in islice(filter(_is_caption, elements), MAX_CAPTIONS):
        caption = text.line(_spaced(element))
        if (
            0 < len(caption) <= MAX_CAPTION
            and not _is_beside(element)
            and not furniture.APPEAL.search(caption.lower())
        ):
            found[caption] = None
    return list(found)


def _is_caption(element: lxml_html.HtmlElement) -> bool:
    """Whether it holds a caption itself: not a picture, nor what is around or within one."""
    if element.tag == "figcaption":
        return True
    return (
        element.tag not in {"img", "figure"}
        and not any("caption" in (child.get("class") or "") for child in element)
        and next(element.iterancestors("figcaption"), None) is None
    )


def rights(foot: Sequence[lxml_html.HtmlElement], stated: Sequence[str]) -> str | None:
    """The line that states the rights, in the page's last elements or stated; the fullest one."""
    lines: dict[str, None] = dict.fromkeys(stated)
    blocks: dict[etree._Element, str] = {}  # many texts may stand in one large block
    texts, tails = [e.text for e in foot], [e.tail for e in foot]
    places = [(n, False) for n in _with_rights(texts)] + [(n, True) for n in _with_rights(tails)]
    for n, is_tail in sorted(places):
        own = (tails if is_tail else texts)[n] or ""
        holder = foot[n].getparent() if is_tail else foot[n]
        if holder is not None and (is_tail or holder.tag not in _NO_FOOT):
            lines[_line_of(holder, own, blocks)] = None
    return bylines.rights_line(list(lines)[-MAX_RIGHTS:]) or next(iter(stated), None)


def _with_rights(texts: Sequence[str | None]) -> set[int]:
    """Which of the texts have a word of rights in them; looked for in all of them at once."""
    whole = "\0".join([own or "" for own in texts]).lower()
    found = set()
    for word in _RIGHTS_WORDS:
        at = whole.find(word)
        while at >= 0:
            found.add(whole.count("\0", 0, at))
            ends = whole.find("\0", at)
            at = whole.find(word, ends) if ends >= 0 else -1
    return found


def _line_of(element: etree._Element, own: str, blocks: dict[etree._Element, str]) -> str:
    """The line that a text stands in: its block's, if it is short or its block is."""
    enough = len(own.strip()) > MIN_RIGHTS
    while not enough and element.tag in _INLINE and (parent := element.getparent()) is not None:
        element = parent
    if element not in blocks:
        blocks[element] = html_tree.shown(element)
    return blocks[element] if len(blocks[element]) <= MAX_RIGHTS_LINE else text.line(own)


def _spaced(element: lxml_html.HtmlElement) -> str:
    """The text of a caption, with a blank where a credit follows it in an element of its own."""
    out = ""
    for piece in map(str, element.itertext()):
        if out and piece[:1].isalnum() and (out[-1] in ".!?)…”»" or _joins(out[-1], piece[0])):
            out += " "
        out += piece
    return out


def _joins(last: str, first: str) -> bool:
    return last.islower() and first.isupper()


def _is_beside(element: lxml_html.HtmlElement) -> bool:
    """Whether a caption is of a picture that leads to another story."""
    return any(
        e.tag in {"nav", "aside", "footer", "a"}
        or _BESIDE.search(f"{e.get('class')} {e.get('id')}") is not None
        for e in islice(element.iterancestors(), MAX_ABOVE)
    )
