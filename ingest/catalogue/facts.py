"""What an item says, in the form of our files: the fields of an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ingest.catalogue.matching import Numbered
from ingest.catalogue.wikidata_item import Item

Facts = dict[str, Any]
"""A field of an entry -> what Wikidata says of it, in the form of our files."""

_HAN = re.compile(r"[぀-ヿ㐀-鿿가-힯]")
_ROMAN = re.compile(r"\b[IVXLC]+\b")
_ABBREVIATION = re.compile(r"[A-Z]{1,3}[ -]?\d+|\d+[A-Z]{1,3}")
"""``MS-30`` may be a Soyuz, and a program or a street as well."""
_LEAST = 4
_LEAST_HAN = 2


def of_person(item: Item) -> Facts:
    """What Wikidata says of a person."""
    born = {"born": str(item.born)} if item.born is not None else {}
    return {"wikidata": item.qid, **born, "aliases": _names(item, person=True)}


def of_flight(item: Item, *, crewed: bool, numbered: bool) -> Facts:
    """What Wikidata says of a flight; a crew is given as their items."""
    facts: Facts = {"wikidata": item.qid}
    if item.launch is not None:
        facts["launch"] = item.launch.isoformat()
    if crewed and item.landing is not None:  # of a probe it is no end
        facts["end"] = item.landing.isoformat()
    facts["aliases"] = _names(item, numbered=numbered)
    if crewed and item.crew:
        facts["crew"] = list(item.crew)
    return facts


def new_person(item: Item, family: str | None) -> Facts:
    """What a new entry needs beside that. Without a ``family`` name the last word is taken."""
    label = item.label or ""
    if not family or family not in label:
        family = label.rpartition(" ")[2]
    first = label.startswith(f"{family} ") and not label.endswith(f" {family}")
    given = (label.removeprefix(family) if first else label.removesuffix(family)).strip()
    return {
        "name": label,
        "family": family,
        **({"given": given} if given else {}),
        **({"name_order": "family-first"} if first else {}),
        "unconfirmed": "true",
        "sources": ["wikidata"],
    }


def new_flight(item: Item, numbered: Numbered | None) -> Facts:
    """What a new entry needs beside that."""
    facts: Facts = {"name": item.label, "kind": "crewed"}
    if numbered is not None:
        facts |= {"series": numbered.series, "number": str(numbered.number)}
    return {**facts, "unconfirmed": "true", "sources": ["wikidata"]}


def _names(item: Item, *, person: bool = False, numbered: bool = False) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for language, name in _usable(item, person=person, numbered=numbered):
        found.setdefault(language, []).append(name)
    return found


def _usable(item: Item, *, person: bool, numbered: bool) -> Iterator[tuple[str, str]]:
    """The names of an item that may stand for it in a text, with their language.

    Left out are abbreviations and single words, which mean other things as well, names with a
    remark in brackets and, for a numbered flight, names without a number.
    """
    for language, names in item.names.items():
        for name in names:
            han = _HAN.search(name) is not None
            if "(" in name or "（" in name or len(name) < (_LEAST_HAN if han else _LEAST):
                continue
            if name != item.label and _ABBREVIATION.fullmatch(name):
                continue
            if not han and " " not in name and (person or not any(c.isnumeric() for c in name)):
                continue
            if numbered and not any(c.isnumeric() for c in name) and not _ROMAN.search(name):
                continue
            yield language, name
