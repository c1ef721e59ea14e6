"""What a page's JSON-LD blocks describe: articles with their properties, and breadcrumbs."""

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
_HOLDS = frozenset({"@graph", "mainEntity", "hasPart", "breadcrumb", "mainEntityOfPage"})
"""Properties whose values may describe the page too."""
_WRAPPED = re.compile(
    r"\A(?://|/\*)?\s{0,9}(?:<!\[CDATA\[|<!--)\s{0,9}(?:\*/)?|"
    r"(?:(?://|/\*)\s{0,9})?(?:\]\]>|-->)\s{0,9}(?:\*/)?\Z|;\Z"
)
"""What hides a script from old browsers and XML parsers."""
_SPARE_COMMA = re.compile(r",(?=\s{0,200}[}\]])")


def objects(source: str) -> Iterator[Mapping[str, Any]]:
    """The objects in a JSON-LD block that may describe the page, outermost first."""
    source = _WRAPPED.sub("", source[:MAX_JSON].strip())
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
            yield node
            waiting.extend(v for k, v in node.items() if k in _HOLDS)


def is_article(node: Mapping[str, Any]) -> bool:
    """Whether an object describes an article."""
    return any(_ARTICLE_TYPES.search(kind) for kind in _types(node))


def crumbs(node: Mapping[str, Any]) -> list[str]:
    """The steps from the site's front to the page, where an object lists them."""
    steps = node.get("itemListElement") if "BreadcrumbList" in _types(node) else None
    found: list[str] = []
    for step in steps if isinstance(steps, list) else []:
        item = step.get("item") if isinstance(step, Mapping) else None
        for holder in (step, item):
            name = holder.get("name") if isinstance(holder, Mapping) else None
            if isinstance(name, str) and name.strip():
                found.append(name)
                break
    return found


def _types(node: Mapping[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])]


def texts(nodes: Sequence[Mapping[str, Any]], name: str) -> Iterator[str]:
    """The texts of a property of the page's articles: itself, or the names of what it holds."""
    for node in nodes:
        value = node.get(name)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                one = one.get("name")
            if isinstance(one, int) and name.startswith("date"):
                one = str(one)  # milliseconds since 1970
            if isinstance(one, str) and one.strip():
                yield one
