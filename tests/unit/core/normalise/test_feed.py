"""Feeds: unpacked into entries, each of which is read by itself."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.core.normalise.registry import normalise
from ingest.model import FEED_ENTRY, Article, Normalised, Reason, Rejection, Source, Unpacked

RECEIVED = datetime(2026, 2, 1, 12, tzinfo=UTC)
SOURCES = (Source(id="daily", name="Orbit Daily", zone="Asia/Shanghai", hosts=("daily.example",)),)
TEXT = "The cargo ship docked with the station early on Monday, the agency said."


def rss(items: str, head: str = '<?xml version="1.0" encoding="utf-8"?>', channel: str = "") -> str:
    return (
        f'{head}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        "<title>Orbit Daily</title>"
        f"<link>https://daily.example/</link><language>en</language>{channel}{items}</channel></rss>"
    )


def item(title: str = "Cargo ship docks", body: str = TEXT, more: str = "", date: str = "") -> str:
    published = f"<pubDate>{date}</pubDate>" if date else ""
    return (
        f"<item><title>{title}</title><link>https://daily.example/a</link><guid>g1</guid>"
        f"{published}<description>{body}</description>{more}</item>"
    )


def read(source: str | bytes, name: str | None = "feed.xml") -> Normalised:
    raw = source.encode() if isinstance(source, str) else source
    return normalise(raw, name=name, media_type=None, received=RECEIVED, sources=SOURCES)


def unpacked(source: str | bytes, name: str | None = "feed.xml") -> list[Normalised]:
    result = read(source, name)
    assert isinstance(result, Unpacked)
    assert all(media_type == FEED_ENTRY for media_type, _ in result.entries)
    return [
        normalise(raw, name=None, media_type=kind, received=RECEIVED, sources=SOURCES)
        for kind, raw in result.entries
    ]


def only(source: str | bytes, name: str | None = "feed.xml") -> Article:
    (entry,) = unpacked(source, name)
    assert isinstance(entry, Article)
    return entry


def refused(source: str | bytes, name: str | None = "feed.xml") -> Reason:
    result = read(source, name)
    assert isinstance(result, Rejection)
    return result.code


def test_an_rss_entry_becomes_an_article() -> None:
    entry = item(
        date="Mon, 05 Jan 2026 10:00:00 GMT",
        more="<dc:creator>A. Writer</dc:creator><category>Space</category>",
    )
    article = only(rss(entry))
    assert article.form == "feed_entry"
    assert article.title == "Cargo ship docks"
    assert article.paragraphs == (TEXT,)
    assert article.url == "https://daily.example/a"
    assert article.guid == "g1"
    assert article.publisher == "Orbit Daily"
    assert article.site == "daily"
    assert article.authors == ("A. Writer",)
    assert article.section == ("Space",)
    assert article.published is not None
    assert article.published.raw == "Mon, 05 Jan 2026 10:00:00 GMT"
    assert article.published.value == datetime(2026, 1, 5, 10, tzinfo=UTC)


ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Orbit Daily</title>
<id>urn:f</id><updated>2026-01-06T00:00:00Z</updated><entry><title>Cargo ship docks</title>
<id>urn:e</id><published>2026-01-05T10:00:00Z</published><updated>2026-01-06T00:00:00Z</updated>
<link href="/a"/><author><name>A. Writer</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{TEXT}</p><p>More.</p></div></content>
</entry></feed>"""


def test_an_atom_entry_becomes_an_article() -> None:
    article = only(
        ATOM.replace("<title>Orbit", '<link href="https://daily.example/"/><title>Orbit', 1)
    )
    assert article.paragraphs == (TEXT, "More.")
    assert article.url == "https://daily.example/a"
    assert article.guid == "urn:e"
    assert article.updated is not None
    assert article.updated.value == datetime(2026, 1, 6, tzinfo=UTC)


def test_an_rdf_entry_becomes_an_article() -> None:
    article = only(
        '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        '<channel rdf:about="https://daily.example/"><title>Orbit Daily</title></channel>'
        '<item rdf:about="https://daily.example/a"><title>Cargo ship docks</title>'
        f"<link>https://daily.example/a</link><description>{TEXT}</description>"
        "<dc:date>2026-01-05T10:00:00+08:00</dc:date></item></rdf:RDF>"
    )
    assert article.paragraphs == (TEXT,)
    assert article.published is not None
    assert article.published.value == datetime(2026, 1, 5, 2, tzinfo=UTC)


def test_a_json_feed_item_becomes_an_article() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Orbit Daily",
        "items": [
            {"id": "1", "url": "https://daily.example/a", "content_text": TEXT, "title": "Docked",
             "date_published": "2026-01-05T10:00:00Z", "authors": [{"name": "A. Writer"}]},
            "not an item",
        ],
    }  # fmt: skip
    article, broken = unpacked(json.dumps(feed), "feed.json")
    assert isinstance(article, Article)
    assert article.paragraphs == (TEXT,)
    assert article.authors == ("A. Writer",)
    assert isinstance(broken, Rejection)


def test_a_date_without_zone_is_read_in_the_sources_zone() -> None:
    article = only(rss(item(date="2026年1月5日 17:17")))
    assert article.published is not None
    assert article.published.value == datetime(2026, 1, 5, 9, 17, tzinfo=UTC)
    assert article.published.zone == "assumed"


