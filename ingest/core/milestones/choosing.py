"""Which flight and which people belong to a cue.

No parser is at hand, so nearness decides: distance in characters, made longer for every clause that
ends in between, and for what grammar makes unlikely (a name after the verb, a flight named for
comparison).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.core.milestones.languages import FoundCue
from ingest.core.milestones.text import SHIFTS, Sentence, SoFar
from ingest.core.milestones.words import MISHAPS, Form
from ingest.model import EntryId, Mention, MilestoneType

FAR = 120
"""What costs more is not beside the cue: the flight of the text comes first then."""
_CLAUSE, _AFTER, _CARRIED = 30, 40, 60
_BESIDE = 8
_CREWS = 60
"""A ship told by whose crew it carries is likelier than the crew's own."""
_GENITIVE = 28
_IN_PARENTHESES = 48
_ABOARD_REACH = 75
_FLIGHT_REACH = 400
"""How far off, in characters, one of several flights of a person may be named."""
_AT_STATIONS: frozenset[MilestoneType] = frozenset({"spacewalk", "handover"})
"""What may be told of a station where no flight is named."""
_OF_CREWS: frozenset[MilestoneType] = frozenset({"spacewalk", "handover", "crew_assigned", "death"})
"""What befalls flights with people on board only."""
_OF_SHIPS: frozenset[MilestoneType] = frozenset({"launch", "landing", "docking", "undocking"})
_NEVER_OF_SHIFTS = _OF_SHIPS - {"undocking"}
"""Expedition 73 does not fly; but "she left the station as a member of Expedition 27"."""
_ABOARD = re.compile(
    r"(?:\b(?:aboard|on board)(?: of)?(?: the)?(?: \w+)?|\ba bordo de(?:l| la)?(?: nave| cápsula)?"
    r"|\bà bord d(?:u|e la|e)(?: vaisseau| capsule)?|\ban bord (?:der|von|des)"
    r"|на (?:борту )?(?:корабл[ея] )?|搭乘|乘坐)[\s«\"“„]{0,2}$"
)
"""Before a flight: that is the ship, whoever's crew it carries."""
_IN_SHIP = re.compile(
    r"(?:\bin (?:the|their|its)(?: \w+)?|\ben (?:la|el|su)(?: nave| cápsula)?(?: espacial)?"
    r"|\bdans (?:le|la|leur)(?: vaisseau| capsule)?|\bcon la misión|\bavec la mission"
    r"|\b(?:mit|in) (?:der|dem|ihrer|ihrem)(?: \w*(?:kapsel|raumschiff))?"
    r"|\bв (?:\w+ )?(?:корабле|капсуле|аппарате)(?: корабля)?|乘)[\s«\"“„]{0,2}$"
)
"""The same before what goes up or comes down; "docked mit der" would be another ship."""
_TOLD = (Form.PAST, Form.FUTURE)
"""Forms of verbs, which tell of the flight even where the clause has no word for it."""
_UP_AND_DOWN: frozenset[MilestoneType] = frozenset({"launch", "landing"})
_MEETINGS: frozenset[MilestoneType] = frozenset({"docking", "undocking"})
_TO = re.compile(
    r"\s(?:[\w-]+\s){0,2}?(?:to|with|an|mit|à|au|avec|a|al|con|к|ко|с|со)\s"
    r"(?:[\w-]+\s){0,4}[«»\"“„‘']{0,2}"
)
"""Between "docked" and the flight that was docked to."""
_LOST = frozenset({"sts-51-l", "sts-107"})
_LOST_SHIPS = re.compile(
    r"challenger|columbia|челленджер|колумби|挑战者|哥伦比亚|チャレンジャー|コロンビア"
)
"""Orbiters whose loss texts on other flights recall."""
_CARGO = ("progress-", "tianzhou-", "cygnus-", "atv-", "htv-", "spacex-crs-")
"""How the ids of flights begin that carry nobody."""
_KINDS = tuple(
    (re.compile(words), ids)
    for words, ids in (
        (
            r"\bdragon\b|クルードラゴン|龙飞船|龍飛船",
            ("spacex-", "axiom-", "ax-", "crew-dragon", "polaris", "inspiration", "fram"),
        ),
        (r"\bstarliner\b|星际客机", ("boeing-",)),
        (r"\borion\b|орион|オリオン|猎户座", ("artemis-", "orion", "eft")),
        (r"\bcygnus\b|天鹅座|シグナス", ("cygnus-",)),
        (r"\bshuttle\b|шаттл|\bnavettes?\b|transbordador|raumfähre|シャトル|航天飞机", ("sts-",)),
        (r"\bprogress\b|прогресс|进步号|プログレス", ("progress-",)),
        (r"\bstarship\b|старшип|星舰|スターシップ", ("starship-",)),
    )
)
"""Kinds of ship, and how the ids of their flights begin."""
_FLIERS = re.compile(
    r"\b(?:astronaut|cosmonaut|spationaut|taikonaut|kosmonaut|raumfahrer|космонавт|астронавт)"
    r"|宇宙飛行士|航天员|宇航员"
)
"""Who goes up and comes down in no cargo ship."""
_NEAR_EARTH = (
    *("soyuz-", "shenzhou-", "spacex-crew-", "axiom-", "boeing-", "sts-", "vostok-", "voskhod-"),
    *_CARGO,
    *SHIFTS,
)
_FAR_AWAY = re.compile(
    r"\b(?:moon|mond(?:e?s)?|lune|luna|лун[аеуы]|марс\w{0,2})\b"
    r"|\b(?:to|on|for|zum|auf dem|sur|vers|a) mars\b|月球|登月|月面|火星"
)
"""Where no flight goes whose id begins as those before."""
_OF = re.compile(
    r"\b(?:of|de|du|des|der|del)\s[^,;:.()]{0,24}"
    r"(?:[^,;:.()]{0,16}\((?:mission|flight|vol|misión|vuelo|flug)?\s?)?$"
)
"""Between an event and a flight: "the launch of Discovery (mission STS-31)"."""
_GENITIVES = re.compile(
    r"\s(?:(?:\w+(?:ого|его|ой|ей)|корабля|аппарата|зонда|миссии|станции|экспедиции|ракеты|спутника"
    r"|модуля|грузовика|ровера|марсохода|лунохода)\s){1,3}[«\"„“]?"
)
"""The same in Russian: "после запуска пилотируемого корабля «Союз МС-26»"."""

