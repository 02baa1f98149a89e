"""The guard of conftest.py works: a test that could reach the network would prove nothing about a core that must not."""

import asyncio
import socket

import pytest

from tests.conftest import NetworkRefused, is_local


@pytest.mark.parametrize(
    ("address", "local"),
    [
        (("127.0.0.1", 80), True),
        (("127.8.8.8", 80), True),
        (("::1", 80, 0, 0), True),
        (("localhost", 80), True),
        (("", 0), True),
        ("/tmp/a.sock", True),  # noqa: S108 - a path to look at, nothing is made there
        (("192.0.2.1", 80), False),
        (("10.0.0.1", 80), False),
        (("0.0.0.0", 80), False),  # noqa: S104 - an address to look at, nothing is bound to it
        (("2001:db8::1", 80, 0, 0), False),
        (("localhost.example", 80), False),
    ],
)
def test_what_counts_as_this_machine(address: object, local: bool) -> None:
    assert is_local(address) is local


def test_a_connection_that_leaves_the_machine_is_refused() -> None:
    with socket.socket() as plain:
        with pytest.raises(NetworkRefused):
            plain.connect(("192.0.2.1", 80))
        with pytest.raises(NetworkRefused):
            plain.connect_ex(("192.0.2.1", 80))
    with socket.socket(type=socket.SOCK_DGRAM) as datagram, pytest.raises(NetworkRefused):
        datagram.sendto(b"x", ("192.0.2.1", 53))
    with pytest.raises(NetworkRefused):
        socket.create_connection(("fitcheck.invalid", 80), timeout=1)


async def test_asyncio_is_guarded_as_well() -> None:
    with pytest.raises(NetworkRefused):
        await asyncio.open_connection("192.0.2.1", 80)


async def test_this_machine_can_be_reached() -> None:
    async def greet(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"hoi")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(greet, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("localhost", port)
        assert await reader.read() == b"hoi"
        writer.close()
        await writer.wait_closed()
