"""Names of companies and other bodies in the news: partners, possessives, legal endings, openers of other languages."""

from __future__ import annotations

import pytest

from docs_store import EntityKind, find_entities

ORGANISATION, PERSON, PLACE = EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.PLACE


def named(text: str) -> list[tuple[str, EntityKind]]:
    return [(text[mention.start : mention.end], mention.kind) for mention in find_entities(text)]


@pytest.mark.parametrize(
    "name",
    [
        "Keel, Ferry and Co",
        "Varga Lamp, Tarrow Pier and Co Inc",
        "Samuel Brank and Co Ltd",
        "Keel, Ferry & Tarrow",
        "Marna and Tarrow Inc",
        "Brank Telephone and Telegraph Co",
        "Brank Savings and Loan Association",
        "First Brank Corp",
        "Tarrow's Inc",
        "People's Daily",
        "Banque Tarrow",
        "Pilots Guild of Selwyn",
        "House Harbours and Lamps Committee",
        "Brank Trust and Banking Co",
        "Brank Oil Co. of Ohio",
        "Brank Lamp Corp of South Africa Ltd",
        "Lampara Brankini S.P.A.",
        "IBM Norway",
        "Brank Health",
        "Air Selwyn",
        "Selwyn Seamen's Union",
        "Women's Lamp Association",
        "NHS England",
        "HPLM Norway",
        "Brank Commerce Bank-Selwyn",
        "Selwyn Harbour Commissioners",
    ],
)
def test_one_company(name: str) -> None:
    assert named(f"It was told by {name} on Monday.") == [(name, ORGANISATION)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A loan of 20 mln U.S. Dlrs was given.", [("U.S.", PLACE)]),
        ("Then U.S. Officials told reporters of it.", [("U.S.", PLACE)]),
        ("They met in New York, Keel and Co said.", [("New York", PLACE), ("Keel and Co", ORGANISATION)]),
        ("He went to Paris, London and Rome.", [("Paris", PLACE), ("London", PLACE), ("Rome", PLACE)]),
        ("The Secretary of State for Trade, Miguel Varga, left.", [("Miguel Varga", PERSON)]),
        ("Bonds rated Baa-2 and M-1 money grew.", []),
        ("U.S. Soybean growers met.", [("U.S.", PLACE)]),
        (
            "The Bank of Selwyn Governor Odile Varga left.",
            [("Bank of Selwyn", ORGANISATION), ("Odile Varga", PERSON)],
        ),
        ("Both the House and Senate met.", [("House", ORGANISATION), ("Senate", ORGANISATION)]),
        ("Varnum <VRN.N> said Tuesday it would pay.", [("Varnum", ORGANISATION)]),
        ("It was won by KO and by faith in Osmanism.", []),
        ("It spread over Central and Eastern Europe.", [("Central and Eastern Europe", PLACE)]),
        ("An analyst at Varnum told us.", [("Varnum", ORGANISATION)]),
        ("The Selwyn Laws were passed.", []),
        (
            "It is managed by Keel, Pier and Co, Lazard Tarrow and Co, and Credit Suisse and Swiss Bank Corp too.",
            [
                ("Keel, Pier and Co", ORGANISATION),
                ("Lazard Tarrow and Co", ORGANISATION),
                ("Credit Suisse", ORGANISATION),
                ("Swiss Bank Corp", ORGANISATION),
            ],
        ),
        (
            "The College of Potters and Weavers and the Bank of Selwyn met.",
            [("College of Potters and Weavers", ORGANISATION), ("Bank of Selwyn", ORGANISATION)],
        ),
        ("The Minister of Mines and Energy Subroto told reporters.", [("Subroto", PERSON)]),
        ("It is what Washington wants.", [("Washington", PLACE)]),
        (
            "Chase Manhattan Bank said so, and Marian Church sang.",
            [
                ("Chase Manhattan Bank", ORGANISATION),
                ("Marian Church", PERSON),
            ],
        ),
        ("NEW YORK _ It rained.", [("NEW YORK", PLACE)]),
        ("Former Colorado Gov. Odile Varga spoke.", [("Colorado", PLACE), ("Odile Varga", PERSON)]),
        ("It was told by Brank Corp. of Selwyn on Monday.", [("Brank Corp.", ORGANISATION), ("Selwyn", PLACE)]),
        (
            "He spoke in Boston, Mass. Texas Rangers pitcher Tom Tarrow did not.",
            [("Boston", PLACE), ("Mass.", PLACE), ("Texas Rangers", ORGANISATION), ("Tom Tarrow", PERSON)],
        ),
        (
            "He met Secretary-General Odile Varga at St. John's University.",
            [
                ("Odile Varga", PERSON),
                ("St. John's University", ORGANISATION),
            ],
        ),
        ("The Paris-based Osk Corp left.", [("Paris", PLACE), ("Osk Corp", ORGANISATION)]),
        ("It is New York-based, Moscow-backed and US-led.", [("New York", PLACE), ("Moscow", PLACE), ("US", PLACE)]),
        ("A Russian-made lamp for Varnum-based sailors.", []),
        (
            "Sen. Odile Varga, R-Ohio, and Rep. Tom Tarrow (D-Tex.) spoke.",
            [("Odile Varga", PERSON), ("Ohio", PLACE), ("Tom Tarrow", PERSON), ("Tex.", PLACE)],
        ),
        ("He beat leading American Odile Varga there.", [("Odile Varga", PERSON)]),
        ("It sold its U.K. Subsidiary Brank Ltd today.", [("U.K.", PLACE), ("Brank Ltd", ORGANISATION)]),
        ("It was sold to Brank Corp. Varnolt said so.", [("Brank Corp.", ORGANISATION), ("Varnolt", PERSON)]),
        (
            "It is Brank Motor Co. of the United States.",
            [("Brank Motor Co.", ORGANISATION), ("the United States", PLACE)],
        ),
        (
            "The Ohio Highway Patrol told U.S. District Judge Tom Tarrow.",
            [("Ohio Highway Patrol", ORGANISATION), ("U.S.", PLACE), ("Tom Tarrow", PERSON)],
        ),
        ("The first, Ltd, is no name, and Co is none.", []),
        ("Integrated Lamps Inc and others left.", [("Integrated Lamps Inc", ORGANISATION)]),
        (
            "It was told by the Lamp Industry Association LIA and Brank Bank AG.",
            [("Lamp Industry Association", ORGANISATION), ("LIA", ORGANISATION), ("Brank Bank AG", ORGANISATION)],
        ),
        (
            "He sold Nokia, Ericsson, Siemens & Co to Brank, Varga & Co.",
            [(name, ORGANISATION) for name in ("Nokia", "Ericsson", "Siemens & Co", "Brank, Varga & Co.")],
        ),
        (
            "A venture of Volvo Lampmotor and General Electric ends.",
            [("Volvo Lampmotor", ORGANISATION), ("General Electric", ORGANISATION)],
        ),
        ("It left the EC EPROM market.", [("EC", ORGANISATION), ("EPROM", ORGANISATION)]),
        (
            "The U.S. Securities and Exchange Commission and a Hong Kong-based firm met.",
            [("U.S. Securities and Exchange Commission", ORGANISATION), ("Hong Kong", PLACE)],
        ),
        ("It sold Costa Rican coffee and North American-made lamps.", []),
        ("Reports New York Grain Prices Up Today", [("New York", PLACE)]),
        (
            "HPLM Global Lights economists and LMP Party Leader Odile Varga agreed.",
            [("HPLM Global Lights", ORGANISATION), ("LMP Party", ORGANISATION), ("Odile Varga", PERSON)],
        ),
        ("Struggling Osk Lamps Inc left.", [("Osk Lamps Inc", ORGANISATION)]),
        (
            "It was told by HPLM Chairman Odile Varga and Varnolt CEO Tom Tarrow.",
            [("HPLM", ORGANISATION), ("Odile Varga", PERSON), ("Varnolt", ORGANISATION), ("Tom Tarrow", PERSON)],
        ),
        (
            "General Motors and Ford Motor Co agreed.",
            [("General Motors", ORGANISATION), ("Ford Motor Co", ORGANISATION)],
        ),
    ],
)
def test_what_is_one_name_and_what_is_none(text: str, names: list[tuple[str, EntityKind]]) -> None:
    assert named(text) == names


