"""Which of the people named in full in a text are crew.

A full name is believed more the more the text is about space, the rarer the name, and when a
mission of that person is named too.
"""

from __future__ import annotations

import re

from ingest.core.mentions import senses, spellings
from ingest.core.mentions.evidence import Evidence
from ingest.core.mentions.fold import Folded
from ingest.core.mentions.found import Found
from ingest.core.mentions.matcher import Capital, Cue, Hits, Matcher
from ingest.core.mentions.namesakes import Setting
from ingest.model import EntryId, Person

_LIFE = re.compile(
    r"[ ,]{0,2}\((?:[^()]{0,24}?(?=\d{4}[ ]?[-–—])"
    r"|(?:born|geb|né|née|род|р)[^()\d]{0,4}[^()]{0,14}?)"
    r"(1[5-9]\d\d|20[0-2]\d)"
)
"""The years of a life behind a name: (1870–1954), (born 1962)."""
_OTHER_TRADE = re.compile(
    r"[^.;\n]{0,30}?\b(?:singer|painter|actor|actress|composer|musician|footballer|politician|player"
    r"|priest|poet|author|engraver|banker|merchant|cricketer|photographer|singer-songwriter|coach"
    r"|director|producer|wrestler|swimmer|athlete|racing|pianist|architect|lawyer|bishop)\b"
)
_NAMED_AFTER = re.compile(
    r"['’]?s? (?:[A-Z][\w'’-]+ ){0,2}(?:School|Elementary|Academy|Hall|Airport|Stadium"
    r"|Cent(?:er|re)|Museum|Fellowship|Scholarship|Award|Prize|Medal"
    r"|Trophy|Street|Avenue|Road|Bridge|Building"
    r"|Facility|Foundation|Institute|Library|Auditorium|Observatory|Memorial|Park|Boulevard|Barracks)\b"
    r"|-(?:Schule|Gymnasium|Grundschule|Straße|Platz|Stiftung|Preis)\b"
    r"|(?:航天员|宇航员|宇航員|宇宙飛行士)?(?:训练|培训|訓練)(?:中心|センター)"
)
"""What is called after somebody: the Neil A. Armstrong Test Facility."""
_SHIP_BEFORE = re.compile(
    r"S\.?S\.?|USS|USNS|HMS|RV|теплоход\w*|ледокол\w*|крейсер\w*|судн\w+|танкер\w*"
    r"|школ\w+|гимнази\w+|лице\w+|улиц\w+|проспект\w*|площад\w+|бульвар\w*|[Ии]мени|[Ии]м\."
    r"|collège|lycée|école|rue|avenue|boulevard|place|stade|gymnase|square|colegio|escuela|calle"
    r"|avenida|plaza|instituto|parque|planetari\w+|Planetarium|buque|navire|paquebot"
)
"""A ship or a school whose name follows; Cygnus cargo ships are the S.S. Somebody, too."""
_QUOTED = " \"“«‘'"
_PLAYED_BY = re.compile(r"[ ]\((?:played|portrayed) by\b")
_PLAYED = re.compile(
    r"\b(?:[Pp]lay(?:s|ing)|[Pp]ortray\w*|in the role of|stars? as"
    r"|[Ss]tar(?:s|ring) (?:[A-Z][\w.]+ ){2,3}as|dans le rôle (?:de|d['’])"
    r"|in der Rolle (?:von|des)|en el papel de|interpreta a|interpretó a|в роли|сыграла?) ?$"
)
_LAST_OF_PLAYED = re.compile(r"[Pp]lay(?:s|ing)|[Pp]ortray\w*|of|as|de|d|von|des|a|роли|сыграла?")
"""An actor, or a film, stands before the name."""
_LOWER_PARTICLES = frozenset(["von", "van", "de", "der", "den", "da", "al"])
_BEYOND_DOUBT = 0.85
_IN_ONE_LIST = 20
_IN_OFFICE = frozenset(["jeff-bezos", "jared-isaacman", "bill-nelson", "jake-garn"])
"""Heads of companies and of NASA, and senators: named every day without their flights."""
_DOUBTFUL = 0.25
"""Below this, something speaks against the name; above, too little speaks for it."""
_BESIDE = 45
_LIKELY = 0.6
_RATHER_CHANCE = 5
_HARDLY_CHANCE = 6
_LONG_NAME = 7
"""Consonants that agree in a name written by ear before it is believed without a title."""


