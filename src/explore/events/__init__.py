"""What happened, who met whom: events found, dated, merged."""

from explore.events.about import about
from explore.events.codebook import load_codebook
from explore.events.component import make_events
from explore.events.event import Event, EventKind, Status
from explore.events.export import to_csv, to_ical, to_json, to_timelinejs, write_events
from explore.events.merging import merge_events
from explore.events.table import events_table

__all__ = [
    "Event",
    "EventKind",
    "Status",
    "about",
    "events_table",
    "load_codebook",
    "make_events",
    "merge_events",
    "to_csv",
    "to_ical",
    "to_json",
    "to_timelinejs",
    "write_events",
]
