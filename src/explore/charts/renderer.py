"""How a chart shows itself: live in JupyterLab with no network, a still elsewhere, the same bytes twice."""

from __future__ import annotations

import base64
import struct
import zlib
from typing import Any

import altair as alt
import vl_convert as vlc

# What JupyterLab 4 draws by itself: it bundles Vega-Lite 5.
MIME = "application/vnd.vegalite.v5+json"
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
VEGALITE = "6.4"
SCALE = 2.0

Bundle = tuple[dict[str, Any], dict[str, Any]]


def render(spec: dict[str, Any], **_: object) -> Bundle:
    """Return a chart as the bundle a notebook stores.

    Returns
    -------
    data, metadata : dict
        The specification (JupyterLab draws it), a still (GitHub shows it, JupyterLab leaves the file
        alone because it is there) and the chart in words. Never text/html, which would win over both.
    """
    png = still(spec)
    width, height = (round(int.from_bytes(png[at : at + 4], "big") / SCALE) for at in (16, 20))
    data = {
        MIME: {**spec, "$schema": SCHEMA},
        "image/png": base64.b64encode(png).decode(),
        "text/plain": spec.get("description", "chart"),
    }
    return data, {
        MIME: {"embed_options": {"actions": False, "renderer": "svg"}},
        "image/png": {"width": width, "height": height},
    }


def still(spec: dict[str, Any]) -> bytes:
    """Return a chart's specification drawn as a small PNG, twice the size for sharp screens."""
    return recompress(vlc.vegalite_to_png(spec, vl_version=VEGALITE, scale=SCALE))


def recompress(png: bytes) -> bytes:
    """Return the same picture in fewer bytes: the image data packed again, as hard as zlib can.

    A PNG is a signature and chunks of length, name, data and checksum (RFC 2083).
    """
    head, tail = [png[:8]], list[bytes]()
    body, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        name, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        if name == b"IDAT":
            body += data
        else:
            (tail if body else head).append(_chunk(name, data))
        at += 12 + length
    return b"".join([*head, _chunk(b"IDAT", zlib.compress(zlib.decompress(body), 9)), *tail])


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def enable() -> None:
    """Make this the way Altair shows charts in this process."""
    alt.renderers.register("explore", render)
    alt.renderers.enable("explore")
