"""Words of the shape of a time expression, and the rule that says what they mean."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """Words of the shape of a time expression.

    Attributes
    ----------
    start, end : int
        Characters of the text.
    rule : str
        The rule that says what it means.
    parts : dict of str to str
        The words by the list they come from, in lower case.
    """

    start: int
    end: int
    rule: str
    parts: dict[str, str]
