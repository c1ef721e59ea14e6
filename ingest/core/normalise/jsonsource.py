"""Strict JSON from strangers: bounded in depth, and refused where parsers would disagree."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from ingest.core.normalise import bounds
from ingest.model import Reason, Rejection

_LENIENT = json.JSONDecoder(strict=False)


def parse_leniently(source: str) -> Any | Rejection:
    """The value of JSON inside a page, which browsers never checked: line ends in strings pass."""
    if bounds.json_depth(source) > bounds.MAX_DEPTH:
        return bounds.too_deep("Arrays and objects")
    try:
        return _LENIENT.decode(source)
    except (ValueError, RecursionError) as error:
        return _malformed(str(error).partition(";")[0])


def canonical(value: Any) -> bytes:
    """The one way in which we write a value down: sorted names, UTF-8, no blanks."""
    written = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return written.encode("utf-8", "replace")


class _RefusedError(ValueError):
    """JSON that Python reads but the standard (RFC 8259) or prudence does not allow."""


def parse(source: str) -> Any | Rejection:
    """The value that the text holds; ``Rejection`` when it is not one JSON value."""
    if bounds.json_depth(source) > bounds.MAX_DEPTH:
        return bounds.too_deep("Arrays and objects")
    try:
        return json.loads(source, object_pairs_hook=_object, parse_constant=_constant)
    except json.JSONDecodeError as error:
        return _malformed(f"{error.msg} in line {error.lineno}, column {error.colno}")
    except (
        ValueError,
        RecursionError,
    ) as error:  # numbers of thousands of digits, and _RefusedError
        return _malformed(str(error).partition(";")[0])


def _malformed(what: str) -> Rejection:
    return Rejection(
        Reason.MALFORMED_JSON,
        f"The document is not valid JSON: {what}. Mend it, or save the article as text.",
    )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        counts = Counter(name for name, _ in pairs)
        twice = next(name for name, count in counts.items() if count > 1)
        raise _RefusedError(f"the name {twice[:40]!r} stands twice in one object")
    return result


def _constant(name: str) -> Any:
    raise _RefusedError(f"{name} is not a JSON number")
