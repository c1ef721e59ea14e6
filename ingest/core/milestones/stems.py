"""Which letters must stand in a text for an expression to match it.

An expression is tried only where one of its stems stands, and the stems of all expressions are
searched in one pass (Aho-Corasick). They are read off the expression, so that none can be
forgotten. The expressions are ours: groups, alternatives, classes, escapes and quantifiers, no
back-references, no nested classes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?P<open>\((?:\?(?::|[=!]|<[=!]))?)|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<times>[?*+]\??|\{(?P<least>\d+),?\d*\}\??)|(?P<class>\[\^?.[^\]]*\])"
    r"|(?P<escape>\\.)|(?P<any>[.^$])|(?P<letter>.)",
    re.DOTALL,
)


_COMMON = frozenset(
    """
    space orbit mission flight launch spacecraft astronaut station crew earth
    飞船 航天员 任务 发射 空间站 返回舱 宇宙 космос космич полет
    """.split()
)
"""In nearly every text about space, so that to find one there says little..."""
_EVERYWHERE = frozenset(
    """
    the to to the on the in the of the for the for from and with that
    der die das den dem zur zum ins in den auf den auf die die das und von mit
    le la les de la de l' l’ et dans sur en sur la dans la à la vers pour
    el los las de la al a la en el en la por para hacia rumbo
    на в к от и для с
    """.split()
)
_WORTH_OF_COMMON = 3.5
"""...as little as so many letters of any other word; of short words, less than all letters."""


def stems(expression: str) -> frozenset[str]:
    """Strings of which every match of ``expression`` holds at least one, as telling as can be.

    Raises ValueError for an expression that may match without any fixed letters.
    """
    found, rest = _alternatives(list(_TOKEN.finditer(expression)))
    if rest or not found:
        raise ValueError(f"No stem: {expression!r} may match without any fixed letters.")
    return found


@dataclass(slots=True)
class _Run:
    """Letters that follow each other."""

    letters: str


_Part = _Run | frozenset[str] | None
"""Letters, a group by its stems, or something that holds no fixed letters."""


def _alternatives(tokens: list[re.Match[str]]) -> tuple[frozenset[str], list[re.Match[str]]]:
    """The stems of alternatives up to the closing parenthesis, and the tokens after it."""
    every: set[str] = set()
    complete = True
    while True:
        best, tokens = _sequence(tokens)
        complete = complete and bool(best)
        every |= best
        if not tokens or tokens[0].lastgroup != "bar":
            return (frozenset(every) if complete else frozenset()), tokens[1:]
        tokens = tokens[1:]


def _sequence(tokens: list[re.Match[str]]) -> tuple[frozenset[str], list[re.Match[str]]]:
    """The best stems of a sequence up to ``|``, ``)`` or the end, and the tokens from there."""
    parts: list[_Part] = []
    while tokens and tokens[0].lastgroup not in {"bar", "close"}:
        token, tokens = tokens[0], tokens[1:]
        part: _Part = None
        if token.lastgroup == "open":
            part, tokens = _alternatives(tokens)
            part = part if token[0] in {"(", "(?:"} else None
        elif token.lastgroup == "letter":
            part = _Run(token[0])
        elif token["times"] is not None:
            if token[0][0] != "+" and token["least"] in {None, "0"}:
                parts[-1:] = _without_last(parts[-1])
            continue
        parts = _appended(parts, part)
    options = [
        part if isinstance(part, frozenset) else frozenset({part.letters}) for part in parts if part
    ]
    usable = [option for option in options if option and min(map(len, option)) > 0]
    return max(usable, key=_telling, default=frozenset()), tokens


def _telling(option: frozenset[str]) -> float:
    """How seldom a text will hold one of these strings: long ones are rare, but for some."""
    if any(set(stem.split()) <= _EVERYWHERE for stem in option):
        return 0.5
    shortest = min(len(stem.strip()) for stem in option)
    common = any(stem.strip() in _COMMON for stem in option)
    return min(shortest - 0.5, _WORTH_OF_COMMON) if common else shortest


def _appended(parts: list[_Part], part: _Part) -> list[_Part]:
    """Join letters to the run before them."""
    if isinstance(part, _Run) and parts and isinstance(parts[-1], _Run):
        return [*parts[:-1], _Run(parts[-1].letters + part.letters)]
    return [*parts, part]


def _without_last(part: _Part) -> list[_Part]:
    """What is left certain when the last letter, or the group, may be missing."""
    return [_Run(part.letters[:-1]), None] if isinstance(part, _Run) else [None]