_STARSHIP = _KINDS[-1][0]
_ON_STATION = re.compile(
    r"(?:\b(?:on|aboard|at|inside)(?: board)? the (?:space |orbital |orbiting )?(?:station|outpost)"
    r"|\b(?:an bord|auf|in) der (?:raum)?station|\bà bord de la station|\bdans la station"
    r"|\b(?:en|a bordo de) la estación|\bна (?:борту )?станции)\b|空间站(?:内|上|里|舱内)"
    r"|ステーション(?:内|の船内|で(?:は)?[^。]{0,8}(?:発生|起き))"
)
"""Where a mishap is one of the station rather than of the flight that the text is about."""

_DO_IT = re.compile(
    r"\b(?:carry|perform|conduct|do)(?:ing|ed)? (?:it|them)\b"
    r"|\bit (?:will|is to|was) (?:be )?(?:carried out|performed|conducted) by\b"
    r"|^(?:ihn|ihm|daran) (?:führ|absolvier|untern|übern|soll|werden|nehmen)"
    r"|^(?:elle|celle-ci) (?:sera|a été) (?:effectuée|réalisée|menée|conduite) par\b"
    r"|^la (?:realizar|efectuar|llevar)(?:án?|on)\b|\bserá (?:realizada|efectuada) por\b"
    r"|^(?:его|её|ее|их) (?:выполн|провед|соверш|осуществ)\w+|^(?:в космос|за борт) (?:выйд|выш)"
    r"|^(?:此次)?(?:活动|任务|出舱)?(?:将|拟)?由[^。]{2,30}(?:执行|完成|实施|承担|进行)"
    r"|(?:が|は)(?:これを)?(?:行う|担当する|実施する)"
)
"""In the sentence after a spacewalk: these are the people who do it."""


