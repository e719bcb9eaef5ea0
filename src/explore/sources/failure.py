"""What could not be read in a collection: one record each, while the rest goes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explore.errors import ExploreError, error, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from explore.article import Article


@dataclass(frozen=True, slots=True)
class Failure:
    """An item of a collection that could not be read.

    Attributes
    ----------
    source : str
        Which item: a file, a row of a table, an address.
    reason : str
        What happened and why.
    hint : str
        What to try.
    """

    source: str
    reason: str
    hint: str

    @classmethod
    def of(cls, problem: BaseException, source: object) -> Failure:
        """Return the record of an exception met while reading `source`."""
        if not isinstance(problem, ExploreError):
            why = f"{type(problem).__name__}: {shown(problem, 120)}".removesuffix(": ")
            problem = error("unexpected", source, why=why)
        return cls(problem.source, problem.reason, problem.hint)


def attempt(read: Callable[[], Article], source: object) -> Article | Failure:
    """Return the article that `read` returns, or the record of why there is none."""
    try:
        return read()
    # Whatever one item holds, the others must still be read.
    except Exception as problem:
        return Failure.of(problem, source)
