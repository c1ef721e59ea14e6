"""Which of the mission, station and programme names found in a text count, and why."""

from __future__ import annotations

import re

from ingest.core.mentions import counts, expeditions, numbered, ordinary, senses
from ingest.core.mentions.evidence import Evidence
from ingest.core.mentions.fold import Folded
from ingest.core.mentions.found import Found
from ingest.core.mentions.matcher import Capital, Cue, Hits, Matcher, Name
from ingest.core.mentions.numbered import Flight
from ingest.model import EntryId, Mission

_SURE = 0.97
_BESIDE = 45
_QUOTES = "\"'"
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’]*)[ -]$")
_WORD_AFTER = re.compile(r"[ -]([^\W\d_][\w'’]*)")
_VEHICLES = frozenset(
    [
        *(
            "probe",
            "rover",
            "lander",
            "orbiter",
            "spacecraft",
            "telescope",
            "observatory",
            "module",
        ),
        *("satellite", "spaceship", "mission", "station", "capsule", "sonde", "raumsonde", "sonda"),
        *("mars-rover", "weltraumteleskop", "raumstation", "télescope", "telescopio", "vaisseau"),
        *("аппарат", "зонд", "телескоп", "марсоход", "станция", "станции", "спутник", "модуль"),
        *(
            "探査機",
            "探査車",
            "衛星",
            "望遠鏡",
            "探测器",
            "火星车",
            "望远镜",
            "卫星",
            "空间站",
            "飞船",
        ),
    ]
)
_RUSSIAN_VEHICLES = (
    *(
        "станц",
        "аппарат",
        "зонд",
        "телескоп",
        "марсоход",
        "луноход",
        "спутник",
        "модул",
        "комплекс",
    ),
    *("кораб", "мисси", "программ", "проект", "шаттл", "обсерватор", "экспедиц"),
)
_SPACE_COMPANIONS = _VEHICLES | frozenset(
    [
        *("nasa", "nasa's", "esa", "esa's", "isro's", "jaxa's", "china's", "the", "mars", "lunar"),
        *("space", "mission", "missions", "rover", "lander", "orbiter", "telescope", "probe"),
        *("spacecraft", "station", "program", "programme", "observatory", "module", "satellite"),
        *("moon", "europa", "project", "spaceship", "shuttle", "capsule", "navette", "sonde"),
        *("raumsonde", "raumstation", "sonda", "estación", "station", "satellite", "crew", "le"),
        *("in", "on", "at", "and", "of", "with", "from", "la", "el", "die", "der", "das", "x-ray"),
        *("станция", "станции", "аппарат", "телескоп", "зонд", "i", "ii", "a", "an", "by", "for"),
        *("states", "u.s", "us", "american", "soviet", "russian", "european", "japanese", "indian"),
        *("chinese", "america's", "spacex's", "spacex", "jaxa", "isro", "boeing's"),
    ]
)
_SHIPS = _VEHICLES - {"satellite", "station"}
_OTHER_BODY = re.compile(
    r" (?:Agency|Engineering Office|Administration|Accords|Space Corporation|Global|Hospital)\b"
)
_PLACE_BEHIND = re.compile(
    r" (?:Street|Avenue|Drive|Road|Boulevard|Plaza|Elementary|(?:High|Middle|Primary) School)\b"
    r"|-(?:Straße|Schule|Platz|Allee)\b|(?:大街|大道|街道|路(?!径|線|线)|小学|中学|酒店|大厦|广场|公园|通り|小学校|ホテル)"
)
_PLACE_BEFORE = re.compile(
    r"\b(?:[Rr]ue|[Ll]ycée|[Cc]ollège|[Cc]alle|[Aa]venida|[Cc]olegio|[Уу]лиц[аеуы]|[Пп]роспект[аеу]?"
    r"|[Пп]лощад[ьи]|[Кк]инотеатр[аеу]?|[Кк]афе|[Рр]есторан[аеу]?|[Гг]остиниц[аеуы]|[Мм]агазин[аеу]?)"
    r" [«\"“]?$"
)
_HARDWARE = re.compile(
    r"[ -/](?:spacecraft|spaceship|capsule|command|lunar module|Lunar Module|Command|module|Saturn"
    r"|CSM|LM\b|hardware|guidance|rocket|telescope mount|Telescope Mount)"
)
_OLD_SOYUZ_LAST_YEAR = 1985
_DOUBTED = 0.1
_FLYING = 0.4
_FLYING_HIGHEST = 0.6
"""What a number behind an ordinary word gains from a word such as liftoff beside it, and how far
that alone can lead: Crew-10."""
_CALLED_A_PROGRAMME = 0.8
"""Apollo missions, the Artemis campaign, the Apollo space program."""
_SHIP_BEFORE = re.compile(r"\b(?:VSS|RSS|HMS|USS|USNS|SS|MV|RMS)[ ][\"“«]?$")
_SENTENCE_ENDS = re.compile(r"[.!?。！？]")
_HAN = "\u2e80"
_OPENING = "\"'「『"
_CLOSING = "\"'」』"
_ANNOUNCED = 14
"""How far before a title the word may stand that says what it is: the film "Apollo 13"."""


