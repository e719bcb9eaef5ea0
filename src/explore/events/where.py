"""Which tokens name a place: the places of the actors component, else spaCy's names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.events.draft import Place

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_LABELS = {"GPE", "LOC", "FAC"}
# "Vnukovo airport" is where one lands, not what one visits.
_STOPS = {"airport", "airfield", "airbase", "station"}


def places_of(doc: Doc) -> dict[int, Place]:
    """Return the place that each token is part of."""
    found: dict[int, Place] = {}
    for ent in doc.ents:
        if ent.label_ in _LABELS and not _is_stop(doc, ent):
            name = ent.text.removeprefix("the ").removeprefix("The ")
            found |= dict.fromkeys(range(ent.start, ent.end), Place(name, None, False))
    for place in doc._.places if doc.has_extension("places") else ():
        span = doc.char_span(place.start_char, place.end_char, alignment_mode="expand")
        if span is None or place.kind == "adjective" or _is_stop(doc, span):
            continue
        known = Place(place.name, place.country, place.kind == "country", place.kind == "building")
        found |= dict.fromkeys(range(span.start, span.end), known)
    return found


def _is_stop(doc: Doc, span: Span) -> bool:
    following = doc[span.end].lower_ if span.end < len(doc) else ""
    return following in _STOPS or span[-1].lower_ in _STOPS