def flight_of(
    cue: FoundCue, sentence: Sentence, so_far: SoFar, *, certain: bool
) -> tuple[EntryId | None, int]:
    """The flight that ``cue`` speaks of, and how far-fetched that is (0: named beside it).

    ``certain`` says that the cue is more than a noun in passing: a date or a plan goes with it.
    """
    flight, cost = _likeliest(cue, sentence, so_far, certain=certain)
    if flight is not None and cue.type in _NEVER_OF_SHIFTS and flight.startswith(SHIFTS):
        return None, _CARRIED
    if flight is not None and cost == _CARRIED and _is_other_ship(flight, cue, sentence):
        return None, _CARRIED
    if cue.type == "anomaly" and cost == _CARRIED and not sentence.flights:
        station = sentence.stations[0].id if sentence.stations else so_far.station
        if station is not None and _ON_STATION.search(sentence.text, *sentence.clause(cue)):
            return station, _CARRIED
    return flight, cost


def _is_other_ship(flight: EntryId, cue: FoundCue, sentence: Sentence) -> bool:
    """Whether the sentence, which names no flight, speaks of another kind of ship."""
    if sentence.flights or not (cue.type in _OF_SHIPS or cue.type in ("anomaly", "delay")):
        return False
    if cue.type == "anomaly":
        named = sentence.text[slice(*sentence.clause(cue))]
        return _STARSHIP.search(named) is not None and not flight.startswith("starship-")
    if flight.startswith(_NEAR_EARTH) and _FAR_AWAY.search(sentence.text, *sentence.clause(cue)):
        return True
    if flight.startswith(_CARGO) and cue.type in _UP_AND_DOWN:
        start, _ = sentence.clause(cue)
        if _FLIERS.search(sentence.text, start, cue.start):
            return True
    _, end = sentence.clause(cue)
    kinds = [ids for word, ids in _KINDS if word.search(sentence.text, 0, end)]
    return bool(kinds) and not any(flight.startswith(ids) for ids in kinds)


def _likeliest(
    cue: FoundCue, sentence: Sentence, so_far: SoFar, *, certain: bool
) -> tuple[EntryId | None, int]:
    named = _named_flight(cue, sentence, so_far)
    if cue.type == "handover" and all(
        one.start - sentence.start > cue.end for one in sentence.flights
    ):
        giver = _flight_of_people(cue, sentence, so_far)
        if giver is not None:
            return giver, _CARRIED  # "X of one flight handed over to Y of another"
    if named is not None and cue.type in _NEVER_OF_SHIFTS and named[0].startswith(SHIFTS):
        named = None
    if named is not None and (named[1] <= FAR or _is_only_subject(cue, sentence, named[1])):
        return named
    by_people = _flight_of_people(cue, sentence, so_far)
    if by_people is not None:
        return by_people, _CARRIED
    topic = so_far.topic
    if topic is not None and cue.type in _OF_SHIPS and topic.startswith(SHIFTS):
        topic = None
    if cue.type in MISHAPS and topic not in _LOST and _recalls_losses(cue, sentence):
        topic = None
    if topic is not None and _is_of_others(cue, sentence, so_far, topic):
        return None, _CARRIED
    unshipped = topic not in so_far.crewed or so_far.main is None
    if unshipped and named is not None and named[0].startswith(SHIFTS):
        return named  # "left the station as a member of Expedition 27"
    if topic is not None and cue.type in _OF_CREWS and topic.startswith(_CARGO):
        topic = None
    if cue.type in _OF_CREWS and so_far.crewed and topic not in so_far.crewed:
        topic = so_far.flight if so_far.flight in so_far.crewed else so_far.main_crewed
    if topic is not None and (
        named is not None
        or (topic == so_far.only and cue.form in _TOLD and cue.type != "delay")
        or (certain and (topic == so_far.main or so_far.goes_on))
        or _stands_for_flight(cue, sentence)
    ):
        return topic, _CARRIED
    if named is not None:
        return named
    if cue.type in _AT_STATIONS:
        return (sentence.stations[0].id if sentence.stations else so_far.station), _CARRIED
    return None, _CARRIED


