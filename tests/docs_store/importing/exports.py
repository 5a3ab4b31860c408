"""Exports of other programs as they make them, their articles invented."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

FERRY = "https://courier.example/2031/ferry-strike"
BRIDGE = "https://mercury.example/karst-bridge"
STORY = (
    "<p>The ferries of Port Sela stayed in port for an eighth day, and passengers waited in the rain.</p>"
    "<h2>What the crews want</h2>"
    "<p>They want rest between the night crossings, said Ben Hark, who speaks for the Harbour Union.</p>"
)
PAGE = (
    "<!DOCTYPE html><html><head><title>Ferry strike enters second week</title></head><body><nav><a href='/'>Home</a>"
    f"</nav><article><h1>Ferry strike enters second week</h1>{STORY}</article></body></html>"
)


def zipped(path: Path, files: Mapping[str, str | bytes]) -> Path:
    """Make a ZIP archive of `files`."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def unpacked(path: Path, files: Mapping[str, str | bytes]) -> Path:
    """Make a folder of `files`."""
    for name, content in files.items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@contextmanager
def _database(path: Path) -> Iterator[sqlite3.Connection]:
    """Make a database; whether it survives a power cut is no matter here."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA synchronous = OFF")
        yield connection


def newsboat(folder: Path) -> Path:
    """Make newsboat's folder: two feeds, an unread and a flagged article, one without address, one deleted."""
    folder.mkdir(parents=True)
    (folder / "urls").write_text(
        'https://courier.example/feed "daily" news "~The Courier"\n"exec:~/bin/mercury.sh" \'broken\n# a comment\n'
    )
    with _database(folder / "cache.db") as database:
        database.executescript("""
            CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT NULL,
                title VARCHAR(1024) NOT NULL, lastmodified INTEGER(11) NOT NULL DEFAULT 0,
                is_rtl INTEGER(1) NOT NULL DEFAULT 0, etag VARCHAR(128) NOT NULL DEFAULT "");
            CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL,
                title VARCHAR(1024) NOT NULL, author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT NULL,
                feedurl VARCHAR(1024) NOT NULL, pubDate INTEGER NOT NULL, content VARCHAR(65535) NOT NULL,
                unread INTEGER(1) NOT NULL, enclosure_url VARCHAR(1024), enclosure_type VARCHAR(1024),
                enqueued INTEGER(1) NOT NULL DEFAULT 0, flags VARCHAR(52), deleted INTEGER(1) NOT NULL DEFAULT 0,
                base VARCHAR(128) NOT NULL DEFAULT "", content_mime_type VARCHAR(255) NOT NULL DEFAULT "");
            CREATE TABLE metadata (db_schema_version_major INTEGER NOT NULL, db_schema_version_minor INTEGER NOT NULL);
            INSERT INTO metadata VALUES (2, 11);
            INSERT INTO rss_feed (rssurl, url, title) VALUES
                ('https://courier.example/feed', 'https://courier.example', 'Selwyn Courier');
        """)
        database.executemany(
            "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread, flags, deleted)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                ("g1", "Ferry strike enters second week", "Ada Quill", FERRY, "https://courier.example/feed",
                 1935921600, STORY, 1, "", 0),
                ("g2", "Cracks in the Karst bridge", "", BRIDGE, "https://courier.example/feed", 1935921700, STORY, 0,
                 "si", 0),
                ("g3", "A note without an address", "", "", "exec:~/bin/notes.sh", 0, "Plain words.", 0, None, 0),
                ("g4", "Deleted", "", "https://courier.example/gone", "https://courier.example/feed", 1, "x", 0, "", 1),
            ],
        )  # fmt: skip
    return folder


