"""What the generated archives are written with: common words of newspapers, commonest first, and parts of names.

All of it is our own. The long tail, which is most of a real vocabulary, is made from syllables in `archives`.
"""

from __future__ import annotations

from typing import Final

NOUNS: Final = tuple(
    """
    government minister market company president police election court bank report deal plan party trade budget union
    city school health price oil talks vote crisis strike leader group workers law house inquiry season team growth
    profit shares water energy fire storm bridge harbour ferry railway airport hospital university museum theatre
    festival concert film book author singer champion coach match final cup record victory defeat injury transfer
    tax pension wage mortgage debt loan bond currency inflation recession recovery factory plant mine farm harvest
    wheat coffee copper steel car engine battery satellite rocket telescope vaccine virus disease cancer surgery drug
    trial verdict appeal judge jury prison sentence fraud bribery scandal protest march rally riot curfew ceasefire
    treaty border refugee visa embassy summit sanction missile navy army soldier veteran memorial funeral wedding
    palace castle cathedral village river lake forest glacier island volcano earthquake flood drought heatwave frost
    climate emission carbon turbine reactor pipeline tunnel motorway cyclist passenger pilot driver teacher pupil
    student nurse doctor surgeon patient scientist engineer architect painter sculptor poet novelist orchestra choir
    opera ballet gallery archive library newspaper broadcaster website network server password hacker software robot
    regulator watchdog auditor lobby campaign manifesto cabinet parliament senate council mayor governor ambassador
    envoy rebel hostage ransom smuggler detective witness suspect burglary robbery arson lottery auction antique
    inheritance charity donor volunteer shelter orphan pensioner landlord tenant housing mosque church synagogue
    bishop pilgrim temple calendar clock lighthouse fisherman trawler whale salmon otter falcon beetle orchard
    vineyard brewery bakery recipe restaurant waiter tailor carpenter locksmith plumber postman
    """.split()
)
VERBS: Final = tuple(
    """
    says wins cuts backs seeks faces warns rises falls opens closes plans rejects approves signs delays denies admits
    joins leaves buys sells raises lowers blocks ends starts launches halts resumes orders urges blames praises sues
    fines jails frees names drops signals promises demands doubles halves beats loses draws misses breaks saves
    rebuilds restores reveals uncovers hides finds loses bans allows defends attacks criticises welcomes questions
    investigates suspends dismisses appoints elects mourns celebrates remembers visits abandons postpones extends
    """.split()
)
ADJECTIVES: Final = tuple(
    """
    new first last old big record early late final national foreign local public private former young rare huge top
    secret historic annual joint fresh surprise bitter quiet long short deep empty fragile ambitious controversial
    ancient modern northern southern eastern western royal rural coastal nuclear digital medical legal military
    """.split()
)
COMMON: Final = tuple(
    """
    the of to and in a that is was for it on with as at by from has be had are not this will but have its their he she
    were they who which been would said after more one about than two when also when over into some could there last
    """.split()
)
GIVEN: Final = tuple(
    """
    Ana Aron Beata Bruno Carla Celal Dagny Emil Esra Fabio Greta Hanne Igor Ines Jana Jorge Kaja Lars Lea Marek Mina
    Nadia Nils Odile Otto Paula Pavel Rana Ruben Saskia Sven Tariq Tova Ulla Viktor Wanda Yara Yusuf Zeno Zoë Łucja
    José Søren Anaïs Jürgen
    """.split()
)
HEADLINES: Final = tuple(
    """
    {org}|{verb}|{adjective}|{noun}|{noun}
    {person}|{verb}|{noun}|in|{place}
    {place}|{noun}|{verb}|{noun}|after|{adjective}|{noun}
    {adjective}|{noun}|for|{place}|{noun}
    {surname}|{verb}|{org}|over|{noun}|{noun}
    {noun}|and|{noun}:|{person}|{verb}|the|{noun}
    How|{place}|{verb}|its|{adjective}|{noun}
    {org}|{verb}|{noun}|as|{noun}|{verb}|{noun}
    '{adjective}|{noun}'|{verb}|{place},|{surname}|says
    {place}|{noun}:|day|{number}|of|{adjective}|{noun}
    {person}|on|the|{noun}|of|{tail}
    {tail}|{verb}|{noun}|of|{org}
    """.split()
)
"""One headline a line, its words apart by bars, `{slots}` filled."""
ONSETS: Final = tuple(
    "b b br c c ch d d dr f g gr h j k l l l m m m n n n p p pr r r s s s sh st t t t tr v v w z".split()
)
VOWELS: Final = tuple("a a a e e e i i o o u ai ea".split())
CODAS: Final = tuple("- - - - - - n n r r s l nd st ck m rt".replace("-", "").split(" "))
PLACE_ENDS: Final = tuple("ford burg haven ton ville grad borough stad field mouth ø ö".split())
ORG_ENDS: Final = tuple("Group Bank Motors Foods Steel Airways Union Press Holdings Energy United Trust".split())
