"""People whose name is spelt in a way that the catalogue does not list.

Three habits of newsrooms are met here, each only in a text about space and only for people who are
likely in it: further names and nicknames between given name and surname (Kenneth D. "Taco"
Cockrell), a slip of the pen in the surname (Chris Casssidy), and names written by ear in Cyrillic
or katakana (Томас Маршбёрн, セルゲイ・クリカリョフ). By ear means: both names have the same
consonants, by the classes of Russell's Soundex (US patent 1,261,167).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from rapidfuzz.distance import Levenshtein

from ingest.core.mentions.fold import Folded, fold_name
from ingest.core.mentions.languages import ALL
from ingest.model import Catalogue, EntryId, Person

_FURTHER_NAME = re.compile(
    r"[ -](?:[A-Z]\.|[“\"'(][A-Z]\w{1,20}[”\"')]|(?P<name>[A-ZÀ-Þ][^\W\d_]{0,24}"
    r"(?:['’][A-Z][^\W\d_]{1,20})?(?:-[A-Z][^\W\d_]{1,20})?))"
)
_CYRILLIC = re.compile(r"(?<!\w)(?=([А-ЯЁ][а-яё]{1,20}) (?:[А-ЯЁ]\. ?)?([А-ЯЁ][А-Яа-яё'’-]{1,24}))")
"""Looks ahead only: each word may be the given name of the next."""
_KATAKANA = re.compile("[ァ-ヺー]{2,16}[・=＝][ァ-ヺー]{2,16}")
_CLASSES = {
    **dict.fromkeys("bfpvбпфв", "1"),
    **dict.fromkeys("cgjkqsxzгжзксчцшщ", "2"),
    **dict.fromkeys("dtдт", "3"),
    **dict.fromkeys("lл", "4"),
    **dict.fromkeys("mnмн", "5"),
    **dict.fromkeys("rр", "6"),
    **dict.fromkeys("カキクケコガギグゲゴサシスセソザジズゼゾヂチッ", "2"),
    **dict.fromkeys("タツテトダヅデド", "3"),
    **dict.fromkeys("ナニヌネノマミムメモン", "5"),
    **dict.fromkeys("フバビブベボパピプペポヴ", "1"),
    **dict.fromkeys("ラリルレロ", "4"),
}
_CLASSES["ッ"] = ""
_VOWELS = frozenset("aeiouyаеиоуыэюяаейёアイウエオァィゥェォャュョー")


@dataclass(frozen=True, slots=True)
class Spelling:
    """A likely name in the original text, and the people it may mean."""

    start: int
    end: int
    people: tuple[EntryId, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Spellings:
    """Given names and surnames of all people, as they are written and as they sound."""

    written: dict[str, tuple[tuple[str, EntryId], ...]]
    """Folded given name (or nickname) -> (folded surname, person)."""
    heard: dict[tuple[str, str], tuple[EntryId, ...]]
    """Sounds of given name and surname -> people."""


def compile_spellings(catalogue: Catalogue) -> Spellings:
    """Index the people of the catalogue."""
    written: dict[str, set[tuple[str, EntryId]]] = defaultdict(set)
    heard: dict[tuple[str, str], set[EntryId]] = defaultdict(set)
    for person in catalogue.people.values():
        family = fold_name(person.family)
        for given in _given_names(person):
            written[given].add((family, person.id))
            if person.nationality in ("CN", "SU", "RU"):
                continue
            for sounds in product(_sounds(given), _sounds(family)):
                heard[sounds].add(person.id)
    for person in catalogue.people.values():
        if person.nationality in ("SU", "RU"):
            for given in _given_names(person):
                for sounds in product(_sounds(given), _sounds(fold_name(person.family))):
                    heard["ja" + sounds[0], sounds[1]].add(person.id)
    return Spellings(
        {given: tuple(sorted(found)) for given, found in written.items()},
        {sounds: tuple(sorted(found)) for sounds, found in heard.items()},
    )


def _given_names(person: Person) -> set[str]:
    family = fold_name(person.family)
    names = {fold_name(person.given or "").partition(" ")[0]}
    for alias in (person.name, *person.aliases.get("en", ())):
        full = fold_name(alias)
        if full.endswith(" " + family):
            first = full.partition(" ")[0]
            names.add(first)
            names.update(re.findall(r'"([a-z]+)"', full))
    for language in ALL:
        names |= {short for given in set(names) for short in language.nicknames.get(given, ())}
    return {name for name in names if len(name) > 2 and name != family and "." not in name}


def sound(word: str) -> str:
    """The consonants of a folded word as Soundex digits; "dʒ" written дж or ジ counts once."""
    word = word.replace("дж", "ж").replace("тч", "ч").replace("sch", "s").replace("ck", "k")
    digits = []
    last = ""
    for char in word.upper() if word[:1] >= "ァ" else word:
        digit = _CLASSES.get(char, "")
        if digit and digit != last:
            digits.append(digit)
        if digit or char in _VOWELS:
            last = digit
    return "".join(digits)


def _sounds(name: str) -> set[str]:
    """The sounds of a Latin name; ``w`` may be heard as a consonant or not."""
    plain = name.replace(" ", "").replace("'", "")
    out = {sound(plain)}
    if "w" in plain:
        out.add(sound(plain.replace("w", "v")))
    if plain.startswith("h"):
        out.add(sound("g" + plain[1:]))
    return out


def find(
    text: str, folded: Folded, given: list[tuple[int, int]], spellings: Spellings
) -> Iterator[Spelling]:
    """Names in ``text`` that may be those of known people, however they are spelt.

    ``given`` are the folded spans at which a given name of the catalogue stands.
    """
    for begin, stop in given:
        yield from _latin(text, folded, begin, stop, spellings)
    if "а" in folded.text:
        yield from _cyrillic(text, spellings)
    if "·" in folded.text or "=" in folded.text:
        yield from _katakana(text, spellings)


def _latin(
    text: str, folded: Folded, begin: int, stop: int, spellings: Spellings
) -> Iterator[Spelling]:
    start, end = folded.original(begin, stop)
    if not text[start].isupper():
        return
    candidates = spellings.written[folded.text[begin:stop]]
    for _ in range(4):
        match = _FURTHER_NAME.match(text, end)
        if match is None:
            return
        people = _by_surname(candidates, fold_name(match["name"])) if match["name"] else ()
        if people:
            yield Spelling(start, match.end("name"), people, "another spelling of the name")
            return
        end = match.end()


def _by_surname(candidates: tuple[tuple[str, EntryId], ...], surname: str) -> tuple[EntryId, ...]:
    exact = tuple(person for family, person in candidates if family == surname)
    if exact or len(surname) < 6:
        return exact
    return tuple(
        person
        for family, person in candidates
        if len(family) >= 6
        and family[0] == surname[0]
        and Levenshtein.distance(family, surname, score_cutoff=1) <= 1
    )


def _cyrillic(text: str, spellings: Spellings) -> Iterator[Spelling]:
    for match in _CYRILLIC.finditer(text):
        given, family = sound(fold_name(match[1])), sound(fold_name(match[2]))
        for sounds in product(_uninflected(given), _uninflected(family)):
            people = spellings.heard.get(sounds, ())
            if people and len("".join(sounds)) >= 4:
                yield Spelling(match.start(1), match.end(2), people, "the name as it sounds")
                break


def _uninflected(sounds: str) -> tuple[str, ...]:
    """With and without the м of the instrumental case."""
    return (sounds, sounds[:-1]) if sounds.endswith("5") else (sounds,)


def _katakana(text: str, spellings: Spellings) -> Iterator[Spelling]:
    for match in _KATAKANA.finditer(text):
        given, family = (sound(part) for part in re.split("[・=＝]", match.group()))
        if len(given) + len(family) < 5:
            continue
        people: set[EntryId] = set()
        for pair in product(_either_liquid(given), _either_liquid(family)):
            people.update(spellings.heard.get(pair, ()))
            people.update(spellings.heard.get(("ja" + pair[0], pair[1]), ()))
        if people:
            reason = "the name as it sounds"
            yield Spelling(match.start(), match.end(), tuple(sorted(people)), reason)


def _either_liquid(sounds: str) -> Iterator[str]:
    """All readings of ラ行, which writes both l and r; at most 16."""
    places = [index for index, digit in enumerate(sounds) if digit == "4"][:4]
    for choice in product("46", repeat=len(places)):
        letters = list(sounds)
        for place, digit in zip(places, choice, strict=True):
            letters[place] = digit
        yield "".join(letters)
