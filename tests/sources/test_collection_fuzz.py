"""Whatever stands in a file of records, the readers yield articles and failures, and no fault of ours."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import explore as ex

PIECES = st.sampled_from(
    [
        '"',
        "\n",
        "\r",
        ",",
        ";",
        "{",
        "}",
        "[",
        "\\",
        "\0",
        "\ufeff",
        "text",
        "title",
        ":",
        "Xi met Putin. ",
        "\\ud800",
    ]
)
CONTENT = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=40).map("".join)


@pytest.mark.parametrize("name", ["n.csv", "n.jsonl", "n.json", "n.rss", "n.txt"])
@given(content=CONTENT)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_read_or_refused(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(
        ("title,text\n" if name == "n.csv" else "").encode() + content.encode("utf-8", "replace")
    )
    for found in ex.load_all(path).items():
        assert isinstance(found, ex.Article) or "could not be read (" not in found.reason


@given(
    value=st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=12,
    )
)
@settings(max_examples=60, deadline=None)
def test_any_value_in_a_record_is_read_or_refused(value):
    record = {"title": value, "text": value, "date": value, "source": value, "url": value}
    for found in ex.load_all([record, json.loads(json.dumps(record))]).items():
        assert isinstance(found, ex.Article) or "could not be read (" not in found.reason
