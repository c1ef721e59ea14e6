"""Titles and links of feeds in all the shapes that publishers give them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from ingest.core.feeds import reading
from ingest.core.fingerprint import fingerprint
from ingest.core.normalise.feed_dates import rewritten
from ingest.core.normalise.feed_entry import Listing
from ingest.core.normalise.registry import normalise
from ingest.model import Article, Rejection, Unpacked

RECEIVED = datetime(2026, 2, 1, 12, tzinfo=UTC)
TEXT = "The cargo ship docked with the station early on Monday, the agency said."
SPACES = """
dc=http://purl.org/dc/elements/1.1/ content=http://purl.org/rss/1.0/modules/content/
media=http://search.yahoo.com/mrss/ itunes=http://www.itunes.com/dtds/podcast-1.0.dtd
atom=http://www.w3.org/2005/Atom feedburner=http://rssnamespace.org/feedburner/ext/1.0
"""
NAMES = " ".join(
    f'xmlns:{name}="{uri}"' for name, _, uri in (s.partition("=") for s in SPACES.split())
)
HEAD = '<?xml version="1.0" encoding="utf-8"?>'
CHANNEL = "<title>Orbit Daily</title><link>https://n.example/</link><description>d</description>"
T, L = "<title>Cargo ship docks</title>", "<link>https://n.example/a</link>"
D = f"<description>{TEXT}</description>"
RDF = (
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
)  # fmt: skip
IMAGE = "<title>A picture</title><link>https://n.example/picture</link>"


def rss(item: str, channel: str = CHANNEL, names: str = NAMES, head: str = HEAD) -> str:
    return f'{head}<rss version="2.0" {names}><channel>{channel}<item>{item}</item></channel></rss>'


ATOM_HEAD = '<title>N</title><link href="https://n.example/"/><id>urn:f</id>'
E = "<id>urn:e</id><updated>2026-01-05T10:00:00Z</updated>"
AL, AS = '<link href="https://n.example/a"/>', f"<summary>{TEXT}</summary>"


def atom(entry: str, attributes: str = 'xmlns="http://www.w3.org/2005/Atom"') -> str:
    return f"{HEAD}<feed {attributes}>{ATOM_HEAD}<entry>{entry}</entry></feed>"


def first(source: str | bytes, name: str = "feed.xml") -> tuple[str | None, str | None]:
    """Title and link of the first entry, of a file and of a poll alike."""
    raw = source.encode() if isinstance(source, str) else source
    listing = reading.read(raw, url="https://n.example/feed")
    assert isinstance(listing, Listing), listing
    found = normalise(raw, name=name, media_type=None, received=RECEIVED, sources=())
    assert isinstance(found, Unpacked), found
    assert len(found.entries) == len(listing.entries)
    kind, entry = found.entries[0]
    article = normalise(entry, name=None, media_type=kind, received=RECEIVED, sources=())
    assert isinstance(article, Article), article
    assert TEXT.rpartition(" ")[0] in article.text or article.language == "zh"
    return article.title, article.url


@pytest.mark.parametrize(
    "source",
    [
        rss(T + L + D),
        rss(T + L + D, names=""),
        rss(T + L + D, head=""),
        rss(T + L + D, head='<?xml version="1.1"?>'),
        rss(T + L + D, head='<?xml version="1.0" encoding="utf8mb4"?>'),
        rss(T + L + D, head=HEAD + '<?xml-stylesheet href="/a.xsl"?><!-- > <rss --> '),
        "\n\n  " + rss(T + L + D),
        "<br />\n<b>Warning</b>: old in <b>/x.php</b> on line <b>1</b><br />\n" + rss(T + L + D),
        "Notice: something is old\n" + rss(T + L + D),
        rss(T + L + D) + "\n<!-- cached 0.1s --><script>x()</script>",
        rss(T + L + D)[:-6],
        rss(T + L + D)[:-2],
        rss(T + L + D).replace("item>", "ITEM>").replace("title>", "TITLE>"),
        (
            f'<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" '
            f'"http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel>'
            f"{CHANNEL}<item>{T}{L}{D}</item></channel></rss>"
        ),
        f'<rss version="0.92"><channel>{CHANNEL}</channel><item>{T}{L}{D}</item></rss>',
        (
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
            f'xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel>{CHANNEL}</channel>'
            f"<item>{T}{L}{D}</item></rdf:RDF>"
        ),
        (
            f'<rdf:RDF {RDF}><channel rdf:about="https://n.example/">{CHANNEL}</channel>'
            f'<image>{IMAGE}</image><item rdf:about="https://n.example/a">{T}{L}{D}</item>'
            f"<textinput>{IMAGE}</textinput></rdf:RDF>"
        ),
        (
            f'<rdf:RDF {RDF}><channel rdf:about="https://n.example/">{CHANNEL}</channel>'
            f'<item rdf:about="https://n.example/a">{T}{D}</item></rdf:RDF>'
        ),
        atom(T + E + AL + AS),
        atom(T + E + AL + AS, ""),
        f'<entry xmlns="http://www.w3.org/2005/Atom">{T}{E}{AL}{AS}</entry>',
        (
            f'<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>N</title><entry>{T}'
            '<link rel="alternate" type="text/html" href="https://n.example/a"/><id>tag:x</id>'
            f'<content type="text/html" mode="escaped">&lt;p&gt;{TEXT}&lt;/p&gt;</content></entry>'
            "</feed>"
        ),
        (
            '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>N</a:title><a:entry><a:title>Cargo '
            'ship docks</a:title><a:id>x</a:id><a:link href="https://n.example/a"/><a:summary>'
            f"{TEXT}</a:summary></a:entry></a:feed>"
        ),
        (
            f'<CHANNEL HREF="https://n.example/"><TITLE>N</TITLE><ITEM HREF="https://n.example/a">{T}'
            f"<ABSTRACT>{TEXT}</ABSTRACT></ITEM></CHANNEL>"
        ),
    ],
)
def test_every_dialect_is_read(source: str) -> None:
    assert first(source) == ("Cargo ship docks", "https://n.example/a")


@pytest.mark.parametrize(
    "links",
    [
        "<guid>https://n.example/a</guid>",
        '<link/><guid isPermaLink="true">https://n.example/a</guid>',
        "<link></link><guid>https://n.example/a</guid>",
        f"<guid>https://n.example/b</guid>{L}",
        f"{L}<link>https://n.example/b</link>",
        "<link>\n <![CDATA[ https://n.example/a ]]>\n</link>",
        "<link>/a</link>",
        "<link>//n.example/a</link>",
        (
            "<link>http://clicks.example/~r/x/1</link>"
            "<feedburner:origLink>https://n.example/a</feedburner:origLink>"
        ),
        '<atom:link rel="alternate" type="text/html" href="https://n.example/a"/>',
        f'{L}<atom:link rel="self" href="https://n.example/self"/>',
        f'{L}<enclosure url="https://n.example/x.mp3" length="1" type="audio/mpeg"/>',
        f"{L}<comments>https://n.example/a#comments</comments>",
        f'{L}<source url="https://o.example/feed">Other</source>',
        f"{L}<image><url>https://n.example/y.png</url>{IMAGE}</image>",
        f"<image><url>https://n.example/y.png</url>{IMAGE}</image>{L}",
    ],
)
def test_the_link_of_an_rss_item_is_that_of_its_page(links: str) -> None:
    assert first(rss(T + links + D)) == ("Cargo ship docks", "https://n.example/a")


@pytest.mark.parametrize(
    "links",
    [
        AL + '<link rel="related" href="https://n.example/r"/><link rel="via" href="https://v/"/>',
        '<link rel="self" href="https://n.example/s"/><link rel="edit" href="https://n.example/e"/>'
        '<link rel="replies" type="text/html" href="https://n.example/c"/>' + AL,
        AL + '<link rel="alternate" type="application/json" href="https://n.example/a.json"/>',
        '<link rel="alternate" type="application/pdf" href="https://n.example/a.pdf"/>' + AL,
        AL + '<link rel="alternate" hreflang="fr" href="https://n.example/fr"/>',
        (
            '<link rel="http://www.iana.org/assignments/relation/alternate" '
            'href="https://n.example/a"/>'
        ),
        f'{AL}<source><title>Origin</title><link href="https://o.example/"/></source>',
        f'<source><title>Origin</title><link href="https://o.example/"/></source>{AL}',
    ],
)
def test_the_link_of_an_atom_entry_is_its_first_page(links: str) -> None:
    assert first(atom(T + E + links + AS)) == ("Cargo ship docks", "https://n.example/a")


def test_relative_links_stand_on_xml_base() -> None:
    base = 'xmlns="http://www.w3.org/2005/Atom" xml:base="https://n.example/x/"'
    assert first(atom(T + E + '<link href="../a"/>' + AS, base))[1] == "https://n.example/a"
    assert first(rss(T + "<link>../a</link>" + D, names='xml:base="https://n.example/x/"'))[1] == (
        "https://n.example/a"
    )


@pytest.mark.parametrize(
    ("stated", "link"),
    [
        ("<guid>12345</guid>", None),
        ('<guid isPermaLink="false">https://n.example/?p=1</guid>', None),
        ("<link>javascript:alert(1)</link>", None),
        ("<link>www.n.example/a</link>", "http://www.n.example/a"),
        ("<link>https://n.example/a?x=1&y=2</link>", "https://n.example/a?x=1&y=2"),
        ("<link>https://n.example/a b</link>", "https://n.example/a%20b"),
    ],
)
def test_what_is_no_link_is_none(stated: str, link: str | None) -> None:
    assert first(rss(T + stated + D))[1] == link


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("<![CDATA[<b>Cargo</b> ship docks]]>", "Cargo ship docks"),
        ("&lt;b&gt;Cargo&lt;/b&gt; ship docks", "Cargo ship docks"),
        ("R&amp;D: Cargo", "R&D: Cargo"),
        ("R&amp;amp;D: Cargo", "R&D: Cargo"),
        ("R&D: Cargo", "R&D: Cargo"),
        ("Mass &lt; 3 kg & more", "Mass < 3 kg & more"),
        ("Mass <3 kg", "Mass <3 kg"),
        ("Cargo &#8217;ship&#8217; &quot;docks&quot; &rsquo;x&nbsp;y", 'Cargo ’ship’ "docks" ’x y'),
        ("Cargo&#146;s ship", "Cargo’s ship"),
        ("Cargo\x0b ship\x08 docks", "Cargo ship docks"),
        ("Caf&eacute; &bogus; docks", "Café &bogus; docks"),
        ("<![CDATA[R&D and R&amp;D]]>", "R&D and R&D"),
    ],
)
def test_titles_are_what_a_reader_would_see(stated: str, title: str) -> None:
    assert first(rss(f"<title>{stated}</title>{L}{D}"))[0] == title


@pytest.mark.parametrize("kind", ["html", "xhtml", "text"])
def test_titles_of_atom_are_read_by_their_type(kind: str) -> None:
    stated = {
        "html": "&lt;b&gt;Cargo&lt;/b&gt; ship docks",
        "xhtml": '<div xmlns="http://www.w3.org/1999/xhtml">Cargo <b>ship</b> docks</div>',
        "text": "Cargo ship docks",
    }[kind]
    assert first(atom(f'<title type="{kind}">{stated}</title>{E}{AL}{AS}'))[0] == "Cargo ship docks"


@pytest.mark.parametrize(
    "other",
    [
        "<media:title>Picture</media:title>",
        (
            '<media:content url="https://n.example/y.jpg"><media:title>Picture</media:title>'
            "<media:description>A picture</media:description></media:content>"
        ),
        "<media:group><media:title>Picture</media:title></media:group>",
        "<itunes:title>Episode</itunes:title><itunes:summary>s</itunes:summary>",
        "<dc:title>Other</dc:title>",
        f"<image>{IMAGE}</image>",
    ],
)
def test_other_titles_in_an_entry_are_not_its_own(other: str) -> None:
    own = ("Cargo ship docks", "https://n.example/a")
    assert first(rss(T + L + D + other)) == own
    if "dc:" not in other:
        assert first(rss(other + T + L + D)) == own


@pytest.mark.parametrize("codec", ["gbk", "gb18030", "big5"])
def test_a_codec_that_the_declaration_denies_is_told(codec: str) -> None:
    title = "神舟二十號飛船成功發射" if codec == "big5" else "神舟二十号飞船成功发射升空"
    body = title + "，三名航天员状态良好。" if codec != "big5" else title + "，進入預定軌道。"
    source = rss(f"<title>{title}</title>{L}<description>{body * 4}</description>")
    assert first(source.encode(codec)) == (title, "https://n.example/a")


def test_latin_letters_without_a_declared_codec_are_read() -> None:
    source = rss(f"<title>Café cargo</title>{L}{D}", head='<?xml version="1.0"?>')
    assert first(source.encode("latin1"))[0] == "Café cargo"


def test_prefixes_that_nobody_declared_are_understood() -> None:
    more = f"<content:encoded><![CDATA[<p>{TEXT}</p>]]></content:encoded><foo:bar>x</foo:bar>"
    assert first(rss(T + L + more, names=""))[0] == "Cargo ship docks"


def json_feed(**item: Any) -> str:
    usual = {"id": "1", "title": "Cargo ship docks", "url": "https://n.example/a"}
    return json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "N",
            "home_page_url": "https://n.example/",
            "items": [{**usual, "content_html": f"<p>{TEXT}</p>", **item}],
        }
    )


@pytest.mark.parametrize(
    "item",
    [
        {},
        {"id": 5},
        {"url": "/a"},
        {"url": None, "external_url": "https://n.example/a"},
        {"url": None, "id": "https://n.example/a"},
        {"title": "Cargo <i>ship</i> docks"},
    ],
)
def test_items_of_json_feeds_have_title_and_link(item: dict[str, Any]) -> None:
    assert first(json_feed(**item), "feed.json") == ("Cargo ship docks", "https://n.example/a")
    assert first(b"\xef\xbb\xbf" + json_feed(**item).encode(), "feed.json")[0] == "Cargo ship docks"


# ------------------------------------------------------------------ polls take what is whole


def items(number: int) -> str:
    return "".join(f"<item><title>Ship {n} docks</title>{D}</item>" for n in range(number))


def polled(source: str) -> Listing:
    listing = reading.read(source.encode(), url="https://n.example/feed")
    assert isinstance(listing, Listing), listing
    return listing


def test_of_a_poll_that_was_cut_off_the_whole_entries_are_taken() -> None:
    whole = f'{HEAD}<rss version="2.0"><channel>{CHANNEL}{items(3)}</channel></rss>'
    for end in range(whole.index("Ship 2"), whole.index("Ship 2") + 60, 7):
        listing = polled(whole[:end])
        assert [entry["title"] for entry in listing.entries] == ["Ship 0 docks", "Ship 1 docks"]
        assert "cut off" in listing.entries[0]["feed"]["notes"][0]
    feed = atom(T + E + AL + AS + "</entry><entry>" + T)
    assert len(polled(feed[: feed.rindex("docks")]).entries) == 1


def test_of_a_poll_that_is_too_long_the_first_entries_are_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ingest.core.normalise.bounds.MAX_ENTRIES", 5)
    listing = polled(f'{HEAD}<rss version="2.0"><channel>{CHANNEL}{items(9)}</channel></rss>')
    assert [entry["title"] for entry in listing.entries][-1] == "Ship 4 docks"
    assert "first 5 of 9" in listing.entries[0]["feed"]["notes"][0]


def test_a_page_about_feeds_is_no_feed() -> None:
    page = f"<!DOCTYPE html><html><body><pre>{rss(T + L + D)}</pre></body></html>"
    assert isinstance(reading.read(page.encode(), url="https://n.example/"), Rejection)


# ------------------------------------------------------------------ dates


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("Sun, 05 Jan 2026 10:00:00 +0000", "2026-01-05T10:00:00+00:00"),  # it is a Monday
        ("Mon, 5 Jan 26 10:00:00 GMT", "2026-01-05T10:00:00+00:00"),
        ("Mon, 05-Jan-26 10:00:00 GMT", "2026-01-05T10:00:00+00:00"),
        ("05 Jan 2026 10:00 EST", "2026-01-05T10:00:00-05:00"),
        ("Mon, 05 Jan 2026 10:00:00 UT", "2026-01-05T10:00:00+00:00"),
        ("2026-01-05 10:00:00", "2026-01-05T10:00:00+00:00"),
        ("2026-01-05T10:00:00.123Z", "2026-01-05T10:00:00+00:00"),
        ("2026-01-05T10:00:00-05", "2026-01-05T10:00:00-05:00"),
        ("20260105T100000Z", "2026-01-05T10:00:00+00:00"),
        ("20260105", "2026-01-05T00:00:00+00:00"),
        ("Mon Jan  5 10:00:00 2026", "2026-01-05T10:00:00+00:00"),
        ("Mon Jan 05 10:00:00 UTC 2026", "2026-01-05T10:00:00+00:00"),
        ("1767607200", "2026-01-05T10:00:00+00:00"),
        ("1767607200000", "2026-01-05T10:00:00+00:00"),
        ("2026年1月5日 10:00", "2026-01-05T10:00:00+00:00"),
        ("周一, 05 1月 2026 10:00:00 +0800", "2026-01-05T10:00:00+08:00"),
        ("星期一, 05 一月 2026 10:00:00 +0800", "2026-01-05T10:00:00+08:00"),
        ("Пн, 05 янв 2026 10:00:00 +0300", "2026-01-05T10:00:00+03:00"),
        ("lun, 05 janv. 2026 10:00:00 +0100", "2026-01-05T10:00:00+01:00"),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("0000-00-00 00:00:00", None),
        ("Mon, 05 Jan 2066 10:00:00 GMT", None),
    ],
)
def test_dates_of_all_kinds_are_read_and_kept_as_stated(raw: str, value: str | None) -> None:
    source = rss(f"{T}{L}{D}<pubDate>{raw}</pubDate>")
    found = normalise(source.encode(), name="f.xml", media_type=None, received=RECEIVED, sources=())
    assert isinstance(found, Unpacked)
    kind, entry = found.entries[0]
    article = normalise(entry, name=None, media_type=kind, received=RECEIVED, sources=())
    assert isinstance(article, Article)
    assert article.published is not None
    assert article.published.raw == " ".join(raw.split())
    stated = article.published.value
    assert (stated.isoformat() if stated else None) == value


@pytest.mark.parametrize("raw", ["", "tomorrow", "9" * 400, "５" * 10, "20261399", "0000000000"])
def test_what_is_no_date_of_a_program_stays_as_it_is(raw: str) -> None:
    assert rewritten(raw) in (raw, "2026-13-99", raw.strip())


# ------------------------------------------------------------------ what is an entry's own


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("History of the &lt;blink&gt; tag", "History of the <blink> tag"),
        ("&lt;code&gt;&amp;lt;entry&gt;&lt;/code&gt; has a base", "<entry> has a base"),
        ("&lt;p&gt;Cargo ship docks", "Cargo ship docks"),
        ("Cargo &lt;script&gt;alert(1)&lt;/script&gt;docks", "Cargo docks"),
        ("Cargo &lt;frame src='x'&gt;docks", "Cargo docks"),
    ],
)
def test_a_tag_that_is_only_spoken_of_is_text(stated: str, title: str) -> None:
    assert first(rss(f"<title>{stated}</title>{L}{D}"))[0] == title


@pytest.mark.parametrize("title", ["v3.9.0", "Moe", "Launch!", "発射"])
def test_an_entry_may_be_as_short_as_its_publisher_likes(title: str) -> None:
    (article,) = articles(rss(f"<title>{title}</title>{L}"))
    assert (article.title, article.url) == (title, "https://n.example/a")


def articles(source: str) -> list[Article]:
    found = normalise(
        source.encode(), name="feed.xml", media_type=None, received=RECEIVED, sources=()
    )
    assert isinstance(found, Unpacked), found
    read = [
        normalise(entry, name=None, media_type=kind, received=RECEIVED, sources=())
        for kind, entry in found.entries
    ]
    assert all(isinstance(article, Article) for article in read), read
    return [article for article in read if isinstance(article, Article)]


def links_of(*links: str) -> list[str | None]:
    items = "".join(
        f"<item><title>Story {number}</title><link>{link}</link></item>"
        for number, link in enumerate(links)
    )
    return [article.url for article in articles(f"<rss><channel>{items}</channel></rss>")]


def test_entries_on_one_page_are_told_apart_by_their_part_of_it() -> None:
    log = "https://n.example/2026/06.html"
    assert links_of(f"{log}#a1", f"{log}#a2?", f"{log}#") == [f"{log}#a1", f"{log}#a2?", log]
    assert links_of(f"{log}#a1") == [f"{log}#a1"]


def test_what_says_how_a_reader_came_is_no_part_of_a_page() -> None:
    pages = ["https://n.example/a", "https://n.example/b"]
    assert links_of(*(f"{page}#rss" for page in pages)) == pages
    assert links_of(*(f"{page}#xtor={page[-1]}" for page in pages)) == pages


def test_an_address_of_several_entries_does_not_tell_them() -> None:
    page = "https://n.example/news"
    links = [page, f"{page}#xtor=2", "https://n.example/b"]
    assert links_of(*links) == [page, page, "https://n.example/b"]
    items = "".join(
        f"<item><title>Story {i}</title><link>{link}</link></item>" for i, link in enumerate(links)
    )
    found = articles(f"<rss><channel>{items}</channel></rss>")
    assert [article.shared_url for article in found] == [True, True, False]
    assert [bool(fingerprint(article).url_key) for article in found] == [False, False, True]


# ------------------------------------------------------------------ what systems write


def test_the_published_entity_sets_of_html_may_be_named() -> None:
    """As some publishing systems do in every feed; entities of a feed's own are refused."""
    head = (
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY % HTMLlat1 PUBLIC "-//W3C//ENTITIES Latin 1 '
        'for XHTML//EN" "http://127.0.0.1:9/xhtml-lat1.ent"> %HTMLlat1;]>'
    )
    title = "<title>Caf&eacute; in orbit</title>"
    assert first(rss(title + L + D, head=head))[0] == "Café in orbit"


