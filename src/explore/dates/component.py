"""The spaCy component `explore_dates`: time expressions, their values, the publication day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from explore.dates.timex import Publication

if TYPE_CHECKING:
    from collections.abc import Callable

# `published` is set before the pipeline runs by whoever knows the day: a Publication or a date.
for _name, _default in (("published", None), ("publication", Publication()), ("timexes", ())):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=_default)


@Language.factory("explore_dates", assigns=["doc._.publication", "doc._.timexes"])
def make_dates(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the component for a pipeline."""
    return lambda doc: doc
