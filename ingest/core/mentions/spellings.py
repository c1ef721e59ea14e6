"""People whose name is spelt in a way that the catalogue does not list.

Four habits of newsrooms are met here, each only in a text about space and only for people who are
likely in it: further names and nicknames between given name and surname (Kenneth D. "Taco"
Cockrell), a slip of the pen in the surname (Chris Casssidy) or in the given name (Franck De
Winne), and names written by ear: Томас Маршбёрн, セルゲイ・クリカリョフ, 费奥多尔·尤尔奇欣,
Fjodor Jurtschichin (see ``sounds``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from ingest.core.mentions import russian, sounds
from ingest.core.mentions.fold import Folded, fold_name
from ingest.core.mentions.languages import ALL
from ingest.model import Catalogue, EntryId, Person

_FURTHER_NAME = re.compile(
    r"[ -](?:[A-Z]\.|[“\"'(][A-Z]\w{1,20}[”\"')]|(?P<name>[A-ZÀ-Þ][^\W\d_]{0,24}"
    r"(?:['’][A-Z][^\W\d_]{1,20})?(?:-[A-Z][^\W\d_]{1,20})?))"
)
_CYRILLIC = re.compile(
    r"(?<!\w)(?=([А-ЯЁ][а-яё]{1,20}) (?:[А-ЯЁ]\. ?)?"
    r"((?:[Дд]е |Ван |Аль[- ])?[А-ЯЁ][а-яё]['’а-яё]{0,24}(?:-[А-ЯЁ][а-яё]{1,20})?))"
)
"""Looks ahead only: each word may be the given name of the next."""
_NAME_BEFORE = re.compile(r"(?<![\w'’-])([A-ZÀ-ÞА-ЯЁ][a-zß-ÿа-яё]{2,19}) (?:[A-Z]\.? )?$")
_KATAKANA = re.compile("[ァ-ヺー]{2,16}(?:[・=＝][ァ-ヺーA-Z]{1,16})?[・=＝][ァ-ヺー]{2,16}")
_HAN_DOT = re.compile(
    f"(?P<given>[{sounds.HAN}]{{1,8}})[·•・](?:[A-Z][·•・]|[{sounds.HAN}]{{1,6}}[·•・])?"
    f"(?P<family>[{sounds.HAN}]{{1,9}}(?: [{sounds.HAN}]{{1,9}})?)"
)
_NATIONS = ("俄罗斯", "意大利", "加拿大", "西班牙", "瑞典", "丹麦", "哈萨克斯坦", "荷兰", "波兰")
"""What may stand right before a name although names are written with its characters, too."""
HAN_WORDS = "通因当都于达明真大太安将从对以与同可让卫季京"
"""What may follow a name in Chinese although names are written with it, too."""
_LONG_ENOUGH = 4
_INSTRUMENTAL = re.compile("(?:ом|ем|ым)(?= )")
_FAMILY_FIRST = ("JP", "HU")
"""Nations whose names other languages give in either order."""
_MOST_MET = 1 << 15
_SLIP = 6
"""From this many letters on a given name may differ in two of them, below in one."""
_KNOWN_ABROAD = {
    "александр": "alexander alexandre alejandro aleksander", "алексей": "alexi alexis alexej",
    "сергей": "serge sergi sergueï serguei", "андрей": "andre andrew andrea andres",
    "михаил": "michael michail mijail", "николай": "nicolas nicolaï nikolas nicholas",
    "петр": "peter pierre petr", "павел": "paul pawel", "максим": "max maxim maxime",
    "константин": "constantin constantine", "евгений": "eugene eugen eugeni evgeny",
    "юрий": "juri jurij iouri youri", "дмитрий": "dimitri dimitry dmitrij",
}  # fmt: skip
"""Given names that have a form of their own elsewhere: Alexandre Missourkine."""
_CYRILLIC_NATIONS = ("RU", "SU", "UA", "BY", "KZ")
_PARTICLES = ("al ", "de ", "van ", "von ", "di ", "da ")


@dataclass(frozen=True, slots=True)
class Spelling:
    """A likely name in the original text, and the people it may mean."""

    start: int
    end: int
    people: tuple[EntryId, ...]
    reason: str
    weight: int = 0
    """How many consonants agree, where the name is compared by its sound."""


@dataclass(frozen=True, slots=True)
class Spellings:
    """Given names and surnames of all people, as they are written and as they sound."""

    written: dict[str, tuple[tuple[str, EntryId], ...]]
    """Folded given name (or nickname) -> (folded surname, person)."""
    given: dict[EntryId, tuple[str, ...]]
    families: dict[EntryId, tuple[str, ...]]
    """Folded Latin names of each person who may be written by ear."""
    heard: dict[str, tuple[EntryId, ...]]
    """Sound of a surname, without liquids -> people."""
    rendered_given: dict[str, frozenset[str]]
    rendered_family: dict[str, frozenset[str]]
    """Renderings that the catalogue lists for somebody -> the Latin names they render."""
    bearers: dict[str, tuple[EntryId, ...]]
    """Folded surname, in any script -> people."""
    given_anywhere: dict[EntryId, tuple[str, ...]]
    """All folded given names of a person, in Latin and Cyrillic letters."""
    family_first: frozenset[EntryId]
    met: dict[str, tuple[EntryId, ...]] = field(repr=False, compare=False)
    """What ``by_surname`` has answered: the names of the news come again."""
    slavic: frozenset[EntryId]
    """Those whose own name is written in Cyrillic: every language has its Latin spelling of it."""

    def by_sound(self, given: str, family: str) -> tuple[tuple[EntryId, ...], int]:
        """Who may be meant by a folded name in another script, and how many consonants agree."""
        exact = self.rendered_family.get(family, frozenset())
        people = self.by_surname(family)
        known = self.rendered_given.get(given, frozenset())
        found = tuple(
            person
            for person in people
            if any(name in known or sounds.agree(name, given) for name in self.given[person])
        )
        weight = max((len(one) for one in sounds.readings(given)), default=0) + max(
            (len(one) for one in sounds.readings(family)), default=0
        )
        if not exact and weight < _LONG_ENOUGH:
            return (), weight
        return found, weight

    def by_surname(self, family: str) -> tuple[EntryId, ...]:
        """Who may be meant by a folded surname in another script."""
        known = self.met.get(family)
        if known is None:
            known = self._by_surname(family)
            if len(self.met) < _MOST_MET:
                self.met[family] = known
        return known

    def _by_surname(self, family: str) -> tuple[EntryId, ...]:
        exact = self.rendered_family.get(family, frozenset())
        candidates = {
            person
            for key in (*sounds.keys(family), *(key for name in exact for key in sounds.keys(name)))
            for person in self.heard.get(key, ())
        }
        return tuple(
            person
            for person in sorted(candidates)
            if any(name in exact or sounds.agree(name, family) for name in self.families[person])
        )


def compile_spellings(catalogue: Catalogue, bearers: dict[str, tuple[EntryId, ...]]) -> Spellings:
    """Index the people of the catalogue; ``bearers`` are those of each folded surname."""
    anywhere: dict[EntryId, tuple[str, ...]] = {}
    written: dict[str, set[tuple[str, EntryId]]] = defaultdict(set)
    heard: dict[str, set[EntryId]] = defaultdict(set)
    given: dict[EntryId, tuple[str, ...]] = {}
    families: dict[EntryId, tuple[str, ...]] = {}
    rendered_given: dict[str, set[str]] = defaultdict(set)
    rendered_family: dict[str, set[str]] = defaultdict(set)
    for person in catalogue.people.values():
        family = fold_name(person.family)
        names = _given_names(person)
        abroad = names | _slavic_given_names(person)
        for name in abroad:
            written[name].add((family, person.id))
        anywhere[person.id] = tuple(sorted(abroad | _cyrillic_given_names(person)))
        if person.nationality == "CN":
            continue
        given[person.id] = tuple(sorted(names))
        families[person.id] = tuple(sorted(_family_names(person)))
        for name in families[person.id]:
            for key in sounds.keys(name):
                heard[key].add(person.id)
        first = fold_name(person.given or "").partition(" ")[0]
        for language in ("zh", "ja"):
            for alias in person.aliases.get(language, ()):
                parts = fold_name(alias).split("·")
                if len(parts) == 2:
                    rendered_given[parts[0]].add(first)
                    rendered_family[parts[1]].add(family)
    return Spellings(
        written={name: tuple(sorted(found)) for name, found in written.items()},
        given=given,
        families=families,
        heard={key: tuple(sorted(found)) for key, found in heard.items()},
        rendered_given={name: frozenset(found) for name, found in rendered_given.items()},
        rendered_family={name: frozenset(found) for name, found in rendered_family.items()},
        met={},
        bearers=bearers,
        given_anywhere=anywhere,
        family_first=frozenset(
            person.id for person in catalogue.people.values() if person.nationality in _FAMILY_FIRST
        ),
        slavic=frozenset(
            person.id
            for person in catalogue.people.values()
            if person.nationality in _CYRILLIC_NATIONS
        ),
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


def _slavic_given_names(person: Person) -> set[str]:
    """The given name in the Latin letters of other languages: Fjodor, Fiodor, Fiódor."""
    if person.nationality not in _CYRILLIC_NATIONS:
        return set()
    spelt: set[str] = set()
    for alias in person.aliases.get("ru", ()):
        given, _, family = alias.lower().partition(" ")
        if family and " " not in family:
            spelt |= {fold_name(form) for form in russian.latin_words(given)}
            spelt |= {fold_name(form) for form in _KNOWN_ABROAD.get(fold_name(given), "").split()}
    return spelt


def _cyrillic_given_names(person: Person) -> set[str]:
    return {fold_name(alias).partition(" ")[0] for alias in person.aliases.get("ru", ())}


def _family_names(person: Person) -> set[str]:
    family = fold_name(person.family)
    names = {family}
    for particle in _PARTICLES:
        names.add(family.removeprefix(particle))
    words = re.split("[ -]", family)
    return names | {word for word in words if len(word) > 3}


def find(
    text: str,
    folded: Folded,
    given: list[tuple[int, int]],
    surnames: dict[str, list[tuple[int, int]]],
    spellings: Spellings,
) -> Iterator[Spelling]:
    """Names in ``text`` that may be those of known people, however they are spelt.

    ``given`` are the folded spans at which a given name of the catalogue stands, ``surnames``
    those of its surnames.
    """
    for begin, stop in given:
        yield from _latin(text, folded, begin, stop, spellings)
    if "а" in folded.text:
        yield from _cyrillic(text, spellings)
    yield from _given_misspelt(text, folded, surnames, spellings)
    if "·" in folded.text or "=" in folded.text:
        yield from _katakana(text, spellings)
        yield from _han(folded, spellings)


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
        family = fold_name(match["name"] or "")
        people = _by_surname(candidates, family, spellings) if family else ()
        if people:
            weight = max(map(len, sounds.readings(folded.text[begin:stop])), default=0) + max(
                map(len, sounds.readings(family)), default=0
            )
            reason = "another spelling of the name"
            slavic = spellings.slavic.issuperset(people)
            yield Spelling(start, match.end("name"), people, reason, weight if slavic else 0)
            return
        end = match.end()


def _by_surname(
    candidates: tuple[tuple[str, EntryId], ...], surname: str, spellings: Spellings
) -> tuple[EntryId, ...]:
    exact = tuple(person for family, person in candidates if family == surname)
    if exact or len(surname) < 5:
        return exact
    slip = tuple(
        person
        for family, person in candidates
        if len(family) + len(surname) >= 11
        and family[0] == surname[0]
        and Levenshtein.distance(family, surname, score_cutoff=1) <= 1
    )
    return slip or tuple(
        person
        for family, person in candidates
        if person in spellings.slavic and sounds.agree(family, surname)
    )


def _given_misspelt(
    text: str,
    folded: Folded,
    surnames: dict[str, list[tuple[int, int]]],
    spellings: Spellings,
) -> Iterator[Spelling]:
    """A known surname behind a given name that is almost its bearer's: Alexi Leonov."""
    for family, spans in surnames.items():
        for begin, stop in spans:
            start, end = folded.original(begin, stop)
            before = _NAME_BEFORE.search(text, max(0, start - 26), start)
            if before is None or text[start].islower():
                continue
            given = fold_name(before[1])
            people = tuple(
                person
                for person in spellings.bearers[family]
                if any(_almost(given, one) for one in spellings.given_anywhere[person])
            )
            if people:
                reason = "the surname, behind a given name that is almost theirs"
                yield Spelling(before.start(1), end, people, reason)


