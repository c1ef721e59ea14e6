"""The spellings under which a catalogue name may stand in a text.

The catalogue gives the names that people use; what follows from a rule (case endings, the other
name order, initials, a missing apostrophe, ``ue`` for ``ü``) is made here, folded, once a process.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.core.mentions import russian
from ingest.core.mentions.fold import fold_name
from ingest.core.mentions.languages import ALL
from ingest.model import Person

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_LOOKALIKES = str.maketrans("асеорхтмкнв", "aceopxtmkhb")
_HOMOGLYPHS = re.compile(r"(?<![^\W_])[асеорхтмкнв]{1,3}(?![^\W\d_])")
_CYRILLIC = re.compile("[а-я]")
_TWO_AND_MORE = re.compile("[\u4e00-\u9fff]{3,5}$")
"""Kanji names are two characters and two, mostly: 若田|光一."""
_HAN_NAME = re.compile("([\u4e00-\u9fff]{2,10})(号|计划|任务|工程|空间站|探测器|望远镜)")
_LETTERED_SHUTTLE = re.compile("STS-([4-6][1-3])-([A-L])")
_ORBITERS = ("challenger", "columbia", "discovery", "atlantis")
_SURNAME = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_PATRONYMIC = re.compile(r"(?:[ое]вич|[ьм]ич|[ое]вна|ична)$")
_MIDDLE_INITIAL = re.compile(r" [a-z]\.?(?= )")
_NICKNAMES = {
    given: short for language in ALL for given, short in language.nicknames.items() if short
}


def mission_forms(name: str) -> set[str]:
    """Folded spellings of a mission's, station's or programme's name."""
    forms = {fold_name(name), fold_name(name.translate(_UMLAUTS))}
    acronyms = frozenset(fold_name(word) for word in re.split(r"[ -]", name) if word.isupper())
    for form in list(forms):
        if _CYRILLIC.search(form):
            forms |= russian.decline(form.replace('"', ""), acronyms)
            forms |= _quoted(form)
        if "·" in form:
            forms.add(form.replace("·", ""))
        forms |= _quoted_han(form)
        if form.startswith(("mission ", "mision ")):
            head, _, called = form.partition(" ")
            forms.add(f'{head} "{called}"')
            forms.add(f'{head} " {called} "')
        if "'" in form and " " not in form.partition("'")[2].strip(" 0123456789"):
            forms.add(form.replace("'", ""))
    forms |= {_HOMOGLYPHS.sub(lambda m: m.group().translate(_LOOKALIKES), form) for form in forms}
    return {form for form in forms if form}


def _quoted_han(form: str) -> set[str]:
    """Names whose last word stands behind the quotes in Chinese: “卡西尼”号, “阿耳忒弥斯”计划."""
    match = _HAN_NAME.fullmatch(form)
    return {f'"{match[1]}"{match[2]}'} if match else set()


def short_shuttle_forms(name: str) -> set[str]:
    """STS-51-L as mission 51-L: shuttle flights of 1984 to 1986, which have a letter."""
    match = _LETTERED_SHUTTLE.fullmatch(name)
    if match is None:
        return set()
    flight = f"{match[1]} {match[2].lower()}"
    return (
        {
            form.format(number)
            for number in (flight, flight.replace(" ", ""))
            for form in (
                "mission {}",
                "flight {}",
                "flights {}",
                "mision {}",
                "vol {}",
                "flug {}",
                "полет {}",
            )
        }
        | {f"{flight} {word}" for word in ("mission", "crew", "accident", "disaster", *_ORBITERS)}
        | {f"{orbiter}, {flight}" for orbiter in _ORBITERS}
    )


def _quoted(form: str) -> set[str]:
    """Case forms of a name with a quoted part: программы "Аполлон"."""
    head, quote, rest = form.partition(' "')
    if not quote or not head:
        return {form}
    return {f'{case} "{rest}' for case in russian.decline(head)} | {form}


