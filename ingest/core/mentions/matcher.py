"""One automaton over every name, series and telling word of all languages.

``compile_matcher`` folds the catalogue's names into patterns once a process; ``Matcher.scan`` finds
all of them in one pass over the folded text (Aho and Corasick 1975, through ``ahocorasick_rs``) and
keeps those that stand as words of their own. What a hit means is decided by others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from ahocorasick_rs import AhoCorasick

from ingest.core.mentions import forms, numbers, ordinary, series, spellings
from ingest.core.mentions.fold import Folded, fold_name
from ingest.core.mentions.languages import ALL, Language, Role
from ingest.model import Catalogue, EntryId, Mission


class Capital(IntEnum):
    """What the first letter, or all letters, of a name must look like in the text."""

    ANY = 0
    FIRST = 1
    ALL = 2


class Cue(IntEnum):
    """What a telling word tells."""

    SPACE = 0
    SETTING = 1
    ELSEWHERE = 2
    ASTRONAUT = 3
    CREW = 4
    OFFICIAL = 5
    ROCKET = 6
    PROGRAMME = 7
    GENERIC_STATION = 8
    CHINESE_STATION = 9
    FLYING = 10


SHORTEST_SURNAME = 3
"""Shorter ones stand in too many words to be looked for in every text."""
_BEGINNINGS = frozenset(
    (Cue.SPACE, Cue.SETTING, Cue.ELSEWHERE, Cue.ASTRONAUT, Cue.OFFICIAL, Cue.FLYING)
)
"""Cues whose words may go on ("astronaut|s"), unless they are as short as "car" or "moon"."""


@dataclass(frozen=True, slots=True)
class Name:
    """A spelling of a catalogue entry. ``weak`` ones count only in a text about space."""

    entry: EntryId
    person: bool
    weak: bool
    capital: Capital


@dataclass(slots=True)
class Hits:
    """What one text holds: spans of the folded copy, sorted by start."""

    names: list[tuple[int, int, tuple[Name, ...]]] = field(default_factory=list)
    stems: list[tuple[int, int, tuple[str, ...]]] = field(default_factory=list)
    roles: list[tuple[int, int, Role]] = field(default_factory=list)
    given: list[tuple[int, int]] = field(default_factory=list)
    """Where the given name of somebody in the catalogue stands."""
    surnames: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    """Where surnames of the catalogue stand, in Latin and Cyrillic letters."""
    cues: list[list[tuple[int, int, int]]] = field(default_factory=lambda: [[] for _ in Cue])
    """Start, end and the number of the pattern, by ``Cue``."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    """What a pattern stands for. ``prefix`` patterns may be the beginning of a longer word."""

    prefix: bool
    names: tuple[Name, ...]
    series: tuple[str, ...]
    digits: int
    """How many characters behind a series' name belong to the pattern, but not to the name."""
    role: Role | None
    given: bool
    surname: bool
    cues: tuple[int, ...]
    """Values of ``Cue``."""


class _WordClass(dict[str, int]):
    """Which characters run together in one word: 1 letters and digits, 2 katakana, 3 numerals."""

    def __missing__(self, char: str) -> int:
        if "\u30a1" <= char <= "\u30ff":
            value = 2 if char != "・" else 0
        elif char in numbers.HAN:
            value = 3
        elif not char.isalnum() or "\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3":
            value = 0
        else:
            value = 1
        self[char] = value
        return value


_WORD_CLASS = _WordClass()


@dataclass(frozen=True, slots=True)
class Matcher:
    """The compiled catalogue. Immutable and safe to share between threads."""

    catalogue: Catalogue
    numbered: dict[str, series.Numbered]
    spellings: spellings.Spellings
    surnames: dict[EntryId, frozenset[str]]
    """Folded spellings of each person's family name alone."""
    bearers: dict[str, tuple[EntryId, ...]]
    """The same the other way round: folded family name -> people."""
    automaton: AhoCorasick
    patterns: tuple[_Pattern, ...]

    def scan(self, folded: Folded) -> Hits:
        """Every pattern that stands in the text as a word (or words) of its own."""
        hits = Hits()
        text = folded.text
        word = _WORD_CLASS
        patterns = self.patterns
        for index, start, end in self.automaton.find_matches_as_indexes(text, overlapping=True):
            kind = word[text[start]]
            if kind and word[text[start - 1]] == kind:
                continue
            pattern = patterns[index]
            if not pattern.prefix:
                kind = word[text[end - 1]]
                if kind and word[text[end]] == kind and not pattern.series:
                    continue
                if pattern.names and not (kind and word[text[end]] == kind):
                    hits.names.append((start, end, pattern.names))
                if pattern.series:
                    hits.stems.append((start, end - pattern.digits, pattern.series))
                if pattern.role:
                    hits.roles.append((start, end, pattern.role))
                if pattern.given:
                    hits.given.append((start, end))
                if pattern.surname:
                    hits.surnames.setdefault(text[start:end], []).append((start, end))
            for cue in pattern.cues:
                hits.cues[cue].append((start, end, index))
        return hits


