"""What is left of a page in the article of a saved one: signatures, pleas, teasers, what a template did not fill in."""

from __future__ import annotations

import pytest

from docs_store.model import Article, BlockKind
from docs_store.reading.html import read_page
from docs_store.reading.html.article import add_lines
from docs_store.reading.html.author_lines import is_bio, is_signature
from docs_store.reading.html.flow import read_flow
from docs_store.reading.html.page import parse
from docs_store.reading.html.prose import shown_prose, without_strays
from docs_store.reading.normalise import normalise
from docs_store.reading.story import StoryBuilder

FIRST = "The nine lamps of the harbour were lit again on Monday, eleven weeks after a storm had torn their cable."
SECOND = "Two boats had run aground on the bar since Christmas, and several skippers waited outside until morning."
THIRD = "The harbour master said the lamps would be inspected every autumn, and a spare drum of cable would be kept."
REST = [
    f"The {which} of the skippers said that no boat had come in over the bar at night since the lamps went out."
    for which in ("oldest", "youngest", "tallest", "loudest", "third")
]
TEXTS = [FIRST, SECOND, *REST, THIRD]


def _read(body: str, head: str = "") -> Article:
    html = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return normalise(read_page(html, "https://tideway.example/lamps"), path="")


def _story(inside: str = "", after: str = "", before: str = "", head: str = "") -> Article:
    return _read(
        f"<article><h1>Lamps lit</h1>{before}<div class='text'><p>{FIRST}</p>{inside}"
        f"{''.join(f'<p>{text}</p>' for text in TEXTS[1:])}{after}</div></article>",
        head,
    )


def _texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind is not BlockKind.CAPTION]


_AUTHOR = "<meta name='author' content='Ada Byron'>"


def test_a_page_in_a_wide_script_is_an_article_with_a_third_of_the_letters() -> None:
    said = [
        "星期一晚上，港口的九盏航标灯在停电十一个星期之后重新点亮，几位船长站在码头上等候多时，说夜里终于能够进港了。",
        "今年一月的一场风暴扯断了海底的电缆，此后已有两艘渔船在沙洲上搁浅，其余的船只能在外海抛锚等到天亮才敢进来。",
        "港务主任说，从今年秋天起每年都要检查一遍这些航标灯，仓库里还会多备一卷电缆，以免同样的事情再次发生在这里。",
        "老船长回忆说，他年轻的时候这里只有三盏油灯，守灯人每天傍晚划着小船去点灯，遇上大雾的夜晚就整夜敲钟为人引路。",
        "镇上的渔民合作社打算凑钱修一座小小的灯塔，图纸已经画好，只等市议会在下个月的会议上点头，开春以后便可以动工。",
        "合作社的会计说，眼下还差两万元，他们准备在秋天的鱼市上办一次义卖，镇上的小学生也画了许多灯塔的图画拿去出售。",
        "气象台提醒，本周末海上还会有大风，出海的人要留意广播，夜里返航的船只应当等港口的引航员出来接应以后再进港。",
    ]
    sections = ("时政", "财经", "文化", "体育", "天气", "旅游")
    menu = "".join(f"<li><a href='/{at}'>{name}</a></li>" for at, name in enumerate(sections))
    article = _read(
        f"<div><ul>{menu}</ul></div><div><h1>航标灯重新点亮</h1>{''.join(f'<p>{line}</p>' for line in said)}</div>"
    )
    assert _texts(article) == said


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Ada Byron", True), ("Ada Byron, Max Born", True), ("Ada Byron, Lindau", True), ("- Football Ada Byron", True),
        ("Ada Byron was there", False), ("Ada Byron lit the lamps.", False), ("Max Planck", False), ("Lindau", False),
    ],
)  # fmt: skip
def test_a_signature_names_the_authors_and_no_more(line: str, is_one: bool) -> None:
    assert is_signature(line, ("Ada Byron", "Max Born")) is is_one


def test_a_signature_under_the_text_is_no_paragraph() -> None:
    assert _texts(_story(after="<p>Ada Byron</p>", head=_AUTHOR)) == TEXTS


def test_authors_whom_only_their_elements_part_are_several() -> None:
    byline = "<div class='byline'><span>Ada Byron</span> <span>Max Born</span> <span>Rosa Vera</span></div>"
    assert _story(before=byline).authors == ("Ada Byron", "Max Born", "Rosa Vera")


@pytest.mark.parametrize(
    "inside",
    [
        "<div class='b'><h3>Do you follow us?</h3><p>News each morning, and surprising stories from the bar.</p>"
        "<p>Subscribe to our WhatsApp channel and miss nothing.</p></div>",
        "<div class='b'><h3>Harbour Letter by Ada Byron</h3><p>Behind the breakwater: exclusive and relevant.</p>"
        "<p>Mit meiner Anmeldung zum Newsletter stimme ich der Werbevereinbarung zu.</p></div>",
        "<h3>More from the coast</h3><ul><li>Harbour: <a href='/a'>How the ferry came back</a></li>"
        "<li>Too late? <a href='/b'>Why the dredger left in May</a></li></ul>",
        "<dl><dt>showPaywall:</dt><dd>false</dd><dt>isSubscriber:</dt><dd>false</dd></dl>",
        "<p>Passer la publicité</p>", "<p>© dpa-infocom, dpa:310516-99-53606/3 (dpa)</p>",
    ],
)  # fmt: skip
def test_what_the_page_says_among_the_text_is_left_out(inside: str) -> None:
    assert _texts(_story(inside)) == TEXTS


