"""Which lines of a dump are the story: a score for each line, and the best path over all of them.

Each line gets a score for being a line of the story, from its length, its sentence end, the share
of function words, the shape of menus, and what the tables of ``furniture`` say. Then the best
sequence of four states is sought (the Viterbi algorithm): *head*, *body*, *insert*, *foot*, in that
order but for inserts, from which the story may come back. So a lone short line between paragraphs
stays (a subheading), a list of links between them goes, and prose far below the story goes too.
The method is that of text segmentation by boilerplate features (Kohlschütter et al. 2010) with
states in place of smoothing; weights are reasoned, not trained.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from ingest.core.normalise import furniture
from ingest.core.normalise.furniture import Cue
from ingest.core.normalise.lines import Line
from ingest.core.normalise.stopwords import WIDE_FUNCTION, share

LOOK = 1_200
"""Characters of a line that its features are taken from."""


class State(IntEnum):
    HEAD = 0
    BODY = 1
    INSERT = 2
    FOOT = 3


@dataclass(slots=True)
class Judged:
    """A line with its score and what became of it; ``why`` is for people."""

    line: Line
    units: float
    """Length in words; two wide characters count as one."""
    ends: bool
    """Whether it ends as sentences do."""
    cue: Cue | None
    score: float
    why: str
    state: State = State.HEAD

    @property
    def text(self) -> str:
        return self.line.text

    @property
    def prose(self) -> bool:
        """Whether it reads as a sentence of some length."""
        return self.score >= 1.0


_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SENTENCE_END = re.compile(r"[.!?…。！？．][\"'”’»«“)\]）」』】]{0,3}$|[。！？」』]$")
_COMMA = re.compile(r"[,，、;；:：]\s?\S")
_MENU_MARKS = re.compile(r" [|·•/»>] |[|｜]|·|>>|»")
_BULLET = re.compile(r"^(?:[•▪■●◦‣*·–—-]|\d{1,2}[.)]) ?\S")
_DATED = re.compile(r"(?:19|20)\d\d|\d{1,2}:\d\d|\d{1,2}[./]\d{1,2}[./]\d\d")
_WORD_EDGES = ".,;:!?\"'“”„‘’«»()[]…-–—"
PHOTO = re.compile(
    r"^\W{0,3}(?:photo(?:graph)?s?|image|picture|credit|foto|bild|symbolbild|archivbild|imagen|crédit|fotografía|"
    r"фото|снимок|图片|图|写真|画像|illustration|screenshot|file photo|getty)\s?(?:credits?|source|by|caption|courtesy|"
    r"von|de|d'|：|:|/|©|来源)|"
    r"[\[(（](?:photo|file photo|image|picture|foto|bild|credit|图)\b.{0,60}[\])）]|[\[(]\s?(?:photo|image|picture) ?(?:/|by|credit|courtesy)|"
    r"(?:photo|image|picture|photograph) (?:credits?|by|courtesy|taken|provided)\b|PHOTO BY|"
    r"(?:[|/©(] ?|^)(?:getty images|reuters|afp|ap photo|associated press|epa|shutterstock|istock|unsplash|dpa|imago|keystone)\b.{0,40}$|"
    r"/(?:getty|reuters|afp|ap|tass|xinhua|epa|dpa|nasa|esa|bbc)\b.{0,30}$|"
    r"(?:新华社|中新社|人民网|记者).{0,14}(?:摄|发)$|^© .{1,80}$|. © [^.]{2,60}$",
    re.IGNORECASE,
)  # fmt: skip
"""What stands in captions and credits."""

_COST_INSERT = 1.0
_COST_RETURN = 1.0
_COST_PER_LINE = 0.12
_COST_FOOT_CUE = 1.2
_COST_END_CUE = 5.0
_AFTER_END = 0.35
"""How much prose counts after a line that only follows a story: comments are prose too."""
_ENOUGH_STORY = 60
"""Words of prose before a cue is believed to stand below the story."""


def judge(lines: list[Line], language: str | None) -> list[Judged]:
    """The lines with scores and states; ``language`` chooses the function words."""
    judged = [_features(line, language) for line in lines]
    _look_around(judged)
    _path(judged)
    return judged


def units_of(text: str) -> float:
    """The length of a text in words; two wide characters count as one."""
    sample = text[:LOOK]
    wide = len(_WIDE.findall(sample)) if not sample.isascii() else 0
    count = sample.count(" ") + 1 + wide / 2 - (1 if wide else 0)
    return count * (len(text) / len(sample)) if len(text) > LOOK else count


def _features(line: Line, language: str | None) -> Judged:
    text = line.text
    sample = text[:LOOK]
    units = units_of(text)
    ends = bool(_SENTENCE_END.search(text[-8:]))
    cue = furniture.cue(text)
    score, why = _length_score(units, ends)
    notes = [why]
    if units >= 5:
        for points, note in _shape(sample, units, language):
            score += points
            notes.append(note)
    if _BULLET.match(text) and units >= 3:
        score += 0.5
        notes.append("list item")
    if cue is None and len(text) < 260 and PHOTO.search(text):
        score = min(score, 0) - 2.5
        notes.append("caption or credit")
    if len(text) < 60 and _DATED.search(text) and not ends:
        score -= 1.2
        notes.append("date or time")
    if cue is not None:
        score = min(score, 0.5) - _CUE_POINTS[cue]
        notes.append(str(cue))
    if len(text) < 900 and (furniture.RIGHTS.search(sample) or furniture.NOTICE.search(sample)):
        score = min(score, 0) - 3.0
        notes.append("rights or notice")
        if cue is None and furniture.RIGHTS.search(sample):
            cue = Cue.END
    elif len(text) < 700 and (appeals := len(furniture.APPEAL.findall(sample))):
        score -= min(2.6, 1.3 + 0.9 * appeals) if units < 60 or appeals > 1 else 0.8
        notes.append("appeal")
        cue = cue or Cue.APPEAL
    return Judged(line, units, ends, cue, score, ", ".join(n for n in notes if n))


_CUE_POINTS = {
    Cue.MENU: 3.0, Cue.SHARE: 3.0, Cue.INSERT: 2.5, Cue.FOOT: 3.0, Cue.END: 4.0, Cue.APPEAL: 2.0,
    Cue.NOTICE: 4.0,
}  # fmt: skip


def _length_score(units: float, ends: bool) -> tuple[float, str]:
    for least, with_end, without, name in _LENGTHS:
        if units >= least:
            return (with_end if ends else without), name + (", ends a sentence" if ends else "")
    return -1.2, "empty"


_LENGTHS = (
    (40, 3.0, 2.2, "long"),
    (20, 2.4, 1.0, "full line"),
    (10, 1.5, -0.2, "medium"),
    (5, 0.6, -0.8, "short"),
    (0, -0.3, -1.2, "a word or two"),
)


def _shape(sample: str, units: float, language: str | None) -> list[tuple[float, str]]:
    """What the words and marks of a line say, as (points, note)."""
    out: list[tuple[float, str]] = []
    marks = len(_MENU_MARKS.findall(sample))
    if marks >= 2 and marks * 8 > units:
        out.append((-2.0, "menu marks"))
    elif marks == 1 and units < 12:
        out.append((-0.6, "menu mark"))
    if not sample.isascii() and len(_WIDE.findall(sample)) * 2 > len(sample):
        function = sum(c in WIDE_FUNCTION for c in sample) / len(sample)
        commas = len(_COMMA.findall(sample))
        out.append((0.7 if function > 0.06 and commas else -0.6 if function < 0.02 else 0.0,
                    f"function characters {function:.0%}"))  # fmt: skip
        return out
    words = [word.strip(_WORD_EDGES) for word in sample.split(" ")]
    words = [word for word in words if word]
    if not words:
        return [(-2.0, "no words")]
    function = share([word.lower() for word in words], language)
    if units >= 8:
        points = 0.9 if function >= 0.3 else 0.4 if function >= 0.2 else 0.0
        if function < 0.08 and language is not None:
            points = -1.2 if units < 30 else -0.6
        out.append((points, f"function words {function:.0%}"))
    capital = sum(word[0].isupper() for word in words[1:]) / max(1, len(words) - 1)
    if capital > (0.75 if language == "de" else 0.6):
        out.append((-0.9, "capitals"))
    return out


def _look_around(judged: list[Judged]) -> None:
    """Adjust scores by what stands beside a line, above it, and elsewhere on the page."""
    seen: dict[str, int] = {}
    for row in judged:
        seen[row.text] = seen.get(row.text, 0) + 1
    insert_open = ended = False
    story = 0.0
    for n, row in enumerate(judged):
        if seen[row.text] > 1 and row.units < 25:
            row.score -= 0.8
            row.why += ", repeated"
        before = judged[n - 1] if n else None
        after = judged[n + 1] if n + 1 < len(judged) else None
        if (
            row.cue is None
            and row.units <= 12
            and before
            and after
            and before.prose
            and after.prose
        ):
            row.score += 0.5
            row.why += ", between paragraphs"
        if insert_open and row.cue is None and not (row.ends and row.units >= 8) and row.units < 25:
            row.score -= 1.5
            row.why += ", under an insert"
        elif row.cue is not Cue.INSERT:
            insert_open = False
        insert_open = insert_open or row.cue is Cue.INSERT
        if ended:
            if row.score > 0:
                row.score *= _AFTER_END
            row.why += ", below the end"
        if row.score >= 1.0:
            story += row.units
        if row.cue is Cue.END and story >= _ENOUGH_STORY:
            ended = True


def _path(judged: list[Judged]) -> None:
    """The best sequence of states, by dynamic programming over the lines."""
    minus = float("-inf")
    best = [0.0, minus, minus, minus]  # HEAD, BODY, INSERT, FOOT
    back: list[tuple[int, int, int, int]] = []
    story = 0.0
    for row in judged:
        crossing = _COST_PER_LINE
        if row.cue is Cue.FOOT and story >= _ENOUGH_STORY:
            crossing = _COST_FOOT_CUE
        elif row.cue is Cue.END and story >= _ENOUGH_STORY:
            crossing = _COST_END_CUE
        if row.score >= 1.0:
            story += row.units
        head, body, insert, foot = best
        came_body = max((body, 1), (head, 0), (insert - _COST_RETURN, 2))
        came_insert = max((insert, 2), (body - _COST_INSERT, 1))
        came_foot = max((foot, 3), (body, 1))
        back.append((0, came_body[1], came_insert[1], came_foot[1]))
        best = [head, came_body[0] + row.score, came_insert[0] - crossing, came_foot[0]]
    state = max((0, 1, 3), key=lambda s: best[s])
    for row, came in zip(reversed(judged), reversed(back), strict=True):
        row.state = State(state)
        state = came[state]
