"""Asking Wikidata, politely: one request at a time, in bounded pieces, waiting when it says so.

``query.wikidata.org`` is asked for identifiers alone, over the dates of launches, which is a narrow
question; what the items say comes from ``api.php`` for fifty of them at a time.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Protocol, TypeVar
from urllib.parse import urlencode

import msgspec

from ingest.catalogue.wikidata_item import LANGUAGES, Item, Qid, is_qid, item
from ingest.errors import MissionfeedError

T = TypeVar("T")

API = "https://www.wikidata.org/w/api.php"
SPARQL = "https://query.wikidata.org/sparql"
AT_ONCE = 50
"""Items a request: the most that the API gives to everybody."""
TRIES = 5
MOST_SECONDS = 300
"""Whoever says that we should wait for longer does not want us now."""
QUERY_SECONDS = 75.0
"""A query is given up by the server after 60."""
MAX_LAG = 5
_FLIGHTS = (
    "SELECT DISTINCT ?m WHERE {{ ?m wdt:P619 ?l ; wdt:P1029 ?p . "
    'FILTER(?l >= "{since}T00:00:00Z"^^xsd:dateTime) }}'
)


class Answer(Protocol):
    """What :class:`ingest.http.Answer` gives us."""

    @property
    def status(self) -> int: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    @property
    def body(self) -> bytes: ...


class Get(Protocol):
    """How an address is asked: :meth:`ingest.http.Http.get`."""

    def __call__(self, url: str, *, headers: Mapping[str, str], deadline: float) -> Answer: ...


class WikidataError(MissionfeedError):
    """Wikidata could not be asked, or answered something else than we understand."""


class Source(Protocol):
    """Where items come from: Wikidata itself, or a file."""

    def flights(self, since: date) -> list[Qid]: ...
    def items(self, ids: Iterable[Qid]) -> Iterator[tuple[Qid, Item]]: ...


class Dump:
    """Items from a file in the form of Wikidata's dumps: an entity a line, with or without the
    commas and brackets that make an array of them. Read line by line, each time anew."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def flights(self, since: date) -> list[Qid]:
        return [one.qid for one in self._all() if one.crew and one.launch and one.launch >= since]

    def items(self, ids: Iterable[Qid]) -> Iterator[tuple[Qid, Item]]:
        wanted = set(ids)
        return ((one.qid, one) for one in self._all() if one.qid in wanted)

    def _all(self) -> Iterator[Item]:
        try:
            with self._path.open("rb") as lines:
                for number, line in enumerate(lines, start=1):
                    text = line.strip().rstrip(b",")
                    if text in (b"", b"[", b"]"):
                        continue
                    entity = _decoded(text)
                    if entity is None:
                        raise WikidataError(
                            f"{self._path}:{number} is no item of Wikidata.",
                            hint="The file holds one entity a line, as JSON.",
                        )
                    yield item(entity)
        except OSError as error:
            raise WikidataError(f"{self._path} cannot be read: {error.strerror}.") from error


class Wikidata:
    """The client. ``get`` must say who asks and whom to write to."""

    def __init__(
        self,
        get: Get,
        *,
        api: str = API,
        sparql: str = SPARQL,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._get = get
        self._api = api
        self._sparql = sparql
        self._wait = wait

    def flights(self, since: date) -> list[Qid]:
        """Flights with a crew that were, or will be, launched since then."""
        query = _FLIGHTS.format(since=since.isoformat())
        answer = self._ask(self._sparql, {"query": query, "format": "json"})
        try:
            rows = answer["results"]["bindings"]
            found = [str(row["m"]["value"]).rpartition("/")[2] for row in rows]
        except (KeyError, TypeError) as error:
            raise _not_understood(self._sparql) from error
        return [one for one in found if is_qid(one)]

    def items(self, ids: Iterable[Qid]) -> Iterator[tuple[Qid, Item]]:
        """What the items say, with the id under which each was asked for; those that do not exist
        are left out."""
        wanted = list(dict.fromkeys(ids))
        for i in range(0, len(wanted), AT_ONCE):
            part = wanted[i : i + AT_ONCE]
            answer = self._ask(
                self._api,
                {
                    "action": "wbgetentities",
                    "format": "json",
                    "ids": "|".join(part),
                    "props": "info|labels|aliases|claims",
                    "languages": "|".join(LANGUAGES),
                    "maxlag": str(MAX_LAG),
                },
            )
            entities = answer.get("entities")
            if not isinstance(entities, dict):
                raise _not_understood(self._api)
            for asked, entity in entities.items():
                if isinstance(entity, dict) and "missing" not in entity:
                    # a merged item answers under its new id; ours is the one that we asked for
                    yield asked, replace(item(entity), qid=asked)

    def _ask(self, address: str, question: Mapping[str, str]) -> dict[str, Any]:
        url = f"{address}?{urlencode(question)}"
        for attempt in range(TRIES):
            answer = self._get(url, headers={"Accept": "application/json"}, deadline=QUERY_SECONDS)
            found = _decoded(answer.body) if answer.status == 200 else None
            lagging = found is not None and _code(found) == "maxlag"
            if answer.status in (429, 503) or lagging:
                seconds = _wait_for(answer, attempt)
                if seconds > MOST_SECONDS:
                    break
                self._wait(seconds)
                continue
            if found is None or _code(found) is not None:
                said = _code(found) if found else f"status {answer.status}"
                raise WikidataError(f"{address} does not answer our question: {said}.")
            return found
        raise WikidataError(f"{address} is too busy.", hint="Try again later; nothing was changed.")


def _decoded(body: bytes) -> dict[str, Any] | None:
    try:
        found = msgspec.json.decode(body)
    except (msgspec.DecodeError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _code(answer: dict[str, Any]) -> str | None:
    error = answer.get("error")
    return str(error.get("code", "error")) if isinstance(error, dict) else None


def _wait_for(answer: Answer, attempt: int) -> float:
    """Seconds to wait, as told; else longer each time."""
    told = answer.headers.get("retry-after") or ""
    return float(told) if told.isdecimal() and len(told) < 9 else 5.0 * 2**attempt


def _not_understood(address: str) -> WikidataError:
    return WikidataError(f"{address} answers in a form that we do not understand.")
