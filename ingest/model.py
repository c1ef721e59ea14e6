"""The words of the service, as immutable values. ``docs/design.md`` defines each word once.

Nothing here does any work: no I/O, no clock. Times are timezone-aware ``datetime``; where one is
stored it is UTC. Spans count code points of ``Article.text``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Literal

DocumentId = str
"""``d-`` and 16 hex digits, derived from where the document came from and what it holds."""
ArticleId = str
"""``a-`` and the digits of the article's document."""
FeedId = str
"""``f-`` and 16 hex digits, derived from the address under which the feed was added."""
EntryId = str
"""The id of a catalogue entry, such as ``shenzhou-20`` or ``fei-junlong``."""
Position = int
"""Where an event stands in the log: 1, 2, 3 ... without a gap."""


class Receipt(StrEnum):
    """What became of a document."""

    QUEUED = "queued"
    NEW = "new"
    COPY = "copy"
    REVISION = "revision"
    REJECTED = "rejected"
    IGNORED = "ignored"
    UNPACKED = "unpacked"


class Reason(StrEnum):
    """Why a document was rejected or ignored: a stable code, beside the sentence for people."""

    # the input as a thing in a folder
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    SYMLINK = "symlink"
    NOT_REGULAR = "not_regular"
    NOT_READABLE = "not_readable"
    DIRECTORY = "directory"
    HIDDEN = "hidden"
    TEMPORARY = "temporary"
    SYSTEM = "system"
    VANISHED = "vanished"
    # its content
    UNSUPPORTED_TYPE = "unsupported_type"
    BINARY = "binary"
    TOO_SHORT = "too_short"
    NO_ARTICLE = "no_article"
    MALFORMED_XML = "malformed_xml"
    MALFORMED_JSON = "malformed_json"
    ENTITIES_FORBIDDEN = "entities_forbidden"
    NOT_A_FEED = "not_a_feed"
    SCHEMA = "schema"
    TOO_DEEP = "too_deep"
    TOO_COMPLEX = "too_complex"
    TOO_MANY_ENTRIES = "too_many_entries"
    # the work on it
    TIMEOUT = "timeout"
    INTERNAL_ERROR = "internal_error"
    KILLED_WORKER = "killed_worker"


