"""An item of Wikidata, read from Wikibase's JSON. Odd parts are left out, whatever they are."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

T = TypeVar("T")
Qid = str

LANGUAGES = {
    "en": "en",
    "zh": "zh",
    "zh-hans": "zh",
    "zh-hant": "zh",
    "ru": "ru",
    "fr": "fr",
    "de": "de",
    "es": "es",
    "ja": "ja",
    "ko": "ko",
}
"""Theirs -> ours."""
HUMAN = "Q5"
_DAY, _YEAR = 11, 9
_NAMES = 40
_LONGEST = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What Wikidata says of one flight or person, as far as we can use it.

    ``names`` by our languages, labels before aliases. Dates are days; one that is less precise, or
    stated in several ways, is None.
    """

    qid: Qid
    rev: int
    human: bool
    label: str | None
    names: dict[str, tuple[str, ...]]
    launch: date | None = None
    landing: date | None = None
    crew: tuple[Qid, ...] = ()
    born: int | None = None
    family: Qid | None = None


def item(entity: Mapping[str, Any]) -> Item:
    """The item that is stored as ``entity`` (Wikibase's JSON). Odd parts are left out."""
    names = _names(entity)
    claims = entity.get("claims")
    claims = claims if isinstance(claims, dict) else {}
    rev = entity.get("lastrevid")
    born = _times(claims, "P569", _YEAR)
    return Item(
        qid=str(entity.get("id")),
        rev=rev if isinstance(rev, int) else 0,
        human=HUMAN in _ids(claims, "P31"),
        label=next(iter(names.get("en", ())), None),
        names=names,
        launch=_only(_times(claims, "P619", _DAY)),
        landing=_only(_times(claims, "P620", _DAY)),
        crew=tuple(_ids(claims, "P1029")),
        born=_only({one.year for one in born}),
        family=_only(_ids(claims, "P734")),
    )


def _names(entity: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    labels, aliases = entity.get("labels"), entity.get("aliases")
    found: dict[str, dict[str, None]] = {}
    for theirs, ours in LANGUAGES.items():
        label = labels.get(theirs) if isinstance(labels, dict) else None
        more = aliases.get(theirs) if isinstance(aliases, dict) else None
        for one in [label, *(more if isinstance(more, list) else ())]:
            value = one.get("value") if isinstance(one, dict) else None
            name = " ".join(value.split()) if isinstance(value, str) else ""
            if 0 < len(name) <= _LONGEST and name.isprintable():
                found.setdefault(ours, {})[name] = None
    return {language: tuple(names)[:_NAMES] for language, names in found.items()}


def _values(claims: Mapping[str, Any], name: str) -> list[Any]:
    """The values of a property: the preferred ones, else all that are not deprecated."""
    listed = claims.get(name)
    stated = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    best = [one for one in stated if one.get("rank") == "preferred"] or [
        one for one in stated if one.get("rank") != "deprecated"
    ]
    values = []
    for one in best:
        try:
            values.append(one["mainsnak"]["datavalue"]["value"])
        except (KeyError, TypeError):
            continue  # "unknown value", or none
    return values


def _ids(claims: Mapping[str, Any], name: str) -> list[Qid]:
    found = [one.get("id") for one in _values(claims, name) if isinstance(one, dict)]
    return list(dict.fromkeys(one for one in found if isinstance(one, str) and is_qid(one)))


def _times(claims: Mapping[str, Any], name: str, precision: int) -> set[date]:
    found = set()
    for one in _values(claims, name):
        if isinstance(one, dict) and _at_least(one.get("precision"), precision):
            text = str(one.get("time", "")).removeprefix("+")[:10]
            try:
                # a year alone is written as 1976-00-00
                found.add(date.fromisoformat(text.replace("-00", "-01")))
            except ValueError:
                continue
    return found


def _at_least(precision: Any, wanted: int) -> bool:
    return isinstance(precision, int) and precision >= wanted


def _only(values: Collection[T]) -> T | None:
    return next(iter(values)) if len(values) == 1 else None


def is_qid(text: str) -> bool:
    return text[:1] == "Q" and text[1:].isdecimal() and text.isascii()
