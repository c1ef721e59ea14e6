"""Which language a text is in, as an ISO 639-1 code.

The script decides where it can (kana means Japanese, Hangul Korean, Han alone Chinese), then how
many function words of each language the text holds, and only where those leave it open the kept
detector (py3langid, restricted to languages that news comes in).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import chain

from ingest.core.normalise.stopwords import LANGUAGES_OF

SAMPLE = 900
"""Characters that are looked at; more does not change the answer for news."""
ENOUGH_HITS = 6
CLEAR_LEAD = 1.5
SHORT = 40
"""Characters by which a detector cannot tell much."""
LANGUAGES = (
    "af ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy id is it "
    "ja ka kk km kn ko ky lt lv mk ml mn mr ms mt ne nl no pa pl pt ro ru si sk sl sq sr sv sw ta te "
    "th tr uk ur uz vi zh"
).split()

COMMON = frozenset("ar de en es fr hi id it ja ko nl pl pt ru sv tr uk zh".split())
"""What most news is written in."""

_OTHER = re.compile(r"[\u0400-\u04ff\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""A letter of a script that names its language."""
_KANA = re.compile(r"[\u3041-\u30ff]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_WORD = re.compile(r"[^\W\d_]{1,40}")
_ASCII_WORD = re.compile(r"[a-z]{1,40}")
"""The same in ASCII of lower case, in half the time."""


def detect(text: str, stated: str | None = None) -> str | None:
    """The language of ``text``, or None where there are no letters to tell by. What is ``stated``
    counts where the text is too short to tell."""
    sample = text[:SAMPLE]
    words = (_ASCII_WORD if sample.isascii() else _WORD).findall(sample.lower())
    if not words:
        return None
    if not sample.isascii():
        by_script = _by_script(sample, sum(map(len, words)))
        if by_script is not None:
            return by_script
    told = _by_function_words(words)
    return told or (stated if len(sample) < SHORT else None) or _by_model(sample)


def _by_script(sample: str, letters: int) -> str | None:
    if not _OTHER.search(sample):
        return None
    kana, han = len(_KANA.findall(sample)), len(_HAN.findall(sample))
    if (kana + han) * 4 >= letters:  # a wide character says about as much as a short word
        return "ja" if kana * 12 >= kana + han else "zh"
    if len(_HANGUL.findall(sample)) * 4 >= letters:
        return "ko"
    if len(_CYRILLIC.findall(sample)) * 2 > letters:
        return _cyrillic(sample)
    return None


def _cyrillic(sample: str) -> str | None:
    """Russian, where nothing speaks for its neighbours: short titles mislead the model."""
    if re.search(r"[іїєґІЇЄҐ]", sample):
        return "be" if re.search(r"[ўЎ]", sample) else "uk"
    if re.search(r"[ыэёЫЭЁ]", sample):
        return "ru" if not re.search(r"[әғқңөұүһӘҒҚҢӨҰҮ]", sample) else _by_model(sample)
    if re.search(r"[ђћџљњјѓќѕЂЋЏЉЊЈЃЌЅәғқңөұүһӘҒҚҢӨҰҮ]", sample):
        return _by_model(sample)
    if len(sample) < 200 or _by_function_words([w.lower() for w in _WORD.findall(sample)]) == "ru":
        return "ru"
    return _by_model(sample)


def _by_function_words(words: list[str]) -> str | None:
    known = filter(None, map(LANGUAGES_OF.get, words))
    hits = Counter(chain.from_iterable(known))
    code = max(hits, key=hits.__getitem__, default="")
    most = hits.pop(code, 0)
    second = max(hits.values(), default=0)
    if most >= ENOUGH_HITS and most >= CLEAR_LEAD * second and most * 5 >= len(words):
        return code
    return None


@cache
def _model() -> Callable[[str], list[str]]:
    """The detector, loaded on first use: it takes a second and 60 MB."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages([code for code in LANGUAGES if code in set(identifier.labels)])
    return lambda sample: [str(code) for code, _ in identifier.rank(sample)]


def _by_model(sample: str) -> str | None:
    """The most likely language; of a line as short as a headline, the most likely common one."""
    ranked = _model()(sample)
    if len(sample) < SHORT:
        return next((code for code in ranked if code in COMMON), ranked[0])
    return ranked[0]