FEED_ENTRY = "application/vnd.missionfeed.entry+json"
"""Media type of a document that was unpacked from a feed file: one entry, as JSON."""
ARTICLE_JSON = "application/ld+json"
"""Media type of a document that was unpacked from an array or JSON lines of articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Raw bytes as they came in, with their origin. Never changed.

    ``path`` is the path in the drop folder, relative to it, with bytes that are not UTF-8 shown as
    ``\\xNN``; ``url`` the address of a submission or feed; ``entry`` the 1-based number within
    ``parent``, for entries of an unpacked file. ``media_type`` is a hint only: forms are told by
    content, except for entries that we unpacked ourselves.
    """

    id: DocumentId
    source: Literal["drop", "feed", "submission"]
    raw: bytes
    received: datetime
    path: str | None = None
    url: str | None = None
    entry: int | None = None
    parent: DocumentId | None = None
    media_type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenFile:
    """What the drop folder remembers of a file, so that nothing is taken twice.

    ``path`` is absolute, as bytes. ``digest`` is the SHA-256 of its content in hex, or None when it
    was not read (a link, a folder, a temporary name).
    """

    path: bytes
    inode: int
    size: int
    mtime_ns: int
    ctime_ns: int
    digest: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A document on its way into the store, with its receipt if that is settled already.

    ``receipt`` is ``queued`` for work to do; ``rejected`` or ``ignored`` come with ``code`` and
    ``reason``. ``seen`` updates the drop folder's memory in the same transaction.
    """

    document: Document
    receipt: Receipt = Receipt.QUEUED
    code: Reason | None = None
    reason: str | None = None
    seen: SeenFile | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptRow:
    """What became of one document, as ``missionfeed receipts`` shows it."""

    document: DocumentId
    source: str
    path: str | None
    url: str | None
    entry: int | None
    receipt: Receipt
    code: Reason | None
    reason: str | None
    article: ArticleId | None
    cluster: ArticleId | None
    of: ArticleId | None
    similarity: float | None
    received: datetime
    settled: datetime | None
    title: str | None = None


# --------------------------------------------------------------------------- feeds


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """When a feed usually has something new: what its next poll is planned by.

    Entries are counted by the hour of the day and the day of the week (UTC, Monday first) in which
    they appeared. Old ones fade: all counts are as of ``as_of``, and ``days`` is how long the feed
    was watched, faded alike. ``recent`` fades within hours, and tells of bursts.
    """

    hours: tuple[float, ...] = (0.0,) * 24
    weekdays: tuple[float, ...] = (0.0,) * 7
    days: float = 0.0
    recent: float = 0.0
    as_of: datetime | None = None
    stated_seconds: float | None = None
    """How often it changes by its own word (``sy:updatePeriod``): believed until we know better."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A source that is followed, with all that polling it needs.

    The settings are the operator's: ``state`` (``gone``: its server said so, or it became the
    double of another), ``full_text``, ``folder`` (where it stood in an OPML file, outermost first).
    The rest is what its polls found.
    """

    id: FeedId
    url: str
    origin: Literal["config", "added", "opml"]
    added: datetime
    state: Literal["active", "paused", "gone"] = "active"
    full_text: Literal["auto", "always", "never"] = "auto"
    folder: tuple[str, ...] = ()
    title: str | None = None
    site: str | None = None
    """The address of the site that it belongs to."""

    # what to ask with
    etag: str | None = None
    last_modified: str | None = None
    validators_url: str | None = None
    """The address whose answer the two came from; to another one they say nothing."""
    digest: str | None = None
    """Of the bytes that were read last: where they come again, nothing is new."""

    # how it went
    next_poll: datetime
    polled: datetime | None = None
    succeeded: datetime | None = None
    """When it was last read, or said that nothing changed."""
    changed: datetime | None = None
    """When it last had an entry that was new or changed."""
    failures: int = 0
    """In a row."""
    error: str | None = None
    """Of the last poll, for people; None when it went well."""
    code: str | None = None
    rhythm: Rhythm = Rhythm()
    begun: int = 0
    """Polls that were begun since the last one that came to an end: more than this one, and its
    reading ended the process."""

    # WebSub
    hub: str | None = None
    topic: str | None = None
    """The address under which its hub knows it."""
    hub_secret: str | None = None
    hub_until: datetime | None = None
    """Until when the hub promised to send."""
    hub_asked: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenEntry:
    """What is remembered of an entry of a feed, so that it is taken once: one for each of its keys.

    ``written`` is the digest of the entry as it stood in the feed, ``said`` that of its words
    alone: where only the first one changes, nothing is new. One that is ``held`` changed lately,
    and is taken when the next poll finds it ``written`` the same; ``said`` is what was taken
    before.
    """

    key: str
    written: str
    said: str
    document: DocumentId
    seen: datetime
    """When it was first seen, or last changed."""
    changes: int = 0
    """How often it was taken again."""
    held: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedPage:
    """The page of an entry that was taken with its summary: to be fetched when its host is free.

    What came of it stands in ``outcome``, a sentence for people, once it is settled. ``etag`` and
    ``last_modified`` are of the page as it was fetched for an earlier version of the entry.
    """

    document: DocumentId
    feed: FeedId
    url: str
    due: datetime
    tries: int = 0
    outcome: str | None = None
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """What one poll comes to: written in one transaction, or not at all.

    ``feed`` is the feed as it stands after it; ``entries`` are those that are new or changed, and
    ``forgotten`` the keys of old ones that it no longer lists. Its host is left alone until
    ``host_free``.
    """

    feed: Feed
    host_free: datetime
    arrivals: tuple[Arrival, ...] = ()
    entries: tuple[SeenEntry, ...] = ()
    forgotten: tuple[str, ...] = ()
    pages: tuple[WantedPage, ...] = ()


# --------------------------------------------------------------------------- normalise

Precision = Literal["second", "minute", "hour", "day", "month", "year"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timestamp:
    """A date that a page states, with how sure we are of it.

    ``value`` is aware and precise to ``precision`` only (a day is its local midnight), or None when
    ``raw`` is impossible or cannot be read. ``zone`` says whether the offset was ``stated`` by the
    page, ``assumed`` from the source's settings, or a bare ``guess`` (UTC). ``method`` names the
    rule or field that found it, such as ``dump.source_line`` or ``html.json_ld``.
    """

    raw: str
    value: datetime | None
    precision: Precision | None
    zone: Literal["stated", "assumed", "guess"] | None
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A normalised document: what a reader would call the article, without the page around it."""

    title: str | None
    paragraphs: tuple[str, ...]
    form: str
    """The input form that was read: ``dump``, ``markdown``, ``html``, ``feed_entry``, ``json``."""
    codec: str | None = None
    language: str | None = None
    """ISO 639-1, or None where there is too little text to tell."""
    published: Timestamp | None = None
    updated: Timestamp | None = None
    publisher: str | None = None
    site: str | None = None
    """Who published it, to compare by: an id of ``config/sources``, else a host name."""
    agency: str | None = None
    authors: tuple[str, ...] = ()
    place: str | None = None
    section: tuple[str, ...] = ()
    url: str | None = None
    """Canonical http(s) address, tracking parameters removed."""
    shared_url: bool = False
    """Whether other entries of its feed have the same address: it does not tell it from them."""
    guid: str | None = None
    """The feed entry's own identity, where it has one."""
    captions: tuple[str, ...] = ()
    rights: str | None = None
    notes: tuple[str, ...] = ()
    """What a person should know about how it was read ("invalid bytes replaced", ...)."""

    @property
    def text(self) -> str:
        """The paragraphs joined by a blank line; what spans index."""
        return "\n\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why no article was read from a document: a code, and a sentence that says what to do."""

    code: Reason
    reason: str


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A file of many articles: each entry becomes a document of its own (``media_type``, bytes)."""

    entries: tuple[tuple[str, bytes], ...]
    form: str


Normalised = Article | Rejection | Unpacked


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What ``config/sources`` knows of a publisher: how to tell it, its zone, names and rights."""

    id: str
    name: str
    zone: str | None = None
    """IANA name of the zone in which its pages state times without an offset."""
    language: str | None = None
    hosts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Other names and marks by which its pages tell it (masthead, copyright line)."""
    agency: bool = False
    """Whether other publishers print its texts (Xinhua, AP, ...)."""


# --------------------------------------------------------------------------- catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class CrewMember:
    person: EntryId
    role: str | None = None
    returned_on: EntryId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission:
    """A flight, probe, station or programme. Dates are UTC days; ``programme`` is an entry's id."""

    id: EntryId
    name: str
    kind: Literal["crewed", "robotic", "station", "programme"]
    subtype: str | None = None
    programme: str | None = None
    series: str | None = None
    number: int | None = None
    agency: str | None = None
    country: str | None = None
    launch: date | None = None
    launch_utc: datetime | None = None
    launch_local: date | None = None
    """The day at the launch site, where it is not the UTC day."""
    start: date | None = None
    end: date | None = None
    station: EntryId | None = None
    spacecraft: str | None = None
    callsign: str | None = None
    crew: tuple[CrewMember, ...] = ()
    landing_crew: tuple[EntryId, ...] | None = None
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    weak_aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Those of ``aliases`` that are ordinary words: they count only in a text about space."""
    wikidata: str | None = None
    note: str | None = None
    unconfirmed: bool = False
    """Whether a person should check it: planned, or seen in one source only."""
    sources: tuple[str, ...] = ()
    """Tags of ``config/catalogue/SOURCES.md``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    id: EntryId
    name: str
    family: str
    given: str | None = None
    name_order: Literal["given-first", "family-first"] = "given-first"
    native_order: Literal["given-first", "family-first"] = "given-first"
    nationality: str | None = None
    agency: str | None = None
    selected: int | None = None
    status: str | None = None
    born: int | None = None
    missions: tuple[EntryId, ...] = ()
    expeditions: tuple[EntryId, ...] = ()
    assigned: tuple[EntryId, ...] = ()
    common_name: bool = False
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    wikidata: str | None = None
    unconfirmed: bool = False
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A numbered series: what lets a flight newer than the catalogue be recognised."""

    id: str
    name: str
    kind: Literal["crewed", "robotic", "station"]
    number_styles: tuple[str, ...] = ("arabic",)
    max_known_number: int | None = None
    stems: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The words before the number, per language: ``{"en": ("Shenzhou",), "ru": ("Шэньчжоу",)}``."""
    forms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Names in which the number does not come last: ``{"ja": ("第{n}次長期滞在",)}``."""
    examples: dict[str, tuple[str, ...]] = field(default_factory=dict)
    traps: tuple[str, ...] = ()
    as_of: str | None = None
    """The month to which ``max_known_number`` is known, as ``YYYY-MM``."""
    note: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that we know of missions, people and series; ``version`` is a digest of the data."""

    missions: dict[EntryId, Mission]
    people: dict[EntryId, Person]
    series: dict[str, Series]
    version: str


