"""Articles as JSON: one object, many in an array or in lines, and what is refused."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.core.normalise.registry import normalise
from ingest.model import ARTICLE_JSON, Article, Normalised, Reason, Rejection, Unpacked

RECEIVED = datetime(2026, 2, 1, 12, tzinfo=UTC)
BODY = "The cargo ship docked with the station early on Monday.\n\nThe next crew is due in spring."
SCHEMA_ORG = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Cargo ship docks",
    "articleBody": BODY,
    "datePublished": "2026-01-05T18:00:00+08:00",
    "dateModified": "2026-01-06",
    "url": "https://daily.example/a?utm_source=x",
    "inLanguage": "en",
    "publisher": {"@type": "Organization", "name": "Orbit Daily"},
    "author": [{"@type": "Person", "name": "A. Writer"}, "B. Reporter"],
    "articleSection": ["Space", "Cargo"],
    "identifier": 17,
}


def read(source: str, name: str | None = "a.json", media_type: str | None = None) -> Normalised:
    return normalise(
        source.encode(), name=name, media_type=media_type, received=RECEIVED, sources=()
    )


def article(value: dict[str, Any]) -> Article:
    result = read(json.dumps(value))
    assert isinstance(result, Article)
    return result


def refused(result: Normalised) -> Rejection:
    assert isinstance(result, Rejection)
    return result


def test_schema_org_names_are_read() -> None:
    result = article(SCHEMA_ORG)
    assert result.form == "json"
    assert result.title == "Cargo ship docks"
    assert result.text == BODY
    assert result.authors == ("A. Writer", "B. Reporter")
    assert result.publisher == "Orbit Daily"
    assert result.section == ("Space", "Cargo")
    assert result.url == "https://daily.example/a"
    assert result.guid == "17"
    assert result.published is not None
    assert result.published.value == datetime(2026, 1, 5, 10, tzinfo=UTC)
    assert result.updated is not None
    assert result.updated.precision == "day"


def test_other_common_names_are_read() -> None:
    result = article(
        {"title": "Cargo ship docks", "body": BODY, "published": "2026-01-05", "source": "Daily",
         "byline": "By A. Writer and B. Reporter", "link": "https://daily.example/a", "lang": "en"}
    )  # fmt: skip
    assert result.text == BODY
    assert result.publisher == "Daily"
    assert result.authors == ("A. Writer", "B. Reporter")


def test_a_body_may_be_an_array_of_paragraphs() -> None:
    assert article({"headline": "Cargo", "articleBody": BODY.split("\n\n")}).text == BODY


def test_markup_in_the_body_is_removed() -> None:
    body = "".join(f"<p>{p}<script>alert(1)</script></p>" for p in BODY.split("\n\n"))
    result = article({"headline": "<b>Cargo</b> ship", "articleBody": body})
    assert result.text == BODY
    assert result.title == "Cargo ship"


def test_text_that_only_looks_like_markup_stays() -> None:
    assert (
        article({"title": "a < b", "body": "If 1 < 2 and 3 > 2, all is well on board."}).title
        == "a < b"
    )


def test_an_array_is_unpacked_and_each_entry_read_by_itself() -> None:
    result = read(json.dumps([SCHEMA_ORG, {"title": 7}, "text"]))
    assert isinstance(result, Unpacked)
    entries = [read(raw.decode(), None, kind) for kind, raw in result.entries]
    assert all(kind == ARTICLE_JSON for kind, _ in result.entries)
    assert isinstance(entries[0], Article)
    assert [refused(entry).code for entry in entries[1:]] == [Reason.SCHEMA, Reason.SCHEMA]


def test_json_lines_are_unpacked_also_around_a_broken_one() -> None:
    line = json.dumps(SCHEMA_ORG)
    result = read(f"{line}\n\n{line[:-9]}\n{line}\n", "a.jsonl")
    assert isinstance(result, Unpacked)
    entries = [read(raw.decode(), None, kind) for kind, raw in result.entries]
    assert [type(entry) for entry in entries] == [Article, Rejection, Article]


def test_an_object_over_several_lines_is_one_article() -> None:
    assert isinstance(read(json.dumps(SCHEMA_ORG, indent=2)), Article)


def test_the_articles_of_a_graph_are_unpacked() -> None:
    result = read(json.dumps({"@graph": [{"@type": "WebSite", "name": "x"}, SCHEMA_ORG]}))
    assert isinstance(result, Unpacked)
    assert len(result.entries) == 1


@pytest.mark.parametrize("name", ["a.json", "a.txt", "a.html", None])
def test_json_is_told_by_its_content(name: str | None) -> None:
    result = read(json.dumps(SCHEMA_ORG), name)
    assert isinstance(result, Article)
    assert result.form == "json"


def test_text_with_brackets_is_no_json() -> None:
    result = read("[Photo/Agency] The crew\n\n" + BODY * 3, "a.txt")
    assert not isinstance(result, Article) or result.form == "dump"


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("just text", Reason.MALFORMED_JSON),
        ('{"title":"a",}', Reason.MALFORMED_JSON),
        ('{/*x*/"title":"a"}', Reason.MALFORMED_JSON),
        ('{"title":"a","body":"b","score":NaN}', Reason.MALFORMED_JSON),
        ("[Infinity]", Reason.MALFORMED_JSON),
        ('{"title":' + "1" * 5000 + "}", Reason.MALFORMED_JSON),
        ('{"title":"good","title":"evil"}', Reason.MALFORMED_JSON),
        ('{"a":1}{"a":2}', Reason.MALFORMED_JSON),
        ("{'title':'a'}", Reason.MALFORMED_JSON),
        ("[" * 5000 + "]" * 5000, Reason.TOO_DEEP),
        ('{"a":' * 5000 + "1" + "}" * 5000, Reason.TOO_DEEP),
        ('"just text"', Reason.SCHEMA),
        ("1e400", Reason.SCHEMA),
        ("null", Reason.SCHEMA),
        ("{}", Reason.SCHEMA),
        ("[" + '{"title":"t"},' * 10_000 + "{}]", Reason.TOO_MANY_ENTRIES),
    ],
    ids=lambda value: value if isinstance(value, Reason) else "",
)
def test_what_is_no_article_is_refused(source: str, code: Reason) -> None:
    assert refused(read(source)).code == code


@pytest.mark.parametrize(
    ("field", "value"),
    [("headline", 7), ("articleBody", ["x", 1]), ("datePublished", 1e308), ("author", [7])],
)
def test_a_field_of_the_wrong_type_is_named(field: str, value: Any) -> None:
    rejection = refused(read(json.dumps({**SCHEMA_ORG, field: value})))
    assert rejection.code == Reason.SCHEMA
    assert field in rejection.reason


def test_lone_surrogates_and_zeros_do_no_harm() -> None:
    result = article({"title": "Cargo\ud800 ship\u0000 docks", "body": BODY})
    assert result.title == "Cargo\ufffd ship docks"


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
_fields = st.sampled_from(["headline", "articleBody", "author", "url", "publisher", "@graph", "id"])


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(_fields, _json) | _json)
def test_any_json_is_read_or_refused(value: Any) -> None:
    assert isinstance(read(json.dumps(value)), Article | Rejection | Unpacked)
