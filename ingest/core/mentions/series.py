"""Numbered flights: a series' name and a number, in whatever way the number is written.

This is what finds a flight that is newer than the catalogue. The number is read from the original
text right behind the series' name ("Shenzhou-20", "Shenzhou XX", 神舟二十号), with the ranges and
lists that share the name ("Expeditions 69-70", "Shenzhou-6 and -15"). What looks like a number but
is none (a version, a year, a distance, a rocket's type) is refused here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.core.mentions import forms, numbers
from ingest.core.mentions.fold import Folded, fold_name
from ingest.model import Catalogue, EntryId, Mission, Series

_SHORT_STEM = re.compile(r"\w{5,} (?:[A-Z]{2,3}|[А-Я]{2,3})")
_DASH = "-‐‑‒–—−"
_HAN = numbers.HAN
_NUMBER = re.compile(
    rf"(?P<plural>s|es|en)?[ \u00a0\u3000]?[\"'”’»」』)]?[ \u00a0]?(?P<dash>[{_DASH}])?[ \u00a0]?"
    r"[«\"“「]?(?:№ ?|No\. ?)?"
    rf"(?P<digits>\d{{1,3}}(?!\d)|[IVXLC]{{1,7}}(?![A-Za-z])|[{_HAN}]{{1,5}})"
    r"(?P<suffix>[A-Za-zА-Яа-яё]*)(?P<counter>[ ]?[号號次])?"
)
_REFUSED_AFTER = re.compile(
    rf"[.,]\d|[{_DASH}/]?\d?[.]\d|%|[ \u00a0](?:million|billion|per ?cent|km|years? (?:ago|later)"
    rf"|o'clock|[ap]\.?m\b)|[{_DASH}]\d[abABаб]\b|[{_DASH}]?[A-L]\b"
)
_LIST = re.compile(
    rf"(?:(?P<range>[ ]?[{_DASH}~][ ]?|[ ](?:to|through|bis|à|a|по)[ ])"
    r"|(?P<comma>,[ ])|[ ](?:and|&|und|et|y|и|or|oder|ou|o|или)[ ]|[ ]?[、和及与と][ ]?|[ ]?/[ ]?)"
    rf"(?P<dash>[{_DASH}])?(?P<digits>\d{{1,3}}(?!\d)|[IVXLC]{{1,7}}(?![A-Za-z])|[{_HAN}]{{1,5}})"
    r"(?P<suffix>[A-Za-zА-Яа-яё]*)(?P<counter>[ ]?[号號次])?"
)
_AFTER_LIST = re.compile(
    r"\s*(?:[.,;:!?)»”\"。，、]|$|\n|(?:mission|flight|crew|expedition|astronaut|cosmonaut|spacecraft"
    r"|missions|capsule|миссии|полет|экипаж|и |and |und |et |y |on |aboard|in |for |were|are|to )"
    r"|[\u3040-\u9fff])"
)
ORDINARY = frozenset(
    """
    mars luna viking voyager pioneer ranger surveyor phobos fobos vega helios sentinel unity
    galactic crew demo gemini geminis mariner expedition expedicion axiom landsat starliner skylab
    polaris artemis apollo apolo vostok wostok voskhod
    火星 金星 月球 水手 海盗 探测器 东方 上升 公理 太阳神 织女星 维加 哨兵 徘徊者 勘测者
    先驱者 旅行者 福波斯 陆地卫星 远征 神
    луна венера марс восток восход зонд пионер вега крю фобос экспедиция рейнджер викинг гелиос
    はやぶさ クルー ルナ マルス ベガ
    """.split()
)
"""Series named with words that stand before numbers in other texts as well."""
_FAMILIAR = frozenset(
    """
    apollo apolo artemis expedition expedicion skylab axiom
    аполлон аполлона экспедиция экспедиции артемида мкс
    """.split()
)
_NUMBER_AT_END = re.compile(rf" ?(?:\d{{1,3}}[a-z]?|[ivxl]+|[{_HAN}]+)[号]?$")
_NEEDS_COUNTER = frozenset(
    [
        "火星",
        "金星",
        "月球",
        "水手",
        "海盗",
        "探测器",
        "东方",
        "上升",
        "公理",
        "太阳神",
        "织女星",
        "维加",
    ]
)
_NEEDS_HYPHEN = frozenset(["crew", "demo"])
BEYOND = 400
"""How far above the highest known number a number may be and still be a flight's."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A series as the matcher needs it."""

    id: str
    kind: str
    stems: frozenset[str]
    short: frozenset[str]
    """Stems without their first word: the "MS" of "Soyuz MS"."""
    heads: frozenset[str]
    """The first words, one of which must stand in the text before a short stem counts."""
    suffix: str
    roman: bool
    ordinal: bool
    highest: int
    known: dict[int, EntryId]
    id_template: str
    name_template: str

    def entry(self, number: int) -> tuple[EntryId, str, bool]:
        """Id, English name and whether the catalogue knows flight ``number``."""
        known = self.known.get(number)
        if known is not None:
            return known, "", True
        roman = "{:s}" in self.name_template
        name = self.name_template.format(numbers.to_roman(number) if roman else number)
        return self.id_template.format(number), name, False


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


def compile_series(catalogue: Catalogue) -> dict[str, Numbered]:
    """What each series is called and which of its numbers are known."""
    members: dict[str, list[Mission]] = defaultdict(list)
    for mission in catalogue.missions.values():
        if mission.series is not None and isinstance(mission.number, int):
            members[mission.series].append(mission)
    return {
        entry.id: _compile(entry, sorted(members[entry.id], key=lambda m: m.number or 0))
        for entry in catalogue.series.values()
    }


