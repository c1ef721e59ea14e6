"""Who is meant by a title and a surname, without the full name anywhere: космонавт Кононенко.

The title must stand right beside: "astronaut Gerst", 宇航员威尔莫尔, 若田飛行士. The surname is
looked up among all people of the catalogue, and as it sounds where a language writes it by ear; one
bearer of it must stand out (see ``namesakes``), or nobody is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.core.mentions import sounds, spellings
from ingest.core.mentions.evidence import Evidence
from ingest.core.mentions.fold import Folded
from ingest.core.mentions.found import Found
from ingest.core.mentions.matcher import Cue, Matcher
from ingest.core.mentions.namesakes import Setting
from ingest.model import EntryId

_AFTER_TITLE = re.compile(
    r"[^\W\d_]{0,6}[ ](?:(?:NASA|ESA|Esa|Nasa|JAXA|Roskosmos|Роскосмоса|НАСА|Dr\.|Col\.) )?"
    r"(?P<name>[A-ZÀ-ÞА-ЯЁ][^\W\d_]{2,24}(?:[-'’][A-ZÀ-ÞА-ЯЁ]?[^\W\d_]{1,20}){0,2})"
    r"(?![ -][A-ZÀ-ÞА-ЯЁ][a-zß-ÿа-яё]|['’]?\w|[-]\d| \d)"
)
"""The rest of the title, then one name that no other name follows."""
_NEXT_NAME = re.compile(
    r"(?:, | and | et | y | e | und | и |, and )(?:[a-zà-ÿа-яё]{4,14} ){0,2}"
    r"(?P<name>[A-ZÀ-ÞА-ЯЁ][^\W\d_]{2,24}(?:-[A-ZÀ-ÞА-ЯЁ][^\W\d_]{1,20})?)"
    r"(?![ -][A-ZÀ-ÞА-ЯЁ][a-zß-ÿа-яё]|['’]?\w|[-]\d| \d)"
)
_HAN_AFTER_TITLE = re.compile(f"(?:[、和与及]|以及)?(?P<name>[{sounds.HAN}]{{2,9}})(?![·・])")
_KANA_BEFORE_TITLE = re.compile(r"(?<![ァ-ヺー・=＝·])(?P<name>[ァ-ヺー]{3,14})(?:宇宙|·)?$")
_KANJI_BEFORE_TITLE = re.compile(r"(?<![\u4e00-\u9fff々])(?P<name>[\u4e00-\u9fff]{2})(?:宇宙)?$")
_NAME_AFTER_TITLE = re.compile(
    r"[のは、]?(?P<name>[\u4e00-\u9fff]{2}|[ァ-ヺー]{3,14})(?=さん|氏|、|は|が|の)"
)
_KANA_TITLES = ("飛行士", "飞行士", "船長", "船长")
_HAN_TITLES = ("宇航员", "航天员", "太空人")
_MOST_IN_LIST = 6
_HEARD = 3
"""Consonants that a surname must have before it is compared by ear."""
_SLAVIC = re.compile("(?:[оеё]в|[иы]н|ск)(?:а|у|ой|ым|е|ий|ого|ому|им|ом|ая|ую)?$")
"""Russian spells its own surnames in one way: what ends so is no Chilton by ear (Колодин)."""


def find(
    matcher: Matcher,
    text: str,
    folded: Folded,
    evidence: Evidence,
    setting: Setting,
    taken: list[Found],
) -> list[Found]:
    """People whom a title and a surname name, outside of what is ``taken``.

    Where nobody stands out among several of a surname, all of them, with no belief in any.
    """
    out: list[Found] = []
    there = {item.entry for item in taken if item.kind == "person"}
    occupied = [(item.begin, item.stop) for item in taken]
    for begin, stop in sorted(set(_surnames(matcher, text, folded, evidence))):
        if any(first < stop and begin < last for first, last in occupied):
            continue
        start, end = folded.original(begin, stop)
        bearers, exact = _bearers(matcher, folded.text[begin:stop])
        if not exact and text[start:end].isupper():
            continue  # летчик-космонавт СССР
        if not bearers or not there.isdisjoint(bearers):
            continue  # somebody of that name is named in full: found as such
        chosen = setting.likeliest(bearers)
        if chosen is None and exact and len(bearers) == 1:
            chosen = bearers[0], "the only one of that surname"
        occupied.append((begin, stop))
        for bearer in [chosen[0]] if chosen else bearers:
            belief = 0.0 if chosen is None else 0.7 if exact else 0.6
            reason = f"a title and the surname; {chosen[1] if chosen else 'nobody stands out'}"
            name = matcher.catalogue.people[bearer].name
            out.append(Found(start, end, begin, stop, bearer, "person", name, belief, reason))
    return out


def _bearers(matcher: Matcher, surname: str) -> tuple[tuple[EntryId, ...], bool]:
    """Who may bear a folded surname, and whether it is spelt as the catalogue has it."""
    listed = matcher.bearers.get(surname, ())
    if listed or (surname.isascii() and len(surname) < 5):
        return listed, True
    listed_rendering = surname in matcher.spellings.rendered_family
    weight = max(map(len, sounds.readings(surname)), default=0)
    if surname.isascii() or weight < (2 if listed_rendering else _HEARD):
        return (), False
    heard = matcher.spellings.by_surname(surname)
    if _SLAVIC.search(surname):
        heard = tuple(one for one in heard if one in matcher.spellings.slavic)
    return heard, listed_rendering


def _surnames(
    matcher: Matcher, text: str, folded: Folded, evidence: Evidence
) -> Iterator[tuple[int, int]]:
    """Folded spans of single names beside a title."""
    copy = folded.text
    for begin, stop in zip(
        evidence.starts[Cue.ASTRONAUT], evidence.ends[Cue.ASTRONAUT], strict=True
    ):
        if copy[begin] < "\u2e80":
            yield from _after(text, folded, stop)
        else:
            title = copy[begin:stop]
            if title.endswith(_KANA_TITLES):
                yield from _before(copy, begin)
                after = _NAME_AFTER_TITLE.match(copy, stop)
                if after is not None:
                    yield after.span("name")
            if title in _HAN_TITLES:
                yield from _han_after(matcher, copy, stop)


def _after(text: str, folded: Folded, stop: int) -> Iterator[tuple[int, int]]:
    place = folded.original(stop - 1, stop)[1]
    match = _AFTER_TITLE.match(text, place)
    for _ in range(_MOST_IN_LIST):
        if match is None:
            return
        yield folded.folded(*match.span("name"))
        match = _NEXT_NAME.match(text, match.end())


def _before(copy: str, begin: int) -> Iterator[tuple[int, int]]:
    room = max(0, begin - 16)
    for pattern in (_KANA_BEFORE_TITLE, _KANJI_BEFORE_TITLE):
        match = pattern.search(copy[room:begin])
        if match is not None:
            yield room + match.start("name"), room + match.end("name")


def _han_after(matcher: Matcher, copy: str, stop: int) -> Iterator[tuple[int, int]]:
    for _ in range(_MOST_IN_LIST):
        match = _HAN_AFTER_TITLE.match(copy, stop)
        if match is None:
            return
        begin, end = match.span("name")
        while end - begin >= 2 and not (
            (end == match.end() or copy[end] in spellings.HAN_WORDS)
            and _bearers(matcher, copy[begin:end])[0]
        ):
            end -= 1
        if end - begin < 2:
            return
        yield begin, end
        stop = end
