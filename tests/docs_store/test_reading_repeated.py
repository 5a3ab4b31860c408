"""A line that many files of a folder have is the site's: it leaves their texts, and nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs_store import MemoryStore, ingest
from docs_store.ledger import FileSeen
from docs_store.model import Article
from docs_store.reading import read_articles
from docs_store.reading.neighbours import Neighbours

PLEA = "The Lark Valley Post belongs to its readers. Three hundred of them meet each May in the school at Upper Lark."
SUBJECTS = ("bridge", "library", "orchard", "ferry", "well", "school", "mill", "market")


def text(subject: str, *, footer: str = PLEA) -> str:
    """A page of a site: each article has its own words, and all have its kicker, its plea and its address."""
    own = (
        f"The old {subject} is to be mended before the year is out",
        "By Nora Quill",
        f"The old {subject} above the river has been waiting for its repair since the flood of long ago, "
        f"and in that time the people of the valley have learned to live without a {subject} as well as they could.",
        "Background",
        f"Nobody expected that the {subject} would be the first to be mended, for the list of the council is long, and "
        f"the {subject} stood at the very end of it until the spring, when the engineer came to look at the {subject}.",
        f"Work on the {subject} begins in May.",
    )
    return "\n\n".join(("Valley news", *own, footer, "Quill House, Upper Lark"))


def pages(folder: Path, subjects: tuple[str, ...] = SUBJECTS) -> Path:
    folder.mkdir(exist_ok=True)
    for subject in subjects:
        (folder / f"{subject}.txt").write_text(text(subject))
    return folder


def ingested(folder: Path, jobs: int = 0) -> dict[str, Article]:
    with MemoryStore() as store:
        ingest([folder], store, annotate=False, jobs=jobs)
        articles = filter(None, (store.get(summary.id) for summary in store.iter_summaries()))
        return {Path(article.path).stem: article for article in articles}


def test_what_many_pages_have_leaves_their_texts(tmp_path: Path) -> None:
    for subject, article in ingested(pages(tmp_path / "post")).items():
        assert article.title == f"The old {subject} is to be mended before the year is out"
        assert article.authors == ("Nora Quill",)
        assert article.tags == ("Valley news",)
        assert [str(block.kind) for block in article.blocks] == ["paragraph", "heading", "paragraph", "paragraph"]
        assert article.body.endswith(f"Work on the {subject} begins in May.")


def test_a_file_read_alone_is_read_whole(tmp_path: Path) -> None:
    folder = pages(tmp_path / "post")
    (article,) = read_articles(folder / "mill.txt", annotate=False)
    assert PLEA in article.body


@pytest.mark.parametrize("jobs", [1, 2])
def test_readers_in_other_processes_learn_the_same(tmp_path: Path, jobs: int) -> None:
    folder = pages(tmp_path / "post")
    assert ingested(folder, jobs) == ingested(folder)


def test_a_page_that_changes_is_read_as_before(tmp_path: Path) -> None:
    folder = pages(tmp_path / "post")
    with MemoryStore() as store:
        ingest([folder], store, annotate=False)
        before = {summary.id for summary in store.iter_summaries()}
        (folder / "mill.txt").write_text(text("mill").replace("in May", "in June"))
        report = ingest([folder], store, annotate=False)
        assert (report.files_read, report.changed) == (1, 1)
        assert {summary.id for summary in store.iter_summaries()} == before
        (found,) = store.search("June", limit=2).hits
        changed = store.get(found.article.id)
        assert changed is not None
        assert PLEA not in changed.body


def test_files_that_did_not_change_are_not_read_for_their_neighbours_sake(tmp_path: Path) -> None:
    folder = pages(tmp_path / "post", SUBJECTS[:2])
    with MemoryStore() as store:
        ingest([folder], store, annotate=False)
        noted = {note for note in store.files() if isinstance(note, FileSeen)}
        pages(folder, SUBJECTS[2:])
        assert ingest([folder], store, annotate=False).files_unchanged == 2
        assert noted <= set(store.files())


def test_two_pages_that_say_the_same_are_no_site(tmp_path: Path) -> None:
    assert Neighbours().repeated(str(pages(tmp_path / "post", SUBJECTS[:2]) / "mill.txt")) == frozenset()


def test_what_one_page_in_ten_has_is_its_own(tmp_path: Path) -> None:
    folder = pages(tmp_path / "post")
    for number in range(22):
        (folder / f"other{number}.txt").write_text(
            f"Story {number}\n\nA text of its own, number {number}, and no other."
        )
    assert PLEA in Neighbours().repeated(str(folder / "mill.txt"))
    for number in range(22, 60):
        (folder / f"other{number}.txt").write_text(
            f"Story {number}\n\nA text of its own, number {number}, and no other."
        )
    assert Neighbours().repeated(str(folder / "mill.txt")) == frozenset()


def test_copies_of_one_article_stay_whole(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"copy{number}.txt").write_text(text("mill", footer=f"Saved for the {number}. time."))
    for article in ingested(tmp_path).values():
        assert "Quill House, Upper Lark" in article.body
        assert [str(block.kind) for block in article.blocks][:3] == ["paragraph", "heading", "paragraph"]


def test_a_speaker_who_speaks_often_stays(tmp_path: Path) -> None:
    for number in range(4):
        lines = "\n\n".join(f"FIRST MILLER\n\nThe wheel number {turn} of act {number} turns." for turn in range(9))
        (tmp_path / f"act{number}.txt").write_text(f"Act {number}\n\n{lines}")
    assert Neighbours().repeated(str(tmp_path / "act1.txt")) == frozenset()


def test_other_formats_are_not_counted_and_bad_files_do_not_matter(tmp_path: Path) -> None:
    folder = pages(tmp_path / "post", SUBJECTS[:3])
    before = Neighbours().repeated(str(folder / "mill.txt"))
    (folder / "records.jsonl").write_text('{"title": "Record", "text": "A record of the valley."}\n' * 3)
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (folder / "empty.txt").write_bytes(b"")
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    assert before
    assert Neighbours().repeated(str(folder / "mill.txt")) == before
    assert Neighbours().repeated("/nowhere/at/all.txt") == frozenset()