def find(
    matcher: Matcher,
    text: str,
    folded: Folded,
    hits: Hits,
    evidence: Evidence,
    setting: Setting,
) -> list[Found]:
    """Every possible crew member named in full, with the confidence that it is they."""
    found = []
    for begin, stop, names in hits.names:
        people = [name for name in names if name.person]
        if not people:
            continue
        if folded.text[begin] == "·":
            begin += 1  # 苏尼·威廉姆斯, of which 威廉姆斯 is known
        start, end = folded.original(begin, stop)
        if people[0].capital is Capital.FIRST and not _capitalised(text, start, end):
            continue
        weak = all(name.weak for name in people)
        bearers = [matcher.catalogue.people[name.entry] for name in people]
        if len(bearers) > 1:
            bearers.sort(key=setting.rank)
        for place, person in enumerate(bearers):
            confidence, reason = _believe(
                person, text, start, begin, stop, end, evidence, setting, weak
            )
            confidence -= 0.02 * place
            item = Found(
                start, end, begin, stop, person.id, "person", person.name, confidence, reason
            )
            elsewhere = evidence.near(Cue.ELSEWHERE, begin, stop, _BESIDE)
            item.open = not (weak or elsewhere) and confidence >= _DOUBTFUL
            found.append(item)
    return found


def find_spelt_otherwise(
    matcher: Matcher,
    text: str,
    folded: Folded,
    hits: Hits,
    evidence: Evidence,
    setting: Setting,
    found: list[Found],
) -> list[Found]:
    """People under spellings that the catalogue does not list, where the text makes them likely.

    They must be said to fly, or their mission must be named, and no listed name may stand there.
    """
    out: list[Found] = []
    spans = [(item.start, item.end) for item in found]
    known = [
        (item.start, item.end, item.entry)
        for item in found
        if item.full and item.confidence >= _BEYOND_DOUBT
    ]
    for spelling in spellings.find(text, folded, hits.given, hits.surnames, matcher.spellings):
        if any(_stands_before(span, spelling) for span in spans):
            continue
        if any(
            spelling.start <= start and end <= spelling.end and who not in spelling.people
            for start, end, who in known
        ):
            continue  # 尼克·黑格 is named; the 安 of 安全 is not part of it
        begin, stop = folded.folded(spelling.start, spelling.end)
        titled = evidence.near(Cue.ASTRONAUT, begin, stop, 40)
        official = evidence.near(Cue.OFFICIAL, begin, stop, 12)
        listed = not 0 < spelling.weight < _RATHER_CHANCE and any(
            0 <= spelling.start - item.end <= _IN_ONE_LIST
            or 0 <= item.start - spelling.end <= _IN_ONE_LIST
            for item in (*found, *out)
            if item.confidence >= 0.5
        )
        chosen = setting.likeliest(spelling.people)
        mates = {
            entry
            for item in (*found, *out)
            if item.confidence >= _LIKELY
            for entry in _ships(setting, item.entry)
        }
        for person_id in spelling.people:
            person = matcher.catalogue.people[person_id]
            meant = person_id == chosen[0] if chosen else len(spelling.people) == 1
            likely = titled or (not official and (listed or spelling.weight >= _LONG_NAME))
            confidence = 0.2
            if meant and setting.flies_here(person):
                confidence = 0.8
            elif meant and (
                likely
                or (
                    spelling.weight >= _HARDLY_CHANCE
                    and not mates.isdisjoint(_ships(setting, person_id))
                )
            ):
                confidence = 0.6
            out.append(
                Found(
                    start=spelling.start,
                    end=spelling.end,
                    begin=begin,
                    stop=stop,
                    entry=person.id,
                    kind="person",
                    name=person.name,
                    confidence=confidence,
                    reason=spelling.reason,
                )
            )
    return out


