"""OPML: lists of feeds, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from ingest.core.feeds import opml
from ingest.core.feeds.opml import Outline, Read
from ingest.model import Reason, Rejection

CREATED = "Mon, 04 May 2026 12:00:00 GMT"


def written(outlines: list[Outline]) -> bytes:
    return opml.write(outlines, title="Feeds & more", created=CREATED)


def outlines(source: str | bytes) -> list[Outline]:
    found = opml.read(source.encode() if isinstance(source, str) else source)
    assert isinstance(found, Read), found
    return list(found.outlines)


def body(inner: str, head: str = '<?xml version="1.0"?>') -> str:
    return f'{head}<opml version="1.0"><head/><body>{inner}</body></opml>'


def test_five_hundred_nested_feeds_come_back_as_they_went() -> None:
    feeds = [
        Outline(
            f"https://n{n}.example/feed?a=1&b={n}",
            f"Naïve «{n}» & <co>",
            f"https://n{n}.example/" if n % 2 else None,
            tuple(f"Ordner {n % 7 - level}" for level in range(n % 5)),
        )
        for n in range(500)
    ]
    there = outlines(written(feeds))
    assert sorted(there, key=lambda o: o.url) == sorted(feeds, key=lambda o: o.url)
    assert outlines(written(there)) == there


def test_what_is_written_is_opml_2() -> None:
    root = etree.fromstring(written([Outline("https://n.example/feed", "N", None, ("A", "B"))]))
    assert (root.tag, root.get("version")) == ("opml", "2.0")
    assert [child.tag for child in root] == ["head", "body"]
    assert root.findtext("head/dateCreated") == CREATED
    assert all(outline.get("text") for outline in root.iter("outline"))
    (feed,) = root.findall("body/outline/outline/outline")
    assert (feed.get("type"), feed.get("xmlUrl")) == ("rss", "https://n.example/feed")
    assert feed.get("category") == "/A/B"


@pytest.mark.parametrize(
    "stated",
    [
        '<outline text="N" xmlUrl="https://n.example/f?a=1&amp;b=2"/>',
        '<outline text="N" xmlUrl="https://n.example/f?a=1&b=2"/>',
        '<outline TITLE="N" XMLURL="https://n.example/f?a=1&amp;b=2"/>',
        '<outline text="N" type="atom" url="https://n.example/f?a=1&amp;b=2"/>',
        '<outline text="N" xmlUrl="feed://n.example/f?a=1&amp;b=2"/>',
        '<outline text="N" xmlUrl=" https://n.example/f?a=1&amp;b=2\n"></outline>',
    ],
)
def test_what_programs_write_is_read(stated: str) -> None:
    assert outlines(body(stated)) == [Outline("https://n.example/f?a=1&b=2", "N")]


def test_folders_are_outlines_or_categories() -> None:
    inner = (
        '<outline text="Space"><outline text="Agencies"><outline text="N" '
        'xmlUrl="https://n.example/f"/></outline></outline>'
        '<outline text="M" category="/Space/News,/Other" xmlUrl="https://m.example/f"/>'
    )
    assert [o.folder for o in outlines(body(inner))] == [("Space", "Agencies"), ("Space", "News")]


def test_an_address_that_stands_twice_is_one_feed() -> None:
    twice = '<outline text="N" xmlUrl="https://n.example/f"/>' * 2
    assert len(outlines(body(twice))) == 1


def test_outlines_that_are_no_feeds_are_told() -> None:
    found = opml.read(body('<outline text="Local" xmlUrl="file:///etc/passwd"/>').encode())
    assert isinstance(found, Read)
    assert found.outlines == ()
    assert "Local" in found.problems[0]


def test_other_codecs_are_read() -> None:
    source = body(
        '<outline text="Космос" xmlUrl="https://n.example/f"/>',
        '<?xml version="1.0" encoding="windows-1251"?>',
    )
    assert outlines(source.encode("cp1251"))[0].title == "Космос"


BOMB = '<!DOCTYPE opml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (body('<outline text="&b;"/>', BOMB), Reason.ENTITIES_FORBIDDEN),
        (body("<outline>" * 300 + "</outline>" * 300), Reason.TOO_DEEP),
        ("<rss/>", Reason.NOT_A_FEED),
        ("just text", Reason.NOT_A_FEED),
        ("", Reason.EMPTY),
        ("%PDF-1.7 \0\0", Reason.BINARY),
    ],
)
def test_what_is_no_list_or_a_dangerous_one_is_refused(source: str, code: Reason) -> None:
    found = opml.read(source.encode())
    assert isinstance(found, Rejection)
    assert found.code == code


def test_nothing_is_fetched_or_opened_for_a_doctype() -> None:
    head = '<!DOCTYPE opml SYSTEM "file:///etc/passwd">'
    assert len(outlines(body('<outline text="N" xmlUrl="https://n.example/f"/>', head))) == 1


_name = st.text(min_size=1, max_size=12).filter(lambda s: any(c.isalnum() for c in s))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(_name, st.lists(_name, max_size=3)), max_size=6))
def test_any_names_make_a_list_that_is_read_again(named: list[tuple[str, list[str]]]) -> None:
    feeds = [
        Outline(f"https://n.example/{n}", title, None, tuple(folder))
        for n, (title, folder) in enumerate(named)
    ]
    once = outlines(written(feeds))
    assert {o.url for o in once} == {o.url for o in feeds}
    assert sorted(outlines(written(once)), key=lambda o: o.url) == sorted(once, key=lambda o: o.url)