def compile_matcher(catalogue: Catalogue) -> Matcher:
    """Build the automaton; takes about a second for a thousand missions and as many people."""
    names: dict[str, dict[tuple[EntryId, bool], Name]] = defaultdict(dict)
    for mission in catalogue.missions.values():
        for form, name in _mission_names(mission):
            _add(names[form], name)
    for person in catalogue.people.values():
        for form, name in _person_names(catalogue, person.id):
            _add(names[form], name)
    numbered = series.compile_series(catalogue)
    stems: dict[str, set[str]] = defaultdict(set)
    whole = {stem for entry in numbered.values() for stem in entry.stems | entry.short}
    for entry in numbered.values():
        for stem in entry.stems | entry.short:
            for word in _stem_patterns(stem):
                stems[word].add(entry.id)
    roles, cues, prefixes = _telling_words(ALL)
    surnames = {
        person.id: frozenset(forms.family_forms(person)) for person in catalogue.people.values()
    }
    bearers = _bearers(surnames)
    spelt = spellings.compile_spellings(catalogue, bearers)
    alone = {form for form in bearers if len(form) >= SHORTEST_SURNAME and form[0] < "\u2e80"}
    words = sorted({*names, *stems, *roles, *cues, *spelt.written, *alone} - {""})
    patterns = tuple(
        _Pattern(
            prefix=word in prefixes
            and not any(word in listed for listed in (names, stems, roles, spelt.written, alone)),
            names=tuple(names[word].values()) if word in names else (),
            series=tuple(sorted(stems[word])) if word in stems else (),
            digits=0 if word in whole else len(word) - len(word.rstrip("0123456789").rstrip(" ")),
            role=roles.get(word),
            given=word in spelt.written,
            surname=word in alone,
            cues=tuple(sorted(int(cue) for cue in cues.get(word, ()))),
        )
        for word in words
    )
    return Matcher(
        catalogue=catalogue,
        numbered=numbered,
        spellings=spelt,
        surnames=surnames,
        bearers=bearers,
        automaton=AhoCorasick(words),
        patterns=patterns,
    )


def _bearers(surnames: dict[EntryId, frozenset[str]]) -> dict[str, tuple[EntryId, ...]]:
    bearers: dict[str, set[EntryId]] = defaultdict(set)
    for person, spelt in surnames.items():
        for form in spelt:
            bearers[form].add(person)
    return {form: tuple(sorted(people)) for form, people in bearers.items()}


def _stem_patterns(stem: str) -> tuple[str, ...]:
    """A series' name; a short one (NS, MA) only with a digit, or every "sense" would be a hit."""
    if len(stem) > 3 or not stem.isascii():
        first, blank, rest = stem.partition(" ")
        return (stem, f'{first}" {rest}') if blank else (stem,)  # «Союз» ТМА-08М
    return tuple(stem + gap + digit for gap in ("", " ", "  ", "   ") for digit in "0123456789")


def _add(known: dict[tuple[EntryId, bool], Name], name: Name) -> None:
    key = (name.entry, name.person)
    other = known.get(key)
    if other is None or (other.weak and not name.weak):
        known[key] = name


def _mission_names(mission: Mission) -> Iterator[tuple[str, Name]]:
    weak = {fold_name(alias) for listed in mission.weak_aliases.values() for alias in listed}
    given = {mission.name: None} | {
        alias: None for listed in mission.aliases.values() for alias in listed
    }
    insensitive = mission.kind in ("station", "programme")
    for alias in given:
        capital = _capital(alias)
        if insensitive and capital is Capital.FIRST and " " in alias:
            capital = Capital.ANY
        folded = fold_name(alias)
        numbered = ordinary.without_number(folded)
        is_weak = folded in weak or (numbered != folded and ordinary.is_ordinary(numbered))
        name = Name(mission.id, person=False, weak=is_weak, capital=capital)
        for form in forms.mission_forms(alias):
            yield form, name
        for form in forms.short_shuttle_forms(alias):
            yield form, Name(mission.id, person=False, weak=False, capital=Capital.ANY)


def _person_names(catalogue: Catalogue, person_id: EntryId) -> Iterator[tuple[str, Name]]:
    person = catalogue.people[person_id]
    given = {person.name: None} | {
        alias: None for listed in person.aliases.values() for alias in listed
    }
    for alias in given:
        for form, weak in forms.person_forms(person, alias):
            capital = Capital.FIRST if form[0].isalpha() and form[0].upper() != form[0] else 0
            yield form, Name(person.id, person=True, weak=weak, capital=Capital(capital))


def _capital(alias: str) -> Capital:
    letters = [char for char in alias if char.isalpha()]
    if not letters or letters[0].upper() == letters[0].lower() or alias[0].islower():
        return Capital.ANY
    if len(letters) <= 6 and " " not in alias and all(char.isupper() for char in letters):
        return Capital.ALL if len(letters) > 1 else Capital.FIRST
    return Capital.FIRST


def _telling_words(
    languages: tuple[Language, ...],
) -> tuple[dict[str, Role], dict[str, set[Cue]], set[str]]:
    roles: dict[str, Role] = {}
    cues: dict[str, set[Cue]] = defaultdict(set)
    prefixes: set[str] = set()
    for language in languages:
        for phrase, role in language.roles.items():
            roles[fold_name(phrase)] = role
        for cue, words in (
            (Cue.SPACE, language.space),
            (Cue.SETTING, language.setting),
            (Cue.ELSEWHERE, language.elsewhere),
            (Cue.ASTRONAUT, language.astronaut),
            (Cue.OFFICIAL, language.officials),
            (Cue.CREW, language.crew),
            (Cue.ROCKET, language.rockets),
            (Cue.PROGRAMME, language.programme),
            (Cue.GENERIC_STATION, language.generic_station),
            (Cue.CHINESE_STATION, language.chinese_station),
            (Cue.FLYING, language.flying),
        ):
            for listed in words:
                cues[fold_name(listed)].add(cue)
                if cue in _BEGINNINGS and (len(listed) > 4 or not listed.isascii()):
                    prefixes.add(fold_name(listed))
    return roles, cues, prefixes
