"""HTML pages: the story without the page around it, and what the page states of itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.core.normalise.registry import normalise
from ingest.model import Article, Normalised, Reason, Rejection, Source

RECEIVED = datetime(2026, 2, 1, 12, tzinfo=UTC)
SOURCES = (Source(id="daily", name="Orbit Daily", zone="Asia/Tokyo", hosts=("daily.example",)),)

STORY = (
    "The cargo ship docked with the station early on Monday after a flight of two days.",
    "It carries food, water and instruments for the three people on board, the agency said.",
    "Controllers watched the approach from the ground and saw nothing out of the ordinary.",
    "The next crew is due in spring, and will stay for six months before it comes home.",
)


def page(body: str | None = None, head: str = "", top: str = "", bottom: str = "") -> str:
    story = "".join(f"<p>{p}</p>" for p in STORY) if body is None else body
    return (
        f"<!doctype html><html lang=en><head>{head}</head><body>"
        "<nav><ul><li><a href=/>Home</a><li><a href=/w>World</a><li><a href=/s>Space</a></ul></nav>"
        f"<main>{top}<article>{story}</article>{bottom}</main>"
        "<footer><p>Copyright 2026 Orbit Daily. All rights reserved.</p></footer></body></html>"
    )


def read(source: str, name: str = "page.html") -> Normalised:
    return normalise(
        source.encode(), name=name, media_type=None, received=RECEIVED, sources=SOURCES
    )


def article(source: str) -> Article:
    result = read(source)
    assert isinstance(result, Article)
    return result


def test_the_story_is_taken_without_menu_and_footer() -> None:
    assert article(page()).paragraphs == STORY


def test_a_lead_beside_the_headline_is_put_back() -> None:
    lead = "A freighter brought two tonnes of supplies to orbit, on time and without trouble."
    top = f"<header><h1>Cargo ship docks with station</h1><p class=intro>{lead}</p></header>"
    assert article(page(top=top)).paragraphs[0] == lead


def test_a_paragraph_that_is_only_a_link_is_left_out() -> None:
    other = "Crew of the earlier flight returns to Earth"
    body = "".join(f"<p>{p}</p>" for p in STORY[:2]) + f"<p>SEE ALSO: <a href=/x>{other}</a></p>"
    body += "".join(f"<p>{p}</p>" for p in STORY[2:])
    assert other not in article(page(body)).text


def test_headings_that_a_table_of_contents_links_to_stay() -> None:
    heading = "What the freighter brought to the station"
    body = f"<ul><li><a href='#b'>{heading}</a></ul><p>{STORY[0]}</p><h2 id=b>{heading}</h2>"
    body += "".join(f"<p>{p}</p>" for p in STORY[1:])
    assert heading in article(page(body)).paragraphs


def test_paragraphs_that_are_no_p_elements_are_found() -> None:
    lines = [f"{p} This was part {n} of the flight." for n, p in enumerate(STORY * 5)]
    divs = "".join(f"<div class=block>{line}</div>" for line in lines)
    source = f"<html><body><h1>Flights</h1><div class=all>{divs}</div></body></html>"
    assert article(source).paragraphs == tuple(lines)


def test_what_browsers_do_not_show_is_left_out() -> None:
    hidden = "This paragraph is there for machines only, and nobody who reads the page sees it."
    body = "".join(f"<div>{p}<br>{p[:60]}.</div>" for p in STORY)
    body += f"<div style='display: none'>{hidden}</div><div hidden>{hidden}</div>"
    assert hidden not in article(page(body)).text


@pytest.mark.parametrize(
    "furniture",
    [
        "Photo: Getty Images",
        "Monday, 5 January 2026, 10:41",
        "By A. Writer | 5 January 2026",
        "Home | World | Science | Space | Launches",
    ],
)
def test_lines_that_say_that_they_are_not_the_storys_are_left_out(furniture: str) -> None:
    body = f"<p>{STORY[0]}</p><p>{furniture}</p>" + "".join(f"<p>{p}</p>" for p in STORY[1:])
    assert article(page(body)).paragraphs == STORY


def test_the_authors_portrait_and_a_heading_above_nothing_are_left_out() -> None:
    head = '<meta name=author content="Ada Writer">'
    body = "".join(f"<p>{p}</p>" for p in STORY)
    body += "<p>Ada Writer reports on flights with crews. She has seen forty launches.</p>"
    assert article(page(body, head=head)).paragraphs == STORY
    body = "".join(f"<p>{p}</p>" for p in STORY) + "<h3>Flights of the coming week</h3>"
    assert article(page(body)).paragraphs == STORY


def test_items_of_a_list_and_rows_of_a_table_are_paragraphs() -> None:
    body = "".join(f"<p>{p}</p>" for p in STORY)
    body += "<ul><li>food for the crew<li>water for the garden</ul>"
    body += "<table><tr><td>Launch</td><td>3 May</td></tr><tr><td>Docking</td></tr></table>"
    paragraphs = article(page(body)).paragraphs
    assert "food for the crew" in paragraphs
    assert "Launch 3 May" in paragraphs


def test_scripts_and_styles_never_become_text() -> None:
    body = "".join(f"<p>{p}<script>alert(1)</script></p>" for p in STORY)
    result = article(page(body + "<style>p{color:red}</style><svg><title>icon</title></svg>"))
    assert "alert" not in result.text
    assert "color" not in result.text


def test_captions_stand_apart_from_the_text() -> None:
    caption = "The freighter seen from the station's cupola. Photo: agency"
    figure = f"<figure><img src=a.jpg><figcaption>{caption}</figcaption></figure>"
    result = article(page(figure + "".join(f"<p>{p}</p>" for p in STORY)))
    assert result.captions == (caption,)


JSON_LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Orbit Daily"},
        {
            "@type": ["NewsArticle"],
            "headline": "Cargo ship docks",
            "datePublished": "2026-01-05T09:30:00+09:00",
            "dateModified": "2026-01-06T09:30:00+09:00",
            "author": [{"@type": "Person", "name": "A. Writer"}, {"name": "B. Reporter"}],
            "articleSection": "Space",
            "publisher": {"@type": "Organization", "name": "Orbit Daily"},
        },
    ],
}


def test_json_ld_says_when_who_and_where() -> None:
    head = f'<script type="application/ld+json">{json.dumps(JSON_LD)}</script>'
    result = article(page(head=head))
    assert result.title == "Cargo ship docks"
    assert result.authors == ("A. Writer", "B. Reporter")
    assert result.section == ("Space",)
    assert result.publisher == "Orbit Daily"
    assert result.published is not None
    assert result.published.value == datetime(2026, 1, 5, 0, 30, tzinfo=UTC)
    assert result.published.zone == "stated"
    assert result.published.method == "html.json_ld"
    assert result.updated is not None
    assert result.updated.value == datetime(2026, 1, 6, 0, 30, tzinfo=UTC)


def test_a_clock_without_a_zone_is_guessed_to_be_that_of_the_language() -> None:
    story = "".join(
        f"<p>{'補給船は朝に国際宇宙ステーションを離れた。' * 4}{n}</p>" for n in range(3)
    )
    top = "<h1>補給船がステーションを離れた</h1><p>2026年1月15日 18時30分</p>"
    result = article(page(story, head="<title>補給船がステーションを離れた</title>", top=top))
    assert result.published is not None
    assert result.published.value == datetime(2026, 1, 15, 9, 30, tzinfo=UTC)
    assert result.published.zone == "guess"


def _stated(*nodes: Mapping[str, object]) -> str:
    return f'<script type="application/ld+json">{json.dumps(nodes)}</script>'


def test_of_several_articles_the_one_with_the_page_s_headline_is_its_own() -> None:
    another = {
        "@type": "NewsArticle",
        "headline": "A telescope opens its eye",
        "datePublished": "2025-11-30T08:00:00Z",
        "author": "C. Other",
    }
    own = {
        "@type": "NewsArticle",
        "headline": "Cargo ship docks",
        "datePublished": "2026-01-05T00:30:00Z",
        "author": "A. Writer",
    }
    head = f"<title>Cargo ship docks - Orbit Daily</title>{_stated(another, own)}"
    result = article(page(head=head))
    assert result.published is not None
    assert result.published.value == datetime(2026, 1, 5, 0, 30, tzinfo=UTC)
    assert result.authors == ("A. Writer",)


def test_milliseconds_since_1970_are_a_date_and_an_update_before_it_is_none() -> None:
    stated = {
        "@type": "NewsArticle",
        "headline": "Cargo ship docks",
        "datePublished": 1767573000000,
        "dateModified": "2025-12-31T10:00:00Z",
    }
    result = article(page(head=_stated(stated)))
    assert result.published is not None
    assert result.published.value == datetime(2026, 1, 5, 0, 30, tzinfo=UTC)
    assert result.updated is None


@pytest.mark.parametrize("shown", ["", "<p>Please wait, the article is being loaded.</p>"])
def test_a_page_that_scripts_fill_has_the_body_that_it_states(shown: str) -> None:
    stated = {"@type": "NewsArticle", "articleBody": "\n\n".join(STORY)}
    head = f'<script type="application/ld+json">{json.dumps(stated)}</script>'
    result = article(page(shown, head=head))
    assert result.paragraphs == STORY
    assert any("JSON-LD" in note for note in result.notes)


def test_what_a_page_shows_counts_before_the_body_that_it_states() -> None:
    stated = {"@type": "NewsArticle", "articleBody": "Another text. " * 500}
    head = f'<script type="application/ld+json">{json.dumps(stated)}</script>'
    assert article(page(head=head)).paragraphs == STORY


def test_a_time_without_offset_is_read_in_the_sources_zone() -> None:
    head = (
        '<link rel=canonical href="https://www.daily.example/a?utm_source=x">'
        '<meta property="article:published_time" content="2026-01-05T09:30:00">'
    )
    result = article(page(head=head))
    assert result.url == "https://www.daily.example/a"
    assert result.site == "daily"
    assert result.published is not None
    assert result.published.value == datetime(2026, 1, 5, 0, 30, tzinfo=UTC)
    assert result.published.zone == "assumed"


@pytest.mark.parametrize(
    "top",
    [
        "<h1>Cargo ship docks</h1><p class=meta>By A. Writer | 5 January 2026</p>",
        "<h1>Cargo ship docks</h1><span>5 January 2026</span> <a rel=author>A. Writer</a>",
        "<b class=date>January 5, 2026</b><h1>Cargo ship docks</h1><p>By A. Writer</p>",
    ],
)
def test_date_and_author_that_are_only_shown_are_found(top: str) -> None:
    result = article(page(top=top))
    assert result.published is not None
    assert result.published.value is not None
    assert result.published.value.date().isoformat() == "2026-01-05"
    assert result.published.precision == "day"
    assert result.authors == ("A. Writer",)


@pytest.mark.parametrize("raw", ["2099-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00", "2026-02-31"])
def test_an_impossible_date_keeps_its_words_and_has_no_value(raw: str) -> None:
    head = f'<meta property="article:published_time" content="{raw}">'
    result = article(page(head=head))
    assert result.published is not None
    assert result.published.value is None
    assert result.published.raw == raw


@pytest.mark.parametrize(
    ("head", "top"),
    [
        ("<title>Cargo ship docks with station | Orbit Daily</title>", ""),
        ("<title>Orbit Daily</title>", "<h1>Cargo ship docks with station</h1>"),
        (
            "<meta property='og:title' content='Cargo ship docks with station'>",
            "<h1>Space<br>Cargo ship docks with station</h1>",
        ),
        (
            "<title>Cargo ship docks with station — Orbit Daily</title>",
            "<h1>Orbit Daily</h1><h2>Cargo ship docks with station</h2>",
        ),
    ],
)
def test_the_headline_is_what_the_titles_agree_on(head: str, top: str) -> None:
    site = '<meta property="og:site_name" content="Orbit Daily">'
    assert article(page(head=head + site, top=top)).title == "Cargo ship docks with station"


def test_addresses_that_are_not_of_the_web_are_dropped() -> None:
    head = '<link rel=canonical href="file:///etc/hosts">'
    head += '<meta property="og:url" content="javascript:x">'
    assert article(page(head=head)).url is None


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (page(""), Reason.NO_ARTICLE),
        (page("<noscript>Please enable JavaScript to go on.</noscript>"), Reason.NO_ARTICLE),
        (page("<form>Please sign in with your name and password</form>"), Reason.NO_ARTICLE),
        (page("<a href=x>Home</a> <a href=y>Other things to see</a> " * 20), Reason.NO_ARTICLE),
        (page("<h1>404</h1><p>Page not found. It may have moved.</p>"), Reason.NO_ARTICLE),
        ("<html><body>" + "<div>" * 5000 + "x" + "</div>" * 5000, Reason.TOO_DEEP),
        ("<html><p " + " ".join(f"a{i}" for i in range(20_000)) + ">x", Reason.TOO_COMPLEX),
        ("<html><p " + " ".join(f'a{i}=">"' for i in range(30_000)) + ">x", Reason.TOO_COMPLEX),
        ("<html>" + "<p>word</p>" * 150_000, Reason.TOO_COMPLEX),
    ],
    ids=lambda value: value if isinstance(value, Reason) else "",
)
def test_what_is_no_article_is_refused(source: str, code: Reason) -> None:
    result = read(source)
    assert isinstance(result, Rejection)
    assert result.code == code


def test_a_very_large_page_with_a_clear_story_is_read_as_others_are() -> None:
    links = "<aside>" + "<div><a href=/x>Another story</a></div>" * 40_000 + "</aside>"
    result = article(page(bottom=links))
    assert result.paragraphs == STORY
    assert not result.notes


def test_a_very_large_page_without_a_clear_story_is_read_in_the_plain_way() -> None:
    parts = "".join(f"<section><div><p>{n}: {STORY[0]}</p></div></section>" for n in range(13_000))
    result = article(f"<html><body>{parts}</body></html>")
    assert len(result.paragraphs) == 13_000
    assert result.notes


def test_labels_among_the_paragraphs_are_left_out() -> None:
    long = tuple(f"{p} {p[:60].lower()}, and so it went on for days." for p in STORY * 2)
    paragraphs = [f"<p>{p}</p>" for p in dict.fromkeys(long)]
    paragraphs.insert(2, "<div>Listen to the story, 4 minutes</div>")
    found = article(page("".join(paragraphs) + "<p>" + " ".join(STORY * 2) + "</p>"))
    assert not any("Listen" in p for p in found.paragraphs)
    assert len(found.paragraphs) == len(set(long)) + 1


def test_a_name_is_not_believed_of_an_element_that_holds_the_whole_story() -> None:
    story = "".join(f"<p>{p}</p>" for p in STORY)
    assert article(page(f"<div class=widget-area>{story}</div>")).paragraphs == STORY


def test_a_short_story_in_a_form_around_the_whole_page_is_one() -> None:
    source = page(top="<h1>Cargo ship docks with station</h1>")
    source = source.replace("<main>", "<form id=aspnetForm><main>")
    assert article(source.replace("</main>", "</main></form>")).paragraphs == STORY


def test_text_in_an_element_without_a_name_is_the_story_where_it_is_most_of_the_page() -> None:
    story = "".join(f"<p>{p}</p>" for p in STORY)
    found = article(f"<html><body><div><div>{story}</div></div><div>Imprint</div></body></html>")
    assert found.paragraphs == STORY


def test_invisible_and_deceiving_characters_are_gone_from_all_fields() -> None:
    hidden = [p.replace(" ", " \u200b", 1) for p in STORY]
    body = "".join(f"<p>\u202e{p}\x00</p>" for p in hidden)
    result = article(page(body, head="<title>Cargo\u2066 ship\u200b docks</title>"))
    assert result.title == "Cargo ship docks"
    assert result.paragraphs == STORY


_WORDS = st.lists(
    st.sampled_from("orbit crew docks station launch module hatch spring ground food".split(" ")),
    min_size=8,
    max_size=25,
).map(lambda words: " ".join(words).capitalize() + ".")


@settings(max_examples=30, deadline=None)
@given(st.lists(_WORDS, min_size=3, max_size=8, unique=True))
def test_the_text_is_made_of_the_pages_text(paragraphs: list[str]) -> None:
    result = read(page("".join(f"<p>{p}</p>" for p in paragraphs)))
    assert isinstance(result, Article)
    assert set(result.paragraphs) <= set(paragraphs)
    assert len(result.paragraphs) >= len(paragraphs) - 1


UTC_HEAD = '<meta property="article:published_time" content="2026-01-05T02:41:00Z">'


@pytest.mark.parametrize(
    ("head", "top", "shown"),
    [
        (UTC_HEAD, "<p class=meta>4/1/2026 22:41</p>", "2026-01-04T22:41:00-04:00"),
        (UTC_HEAD, "<p class=meta>4 January 2026</p>", "2026-01-04T23:41:00-03:00"),
        (UTC_HEAD, "<p class=meta>5 January 2026</p>", "2026-01-05T02:41:00+00:00"),
        (UTC_HEAD, "<p class=meta>20 December 2025</p>", "2026-01-05T02:41:00+00:00"),
        (
            UTC_HEAD + '<link rel=canonical href="https://site.example/2026/01/04/cargo">',
            "",
            "2026-01-04T23:41:00-03:00",
        ),
        (
            UTC_HEAD.replace("T02:41", "T23:30"),
            "<p class=meta>6 January 2026</p>",
            "2026-01-06T00:30:00+01:00",
        ),
        (
            UTC_HEAD.replace("Z", "+09:00"),
            "<p class=meta>4 January 2026</p>",
            "2026-01-05T02:41:00+09:00",
        ),
    ],
)
def test_a_moment_in_utc_keeps_the_day_that_the_page_shows(head: str, top: str, shown: str) -> None:
    result = article(page(head=head, top=f"<h1>Cargo ship docks</h1>{top}"))
    assert result.published is not None
    assert result.published.value is not None
    assert result.published.value.isoformat() == shown
    assert result.published.zone == "stated"


@pytest.mark.parametrize(
    ("head", "top", "day"),
    [
        (
            '<meta name=date content="2026-01-12">',
            "<h1>Cargo ship docks</h1><p>05.01.2026</p>",
            "2026-01-05",
        ),
        ('<meta name=date content="2026-01-12">', "<h1>Cargo ship docks</h1>", "2026-01-12"),
        (
            (
                '<meta property="article:published_time" content="2026-01-12T10:00:00+01:00">'
                '<meta name=pubdate content="2026-01-05T10:00:00+01:00">'
            ),
            "<h1>Cargo ship docks</h1><p>05.01.2026, 10:00</p>",
            "2026-01-05",
        ),
        (
            "",
            (
                "<h1>Cargo ship docks</h1><p>05.01.2026</p>"
                "<div id=comments><time datetime=2026-01-20>20.01.2026</time></div>"
            ),
            "2026-01-05",
        ),
        (
            "",
            f"<div><p>5.1.2026 - {'The ship docked with the station today. ' * 6}</p></div>",
            "2026-01-05",
        ),
    ],
)
def test_what_stands_beside_the_headline_decides_between_dates(
    head: str, top: str, day: str
) -> None:
    result = article(page(head=head, top=top))
    assert result.published is not None
    assert result.published.value is not None
    assert result.published.value.date().isoformat() == day


def test_a_list_of_days_dates_no_article() -> None:
    listed = "".join(f"<li>{day}.02.2025</li>" for day in range(10, 20))
    assert article(page(top=f"<ul>{listed}</ul>")).published is None


def test_a_list_of_days_below_the_headline_is_not_its_date() -> None:
    story = "".join(f"<p>{p}</p>" for p in STORY)
    events = "".join(f"<li><a href=/e/{day}>{day}.02.2025</a></li>" for day in range(10, 16))
    dateline = f"<p>BREMEN, 5 January 2026 – {' '.join(STORY)}</p>"
    top = f"<h1>Cargo ship docks with station</h1>{story * 2}<ul>{events}</ul>"
    published = article(page(dateline, top=top)).published
    assert published is not None
    assert published.raw == "BREMEN, 5 January 2026"


def test_the_first_of_several_time_elements_dates_a_page_that_states_nothing_else() -> None:
    times = "".join(
        f"<div class=teaser><time class=published datetime=2026-01-0{day}>then</time></div>"
        for day in (5, 4, 3)
    )
    result = article(page(top=f"<h1>Cargo ship docks</h1>{times}"))
    assert result.published is not None
    assert result.published.raw == "2026-01-05"


def test_time_elements_of_teasers_leave_what_the_page_states() -> None:
    teasers = "".join(
        f"<p><time class=published datetime=2025-12-0{day}>0{day}.12.2025</time></p>"
        for day in (4, 3)
    )
    head = '<meta property="article:published_time" content="2026-01-05T10:00:00+01:00">'
    result = article(page(head=head, top=f"<h1>Orbit Daily</h1>{teasers}"))
    assert result.published is not None
    assert result.published.raw == "2026-01-05T10:00:00+01:00"


def test_a_whole_date_counts_before_one_that_is_told_from_today() -> None:
    top = "<h1>Cargo ship docks</h1><time>Today 7:30AM</time><p class=meta>5 January 2026</p>"
    result = article(page(top=top))
    assert result.published is not None
    assert result.published.raw == "5 January 2026"


@pytest.mark.parametrize(
    "wrapped",
    ["<![CDATA[{}]]>", "//<![CDATA[\n{}\n//]]>", "/*<![CDATA[*/{}/*]]>*/", "<!-- {} -->", "{};"],
)
def test_json_ld_is_read_out_of_what_hides_scripts_from_old_readers(wrapped: str) -> None:
    data = '{"@type": "NewsArticle", "datePublished": "2026-01-05T09:30:00+09:00",}'
    head = f'<script type="application/ld+json">{wrapped.format(data)}</script>'
    result = article(page(head=head))
    assert result.published is not None
    assert result.published.method == "html.json_ld"


def test_the_data_of_a_pages_scripts_dates_it_where_nothing_else_does() -> None:
    state = '<script>window.state = {"story": {"publishedAt": "2026-01-05T09:30:00Z"}}</script>'
    result = article(page(bottom=state))
    assert result.published is not None
    assert result.published.raw == "2026-01-05T09:30:00Z"
    assert result.published.method == "html.script"


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("BREMEN, 5 January 2026 – ", "2026-01-05"),
        ("Bremen, (05.01.2026). ", "2026-01-05"),
        ("5.1.2026 - ", "2026-01-05"),
        ("The contract of 5 January 2026 was signed. ", None),
        ("Launches on 5 January 2026 - and later - were many. ", None),
    ],
)
def test_a_dateline_with_a_date_dates_the_story(opening: str, day: str | None) -> None:
    body = f"<p>{opening}{' '.join(STORY)}</p>" + "".join(f"<p>{p}</p>" for p in STORY)
    published = article(page(body)).published
    found = published.value.date().isoformat() if published and published.value else None
    assert found == day


def test_a_shown_day_of_an_update_does_not_outweigh_what_is_stated_twice() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle",'
        '"datePublished": "2025-12-15T08:50:02-05:00"}</script>'
        '<meta property="article:published_time" content="2025-12-15T08:50:02-05:00">'
        '<meta name="sailthru.date" content="2026-01-24">'
    )
    shown = "<h1>Cargo ship docks</h1><p>Latest: Jan 24, 2026</p>"
    published = article(page(head=head, top=shown)).published
    assert published is not None
    assert published.raw == "2025-12-15T08:50:02-05:00"


def test_a_label_before_a_date_says_what_it_is() -> None:
    top = "<h1>Cargo ship docks</h1><span>Updated:</span> <span>6 January 2026</span>"
    top += "<p class=meta>5 January 2026</p>"
    result = article(page(top=top))
    assert result.published is not None
    assert result.published.raw == "5 January 2026"
    assert result.updated is not None
    assert result.updated.raw.endswith("6 January 2026")


def test_a_time_of_day_that_is_stated_of_the_same_day_is_the_better_date() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle",'
        '"datePublished": "2026-01-05"}</script>'
        '<meta property="article:published_time" content="2026-01-05T09:30:00+09:00">'
    )
    published = article(page(head=head)).published
    assert published is not None
    assert published.raw == "2026-01-05T09:30:00+09:00"


def test_a_moment_in_utc_has_the_distance_at_which_the_page_states_it_too() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle",'
        '"datePublished": "2026-01-05T06:30:00Z"}</script>'
    )
    top = (
        '<h1>Cargo ship docks</h1><meta itemprop=datePublished content="2026-01-05T07:30:00+01:00">'
    )
    published = article(page(head=head, top=top)).published
    assert published is not None
    assert published.value is not None
    assert published.value.isoformat() == "2026-01-05T07:30:00+01:00"
