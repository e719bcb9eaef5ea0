"""Who is who: people, countries and organisations, resolved at the date."""

from explore.actors.actor import Actor, ActorKind, How, Mention
from explore.actors.component import make_actors
from explore.actors.table import actors_table, mentions_table

__all__ = ["Actor", "ActorKind", "How", "Mention", "actors_table", "make_actors", "mentions_table"]
