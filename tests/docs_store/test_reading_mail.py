"""Mail: whose it is and what it says, in every wrapping; mailboxes; what is attached; and hostile headers."""

from __future__ import annotations

import base64
import quopri
from collections.abc import Callable
from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docs_store.errors import DocumentError
from docs_store.ledger import Skipped
from docs_store.model import Article, BlockKind
from docs_store.reading import read_articles
from docs_store.reading.mail import mbox
from docs_store.reading.mail.plain import unflowed
from tests.docs_store.packing import PICTURE, lines_of_pdf, pdf

TEXT = (
    "The harbour opens on Monday, after years of delay, and the mayor will be there to cut the ribbon.\n\n"
    "Engineers are still at work on two of the piers, which will open in the autumn if the weather lets them."
)
PAGE = (
    "<html><body><h1>The harbour opens</h1><p>The harbour opens on Monday, after years of delay, and the mayor will be "
    "there to cut the ribbon.</p><p>Engineers are still at work on two of the piers, which will open in the autumn if "
    'the weather lets them.</p><img src="cid:pic" alt="The new pier"></body></html>'
)
BODY = TEXT


def message(**headers: str) -> EmailMessage:
    made = EmailMessage()
    told = {"From": "Ada Quill <ada@courier.example>", "To": "readers@courier.example", "Subject": "The harbour opens",
            "Date": "Fri, 02 May 2031 18:30:00 +0200", "Message-ID": "<one@courier.example>"}  # fmt: skip
    for name, value in {**told, **{name.replace("_", "-"): value for name, value in headers.items()}}.items():
        made[name] = value
    return made


def plain(**headers: str) -> EmailMessage:
    made = message(**headers)
    made.set_content(TEXT)
    return made


def read(path: Path, content: bytes) -> tuple[list[Article], list[str]]:
    path.write_bytes(content)
    skipped: list[Skipped] = []
    articles = list(read_articles(path, annotate=False, on_skip=skipped.append))
    return articles, [f"{each.path.removeprefix(str(path))}: {each.reason}" for each in skipped]


def one(path: Path, content: bytes | EmailMessage) -> Article:
    articles, skipped = read(path, content if isinstance(content, bytes) else content.as_bytes())
    assert skipped == []
    (article,) = articles
    return article


def test_a_message(tmp_path: Path) -> None:
    article = one(tmp_path / "cur.1", plain())
    assert (article.title, article.authors, article.key) == ("The harbour opens", ("Ada Quill",), "one@courier.example")
    assert article.body == BODY
    assert article.published is not None
    assert article.published.isoformat() == "2031-05-02T18:30:00+02:00"
    assert article.source == ""


def test_html_comes_before_plain_text(tmp_path: Path) -> None:
    made = message()
    made.set_content("See the HTML part.")
    made.add_alternative(PAGE, subtype="html")
    made.get_payload()[1].add_related(PICTURE, "image", "png", cid="<pic>")  # type: ignore[union-attr, index]
    article = one(tmp_path / "a.eml", made)
    assert article.body == BODY


def test_a_letter_in_html_is_read_whole(tmp_path: Path) -> None:
    made = message()
    made.set_content(
        '<div dir="ltr">See you on Monday.<div><br></div><div>Ada</div></div><p>Follow us</p>', subtype="html"
    )
    assert one(tmp_path / "a.eml", made).body == "See you on Monday.\n\nAda"


@pytest.mark.parametrize(
    "subject",
    [
        "Re: The harbour opens",
        "FWD: AW: the harbour opens",
        "Re[2]: WG: Sv: The harbour opens",
        "=?utf-8?B?UmU6IFRoZQ==?= =?iso-8859-1?Q?_harbour?= opens",
    ],
)
def test_subjects(tmp_path: Path, subject: str) -> None:
    content = plain().as_bytes().replace(b"Subject: The harbour opens", b"Subject: " + subject.encode())
    assert one(tmp_path / "a.eml", content).title.lower() == "the harbour opens"