def find(
    matcher: Matcher, text: str, folded: Folded, hits: Hits, evidence: Evidence, year: int | None
) -> list[Found]:
    """Every possible mission, station and programme of a text, with its confidence."""
    names = _outermost(
        [
            (begin, stop, name)
            for begin, stop, listed in hits.names
            for name in listed
            if not name.person
            and _written_so(text, folded, begin, stop, name.capital)
            and not _only_counts(text, folded, begin, stop)
        ]
    )
    flights = [
        *numbered.find(text, folded, hits.stems, matcher.numbered),
        *expeditions.find(folded, matcher.numbered),
    ]
    evidence.flights = len(
        {name.entry for _, _, name in names if not name.weak}
        | {
            flight.entry
            for flight in flights
            if not (flight.goes_on or ordinary.is_ordinary(flight.stem))
        }
    )
    found = [_named(matcher, text, folded, *name, evidence) for name in names]
    found += [_numbered(matcher, text, folded, flight, evidence) for flight in flights]
    called = [*(name.entry for _, _, name in names), *(flight.series for flight in flights)]
    _doubt_senses(matcher, text, folded, list(zip(found, called, strict=True)))
    for item in found:
        _doubt_rockets(matcher, item, evidence, year)
    _doubt_films(matcher, folded, found)
    return found


def _with_vehicle(text: str, item: Found) -> bool:
    """Whether the word behind a name says that a ship or a telescope is meant."""
    after = _WORD_AFTER.match(text, item.end, item.end + 20)
    words = {word.casefold() for word in re.split(r"\W", text[item.start : item.end])}
    return not words.isdisjoint(_SHIPS) or (
        after is not None and after.group(1).casefold() in _SHIPS
    )


def _outermost(names: list[tuple[int, int, Name]]) -> list[tuple[int, int, Name]]:
    """Without the names that are parts of longer, unmistakable ones ("Apollo" in "Apollo 11")."""
    names.sort(key=lambda item: (item[0], -item[1]))
    out: list[tuple[int, int, Name]] = []
    begin = stop = 0
    for item in names:
        if item[1] <= stop and (item[0], item[1]) != (begin, stop):
            continue
        out.append(item)
        if not item[2].weak and item[1] > stop:
            begin, stop = item[0], item[1]
    return out


def _only_counts(text: str, folded: Folded, begin: int, stop: int) -> bool:
    """Whether the number at the end of a name belongs to what follows: на МКС 3 марта."""
    if not folded.text[stop - 1].isnumeric():
        return False
    stem = ordinary.without_number(folded.text[begin:stop])
    return counts.counted(text, *folded.original(begin, stop), stem)


def _written_so(text: str, folded: Folded, begin: int, stop: int, capital: Capital) -> bool:
    if capital is Capital.ANY:
        return True
    start, end = folded.original(begin, stop)
    if capital is Capital.ALL:
        # "Juice" is also written for JUICE, but "Ace" and "Near" are other words
        return text[start:end].isupper() or (end - start >= 5 and text[start:end].istitle())
    return not text[start].islower()


