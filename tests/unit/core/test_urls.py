"""Addresses: what `canonical` keeps and drops, and which addresses `key` takes for one page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.core import urls


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("HTTP://News.Example:80/a#top", "http://news.example/a"),
        ("https://news.example:8443/a", "https://news.example:8443/a"),
        ("https://news.example", "https://news.example/"),
        ("https://news.example/a?id=7&utm_source=x&fbclid=y", "https://news.example/a?id=7"),
        ("https://news.example/a?utm_source=x", "https://news.example/a"),
        ("https://user:secret@news.example/a", "https://news.example/a"),
        (" https://news.example/a\n b ", "https://news.example/a%20b"),
        ("https://news.example/%7euser/%e4%b8%ad", "https://news.example/~user/%E4%B8%AD"),
        ("https://news.example/中", "https://news.example/%E4%B8%AD"),
        ("https://news.example/a/./b/../c", "https://news.example/a/c"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://[2001:DB8::1]/a", "https://[2001:db8::1]/a"),
    ],
)
def test_canonical_form(url: str, expected: str) -> None:
    assert urls.canonical(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/hosts",
        "mailto:desk@news.example",
        "/relative",
        "https://",
        "https://a..b/",
        "https://[::1/",
        "https://news.example:port/",
        "https://news.example/" + "a" * 5000,
        "https://bad host.example/",
    ],
)
def test_what_is_no_web_address_has_no_canonical_form(url: str) -> None:
    assert urls.canonical(url) is None


def test_a_relative_address_is_resolved_against_its_base() -> None:
    assert urls.canonical("../b", "https://news.example/x/y/") == "https://news.example/x/b"
    assert urls.canonical("../../x", "file:///etc/") is None


@pytest.mark.parametrize(
    "other",
    [
        "http://news.example/story",
        "https://www.news.example/story/",
        "https://m.news.example/story?utm_medium=social",
        "https://news.example/story/amp/",
        "https://news.example/story?amp=1",
        "https://amp.news.example/story",
        "https://news.example/amp/story",
        "https://news.example/story/index.html",
        "https://news-example.cdn.ampproject.org/c/s/news.example/story",
        "https://www.google.com/amp/s/news.example/story",
    ],
)
def test_addresses_of_one_page_share_a_key(other: str) -> None:
    assert urls.key(other) == urls.key("https://news.example/story")


@pytest.mark.parametrize(
    "other",
    [
        "https://news.example/story2",
        "https://news.example/story?id=2",
        "https://other.example/story",
        "https://de.news.example/story",
        "https://news.example/Story",
    ],
)
def test_other_pages_have_other_keys(other: str) -> None:
    assert urls.key(other) != urls.key("https://news.example/story")


def test_the_order_of_parameters_does_not_change_the_key() -> None:
    assert urls.key("https://news.example/?a=1&b=2") == urls.key("https://news.example/?b=2&a=1")


def test_host_drops_www_and_mobile_prefixes() -> None:
    assert urls.host("https://www.news.example/a") == "news.example"
    assert urls.host("https://m.news.example/a") == "news.example"
    assert urls.host("ftp://news.example") is None
    assert urls.host(None) is None


_address = st.builds(
    "{}://{}{}?{}".format,
    st.sampled_from(["http", "https", "HTTPS"]),
    st.sampled_from(["news.example", "WWW.News.Example:443", "bücher.example", "[::1]"]),
    st.text(max_size=40).map(lambda s: "/" + s),
    st.text(max_size=40),
)


@given(st.text() | _address)
def test_canonical_of_canonical_is_itself(url: str) -> None:
    first = urls.canonical(url)
    if first is not None:
        assert urls.canonical(first) == first
        assert first.isascii()


@given(st.text(), st.text())
def test_no_text_makes_it_raise(url: str, base: str) -> None:
    urls.canonical(url, base)
    assert isinstance(urls.key(url), str)
    urls.host(url)