def test_a_doctype_in_an_entry_is_text() -> None:
    body = f"<description><![CDATA[<!DOCTYPE html><p>{TEXT}</p>]]></description>"
    head = HEAD + "<!-- no <!DOCTYPE -->"
    assert first(rss(T + L + body, head=head)) == first(rss(T + L + D))


@pytest.mark.parametrize("reference", ["&#8;", "&#x1F;", "&#0;"])
def test_references_to_control_characters_leave_nothing_behind(reference: str) -> None:
    assert first(rss(f"<title>Cargo{reference} ship docks</title>{L}{D}")) == first(rss(T + L + D))


@pytest.mark.parametrize(
    "stated",
    [
        "<author>desk@orbit.example (Space Desk)</author>",
        "<dc:creator>desk@orbit.example (Space Desk)</dc:creator>",
        "<author><![CDATA[Space Desk]]></author>",
        "<author>Space Desk</author>",
    ],
)
def test_of_an_author_with_an_address_the_name_is_taken(stated: str) -> None:
    (article,) = articles(rss(T + L + D + stated))
    assert article.authors == ("Space Desk",)


def test_a_headline_too_short_to_tell_is_in_the_language_of_its_feed() -> None:
    (article,) = articles(
        rss(f"<title>Episode 12</title>{L}", CHANNEL + "<language>de-DE</language>")
    )
    assert article.language == "de"


def test_a_json_feed_without_its_version_is_one() -> None:
    items = [{"id": "1", "url": "https://n.example/a", "title": "Cargo", "content_text": TEXT}]
    source = json.dumps({"feed_url": "https://n.example/feed.json", "items": items})
    assert first(source, "feed.json") == ("Cargo", "https://n.example/a")


def test_a_wrapped_text_is_joined_again() -> None:
    wrapped = "The cargo ship docked\n    with the station on\n    Monday.\n    It brought food."
    (article,) = articles(rss(f"{T}{L}<description>\n    {wrapped}\n</description>"))
    assert article.paragraphs == (
        "The cargo ship docked with the station on Monday.",
        "It brought food.",
    )
    lines = "Cargo\nThe ship docked.\nIt brought food."
    (article,) = articles(rss(f"{T}{L}<description>{lines}</description>"))
    assert article.paragraphs == tuple(lines.split("\n"))