def _almost(given: str, name: str) -> bool:
    slips = 2 if min(len(given), len(name)) >= _SLIP else 1
    return (
        given[0] == name[0]
        and len(name) > 3
        and Levenshtein.distance(given, name, score_cutoff=slips) <= slips
    )


def _cyrillic(text: str, spellings: Spellings) -> Iterator[Spelling]:
    for match in _CYRILLIC.finditer(text):
        given, family = fold_name(match[1]), fold_name(match[2])
        for form in _uninflected(family):
            people, weight = spellings.by_sound(given, form)
            if not people and given[-1:] == "м":
                people, weight = spellings.by_sound(given[:-1], form)
            if not people:
                people, weight = _other_order(given, form, spellings)
            if people:
                reason = "the name as it sounds"
                yield Spelling(match.start(1), match.end(2), people, reason, weight)
                break


def _other_order(first: str, second: str, spellings: Spellings) -> tuple[tuple[EntryId, ...], int]:
    """Who may be meant where the surname stands first: Фурукава Сатоши."""
    people, weight = spellings.by_sound(second, first)
    return tuple(one for one in people if one in spellings.family_first), weight


def _uninflected(word: str) -> tuple[str, ...]:
    """With and without the м of the instrumental case: Лопесом-Алегриа."""
    forms = (word, word[:-1]) if word.endswith("м") else (word,)
    plain = _INSTRUMENTAL.sub("", word)
    return forms if plain == word else (*forms, plain)


