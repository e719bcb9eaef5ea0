"""Whatever is thrown at `load`: the right article, or one clear error that says what to try."""

from __future__ import annotations

import os

import pytest

import explore as ex
from explore.errors import SourceError

SENTENCE = (
    "The foreign minister said on Monday that the talks with his counterpart in Beijing had been long. "
)
ARTICLE = "Ministers meet in Beijing\n\n" + "\n\n".join(
    SENTENCE * 2 + f"They met {n} times." for n in range(4)
)


@pytest.fixture
def load(tmp_path):
    def read(data, name="article.txt", **options):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return ex.load(path, **options)

    return read


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\0\0\0\0", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_nothing_in_it(load, data):
    with pytest.raises(SourceError, match=r"no text|no words"):
        load(data)


@pytest.mark.parametrize(
    ("data", "name", "what"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "article.txt", "a PNG image"),
        (b"\x89PNG", "start.txt", "a PNG image"),
        (b"%!PS-Adobe-3.0\n0 0 moveto", "page.txt", "a PostScript file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(200), "article.doc", "an old Word"),
        (bytes(range(256)) * 20, "random.txt", "a binary file"),
    ],
)
def test_what_is_no_text_is_named(load, data, name, what):
    with pytest.raises(SourceError, match=what):
        load(data, name)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_the_encoding_is_found(load, encoding):
    text = ARTICLE + "\n\n“It wasn’t easy,” he said. “It wasn’t short.”"
    assert load(text.encode(encoding)).text == text


def test_a_charset_that_lies_is_not_believed(load):
    page = f'<html><head><meta charset="iso-8859-2"><title>T</title></head><body><p>“{SENTENCE}”</p></body></html>'
    assert f"“{SENTENCE}".strip() in load(page, "page.html").text


def test_garbled_characters_are_mended(load):
    article = load((ARTICLE + "\n\nIt wasnâ€™t easy â€“ it wasnâ€™t short, he said.").encode())
    assert article.text.endswith("It wasn’t easy – it wasn’t short, he said.")
    assert "garbled" in article.warnings[0]


def test_characters_that_nobody_sees_are_removed(load):
    hidden = (
        ARTICLE.replace("minister", "min\u200bis\u00adter")
        .replace("talks", "\u202etalks\u202c")
        .replace("long", "lo\0ng")
    )
    assert load("\ufeff" + hidden).text == ARTICLE


def test_newlines_of_all_systems_are_one(load):
    assert load(ARTICLE.replace("\n\n", "\r\n\r\n", 2).replace("\n\n", "\r\r")).text == ARTICLE


def test_colours_of_a_terminal_are_removed(load):
    assert "\x1b" not in load(ARTICLE.replace("minister", "\x1b[31mminister\x1b[0m\x1b]0;title\x07")).text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("Chinese", "俄罗斯外交部长将于星期一和星期二访问中国,双方将讨论双边关系和国际问题。"),
        ("Japanese", "ロシアの外相は月曜日と火曜日に中国を訪問し、二国間関係について協議する予定です。"),
        (
            "Russian",
            "Министр иностранных дел России посетит Китай с официальным визитом в понедельник и вторник.",
        ),
        ("Arabic", "يزور وزير الخارجية الروسي الصين يومي الاثنين والثلاثاء لإجراء محادثات مع نظيره."),
        (
            "French",
            "Le ministre russe des Affaires étrangères est attendu en Chine lundi et mardi pour une visite officielle.",
        ),
        (
            "German",
            "Der russische Außenminister wird am Montag und Dienstag zu einem offiziellen Besuch in China erwartet.",
        ),
        (
            "Spanish",
            "El ministro de Asuntos Exteriores de Rusia visitará China el lunes y el martes para hablar con su homólogo.",
        ),
    ],
)
def test_another_language_is_refused_by_its_name(load, language, text):
    with pytest.raises(SourceError, match=language):
        load(f"{text}\n\n{text}\n")


def test_foreign_names_do_not_make_a_text_foreign(load):
    assert (
        "习近平"
        in load(
            ARTICLE + "\n\nXi Jinping (习近平) met Сергей Лавров, the minister, on Tuesday in Beijing."
        ).text
    )


def test_one_long_line_is_too_large(load):
    with pytest.raises(SourceError, match="larger than the limit"):
        load(SENTENCE * 12_000)


