"""Words around a name that tell its kind. Tables by the word, in small letters, that stands before it or after it."""

from __future__ import annotations

from typing import Final, TypeAlias

from docs_store.entities.lexicon import words
from docs_store.model import EntityKind

Evidence: TypeAlias = tuple[tuple[EntityKind, float], ...]
"""How much speaks for each kind, in the weights of `words`."""

_PERSON: Final = EntityKind.PERSON
_BODY: Final = EntityKind.ORGANISATION
_PLACE: Final = EntityKind.PLACE
_EVENT: Final = EntityKind.EVENT


def _table(*rows: tuple[str, Evidence]) -> dict[str, Evidence]:
    """Return a table by words; where two rows have one, the later counts."""
    return {word: evidence for listed, evidence in rows for word in listed.split()}


NO_DOUBT: Final = 3.5
"""The weight of what is said of bodies alone."""

SPEECH: Final = words(
    "said says told added asked replied insisted argued testified recalled explained noted wrote declared denied "
    "announced acknowledged conceded warned complained joked vowed admitted contended smiled laughed died married "
    "confirmed stressed emphasised emphasized reiterated remarked quipped commented "
    "resigned who whose himself herself thinks thought believes believed wants wanted hopes knew knows nodded"
)
"""What only people do: a name before one of these is likely a person's."""

GOVERNMENTS: Final = words(
    "Washington Virginia America Jordan Chad Israel Georgia Lebanon China India Cuba Kenya Jamaica Holland England "
    "France Ireland"
)
"""Places that are people's names too, and say and want things without being anybody."""

NOBODY: Final = words(
    "airline carmaker automaker chipmaker drugmaker planemaker toymaker steelmaker insurer reinsurer lender bookmaker "
    "brokerage supermarket brewery conglomerate consultancy"
)
"""Firms by what they do, which stands before their names: "carmaker Varnolt"."""

TRADES: Final = NOBODY | words(
    "winemaker shipbuilder housebuilder manufacturer supplier broadcaster brewer distiller retailer grocer publisher "
    "auctioneer stockbroker broker wholesaler distributor contractor developer caterer jeweller confectioner hotelier "
    "outfitter miner bookseller newsagent"
)
"""And those that somebody may be too; they are never part of a name."""

PARTNERSHIPS: Final = words(
    "stockbrokers brokers publishers auctioneers bookmakers brewers distillers insurers grocers jewellers solicitors "
    "accountants printers booksellers outfitters confectioners shipbuilders housebuilders developers"
)
"""What one firm is called in the plural: "stockbrokers James Varnolt"."""

FIRMS: Final = words(
    "companies firms groups banks airlines retailers manufacturers carmakers automakers publishers insurers brokers "
    "bookmakers labels bands newspapers magazines agencies charities unions broadcasters operators suppliers "
    "developers studios chains stores supermarkets websites makers clubs lenders brokerages builders portals giants"
)
PERSONS: Final = words(
    "actors actresses singers stars directors writers authors artists leaders ministers politicians senators players "
    "candidates musicians composers poets novelists designers celebrities comedians heroes rappers strikers"
)
PLACES: Final = words(
    "countries cities towns villages states regions islands nations places counties provinces resorts"
)
"""Of many what those named after "such as" and "like", or right behind it, are some."""

_LISTED: Final = _table(
    (" ".join(FIRMS), ((_BODY, 2.0),)), (" ".join(PERSONS), ((_PERSON, 2.0),)), (" ".join(PLACES), ((_PLACE, 2.0),))
)

ARTICLE: Final[Evidence] = ((_BODY, 0.8), (_PERSON, -1.0), (_PLACE, -0.3))
"""By "the", which stands before bodies, and before ships and weapons too."""
ARTICLE_AGAIN: Final[Evidence] = ARTICLE[1:]
"""And where it stands before the name again: that is no more of a body for it."""

TOWARDS: Final[Evidence] = ((_PLACE, 0.7),)
"""By most prepositions: enough, where nothing says more."""

GOING: Final = words(
    "went go goes going gone move moves moved moving flew fly flies flying flown fled flee travel travels travelled "
    "traveled travelling traveling return returns returned returning drive drove driven walk walked sail sailed came "
    "come comes coming headed heading emigrated deported extradited evacuated relocated exiled retreat retreated trip "
    "trips journey visit visits tour flight flights route routes road roads railway ferry bus train way coast exports "
    "shipments adjacent close next back home north south east west northeast northwest southeast southwest"
)
"""Words before "to" and where one goes: behind others it is as often somebody."""

SPOKEN: Final[Evidence] = ((_PERSON, 1.0),)
"""By what people do, right before the name."""

