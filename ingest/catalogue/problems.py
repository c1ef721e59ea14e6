"""What a person should mend in the data: where it stands, what is wrong, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """An ``error`` keeps the data from being used; a ``warning`` is worth a look.

    ``file`` is relative to the folder that was read, ``line`` counts from 1, ``id`` is the entry.
    """

    level: Literal["error", "warning"]
    file: str
    line: int | None
    id: str | None
    message: str
    """What is wrong, as a sentence."""
    remedy: str
    """What to do about it, as a sentence."""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        entry = f" {self.id}:" if self.id else ""
        return f"{where}:{entry} {self.message} {self.remedy}"