# --------------------------------------------------------------------------- mentions

MilestoneType = Literal[
    "launch",
    "landing",
    "docking",
    "undocking",
    "spacewalk",
    "crew_assigned",
    "handover",
    "delay",
    "anomaly",
    "death",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An article names a catalogue entry: where, in what words, and what it says of it.

    A person tied to several missions stands once for each. ``known`` is False for a flight that
    fits a series but is not in the catalogue yet. ``basis`` says whether ``role`` and ``mission``
    are ``stated`` by the text or known from the ``catalogue``. ``crew`` marks a mission named as a
    crew ("the Shenzhou-20 crew").
    """

    id: EntryId
    kind: Literal["mission", "person", "station", "programme"]
    name: str
    surface: str
    start: int
    end: int
    sentence: str
    role: str | None = None
    mission: EntryId | None = None
    basis: Literal["stated", "catalogue"] | None = None
    confidence: float = 1.0
    known: bool = True
    crew: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A possible mention that was looked at, and why it was taken or refused (for ``explain``)."""

    id: EntryId
    surface: str
    start: int
    end: int
    taken: bool
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """Something that the text says happened, or will happen, to a mission."""

    type: MilestoneType
    mission: EntryId | None
    status: Literal["happened", "planned"]
    date: str | None
    """ISO, shortened to what is known: ``2025-04-24``, ``2025-04`` or ``2025``."""
    people: tuple[EntryId, ...]
    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article says of missions and crews."""

    mentions: tuple[Mention, ...]
    milestones: tuple[Milestone, ...]
    candidates: tuple[Candidate, ...] = ()


# --------------------------------------------------------------------------- judging


@dataclass(frozen=True, slots=True)
class Changes:
    """The sentences in which a revision differs from the version before; ``changed`` holds pairs,
    before and after."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Whether an article is new, a copy or a revision, of what, and why.

    ``of`` is the article it repeats or changes, ``cluster`` the cluster it joins (its own id when
    new). ``similarity`` is exact containment of shingles, 0..1. ``layer`` names what decided:
    ``bytes``, ``guid``, ``url``, ``text``, ``near``, ``none``, or ``operator`` for a correction.

    ``version`` numbers what the cluster said in turn: 1 the first article, then its revisions;
    copies have none. ``text_of`` is the article whose text it has: its own id, unless it is a copy
    or a page that went back to an earlier version. ``changes`` are those of a revision.
    """

    decision: Literal["new", "copy", "revision"]
    of: ArticleId | None
    cluster: ArticleId
    similarity: float | None
    layer: str
    why: str
    version: int | None = None
    text_of: ArticleId | None = None
    changes: Changes = Changes()


# --------------------------------------------------------------------------- events


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A CloudEvent before the log has given it its position.

    ``id`` follows from what the event says, so work done twice makes no second event.
    """

    id: str
    type: str
    subject: str
    time: datetime
    data: dict[str, Any]
    article: ArticleId
    mission: EntryId | None = None
    person: EntryId | None = None
    people: tuple[EntryId, ...] = ()
    """Everybody whom the event names: what ``events --person`` looks for."""


@dataclass(frozen=True, slots=True)
class LoggedEvent:
    """An event as it stands in the log: ``body`` is the whole CloudEvent as JSON text."""

    position: Position
    id: str
    type: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """A subscriber that is called: event after event is posted to ``url``, in order.

    One that is ``failed`` is not called any more: it said so, or failed for days. Nothing is lost
    by that, nor by a pause: it goes on from its ``position``.
    """

    name: str
    url: str
    secret: str = field(repr=False)
    old_secret: str | None = field(default=None, repr=False)
    """Signs beside ``secret`` until ``old_until``: receivers change theirs in their own time."""
    old_until: datetime | None = None
    mission: str | None = None
    person: str | None = None
    type: str | None = None
    """Only events of this mission, of this person, of types that hold this word."""
    added: datetime
    state: Literal["active", "paused", "failed"] = "active"
    position: Position
    """Of the last event that it has, or that is none of those that it wants."""
    next_try: datetime
    delivered: datetime | None = None
    """When it last took an event."""
    failures: int = 0
    """In a row."""
    failing_since: datetime | None = None
    error: str | None = None
    """Of the last call, for people; None when it went well."""

    @property
    def health(self) -> str:
        """Its state, or ``failing`` where its last call was not taken."""
        return "failing" if self.state == "active" and self.failures else self.state
