"""The numbered series of the catalogue, compiled: what they are called, which numbers are known."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from ingest.core.mentions import forms, numbers
from ingest.core.mentions.fold import fold_name
from ingest.model import Catalogue, EntryId, Mission, Series

_SHORT_STEM = re.compile(r"\w{3,} (?:[A-Z]{2,3}|[А-Я]{2,3})")
DASH = "-‐‑‒–—−"
BEYOND = 400
"""How far above the highest known number a number may be and still be a flight's."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A series as the matcher needs it."""

    id: str
    kind: str
    stems: frozenset[str]
    short: frozenset[str]
    """Stems without their first word: the "MS" of "Soyuz MS"."""
    heads: frozenset[str]
    """The first words, one of which must stand in the text before a short stem counts."""
    suffix: str
    roman: bool
    ordinal: bool
    highest: int
    known: dict[int, EntryId]
    id_template: str
    name_template: str

    def entry(self, number: int) -> tuple[EntryId, str, bool]:
        """Id, English name and whether the catalogue knows flight ``number``."""
        known = self.known.get(number)
        if known is not None:
            return known, "", True
        roman = "{:s}" in self.name_template
        name = self.name_template.format(numbers.to_roman(number) if roman else number)
        return self.id_template.format(number), name, False


def compile_series(catalogue: Catalogue) -> dict[str, Numbered]:
    """What each series is called and which of its numbers are known."""
    members: dict[str, list[Mission]] = defaultdict(list)
    for mission in catalogue.missions.values():
        if mission.series is not None and isinstance(mission.number, int):
            members[mission.series].append(mission)
    return {
        entry.id: _compile(entry, sorted(members[entry.id], key=lambda m: m.number or 0))
        for entry in catalogue.series.values()
    }


def _compile(entry: Series, members: list[Mission]) -> Numbered:
    stems = {stem for listed in entry.stems.values() for stem in listed}
    suffix = ""
    for mission in members:
        for alias in (mission.name, *(a for listed in mission.aliases.values() for a in listed)):
            found = re.fullmatch(rf"(.*?)[ {DASH}]?0*{mission.number}([MМ])", alias)
            if found is not None:
                suffix = "m"
                stems.add(found.group(1))
    for form in (form for listed in entry.forms.values() for form in listed):
        head, _, tail = form.partition("{n}")
        if tail in ("M", "М"):  # Progress M-{n}M
            suffix = "m"
            stems.add(head.rstrip(f" {DASH}"))
    english = entry.stems.get("en") or (entry.name,)
    short = {stem.split(" ")[1] for stem in stems if _SHORT_STEM.fullmatch(stem)}
    id_template, name_template = f"{entry.id}-{{:d}}", f"{english[0]} {{:d}}"
    if suffix and entry.forms.get("en"):
        name_template = entry.forms["en"][0].replace("{n}", "{:02d}")
        id_template = name_template.lower().replace(" ", "-")
    elif members:
        id_template, name_template = _templates(members, id_template, name_template)
    return Numbered(
        id=entry.id,
        kind=entry.kind,
        stems=frozenset(form for stem in stems for form in forms.mission_forms(stem)),
        short=frozenset(form for stem in short for form in forms.mission_forms(stem)),
        heads=frozenset(fold_name(stem.split(" ")[0]) for stem in stems if " " in stem),
        suffix=suffix,
        roman="roman" in entry.number_styles,
        ordinal="ordinal" in entry.number_styles and entry.id == "expedition",
        highest=max([entry.max_known_number or 0, *(m.number or 0 for m in members)]),
        known={mission.number: mission.id for mission in members if mission.number is not None},
        id_template=id_template,
        name_template=name_template,
    )


def _templates(members: list[Mission], by_id: str, by_name: str) -> tuple[str, str]:
    """How ids and names of the series are made, as its newest members show."""
    for mission in reversed(members):
        number = mission.number or 0
        found = re.fullmatch(rf"(.*\D)(0*){number}(m?)", mission.id)
        if found is None:
            continue
        padded = any(re.search(r"\D0\d", member.id) for member in members)
        by_id = f"{found.group(1)}{{:02d}}{found.group(3)}" if padded else f"{found.group(1)}{{:d}}"
        head, digits, tail = mission.name.rpartition(str(number))
        if digits:
            zero = "{:02d}" if head.endswith("0") or padded else "{:d}"
            by_name = f"{head.removesuffix('0')}{zero}{tail}"
        elif mission.name.endswith(" " + numbers.to_roman(number)):
            by_name = mission.name.removesuffix(numbers.to_roman(number)) + "{:s}"
        break
    return by_id, by_name
