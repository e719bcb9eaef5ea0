"""The quotation: what was said, by whom, to whom, when, and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from explore.dates import Grain

QuoteKind = Literal["direct", "mixed", "indirect"]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation (content, speaker and cue, as PARC and PolNeAR have them).

    Attributes
    ----------
    quote_id : str
        "q1", "q2" … in the order of the text.
    start_char, end_char : int
        From the first to the last segment, without the outer marks.
    segments : tuple of (int, int)
        The stretches said; several where the speaker's name stands between them.
    marked : tuple of (int, int)
        What of it stands in quotation marks, without the marks: the speaker's own words.
    kind : {"direct", "mixed", "indirect"}
    heading : bool
        True for a quoted subheading.
    speaker, speaker_id : str or None
        Canonical name and Wikidata id.
    speaker_start, speaker_end : int or None
        The words used for the speaker.
    cue_start, cue_end : int or None
    addressee : str or None
    event_id : str or None
        The occasion, where the text ties the quote to one.
    said_begin, said_end : datetime.date or None
    said_grain : str or None
    unsure : bool
        True where another speaker was nearly as likely.
    """

    quote_id: str
    start_char: int
    end_char: int
    segments: tuple[tuple[int, int], ...]
    kind: QuoteKind
    marked: tuple[tuple[int, int], ...] = ()
    heading: bool = False
    speaker: str | None = None
    speaker_id: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    addressee: str | None = None
    event_id: str | None = None
    said_begin: date | None = None
    said_end: date | None = None
    said_grain: Grain | None = None
    unsure: bool = False
