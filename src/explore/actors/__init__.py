"""Who is who: people, countries and organisations, resolved at the date."""

from explore.actors.actor import Actor, ActorKind, How, Mention
from explore.actors.component import make_actors
from explore.actors.knowledge import country_of
from explore.actors.lookup import mention_at, mentions_in, place_at, places_in
from explore.actors.offices import Holder, holder
from explore.actors.place import Place
from explore.actors.table import actors_table, mentions_table

__all__ = [
    "Actor",
    "ActorKind",
    "Holder",
    "How",
    "Mention",
    "Place",
    "actors_table",
    "country_of",
    "holder",
    "make_actors",
    "mention_at",
    "mentions_in",
    "mentions_table",
    "place_at",
    "places_in",
]
