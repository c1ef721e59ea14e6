"""What judging needs of an article, in a form that is quick to compare: its fingerprint.

A text is cut into shingles: every run of five words, or of as many characters as five words take in
scripts that put no blanks between words. Two texts are alike as far as they share shingles
(Broder, "On the resemblance and containment of documents", 1997). Of the shingles a few are kept in
the store as marks, chosen by winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003): two texts
that share a passage of ``WINDOW`` shingles are certain to share a mark, so one look-up in an
ordinary index finds every article worth comparing.

Paragraphs that stand in several unrelated articles are boilerplate ("Sign up for our newsletter")
and count for nothing; the store knows which they are.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray
from xxhash import xxh3_64_digest, xxh3_64_hexdigest, xxh3_64_intdigest

from ingest.core import sentences, urls
from ingest.core.words import WORD, is_unspaced, measure, tokenise, weight
from ingest.model import Article

WINDOW = 16
"""Shingles in a winnowing window: one mark for every eight or nine words."""
_OPENING, _OPENING_WINDOW = 64, 6
"""Shingles, and their window: flashes and briefs have a sentence or two of the beginning only."""
MAX_CHARACTERS = 400_000
"""Longer texts are compared by their beginning. The longest articles have a quarter of this."""
_MAX_KEY = 500
"""Longer keys are cut and completed by their hash: index entries have a limit."""
_MAX_CACHED = 2_000
"""Characters of a paragraph that is kept for a moment, tokens and sentences."""
_LEAST_PARAGRAPH = 4.0
"""Words of a paragraph that can be boilerplate; shorter ones are too common to tell anything."""
_LEAST_REMAINDER = 20.0
"""Words that must remain without the boilerplate; else the text is all there is to compare."""

_BASE = np.uint64(0x9E3779B97F4A7C15)
_INVERSE = np.uint64(pow(int(_BASE), -1, 2**64))

_FIVE_WORDS = 5 * WORD


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it stands in the article, and its tokens joined by blanks."""

    raw: str
    tokens: str


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph as it counts: its tokens joined by blanks, the hash of them all (None if it is
    too short to be boilerplate), its length in words, and each token's own hash and weight; no
    weights where all tokens are words."""

    text: str
    hash: int | None
    words: float
    hashes: NDArray[np.uint64]
    weights: NDArray[np.int64] | None


@dataclass(frozen=True)
class Fingerprint:
    """All that judging needs of one article. Hashes are signed 64-bit integers.

    ``text_hash`` stands for the whole text, boilerplate included; ``shingles`` (in order),
    ``marks`` and ``sentences`` leave boilerplate out. ``words`` is the length of what remains, in
    words or what takes as much room.
    """

    title: str
    site: str | None
    publisher: str | None
    """Its name, as the page gives it; all that is known of pages saved without an address."""
    language: str | None
    published: datetime | None
    url_key: str | None
    guid_key: str | None
    text_hash: int
    paragraph_hashes: tuple[int, ...]
    paragraphs: tuple[str, ...]
    shingles: tuple[int, ...]
    words: float

    @cached_property
    def shingle_set(self) -> frozenset[int]:
        return frozenset(self.shingles)

    @cached_property
    def marks(self) -> tuple[int, ...]:
        """Made when first asked for: only what arrives is looked for by its marks."""
        return _marks(np.array(self.shingles, dtype=np.int64))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in order; made when first asked for, since most articles never need it."""
        found: list[Sentence] = []
        for paragraph in self.paragraphs:
            # texts that are compared have most paragraphs in common
            split = _cached_sentences if len(paragraph) <= _MAX_CACHED else _sentences
            found += split(paragraph, self.language)
        return tuple(found)


def fingerprint(article: Article, *, boilerplate: Container[int] = frozenset()) -> Fingerprint:
    """The fingerprint of ``article`` without the paragraphs whose hash is in ``boilerplate``."""
    paragraphs = _bounded(article.paragraphs)
    read = [_paragraph(paragraph) for paragraph in paragraphs]
    kept = [i for i, one in enumerate(read) if one.hash is None or one.hash not in boilerplate]
    if len(kept) < len(read) and sum(read[i].words for i in kept) < _LEAST_REMAINDER:
        kept = list(range(len(read)))
    rest = [read[i] for i in kept]
    shingles = _shingles(rest)
    return Fingerprint(
        title=article.title or "",
        site=article.site,
        publisher=article.publisher,
        language=article.language,
        published=article.published.value if article.published else None,
        url_key=_url_key(article.url) if article.url and not article.shared_url else None,
        guid_key=_index_key(f"{article.site} {article.guid}")
        if article.site and article.guid
        else None,
        text_hash=_text_hash(article.paragraphs, read, paragraphs),
        paragraph_hashes=tuple(one.hash for one in read if one.hash is not None),
        paragraphs=tuple(paragraphs[i] for i in kept),
        shingles=tuple(shingles.tolist()),
        words=sum(one.words for one in rest),
    )


def paragraph_hashes(article: Article) -> tuple[int, ...]:
    """The paragraphs that may be boilerplate, as hashes, so that the store can be asked first."""
    hashes = (_paragraph(paragraph).hash for paragraph in _bounded(article.paragraphs))
    return tuple(value for value in hashes if value is not None)


def _paragraph(paragraph: str) -> _Paragraph:
    """A paragraph is asked for twice, its hash first and then the rest, and again whenever another
    text that has it is compared: copies have most of them in common."""
    return _cached_paragraph(paragraph) if len(paragraph) <= _MAX_CACHED else _read(paragraph)


