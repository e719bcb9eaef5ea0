"""Short word lists that the rules of this folder share. Own work, CC0."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of a line as a set.

    >>> sorted(words("this that"))
    ['that', 'this']
    """
    return frozenset(text.split())


BOTH = words("both two sides pair")
# Who is sent or named to do something, and so does it.
NEGOTIATORS = words("team delegation negotiator envoy emissary representative official group committee panel")
# "The two ministries" are not the two persons told of before.
BODIES = words("ministry department agency company parliament army bank chamber university committee")
DEFINITE = words("the this that these those his her their its our both")
RELATIVE = words("who which that whom where whose when")
# What a noun phrase may hold beside nouns, and the prepositions that join titles.
INSIDE = words(", - – ( ) 's ’s ' ’ & / both as well [ ] \" “ ” … ...")
LINK = words("of for")
# Words after which an infinitive or noun of arrival stands for the last day: "at the end of a visit".
AT_END = words("end close conclusion")
# Nouns that only count occasions: "five rounds of talks".
MEASURES = words("round series set day cycle hour session part number pair")
# Who talks or acts for the country of the adjective before: "the Ukrainian delegation".
DELEGATES = words(
    "delegation delegations side sides officials representatives negotiators diplomats envoys team teams "
    "forces troops army military authorities government governments ministers leaders leadership counterparts"
)
GUESTS = words(
    "delegation leader president minister premier chancellor secretary king queen prince emir sultan pope "
    "envoy ambassador diplomat counterpart guest host colleague official head chief chair chairman "
    "chairwoman director executive commander general governor mayor lawmaker senator legislator deputy "
    "member elder negotiator mediator commissioner politician cabinet"
)
# Who hosts these for somebody is met.
MEALS = words("banquet dinner lunch breakfast reception luncheon")
# Words of games.
SPORT = words(
    "striker midfielder goalkeeper defender winger referee penalty wicket wickets innings batsman bowler "
    "quarterback touchdown touchdowns rebounds halftime half-time semi-final semifinal quarter-final squad "
    "league fixture fixtures kick-off scored goals coach playoff playoffs match game champions tournament "
    "teammate teammates stadium season"
)
# Whom one speaks to for all to hear: "spoke to reporters", "speaking to CNN's host".
PRESS = words(
    "reporter reporters journalist journalists press media audience supporters crowd students news tv "
    "radio television network magazine newspaper podcast anchor presenter correspondent interviewer "
    "show programme program times post today bbc cnn cnbc msnbc nbc cbs itv reuters afp bloomberg"
)
# Who acts for or stands close to somebody: "an aide to Zelensky", "Trump aides" are not the man himself.
ENTOURAGE = words(
    "aide aides adviser advisers advisor advisors envoy envoys emissary emissaries ambassador ambassadors "
    "lawyer lawyers attorney attorneys counsel spokesman spokeswoman spokesperson spokespeople deputy "
    "deputies assistant assistants ally allies associate associates confidant confidante supporter "
    "supporters critic critics voter voters donor donors backer backers delegate delegates loyalist "
    "loyalists appointee appointees rival rivals opponent opponents friend friends son sons daughter "
    "daughters wife husband widow brother brothers sister sisters mother father parents relative "
    "relatives family nephew niece representative representatives staff staffer staffers team campaign "
    "predecessor successor biographer bodyguard close"
)
# Whose delegates speak against their country: "the Belarusian democratic forces".
OPPOSED = words("democratic opposition rebel separatist exiled dissident")
# What counts occasions: "his first trip since June".
COUNTED = words("first second third fourth fifth")
# What opens a clause with an occasion: "During the visit, …", "Following talks in Rome, …".
OPENERS = words("during after following before in at amid since on over by ahead")
# Prepositions before an occasion within which something is said or done.
WITHIN = words("in during at on over by")
# What lies behind or ahead of the clause it opens.
PAST_OPENERS = words("after following since")
# Participles that say where and when something is held.
HELD = words("hold host schedule organise organize plan convene chair set due stage")
# What a day ahead was given by.
SCHEDULED = words("plan schedule announce expect set slate book pencil arrange")
# Verbs of calling that may also give a name.
CALLING = words("call")
# What changes a verb's sense only right behind it: "called on".
PARTICLES = words("on upon")
# Verbs that open a journey: the day they name is its first.
SETS_OUT = words("leave depart set embark fly head travel arrive land begin start open kick")
# Who says that talks did not last or go on says that they were.
LASTS = words("continue last end conclude finish stop close")
# What is said of contacts that are many and none of its own.
OFTEN = words("often frequently regularly repeatedly routinely usually always sometimes constantly")
# What is put on another day with these does not take place on its own.
MOVES = words("move shift push")
# Of what only goes on, no single occasion is meant.
GOES_ON = words("continue maintain keep")
# Whose object goes in the place of their subject: "sent Blinken to meet Wang".
SENDS = words("send dispatch ask order instruct tell urge assign deploy delegate authorise authorize")
# Taking part: who did not attend a meeting of others does not make it fall through.
TAKES_PART = words("attend join participate take sit listen miss skip")
# Whose subject would have gone: "canceled a visit to Washington".
GOERS = words("cancel postpone scrap abandon shorten delay plan undertake skip")
# What stands for the land of who speaks of it: "invited to the kingdom".
LANDS = words("kingdom country republic emirate sultanate nation")
# Who is named only by his part in the visit told.
HOSTS = words("host guest visitor interlocutor")
# What is told, asked or promised to somebody on an occasion is told to one who takes part in it.
ADDRESSES = words("tell assure inform ask urge warn brief thank congratulate remind press promise")
# Marks that speak of another occasion than the one already told.
OTHER = words("another next second third previous earlier last first other new future")
# What is told and may be false, and what says that it is.
REPORTS = words("report rumour rumor claim allegation speculation suggestion story")
UNTRUE = words("false untrue unfounded baseless groundless fake incorrect wrong fabricated nonsense invented")
CONFIRMS = words("confirm verify")
REFUTES = words("deny dismiss reject refute")
# Verbs whose object takes part in what their subject names: "the talks brought together".
GATHERS = words("bring gather unite assemble reunite involve include")
# Words that take up a call as easily as a meeting: "the conversation was constructive".
VAGUE = words("conversation talk discussion dialogue speak confer consultation negotiation")
# Words of everyday use: a sentence with a word of its own tells the event better.
EVERYDAY = words("be due expect see")
# Meetings of many, where each may be named in a sentence of his own.
SUMMITS = words("summit forum")
NAME_PARTICLES = words("bin ibn al von van de der den da dos del di la le ben")
FUTURE = words("will shall 'll ’ll wo would")
# What would be, as things are not: "would have met", "he says he would meet".
WOULD = words("would 'd ’d")
MODAL = words("may might could should can must ca ought")
NEGATION = words("not n't n’t never neither nor")
# "Not only", "not just": nothing is denied.
ONLY = words("only just merely simply solely")
# What opens the topic of talks.
TOPIC = words("about on regarding concerning")
# Behind these stands what something was done or talked about for.
TOPICS = TOPIC | words("because over amid despite due against")
NO = words("no neither without")
CONDITION = words("if unless whether lest")
DUE = words("due set scheduled expected slated about")
# What was so, and then "but": it did not come about.
MEANT = words("suppose mean due schedule expect")
# What the present tells of a day ahead: "who flies to Rome on Monday".
ITINERARY = words("fly travel arrive head leave depart visit go return meet host")
# What is said with these of an event is wished or imagined.
IMAGINED = words("propose suggest hope wish urge demand imagine doubt insist ask")
CALLS_FOR = words("call appeal press hope wish")
# Verbs whose subject is what happens: "talks began", "the visit took place".
OCCUR = words(
    "take occur happen begin start end conclude resume continue open hold last be plan schedule expect"
)
# Between an event and a time, these part them.
PARTING = words("who which that where before after since until wake amid ; : —")
_COUNTING = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBERS = {word: number for number, word in enumerate(_COUNTING, 1)}
