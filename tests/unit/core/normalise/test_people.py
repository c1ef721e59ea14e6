"""Author fields: whom they name."""

from __future__ import annotations

import pytest

from ingest.core.normalise import people


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("A. Writer", ("A. Writer",)),
        ("By A. Writer and B. Reporter", ("A. Writer", "B. Reporter")),
        ("Von A. Writer, B. Reporter", ("A. Writer", "B. Reporter")),
        ("Posted on January 5, 2026 by A. Writer", ("A. Writer",)),
        ("A. Writer | 5 January 2026", ("A. Writer",)),
        ("Ada Writer January 5, 2026", ("Ada Writer",)),
        ("Ada Writer Veröffentlicht am 5.1.2026", ("Ada Writer",)),
        ("Donnerstag, 4. November 2021", ()),
        ("A. Writer (desk@daily.example)", ("A. Writer",)),
        ("https://daily.example/people/a", ()),
        ("admin", ()),
        ("", ()),
        ("A. Writer; a. writer", ("A. Writer",)),
        ("This is a sentence about what the site does", ()),
        ("作者：某记者", ("某记者",)),
    ],
)
def test_names_are_parted_and_the_rest_left_out(stated: str, expected: tuple[str, ...]) -> None:
    assert people.names([stated]) == expected


def test_a_line_without_a_bylines_word_is_no_byline() -> None:
    assert people.byline("A. Writer | 5 January") == ()
    assert people.byline("By A. Writer | 5 January") == ("A. Writer",)
