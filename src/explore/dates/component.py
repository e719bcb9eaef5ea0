"""The spaCy component `explore_dates`: time expressions, their values, the publication day."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from explore.dates.find import find
from explore.dates.publication import infer
from explore.dates.resolve import resolve, ways
from explore.dates.timex import Publication

if TYPE_CHECKING:
    from collections.abc import Callable

    from explore.dates.found import Found
    from explore.dates.timex import Timex

_YEAR = 366
# Set before the pipeline runs by whoever knows them: `published`, a Publication or a date; `date_lines`,
# those beside the text; `tenures`, when the offices were held whose holders the text names.
for _name, _default in (
    ("published", None),
    ("date_lines", ()),
    ("tenures", ()),
    ("publication", Publication()),
    ("timexes", ()),
):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=_default)


@Language.factory("explore_dates", assigns=["doc._.publication", "doc._.timexes"])
def make_dates(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the component for a pipeline."""
    return set_dates


def set_dates(doc: Doc) -> Doc:
    """Find the time expressions of a doc and the day it was published; resolve the first by the second."""
    found = find(doc)
    way = ways(doc, found)
    doc._.publication = given(doc._.published) or infer(doc, found, way, doc._.tenures)
    doc._.timexes = _resolved(doc, found, way, doc._.publication)
    return doc


def _resolved(doc: Doc, found: list[Found], way: list[int], published: Publication) -> tuple[Timex, ...]:
    """Return the expressions by the day of publication; by a span as far as both its ends agree."""
    told = resolve(doc, found, way, published.day)
    if published.day or published.begin is None or published.end is None:
        return told
    if (published.end - published.begin).days > _YEAR:
        return told
    agreed = set(resolve(doc, found, way, published.begin)) & set(resolve(doc, found, way, published.end))
    known = {one.start_char: one for one in agreed}
    return tuple(one if one.begin else known.get(one.start_char, one) for one in told)


def given(published: Publication | date | None) -> Publication | None:
    """Return a day that the caller knows as a Publication; None where it is to be inferred."""
    if isinstance(published, datetime):
        published = published.date()
    if isinstance(published, date):
        return Publication(published, "given", None, published, published)
    return published if published is not None and published.day else None
