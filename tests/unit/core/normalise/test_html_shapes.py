"""Pages in the shapes of well-known content systems and news sites: all that a reader sees in them.

Every page and its prose was written for this test.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from ingest.core.normalise.registry import normalise
from ingest.model import Article, Source

RECEIVED = datetime(2026, 2, 1, 12, tzinfo=UTC)
SOURCES = (
    Source(id="daily", name="Orbit Daily", zone="Europe/Berlin", hosts=("daily.example",)),
    Source(id="reuters", name="Reuters", agency=True, hosts=("reuters.com",)),
    Source(id="dpa", name="dpa", agency=True, hosts=("dpa.com",)),
)
TITLE = "Freighter reaches the station with two tonnes of cargo"
STORY = (
    "The freighter docked with the station early on Monday, two days after it had left the pad.",
    "On board are food, water, spare parts and a small greenhouse that the crew has waited for.",
    "Flight controllers said that the approach had gone to plan, with fuel to spare at the end.",
    "The crew will unload the ship over the coming week and fill it with what is to be burnt up.",
    "Another ship is being readied at the same pad, and could be on its way before the summer.",
)
OTHERS = (
    "Rover finds clay in an old lake bed",
    "Heavy rocket passes its last engine test",
    "Telescope sees rain of iron on a hot planet",
    "Two astronauts swap seats before their flight",
)


def paragraphs(lines: tuple[str, ...] = STORY) -> str:
    return "".join(f"<p>{line}</p>\n" for line in lines)


def teasers(tag: str = "div", name: str = "teaser") -> str:
    return "".join(
        f'<{tag} class="{name}"><a href="/n/{n}"><img src="/{n}.jpg" alt=""><h3>{headline}</h3></a>'
        f"<p>A short line about it that should make you want to read on.</p></{tag}>"
        for n, headline in enumerate(OTHERS)
    )


def read(source: str, url: str | None = None) -> Article:
    result = normalise(
        source.encode(), name="page.html", media_type=None, received=RECEIVED, sources=SOURCES,
        url=url,
    )  # fmt: skip
    assert isinstance(result, Article)
    return result


BLOG = f"""<!DOCTYPE html>
<html lang="en-US"><head><meta charset="UTF-8"><title>{TITLE} &#8211; Orbit Daily</title>
<link rel="canonical" href="https://daily.example/2026/01/freighter/?utm_source=feed"></head>
<body class="post-template-default single single-post">
<header id="masthead" class="site-header"><p class="site-title"><a href="/">Orbit Daily</a></p>
<nav class="main-navigation"><ul><li><a href="/">Home</a><li><a href="/about">About</a></ul></nav>
</header><div id="content" class="site-content"><main id="main" class="site-main">
<article id="post-17" class="post-17 post type-post"><header class="entry-header">
<h1 class="entry-title">{TITLE}</h1><div class="entry-meta"><span class="posted-on">Posted on
<time class="entry-date published" datetime="2026-01-05T08:30:00+01:00">January 5, 2026</time>
<time class="updated" datetime="2026-01-05T11:00:00+01:00">January 5, 2026</time></span>
<span class="byline">by <a class="url fn n" rel="author" href="/author/aw">Ada Writer</a></span>
</div></header><div class="entry-content">
<figure class="wp-caption"><img src="a.jpg" alt=""><figcaption class="wp-caption-text">The freighter
before docking.</figcaption></figure>{paragraphs()}
<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Click to share on X</a></ul></div>
<div id="jp-relatedposts"><h3>Related</h3>{teasers("div", "jp-relatedposts-post")}</div>
</div><footer class="entry-footer">Posted in <a rel="category tag" href="/c">Stations</a></footer>
</article><nav class="navigation post-navigation"><a rel="prev" href="/p">{OTHERS[0]}</a></nav>
<div id="comments" class="comments-area"><h2>2 thoughts on &ldquo;{TITLE}&rdquo;</h2>
<ol class="comment-list"><li class="comment"><div class="comment-content"><p>I have watched the
docking on my screen at home and it was a wonder to see how slowly it went.</p></div></li>
<li class="comment"><div class="comment-content"><p>What will they grow in that greenhouse of theirs,
lettuce again or something that has taste?</p></div></li></ol>
<form id="commentform"><p>Your email address will not be published.</p></form></div></main>
<aside class="widget-area"><section class="widget"><h2>Recent Posts</h2>{teasers("div")}</section>
</aside></div><footer class="site-footer"><div class="site-info">Copyright &copy; 2026 Orbit Daily.
All rights reserved. <a href="/privacy">Privacy</a></div></footer></body></html>"""


def test_a_blog_post_with_comments_and_related_posts() -> None:
    result = read(BLOG)
    assert result.paragraphs == STORY
    assert result.title == TITLE
    assert result.authors == ("Ada Writer",)
    assert result.published is not None
    assert result.published.value == datetime(2026, 1, 5, 7, 30, tzinfo=UTC)
    assert result.published.zone == "stated"
    assert result.updated is not None
    assert result.updated.value == datetime(2026, 1, 5, 10, tzinfo=UTC)
    assert result.captions == ("The freighter before docking.",)
    assert result.rights is not None
    assert result.rights.startswith("Copyright © 2026 Orbit Daily. All rights reserved.")
    assert result.url == "https://daily.example/2026/01/freighter/"
    assert result.site == "daily"


STATED = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "NewsArticle",
            "headline": TITLE,
            "datePublished": "2026-01-05T07:30:00Z",
            "dateModified": "2026-01-05T10:00:00Z",
            "author": [{"@type": "Organization", "name": "Reuters"}],
            "publisher": {"@type": "Organization", "name": "Orbit Daily"},
        },
        {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": 1, "name": "Home"},
                {"@type": "ListItem", "position": 2, "item": {"@id": "/s", "name": "Science"}},
                {"@type": "ListItem", "position": 3, "item": {"@id": "/s/s", "name": "Space"}},
                {"@type": "ListItem", "position": 4, "name": TITLE},
            ],
        },
    ],
}


def news(body: str, head: str = "", top: str = "", bottom: str = "") -> str:
    return f"""<!doctype html><html lang="en"><head><title>{TITLE} | Orbit Daily</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="Orbit Daily">
