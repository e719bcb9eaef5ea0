"""A file made to hold many articles, loaded as one: the article in it, or a word that there are more."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

import explore as ex
from explore.errors import SourceError
from explore.sources import holds_many

TEXT = "The foreign minister said on Monday that the talks in Ankara had been long and useful. " * 3
RECORD = {"title": "Talks in Ankara", "text": TEXT, "date": "2024-04-09"}


def word(*paragraphs):
    out = io.BytesIO()
    body = "".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in paragraphs)
    with zipfile.ZipFile(out, "w") as archive:
        name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{name}"><w:body>{body}</w:body></w:document>'
        )
    return out.getvalue()


@pytest.fixture
def file(tmp_path):
    def write(name, data):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return write


def test_a_word_file_is_an_article(file):
    path = file("talks.docx", word("Talks in Ankara", TEXT))
    assert ex.load(path).title == "Talks in Ankara"
    assert not holds_many(path)


def test_a_file_of_one_record_is_its_article(file):
    article = ex.load(file("talks.json", json.dumps([RECORD])), published="2024-04-10")
    assert (article.title, str(article.published), article.published_from) == (
        "Talks in Ankara",
        "2024-04-10",
        "given",
    )


def test_a_file_of_many_says_so(file):
    path = file("talks.jsonl", "\n".join(json.dumps(RECORD | {"title": f"Talks {n}"}) for n in range(3)))
    with pytest.raises(SourceError, match="more than one article"):
        ex.load(path)
    assert holds_many(path)


def test_a_table_without_text_is_named(file):
    with pytest.raises(SourceError, match="no column is known to hold the text"):
        ex.load(file("numbers.csv", "a,b\n1,2\n"))


@pytest.mark.parametrize("source", [None, 5, b"The ministers met.", ["a.txt"]])
def test_what_is_no_path_is_said(source):
    with pytest.raises(SourceError, match="no path"):
        ex.read(source)


def test_a_text_in_place_of_a_path_is_said():
    with pytest.raises(SourceError, match="this is a text"):
        ex.load(TEXT)


def test_bytes_in_place_of_a_text_are_said():
    with pytest.raises(SourceError, match="no text"):
        ex.Article.from_text(b"The ministers met.")
