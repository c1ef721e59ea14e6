""" "The space station": which one a text means when it does not say its name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from ingest.core.mentions.evidence import Evidence
from ingest.core.mentions.fold import Folded
from ingest.core.mentions.found import Found
from ingest.core.mentions.matcher import Cue, Matcher
from ingest.model import Article, EntryId

_CHINESE = "tiangong"
_INTERNATIONAL = "iss"
_INTERNATIONAL_SINCE = 2001
_CHINESE_SINCE = 2020
_SURE_ENOUGH = 0.5
_NAMED_NEXT = re.compile(r' ?(?:[^\W\d_]+ )?"? ?')
"""What may stand between the words for a station and its name."""


def find(
    matcher: Matcher, article: Article, folded: Folded, evidence: Evidence, named: list[Found]
) -> list[Found]:
    """Mentions of a station in other words than its name: "China's space station", 空间站.

    Without an owner, the station named last before is meant; where none is, the one that the
    text's language, date and flights make likely.
    """
    known = matcher.catalogue.missions
    found = [
        _found(matcher, folded, begin, stop, _CHINESE, 0.95, "the space station of China")
        for begin, stop in _spans(evidence, Cue.CHINESE_STATION)
        if _CHINESE in known
    ]
    stations = sorted(
        (item.stop, item.entry)
        for item in (*named, *found)
        if item.kind == "station" and item.confidence >= _SURE_ENOUGH
    )
    begins = sorted(
        item.begin for item in named if item.kind == "station" and item.confidence >= _SURE_ENOUGH
    )
    otherwise = _likely(matcher, article, [entry for _, entry in stations], named)
    for begin, stop in _spans(evidence, Cue.GENERIC_STATION):
        place = bisect_right(stations, (begin, "\U0010ffff"))
        last = stations[place - 1] if place else None
        if last is not None and begin - last[0] <= 1:
            continue  # "the Mir space station": named already
        following = bisect_left(begins, stop)
        if following < len(begins) and _NAMED_NEXT.fullmatch(folded.text, stop, begins[following]):
            continue  # "la station spatiale soviétique Mir"
        meant = last[1] if last is not None else otherwise
        if meant in known:
            reason = "the space station that the text is about"
            sure = stations or named or evidence.space > 1 + 2 * evidence.elsewhere
            believed = 0.6 if sure else 0.4
            found.append(_found(matcher, folded, begin, stop, meant, believed, reason))
    return found


def _spans(evidence: Evidence, cue: Cue) -> zip[tuple[int, int]]:
    return zip(evidence.starts[cue], evidence.ends[cue], strict=True)


def _likely(
    matcher: Matcher, article: Article, stations: list[EntryId], named: list[Found]
) -> EntryId:
    """The station meant before any is named; empty where none is likely."""
    if stations:
        return stations[0]
    missions = [
        mission
        for item in named
        if item.confidence >= _SURE_ENOUGH
        and (mission := matcher.catalogue.missions.get(item.entry)) is not None
    ]
    visited = {mission.station for mission in missions} - {None}
    if len(visited) == 1:
        return next(iter(visited)) or ""
    countries = {mission.country for mission in missions}
    published = article.published.value if article.published else None
    year = published.year if published is not None else None
    if article.language == "zh" or countries == {"CN"}:
        return _CHINESE if year is None or year >= _CHINESE_SINCE else ""
    return _INTERNATIONAL if year is None or year >= _INTERNATIONAL_SINCE else ""


def _found(
    matcher: Matcher,
    folded: Folded,
    begin: int,
    stop: int,
    entry: EntryId,
    confidence: float,
    reason: str,
) -> Found:
    start, end = folded.original(begin, stop)
    name = matcher.catalogue.missions[entry].name
    return Found(start, end, begin, stop, entry, "station", name, confidence, reason)
