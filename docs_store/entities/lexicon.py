"""The words that the rules of English turn on: titles, heads of names, particles, and what is never a name."""

from __future__ import annotations

from typing import Final

from docs_store.entities.gazetteer import lexicon

UPPER: Final = "A-ZÀ-ÖØ-ÞŒŠŽ"
"""Capitals of the Latin script, of which regular expressions make a class."""


def words(text: str) -> frozenset[str]:
    """Return the words of `text`, which are set apart by spaces."""
    return frozenset(text.split())


def _listed(key: str) -> frozenset[str]:
    """Return the words of `lexicon.txt` that are `key`."""
    return frozenset(lexicon()[key])


MONTHS_AND_DAYS: Final = _listed("months and days")
"""Calendar words and the like: capitalised, and never a person, organisation or place by themselves."""

NETS: Final = MONTHS_AND_DAYS & words("Internet Web")
"""Of these, what bodies are for by their names."""

FUNCTION: Final = _listed("function")
"""Words that open sentences (in lower case); one of them inside a run of capitals ends a name."""

TITLES: Final = _listed("titles")
"""Words before a person's name that are no part of it."""

TITLE_HEADS: Final = TITLES - _listed("titles that qualify")
"""Titles that make what follows a person by themselves (the others only qualify a title)."""

CORPORATE_TITLES: Final = TITLES & _listed("corporate titles")
"""What people are in companies, after whose names it stands."""

PORTFOLIOS: Final = TITLES & _listed("portfolios")
"""What ministers are of, by twos."""

HONORIFICS: Final = _listed("honorifics")
"""Titles that are followed by nothing but a person."""

PERSONAL: Final = TITLES & _listed("personal")
"""Titles before a family name that is a word too: "Senator Hill"."""

BENCH: Final = words("Mr Mr. Mrs Mrs. Ms Ms. Lord Lady")
"""What judges' titles begin with: "Mrs Justice Osk", "Lord Justice Osk", "Lord Chief Justice Osk"."""

PEERS: Final = words("Lord Lady Baroness")
"""Titles that are part of a name of one word: "Lord Osk"."""

TITLE_PHRASES: Final = (
    "Secretary of State",
    "Secretary of Defense",
    "Secretary of the Treasury",
    "Secretary of Labor",
    "Secretary of Commerce",
    "Secretary of Energy",
    "Secretary of Agriculture",
    "Secretary of Education",
    "Speaker of the House",
    "Chief of Staff",
    "Minister of Defense",
    "Minister of Foreign Affairs",
    "Chief Justice of the United States",
    "Director of Central Intelligence",
    "Chancellor of the Exchequer",
)
"""Titles with "of", which would otherwise part in the middle."""

AWARDS: Final = words("Oscar Oscars Emmy Emmys Grammy Grammys Tonys Bafta Baftas")
"""Prizes that are called as somebody may be."""

LETTERS: Final = words("MP MEP MSP QC KC OBE MBE CBE MD PhD")
"""What follows a person's name and is no part of it."""

FILMED: Final = words("TV DVD DVDs CD CDs")
"""What is made of somebody, after the name."""

PARTISANS: Final = words("Tory Tories")
"""Members of parties, who are nobody's given names there."""

GRADED: Final = words("Class Series Type Category Grade Schedule Section Phase")
"""What single letters tell apart: "Class B"."""

SUFFIXES: Final = words("Jr Jr. Sr Sr. II III IV V VI VII VIII IX X XI XII XIV XVI XXIII Esq.")
"""What may follow a surname inside a person's name."""

NAME_PARTICLES: Final = _listed("name particles")

_FORMS: Final = _listed("forms")
COMPANY_TAILS: Final = _FORMS | words("Company Companies Group Holding Holdings")
"""Words at the end of a company's name that are left out where it is named again; without their full stops."""

LEGAL: Final = _FORMS | {f"{form}." for form in _FORMS} | words("Cos Cos. L.L.C. L.P. NA N.A. KGaA")
"""What the law wants at the end of a company's name; by itself it is nobody's."""

PARTNERS: Final = LEGAL | words("Company Sons Son Bros Bros. Brothers Cie Partners Associates")
"""What "and" joins to the names of a firm's founders."""

KIN: Final = words("Subsidiary Affiliate")
"""What companies are to others, with a capital before their names."""

CORPORATE: Final = LEGAL | _listed("corporate")

ORGANISATION_HEADS: Final = CORPORATE | _listed("organisation heads") - words(
    "City House Task Program Project Order Company Air Express Gas Television Radio TV"
)
"""Last words of an organisation's name."""

LEAGUES: Final = ORGANISATION_HEADS & words("League Conference Division Campaign")
"""Of these, what stands before the teams and places it is of."""

FIELDS: Final = _listed("fields")
"""What companies are in, by which their names end after a word of their own: "Osk Research", "Varga Coal"."""

OF_ORGANISATIONS: Final = _listed("of organisations")
"""What "of" may follow inside an organisation's name."""

LED: Final = words("Party Movement Front Alliance Coalition Union Ministers")
"""Of these, what stands behind "of" may be their leader, or a body whose they are."""

FOR_ORGANISATIONS: Final = _listed("for organisations")
"""What "for", "on", "to" and "against" may follow inside an organisation's name."""

STUDIES: Final = words("Research Studies Reporting Information Education")
"""What bodies are for that "on" may follow: "Institute for Research on Osk"."""

OFFICES: Final = _listed("offices")
"""Heads whose capital tells a name that opens a sentence, of whatever words it is: "Central Bank"."""