def _is_of_others(cue: FoundCue, sentence: Sentence, so_far: SoFar, topic: EntryId) -> bool:
    """Whether its clause names people of whom none is of the flight, though its crew is known."""
    if cue.type not in _UP_AND_DOWN or topic not in so_far.tied:
        return False
    start, end = sentence.clause(cue)
    people = [one.id for one in sentence.people if start <= one.start - sentence.start < end]
    return bool(people) and not any(
        topic in so_far.flown.get(one, ()) or one in so_far.ties for one in people
    )


def _is_only_subject(cue: FoundCue, sentence: Sentence, cost: int) -> bool:
    """Whether the sentence names one flight only, first, whatever stands in between."""
    first = sentence.flights[0]
    return (
        cost <= 4 * FAR
        and first.end - sentence.start <= cue.start
        and all(flight.id == first.id for flight in sentence.flights)
        and (cue.type not in _OF_SHIPS or not first.id.startswith(SHIFTS))
        and not sentence.compared(first.start - sentence.start)
    )


def named_beside(cue: FoundCue, sentence: Sentence) -> bool:
    """Whether a flight is named right beside ``cue``: "the launch of Crew-10"."""
    return any(_flight_cost(cue, mention, sentence) <= _BESIDE for mention in sentence.flights)


def _recalls_losses(cue: FoundCue, sentence: Sentence) -> bool:
    return _LOST_SHIPS.search(sentence.text, *sentence.clause(cue)) is not None


def _stands_for_flight(cue: FoundCue, sentence: Sentence) -> bool:
    """Whether the sentence speaks of "the spacecraft"; for mishaps and delays, its very clause."""
    start, end = sentence.clause(cue)
    if cue.type not in MISHAPS:
        start = 0
    return sentence.language.stands_for_flight.search(sentence.text, start, end) is not None


def _named_flight(cue: FoundCue, sentence: Sentence, so_far: SoFar) -> tuple[EntryId, int] | None:
    """The flight of the sentence that seems nearest to ``cue``, with its cost."""
    best: tuple[EntryId, int] | None = None
    ships = {flight.id for flight in sentence.flights if not flight.crew}
    other_ships = {flight.id: bool(ships - {flight.id}) for flight in sentence.flights}
    for mention in sentence.flights:
        cost = _flight_cost(cue, mention, sentence)
        uncrewed = mention.id.startswith(_CARGO) or (
            so_far.crewed and mention.id not in so_far.crewed
        )
        if cue.type in _OF_CREWS and uncrewed and cost > _BESIDE:
            continue
        if cue.type in _OF_SHIPS and mention.id.startswith(SHIFTS):
            cost += FAR
        if cue.type == "landing" and mention.crew and other_ships[mention.id]:
            cost += _CREWS  # "Shenzhou-21 with the crew of Shenzhou-20 landed"
        if sentence.compared(mention.start - sentence.start) and not _is_subject(
            cue, mention, sentence
        ):
            cost += FAR
        if best is None or cost < best[1]:
            best = (mention.id, cost)
    return best


def _is_subject(cue: FoundCue, mention: Mention, sentence: Sentence) -> bool:
    """Whether the flight does what the clause says: "after Soyuz MS-26 undocked"."""
    start, _ = sentence.clause(cue)
    return (
        cue.form is not Form.BARE
        and sentence.language.words.spaced
        and start <= mention.start - sentence.start < cue.start
    )


def _flight_cost(cue: FoundCue, mention: Mention, sentence: Sentence) -> int:
    start, end = mention.start - sentence.start, mention.end - sentence.start
    if _is_aboard(cue, start, sentence):
        between = sentence.boundaries_between(min(end, cue.end), max(start, cue.start))
        away = max(0, cue.start - end, start - cue.end) - _ABOARD_REACH
        return _CLAUSE * max(0, between - 1) + max(0, away)
    if cue.type in _MEETINGS and _is_target(cue, start, sentence):
        return FAR + max(0, start - cue.end)
    if end <= cue.start:
        return cue.start - end + _CLAUSE * sentence.boundaries_between(end, cue.start)
    distance = max(0, start - cue.end)
    between = sentence.boundaries_between(cue.end, start)
    if (not between and distance <= _BESIDE) or (
        (not between or sentence.text.find("(", cue.end, start) >= 0)
        and _is_genitive(cue, start, sentence)
    ):
        return min(distance, _BESIDE)  # "the launch of X", "发射神舟二十号"
    return distance + _AFTER + 2 * _CLAUSE * between


