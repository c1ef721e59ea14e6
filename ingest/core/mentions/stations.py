""" "The space station": which one a text means when it does not say its name."""

from __future__ import annotations

from ingest.core.mentions.evidence import Evidence
from ingest.core.mentions.fold import Folded
from ingest.core.mentions.found import Found
from ingest.core.mentions.matcher import Cue, Matcher
from ingest.model import Article, EntryId

_CHINESE = "tiangong"
_INTERNATIONAL = "iss"
_PERMANENT_SINCE = 2001
_OTHERS = frozenset(
    ["mir", "skylab", "tiangong-1", "tiangong-2", *(f"salyut-{n}" for n in range(1, 8))]
)


def find(
    matcher: Matcher, article: Article, folded: Folded, evidence: Evidence, named: list[Found]
) -> list[Found]:
    """Mentions of a station in other words than its name: "China's space station", 空间站."""
    if _INTERNATIONAL not in matcher.catalogue.missions:
        return []
    found = []
    if _CHINESE in matcher.catalogue.missions:
        found = [
            _found(matcher, folded, begin, stop, _CHINESE, 0.95, "the space station of China")
            for begin, stop in _spans(evidence, Cue.CHINESE_STATION)
        ]
    meant = _meant(article, [*named, *found])
    if meant is None or meant not in matcher.catalogue.missions:
        return found
    reason = "the space station that the rest of the text is about"
    return found + [
        _found(matcher, folded, begin, stop, meant, 0.6, reason)
        for begin, stop in _spans(evidence, Cue.GENERIC_STATION)
    ]


def _spans(evidence: Evidence, cue: Cue) -> zip[tuple[int, int]]:
    return zip(evidence.starts[cue], evidence.ends[cue], strict=True)


def _meant(article: Article, named: list[Found]) -> EntryId | None:
    """The station that is named, else the one that the text's language and date make likely."""
    stations = [item.entry for item in named if item.kind == "station" and item.confidence >= 0.5]
    if _CHINESE in stations and _INTERNATIONAL in stations:
        return max((_INTERNATIONAL, _CHINESE), key=stations.count)
    for station in (_CHINESE, _INTERNATIONAL):
        if station in stations:
            return station
    if any(station in _OTHERS for station in stations):
        return None
    if any(item.entry.startswith("shenzhou") for item in named) or article.language == "zh":
        return _CHINESE
    published = article.published.value if article.published else None
    if published is not None and published.year < _PERMANENT_SINCE:
        return None
    return _INTERNATIONAL


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
