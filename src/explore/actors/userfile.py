"""A user's own people: one CSV file that adds to the tables that ship, or corrects them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from explore.actors.spelling import family_names, fold
from explore.errors import error

if TYPE_CHECKING:
    from explore.actors.knowledge import Knowledge

COLUMNS = ("name", "id", "aliases", "gender", "country", "office", "start", "end")
USER_LAYER = 3
# The kinds of the tables that a title means which is settled with the country.
_KEPT_AS = {
    "president": "head_of_state",
    "king": "head_of_state",
    "supreme_leader": "head_of_state",
    "leader": "head_of_government",
    "secretary_of_state": "foreign_minister",
    "secretary_general": "organisation_head",
}
_GENDERS = {"": "", "m": "m", "male": "m", "man": "m", "f": "f", "female": "f", "woman": "f"}
_LENGTHS = {4: "-01-01", 7: "-01", 10: ""}  # characters of a day as exact as known, and what completes it


@dataclass(frozen=True, slots=True)
class UserRow:
    """A row of the user's file: a person, and perhaps an office.

    Attributes
    ----------
    name : str
        The canonical name to show.
    id : str
        Wikidata QID, or any id of the user's own; the name where empty.
    aliases : tuple of str
        Other names, separated by semicolons in the file.
    gender : str
        m, f or empty.
    country : str
        ISO 3166 alpha-3, the country's name, or the name of an organisation ("NATO").
    office : str
        "foreign minister", "president" … as an article would say it; empty for none.
    start, end : str
        2024, 2024-05 or 2024-05-07; an empty end is still in office.
    """

    name: str
    id: str
    aliases: tuple[str, ...]
    gender: str
    country: str
    office: str
    start: str
    end: str

    def enter(self, known: Knowledge) -> None:
        """Enter the row into the tables, before what they had."""
        from explore.actors.gazetteer import office_kind
        from explore.actors.knowledge import Office, Person

        key = self._key(known)
        person = Person(key, self.name, self.gender, short_name(self.name))
        known.add_person(person, dict.fromkeys(fold(n) for n in (self.name, *self.aliases)))
        if self.office:
            kind = office_kind(self.office)
            kind = _KEPT_AS.get(kind, kind)
            known_to = "" if self.end else "9999"
            known.add_office(
                Office(self.country, kind, self.office, key, self.start, self.end, known_to, USER_LAYER)
            )

    def _key(self, known: Knowledge) -> str:
        """Return the person of the tables that the row corrects, else a key of its own."""
        keys = tuple(dict.fromkeys(known.by_name.get(fold(self.name), ())))
        if len(keys) > 1 and self.country:
            keys = tuple(k for k in keys if any(o.country == self.country for o in known.held.get(k, ())))
        return self.id or (keys[0] if len(keys) == 1 else self.name)


def short_name(name: str) -> str:
    """Return the folded surname of a name: the last word, or a family name that comes first.

    >>> short_name("Ada Morrow"), short_name("Xi Jinping")
    ('morov', 'xi')
    """
    parts = fold(name).split()
    first = len(parts) > 1 and parts[0] in family_names() and parts[-1] not in family_names()
    return parts[0] if first else parts[-1]


def saved(path: str | None) -> int:
    """Return when a user's file was last saved, in nanoseconds; 0 where there is none."""
    try:
        return Path(path).stat().st_mtime_ns if path else 0
    except OSError:
        return 0


def read_user_file(path: str) -> list[UserRow]:
    """Return the rows of a user's file.

    Raises
    ------
    KnowledgeError
        If the file is missing, is no CSV table, or a row of it cannot be understood.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as problem:
        raise error("no_table", path) from problem
    except UnicodeDecodeError as problem:
        raise error("table_not_text", path) from problem
    first = text.partition("\n")[0]
    # Spreadsheets of half the world save "CSV" with semicolons or tabs.
    delimiter = next((mark for mark in ",;\t" if mark in first), ",")
    lines = csv.DictReader(StringIO(text, newline=""), delimiter=delimiter)
    header = [name.strip().lower() for name in lines.fieldnames or () if name]
    if "name" not in header or not set(header) <= set(COLUMNS) or len(set(header)) < len(header):
        raise error("table_columns", path, columns=", ".join(COLUMNS))
    lines.fieldnames = header
    found: dict[tuple[str, ...], tuple[int, UserRow]] = {}
    for line in lines:
        if not any(line.values()):
            continue
        row = _row(path, lines.line_num, line)
        told = (row.name, row.country, row.office, row.start)
        if told in found:
            twice = f"it says of {row.name} what row {found[told][0]} says"
            raise error("table_row", path, row=lines.line_num, problem=twice)
        found[told] = lines.line_num, row
    return [row for _, row in found.values()]


def _row(path: str, number: int, line: dict[str, str | None]) -> UserRow:
    from explore.actors.knowledge import countries, country_of, organisation_leaders

    if None in line or any(line.get(name) is None for name in line):
        raise error("table_row", path, row=number, problem="it has another number of cells than the header")
    cell = {name: " ".join((line.get(name) or "").split()) for name in COLUMNS}
    country = cell["country"]
    if country and country not in countries() and country not in organisation_leaders():
        country = country_of(country) or ""
    gender = _GENDERS.get(cell["gender"].lower())
    problem = (
        "the name is empty"
        if not cell["name"]
        else f"{cell['country']!r} is no country or organisation we know"
        if cell["country"] and not country
        else "an office needs the country or organisation it is held in"
        if cell["office"] and not country
        else f"the gender {cell['gender']!r} is not m, f or empty"
        if gender is None
        else "a day is not written as 2024, 2024-05 or 2024-05-07"
        if not (_is_day(cell["start"]) and _is_day(cell["end"]))
        else "the office ends before it starts"
        if cell["end"] and cell["end"] < cell["start"][: len(cell["end"])]
        else ""
    )
    if problem:
        raise error("table_row", path, row=number, problem=problem)
    cell["gender"] = gender or ""
    aliases = tuple(a.strip() for a in cell["aliases"].split(";") if a.strip())
    return UserRow(**{**cell, "country": country, "aliases": aliases})  # type: ignore[arg-type]


def _is_day(text: str) -> bool:
    """Say whether a day is written as 2024, 2024-05 or 2024-05-07, or left out."""
    if not text:
        return True
    try:
        date.fromisoformat(text + _LENGTHS[len(text)])
    except (KeyError, ValueError):
        return False
    return True
