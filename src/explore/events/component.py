"""The spaCy component `explore_events`: what happened, who met whom, when and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from explore.events.assemble import events_of
from explore.events.codebook import load_codebook

if TYPE_CHECKING:
    from collections.abc import Callable

for _name in ("events",):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=())


@Language.factory(
    "explore_events",
    default_config={"codebook": None, "wide": False},
    assigns=["doc._.events"],
)
def make_events(nlp: Language, name: str, codebook: str | None, wide: bool) -> Callable[[Doc], Doc]:
    """Return the component for a pipeline.

    Parameters
    ----------
    codebook : str or None
        Path of a CSV file with kinds of one's own, as the tables in `explore/events/codebook`.
    wide : bool
        True reports every class of PLOVER (aid, demands, threats …), not only the kinds of the
        events table.
    """
    book = load_codebook(codebook, wide)

    def component(doc: Doc) -> Doc:
        doc._.events = events_of(doc, book)
        return doc

    return component
