"""The score of a single line of a dump: how much it reads like a line of a story."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from ingest.core.normalise import dates, furniture
from ingest.core.normalise.datewords import PUBLISHED_LABEL, UPDATED_LABEL
from ingest.core.normalise.furniture import Cue
from ingest.core.normalise.furniture_signs import Sign, signs
from ingest.core.normalise.lines import Line
from ingest.core.normalise.stopwords import WIDE_FUNCTION, share

LOOK = 1_000
"""Characters of a line that its features are taken from."""

_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_BLANKED = str.maketrans({c: " " for c in map(chr, range(128)) if not (c.isalnum() or c == "_")})
"""All that is no part of a word, in text that is ASCII alone."""
_WORD = re.compile(r"[\w\u0900-\u0963\u0966-\u0dff]+")  # vowel signs of India belong to words
_SENTENCE_END = re.compile(
    r"[.!?…。！？．।؟۔][\"'”’»«“)\]）」』】]{0,3}$|[。！？」』]$"
    r"|[。！？][（(][^（）()]{1,16}[）)]$|[.!?”\"] ?[■□●◆]$"
)
_SENTENCES = re.compile(
    r"[.!?।؟۔。！？](?:(?<=[。！？])|(?<=[^\W\d_]{3}[.!?।؟۔])[\"”»]? [^\W\d_a-z])"
)
_COMMA = re.compile(r"[,，、;；:：]\s?\S")
_MENU_MARKS = re.compile(r" [|•/»>] |[|｜]|·|>>")
_MENU_MARK = "|•/»>｜·"
"""Most lines have none of them."""
_BULLET = re.compile(r"(?:[•▪■●◦‣*·–—-]|\d{1,2}[.)]) ?\S")
_DATED = re.compile(r"\d(?:(?:(?<=1)9|(?<=2)0)\d\d|\d?:\d\d|\d?[./]\d{1,2}[./]\d\d)")
"""A year, a time or a date in numbers; all begin with a digit, which makes the search quick."""
_BYLINE = re.compile(
    r"\W{0,4}(?i:"
    r"(?:(?:story|words|text|report|written|reporting|posted|reviewed|published|interview) )?by|"
    r"(?:(?:ein|eine) \w+ |geschrieben |verfasst |veröffentlicht |erstellt )?von|"
    r"(?:publié |écrit |rédigé |propos recueillis )?par|(?:publicado |escrito )?por|"
    r"authors?|autor(?:in|en|es|a)?|auteurs?|text|texte|texto|текст|автор|авторы|yazar|penulis"
    r")\b\s?:?\s?(?P<name>[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,8})|"
    r"(?:本报|新华社|中新社)?(?:记者|記者)[\s:：]"
)
_BYLINE_STARTS = tuple(
    "story|words|text|report|written|posted|reviewed|published|interview|by|ein|geschrieben|"
    "verfasst|veröffentlicht|erstellt|von|publi|écrit|rédigé|propos|par|escrito|por|author|autor|"
    "auteur|текст|автор|yazar|penulis|本报|新华社|中新社|记者|記者".split("|")
)
"""The first words of bylines."""
_BYLINE_LETTERS = frozenset(start[:2] for start in _BYLINE_STARTS)
BYLINE_WORDS = frozenset(["by", "von", "par", "por"])
"""What a line begins with that has a name for ``byline_names``."""
_BYLINE_NAME = re.compile(
    r"(?:by|von|par|por)\s:?\s?((?:[^\W\d_][\w.'’-]+ ){1,3}[^\W\d_][\w.'’-]+)", re.IGNORECASE
)

_TAIL = re.compile(
    r"(?:[^\W\d_A-Z]{4}|\d\d|[)”»\"’]|Juli|Juni|Mai|May|July|June|mai|juin)"
    r"\.[”»\"’)]?(?: (?P<tail>[A-Z©][^.!?]{1,60})|(?P<glued>[A-ZÀ-Þ]{2,}[A-ZÀ-Þ/ -]{0,40}))$"
)
"""What stands behind the last full stop of a line that ends without one."""
_LABEL_BEFORE = re.compile(
    r"(?:posted|published|updated|publié|publicado|veröffentlicht|aktualisiert|опубликовано)\b.{0,6}$",
    re.IGNORECASE,
)
_SOURCE_LINE = re.compile(
    r"(?:文章)?(?:来源|來源|稿源|出处)\s?[:：]|source\s?:|quelle\s?:|fuente\s?:|источник\s?:|fonte\s?:|kaynak\s?:|źródło\s?:|출처\s?[:：]",
    re.IGNORECASE,
)

DATA = "data"
"""Said of a line with hardly any blanks between its words: records, addresses, source code."""
_LENGTHS = (
    (5, -0.3, -1.2, "a word or two"),
    (10, 0.6, -0.8, "short"),
    (20, 1.5, -0.2, "medium"),
    (40, 2.4, 1.0, "full line"),
    (float("inf"), 3.0, 2.2, "long"),
)
"""(fewer words than that, points if it ends as sentences do, points if not, name)"""
_CUE_POINTS = {
    Cue.MENU: 3.0,
    Cue.SHARE: 3.0,
    Cue.INSERT: 3.2,
    Cue.FOOT: 3.2,
    Cue.COMMENTS: 4.0,
    Cue.LEGAL: 4.0,
    Cue.APPEAL: 2.0,
    Cue.NOTICE: 4.0,
}


@dataclass(slots=True)
class Scored:
    """A line, its features, its score, and for people why it has it."""

    line: Line
    text: str
    units: float
    """Length in words; two wide characters count as one."""
    ends: bool
    """Whether it ends as sentences do."""
    cue: Cue | None
    score: float
    why: str
    words: tuple[str, ...]
    """Its words, lower case, from the first ``LOOK`` characters."""
    capitals: bool = False
    """Whether most of its words begin with a capital; False for full sentences."""
    caption: bool = False
    """Whether it names who took a picture, or says that it is a caption."""
    marker: bool = False
    """Whether it states a date or a byline and little else."""
    signed: bool = False
    """Whether an agency's name stands behind its last sentence."""
    plain: bool = False
    """Whether it is letters and blanks alone, as most entries of menus are."""
    may_state_rights: bool = False
    """Whether it holds a word of rights lines."""

    @property
    def prose(self) -> bool:
        """Whether it reads as a sentence of some length."""
        return self.score >= 1.0

    @property
    def self_contained(self) -> bool:
        """Whether a cue holds what it announces ("Related: ten soups"): no block follows."""
        return self.cue is not None and self.units > 5

    def speaks_to_reader(self, words: frozenset[str]) -> bool:
        return not words.isdisjoint(self.words) and not self.text.startswith(('"', "“", "«", "„"))

    def take_as_caption(self) -> None:
        """Count it as the text of a picture, with its credit."""
        self.caption = True
        self.score = min(self.score, 0) - 2.5
        self.why += ", caption or credit"

    def add(self, points: float, note: str) -> None:
        self.score += points
        self.why += ", " + note


