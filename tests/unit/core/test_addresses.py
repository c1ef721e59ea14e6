"""Which addresses may be called. The vectors are those that guards are usually fooled with."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.core import addresses

PUBLIC = """
1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0
169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 192.0.1.0 192.167.255.255 192.169.0.0
198.17.255.255 198.20.0.0 223.255.255.255
2606:4700:4700::1111 2001:4860:4860::8888 2a00:1450:4001:80b::200e 64:ff9b::808:808
::ffff:8.8.8.8
""".split()
REFUSED = """
0.0.0.0 0.1.2.3 10.0.0.0 10.255.255.255 100.64.0.0 100.100.100.200 100.127.255.255 127.0.0.1
127.255.255.254 169.254.169.254 169.254.170.2 172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.192
192.0.2.1 192.88.99.1 192.168.0.1 192.168.255.255 198.18.0.1 198.19.255.255 198.51.100.1
203.0.113.1 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
:: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:a9fe:a9fe ::ffff:0:127.0.0.1
64:ff9b::127.0.0.1 64:ff9b::a9fe:a9fe 64:ff9b:1::1 100::1 2001::1 2001:10::1 2001:20::1
2001:db8::1 2002:7f00:1:: 2002:a9fe:a9fe:: 2002:808:808:: 3fff::1 4000::1 5f00::1 fc00::1
fd00:ec2::254 fe80::1 fe80::1%eth0 2606:4700:4700::1111%lo fec0::1 ff02::1 ff0e::1
""".split()


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_may_be_called(address: str) -> None:
    assert addresses.refuse(address) is None


@pytest.mark.parametrize("address", REFUSED)
def test_others_are_refused_with_a_sentence(address: str) -> None:
    assert (addresses.refuse(address) or "").startswith(f"{address} is not a public address: ")


@pytest.mark.parametrize("text", ["", "localhost", "2130706433", "0x7f.1", "0177.0.0.1", "①.1.1.1"])
def test_what_is_no_numeric_address_is_refused(text: str) -> None:
    assert addresses.refuse(text) == f"{text} is no network address."


def test_the_operator_may_allow_networks_and_addresses() -> None:
    allowed = addresses.networks(["10.1.0.0/16", "127.0.0.1", "fd00::/8", "intranet.example.org"])
    for address in ("10.1.2.3", "127.0.0.1", "fd12::1", "::ffff:10.1.2.3"):
        assert addresses.refuse(address, allowed) is None
    for address in ("10.2.0.1", "127.0.0.2", "fe80::1", "::ffff:10.2.0.1"):
        assert addresses.refuse(address, allowed) is not None


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_judged_alike_however_it_is_wrapped(address: IPv4Address) -> None:
    alone = addresses.refuse(str(address)) is None
    for wrapped in (f"::ffff:{address}", f"64:ff9b::{address}"):
        assert (addresses.refuse(wrapped) is None) == alone


@given(st.ip_addresses(v=4) | st.ip_addresses(v=6))
def test_nothing_that_python_knows_as_private_gets_through(
    address: IPv4Address | IPv6Address,
) -> None:
    if address.is_private and not str(address).startswith("64:ff9b::"):
        mapped = getattr(address, "ipv4_mapped", None)
        if mapped is None or mapped.is_private:
            assert addresses.refuse(str(address)) is not None