WALLABAG = [
    {"is_archived": 1, "is_starred": 1, "user_name": "ada", "user_email": "ada@example.org", "user_id": 1,
     "tags": ["harbour", "to cite"], "is_public": False, "id": 7, "uid": None,
     "title": "Ferry strike enters second week", "url": FERRY, "hashed_url": "0a1b", "origin_url": None,
     "content": STORY, "created_at": "2031-05-08T07:15:00+0000", "updated_at": "2031-05-09T07:15:00+0000",
     "published_at": "2031-05-06T00:00:00+0000", "published_by": ["Ada Quill"], "starred_at": None,
     "annotations": [{"text": "Ask him.", "quote": "said Ben Hark", "ranges": []}], "mimetype": "text/html",
     "language": "en_GB", "reading_time": 1, "domain_name": "courier.example", "preview_picture": None},
    {"is_archived": 0, "is_starred": 0, "tags": [], "id": 8, "title": "Cracks in the Karst bridge", "url": BRIDGE,
     "content": "wallabag can't retrieve contents for this article. Please <a href='#'>troubleshoot this issue</a>.",
     "created_at": "2031-05-01T07:15:00+0000", "annotations": [], "language": "", "domain_name": "mercury.example"},
]  # fmt: skip
WALLABAG_CSV = (
    'Title;URL;Content;Tags;"MIME Type";Language;"Creation date"\n'
    f'"Ferry strike enters second week";{FERRY};"{STORY}";"harbour, to cite";text/html;en;"08/05/2031 07:15:00"\n'
)

READECK: dict[str, str | bytes] = {
    "data.json": json.dumps({"Info": {"Version": 1}, "Bookmarks": [{"UID": "aB3"}, {"UID": "cD4"}]}),
    "bookmarks/aB3/info.json": json.dumps(
        {"ID": 1, "UID": "aB3", "Created": "2031-05-08T07:15:00.123456Z", "URL": FERRY, "Domain": "courier.example",
         "Title": "Ferry strike enters second week", "Site": "courier.example", "SiteName": "Selwyn Courier",
         "Published": "2031-05-06T00:00:00Z", "Authors": ["Ada Quill"], "Lang": "en", "DocumentType": "article",
         "Description": "Crews and the port disagree over nights.", "Labels": ["harbour"], "IsArchived": False,
         "IsMarked": True, "ReadProgress": 40, "Annotations": [{"id": "x", "text": "rest between the night crossings",
                                                               "note": "Since when?"}]}),
    "bookmarks/aB3/container/index.html": STORY,
    "bookmarks/aB3/container/_resources/one.jpg": b"\xff\xd8\xff",
    "bookmarks/cD4/info.json": json.dumps({"UID": "cD4", "Created": "2031-05-01T00:00:00Z", "URL": BRIDGE,
                                           "Title": "Cracks in the Karst bridge", "Labels": None, "IsArchived": True}),
}  # fmt: skip

OMNIVORE: dict[str, str | bytes] = {
    "metadata_0_to_20.json": json.dumps([
        {"id": "1f", "slug": "ferry-18f", "title": "Ferry strike enters second week", "description": "Nights.",
         "author": "Ada Quill", "url": FERRY, "state": "Archived", "readingProgress": 100, "thumbnail": None,
         "labels": ["harbour", "to cite"], "savedAt": "2031-05-08T07:15:00.123Z",
         "updatedAt": "2031-05-09T07:15:00.123Z", "publishedAt": "2031-05-06T00:00:00.000Z"},
        {"id": "2f", "slug": "../../etc/passwd", "title": "Cracks in the Karst bridge", "url": BRIDGE,
         "state": "Active", "readingProgress": 10, "labels": [], "savedAt": "2031-05-01T00:00:00.000Z"}]),
    "content/ferry-18f.html": f'<div class="page" id="readability-page-1">{STORY}</div>',
    "highlights/ferry-18f.md": "> stayed in port\n> \n> for an eighth day \n\n#strike\n\nWhich port?\n\n> in the rain ",
}  # fmt: skip

POCKET_CSV = (
    "title,url,time_added,tags,status\n"
    f"Ferry strike enters second week,{FERRY},1935990900,harbour|to cite,archive\n"
    f"{BRIDGE},{BRIDGE},1935385200,,unread\n"
    "A local file,file:///etc/passwd,1,,unread\n"
)
POCKET: dict[str, str | bytes] = {
    "part_000000.csv": POCKET_CSV,
    "annotations/part_000000.json": json.dumps(
        [{"url": FERRY, "title": "x", "highlights": [{"quote": "in the rain", "created_at": 1935990901}]}]
    ),
    "collections/0.json": "{}",
}
POCKET_HTML = f"""<!DOCTYPE html>
<html><!--So long and thanks for all the fish--><head><meta charset="UTF-8"><title>Pocket Export</title></head><body>
<h1>Unread</h1><ul>
<li><a href="{BRIDGE}" time_added="1935385200" tags="">{BRIDGE}</a></li>
</ul><h1>Read Archive</h1><ul>
<li><a href="{FERRY}" time_added="1935990900" tags="harbour,to cite">Ferry strike &amp; after</a></li>
</ul></body></html>"""

