"""What is meant by a name on the command line: which document, which entry of the catalogue."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.errors import MissionfeedError
from ingest.model import ReceiptRow

if TYPE_CHECKING:
    from ingest.settings import Settings
    from ingest.store import Store

_ID = re.compile(r"[ad]-[0-9a-f]{16}")
_ENTRY = re.compile(r"(.+?) ?#(\d+)")
"""A path and the number of an entry, as `receipts` shows them."""


def find(store: Store, thing: str, *, seeds: Path) -> ReceiptRow:
    """The receipt of a document, of an article's document, or of the newest document of a path or
    address; raises where there is none."""
    found: list[ReceiptRow] = []
    if _ID.fullmatch(thing):
        article = store.article(thing) if thing.startswith("a-") else None
        found = store.receipts(ids=[article.document if article else thing])
    named, entry = thing, None
    if not found and (numbered := _ENTRY.fullmatch(thing)):
        named, entry = numbered[1], int(numbered[2])
    for name in (named, _in_folder(Path(named), seeds.absolute())) if not found else ():
        found = [row for row in store.receipts(path_glob=name) if entry in (None, row.entry)]
        if found:
            break
    if not found:
        raise MissionfeedError(
            f"Nothing is known of {thing}.",
            hint="`missionfeed receipts` lists documents (d-...), articles (a-...) and paths.",
        )
    whole = [row for row in found if row.entry is None]
    return (whole or found)[-1]


def _in_folder(path: Path, seeds: Path) -> str:
    """A path as the shell completes it, as receipts know it: from the drop folder on."""
    absolute = path.absolute()
    return str(absolute.relative_to(seeds)) if absolute.is_relative_to(seeds) else str(path)


def entry_id(named: str, known: Collection[str]) -> str | None:
    """The id that ``named`` is, or is but for capitals and blanks (``Shenzhou 20``)."""
    return next((one for one in (named, _slug(named)) if one in known), None)


def near(named: str, known: Collection[str]) -> list[str]:
    """Ids that look like ``named``, the most alike first."""
    return difflib.get_close_matches(_slug(named), known, n=3, cutoff=0.6)


def unknown(settings: Settings, *, mission: str | None, person: str | None) -> list[str]:
    """Sentences on those of the two that the catalogue does not know, with what is near."""
    from ingest.wiring import load_catalogue

    if not (mission or person):
        return []
    catalogue = load_catalogue(settings)
    said = []
    for named, known in ((mission, catalogue.missions), (person, catalogue.people)):
        if named and named not in known:
            close = near(named, known)
            hint = f" Near ones: {', '.join(close)}." if close else ""
            said.append(f"The catalogue does not know {named!r}.{hint}")
    return said


def _slug(named: str) -> str:
    return "-".join(named.casefold().replace("_", " ").split())
