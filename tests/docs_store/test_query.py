"""The query language, a rule at a time."""

from __future__ import annotations

import datetime as dt

import pytest

from docs_store import QueryError
from docs_store.query.model import Condition, Dated, Field, Flag, Flagged, Match, Query, Term
from docs_store.query.parsing import check_query, parse
from docs_store.query.periods import Period, parse_period

TODAY = dt.date(2031, 5, 14)  # a Wednesday


def conditions(text: str) -> list[Condition]:
    query = parse(text, TODAY)
    assert not query.faults
    assert all(len(clause) == 1 for clause in query.clauses)
    return [clause[0] for clause in query.clauses]


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("ferry", Term("ferry")),
        ('"port of Selwyn"', Term("port of Selwyn", Match.PHRASE)),
        ("“port of Selwyn”", Term("port of Selwyn", Match.PHRASE)),
        ('"one"', Term("one", Match.EXACT)),
        ("'exact", Term("exact", Match.EXACT)),
        ("^harb", Term("harb", Match.PREFIX)),
        ("bridge$", Term("bridge", Match.SUFFIX)),
        ("!bridge", Term("bridge", negated=True)),
        ('!"two words"', Term("two words", Match.PHRASE, negated=True)),
        ("!!bridge", Term("bridge")),
        ("don't", Term("don't")),
        ("title:harbour", Term("harbour", field=Field.TITLE)),
        ("TITLE:^harbour", Term("harbour", Match.PREFIX, Field.TITLE)),
        ('person:"Ada Quill"', Term("Ada Quill", Match.PHRASE, Field.PERSON)),
        ("!source:courier", Term("courier", field=Field.SOURCE, negated=True)),
        ("https://meridian.example/a", Term("https://meridian.example/a")),
        ("10:30", Term("10:30")),
        ("Re:thinking", Term("Re:thinking")),
    ],
)
def test_terms(typed: str, term: Term) -> None:
    assert conditions(typed) == [term]


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("on:1987", dt.date(1987, 1, 1), dt.date(1987, 12, 31)),
        ("on:2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("on:2024-02-03", dt.date(2024, 2, 3), dt.date(2024, 2, 3)),
        ("after:2024-01", dt.date(2024, 1, 1), None),
        ('after:"last march"', dt.date(2031, 3, 1), None),
        ("on:1987..1989-02", dt.date(1987, 1, 1), dt.date(1989, 2, 28)),
        ("on:1987..", dt.date(1987, 1, 1), None),
        ('on:"..last march"', None, dt.date(2031, 3, 31)),
        ("before:2024", None, dt.date(2023, 12, 31)),
        ("after:last march", dt.date(2031, 3, 1), None),
        ("on:3 weeks ago", dt.date(2031, 4, 21), dt.date(2031, 4, 27)),
        ("on:march 5, 1987", dt.date(1987, 3, 5), dt.date(1987, 3, 5)),
        ("on:last march..last week", dt.date(2031, 3, 1), dt.date(2031, 5, 11)),
    ],
)
def test_dates(typed: str, first: dt.date | None, last: dt.date | None) -> None:
    assert conditions(typed) == [Dated(first, last)]


@pytest.mark.parametrize(
    ("typed", "last", "words"),
    [
        ("after:last march coffee price", None, ["coffee", "price"]),
        ("on:march coffee", dt.date(2031, 3, 31), ["coffee"]),
        ("on:1987 may coffee", dt.date(1987, 12, 31), ["may", "coffee"]),
        ("on:1987..1989 may", dt.date(1989, 12, 31), ["may"]),
        ("on:march 1987 5", dt.date(1987, 3, 5), []),
        ("on:march !1987", dt.date(2031, 3, 31), ["1987"]),
    ],
)
def test_a_date_goes_as_far_as_it_is_one(typed: str, last: dt.date | None, words: list[str]) -> None:
    date, *terms = conditions(typed)
    assert isinstance(date, Dated)
    assert date.last == last
    assert [term.text for term in terms if isinstance(term, Term)] == words