INSTAPAPER = (
    "URL,Title,Selection,Folder,Timestamp,Tags\n"
    f'{FERRY},Ferry strike enters second week,"Crews want rest, says Hark",Starred,1935990900,"[""harbour"",""sea""]"\n'
    f"{BRIDGE},Cracks in the Karst bridge,,Upland,1935385200,[]\n"
    "instapaper-private://email/4f,A newsletter,,Archive,1935385201,[]\n"
)

RAINDROP = (
    "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n"
    f'7,Ferry strike enters second week,Ask Hark,Crews want rest.,{FERRY},Unsorted,"harbour, sea",'
    '2031-05-08T07:15:00.000Z,https://courier.example/a.jpg,"Highlight:Eight days\nColor:red\nNote:eight?\n'
    'Highlight:Rain",true\n'
    f"8,Cracks in the Karst bridge,,,{BRIDGE},Upland / Bridges,,2031-05-01T07:00:00.000Z,,,false\n"
)
READER = (
    "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n"
    f"Ferry strike enters second week,{FERRY},01hr0,\"['harbour', 'sea']\",2031-05-08 07:15:00+00:00,0.99,later,True\n"
    f"Cracks in the Karst bridge,{BRIDGE},01hr1,[],2031-05-01 07:00:00+00:00,0.2,new,False\n"
)
READWISE = (
    "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at"
    ",Document tags\n"
    'Eight days,Harbours,Ada Quill,,eight?,yellow,"sea, rain",order,1,2031-05-08 07:15:00+00:00,harbour\n'
    "A pier,Bridges,,,,,,order,1,2031-05-09 07:15:00+00:00,\n"
    "Rain,Harbours,Ada Quill,,,,,order,2,2031-05-08 07:16:00+00:00,harbour\n"
)
READWISE_NOTE = f"""# Ferry strike

![rw-book-cover](https://courier.example/a.jpg)

## Metadata
- Author: [[Ada Quill]]
- Full Title: Ferry strike enters second week
- Category: #articles
- Document Tags: [[harbour]] [[sea]]
- Summary: Crews want rest.
- URL: {FERRY}

## Highlights
- Eight days ([View Highlight](https://read.readwise.example/read/1)) ^rw701
    - Tags: [[rain]]
    - Note: eight?
- Rain
  and wind ([View Highlight](https://read.readwise.example/read/2)) ^rw702
"""
SUBSTACK: Mapping[str, str] = {
    "posts.csv": "post_id,post_date,is_published,email_sent_at,type,audience,title,subtitle,podcast_url\n"
    "17.ferry,2031-05-08T07:15:00.000Z,true,,newsletter,everyone,Ferry strike enters second week,Crews want rest.,\n"
    "18.draft,,false,,newsletter,only_paid,Cracks in the Karst bridge,,\n",
    "posts/17.ferry.html": "<p>The ferries of Port Sela stayed in port for an eighth day.</p><figure>"
    "<img src='https://courier.example/a.jpg'><figcaption>A ferry at the quay. Photo: Ana Lima/AFP</figcaption>"
    "</figure>"
    '<p class="button-wrapper"><a class="button primary" href="%%checkout_url%%"><span>Subscribe now</span></a></p>',
    "posts/17.opens.csv": "post_id,timestamp,email\n17,2031-05-09,a@courier.example\n",
    "email_list.sela.csv": "email,active_subscription\na@courier.example,false\n",
}
PINBOARD = json.dumps(
    [
        {"href": FERRY, "description": "Ferry strike enters second week", "extended": "Crews want rest.", "hash": "d",
         "time": "2031-05-08T07:15:00Z", "shared": "no", "toread": "yes", "tags": "harbour sea"},
        {"href": BRIDGE, "description": "Cracks", "extended": "", "time": "2031-05-01T07:00:00Z", "toread": "no",
         "tags": ""},
    ]
)  # fmt: skip
BOOKMARKS = f"""<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
    <DT><H3 ADD_DATE="1935990000" PERSONAL_TOOLBAR_FOLDER="true">Bookmarks bar</H3>
    <DL><p>
        <DT><H3>Upland</H3>
        <DL><p>
            <DT><A HREF="{BRIDGE}" ADD_DATE="1935385200" TOREAD="1">Cracks in the Karst bridge</A>
        </DL><p>
        <DT><A HREF="{FERRY}" ADD_DATE="1935990900" TAGS="harbour,sea" TOREAD="0">Ferry strike enters second week</A>
        <DD>Crews want rest.
        <DT><A HREF="javascript:alert(1)">A bookmarklet</A>
    </DL><p>
</DL><p>
"""


