"""Words around names that join them, or tell that they are none: cards, initials, saints, firms with a possessive."""

from __future__ import annotations

import pytest

from docs_store import EntityKind, find_entities

PERSON, BODY, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He played his Trump card in the talks.", []),
        ("The Trump campaign met.", [("Trump", PERSON)]),
        ("He flew to St Louis and to St Quillby.", [("St Louis", PLACE), ("St Quillby", PLACE)]),
        ("Saints slept, St Peter and St. Francis too.", [("St Peter", PERSON), ("St. Francis", PERSON)]),
        ("It was won by A. Brown and G. Rose.", [("A. Brown", PERSON), ("G. Rose", PERSON)]),
        ("He owns Osk's Supermarkets Inc there.", [("Osk's Supermarkets Inc", BODY)]),
        ("He owns Norway's Varnolt Foods Inc there.", [("Norway", PLACE), ("Varnolt Foods Inc", BODY)]),
        ("They asked EU Farm Commissioner Odile Varga.", [("EU", BODY), ("Odile Varga", PERSON)]),
        ("They asked Undersecretary-General Odile Varga.", [("Odile Varga", PERSON)]),
        ("He met Varn-i-Osk party leader Odile Varga.", [("Varn-i-Osk", BODY), ("Odile Varga", PERSON)]),
        ("Osk news agency said so, and RVA news agency too.", [("Osk", BODY), ("RVA", BODY)]),
        ("The S. African lawyer Cesare dal Varso slept.", [("Cesare dal Varso", PERSON)]),
        ("It rose by 3 percent in Q4 and 4 percent in H1.", []),
        ("They asked VBank Dallas and VarnCorp Selwyn.", [("VBank Dallas", BODY), ("VarnCorp Selwyn", BODY)]),
        ("McCombs Varga and LaCombe Varga slept.", [("McCombs Varga", PERSON), ("LaCombe Varga", PERSON)]),
        ("It was cut to BBB from BB, said the Group Plc.", []),
        ("They asked the Jefferson Bank and Tyra Banks.", [("Jefferson Bank", BODY), ("Tyra Banks", PERSON)]),
        ("They asked Tom Varga (D-Wis), a lawyer.", [("Tom Varga", PERSON)]),
        ("Underwriters said so, and Underwriters said more.", []),
        ("They asked Varnolt Bros there.", [("Varnolt Bros", BODY)]),
        ("It was sold in Eurodollar notes, FOB prices and M3 growth rose.", []),
        ("They asked the Selwyn Newsroom.", [("Selwyn Newsroom", BODY)]),
        ("REAGAN SAID LAMPS STILL BURN\nReagan slept.\n", [("REAGAN", PERSON), ("Reagan", PERSON)]),
    ],
)  # fmt: skip
def test_what_is_beside_a_name(text: str, found: list[tuple[str, EntityKind]]) -> None:
    assert [(text[each.start : each.end], each.kind) for each in find_entities(text)] == found


def test_ec_is_the_european_community() -> None:
    found = find_entities("The European Community met, and EC ministers slept.")
    assert {each.name for each in found} == {"European Community"}