AND_ORGANISATIONS: Final = _listed("and organisations")
"""What names its field with "and": "Department of Health and Human Services"."""

PROPER: Final = words("China Congress Parliament")
"""Names that are common words too, which without an article begin no sentence: "China opened its market"."""

CLUB_NAMES: Final = words("United City Rovers Wanderers Rangers Sox Villa Albion Forest Athletic")
"""Heads by which clubs go alone: "City", of Manchester City."""

NICKNAMES: Final = _listed("nicknames")
"""What teams are called after their cities, beside plurals."""

VAGUE_NICKNAMES: Final = _listed("vague nicknames")
"""Plurals that teams are called, and much else."""

AND_TAILS: Final = ORGANISATION_HEADS - words("Times Post News Police Forces Guards Unions")
"""Heads that close an organisation whose name has "and" in it."""

PLACE_HEADS: Final = _listed("place heads")
"""Last words of a place's name."""

CORNERS: Final = words("Place Corner Row Gate Cross Close End Meadows")
"""Last words of a street's name that are family names too."""

OF_PLACES: Final = _listed("of places")
"""What "of" may follow inside a place's name."""

PLACE_OPENERS: Final = _listed("place openers")
"""First words of a place's name, when no given name follows."""

BEARINGS: Final = _listed("bearings")

BRANCHES: Final = words("Canada Australia UK Scotland")
"""Countries behind what bodies of theirs do, or firms: "Lamps Canada", "Varnolt UK"."""

OF_OLD: Final = _listed("of old")
"""Words before a country that make no body of it."""

EVENT_HEADS: Final = _listed("event heads")
EVENT_OPENERS: Final = words("Battle Siege Hurricane Operation Treaty Tropical Typhoon Cyclone War")

VAGUE_HEADS: Final = _listed("vague heads")
"""Heads that are adjectives or common nouns after a country ("U.S. Financial services")."""

THING_HEADS: Final = _listed("thing heads")
"""Last words of what is none of the kinds that we mark."""

CHAMBERS: Final = words("House Senate")
PANELS: Final = words("Committee Subcommittee Panel")
"""What a house of parliament has, whose fields "and" joins."""

PAIRS: Final = frozenset(
    (
        ("Savings", "Loan"), ("Telephone", "Telegraph"), ("Telegraph", "Telephone"), ("Cable", "Wireless"),
        ("Oil", "Gas"), ("Tire", "Rubber"), ("Power", "Light"), ("Gas", "Electric"), ("Iron", "Steel"),
        ("Trust", "Savings"), ("Arts", "Sciences"), ("Science", "Technology"), ("Food", "Drug"), ("Life", "Casualty"),
        ("Ways", "Means"), ("Trade", "Development"), ("Trust", "Investment"), ("Trust", "Banking"), ("Harper", "Row"),
    )
)  # fmt: skip
"""Words that "and" joins inside the names of companies and institutes."""

COMPANY_WORDS: Final = _listed("company words")
"""Words of the language that well-known papers and companies go by: they are meant where the text says so."""

NAMESAKES: Final = {"Amazon River": "Amazon.com"}
"""Rivers, which have an article, and the companies of their names, which have none."""

COMPANY_OPENERS: Final = _listed("company openers")
"""First words of a company's name, or another body's, in the languages around."""

CLUB_OPENERS: Final = _listed("club openers")
"""First words of a sports club's name."""

NO_CLUBS: Final = PLACE_HEADS | EVENT_HEADS | THING_HEADS
"""Last words of what is no club, whatever it begins with."""

PLACE_ENDINGS: Final = lexicon()["place endings"]
PERSON_ENDINGS: Final = lexicon()["person endings"]
"""How unknown single names of places and people often end."""

NAMED_HEADS: Final = ORGANISATION_HEADS | PLACE_HEADS
HEADS: Final = NAMED_HEADS | EVENT_HEADS | THING_HEADS
"""Heads of every kind: alone they are common nouns."""

STATES: Final = _listed("states")
"""How the wires shorten states, after the names of towns."""

AT_HOME: Final = frozenset(
    ("America", "New York", "New Jersey", "California", "Indiana", "Ohio", "Texas", "Illinois", "Pennsylvania")
)
"""Where companies are of by name, beside countries: "Standard Oil Co. of Ohio", and "Osk Corp. of Selwyn"."""

NOBODY: Final = _listed("nobody")
"""Words of market reports that look like somebody."""

EAST_ASIAN_FAMILIES: Final = _listed("east asian families")
"""Family names that stand first: Korean, Chinese, Vietnamese and their neighbours, romanised."""

NATIONALS: Final = _listed("nationals")
"""What somebody is called by the country, or the city, before a name; never a given name there: "German Odile Osk"."""

DEMONYMS: Final = NATIONALS | _listed("demonyms")
"""Peoples, faiths and their adjectives, and those of parties: no place by themselves."""

OF_PEOPLES: Final = DEMONYMS | BEARINGS
"""What peoples are called, and of which part they are."""

DEMONYM_PAIRS: Final = frozenset(
    (
        "Puerto Rican",
        "Puerto Ricans",
        "Costa Rican",
        "Sri Lankan",
        "Sri Lankans",
        "New Zealander",
        "New Zealanders",
        "Saudi Arabian",
        "Hong Konger",
        "New Yorker",
        "New Yorkers",
        "Papua New",
        "Los Angeleno",
        "Sierra Leonean",
        "El Salvadoran",
    )
)

ROMAN: Final = _listed("roman")

NO_ACRONYMS: Final = _listed("no acronyms")
"""Capitals that stand for no organisation."""