def archivebox(folder: Path, *, database: bool) -> Path:
    """Make ArchiveBox's data folder: one snapshot with its page, one without, one whose page is empty."""
    links: list[dict[str, str | None]] = [
        {"timestamp": "1935990900.5", "url": FERRY, "title": "Ferry strike enters second week", "tags": "harbour,sea"},
        {"timestamp": "1935385200.0", "url": BRIDGE, "title": None, "tags": None},
    ]
    unpacked(
        folder,
        {
            "archive/1935990900.5/singlefile.html": PAGE,
            "archive/1935990900.5/index.json": json.dumps(links[0]),
            "archive/1935385200.0/index.json": json.dumps(links[1]),
            "archive/1935385200.0/output.html": "<html></html>",
        },
    )
    if not database:
        (folder / "index.json").write_text(json.dumps({"info": "…", "num_links": 2, "links": links}))
        return folder
    with _database(folder / "index.sqlite3") as made:
        made.executescript("""
            CREATE TABLE core_snapshot (id CHAR(32) PRIMARY KEY, url TEXT, timestamp VARCHAR(32), title VARCHAR(512),
                added DATETIME, updated DATETIME);
            CREATE TABLE core_tag (id INTEGER PRIMARY KEY, name VARCHAR(100), slug VARCHAR(100));
            CREATE TABLE core_snapshot_tags (id INTEGER PRIMARY KEY, snapshot_id CHAR(32), tag_id INTEGER);
            INSERT INTO core_tag VALUES (1, 'harbour', 'harbour'), (2, 'sea', 'sea');
            INSERT INTO core_snapshot_tags VALUES (1, 'a1', 1), (2, 'a1', 2);
        """)
        made.executemany(
            "INSERT INTO core_snapshot VALUES (?, ?, ?, ?, '2031-05-08 07:15:00.500000', NULL)",
            [(f"a{at}", link["url"], link["timestamp"], link["title"]) for at, link in enumerate(links, 1)],
        )
    return folder