def test_a_file_too_large_is_not_read(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(SourceError, match="20 MB"):
        ex.load(path)


def test_a_word_without_end_is_data(load):
    with pytest.raises(SourceError, match="word of more than"):
        load("a" * 200_000)


def test_ten_thousand_quotation_marks(load):
    assert load(ARTICLE + "\n\n" + "“No.” " * 10_000 + SENTENCE).text.startswith("Ministers meet")


@pytest.mark.parametrize("opening", ["<b><i>", "<div><font>"])
def test_a_page_of_any_depth_is_read(load, opening):
    body = "".join(f"<p>{p}</p>" for p in ARTICLE.split("\n\n")[1:])
    page = f"<html><title>Ministers meet</title><body>{opening * 5_000}{body}</body></html>"
    assert "They met 3 times." in load(page, "deep.html").text


def test_a_page_of_tags_alone_is_no_article(load):
    with pytest.raises(SourceError, match="no article"):
        load("<html><body>" + "<div>" * 100_000, "deep.html")


@pytest.mark.parametrize("piece", ["<span>a</span>", "<div>a</div>"])
def test_a_page_with_a_flood_of_tags_is_read(load, piece):
    body = "".join(f"<p>{p}</p>" for p in ARTICLE.split("\n\n")[1:])
    page = f"<html><title>Ministers meet</title><body><div>{piece * 26_000}</div>{body}</body></html>"
    assert "They met 3 times." in load(page, "flood.html").text


def test_a_deep_page_is_read(load):
    body = "".join(f"<p>{p}</p>" for p in ARTICLE.split("\n\n")[1:])
    page = (
        "<html><title>Ministers meet</title><body>" + "<div>" * 400 + body + "</div>" * 400 + "</body></html>"
    )
    assert ARTICLE.partition("\n\n")[2] in load(page, "deep.html").text


@pytest.mark.parametrize(
    "entity",
    [
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY e "&b;&b;&b;">',
        '<!ENTITY e SYSTEM "file:///etc/passwd">',
    ],
)
def test_entities_of_a_page_are_not_followed(load, entity):
    body = "".join(f"<p>{p}</p>" for p in ARTICLE.split("\n\n")[1:])
    page = f'<?xml version="1.0"?><!DOCTYPE html [{entity}]><html><body>{body}<p>See &e; {SENTENCE}</p></body></html>'
    text = load(page, "page.html").text
    assert "root:" not in text
    assert "haha" not in text


def test_a_file_that_is_not_there():
    with pytest.raises(SourceError, match="no such file"):
        ex.load("nowhere/article.txt")


def test_a_text_is_not_taken_for_a_path():
    with pytest.raises(SourceError, match="from_text"):
        ex.load(ARTICLE)


def test_a_folder_is_for_load_all(tmp_path):
    with pytest.raises(SourceError, match="load_all"):
        ex.load(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SourceError, match="a pipe"):
        ex.load(tmp_path / "pipe")


def test_links_that_lead_nowhere(tmp_path):
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "dangling").symlink_to(tmp_path / "gone")
    with pytest.raises(SourceError, match=r"cannot be read|no such file"):
        ex.load(tmp_path / "loop")
    with pytest.raises(SourceError, match="a link to a file that is not there"):
        ex.load(tmp_path / "dangling")


@pytest.mark.parametrize(
    "name", ["-rf.txt", "<img src=x onerror=alert(1)>.txt", "a\x1b[31mb.txt", "=1+2.txt"]
)
def test_odd_names_are_only_names(load, name):
    assert load(ARTICLE, name).title == "Ministers meet in Beijing"
    with pytest.raises(SourceError) as failed:
        load(b"", name)
    assert "\x1b" not in str(failed.value)


def test_an_encoding_told_wrong_is_said(load):
    with pytest.raises(SourceError, match="no text encoding called 'klingon'"):
        load(ARTICLE, encoding="klingon")
    with pytest.raises(SourceError, match="its bytes are not"):
        load(ARTICLE.encode("utf-16"), encoding="ascii")


def test_markup_in_a_text_stays_text(load):
    article = load(
        ARTICLE + "\n\nHe wrote &lt;script&gt;alert(1)&lt;/script&gt; on the board, and the class laughed."
    )
    assert "<script>alert(1)</script>" in article.text
    assert "<script" not in article._repr_html_()


def test_a_drawing_is_no_article(load):
    with pytest.raises(SourceError, match="no article"):
        load('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', "drawing.svg")
