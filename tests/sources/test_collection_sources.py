"""Folders, lists, feeds, archives and Word files."""

from __future__ import annotations

import gzip
import io
import os
import zipfile
from datetime import date
from pathlib import Path

import pytest

import explore as ex

TEXT = "Xi Jinping arrived in Moscow on Monday, the Kremlin said. He will meet Vladimir Putin on Tuesday."


def read(source, **options):
    """Return the articles and the failures in a source."""
    found = list(ex.load_all(source, **options).items())
    return [f for f in found if isinstance(f, ex.Article)], [
        f for f in found if not isinstance(f, ex.Article)
    ]


def zipped(members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return data.getvalue()


def test_a_folder_is_read_in_the_order_of_names_with_what_is_in_it(tmp_path):
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "later.txt").write_text(TEXT + " The visit ends on Friday.")
    (tmp_path / "table.csv").write_text(f'title,text\nT,"{TEXT} He spoke."')
    (tmp_path / ".DS_Store").write_bytes(b"\0\0")
    articles, failures = read(tmp_path)
    names = [os.path.relpath(a.origin, tmp_path) for a in articles]
    assert names == ["b.txt", "table.csv, row 2", str(Path("a/later.txt"))]
    assert not failures


def test_what_is_no_article_in_a_folder_is_a_failure_and_the_rest_is_read(tmp_path):
    (tmp_path / "good.txt").write_text(TEXT)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (tmp_path / "russian.txt").write_text("Си Цзиньпин прибыл в Москву в понедельник, сообщил Кремль. " * 3)
    articles, failures = read(tmp_path)
    assert [a.text for a in articles] == [TEXT]
    assert [Path(f.source).name for f in failures] == ["empty.txt", "image.txt", "russian.txt"]
    assert all(f.reason and f.hint for f in failures)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes and links as on Unix")
def test_pipes_and_links_in_a_circle_are_failures(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "self").symlink_to("self")
    (tmp_path / "gone").symlink_to("nowhere")
    (tmp_path / "up").symlink_to("..", target_is_directory=True)
    (tmp_path / "back").symlink_to(".", target_is_directory=True)
    (tmp_path / "link.txt").symlink_to("real.txt")
    (tmp_path / "real.txt").write_text(TEXT)
    articles, failures = read(tmp_path)
    assert [Path(a.origin).name for a in articles] == ["link.txt", "real.txt"]
    assert [Path(f.source).name for f in failures] == ["gone", "pipe", "self", "up"]


def test_names_with_markup_and_leading_dashes_are_read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("-rf.txt", "<script>alert(1)<", "a\x1b[31m.txt"):
        (tmp_path / name).write_text(f"{TEXT} {name.encode().hex()}.")
    articles, failures = read("-rf.txt")
    assert len(articles) == 1
    assert not failures
    assert len(read(tmp_path)[0]) == 3


def test_the_same_text_under_another_headline_is_marked():
    records = [
        {"title": "Xi in Moscow", "text": TEXT},
        {"title": "Putin receives Xi", "text": TEXT.replace(".", " .")},
        {"title": "Xi in Moscow", "text": TEXT + " He stays."},
    ]
    warnings = [a.warnings for a in ex.load_all(records)]
    assert warnings == [(), ("the same text as record 0",), ()]


def test_a_list_may_hold_paths_records_and_articles(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    article = ex.Article.from_text("Sergei Lavrov will visit China on Monday.")
    sources = [
        tmp_path / "a.txt",
        article,
        {"text": TEXT + " He stays."},
        tmp_path / "none.txt",
        7,
        TEXT + "\n",
    ]
    articles, failures = read(iter(sources))
    assert len(articles) == 3
    assert "no such file" in failures[0].reason
    assert "no path, address" in failures[1].reason
    assert "a text, not the path" in failures[2].reason


@pytest.mark.parametrize("source", ["no/such/folder", "first line\nsecond line", None, 3.5, b"bytes", "a\0b"])
def test_a_source_that_is_none_is_an_error_at_once(source):
    with pytest.raises(ex.ExploreError):
        ex.load_all(source)


def test_a_collection_can_be_read_twice_and_keeps_its_failures(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text("")
    collection = ex.load_all(tmp_path)
    assert [len(list(collection)) for _ in range(2)] == [1, 1]
    assert collection.failures["reason"].tolist() == ["there is no text in it."]
    assert collection.expected() == 2


def test_a_folder_without_files_says_so(tmp_path):
    assert "no file in the folder" in read(tmp_path)[1][0].reason


def test_a_zip_archive_is_read_without_unpacking(tmp_path):
    path = tmp_path / "a.zip"
    inner = zipped({"deep.txt": TEXT + " It is deep."})
    members = {"x/a.txt": TEXT, "x/t.csv": f'title,text\nT,"{TEXT} He spoke."', "x/in.zip": inner}
    path.write_bytes(zipped({**members, "../../evil.txt": TEXT, "__MACOSX/x/._a.txt": "junk"}))
    articles, failures = read(path)
    assert [a.origin.removeprefix(f"{path}/") for a in articles] == [
        "x/a.txt",
        "x/in.zip/deep.txt",
        "x/t.csv, row 2",
    ]
    assert ["leads out of the archive" in f.reason for f in failures] == [True]
    assert not (tmp_path.parent / "evil.txt").exists()


def test_archives_that_unpack_to_far_more_are_refused(tmp_path):
    (tmp_path / "a.zip").write_bytes(zipped({"a.txt": b"a" * 120_000_000}))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b"a" * 120_000_000))
    nested = zipped({"a.txt": TEXT})
    for _ in range(5):
        nested = zipped({"a.zip": nested})
    (tmp_path / "c.zip").write_bytes(nested)
    articles, failures = read(tmp_path)
    assert not articles
    assert ["far more" in f.reason or "nested" in f.reason for f in failures] == [True] * 3


