"""What the words around an unknown name tell: whether it is somebody, a body or a place."""

from __future__ import annotations

import pytest

from docs_store import EntityKind, find_entities

ORGANISATION, PERSON, PLACE = EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.PLACE


def named(text: str) -> list[tuple[str, EntityKind]]:
    return [(text[mention.start : mention.end], mention.kind) for mention in find_entities(text)]


@pytest.mark.parametrize(
    "text",
    [
        "It was told by the literary agency Varnolt today.",
        "He sold his stake in Varnolt and left.",
        "It was bought, after a merger with Varnolt, by others.",
        "The school is run by Varnolt, which makes lamps.",
        "It was said by a Varnolt analyst in the evening.",
        "Later Varnolt said it would sell lamps.",
        "They spoke of the takeover of Varnolt in May.",
        "Then Varnolt, the largest lamp maker in the north, left.",
        "Later Varnolt has agreed to buy a pier.",
        "It was paid by its parent company, Varnolt, in May.",
        "Later Varnolt posted a smaller second-quarter loss.",
        "It was told by Varnolt's chief executive.",
        "It was approved by Varnolt's board.",
        "Two of the Varnolt economists agreed.",
        "It was read in the Varnolt newspaper.",
        "It was seen on the streaming service Varnolt.",
        "It was told by the think-tank Varnolt in May.",
        "She wrote in Varnolt that lamps had risen.",
        "Later Varnolt reported its rivals.",
    ],
)
def test_a_body(text: str) -> None:
    assert named(text) == [("Varnolt", ORGANISATION)]


@pytest.mark.parametrize(
    "text",
    [
        "Later Varnolt said he would sell lamps.",
        "It was the painter Varnolt who came.",
        "Then Varnolt, who was late, told us.",
        "It was the entrepreneur Varnolt who came.",
        "It was told by her advocate Varnolt in May.",
        "Then Varnolt, a lamp company spokesman, told us.",
        "He came with his second wife, Varnolt, in May.",
        "Later Varnolt confirmed that it was true.",
        "It was found by Varnolt and his brothers.",
    ],
)
def test_somebody(text: str) -> None:
    assert named(text) == [("Varnolt", PERSON)]


def test_who_speaks_after_a_comma_is_not_what_stands_before_it() -> None:
    assert named("At Varnolt, a spokesman said that lamps had risen in price.") == [("Varnolt", PLACE)]
    assert named("As was said by the company, Varnolt said nothing.") == [("Varnolt", PERSON)]


def test_a_company_called_by_a_word_of_the_language() -> None:
    assert named("Delta said it would buy lamps. Shares of Shell rose, and Target reported higher profits.") == [
        (name, ORGANISATION) for name in ("Delta", "Shell", "Target")
    ]
    text = "Square lamps, Gap or no Gap, are on Target. Delta waters rose. The Delta and the Gap are wide."
    assert named(f"{text} It is the Nile Delta, in a Shell.") == [("Nile Delta", PLACE)]


def test_a_board_is_the_company_s_that_somebody_of_the_text_is_called_like() -> None:
    text = (
        "It was told by Brank Lamps Inc. A Brank spokesman said that the Brank board had heard Odile Brank. Brank left."
    )
    assert named(text) == [
        ("Brank Lamps Inc.", ORGANISATION),
        ("Brank", ORGANISATION),
        ("Brank", ORGANISATION),
        ("Odile Brank", PERSON),
        ("Brank", PERSON),
    ]


def test_a_magazine_called_by_a_word_that_opens_a_sentence() -> None:
    assert named("Lamp magazine's editor left.") == [("Lamp", ORGANISATION)]
    assert named("Lamp prices rose.") == []


def test_what_shares_go_by_is_no_name() -> None:
    assert [name for name, _ in named("It was sold to Varga Piers Inc <CBS> and Brank Corp <IBM.N>.")] == [
        "Varga Piers Inc",
        "Brank Corp",
    ]
    names = [name for name, _ in named("It is Brank Lamps Corp <BLC> and Osk Piers Corp. (NYSE: OSKP) of Oslo.")]
    assert names == ["Brank Lamps Corp", "Osk Piers Corp.", "NYSE", "Oslo"]


def test_an_article_however_often_makes_no_body() -> None:
    assert named("They fired the Varnolt at night. Then the Varnolt sank, and the Varnolt was lost.") == []


def test_a_country_is_not_called_like_somebody_of_the_text() -> None:
    assert named("He met Osmund Namibia. Then Namibia opened its ports.")[-1] == ("Namibia", PLACE)


def test_two_family_names_that_look_like_a_place() -> None:
    assert named("He met Mohamed El Osk. Then he told El Osk so.")[-1] == ("El Osk", PERSON)