def _ships(setting: Setting, person: EntryId) -> tuple[EntryId, ...]:
    """The ships of a person, in which few others fly; stations and their expeditions are busy."""
    known = setting.catalogue.people[person]
    return (*known.missions, *known.assigned)


def _stands_before(span: tuple[int, int], spelling: spellings.Spelling) -> bool:
    """Whether a listed name stands where a spelling does; one inside it is but a part of it."""
    start, end = span
    inside = spelling.start <= start and end <= spelling.end
    return (
        start < spelling.end
        and spelling.start < end
        and (not inside or span == (spelling.start, spelling.end))
    )


def _capitalised(text: str, start: int, end: int) -> bool:
    """Whether a name has capitals where names have them, but for particles ("van den Berg")."""
    words = text[start:end].split()
    return all(not word.islower() or word in _LOWER_PARTICLES for word in (words[0], words[-1]))


def _believe(
    person: Person,
    text: str,
    start: int,
    begin: int,
    stop: int,
    end: int,
    evidence: Evidence,
    setting: Setting,
    weak: bool,
) -> tuple[float, str]:
    after = text[end : end + 60]
    life = _LIFE.match(after)
    if life is not None and person.born is not None and abs(int(life[1]) - person.born) > 1:
        return 0.05, f"another one of this name, of {life[1]}"
    titled = evidence.near(Cue.ASTRONAUT, begin, stop, 30)
    flies_here = setting.flies_here(person)
    if not (titled or flies_here) and _OTHER_TRADE.match(after):
        return 0.2, "followed by another trade"
    strength = 0.0 if flies_here or titled else evidence.strength(begin, stop)
    if flies_here:
        confidence, reason = 0.97, "named in full, with a mission of theirs"
    elif titled:
        confidence, reason = 0.95, "named in full, as one who flies"
    elif person.common_name or weak:
        confidence, reason = strength / (strength + 1.0), "a name that many bear"
        if senses.simulated(setting.text):
            confidence, reason = confidence * 0.5, "a name that many bear, in a simulated flight"
    else:
        confidence, reason = (strength + 0.25) / (strength + 0.75), "named in full"
    before = text[max(0, start - 20) : start].rstrip(_QUOTED)
    last = before[max(before.rfind(" "), before.rfind("'"), before.rfind("’")) + 1 :]
    if _NAMED_AFTER.match(after) or _SHIP_BEFORE.fullmatch(last):
        return 0.1, "something that is called after them"
    if _PLAYED_BY.match(after) or (
        _LAST_OF_PLAYED.fullmatch(last) and _PLAYED.search(text, max(0, start - 40), start)
    ):
        return 0.2, "played by an actor"
    if person.id in _IN_OFFICE and not (flies_here or titled):
        confidence, reason = min(confidence, 0.4), "mostly named for an office, not for a flight"
    if weak and not flies_here:
        confidence *= 0.8
        reason += ", shortened"
    elif _short_han(person, text, end, begin, stop) and not (flies_here or titled):
        confidence *= 0.8
    first = min((selected for selected in (person.selected,) if selected), default=None)
    if setting.year is not None and first is not None and setting.year < first - 1:
        confidence, reason = confidence * 0.4, f"selected in {first} only, after this was written"
    return confidence, reason


def _short_han(person: Person, text: str, end: int, begin: int, stop: int) -> bool:
    return stop - begin <= 2 and not text[end - 1].isascii() and person.nationality == "CN"
