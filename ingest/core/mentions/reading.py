"""Read one article: find names, weigh them, resolve surnames, tie crews to missions.

    text -> folded copy -> hits (one pass) -> candidates with confidence -> the longest that hold
         -> surnames -> ties and roles -> mentions, milestones

One ``Mention`` stands for each occurrence of an entry. A person who is tied to missions stands once
for each of them at the occurrence that shows the tie: the one in whose sentence both are named, or
for what only the catalogue knows, the first time the name stands in full. Their other occurrences
stand once, without a mission.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from ingest.core import milestones, sentences
from ingest.core.mentions import (
    calibration,
    company,
    flights,
    people,
    roles,
    stations,
    surnames,
    ties,
    titled,
)
from ingest.core.mentions.evidence import Evidence, weigh
from ingest.core.mentions.fold import Folded, fold
from ingest.core.mentions.found import Found
from ingest.core.mentions.languages import Role
from ingest.core.mentions.matcher import Matcher
from ingest.core.mentions.namesakes import Setting
from ingest.model import Article, Candidate, Mention, Reading

_ABOUT_SPACE = 2
"""How many different words about space a text that names no mission must hold before unusual
spellings and bare surnames are tried."""
_BEYOND_DOUBT = 0.9
_LONGEST_TEXT = 120_000
"""Beyond this many characters a text is not read: no article is that long."""


def read(article: Article, matcher: Matcher, *, threshold: float = 0.5) -> Reading:
    """The missions, crews and milestones of an article.

    Spans index ``article.text`` in code points. ``threshold`` (0..1) is the confidence from which a
    candidate counts; those below it are kept as refused ``candidates``, with the reason.
    """
    text = article.text[:_LONGEST_TEXT]
    spans = sentences.split(text, article.language)
    least = calibration.belief(threshold)
    taken, refused, mentions = _find(article, text, spans, matcher, least)
    kept = {(item.start, item.end, item.entry) for item in taken}
    others = {(item.start, item.end, item.entry): item for item in refused}
    candidates = sorted(
        [
            *(_candidate(item, text, taken=True) for item in taken),
            *(_candidate(item, text, taken=False) for at, item in others.items() if at not in kept),
        ],
        key=lambda candidate: (candidate.start, candidate.end, candidate.id),
    )
    stated = milestones.find(article, mentions, sentences=spans)
    return Reading(mentions=mentions, milestones=tuple(stated), candidates=tuple(candidates))


def _find(
    article: Article,
    text: str,
    spans: list[tuple[int, int]],
    matcher: Matcher,
    least: float,
) -> tuple[list[Found], list[Found], tuple[Mention, ...]]:
    folded = fold(text)
    hits = matcher.scan(folded)
    title = fold(article.title or "")
    evidence = weigh(hits, matcher.scan(title), folded.text)
    year = article.published.value.year if article.published and article.published.value else None
    missions = flights.find(matcher, text, folded, hits, evidence, year)
    missions += stations.find(matcher, article, folded, evidence, missions)
    sure = {item.entry for item in missions if item.confidence >= least}
    about_space = bool(sure) or evidence.space + evidence.setting // 2 >= _ABOUT_SPACE
    setting = Setting(matcher.catalogue, sure, year, folded.text)
    persons = people.find(matcher, text, folded, hits, evidence, setting)
    company.settle_ships(matcher.catalogue, folded.text, missions, persons)
    company.bear_out(matcher.catalogue, missions, persons)
    sure |= {item.entry for item in missions if item.confidence >= least}
    if about_space:
        setting.meet(item.entry for item in persons if item.confidence >= _BEYOND_DOUBT)
        persons += people.find_spelt_otherwise(
            matcher, text, folded, hits, evidence, setting, persons
        )
    taken, refused = _choose([*missions, *persons], least)
    taken += surnames.resolve_by_crew(matcher, text, folded, hits.surnames, evidence, sure, taken)
    if about_space:
        setting.meet(item.entry for item in taken if item.kind == "person")
        for item in titled.find(matcher, text, folded, evidence, setting, taken):
            (taken if item.confidence >= least else refused).append(item)
    named = [item for item in taken if item.kind == "person"]
    if named:
        occupied = [(item.begin, item.stop) for item in taken]
        taken += surnames.resolve_by_name(
            matcher, text, folded, hits.surnames, named, occupied, article.language
        )
    taken.sort(key=lambda item: (item.start, item.end, item.entry))
    parts = _parts(matcher, folded, spans, taken, hits.roles)
    in_crew = _crews(taken, evidence, folded)
    return taken, refused, tuple(_mentions(text, spans, taken, parts, in_crew))


def _choose(found: list[Found], least: float) -> tuple[list[Found], list[Found]]:
    """The longest names that hold, without overlap; equal spans go to the most probable entry."""
    chosen: list[Found] = []
    refused: list[Found] = []
    order = sorted(
        found,
        key=lambda item: (item.begin, -item.stop, not item.known, -item.confidence, item.entry),
    )
    last: Found | None = None
    for item in order:
        if last is not None and item.begin < last.stop:
            same = item.begin == last.begin and item.stop == last.stop
            if same and item.entry == last.entry:
                continue
            if not (same and not item.full and not last.full) and not _ranged(item, last):
                item.reason = f"part of {last.name}, which is longer or more probable"
                refused.append(item)
                continue
        if item.confidence >= least:
            chosen.append(item)
        else:
            refused.append(item)
        if item.confidence > 0 and (last is None or item.stop > last.stop):
            last = item
    return chosen, refused


def _ranged(item: Found, last: Found) -> bool:
    """Whether both are flights of one range, which share their span."""
    shared = not (item.full and last.full)
    return shared and item.kind != "person" and (item.begin, item.stop) == (last.begin, last.stop)


def _parts(
    matcher: Matcher,
    folded: Folded,
    spans: list[tuple[int, int]],
    taken: list[Found],
    stated_roles: list[tuple[int, int, Role]],
) -> dict[int, list[ties.Tie]]:
    """What each person is said to be: ties (or a bare role), by ``id`` of the occurrence."""
    persons = [item for item in taken if item.kind == "person"]
    missions = [item for item in taken if item.kind == "mission"]
    beside = roles.roles_beside(folded.text, persons, stated_roles)
    out: dict[int, list[ties.Tie]] = defaultdict(list)
    for tie in ties.tie(matcher, folded.text, spans, persons, missions, beside):
        out[id(persons[tie.at])].append(tie)
    for at, role in beside.items():
        if id(persons[at]) not in out:
            out[id(persons[at])].append(ties.Tie(persons[at].entry, None, role, True, at))
    return out


def _crews(taken: list[Found], evidence: Evidence, folded: Folded) -> set[int]:
    missions = [item for item in taken if item.kind == "mission"]
    return {id(missions[index]) for index in roles.named_crews(missions, evidence, folded.text)}


def _mentions(
    text: str,
    spans: list[tuple[int, int]],
    taken: list[Found],
    parts: dict[int, list[ties.Tie]],
    in_crew: set[int],
) -> Iterable[Mention]:
    begins = [start for start, _ in spans]
    for item in taken:
        sentence = _evidence(text, spans, begins, item)
        for part in parts.get(id(item)) or (None,):
            yield Mention(
                id=item.entry,
                kind=item.kind,  # type: ignore[arg-type]
                name=item.name,
                surface=text[item.start : item.end],
                start=item.start,
                end=item.end,
                sentence=sentence,
                role=part.role if part else None,
                mission=part.mission if part else None,
                basis=("stated" if part.stated else "catalogue") if part else None,
                confidence=calibration.confidence(item.confidence),
                known=item.known,
                crew=id(item) in in_crew,
            )


def _evidence(text: str, spans: list[tuple[int, int]], begins: list[int], item: Found) -> str:
    """The sentence of a mention, or what stands around it in a long one."""
    place = max(bisect_right(begins, item.start) - 1, 0)
    start, end = spans[place] if spans else (item.start, item.end)
    sentence = text[start : max(end, item.end)]
    return sentences.excerpt(sentence, item.start - start, item.end - start).strip()


def _candidate(item: Found, text: str, *, taken: bool) -> Candidate:
    return Candidate(
        id=item.entry,
        surface=text[item.start : item.end],
        start=item.start,
        end=item.end,
        taken=taken,
        confidence=calibration.confidence(item.confidence),
        reason=item.reason,
    )
