"""Which tokens name a place: the places of the actors component, else spaCy's names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors.knowledge import countries
from explore.events.draft import Place
from explore.events.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_LABELS = {"GPE", "LOC", "FAC"}
# "Vnukovo airport" is where one lands, not what one visits.
# A headline in capitals makes names of its last words: "TALKS ON SECURITY IN EURASIA". So long a word
# is no abbreviation.
_SHOUTED = 5
# What stands in a town: a meeting there and one in the town on one day can be the same.
_BUILDINGS = words(
    "house palace guesthouse residence ministry hotel castle villa hall centre center embassy chancellery"
)
_STOPS = {"airport", "airfield", "airbase", "station"}


def places_of(doc: Doc) -> dict[int, Place]:
    """Return the place that each token is part of."""
    found: dict[int, Place] = {}
    for ent in doc.ents:
        if ent.label_ in _LABELS and not _is_stop(doc, ent) and not _is_shouted(ent):
            name = ent.text.removeprefix("the ").removeprefix("The ")
            known = Place(name, None, False, _is_building(name))
            found |= dict.fromkeys(range(ent.start, ent.end), known)
    bodies = {i for ent in doc.ents if ent.label_ == "ORG" for i in range(ent.start, ent.end - 1)}
    for place in doc._.places if doc.has_extension("places") else ():
        span = doc.char_span(place.start_char, place.end_char, alignment_mode="expand")
        if span is not None and place.kind in {"adjective", "country"} and place.country:
            found |= _capital(doc, span, place.country)
        if span is None or place.kind == "adjective" or _is_stop(doc, span):
            continue
        if place.kind == "country" and span.start in bodies:
            continue  # "the American Israel Public Affairs Committee" is not in Israel
        building = place.kind == "building" or _is_building(place.name)
        known = Place(place.name, place.country, place.kind == "country", building)
        found |= dict.fromkeys(range(span.start, span.end), known)
    return found


def _capital(doc: Doc, span: Span, country: str) -> dict[int, Place]:
    """Return the seat of government that "the Russian capital" or "Russia's capital" is."""
    i = span.end + (span.end < len(doc) and doc[span.end].tag_ == "POS")
    rest = doc[i : i + 2]
    if not rest or rest[0].lower_ != "capital" or (len(rest) > 1 and rest[1].tag_ in {"NN", "NNS"}):
        return {}
    cities = countries()[country].cities if country in countries() else ()
    return dict.fromkeys(range(span.start, i + 1), Place(cities[0], country, False)) if cities else {}


def _is_building(name: str) -> bool:
    return name.split()[-1].lower() in _BUILDINGS


def _is_shouted(ent: Span) -> bool:
    return ent.text.isupper() and len(ent.text) > _SHOUTED


def _is_stop(doc: Doc, span: Span) -> bool:
    following = doc[span.end].lower_ if span.end < len(doc) else ""
    return following in _STOPS or span[-1].lower_ in _STOPS
