"""Web addresses: one canonical form to store and show, and one key to compare by.

``canonical`` never makes two pages one: it drops only what cannot matter (fragment, default port,
credentials, known tracking parameters) and writes the rest in the normal form of RFC 3986,
section 6. ``key`` goes further, for judging: the AMP, mobile and ``www`` addresses of a page, over
http or https, are one page.
"""

from __future__ import annotations

import ipaddress
import re
from functools import lru_cache
from urllib.parse import quote, urljoin, urlsplit

import idna

MAX_LENGTH = 4096
"""Longer addresses are not kept: real ones are shorter, and index keys have limits."""
MAX_PART = 200

_PORTS = {"http": "80", "https": "443"}
_ASCII_HOST = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\Z")
_PERCENT = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_PATH_SAFE = "%/:@!$&'()*+,;=~[]"
_QUERY_SAFE = _PATH_SAFE + "?"

# Parameters that say how a reader came, not what the page is.
_TRACKING_PREFIXES = (
    "utm_",
    "mtm_",
    "pk_",
    "piwik_",
    "matomo_",
    "hsa_",
    "at_",
    "guce_",
    "_hs",
    "wt_",
)
_TRACKING_NAMES = """
utm fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh
li_fat_id mc_cid mc_eid mkt_tok _ga _gl _openstat oly_anon_id oly_enc_id vero_id vero_conv
hsctatracking ns_campaign ns_mchannel ns_source ns_linkname cmpid cmp ncid icid intcid ito
ref_src ref_url smid smtyp smprod spm guccounter soc_src soc_trk sr_share xtor ocid cvid
__twitter_impression fb_action_ids fb_action_types fb_source fb_ref feature_token share_token
sharetype share_from sh_kit rss_id taid trk trkcampaign s_kwcid zanpid
"""
_TRACKING = frozenset(_TRACKING_NAMES.split())

# What more `key` ignores: views of the same page.
_VIEW = frozenset({"amp", "outputtype", "output", "ref", "print", "mobile"})
_HOST_PREFIX = re.compile(r"(?:www\d?|m|mobile|wap|amp|touch)\.(?=[^.]+\.)")
_INDEX = re.compile(r"/(?:index|default)\.(?:s?html?|php|aspx?|jsp)\Z", re.IGNORECASE)
_AMP_CACHE = re.compile(
    r"(?:[^/]+\.cdn\.ampproject\.org/[a-z]|(?:www\.)?google\.[a-z.]{2,6}/amp)/(?:s/)?"
)


def canonical(url: str, base: str | None = None) -> str | None:
    """The address in its normal form, or None when it is not a usable http or https address.

    ``base`` is the address of the page or feed that a relative ``url`` stands in.
    """
    url = _strip(url)
    if not url or len(url) > MAX_LENGTH:
        return None
    try:
        if base and len(base) <= MAX_LENGTH:
            url = urljoin(_strip(base), url)
        parts = urlsplit(url)
        scheme = parts.scheme.lower()
        host = _host(parts.hostname or "")
        port = parts.port
    except ValueError:  # brackets, ports and hosts that no browser would take either
        return None
    if scheme not in _PORTS or host is None:
        return None
    netloc = host if port is None or str(port) == _PORTS[scheme] else f"{host}:{port}"
    path = _without_dots(_encode(parts.path.replace("\\", "/"), _PATH_SAFE)) or "/"
    query = "&".join(
        pair
        for pair in _encode(parts.query, _QUERY_SAFE).split("&")
        if pair and not _is_tracking(pair.partition("=")[0].lower())
    )
    result = f"{scheme}://{netloc}{path}" + (f"?{query}" if query else "")
    return result if len(result) <= MAX_LENGTH else None


@lru_cache(maxsize=4096)
def key(url: str) -> str:
    """What all addresses of one page have in common; equal keys mean the same page.

    An address that is not http(s) is its own key.
    """
    address = canonical(url)
    if address is None:
        return _strip(url)[:MAX_LENGTH]
    rest = address.partition("://")[2]
    rest = _AMP_CACHE.sub("", rest, count=1) if _AMP_CACHE.match(rest) else rest
    rest, _, query = rest.partition("?")
    host, _, path = rest.partition("/")
    host = _HOST_PREFIX.sub("", host.replace(".m.", ".", 1))
    path = "/" + path
    if path.startswith("/amp/"):
        path = path[4:]
    path = _INDEX.sub("/", path).rstrip("/")
    path = path.removesuffix("/amp").replace(".amp.html", ".html").removesuffix(".amp").rstrip("/")
    kept = sorted(p for p in query.split("&") if p and p.partition("=")[0].lower() not in _VIEW)
    return host + path + ("?" + "&".join(kept) if kept else "")


def part(url: str) -> str:
    """Which part of its page an address means (``#item-7``), or nothing. What tells how a reader
    came (``#xtor=RSS-1``) is no part."""
    fragment = _strip(url).partition("#")[2]
    if "=" in fragment or not 0 < len(fragment) <= MAX_PART:
        return ""
    return "#" + _encode(fragment, _QUERY_SAFE)


def host(url: str | None) -> str | None:
    """The host name of an http(s) address, without ``www.`` or a mobile prefix."""
    address = canonical(url) if url else None
    if address is None:
        return None
    name = urlsplit(address).hostname or ""
    return _HOST_PREFIX.sub("", name) or None


def _strip(url: str) -> str:
    """Without blanks around, and without the tabs and line ends that browsers drop inside."""
    if url.isprintable():
        return url.strip()
    return "".join(c for c in url.strip() if c >= " " and c != "\x7f").strip()


def _is_tracking(name: str) -> bool:
    return name in _TRACKING or name.startswith(_TRACKING_PREFIXES)


def _host(name: str) -> str | None:
    """The host in lower case and ASCII (IDNA 2008 with the mapping of UTS 46), or None."""
    name = name.rstrip(".").lower()
    if not name or len(name) > 253:
        return None
    if ":" in name:
        return f"[{ipaddress.IPv6Address(name)}]"
    if not name.isascii():
        name = idna.encode(name, uts46=True).decode("ascii")
    return name if _ASCII_HOST.match(name) else None


def _encode(part: str, safe: str) -> str:
    """Percent-encoded where it must be and nowhere else, so that spellings of one path agree."""
    encoded = quote(part.encode("utf-8", "replace"), safe=safe)
    return _PERCENT.sub(_normal_escape, encoded)


def _normal_escape(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return character if character in _UNRESERVED else match[0].upper()


def _without_dots(path: str) -> str:
    """The path with ``.`` and ``..`` segments resolved (RFC 3986, section 5.2.4)."""
    if "/." not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == "..":
            if len(kept) > 1:
                kept.pop()
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in {".", ".."}:
        kept.append("")
    return "/".join(kept)
