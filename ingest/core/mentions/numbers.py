"""Numbers as flights bear them: 20, XX, 二十, twentieth."""

from __future__ import annotations

import re

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_FORM = re.compile(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_PARTS = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_HAN_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
    "○": 0,
}
HAN = "〇零○一二三四五六七八九十百两"
"""The characters that Chinese numerals below a thousand are written with."""


_WORDS = {
    word: number
    for number, word in enumerate(
        (
            "One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen"
            " Fifteen Sixteen Seventeen Eighteen Nineteen Twenty"
        ).split(),
        start=1,
    )
}
WORDS = "(?:" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")\b"
"""A regular expression for the numbers that are written as English words."""


def parse(token: str) -> int | None:
    """The value of an arabic, Roman (capitals), Chinese or English number to 999, else None."""
    if token in _WORDS:
        return _WORDS[token]
    if token.isascii():
        if token.isdigit():
            return int(token) if len(token) <= 3 else None
        return _parse_roman(token)
    return _parse_han(token)


def _parse_roman(token: str) -> int | None:
    if not token or _ROMAN_FORM.fullmatch(token) is None:
        return None
    values = [_ROMAN[char] for char in token]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )


def _parse_han(token: str) -> int | None:
    if any(char not in HAN for char in token) or len(token) > 7:
        return None
    if "十" not in token and "百" not in token:
        return int("".join(str(_HAN_DIGITS[char]) for char in token)) if len(token) <= 3 else None
    hundreds, _, rest = token.rpartition("百")
    tens, _, ones = rest.rpartition("十")
    if any(char in "十百" for char in hundreds + tens + ones):
        return None
    parts = [(hundreds, 100, "百" in token), (tens, 10, "十" in rest), (ones, 1, bool(ones))]
    total = 0
    for digits, unit, present in parts:
        digits = digits.lstrip("零〇○")
        if len(digits) > 1:
            return None
        if present:
            total += unit * (_HAN_DIGITS[digits] if digits else int(unit > 1))
    return total


def to_roman(number: int) -> str:
    """1..399 in capitals."""
    out = []
    for value, letters in _ROMAN_PARTS:
        count, number = divmod(number, value)
        out.append(letters * count)
    return "".join(out)