def zotero(folder: Path) -> Path:
    """Make Zotero's data folder: an item with a snapshot, a note and an annotation, one linked out, one deleted."""
    unpacked(folder, {"storage/SNAP0001/ferry.html": PAGE})
    with _database(folder / "zotero.sqlite") as database:
        database.executescript("""
            CREATE TABLE itemTypes (itemTypeID INTEGER PRIMARY KEY, typeName TEXT, templateItemTypeID INT, display INT);
            CREATE TABLE items (itemID INTEGER PRIMARY KEY, itemTypeID INT NOT NULL,
                dateAdded TIMESTAMP NOT NULL, dateModified TIMESTAMP NOT NULL, libraryID INT, key TEXT NOT NULL);
            CREATE TABLE deletedItems (itemID INTEGER PRIMARY KEY, dateDeleted);
            CREATE TABLE fields (fieldID INTEGER PRIMARY KEY, fieldName TEXT, fieldFormatID INT);
            CREATE TABLE itemDataValues (valueID INTEGER PRIMARY KEY, value UNIQUE);
            CREATE TABLE itemData (itemID INT, fieldID INT, valueID, PRIMARY KEY (itemID, fieldID));
            CREATE TABLE creators (creatorID INTEGER PRIMARY KEY, firstName TEXT, lastName TEXT, fieldMode INT);
            CREATE TABLE itemCreators (itemID INT, creatorID INT, creatorTypeID INT, orderIndex INT);
            CREATE TABLE tags (tagID INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
            CREATE TABLE itemTags (itemID INT, tagID INT, type INT);
            CREATE TABLE itemAttachments (itemID INTEGER PRIMARY KEY, parentItemID INT, linkMode INT,
                contentType TEXT, charsetID INT, path TEXT);
            CREATE TABLE itemNotes (itemID INTEGER PRIMARY KEY, parentItemID INT, note TEXT, title TEXT);
            CREATE TABLE itemAnnotations (itemID INTEGER PRIMARY KEY, parentItemID INT, type INT, authorName TEXT,
                text TEXT, comment TEXT, color TEXT, pageLabel TEXT, sortIndex TEXT, position TEXT);
            INSERT INTO itemTypes VALUES (1, 'newspaperArticle', NULL, 1), (2, 'attachment', NULL, 0),
                (3, 'note', NULL, 0), (4, 'annotation', NULL, 0), (5, 'report', NULL, 1);
            INSERT INTO items VALUES
                (1, 1, '2031-05-08 07:15:00', '', 1, 'ITEM0001'), (2, 2, '2031-05-08 07:15:00', '', 1, 'SNAP0001'),
                (3, 3, '2031-05-08 07:15:00', '', 1, 'NOTE0001'), (4, 4, '2031-05-08 07:15:00', '', 1, 'ANNO0001'),
                (5, 5, '2031-05-01 00:00:00', '', 1, 'ITEM0002'), (6, 2, '2031-05-01 00:00:00', '', 1, 'LINK0001'),
                (7, 1, '2031-05-01 00:00:00', '', 1, 'ITEM0003');
            INSERT INTO deletedItems VALUES (7, '2031-05-02');
            INSERT INTO fields VALUES (1, 'title', 0), (2, 'url', 0), (3, 'date', 0), (4, 'publicationTitle', 0),
                (5, 'abstractNote', 0);
            INSERT INTO itemDataValues VALUES (1, 'Ferry strike enters second week'),
                (2, 'https://courier.example/2031/ferry-strike'), (3, '2031-05-06 6 May 2031'), (4, 'Selwyn Courier'),
                (5, 'On the load of bridges'), (6, 'What the Karst bridge bears.'), (7, '2030-00-00 2030');
            INSERT INTO itemData VALUES (1, 1, 1), (1, 2, 2), (1, 3, 3), (1, 4, 4), (5, 1, 5), (5, 5, 6), (5, 3, 7);
            INSERT INTO creators VALUES (1, 'Ada', 'Quill', 0), (2, '', 'Upland Survey', 1);
            INSERT INTO itemCreators VALUES (1, 1, 1, 0), (5, 2, 1, 0);
            INSERT INTO tags VALUES (1, 'harbour');
            INSERT INTO itemTags VALUES (1, 1, 0);
            INSERT INTO itemAttachments VALUES (2, 1, 1, 'text/html', NULL, 'storage:ferry.html'),
                (6, 5, 2, 'text/plain', NULL, '/etc/passwd');
            INSERT INTO itemNotes VALUES (3, 1, '<div><p>Ask <b>Hark</b>.</p></div>', '');
            INSERT INTO itemAnnotations VALUES (4, 2, 1, '', 'in the rain', 'How long?', '', '', '', '');
        """)
    return folder


ZOTERO_CSL = json.dumps([
    {"id": "quill2031", "type": "article-newspaper", "title": "Ferry strike enters second week", "URL": FERRY,
     "abstract": "Nights.", "container-title": "Selwyn Courier", "language": "en",
     "author": [{"family": "Quill", "given": "Ada"}, {"literal": "Upland Survey"}],
     "issued": {"date-parts": [["2031", 5, 6]]}},
    {"id": "x", "type": "report", "title": "On the load of bridges", "issued": {"date-parts": [[2030]]}},
])  # fmt: skip
ZOTERO_CSV = (
    '"Key","Item Type","Publication Year","Author","Title","Publication Title","Url","Abstract Note","Date",'
    '"Date Added","Manual Tags","Automatic Tags","Notes"\n'
    f'"ITEM0001","newspaperArticle","2031","Quill, Ada; Hale, Tom","Ferry strike enters second week",'
    f'"Selwyn Courier","{FERRY}","Nights.","2031-05-06","2031-05-08 07:15:00","harbour; sea","auto",'
    '"<p>Ask Hark.</p>"\n'
)
