"""Generated HTML pages of the dumps' stories: a small one and one of the size of an outlet's page.

The large one has what makes real pages large: styles, the data and calls of scripts, a menu of many
levels with drawn icons, pictures in several sizes, advertisements between the paragraphs, boxes of
related stories, readers' comments, and rows of teasers down to the foot.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Sequence

from bench.dumps import SEED, dumps

TEASERS = 40
CARDS = 60
MENU_LINKS = 120
COMMENTS = 15
ICON = (
    '<svg class="icon icon--chevron" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">'
    '<path d="M3.5 5.25 8 9.75l4.5-4.5 1 1L8 11.75l-5.5-5.5z" fill="currentColor"></path></svg>'
)


def pages(number: int, seed: int = SEED, *, large: bool) -> Iterator[tuple[str, str]]:
    """``number`` pages as ``(file name, source)``."""
    for name, text in dumps(number, seed):
        story = _Story(text)
        yield name.replace(".txt", ".html"), (_large if large else _small)(story)


class _Story:
    """A generated dump, cut into what a page shows in different places."""

    def __init__(self, text: str) -> None:
        self.menu, _, rest = text.partition("\n\n")
        self.title, _, rest = rest.partition("\n\n")
        head, *self.paragraphs, self.foot = rest.split("\n\n")
        self.source, _, self.caption = head.split("\n", 2)
        self.day = self.source.split("Updated: ")[1].replace(" ", "T") + ":00Z"


def _small(story: _Story) -> str:
    stated = {"@type": "NewsArticle", "headline": story.title, "datePublished": story.day}
    links = "".join(f'<li><a href="/{n}">{html.escape(n)}</a></li>' for n in story.menu.split("\n"))
    teasers = "".join(
        f'<div class="teaser"><a href="/story/{n}"><img src="/{n}.jpg" alt=""><h3>Another story, '
        f"number {n}</h3></a><span>{n} minutes ago</span></div>"
        for n in range(TEASERS)
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{story.title}</title>'
        f'<meta property="og:title" content="{story.title}">'
        '<meta property="og:type" content="article">'
        f'<script type="application/ld+json">{json.dumps(stated)}</script>'
        f"<style>{'.teaser { margin: 0 }' * 100}</style></head><body><nav><ul>{links}</ul></nav>"
        f"<main><article><h1>{story.title}</h1><time datetime={story.day!r}>"
        f"{html.escape(story.source)}</time><figure><img src='/a.jpg' alt=''><figcaption>"
        f"{story.caption}</figcaption></figure>\n{_paragraphs(story.paragraphs)}</article>"
        f"<aside>{teasers}</aside></main><footer><p>{story.foot}</p></footer></body></html>"
    )


def _paragraphs(texts: Sequence[str]) -> str:
    return "".join(f"<p>{html.escape(text)}</p>\n" for text in texts)


def _large(story: _Story) -> str:
    body = "".join(_story(story))
    return f"""<!DOCTYPE html>
<html lang="en" class="no-js">
<head>{_head(story)}</head>
<body class="article-page template-story">
<div id="cookie-banner" class="consent-overlay" hidden>
<p>We and our partners use cookies to store and read data on your device.</p>
<button type="button">Accept</button></div>
{_menu()}
<main id="main" class="layout__main">
<ol class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/science">Science</a></li>
<li><a href="/science/space">Space</a></li></ol>
<article class="article"><header class="article__header"><h1 class="headline">{story.title}</h1>
<div class="article__meta">
<span class="byline">By <a rel="author" href="/staff/desk">Science Desk</a></span>
<time datetime="{story.day}">{html.escape(story.source)}</time></div>
{_share()}</header>
{_picture("lead", story.caption)}
<div class="article__body" data-component="story">
{body}</div>
<div class="tags"><a href="/t/orbit">Orbit</a><a href="/t/crew">Crew</a></div>
{_share()}</article>
{_comments()}
<section class="river"><h2>More from Science</h2>{_cards(CARDS)}</section></main>
<aside class="sidebar"><h2>Most read</h2>{_cards(12)}</aside>
{_foot(story)}
<script>{_calls(160)}</script>
</body>
</html>
"""


def _head(story: _Story) -> str:
    stated = {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "NewsArticle",
                "headline": story.title,
                "datePublished": story.day,
                "dateModified": story.day,
                "author": [{"@type": "Person", "name": "Science Desk"}],
                "publisher": {"@type": "Organization", "name": "The Orbital Courier"},
                "articleSection": "Space",
            },
            {
                "@type": "BreadcrumbList",
                "itemListElement": [{"@type": "ListItem", "position": 1, "name": "Science"}],
            },
        ],
    }
    names = ("og:title", "twitter:title", "og:description", "twitter:description", "description")
    metas = "".join(f'<meta property="{name}" content="{story.title}">\n' for name in names)
    icons = "".join(
        f'<link rel="preload" as="script" href="https://cdn.site.example/b/{n:04}.js">\n'
        for n in range(30)
    )
    styles = "".join(
        f".c-{n}__inner--wide{{margin:0 auto;padding:{n % 9}px 16px;color:#1a1a{n % 99:02}}}\n"
        for n in range(300)
    )
    return (
        f'<meta charset="utf-8">\n<title>{story.title} | The Orbital Courier</title>\n{metas}'
        f'<link rel="canonical" href="https://site.example/science/story?utm_source=x">\n{icons}'
        f'<script type="application/ld+json">{json.dumps(stated)}</script>\n'
        f"<style>{styles}</style>\n<script>{_calls(200)}</script>\n"
    )


def _calls(number: int) -> str:
    """A script's data and calls, as analytics and frameworks leave them in the page."""
    state = [
        {"id": n, "slug": f"/story/{n}", "flags": {"live": n % 7 == 0}, "width": 320 + n}
        for n in range(number)
    ]
    return f"window.__STATE__={json.dumps(state)};(function(w,d){{w.q=w.q||[];}})(window,document);"


