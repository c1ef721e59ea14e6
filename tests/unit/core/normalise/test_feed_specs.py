"""The example feeds of the specifications of RSS, Atom and JSON Feed, their texts shortened."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from ingest.core.normalise.registry import normalise
from ingest.model import Article, Unpacked

RECEIVED = datetime(2026, 2, 1, 12, tzinfo=UTC)

ATOM_MINIMAL = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>Example Feed</title>
  <link href="http://example.org/"/>
  <updated>2003-12-13T18:30:02Z</updated>
  <author><name>John Doe</name></author>
  <id>urn:uuid:60a76c80-d399-11d9-b93C-0003939e0af6</id>
  <entry>
    <title>Atom-Powered Robots Run Amok</title>
    <link href="http://example.org/2003/12/13/atom03"/>
    <id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id>
    <updated>2003-12-13T18:30:02Z</updated>
    <summary>Some text.</summary>
  </entry>
</feed>"""

ATOM_EXTENSIVE = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title type="text">dive into mark</title>
  <subtitle type="html">A &lt;em&gt;lot&lt;/em&gt; of effort went into this</subtitle>
  <updated>2005-07-31T12:29:29Z</updated>
  <id>tag:example.org,2003:3</id>
  <link rel="alternate" type="text/html" hreflang="en" href="http://example.org/"/>
  <link rel="self" type="application/atom+xml" href="http://example.org/feed.atom"/>
  <rights>Copyright (c) 2003, Mark Pilgrim</rights>
  <generator uri="http://www.example.com/" version="1.0">Example Toolkit</generator>
  <entry>
    <title>Atom draft-07 snapshot</title>
    <link rel="alternate" type="text/html" href="http://example.org/2005/04/02/atom"/>
    <link rel="enclosure" type="audio/mpeg" length="1337"
      href="http://example.org/audio/ph34r_my_podcast.mp3"/>
    <id>tag:example.org,2003:3.2397</id>
    <updated>2005-07-31T12:29:29Z</updated>
    <published>2003-12-13T08:29:29-04:00</published>
    <author>
      <name>Mark Pilgrim</name>
      <uri>http://example.org/</uri>
      <email>f8dy@example.com</email>
    </author>
    <contributor><name>Sam Ruby</name></contributor>
    <contributor><name>Joe Gregorio</name></contributor>
    <content type="xhtml" xml:lang="en" xml:base="http://diveintomark.org/">
      <div xmlns="http://www.w3.org/1999/xhtml">
        <p><i>[Update: The Atom draft is finished.]</i></p>
      </div>
    </content>
  </entry>
</feed>"""

RSS_2 = """<?xml version="1.0"?>
<rss version="2.0">
  <channel>
    <title>Liftoff News</title>
    <link>http://liftoff.msfc.nasa.gov/</link>
    <description>Liftoff to Space Exploration.</description>
    <language>en-us</language>
    <pubDate>Tue, 10 Jun 2003 04:00:00 GMT</pubDate>
    <lastBuildDate>Tue, 10 Jun 2003 09:41:01 GMT</lastBuildDate>
    <docs>http://blogs.law.harvard.edu/tech/rss</docs>
    <managingEditor>editor@example.com</managingEditor>
    <item>
      <title>Star City</title>
      <link>http://liftoff.msfc.nasa.gov/news/2003/news-starcity.asp</link>
      <description>They train at &lt;a href="http://howe.iki.rssi.ru/"&gt;Star City&lt;/a&gt;.</description>
      <pubDate>Tue, 03 Jun 2003 09:39:21 GMT</pubDate>
      <guid>http://liftoff.msfc.nasa.gov/2003/06/03.html#item573</guid>
    </item>
    <item>
      <description>Sky watchers in Europe will see a partial eclipse on Saturday.</description>
      <pubDate>Fri, 30 May 2003 11:06:42 GMT</pubDate>
      <guid>http://liftoff.msfc.nasa.gov/2003/05/30.html#item572</guid>
    </item>
    <item>
      <title>The Engine That Does More</title>
      <link>http://liftoff.msfc.nasa.gov/news/2003/news-VASIMR.asp</link>
      <description>Before man travels to Mars, NASA hopes to design new engines.</description>
      <pubDate>Tue, 27 May 2003 08:37:32 GMT</pubDate>
      <guid>http://liftoff.msfc.nasa.gov/2003/05/27.html#item571</guid>
    </item>
  </channel>