def _is_aboard(cue: FoundCue, start: int, sentence: Sentence) -> bool:
    """Whether the flight named at ``start`` is the ship in which the crew went."""
    before = max(0, start - 30)
    return (cue.type in _OF_SHIPS and _ABOARD.search(sentence.text, before, start) is not None) or (
        cue.type in _UP_AND_DOWN and _IN_SHIP.search(sentence.text, before, start) is not None
    )


def _is_genitive(cue: FoundCue, start: int, sentence: Sentence) -> bool:
    reach = _IN_PARENTHESES if sentence.text.rfind("(", cue.end, start) > 0 else _GENITIVE
    return 0 <= start - cue.end <= reach and (
        _OF.search(sentence.text, max(cue.start, cue.end - 4), start) is not None
        or _GENITIVES.fullmatch(sentence.text, cue.end, start) is not None
    )


def _is_target(cue: FoundCue, start: int, sentence: Sentence) -> bool:
    """Whether the flight named at ``start`` is what another docked to or left."""
    return start >= cue.end and _TO.fullmatch(sentence.text, cue.end, start) is not None


def _flight_of_people(cue: FoundCue, sentence: Sentence, so_far: SoFar) -> EntryId | None:
    """The flight of the people beside ``cue``: that of the text, or the only one they share."""
    _, end = sentence.clause(cue)
    tied = [mention for mention in sentence.people if mention.id in so_far.ties]
    people = [mention.id for mention in tied if mention.start - sentence.start < end]
    if not people and cue.type == "spacewalk":
        people = [mention.id for mention in tied]  # "During a spacewalk in May, X and Y ..."
    if not people:
        return None
    shared = frozenset.intersection(*(so_far.ties[person] for person in people))
    shared = shared or frozenset.intersection(*(so_far.flown[person] for person in people))
    if so_far.topic in shared:
        return so_far.topic
    flights = sorted(flight for flight in shared if not flight.startswith(SHIFTS))
    if len(flights) <= 1:
        return flights[0] if flights else None
    place = sentence.start + cue.start
    near = [(abs(where - place), flight) for flight in flights for where in so_far.places[flight]]
    distance, flight = min(near, default=(_FLIGHT_REACH + 1, ""))
    return flight if distance <= _FLIGHT_REACH else None


def people_of(mission: EntryId | None, sentence: Sentence, so_far: SoFar) -> tuple[EntryId, ...]:
    """The people of the sentence who belong to the milestone, in the order of the text."""
    named = dict.fromkeys(mention.id for mention in sentence.people)
    return tuple(
        person
        for person in named
        if mission is None or mission in so_far.flown.get(person, (mission,))
    )


def doers_of(sentence: Sentence, so_far: SoFar) -> tuple[EntryId, ...]:
    """Those of whom the next sentence says that they do it: "Two men will carry it out"."""
    following = so_far.number + 1
    people = () if sentence.people else so_far.story.people(following)
    if people and so_far.story.joins(so_far.number, following):
        text = so_far.story.sentence(following).text
        return people if _DO_IT.search(text) else ()
    return ()


def dead_of(
    people: tuple[EntryId, ...], cue: FoundCue, cues: Sequence[FoundCue], sentence: Sentence
) -> tuple[EntryId, ...]:
    """Those of ``people`` who died, not who flew with them or does something else meanwhile."""
    places = [(one.start - sentence.start, one.id) for one in sentence.people if one.id in people]
    for aside in (
        [(begin, end) for begin, end in sentence.relative_clauses if end <= cue.start],
        [(0, other.start) for other in cues if other.type not in MISHAPS and other.end < cue.start],
    ):
        rest = [one for one in places if not any(begin <= one[0] < end for begin, end in aside)]
        places = rest or places
    return tuple(dict.fromkeys(person for _, person in places))