<meta property="og:url" content="https://www.daily.example/space/freighter-12?fbclid=abc">{head}
</head><body><div class="cookie-banner"><p>We use cookies to make this site work and to count you.
</p><button>Accept</button></div><header class="top"><ul class="menu"><li><a href="/">News</a>
<li><a href="/space">Space</a></ul></header>{top}<main><div class="article-page"><h1>{TITLE}</h1>
<div class="article__body">{body}</div></div>{bottom}</main>
<footer class="footer"><ul><li><a href="/imprint">Imprint</a></ul>
<small>© 2026 Orbit Daily Ltd. All rights reserved.</small></footer></body></html>"""


def test_a_news_page_that_states_its_data_in_json_ld() -> None:
    head = f'<script type="application/ld+json">{json.dumps(STATED)}</script>'
    figure = (
        "<figure><img src=a.jpg><figcaption><span>The ship at the hatch.</span>"
        "<span class=credit>Orbit Daily/Staff</span></figcaption></figure>"
    )
    result = read(news(figure + paragraphs(("BERLIN (Reuters) - " + STORY[0], *STORY[1:])), head))
    assert result.paragraphs[1:] == STORY[1:]
    assert result.section == ("Science", "Space")
    assert result.agency == "Reuters"
    assert result.authors == ()
    assert result.place == "Berlin"
    assert result.publisher == "Orbit Daily"
    assert result.captions == ("The ship at the hatch. Orbit Daily/Staff",)
    assert result.rights == "© 2026 Orbit Daily Ltd. All rights reserved."
    assert result.url == "https://www.daily.example/space/freighter-12"


@pytest.mark.parametrize(
    "crumbs",
    [
        f"<nav aria-label=Breadcrumb><ol><li>Home<li>Science<li>Space<li>{TITLE}</ol></nav>",
        "<p class=breadcrumbs><a>Home</a> &raquo; <a>Science</a> &raquo; <a>Space</a></p>",
        '<ul itemtype="https://schema.org/BreadcrumbList"><li>Home<li>Science<li>Space</ul>',
    ],
)
def test_a_breadcrumb_shows_the_section(crumbs: str) -> None:
    assert read(news(paragraphs(), top=crumbs)).section == ("Science", "Space")


def test_a_stated_section_counts_before_a_breadcrumb_without_it() -> None:
    head = '<meta property="article:section" content="Stations">'
    crumbs = "<div class=breadcrumb><a href=/>Home</a> / <a href=/2026>Archive</a></div>"
    assert read(news(paragraphs(), head, top=crumbs)).section == ("Stations",)


def test_microdata_states_date_author_and_publisher() -> None:
    body = (
        '<div itemscope itemtype="https://schema.org/NewsArticle"><h2 itemprop="headline">'
        f"{TITLE}</h2><span itemprop=author>Ada Writer</span>"
        '<meta itemprop="datePublished" content="2026-01-05T08:30+01:00">'
        f"<div itemprop=articleBody>{paragraphs()}</div></div>"
    )
    result = read(f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>")
    assert result.paragraphs == STORY
    assert result.authors == ("Ada Writer",)
    assert result.published is not None
    assert result.published.method == "html.microdata"
    assert result.published.precision == "minute"


def test_paragraphs_parted_by_line_breaks() -> None:
    assert read(news("<br><br>".join(STORY))).paragraphs == STORY


def test_paragraphs_in_divs() -> None:
    body = "".join(f'<div class="text-block" data-n="{n}">{p}</div>' for n, p in enumerate(STORY))
    assert read(news(body)).paragraphs == STORY


def test_related_lists_and_inserts_within_the_story() -> None:
    insert = (
        f'<div class="related-box"><h4>Related</h4><ul><li><a href="/1">{OTHERS[0]}</a></ul></div>'
    )
    newsletter = (
        "<div class=newsletter-box><p>Sign up for our newsletter and miss nothing.</p></div>"
    )
    body = (
        paragraphs(STORY[:2]) + insert + paragraphs(STORY[2:4]) + newsletter + paragraphs(STORY[4:])
    )
    assert read(news(body, bottom=f"<section class=more>{teasers()}</section>")).paragraphs == STORY


def test_a_live_blog_keeps_its_entries() -> None:
    entries = "".join(
        f'<article class="live-entry"><time datetime="2026-01-05T0{n}:10:00Z">0{n}:10</time>'
        f"<h3>Step {n} of the docking</h3><p>{line}</p></article>"
        for n, line in enumerate(STORY, start=1)
    )
    result = read(
        news(f"<p>{STORY[0]} We follow the flight here.</p><div class=live>{entries}</div>")
    )
    for line in STORY:
        assert line in result.text


def test_a_gallery_is_its_captions_and_its_text() -> None:
    frames = "".join(
        f"<figure class=slide-item><img src={n}.jpg><figcaption>Frame {n}: the ship at {n} km. "
        "Orbit Daily</figcaption></figure>"
        for n in range(1, 4)
    )
    result = read(news(paragraphs() + f"<div class=gallery>{frames}</div>"))
    assert result.paragraphs == STORY
    assert len(result.captions) == 3


def test_a_paywall_leaves_the_paragraphs_that_are_shown() -> None:
    wall = (
        "<div class=paywall><h2>Subscribe to continue reading</h2>"
        "<p>Subscribe now for full access to all our stories. Already a member? Log in.</p></div>"
    )
    result = read(news(paragraphs(STORY[:3]) + wall))
    assert result.paragraphs == STORY[:3]


def test_an_amp_page() -> None:
    source = (
        '<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><title>x</title>'
        "<style amp-boilerplate>body{visibility:hidden}</style>"
        '<link rel="canonical" href="https://www.daily.example/space/freighter-12">'
        '<script async src="https://cdn.ampproject.org/v0.js"></script></head><body>'
        "<amp-sidebar id=s layout=nodisplay><ul><li><a href=/>News</a></ul></amp-sidebar>"
        f"<article class=amp-wp-article><h1 class=amp-wp-title>{TITLE}</h1>"
        f"<div class=amp-wp-article-content><amp-img src=a.jpg></amp-img>{paragraphs()}</div></article>"
        "<amp-ad type=x></amp-ad></body></html>"
    )
    result = read(source)
    assert result.paragraphs == STORY
    assert result.url == "https://www.daily.example/space/freighter-12"


def test_tables_and_definition_lists_of_the_story_stay() -> None:
    table = (
        "<table><tr><th>Cargo</th><th>Mass</th></tr><tr><td>Water</td><td>420 kg</td></tr></table>"
    )
    terms = "<dl><dt>Apogee</dt><dd>The point of an orbit that is farthest from Earth.</dd></dl>"
    text = read(news(paragraphs() + table + terms)).text
    assert "Water 420 kg" in text
    assert "farthest from Earth" in text


def test_the_longest_of_several_articles_is_the_story() -> None:
    others = "".join(
        f"<article class=card><h2><a href=/{n}>{o}</a></h2><p>Soon more about it.</p></article>"
        for n, o in enumerate(OTHERS)
    )
    source = (
        f"<html><head><title>{TITLE}</title></head><body><div class=top>{others}</div>"
        f"<article class=story><h1>{TITLE}</h1>{paragraphs()}</article></body></html>"
    )
    assert read(source).paragraphs == STORY


def test_a_page_with_a_box_of_facts_beside_the_story() -> None:
    box = "<aside class=infobox><h3>The ship</h3><ul><li>Length: 8 m<li>Mass: 9 t</ul></aside>"
    assert read(news(paragraphs(STORY[:2]) + box + paragraphs(STORY[2:]))).paragraphs == STORY


@pytest.mark.parametrize(
    ("byline", "agency", "authors"),
    [
        (
            "<p class=byline>By Ada Writer and Ben Reporter</p>",
            None,
            ("Ada Writer", "Ben Reporter"),
        ),
        ("<p class=byline>Von Ada Writer, dpa</p>", "dpa", ("Ada Writer",)),
        ("<span class=source>Reuters</span>", "Reuters", ()),
        ("<div class=author-name>Ada Writer</div>", None, ("Ada Writer",)),
    ],
)
def test_a_byline_names_authors_and_agency(
    byline: str, agency: str | None, authors: tuple[str, ...]
) -> None:
    source = news(paragraphs()).replace('<div class="article__body">', byline + "<div class=b>")
    result = read(source)
    assert result.agency == agency
    assert result.authors == authors


def test_a_blogs_name_in_the_first_heading_is_not_the_headline() -> None:
    article = read(
        f"<html><head><title>Orbit Diary: {TITLE}</title></head><body>"
        "<h1 class=title><a href=/>Orbit Diary</a></h1><h2>Monday, January 5, 2026</h2>"
        f"<h3 class=post-title>{TITLE}</h3><div class=post-body>{paragraphs()}</div>"
        "<p>Posted by <span itemprop=author>Pia Voss</span> at <abbr itemprop=datePublished "
        "title=2026-01-05T20:11:00-08:00>8:11 PM</abbr></p></body></html>"
    )
    assert article.title == TITLE
    assert article.published is not None
    assert article.published.raw == "2026-01-05T20:11:00-08:00"


def test_a_kicker_in_the_heading_is_told_by_the_colon_behind_it_in_the_title() -> None:
    article = read(
        f"<html><head><title>Space flight: {TITLE} - Orbit Daily</title></head><body><article>"
        f"<h2><span>Space flight</span> <span>{TITLE}</span></h2>{paragraphs()}</article></body>"
    )
    assert article.title == TITLE
    assert article.paragraphs == STORY


def test_labels_above_the_headline_are_none_of_the_story() -> None:
    article = read(
        f"<html><head><title>{TITLE}</title></head><body><article><div>5 January, 08:15</div>"
        f"<p>Space</p><h1>{TITLE}</h1>{paragraphs()}</article></body></html>"
    )
    assert article.paragraphs == STORY


def test_the_windows_title_names_the_publisher_where_nothing_else_does() -> None:
    source = f"<html><head><title>{TITLE} | Institute of Orbits</title></head><body><article>"
    article = read(f"{source}<h1>{TITLE}</h1>{paragraphs()}</article></body></html>")
    assert article.publisher == "Institute of Orbits"


def test_a_dateline_below_the_lead_tells_place_and_agency() -> None:
    lead = "Supplies for half a year and a greenhouse are on board, and the crew is glad of both."
    story = (lead, f"HOUSTON, Jan 5 (Reuters) - {STORY[0]}", *STORY[1:])
    article = read(f"<article><h1>{TITLE}</h1>{paragraphs(story)}</article>")
    assert (article.place, article.agency) == ("Houston", "Reuters")


def test_what_follows_the_end_mark_of_a_press_release_is_left_out() -> None:
    story = (*STORY, "-end-", "Kim Doe", "Headquarters, Washington", "202-555-0100")
    assert read(f"<article><h1>{TITLE}</h1>{paragraphs(story)}</article>").paragraphs == STORY


def test_a_label_is_no_end_mark() -> None:
    story = (*STORY[:3], "Ende:", *STORY[3:])
    found = read(f"<article><h1>{TITLE}</h1>{paragraphs(story)}</article>").paragraphs
    assert STORY[4] in found


def test_an_authors_name_and_office_are_no_paragraph() -> None:
    article = read(
        f'<html><head><meta name=author content="Nia Rowe"></head><body><article><h1>{TITLE}</h1>'
        f"<p><span>Nia Rowe</span><span>, science reporter</span></p>{paragraphs()}</article>"
    )
    assert article.paragraphs == STORY
    assert article.authors == ("Nia Rowe",)
