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


def test_what_is_left_out_is_told(tmp_path: Path) -> None:
    folder = pages(tmp_path / "post")
    with MemoryStore() as store:
        report = ingest([folder], store, annotate=False, jobs=0)
        noted = [bad for note in store.files() if isinstance(note, FileSeen) for bad in note.skipped]
    assert report.skipped == ()
    assert {hint.reason for hint in report.hints} == {
        'left out, as many texts of its folder have them: "The Lark Valley Post belongs to its rea…", '
        '"Quill House, Upper Lark"'
    }
    assert sorted(hint.path for hint in report.hints) == sorted(hint.path for hint in noted if hint.is_hint)
    assert len(report.hints) == len(SUBJECTS)


def test_a_few_pages_that_say_the_same_are_no_site(tmp_path: Path) -> None:
    assert Neighbours().repeated(str(pages(tmp_path / "post", SUBJECTS[:4]) / "mill.txt")) == frozenset()


@pytest.mark.parametrize(
    "lines",
    [
        ("A {0} was taken from a house by the river on Sunday night, the constable of Upper Lark said.",
         "Nobody was seen.", "The owner of the {0} had it from an uncle, who had it from nobody knows whom.",
         "Whoever saw something is asked to call."),
        ("This is how my aunt, who never measured anything in her life, made the {0} of our childhood.",
         "What you need", "Two cups of {0} flour", "One egg", "Salt", "What you do", "Stir the {0} and bake it.",
         "Enough for four."),
        ("What are you reading?", "The letters of the {0}, again and again.", "Whom do you trust?",
         "The owner of the {0}, above all."),
        ("The {0} of the valley has been the talk of the school since the day on which the master fell into it.",
         "The end."),
        ("Stir the {0} into the milk.", "What you need", "Two cups of {0} flour", "One egg", "Salt"),
    ],
)  # fmt: skip
def test_what_articles_share_between_their_own_lines_stays(tmp_path: Path, lines: tuple[str, ...]) -> None:
    for subject in SUBJECTS:
        page = (f"Of the {subject}, told again", "By Nora Quill", *(line.format(subject) for line in lines))
        (tmp_path / f"{subject}.txt").write_text("\n\n".join(page))
    for subject, article in ingested(tmp_path).items():
        assert article.body == "\n\n".join(line.format(subject) for line in lines)


def test_a_rubric_over_the_byline_is_the_headline(tmp_path: Path) -> None:
    for subject in SUBJECTS:
        text = f"The old {subject} above the river has been waiting for its repair since the flood of long ago."
        (tmp_path / f"{subject}.txt").write_text(f"Lark Valley Post\n\nThe week\n\nBy Nora Quill\n\n{text}")
    for article in ingested(tmp_path).values():
        assert {"Lark Valley Post", "The week"} <= {article.title, *article.tags, *article.body.split("\n\n")}


def test_a_site_speaks_over_the_headline_and_after_what_the_page_says(tmp_path: Path) -> None:
    told = (
        "The old {0} above the river has been waiting for its repair since the flood of long ago, and in that time the "
        "people of the valley have learned to live without a {0} as well as they could, which was not very well."
    )
    for subject in SUBJECTS:
        lines = ("Lark Valley Post", "Weather", "Valley", f"The {subject} is to be mended before the year is out",
                 told.format(subject), "Share this article", "Lark Club",
                 "Whoever pays for the post may read it by the fire.",
                 "Advertisement", "Offers for readers", "Privacy policy")  # fmt: skip
        (tmp_path / f"{subject}.txt").write_text("\n\n".join(lines))
    for subject, article in ingested(tmp_path).items():
        assert article.title == f"The {subject} is to be mended before the year is out"
        assert [block.text for block in article.blocks] == [told.format(subject)]


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
    for number in range(6):
        (tmp_path / f"copy{number}.txt").write_text(text("mill", footer=f"Saved for the {number}. time."))
    for article in ingested(tmp_path).values():
        assert "Quill House, Upper Lark" in article.body
        assert [str(block.kind) for block in article.blocks][:3] == ["paragraph", "heading", "paragraph"]


def test_a_speaker_who_speaks_often_stays(tmp_path: Path) -> None:
    for number in range(6):
        lines = "\n\n".join(f"FIRST MILLER\n\nThe wheel number {turn} of act {number} turns." for turn in range(9))
        (tmp_path / f"act{number}.txt").write_text(f"Act {number}\n\n{lines}")
    assert Neighbours().repeated(str(tmp_path / "act1.txt")) == frozenset()


def test_other_formats_are_not_counted_and_bad_files_do_not_matter(tmp_path: Path) -> None:
    folder = pages(tmp_path / "post", SUBJECTS[:5])
    before = Neighbours().repeated(str(folder / "mill.txt"))
    (folder / "records.jsonl").write_text('{"title": "Record", "text": "A record of the valley."}\n' * 3)
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (folder / "empty.txt").write_bytes(b"")
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    assert before
    assert Neighbours().repeated(str(folder / "mill.txt")) == before
    assert Neighbours().repeated("/nowhere/at/all.txt") == frozenset()
