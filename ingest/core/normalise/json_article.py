"""An article as JSON, in schema.org ``NewsArticle`` names or common others.

One object is an article. An array, an object with ``@graph``, or one object a line are unpacked
into documents of their own. The body is taken as clean text; markup in it is removed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ingest.core.normalise import fragment, jsonsource
from ingest.core.normalise.bounds import MAX_ENTRIES
from ingest.core.normalise.draft import Draft, Stated, finish
from ingest.core.normalise.form import Page
from ingest.model import ARTICLE_JSON, Article, Normalised, Reason, Rejection, Unpacked

_SUFFIXES = frozenset({".json", ".jsonl", ".ndjson", ".jsonld"})

# Names of each field, the first that is there counts. schema.org first, then what others use.
_TITLE = ("headline", "title", "name")
_BODY = ("articleBody", "body", "content_text", "text", "content", "content_html", "description")
_PUBLISHED = ("datePublished", "published", "date_published", "published_at", "pubDate", "date")
_UPDATED = ("dateModified", "updated", "date_modified", "updated_at", "modified")
_URL = ("url", "link", "mainEntityOfPage", "@id")
_PUBLISHER = ("publisher", "source", "provider", "site_name")
_AUTHOR = ("author", "authors", "creator", "byline")
_SECTION = ("articleSection", "section", "category", "categories")
_LANGUAGE = ("inLanguage", "language", "lang")
_RIGHTS = ("copyrightNotice", "rights", "license")
_GUID = ("identifier", "guid", "id")


def accepts(page: Page) -> bool:
    """Whether it is JSON: an object or array of them, or a file that is named so."""
    if page.suffix in _SUFFIXES or page.media_type == ARTICLE_JSON:
        return True
    head = page.head
    return (head.startswith("{") and head[1:].lstrip().startswith(('"', "}"))) or (
        head.startswith("[") and head[1:].lstrip().startswith(("{", "[", "]"))
    )


def read(page: Page) -> Normalised:
    """The article of an object, the entries of an array, or why there is neither."""
    source = page.source.strip()
    is_entry = page.media_type == ARTICLE_JSON
    if not is_entry and (lines := _json_lines(source)):
        return _unpack([line.encode() for line in lines])
    value = jsonsource.parse(source)
    if isinstance(value, Rejection):
        return value
    if isinstance(value, list) and not is_entry:
        return _unpack([jsonsource.canonical(entry) for entry in value])
    if not isinstance(value, dict):
        return _schema(f"it holds {_KINDS[type(value)]}, where an object belongs")
    if isinstance(value.get("@graph"), list) and not is_entry:
        return _unpack(
            [jsonsource.canonical(entry) for entry in value["@graph"] if _is_article(entry)]
        )
    try:
        return _read_object(value, page)
    except _WrongTypeError as error:
        return _schema(str(error))


class _WrongTypeError(Exception):
    """A field holds what it cannot mean."""


_KINDS = {
    str: "a text", int: "a number", float: "a number", bool: "true or false",
    list: "an array", dict: "an object", type(None): "null",
}  # fmt: skip


def _json_lines(source: str) -> list[str] | None:
    """The lines of a file with one object a line, or None when it is not such a file."""
    first, _, rest = source.partition("\n")
    if not first.startswith("{") or not rest.strip():
        return None
    if not isinstance(jsonsource.parse(first), dict):
        return None
    return [first, *(line for line in rest.split("\n") if line.strip())]


def _unpack(entries: list[bytes]) -> Unpacked | Rejection:
    if len(entries) > MAX_ENTRIES:
        return Rejection(
            Reason.TOO_MANY_ENTRIES,
            f"The file holds {len(entries):,} articles, more than the {MAX_ENTRIES:,} that are "
            "taken at once. Split it.",
        )
    return Unpacked(tuple((ARTICLE_JSON, entry) for entry in entries), "json")


def _schema(what: str) -> Rejection:
    return Rejection(
        Reason.SCHEMA,
        f"The JSON is not an article: {what}. "
        'Give an object with "headline", "articleBody", "datePublished" and "url".',
    )


def _read_object(value: dict[str, Any], page: Page) -> Article | Rejection:
    title, body = _string(value, _TITLE), _body(value)
    if title is None and body is None:
        return _schema("it has neither a headline nor a body")
    content = fragment.read(body or "")
    published, updated = _string(value, _PUBLISHED), _string(value, _UPDATED)
    return finish(
        Draft(
            form="json",
            title=fragment.inline(title or ""),
            paragraphs=content.paragraphs,
            published=[Stated(published, "json.published")] if published else [],
            updated=[Stated(updated, "json.updated")] if updated else [],
            publisher=next(iter(_strings(value, _PUBLISHER)), None),
            authors=[fragment.inline(name) for name in _strings(value, _AUTHOR)],
            section=[fragment.inline(name) for name in _strings(value, _SECTION)],
            language=_string(value, _LANGUAGE),
            url=next(iter(_strings(value, _URL)), None),
            guid=_identifier(value),
            captions=content.captions,
            rights=_string(value, _RIGHTS),
        ),
        page,
    )


def _body(value: Mapping[str, Any]) -> str | None:
    """The body: a string, or an array of paragraphs."""
    name = _present(value, _BODY)
    if name is None:
        return None
    body = value[name]
    if isinstance(body, list) and body and all(isinstance(p, str) for p in body):
        return "\n\n".join(body)
    return _string(value, _BODY)


def _present(value: Mapping[str, Any], fields: tuple[str, ...]) -> str | None:
    """The first of the fields that holds something."""
    return next((name for name in fields if value.get(name) not in (None, "", [])), None)


def _string(value: Mapping[str, Any], fields: tuple[str, ...]) -> str | None:
    name = _present(value, fields)
    if name is None:
        return None
    if not isinstance(value[name], str):
        raise _WrongTypeError(f'"{name}" is {_KINDS[type(value[name])]}, where a text belongs')
    return str(value[name])


def _strings(value: Mapping[str, Any], fields: tuple[str, ...]) -> list[str]:
    """The texts of a field that may be a text, an object with a name or address, or an array."""
    name = _present(value, fields)
    if name is None:
        return []
    each = value[name] if isinstance(value[name], list) else [value[name]]
    found: list[str] = []
    for one in each:
        if isinstance(one, Mapping):
            one = next((one[k] for k in ("name", "@id", "url") if isinstance(one.get(k), str)), "")
        if not isinstance(one, str):
            raise _WrongTypeError(f'"{name}" holds {_KINDS[type(one)]}, where a text belongs')
        found.append(one)
    return [one for one in found if one]


def _identifier(value: Mapping[str, Any]) -> str | None:
    name = _present(value, _GUID)
    return str(value[name]) if name is not None and isinstance(value[name], str | int) else None


def _is_article(value: Any) -> bool:
    return isinstance(value, Mapping) and bool(value.get("headline") or value.get("articleBody"))
