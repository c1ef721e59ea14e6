"""The languages whose milestones are read: one file each, and one line here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from ingest.core.milestones import dates, de, en, es, fr, ja, ru, zh
from ingest.core.milestones.words import Form, Words, listed
from ingest.model import MilestoneType

_PUNCTUATION = r"[;—–()\[\]\"“”„«»、，；：（）「」『』《》]|(?<!\d)[,:]|[,:](?!\d)|\s-\s"
_UP_TO_NAME = r"[\s«»„“\"]{0,2}$"
_MACRO = re.compile(r"(?<!P)<([a-z ]+)>")

LANGUAGES: dict[str, Words] = {
    "en": en.WORDS,
    "zh": zh.WORDS,
    "ru": ru.WORDS,
    "fr": fr.WORDS,
    "de": de.WORDS,
    "es": es.WORDS,
    "ja": ja.WORDS,
}


@dataclass(frozen=True, slots=True)
class Language:
    """A language's words, ready to search."""

    words: Words
    stems: AhoCorasick
    cues: re.Pattern[str]
    kinds: dict[str, tuple[MilestoneType, Form]]
    """Name of the group of ``cues`` that matched -> what it tells."""
    dates: re.Pattern[str]
    planned: re.Pattern[str]
    happened: re.Pattern[str]
    refused: re.Pattern[str]
    refused_after: re.Pattern[str]
    boundary: re.Pattern[str]
    """Where one clause ends and the next begins."""
    stands_for_flight: re.Pattern[str]
    comparison: re.Pattern[str]


@cache
def language(code: str | None) -> Language | None:
    """The language with this ISO 639-1 code, compiled once; None for one that we do not read."""
    words = LANGUAGES.get(code or "")
    if words is None:
        return None
    kinds = {f"c{number}": (cue.type, cue.form) for number, cue in enumerate(words.cues)}
    named = [
        f"(?P<c{number}>{_expression(cue.pattern, words)})" for number, cue in enumerate(words.cues)
    ]

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(_expression(pattern, words), re.IGNORECASE)

    return Language(
        words=words,
        stems=AhoCorasick(list(words.stems)),
        cues=re.compile("|".join(named), re.IGNORECASE),
        kinds=kinds,
        dates=dates.expressions(words),
        planned=compiled(words.planned),
        happened=compiled(words.happened),
        refused=compiled(words.refused),
        refused_after=compiled(words.refused_after),
        boundary=re.compile(_boundary(words), re.IGNORECASE),
        stands_for_flight=compiled(words.stands_for_flight),
        comparison=re.compile(_expression(words.comparison, words) + _UP_TO_NAME, re.IGNORECASE),
    )


def _expression(lines: str, words: Words) -> str:
    """A list of alternatives as one expression that begins and ends with whole words."""
    alternatives = "|".join(listed(_MACRO.sub(lambda match: _macro(match[1], words), lines)))
    if not words.spaced:
        return f"(?:{alternatives})"
    return rf"(?<![^\W_])(?:{alternatives})(?![^\W_])"


def _boundary(words: Words) -> str:
    if not words.conjunctions:
        return _PUNCTUATION
    return f"{_PUNCTUATION}|{_expression(words.conjunctions, words)}"


def _macro(name: str, words: Words) -> str:
    return f"(?:{'|'.join(listed(words.macros[name]))})"
