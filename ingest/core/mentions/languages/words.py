"""The words that a language file gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Role = str
"""A role as the catalogue names it: ``commander``, ``flight-engineer``, ..."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Words of one language.

    Those of ``space`` to ``astronaut``, of ``officials`` and ``flying`` also match as the beginning
    of a longer word, when they have five letters or more.
    """

    code: str
    space: tuple[str, ...]
    """Words that hardly any other text uses: a spacewalk, an orbiter, a space agency."""
    setting: tuple[str, ...]
    """Words that texts about space use, and others too: a launch, a rocket, the Moon."""
    elsewhere: tuple[str, ...]
    """Words that show that a name is another one's: an album, a club, a film."""
    astronaut: tuple[str, ...]
    """What a person who flies is called, right before or after the name."""
    crew: tuple[str, ...]
    """What a crew is called, right after or before the name of a mission."""
    roles: Mapping[str, Role]
    """What the roles of a crew are called, longest wins."""
    officials: tuple[str, ...] = ()
    """What people on the ground are called, right before or after the name."""
    rockets: tuple[str, ...] = ()
    """What makes a ship's name a rocket's when it follows or comes right before."""
    programme: tuple[str, ...] = ()
    """What makes a ship's name its programme's when it follows or comes right before."""
    generic_station: tuple[str, ...] = ()
    """"The space station", without a name."""
    chinese_station: tuple[str, ...] = ()
    """The space station, as that of China."""
    flying: tuple[str, ...] = ()
    """What flights do, beside the name of one: launch, splashdown, a capsule."""
    nicknames: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Short forms of given names."""
