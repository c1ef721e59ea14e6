"""Markdown: front matter, headings and paragraphs, links as their text.

Dumps of pages hold stars, hashes and lines of hyphens too. So without a telling file name a text is
only taken for Markdown when it has front matter, or begins with a heading and has other markup that
nobody leaves by accident.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import yaml
from markdown_it import MarkdownIt

from ingest.core.normalise import dates, fragment, people
from ingest.core.normalise.draft import Draft, Stated, finish
from ingest.core.normalise.form import Page
from ingest.core.normalise.html_tree import key
from ingest.model import Normalised

_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd"})
MAX_CHARACTERS = 256 * 1024
"""That are read; an article has a tenth of it."""

MAX_BYLINE = 120
"""Characters of a line below the headline that says who wrote it, and when."""

_FRONT_MATTER = re.compile(
    r"(?:---[ \t]*\n(.{0,16384}?)\n(?:---|\.\.\.)|\+{3}[ \t]*\n(.{0,16384}?)\n\+{3})"
    r"[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
"""YAML between hyphens, or TOML between plus signs."""
_FIELD = re.compile(
    r"^(?:title|date|author|authors|url|source|tags|description)\s?[:=]", re.MULTILINE
)
_HEADING = re.compile(r"\s{0,20}# \S")
_MARKUP = re.compile(
    r"^#{2,6} \S|^> \S|^```|\*\*[^*\n]{1,300}\*\*|\[[^\]\n]{1,300}\]\(https?://[^()\s]{1,2000}\)",
    re.MULTILINE,
)
_FIRST_HEADING = re.compile(r"<h1>(.{0,4000}?)</h1>", re.DOTALL)

_TITLE = ("title", "headline")
_PUBLISHED = ("date", "published", "datepublished", "pubdate", "created")
_UPDATED = ("updated", "lastmod", "modified", "datemodified")
_URL = ("url", "canonical", "canonical_url", "link", "source", "source_url")
_PUBLISHER = ("publisher", "site", "site_name", "sitename")
_AUTHORS = ("author", "authors", "byline", "creator")
_SECTION = ("section", "category", "categories")
_LANGUAGE = ("lang", "language", "locale")
_RIGHTS = ("rights", "license", "copyright")


def accepts(page: Page) -> bool:
    if page.suffix in _SUFFIXES or page.media_type == "text/markdown":
        return True
    head = page.head.replace("\r\n", "\n")
    front = _FRONT_MATTER.match(head)
    if front is not None and _FIELD.search(front[1] or front[2] or ""):
        return True
    return bool(_HEADING.match(head)) and len(_MARKUP.findall(head)) >= 2


def read(page: Page) -> Normalised:
    source = page.text.lstrip("\n")
    fields, body = _front_matter(source)
    notes = ("only the beginning of a very long text was read",) * (len(body) > MAX_CHARACTERS)
    html = MarkdownIt("commonmark").enable("table").render(body[:MAX_CHARACTERS])
    heading = _FIRST_HEADING.search(html)
    title = _first(fields, _TITLE) or (fragment.inline(heading[1]) if heading else None)
    if heading is not None and title and key(fragment.inline(heading[1])) == key(title):
        html = html[: heading.start()] + html[heading.end() :]
    content = fragment.read(html)
    byline = _byline(content.paragraphs)
    published = [Stated(raw, "markdown.front_matter") for raw in _all(fields, _PUBLISHED)]
    if byline and dates.find(byline):
        published.append(Stated(byline, "markdown.byline"))
    return finish(
        Draft(
            form="markdown",
            title=title,
            paragraphs=content.paragraphs[1:] if byline else content.paragraphs,
            published=published,
            updated=[Stated(raw, "markdown.front_matter") for raw in _all(fields, _UPDATED)],
            publisher=_first(fields, _PUBLISHER),
            authors=_all(fields, _AUTHORS) or people.byline(byline),
            section=_all(fields, _SECTION),
            language=_first(fields, _LANGUAGE),
            url=next((u for u in _all(fields, _URL) if "//" in u), None),
            captions=content.captions,
            rights=_first(fields, _RIGHTS),
            notes=notes,
        ),
        page,
    )


def _byline(paragraphs: Sequence[str]) -> str:
    """The first paragraph, if it is a line that says who wrote the text or when; else nothing."""
    first = paragraphs[0] if len(paragraphs) > 1 else ""
    if len(first) > MAX_BYLINE or first.endswith((".", "!", "?", ":")):
        return ""
    dated = dates.find(first)
    covered = sum(found.end - found.start for found in dated)
    is_byline = bool(people.byline(first)) or covered * 2 > len(first)
    return first if is_byline else ""


def _front_matter(source: str) -> tuple[Mapping[str, Any], str]:
    """The fields before the text, with names in lower case, and the text after them."""
    match = _FRONT_MATTER.match(source)
    if match is None:
        return {}, source
    try:
        fields = tomllib.loads(match[2]) if match[2] is not None else _yaml(match[1])
    except (yaml.YAMLError, ValueError, RecursionError):
        fields = None
    if not isinstance(fields, dict):
        return {}, source[match.end() :]
    return {str(name).lower(): value for name, value in fields.items()}, source[match.end() :]


def _yaml(source: str) -> Any:
    # BaseLoader makes only text, lists and mappings; aliases would let a line grow to gigabytes
    return None if "*" in source else yaml.load(source, Loader=yaml.BaseLoader)  # noqa: S506


def _all(fields: Mapping[str, Any], wanted: tuple[str, ...]) -> list[str]:
    """The texts in the first of the fields that is there; a list of texts, or of names."""
    name = next((n for n in wanted if fields.get(n)), None)
    if name is None:
        return []
    each = fields[name] if isinstance(fields[name], list) else [fields[name]]
    each = [one.get("name") if isinstance(one, dict) else one for one in each]
    each = [one.isoformat() if isinstance(one, date) else one for one in each]
    return [one for one in each if isinstance(one, str) and one.strip()]


def _first(fields: Mapping[str, Any], wanted: tuple[str, ...]) -> str | None:
    return next(iter(_all(fields, wanted)), None)
