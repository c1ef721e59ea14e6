"""Which entries of a feed are the same from one poll to the next, and which of them changed.

Feeds promise that a GUID names an entry for ever. Many break that: one GUID for all entries, the
headline as GUID, a new GUID at every request, the entry's place in the list as GUID. So an entry is
told by its GUID where that can be trusted, *and* by its link where that is its own; it is the same
entry if either was seen before. Without both, its headline and date (or else its text) tell it.

Whether it changed is asked of its words alone: markup, addresses, counters ("1,024 views"),
advertisements and lists of links come and go without anything being said.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from hashlib import sha256
from typing import Any, Literal

from ingest.core import urls
from ingest.core.feeds import saying
from ingest.core.normalise import jsonsource
from ingest.model import DocumentId, SeenEntry

Entry = Mapping[str, Any]
"""The raw strings of one entry, in the fields of ``normalise.feed_entry``."""

Kind = Literal["new", "changed", "held", "moved", "same"]

CHANGES_AT_ONCE = 3
"""So often an entry may change without being asked to settle first."""
RESTLESS = timedelta(hours=1)
"""One that changed more often, and within this time again, must stand unchanged for a poll."""
CROWD = 4
"""Of so many entries that were seen before, more than half do not change at once by a person's
hand."""
SHORTEST_HEADLINE = 12
"""Characters of a headline that can be told in a GUID."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a poll makes of one entry.

    ``new`` and ``changed`` ones are taken. One that is ``held`` changed too, but has to stand so
    for another poll. One that ``moved`` has the key that another had before. ``entry`` is without a
    GUID that cannot be trusted; ``keys`` (at least one, of 32 characters each) are what it is
    remembered by, with ``written``, ``said`` and ``changes``. ``of`` is what is remembered of it
    from earlier polls.
    """

    entry: Entry
    kind: Kind
    keys: tuple[str, ...]
    written: str
    said: str
    changes: int
    of: SeenEntry | None


def decide(
    entries: Sequence[Entry], known: Mapping[str, SeenEntry], *, now: datetime
) -> list[Verdict]:
    """What to make of each of the ``entries`` that a feed lists now.

    ``known`` is what is remembered of the feed, by key. A held entry is remembered with the new
    ``written`` and the old ``said``: when the next poll finds it written the same, it has settled.
    """
    looks = [_Look(entry, keys, known) for entry, keys in _told_apart(entries)]
    _recognise_by_words(looks, known)
    seen = [look for look in looks if look.of is not None]
    crowd = len(seen) >= CROWD and 2 * sum(look.changed for look in seen) > len(seen)
    taken: set[str] = set()
    verdicts = []
    for look in looks:
        twice = not taken.isdisjoint(look.keys)
        taken.update(look.keys)
        verdicts.append(_verdict(look, crowd=crowd, twice=twice, now=now))
    return verdicts


def remembered(verdict: Verdict, document: DocumentId, *, now: datetime) -> list[SeenEntry]:
    """What to remember of an entry, under each of its keys; nothing where it is the same.

    ``document`` is the one that a new or changed entry was taken as; others keep their own.
    """
    if verdict.kind == "same":
        return []
    kept = verdict.of if verdict.kind in ("held", "moved") else None
    return [
        SeenEntry(
            key=key,
            written=verdict.written,
            said=kept.said if kept else verdict.said,
            document=kept.document if kept else document,
            seen=kept.seen if kept else now,
            changes=verdict.changes,
            held=verdict.kind == "held",
        )
        for key in verdict.keys
    ]


class _Look:
    """An entry beside what is remembered of it. Its words are only asked for where they may tell
    something: an entry that is written as before says the same."""

    __slots__ = ("changed", "entry", "keys", "moved", "of", "said", "written")

    def __init__(self, entry: Entry, keys: tuple[str, ...], known: Mapping[str, SeenEntry]) -> None:
        self.entry = entry
        self.keys = keys
        self.written = _digest(jsonsource.canonical(entry))
        matches = [known[key] for key in keys if key in known]
        settled = next((m for m in matches if m.written == self.written and not m.held), None)
        self.said = settled.said if settled else saying.said(entry)
        same = (match for match in matches if match.said == self.said)
        self.of = settled or next(same, matches[0] if matches else None)
        self.changed = self.of is not None and self.of.said != self.said
        self.moved = False


def _verdict(look: _Look, *, crowd: bool, twice: bool, now: datetime) -> Verdict:
    kind: Kind = "same"
    changes = look.of.changes if look.of else 0
    if twice:
        pass
    elif look.of is None:
        kind = "new"
    elif look.moved:
        kind = "moved"
    elif look.changed:
        restless = changes >= CHANGES_AT_ONCE and now - look.of.seen < RESTLESS
        settled = look.of.held and look.of.written == look.written
        kind = "held" if (crowd or restless) and not settled else "changed"
        changes += kind == "changed"
    return Verdict(
        entry=look.entry,
        kind=kind,
        keys=look.keys,
        written=look.written,
        said=look.said,
        changes=changes,
        of=look.of,
    )


def _recognise_by_words(looks: Sequence[_Look], known: Mapping[str, SeenEntry]) -> None:
    """A feed that gives its entries new GUIDs and new links at every request, or each the GUID of
    the one before it: most of them are unknown, or changed, though each says what a known one says
    and no other does."""
    by_words = {entry.said: entry for entry in known.values()}
    words = Counter(look.said for look in looks)
    alone = [
        look
        for look in looks
        if (look.of is None or look.changed) and look.said in by_words and words[look.said] == 1
    ]
    if len(alone) >= CROWD - 1 and 2 * len(alone) >= len(looks):
        for look in alone:
            look.moved, look.changed = look.changed, False
            look.of = by_words[look.said]
        if any(look.moved for look in alone):
            for look in looks:
                if look.changed:  # what had its key before is somewhere else, or no longer listed
                    look.of, look.changed = None, False


# ------------------------------------------------------------------ keys


def _told_apart(entries: Sequence[Entry]) -> list[tuple[Entry, tuple[str, ...]]]:
    """Each entry, without a GUID that tells nothing, and its keys: the surest first."""
    titles = [saying.folded(_text(entry, "title")) for entry in entries]
    links = [_link(entry) for entry in entries]
    guids = [_guid(entry, title) for entry, title in zip(entries, titles, strict=True)]
    shared_guids = _shared(guids, list(zip(links, titles, strict=True)))
    shared_links = _shared(links, titles)
    found = []
    for entry, guid, link, title in zip(entries, guids, links, titles, strict=True):
        guid = None if guid in shared_guids else guid
        link = None if link in shared_links else link
        # A GUID that is the link tells nothing more, and goes when the link does.
        tells = guid and not (link and guid == _text(entry, "link"))
        keys = [_digest(b"guid\0" + _bytes(guid))] if guid and tells else []
        if link:
            keys.append(_digest(b"link\0" + _bytes(link)))
        if not keys:
            when = _text(entry, "published") if title else None
            keys.append(_digest(b"text\0" + _bytes(f"{title}\0{when or saying.said(entry)}")))
        if guid is None and entry.get("guid"):
            entry = {name: value for name, value in entry.items() if name != "guid"}
        found.append((entry, tuple(keys)))
    return found


def _shared(values: Sequence[str | None], others: Sequence[Any]) -> set[str]:
    """Those of the values that several entries have which differ in the ``others``."""
    seen = defaultdict(set)
    for value, other in zip(values, others, strict=True):
        if value:
            seen[value].add(other)
    return {value for value, found in seen.items() if len(found) > 1}


def _guid(entry: Entry, title: str) -> str | None:
    """The GUID, unless it holds the headline and so changes with it. The address of a page often
    does too, but stays when the headline is changed."""
    guid = _text(entry, "guid")
    if guid is None or guid.lower().startswith(("http://", "https://")):
        return guid
    holds = len(title) >= SHORTEST_HEADLINE and title in saying.folded(guid)
    return None if holds else guid


def _link(entry: Entry) -> str | None:
    """What is compared of the link, unless it leads to the site's front page."""
    about = entry.get("feed")
    feed = about if isinstance(about, Mapping) else {}
    base = _text(feed, "link")
    stated = _text(entry, "link") or ""
    absolute = stated.startswith(("https://", "http://"))  # as those of polls are
    link = stated if absolute else urls.canonical(stated, base)
    key = urls.key(link) + urls.part(link) if link else ""
    is_front = base is not None and key == _site_key(base)
    return key if key.partition("/")[2] and not is_front else None


@lru_cache(maxsize=64)  # all entries of a feed ask for the same
def _site_key(base: str) -> str:
    return urls.key(base)


def _text(values: Mapping[str, Any], name: str) -> str | None:
    value = values.get(name)
    return value.strip() or None if isinstance(value, str) else None


def _bytes(value: str) -> bytes:
    return value.encode("utf-8", "replace")


def _digest(value: bytes) -> str:
    return sha256(value).hexdigest()[:32]
