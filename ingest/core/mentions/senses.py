"""Whom or what else a text means by a mission's name: Galileo the man, or the navigation system.

A name that needs evidence ("Galileo", "Kepler", Восток) may get it from a text on space that is
about another bearer of it. What such a text says of that other one is listed here, with what shows
that the mission is meant all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.model import EntryId


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})")


_NAVIGATION = (
    r"navigation|gnss\b|gps\b|satnav|positioning|navegacion|posicionamiento|geolocali"
    r"|навигаци|глонасс|glonass|beidou"
)
_ANTARCTIC = r"антаркти|полярник|полярн\w+ станци|зимовщик|antar[ck]ti|ледокол"
_TRAINS = "新干线|列车|特急|在来线|駅"
_PROBE = "探査機|探测器|衛星|卫星|小惑星|小行星|軌道|轨道|jaxa|宇宙|月周回|打ち上"

_OTHERS: tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...] = (
    ("galileo", re.compile(_words(_NAVIGATION).pattern + "|导航|定位|測位|测位"),
     re.compile(r"jupiter|юпитер|木星|ジュピター|jovian")),
    ("genesis", _words(r"department of energy|artificial intelligence|book of genesis"),
     _words(r"solar wind|sample return")),
    ("programme-gemini", _words(r"observator|telescop|constellation|zodiac|chatbot|google"),
     _words(r"astronaut|spacecraft|nasa\b|gemini \d")),
    ("vostok", _words(_ANTARCTIC), _words("космонавт|орбит|космическ|cosmonaut|orbit")),
    ("programme-vostok", _words(_ANTARCTIC), _words("космонавт|орбит|cosmonaut|orbit")),
    ("mir", _words(_ANTARCTIC), _words("космонавт|орбит|cosmonaut|orbit")),
    ("progress", _words(_ANTARCTIC), _words("космонавт|орбит|cosmonaut|orbit")),
    ("hayabusa", re.compile(_TRAINS), re.compile(_PROBE)),
    ("nozomi", re.compile(_TRAINS), re.compile(_PROBE)),
    ("kaguya", re.compile(f"{_TRAINS}|かぐや姫"), re.compile(_PROBE)),
    ("columbus", _words(r"columbus (?:crew|day|circle|dispatch)|columbus, ohio|christoph\w* columb"
                        r"|cristobal colon|football|futbol|soccer"),
     _words(r"space station|iss\b|esa\b|module|labor|spacelab")),
)  # fmt: skip
"""Entry or series, what speaks for another bearer of the name, what for the mission after all."""

_NAMESAKES = {
    "galileo": r"galileo galilei|galilei|galilee",
    "kepler": r"johannes kepler|kepler's law|kepler'?schen? ges|leyes de kepler|иоганн\w* кеплер",
    "hubble": r"edwin hubble|hubble's law|эдвин\w* хаббл",
    "cassini-huygens": r"giovanni (?:domenico )?cassini|jean dominique cassini|domenico cassini",
    "huygens": r"christiaan huygens|христиан\w* гюйгенс",
    "planck": r"max planck|planck's constant|макс\w* планк",
    "herschel": r"(?:william|caroline|john) herschel|уильям\w* гершел",
    "fermi": r"enrico fermi|fermi(?:'s)? paradox|энрико ферми",
    "swift": r"jonathan swift|taylor swift",
    "jwst": r"(?:administrator|chief|head)[^.]{0,20} james (?:e\.? )?webb"
    r"|webb (?:said|testified|told|wrote)",
    "magellan": r"ferdinand magellan|fernando de magallanes|fernand de magellan|фернан\w* магеллан",
    "copernicus": r"nicolaus copernicus|nicolas copernic",
    "giotto": r"giotto di bondone",
    "ulysses": r"james joyce|homer\b|odyssey\b",
    "einstein-probe": r"albert einstein",
    "euclid": r"euclid of|euclidean|euclid's elements",
}
"""Who the probe or telescope is called after: named in full, they are whom the name means."""
_FULL_NAMES = {entry: _words(pattern) for entry, pattern in _NAMESAKES.items()}


FILMS = frozenset(["apollo-13", "apollo-11", "apollo-18", "salyut-7"])
"""Flights whose name is also the title of a film that people write about."""
_SCREEN = re.compile(
    r"\b(?:film|movie|cinema|starring|cast\b|direct(?:ed|or)\b|screenplay|box office|oscar"
    r"|actor|actress|academy award|documentary|hollywood|tom hanks|ron howard|character|scene"
    r"|фильм|режиссер|актер|актрис|сериал|realisateur|acteur|actrice|regisseur|schauspieler|kino"
    r"|pelicula|protagoni)|映画|監督|主演|电影|影片|导演|票房"
)
_ENOUGH_ON_SCREEN = 3


def on_screen(folded: str) -> bool:
    """Whether a text is about a film: it has several words of that trade."""
    return len(set(_SCREEN.findall(folded))) >= _ENOUGH_ON_SCREEN


def others(folded: str, names: Iterable[EntryId]) -> dict[EntryId, str]:
    """Those of ``names`` (entries, or series) that mean something else in all of the text: why."""
    there = set(names)
    return {
        name: "something else of that name is what the text is about"
        for name, other, ours in _OTHERS
        if name in there and other.search(folded) and not (ours and ours.search(folded))
    }


def namesakes(folded: str, names: Iterable[EntryId]) -> dict[EntryId, str]:
    """Those of ``names`` that may mean the person whom they are called after: why."""
    return {
        name: "the one whom it is called after is named"
        for name in set(names) & _FULL_NAMES.keys()
        if _FULL_NAMES[name].search(folded)
    }
