"""Which of the dates in a page's markup is its story's, and which are of updates or of others."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from ingest.model import Article, Timestamp
from tests.unit.core.normalise.test_html_shapes import TITLE, paragraphs, read

STATED, LATER = "2025-03-18T23:05:00Z", "2025-03-19T09:12:00Z"
OTHER = '<li><a href="/a">Rover finds clay in an old lake bed</a> {}</li>'
TIME = '<time datetime="2025-03-12T10:00:00Z">March 12, 2025</time>'
TODAY = "<header><div id='date'>{}</div><nav><a href='/'>Home</a></nav></header>"


def page(
    beside: str = "", *, head: str = "", before: str = "", below: str = "", address: str = ""
) -> Article:
    link = f'<link rel="canonical" href="https://daily.example{address}">' if address else ""
    return read(
        f"<!DOCTYPE html><html lang='en'><head><title>{TITLE}</title>{link}{head}</head><body>"
        f"{before}<main><article><h1>{TITLE}</h1>{beside}{paragraphs()}</article></main>{below}"
        "<footer><p>About us</p></footer></body></html>"
    )


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def data(**stated: object) -> str:
    node = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE, **stated}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def utc(stamp: Timestamp | None) -> str | None:
    """The moment on the clock that the page shows: the day alone, or day and time."""
    if stamp is None or stamp.value is None:
        return None
    return (
        f"{stamp.value:%Y-%m-%d}" if stamp.precision == "day" else f"{stamp.value:%Y-%m-%d %H:%M}"
    )


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (lambda: page(head=data(datePublished="1742338800000")), "2025-03-18 23:00"),
        (lambda: page(head=meta("pubdate", "20250318230500")), "2025-03-18 23:05"),
        (lambda: page(head=meta("date", "20250318")), "2025-03-18"),
        (lambda: page(head=meta("pubdate", "Tue Mar 18 23:05:00 UTC 2025")), "2025-03-18 23:05"),
        (lambda: page('<span class="Timestamp" data-timestamp="1742338800000"></span>'),
         "2025-03-18 23:00"),
        (lambda: page(f'<abbr class="published" title="{STATED}">8 months ago</abbr>'),
         "2025-03-18 23:05"),
        (lambda: page(f'<relative-time datetime="{STATED}">Mar 18</relative-time>'),
         "2025-03-18 23:05"),
        (lambda: page(head='<script>x={"publishTime":1742338800000}</script>'), "2025-03-18 23:00"),
        (lambda: page(address="/2025/mar/18/ship"), "2025-03-18"),
        (lambda: page(address="/yw/202503/t20250318_1234.html"), "2025-03-18"),
        (lambda: page(address="/2025/03/ship"), None),
        # what states a day alone is told its time by what the page shows
        (lambda: page("<p>March 18, 2025, 11:05 p.m.</p>", head=data(datePublished="2025-03-18")),
         "2025-03-18 23:05"),
        (lambda: page("<p>March 20, 2025, 11:05 p.m.</p>", head=data(datePublished="2025-03-18")),
         "2025-03-18"),
        # what makes no sense leaves the next one
        (lambda: page(head=data(datePublished="0001-01-01T00:00:00Z") + meta("pubdate", STATED)),
         "2025-03-18 23:05"),
        (lambda: page(head=data(datePublished="2026-12-01") + meta("pubdate", STATED)),
         "2025-03-18 23:05"),
    ],
)  # fmt: skip
def test_moments_as_programs_state_them(found: Callable[[], Article], expected: str | None) -> None:
    # The zone of the source is an hour ahead; these are told in UTC where they state it.
    assert utc(found().published) == expected


@pytest.mark.parametrize(
    ("beside", "first", "last"),
    [
        ("<p>Published March 18, 2025 11:05pm | Updated March 19, 2025 9:12am</p>",
         "2025-03-18 23:05", "2025-03-19 09:12"),
        ("<p>Publié le 18/03/2025 à 23:05, mis à jour le 19/03/2025 à 09:12</p>",
         "2025-03-18 23:05", "2025-03-19 09:12"),
        ("<p>2025年3月18日 23:05 (2025年3月19日 1:12更新)</p>", "2025-03-18 23:05", "2025-03-19 01:12"),
        ((f'<time class="updated" datetime="{LATER}">March 19, 2025</time> '
         f'<time class="entry-date published" datetime="{STATED}">March 18, 2025</time>'),
         "2025-03-18 23:05", "2025-03-19 09:12"),
        ((f'<span>Updated <time datetime="{LATER}">19 Mar</time></span> '
         f'<span>Published <time datetime="{STATED}">18 Mar</time></span>'),
         "2025-03-18 23:05", "2025-03-19 09:12"),
        ("<p>March 18, 2025</p><p>Updated: March 12, 2025</p>", "2025-03-18", None),
        ("<dl><dt>Last updated:</dt><dd>19 March 2025</dd><dt>Published:</dt><dd>18 March 2025</dd></dl>",
         "2025-03-18", "2025-03-19"),
    ],
)  # fmt: skip
def test_what_is_shown_of_publication_and_of_an_update_is_told_apart(
    beside: str, first: str, last: str | None
) -> None:
    found = page(beside)
    assert (utc(found.published), utc(found.updated)) == (first, last)


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(lambda: page(before=f"<ul>{OTHER.format(TIME)}</ul>"), id="teaser above"),
        pytest.param(lambda: page(below=f"<ul>{OTHER.format(TIME)}</ul>"), id="teaser below"),
        pytest.param(
            lambda: page(below=f"<ul>{OTHER.format('March 12, 2025')}</ul>"), id="in words"
        ),
        pytest.param(
            lambda: page(below=f"<div id='comments'><b>Ann</b> {TIME}<p>Well done!</p></div>"),
            id="comment",
        ),
        pytest.param(lambda: page(before=TODAY.format("Sunday, February 1, 2026")), id="visit"),
        pytest.param(lambda: page(before=TODAY.format("February 1, 2026")), id="visit, no weekday"),
        pytest.param(
            lambda: page("<figure><figcaption>The crew, March 14, 2025</figcaption></figure>"),
            id="caption",
        ),
        pytest.param(lambda: page("<p>Launch date: March 14, 2025</p>"), id="launch"),
        pytest.param(lambda: page("<p>2025年3月14日，技术人员完成了准备。</p>"), id="sentence"),
        pytest.param(
            lambda: page("<p>We met on May 12, 2025 to see it.</p>"), id="amid a sentence"
        ),
        pytest.param(
            lambda: page(
                head='<script>x=[{"publishedAt":"2025-03-12"},{"publishedAt":"2025-03-08"}]</script>'
            ),
            id="data of several stories",
        ),
    ],
)
def test_a_date_of_something_else_dates_no_story(found: Callable[[], Article]) -> None:
    stamp = found().published
    assert stamp is None or stamp.value is None


def test_what_is_beside_the_headline_counts_before_what_is_beside_other_headlines() -> None:
    others = f"<ul>{OTHER.format(TIME)}</ul>"
    found = page(f'<time datetime="{STATED}">March 18, 2025</time>', before=others, below=others)
    assert utc(found.published) == "2025-03-18 23:05"


def test_a_link_to_the_page_itself_makes_its_date_no_other_storys() -> None:
    own = f'<div class="meta"><a href="/own"><time datetime="{STATED}">March 18, 2025</time></a></div>'
    assert utc(page(own).published) == "2025-03-18 23:05"
