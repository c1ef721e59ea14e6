"""The folded copy of a text in which names are matched, and the way back to the original.

Folding makes spellings equal that a reader takes for equal: case, accents, dashes and blanks,
quotes, full-width letters, traditional and simplified characters. Every character folds to exactly
one, so an offset in the folded copy is an offset in the original; only where characters must go
altogether (soft hyphens, combining accents, a second blank) is a map of offsets kept beside it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from ingest.core.han import SIMPLIFIED, TRADITIONAL

_SINGLE = {
    **dict(zip(TRADITIONAL, SIMPLIFIED, strict=True)),
    **dict.fromkeys("-‐‑‒–—―−﹣－", " "),
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009", " "),
    **dict.fromkeys("\u200a\u202f\u205f\u3000\t", " "),
    **dict.fromkeys("’‘`´ʼʻ′＇", "'"),
    **dict.fromkeys("“”„‟«»〝〞＂″", '"'),
    **dict.fromkeys("·•‧∙⋅・･", "·"),
    "ё": "е",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ı": "i",
    "æ": "e",
    "ß": "s",
    "ѐ": "е",
    "ѝ": "и",
}
_REMOVED = re.compile(
    "[\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]"
    "|(?<=[ \u00a0\t])[ \u00a0\t]"
)
_INVISIBLE = re.compile(_REMOVED.pattern.partition("|")[0])
_NOT_ASCII = re.compile(r"[^\x00-\x7f](?:[^a-z]*[^\x00-\x7f])?")
"""From a character beyond ASCII to the last one before a Latin letter: few calls for any text."""


class _Table(dict[int, str]):
    """``str.translate`` table for characters beyond ASCII, filled as they are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = _SINGLE.get(char) or _plain(char)
        self[code] = folded
        return folded


def _plain(char: str) -> str:
    """The compatibility form without accents, when that is a single character."""
    wide = unicodedata.normalize("NFKC", char)
    if len(wide) == 1:
        char = _SINGLE.get(wide, wide)
    if "\u00c0" <= char <= "\u024f" or "\u1e00" <= char <= "\u1fff":
        base = unicodedata.normalize("NFD", char)[0]
        return base.lower() if len(base.lower()) == 1 else base
    return char


_TABLE = _Table()
_HAN_STOP = re.compile(r"(?<=[\u4e00-\u9fff])\.(?=[\u4e00-\u9fff])")
"""A full stop between the parts of a transcribed name: 克里斯.哈德菲尔德."""


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` begins and ends with a blank that the original has not.

    ``offsets`` is None when place ``i`` of ``text`` is place ``i - 1`` of the original.
    """

    text: str
    offsets: tuple[int, ...] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original for a span of ``text`` that is not empty."""
        if self.offsets is None:
            return start - 1, end - 1
        return self.offsets[start], self.offsets[end - 1] + 1

    def folded(self, start: int, end: int) -> tuple[int, int]:
        """The span of ``text`` for a span of the original."""
        if self.offsets is None:
            return start + 1, end + 1
        return bisect_left(self.offsets, start, 1), bisect_left(self.offsets, end, 1)


def fold(text: str) -> Folded:
    """Fold a text of any length in linear time."""
    if not _loses_characters(text):
        return Folded(f" {_lower(text) if text.isascii() else _fold_characters(text)} ")
    kept: list[int] = []
    last = 0
    pieces: list[str] = []
    for match in _REMOVED.finditer(text):
        kept.extend(range(last, match.start()))
        pieces.append(text[last : match.start()])
        last = match.end()
    kept.extend(range(last, len(text)))
    pieces.append(text[last:])
    offsets = (0, *kept, len(text))
    return Folded(f" {_fold_characters(''.join(pieces))} ", offsets)


def _loses_characters(text: str) -> bool:
    """Whether ``_REMOVED`` stands in ``text``; what most texts have not is looked for first."""
    if "  " in text or "\t" in text or "\u00a0" in text:
        return _REMOVED.search(text) is not None
    return not text.isascii() and _INVISIBLE.search(text) is not None


@lru_cache(maxsize=1 << 16)
def fold_name(name: str) -> str:
    """Fold a name or a word in the same way, without the outer blanks."""
    return fold(name).text.strip()


def _fold_characters(text: str) -> str:
    # "İ" is the one character whose lower case is two
    lowered = _HAN_STOP.sub("·", _lower(text.replace("İ", "I")))
    return _NOT_ASCII.sub(lambda match: match.group().translate(_TABLE), lowered)


def _lower(text: str) -> str:
    """Lower case; a newline is a blank, so that names are found across one (but not across two)."""
    text = text.lower().replace("-", " ").replace("\n", " ").replace("\t", " ")
    return text.replace("\r", " ").replace("`", "'")
