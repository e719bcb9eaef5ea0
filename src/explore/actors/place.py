"""The place: a country, city or region named in the text, which acts or is where something is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PlaceKind = Literal["country", "adjective", "capital", "city", "region", "building"]


@dataclass(frozen=True, slots=True)
class Place:
    """Words for a country, city, region or building.

    Attributes
    ----------
    start_char, end_char : int
        Characters of the text, end exclusive.
    text : str
    name : str
        The canonical name ("Moscow", "China", "Kremlin"); of an adjective, the country's.
    country : str or None
        ISO 3166 alpha-3; None where it belongs to several.
    kind : {"country", "adjective", "capital", "city", "region", "building"}
    acting : bool
        True where it stands for the government or people ("Moscow said"), and is no place.
    """

    start_char: int
    end_char: int
    text: str
    name: str
    country: str | None
    kind: PlaceKind
    acting: bool
