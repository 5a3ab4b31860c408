from tui.history import History, Visit
from tui.typeset import Position


def test_back_forward_and_a_branch() -> None:
    history = History().visit("a").visit("b").visit("c")
    back = history.step(-1)
    assert back is not None
    assert back.current == Visit("b")
    assert back.step(1) == history
    branched = back.visit("d")
    assert [visit.article_id for visit in branched.visits] == ["a", "b", "d"]
    assert branched.step(1) is None


def test_a_visit_remembers_where_it_was_left() -> None:
    history = History().visit("a").at(Position(3, 7)).visit("b")
    back = history.step(-1)
    assert back is not None
    assert back.current == Visit("a", Position(3, 7))


def test_opening_the_open_article_is_no_visit() -> None:
    assert History().visit("a").visit("a") == History().visit("a")


def test_before_anything_was_read_there_is_nowhere_to_go() -> None:
    assert History().step(-1) is None
    assert History().at(Position(1, 1)) == History()


def test_what_was_read_in_a_session_before_lies_behind() -> None:
    earlier = History().visit("a").visit("b").visits
    history = History.after(earlier)
    assert history.current is None
    assert history.at(Position(1, 1)) == history
    assert history.step(1) is None
    back = history.step(-1)
    assert back is not None
    assert back.current == Visit("b")
    assert history.visit("b") == back  # where one goes on reading
    assert [visit.article_id for visit in history.visit("c").visits] == ["a", "b", "c"]
