"""The languages whose milestones are read: one file each, and one line here.

Compiling turns a language's words into what is fast to search: the stems of all cues go into one
Aho-Corasick automaton that sees the whole text once; only where a stem stands are the expressions
tried that hold it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

from ingest.core.milestones import de, en, es, fr, ja, ru, zh
from ingest.core.milestones.calendar import Calendar
from ingest.core.milestones.stems import stems
from ingest.core.milestones.words import Form, Words, listed
from ingest.model import MilestoneType

LANGUAGES: dict[str, Words] = {
    "en": en.WORDS,
    "zh": zh.WORDS,
    "ru": ru.WORDS,
    "fr": fr.WORDS,
    "de": de.WORDS,
    "es": es.WORDS,
    "ja": ja.WORDS,
}

_BLANK_IN_HAN = r"(?<=[\u3040-\u9fff])\s+(?=[\u3040-\u9fff])"
"""Headlines in Chinese and Japanese have blanks where others have commas."""
_PUNCTUATION = r"[;—–()\[\]\"“”„«»、，；：（）「」『』《》]|(?<!\d)[,:]|[,:](?!\d)|\s-\s"
_UP_TO_NAME = r"[\s«»„“\"]{0,2}$"
_MACRO = re.compile(r"<([a-z ]+)>")
_LITERAL = re.compile(r"\\.|[^\\]+", re.DOTALL)
_LONGEST_CUE_BEFORE_STEM = 80
_MAX_CUES = 10
"""A sentence with more of them is a table."""
_TITLES = re.compile(r"『[^』]{1,200}』|《[^》]{1,200}》")
"""Books, films and cited articles: what their titles say is no statement of this text."""


@dataclass(frozen=True, slots=True)
class FoundCue:
    """A cue where it stands in a sentence."""

    start: int
    end: int
    type: MilestoneType
    form: Form


@dataclass(frozen=True, slots=True)
class Language:
    """A language's words, ready to search in lower-case text."""

    words: Words
    stems: AhoCorasick
    expressions: tuple[tuple[re.Pattern[str], MilestoneType, Form], ...]
    by_stem: tuple[tuple[int, ...], ...]
    """Number of a stem -> the expressions that hold it."""
    calendar: Calendar
    planned: re.Pattern[str]
    happened: re.Pattern[str]
    refused: re.Pattern[str]
    rehearsed: re.Pattern[str]
    refused_after: re.Pattern[str]
    stages: re.Pattern[str]
    doubted: re.Pattern[str]
    reported: re.Pattern[str]
    boundary: re.Pattern[str]
    """Where one clause ends and the next begins."""
    stands_for_flight: re.Pattern[str]
    comparison: re.Pattern[str]

    def find_cues(self, sentence: str, hits: Sequence[tuple[int, int]]) -> list[FoundCue]:
        """The cues of ``sentence``, in order, none within another.

        ``hits`` are the numbers and places (in the sentence) of the stems that stand there.
        """
        first: dict[int, int] = {}
        for stem, place in hits:
            for number in self.by_stem[stem]:
                first.setdefault(number, place)
        found = []
        for number, place in first.items():
            pattern, type_, form = self.expressions[number]
            match = pattern.search(sentence, max(0, place - _LONGEST_CUE_BEFORE_STEM))
            while match is not None:  # most find nothing: cheaper than to iterate over the finds
                found.append((match.start(), number, FoundCue(*match.span(), type_, form)))
                match = pattern.search(sentence, match.end())
        if not found:
            return []
        titles = [match.span() for match in _TITLES.finditer(sentence)]
        cues: list[FoundCue] = []
        for start, _, cue in sorted(found, key=lambda item: item[:2]):
            quoted = any(begin < start < end for begin, end in titles)
            if not quoted and (not cues or start >= cues[-1].end):
                cues.append(cue)
        return cues[:_MAX_CUES]


@cache
def language(code: str | None) -> Language | None:
    """The language with this ISO 639-1 code, compiled once; None for one that we do not read."""
    words = LANGUAGES.get(code or "")
    if words is None:
        return None
    pieces = [(_expanded(piece, words), cue) for cue in words.cues for piece in listed(cue.pattern)]
    by_stem: dict[str, list[int]] = {}
    for number, (piece, _) in enumerate(pieces):
        for stem in stems(piece):
            by_stem.setdefault(stem, []).append(number)

    def compiled(lines: str) -> re.Pattern[str]:
        return re.compile(_expression(lines, words))

    return Language(
        words=words,
        stems=AhoCorasick(list(by_stem), implementation=Implementation.DFA),
        expressions=tuple((compiled(piece), cue.type, cue.form) for piece, cue in pieces),
        by_stem=tuple(map(tuple, by_stem.values())),
        calendar=Calendar(words),
        planned=compiled(words.planned),
        happened=compiled(words.happened),
        refused=compiled(words.refused),
        rehearsed=compiled(words.rehearsed),
        refused_after=compiled(words.refused_after),
        stages=compiled(words.stages),
        doubted=compiled(words.doubted),
        reported=re.compile(rf"\W*(?:{'|'.join(listed(words.reported))})(?![^\W_])"),
        boundary=re.compile(_boundary(words)),
        stands_for_flight=compiled(words.stands_for_flight),
        comparison=re.compile(_expression(words.comparison, words) + _UP_TO_NAME),
    )


def _expression(lines: str, words: Words) -> str:
    """A list of alternatives as one expression that begins and ends with whole words."""
    alternatives = _expanded(lines, words)
    return rf"(?<![^\W_])(?:{alternatives})(?![^\W_])" if words.spaced else f"(?:{alternatives})"


def _expanded(lines: str, words: Words) -> str:
    """The alternatives of ``lines`` in lower case, with what their macros stand for."""
    return _lower("|".join(listed(_MACRO.sub(lambda match: _macro(match[1], words), lines))))


def _lower(pattern: str) -> str:
    """The expression in lower case, its escapes as they are: texts are compared in lower case."""
    return _LITERAL.sub(
        lambda match: match[0] if match[0][0] == "\\" else match[0].lower(), pattern
    )


def _boundary(words: Words) -> str:
    if not words.spaced:
        return f"{_PUNCTUATION}|{_BLANK_IN_HAN}"
    return f"{_PUNCTUATION}|{_expression(words.conjunctions, words)}"


def _macro(name: str, words: Words) -> str:
    return f"(?:{'|'.join(listed(words.macros[name]))})"
