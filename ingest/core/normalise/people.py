"""The names in an author field: "By A. Writer and B. Reporter | 3 May" is two people.

Unlike a byline in running text, an author field says that it names authors. What remains is to part
the names, and to leave out what sites put there besides: labels, dates, addresses, "admin".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.core.normalise import text
from ingest.core.normalise.datewords import MONTHS

MAX_AUTHORS = 20
MAX_WORDS = 6
"""In one name; more is a sentence."""

_LABEL = re.compile(
    r"(?:.{0,80}\d.{0,30}\s)?"  # "Posted on May 3, 2025 by"
    r"(?:(?:post(?:ed)?|submitted|written|published|story|words|text|report(?:ing)?|photos?|article|"
    r"(?:post )?author|interview|beitrag|geschrieben|veröffentlicht|publié|escrito)"
    r"\s*[-–—:]?\s*)?"
    r"(?:\b(?:by|von|par|por)\b\s*:?"
    r"|\b(?:author|autor(?:in|en|es)?|auteur|interview|text|автор|текст)\s*:"
    r"|about the author\s*[-–—:]|作者\s*[:：]?|文\s*/|(?:本报|本网)?记者)\s*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*[;|&、,，·•]\s*|\s+/\s+|\s(?:and|und|et|y|och)\s", re.IGNORECASE)
_ADDRESS = re.compile(r"\S{0,200}(?:://|@\S{1,100}\.|^@)\S{0,200}")
_PAREN = re.compile(r"\([^()]{0,100}\)")
_AFTER = re.compile(
    r"\s+(?:(?:am|on|vor|um|le|el|in|at|for)\s|(?:alle artikel|all posts|view all|kategorien|"
    r"contact|kontakt|follow|sagt|says|dice|dit)\b).*",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    {"admin", "administrator", "editor", "author", "autor", "staff", "user", "guest", "name", "by"}
    | {"no author", "unknown", "posted on", "veröffentlicht am", "webmaster", "anonymous"}
)
_OF_DATES = frozenset(MONTHS) | frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado
    domingo published updated posted veröffentlicht aktualisiert erstellt publié publicado on am le
    """.split()
)
"""Words that stand between a name and a date."""


def names(stated: Iterable[str]) -> tuple[str, ...]:
    """The people or desks that wrote it, each once, in the order stated."""
    found: dict[str, str] = {}
    for raw in stated:
        listed = text.line(raw, 4 * text.MAX_NAME)
        if (label := _LABEL.match(listed)) is not None:
            listed = listed[label.end() :]
        listed = _PAREN.sub(" ", _ADDRESS.sub(" ", listed))
        for part in _BETWEEN.split(listed):
            if name := _name(part):
                found.setdefault(name.casefold(), name)
    return tuple(found.values())[:MAX_AUTHORS]


def byline(line: str) -> tuple[str, ...]:
    """The names in a line that begins with the word of a byline ("By A. Writer | 3 May")."""
    label = _LABEL.match(line)
    return names([line]) if label is not None else ()


def _name(part: str) -> str | None:
    """The name in a part of the field, or None when there is none."""
    if any(c.isdigit() for c in part) and " " in part.strip():
        part = re.split(r"\d", part, maxsplit=1)[0]  # a date or time after the name
    part = _AFTER.sub("", part).strip(" :-–—·*\"'")
    if not re.search(r"\b[A-Z]\.\Z", part):
        part = part.rstrip(".")
    words = part.split()
    while words and words[-1].casefold().strip(".,:") in _OF_DATES:
        words.pop()
        part = " ".join(words)
    if (
        not 1 < len(part) <= text.MAX_NAME
        or len(words) > MAX_WORDS
        or not any(map(str.isalpha, part))
    ):
        return None
    return None if part.casefold() in _NOBODY else part