OCCUPATIONS: Final = words(
    "actor actress singer author writer director producer composer guitarist bassist drummer vocalist pianist "
    "spokesman spokeswoman lawyer attorney judge president minister chairman general colonel coach player pitcher "
    "quarterback driver son daughter wife husband brother sister father mother friend daughters sons widow named "
    "critic poet novelist historian analyst economist professor goalkeeper striker defender midfielder rider champion "
    "starring mr. mrs. leader lawmaker architect painter artist photographer businessman philosopher rapper "
    "biographer captain commander king queen prince saint star entrepreneur mogul presenter comedian founder activist "
    "dissident reporter correspondent editor tycoon billionaire millionaire financier industrialist designer chef "
    "wrestler boxer sprinter swimmer cyclist jockey golfer skier skater winger batsman bowler catcher outfielder "
    "shortstop linebacker fullback rookie skipper councillor sergeant detective warlord gunman barrister banker "
    "dancer sculptor astronaut dictator premier senator congressman congresswoman governor mayor winner advocate "
    "solicitor magistrate cousin uncle aunt nephew niece stepson stepdaughter girlfriend boyfriend fiancee fiance "
    "classmate roommate teammate physicist chemist biologist engineer researcher scientist teacher pastor bishop "
    "rabbi imam surgeon physician nurse doctor veteran survivor suspect defendant blogger influencer co-star "
    "screenwriter choreographer violinist cellist soprano tenor conductor comptroller treasurer auditor referee umpire "
    "physio trainer frontman pollster trustee strategist statistician co-chairman vice-chairman vice-president"
)
"""What somebody does, or is to others, which stands before the name."""

_NOUNS: Final = (
    (
        "band company group firm label newspaper magazine team club maker giant agency studio organisation "
        "organization watchdog regulator union consortium charity bank chain service platform startup start-up "
        "operator provider think-tank tabloid",
        ((_BODY, 2.5),),
    ),
    (" ".join(TRADES), ((_BODY, 2.5),)),
    (" ".join(FIRMS), ((_BODY, 2.0),)),
    (" ".join(PARTNERSHIPS), ((_BODY, 3.0),)),
    (" ".join(OCCUPATIONS), ((_PERSON, 2.0),)),
)
"""Who and what is named right after the word for it."""

APPOSED: Final = _table(*_NOUNS)
"""By the word before a comma and the name, which another comma follows: "its parent company, Varnolt, said"."""

BEFORE: Final = _table(
    (" ".join(SPEECH), SPOKEN),
    ("by with that", ((_PERSON, 0.5),)),
    ("rated", ((_PERSON, -2.0), (_BODY, -2.0))),
    ("the", ARTICLE),
    *_NOUNS,
    ("from at into across toward towards via through over of", TOWARDS),
    ("in near outside throughout inside around", ((_PLACE, 2.0),)),
)
"""By the word right before the name."""

OPENING_THE: Final[Evidence] = ((_PERSON, -1.0), (_PLACE, -0.3))
"""By "The" at the beginning of a sentence, which may stand before any noun."""

BEFORE_OF: Final = _table(
    (
        "unit subsidiary affiliate division arm shares shareholders stockholders chairman parent takeover acquisition "
        "purchase stock executive founder co-founder ceo ipo flotation",
        ((_BODY, 2.0),),
    ),
    ("head boss", ((_BODY, 1.5),)),
    ("chairman director owner pct percent cent", ((_BODY, 1.0),)),
    ("sales bottles packs brands fan fans", ((_PLACE, 0.0),)),  # a product, a band
    (
        "town village city region province district county municipality port suburb state island capital hamlet "
        "parish resort north south east west northeast northwest southeast southwest outskirts mayor governor people "
        "coast citizens residents university archbishop bishop",
        ((_PLACE, 3.0),),
    ),
)
"""By the word before "of" and the name."""

_EMPLOYED: Final = (
    "analyst economist strategist trader dealer broker partner executive manager analysts traders economists "
    "strategists brokers engineer researcher consultant"
)
_ROLES: Final = "role part starred starring appeared appears stars song performance"

BEFORE_OTHERS: Final = {
    "like": _LISTED,
    "including": _LISTED,
    "at": _table((_EMPLOYED, ((_BODY, 2.0),))),
    "with": _table(
        (_EMPLOYED, ((_BODY, 2.0),)),
        ("merger", ((_BODY, 3.0),)),
        ("contract venture partnership deal agreement", ((_BODY, 1.5),)),
    ),
    "for": _table(("works worked working spokesman spokeswoman spokesperson analyst bid offer", ((_BODY, 1.0),))),
    "in": _table(
        ("stake shares interest shareholder shareholders investor investors holding", ((_BODY, 2.0),)),
        ("wrote writes published printed", ((_BODY, 2.0),)),
        (_ROLES, ((_PLACE, 0.0),)),  # a film
    ),
    "to": _table(
        ("according", ((_BODY, 0.6), (_PERSON, 0.6))),
        (" ".join(GOING), TOWARDS),
    ),
    "the": _table(("told", ((_BODY, 1.5), (_PERSON, -1.0)))),
    "by": _table(
        (
            "made run owned manufactured published acquired bought developed operated marketed conducted commissioned "
            "compiled supplied underwritten lead-managed",
            ((_BODY, 1.5),),
        )
    ),
}
"""By the word before another preposition and the name."""