def test_a_company_of_a_river_s_name_has_no_article() -> None:
    def names(text: str) -> list[tuple[str, str, EntityKind]]:
        return [(text[each.start : each.end], each.name, each.kind) for each in find_entities(text, language="en")]

    company = ("Amazon", "Amazon.com", EntityKind.ORGANISATION)
    assert company in names("Amazon.com said sales rose. Amazon hired more people.")
    text = "Amazon.com said sales rose. It gave money to villages in the Amazon. The Amazon River flooded them."
    assert [kind for written, _, kind in names(text) if written in ("Amazon", "Amazon River")] == [EntityKind.PLACE] * 2
    assert company in names("Amazon hired more people.")
    rivers = "He swam in the Amazon. Amazon floods and Amazon fires worry Brazil."
    assert company not in names(rivers)
    assert company not in names("Amazon deforestation rose.")


@pytest.mark.parametrize(
    "text",
    [
        "Marlow Systems Inc earned more. Then Marlow Systems slept. Last year, Marlow said so.",
        "MARLOW SYSTEMS INC NET UP\n\nMarlow Systems Inc, not Marlow Systems, earned more. Last year, Marlow said so.",
        "Marlow Systems Inc, or Marlow Systems Limited, earned more. Last year, Marlow said so.",
    ],
)
def test_spellings_of_one_company_do_not_make_its_first_word_doubtful(text: str) -> None:
    *_, last = find_entities(text)
    assert (text[last.start : last.end], last.kind, last.name) == ("Marlow", ORGANISATION, "Marlow Systems Inc")


