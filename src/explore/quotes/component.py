"""The spaCy component `explore_quotes`: who said what to whom, when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from explore.quotes.assemble import quotes_of

if TYPE_CHECKING:
    from collections.abc import Callable

for _name in ("quotes",):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=())


@Language.factory("explore_quotes", assigns=["doc._.quotes"])
def make_quotes(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the component for a pipeline.

    It reads the parse, and what `explore_dates`, `explore_actors` and `explore_events` found if they stand
    before it.
    """

    def component(doc: Doc) -> Doc:
        doc._.quotes = quotes_of(doc) if len(doc) else ()
        return doc

    return component