BEFORE_SUCH_AS: Final = _LISTED
"""By the word before "such as" and the name."""

AFTER: Final = _table(
    (" ".join(SPEECH), ((_PERSON, 1.5),)),
    ("administration presidency", ((_PERSON, 3.0),)),
    ("campaign cabinet aides family camp era", ((_PERSON, 2.0),)),
    (
        "lawyer lawyers attorney attorneys wife husband widow mother father parents son daughter sons daughters "
        "brother sister girlfriend boyfriend fiancee grandmother grandfather mother-in-law biographer memoir biography",
        ((_PERSON, 1.5),),
    ),
    ("index average card cards", ((_PERSON, -2.0),)),
    ("scale", ((_PERSON, -2.0), (_BODY, -2.0))),
    (
        "shares stock employees officials executives spokesman spokeswoman headquarters fans shareholders "
        "stockholders products factory factories profits earnings revenue revenues subsidiary unit division arm brand "
        "takeover board group consortium analyst analysts economist economists strategist strategists poll survey "
        "bosses",
        ((_BODY, 1.5),),
    ),
    ("which", ((_BODY, 1.0), (_PERSON, -1.5))),
    ("newspaper magazine", ((_BODY, NO_DOUBT),)),
    ("winner winners nominee nominees nomination nominations laureate shortlist longlist", ((_EVENT, 2.5),)),
    ("makes sells owns operates acquired employs manufactures markets unveiled", ((_BODY, 1.0),)),
    ("reported", ((_BODY, 1.5),)),
)
"""By the word after the name, "'s" or a comma between or not."""

AFTER_COMMA: Final = _table(
    (
        "president chairman chairwoman director head analyst spokesman spokeswoman chief executive editor "
        "professor economist founder secretary minister leader manager deputy vice senior author aged lawyer "
        "counsel",
        ((_PERSON, 1.0),),
    ),
)
"""By the word after the name and a comma: an office."""

AFTER_SPACE: Final = _table(
    (
        "chief chairman chairwoman boss executive coach manager quarterback pitcher goalkeeper goalie striker "
        "midfielder shortstop outfielder linebacker receiver",
        ((_BODY, 1.5),),
    ),
    ("staff workers customers subscribers journalist newsletter spokesperson researchers engineers", ((_BODY, 1.0),)),
    ("commissioner", ((_BODY, 1.5),)),
    (
        "region province area district township suburb prefecture oblast municipality valley peninsula estuary basin "
        "governorate enclave neighborhood neighbourhood foreshore",
        ((_PLACE, 2.0),),
    ),
)
"""By the word right after the name: an office there ("Varnolt chief executive Odile Varga"), or what place it is."""

PLAYERS: Final = words(
    "wing winger hooker flanker prop lock centre center fly-half scrum-half full-back fullback number-eight defender "
    "keeper goalkeeper goalie striker midfielder forward skipper captain coach manager boss quarterback linebacker "
    "pitcher shortstop catcher outfielder infielder guard tackle cornerback receiver playmaker"
)
"""What somebody is in a team: "Varnolt hooker Odile Varga"."""

AFTER_OWNER: Final = _table(
    (
        "board customers workers suppliers investors stores airline airlines rival rivals creditors administrators "
        "franchise management",
        ((_BODY, 1.5),),
    ),
)
"""By the word after the name and "'s": what companies have."""

RESULTS: Final = words("reported reports posted posts earned booked forecast forecasts expects swung")
"""Before "higher profit" and the like, what companies do."""

PLANNING: Final = words("has had agreed plans planned offered intends")
AGREED: Final = words("buy acquire sell merge pay purchase supply build form launch")
"""What companies have agreed, or plan, to do."""

PLACE_CLASSES: Final = words(
    "village town city municipality commune province county district region state island suburb river lake mountain "
    "neighborhood neighbourhood settlement hamlet country capital"
)
ORGANISATION_CLASSES: Final = words(
    "band company corporation organization organisation manufacturer newspaper magazine university college school "
    "publisher label club team agency airline bank party firm maker retailer supplier subsidiary insurer brewer "
    "producer unit exporter importer bookmaker carmaker chain distributor developer builder website charity group body"
)
PERSON_CLASSES: Final = words(
    "actor actress singer author writer director producer composer politician player footballer guitarist musician "
    "lawyer journalist poet novelist professor scientist coach businessman artist painter historian drummer pianist "
    "philosopher economist analyst spokesman spokeswoman president chairman director executive editor adviser official "
    "expert teacher doctor farmer student resident veteran star striker midfielder defender man woman boy girl member "
    "ambassador mayor governor pastor priest bishop judge prosecutor counsel captain coach "
    "minister senator leader banker trader consultant founder partner dealer strategist"
)
"""What "X is a …" makes of X."""
