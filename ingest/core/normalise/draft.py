"""From what a form states to an article: the same rules for every form.

A form hands over strings as it found them. Here dates are read in the source's zone, the source is
looked up, names are tidied, the language is told, and what is no article is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta, timezone

from ingest.core import urls
from ingest.core.normalise import bylines, dates, language, outlets, people, text
from ingest.core.normalise.datewords import HOME_ZONES
from ingest.core.normalise.form import Page
from ingest.model import Article, Reason, Rejection, Source, Timestamp

MIN_CHARACTERS = 20
"""Of title and text together; less says nothing that could be linked."""
MAX_AHEAD = timedelta(days=1)
"""A page dated later than this after it came in was not published then."""
MAX_SECTIONS = 6

_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9-]{1,20})?\Z")


@dataclass(frozen=True, slots=True)
class Stated:
    """A date string and where it stood, such as ``html.json_ld``."""

    raw: str
    method: str
    distance: timedelta | None = None
    """How far from UTC the page shows this time to its readers, where it states it in UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a form states of an article, in its own strings. Dates stand best first."""

    form: str
    title: str | None = None
    paragraphs: Sequence[str] = ()
    published: Sequence[Stated] = ()
    updated: Sequence[Stated] = ()
    publisher: str | None = None
    authors: Sequence[str] = ()
    section: Sequence[str] = ()
    language: str | None = None
    url: str | None = None
    base: str | None = None
    """The address that ``url`` may be relative to."""
    guid: str | None = None
    captions: Sequence[str] = ()
    rights: str | None = None
    least: int = MIN_CHARACTERS
    """Characters of title and text that are enough; where somebody listed it, any are."""
    credits: Sequence[str] = ()
    """Short lines beside the story in which an agency may be named."""
    notes: Sequence[str] = ()


def finish(draft: Draft, page: Page) -> Article | Rejection:
    """The article that the draft describes, or why it is none."""
    title = text.line(draft.title or "", text.MAX_TITLE) or None
    paragraphs = text.lines(draft.paragraphs)
    if len(paragraphs) > 1 and paragraphs[0] == title:
        paragraphs = paragraphs[1:]
    if (refused := _refuse(title, paragraphs, draft.least)) is not None:
        return refused
    notes = (*page.notes, *draft.notes)
    if not paragraphs and title is not None:
        paragraphs, notes = (title,), (*notes, "only a headline, no text")
    stated = _language_code(draft.language)
    spoken = language.detect("\n".join(paragraphs), stated) or stated
    url = _address(draft, page)
    publisher = text.line(draft.publisher or "", text.MAX_NAME) or None
    source = bylines.source_for(page.sources, host=urls.host(url), publisher=publisher)
    # A lead may stand above the paragraph with the dateline.
    lines = (bylines.dateline(paragraph, page.sources) for paragraph in paragraphs[:2])
    line = next((line for line in lines if line is not None), None)
    # A page that only says when it was updated has that as its date.
    published = _date([*draft.published, *draft.updated], page, source, spoken)
    updated = _date(draft.updated, page, source, spoken)
    return Article(
        title=title,
        paragraphs=paragraphs,
        form=draft.form,
        codec=page.codec,
        language=spoken,
        published=published,
        updated=None if _is_before(updated, published) else updated,
        publisher=source.name if source is not None else publisher,
        site=source.id if source is not None else urls.host(url),
        authors=_authors(draft, page) or (line.authors if line else ()),
        agency=line.agency if line and line.agency else _agency(draft, page, source),
        place=line.place if line else None,
        section=_short(draft.section)[:MAX_SECTIONS],
        url=url,
        guid=text.line(draft.guid or "", urls.MAX_LENGTH) or None,
        captions=text.lines(draft.captions),
        rights=text.line(draft.rights or "", 1000) or None,
        notes=notes,
    )


def _is_before(updated: Timestamp | None, published: Timestamp | None) -> bool:
    """Whether a page states an update from days before it was published: it is none of the text."""
    if updated is None or published is None or updated.value is None or published.value is None:
        return False
    return updated.value.date() < published.value.date()


def _refuse(title: str | None, paragraphs: Sequence[str], least: int) -> Rejection | None:
    whole = (title or "") + "".join(paragraphs)
    if not text.has_words(whole):
        return Rejection(
            Reason.NO_ARTICLE, "There is no article in the document: it has no words to read."
        )
    if len(whole) < least and not any("\u3040" <= c <= "\ud7af" for c in whole):
        return Rejection(
            Reason.TOO_SHORT,
            f"The document holds only {len(whole)} characters of text, too few for an article.",
        )
    return None


def _authors(draft: Draft, page: Page) -> tuple[str, ...]:
    """The people and desks that wrote it, without agencies and outlets that stand among them."""
    index = outlets.outlets(page.sources)
    return tuple(name for name in people.names(draft.authors) if index.by_name(name) is None)


def _agency(draft: Draft, page: Page, source: Source | None) -> str | None:
    """The agency that stands as an author, or is named beside the story."""
    for line in (*draft.authors, *draft.credits):
        named = bylines.agency_of(line, page.sources)
        if named is not None and (source is None or named != source.name or source.agency):
            return named
    return None


def _address(draft: Draft, page: Page) -> str | None:
    base = draft.base or page.url
    for raw in (draft.url, page.url):
        if raw and (found := urls.canonical(raw, base)):
            return found
    return None


def _date(
    stated: Sequence[Stated], page: Page, source: Source | None, spoken: str | None
) -> Timestamp | None:
    """The first of the dates that can be used; else the first, with its raw string alone."""
    unusable = None
    for each in stated:
        found = dates.parse(
            text.line(each.raw, dates.MAX_RAW),
            zone=source.zone if source is not None else HOME_ZONES.get(spoken or ""),
            received=page.received,
            language=spoken,
            method=each.method,
        )
        if found is None:
            continue
        if source is None and found.zone == "assumed":
            found = replace(found, zone="guess")
        if found.value is not None and found.value <= page.received + MAX_AHEAD:
            if each.distance is None:
                return found
            return replace(found, value=found.value.astimezone(timezone(each.distance)))
        unusable = unusable or replace(found, value=None, precision=None, zone=None)
    return unusable


def _language_code(stated: str | None) -> str | None:
    match = _LANGUAGE.match((stated or "").strip())
    return match[1].lower() if match else None


def _short(stated: Iterable[str]) -> tuple[str, ...]:
    return tuple(text.line(s, text.MAX_NAME) for s in stated if text.has_words(s))