def person_forms(person: Person, name: str) -> Iterator[tuple[str, bool]]:
    """Folded spellings of one alias of a person, each with whether it is a weak one.

    Weak are spellings that others are likely to share: an initial for the given name, and the
    family name alone of a name that is transcribed into Chinese or Japanese.
    """
    full = fold_name(name)
    yield full, False
    if any(char in name for char in "äöüÄÖÜ"):
        yield fold_name(name.translate(_UMLAUTS)), False
    if _CYRILLIC.search(full):
        yield from _cyrillic_forms(person, full)
    elif full.isascii():
        yield from _latin_forms(person, full)
    elif "·" in full:
        family = full.rpartition("·")[2]
        yield full.replace("·", ""), False
        yield full.replace("·", " "), False
        if len(family) >= 3:
            yield "·" + family, True
            yield family, True


def _latin_forms(person: Person, full: str) -> Iterator[tuple[str, bool]]:
    plain = re.sub(r'"[^"]*" ?|\([^)]*\) ?', "", full).strip()
    short = _MIDDLE_INITIAL.sub("", plain)
    yield plain, False
    yield short, False
    if "'" in short:
        yield short.replace("'", ""), False
    family = fold_name(person.family)
    family_first = person.name_order == "family-first"
    given = short.removeprefix(family + " ") if family_first else short.removesuffix(" " + family)
    if given == short or not given:
        return
    yield f"{given} {family}", False
    yield f"{family} {given}", False
    if family_first:
        return
    first, _, others = given.partition(" ")
    yield f'"{first}" {family}', False  # "Buzz" Aldrin, « Buzz » Aldrin
    yield f'" {first} " {family}', False
    for nickname in _NICKNAMES.get(first, ()):
        yield f"{nickname} {family}", False
    if others:
        yield f"{first} {family}", person.common_name
    yield f"{first[0]}. {family}", True


def _cyrillic_forms(person: Person, full: str) -> Iterator[tuple[str, bool]]:
    for form in russian.decline(full):
        yield form, False
    words = full.split(" ")
    if len(words) == 2:
        given, family = words
        for form in russian.decline(f"{family} {given}"):
            yield form, False
        for form in russian.decline(family):
            yield f"{given[0]}. {form}", True
        yield f"{family}, {given}", False  # as an encyclopedia has it
        if person.nationality in ("SU", "RU", "UA", "BY", "KZ"):
            for spelling in russian.latin_spellings(full):
                yield spelling, False
    elif len(words) == 3 and _PATRONYMIC.search(words[1]):
        first, second = words[0][0], words[1][0]
        for form in russian.decline(words[2]):  # П. Р. Попович, П.Р.Попович, Попович П. Р.
            yield f"{first}. {second}. {form}", True
            yield f"{first}.{second}. {form}", True
            yield f"{first}.{second}.{form}", True
            yield f"{form} {first}. {second}.", True
            yield f"{form} {first}.{second}.", True
        given, patronymic, family = words
        yield f"{family}, {given} {patronymic}", False
        for form in russian.decline(f"{family} {given} {patronymic}"):
            yield form, False


def family_forms(person: Person) -> set[str]:
    """Folded spellings of the family name alone, for a person whom the text has named in full."""
    family = fold_name(person.family)
    forms = {family, family.replace("'", "")}
    for language, names in person.aliases.items():
        for name in names:
            full = fold_name(name)
            words = full.split(" ")
            if _CYRILLIC.search(full) and len(words) == 2 and language == "ru":
                foreign = person.name_order == "family-first"
                forms |= russian.decline(words[0] if foreign else words[1])
            elif "·" in full:
                forms.add(full.rpartition("·")[2])
            elif language == "ja" and person.nationality == "JP" and _TWO_AND_MORE.match(full):
                forms.add(full[:2])
            elif (
                language == "en"
                and person.name_order == "given-first"
                and _SURNAME.fullmatch(words[-1])
            ):
                forms.add(words[-1])
    return {form for form in forms if len(form) > 1}
