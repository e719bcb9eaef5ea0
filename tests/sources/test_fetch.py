"""Pages by their addresses, from a server on this machine."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

import explore as ex
from explore.errors import SourceError
from explore.sources.fetch import fetch, is_public

SENTENCE = (
    "The foreign minister said on Monday that the talks with his counterpart in Beijing had been long. "
)
PAGE = (
    "<html><head><title>Ministers meet in Beijing</title></head><body><h1>Ministers meet in Beijing</h1><article>"
    + "".join(f"<p>{SENTENCE}They met {n} times, “briefly”.</p>" for n in range(5))
    + "</article></body></html>"
)


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        target = {
            "/moved": "/article",
            "/loop": "/loop",
            "/private": "http://10.0.0.1/secret",
            "/metadata": "http://169.254.169.254/latest/meta-data/",
            "/other-port": "http://127.0.0.1:9/",
            "/file": "file:///etc/passwd",
        }.get(self.path)
        if target:
            self._answer(302, b"", Location=target)
        elif self.path == "/gone":
            self._answer(404, b"not here")
        elif self.path == "/bomb":
            self._answer(200, gzip.compress(bytes(3_000_000)), **{"Content-Encoding": "gzip"})
        elif self.path == "/short":
            self._answer(200, PAGE.encode(), **{"Content-Length": str(len(PAGE.encode()) + 100)})
        elif self.path == "/drip":
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            for _ in range(100):
                self.wfile.write(b"X-Slow: 1\r\n")
                self.wfile.flush()
                time.sleep(0.1)
        else:
            self._answer(200, PAGE.encode("cp1252"), **{"Content-Type": "text/html; charset=windows-1252"})

    def _answer(self, status, data, **headers):
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(data))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server():
    serving = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    serving.handle_error = lambda *_: None
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{serving.server_port}"
    serving.shutdown()
    serving.server_close()


def test_an_article_is_fetched_in_the_charset_of_the_server(server):
    article = ex.load(f"{server}/article")
    assert article.title == "Ministers meet in Beijing"
    assert "“briefly”" in article.text
    assert article.url == f"{server}/article"


def test_a_redirect_on_the_same_server_is_followed(server):
    assert fetch(f"{server}/moved").url == f"{server}/article"


@pytest.mark.parametrize("path", ["/private", "/metadata", "/other-port"])
def test_a_redirect_into_a_network_is_refused(server, path):
    with pytest.raises(SourceError, match="inside this computer or its network"):
        fetch(server + path)


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f000001"])
def test_a_disguised_address_of_this_computer_is_refused(server, host):
    with pytest.raises(SourceError, match=r"inside this computer|could not be fetched"):
        fetch(server.replace("127.0.0.1", host))


def test_a_name_that_leads_into_a_network_is_refused(server, monkeypatch):
    # The resolver stands for a name server we do not own; the check and the connection are ours.
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda *_, **__: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.1.2.3", 80))],
    )
    with pytest.raises(SourceError, match=r"10\.1\.2\.3"):
        fetch("http://news.example/")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/gone", "404"),
        ("/loop", "redirects without end"),
        ("/file", "no http or https address"),
        ("/short", "broke off"),
    ],
)
def test_a_page_that_cannot_be_had_says_why(server, path, message):
    with pytest.raises(SourceError, match=message):
        fetch(server + path)


def test_a_bomb_is_not_unpacked(server):
    with pytest.raises(SourceError, match="larger than the limit"):
        fetch(f"{server}/bomb", largest=1_000_000)


def test_a_server_that_drips_is_left(server):
    with pytest.raises(SourceError, match="did not answer in time"):
        fetch(f"{server}/drip", seconds=0.5)


def test_no_server_there():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(SourceError, match="could not be fetched"):
        fetch(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    "url", ["http://", "http://[::1", "https://:0/", "http://a" + "b" * 80 + ".example/"]
)
def test_an_address_that_is_none(url):
    with pytest.raises(SourceError, match="no http or https address"):
        fetch(url)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "169.254.169.254",
        "::1",
        "fe80::1%eth0",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
    ],
)
def test_private_addresses_are_known(address):
    assert not is_public(address)