@pytest.mark.parametrize(
    "headers",
    [
        {"List_Id": '"The Sela Courier" <news.courier.example>'},
        {"From": '"The Sela Courier" <n@c.example>', "List_Unsubscribe": "<mailto:x@c.example>"},
    ],
)
def test_newsletters(tmp_path: Path, headers: dict[str, str]) -> None:
    article = one(tmp_path / "a.eml", plain(**headers))
    assert article.source == "The Sela Courier"
    assert article.authors == (("Ada Quill",) if "List_Id" in headers else ())


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "quoted-printable": quopri.encodestring,
    "base64": base64.encodebytes,
    "8bit": bytes,
}


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "utf-16", "x-unknown", ""])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_charsets_and_encodings(tmp_path: Path, charset: str, encoding: str) -> None:
    text = "Die Brücke über den Fluß bleibt gesperrt, sagte der Bürgermeister am Montag."
    data = text.encode(charset if charset.startswith(("utf", "iso", "win")) else "utf-8")
    if encoding == "8bit" and charset == "utf-16":
        pytest.skip("no line of a message holds NUL")
    packed = PACKERS[encoding](data)
    kind = f"text/plain; charset={charset}" if charset else "text/plain"
    content = (
        f"From: =?utf-8?q?J=C3=BCrgen?= <j@c.example>\nSubject: Die Brücke\nContent-Type: {kind}\nMIME-Version: 1.0\n"
        f"Content-Transfer-Encoding: {encoding}\n\n"
    ).encode()
    article = one(tmp_path / "a.eml", content + packed)
    assert (article.title, article.authors, article.body) == ("Die Brücke", ("Jürgen",), text)


def test_flowed_text() -> None:
    flowed = "The harbour \nopens.\n\n> Will it \n> rain?\n>> No.\n stuffed\n-- \nAda\nopen "
    assert unflowed(flowed) == "The harbour opens.\n\n> Will it rain?\n>> No.\nstuffed\n-- \nAda\nopen "
    assert unflowed("日本 \n語", delete_space=True) == "日本語"


def test_quotations_are_told_apart_and_the_signature_is_left_out(tmp_path: Path) -> None:
    made = message()
    made.set_content(
        "Yes, on Monday at ten.\n\n> When does the harbour open?\n> I forgot.\n\nBring a coat.\n-- \nAda\n"
    )
    assert [(block.kind, block.text) for block in one(tmp_path / "a.eml", made).blocks] == [
        (BlockKind.PARAGRAPH, "Yes, on Monday at ten."),
        (BlockKind.QUOTE, "When does the harbour open?"),
        (BlockKind.QUOTE, "I forgot."),
        (BlockKind.PARAGRAPH, "Bring a coat."),
    ]


def test_attachments_that_can_be_read_are_articles(tmp_path: Path) -> None:
    made = plain()
    made.add_attachment(pdf([lines_of_pdf()]), maintype="application", subtype="pdf", filename="bridge.pdf")
    made.add_attachment(b"Plain words\n\nThat were attached.", maintype="text", subtype="plain", filename="bridge.pdf")
    made.add_attachment(PICTURE, maintype="image", subtype="png", filename="photo.png")
    made.add_attachment(b"PK", maintype="application", subtype="msword", filename="letter.doc")
    made.add_attachment(plain(Subject="An older letter", Message_ID="<two@c.example>"))
    articles, skipped = read(tmp_path / "a.eml", made.as_bytes())
    assert skipped == []
    path = tmp_path / "a.eml"
    keys = ["one@courier.example", f"{path}!bridge.pdf", f"{path}!1-bridge.pdf", "two@c.example"]
    assert [article.key for article in articles] == keys
    assert articles[3].title == "An older letter"


def box(*letters: EmailMessage) -> bytes:
    return b"".join(b"From MAILER Fri May  2 18:30:00 2031\n" + each.as_bytes() + b"\n\n" for each in letters)


