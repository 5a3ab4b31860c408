"""Which names are spellings of one: told from names alone, whatever the archive."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docs_store.entities.persons_alike import may_be_one, skeleton, sound
from docs_store.entities.persons_parted import parted
from docs_store.entities.spellings import Name, agreed, keys, united
from docs_store.model import EntityKind

PERSON, ORGANISATION, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE


def spelled(asked: str, *names: str | tuple[str, int], kind: EntityKind = PERSON, attested: int = 0) -> list[str]:
    """The names united with the one asked for, of an archive that names each in so many articles (or in one)."""
    archive = [Name(*name) if isinstance(name, tuple) else Name(name, 1) for name in names]

    def look(name: str) -> tuple[Name, ...]:
        near = [each for each in archive if not keys(name, kind).isdisjoint(keys(each.name, kind))]
        return united(name, near, kind, attests=lambda _name, _acronym: attested)

    return [each.name for each in agreed(asked, look)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Odile Varga", "ODILE VARGA"),
        ("Marek al-Tarsi", "Marek Al Tarsi"),
        ("Pak Chol Min", "Pak Chol-min"),
        ("José Aldana", "Jose Aldana"),
        ("Odile M. Varga", "Odile Varga"),
        ("O. Varga", "Odile Varga"),
        ("Jim Tarrow", "James Tarrow"),
        ("Sergei Borovsky", "Sergey Borovskiy"),
        ("Mikhail Grushev", "Mikhail Gruschew"),
        ("Muammar Qaddafi", "Moammar Gadhafi"),
        ("Vladimir Zelensky", "Volodymyr Zelenskyy"),
        ("Bashar al-Assad", "Bachar el-Assad"),
        ("Richard von Tarrow", "Richard Tarrow"),
        ("Minister Odile Varga", "Odile Varga"),
        ("Ludo Varga Jr", "Ludo Varga"),
        ("Ottilie Brankovich", "Ottilie Brankovic"),
        ("Ottilie Brankmeer", "Ottilie Brankmer"),
        ("Tarrowné Viktor", "Viktor Tarrowné"),
        ("Junichiro Tarrowa", "Tarrowa Junichiro"),
        ("Luisa Vargas Tarrow", "Luisa Vargas"),
        ("Luisa Vargas Tarrow", "Vargas Tarrow"),
        ("Odile Lena Tarrow", "Odile Tarrow"),
        ("Jürgen Tarröw", "Juergen Tarroew"),
        ("Daniel Tarrowsky", "Danial Tarrowsky"),
        ("Jean-Claude Tarrow", "J.-C. Tarrow"),
        ("JK Tarrow", "Joanne Tarrow"),
        ("Mohamed ElTarrowi", "Mohammed El Tarrowi"),
        ("Chou En-lai", "Zhou Enlai"),
        ("M. Tarrow", "Mark Tarrow"),
    ],
)
def test_spellings_of_one_person(one: str, other: str) -> None:
    assert sorted(spelled(one, one, other)) == sorted(spelled(other, one, other)) == sorted((one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Odile Varga", "Oskar Varga"),
        ("Tim Tarrow", "Kim Tarrow"),
        ("Martin Tarrow", "Marvin Tarrow"),
        ("John Paul Tarrow", "Paul Tarrow"),
        ("Ludo Varga Jr", "Ludo Varga Sr"),
        ("Nell Kelly", "Nell Kelley"),
        ("J.C. Varga", "Carl Varga"),
        ("Kim Jong Il", "Kim Jong Un"),
        ("Prince Charles", "Ray Charles"),
        ("Odile Varga", "Odile Varna"),
        ("Paul Simon", "Simon Paul"),
        ("DJ Tarrow", "David Tarrow"),
        ("Mario Tarrowsky", "Maria Tarrowsky"),
        ("Luisa Vargas Tarrow", "Lena Vargas"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert spelled(one, one, other) == [one]
    assert spelled(other, one, other) == [other]


def test_an_initial_is_whose_it_can_only_be() -> None:
    assert spelled("O. Varga", "O. Varga", "Odile Varga", "Lena Varga") == ["O. Varga", "Odile Varga"]
    assert spelled("O. Varga", "O. Varga", "Odile Varga", "Oskar Varga") == ["O. Varga"]
    assert spelled("Odile Varga", "O. Varga", "Odile Varga", "Oskar Varga") == ["Odile Varga"]


def test_a_family_name_alone_is_whose_it_mostly_is() -> None:
    assert spelled("Varga", "Varga", ("Odile Varga", 30), ("Oskar Varga", 2)) == ["Odile Varga", "Varga"]
    assert spelled("Varga", "Varga", ("Odile Varga", 30), ("Oskar Varga", 20)) == ["Varga"]
    assert spelled("Smith", ("Smith", 4), ("Odile Smith", 2)) == ["Smith"]  # anybody's
    assert spelled("James", ("James", 4), ("Odile James", 9)) == ["James"]  # a first name
    assert spelled("Dr Varga", "Dr Varga", ("Odile Varga", 30)) == ["Odile Varga", "Dr Varga"]
    assert spelled("Mrs Varga", "Mrs Varga", ("Odile Varga", 30)) == ["Mrs Varga"]  # perhaps a relation
    assert spelled("Vorga", "Vorga", ("Odile Varga", 30)) == ["Vorga"]


def test_where_many_bear_a_name_only_the_same_letters_are_one() -> None:
    crowd = ["Abel", "Bert", "Cleo", "Dora", "Emma", "Finn", "Gwen", "Hugo", "Ines", "Jana", "Kaja", "Lena", "Mona"]
    crowd = [f"{given} Tarrow" for given in crowd]
    assert spelled("J. Tarrow", "J. Tarrow", "J Tarrow", *crowd) == ["J Tarrow", "J. Tarrow"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tarrow Marine Inc", "Tarrow Marine Inc."),
        ("Tarrow Marine Corp", "Tarrow Marine Corporation"),
        ("Tarrow Marine Ltd", "Tarrow Marine"),
        ("Securities & Harbour Commission", "Securities and Harbour Commission"),
        ("Federation of the Glass Industry", "Federation of Glass Industries"),
        ("Selwyn Standardisation Board", "Selwyn Standardization Board"),
        ("United Dock and Ferry Workers Union", "United Dock and Ferry Workers"),
        ("Selwyn Harbour Dept.", "Selwyn Harbor Department"),
        ("Department of Harbours", "Harbours Department"),
        ("Norwegian Harbour Board", "Harbour Board of Norway"),
        ("Norway's Harbour Board", "Norwegian Harbour Board"),
        ("Communist Party of Norway", "Norwegian Communist Party"),
        ("University of Oslo", "Oslo University"),
        ("Banque Nationale de Norvège", "National Bank of Norway"),
        ("Tarrow United FC", "Tarrow United"),
        ("OAO Tarrowneft", "Tarrowneft"),
        ("Tarrow Marine and Co", "Tarrow Marine"),
        ("Tarrow Metropolitan Police Service", "Tarrow Metropolitan Police"),
        ("Tarrow Instruments Corp", "Tarrow Insturments Corp"),
        ("WHO", "World Health Organization"),
        ("U.S. Department of Energy", "Energy Department"),
    ],
)
def test_spellings_of_one_organisation(one: str, other: str) -> None:
    assert sorted(spelled(one, one, other, kind=ORGANISATION)) == sorted((one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tarrow Marine Ltd", "Tarrow Marine Inc"),
        ("Boston", "Boston Corp"),
        ("Tarrow Marine Bank", "Tarrow Marine Foods"),
        ("Bank of Norway", "Norwegian Bank"),
        ("Tarrow Marine Corp", "Tarrow Marine Canada Corp"),
        ("Tarrow Holdings", "Tarrow Securities"),
        ("University of Miami", "Miami University"),
        ("Tarrow National Bank", "Tarrow Nationwide Bank"),
        ("Norwegian Harbour Board", "Swedish Harbour Board"),
        ("DnC Ltd", "Democratic National Committee"),
        ("French Energy Department", "Energy Department"),
        ("Zorvex Corp", "Zorvax Corp"),
    ],
)
def test_two_organisations(one: str, other: str) -> None:
    assert spelled(one, one, other, kind=ORGANISATION) == [one]


def test_an_acronym_is_whose_articles_use_it() -> None:
    names = ("Selwyn Harbour Board", "SHB", "Selwyn Harbour Board Ltd")
    assert set(spelled("SHB", *names, kind=ORGANISATION, attested=1)) == set(names)
    assert spelled("SHB", *names, kind=ORGANISATION) == ["SHB"]
    assert spelled("SHB", *names, "Sela Hill Bank", kind=ORGANISATION, attested=1) == ["SHB"]


def test_one_article_that_spells_an_acronym_out_does_not_tell_what_it_is_in_many_others() -> None:
    few, many = ("Selwyn Harbour Board", 2), ("SHB", 3)
    assert spelled("SHB", few, many, kind=ORGANISATION, attested=2) == ["SHB"]
    assert spelled("Selwyn Harbour Board", few, many, kind=ORGANISATION, attested=2) == ["Selwyn Harbour Board"]
    assert len(spelled("SHB", few, ("SHB", 2), kind=ORGANISATION, attested=1)) == 2
    assert len(spelled("SHB", few, many, kind=ORGANISATION, attested=3)) == 2  # several say so


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ((("Tarrowex Corp", 4), ("Tarrowex", 9)), "Tarrowex"),
        ((("Tarrowex Corp", 9), ("Tarrowex", 4)), "Tarrowex Corp"),
        ((("Selwyn Harbour Board", 3), ("SHB", 12)), "Selwyn Harbour Board"),
        ((("Selwyn Harbour Board", 3), ("SHB", 13)), "SHB"),
        ((("BBC News", 3), ("BBC", 4)), "BBC"),
    ],
)
def test_the_name_shown_is_one_that_many_articles_have(names: tuple[tuple[str, int], ...], shown: str) -> None:
    for name, _ in names:
        assert spelled(name, *names, kind=ORGANISATION, attested=3)[0] == shown


def test_a_person_is_shown_by_the_full_name_unless_that_is_rare() -> None:
    assert spelled("Brankovicz", ("Odile Brankovicz", 3), ("Brankovicz", 30))[0] == "Odile Brankovicz"
    assert spelled("Brankovicz", ("Odile Brankovicz", 3), ("Brankovicz", 31))[0] == "Brankovicz"


def test_a_known_body_abbreviated_in_one_word() -> None:
    names = ("Lehman Brothers Inc", "Lehman Brothers", "Lehman Bros Inc", "Lehman Brothers Holdings")
    assert sorted(spelled("Lehman Brothers", *names, kind=ORGANISATION)) == sorted(names)


def test_a_company_with_the_one_word_of_a_club_is_another_body() -> None:
    names = (("Arsenal", 9), ("Arsenal FC", 1), ("Arsenal Holdings Inc", 2), ("Arsenal Holdings", 1))
    assert spelled("Arsenal", *names, kind=ORGANISATION) == ["Arsenal", "Arsenal FC"]
    assert spelled("Arsenal Holdings", *names, kind=ORGANISATION) == ["Arsenal Holdings Inc", "Arsenal Holdings"]
    united_club = ("Manchester United", "Manchester United Plc")
    assert set(spelled("Manchester United", *united_club, kind=ORGANISATION)) == set(united_club)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. Selwyn", "Saint Selwyn"),
        ("Mt Tarrow", "Mount Tarrow"),
        ("S. Tarrow", "South Tarrow"),
        ("Strait of Tarrow", "Tarrow Straits"),
        ("Lake Tarrow", "Tarrow Lake"),
        ("Tarrow Islands", "the Tarrows"),
        ("Selwyn St.", "Selwyn Street"),
        ("Züllberg", "Zuellberg"),
        ("Tarrow Airport", "Tarrow International Airport"),
        ("Peking", "Beijing"),
        ("USA", "United States"),
        ("Warszawa", "Warsaw"),
    ],
)
def test_spellings_of_one_place(one: str, other: str) -> None:
    assert sorted(spelled(one, one, other, kind=PLACE)) == sorted((one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("North Tarrow", "South Tarrow"),
        ("Lake Tarrow", "Tarrow"),
        ("France", "French"),
        ("LA", "Louisiana"),
        ("Tarrow City", "Tarrow"),
    ],
)
def test_two_places(one: str, other: str) -> None:
    assert spelled(one, one, other, kind=PLACE) == [one]


def test_places_of_the_same_letters_are_one() -> None:
    assert spelled("Port-Sela", "Port-Sela", "Port Sela", "Port Selah", kind=PLACE) == ["Port Sela", "Port-Sela"]


def test_a_name_that_is_nowhere() -> None:
    assert united("Odile Varga", [Name("Lena Varga", 1)], PERSON) == ()


@given(st.text(max_size=30), st.text(max_size=30), st.sampled_from(EntityKind))
def test_any_two_names_can_be_compared(one: str, other: str, kind: EntityKind) -> None:
    names = [Name(one, 1), Name(other, 2)]
    assert keys(one, kind)
    assert {each.name for each in united(one, names, kind)} <= {one, other}
    assert Name(one, 1) in united(one, names, kind)


@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=12))
def test_being_one_is_mutual(one: str, other: str) -> None:
    if one.strip() and other.strip():
        assert may_be_one(parted(one), parted(other)) is may_be_one(parted(other), parted(one))


def test_sounds() -> None:
    assert sound("borovskiy") == sound("borowski") == "borovski"
    assert skeleton("zelensky") == skeleton("selenskyj")