def _named(
    matcher: Matcher,
    text: str,
    folded: Folded,
    begin: int,
    stop: int,
    name: Name,
    evidence: Evidence,
) -> Found:
    start, end = folded.original(begin, stop)
    mission = matcher.catalogue.missions[name.entry]
    confidence, reason = _SURE, "its name stands in the text"
    open_to_more = False
    bare = mission.kind == "programme" and name.weak and _HARDWARE.match(text, end)
    if mission.subtype == "module" and mission.station in matcher.catalogue.missions:
        mission = matcher.catalogue.missions[mission.station]
        reason = "the name of one of its modules"
    if bare:
        confidence, reason = 0.2, "a vehicle of the programme, not the programme"
    elif text[start - 2 : start - 1].isupper() and _SHIP_BEFORE.search(
        text, max(0, start - 6), start
    ):
        confidence, reason = 0.1, "a ship of that name"
    elif _OTHER_BODY.match(text, end):
        confidence, reason = 0.1, "an agency, a treaty or a company of that name"
    elif _is_place(text, start, end):
        confidence, reason = 0.1, "a street, a school or a house of that name"
    elif text[end - 1].isdigit() and numbered.goes_on(text, end):
        confidence, reason = 0.0, "the number goes on: a version or a rocket's type"
    elif name.weak:
        confidence = _weak_belief(text, folded, begin, stop, evidence)
        if mission.kind == "programme" and evidence.near(Cue.PROGRAMME, begin, stop, 1):
            confidence = max(confidence, _CALLED_A_PROGRAMME)
        open_to_more = _kind(mission) != "programme" and not evidence.near(
            Cue.ELSEWHERE, begin, stop, _BESIDE
        )
        reason = "an ordinary word or acronym, believed as far as the text is about space"
    elif _title_of_a_work(text, folded, begin, stop, evidence):
        confidence, reason = 0.3, "the title of a film, a book or a game"
    found = Found(
        start, end, begin, stop, mission.id, _kind(mission), mission.name, confidence, reason
    )
    found.open = open_to_more
    return found


def _is_place(text: str, start: int, end: int) -> bool:
    """Whether a street, a school or a house is called so."""
    behind = _PLACE_BEHIND.match(text, end)
    return bool(behind or _PLACE_BEFORE.search(text, max(0, start - 14), start))


def _weak_belief(text: str, folded: Folded, begin: int, stop: int, evidence: Evidence) -> float:
    belief = evidence.belief(begin, stop)
    start, end = folded.original(begin, stop)
    if folded.text[begin - 1] in _QUOTES and folded.text[stop] in _QUOTES:
        belief += 0.15
    if evidence.near(Cue.ELSEWHERE, begin, stop, 3) or evidence.near(Cue.OFFICIAL, begin, stop, 2):
        belief *= 0.4
    before = _WORD_BEFORE.search(text, max(0, start - 20), start)
    after = _WORD_AFTER.match(text, end, end + 20)
    if "а" <= folded.text[begin] <= "я" and folded.text[begin - 1] not in _QUOTES:
        # ships' names stand in quotes in Russian; without them, "Мир" is the world
        named = before is not None and before.group(1).casefold().startswith(_RUSSIAN_VEHICLES)
        belief *= 1.0 if named else 0.5
    for beside in (before, after):
        if beside is None:
            continue
        word = beside.group(1).casefold().replace("’", "'")
        if word in _VEHICLES:
            belief += 0.3
        elif (
            text[start].isascii()
            and beside.group(1)[0].isupper()
            and word not in _SPACE_COMPANIONS
            and not (beside is before and _begins(text, before.start()))
        ):
            belief *= 0.45
    return min(belief, 0.95)


def _title_of_a_work(text: str, folded: Folded, begin: int, stop: int, evidence: Evidence) -> bool:
    """Whether a name stands in quotes beside "film", "album" or the like in its own sentence.

    Chinese and Japanese have brackets for titles: 《阿波罗13号》.
    """
    start, end = folded.original(begin, stop)
    if text[start - 1 : start] == "《" and text[end : end + 1] == "》":
        return True
    if text[start] >= _HAN and evidence.follows(Cue.ELSEWHERE, stop, 1):
        return True  # 东方红一号歌曲
    if folded.text[begin - 1] not in _OPENING or folded.text[stop] not in _CLOSING:
        return False
    before = evidence.last_before(Cue.ELSEWHERE, begin, _ANNOUNCED)
    if before is not None and not _SENTENCE_ENDS.search(folded.text, before, begin):
        return True
    return (
        evidence.near(Cue.ELSEWHERE, begin, stop, 3)
        and not _SENTENCE_ENDS.search(folded.text, stop, stop + 3)
        and not evidence.precedes(Cue.ELSEWHERE, begin, 3)
    )


def _begins(text: str, start: int) -> bool:
    """Whether a sentence or a paragraph begins here, which is why the word has a capital."""
    return text[max(start - 2, 0) : start].rstrip(" \"'“«")[-1:] in ("", ".", "!", "?", "\n", ":")


def _kind(mission: Mission) -> str:
    return mission.kind if mission.kind in ("station", "programme") else "mission"