def test_a_mailbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    letters = [plain(Message_ID=f"<{number}@c.example>") for number in range(3)]
    letters[1].set_content(">From the start it was late.\n\nFrom now on it is 2031 no more.")
    articles, skipped = read(tmp_path / "box", box(*letters))
    assert [article.key for article in articles] == ["0@c.example", "1@c.example", "2@c.example"]
    assert articles[1].body.startswith("From the start")
    monkeypatch.setattr(mbox, "SIZE_LIMIT", 1000)
    letters[1].set_content("word " * 1000)
    articles, skipped = read(tmp_path / "box", box(*letters))
    assert [article.key for article in articles] == ["0@c.example", "2@c.example"]
    assert skipped == [":2: a message larger than 64 MiB"]


@pytest.mark.parametrize("place", ["Snapshot-Content-Location", ""])
def test_a_page_saved_as_mhtml_is_the_page(tmp_path: Path, place: str) -> None:
    url = "https://courier.example/harbour"
    made = message(From="<Saved by Blink>", **({place: url} if place else {}))
    made.set_content(PAGE.replace("<html>", "<html><head><title>The harbour opens</title></head>"), subtype="html")
    if not place:  # Internet Explorer
        made["Content-Location"] = url
    article = one(tmp_path / "a.mhtml", made)
    assert (article.url, article.title) == (url, "The harbour opens")
    assert (article.authors, article.published) == ((), None)


@pytest.mark.parametrize(
    "text",
    [
        "From: here\nto there it is a mile.",
        "Date: 3 May 2031\nAuthor: Ada\nTitle: x\n\ntext",
        "From now on 2031\n\nit is text",
        "Subject: a\nDate: b\nTo: c\n\nNo sender, no mail.",
    ],
)
def test_what_is_no_mail(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert [article.key for article in read_articles(tmp_path / "a.txt", annotate=False)] == [str(tmp_path / "a.txt")]


HOSTILE = [
    "From: a\nDate: Fri, 99 May 2031 99:99:99 +9999\nSubject: =?utf-8?b?4?= =?x?q?=ZZ?= =?utf-8?q?\n\ntext",
    "From: @@<<>>,;:\nTo: \nSubject: \nDate: \nContent-Type: multipart/mixed; boundary=\n\ntext",
    "From: a\nTo: b\nSubject: c\nContent-Type: text/plain; charset*0*=utf-8''%41; name*99999999999999999999*=x\n\nt",
    "From: a\nTo: b\nSubject: c\nContent-Type: message/rfc822\n\nFrom: a",
    "From: a\nTo: b\nSubject: c\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n====A",
    "From: a\nTo: b\nSubject: c\n" + "Content-Type: multipart/mixed; boundary=x\n\n--x\n" * 500,
]  # fmt: skip


@pytest.mark.parametrize("content", HOSTILE)
def test_hostile_messages(tmp_path: Path, content: str) -> None:
    with suppress(DocumentError):
        read(tmp_path / "a.eml", content.encode())


def test_a_sender_of_comments_in_comments_takes_no_mailbox_away(tmp_path: Path) -> None:
    letters = [plain(Message_ID=f"<{number}@c.example>") for number in range(3)]
    content = box(*letters).replace(b"From: ", b"From: " + b"(" * 5_000, 2).replace(b"(" * 5_000, b"", 1)
    articles, skipped = read(tmp_path / "box", content)
    assert [article.key for article in articles] == ["0@c.example", "1@c.example", "2@c.example"]
    assert articles[1].authors == ()
    assert skipped == []


def test_a_header_in_a_million_pieces_ends(tmp_path: Path) -> None:
    pieces = "".join(f"; boundary*{number}=x" for number in range(1_000_000))
    made = f"From: a\nTo: b\nSubject: c\nContent-Type: multipart/mixed{pieces}\n\nThe harbour opens."
    article = one(tmp_path / "a.eml", made.encode())
    assert article.title == "c"


def _seeds() -> list[bytes]:
    made = plain(List_Id='"The Sela Courier" <news.courier.example>')
    made.add_alternative(PAGE, subtype="html")
    made.add_attachment(plain())
    return [made.as_bytes(), box(plain(), made), *(content.encode() for content in HOSTILE)]


_SEEDS = _seeds()


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_damage_gives_messages_or_a_reason(tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from(_SEEDS)))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 5))] = data.draw(st.binary(max_size=6))
    with suppress(DocumentError):
        read(tmp_path / "a.eml", bytes(content))


