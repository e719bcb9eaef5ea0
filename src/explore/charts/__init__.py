"""Charts: a table in, an Altair chart out. Importing this makes them show themselves offline."""

from explore.charts.actors import actors_in_text, actors_together
from explore.charts.families import quote_families
from explore.charts.quotes import quoted_how_much, quotes_in_time
from explore.charts.renderer import enable
from explore.charts.timeline import timeline

enable()

__all__ = [
    "actors_in_text",
    "actors_together",
    "quote_families",
    "quoted_how_much",
    "quotes_in_time",
    "timeline",
]