def _read(paragraph: str) -> _Paragraph:
    tokens = tokenise(paragraph)
    text = " ".join(tokens)
    words = measure(tokens)
    return _Paragraph(
        text=text,
        hash=_hash(text) if min(words, len(tokens)) >= _LEAST_PARAGRAPH else None,
        words=words,
        hashes=np.frombuffer(b"".join(map(_token_hash, tokens)), dtype=">u8").astype(np.uint64),
        weights=_weights(tokens),
    )


# The paragraphs of some five hundred articles, ten megabytes: a few batches and their candidates.
_cached_paragraph = lru_cache(maxsize=8192)(_read)


def _marks(shingles: NDArray[np.int64]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(winnow(shingles[:_OPENING], _OPENING_WINDOW) + winnow(shingles)))


def winnow(shingles: NDArray[np.int64], window: int = WINDOW) -> tuple[int, ...]:
    """The least shingle of every window, each once: a sample that any two texts choose alike.

    A short text gets a smaller window, since it must be found as well; what a larger window chooses
    is always among what a smaller one chooses.
    """
    if not len(shingles):
        return ()
    window = max(1, min(window, len(shingles) // 8))
    least, span = shingles, 1
    while span < window:  # the least of a window is the lesser of the least of its two ends
        step = min(span, window - span)
        least, span = np.minimum(least[:-step], least[step:]), span + step
    changes = np.flatnonzero(least[1:] != least[:-1]) + 1  # neighbours mostly choose the same
    return tuple(dict.fromkeys([int(least[0]), *least[changes].tolist()]))


def _bounded(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs up to ``MAX_CHARACTERS``."""
    kept, left = [], MAX_CHARACTERS
    for paragraph in paragraphs:
        if left <= 0:
            break
        kept.append(paragraph[:left])
        left -= len(paragraph)
    return kept


def _sentences(paragraph: str, language: str | None) -> tuple[Sentence, ...]:
    found = []
    for start, end in sentences.split(paragraph, language):
        raw = paragraph[start:end]
        tokens = tokenise(raw)
        if tokens:
            found.append(Sentence(raw, " ".join(tokens)))
    return tuple(found)


_cached_sentences = lru_cache(maxsize=8192)(_sentences)


def _weights(tokens: Sequence[str]) -> NDArray[np.int64] | None:
    if not is_unspaced("".join(tokens)):
        return None
    return np.fromiter(map(weight, tokens), dtype=np.int64, count=len(tokens))


def _shingles(paragraphs: Sequence[_Paragraph]) -> NDArray[np.int64]:
    """The hash of every run of tokens as long as five words; of all tokens where there are less.

    The hash of a run is a polynomial of its tokens' hashes, modulo 2^64, so that it comes out of
    the sums over the beginnings of the text: Karp and Rabin, "Efficient randomized
    pattern-matching algorithms", 1987.
    """
    if not any(len(one.hashes) for one in paragraphs):
        return np.empty(0, dtype=np.int64)
    hashes = np.concatenate([one.hashes for one in paragraphs])
    starts, ends = _runs(paragraphs, len(hashes))
    powers = _powers(_BASE, len(hashes))
    sums = np.concatenate([np.zeros(1, dtype=np.uint64), np.cumsum(hashes * powers)])
    inverses = _powers(_INVERSE, len(hashes))
    values: NDArray[np.uint64] = (sums[ends] - sums[starts]) * inverses[starts]
    return values.view(np.int64)


def _runs(
    paragraphs: Sequence[_Paragraph], tokens: int
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Where the runs of tokens that weigh as much as five words start and end."""
    if all(one.weights is None for one in paragraphs):
        starts = np.arange(max(1, tokens - _FIVE_WORDS // WORD + 1))
        return starts, np.minimum(starts + _FIVE_WORDS // WORD, tokens)
    weights = np.concatenate(
        [
            np.full(len(one.hashes), WORD) if one.weights is None else one.weights
            for one in paragraphs
        ]
    )
    sums = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(weights)])
    count = int(np.searchsorted(sums, sums[-1] - _FIVE_WORDS, side="right")) or 1
    starts = np.arange(count)
    ends = np.searchsorted(sums, sums[starts] + _FIVE_WORDS, side="left")
    return starts, np.minimum(ends, len(weights))


def _powers(base: np.uint64, count: int) -> NDArray[np.uint64]:
    """``base`` to the powers 0, 1, 2 ..., modulo 2^64."""
    return _enough_powers(base, 1 << count.bit_length())[:count]


@lru_cache(maxsize=64)  # both of every length that a text may have: 16 MB, once one had it all
def _enough_powers(base: np.uint64, count: int) -> NDArray[np.uint64]:
    powers = np.full(count, base, dtype=np.uint64)
    powers[0] = 1
    return np.cumprod(powers)


@lru_cache(maxsize=2**16)
def _token_hash(token: str) -> bytes:
    return xxh3_64_digest(_encode(token))


def _text_hash(whole: Sequence[str], read: Sequence[_Paragraph], bounded: Sequence[str]) -> int:
    """The hash of all words. What lies beyond the bound counts letter by letter."""
    text = " ".join(one.text for one in read)
    if sum(map(len, whole)) > sum(map(len, bounded)):
        text += xxh3_64_hexdigest(_encode("\n".join(whole)))
    return _hash(text)


def _index_key(key: str) -> str:
    if len(key) <= _MAX_KEY:
        return key
    return key[: _MAX_KEY - 16] + xxh3_64_hexdigest(_encode(key))


@lru_cache(maxsize=4096)
def _url_key(url: str) -> str:
    # An article's address has a part only where it is one of several on its page.
    return _index_key(urls.key(url) + urls.part(url))


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _hash(text: str) -> int:
    """As SQL's BIGINT holds it."""
    value = xxh3_64_intdigest(_encode(text))
    return value - 2**64 if value >= 2**63 else value
