"""TimeML: valid, with the text unchanged and the day of publication in DCT."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import explore as ex

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

from explore.dates import to_timeml

TEXT = "Wang & Lavrov <both> met on April 8 and 9, for two hours, every day.\x0b"


def test_text_and_attributes(dated: Callable[..., Doc]) -> None:
    root = ET.fromstring(to_timeml(dated(TEXT)))
    assert root.tag == "TimeML"
    assert "".join(root.find("TEXT").itertext()) == TEXT.replace("\x0b", " ")
    tags = root.findall("TEXT/TIMEX3")
    assert [tag.get("type") for tag in tags] == ["DATE", "DATE", "DURATION", "SET"]
    for tag in tags:
        assert re.fullmatch(r"t\d+", tag.get("tid"))
        assert tag.get("value")
        assert tag.get("functionInDocument") == "NONE"
    assert len({tag.get("tid") for tag in root.iter("TIMEX3")}) == 5


def test_dct(dated: Callable[..., Doc]) -> None:
    dct = ET.fromstring(to_timeml(dated(TEXT))).find("DCT/TIMEX3")
    assert (dct.get("tid"), dct.get("value"), dct.get("functionInDocument")) == (
        "t0",
        "2024-04-08",
        "CREATION_TIME",
    )
    assert ET.fromstring(to_timeml(dated(TEXT, None))).find("DCT/TIMEX3") is None


def test_of_a_reading() -> None:
    reading = ex.read(ex.Article.from_text("The envoys met in May 2023."))
    assert 'value="2023-05"' in reading.to_timeml()
