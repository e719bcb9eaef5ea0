"""Records of tables and dumps, whatever they are called, parted and encoded."""

from __future__ import annotations

import gzip
import json
from datetime import date

import pandas as pd
import pytest

import explore as ex

TEXT = "Xi Jinping arrived in Moscow on Monday, the Kremlin said. He will meet Vladimir Putin on Tuesday."


def read(path, **options):
    """Return the articles and the failures in a file."""
    found = list(ex.load_all(path, **options).items())
    return [f for f in found if isinstance(f, ex.Article)], [
        f for f in found if not isinstance(f, ex.Article)
    ]


def write(folder, name, text, encoding="utf-8"):
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_separator_and_encoding_of_a_table_are_found_out(tmp_path, separator, encoding):
    rows = [["Headline", "Full Text", "pubDate"], ["A “no limits” day", f'"{TEXT}"', "2023-03-20"]]
    path = write(tmp_path, "news.csv", "\n".join(separator.join(row) for row in rows), encoding)
    (article,), failures = read(path)
    assert not failures
    assert article.title == "A “no limits” day"
    assert article.published == date(2023, 3, 20)
    assert article.text.endswith(TEXT)
    assert article.origin == f"{path}, row 2"


def test_excels_sep_line_and_blank_lines_are_passed_over(tmp_path):
    (article,), failures = read(write(tmp_path, "n.csv", f'sep=;\r\n\r\ntitle;text\r\n\r\nXi;"{TEXT}"\r\n'))
    assert not failures
    assert article.title == "Xi"


def test_a_quotation_mark_that_is_never_closed_costs_one_row(tmp_path):
    rows = ["title,text", 'A,"It never ends', *(f'T{n},"{TEXT} It is {n}."' for n in range(40))]
    articles, failures = read(write(tmp_path, "n.csv", "\n".join(rows)))
    assert [a.title for a in articles] == [f"T{n}" for n in range(40)]
    assert [f.source.rpartition(", ")[2] for f in failures] == ["row 2"]


def test_bare_quotation_marks_in_a_cell_are_kept(tmp_path):
    path = write(tmp_path, "n.csv", 'title,text\nA,"The Kremlin said "no" to the visit on Monday."\n')
    (article,), failures = read(path)
    assert not failures
    assert '"no"' in article.text


def test_a_row_with_too_many_cells_is_a_failure(tmp_path):
    articles, failures = read(write(tmp_path, "n.csv", f'title,text\nA,b,c,d\nB,"{TEXT}"\n'))
    assert [a.title for a in articles] == ["B"]
    assert "4 cells under 2 columns" in failures[0].reason


def test_text_of_a_cell_keeps_its_paragraphs(tmp_path):
    (article,), _ = read(write(tmp_path, "n.csv", f'title,text\nXi,"{TEXT}\n\nThe visit ends on Friday."\n'))
    assert [p.kind for p in article.paragraphs] == ["title", "body", "body"]


def test_a_cell_of_400_kilobytes_is_read_and_the_csv_module_left_as_it_was(tmp_path):
    import csv

    before = csv.field_size_limit()
    (article,), _ = read(write(tmp_path, "n.csv", f'title,text\nXi,"{(TEXT + " ") * 4200}"\n'))
    assert len(article.text) > 400_000
    assert csv.field_size_limit() == before


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("id,views\n1,2", "no column is known to hold the text"),
        ("url,date\nhttp://a.b/c,x", "lists addresses"),
    ],
)
def test_a_table_without_text_says_so_once(tmp_path, header, says):
    articles, failures = read(write(tmp_path, "n.csv", header + "\n3,4" * 9))
    assert not articles
    assert len(failures) == 1
    assert says in failures[0].reason


def test_columns_can_be_named(tmp_path):
    path = write(tmp_path, "n.csv", f'Titel,Volltext,Tag\nXi,"{TEXT}",04/05/2024\n')
    (article,), _ = read(
        path, columns={"title": "Titel", "text": "Volltext", "published": "Tag"}, dayfirst=True
    )
    assert (article.title, article.published) == ("Xi", date(2024, 5, 4))
    _, (failure,) = read(path, columns={"text": "Text"})
    assert "no column 'Text'" in failure.reason