LETTER = "The gull has been seen at Port Sela, said Ben Hark, with the harbour's seal of office about its neck."
HEADERS = {
    "Gmail": "---------- Forwarded message ----------\nFrom: Ben Hark <ben@sela.example>\nDate: Fri, 17 Aug 2029\n"
    "Subject: Re: The gull\nTo: Ada Quill <ada@courier.example>,\n Cy Moss <cy@courier.example>\n\n",
    "Apple": "Begin forwarded message:\n\nFrom: Ben Hark <ben@sela.example>\nSubject: The gull\n"
    "Date: 17 August 2029\n\n",
    "Apple, quoted": "Begin forwarded message:\n\n> From: Ben Hark <ben@sela.example>\n> Date: 17 August 2029\n"
    "> Subject: The gull\n> \n> ",
    "Outlook": "-----Original Message-----\nFrom: Ben Hark\nSent: Friday, August 17, 2029\nTo: Ada Quill\n"
    "Subject: The gull\n\n",
    "Outlook now": "________________________________\nVon: Ben Hark <ben@sela.example>\nGesendet: 17. August 2029\n"
    "An: Ada Quill\nBetreff: WG: The gull\n\n",
    "no sign": "\nDe: Ben Hark\nEnvoyé le : 17 août 2029\nÀ: Ada Quill\nObjet : The gull\n\n",
}


@pytest.mark.parametrize("way", HEADERS)
def test_a_forwarded_message_is_an_article_with_its_own_headers(tmp_path: Path, way: str) -> None:
    made = message(Subject="Fwd: The gull")
    made.set_content(f"For the file.\n\nA.\n\n-- \nAda Quill\nThe Courier\n\n{HEADERS[way]}{LETTER}\n-- \nBen\n")
    articles, skipped = read(tmp_path / "a.eml", made.as_bytes())
    assert skipped == []
    note, letter = articles
    assert (note.key, note.authors, note.body) == ("one@courier.example", ("Ada Quill",), "For the file.\n\nA.")
    assert (letter.key, letter.title) == ("one@courier.example/forwarded-1", "The gull")
    assert (letter.authors, letter.body) == (("Ben Hark",), LETTER)
    assert letter.published is not None
    assert letter.published.date().isoformat() == "2029-08-17"


def test_what_is_forwarded_is_not_counted_among_the_messages(tmp_path: Path) -> None:
    letters = [message(Subject="Fwd: The gull"), plain()]
    letters[0].set_content(f"For the file.\n\n{HEADERS['Gmail']}{LETTER}")
    for letter in letters:
        del letter["Message-ID"]
    articles, _ = read(tmp_path / "box", box(*letters))
    keys = [article.key.removeprefix(str(tmp_path)) for article in articles]
    assert keys == ["/box", "/box!1/forwarded-1", "/box#2"]


def test_a_message_that_only_forwards_is_what_it_forwards(tmp_path: Path) -> None:
    made = message(Subject="Fwd: The gull")
    made.set_content(HEADERS["Gmail"] + LETTER)
    letter = one(tmp_path / "a.eml", made)
    assert (letter.key, letter.authors, letter.body) == ("one@courier.example", ("Ben Hark",), LETTER)


def test_what_a_message_answers_is_quoted(tmp_path: Path) -> None:
    made = message(Subject="RE: The gull", In_Reply_To="<two@courier.example>")
    made.set_content(f"Never.\n\n{HEADERS['Outlook']}{LETTER}\n")
    assert [(block.kind, block.text) for block in one(tmp_path / "a.eml", made).blocks] == [
        (BlockKind.PARAGRAPH, "Never."),
        (
            BlockKind.QUOTE,
            "From: Ben Hark · Sent: Friday, August 17, 2029 · To: Ada Quill · Subject: The gull",
        ),
        (BlockKind.QUOTE, LETTER),
    ]


