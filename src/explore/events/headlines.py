"""What a headline tells in the present the body tells with its day: one event."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from explore.events.sameness import same_place
from explore.events.within import join

if TYPE_CHECKING:
    from explore.events.draft import Draft
    from explore.events.story import Story

# A story runs at most so long after what it tells as its news.
_FRESH = timedelta(days=7)


def join_headlines(events: list[Draft], story: Story) -> list[Draft]:
    """Return the events with those of the headline joined to the same event of the first sentences.

    A headline that only puts its news on the story's day ("Gunman opens fire in Atlanta") gives way
    to the day that the text names ("on Saturday").
    """
    kept: list[Draft] = []
    for event in events:
        twin = next((one for one in events if _is_twin(event, one, story)), None)
        if twin is None:
            kept.append(event)
        else:
            join(twin, event)
    return kept


def _is_twin(headline: Draft, told: Draft, story: Story) -> bool:
    """Say whether an event told in the first sentences with its day is that of the headline."""
    when, day = headline.when, told.when
    if headline is told or when is None or day is None or when.words is not None or day.words is None:
        return False
    placed = headline.sentences[-1][0] < story.body_begin <= told.sentences[0][0] < story.lead_end
    recent = day.grain == "day" and timedelta(0) <= when.begin - day.begin <= _FRESH
    alike = headline.kind == told.kind and headline.status == told.status
    return (
        alike
        and placed
        and recent
        and headline.persons <= told.persons
        and same_place(headline.scene, told.scene)
        and set(headline.countries) <= set(told.countries)
    )