</rss>"""

RSS_1 = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
  <channel rdf:about="http://www.xml.com/xml/news.rss">
    <title>XML.com</title>
    <link>http://xml.com/pub</link>
    <description>XML.com features a mix of information and services.</description>
    <image rdf:resource="http://xml.com/universal/images/xml_tiny.gif"/>
    <items><rdf:Seq>
      <rdf:li resource="http://xml.com/pub/2000/08/09/xslt/xslt.html"/>
      <rdf:li resource="http://xml.com/pub/2000/08/09/rdfdb/index.html"/>
    </rdf:Seq></items>
    <textinput rdf:resource="http://search.xml.com"/>
  </channel>
  <image rdf:about="http://xml.com/universal/images/xml_tiny.gif">
    <title>XML.com</title>
    <link>http://www.xml.com</link>
    <url>http://xml.com/universal/images/xml_tiny.gif</url>
  </image>
  <item rdf:about="http://xml.com/pub/2000/08/09/xslt/xslt.html">
    <title>Processing Inclusions with XSLT</title>
    <link>http://xml.com/pub/2000/08/09/xslt/xslt.html</link>
    <description>Processing document inclusions with general XML tools can be problematic.</description>
  </item>
  <item rdf:about="http://xml.com/pub/2000/08/09/rdfdb/index.html">
    <title>Putting RDF to Work</title>
    <link>http://xml.com/pub/2000/08/09/rdfdb/index.html</link>
    <description>Tool and API support for the Resource Description Framework.</description>
  </item>
  <textinput rdf:about="http://search.xml.com">
    <title>Search XML.com</title>
    <description>Search XML.com's XML collection</description>
    <name>s</name>
    <link>http://search.xml.com</link>
  </textinput>
</rdf:RDF>"""

JSON_1 = {
    "version": "https://jsonfeed.org/version/1",
    "title": "My Example Feed",
    "home_page_url": "https://example.org/",
    "feed_url": "https://example.org/feed.json",
    "items": [
        {
            "id": "2",
            "content_text": "This is a second item.",
            "url": "https://example.org/second-item",
        },
        {
            "id": "1",
            "content_html": "<p>Hello, world!</p>",
            "url": "https://example.org/initial-post",
        },
    ],
}

JSON_1_1_PODCAST = {
    "version": "https://jsonfeed.org/version/1.1",
    "user_comment": "This is a podcast feed.",
    "title": "The Record",
    "home_page_url": "http://therecord.co/",
    "feed_url": "http://therecord.co/feed.json",
    "items": [
        {
            "id": "http://therecord.co/chris-parrish",
            "title": "Special #1 - Chris Parrish",
            "url": "http://therecord.co/chris-parrish",
            "content_text": "Chris has worked at Adobe and as a founder of Rogue Sheep.",
            "content_html": "Chris has worked at <a href='http://adobe.com/'>Adobe</a>.",
            "summary": "Brent interviews Chris Parrish.",
            "date_published": "2014-05-09T14:04:00-07:00",
            "attachments": [{"url": "http://therecord.co/1.m4a", "mime_type": "audio/x-m4a"}],
        }
    ],
}


def articles(source: str) -> list[Article]:
    found = normalise(source.encode(), name="feed", media_type=None, received=RECEIVED, sources=())
    assert isinstance(found, Unpacked), found
    read = [
        normalise(entry, name=None, media_type=kind, received=RECEIVED, sources=())
        for kind, entry in found.entries
    ]
    assert all(isinstance(article, Article) for article in read), read
    return [article for article in read if isinstance(article, Article)]


def told(source: str) -> list[tuple[str | None, str | None]]:
    return [(article.title, article.url) for article in articles(source)]


def test_atom() -> None:
    (minimal,) = articles(ATOM_MINIMAL)
    assert (minimal.title, minimal.text) == ("Atom-Powered Robots Run Amok", "Some text.")
    assert minimal.url == "http://example.org/2003/12/13/atom03"
    assert minimal.authors == ("John Doe",)
    (extensive,) = articles(ATOM_EXTENSIVE)
    assert extensive.title == "Atom draft-07 snapshot"
    assert extensive.url == "http://example.org/2005/04/02/atom"
    assert extensive.text == "[Update: The Atom draft is finished.]"
    assert extensive.authors == ("Mark Pilgrim",)
    assert extensive.rights == "Copyright (c) 2003, Mark Pilgrim"
    assert extensive.published is not None
    assert extensive.published.value == datetime(2003, 12, 13, 12, 29, 29, tzinfo=UTC)


def test_rss_2() -> None:
    news = "http://liftoff.msfc.nasa.gov"
    assert told(RSS_2) == [
        ("Star City", f"{news}/news/2003/news-starcity.asp"),
        (None, f"{news}/2003/05/30.html#item572"),
        ("The Engine That Does More", f"{news}/news/2003/news-VASIMR.asp"),
    ]
    assert [
        a.published.value.day for a in articles(RSS_2) if a.published and a.published.value
    ] == [
        3,
        30,
        27,
    ]


def test_rss_1() -> None:
    assert told(RSS_1) == [
        ("Processing Inclusions with XSLT", "http://xml.com/pub/2000/08/09/xslt/xslt.html"),
        ("Putting RDF to Work", "http://xml.com/pub/2000/08/09/rdfdb/index.html"),
    ]


def test_json_feed() -> None:
    assert told(json.dumps(JSON_1)) == [
        (None, "https://example.org/second-item"),
        (None, "https://example.org/initial-post"),
    ]
    assert [a.text for a in articles(json.dumps(JSON_1))] == [
        "This is a second item.",
        "Hello, world!",
    ]
    assert told(json.dumps(JSON_1_1_PODCAST)) == [
        ("Special #1 - Chris Parrish", "http://therecord.co/chris-parrish")
    ]
