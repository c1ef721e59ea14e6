"""Numbered flights: a series' name and a number, in whatever way the number is written.

This is what finds a flight that is newer than the catalogue. The number is read from the original
text right behind the series' name ("Shenzhou-20", "Shenzhou XX", 神舟二十号), with the ranges and
lists that share the name ("Expeditions 69-70", "Shenzhou-6 and -15"). What looks like a number but
is none (a version, a year, a distance, a rocket's type) is refused here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.core.mentions import counts, numbers
from ingest.core.mentions.fold import Folded
from ingest.core.mentions.ordinary import NEEDS_COUNTER, NEEDS_HYPHEN
from ingest.core.mentions.series import BEYOND, Numbered
from ingest.core.mentions.series import DASH as _DASH
from ingest.model import EntryId

_HAN = numbers.HAN
_NUMBER = re.compile(
    rf"(?P<plural>s|es|en)?[ \u00a0\u3000]?[\"'”’»」』)]?[ \u00a0]?(?P<dash>[{_DASH}])?[ \u00a0]?"
    r"[«\"“「]?(?:№ ?|No\. ?)?"
    rf"(?P<digits>\d{{1,3}}(?!\d)|[IVXLC]{{1,7}}(?![A-Za-z])|[{_HAN}]{{1,5}}"
    rf"|{numbers.WORDS})(?P<suffix>[A-Za-zА-Яа-яё]*)(?P<counter>[ ]?[号號次])?"
)
_REFUSED_AFTER = re.compile(
    rf"[.,]\d|[{_DASH}/]?\d?[.]\d|%|[ \u00a0](?:million|billion|per ?cent|km|years? (?:ago|later)"
    rf"|o'clock|[ap]\.m\b|pm\b|am(?=[ \u00a0](?:E[DS]?T|GMT|UTC|on|and|to)\b|[.,;)]))"
    rf"|[{_DASH}]\d[abABаб]\b|[{_DASH}]?[A-L]\b"
)
_PLURAL_BEFORE = re.compile(
    r"(?:missions?|misiones|missionen|flights?|vols|vuelos|flüge|crews|ships|spacecraft|expeditions"
    r"|expediciones|expeditionen|корабл(?:и|ей|ях|ям|ями)|миссий|миссии|миссиях|экспедици(?:и|й|ях)"
    r"|las|los|les|twin|both|beiden"
    r"|полет(?:ы|ов|ах)|полёт(?:ы|ов|ах)|аппарат(?:ы|ов|ах)|станци(?:и|й|ях))"
    r"[ ](?:SpaceX |NASA |NASA's |of |der |de )?[«\"“]?$",
    re.IGNORECASE,
)
_LIST = re.compile(
    rf"(?:(?P<range>[ ]?[{_DASH}~][ ]?|[ ](?:to|through|bis|à|a|al|по)[ ]|[至到]|から|～)"
    r"|(?P<comma>,[ ](?!and|or|y|et|и))"
    r"|,?[ ](?:and|&|und|sowie|et|y|e|и|or|oder|ou|o|или)[ ]|[ ]?[、和及与と][ ]?|[ ]?/[ ]?)"
    rf"(?P<dash>[{_DASH}])?(?P<digits>\d{{1,3}}(?!\d)|[IVXLC]{{1,7}}(?![A-Za-z])|[{_HAN}]{{1,5}})"
    r"(?P<suffix>[A-Za-zА-Яа-яё]*)(?P<counter>[ ]?[号號次])?"
)
_AFTER_LIST = re.compile(
    r"\s*(?:[.,;:!?)»”\"。，、]|$|\n|(?:mission|flight|crew|expedition|astronaut|cosmonaut|spacecraft"
    r"|missions|capsule|миссии|полет|экипаж|и |and |und |et |y |on |aboard|in |for |were|are|to )"
    r"|[\u3040-\u9fff])"
)


_CREW_BEFORE = re.compile(
    r"\b(?:crew|equipage|besatzung|tripulacion|экипаж[а-я]{0,2})"
    r"(?: of| du| de| de la| der| корабля)? \"?$"
)
_OPENING = frozenset('“"「『‘')
_CLOSING = frozenset('”"」』’')
_IN_WORDS = frozenset(["expedition", "apollo", "gemini", "skylab", "shenzhou"])
"""Series whose numbers may be words: Expedition One; but Mars One is a company."""


@dataclass(frozen=True, slots=True)
class Flight:
    """A numbered flight in a text; ``start`` and ``end`` index the original."""

    start: int
    end: int
    series: str
    number: int
    entry: EntryId
    name: str
    known: bool
    stem: str
    shared: bool = False
    """Whether the span is a further number of a list or range."""
    goes_on: bool = False
    """Whether the number is part of a longer one, so that no flight is named."""


def goes_on(text: str, end: int) -> bool:
    """Whether the number that ends at ``end`` is part of a longer one: Soyuz-2|.1a, Gemini 2|.5."""
    return _REFUSED_AFTER.match(text[end : end + 16]) is not None


def find(
    text: str,
    folded: Folded,
    stems: list[tuple[int, int, tuple[str, ...]]],
    numbered: dict[str, Numbered],
) -> Iterator[Flight]:
    """The numbered flights that ``text`` names behind the given stems (spans of ``folded``)."""
    done = -1
    for start, end, ids in sorted(stems, key=lambda item: (item[0], -item[1])):
        if start == done:
            continue  # "Progress M1-5" is no Progress M-1
        begin, after = folded.original(start, end)
        stem = folded.text[start:end]
        match = _NUMBER.match(text, after)
        if match is None or _refused(text, match, stem, begin):
            continue
        if counts.of_a_crew(text, match["digits"], match.end()):
            match = _NUMBER.match(text, after, match.end() - 1) or match
        if counts.counted(text, begin, match.end(), stem):
            continue
        longer = goes_on(text, match.end())
        choice = _series(ids, match["suffix"], numbered)
        if choice is not None and stem in choice.short and stem not in choice.stems:
            choice = _named_before(ids, match["suffix"], numbered, folded, start) or _of_a_crew(
                ids, match["suffix"], numbered, folded, start
            )
            stem = min(choice.stems) if choice is not None else stem
        number = numbers.parse(match["digits"])
        if choice is None or number is None or not _fits(choice, number, match["digits"], match):
            continue
        if stem in NEEDS_COUNTER and not (match["counter"] or _quoted(text, begin, match.end())):
            continue
        if stem in NEEDS_HYPHEN and not match["dash"] and not text[begin].isupper():
            continue
        done = start
        if longer:
            flight = flight_of(choice, number, begin, match.end(), stem, False)
            yield replace(flight, goes_on=True)
            continue
        yield from _with_list(text, begin, match, choice, number, stem)


def _quoted(text: str, begin: int, end: int) -> bool:
    """Whether a name and its number stand in quotes of their own: “月球-25”."""
    return text[max(begin - 1, 0)] in _OPENING and text[end : end + 1] in _CLOSING


def _refused(text: str, match: re.Match[str], stem: str, begin: int) -> bool:
    suffix = match["suffix"]
    if suffix and suffix not in ("M", "m", "М", "м"):
        return True
    # a short stem is an acronym: only as one word with its number, in capitals
    if len(stem) <= 3 and stem.isascii():
        head = text[begin : begin + len(stem)]
        return head[0].islower() or (len(stem) <= 2 and not match["dash"])
    # expéditions 71 et 72: no proper noun in French and Spanish
    return stem[0].isascii() and text[begin].islower() and not stem.startswith("expedi")


def _series(ids: tuple[str, ...], suffix: str, numbered: dict[str, Numbered]) -> Numbered | None:
    wanted = "m" if suffix else ""
    for series_id in ids:
        if numbered[series_id].suffix == wanted:
            return numbered[series_id]
    return None


def _named_before(
    ids: tuple[str, ...], suffix: str, numbered: dict[str, Numbered], folded: Folded, start: int
) -> Numbered | None:
    """The series of a short stem ("MS-10"): the one whose ships the text has spoken of last."""
    wanted = "m" if suffix else ""
    places = [
        (max((folded.text.rfind(head, 0, start) for head in numbered[one].heads), default=-1), one)
        for one in ids
        if numbered[one].suffix == wanted
    ]
    place, last = max(places, default=(-1, ""))
    return numbered[last] if place >= 0 else None


def _of_a_crew(
    ids: tuple[str, ...], suffix: str, numbered: dict[str, Numbered], folded: Folded, start: int
) -> Numbered | None:
    """The series of a short stem behind a word for a crew, as only one of them has crews."""
    if not _CREW_BEFORE.search(folded.text, max(0, start - 24), start):
        return None
    wanted = "m" if suffix else ""
    crewed = [numbered[one] for one in ids if numbered[one].kind == "crewed"]
    fitting = [one for one in crewed if one.suffix == wanted]
    return fitting[0] if len(fitting) == 1 else None


def _fits(choice: Numbered, number: int, digits: str, match: re.Match[str]) -> bool:
    if digits[0].isascii() and digits[1:2].islower():
        return choice.id in _IN_WORDS
    if digits[0] in "IVXLC" and (not choice.roman or digits in ("C", "L")):
        return False
    if digits[0] in "IVXLC" and match["counter"]:
        return False
    return 0 < number <= choice.highest + BEYOND


def flight_of(
    choice: Numbered, number: int, start: int, end: int, stem: str, shared: bool
) -> Flight:
    """Flight ``number`` of a series, standing at a span of the original."""
    entry, name, known = choice.entry(number)
    return Flight(start, end, choice.id, number, entry, name, known, stem, shared)


def _with_list(
    text: str, begin: int, match: re.Match[str], choice: Numbered, number: int, stem: str
) -> Iterator[Flight]:
    """The flight, and those of the list behind it; a range ("69-70") names its two ends."""
    shared: list[Flight] = []
    end = match.end()
    last = number
    plural = match["plural"] is not None
    for _ in range(12):
        more = _LIST.match(text, end)
        if more is None:
            break
        if not (plural or shared):
            plural = _PLURAL_BEFORE.search(text, max(0, begin - 24), begin) is not None
        following = numbers.parse(more["digits"])
        if following is None or not _fits(choice, following, more["digits"], more):
            break
        if not _continues(text, more, choice, last, following, plural):
            break
        span = (begin if more["range"] else more.start("digits")), more.end()
        plural = plural or more["comma"] is not None
        shared.append(flight_of(choice, following, *span, stem, True))
        last, end = following, more.end()
    first_end = end if shared and shared[0].start == begin else match.end()
    yield flight_of(choice, number, begin, first_end, stem, False)
    yield from shared


def _continues(
    text: str, more: re.Match[str], choice: Numbered, last: int, following: int, plural: bool
) -> bool:
    """Whether a number behind "and", a comma or a dash is another flight of the series."""
    if more["suffix"] and more["suffix"] not in ("M", "М"):
        return False
    if goes_on(text, more.end()):
        return False
    if following > choice.highest + 20 or (choice.suffix and not more["suffix"]):
        return False
    if more["range"]:
        return last < following <= last + 12
    if more["dash"] or more["counter"] or more["suffix"]:
        return True
    if "/" in more[0] and following == last + 1:
        return True  # МКС 68/69
    if more["comma"]:
        later = _LIST.match(text, more.end())
        return later is not None and (plural or following > last)
    return plural or (following > last and _AFTER_LIST.match(text, more.end()) is not None)
