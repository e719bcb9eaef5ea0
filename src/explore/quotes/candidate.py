"""A possible speaker with the word that would introduce what was said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from explore.quotes.lexicon import CueVerb

How = Literal[
    "subject", "shared", "according", "agent", "owner", "dash", "colon", "label", "inverted", "beside"
]
HOWS: tuple[How, ...] = (
    "subject", "shared", "according", "agent", "owner", "dash", "colon", "label", "inverted", "beside",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible speaker with the word that would introduce the words.

    Attributes
    ----------
    speaker : int
        The head token.
    begin, end : int
        The tokens of the phrase, end exclusive.
    cue : int or None
        The verb, noun or "according".
    how : str
        How the two hang together.
    verb : CueVerb or None
        What is known of the cue, if it is a verb of the list.
    """

    speaker: int
    begin: int
    end: int
    cue: int | None
    how: How
    verb: CueVerb | None = None

    @property
    def at(self) -> int:
        """The token that stands for its place: the cue, else the speaker."""
        return self.speaker if self.cue is None else self.cue
