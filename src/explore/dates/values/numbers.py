"""Numbers and units as words say them, and the TIMEX3 durations they make."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explore.dates.grammar import words

if TYPE_CHECKING:
    from explore.dates.values.frame import Parts

_SPELLED = re.compile(r"(nineteen|eighteen|twenty|two thousand)(?:[ -](?:and )?(.+))?")
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_HUNDREDS = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000, "two thousand": 2000}
CLOCK_UNITS = frozenset({"H", "TM", "S"})
# ISO 8601 has neither fortnights nor quarters, decades and centuries: how many of which unit they are.
_TOLD_IN = {"2W": (2, "W"), "Q": (3, "M"), "NI": (1, "D"), "DE": (10, "Y"), "C": (100, "Y")}
# Half a unit in the next smaller one that divides it: what stands before the T of a duration and behind it.
_HALF = {"Y": ("6M", ""), "D": ("", "T12H"), "H": ("", "30M"), "TM": ("", "30S")}


def number(text: str) -> float | None:
    """Return the number that words or digits say; None where they say only "some".

    >>> number("twenty-five"), number("two and a half"), number("several")
    (25, 2.5, None)
    """
    text = text.strip().lower()
    if part := re.fullmatch(r"(?:a )?(half|quarter)(?: of)?(?: an?)?", text):
        return 0.5 if part[1] == "half" else 0.25
    if text.endswith("dozen"):
        dozens = number(text.removesuffix("dozen"))
        return 12 * dozens if dozens else None
    text, halves = re.subn(r"(?:[ -](?:1/2|and[ -](?:a[ -])?half)| ?½)$", "", text)
    half = 0.5 * halves
    times = 1
    while scale := re.search(r" (hundred|thousand|million|billion)$", text):
        times *= _SCALES[scale[1]]
        text = text[: scale.start()]
    if re.fullmatch(r"\d[\d,]*(\.\d+)?", text):
        value = float(text.replace(",", "")) * times + half
        return int(value) if value == int(value) else value
    known = words("number")
    parts = re.split(r"[ -]", text)
    if not all(part in known for part in parts):
        return None
    total: int = sum(known[part] for part in parts) * times
    return total + half if half else total


def spelled_year(text: str) -> int | None:
    """Return the year that words spell.

    >>> (
    ...     spelled_year("nineteen ninety-seven"),
    ...     spelled_year("two thousand and four"),
    ...     spelled_year("nineteen oh five"),
    ... )
    (1997, 2004, 1905)
    """
    match = _SPELLED.fullmatch(text)
    if not match:
        return None
    rest = (match[2] or "").removeprefix("oh ").removeprefix("hundred").strip()
    within = number(rest) if rest else 0
    return None if within is None else _HUNDREDS[match[1]] + int(within)


def unit_of(parts: Parts, name: str = "unit") -> str:
    """Return the code of the unit that stands under a name: "D", "W", "M", "Y" and so on."""
    word = parts.get(name, "")
    known = words("unit")
    found: str = known.get(word) or known.get(word.removesuffix("s")) or "C"
    return found


def period(count: float | None, unit: str) -> str:
    """Return a TIMEX3 duration; no count is "X". A half is told in the smaller unit, a decade in years.

    >>> period(2.5, "Y"), period(None, "H"), period(2, "2W"), period(3, "TM"), period(2, "Q")
    ('P2Y6M', 'PTXH', 'P4W', 'PT3M', 'P6M')
    >>> period(0.5, "H"), period(1.5, "D"), period(2, "DE"), period(None, "DE")
    ('PT30M', 'P1DT12H', 'P20Y', 'PXDE')
    """
    if count is not None and unit in _TOLD_IN:
        times, unit = _TOLD_IN[unit]
        count *= times
    if count is not None and count % 1 == 0.5 and unit in _HALF:
        day, clock = _HALF[unit]
        whole, shown_unit = int(count), unit[-1]
        if unit in CLOCK_UNITS:
            return f"PT{whole}{shown_unit}{clock}" if whole else f"PT{clock}"
        return f"P{f'{whole}{shown_unit}' if whole else ''}{day}{clock}"
    shown = "X" if count is None else f"{count:.0f}" if count % 1 == 0 else f"{count:g}"
    unit = {"2W": "W", "C": "CE", "NI": "D"}.get(unit, unit)
    return f"PT{shown}{unit[-1]}" if unit in CLOCK_UNITS else f"P{shown}{unit}"
