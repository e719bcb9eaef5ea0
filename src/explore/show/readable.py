"""The tables of a reading with only the columns a reader wants, dates and lists in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from explore.show.view import Table
from explore.wording import listed, shorten, told, when

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Row = dict[str, Any]
_SENTENCE = 260


def events(table: pd.DataFrame, rows: int = 60) -> Table:
    """Return events in date order: when, what, who, where, whether it came about, and the sentence.

    Events without a date come last.
    """
    ordered = table.sort_values(["begin", "end", "start_char"], kind="stable", na_position="last")
    columns: dict[str, Callable[[Row], str]] = {
        "when": lambda row: when(row["begin"], row["end"], row["grain"]),
        "words used": lambda row: _quoted(row.get("timex")),
        "what": lambda row: _text(row["summary"]),
        "kind": lambda row: _text(row["kind"]),
        "who": lambda row: listed(row["participants"]) or listed(row["countries"]),
        "where": lambda row: _text(row["place"]),
        "status": lambda row: _text(row["status"]),
        "articles": lambda row: _text(row.get("articles")),
        "they differ on": lambda row: "; ".join(row.get("conflicts") or ()),
        "says so": lambda row: shorten(_text(row["sentence"]), _SENTENCE),
    }
    return _table(ordered, columns, rows, "No event was found.")


def quotes(table: pd.DataFrame, rows: int = 60) -> Table:
    """Return quotations in the order of the text: who, the cue, what, when it was said."""
    columns: dict[str, Callable[[Row], str]] = {
        "who": lambda row: _speaker(row),
        "how": lambda row: "subheading" if row["heading"] is True else _text(row["cue"]),
        "said": lambda row: told(
            _text(row["text"]), _text(row["kind"]), _SENTENCE, row["segments"], row["marked"]
        ),
        "to": lambda row: _text(row["addressee"]),
        "when": lambda row: (
            "" if row["heading"] is True else when(row["said_begin"], row["said_end"], row["said_grain"])
        ),
        "kind": lambda row: _text(row["kind"]),
    }
    return _table(table, columns, rows, "No quotation was found.")


def side_by_side(table: pd.DataFrame, rows: int = 30) -> Table:
    """Return what `explore.side_by_side` found: two tellings of one utterance and the words only one has."""
    columns: dict[str, Callable[[Row], str]] = {
        "one": lambda row: f"{_text(row['left'])}: “{shorten(_text(row['left_text']), _SENTENCE)}”",
        "only here": lambda row: ", ".join(row["only_left"]) or "–",
        "other": lambda row: f"{_text(row['right'])}: “{shorten(_text(row['right_text']), _SENTENCE)}”",
        "only there": lambda row: ", ".join(row["only_right"]) or "–",
    }
    return _table(table, columns, rows, "No two tellings of one utterance differ in this.")


def dates(table: pd.DataFrame, rows: int = 60) -> Table:
    """Return the time expressions in the order of the text: the words, the days, how exactly."""
    columns: dict[str, Callable[[Row], str]] = {
        "words used": lambda row: _quoted(row["text"]),
        "means": lambda row: (
            when(row["begin"], row["end"], row["grain"]) if pd.notna(row["begin"]) else "no calendar day"
        ),
        "known to the": lambda row: _text(row["grain"]),
        "ISO value": lambda row: _text(row["value"]),
        "worked out": lambda row: (
            "from the article’s day or another date" if row["relative"] is True else "as it stands"
        ),
        "says so": lambda row: shorten(_text(row["sentence"]), _SENTENCE),
    }
    return _table(table, columns, rows, "No time expression was found.")


def actors(table: pd.DataFrame, rows: int = 60) -> Table:
    """Return the actors, those mentioned most first: name, office or introduction, country, mentions."""
    ordered = table.sort_values(["mentions", "first_char"], ascending=[False, True], kind="stable")
    columns: dict[str, Callable[[Row], str]] = {
        "who": lambda row: _text(row["name"]),
        "kind": lambda row: _text(row["kind"]),
        "office or introduction": lambda row: _text(row["role"]),
        "country": lambda row: _text(row["country"]),
        "mentions": lambda row: _text(row["mentions"]),
        "Wikidata": lambda row: _text(row["actor_id"]),
    }
    return _table(ordered, columns, rows, "No actor was found.")


def mentions(table: pd.DataFrame, rows: int = 60) -> Table:
    """Return the mentions that are not by name: the words used, whom they mean, how that is known.

    Words that stand for several ("the two leaders") are one row.
    """
    others = table[table["how"].ne("name").fillna(False)]
    together = others.groupby(["start_char", "end_char"], sort=False)["name"]
    others = others.assign(name=together.transform(lambda names: listed(names.dropna())))
    others = others.drop_duplicates(["start_char", "end_char"])
    columns: dict[str, Callable[[Row], str]] = {
        "words used": lambda row: _quoted(row["text"]),
        "means": lambda row: _text(row["name"]) + (" (unsure)" if row["unsure"] is True else ""),
        "known by": lambda row: _text(row["how"]),
        "says so": lambda row: shorten(_text(row["sentence"]), _SENTENCE),
    }
    return _table(others, columns, rows, "Everyone is mentioned by name.")


def articles(table: pd.DataFrame, rows: int = 60) -> Table:
    """Return the articles of a corpus: title, source, the day of publication and how it is known."""
    columns: dict[str, Callable[[Row], str]] = {
        "article": lambda row: _text(row["article_id"]),
        "title": lambda row: _text(row["title"]),
        "source": lambda row: _text(row["source"]),
        "published": lambda row: when(row["published"]),
        "known from": lambda row: _text(row["published_from"]),
        "words": lambda row: _text(row["words"]),
        "same text as": lambda row: _text(row["duplicate_of"]),
        "take care": lambda row: "; ".join(row["warnings"]),
    }
    return _table(table, columns, rows, "No article was read.")


def failures(table: pd.DataFrame, rows: int = 60) -> Table:
    """Return what could not be read: its source, the reason, what to try."""
    columns: dict[str, Callable[[Row], str]] = {
        "source": lambda row: _text(row["source"]),
        "why": lambda row: _text(row["reason"]),
        "try": lambda row: _text(row["hint"]),
    }
    return _table(table, columns, rows, "Everything was read.")


def counted(column: pd.Series[Any], what: str, of: str) -> Table:
    """Return how often each value stands in a column, the most frequent first; a dash for none.

    >>> counted(pd.Series(["day", "month", "day", None]), "known to the", "events")
    known to the  events
    day           2
    month         1
    –             1
    """
    counts = column.astype("string").fillna("–").value_counts()
    return Table((what, of), [(str(value), str(number)) for value, number in counts.items()])


def _table(table: pd.DataFrame, columns: dict[str, Callable[[Row], str]], rows: int, empty: str) -> Table:
    """Return the first rows under the headings that any of them fills."""
    made = [[cell(row) for cell in columns.values()] for row in _rows(table.head(rows))]
    used = [any(row[at] for row in made) for at in range(len(columns))]
    kept = [name for name, is_used in zip(columns, used, strict=True) if is_used]
    cells = [[cell for cell, is_used in zip(row, used, strict=True) if is_used] for row in made]
    return Table(kept, cells, empty, left_out=max(0, len(table) - rows))


def _rows(table: pd.DataFrame) -> Iterator[Row]:
    return ({str(key): value for key, value in row.items()} for row in table.to_dict("records"))


def _text(value: Any) -> str:  # noqa: ANN401 - a cell of a table
    return "" if value is None or value is pd.NA or pd.isna(value) else " ".join(str(value).split())


def _quoted(value: Any) -> str:  # noqa: ANN401 - a cell of a table
    return f"“{_text(value)}”" if _text(value) else ""


def _speaker(row: Row) -> str:
    if row["heading"] is True:
        return ""
    name = _text(row["speaker"]) or "not known"
    return f"{name} (unsure)" if row["unsure"] is True else name
