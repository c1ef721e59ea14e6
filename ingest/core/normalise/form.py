"""What an input form is: a module that can tell its own and read it.

To add a form, write one file with ``accepts`` and ``read`` and name it in ``FORMS`` of this
package's ``__init__``. Forms are asked in that order; the first that accepts a page reads it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from ingest.core.normalise import text
from ingest.model import Normalised, Source

HEAD = 4096
"""Characters of a page that are enough to tell its form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A document on its way to become an article: unpacked, decoded, not yet read.

    ``source`` is the text exactly as it was written, and empty where the bytes hold no text.
    ``suffix`` (``.html``) and ``media_type`` are hints by those who sent it, and may be wrong.
    """

    raw: bytes
    source: str
    codec: str | None
    received: datetime
    sources: Sequence[Source]
    suffix: str = ""
    media_type: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The source made harmless, line ends as ``\\n``."""
        return text.harmless(self.source)

    @property
    def head(self) -> str:
        """The beginning of the source, without blanks before it."""
        return self.source[: 64 * HEAD].lstrip()[:HEAD]


@dataclass(frozen=True, slots=True)
class Explained:
    """One line of a page, for people: its score, what became of it, and why."""

    text: str
    score: float
    kept: bool
    role: str
    why: str


class Form(Protocol):
    """One way in which an article, or several, can be written down."""

    def accepts(self, page: Page) -> bool:
        """Whether the page is of this form, told by its content; hints only decide in doubt."""
        ...

    def read(self, page: Page) -> Normalised:
        """The article, the entries, or why there is none. Never raises."""
        ...
