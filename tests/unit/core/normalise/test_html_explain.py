"""What people are told of each line of an HTML page."""

from __future__ import annotations

from datetime import UTC, datetime

from ingest.core.normalise import registry

PROSE = "The ship left the station on Monday and is expected back on the ground by the evening. "
PAGE = f"""<html><head><title>A ship comes home</title></head><body>
<div class="menu"><a href="/a">World news</a> <a href="/b">Sports of today</a></div>
<article><h1>A ship comes home</h1><p>{PROSE * 3}</p><p>Read also: what else flies</p>
<p>{PROSE * 4}</p></article>
<div class="comments"><p>I saw it from my garden last night, it was bright.</p></div>
</body></html>"""


def explained(source: str) -> dict[str, tuple[str, bool, str]]:
    lines = registry.explain(
        source.encode(), name="a.html", received=datetime(2026, 1, 1, tzinfo=UTC), sources=()
    )
    return {line.text[:20].strip(): (line.role, line.kept, line.why) for line in lines}


def test_each_line_of_a_page_is_told_with_its_place_and_reason() -> None:
    told = explained(PAGE)
    assert told["A ship comes home"][:2] == ("title", False)
    assert told["The ship left the st"][:2] == ("body", True)
    role, kept, why = told["Read also: what else"]
    assert (role, kept) == ("dropped", False)
    assert "insert" in why
    assert told["I saw it from my gar"][0] == "beside"
    assert not any(kept for text, (_, kept, _) in told.items() if "news" in text)


def test_where_the_story_is_not_clear_it_is_said_who_chose() -> None:
    page = f"<html><body><p>{PROSE}</p><div><p>{PROSE[:60]}</p></div><p>{PROSE}x</p></body></html>"
    told = explained(page)
    assert told["The ship left the st"][2].startswith("chosen by trafilatura")


def test_what_is_no_markup_at_all_has_no_lines_to_tell() -> None:
    assert explained("<html></html>") == {}
