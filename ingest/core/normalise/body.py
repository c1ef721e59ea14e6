"""Which lines of a dump are the story: a score for each line, and the best path over all of them.

Each line gets a score for being a line of the story, from its length, its sentence end, the share
of function words, the shape of menus, and what the tables of ``furniture`` say (``line_score``).
Then the best sequence of four states is sought (the Viterbi algorithm): *head*, *body*, *insert*,
*foot*, in that order but for inserts, from which the story may come back. So a lone short line
between paragraphs stays (a subheading), a list of links between them goes, and prose far below the
story goes too. Scoring lines by shallow text features follows Kohlschütter et al. (2010); states
take the place of their smoothing, and the weights are reasoned, not trained.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from ingest.core.normalise import furniture
from ingest.core.normalise.furniture import Cue
from ingest.core.normalise.line_score import BYLINE_WORDS, Scored, byline_names, score
from ingest.core.normalise.lines import Line
from ingest.core.normalise.neighbours import ENOUGH_STORY, weigh_neighbours, weigh_signed


class State(IntEnum):
    """Where on the page a line stands."""

    HEAD = 0
    BODY = 1
    INSERT = 2
    FOOT = 3


@dataclass(slots=True)
class Judged(Scored):
    """A scored line and its place."""

    state: State = State.HEAD
    ends_story: bool = False
    """Whether what follows it is believed to be no story."""
    replied_to: bool = False
    """Whether comments begin here that have "reply" below them: however short the story is."""

    @property
    def in_story(self) -> bool:
        return self.state is _BODY


_STATES = tuple(State)
_BODY, _FOOT_CUE = State.BODY, Cue.FOOT  # an attribute of an enumeration is slow to look up
_COST_INSERT = 0.6
_COST_RETURN = 0.6
_COST_PER_LINE = 0.1
_COST_FOOT_CUE = 1.0
_COST_END_CUE = 5.0
_COST_MARKER = 0.8
"""For a story that is interrupted by its own date or byline: then it had not begun."""
_AFTER_END = 0.45
"""How much prose counts below a line that only follows a story: comments are prose too."""
_UNDER_IN_HEAD = 3
"""Lines below a cue that belong to it above the story: there a cue is most often a menu entry."""
_DATED_COMMENTS = 3
_STANDFIRST = 120
"""Words that may stand above the date and byline and still be part of the head."""
_HEAD_LINES = 14
MAX_LIST = 30
MANY_LISTED = 4
"""Lines of a list within the story, and how many of them are more than a few teasers."""
_DOES = re.compile(
    r"(?:is|has|covers|writes|reports|joined|works|ist|schreibt|berichtet|arbeitet|est|écrit|es|"
    r"escribe|cubre)\b"
)
_TO_READER = frozenset(
    ["you", "your", "we", "our", "us", "dein", "deine", "unser", "unsere", "unseren", "unserem",
     "vous", "votre", "vos", "notre", "nos", "tu", "tus", "usted", "nuestro", "nuestra", "nuestros",
     "nuestras", "вы", "ваш", "ваше", "ваши", "вам", "вас", "наш", "наши", "нашем", "您", "我们"]
)  # fmt: skip
"""Words by which a site speaks to its reader."""


def judge(lines: list[Line], language: str | None) -> list[Judged]:
    """The lines with scores and states; ``language`` chooses the function words."""
    wide = language in ("zh", "ja", "ko", None)
    judged = [score(line, language, wide, Judged) for line in lines]
    _find_comments(judged)
    _weigh_repeats(judged)
    weigh_signed(judged)
    weigh_neighbours(judged)
    _weigh_blocks(judged)
    _path(judged)
    _take_lists(judged)
    return judged


def _find_comments(judged: list[Judged]) -> None:
    """Comments without a heading: three dated lines with prose below each, or "reply" lines."""
    story = 0.0
    dated: list[int] = []
    replies = [n for n, row in enumerate(judged) if _replies(row)]
    if len(replies) >= 2 and (start := _first_comment(judged, replies[0])) is not None:
        judged[start].replied_to = True
        _mark_comments(judged[start])
        return
    for n, row in enumerate(judged):
        if story >= ENOUGH_STORY:
            if row.marker and _prose_follows(judged, n):
                dated.append(n)
            if _replies(row):
                start = next((m for m in range(n, max(0, n - 7), -1) if judged[m].marker), n)
                _mark_comments(judged[start])
                return
        elif row.prose:
            story += row.units
    if len(dated) >= _DATED_COMMENTS:
        _mark_comments(judged[dated[0]])


def _replies(row: Judged) -> bool:
    """Whether it is what stands below each comment: a link to answer it."""
    return len(row.words) <= 4 and " ".join(row.words) in furniture.REPLY


def _first_comment(judged: list[Judged], reply: int) -> int | None:
    """Where the comment begins that the first "reply" stands below: at its date, or at the heading
    of all comments; None where no story stands above."""
    start = next((n for n in range(reply, max(0, reply - 9), -1) if judged[n].marker), None)
    if start is None or not any(row.prose and row.ends for row in judged[:start]):
        return None
    for n in range(start, max(0, start - 5), -1):
        if judged[n].cue is Cue.COMMENTS:
            return n
    return start


def _prose_follows(judged: list[Judged], n: int) -> bool:
    return any(row.units >= 5 and not row.marker for row in judged[n + 1 : n + 3])


def _mark_comments(row: Judged) -> None:
    row.cue = Cue.COMMENTS
    row.add(-3.0, "comments begin")


def _weigh_repeats(judged: list[Judged]) -> None:
    """A line that stands on the page twice is a link or the headline, not a paragraph."""
    seen: dict[str, int] = {}
    for row in judged:
        seen[row.text] = seen.get(row.text, 0) + 1
    for row in judged:
        if seen[row.text] > 1 and row.units < 25:
            row.add(-0.8, "repeated")


def _weigh_blocks(judged: list[Judged]) -> None:
    """What follows a cue: links under "read also", a box's appeal, the author's portrait."""
    names: set[str] = set()
    head = _head_words(judged)
    under: Cue | None = None
    under_since = 0
    portrait = -9
    ended = False
    story = 0.0
    for n, row in enumerate(judged):
        if row.words and row.words[0] in BYLINE_WORDS:
            names.update(byline_names(row.text))
        if story >= ENOUGH_STORY and _begins_portrait(judged, n, names, head):
            row.cue = Cue.FOOT
            row.add(-2.0, "the author again")
            portrait = n
        portrays = names and story >= ENOUGH_STORY and row.prose and _portrays(row, names)
        if (0 < n - portrait <= 3 and row.score > -1) or portrays:
            row.add(-3.5, "about the author")
        elif row.cue is None:
            if under is not None and not story and n - under_since > _UNDER_IN_HEAD:
                under = None
            elif under is not None:
                summary = under is Cue.FOOT and story >= ENOUGH_STORY and _is_summary(judged, n)
                under = _weigh_summary(row, under) if summary else _weigh_under(row, under)
        elif row.cue is Cue.APPEAL:
            if under is not None and row.units < 40:
                row.add(-2.0, f"under {under}")
            under = None if row.units >= 14 and row.ends else under or Cue.APPEAL
        elif row.cue in (Cue.INSERT, Cue.FOOT):
            under, under_since = None if row.self_contained else row.cue, n
        if ended:
            row.score *= _AFTER_END if row.score > 0 else 1
            row.why += ", below the end"
        if row.prose:
            story += row.units
        if row.cue is None or ended:
            continue
        if story >= ENOUGH_STORY:
            ended = row.cue is Cue.FOOT and furniture.BOILERPLATE.match(row.text) is not None
        if (story >= ENOUGH_STORY or row.replied_to) and not ended:
            ended = row.cue is Cue.COMMENTS or (row.cue is Cue.LEGAL and not _resumes(judged, n))
        row.ends_story = ended


def _head_words(judged: list[Judged]) -> str:
    """The short lines above the story, case-folded, to look names up in."""
    out: list[str] = []
    for row in judged[:200]:
        if row.prose and row.units >= 20:
            break
        if row.units <= 14:
            out.append(row.text.casefold())
    return "\n".join(out)


def _begins_portrait(judged: list[Judged], n: int, names: set[str], head: str) -> bool:
    """Whether a line below the story begins a portrait of who wrote it.

    It is the name of the byline, or says so; or a name that stands in the head and that the next
    lines take up ("Thomas Pesquet", "Pesquet has written about ...").
    """
    row = judged[n]
    if row.units > 8 or row.ends:
        return False
    if row.units <= 6 and " ".join(row.words) in furniture.ABOUT_AUTHOR:
        return True
    named = row.capitals and 2 <= row.units <= 4 and row.cue is None
    if not (names or named):
        return False
    text = row.text.casefold()
    if row.units <= 6 and text in names:
        return True
    if any(text.startswith(name + " ") for name in names):
        return True
    if not named or text not in head:
        return False
    starts = tuple(word for word in row.words if len(word) > 2)
    return any(r.prose and r.text.casefold().startswith(starts) for r in judged[n + 1 : n + 4])


def _portrays(row: Judged, names: set[str]) -> bool:
    """Whether a sentence says what the writer does: "Jules Verne is a correspondent ..."."""
    text = row.text[:120].casefold()
    return any(
        text.startswith(name + " ") and _DOES.match(text, len(name) + 1)
        for name in names
        if " " in name
    )


def _weigh_under(row: Judged, under: Cue) -> Cue | None:
    """Lower what stands under a cue; whether more of it is to be expected."""
    to_reader = row.speaks_to_reader(_TO_READER)
    asks = row.text.endswith(("?", "？")) and row.units < 16
    enough = 14 if under is Cue.APPEAL else 8
    if row.units >= enough and row.ends and not (to_reader or asks):
        return under if under is Cue.FOOT and row.units < 16 else None
    if row.units < 30:
        row.add(
            -3.5 if to_reader and row.prose else -1.6 if row.score < 1 else -2.4, f"under {under}"
        )
    return under


def _is_summary(judged: list[Judged], n: int) -> bool:
    """Whether a line sums up the teaser whose headline stands above it."""
    before, row = judged[n - 1], judged[n]
    headline = before.cue is None and not before.ends and 2 <= before.units <= 16
    return headline and row.ends and 8 <= row.units <= 45


def _weigh_summary(row: Judged, under: Cue) -> Cue:
    row.add(-3.5, f"a teaser's summary under {under}")
    return under


def _resumes(judged: list[Judged], n: int) -> bool:
    """Whether paragraphs follow soon: then a legal line was a picture's credit."""
    return sum(row.prose and row.units >= 20 for row in judged[n + 1 : n + 9]) >= 2