def _menu() -> str:
    items = "".join(
        f'<li class="nav__item nav__item--level-{n % 3}"><a class="nav__link" href="/topic/{n}">'
        f'<span class="nav__label">Topic {n}</span>{ICON if n % 4 == 0 else ""}</a></li>\n'
        for n in range(MENU_LINKS)
    )
    return (
        '<header class="site-header"><div class="site-header__inner"><a href="/" class="logo">'
        f'The Orbital Courier</a><nav class="nav"><ul class="nav__list">{items}</ul></nav>'
        '<form action="/search"><input type="search" name="q"><button>Search</button></form>'
        "</div></header>\n"
    )


def _share() -> str:
    return (
        '<div class="share-bar"><ul>'
        + "".join(
            f'<li><a class="share-bar__link" href="https://{name}.example/share">{ICON}<span '
            f'class="visually-hidden">Share on {name}</span></a></li>'
            for name in ("chirper", "facepage", "mailer", "linkup")
        )
        + "</ul></div>"
    )


def _picture(name: str, caption: str) -> str:
    address = f"https://img.site.example/{name}"
    sizes = ", ".join(f"{address}-{width}.webp {width}w" for width in range(320, 2000, 240))
    return (
        f'<figure class="figure"><picture><source type="image/webp" srcset="{sizes}">'
        f'<img src="{address}.jpg" alt="" loading="lazy" width="960"></picture>'
        f"<figcaption>{caption}</figcaption></figure>"
    )


def _story(story: _Story) -> Iterator[str]:
    for n, text in enumerate(story.paragraphs):
        yield f'<p class="paragraph" data-n="{n}">{html.escape(text)}</p>\n'
        if n % 4 == 3:
            yield (
                f'<div class="ad-slot ad-slot--inline" id="ad-{n}"><span>Advertisement</span></div>'
                f'<aside class="related"><h3>Read more</h3><a href="/story/r{n}">An older story '
                f"about the same thing, number {n}</a></aside>\n"
            )


def _cards(number: int) -> str:
    cards = "".join(
        f'<div class="card card--{n % 5}"><a class="card__link" href="/story/{n}">'
        f"{_picture(str(n), '')}"
        f'<h3 class="card__title">Another story of the day that is worth a look, no. {n}</h3></a>'
        '<p class="card__text">A line that says a little of what the story holds.</p>'
        f'<span class="card__time">{n} minutes ago</span></div>\n'
        for n in range(number)
    )
    return f'<div class="cards">{cards}</div>'


def _comments() -> str:
    comments = "".join(
        f'<li class="comment"><b>reader{n}</b> <time>{n + 1} hours ago</time><p>I read all of it, '
        "and I do not agree with the last part, but it was well put and I learned something.</p>"
        "<button>Reply</button></li>\n"
        for n in range(COMMENTS)
    )
    return f'<section id="comments" class="comments"><h2>Comments</h2><ol>{comments}</ol></section>'


def _foot(story: _Story) -> str:
    links = "".join(f'<li><a href="/about/{n}">About us, page {n}</a></li>\n' for n in range(60))
    return (
        '<form class="newsletter"><label>Your e-mail</label><input name="mail">'
        "<button>Sign up</button></form>"
        f'<footer class="site-footer"><ul>{links}</ul><p>{html.escape(story.foot)}</p></footer>\n'
    )
