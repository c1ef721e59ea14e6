"""Addresses that are asked: parsed, shown without credentials, and where redirects lead."""

from __future__ import annotations

import base64
from urllib.parse import unquote

import httpx2

from ingest.http.errors import HttpError, Trouble

MAX_REDIRECTS = 5
MAX_URL = 4096


def parse(url: str) -> httpx2.URL:
    """The address in parts; raises where nothing of it can be asked for."""
    try:
        parsed = httpx2.URL(url.strip())
        usable = parsed.scheme in ("http", "https") and bool(parsed.host)
        if usable and len(url) <= MAX_URL:
            return parsed.copy_with(fragment=None)
    except (httpx2.InvalidURL, ValueError, TypeError) as error:
        raise HttpError(
            Trouble.ADDRESS, f"{url[:200]!r} is no address: {str(error).rstrip('.')}."
        ) from error
    raise HttpError(
        Trouble.ADDRESS,
        f"{url[:200]!r} cannot be fetched: an address begins with http:// or https://.",
    )


def bare(url: httpx2.URL) -> httpx2.URL:
    """Without name and password, which are sent in a header."""
    return url.copy_with(username=None, password=None) if url.userinfo else url


def shown(url: httpx2.URL) -> str:
    return str(bare(url))


def credentials(first: httpx2.URL, here: httpx2.URL) -> dict[str, str]:
    """Name and password of the address that was asked for, for its own server only. Those that a
    redirect brings along are never used."""
    same = (first.scheme, first.host, first.port) == (here.scheme, here.host, here.port)
    if not first.userinfo or not same:
        return {}
    pair = f"{unquote(first.username)}:{unquote(first.password)}".encode()
    return {"Authorization": "Basic " + base64.b64encode(pair).decode("ascii")}


def redirected(here: httpx2.URL, location: str, seen: list[str]) -> httpx2.URL:
    """Where a redirect leads; raises when it leads nowhere new, or once too often."""
    try:
        target = bare(parse(str(here.join(location))))
    except (httpx2.InvalidURL, ValueError) as error:
        raise HttpError(
            Trouble.REDIRECTS, f"{here.host} redirects to {location[:200]!r}, which is no address."
        ) from error
    if str(target) in seen:
        raise HttpError(Trouble.REDIRECTS, f"{here.host} redirects in a circle, by {target}.")
    seen.append(str(target))
    if len(seen) > MAX_REDIRECTS + 1:
        raise HttpError(
            Trouble.REDIRECTS, f"More than {MAX_REDIRECTS} redirects, last to {target}."
        )
    return target
