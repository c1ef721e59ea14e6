"""What the words around a date in a line make of it: a dateline, a deadline, part of a sentence."""

from __future__ import annotations

import re

from ingest.core.normalise.date_forms import Found, find
from ingest.core.normalise.datewords import OTHER_LABEL, PUBLISHED_LABEL, UPDATED_LABEL, WEEKDAY

MAX_LABEL = 40
"""Characters before a date in which a word may stand that says what happened then."""

_PLACE = re.compile(
    r"(?!(?:On|In|At|By|Am|Im|Bis|Seit|Le|En|El|Since|Until|From) )"
    r"[^\W\d_a-z][^\W\d_]*(?:[ /-](?:[^\W\d_a-z][^\W\d_]*|am|an|der|de|del|la|do|upon)){0,3}"
    r"(?:, ?[^\W\d_a-z][\w.]*)?[,.]{0,2} ?\(?(?:den )?"
)
"""What a dateline has before its date: ``Frankfurt am Main (``, ``HOUSTON, Texas, ``."""
_AFTER_DATELINE = re.compile(r"(?: г(?:ода|\.))?\s?[).:–—/-]")
_GOES_ON = re.compile(
    r" (?!(?:by|at|in|von|um|uhr|im|par|à|dans|por|a|en|di|da|de|do|на|в|от|and|und|et|y|kl|klo)\b)"
    r"[^\W\d_A-ZÀ-ÞА-Я]{2,}"
)
_PARTED = re.compile(r"\s?[-–—|:/·.)„“\"«]|\s?(?:19|20)?\d")
"""What parts a date from the paragraph that it opens; or the same date again."""
_TELLS = re.compile(
    r"[，、]|,? (?!(?:by|at|von|um|uhr|par|à|por|a|di|в|and|und|et|y|kl|klo)\b)"
    r"[a-zß-ÿа-я]{2,} .{40}"
)
"""How a sentence goes on that begins with a day."""
_ON = re.compile(r"\W{0,3}(?:On|In|Am|Le|El|Em|Il|Den|Op)\s(?:[^\W\d_]{3,10},?\s)?(?:dem|den)?\s?")
_CLAUSE = re.compile(r",? ((?!à\b|um\b|at\b|a las\b|às\b|by\b|par\b|von\b|por\b)[a-zß-ÿ]{2,} .{8})")
"""How a sentence begins that tells of a day, and goes on."""
_UPDATED_BEHIND = re.compile(r"\s?に?更新(?!\s?[:：\d]|日|时|時)")
"""How a date goes on that is marked behind: "2025年3月19日 1:12更新"."""
_UNTIL = re.compile(r"\s?(?:[-–—]|bis(?: zum)?|to|until|au|al|по|до|至)\s?")
_LETTER = re.compile(r"[^\W\d_]")


def of_something_else(before: str) -> bool:
    """Whether the words right before a date say that it is no date of the page's own."""
    return OTHER_LABEL.search(before[-MAX_LABEL:]) is not None


def of_update(text: str, found: Found, begin: int = 0) -> bool:
    """Whether a date is labelled as that of an update, from ``begin`` on or right behind it."""
    label = UPDATED_LABEL.search(text[begin : found.start])
    return label is not None or _UPDATED_BEHIND.match(text, found.end) is not None


def is_dateline(before: str, after: str) -> bool:
    """Whether what stands around a date at the beginning of a paragraph makes it a dateline."""
    return _PLACE.fullmatch(before) is not None and _AFTER_DATELINE.match(after) is not None


def in_sentence(text: str) -> bool:
    """Whether a date belongs to a sentence that tells of that day: "The launch on May 3, 2025 was
    the third", "2025年5月3日，火箭..."."""
    found = find(text)
    if len(found) != 1:
        return False
    before = text[: found[0].start]
    if _LETTER.search(before) is None:
        return _TELLS.match(text, found[0].end) is not None
    if _ON.fullmatch(before):
        clause = _CLAUSE.match(text, found[0].end)
        return clause is not None and UPDATED_LABEL.match(clause[1]) is None
    if _GOES_ON.match(text, found[0].end) is None:
        return False
    return PUBLISHED_LABEL.search(before) is None and UPDATED_LABEL.search(before) is None


def is_parted(after: str) -> bool:
    """Whether a date at the beginning of a paragraph is set off from it."""
    return _PARTED.match(after) is not None


def is_period(text: str) -> bool:
    """Whether a line states the first and the last day of something."""
    found = find(text)
    return len(found) == 2 and _UNTIL.fullmatch(text[found[0].end : found[1].start]) is not None


def is_todays(text: str) -> bool:
    """Whether a line is a weekday and a date: above the menus that is the day of the visit."""
    return WEEKDAY.fullmatch(without_dates(text).strip(" ,.|")) is not None


def without_dates(text: str) -> str:
    """A line without the dates in it; nothing where there are none."""
    rest, last = "", 0
    stated = find(text)
    for found in stated:
        rest, last = rest + text[last : found.start], found.end
    return rest + text[last:] if stated else ""
