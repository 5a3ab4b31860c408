from __future__ import annotations

from dataclasses import replace

from docs_store import Article, EntityKind, Link, LinkKind, Relation, Store, by_group
from docs_store.notes import meant
from tests.contract.articles import ALL, BRIDGE, HARBOUR, PERSON, PLACE, SOUP, STRIKE, day, made, naming


def test_what_an_article_links_comes_first_by_url_and_by_title(store: Store) -> None:
    rows = [(row.article.key, row.reason) for row in store.related(STRIKE.id, limit=9)]
    linked = [row for row in rows if row[1].startswith("linked")]
    assert ("bridge", "linked: related") in linked
    assert ("streik", "linked: translation") in linked
    assert rows[: len(linked)] == linked


def test_what_is_like_it_comes_with_a_reason_in_words(store: Store) -> None:
    rows = {row.article.key: row.reason for row in store.related(HARBOUR.id, limit=9)}
    assert "Odile Varga" in rows["strike"]
    assert "Port Selwyn" in rows["strike"]


def report(key: str, date: str | None, title: str, text: str, *, tags: tuple[str, ...] = ()) -> Article:
    names = [(name, kind) for name, kind in NAMES if name in text]
    return made(key, title, text, published=day(date) if date else None, mentions=naming(text, *names), tags=tags)


NAMES = (("Halcyon", EntityKind.OTHER), ("Ida Brandt", PERSON), ("Varn", PLACE), ("Sela", PLACE))
WRECK = report(
    "wreck",
    "2031-05-14",
    "Halcyon runs on to the Cutter Rocks",
    "The coaster Halcyon ran on to the Cutter Rocks off Varn with oranges aboard, its captain Ida Brandt said.",
    tags=("shipping",),
)
COMPANY = (
    report(
        "board",
        "2031-05-15",
        "Halcyon on the Cutter Rocks: oranges washed ashore",
        "Oranges of the coaster Halcyon came ashore off Varn; captain Ida Brandt said the Cutter Rocks were unlit.",
    ),
    report(
        "salvage",
        "2031-06-04",
        "Coaster Halcyon raised off Varn",
        "The coaster Halcyon, which ran on to the Cutter Rocks with oranges aboard, was raised off Varn.",
    ),
    report(
        "garden",
        "2035-02-01",
        "Captain who grows roses",
        "Ida Brandt, once captain of a coaster, grows roses among rocks.",
    ),
    report("trade", "2033-01-01", "Ferries carry more oranges", "Coaster and ferry traffic grew.", tags=("shipping",)),
)


def test_groups_tell_the_story_its_going_on_the_people_and_the_merely_similar(writable: Store) -> None:
    writable.put_many([WRECK, *COMPANY, *ALL])
    rows = {row.article.key: row for row in writable.related(WRECK.id, limit=9)}
    assert {key: rows[key].group for key in ("board", "salvage", "garden", "trade")} == {
        "board": Relation.SAME_STORY,
        "salvage": Relation.EARLIER_OR_LATER,
        "garden": Relation.SAME_PEOPLE,
        "trade": Relation.SIMILAR,
    }
    assert rows["board"].reason.startswith("same story: ")
    assert rows["salvage"].reason.startswith("3 weeks later: ")
    assert "Halcyon" in rows["salvage"].reason
    assert rows["garden"].reason == "1 shared: Ida Brandt"
    assert rows["trade"].reason == "same tags: shipping"
    earlier = {row.article.key: row.reason for row in writable.related(COMPANY[1].id, limit=9)}
    assert earlier["wreck"].startswith("3 weeks earlier: ")


def test_what_is_linked_may_be_of_the_story_too(writable: Store) -> None:
    linking = replace(
        WRECK, links=(Link(COMPANY[0].title, "", LinkKind.RELATED), Link(SOUP.title, "", LinkKind.RELATED))
    )
    writable.put_many([linking, *COMPANY, *ALL])
    rows = {row.article.key: row for row in writable.related(WRECK.id, limit=9)}
    assert [(rows[key].group, rows[key].of_story) for key in ("board", "soup")] == [
        (Relation.LINKED, True),
        (Relation.LINKED, False),
    ]
    assert rows["salvage"].of_story
    assert [key for key in rows if rows[key].of_story] == ["board", "salvage"]


def test_how_alike_the_words_are_is_told_of_what_is_linked_too(writable: Store) -> None:
    writable.put_many([replace(WRECK, links=(Link(COMPANY[0].title, "", LinkKind.RELATED),)), *COMPANY, *ALL])
    rows = {row.article.key: row.likeness for row in writable.related(WRECK.id, limit=9)}
    assert rows["board"] > rows["trade"] > 0
    assert all(0 <= likeness <= 1 for likeness in rows.values())


def test_one_headline_in_common_with_a_text_makes_a_story_of_what_names_nobody(writable: Store) -> None:
    first = report(
        "quay", "2031-08-01", "Crane topples on the quay", "A crane toppled beside stacked barrels of herring."
    )
    later = report(
        "herring", "2031-08-02", "Barrels of herring lost", "Herring was lost where a crane toppled on barrels."
    )
    other = report("prices", "2031-08-02", "Fishmongers meet", "Fishmongers in Sela said prices may rise.")
    writable.put_many([first, later, other, *ALL])
    rows = {row.article.key: row.of_story for row in writable.related(first.id, limit=9)}
    assert rows["herring"]
    assert not rows.get("prices", False)


def test_who_wrote_both_is_not_what_they_share(writable: Store) -> None:
    writable.put_many([replace(WRECK, authors=("Ida Brandt",)), COMPANY[2]])
    rows = {row.article.key: row for row in writable.related(WRECK.id, limit=9)}
    assert "Ida Brandt" not in rows["garden"].reason


