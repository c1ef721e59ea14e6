"""Which of the titles that a page states is the story's headline, as a reader sees it.

A page has a title for the window, one for sharing, and headings; some of them name the site or the
section as well. The headline is the heading that the other titles agree with; where a heading has
a kicker in it, the shared title says which part is the headline; where there is no such heading,
the shared or window title without the site's name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.core.normalise.html_tree import MIN_HEADLINE, key

_SEPARATOR = re.compile(
    r"\s+[|–—·•»›:/-]{1,2}\s+|\s*[|»_]\s*|(?<=[\u3040-\u9fff])-{1,2}(?=[\u3040-\u9fff])"
)
_DATED = re.compile(r",? ?\d{1,2}\.\d{1,2}\.\d{4}\Z")
_NUMBERED = re.compile(r"\d{4}|\d\d:")
MIN_SITED = 5
"""Letters of a headline behind which a site's name is believed."""
MAX_SITE = 40


def choose(
    *,
    stated: Sequence[str],
    window: str,
    headings: Sequence[str],
    subheadings: Sequence[str],
    site: Sequence[str],
) -> str | None:
    """The headline. ``stated`` are titles made for sharing and programs, ``window`` the
    ``<title>``, ``headings`` the first level, ``subheadings`` the second; ``site`` names it."""
    names = {key(name) for name in site if name}
    titles = [t for t in (*stated, window) if t and key(t) not in names]
    keys = [key(t) for t in titles]
    real = [h for h in headings if key(h) not in names]
    for title in (t for t in stated if len(key(t)) >= MIN_HEADLINE):
        if any(key(h).endswith(key(title)) and key(h) != key(title) for h in real):
            return title  # the heading has a kicker before it
    for heading in (*real, *(() if real else subheadings)):
        if len(key(heading)) >= MIN_HEADLINE and any(key(heading) in k for k in keys):
            return without_kicker(heading, titles)
    clean = [without_site(t, names) for t in titles]
    for title in clean:
        if len(key(title)) >= MIN_HEADLINE and any(key(title) in key(h) for h in real):
            return title
    for heading in subheadings:
        if len(key(heading)) >= MIN_HEADLINE and any(key(heading) in k for k in keys):
            return heading
    if len(real) == 1 and (not titles or _words_shared(real[0], titles) >= 0.5):
        return real[0]
    return next(iter([*clean, *real, *titles, *headings, *subheadings]), None)


def without_kicker(heading: str, titles: Sequence[str]) -> str:
    """The heading without the kicker in it, where a title parts both by a colon and it does not."""
    for title in titles:
        kicker, colon, rest = title.partition(": ")
        if colon and heading.startswith(kicker + " "):
            shown = heading[len(kicker) :].strip()
            if key(rest).startswith(key(shown)) and len(key(shown)) >= MIN_HEADLINE:
                return shown
    return heading


def site(window: str, headline: str | None) -> str | None:
    """The name that the window's title has for the site, behind the headline."""
    parts = [p for p in _SEPARATOR.split(window) if p and p.strip()]
    if len(parts) < 2 or headline is None or len(key(headline)) < MIN_SITED:
        return None
    name = _DATED.sub("", parts[-1]).strip()
    stands = key(headline) in key(window) and key(name) not in key(headline)
    return name if stands and 1 < len(name) <= MAX_SITE and not _NUMBERED.search(name) else None


def without_site(title: str, names: set[str]) -> str:
    """The title without a part that names the site, at either end."""
    before, colon, rest = title.partition(": ")
    if colon and key(before) in names:
        return rest
    parts = [p for p in _SEPARATOR.split(title) if p and p.strip()]
    if len(parts) < 2:
        return title
    if key(parts[-1]) in names or _is_name(parts[-1], parts[0]):
        return title[: title.rindex(parts[-1])].rstrip(" |–—·•»›:/-_")
    if key(parts[0]) in names:
        return title[title.index(parts[0]) + len(parts[0]) :].lstrip(" |–—·•»›:/-_")
    return title


def _is_name(last: str, first: str) -> bool:
    """Whether the last part of a title is short beside the first, as a site's name is."""
    return len(last.split()) <= 4 and len(key(last)) * 2 < len(key(first))


def _words_shared(heading: str, titles: Sequence[str]) -> float:
    """How much of the heading's words the best of the titles has."""
    words = set(heading.casefold().split())
    return max(len(words & set(title.casefold().split())) / max(len(words), 1) for title in titles)
