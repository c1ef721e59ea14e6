"""Who is meant by a surname alone.

A surname never introduces anyone by itself: it resolves to a person whom the text names in full, or
to a crew member of a mission that the text names, when a title or a crewmate stands beside it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from ingest.core.mentions import russian
from ingest.core.mentions.evidence import Evidence
from ingest.core.mentions.fold import Folded, fold_name
from ingest.core.mentions.found import Found
from ingest.core.mentions.matcher import SHORTEST_SURNAME, Cue, Matcher
from ingest.model import EntryId, Person

Standing = dict[str, list[tuple[int, int]]]
"""Where each surname stands in the folded text (``Hits.surnames``)."""
_TITLE_BEFORE = re.compile(r"([^\W\d_][\w'’.]*)[ -]$")
_WORD_AFTER = re.compile(r"([ -]?)([^\W\d_][\w'’]*)")
_LOWER_PARTICLES = frozenset(["von", "van", "de", "der", "den", "da", "al"])
_BEFORE_SURNAME = frozenset(
    """
    astronaut astronauts cosmonaut cosmonauts taikonaut commander pilot specialist engineer captain
    colonel general dr mr mrs ms col gen capt cmdr senator said says and with for by while when as
    but after before then in to from both the of that "" astronautin astronauta comandante
    commandant astronaute cosmonaute kommandant frau herr señor where if since because although
    nasa esa how what why did does is was at on once during her his now later today
    jaxa csa isro roscosmos spacex american americans russian russians frenchman frenchwoman
    japanese canadian canadians italian italians german germans indian chinese belgian briton dane
    swede
    """.split()
)
_GERMAN_TITLE = re.compile(
    r"(?:.*(?:kommandant|astronaut|kosmonaut|fahrer|pilot|ingenieur|spezialist|kolleg|kamerad"
    r"|physiker|forscher|tourist|chef)(?:e|en|in|s|innen)?"
    r"|(?:amerikan|us amerikan|japan|kanad|italien|briten|belgi|schwed|dän|inder|russ|franz)\w*"
    r"|brite|deutsche[nr]?|landsmann|.*(?:arzt|ärztin))"
)
"""German nouns have capitals as given names do: Missionskommandant Cai, der Franzose Pesquet."""
_ARTICLE_BEFORE = re.compile(r"\b(?:[Dd](?:er|em|en|es|ie)|[Ee]in(?:er|em|en|es|e)?) (?:\w+ )?$")
"""What stands between it and a surname in German is a noun, not a given name."""
_ABBREVIATION = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_]{1,2}\.")
"""Initials, and titles as short as "Dr."; any other word with a full stop ends its sentence."""
_IN_ONE_LIST = 20
_ENOUGH = 20
"""How often a surname is looked at before it is clear that no title introduces it."""
_JAPANESE_AFTER = ("さん", "氏", "飛行士", "船長", "飞行士", "船长")


def resolve_by_name(
    matcher: Matcher,
    text: str,
    folded: Folded,
    standing: Standing,
    people: list[Found],
    taken: list[tuple[int, int]],
    language: str | None = None,
) -> list[Found]:
    """Later mentions by surname alone of the people who are named in full.

    ``taken`` are folded spans that already are names. Where two people of the text share the
    surname, the one named last before it is meant.
    """
    by_form: dict[str, set[EntryId]] = defaultdict(set)
    names: dict[EntryId, Found] = {}
    for item in people:
        if item.entry not in names:
            names[item.entry] = item
            for form in _surnames(matcher, text, item):
                by_form[form].add(item.entry)
                if language == "de" and form.isascii() and form[-1] != "s":
                    by_form[form + "s"].add(item.entry)  # Jähns Flug
    occupied = bytearray(len(folded.text))
    for begin, stop in taken:
        occupied[begin:stop] = b"\1" * (stop - begin)
    foreign = not text.isascii()
    out = []
    for form in sorted(by_form, key=len, reverse=True):
        if not foreign and not form.isascii():
            continue
        for begin, stop in _occurrences(folded.text, form, standing, matcher):
            if occupied[begin] or occupied[stop - 1]:
                continue
            start, end = folded.original(begin, stop)
            if not _stands_alone(text, start, end, form, german=language == "de"):
                continue
            who = _last_named(people, by_form[form], start)
            if who is None:
                continue
            occupied[begin:stop] = b"\1" * (stop - begin)
            out.append(
                Found(
                    start=start,
                    end=end,
                    begin=begin,
                    stop=stop,
                    entry=who.entry,
                    kind="person",
                    name=who.name,
                    confidence=round(who.confidence * 0.95, 3),
                    reason="the surname of one whom the text names in full",
                    full=False,
                )
            )
    return out


def resolve_by_crew(
    matcher: Matcher,
    text: str,
    folded: Folded,
    standing: Standing,
    evidence: Evidence,
    missions: set[EntryId],
    taken: list[Found],
) -> list[Found]:
    """Crew members of the missions named, whom the text calls by title and surname only.

    "Astronauts Wilmore and Williams" names two of the crew where their mission is named, too; so
    does a list of crewmates without a title ("Grissom, White and Chaffee").
    """
    occupied = [(item.begin, item.stop) for item in taken]
    there = {item.entry for item in taken}
    out: list[Found] = []
    for mission_id in sorted(missions):
        mission = matcher.catalogue.missions.get(mission_id)
        absent = [
            matcher.catalogue.people[member.person]
            for member in (mission.crew if mission is not None else ())
            if member.person not in there
        ]
        found = [
            item
            for person in absent
            for item in _surnames_of_crew(
                matcher, person, text, folded, standing, evidence, occupied
            )
        ]
        for item in found:
            if item.entry not in there and (item.full or _with_crewmate(item, found)):
                item.full = True
                there.add(item.entry)
                occupied.append((item.begin, item.stop))
                out.append(item)
    return out


def _with_crewmate(item: Found, found: list[Found]) -> bool:
    """Whether another of the crew stands beside in a list: "Grissom, White and Chaffee"."""
    return any(
        other.entry != item.entry
        and (
            0 < other.begin - item.stop <= _IN_ONE_LIST
            or 0 < item.begin - other.stop <= _IN_ONE_LIST
        )
        for other in found
    )


def _surnames_of_crew(
    matcher: Matcher,
    person: Person,
    text: str,
    folded: Folded,
    standing: Standing,
    evidence: Evidence,
    occupied: list[tuple[int, int]],
) -> Iterator[Found]:
    """Where the surname stands; ``full`` marks those that a title introduces."""
    seen = 0
    for form in matcher.surnames[person.id] & standing.keys():
        if len(form) < 4:
            continue
        for begin, stop in standing[form]:
            start, end = folded.original(begin, stop)
            if any(a < stop and begin < b for a, b in occupied) or text[start].islower():
                continue
            if _stands_alone(text, start, end, form):
                seen += 1
                if seen > _ENOUGH:
                    return
                yield Found(
                    start=start,
                    end=end,
                    begin=begin,
                    stop=stop,
                    entry=person.id,
                    kind="person",
                    name=person.name,
                    confidence=0.6,
                    reason="surname of a crew member of a mission that is named",
                    full=evidence.near(Cue.ASTRONAUT, begin - 1, begin, 16),
                )


def _surnames(matcher: Matcher, text: str, item: Found) -> Iterable[str]:
    person = matcher.catalogue.people[item.entry]
    surface = text[item.start : item.end]
    if surface.isascii() or surface[0] < "\u2e80":
        yield from matcher.surnames[person.id]
        yield from _as_spelt(fold_name(surface).rpartition(" ")[2])
    elif person.nationality == "JP" and "·" not in surface and "・" not in surface:
        # kanji names are two characters and two, mostly: 若田|光一
        yield surface[:2]
        yield from (form for form in matcher.surnames[person.id] if form[0] >= "\u4e00")
    else:
        _, dot, family = surface.replace("・", "·").rpartition("·")
        if dot:
            yield family


def _as_spelt(family: str) -> Iterable[str]:
    """The last word of a name as this text spells it, in all cases: Поляков, Poliakov."""
    if len(family) > 3:
        yield from russian.decline(family) if family[0] >= "а" else (family,)


def _occurrences(
    text: str, form: str, standing: Standing, matcher: Matcher
) -> Iterator[tuple[int, int]]:
    if form in matcher.bearers and form[0] < "\u2e80" and len(form) >= SHORTEST_SURNAME:
        yield from standing.get(form, ())
        return
    place = text.find(form)
    while place >= 0:
        stop = place + len(form)
        if form[0] >= "\u2e80" or not (_goes_on(text[place - 1]) or _goes_on(text[stop])):
            yield place, stop
        place = text.find(form, stop)


def _goes_on(char: str) -> bool:
    """Whether a letter or digit beside a name makes it part of a longer word; 是 does not."""
    return char.isalnum() and char < "\u2e80"


def _stands_alone(text: str, start: int, end: int, form: str, *, german: bool = False) -> bool:
    """Whether a surname stands without another given name, and is not part of another name."""
    if form[0] >= "\u2e80":
        if len(form) == 2 and "\u4e00" <= form[0] <= "\u9fff":
            return text.startswith(_JAPANESE_AFTER, end)
        return True
    if text[start].islower() and form.partition(" ")[0] not in _LOWER_PARTICLES:
        return False
    before = _TITLE_BEFORE.search(text, max(0, start - 30), start)
    if before is not None and not _ends_sentence(before.group(1)):
        word = before.group(1).rstrip(".")
        first_of_sentence = text[max(0, before.start() - 2) : before.start()].rstrip(" ")[-1:] in (
            "", ".", "!", "?", "\n", '"', "“",
        )  # fmt: skip
        if (
            word[0].isupper()
            and word.casefold().removesuffix("'s").removesuffix("’s") not in _BEFORE_SURNAME
            and _GERMAN_TITLE.fullmatch(word.casefold()) is None
            and not (
                german and _ARTICLE_BEFORE.search(text, max(0, before.start() - 24), before.start())
            )
            and not (first_of_sentence and text[before.end() - 1] != "-")
        ):
            return False
    after = _WORD_AFTER.match(text, end)
    return not (
        not german  # in which any noun may follow
        and after is not None
        and after[1]
        and after[2][0].isupper()
        and not after[2].isupper()
        and after[2].casefold() not in _BEFORE_SURNAME
    )


def _ends_sentence(word: str) -> bool:
    """Whether the word before a surname ends another sentence: "in Florida. Lucid"."""
    return word.endswith(".") and _ABBREVIATION.fullmatch(word) is None


def _last_named(people: list[Found], entries: set[EntryId], start: int) -> Found | None:
    candidates = [item for item in people if item.entry in entries]
    before = [item for item in candidates if item.start < start]
    if before:
        return max(before, key=lambda item: item.start)
    return candidates[0] if len(entries) == 1 else None