def _katakana(text: str, spellings: Spellings) -> Iterator[Spelling]:
    for match in _KATAKANA.finditer(text):
        parts = re.split("[・=＝]", match.group())
        people, weight = spellings.by_sound(parts[0], parts[-1])
        if people:
            reason = "the name as it sounds"
            yield Spelling(match.start(), match.end(), people, reason, weight)


def _han(folded: Folded, spellings: Spellings) -> Iterator[Spelling]:
    """Names around a dot; where they begin and end is seen by what is a name at all."""
    for match in _HAN_DOT.finditer(folded.text):
        found = _han_name(match["given"], match["family"], spellings)
        if found is None:
            continue
        given, family, people, weight = found
        begin = match.end("given") - len(given)
        stop = match.start("family") + len(family)
        yield Spelling(*folded.original(begin, stop), people, "the name as it sounds", weight)


def _han_name(
    before: str, after: str, spellings: Spellings
) -> tuple[str, str, tuple[EntryId, ...], int] | None:
    for length in range(len(after), 0, -1):
        if length < len(after) and after[length] not in HAN_WORDS:
            continue
        family = after[:length].replace(" ", "")
        if not spellings.by_surname(family):
            continue
        for start in (0, *(len(nation) for nation in _NATIONS if before.startswith(nation))):
            people, weight = spellings.by_sound(before[start:], family)
            if people:
                return before[start:], after[:length], people, weight
    return None
