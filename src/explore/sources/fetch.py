"""Fetch a page: http(s) only, bounded in size and time, never from a private network by surprise."""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from explore.errors import ExploreError, error

if TYPE_CHECKING:
    from types import TracebackType
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
_IPV4_IN_IPV6 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent: the bytes, the address they came from at last, the charset it named."""

    data: bytes
    url: str
    charset: str | None


@dataclass(frozen=True, slots=True)
class _Bounds:
    """What one fetch may take: the address as the user wrote it, when to stop, how much to read."""

    url: str
    deadline: float
    largest: int

    def left(self) -> float:
        return self.deadline - time.monotonic()


def fetch(url: str, seconds: float = _SECONDS, largest: int = LARGEST) -> Page:
    """Return the page at an address.

    A server of this computer or its network is read only where the user wrote its number (or
    localhost): a name or a redirect that leads there is refused.

    Parameters
    ----------
    url : str
    seconds : float
        The longest the whole may take.
    largest : int
        The most bytes to read, unpacked.

    Raises
    ------
    SourceError
        If the page cannot be had, and why.
    """
    bounds = _Bounds(url, time.monotonic() + seconds, largest)
    own = _split(url, url)
    at = url
    for _ in range(_REDIRECTS + 1):
        parts = _split(at, url)
        same = _server(parts) == _server(own)
        with _Exchange(parts, bounds, may_be_private=same and _is_local_as_written(parts)) as exchange:
            response = exchange.response
            target = response.getheader("Location")
            if response.status in (301, 302, 303, 307, 308) and target:
                # Headers come as Latin-1; addresses in them are often UTF-8.
                at = urljoin(at, target.encode("latin-1", "replace").decode("utf-8", "replace"))
                continue
            if response.status >= 400:
                raise error("refused", url, status=response.status, phrase=response.reason[:60])
            return Page(exchange.read(), at, response.msg.get_content_charset())
    raise error("redirects", url)


def _split(at: str, url: str) -> SplitResult:
    try:
        parts = urlsplit(at)
        port = parts.port
        (parts.hostname or "").encode("idna")
    except ValueError:
        raise error("bad_address", url) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise error("bad_address", url)
    return parts


def _server(parts: SplitResult) -> tuple[str, int]:
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)


def _is_local_as_written(parts: SplitResult) -> bool:
    """Say whether an address names its server by number, or as this computer."""
    host = (parts.hostname or "").partition("%")[0]
    try:
        return not ipaddress.ip_address(host).is_link_local
    except ValueError:
        return host == "localhost"


def is_public(address: str) -> bool:
    """Say whether a numeric address is one of the open internet.

    >>> is_public("8.8.8.8"), is_public("169.254.169.254"), is_public("::ffff:10.0.0.1")
    (True, False, False)
    """
    number = ipaddress.ip_address(address.partition("%")[0])
    inner: ipaddress.IPv4Address | None = None
    if isinstance(number, ipaddress.IPv6Address):
        inner = number.ipv4_mapped or number.sixtofour or (number.teredo or (None, None))[1]
        if number in _IPV4_IN_IPV6:
            inner = ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
        if number.ipv4_mapped:
            return inner is not None and inner.is_global
    return number.is_global and not number.is_multicast and (inner is None or inner.is_global)


class _Exchange:
    """One request and its answer, ended for good when the time is up, however slowly it drips."""

    def __init__(self, parts: SplitResult, bounds: _Bounds, may_be_private: bool) -> None:
        self._parts, self._bounds, self._may_be_private = parts, bounds, may_be_private
        self._socket: socket.socket | None = None
        self._alarm: threading.Timer | None = None
        self._response: http.client.HTTPResponse | None = None

    def __enter__(self) -> Self:
        try:
            self._connect()
            self._ask()
        except ExploreError:
            self._close()
            raise
        except (OSError, http.client.HTTPException, ValueError) as why:
            self._close()
            raise self._failed(why) from None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def _connect(self) -> None:
        """Connect to the numeric address that was checked, not to the name: it cannot change between."""
        host, port = _server(self._parts)
        name = host.encode("idna").decode("ascii")
        found = [str(info[4][0]) for info in socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)]
        for address in found:
            if not is_public(address) and not self._may_be_private:
                raise error("private", self._bounds.url, address=address)
        for address in dict.fromkeys(found):
            try:
                patience = max(0.1, min(_SILENCE, self._bounds.left()))
                self._socket = socket.create_connection((address, port), timeout=patience)
                break
            except OSError:
                if address == found[-1]:
                    raise
        self._alarm = threading.Timer(max(0.1, self._bounds.left()), self._stop)
        self._alarm.daemon = True
        self._alarm.start()

    def _ask(self) -> None:
        host, port = _server(self._parts)
        name = host.encode("idna").decode("ascii")
        connection = http.client.HTTPConnection(name, port)
        connection.sock = self._socket
        if self._parts.scheme == "https" and self._socket is not None:
            connection.sock = ssl.create_default_context().wrap_socket(self._socket, server_hostname=name)
            self._socket = connection.sock
        path = urlunsplit(("", "", self._parts.path or "/", self._parts.query, ""))
        shown = f"[{name}]" if ":" in name else name
        headers = _HEADERS | {"Host": shown if self._parts.port is None else f"{shown}:{port}"}
        connection.request("GET", quote(path, safe="/%:=&?~#+!$,;'@()*[]"), headers=headers)
        self._response = connection.getresponse()

    @property
    def response(self) -> http.client.HTTPResponse:
        """The answer; there is one inside the `with` block."""
        if self._response is None:
            raise error("offline", self._bounds.url, why="the server said nothing")
        return self._response

    def read(self) -> bytes:
        """Read a body piece by piece, so that neither a slow server nor a zip bomb outgrows the bounds."""
        packed = self.response.getheader("Content-Encoding", "").lower() in ("gzip", "x-gzip")
        unpack = zlib.decompressobj(31) if packed else None
        data = bytearray()
        try:
            while chunk := self.response.read1(65_536):
                data += unpack.decompress(chunk, self._bounds.largest + 1 - len(data)) if unpack else chunk
                if len(data) > self._bounds.largest:
                    raise error(
                        "too_large", self._bounds.url, limit=f"{self._bounds.largest // 1_000_000} MB"
                    )
                if self._bounds.left() <= 0:
                    raise error("slow", self._bounds.url)
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as why:
            raise self._failed(why) from None
        if self._bounds.left() <= 0:
            raise error("slow", self._bounds.url)
        if self.response.length:
            raise error("offline", self._bounds.url, why="the connection broke off")
        return bytes(data)

    def _failed(self, why: Exception) -> ExploreError:
        if isinstance(why, TimeoutError) or self._bounds.left() <= 0:
            return error("slow", self._bounds.url)
        return error("offline", self._bounds.url, why=_reason(why))

    def _stop(self) -> None:
        if self._socket is not None:
            with contextlib.suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def _close(self) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
        if self._response is not None:
            self._response.close()
        if self._socket is not None:
            self._socket.close()


def _reason(why: Exception) -> str:
    if isinstance(why, socket.gaierror):
        return "no server of this name was found"
    if isinstance(why, ssl.SSLError):
        return "the server cannot prove who it is"
    if isinstance(why, OSError) and why.strerror:
        return why.strerror.lower()
    return (
        "the server does not speak HTTP" if isinstance(why, http.client.HTTPException) else type(why).__name__
    )
