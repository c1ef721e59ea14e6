"""Which entries of a feed are the same from one poll to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

Entry = Mapping[str, Any]
"""The raw strings of one entry, in the fields of ``normalise.feed_entry``."""


@dataclass(frozen=True, slots=True)
class EntryKey:
    """What tells an entry from all others of its feed. ``key`` has 32 characters at most."""

    key: str
    by: str
    """What it was told by: ``guid``, ``link`` or ``text``."""


def entry_keys(entries: Sequence[Entry]) -> list[EntryKey]:
    """The key of each of the ``entries`` that a feed lists now, in their order."""
    guids = {entry.get("guid") for entry in entries}
    found = []
    for entry in entries:
        if entry.get("guid") and (len(guids) > 1 or len(entries) == 1):
            found.append(_key("guid", entry["guid"]))
        elif entry.get("link"):
            found.append(_key("link", entry["link"]))
        else:
            stated = (entry.get("title") or "", entry.get("summary") or "")
            found.append(_key("text", *stated))
    return found


def _key(by: str, *values: str) -> EntryKey:
    whole = "\0".join((by, *values)).encode("utf-8", "replace")
    return EntryKey(sha256(whole).hexdigest()[:32], by)
