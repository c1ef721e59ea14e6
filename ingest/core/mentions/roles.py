"""What the words right beside a name say: a role beside a person, a crew beside a mission."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from ingest.core.mentions.evidence import Evidence
from ingest.core.mentions.found import Found
from ingest.core.mentions.languages import Role
from ingest.core.mentions.matcher import Cue

_BETWEEN_NAME_AND_ROLE = re.compile(
    r"(?: ?\([^()]{1,30}\))?(?:,|;| \(|:| —| –)?"
    r"(?: (?:who|will|would|was|is|were|are|has|had|been|be|being"
    r"|serves?|served|serving|acts?|acted|acting|flew|flying|as|the|a|an|nasa|his|her|its|their|first|mission's"
    r"|est|sera|etait|fut|comme|le|la|l'|war|ist|als|der|die|wird|es|fue|era|sera|como|el"
    r"|был|была|стал|стала|будет|является))*[ ]?|(?:は|が|、|（|担任|任|为|作为|\()+"
)
_BETWEEN_ROLE_AND_NAME = re.compile(
    r"(?:-?\d)?[ ]?(?:nasa |esa |jaxa |roscosmos |the |astronaut |cosmonaut |is |was |will be "
    r"|называют |стал |стала )?"
    r"(?:col\. |dr\. |maj\. |capt\. |lt\. )?|[ ]\d?[ ]{1,3}"
    r"|(?:的|、|の|は|: ?|：|航天员|[ ]?- ?)?"
)
_LISTED = re.compile(
    r"(?:[ ]\([^()]{1,24}\)"
    r"|,? (?:of|from|de|del|de la|d'|von|von der|aus|из|от)[ ]?\w{2,16}(?: \w{2,16})?)?"
    r"(?:, | and |, and | et | y | und | и | sowie |、|和|及|与| & )(?:[a-zа-я]+ ){0,2}"
)
_PLURAL = re.compile(r"\w+(?:s|en|eure|ы|ов)(?: |$)|.* \w+(?:s|en|eure|ы|ов)$")
"""What a role ends in that is told of several people: specialists, Bordingenieure, бортинженеры."""
_LONGEST_GAP = 60
_CREW_AFTER = re.compile(
    r"(?:'s?)?[\"»」』]? ?(?:three person |four person |\w+ member |backup |prime |mission "
    r"|mission's |flight |missions )?|(?:号|载人飞船|飞船|载人飞行任务|任务"
    r"|载人|飞行|航天员|的|の)+"
)
_CREW_OF = re.compile(
    r" (?:(?:of|for|on|aboard|from|de|du|von|der|des|del|de la)(?: the| la| l'| le)?|d')"
    r"(?: nasa's)? ?"
    r"(?:mission |spacecraft |mision |vaisseau |nave )?[\"«]?|"
    r" (?:корабля |миссии |экспедиции |пилотируемого корабля )?[\"«]?"
)

_NO_CREW = re.compile(r"\b(?:sin|sans|ohne|without|without a|no|без) $|[无無]$")
"""The Spanish "despegó sin tripulación Shenzhou-22" tells of no crew."""


def roles_beside(
    folded: str, people: list[Found], roles: list[tuple[int, int, Role]]
) -> dict[int, Role]:
    """The role stated beside each person occurrence: index in ``people`` (by start) -> role."""
    out: dict[int, Role] = {}
    begins = [item.begin for item in people]
    shadowed = _longest(roles)
    for start, end, role in shadowed:
        following = bisect_right(begins, start)
        previous = following - 1
        next_gap = (
            folded[end : people[following].begin] if following < len(people) else "unreachable"
        )
        before_gap = folded[people[previous].stop : start] if previous >= 0 else "unreachable"
        plural = _PLURAL.match(folded[start:end]) is not None
        if (
            len(next_gap) <= 30
            and _BETWEEN_ROLE_AND_NAME.fullmatch(next_gap)
            and ("  " not in next_gap or _begins_line(folded, start))
        ):
            out[following] = role
            if plural:
                _spread(folded, people, range(following, len(people)), role, out)
        elif len(before_gap) <= 60 and _BETWEEN_NAME_AND_ROLE.fullmatch(before_gap):
            out.setdefault(previous, role)
            if plural:
                _spread(folded, people, range(previous, -1, -1), role, out)
    return out


def _begins_line(folded: str, start: int) -> bool:
    """Whether a role may belong to the next line; "Jim Lovell, commander" is done with it."""
    return folded[max(0, start - 2) : start].strip(" -*•·") == ""


def _longest(roles: list[tuple[int, int, Role]]) -> list[tuple[int, int, Role]]:
    out: list[tuple[int, int, Role]] = []
    for start, end, role in sorted(roles, key=lambda item: (item[0], -item[1])):
        if not out or start >= out[-1][1]:
            out.append((start, end, role))
    return out


def _spread(
    folded: str, people: list[Found], indexes: range, role: Role, out: dict[int, Role]
) -> None:
    """Give the role of the first of ``indexes`` to the names listed after it, or before."""
    for last, index in pairwise(indexes):
        first, second = sorted((last, index))
        gap = folded[people[first].stop : people[second].begin]
        if len(gap) > _LONGEST_GAP or _LISTED.fullmatch(gap) is None or index in out:
            return
        out[index] = role


def named_crews(missions: list[Found], evidence: Evidence, folded: str) -> set[int]:
    """Indexes of those mission mentions that name a crew as a body ("the Shenzhou-20 crew")."""
    out = set()
    starts, ends = evidence.starts[Cue.CREW], evidence.ends[Cue.CREW]
    for index, item in enumerate(missions):
        place = bisect_right(starts, item.stop - 1)
        if place < len(starts) and _joins(folded[item.stop : starts[place]]):
            out.add(index)
            continue
        place = bisect_left(starts, item.begin) - 1  # not the crew of Crew-9
        if (
            place >= 0
            and 0 <= item.begin - ends[place] <= 24
            and not _NO_CREW.search(folded, max(0, starts[place] - 12), starts[place])
        ):
            gap = folded[ends[place] : item.begin]
            if _CREW_OF.fullmatch(gap):
                out.add(index)
    return out


def _joins(gap: str) -> bool:
    return len(gap) <= 24 and (gap == "" or _CREW_AFTER.fullmatch(gap) is not None)