def test_lines_of_json_are_read_and_broken_ones_are_failures(tmp_path):
    good = json.dumps({"headline": "Xi in Moscow", "body": TEXT, "source": {"name": "Wire"}})
    lines = [good, '{"headline": "cut', "[1, 2]", '{"a":' * 60_000, "", '{"headline": "none", "body": NaN}']
    (article,), failures = read(write(tmp_path, "n.jsonl", "\n".join(lines)))
    assert (article.title, article.source) == ("Xi in Moscow", "Wire")
    assert [f.source.rpartition("line ")[2] for f in failures] == ["2", "3", "4", "6"]
    assert "nested too deeply" in failures[2].reason


def test_the_answer_of_a_news_service_is_read_and_a_cut_text_warned_of(tmp_path):
    articles = [
        {
            "source": {"id": None, "name": "The Paper"},
            "title": "Lavrov to visit China",
            "publishedAt": "2024-04-07T10:00:00Z",
            "content": "Sergei Lavrov will travel to China on Monday, the ministry said… [+1234 chars]",
        }
    ]
    path = write(tmp_path, "n.json", json.dumps({"status": "ok", "totalResults": 1, "articles": articles}))
    (article,), _ = read(path)
    assert article.published == date(2024, 4, 7)
    assert any("1234 characters are missing" in warning for warning in article.warnings)


@pytest.mark.parametrize(
    "shape",
    [
        lambda r: r,
        lambda r: {"response": {"docs": r}},
        lambda r: {"a1": r[0], "a2": r[1]},
        lambda r: {"title": [x["title"] for x in r], "text": [x["text"] for x in r]},
        lambda r: {"title": {"0": "A", "1": "B"}, "text": {"0": TEXT, "1": TEXT + " Again."}},
    ],
)
def test_records_are_found_in_json_of_any_shape(tmp_path, shape):
    records = [{"title": "A", "text": TEXT}, {"title": "B", "text": TEXT + " Again."}]
    articles, failures = read(write(tmp_path, "n.json", json.dumps(shape(records))))
    assert [a.title for a in articles] == ["A", "B"]
    assert not failures


def test_lines_of_json_under_another_name_are_read(tmp_path):
    lines = "\n".join(json.dumps({"title": t, "text": f"{TEXT} {t}."}) for t in "AB")
    articles, _ = read(write(tmp_path, "n.json", lines))
    assert [a.title for a in articles] == ["A", "B"]


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a": [1,', "{}", "[]", "3"])
def test_json_without_records_is_one_failure(tmp_path, text):
    articles, failures = read(write(tmp_path, "n.json", text))
    assert not articles
    assert len(failures) == 1


def test_a_packed_file_is_read(tmp_path):
    path = tmp_path / "n.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps({"title": "Xi", "text": TEXT}).encode()))
    (article,), _ = read(path)
    assert article.title == "Xi"


def test_a_data_frame_and_a_parquet_file_are_read(tmp_path):
    table = pd.DataFrame(
        {
            "headline": ["Xi", "Putin", None],
            "text": [TEXT, float("nan"), TEXT + " Again."],
            "date": pd.to_datetime(["2024-04-07", "2024-04-08", None]),
        },
        index=["a", "b", "c"],
    )
    table.to_parquet(tmp_path / "n.parquet")
    for source in (table, tmp_path / "n.parquet"):
        articles, failures = read(source)
        assert [a.published for a in articles] == [date(2024, 4, 7), None]
        assert [f.reason for f in failures] == ["the record has no text."]
    assert ex.load_all(table).expected() == ex.load_all(tmp_path / "n.parquet").expected() == 3


def test_a_damaged_parquet_file_is_one_failure(tmp_path):
    path = tmp_path / "n.parquet"
    path.write_bytes(b"PAR1 and nothing more PAR1")
    articles, failures = read(path)
    assert not articles
    assert "damaged Parquet" in failures[0].reason


def test_html_in_a_field_becomes_words(tmp_path):
    record = {
        "title": "Xi &amp; Putin",
        "content_html": f"<p>{TEXT}</p><script>alert(1)</script><p>He left.</p>",
    }
    (article,), _ = read(write(tmp_path, "n.jsonl", json.dumps(record)))
    assert article.text == f"Xi & Putin\n\n{TEXT}\n\nHe left."