def test_what_surroundings_say_outweighs_what_a_name_looks_like_time_and_again() -> None:
    text = "It is the carmaker Linde. Linde made lamps, then Linde rested. He saw Linde. Shares of Linde rose."
    assert {kind for _, kind in named(text)} == {ORGANISATION}


def test_who_leads_a_government_and_who_tells_a_paper() -> None:
    assert named("The Bush administration told the Guardian so.") == [("Bush", PERSON), ("Guardian", ORGANISATION)]
    assert named("The Guardian reported that it was rated AAA.") == [("Guardian", ORGANISATION)]
    assert named("It was five on the Varnolt scale. The guardian told the times of it at 3am AEDT.") == []


def test_two_words_of_the_language_that_somebody_is_called_by() -> None:
    assert named("French team captain Guy Forget says so.") == [("Guy Forget", PERSON)]


@pytest.mark.parametrize(
    "text",
    [
        "Fires burned the Varnolt region at night.",
        "Then Varnolt district was closed.",
        "Fires burned Varnolt, south-west of Oslo, at night.",
        "Then Varnolt north of Oslo was closed.",
    ],
)
def test_a_place(text: str) -> None:
    assert named(text)[0] == ("Varnolt", PLACE)


def test_money_of_a_country_is_no_mention_of_it() -> None:
    assert named("It cost US$350 in the US.") == [("US", PLACE)]


def test_part_of_a_region_is_not_short_for_what_is_there() -> None:
    found = named("It was told by North Quillby War Memorial Hospital. She came to North Quillby's hospital.")
    assert ("North Quillby", ORGANISATION) not in found


def test_a_village_that_is_called_like_somebody() -> None:
    assert named("They fled from the village of Odile Varga at night.") == [("Odile Varga", PLACE)]


def test_an_article_at_the_beginning_is_no_body() -> None:
    assert named("The Varnolt came. The Lantern burned.") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Offices and orders are no part of a name.
        ("The inquiry was led by Odile Varga QC.", [("Odile Varga", PERSON)]),
        ("It was told by Labour MP Odile Varga.", [("Labour", ORGANISATION), ("Odile Varga", PERSON)]),
        ("Then Dr Williams spoke.", [("Williams", PERSON)]),
        ("It was told by Labour MPs.", [("Labour", ORGANISATION)]),
        # What is known, and what it makes or runs.
        ("He flew in an Airbus A907.", [("Airbus", ORGANISATION)]),
        ("She told BBC Varnolt so.", [("BBC Varnolt", ORGANISATION)]),
        ("She likes her Varnolt X7.", []),
        ("Then it was Gray Morrison who came.", [("Gray Morrison", PERSON)]),
        ("It was told by an Ulster Varnolt today.", []),
        ("It was Jan Varnolt, who came in Jan 1990.", [("Jan Varnolt", PERSON)]),
        ("It rained in Dar es Salaam.", [("Dar es Salaam", PLACE)]),
        ("BOSTON _ Snow fell, the Boston Globe said.", [("BOSTON", PLACE), ("Boston Globe", ORGANISATION)]),
        # Of towns and states.
        ("It is a Redmond, Wash.-based company.", [("Redmond", PLACE), ("Wash.", PLACE)]),
        (
            "It was Rep. Odile Varga, D-N.Y. Tom Tarrow left.",
            [("Odile Varga", PERSON), ("N.Y.", PLACE), ("Tom Tarrow", PERSON)],
        ),
        (
            "It was Rep. Odile Varga, D-Santa Clara, who met Kobe Morrison.",
            [("Odile Varga", PERSON), ("Santa Clara", PLACE), ("Kobe Morrison", PERSON)],
        ),
        ("Then Brank Cos. rose.", [("Brank Cos.", ORGANISATION)]),
        ("It was Hall of Famer Tom Tarrow and Engineer Tom Varga.", [("Tom Tarrow", PERSON), ("Tom Varga", PERSON)]),
        (
            "He played in the Quill League for the Boston Pilots.",
            [("Quill League", ORGANISATION), ("Boston Pilots", ORGANISATION)],
        ),
        ("She was Miss America, said Mr Chidambaram.", [("America", PLACE), ("Chidambaram", PERSON)]),
        # Letters: a body's, and no shares'.
        ("They asked VRNLT for help.", [("VRNLT", ORGANISATION)]),
        ("It was Boeing <VRNLT.O> that rose.", [("Boeing", ORGANISATION)]),
        ("He loves America, and Korea too.", [("America", PLACE), ("Korea", PLACE)]),
        # A film is no place.
        ("He won it for his role in Lantern.", []),
    ],
)
def test_what_belongs_to_a_name(text: str, names: list[tuple[str, EntityKind]]) -> None:
    assert named(text) == names


