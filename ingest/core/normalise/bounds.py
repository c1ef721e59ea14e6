"""Linear looks at a source before any tree is built of it: how deep, how many, how large.

Parsers recurse, or take quadratic time, on inputs that were made for it. These scans read a source
once, build nothing and never look back, so that what would hurt a parser does not get to one.
"""

from __future__ import annotations

import re

from ingest.model import Reason, Rejection

MAX_BYTES = 16 * 2**20
"""A document, and what a gzipped one holds."""
MAX_ENTRIES = 10_000
"""Of a feed file, an array or JSON lines."""
MAX_DEPTH = 250
"""Elements, arrays or objects inside each other. Real pages stay below 100, and libxml2 reads no
deeper than 256."""
MAX_HTML_TAGS = 200_000
MAX_XML_TAGS = 1_000_000
"""A feed holds up to ten thousand pages' worth."""
MAX_ATTRIBUTES = 5_000
"""In one tag; libxml2 compares each with all before it."""

# A tag up to its end, or to the next "<" where it has none. Possessive: nothing is looked at twice.
_TAG = re.compile(
    r"<(?:(!--|!\[CDATA\[)|(/?)([A-Za-z_][\w.:-]*+)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+))"
)
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
_RAW = {
    name: re.compile(f"</{name}", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title")
}
# Elements that are empty, or that HTML closes for the writer: they do not nest by themselves.
_FLAT_NAMES = (
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th "
    "thead tbody tfoot option optgroup rp rt colgroup html head body"
)
_FLAT = frozenset(_FLAT_NAMES.split())
_BRACKETS = re.compile(r'["\[\]{}\\]')


def check_html(source: str) -> Rejection | None:
    """Why this HTML must not be parsed, or None. Its depth shows in the parser's own log."""
    return _check_tags(source, MAX_HTML_TAGS) or (_too_wide() if _has_wide_tag(source) else None)


def check_xml(source: str) -> Rejection | None:
    """Why this XML must not be parsed, or None."""
    if (rejection := _check_tags(source, MAX_XML_TAGS)) is not None:
        return rejection
    depth, attributes = _measure(source, xml=True)
    if attributes > MAX_ATTRIBUTES:
        return _too_wide()
    return too_deep("Elements") if depth > MAX_DEPTH else None


def too_deep(what: str) -> Rejection:
    return Rejection(
        Reason.TOO_DEEP,
        f"{what} of the document stand more than {MAX_DEPTH} deep inside each other. "
        "Save the article by itself, or as plain text.",
    )


def _too_wide() -> Rejection:
    return Rejection(
        Reason.TOO_COMPLEX,
        f"One tag of the document has more than {MAX_ATTRIBUTES:,} attributes: "
        "this is not a page that a person wrote or saved.",
    )


def _check_tags(source: str, limit: int) -> Rejection | None:
    tags = source.count("<")
    if tags <= limit:
        return None
    return Rejection(
        Reason.TOO_COMPLEX,
        f"The document has {tags:,} tags, which no news page needs. Save the article by itself.",
    )


def _has_wide_tag(source: str) -> bool:
    """Whether a tag has too many attributes; looks closely only where there could be one.

    Attributes with values show by their "=". A tag with as many bare ones holds a long stretch
    without a bracket or "=" in it.
    """
    if source.count("=") > 4 * MAX_ATTRIBUTES:
        return _measure(source, xml=False)[1] > MAX_ATTRIBUTES
    before = False
    for start in range(0, len(source), MAX_ATTRIBUTES):
        stretch = source[start : start + MAX_ATTRIBUTES]
        long = "=" not in stretch and "<" not in stretch and ">" not in stretch
        if long and not before:
            tag = _TAG.match(source, max(source.rfind("<", 0, start), 0))
            if tag is not None and tag.end() > start:
                return _measure(source, xml=False)[1] > MAX_ATTRIBUTES
        before = long
    return False


def _measure(source: str, *, xml: bool) -> tuple[int, int]:
    """The greatest number of elements open at once, and of attributes in one tag.

    Stops at the first that is too large. An element that is never closed stays open.
    """
    flat: frozenset[str] = frozenset() if xml else _FLAT
    depth = deepest = widest = position = 0
    while (match := _TAG.search(source, position)) is not None:
        position = match.end()
        special, slash, name, rest = match.groups()
        if special is not None:
            end = source.find("-->" if special == "!--" else "]]>", position)
            if end < 0:
                break
            position = end
            continue
        name = name.lower()
        if len(rest) > MAX_ATTRIBUTES:
            widest = max(widest, len(_VALUE.sub(" ", rest).split(None, MAX_ATTRIBUTES + 1)))
        if name in flat:
            pass
        elif slash:
            depth = max(depth - 1, 0)
        elif not rest.endswith("/"):
            if not xml and name in _RAW:
                end_tag = _RAW[name].search(source, position)
                if end_tag is None:
                    break
                position = end_tag.end()
                continue
            depth += 1
            deepest = max(deepest, depth)
        if deepest > MAX_DEPTH or widest > MAX_ATTRIBUTES:
            break
    return deepest, widest


def json_depth(source: str) -> int:
    """The greatest number of arrays and objects open at once, up to just above the limit; where
    there are few, only a number that it is not above."""
    if (opened := source.count("[") + source.count("{")) <= MAX_DEPTH:
        return opened  # no deeper than that, however they stand
    depth = deepest = position = 0
    quoted = False
    while (match := _BRACKETS.search(source, position)) is not None:
        position = match.end()
        character = match[0]
        if character == "\\":
            position += 1  # what it escapes says nothing
        elif character == '"':
            quoted = not quoted
        elif quoted:
            continue
        elif character in "[{":
            depth += 1
            deepest = max(deepest, depth)
            if deepest > MAX_DEPTH:
                break
        else:
            depth -= 1
    return deepest
