"""HTML inside something else (a feed entry, the body of a JSON article) to plain paragraphs.

Nothing of the markup survives: what comes out is text, so no tag, attribute or script of a stranger
can reach a page. The whole fragment is taken as the article's own; finding an article among menus
is the work of ``html``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from ingest.core.normalise import html_tree, text
from ingest.model import Rejection

MAX_CHARACTERS = 4 * 2**20
"""Of one fragment; what comes after is not read."""
MAX_INLINE = 8_192

_TAG = re.compile(r"</?[a-z][a-z0-9]{0,15}(?:[\s/][^<>]{0,2000})?>", re.IGNORECASE)
_MARKUP = re.compile(_TAG.pattern + r"|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.IGNORECASE)
_CLOSED = re.compile(r"</([a-z][a-z0-9]{0,15})", re.IGNORECASE)
_BARE = re.compile(r"<(?=([a-z][a-z0-9]{0,15})\s?/?>)", re.IGNORECASE)
_UNCLOSED_NAMES = (
    "a abbr b big br center cite code del div em font h1 h2 h3 h4 hr i iframe img input ins kbd li "
    "p pre q s script small span strike strong style sub sup table td tr tt u ul wbr"
)
_UNCLOSED = frozenset(_UNCLOSED_NAMES.split())
"""Elements that are taken as markup though nothing closes them."""
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_BLOCK_NAMES = (
    "address article aside blockquote body br center dd details div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre section "
    "summary table tbody tfoot thead tr ul video"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_CELLS = frozenset({"td", "th"})
_NEVER_NAMES = "script style template noscript iframe head title desc select textarea button nav"
_NEVER = frozenset(_NEVER_NAMES.split())
_CAPTION_CLASS = re.compile(r"\b(?:wp-)?caption(?:-text)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fragment:
    paragraphs: tuple[str, ...]
    captions: tuple[str, ...]


def read(source: str) -> Fragment:
    """The paragraphs and captions of a piece of HTML, or of plain text.

    Markup that was escaped twice, as some feeds do, is undone once more.
    """
    source = text.harmless(source[:MAX_CHARACTERS])
    found = _read_markup(source) if _MARKUP.search(source) else Fragment(plain(source), ())
    meant = [_with_names_of_tags(p) for p in found.paragraphs]
    if any(_MARKUP.search(p) for p in meant):
        inner = [_read_markup(p) for p in meant]
        return Fragment(
            tuple(p for f in inner for p in f.paragraphs),
            found.captions + tuple(c for f in inner for c in f.captions),
        )
    return found


def inline(source: str) -> str:
    """A title or name without the markup that it may hold."""
    return text.line(" ".join(read(_with_names_of_tags(source[:MAX_INLINE])).paragraphs))


def _with_names_of_tags(source: str) -> str:
    """With tags that are only spoken of ("History of the <blink> tag") as text."""
    if "<" not in source:
        return source
    closed = {name.lower() for name in _CLOSED.findall(source)} | _UNCLOSED
    return _BARE.sub(lambda tag: tag[0] if tag[1].lower() in closed else "&lt;", source)


def plain(source: str) -> tuple[str, ...]:
    """The paragraphs of text without markup: blank lines part them, or else line ends do."""
    parts = _BLANK_LINE.split(source)
    return text.lines(parts if len(parts) > 1 else _unwrapped(text.lines(source.split("\n"))))


def _unwrapped(lines: Sequence[str]) -> Sequence[str]:
    """Lines as they are, unless sentences go on from one to the next: then they were wrapped."""
    if not any(_goes_on(one) and two[:1].islower() for one, two in pairwise(lines)):
        return lines
    joined = list(lines[:1])
    for before, line in pairwise(lines):
        if _goes_on(before):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return joined


def _goes_on(line: str) -> bool:
    return line.rstrip("\"'”’»)")[-1:] not in ".!?…:;。！？"


def _read_markup(source: str) -> Fragment:
    root = html_tree.parse(f"<div>{source}</div>")
    if root is None or isinstance(root, Rejection):
        return Fragment(plain(_TAG.sub(" ", source)), ())
    paragraphs: list[str] = []
    captions: list[str] = []
    for is_caption, block in blocks(root):
        (captions if is_caption else paragraphs).append(block)
    return Fragment(text.lines(paragraphs), text.lines(captions))


def blocks(root: etree._Element) -> Iterator[tuple[bool, str]]:
    """Each run of text between block elements, and whether it stands in a caption."""
    run: list[str] = []
    captions = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        is_block = tag in _BLOCKS
        is_caption = is_block and _is_caption(element)
        if is_block and run:
            yield captions > 0, "".join(run)
            run.clear()
        if event == "start":
            captions += is_caption
            if tag in _NEVER or html_tree.is_hidden(element):
                walk.skip_subtree()
            else:
                run.append(element.text or "")
        else:
            captions -= is_caption
            run.append((" " if tag in _CELLS else "") + (element.tail or ""))
    if run:
        yield False, "".join(run)


def _is_caption(element: etree._Element) -> bool:
    return element.tag == "figcaption" or bool(_CAPTION_CLASS.search(element.get("class") or ""))
