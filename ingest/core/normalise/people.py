"""The names in an author field: "By A. Writer and B. Reporter" is two people.

Unlike a byline in running text, an author field states that it names authors. What remains is to
part the names, and to leave out what sites put there besides: addresses, handles, "admin".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.core.normalise import text

MAX_AUTHORS = 20

_BY = re.compile(
    r"\s*(?:(?:(?:written|posted|published|story|words|text|reporting|interview)\s+)?by|von|par|por"
    r"|autor(?:in|en|es)?\s*:|author\s*:|автор\s*:|текст\s*:|作者\s*[::]?|文\s*/|记者)\s*[::]?\s+?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[;|/&、,]|,|\s(?:and|und|et|y|e|и|och|en)\s)\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"\S{0,200}(?:://|@\S{1,100}\.|^@)\S{0,200}")
_PAREN = re.compile(r"\([^()]{0,100}\)")
_NOBODY = frozenset({"admin", "administrator", "editor", "redaktion", "author", "staff", "user"})


def names(stated: Iterable[str]) -> tuple[str, ...]:
    """The people or desks that wrote it, each once, in the order stated."""
    found: dict[str, None] = {}
    for raw in stated:
        listed = text.line(raw, 4 * text.MAX_NAME)
        if (by := _BY.match(listed)) is not None:
            listed = listed[by.end() :]
        listed = _PAREN.sub(" ", _ADDRESS.sub(" ", listed))
        for name in _BETWEEN.split(listed):
            name = name.strip(" .:-–—·")
            if 1 < len(name) <= text.MAX_NAME and text.has_words(name):
                found.setdefault(name)
    kept = [name for name in found if name.lower() not in _NOBODY]
    return tuple(kept)[:MAX_AUTHORS]
