"""Cues that stand beside a flight and yet tell no event of it: crashed planes, lives, classes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.core.milestones.languages import FoundCue
from ingest.core.milestones.stems import stems
from ingest.core.milestones.text import Sentence, SoFar
from ingest.core.milestones.words import MISHAPS, Form
from ingest.model import EntryId, MilestoneType

_DURING = re.compile(
    r"(?:during|while|при|во время|beim|bei der|lors d\w+|durante|の際|時)\W{0,2}[^\W\d]{0,7}\W?$"
    r"|\b(?:before|kurz vor|avant|antes de|перед|до)\W(?:\w+\W){0,4}$"
)
"""Before what a mishap came in between: "broke apart minutes before it was to land"."""
_CUT_SHORT: frozenset[MilestoneType] = frozenset({"landing", "docking", "undocking"})
_VEHICLE = re.compile(
    r"(?<!carrier )(?<!space )\b(?:air)?planes?\b|\baircraft\b|\bhelicopter|\bjets?\b|\bt-38"
    r"|\bmig-?\d|\bcar (?:crash|accident)|\bmotor(?:cycle|bike|rad)|\bflugzeug|\bhubschrauber"
    r"|\b(?:auto|verkehrs|motorrad)unfall|\bavion(?:nette)?s?\b(?! spatia)|\bhélicoptère"
    r"|\baccidente? d(?:e voiture|e la route|e tráfico|e coche)|\bavi(?:ón|oneta)(?:es)?\b"
    r"|\bhelicóptero|(?<!космический )\bсамол[её]т|\bвертол[её]т|\bмиг-\d|\bдтп\b"
    r"|\bавтокатастроф|\bавиакатастроф|(?<!航天)飞机|直升机|战斗机|教练机|车祸"
    r"|飛行機|航空機|小型機|戦闘機|ヘリ|交通事故"
)
"""What else crashes, with a person in it who once flew in space."""
_VEHICLE_STEMS = tuple(stems(_VEHICLE.pattern))
"""One of them stands where a vehicle does: much faster to look for."""
_VEHICLE_DID = re.compile(
    rf"(?:{_VEHICLE.pattern})\w{{0,3}}(?: (?:\w+)){{0,2}}\s?$|(?:飞机|飛行機|直升机)$"
)
"""Right before what planes and helicopters do as well."""
_FLYING: frozenset[MilestoneType] = frozenset({"launch", "landing"})
_CLOSE = 40
_SELECTION = re.compile(
    r"\bastronaut(?:en)?[ -]?(?:candidates?|class|corps|group|kandidat\w*|gruppe|korps|anwärter\w*)"
    r"|\b(?:as|to be|to become|become) (?:an? )?(?:\w+ ){0,3}(?:astronauts?|cosmonauts?)\b"
    r"(?! (?:for|on|aboard)\b)|\bals (?:\w+ )?(?:esa-|nasa-)?astronaut(?:in)?\b(?! für| auf)"
    r"|\bcomme (?:\w+ )?(?:spationaute|astronaute)\b(?! (?:pour|de la mission))"
    r"|\bcorps (?:européen )?des (?:astronautes|spationautes)|\bgroupe d['’]astronautes"
    r"|\bcandidate? astronaute|\bcomo (?:\w+ )?astronauta\b(?! (?:para|de la misión))"
    r"|\bcandidat[oa]s? a astronauta|\b(?:cuerpo|grupo|clase) de astronautas"
    r"|\b(?:в|к) (?:\w+ )?отряд\w*|\bкандидат\w* в (?:космонавт|астронавт)"
    r"|第[一二三四五六七八九十\d]+[批期][^，。；]{0,6}(?:航天员|宇航员)"
    r"|(?:航天员|宇航员)(?:大队|队伍|候选)"
    r"|飛行士候補|飛行士[0-9]{0,2}期生|(?:宇宙)飛行士(?:に|として)(?:選|任命|採用)"
)
"""Who is chosen to become an astronaut is not yet assigned to a flight."""
_ON_BOARD = re.compile(
    r"\b(?:aboard|on board|during|in|on|an bord|beim|à bord|lors|durante|a bordo|при|на борту"
    r"|во время)(?: [^\W\d]+){0,4}[\s«\"“„]{1,2}$"
)
"""Before a flight: there it was that somebody died."""
_DEADLY = frozenset({"apollo-1", "soyuz-1", "soyuz-11", "sts-51-l", "sts-107"})
"""Flights that cost the lives of their crews."""
_FAR = 1 << 30


def is_lookalike(cue: FoundCue, cues: Sequence[FoundCue], sentence: Sentence) -> bool:
    """Whether it only looks like an event of a flight."""
    if cue.type == "anomaly":
        return is_of_vehicle(cue, sentence)
    if cue.type in _FLYING and _is_done_by_vehicle(cue, sentence):
        return True
    if cue.type == "crew_assigned":
        start, end = sentence.clause(cue)
        return _SELECTION.search(sentence.text, start, end) is not None
    return _tells_when(cue, cues, sentence)


def _is_done_by_vehicle(cue: FoundCue, sentence: Sentence) -> bool:
    """Whether a plane or helicopter stands right before what is done: "helicopters landed"."""
    before = sentence.text[max(sentence.clause(cue)[0], cue.start - _CLOSE) : cue.start]
    return (
        any(stem in before for stem in _VEHICLE_STEMS) and _VEHICLE_DID.search(before) is not None
    )


def is_of_vehicle(cue: FoundCue, sentence: Sentence) -> bool:
    """Whether a plane or car is nearer to the mishap than any flight."""

    if not any(stem in sentence.text for stem in _VEHICLE_STEMS):
        return False

    def away(start: int, end: int) -> int:
        return max(0, cue.start - end, start - cue.end)

    vehicles = [away(*found.span()) for found in _VEHICLE.finditer(sentence.text)]
    flights = [
        away(flight.start - sentence.start, flight.end - sentence.start)
        for flight in sentence.flights
    ]
    return bool(vehicles) and min(vehicles) < min(flights, default=_FAR)


def died_elsewhere(
    mission: EntryId | None, cue: FoundCue, cues: Sequence[FoundCue], sentence: Sentence
) -> bool:
    """Whether the flight beside a death only says who the dead is: "the Apollo 8 astronaut"."""
    if not sentence.people or mission is None or mission in _DEADLY:
        return False
    if any(other.type == "anomaly" and not is_of_vehicle(other, sentence) for other in cues):
        return False
    begin, end = sentence.clause(cue)
    named = (one.start - sentence.start for one in sentence.flights if one.id == mission)
    return not any(
        begin <= start < end and _ON_BOARD.search(sentence.text, max(begin, start - 60), start)
        for start in named
    )


def is_lost_with(mission: EntryId | None, sentence: Sentence, so_far: SoFar) -> bool:
    """Whether all of whom the sentence speaks are of a flight that cost the lives of its crew."""
    return (
        mission in _DEADLY
        and bool(sentence.people)
        and all(mission in so_far.flown.get(one.id, ()) for one in sentence.people)
    )


def _tells_when(cue: FoundCue, cues: Sequence[FoundCue], sentence: Sentence) -> bool:
    """Whether it only says when a mishap was: "broke apart while returning to Earth"."""
    return (
        cue.type in _CUT_SHORT
        and cue.form is Form.BARE
        and any(other.type in MISHAPS for other in cues)
        and _DURING.search(sentence.text, max(0, cue.start - 30), cue.start) is not None
    )
