"""The numbers and names of a sentence: what tells two texts of one template apart.

"Group 6-12" is not "Group 6-13", and this week's forecast is not last week's, however alike the
words around them are. Numbers are read from digits, number words and Chinese numerals. Names are
told by their capital letter, or by being written in katakana or in Latin letters among ideographs.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from ingest.core.words import fold

_NUMBER_WORDS = {
    word: str(value)
    for words in (
        "zero one two three four five six seven eight nine ten eleven twelve",
        "- first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
        "null - zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
        "zéro - deux trois quatre cinq six sept huit neuf dix onze douze",
        "cero - dos tres cuatro cinco seis siete ocho nueve diez once doce",
        "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать",
    )
    for value, word in enumerate(words.split())
    if word != "-"
}
_LETTER = "A-Za-z\u00c0-\u024f\u0370-\u052f"
# A number stands alone, after a hyphen (STS-107) or a few capitals (B1063, Q3), and may carry an
# ending (27th, 5km). Digits inside of words are misread letters ("fina1 resu1ts").
_NUMBER = re.compile(
    rf"(?<![{_LETTER}\d])(?:[A-Z]{{1,4}}(?=\d))?(\d{{1,3}}(?: \d{{3}})+(?!\d)|\d+(?:[.,:/-]\d+)*)"
    rf"(?:st|nd|rd|th|[kcm]?m|kg|[ap]m|bn|mph|er|ème)?(?![{_LETTER}\d])"
)
_IN_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[., ]\d{3})+")
# Traditional characters are folded by the time that a sentence is read here.
_HAN_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
_HAN_MYRIADS = {"万": 10**4, "亿": 10**8}
_HAN_NUMBER = re.compile(
    r"[〇零一二三四五六七八九两十百千万亿]{2,12}"
    # alone, these characters are part of many words: only with what is counted
    r"|[一二三四五六七八九两十]"
    r"(?=[号次名年月日时点人位回度期架艘颗枚岁个级天秒米吨圈台座元公厘毫周轮届胜负件本円銭°%])"
)
_BETWEEN_BLANKS = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_PARTS = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]{3,}")
_HAN = re.compile(r"[\u3400-\u9fff]")
_HAN_WORD = re.compile(r"[\u3400-\u9fff]{2,8}")
_CASED = re.compile(r"[^\W\d_]{3,}")
_ARTICLES = frozenset(
    {"the", "der", "die", "das", "les", "los", "las", "una", "une", "ein", "eine"}
)
_SAME_NAME = 75.0
"""Names of this similarity (0..100, normalised edit distance) are spellings of one."""
_INITIALS = {"y": "i", "j": "i", "w": "v", "k": "c", "q": "c", "z": "s", "ю": "и", "й": "и"}
"""Letters by which the same sound is written at the beginning of a name: Yuri, Iouri, Juri."""
_POSSESSIVE = re.compile(r"['’]s\Z")


@dataclass(frozen=True, slots=True)
class Specifics:
    """The numbers and names of one sentence, in a normal form."""

    text: str
    sequence: tuple[str, ...]
    """The numbers in the order in which they stand."""
    numbers: frozenset[str]
    """Each number, and one that is stated again as another: ``{"3", "3 (2)"}``."""
    names: frozenset[str]
    words: frozenset[str]
    """All of its words, since a name that begins a sentence is not told from another word."""


@lru_cache(maxsize=4096)
def specifics(sentence: str) -> Specifics:
    """The numbers and names of ``sentence``. Its first word is no name for its capital alone."""
    text = fold(html.unescape(sentence))  # some feeds escape twice, and "&#8217;" is no number
    words = frozenset(_POSSESSIVE.sub("", word) for word in _PARTS.findall(text.casefold()))
    sequence = tuple(value for _, value in sorted(_numbers(text)))
    numbers = frozenset(
        number if time == 1 else f"{number} ({time})"
        for number, count in Counter(sequence).items()
        for time in range(1, count + 1)
    )
    return Specifics(text, sequence, numbers, frozenset(_names(text)), words)


def without_numbers(sentence: str) -> str:
    """The sentence with every number masked: equal for two that differ in their numbers only."""
    text = _HAN_NUMBER.sub("#", _NUMBER.sub("#", fold(sentence)))
    words = ("#" if word in _NUMBER_WORDS else word for word in text.casefold().split())
    return " ".join(words)


def numbers_conflict(one: Specifics, other: Specifics) -> bool:
    """Whether each sentence states a number that the other does not."""
    return bool(one.numbers - other.numbers) and bool(other.numbers - one.numbers)


def names_conflict(one: Specifics, other: Specifics) -> bool:
    """Whether each sentence has a name that the other has in no spelling."""
    if _has_own_name(one, other) and _has_own_name(other, one):
        return True
    return _words_exchanged(one.text, other.text)


def _has_own_name(one: Specifics, other: Specifics) -> bool:
    return not all(_is_named(name, other) for name in one.names - other.names)


def _is_named(name: str, there: Specifics) -> bool:
    """Whether a sentence has the name too: in small letters, in parts, misspelt or abbreviated."""
    return there.words.issuperset(name.split("-")) or any(
        (_initial(name) == _initial(other) and fuzz.ratio(name, other) >= _SAME_NAME)
        or _is_abbreviation(name, other)
        for other in there.names
    )


def _initial(name: str) -> str:
    """The first letter: of names that rhyme, "Harlow" and "Marlow", all others may be the same."""
    return _INITIALS.get(name[0], name[0])


def _is_abbreviation(one: str, other: str) -> bool:
    """ "Feb" and "February": names have three letters at least."""
    return one.startswith(other) or other.startswith(one)


def _words_exchanged(one: str, other: str) -> bool:
    """Whether two sentences in ideographs are the same but for one word, such as a place: there a
    name is not told by its letters, only by standing where the other sentence has another."""
    if not (_HAN.search(one) and _HAN.search(other)):
        return False
    exchanged = [
        (one[op.src_start : op.src_end], other[op.dest_start : op.dest_end])
        for op in Levenshtein.opcodes(one, other)
        if op.tag == "replace"
    ]
    return 1 <= len(exchanged) <= 2 and any(
        _HAN_WORD.fullmatch(a) and _HAN_WORD.fullmatch(b) for a, b in exchanged
    )


def plain(number: str) -> str:
    """A number as no outlet's style writes it: "22,000", "22.000" and "22 000" are one."""
    if _IN_THOUSANDS.fullmatch(number):
        return re.sub("[., ]", "", number)
    *whole, decimals = re.split("[., ]", number)
    if "," in number and "." in number:
        return f"{''.join(whole)}.{decimals}"
    return number.replace(",", ".")


