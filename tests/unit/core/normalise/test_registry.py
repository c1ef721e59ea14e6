"""The one way in: any bytes become an article, entries, or a rejection that says why."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.core.normalise.registry import normalise
from ingest.model import (
    ARTICLE_JSON,
    FEED_ENTRY,
    Article,
    Normalised,
    Reason,
    Rejection,
    Source,
    Unpacked,
)

RECEIVED = datetime(2026, 2, 1, 12, tzinfo=UTC)
DAILY = Source(id="orbit-daily", name="Orbit Daily", zone="Asia/Shanghai", hosts=("daily.example",))

PARAGRAPHS = (
    "The cargo ship docked with the station early on Monday after a flight of two days.",
    "It carries food, water and instruments for the three people on board, the agency said.",
    "The next crew is due in spring, and will stay for six months.",
)
PAGE = (
    "<!doctype html><html><head><title>Cargo ship docks</title></head><body>"
    "<nav><a href=/a>Home</a> <a href=/b>World</a></nav><article><h1>Cargo ship docks</h1>"
    + "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    + "</article></body></html>"
)


def read(
    raw: bytes | str,
    name: str | None = None,
    media_type: str | None = None,
    url: str | None = None,
) -> Normalised:
    data = raw.encode() if isinstance(raw, str) else raw
    return normalise(
        data, name=name, media_type=media_type, received=RECEIVED, sources=(DAILY,), url=url
    )


def refused(result: Normalised) -> Reason:
    assert isinstance(result, Rejection)
    assert result.reason.endswith(".")
    return result.code


@pytest.mark.parametrize("name", ["page.html", "page.txt", "page", "page.xml", None])
def test_html_is_told_by_its_content_whatever_its_name(name: str | None) -> None:
    article = read(PAGE, name)
    assert isinstance(article, Article)
    assert article.form == "html"
    assert article.paragraphs == PARAGRAPHS


def test_plain_text_is_read_as_a_dump() -> None:
    text = "Cargo ship docks with the station\n\n" + "\n\n".join(PARAGRAPHS)
    article = read(text, "page.txt")
    assert isinstance(article, Article)
    assert article.form == "dump"
    assert article.title == "Cargo ship docks with the station"


def test_a_gzipped_page_is_unpacked_and_told_by_its_content() -> None:
    assert read(gzip.compress(PAGE.encode()), "page.html.gz") == read(PAGE, "page.html")


def test_the_codec_is_recorded_and_replaced_bytes_are_noted() -> None:
    article = read(PAGE.replace("food", "Verpflegung für Köche").encode() + b"\xff", "page.html")
    assert isinstance(article, Article)
    assert article.codec == "utf-8"
    assert "replaced" in article.notes[0]


@pytest.mark.parametrize(
    ("raw", "name", "code"),
    [
        (b"", "a.txt", Reason.EMPTY),
        (b" \n\t", "a.html", Reason.EMPTY),
        (b"a" * (16 * 2**20 + 1), "a.txt", Reason.TOO_LARGE),
        (gzip.compress(b"\0" * (16 * 2**20 + 1)), "a.xml.gz", Reason.TOO_LARGE),
        (gzip.compress(b"text")[:-6], "a.txt.gz", Reason.BINARY),
        (b"\x1f\x8b\x08not gzip", "a.txt.gz", Reason.BINARY),
        (b"%PDF-1.7\n\0\0", "a.pdf", Reason.UNSUPPORTED_TYPE),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a.txt", Reason.BINARY),
        (b"\0" * 4096, "a.txt", Reason.BINARY),
        (bytes(range(256)) * 40, "a.txt", Reason.BINARY),
        (b"Just some text about a flight.", "a.json", Reason.MALFORMED_JSON),
        (b"Just some text about a flight.", "a.xml", Reason.MALFORMED_XML),
        (b"a", "a.txt", None),
    ],
)
def test_what_cannot_be_an_article_is_refused_with_its_reason(
    raw: bytes, name: str, code: Reason | None
) -> None:
    assert code is None or refused(read(raw, name)) == code
    assert refused(read(raw, name))


def test_only_what_we_unpacked_ourselves_is_read_as_a_feed_entry() -> None:
    entry = json.dumps({"title": "Cargo ship docks", "summary": " ".join(PARAGRAPHS)}).encode()
    ours, theirs = read(entry, media_type=FEED_ENTRY), read(entry, "entry.json")
    assert isinstance(ours, Article)
    assert ours.form == "feed_entry"
    assert isinstance(theirs, Rejection | Article)
    assert getattr(theirs, "form", "json") == "json"


def test_the_source_is_known_by_the_address_it_came_from() -> None:
    article = read(PAGE, url="https://www.daily.example/story?utm_source=x")
    assert isinstance(article, Article)
    assert article.publisher == "Orbit Daily"
    assert article.site == "orbit-daily"
    assert article.url == "https://www.daily.example/story"


_TOKENS = """
<p> </p> <div> <a_href=x> <script> </script> <!-- <![CDATA[ &#xD800; <h1> <rss> <channel> <item>
</item> </rss> <title> </title> { } [ " # <?xml ?> <html> <body> "title": "body": <figcaption>
"""
_PIECES = [*_TOKENS.split(), "\x00", "\u202e", "\ufeff", "---\n", "\n\n"]
_markup = st.lists(st.sampled_from(_PIECES) | st.text(max_size=20), max_size=40).map("".join)


@settings(max_examples=150, deadline=None)
@given(
    raw=st.binary(max_size=300) | _markup.map(lambda s: s.encode("utf-8", "replace")),
    name=st.sampled_from([None, "a.txt", "a.html", "a.xml", "a.json", "a.md", "a.gz"]),
    media_type=st.sampled_from([None, "text/html", FEED_ENTRY, ARTICLE_JSON]),
)
def test_no_bytes_make_it_raise(raw: bytes, name: str | None, media_type: str | None) -> None:
    result = read(raw, name, media_type)
    assert isinstance(result, Article | Rejection | Unpacked)
    if isinstance(result, Article):
        result.text.encode()
        assert "\0" not in result.text