Row = TypeVar("Row", bound=Scored)


def score(line: Line, language: str | None, wide_page: bool, kind: type[Row]) -> Row:
    """A line with its score. ``wide_page`` says that scripts without blanks are to be expected."""
    if len(line.text) <= REMEMBERED:
        return kind(line, *_judged_before(line.text, language, wide_page))
    return _judged(line, language, wide_page, kind)


REMEMBERED = 60
"""Characters of lines that are remembered: pages of one outlet have their menus in common."""

_Features = tuple[
    str, float, bool, Cue | None, float, str, tuple[str, ...], bool, bool, bool, bool, bool, bool
]
"""What ``Scored`` holds beside the line, in its order."""


@lru_cache(maxsize=8_192)
def _judged_before(text: str, language: str | None, wide_page: bool) -> _Features:
    row = _judged(Line(text, 0), language, wide_page, Scored)
    return (
        text, row.units, row.ends, row.cue, row.score, row.why, row.words, row.capitals,
        row.caption, row.marker, row.signed, row.plain, row.may_state_rights,
    )  # fmt: skip


def _judged(line: Line, language: str | None, wide_page: bool, kind: type[Row]) -> Row:
    text = line.text
    sample = text if len(text) <= LOOK else text[:LOOK]
    lowered = sample.lower()
    ascii_only = lowered.isascii()
    plain = lowered.replace(" ", "").isalpha()
    if plain:
        words = tuple(lowered.split())
    elif ascii_only:
        words = tuple(lowered.translate(_BLANKED).split())
    else:
        words = tuple(_WORD.findall(lowered))
    wide = len(_WIDE.findall(sample)) if wide_page and not ascii_only else 0
    units = len(words) if not wide else sample.count(" ") + wide / 2
    if len(text) > LOOK:
        units *= len(text) / LOOK
    signed = (
        units >= 6 and text[-1] not in ".!?。" and furniture.SIGNED.search(text[-24:]) is not None
    )
    ends = signed or (not text[-1].isalnum() and _SENTENCE_END.search(text[-20:]) is not None)
    found = signs(lowered)
    row = kind(
        line, text, units, ends, furniture.cue(text, lowered, plain), 0.0, "", words,
        signed=signed, plain=plain, may_state_rights=bool(found) and Sign.RIGHTS in found,
    )  # fmt: skip
    _length(row)
    if units >= 5:
        _shape(row, sample, wide, language)
    if row.units >= 1 and wide * 2 <= len(sample) and not (row.ends and units >= 10):
        _capitals(row, sample, language)
    _cue_or_credit(row, sample, bool(wide))
    if len(text) <= 160 and row.units <= 24:
        if not plain:
            _source_or_date(row)
        if not row.ends and row.units <= 12 and _is_byline(row):
            row.marker = True
            row.add(-1.5, "byline")
    if found:
        _appeals(row, lowered, found)
    return row


