"""Which network addresses a stranger may make us call: those of the public internet.

A feed, a redirect or a subscriber names a host; what it resolves to may be a service on this
machine or behind our firewall. So every address is judged before it is dialled, in its numeric
form, in which there is nothing left to disguise. The list is ours rather than Python's
``is_global``, which lets several kinds through (translated, 6to4, multicast) and differs between
versions. It follows the special-purpose registries of RFC 6890.
"""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

Network = IPv4Network | IPv6Network

_REFUSED_V4 = {
    IPv4Network(network): what
    for network, what in {
        "0.0.0.0/8": "this network",
        "10.0.0.0/8": "a private network",
        "100.64.0.0/10": "a provider's inner network",
        "127.0.0.0/8": "this machine",
        "169.254.0.0/16": "this link only (cloud metadata)",
        "172.16.0.0/12": "a private network",
        "192.0.0.0/24": "protocol assignments",
        "192.0.2.0/24": "documentation",
        "192.88.99.0/24": "6to4 relays",
        "192.168.0.0/16": "a private network",
        "198.18.0.0/15": "benchmarks",
        "198.51.100.0/24": "documentation",
        "203.0.113.0/24": "documentation",
        "224.0.0.0/4": "multicast",
        "240.0.0.0/4": "no use yet, or broadcast",
    }.items()
}
_UNICAST_V6 = IPv6Network("2000::/3")
"""All that was ever given out for the public internet."""
_TRANSLATED_V6 = IPv6Network("64:ff9b::/96")
"""NAT64: how machines without IPv4 reach the IPv4 address in the last 32 bits."""
_REFUSED_V6 = {
    IPv6Network(network): what
    for network, what in {
        "2001::/23": "protocol assignments (Teredo and others)",
        "2001:db8::/32": "documentation",
        "2002::/16": "6to4, which may lead anywhere",
        "3fff::/20": "documentation",
    }.items()
}


def refuse(address: str, allowed: Iterable[Network] = ()) -> str | None:
    """Why ``address`` (numeric, as the system resolved it) must not be called, or None.

    ``allowed`` are networks that the operator permits although they are not public. An IPv4 address
    that is written within an IPv6 one is judged as the IPv4 address that is called in the end.
    """
    try:
        found = _innermost(ip_address(address))
    except ValueError:
        return f"{address} is no network address."
    if any(found.version == network.version and found in network for network in allowed):
        return None
    if isinstance(found, IPv4Address):
        kind = next((what for network, what in _REFUSED_V4.items() if found in network), None)
    elif found.scope_id is not None or found not in _UNICAST_V6:
        kind = "no use on the public internet"
    else:
        kind = next((what for network, what in _REFUSED_V6.items() if found in network), None)
    return f"{address} is not a public address: it is for {kind}." if kind else None


def networks(stated: Iterable[str]) -> tuple[Network, ...]:
    """Those of ``stated`` that are networks or single addresses; the others are host names."""
    found = []
    for each in stated:
        try:
            found.append(ip_network(each))
        except ValueError:
            continue
    return tuple(found)


def _innermost(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in _TRANSLATED_V6:
        return IPv4Address(address.packed[-4:])
    return address