def _numbered(
    matcher: Matcher, text: str, folded: Folded, flight: Flight, evidence: Evidence
) -> Found:
    begin, stop = folded.folded(flight.start, flight.end)
    if flight.known:
        mission = matcher.catalogue.missions[flight.entry]
        kind, name = _kind(mission), mission.name
    else:
        kind = "station" if matcher.numbered[flight.series].kind == "station" else "mission"
        name = flight.name
    confidence, reason = _SURE, "its series and number stand in the text"
    if not flight.known:
        confidence, reason = 0.85, "it fits a series; the catalogue does not know this number"
    open_to_more = False
    if ordinary.is_ordinary(flight.stem):
        elsewhere = evidence.near(Cue.ELSEWHERE, begin, stop, _BESIDE)
        open_to_more = not elsewhere
        belief = _ordinary_belief(text, flight, begin, stop, evidence, elsewhere=elsewhere)
        confidence = min(confidence, belief)
        reason += ", believed as far as the text is about space"
    if evidence.precedes(Cue.ELSEWHERE, begin, 2):
        confidence, reason = min(confidence, 0.3), "something else that is called so"
        open_to_more = False
    if flight.goes_on:
        confidence, reason = 0.0, "the number goes on: a version or a rocket's type"
        open_to_more = False
    elif _is_place(text, flight.start, flight.end):
        confidence, reason = 0.1, "a street, a school or a house of that name"
        open_to_more = False
    elif _title_of_a_work(text, folded, begin, stop, evidence):
        confidence, reason = 0.3, "the title of a film, a book or a game"
        open_to_more = False
    return Found(
        start=flight.start,
        end=flight.end,
        begin=begin,
        stop=stop,
        entry=flight.entry,
        kind=kind,
        name=name,
        confidence=confidence,
        reason=reason,
        known=flight.known,
        open=open_to_more,
        full=not flight.shared,
    )


def _ordinary_belief(
    text: str, flight: Flight, begin: int, stop: int, evidence: Evidence, *, elsewhere: bool
) -> float:
    """How far an ordinary word and a number are believed to name a flight."""
    belief = evidence.belief(begin, stop)
    if not counts.scored(text, flight.start, flight.end):
        familiar = ordinary.familiarity(flight.stem, known=flight.known)
        belief += familiar / 2 if elsewhere else familiar
    if elsewhere or not evidence.near(Cue.FLYING, begin, stop, _BESIDE):
        return belief
    if not ordinary.is_flown(flight.stem, dashed=counts.dashed(text, flight.start, flight.end)):
        return belief
    return max(belief, min(belief + _FLYING, _FLYING_HIGHEST))


def _doubt_senses(
    matcher: Matcher, text: str, folded: Folded, found: list[tuple[Found, EntryId]]
) -> None:
    """Lower the belief in names that the text uses for somebody or something else."""
    names = {name for _, name in found}
    names |= {
        mission.series
        for name in names
        if (mission := matcher.catalogue.missions.get(name)) is not None and mission.series
    }
    others = senses.others(folded.text, names)
    namesakes = senses.namesakes(folded.text, names)
    if not (others or namesakes):
        return
    for item, name in found:
        mission = matcher.catalogue.missions.get(name)
        reason = others.get(name) or others.get((mission and mission.series) or "")
        if reason is None and name in namesakes and not _with_vehicle(text, item):
            reason = namesakes[name]
        if reason is not None and item.confidence > _DOUBTED:
            item.confidence, item.reason, item.open = _DOUBTED, reason, False


def _doubt_films(matcher: Matcher, folded: Folded, found: list[Found]) -> None:
    """A text about the film "Apollo 13" names the flight where it says when that was."""
    titles = [item for item in found if item.entry in senses.FILMS and item.confidence > 0]
    if not titles or not senses.on_screen(folded.text):
        return
    for item in titles:
        launch = matcher.catalogue.missions[item.entry].launch
        if launch is None or str(launch.year) not in folded.text:
            item.confidence, item.open = min(item.confidence, 0.3), False
            item.reason = "the film of that name, in a text about films"


def _doubt_rockets(matcher: Matcher, item: Found, evidence: Evidence, year: int | None) -> None:
    """Soyuz-2 and Soyuz-5 are rockets as well as ships of the sixties."""
    mission = matcher.catalogue.missions.get(item.entry)
    if mission is None or mission.series != "soyuz" or item.confidence == 0:
        return
    if evidence.near(Cue.ROCKET, item.begin, item.stop, 22):
        item.confidence, item.reason = 0.1, "a rocket, not a ship"
    elif mission.number in (2, 5, 6) and year is not None and year > _OLD_SOYUZ_LAST_YEAR:
        item.confidence, item.reason = 0.4, "since 2004 rather the rocket of that name"
