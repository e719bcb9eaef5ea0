"""The spaCy component `explore_actors`: who is spoken of, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

if TYPE_CHECKING:
    from collections.abc import Callable

for _name in (
    "actors",
    "mentions",
):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=())


@Language.factory("explore_actors", assigns=["doc._.actors", "doc._.mentions"])
def make_actors(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the component for a pipeline."""
    return lambda doc: doc
