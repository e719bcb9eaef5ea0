"""The spaCy component `explore_actors`: who is spoken of, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from explore.actors.actor import Actor, Mention
from explore.actors.anaphora import Resolver
from explore.actors.appositions import appositions
from explore.actors.bodies import BodyFinder
from explore.actors.casting import Casting, settle
from explore.actors.former import of_their_time
from explore.actors.gazetteer import Gazetteer, Hit
from explore.actors.introductions import introductions
from explore.actors.knowledge import Knowledge, knowledge
from explore.actors.names import NameFinder
from explore.actors.persons import People, Somebody
from explore.actors.places import PlaceReader
from explore.actors.roles import RoleFinder
from explore.actors.scene import Scene
from explore.actors.userfile import saved
from explore.actors.when import Calendar
from explore.actors.words import Words

if TYPE_CHECKING:
    from explore.actors.scene import Body

for _name in ("actors", "mentions", "places"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=())


@Language.factory(
    "explore_actors",
    assigns=["doc._.actors", "doc._.mentions", "doc._.places"],
    default_config={"knowledge": None},
)
def make_actors(nlp: Language, name: str, knowledge: str | None) -> ActorReader:
    """Return the component for a pipeline.

    Parameters
    ----------
    nlp : spacy.language.Language
    name : str
    knowledge : str or None
        Path of a CSV file with people to add or correct; see `explore.actors.userfile`.

    Raises
    ------
    KnowledgeError
        If the file cannot be used.
    """
    return ActorReader(nlp, knowledge)


class ActorReader:
    """Sets `doc._.actors`, `doc._.mentions` and `doc._.places`; the tables are read with the first text."""

    def __init__(self, nlp: Language, own: str | None) -> None:
        self._tokenizer = nlp.tokenizer
        self._own = own
        self._entries: Gazetteer | None = None
        if own:
            # A user's file is checked at once, not at the first article.
            self._load()

    def _load(self) -> tuple[Gazetteer, Knowledge]:
        if self._entries is None:
            self._entries = Gazetteer(self._tokenizer)
        return self._entries, knowledge(self._own, saved(self._own))

    def __call__(self, doc: Doc) -> Doc:
        """Read one text."""
        if len(doc):
            read_actors(doc, *self._load())
        return doc


def read_actors(doc: Doc, entries: Gazetteer, known: Knowledge) -> None:
    """Find the actors of a doc: names, then bodies, then what stands for them."""
    words = Words(doc)
    calendar = Calendar(words)
    published = calendar.published
    hits = of_their_time(entries.scan(words), published)
    scene, places = Scene(words), PlaceReader(words, hits)
    doc._.places = tuple(places.places())
    lands = {hit.term.country for hit in hits if hit.term.country}
    years = (published[0].year, published[1].year) if published else None
    people = People(known, years, lands)
    finder = NameFinder(words, hits, known)
    names = finder.find()
    roles = RoleFinder(words, hits, names).find()
    told = introductions(words, names, [*roles, *appositions(words, hits, names, roles)])
    casting = Casting(scene, people, calendar, told)
    casting.enter(names, finder)
    casting.enter_surnames(finder)
    settle(people, published)
    bodies = BodyFinder(scene, hits, places, roles)
    bodies.find()
    said = {id(role) for found in told.values() for role, joined in found if joined or role.number == 2}
    loose = [role for role in roles if id(role) not in said]
    introduced = {role.end - 1 for found in told.values() for role, _ in found}
    Resolver(scene, people, calendar, bodies, hits, introduced, casting.said).resolve(
        loose, [hit for hit in hits if _is_noun(hit)]
    )
    _write(doc, scene)


def _is_noun(hit: Hit) -> bool:
    if hit.term.kind == "title":
        return hit.term.number == 2
    return hit.term.kind == "noun" and hit.term.office not in {"government", "officials"}


def _write(doc: Doc, scene: Scene) -> None:
    """Set the actors, numbered in the order of the text, and the mentions."""
    numbers: dict[int, int] = {}
    actors: list[Actor] = []
    mentions = []
    for draft in sorted(scene.drafts, key=lambda d: (d.start, d.end)):
        for who in draft.who:
            if id(who) not in numbers:
                numbers[id(who)] = len(actors)
                actors.append(_person(who) if isinstance(who, Somebody) else _body(who))
        span = doc[draft.start : draft.end]
        mentions.append(
            Mention(
                span.start_char, span.end_char, span.text, tuple(numbers[id(who)] for who in draft.who),
                draft.how, draft.unsure,
            )
        )  # fmt: skip
    doc._.actors, doc._.mentions = tuple(actors), tuple(mentions)


def _person(who: Somebody) -> Actor:
    qid = who.key if who.key and who.key[0] == "Q" and who.key[1:].isdigit() else None
    return Actor(who.name or who.written, "person", qid, who.country, who.role)


def _body(who: Body) -> Actor:
    return Actor(who.name, who.kind, who.qid, who.country)