def test_a_list_that_says_something_keeps_its_links() -> None:
    items = (
        "<li>The cable was laid anew, as <a href='/a'>the office of works</a> had asked.</li>"
        "<li>The lamps were cleaned by <a href='/b'>the crew of the tender</a></li>"
    )
    kinds = [block.kind for block in _story(f"<ul>{items}</ul>").blocks]
    assert kinds.count(BlockKind.LIST_ITEM) == 2


def test_a_players_words_are_no_credit_and_no_caption() -> None:
    picture = (
        "<figure><img src='a.jpg' width='800'><figcaption>Related: The ferry that came back"
        "<span class='credit'>autoplay</span></figcaption></figure>"
    )
    (image,) = _story(picture).images
    assert (image.caption, image.credit) == ("The ferry that came back", "")


def test_a_network_may_have_the_credit() -> None:
    figure = "<figure><img src='a.jpg' width='800'><figcaption>Lamps lit again <cite>{}</cite></figcaption></figure>"
    (image,) = _story(figure.format("<span class='credit'>Facebook</span>")).images
    assert image.credit == "Facebook"


@pytest.mark.parametrize(
    ("caption", "credit", "told"),
    [
        ("Lamps lit again on the mole Foto:", "OSK/LENA ZIMMER", ("Lamps lit again on the mole", "OSK/LENA ZIMMER")),
        ("Lamps lit again on the mole,", "Lena Zimmer", ("Lamps lit again on the mole", "Lena Zimmer")),
        ("Lamps lit again on the mole", "Lamps lit again on the mole", ("Lamps lit again on the mole", "")),
        ("She took a photo of the mole.", "Lena Zimmer", ("She took a photo of the mole.", "Lena Zimmer")),
    ],
)
def test_what_led_from_caption_to_credit_is_in_neither(caption: str, credit: str, told: tuple[str, str]) -> None:
    figcaption = f"<figcaption>{caption}<span class='credit'>{credit}</span></figcaption>"
    (image,) = _story(f"<figure><img src='a.jpg' width='800'>{figcaption}</figure>").images
    assert (image.caption, image.credit) == told


def test_how_an_author_signs_elsewhere_is_no_part_of_the_name() -> None:
    assert _story(head="<meta name='author' content='Ada Byron (aby)'>").authors == ("Ada Byron",)


@pytest.mark.parametrize(
    ("text", "is_caption"),
    [
        ("Ada Byron enters the court", True),
        ("The lamps are lit.", False),
        ("What was found there:", False),
        (FIRST, False),
    ],
)
def test_short_words_in_one_paragraph_with_a_picture_are_its_caption(text: str, is_caption: bool) -> None:
    article = _story(f"<p><img src='a.jpg' width='800'>{text}</p>")
    assert (text in {image.caption for image in article.images}) is is_caption


def test_text_that_no_element_holds_is_told_from_what_stands_around_it() -> None:
    lines = ("Ada Byron", "Lindau", FIRST, "Related news", "Aground", SECOND, "- Harbour Ada Byron", THIRD)
    story = StoryBuilder()
    add_lines(story, lines, ("Ada Byron",))
    assert [(block.kind, block.text) for block in story.blocks] == [
        (BlockKind.PARAGRAPH, FIRST),
        (BlockKind.HEADING, "Aground"),
        (BlockKind.PARAGRAPH, SECOND),
        (BlockKind.PARAGRAPH, THIRD),
    ]


@pytest.mark.parametrize(
    ("inside", "is_heading"),
    [
        ("<p><strong>The night of the storm</strong></p>", True),
        ("<p><strong>How long were you at sea?</strong></p>", False),
        ("<p><strong>Star:</strong> The lamps are lit</p>", False),
        ("<p><strong>Nobody was hurt.</strong></p>", False),
    ],
)
def test_a_bold_line_over_text_is_a_heading(inside: str, is_heading: bool) -> None:
    assert (BlockKind.HEADING in {block.kind for block in _story(inside).blocks}) is is_heading


def _titled(title: str, shown: str, head: str = "") -> str:
    return _read(
        f"<div><h1>{shown}</h1>{''.join(f'<p>{text}</p>' for text in TEXTS)}</div>", f"<title>{title}</title>{head}"
    ).title


@pytest.mark.parametrize("parted", [" -- Quay Notes -- ", " / News / ", " :: News :: ", " » Local » "])
def test_the_name_of_the_site_is_parted_from_the_title_by_other_marks_too(parted: str) -> None:
    title = "Nine lamps of the harbour lit again after a winter"
    shared = f"<meta property='og:title' content='{title}{parted}Tideway Post'>"
    assert _titled(f"{title}{parted}Tideway Post", title, shared) == title