def _compile(entry: Series, members: list[Mission]) -> Numbered:
    stems = {stem for listed in entry.stems.values() for stem in listed}
    suffix = ""
    for mission in members:
        for alias in (mission.name, *(a for listed in mission.aliases.values() for a in listed)):
            found = re.fullmatch(rf"(.*?)[ {_DASH}]?0*{mission.number}([MМ])", alias)
            if found is not None:
                suffix = "m"
                stems.add(found.group(1))
    english = entry.stems.get("en") or (entry.name,)
    short = {stem.split(" ")[1] for stem in stems if _SHORT_STEM.fullmatch(stem)}
    id_template, name_template = f"{entry.id}-{{:d}}", f"{english[0]} {{:d}}"
    if members:
        id_template, name_template = _templates(members, id_template, name_template)
    return Numbered(
        id=entry.id,
        kind=entry.kind,
        stems=frozenset(form for stem in stems for form in forms.mission_forms(stem)),
        short=frozenset(form for stem in short for form in forms.mission_forms(stem)),
        heads=frozenset(fold_name(stem.split(" ")[0]) for stem in stems if " " in stem),
        suffix=suffix,
        roman="roman" in entry.number_styles,
        ordinal="ordinal" in entry.number_styles and entry.id == "expedition",
        highest=max([entry.max_known_number or 0, *(m.number or 0 for m in members)]),
        known={mission.number: mission.id for mission in members if mission.number is not None},
        id_template=id_template,
        name_template=name_template,
    )


def _templates(members: list[Mission], by_id: str, by_name: str) -> tuple[str, str]:
    """How ids and names of the series are made, as its newest members show."""
    for mission in reversed(members):
        number = mission.number or 0
        found = re.fullmatch(rf"(.*\D)(0*){number}(m?)", mission.id)
        if found is None:
            continue
        padded = any(re.search(r"\D0\d", member.id) for member in members)
        by_id = f"{found.group(1)}{{:02d}}{found.group(3)}" if padded else f"{found.group(1)}{{:d}}"
        head, digits, tail = mission.name.rpartition(str(number))
        if digits:
            zero = "{:02d}" if head.endswith("0") or padded else "{:d}"
            by_name = f"{head.removesuffix('0')}{zero}{tail}"
        elif mission.name.endswith(" " + numbers.to_roman(number)):
            by_name = mission.name.removesuffix(numbers.to_roman(number)) + "{:s}"
        break
    return by_id, by_name


def goes_on(text: str, end: int) -> bool:
    """Whether the number that ends at ``end`` is part of a longer one: Soyuz-2|.1a, Gemini 2|.5."""
    return _REFUSED_AFTER.match(text[end : end + 16]) is not None


def is_ordinary(stem: str) -> bool:
    """Whether a folded series' name also stands before numbers in texts about other things."""
    return stem in ORDINARY or (
        len(stem) <= 3 and stem[0] < "\u2e80" and stem not in ("sts", "мкс")
    )


def without_number(name: str) -> str:
    """A folded flight's name without its number: what the series is called."""
    return _NUMBER_AT_END.sub("", name)


def familiarity(stem: str, *, known: bool) -> float:
    """What an ordinary series' name is believed without any evidence: more for Apollo than Mars."""
    if stem not in _FAMILIAR:
        return 0.1
    return 0.3 if "xpedi" in stem or "экспед" in stem or not known else 0.5


def find(
    text: str,
    folded: Folded,
    stems: list[tuple[int, int, tuple[str, ...]]],
    numbered: dict[str, Numbered],
) -> Iterator[Flight]:
    """The numbered flights that ``text`` names behind the given stems (spans of ``folded``)."""
    for start, end, ids in stems:
        begin, after = folded.original(start, end)
        stem = folded.text[start:end]
        match = _NUMBER.match(text, after)
        if match is None or _refused(text, match, stem, begin):
            continue
        choice = _series(ids, match["suffix"], numbered)
        if choice is not None and stem in choice.short and stem not in choice.stems:
            choice = _named_before(ids, match["suffix"], numbered, folded, start)
            stem = min(choice.stems) if choice is not None else stem
        number = numbers.parse(match["digits"])
        if choice is None or number is None or not _fits(choice, number, match["digits"], match):
            continue
        if stem in _NEEDS_COUNTER and not match["counter"]:
            continue
        if stem in _NEEDS_HYPHEN and not match["dash"] and not text[begin].isupper():
            continue
        yield from _with_list(text, begin, match, choice, number, stem)


def _refused(text: str, match: re.Match[str], stem: str, begin: int) -> bool:
    suffix = match["suffix"]
    if suffix and suffix not in ("M", "m", "М", "м"):
        return True
    if goes_on(text, match.end()):
        return True
    # a short stem is an acronym: only as one word with its number, in capitals
    if len(stem) <= 3 and stem.isascii():
        head = text[begin : begin + len(stem)]
        return head[0].islower() or (len(stem) <= 2 and not match["dash"])
    return stem[0].isascii() and text[begin].islower()


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


def _fits(choice: Numbered, number: int, digits: str, match: re.Match[str]) -> bool:
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
        following = numbers.parse(more["digits"])
        if following is None or not _fits(choice, following, more["digits"], more):
            break
        if not _continues(text, more, choice, last, following, plural):
            break
        span = (begin if more["range"] else more.start("digits")), more.end()
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
    if more["comma"]:
        later = _LIST.match(text, more.end())
        return later is not None and (plural or following > last)
    return plural or (following > last and _AFTER_LIST.match(text, more.end()) is not None)
