"""``missionfeed web``: the page and its API."""

from __future__ import annotations

import uvicorn

from ingest import log
from ingest.settings import Settings
from ingest.web import create_app
from workers.process import opened_store

logger = log.get(__name__)

GRACE_SECONDS = 2
"""Streams of events never end by themselves: at shutdown they are cut after this long."""


def run(settings: Settings) -> int:
    """Serve until SIGTERM."""
    with opened_store(settings) as store:
        logger.info("web.started", url=f"http://{settings.web.host}:{settings.web.port}/")
        uvicorn.run(
            create_app(store, hosts=list(settings.web.hosts)),
            host=settings.web.host,
            port=settings.web.port,
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=GRACE_SECONDS,
        )
    return 0
