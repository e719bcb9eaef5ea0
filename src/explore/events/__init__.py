"""What happened, who met whom: events found, dated, merged."""

from explore.events.component import make_events
from explore.events.event import Event, EventKind, Status
from explore.events.table import events_table

__all__ = ["Event", "EventKind", "Status", "events_table", "make_events"]