@pytest.mark.parametrize(
    ("typed", "spaced"),
    [
        ("ferry|boat", "ferry | boat"),
        ("ferry|boat|'raft sinks", "ferry | boat | 'raft sinks"),
        ("tag:coffee|cocoa", "tag:coffee | tag:cocoa"),
        ('tag:"dry dock"|cocoa ferry', 'tag:"dry dock" | tag:cocoa ferry'),
        ("tag:coffee| cocoa", "tag:coffee | cocoa"),
        ("tag:coffee cocoa|tea", "tag:coffee cocoa | tea"),
        ("on:1987|1989", "on:1987 | on:1989"),
        ("ferry|", "ferry"),
        ("|ferry||boat|", "ferry | boat"),
    ],
)
def test_one_or_the_other_needs_no_spaces(typed: str, spaced: str) -> None:
    """Then a field is meant of both."""
    assert parse(typed, TODAY) == parse(spaced, TODAY)
    assert not parse(typed, TODAY).faults


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("1987", "1987-01-01", "1987-12-31"),
        ("1980s", "1980-01-01", "1989-12-31"),
        ("2024-1", "2024-01-01", "2024-01-31"),
        ("2024/01/16", "2024-01-16", "2024-01-16"),
        ("20240116", "2024-01-16", "2024-01-16"),
        ("today", "2031-05-14", "2031-05-14"),
        ("Yesterday", "2031-05-13", "2031-05-13"),
        ("last week", "2031-05-05", "2031-05-11"),
        ("this week", "2031-05-12", "2031-05-18"),
        ("this month", "2031-05-01", "2031-05-31"),
        ("last month", "2031-04-01", "2031-04-30"),
        ("last year", "2030-01-01", "2030-12-31"),
        ("last march", "2031-03-01", "2031-03-31"),
        ("last may", "2030-05-01", "2030-05-31"),
        ("last december", "2030-12-01", "2030-12-31"),
        ("march", "2031-03-01", "2031-03-31"),
        ("june", "2030-06-01", "2030-06-30"),
        ("sept 1987", "1987-09-01", "1987-09-30"),
        ("5 March 1987", "1987-03-05", "1987-03-05"),
        ("March 5th, 1987", "1987-03-05", "1987-03-05"),
        ("5 march", "2031-03-05", "2031-03-05"),
        ("wednesday", "2031-05-14", "2031-05-14"),
        ("last wednesday", "2031-05-07", "2031-05-07"),
        ("last tuesday", "2031-05-13", "2031-05-13"),
        ("3 days ago", "2031-05-11", "2031-05-11"),
        ("2 weeks ago", "2031-04-28", "2031-05-04"),
        ("5 months ago", "2030-12-01", "2030-12-31"),
        ("a year ago", "2030-01-01", "2030-12-31"),
    ],
)
def test_periods(words: str, first: str, last: str) -> None:
    assert parse_period(words, TODAY) == Period(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    "words", ["", "soon", "2024-13", "31 february", "0", "99999", "march march", "9999 years ago", "last"]
)
def test_what_is_no_date(words: str) -> None:
    assert parse_period(words, TODAY) is None


def test_flags() -> None:
    assert conditions("has:images !has:link is:undated") == [
        Flagged(Flag.IMAGES),
        Flagged(Flag.LINKS, negated=True),
        Flagged(Flag.UNDATED),
    ]


def test_alternatives() -> None:
    query = parse("ferry | boat harbour | !crane", TODAY)
    assert query.clauses == ((Term("ferry"), Term("boat")), (Term("harbour"), Term("crane", negated=True)))
    assert parse("| ferry |").clauses == ((Term("ferry"),),)
    assert parse("ferry || boat").clauses == ((Term("ferry"), Term("boat")),)


def test_nothing_asked() -> None:
    assert parse("") == Query()
    assert not parse('  "" ?! ^ $ \' ! | ').clauses
    assert not parse("")
    assert parse("a")


@pytest.mark.parametrize(
    ("typed", "problem", "clauses"),
    [
        ('"never closed', "quotation mark", ((Term("never closed"),),)),
        ("source:", "no value", ()),
        ("ferry after:soon", "“soon” is no date", ((Term("ferry"),),)),
        ("on:", "a date is missing", ()),
        ("on:1990..1980", "ends before it begins", ()),
        ("on:..", "is no date", ()),
        ("has:wings", "knows images, captions", ()),
        ("year:2024", '"year:2024" looks for the words', ((Term("year:2024"),),)),
        ('person:"ada qu', "quotation mark", ((Term("ada qu", field=Field.PERSON),),)),
        ("autor:quill", "did you mean author:", ((Term("autor:quill"),),)),
    ],
)
def test_what_cannot_be_read_does_the_most_sensible_thing_and_says_so(
    typed: str, problem: str, clauses: tuple[tuple[Term, ...], ...]
) -> None:
    query = parse(typed, TODAY)
    assert query.clauses == clauses
    assert len(query.notes) == 1
    assert problem in query.notes[0]


def test_a_caret_stands_under_the_fault() -> None:
    with pytest.raises(QueryError) as raised:
        check_query("ferry after:soon harbour")
    problem, line, caret = str(raised.value).splitlines()
    assert "“soon” is no date" in problem
    assert line[caret.index("^") : caret.rindex("^") + 1] == "after:soon"


def test_a_minus_leaves_out_and_says_how_it_is_written() -> None:
    query = parse("harbour -strike -5 well-known")
    assert [(term.text, term.negated) for (term,) in query.clauses] == [  # type: ignore[union-attr]
        ("harbour", False),
        ("strike", True),
        ("-5", False),
        ("well-known", False),
    ]
    assert query.notes == ("-strike leaves it out; write !strike",)
    assert parse('"-gate scandal"') == Query(((Term("-gate scandal", Match.PHRASE),),))


@pytest.mark.parametrize("text", ["🚢", "!!!", "?", " - ", "^", "'", "|"])
def test_what_holds_nothing_to_look_for_is_said(text: str) -> None:
    query = parse(text)
    assert not query.clauses
    assert "no letters or digits" in query.notes[0]
    assert not parse("  ").notes