def test_a_broken_entry_does_not_harm_the_others() -> None:
    good, broken = unpacked(rss(item() + "<item><guid>2</guid></item>"))
    assert isinstance(good, Article)
    assert isinstance(broken, Rejection)
    assert broken.code == Reason.NO_ARTICLE


def test_the_fuller_of_summary_and_content_is_the_text() -> None:
    content = f"<p>{TEXT}</p><p>And more of it follows.</p>"
    more = f"<content:encoded><![CDATA[{content}]]></content:encoded>"
    assert only(rss(item(body="In short.", more=more))).paragraphs[0] == TEXT
    assert only(rss(item(more="<content:encoded>x</content:encoded>"))).paragraphs == (TEXT,)


def test_what_publishing_systems_add_is_left_out() -> None:
    body = (
        f"&lt;p&gt;{TEXT}&lt;/p&gt;&lt;p&gt;The post Cargo appeared first on Orbit Daily.&lt;/p&gt;"
    )
    assert only(rss(item(body=body))).paragraphs == (TEXT,)


@pytest.mark.parametrize(
    "body",
    [
        f"&lt;p&gt;{TEXT}&lt;/p&gt;&lt;svg/onload=alert(1)&gt;",
        f"&lt;script&gt;alert(1)&lt;/script&gt;{TEXT}",
        f"&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt; {TEXT}",
        f"<![CDATA[<p onclick=alert(1)>{TEXT}</p><a href='java&#10;script:alert(1)'></a>]]>",
    ],
)
def test_no_markup_of_a_stranger_survives(body: str) -> None:
    article = only(rss(item(title="&lt;img src=x onerror=alert(1)&gt;Cargo ship", body=body)))
    assert article.paragraphs == (TEXT,)
    assert article.title == "Cargo ship"


@pytest.mark.parametrize("reference", ["&#xD800;", "&#99999999999;", "&#0;", "&#x1F;", "&nbsp;"])
def test_references_that_mean_no_character_do_no_harm(reference: str) -> None:
    article = only(rss(item(title=f"Cargo {reference} ship")))
    assert article.title is not None
    assert article.title.startswith("Cargo")
    article.title.encode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251", "koi8-r"])
def test_the_codec_of_the_file_is_recorded_with_its_entries(encoding: str) -> None:
    russian = "Грузовой корабль пристыковался к станции в понедельник."
    source = rss(item(body=russian), head=f'<?xml version="1.0" encoding="{encoding}"?>')
    article = only(source.encode(encoding))
    assert article.paragraphs == (russian,)
    assert article.codec is not None
    assert russian.encode(article.codec)


def test_the_same_entry_twice_is_one_entry() -> None:
    assert len(unpacked(rss(item() * 2))) == 1


def test_an_empty_feed_has_no_entries() -> None:
    assert unpacked(rss("")) == []


def test_an_entry_is_always_written_down_the_same_way() -> None:
    first, second = read(rss(item())), read(rss(item()))
    assert first == second


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("Just text.", Reason.MALFORMED_XML),
        ("/etc/passwd", Reason.MALFORMED_XML),
        ("http://127.0.0.1:9/", Reason.MALFORMED_XML),
        (rss(item())[:-30], Reason.MALFORMED_XML),
        (rss(item()) * 2, Reason.MALFORMED_XML),
        ("<?xml version='1.0'?><opml><body/></opml>", Reason.NOT_A_FEED),
        ("<root/>", Reason.NOT_A_FEED),
        ('<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hosts">]>' + rss(item(), ""), None),
        ('<!DOCTYPE rss [<!ENTITY % p "]"> %p;]>' + rss(item(), ""), None),
        (rss("<a>" * 300 + "</a>" * 300), Reason.TOO_DEEP),
        (rss(item(more="<x " + " ".join(f'a{i}=""' for i in range(9000)) + "/>")), None),
        (rss("<item><title>t</title></item>" * 10_001), Reason.TOO_MANY_ENTRIES),
    ],
)
def test_what_is_no_feed_or_a_dangerous_one_is_refused(source: str, code: Reason | None) -> None:
    expected = {code} if code else {Reason.ENTITIES_FORBIDDEN, Reason.TOO_COMPLEX}
    assert refused(source) in expected


def test_a_doctype_without_entities_is_harmless() -> None:
    head = (
        '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//X//DTD RSS 0.91//EN" "http://127.0.0.1:9/x">'
    )
    assert only(rss(item(), head)).paragraphs == (TEXT,)


def test_a_name_as_long_as_a_book_is_left_out() -> None:
    assert only(rss(item(more="<author>a@" + "a." * 20_000 + "!</author>"))).authors == ()


_entry: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=30),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=80, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(
            ["title", "link", "summary", "content", "authors", "feed", "published", "tags"]
        ),
        _entry,
    )
)
def test_any_entry_is_read_or_refused(entry: dict[str, Any]) -> None:
    raw = json.dumps(entry).encode()
    result = normalise(raw, name=None, media_type=FEED_ENTRY, received=RECEIVED, sources=SOURCES)
    assert isinstance(result, Article | Rejection)
