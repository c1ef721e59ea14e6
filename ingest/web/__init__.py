"""The web page and its API: what came in, what became of it, and the log as server-sent events.

``/events`` streams the log from the client's own cursor: ``id:`` is the position, so a browser that
reconnects (``Last-Event-ID``) misses nothing and gets nothing twice. There is no queue a client:
each reads the log at its own pace, so one that never reads costs nothing but its connection.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Annotated, Any

from fastapi import FastAPI, Header, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.middleware.trustedhost import TrustedHostMiddleware
from fastapi.responses import FileResponse, JSONResponse, StreamingResponse
from fastapi.sse import format_sse_event
from fastapi.staticfiles import StaticFiles

from ingest import __version__
from ingest.errors import CursorAhead
from ingest.model import Feed, LoggedEvent, ReceiptRow
from ingest.store import Store
from ingest.web import websub

STATIC = Path(__file__).parent / "static"
PAGE = 500
POLL_SECONDS = 0.2
HEARTBEAT_SECONDS = 15.0
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}

AHEAD: dict[int | str, dict[str, Any]] = {
    409: {"description": "The cursor is ahead of the log: it belongs to another one."}
}

Position = Annotated[int, Query(ge=0, le=2**62)]
Limit = Annotated[int, Query(ge=1, le=PAGE)]


def create_app(
    store: Store, *, hosts: list[str], stopping: Callable[[], bool] = lambda: False
) -> FastAPI:
    """The application on an open store. ``hosts`` are the names it answers to: a page elsewhere
    must not be able to reach it under a name of its own (DNS rebinding). Streams of events, which
    never end by themselves, end when the server is ``stopping``."""
    app = FastAPI(title="Missionfeed", version=__version__, docs_url=None, redoc_url=None)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=hosts)

    @app.middleware("http")
    async def protect(
        request: Request, call_next: Callable[[Request], Awaitable[Response]]
    ) -> Response:
        response = await call_next(request)
        response.headers.update(HEADERS)
        return response

    @app.exception_handler(CursorAhead)
    def refuse(_request: Request, error: CursorAhead) -> JSONResponse:
        return JSONResponse({"detail": f"{error} {error.hint}"}, status_code=409)

    @app.api_route("/", methods=["GET", "HEAD"], include_in_schema=False)
    def page() -> FileResponse:
        return FileResponse(STATIC / "page.html")

    @app.get("/healthz")
    def healthz() -> dict[str, Any]:
        return {"position": store.last_position()}

    @app.get("/api/status")
    def status() -> dict[str, Any]:
        counts = {receipt.value: number for receipt, number in store.counts().items()}
        return {"documents": counts, "position": store.last_position(), "version": __version__}

    @app.get("/api/receipts")
    def receipts(limit: Limit = 100) -> list[dict[str, Any]]:
        return [_receipt(row) for row in store.receipts(limit=limit)]

    @app.get("/api/feeds")
    def feeds() -> list[dict[str, Any]]:
        return [_feed(feed) for feed in store.feeds.all()]

    @app.get("/api/events", responses=AHEAD)
    def events(
        after: Position = 0,
        limit: Limit = 100,
        mission: str | None = None,
        person: str | None = None,
        type: str | None = None,  # noqa: A002
        article: str | None = None,
    ) -> list[Any]:
        found = store.events(
            after, limit, mission=mission, person=person, type=type, article=article
        )
        if not found:
            store.check_cursor(after)
        return [json.loads(event.body) for event in found]

    @app.get("/events", response_class=StreamingResponse, responses=AHEAD)
    def stream(
        after: Position = 0,
        mission: str | None = None,
        person: str | None = None,
        type: str | None = None,  # noqa: A002
        article: str | None = None,
        last_event_id: Annotated[int | None, Header(ge=0, le=2**62)] = None,
    ) -> StreamingResponse:
        look = partial(
            store.events, limit=PAGE, mission=mission, person=person, type=type, article=article
        )
        cursor = after if last_event_id is None else last_event_id
        store.check_cursor(cursor)
        # Not FastAPI's own EventSourceResponse: it logs an error whenever a client leaves.
        return StreamingResponse(
            _follow(look, cursor, stopping),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
        )

    app.include_router(websub.router(store))
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app


async def _follow(
    look: Callable[[int], list[LoggedEvent]], cursor: int, stopping: Callable[[], bool]
) -> AsyncIterator[bytes]:
    """The log above ``cursor`` as server-sent events, until the client leaves or we stop."""
    idle = 0.0
    while not stopping():
        page = await run_in_threadpool(look, cursor)
        for event in page:
            cursor = event.position
            yield format_sse_event(data_str=event.body, event=event.type, id=str(cursor))
        if page:
            idle = 0.0
            continue
        await asyncio.sleep(POLL_SECONDS)
        idle += POLL_SECONDS
        if idle >= HEARTBEAT_SECONDS:
            idle = 0.0
            yield format_sse_event(comment="still here")


def _feed(feed: Feed) -> dict[str, Any]:
    return {
        "id": feed.id,
        "url": feed.url,
        "title": feed.title,
        "state": feed.state,
        "error": feed.error,
        "code": feed.code,
        "last_polled": feed.polled,
        "last_ok": feed.succeeded,
        "next_poll": feed.next_poll if feed.state == "active" else None,
    }


def _receipt(row: ReceiptRow) -> dict[str, Any]:
    return {
        "document": row.document,
        "path": row.path,
        "url": row.url,
        "source": row.source,
        "entry": row.entry,
        "receipt": row.receipt.value,
        "code": row.code,
        "reason": row.reason,
        "article": row.article,
        "cluster": row.cluster,
        "of": row.of,
        "similarity": row.similarity,
        "title": row.title,
        "received": row.received,
        "settled": row.settled,
    }
