"""The source of a feed before a parser sees it: where it begins, whether it is whole, and mending.

What stands in feeds breaks parsers: warnings of a script before the declaration, entities that only
HTML knows, bare ampersands, references to no character, names as long as a book. All of it is done
with plain looks at the text, in linear time.
"""

from __future__ import annotations

import re
from html.entities import html5
from itertools import islice

from ingest.core.normalise import bounds, feed_entry
from ingest.model import Reason, Rejection

ROOTS = frozenset({"rss", "feed", "rdf", "channel", "entry"})

# What may stand before the root element: declarations, comments, a DOCTYPE.
_PROLOG = re.compile(
    r"\s+|<\?[^>]*>|<!--(?s:.*?)-->|<!DOCTYPE[^\[>]*(?:\[[^\]]*\]\s*)?>", re.IGNORECASE
)
_ROOT = re.compile(r"<((?:[\w.-]{1,40}:)?([A-Za-z][\w.-]{0,40}))[\s/>]")
_BEGIN = re.compile(r"<\?xml\s|<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_ENTITY = re.compile(r"<!ENTITY(?!\s+%\s+\w{1,40}\s+PUBLIC\s)")
"""Entities of its own. The published sets of HTML's, which some systems name, are known to us."""
_NO_JUNK = re.compile(r"<(?:!doctype|!entity|html|head|body|pre)\b", re.IGNORECASE)
JUNK = 16_384
"""Characters that may stand before a feed: more is a page about feeds."""
_ENTRY = re.compile(r"<(?:[\w.-]{1,40}:)?(?:item|entry)[\s/>]", re.IGNORECASE)
_ENTRY_END = re.compile(r"</(?:[\w.-]{1,40}:)?(?:item|entry)\s*>", re.IGNORECASE)
_ENCODING = re.compile(r"(<\?xml\b[^>]{0,200}?)\s+encoding\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*')")
_PART = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)"
    r"|&(?:#(?:[xX]([0-9A-Fa-f]+)|([0-9]+));?|([A-Za-z][A-Za-z0-9]{0,31});|)",
    re.DOTALL,
)
_ATOM = "http://www.w3.org/2005/Atom"
_REFERENCE = re.compile(r"&#(?:[xX]([0-9A-Fa-f]+)|([0-9]+));?")
_PERSON = re.compile(
    r"<((?:[\w.-]{1,40}:)?(?:author|creator|contributor|publisher|owner|name|email|managingeditor"
    r"|webmaster))\b[^<>]*>",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"\s*[^\s@<>()]{1,64}@[^\s@<>()]{1,200}\s*\(([^<>()]{1,200})\)\s*")
MAX_PERSON = 1_024
"""Characters of a name; feedparser takes quadratic time over longer ones."""


def root_element(source: str) -> str | None:
    """The lower-case local name of the first element, if the source begins like markup."""
    root = _root(source)
    return root[2].lower() if root else None


def _root(source: str) -> re.Match[str] | None:
    position = 0
    for _ in range(100):
        before = _PROLOG.match(source, position)
        if before is None:
            break
        position = before.end()
    return _ROOT.match(source, position)


def without_junk(source: str) -> str:
    """The source from where the feed begins, if something else that is no page stands before it."""
    source = source.lstrip()
    if root_element(source) in ROOTS:
        return source
    begin = _BEGIN.search(source, 0, JUNK)
    if begin is None or _NO_JUNK.search(source, 0, begin.start()):
        return source
    return source[begin.start() :]


def refuse(source: str) -> Rejection | None:
    """What can be told without a parser: not XML, entities, no feed."""
    if "<!ENTITY" in source and _ENTITY.search(source, 0, _first_root(source)):
        return Rejection(
            Reason.ENTITIES_FORBIDDEN,
            "The document declares XML entities of its own. They can blow up or read files, so "
            "such documents are not read. Remove the declarations (<!ENTITY ...>).",
        )
    root = root_element(source)
    if root is None:
        return Rejection(
            Reason.MALFORMED_XML,
            "The document is named or declared as XML, but does not begin with an XML element. "
            "If it is text, name it .txt.",
        )
    if root == "entry" and _ATOM not in source[:JUNK]:
        return not_a_feed(root)
    return None if root in ROOTS else not_a_feed(root)


def _first_root(source: str) -> int:
    match = re.search(r"<(?:rss|feed|rdf:rdf|channel|entry)[\s>]", source, re.IGNORECASE)
    return match.start() if match else len(source)


def not_a_feed(root: str | None) -> Rejection:
    return Rejection(
        Reason.NOT_A_FEED,
        f"The document is XML, but no feed: its root element is <{root}>. "
        "RSS, RDF and Atom are read.",
    )


