"""The spaCy component `explore_quotes`: who said what to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

if TYPE_CHECKING:
    from collections.abc import Callable

for _name in ("quotes",):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=())


@Language.factory("explore_quotes", assigns=["doc._.quotes"])
def make_quotes(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the component for a pipeline."""
    return lambda doc: doc
