"""Whom or what else a text means by a mission's name: Galileo the man, or the navigation system.

A name that needs evidence ("Galileo", "Kepler", Восток) may get it from a text on space that is
about another bearer of it. What such a text says of that other one is listed here, with what shows
that the mission is meant all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.model import EntryId

_NAVIGATION = (
    "navigation", "gnss", " gps", "satnav", "positioning", "navegacion", "posicionamiento",
    "geolocali", "навигаци", "глонасс", "glonass", "beidou", "导航", "定位", "測位", "测位",
)  # fmt: skip
_JUPITER = ("jupiter", "юпитер", "木星", "ジュピター", "jovian")
_ANTARCTIC = (
    "антаркти", "полярник", "полярной станци", "полярную станци", "зимовщик", "antarcti",
    "antarkti", "antartic", "ледокол",
)  # fmt: skip
_IN_SPACE = ("космонавт", "орбит", "космическ", "cosmonaut", "orbit", "spacecraft")
_TRAINS = ("新干线", "列车", "特急", "在来线", "駅")
_PROBE = ("探査機", "探测器", "衛星", "卫星", "小惑星", "小行星", "軌道", "轨道", "jaxa", "宇宙")

_OTHERS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("galileo", _NAVIGATION, _JUPITER),
    ("genesis",
     ("department of energy", "artificial intelligence", "book of genesis", "executive order",
      " ai ", " ai,", " ai.", "kunstliche intelligenz", "kunstlicher intelligenz",
      "inteligencia artificial", "intelligence artificielle", "искусственн", "人工智能",
      "人工知能"),
     ("solar wind", "sample return", "utah", "sonnenwind", "viento solar", "vent solaire",
      "солнечного ветра", "太阳风")),
    ("programme-gemini",
     ("gemini observator", "gemini north", "gemini south", "gemini sur", "gemini telescop",
      "constellation", "zodiac", "chatbot", "google"),
     ("astronaut", "spacecraft", "nasa", "gemini program", "project gemini")),
    ("vostok", _ANTARCTIC, _IN_SPACE),
    ("programme-vostok", _ANTARCTIC, _IN_SPACE),
    ("mir", _ANTARCTIC, _IN_SPACE),
    ("progress", _ANTARCTIC, _IN_SPACE),
    ("hayabusa", _TRAINS, _PROBE),
    ("nozomi", _TRAINS, _PROBE),
    ("hakuto-r-m2",
     ("crew dragon", "クルードラゴン", "crew-1", "inspiration4", "polaris dawn"),
     ("ispace", "アイスペース", "着陸船", "着陆船", "lander", "mondlande", "atterrisseur")),
    ("kaguya", (*_TRAINS, "かぐや姫"), _PROBE),
    ("lucy", ("lucy in the sky",), ("trojan", "troyan", "astero")),
    ("columbus",
     ("columbus crew", "columbus day", "columbus circle", "columbus, ohio", "christopher columbus",
      "cristobal colon", "christoph kolumbus", "football", "soccer", "futbol"),
     ("space station", " iss", "module", "labor", "spacelab")),
)  # fmt: skip
"""Entry or series, what speaks for another bearer of the name, what for the mission after all; as
parts of the folded text, for which it is quicker to look than for expressions."""

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
_FULL_NAMES = {entry: re.compile(rf"\b(?:{name})") for entry, name in _NAMESAKES.items()}


FILMS = frozenset(["apollo-13", "apollo-11", "apollo-18", "salyut-7"])
"""Flights whose name is also the title of a film that people write about."""
_SCREEN = re.compile(
    r"\b(?:film|movie|cinema|starring|cast\b|direct(?:ed|or)\b|screenplay|box office|oscar"
    r"|actor|actress|academy award|documentary|hollywood|tom hanks|ron howard|character|scene"
    r"|фильм|режиссер|актер|актрис|сериал|realisateur|acteur|actrice|regisseur|schauspieler|kino"
    r"|pelicula|protagoni)|映画|監督|主演|电影|影片|导演|票房"
)
_FILM = (
    "film",
    "movie",
    "academy award",
    "directed by",
    "tom hanks",
    "фильм",
    "映画",
    "电影",
    "影片",
    "pelicula",
    "cinema",
)
_ENOUGH_ON_SCREEN = 3


def on_screen(folded: str) -> bool:
    """Whether a text is about a film: it has several words of that trade."""
    if not any(word in folded for word in _FILM):
        return False
    return len(set(_SCREEN.findall(folded))) >= _ENOUGH_ON_SCREEN


_SIMULATED = ("analog", "chapea", "hi seas", "mars 500", "mdrs", "simulated mission", "habitat")


def simulated(folded: str) -> bool:
    """Whether a text is about people who stay on Earth as if they flew."""
    return _holds(folded, _SIMULATED)


def others(folded: str, names: Iterable[EntryId]) -> dict[EntryId, str]:
    """Those of ``names`` (entries, or series) that mean something else in all of the text: why."""
    there = set(names)
    return {
        name: "something else of that name is what the text is about"
        for name, other, ours in _OTHERS
        if name in there and _holds(folded, other) and not _holds(folded, ours)
    }


def _holds(folded: str, parts: tuple[str, ...]) -> bool:
    return any(part in folded for part in parts)


def namesakes(folded: str, names: Iterable[EntryId]) -> dict[EntryId, str]:
    """Those of ``names`` that may mean the person whom they are called after: why."""
    return {
        name: "the one whom it is called after is named"
        for name in set(names) & _FULL_NAMES.keys()
        if _FULL_NAMES[name].search(folded)
    }