def _capitals(row: Scored, sample: str, language: str | None) -> None:
    """Whether most words begin with a capital; in a line of some length that speaks of a menu."""
    if sample[0].isalpha() and sample.isascii() and sample.istitle():
        share_of_words = 1.0
    else:
        initials = [word[0] for word in sample.split()]
        letters = sum(map(str.isalpha, initials))
        share_of_words = sum(map(str.isupper, initials)) / letters if letters else 0.0
    row.capitals = share_of_words >= 0.6
    if row.capitals and row.units >= 5 and share_of_words >= (0.8 if language == "de" else 0.65):
        row.add(-0.9, "capitals")


def _length(row: Scored) -> None:
    for most, with_end, without, name in _LENGTHS:
        if row.units < most:
            row.score, row.why = (with_end if row.ends else without), name
            break
    if row.ends and row.units < 16 and row.text.endswith(("!", "…", "...")):
        row.add(-0.6, "calls out")
    elif row.ends:
        row.why += ", ends a sentence"
    elif row.text.endswith((":", "：")) and row.units >= 4:
        row.add(0.6, "announces")
    if row.units >= 3 and not row.text[0].isalpha() and _BULLET.match(row.text):
        row.add(0.5, "list item")


def _shape(row: Scored, sample: str, wide: int, language: str | None) -> None:
    """What the words and marks of a line say."""
    if not row.ends and row.units >= 10 and _SENTENCES.search(sample):
        row.add(0.8, "sentences")
    marked = any(mark in sample for mark in _MENU_MARK)
    marks = len(_MENU_MARKS.findall(sample)) if marked else 0
    if marks >= 2 and marks * 8 > row.units:
        row.add(-2.0, "menu marks")
    elif marks == 1 and row.units < 12:
        row.add(-0.6, "menu mark")
    if sample.isascii() and sample.count(" ") * 2 < len(row.words):
        row.add(-3.5, DATA)
    if wide * 2 > len(sample):
        function = sum(c in WIDE_FUNCTION for c in sample) / len(sample)
        points = (
            0.7 if function > 0.06 and _COMMA.search(sample) else -0.6 if function < 0.02 else 0
        )
        row.add(points, f"function characters {function:.0%}")
    elif row.units >= 8:
        function = share(row.words, language)
        points = 0.9 if function >= 0.3 else 0.4 if function >= 0.2 else 0.0
        if function < 0.08 and language is not None:
            points = -1.2 if row.units < 30 else -0.6
        row.add(points, f"function words {function:.0%}")