def _take_lists(judged: list[Judged]) -> None:
    """Lists and tables within the story: lines between its paragraphs that seem to be its own.

    A paragraph announces them, or they are many, or none of them could be a teaser's headline.
    """
    last = None
    for n, row in enumerate(judged):
        if not row.in_story:
            continue
        between: list[Judged] = judged[last + 1 : n] if last is not None else []
        if 0 < len(between) <= MAX_LIST and all(map(_may_list, between)):
            announced = judged[last or 0].text.endswith((":", "："))
            if announced or len(between) >= MANY_LISTED or not any(map(_may_tease, between)):
                for item in between:
                    item.state, item.why = State.BODY, item.why + ", a list"
        last = n


_OTHERS = ("credit", "repeated", "under", "rights", "below the end", "date")
"""What is said of lines between paragraphs that belong to a picture, or to other stories."""


def _may_list(row: Judged) -> bool:
    plain = row.cue is None and not row.marker and not row.caption
    return plain and not any(word in row.why for word in _OTHERS)


def _may_tease(row: Judged) -> bool:
    return 4 <= row.units <= 20 and not row.ends


def opening(judged: list[Judged]) -> int:
    """Where the story proper begins: below a standfirst that stands above date or byline."""
    first = next((n for n, row in enumerate(judged) if row.state is _BODY), len(judged))
    start, units = first, 0.0
    half = sum(row.units for row in judged if row.state is _BODY) / 2
    for n in range(first, min(len(judged), first + _HEAD_LINES)):
        if judged[n].in_story:
            units += judged[n].units
        if units > min(_STANDFIRST, half):
            break
        if judged[n].marker:
            below = (m for m in range(n + 1, len(judged)) if judged[m].in_story)
            start = next((m for m in below if not judged[m].marker), first)
    return start


