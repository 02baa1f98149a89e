"""What every test can count on: no network, the shared postings where they are, and hypothesis under control."""

import ipaddress
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent

# "ci" gives the same examples on every run and every machine: a red build is never a matter of luck, and a slow
# machine fails no test. "dev" (HYPOTHESIS_PROFILE=dev) looks further, with new examples each time.
settings.register_profile("ci", derandomize=True, deadline=None, max_examples=60, database=None)
settings.register_profile("dev", deadline=None, max_examples=500, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


class NetworkRefused(AssertionError):
    """A test reached for the network. An assertion, so that no `except OSError` in our code swallows it."""


def is_local(address: object) -> bool:
    """Tell whether a socket address stays on this machine. A name that isn't an address counts as remote."""
    if not isinstance(address, tuple):  # a path: a Unix socket
        return True
    host = str(address[0])
    if host in {"", "localhost"}:
        return True
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Refuse every connection that would leave this machine, and every look-up of a name (it leaves as well)."""
    real_connect, real_connect_ex = socket.socket.connect, socket.socket.connect_ex
    real_sendto, real_getaddrinfo = socket.socket.sendto, socket.getaddrinfo

    def refuse(address: object) -> None:
        if not is_local(address):
            raise NetworkRefused(f"tests don't use the network, and this one tried {address!r}")

    def connect(self: socket.socket, address: Any) -> None:
        refuse(address)
        real_connect(self, address)

    def connect_ex(self: socket.socket, address: Any) -> int:
        refuse(address)
        return real_connect_ex(self, address)

    def sendto(self: socket.socket, data: Any, *rest: Any) -> int:
        refuse(rest[-1])
        return real_sendto(self, data, *rest)

    def getaddrinfo(host: Any, *rest: Any, **options: Any) -> Any:
        refuse((host or "",))
        return real_getaddrinfo(host, *rest, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect)
        patch.setattr(socket.socket, "connect_ex", connect_ex)
        patch.setattr(socket.socket, "sendto", sendto)
        patch.setattr(socket, "getaddrinfo", getaddrinfo)
        yield


@pytest.fixture(scope="session")
def shared_postings() -> Path:
    """Return the folder of real postings, which aren't ours to put in this repository; skip where it is absent.

    FITCHECK_SHARED names the folder that holds `postings/`.
    """
    folder = Path(os.environ.get("FITCHECK_SHARED", ROOT.parent / "shared")) / "postings"
    if not any(folder.glob("*.txt")):
        pytest.skip(f"no real postings in {folder}")
    return folder


@pytest.fixture(scope="session")
def posting_text(shared_postings: Path) -> Callable[[int], str]:
    """Return a loader of a real posting by its number: `posting_text(30661)`."""

    def load(number: int) -> str:
        (path,) = shared_postings.glob(f"{number}-*.txt")
        return path.read_text(encoding="utf-8")

    return load