def test_a_name_that_is_everywhere_is_no_reason(writable: Store) -> None:
    """It is no company either: what shares it and a place is merely similar."""
    agency = ("Varn Wire", EntityKind.ORGANISATION)

    def wired(key: str, text: str) -> Article:
        full = f"{text} Varn Wire"
        names = [name for name in (agency, ("Sela", PLACE), ("Ida Brandt", PERSON)) if name[0] in full]
        return made(key, text, full, mentions=naming(full, *names))

    writable.put_many([wired(str(at), f"Lunch of day {at}.") for at in range(30)])
    one = wired("one", "Ida Brandt grows roses in Sela.")
    writable.put_many([one, wired("two", "Ida Brandt sells roses in Sela."), wired("three", "Roses of Sela.")])
    found = {row.article.key: row for row in writable.related(one.id, limit=9)}
    assert found["two"].reason == "2 shared: Ida Brandt, Sela"
    assert "Varn Wire" not in found["three"].reason
    assert found["three"].group is Relation.SIMILAR


def test_a_story_stays_one_when_its_articles_are_stored_again(writable: Store) -> None:
    """As a correction of a name does that many articles have: words seemed to be in twice as many."""
    story = (WRECK, *COMPANY)
    writable.put_many([*story, *ALL, *(made(f"{at}", f"Lunch {at}", "Soup.") for at in range(20))])
    before = [(row.article.key, row.reason) for row in writable.related(WRECK.id, limit=9)]
    for at in range(3):
        writable.put_many([*(replace(each, source=f"Wire {at}") for each in story), made(f"tea {at}", "Tea", "Cake.")])
    assert [(row.article.key, row.reason) for row in writable.related(WRECK.id, limit=9)] == before


def test_an_undated_article_is_of_no_story(writable: Store) -> None:
    writable.put_many([WRECK, replace(COMPANY[0], published=None)])
    groups = {row.article.key: row.group for row in writable.related(WRECK.id, limit=9)}
    assert groups["board"] is Relation.SAME_PEOPLE


def test_what_is_linked_is_a_group(store: Store) -> None:
    groups = by_group(store.related(STRIKE.id, limit=9))
    assert next(iter(groups)) is Relation.LINKED
    assert {"bridge", "streik"} <= {row.article.key for row in groups[Relation.LINKED]}
    assert sum(map(len, groups.values())) == len(store.related(STRIKE.id, limit=9))


def test_never_itself_and_never_without_a_reason(store: Store) -> None:
    for article in ALL:
        rows = store.related(article.id, limit=9)
        assert article.id not in {row.article.id for row in rows}
        assert all(row.reason.strip(" :") for row in rows)
        assert len({row.article.id for row in rows}) == len(rows)
        assert [row.score for row in rows] == sorted((row.score for row in rows), reverse=True)


def test_a_limit_is_kept(store: Store) -> None:
    assert len(store.related(STRIKE.id, limit=1)) == 1
    assert store.related(STRIKE.id, limit=0) == ()


def test_how_many_articles_name_an_entity(store: Store) -> None:
    asked = [("Port Selwyn", PLACE), ("Nobody", PERSON), ("ODILE VARGA", PERSON), ("Odile Varga", PLACE)]
    assert [count.articles for count in store.entity_counts(asked)] == [2, 0, 2, 0]
    assert [(count.name, count.kind) for count in store.entity_counts(asked)] == asked
    assert store.entity_counts([]) == ()


def test_the_entities_most_named(store: Store) -> None:
    top = store.top_entities(limit=9)
    assert [(count.name, count.articles) for count in top] == [("Odile Varga", 2), ("Port Selwyn", 2)]
    assert len(store.top_entities(limit=1)) == 1


def test_entities_follow_their_articles(writable: Store) -> None:
    writable.remove([STRIKE.id])
    assert [count.articles for count in writable.entity_counts([("Port Selwyn", PLACE)])] == [1]
    writable.remove([HARBOUR.id])
    assert writable.top_entities(limit=9) == ()
    assert {BRIDGE.id, SOUP.id} <= {summary.id for summary in writable.iter_summaries()}


def test_a_note_links_others_by_the_names_of_their_files(writable: Store) -> None:
    def note(path: str, title: str, *links: str) -> Article:
        related = tuple(Link(link, "", LinkKind.RELATED) for link in links)
        return made(path, title, f"{path} is a note with words of its own.", path=path, links=related)

    dam = note("/vault/b/Dam Survey 1931.md", "Quite another heading")
    cafe = note("/vault/Café.markdown", "Where to eat")
    near, far = note("/vault/a/Osk.md", "A town"), note("/vault/b/Osk.md", "A river")
    outside = note("/elsewhere/Secret.md", "Not of the vault")
    by_title = note("/vault/c/x1.md", "Fish soup")
    linking = note(
        "/vault/a/A.md", "A", "dam survey 1931", "CAFE", "Osk", "b/Osk.md", "c/Osk", "Secret", "Fish Soup", "A"
    )
    writable.put_many([dam, cafe, near, far, outside, by_title, linking])
    linked = [row.article.title for row in writable.related(linking.id, limit=9) if row.group is Relation.LINKED]
    assert linked == ["Quite another heading", "Where to eat", "A town", "A river", "Fish soup"]
    page = replace(linking, id=WRECK.id, key="page", path="/vault/a/page.html")
    writable.put_many([page])
    linked = [row.article.title for row in writable.related(page.id, limit=9) if row.group is Relation.LINKED]
    assert linked == ["Fish soup", "A"]  # names of files are what notes link by


def test_a_note_without_a_name_links_none() -> None:
    assert meant(["Osk"], "/.md", ["/Osk.md", "/vault/Osk.md"]) == {}
