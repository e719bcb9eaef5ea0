"""Fetch a page: http(s) only, bounded in size and time, never from a private network by surprise."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from explore.errors import error

if TYPE_CHECKING:
    from urllib.parse import SplitResult

LARGEST = 20_000_000
_SECONDS = 30.0
_SILENCE = 10.0
_REDIRECTS = 5
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; explore-articles; reads one page for its user)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Language": "en",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent: the bytes, the address they came from at last, the charset it named."""

    data: bytes
    url: str
    charset: str | None


def fetch(url: str, allow_private: bool = False, seconds: float = _SECONDS, largest: int = LARGEST) -> Page:
    """Return the page at an address.

    Parameters
    ----------
    url : str
    allow_private : bool
        False refuses addresses of this machine and its network, also behind a redirect.
    seconds : float
        The longest the whole may take.
    largest : int
        The most bytes to read, unpacked.

    Raises
    ------
    SourceError
        If the page cannot be had, and why.
    """
    deadline = time.monotonic() + seconds
    at = url
    for _ in range(_REDIRECTS + 1):
        response, connection = _request(at, url, allow_private, deadline)
        try:
            target = response.getheader("Location")
            if response.status in (301, 302, 303, 307, 308) and target:
                at = urljoin(at, target)
                continue
            if response.status >= 400:
                raise error("refused", url, status=response.status, phrase=response.reason[:60])
            return Page(_read(response, url, deadline, largest), at, response.msg.get_content_charset())
        finally:
            connection.close()
    raise error("redirects", url)


def _request(
    at: str, url: str, allow_private: bool, deadline: float
) -> tuple[http.client.HTTPResponse, http.client.HTTPConnection]:
    parts = _split(at, url)
    left = max(0.1, min(_SILENCE, deadline - time.monotonic()))
    try:
        connection = _connection(parts, _resolved(parts, url, allow_private), left)
        path = quote(urlunsplit(("", "", parts.path or "/", parts.query, "")), safe="/%:=&?~#+!$,;'@()*[]")
        host = (parts.hostname or "").encode("idna").decode("ascii")
        headers = _HEADERS | {"Host": host if parts.port is None else f"{host}:{parts.port}"}
        connection.request("GET", path, headers=headers)
        return connection.getresponse(), connection
    except TimeoutError:
        raise error("slow", url) from None
    except (OSError, http.client.HTTPException, UnicodeError) as why:
        reason = getattr(why, "strerror", None) or type(why).__name__
        raise error("offline", url, why=reason) from None


def _split(at: str, url: str) -> SplitResult:
    try:
        parts = urlsplit(at)
        port = parts.port
    except ValueError:
        raise error("bad_address", url) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise error("bad_address", url)
    return parts


def _resolved(parts: SplitResult, url: str, allow_private: bool) -> str:
    """Return the numeric address to connect to; connecting to it, not to the name, keeps it the one checked."""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not allow_private and not all(_is_public(address) for address in found):
        raise error("private", url)
    return found[0]


def _is_public(address: str) -> bool:
    number = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(number, "ipv4_mapped", None) or getattr(number, "sixtofour", None)
    return number.is_global and not number.is_multicast and (inner is None or inner.is_global)


def _connection(parts: SplitResult, address: str, timeout: float) -> http.client.HTTPConnection:
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    connection = http.client.HTTPConnection(host, port, timeout=timeout)
    plain = socket.create_connection((address, port), timeout=timeout)
    if parts.scheme == "https":
        try:
            plain = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        except BaseException:
            plain.close()
            raise
    connection.sock = plain
    return connection


def _read(response: http.client.HTTPResponse, url: str, deadline: float, largest: int) -> bytes:
    """Read a body piece by piece, so that neither a slow server nor a zip bomb outgrows the bounds."""
    unpack = zlib.decompressobj(31) if response.getheader("Content-Encoding", "").lower() == "gzip" else None
    data = bytearray()
    try:
        while chunk := response.read1(65_536):
            if time.monotonic() > deadline:
                raise error("slow", url)
            data += unpack.decompress(chunk, largest + 1 - len(data)) if unpack else chunk
            if len(data) > largest:
                raise error("too_large", url, limit=f"{largest // 1_000_000} MB")
    except TimeoutError:
        raise error("slow", url) from None
    except (OSError, http.client.HTTPException, zlib.error) as why:
        raise error("offline", url, why=type(why).__name__) from None
    return bytes(data)
