"""Which feeds a page speaks of, on the shapes that pages have."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.core.feeds import discovery, reading
from ingest.core.feeds.discovery import candidates, feed_in_page
from ingest.core.normalise.feed_entry import Listing

URL = "https://n.example/space/"
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>N</title><item><title>Docked</title>'
    "<link>https://n.example/1</link></item></channel></rss>"
)


def page(head: str = "", body: str = "") -> str:
    return f"<!DOCTYPE html><html><head><title>N</title>{head}</head><body>{body}</body></html>"


def link(
    href: str, kind: str = "application/rss+xml", title: str = "", rel: str = "alternate"
) -> str:
    return f'<link rel="{rel}" type="{kind}" title="{title}" href="{href}">'


def found(source: str, url: str = URL) -> list[str]:
    """The addresses that the page itself names."""
    return [c.url for c in candidates(source, url) if c.how != "convention"]


@pytest.mark.parametrize(
    "kind", ["application/rss+xml", "application/atom+xml", "application/feed+json", "text/xml"]
)
def test_feeds_are_named_by_links_of_their_types(kind: str) -> None:
    assert found(page(link("https://n.example/feed", kind))) == ["https://n.example/feed"]


def test_relative_addresses_stand_on_the_page() -> None:
    assert found(page(link("../rss.xml"))) == ["https://n.example/rss.xml"]
    assert found(page(link("//cdn.example/rss"))) == ["https://cdn.example/rss"]


def test_relative_addresses_stand_on_its_base() -> None:
    head = '<base href="https://www.n.example/news/">' + link("rss.xml")
    assert found(page(head)) == ["https://www.n.example/news/rss.xml"]


def test_feeds_of_comments_come_last() -> None:
    head = (
        link("/comments/feed/", title="N » Comments Feed")
        + link("/feed/", title="N » Feed")
        + link("/a/feed/", title="Комментарии")
    )
    assert found(page(head)) == [
        "https://n.example/feed/",
        "https://n.example/comments/feed/",
        "https://n.example/a/feed/",
    ]


def test_several_feeds_stand_in_the_order_of_the_page() -> None:
    head = link("/atom", "application/atom+xml") + link("/rss") + link("/rss")
    assert found(page(head)) == ["https://n.example/atom", "https://n.example/rss"]


def test_what_is_written_in_capitals_or_without_quotes_is_read() -> None:
    assert found("<LINK REL=ALTERNATE TYPE=Application/RSS+XML HREF=/feed>") == [
        "https://n.example/feed"
    ]


def test_anchors_serve_where_no_link_does() -> None:
    body = (
        '<a href="/about">About</a><a href="/rss/all.xml">All news</a>'
        '<a href="/x?id=1">RSS</a><a href="https://social.example/feed">Follow us</a>'
        '<a href="https://feeds.example/n">Subscribe</a><a href="feed://n.example/f">Feed</a>'
    )
    assert found(page(body=body)) == [
        "https://n.example/rss/all.xml",
        "https://n.example/x?id=1",
        "https://feeds.example/n",
        "https://n.example/f",
    ]


def test_links_come_before_anchors() -> None:
    source = page(link("/main"), '<a href="/rss">RSS</a>')
    assert found(source) == ["https://n.example/main", "https://n.example/rss"]


def test_a_refresh_is_followed() -> None:
    head = '<meta http-equiv="Refresh" content="0; URL=\'/feed.xml\'">'
    assert found(page(head)) == ["https://n.example/feed.xml"]


def test_where_a_page_names_none_conventions_are_tried() -> None:
    guesses = candidates(page(), URL)
    assert {guess.how for guess in guesses} == {"convention"}
    assert guesses[0].url == "https://n.example/feed"


@pytest.mark.parametrize(
    "head",
    [
        link("/wp-json/wp/v2/pages/2", "application/json"),
        link("/oembed?url=x", "application/json+oembed"),
        link("/oembed?url=x&format=xml", "text/xml+oembed"),
        link("/sitemap.xml", "application/xml"),
        link("/opensearch.xml", "application/opensearchdescription+xml", rel="search"),
        link("/de/", "text/html"),
        link("/style.css", "text/css", rel="stylesheet"),
        link("javascript:alert(1)"),
        link("file:///etc/passwd"),
        link(""),
        '<a href="/feedback">Feedback</a>',
        '<a href="#rss">RSS</a>',
        '<a href="mailto:rss@n.example">RSS</a>',
    ],
)
def test_what_is_no_feed_is_none(head: str) -> None:
    assert found(page(head)) == []


def test_a_feed_that_a_page_shows_as_text_is_found() -> None:
    shown = FEED.replace("&", "&amp;").replace("<", "&lt;")
    source = page(body=f"<pre style='word-wrap: break-word'>{shown}</pre>")
    assert feed_in_page(source) == FEED
    listing = reading.read(source.encode(), url=URL)
    assert isinstance(listing, Listing)
    assert [entry["title"] for entry in listing.entries] == ["Docked"]


def test_a_page_about_code_shows_no_feed() -> None:
    assert feed_in_page(page(body="<pre>if feed: print(1)</pre>")) is None


def test_the_page_itself_is_no_candidate() -> None:
    assert found(page(link(URL))) == []


def test_not_more_than_a_few_are_asked_for() -> None:
    head = "".join(link(f"/feed/{n}") for n in range(500))
    assert len(candidates(page(head), URL)) == discovery.MOST


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="<>link rel='alternate\" hre=f:/#%ä", max_size=200))
def test_any_page_gives_addresses_or_none(source: str) -> None:
    assert all(c.url.startswith("http") for c in candidates(source, URL))