def test_a_heading_that_the_windows_title_goes_on_from_is_the_headline_whatever_is_shared() -> None:
    other = "Byron: The lamps, the cable and the town"
    shared = f"<meta property='og:title' content='{other}'>"
    shown = "The harbour of nine lamps is dark no more?"
    assert _titled(f"{shown} Skippers wait for the tide - Tideway Post", shown, shared) == shown
    assert _titled("Byron on the lamps - Tideway Post", "Tideway Post", shared) == other


@pytest.mark.parametrize(("comments", "name", "is_left"), [(60, "box", False), (3, "box", True), (60, "story", True)])
def test_boxes_far_below_the_text_are_none_of_it(comments: int, name: str, is_left: bool) -> None:
    said = "".join(f"<p>Reader {at} said it.</p>" for at in range(comments))
    tree = parse(
        f"<body><div class='story'>{''.join(f'<p>{text}</p>' for text in TEXTS)}</div><div>{said}</div>"
        f"<div class='{name}'><p>Search for jobs: click to search our database of all the latest roles</p></div></body>"
    )
    assert tree is not None
    pieces = read_flow(tree).pieces
    text, box = list(range(len(TEXTS))), len(pieces) - 1
    assert without_strays(pieces, [*text, box]) == ([*text, box] if is_left else text)


@pytest.mark.parametrize(
    "line",
    [
        "Ada Byron can be reached at ada@tideway.example.", "Write to Ada Byron at ada@tideway.example",
        "Questions? Comments? Email us at desk@tideway.example", "ada@tideway.example (END)", "(END)",
        "【责任编辑：海风】", "（编辑：海风 林涛）", "【纠错】", "このニュースをシェア",
    ],
)  # fmt: skip
def test_how_to_reach_those_who_made_a_page_is_no_text(line: str) -> None:
    assert _texts(_story(after=f"<p>{line}</p>")) == TEXTS


@pytest.mark.parametrize(
    "line",
    [
        "The island can be reached by ferry from the harbour in twenty minutes, even in winter.",
        "Write to the harbour master, she said, and he will answer by return of post every time.",
        "The address ada@tideway.example was painted on the side of the boat that ran aground.",
    ],
)
def test_sentences_like_those_are_text(line: str) -> None:
    assert _texts(_story(after=f"<p>{line}</p>")) == [*TEXTS, line]


@pytest.mark.parametrize(
    "label", ["More Must-Reads From The Tideway", "More from Tideway Post and The Quay Lifestyle Search"]
)
def test_what_else_is_to_be_read_is_no_text(label: str) -> None:
    links = "".join(f"<li>{text}</li>" for text in ("The ferry that came back", "A quay for nobody at all"))
    assert _texts(_story(after=f"<div><h2>{label}</h2><ul>{links}</ul></div>")) == TEXTS


def test_what_the_author_is_stands_at_an_end_of_the_text_and_is_none_of_it() -> None:
    bio = "Ada Byron is an award-winning reporter of the Tideway Post, and the author of several books on lamps."
    assert _texts(_story(after=f"<p>{bio}</p>", head=_AUTHOR)) == TEXTS
    assert bio in _texts(_story(after=f"<p>{bio}</p>"))  # somebody the article is about, it may be


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Ada Byron is a reporter in Lindau.", True), ("Ada Byron, of Lindau, covers lamps as a freelance.", True),
        ("Ada Byron ist Redakteurin in Lindau.", True), ("Ada Byron est journaliste.", True),
        ("Ada Byron is eighty.", False), ("Max Planck is a reporter.", False), ("A reporter is Ada Byron.", False),
    ],
)  # fmt: skip
def test_a_bio_begins_with_the_authors_name_and_says_their_work(text: str, is_one: bool) -> None:
    assert is_bio(text, ("Ada Byron", "Byron")) is is_one


def test_an_abstract_over_the_text_is_the_standfirst() -> None:
    abstract = "What the skippers say of the eleven weeks without lamps."
    article = _story(before=f"<p class='articleabstract'>{abstract}</p>")
    assert [block.text for block in article.blocks if block.kind is BlockKind.STANDFIRST] == [abstract]


@pytest.mark.parametrize(
    ("beside", "lines", "is_shown"),
    [
        (
            "",
            [*TEXTS, *(f"Section {at}" for at in range(900)), "<a href='/advertisement/of/a/boat'>Boats</a> " * 40],
            True,
        ),
        (
            "",
            [*TEXTS, *(f"{text} And nobody was shown that, said reader {at}." for at, text in enumerate(TEXTS * 2))],
            False,
        ),
        ("<p>Short.</p>", ["Short."], False),
    ],
)
def test_the_paragraphs_that_a_page_shows_are_its_article(beside: str, lines: list[str], is_shown: bool) -> None:
    text = beside or "".join(f"<p>{line}</p>" for line in TEXTS)
    tree = parse(f"<body><ul><li>Menu</li></ul><div class='story'>{text}</div><p>Tideway Post</p></body>")
    assert tree is not None
    pieces = read_flow(tree).pieces
    assert [pieces[at].text for at in shown_prose(pieces, lines)] == (TEXTS if is_shown else [])
