"""What every form does to text before anything takes spans of it: make it harmless and tidy.

``harmless`` works on a whole source and keeps its lines; ``line`` makes one clean line of a title,
a name or a paragraph. What goes: control characters, terminal escape sequences, lone surrogates
(databases and JSON refuse them), non-characters, bidirectional controls and invisible tags (they
can make a text read other than it says), zero-width characters, and all but a few of the accents
piled on one letter. Joiners stay between letters of scripts that need them, and in emoji.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

MAX_TITLE = 500
MAX_NAME = 200
"""A title, name or section longer than this is cut: it is none."""

# Sequences that a terminal obeys (ECMA-48): "CSI ... letter" and "OSC ... bell".
_ESCAPES = re.compile(r"\x1b\[[0-?]{0,32}[ -/]{0,4}[@-~]|\x1b\][^\x07\x1b\n]{0,256}(?:\x07|\x1b\\)")
_RETURNS = re.compile(r"\r\n?")
_LINE_ENDS = re.compile(r"[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_NONCHARACTERS = "".join(
    f"{chr(p * 0x10000 + 0xFFFE)}{chr(p * 0x10000 + 0xFFFF)}" for p in range(17)
)
_DROPPED = re.compile(
    "["
    "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"  # controls but tab and line ends
    "\xad\u200b\u2060-\u2065\ufeff"  # soft hyphen and zero widths
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # bidirectional and deprecated controls
    "\ufdd0-\ufdef" + _NONCHARACTERS + "\U000e0000-\U000e007f"  # non-characters and tags
    "]+"
)
_COMPLEX = "\u0590-\U0010ffff"  # where the scripts begin that use joiners; emoji too
_JOINERS = re.compile(rf"(?<![{_COMPLEX}])[\u200c\u200d]+|[\u200c\u200d]+(?![{_COMPLEX}])")
_PILES = re.compile("([\u0300-\u036f]{4})[\u0300-\u036f]+")
_SURROGATES = re.compile("[\ud800-\udfff]")
# One look for anything of the above but piles; most text has none of it.
_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff"
    "\ufdd0-\ufdef\ufeff" + _NONCHARACTERS + "\U000e0000-\U000e007f]"
)


_BLANKS = ("\n", "\t", "\xa0", "\u3000", "\u202f", "\u2009")
"""What does not print and does no harm."""


def harmless(source: str) -> str:
    """The text with line ends as ``\\n`` and without characters that do harm unseen."""
    source = source.replace("\r\n", "\n")
    if _is_harmless(source):
        return source
    # Of what does harm, only line ends reach past a line, and most lines have none of it.
    return "\n".join(map(_made_harmless, _RETURNS.sub("\n", source).split("\n")))


def _made_harmless(source: str) -> str:
    if _is_harmless(source):
        return source
    source = _LINE_ENDS.sub("\n", source)
    source = _SURROGATES.sub("\ufffd", source)
    source = _DROPPED.sub("", _ESCAPES.sub("", source))
    return _PILES.sub(r"\1", _JOINERS.sub("", source))


def _is_harmless(source: str) -> bool:
    # Nothing that prints is suspect, nor are blanks, and asking for that takes a fraction of the
    # pattern's time.
    rest = source
    for blank in _BLANKS:
        rest = rest.replace(blank, "")
    if not rest.isprintable() and _SUSPECT.search(source) is not None:
        return False
    return not _may_pile(source) or _PILES.search(source) is None


def _may_pile(source: str) -> bool:
    """Whether there may be accents of their own: in UTF-8 all begin with one of two bytes."""
    if source.isascii():
        return False
    encoded = source.encode("utf-8", "surrogatepass")
    return b"\xcc" in encoded or b"\xcd" in encoded


def line(source: str, limit: int | None = None) -> str:
    """The text as one harmless line: white space of any kind becomes single blanks.

    With ``limit`` it has at most so many characters, cut at a blank where there is one, and ends
    in an ellipsis when cut.
    """
    if limit is not None and len(source) > 8 * limit:
        source = source[: 8 * limit]  # no need to clean a megabyte of title
    # In what prints, the only white space is the blank.
    result, prints = source, source.isprintable()
    if not prints or "  " in source or source[:1] == " " or source[-1:] == " ":
        result = " ".join(source.split())
        prints = prints or result.isprintable()
    if not (prints and (not _may_pile(result) or _PILES.search(result) is None)):
        result = " ".join(harmless(source).split())
    if limit is None or len(result) <= limit:
        return result
    head = result[: limit - 1]
    return (head.rpartition(" ")[0] or head) + "…"


def lines(sources: Iterable[str]) -> tuple[str, ...]:
    """Each text as one harmless line, without empty ones."""
    return tuple(cleaned for source in sources if (cleaned := line(source)))


def has_words(source: str) -> bool:
    """Whether there is a letter or digit in it: whether there is anything to read."""
    return any(c.isalnum() for c in source)