def _path(judged: list[Judged]) -> None:
    """The best sequence of states, by dynamic programming over the lines."""
    minus = float("-inf")
    best = (0.0, minus, minus, minus)  # HEAD, BODY, INSERT, FOOT
    back: list[tuple[int, int, int]] = []
    story = 0.0
    for row in judged:
        crossing = _COST_PER_LINE
        if story >= ENOUGH_STORY or row.replied_to:
            if row.cue is _FOOT_CUE:
                crossing = _COST_FOOT_CUE
            elif row.ends_story:
                crossing = _COST_END_CUE
        elif row.marker:
            crossing = _COST_MARKER
        if row.prose:
            story += row.units
        head, body, insert, foot = best
        came_body, came_insert, came_foot = 1, 2, 3
        best_body, returned = body, insert - _COST_RETURN
        if head > best_body:
            best_body, came_body = head, 0
        if returned >= best_body:
            best_body, came_body = returned, 2
        if body - _COST_INSERT > insert:
            insert, came_insert = body - _COST_INSERT, 1
        if body > foot:
            foot, came_foot = body, 1
        back.append((came_body, came_insert, came_foot))
        best = (head, best_body + row.score, insert - crossing, foot)
    state = max((0, 1, 3), key=lambda s: best[s])
    for row, came in zip(reversed(judged), reversed(back), strict=True):
        row.state = _STATES[state]
        state = came[state - 1] if state else 0