def refuse_in_part(source: str) -> Rejection | None:
    """Why a file of this is not taken as it stands: too many entries, or not whole."""
    if (too_many := too_many_entries(source)) is not None:
        return too_many
    root = root_element(source)
    ends = list(re.finditer(rf"</(?:[\w.-]{{1,40}}:)?{root}\s*>", source, re.IGNORECASE))
    if ends and root not in ("channel", "entry"):
        after = root_element(source[ends[0].end() :])
        what = "another feed follows after its end" if after in ROOTS else None
    elif ends or re.search(r"/>\s*\Z", source[-100:]) or _ends_after_entries(source):
        what = None
    else:
        what = f"it has no end (</{root}>), as if it was cut off"
    if what is None:
        return None
    return Rejection(
        Reason.MALFORMED_XML,
        f"The feed is not whole: {what}. Save it again when it is complete.",
    )


def too_many_entries(source: str) -> Rejection | None:
    entries = len(_ENTRY.findall(source))
    return feed_entry.too_many(entries) if entries > bounds.MAX_ENTRIES else None


def _ends_after_entries(source: str) -> bool:
    """Whether nothing is missing but some of the end tags after the last entry."""
    end = source.rfind("</item")
    end = max(end, source.rfind("</entry"))
    tail = source[end:] if end >= 0 else ""
    return end >= 0 and _ENTRY.search(tail) is None and tail.count("</") > 1


def whole_part(source: str) -> tuple[str, tuple[str, ...]]:
    """The source with as many entries as are taken and as are whole, and what was left out."""
    entries = len(_ENTRY.findall(source))
    root = _root(source)
    if root is None or entries == 0:
        return source, ()
    notes: tuple[str, ...] = ()
    ends = [end.end() for end in islice(_ENTRY_END.finditer(source), bounds.MAX_ENTRIES)]
    if entries > bounds.MAX_ENTRIES and len(ends) == bounds.MAX_ENTRIES:
        notes = (f"only the first {bounds.MAX_ENTRIES:,} of {entries:,} entries were read",)
    elif ends and refuse_in_part(source) is not None:
        notes = ("the feed was cut off: only its whole entries were read",)
    if not notes:
        return source, ()
    kept = source[: ends[-1]]
    channel = "</channel>" if root[2].lower() == "rss" and "</channel" not in kept else ""
    return f"{kept}{channel}</{root[1]}>", notes


# ------------------------------------------------------------------ mending


def mended(source: str) -> str:
    """The source without what makes feedparser raise, guess, or take quadratic time."""
    source = _ENCODING.sub(r"\1", source[:400]) + source[400:]
    if (root := _root(source)) is not None:
        prolog, source = source[: root.start()], source[root.start() :]
        if root[2].lower() == "entry":  # an Atom document of one entry: a feed of one
            source = f'<feed xmlns="{_ATOM}">{source}</feed>'
        else:
            source = _PROLOG.sub(_without_doctype, prolog) + source
    return _tidy_names(_PART.sub(_mended_part, source))


def _without_doctype(match: re.Match[str]) -> str:
    return "" if match[0][:9].upper() == "<!DOCTYPE" else match[0]


def _mended_part(match: re.Match[str]) -> str:
    """References as XML knows them; a bare ampersand as one."""
    whole = match[0]
    if whole.startswith("<"):
        return _REFERENCE.sub(_safe_reference, whole)
    if name := match[3]:
        if name in ("amp", "lt", "gt", "quot", "apos"):
            return whole
        meant = html5.get(f"{name};")
        return "".join(f"&#{ord(c)};" for c in meant) if meant else f"&amp;{name};"
    return _safe_reference(match) if len(whole) > 1 else "&amp;"


def _safe_reference(match: re.Match[str]) -> str:
    """The reference if it means a character that XML allows, else the replacement character."""
    digits = (match[1] or match[2]).lstrip("0")
    if len(digits) > 7:
        return "\ufffd"
    number = int(digits or "0", 16 if match[1] else 10)
    if number < 0x20 and number not in (9, 10, 13):
        return ""  # as the control characters themselves
    is_character = (number < 0xD800 or 0xE000 <= number <= 0x10FFFF) and number & 0xFFFE != 0xFFFE
    return f"&#{number};" if is_character else "\ufffd"


def _tidy_names(source: str) -> str:
    """Empties the elements that name a person in more than ``MAX_PERSON`` characters, and takes
    the address off a name in RFC 822's form (``a@b.example (Name)``), which feedparser cuts."""
    kept: list[str] = []
    position = 0
    for match in _PERSON.finditer(source):
        if match[0].endswith("/>") or match.start() < position:
            continue
        end = source.find(f"</{match[1]}", match.end(), match.end() + MAX_PERSON)
        if end >= 0:
            addressed = _ADDRESSED.fullmatch(source, match.end(), end)
            name = addressed[1] if addressed else None
        else:
            end, name = source.find(f"</{match[1]}", match.end()), ""
            if end < 0:
                break
        if name is not None:
            kept += [source[position : match.end()], name]
            position = end
    return "".join([*kept, source[position:]]) if kept else source