def _numbers(text: str) -> Iterator[tuple[int, str]]:
    """Where a number stands, and which."""
    for match in _NUMBER.finditer(text):
        yield match.start(), plain(match.group(1))
    for match in _BETWEEN_BLANKS.finditer(text.casefold()):
        value = _NUMBER_WORDS.get(match.group().strip(".,;:!?\"'()”“’‘«»"))
        if value is not None:
            yield match.start(), value
    for match in _HAN_NUMBER.finditer(text):
        yield match.start(), str(_han_number(match.group()))


def _han_number(digits: str) -> int:
    """The value of Chinese numerals, positional (二〇二五) or with units (二十五)."""
    if all(c in _HAN_DIGITS for c in digits):
        return int("".join(str(_HAN_DIGITS[c]) for c in digits))
    total = section = digit = 0
    for c in digits:
        if c in _HAN_DIGITS:
            digit = _HAN_DIGITS[c]
        elif c in _HAN_UNITS:
            section += (digit or 1) * _HAN_UNITS[c]
            digit = 0
        else:
            total += ((section + digit) or 1) * _HAN_MYRIADS[c]
            section = digit = 0
    return total + section + digit


def _names(text: str) -> set[str]:
    found = set(_KATAKANA.findall(text))
    words = [match.group() for match in _WORD.finditer(text)]
    capitalised = {
        _POSSESSIVE.sub("", word.casefold())
        for word in words[1:]
        if word[0].isupper() and _CASED.match(word)
    }
    return found | (capitalised - _ARTICLES)
