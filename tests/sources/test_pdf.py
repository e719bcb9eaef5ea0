"""PDF files: paragraphs joined again, what every page repeats cut."""

from __future__ import annotations

import io

import pytest

import explore as ex
from explore.errors import SourceError

pypdf = pytest.importorskip("pypdf")

LINES = [
    "Foreign ministers of the two countries met in Ankara on Thursday and",
    "agreed to reopen the border for trade, officials on both sides said",
    "after four hours of talks.",
    "The border was closed when a quarrel about water from a dam in the",
    "mountains ended in shots, and villages on both sides of it lost their",
    "markets.",
]


def pdf(pages):
    """Return a PDF with these lines on its pages."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        drawn = "BT /F1 11 Tf 14 TL 60 760 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode())
    start = out.tell()
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode())
    out.write(f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode())
    return out.getvalue()


@pytest.fixture
def load(tmp_path):
    def read(data):
        (tmp_path / "article.pdf").write_bytes(data)
        return ex.load(tmp_path / "article.pdf")

    return read


def test_lines_are_joined_to_paragraphs(load):
    assert load(pdf([LINES])).text.split("\n\n") == [" ".join(LINES[:3]), " ".join(LINES[3:])]


def test_running_heads_and_page_numbers_are_cut_and_listed(load):
    head = "The Example Post, page "
    article = load(pdf([[head + "1", *LINES[:3]], [head + "2", *LINES[3:]]]))
    assert "Example Post" not in article.text
    assert [(f.text, f.reason) for f in article.furniture] == [(head + "1", "stands on every page")]


def test_pictures_of_text_are_said(load):
    with pytest.raises(SourceError, match="its pages are pictures"):
        load(pdf([[]]))


def test_a_damaged_file_is_said(load):
    with pytest.raises(SourceError, match="damaged PDF"):
        load(b"%PDF-1.7\nnothing follows")
