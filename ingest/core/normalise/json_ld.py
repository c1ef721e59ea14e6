"""The articles that a page's JSON-LD blocks describe, and the texts of their properties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ingest.core.normalise import jsonsource
from ingest.model import Rejection

MAX_JSON = 512 * 1024
"""Characters of a JSON-LD block that are read."""
MAX_NODES = 200
"""Objects of JSON-LD that are looked at."""

_ARTICLE_TYPES = re.compile(r"(?:Article|Report|BlogPosting|Posting|Review|Recipe|HowTo)\Z")
_WRAPPED = re.compile(
    r"\A\s*(?://|/\*)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*/)?|(?://|/\*)?\s*(?:\]\]>|-->)\s*(?:\*/)?\s*\Z|;\s*\Z"
)
"""What hides a script from old browsers and XML parsers."""
_SPARE_COMMA = re.compile(r",(?=\s{0,200}[}\]])")


def articles(source: str) -> Iterator[Mapping[str, Any]]:
    """The objects in a JSON-LD block that describe an article, outermost first."""
    source = _WRAPPED.sub("", source[:MAX_JSON])
    value = jsonsource.parse_leniently(source)
    if isinstance(value, Rejection):
        value = jsonsource.parse_leniently(_SPARE_COMMA.sub("", source))
    if isinstance(value, Rejection):
        return
    waiting: list[Any] = [value]
    for _ in range(MAX_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            kinds = node.get("@type")
            if any(
                _ARTICLE_TYPES.search(str(k))
                for k in (kinds if isinstance(kinds, list) else [kinds])
            ):
                yield node
            waiting.extend(v for k, v in node.items() if k in {"@graph", "mainEntity", "hasPart"})


def texts(nodes: Sequence[Mapping[str, Any]], name: str) -> Iterator[str]:
    """The texts of a property of the page's articles: itself, or the names of what it holds."""
    for node in nodes:
        value = node.get(name)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, Mapping):
                one = one.get("name")
            if isinstance(one, str) and one.strip():
                yield one