@pytest.mark.parametrize(
    "end",
    [
        f"-- \n\n{LETTER}",
        f"-- \n{LETTER}",
        "-- \nAda Quill\n\nThe pier is open.",
        "-- \n" + "\n".join(f"Line {number}" for number in range(7)),
    ],
)
def test_what_follows_a_dash_and_is_no_signature_stays(tmp_path: Path, end: str) -> None:
    made = message()
    made.set_content(f"The harbour master resigns again.\n\n{end}\n")
    kept = one(tmp_path / "a.eml", made).body
    assert kept.split() == f"The harbour master resigns again. {end.removeprefix('-- ')}".split()


@pytest.mark.parametrize(
    "text",
    [
        "He was asked:\nFrom: where?\nHe said nothing.",
        "Timetable\n\nFrom: Port Sela\nTo: Osk\nDate: every day",
        "Three lines:\nSubject: ferries\nDate: Monday",
    ],
)
def test_lines_with_colons_are_no_message(tmp_path: Path, text: str) -> None:
    made = message()
    made.set_content(text)
    assert one(tmp_path / "a.eml", made).body.split() == text.split()


FORWARDED_PAGE = (
    '<div dir="ltr">For the file<br><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">'
    "---------- Forwarded message ---------<br>From: <b>Ben Hark</b> &lt;ben@sela.example&gt;<br>"
    "Date: Fri, 17 Aug 2029 at 09:00<br>Subject: The gull<br>To: Ada Quill &lt;ada@courier.example&gt;<br></div><br>"
    f'<p>{LETTER}</p><img src="cid:gull" alt="The gull"><p>Nobody was told before noon.</p></div></div>'
)


def test_what_a_page_forwards_is_an_article_too(tmp_path: Path) -> None:
    made = message(Subject="Fwd: The gull")
    made.set_content(FORWARDED_PAGE, subtype="html")
    articles, skipped = read(tmp_path / "a.eml", made.as_bytes())
    assert skipped == []
    note, letter = articles
    assert (note.body, note.images, note.authors) == ("For the file", (), ("Ada Quill",))
    assert letter.body == f"{LETTER}\n\nNobody was told before noon."
    assert (letter.title, letter.authors, [image.alt for image in letter.images]) == (
        "The gull",
        ("Ben Hark",),
        ["The gull"],
    )
    assert letter.published is not None
    assert letter.published.date().isoformat() == "2029-08-17"


def test_a_forwarded_message_without_a_day_is_guessed_to_be_of_the_day_it_was_sent_on(tmp_path: Path) -> None:
    made = message(Subject="Fwd: The gull")
    made.set_content(f"Begin forwarded message:\n\nFrom: Ben Hark\nSubject: The gull\n\n{LETTER}")
    letter = one(tmp_path / "a.eml", made)
    assert (letter.published, str(letter.inferred)) == (None, "2031-05-02")


def test_a_message_of_apple_mail(tmp_path: Path) -> None:
    made = message(Subject="The gull")
    made.set_content(LETTER)
    data = made.as_bytes()
    notes = b'<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict><key>flags</key></dict></plist>\n'
    articles, skipped = read(tmp_path / "7.emlx", b"%-10d\n" % len(data) + data + notes)
    assert [(each.title, each.authors, each.body) for each in articles] == [("The gull", ("Ada Quill",), LETTER)]
    assert skipped == []


@pytest.mark.parametrize(
    ("labels", "starred", "was_read", "tags"),
    [
        ("Starred,Unread,Category updates,Harbour", True, False, ("Harbour",)),
        ("=?UTF-8?Q?Inbox,Opened,F=C3=A4hren?=", False, True, ("Fähren",)),
        ("", False, None, ()),
    ],
)
def test_labels_of_gmail_are_marks(
    tmp_path: Path, labels: str, starred: bool, was_read: bool | None, tags: tuple[str, ...]
) -> None:
    made = message(Subject="The gull")
    made.set_content(LETTER)
    head = f"From 17865432@xxx Fri May 02 18:30:00 +0000 2031\nX-GM-THRID: 17865432\nX-Gmail-Labels: {labels}\n"
    (article,), _ = read(tmp_path / "takeout.mbox", head.encode() + made.as_bytes())
    assert (article.marks.starred, article.marks.read, article.marks.tags) == (starred, was_read, tags)
    assert article.tags == tags