def test_a_first_word_of_two_companies_is_a_company_s_and_neither_s() -> None:
    text = "Marlow Systems Inc met Marlow Piers Ltd. Later, Marlow said so."
    *_, last = find_entities(text)
    assert (last.kind, last.name) == (ORGANISATION, "Marlow")
    text = "Marlow Systems Inc met Marlow Piers Ltd and Odile Marlow. Later, Marlow said so."
    *_, last = find_entities(text)
    assert (last.kind, last.name) == (PERSON, "Odile Marlow")


@pytest.mark.parametrize(
    ("name", "short"),
    [("Norwich National Corp", "Norwich National"), ("First Norway Inc", "First Norway"), ("XL Lamp Co", "XL Lamp")],
)
def test_without_its_form_a_company_is_not_the_place_in_its_name(name: str, short: str) -> None:
    text = f"They sold {name} in May.\nLater {short}'s shares fell. A lamp of {short} burns."
    found = [(text[each.start : each.end], each.name, each.kind) for each in find_entities(text, language="en")]
    assert found == [(name, name, ORGANISATION)] + [(short, name, ORGANISATION)] * 2


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Norway Brankish Lamp Co Ltd", "Norway Brankish"),
        ("Colorado National Lamps Inc", "Colorado National"),
        ("Central Brank Pier Corp", "Central Brank"),
        ("Brank Norwaya SA de CV", "Brank Norwaya"),
    ],
)
def test_the_beginning_of_a_company_s_name_is_not_the_place_in_it(name: str, short: str) -> None:
    assert named(f"It was sold to {name} today. He knew of {short}'s lamps.") == [
        (name, ORGANISATION),
        (short, ORGANISATION),
    ]


def test_a_company_s_name_without_its_form_is_no_place_for_prepositions() -> None:
    text = "He led Varnolt Co. Then he went to Varnolt, from Varnolt to Oslo, and lived in Varnolt, in Varnolt."
    assert named(text) == [
        ("Varnolt Co.", ORGANISATION),
        *[("Varnolt", ORGANISATION)] * 2,
        ("Oslo", PLACE),
        *[("Varnolt", ORGANISATION)] * 2,
    ]


def test_a_word_before_an_office_is_short_for_a_company_of_the_text() -> None:
    text = "It was told by Inland Lamp Industries Inc. It is owned by Inland. Inland Chairman Odile Varga said so."
    assert named(text)[1:] == [("Inland", ORGANISATION), ("Inland", ORGANISATION), ("Odile Varga", PERSON)]


def test_a_people_or_a_place_is_not_short_for_a_company() -> None:
    found = named(
        "It was sold to South Korean Lamps Inc and New York Piers Corp. He saw South Korean ships in New York."
    )
    assert found[2:] == [("New York", PLACE)]


@pytest.mark.parametrize("name", ["Brank Geneva U.S.A.", "Varga Tarrow", "Odile and Brank Piers"])
def test_what_the_wires_put_into_angle_brackets_is_a_company(name: str) -> None:
    assert named(f"It was sold to <{name}> in May.") == [(name, ORGANISATION)]
    assert named(f"It was sold to <The {name}> in May.") == [(name, ORGANISATION)]


def test_where_a_company_between_angle_brackets_is_of_is_no_part_of_it() -> None:
    assert named("It was sold to <Brank Corp of Oslo> in May.") == [("Brank Corp", ORGANISATION), ("Oslo", PLACE)]


def test_a_cause_that_ends_with_a_country() -> None:
    text = "It was told by the group Frack Free Namibia. Frack Free Namibia says that it left Namibia."
    assert named(text) == [("Frack Free Namibia", ORGANISATION)] * 2 + [("Namibia", PLACE)]


def test_a_longer_name_is_not_the_company_s() -> None:
    text = "They sold Norwich National Corp in May. The Norwich National Museum is open."
    names = [text[each.start : each.end] for each in find_entities(text, language="en")]
    assert names == ["Norwich National Corp", "Norwich National Museum"]
