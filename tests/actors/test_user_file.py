"""A user's own people: one CSV file that adds to the tables or corrects them."""

from __future__ import annotations

import os
from datetime import date

import pytest

import explore as ex
from explore.errors import KnowledgeError
from explore.language import load_language

HEADER = "name,id,aliases,gender,country,office,start,end\n"


@pytest.fixture
def table(tmp_path):
    """Write a table of people and return its path."""

    def write(text, name="mine.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def names(text, path):
    reading = ex.read(ex.Article.from_text(text), actors=path)
    return list(reading.actors["name"])


def test_an_added_officeholder_is_found_by_name_and_by_office(table):
    path = table(HEADER + "Ada Morrow,X1,A. Morrow,f,Portugal,foreign minister,2024-01,\n")
    article = ex.Article.from_text(
        "The Portuguese foreign minister spoke. Morrow left.", published=date(2024, 5, 17)
    )
    reading = ex.read(article, actors=path)
    assert list(reading.mentions["name"]) == ["Ada Morrow", "Ada Morrow"]


def test_an_alias_is_the_person(table):
    path = table("name,aliases\nAda Morrow,Lady Doorstep\n")
    assert names("Lady Doorstep spoke in Lisbon.", path) == ["Ada Morrow"]


def test_a_name_can_be_corrected(table):
    path = table("name,id\nVolodymyr Zelenskyy,Q3874799\n")
    assert names("Volodymyr Zelensky spoke in Kyiv.", path) == ["Volodymyr Zelenskyy"]


def test_an_office_can_be_corrected(table):
    path = table(HEADER + "Ivan Petrov,,,m,RUS,president,2030-01-01,\n")
    article = ex.Article.from_text("The Russian president spoke.", published=date(2031, 5, 17))
    mentions = ex.read(article, actors=path).mentions
    assert list(mentions["name"]) == ["Ivan Petrov"]


def test_an_office_of_an_organisation(table):
    path = table(HEADER + "Eva Holm,,,f,NATO,secretary general,2031,\n")
    article = ex.Article.from_text("The NATO secretary general spoke.", published=date(2031, 5, 17))
    assert list(ex.read(article, actors=path).mentions["name"]) == ["Eva Holm"]


def test_the_component_takes_the_file_as_a_setting(table):
    nlp = load_language()
    nlp.add_pipe("explore_actors", config={"knowledge": table("name,aliases\nAda Morrow,Lady Doorstep\n")})
    assert [a.name for a in nlp("Lady Doorstep spoke in Lisbon.")._.actors] == ["Ada Morrow"]


def test_a_file_that_was_saved_again_is_read_again(table):
    path = table("name,aliases\nAda Morrow,Lady Doorstep\n")
    assert names("Lady Doorstep spoke.", path) == ["Ada Morrow"]
    table("name,aliases\nAda Berg,Lady Doorstep\n")
    os.utime(path, (1, 1))
    assert names("Lady Doorstep spoke.", path) == ["Ada Berg"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("who,what\nAda,minister\n", "columns"),
        ("name,shoe_size\nAda Morrow,38\n", "columns"),
        ("name,country\nAda Morrow,Atlantis\n", "row 2: 'Atlantis'"),
        ("name,start\nAda Morrow,last May\n", "row 2"),
        ("name,country\n,Portugal\n", "row 2: the name is empty"),
        ("name,country\nAda Morrow\n", "row 2"),
        ("name,start\nAda Morrow,2024-13\n", "row 2: a day"),
        ("name,name\nAda,Morrow\n", "columns"),
        ("name,office\nAda Morrow,president\n", "row 2: an office needs"),
        ("name,gender\nAda Morrow,x\n", "row 2: the gender"),
        ("name,start,end\nAda Morrow,2025,2024\n", "row 2: the office ends"),
        ("name,country\nAda Morrow,Portugal\nAda Morrow,Portugal\n", "row 3: it says of Ada Morrow"),
        ("", "columns"),
    ],
)
def test_a_bad_file_is_one_clear_error(table, text, says):
    with pytest.raises(KnowledgeError, match=says):
        ex.read(ex.Article.from_text("Ada spoke."), actors=table(text))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(KnowledgeError, match=r"none\.csv"):
        ex.read(ex.Article.from_text("Ada spoke."), actors=tmp_path / "none.csv")


def test_a_file_that_is_no_text_is_named(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_bytes(b"\xff\xfe\x00name")
    with pytest.raises(KnowledgeError, match="UTF-8"):
        ex.read(ex.Article.from_text("Ada spoke."), actors=path)


@pytest.mark.parametrize(
    "text", ["name;aliases\nAda Morrow;Lady Doorstep\n", "name\taliases\nAda Morrow\tLady Doorstep\n"]
)
def test_a_table_with_semicolons_or_tabs_is_read(table, text):
    assert names("Lady Doorstep spoke in Lisbon.", table(text)) == ["Ada Morrow"]