def test_a_damaged_member_costs_only_itself(tmp_path):
    data = bytearray(zipped({"a.txt": TEXT * 20, "b.txt": TEXT}))
    data[60:70] = b"\0" * 10
    (tmp_path / "a.zip").write_bytes(data)
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04 and nothing more")
    articles, failures = read(tmp_path)
    assert [a.text for a in articles] == [TEXT]
    assert all("damaged" in f.reason for f in failures)


def test_a_tar_archive_is_read(tmp_path):
    import tarfile

    path = tmp_path / "a.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        info = tarfile.TarInfo("news/a.txt")
        info.size = len(TEXT)
        archive.addfile(info, io.BytesIO(TEXT.encode()))
        link = tarfile.TarInfo("news/link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
        archive.addfile(link)
    articles, failures = read(path)
    assert [a.text for a in articles] == [TEXT]
    assert "a link" in failures[0].reason


def test_entries_of_a_feed_are_read(tmp_path):
    pytest.importorskip("feedparser")
    path = tmp_path / "feed.xml"
    path.write_text(
        f"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Wire</title>
        <item><title>Xi in Moscow</title><link>https://wire.example/xi</link>
        <pubDate>Mon, 20 Mar 2023 21:30:00 -0500</pubDate><description>&lt;p&gt;{TEXT}&lt;/p&gt;</description></item>
        </channel></rss>"""
    )
    (article,), _ = read(path)
    assert (article.source, article.url) == ("The Wire", "https://wire.example/xi")
    assert article.published == date(2023, 3, 20)
    assert "only a teaser" in article.warnings[0]


def test_a_feed_that_expands_itself_is_harmless(tmp_path):
    pytest.importorskip("feedparser")
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    path = tmp_path / "feed.rss"
    path.write_text(
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "lol">{entities}]><rss version="2.0"><channel>'
        f"<item><title>&e9;</title><description>{TEXT}</description></item></channel></rss>"
    )
    articles, failures = read(path)
    assert all(len(a.text) < 10_000 for a in articles)
    assert len(articles) + len(failures) == 1


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_pages_of_a_web_archive_are_read_and_pictures_passed_over(tmp_path, pack):
    pytest.importorskip("fastwarc")
    page = f"<html><title>Xi in Moscow</title><body><article><h1>Xi in Moscow</h1><p>{TEXT}</p><p>{TEXT[:57]}</p></article>"

    def record(kind, body):
        http = (
            f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()
        )
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://wire.example/xi\r\n"
            "WARC-Record-ID: <urn:uuid:6f1c5e7e-0000-0000-0000-000000000000>\r\nWARC-Date: 2023-03-20T00:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        return head.encode() + http + b"\r\n\r\n"

    path = tmp_path / "a.warc"
    path.write_bytes(pack(record("image/png", "no picture") + record("text/html; charset=utf-8", page)))
    (article,), failures = read(path)
    assert not failures
    assert TEXT in article.text
    assert article.url == "https://wire.example/xi"


def docx(paragraphs):
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in paragraphs)
    return zipped({"word/document.xml": f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>'})


def test_a_word_file_is_an_article(tmp_path):
    (tmp_path / "a.docx").write_bytes(
        docx(
            [
                "Xi arrives in Moscow for a state visit",
                *[f"{TEXT} It was day {n} of the visit." for n in range(6)],
            ]
        )
    )
    (article,), _ = read(tmp_path / "a.docx")
    assert article.title == "Xi arrives in Moscow for a state visit"
    assert article.text.count(TEXT) == 6


def test_a_nexis_export_is_parted_into_its_articles(tmp_path):
    def document(title, day):
        yield from (title, "The Paper (London)", f"{day} Monday 10:00 AM GMT")
        yield from (
            "Copyright 2023 The Paper All Rights Reserved",
            "Length: 18 words",
            "Byline: Ann Reporter",
            "Body",
        )
        yield from (f"{TEXT} {title}.", "The visit ends on Friday.", "Classification", "Language: ENGLISH")
        yield from (f"Load-Date: {day}", "End of Document")

    cover = ["User Name: Reader", "Documents (2)", "1. Xi in Moscow"]
    path = tmp_path / "export.docx"
    path.write_bytes(
        docx(
            [*cover, *document("Xi in Moscow", "March 20, 2023"), *document("Putin and Xi", "March 21, 2023")]
        )
    )
    articles, failures = read(path)
    assert not failures
    assert [a.title for a in articles] == ["Xi in Moscow", "Putin and Xi"]
    assert [a.published for a in articles] == [date(2023, 3, 20), date(2023, 3, 21)]
    assert {a.source for a in articles} == {"The Paper (London)"}
    assert articles[0].author == "Ann Reporter"
    assert articles[0].text.endswith("Xi in Moscow.\n\nThe visit ends on Friday.")
    assert any(f.text == "Language: ENGLISH" for f in articles[0].furniture)
