"""The words of a text, in a form in which two ways to write the same are one.

Scripts that put no blanks between words are cut into characters, and each character weighs as much
of a word as it says. What is folded to one form: the case, full-width and half-width characters,
traditional and simplified Han characters, the digits of all scripts, and letters that Arabic and
Russian print in two ways.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence

from ingest.core.han import SIMPLIFIED, TRADITIONAL

WORD = 8
"""What a word weighs, beside the characters of scripts that put no blanks between words."""
# Weight of one character, for scripts written without blanks: what share of a word it carries.
_UNSPACED = {
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff": 5,  # ideographs
    "\u3041-\u30ff\u31f0-\u31ff": 4,  # kana
    "\u0e01-\u0eff\u1000-\u109f\u1780-\u17d3": 3,  # Thai, Lao, Burmese, Khmer
}
_ANY_UNSPACED = "".join(_UNSPACED)
_HAS_UNSPACED = re.compile(f"[{_ANY_UNSPACED}]")
_PIECES = re.compile(f"[{_ANY_UNSPACED}]|[^{_ANY_UNSPACED}]+")
_WEIGHT = [(re.compile(f"[{characters}]"), weight) for characters, weight in _UNSPACED.items()]
_ASCII_WORDS = re.compile(r"\w+", re.ASCII)
# `\w` leaves out the vowel signs and points that Indic, Arabic and Hebrew words are written with.
_WORDS = re.compile(
    r"[\w\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0971-\u0dff"
    r"\u0e01-\u0eff\u1000-\u109f\u1780-\u17d3]+"
)


# What is written in two ways and read as one: Han characters, Arabic and Russian letters, digits.
_FOLDED: dict[int, str | None] = {
    **dict(zip(map(ord, TRADITIONAL + "أإآٱЁё"), SIMPLIFIED + "ااااЕе", strict=True)),
    **dict.fromkeys((0x640, *range(0x64B, 0x653))),  # Arabic's long strokes and vowel signs
    **{
        code: str(unicodedata.decimal(chr(code)))
        for code in range(0x660, 0x1100)
        if chr(code).isdecimal()
    },
}
_HAS_FOLDED = re.compile("[Ёё\u0621-\u06ff\u0966-\u109f\u3400-\u9fff]")


def fold(text: str) -> str:
    """``text`` in NFKC, with one of each character that has another form, such as traditional Han
    characters and the digits of Arabic or Thai."""
    text = unicodedata.normalize("NFKC", text)
    return text.translate(_FOLDED) if _HAS_FOLDED.search(text) else text


def tokenise(text: str) -> list[str]:
    """The words of ``text``, folded and in small letters, and single characters of scripts that put
    no blanks between words. Punctuation is left out."""
    if "&" in text:
        text = html.unescape(text)  # some feeds escape twice
    if text.isascii():  # the same words as below, found in half the time
        return _ASCII_WORDS.findall(text.casefold())
    words = _WORDS.findall(fold(text).casefold())
    if not is_unspaced(text):
        return words
    return [piece for word in words for piece in _PIECES.findall(word)]


def is_unspaced(text: str) -> bool:
    """Whether ``text`` has characters of a script that puts no blanks between words."""
    return not text.isascii() and _HAS_UNSPACED.search(text) is not None


def measure(tokens: Sequence[str]) -> float:
    """The length of ``tokens`` in words, or what takes as much room as words."""
    text = "".join(tokens)
    if not is_unspaced(text):
        korean = 0 if text.isascii() else sum(map(_is_korean, tokens))
        return len(tokens) + korean / 2
    return sum(map(weight, tokens)) / WORD


def weight(piece: str) -> int:
    """What a token weighs: ``WORD``, or less for a single character of such a script."""
    if len(piece) == 1 and not piece.isascii():
        for characters, weight in _WEIGHT:
            if characters.match(piece):
                return weight
    return WORD


def _is_korean(token: str) -> bool:
    """A Korean word has its particles joined to it: it says as much as one and a half of others."""
    return "\uac00" <= token[0] <= "\ud7a3"