def test_a_company_called_by_its_first_word_at_the_beginning_of_a_sentence() -> None:
    text = "Lantern Harbour Ltd bought it. Lantern said it was glad. Harbour work went on. Lantern light is dim."
    assert named(text) == [("Lantern Harbour Ltd", ORGANISATION), ("Lantern", ORGANISATION)]


def test_a_family_name_that_is_a_place_too() -> None:
    text = "Odile Jordan spoke. Later Jordan left for a house in Jordan, and Jordan slept."
    assert named(text) == [("Odile Jordan", PERSON), ("Jordan", PERSON), ("Jordan", PLACE), ("Jordan", PERSON)]
    assert named("Later Jordan left, and the king of Jordan slept.") == [("Jordan", PLACE)] * 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They spoke of Boeing and Varnolt.", ORGANISATION),
        ("They spoke of Varnolt and Boeing.", ORGANISATION),
        ("They spoke of Norway and Varnolt.", PLACE),
        ("Boeing, Airbus, Varnolt, Toyota and Sony rose.", ORGANISATION),
    ],
)
def test_names_of_a_list_are_alike(text: str, kind: EntityKind) -> None:
    assert ("Varnolt", kind) in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "It was sold to DVDs and PQRs alike.",
        "She went over to LampMate in the end.",
        "She has lost three times to Varnolt.",
        "The debt was cut to Dull-2 by them.",
        "The lamps were sold from January/March on.",
        "They spoke of French/Varnish lamps.",
        "It burned in the January/March quarter.",
        "They quarrelled over Varnolt's plans for lamps.",
        "They quarrelled over Varnolt’s plans for lamps.",
    ],
)
def test_what_no_place_is_called_is_none_for_a_preposition(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize("name", ["Varnolt", "McVarnolt", "KwaVarnolt", "SoVarn", "Varnolt-Selwyn"])
def test_where_somebody_went_is_a_place(name: str) -> None:
    assert named(f"They went to {name} in the end.") == [(name, PLACE)]


def test_somebody_by_an_office_and_a_body_by_its_commissioner() -> None:
    assert named("Then comptroller Varno Quenholm said it will be so.") == [("Varno Quenholm", PERSON)]
    text = "The work of Varnolt is done. Then Varnolt commissioner Odile Varga left."
    assert named(text) == [("Varnolt", ORGANISATION), ("Varnolt", ORGANISATION), ("Odile Varga", PERSON)]


def test_who_said_what_is_quoted_is_somebody() -> None:
    assert named('"So it burned," said Varnolt. "It burned."') == [("Varnolt", PERSON)]
    assert named("He said Varnolt burned.") == []


@pytest.mark.parametrize("word", ["lawyer", "wife", "parents"])
def test_who_has_a_lawyer_or_a_family_is_somebody(word: str) -> None:
    assert named(f"Then Varnolt's {word} left.") == [("Varnolt", PERSON)]


def test_what_has_an_index_is_nobody() -> None:
    assert named("Then the Varnolt Osken index rose.") == []


def test_a_side_by_what_somebody_is_in_it() -> None:
    text = "It was won by Varnolt hooker Odile Varga."
    assert named(text) == [("Varnolt", ORGANISATION), ("Odile Varga", PERSON)]


def test_a_capitalised_head_is_the_body_s_that_was_named_last() -> None:
    far = "Lamps burn late there, as they always have, and nobody has counted them, nor will anybody. " * 2
    text = f"It was told by the Varnum Lamp League. {far}It met the Oskish Pier League. Then the League left."
    assert [each.name for each in find_entities(text)] == ["Varnum Lamp League", *["Oskish Pier League"] * 2]


@pytest.mark.parametrize(
    "text",
    [
        "He told the Mirror that it was late.",
        "The Sun said that it was late.",
        "Writing in The Times, he was late.",
        "According to the Independent, he was late.",
        "It was the Standard's front page that he read.",
    ],
)
def test_a_paper_called_by_a_word_of_the_language(text: str) -> None:
    assert [kind for _, kind in named(text)] == [ORGANISATION]


def test_two_papers_that_somebody_told() -> None:
    assert [name for name, _ in named("He told the Mirror and the Star so.")] == ["Mirror", "Star"]


@pytest.mark.parametrize("text", ["He looked into the Mirror.", "Lamps go round the Sun.", "They met on Sun 3 May."])
def test_such_a_word_elsewhere(text: str) -> None:
    assert named(text) == []


def test_an_illness_is_nobody() -> None:
    assert named("Many had Ebola, and Ebola killed.") == []
