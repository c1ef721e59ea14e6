"""Cut a text into sentences, in every language that we read, without a model.

One pass over the places that could end a sentence (a stop, a CJK full stop, a newline); each is
kept or refused by what stands directly beside it, so the time is linear in the text. Where a stop
is ambiguous ("in the U.S. The crew ..."), the next word decides; in doubt we do not cut, because a
sentence that is too long still holds its evidence and one that is cut in two does not.
"""

from __future__ import annotations

import re


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_END = re.compile(
    r"[\n。！？｡.!?…]"  # one class in front, which is searched fast; then what it was
    r"(?:(?<=\n)\s*"
    r"|(?<=[。！？｡])[。！？｡]*[」』”’》）】〉]*"
    r"|(?<=[.!?…])[.!?…]{0,7}(?:[\"'”’»«)\]]|\[\d{1,3}\])*(?=\s|$))"
)
_STARTS_WITH_QUOTE = "\"'“‘«»„‚([¿¡—–-*•"
_ABBREVIATIONS = _words(
    """
    mr mrs ms dr prof gen col capt cmdr cdr lt maj sgt adm gov sen rep rev hon st mt ft vs etc cf al
    fig figs vol eds approx ca est dept univ inc corp ltd jan feb mar apr jun jul aug sep sept oct
    nov dec mon tue tues wed thu thur thurs fri i.e e.g viz messrs mm mme mlle
    bzw ggf usw inkl ca evtl sog vgl geb str tel nr z.b d.h u.a i.d.r o.ä u.u
    sr sra srta dra ud uds ej p.ej aprox núm ing lic av pág
    т.е т.к т.н т.д т.п им ул акад проф род см др пр тыс млн млрд руб обл гр стр рис
    """
)
"""Never the last word of a sentence, as far as we care."""
_BEFORE_NUMBER = _words("no nos nr n pp p vol art fig sec ch núm № ок стр рис п")
_TIME_ZONES = frozenset({"EST"})
"""Of the abbreviations, those that in capitals end no word before the next sentence."""
_AMBIGUOUS = _words("jr sr inc corp ltd co bros etc т.д т.п др г гг в вв н.э usw")
"""May end a sentence: the next word decides, as for dotted forms such as ``U.S``."""
_ABBREVIATIONS_AND_AMBIGUOUS = _ABBREVIATIONS | _AMBIGUOUS
_LAST_LETTERS = frozenset(word[-3:] for word in _ABBREVIATIONS_AND_AMBIGUOUS)
_STARTERS = _words(
    """
    the a an this that these those it its he his she her they their we our you i in on at after
    before during when while as but and however meanwhile since if for from to with there here now
    der die das ein eine er sie es wir im am in nach vor während als aber und bei mit seit zum zur
    le la les un une il elle ils elles nous ce cette ces dans en au après avant pendant mais et
    el los las una él ella ellos en este esta estos durante tras pero y según con
    в на он она они это этот эта после до во когда но и для с по как его её их также однако
    """
)
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’«»()\[\]—–/]{1,24}$")
_WORD_AFTER = re.compile(r"[^\W_]{1,20}")


def split(text: str, language: str | None) -> list[tuple[int, int]]:
    """The sentences of ``text`` as (start, end) in code points, in order, without outer blanks.

    A newline always ends a sentence. ``language`` (ISO 639-1) only settles what differs between
    languages, such as the German ordinal "24. April"; None is fine. Every character that is not a
    blank lies in exactly one span.
    """
    spans: list[tuple[int, int]] = []
    begin = 0
    for match in _END.finditer(text):
        start, end = match.span()
        if end - start == 1 and _plainly_ends(text, start):
            while text[begin].isspace():
                begin += 1
            spans.append((begin, end))
            begin = end
        elif text[start] == "\n":
            _add(spans, text, begin, start)
            begin = end
        elif _ends(text, start, end, language):
            _add(spans, text, begin, end)
            begin = end
    _add(spans, text, begin, len(text))
    return spans


def _plainly_ends(text: str, start: int) -> bool:
    """The usual case, decided quickly: a long word, a full stop, a blank, a capital."""
    if text[start] != "." or not text[start + 2 : start + 3].isupper():
        return False
    last = text[start - 3 : start]
    if not last.isalpha():
        return False
    if last not in _LAST_LETTERS and last.islower():
        return True
    return (
        text[text.rfind(" ", max(0, start - 24), start) + 1 : start].casefold()
        not in _ABBREVIATIONS_AND_AMBIGUOUS
        and not text[start - 4 : start].isupper()
    )


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _ends(text: str, start: int, end: int, language: str | None) -> bool:
    """Whether the stop at ``start`` (with closing quotes up to ``end``) ends its sentence."""
    after = text[end : end + 40].lstrip(" \t\u00a0\u3000")
    if not after or after[0] == "\n":
        return True
    if text[start] in "。！？｡":
        # a quotation that goes on: 「…。」と述べた
        return not (text[end - 1] in "」』" and after[0] in "となにをはがの")
    opened = after.lstrip(_STARTS_WITH_QUOTE + " ")
    first = opened[:1]
    closed = end - start > 1 and text[end - 1] not in ".!?…"
    if text[start] in "!?":
        return not (closed and first.islower())
    if first.islower():
        return False
    if end - start == 1:
        return _full_stop_ends(text, start, opened, language)
    return True


def _full_stop_ends(text: str, start: int, after: str, language: str | None) -> bool:
    """Whether the single full stop at ``start`` ends the sentence, or only shortens a word."""
    found = _WORD_BEFORE.search(text, max(0, start - 24), start)
    if found is None:
        return True
    word = found.group().casefold()
    next_match = _WORD_AFTER.match(after)
    next_word = next_match.group().casefold() if next_match else ""
    if word in _BEFORE_NUMBER and after[:1].isdigit():
        return False
    if word in _AMBIGUOUS or ("." in word and word.replace(".", "").isalpha() and len(word) <= 7):
        if word in _ABBREVIATIONS and word not in _AMBIGUOUS:
            return False
        return next_word in _STARTERS
    if word in _ABBREVIATIONS:
        return found.group() in _TIME_ZONES  # "at 4:03 p.m. EST. Liftoff was late"
    if len(word) == 1 and word.isalpha():  # an initial: "N. Armstrong", "Ю. Гагарин"
        return found.group().islower() and next_word in _STARTERS
    if word.isdigit() and len(word) <= 2 and language == "de":  # "am 24. April"
        return next_word in _STARTERS
    return True


QUOTED = 300
"""Characters of a sentence that are passed on: what publishers' rights allow."""
_A_WORD = 24
"""Characters within which a cut is moved to a blank; scripts without blanks are cut where it is."""


def excerpt(sentence: str, start: int, end: int) -> str:
    """A sentence, or of a long one what stands around ``start:end``: at most ``QUOTED`` characters,
    cut between words, with an ellipsis where something was left out."""
    if len(sentence) <= QUOTED:
        return sentence
    room = QUOTED - 2
    begin = max(0, min((start + end - room) // 2, start, len(sentence) - room))
    stop = min(begin + room, len(sentence))
    if begin > 0 and (blank := sentence.find(" ", begin, min(begin + _A_WORD, start))) >= 0:
        begin = blank + 1
    if stop < len(sentence):
        blank = sentence.rfind(" ", max(stop - _A_WORD, min(end, stop)), stop)
        stop = blank if blank >= 0 else stop
    return ("…" if begin else "") + sentence[begin:stop] + ("…" if stop < len(sentence) else "")
