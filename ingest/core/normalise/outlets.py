"""Who published a page and whose report it prints, told by ``config/sources``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ingest.model import Source

_FOLD = re.compile(r"[^\w]+")
LOOK = 600
"""Characters of a text in which a source's name is looked for."""
_FIRST_WIDE = "\u2e80"
"""From here on scripts have no blanks between words."""
_ACCENTS = re.compile("[\u0300-\u036f]+")


@lru_cache(maxsize=2048)  # the same few lines are looked at for many things
def fold(text: str) -> str:
    """A name as it is compared: lower case, words and single blanks only, without accents."""
    text = text.casefold()
    if not text.isascii():
        bare = _ACCENTS.sub("", unicodedata.normalize("NFD", text))
        text = unicodedata.normalize("NFC", bare)
    return _FOLD.sub(" ", text).strip()


def _telling(folded: str) -> str:
    """The word of an agency's name that few other texts have: its first, but for articles."""
    first, _, rest = folded.partition(" ")
    return rest.partition(" ")[0] if first in ("the", "agence", "agencia") and rest else first


@dataclass(slots=True)
class Outlets:
    """An index over the sources: by host, by name, and one pattern for the names of agencies."""

    hosts: dict[str, Source] = field(default_factory=dict)
    names: dict[str, Source] = field(default_factory=dict)
    agencies: re.Pattern[str] | None = None
    agency_names: dict[str, Source] = field(default_factory=dict)
    agency_starts: frozenset[str] = frozenset()
    """A word of each of their names: an ASCII text without any of them names none."""
    starts: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """The first word of each name, with how many words the names have that begin with it."""
    first_words: frozenset[str] = frozenset()
    wide: re.Pattern[str] | None = None
    """The names in scripts without blanks, longest first."""

    def by_host(self, host: str) -> Source | None:
        """The source of a host name or of one of its parents."""
        labels = host.lower().strip(".").split(".")
        for n in range(len(labels) - 1):
            if (found := self.hosts.get(".".join(labels[n:]))) is not None:
                return found
        return None

    def by_name(self, name: str) -> Source | None:
        """The source that is called so, exactly but for case and marks."""
        return self.names.get(fold(name))

    def within(self, text: str) -> Source | None:
        """The source with the longest name that stands in ``text`` as whole words."""
        folded = fold(text[:LOOK])
        words = folded.split(" ")
        best: tuple[int, Source] | None = None
        for n, word in enumerate(words):
            for length in self.starts.get(word, ()):
                name = " ".join(words[n : n + length])
                found = self.names.get(name)
                if found is None or (length <= 2 and not self._as_written(name, found, text)):
                    continue
                if best is None or length > best[0]:
                    best = (length, found)
        if best is not None:
            return best[1]
        match = None if folded.isascii() or not self.wide else self.wide.search(folded)
        return self.names[match.group()] if match else None

    def may_name(self, text: str, words: tuple[str, ...]) -> bool:
        """Whether a text may name a source, by its words in lower case: one of ASCII alone does not
        where no name begins with any of them."""
        none = len(text) <= LOOK and text.isascii() and self.first_words.isdisjoint(words)
        return not none

    def may_name_agency(self, text: str, words: tuple[str, ...]) -> bool:
        """Whether a text may name an agency, by its words in lower case."""
        return not (text.isascii() and self.agency_starts.isdisjoint(words))

    def on_a_line(self, text: str, words: tuple[str, ...]) -> Source | None:
        """The source whose name is the whole line, written as the source writes it."""
        if not words or words[0] not in self.first_words:
            return None
        found = self.names.get(" ".join(words))
        if found is None or (len(words) == 1 and not self._as_written(words[0], found, text)):
            return None
        return found

    @staticmethod
    def _as_written(name: str, source: Source, text: str) -> bool:
        """A short name may be ordinary words ("nature", "le point"): its case must fit."""
        text = text.replace("’", "'")
        forms = (form for form in (source.name, *source.names) if fold(form) == name)
        return any(
            form in text
            or form.upper() in text
            or (form.islower() and len(form) > 5 and form.title() in text)
            for form in (form.replace("’", "'") for form in forms)
        )

    def agency_in(self, text: str) -> Source | None:
        """The first agency named in ``text``."""
        text = text[:400]
        blanks = text.isascii() or max(text) < _FIRST_WIDE
        if blanks and self.agency_starts.isdisjoint(fold(text).split(" ")):
            return None
        match = self.agencies.search(text) if self.agencies else None
        return self.agency_names[fold(match.group())] if match else None


@lru_cache(maxsize=8)
def _index(sources: tuple[Source, ...]) -> Outlets:
    out = Outlets()
    for source in sources:
        for host in source.hosts:
            out.hosts.setdefault(host.lower(), source)
        for name in (source.name, *source.names):
            out.names.setdefault(fold(name), source)
            if source.agency:
                out.agency_names.setdefault(fold(name), source)
    out.names.pop("", None)
    out.agency_starts = frozenset(map(_telling, out.agency_names))
    for name in out.names:
        first, length = name.split(" ", 1)[0], name.count(" ") + 1
        out.starts[first] = tuple(sorted({*out.starts.get(first, ()), length}, reverse=True))
    out.first_words = frozenset(out.starts)
    wide = sorted(
        (n for n in out.names if ord(n[0]) > 0x2E80 and len(n) > 1), key=len, reverse=True
    )
    out.wide = re.compile("|".join(map(re.escape, wide))) if wide else None
    out.agencies = _agency_pattern(s for s in sources if s.agency)
    return out


def _agency_pattern(agencies: Iterable[Source]) -> re.Pattern[str] | None:
    names = {name for source in agencies for name in (source.name, *source.names)}
    if not names:
        return None
    parts = []
    for name in sorted(names, key=len, reverse=True):
        if ord(name[0]) > 0x2E80:
            parts.append(re.escape(name))
        elif len(name) <= 4 or name.isupper():  # "AP" and "dpa" only as they are written
            parts.append(rf"(?<![\w.@]){re.escape(name)}(?![\w.]\w|\w)")
        else:
            parts.append(rf"(?<![\w.@])(?i:{re.escape(name)})(?!\w)")
    return re.compile("|".join(parts))


_cached: list[tuple[Sequence[Source], Outlets]] = []


def outlets(sources: Sequence[Source]) -> Outlets:
    """The index over ``sources``, built once for a sequence."""
    for known, index in _cached:
        if known is sources:
            return index
    index = _index(tuple(sources))
    _cached[:] = [(sources, index), *_cached[:3]]
    return index