def _cue_or_credit(row: Scored, sample: str, wide: bool) -> None:
    """What the tables of furniture say of a line, and the patterns of captions."""
    if row.cue is not None and row.units <= 9 and row.cue is Cue.LEGAL:
        row.cue = None if furniture.CREDIT.fullmatch(row.text) else row.cue
    if row.cue is not None:
        row.score = min(row.score, 0.5) - _CUE_POINTS[row.cue]
        row.why += f", {row.cue}"
    elif len(row.text) < 400:
        named = wide or "©" in sample or not furniture.PHOTO_SIGNS.isdisjoint(row.words)
        if (named and not row.signed and furniture.is_credited(sample)) or _has_credit_behind(row):
            row.take_as_caption()


def _appeals(row: Scored, lowered: str, found: frozenset[Sign]) -> None:
    """What the patterns of rights lines, notices and appeals say of a line."""
    length = len(row.text)
    rights = Sign.RIGHTS in found and length < 900 and not row.caption
    if rights and furniture.RIGHTS.search(lowered):
        row.cue = row.cue or Cue.LEGAL
        row.score = min(row.score, 0) - 3.0
        row.why += ", rights"
    elif Sign.NOTICE in found and row.units < 40 and furniture.NOTICE.search(lowered):
        row.cue = row.cue or Cue.NOTICE
        row.score = min(row.score, 0) - 3.0
        row.why += ", notice"
    elif Sign.APPEAL in found and length < 700:
        appeals = len(furniture.APPEAL.findall(lowered))
        if appeals:
            row.cue = row.cue or Cue.APPEAL
            lone = row.units >= 60 and appeals == 1
            row.add(-0.8 if lone else -min(4.5, 1.3 + 0.9 * appeals), "appeal")


def _has_credit_behind(row: Scored) -> bool:
    """Whether names stand behind the last full stop: "... in Florida, July 31, 2025. SpaceX"."""
    if row.ends or row.units < 8 or row.cue is not None or "." not in row.text[-80:]:
        return False
    match = _TAIL.search(row.text[-80:])
    if match is None:
        return False
    words = (match["tail"] or match["glued"]).replace("/", " ").replace("|", " ").split()
    return len(words) <= 5 and all(w[0].isupper() or w in ("©", "via", "/", "&") for w in words)


def _source_or_date(row: Scored) -> None:
    """Whether a line names its source, or states a date and little else."""
    text = row.text
    colon = ":" in text or "：" in text
    if colon and len(text) <= 60 and not row.ends and _SOURCE_LINE.match(text):
        if "/" in text and furniture.is_credited(text):
            row.cue = None
            row.take_as_caption()
            return
        row.marker = True
        row.cue = None
        row.add(-1.5, "source line")
    if _DATED.search(text):
        stated = dates.find(text)
        covered = sum(found.end - found.start for found in stated)
        label = PUBLISHED_LABEL.match(text) or UPDATED_LABEL.match(text)
        if stated and label is None and not row.ends:  # "A. Writer · The Daily · Posted: May 3"
            label = _LABEL_BEFORE.search(text[: stated[0].start])
        rest = len(text) - covered
        if covered and (rest <= covered or label or (rest <= 45 and not row.ends)):
            row.marker = True
            row.score = min(row.score, 0) - 2.0
            row.why += ", date"
        elif len(text) < 60 and not row.ends:
            row.add(-1.2, "date or time")


def _is_byline(row: Scored) -> bool:
    """Whether a line begins with the word of a byline, and a name follows."""
    first = row.words[0] if row.words else ""
    if first[:2] not in _BYLINE_LETTERS or not first.startswith(_BYLINE_STARTS):
        return False
    match = _BYLINE.match(row.text)
    return match is not None and (match["name"] is None or match["name"][0].isupper())


def byline_names(text: str) -> list[str]:
    """The name in a line that begins as bylines do, case-folded; a cheap look for repeats."""
    if len(text) > 120:
        return []
    match = _BYLINE_NAME.match(text)
    if match is None:
        return []
    words = match[1].casefold().split()
    return [" ".join(words[:n]) for n in range(2, len(words) + 1)]
