"""The records' schema and its migrations: an ordered list, each applied with its record in one transaction."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path
from typing import Final, NamedTuple

from docs_store.errors import StoreDamaged, StoreError, StoreVersion
from docs_store.local.disk import why_not_written

APPLICATION_ID: Final = 0x42_53_48_54
"""`PRAGMA application_id` of an archive ("BSHT"), so that a foreign database is not taken for one."""

FILLED_AT_ONCE: Final = 20_000
"""Entities, or articles, of one transaction of a migration: a few seconds."""


class Migration(NamedTuple):
    """One step of the schema. Its number is its place in `MIGRATIONS`, from 1."""

    name: str
    statements: tuple[str, ...]
    fill: str = ""
    """Run before the statements for the entities, or others, above number :low up to :high, a transaction each.

    What a killed run has done stays done. It may be run twice for the same, and only once where a later step is alike.
    """
    of: str = "number FROM entity"
    """Whose numbers these are."""


MIGRATIONS: Final = (
    Migration(
        "articles, files and entities",
        (
            """CREATE TABLE article (
                row INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used twice: the index refers to it
                id TEXT NOT NULL UNIQUE,
                key TEXT NOT NULL,
                title TEXT NOT NULL,
                source TEXT NOT NULL,
                published TEXT,              -- ISO 8601 with offset
                inferred TEXT,               -- ISO 8601
                age INTEGER NOT NULL,        -- minus ArticleSummary.sort_time: ascending is newest first
                path TEXT NOT NULL,
                url_key TEXT NOT NULL,       -- links.url_key
                title_key TEXT NOT NULL,     -- links.title_key
                images INTEGER NOT NULL,
                change INTEGER NOT NULL      -- clock.change when it was last written
            )""",
            "CREATE INDEX article_by_age ON article (age, id)",
            "CREATE INDEX article_by_path ON article (path)",
            "CREATE INDEX article_by_url ON article (url_key) WHERE url_key <> ''",
            "CREATE INDEX article_by_title ON article (title_key)",
            "CREATE INDEX article_by_change ON article (change)",
            # The whole article apart from its row, so that listing reads few pages.
            """CREATE TABLE payload (
                row INTEGER PRIMARY KEY REFERENCES article (row) ON DELETE CASCADE,
                body BLOB NOT NULL,          -- the article as JSON
                digest BLOB NOT NULL         -- SHA-256 of body
            )""",
            """CREATE TABLE entity (
                number INTEGER PRIMARY KEY,
                folded TEXT NOT NULL,
                kind TEXT NOT NULL,
                name TEXT NOT NULL,          -- as first seen
                articles INTEGER NOT NULL DEFAULT 0,
                UNIQUE (folded, kind)
            )""",
            "CREATE INDEX entity_by_articles ON entity (articles)",
            """CREATE TABLE mention (
                entity INTEGER NOT NULL REFERENCES entity (number),
                row INTEGER NOT NULL,
                count INTEGER NOT NULL,
                PRIMARY KEY (entity, row)
            ) WITHOUT ROWID""",
            "CREATE INDEX mention_by_row ON mention (row)",
            """CREATE TABLE file (
                path TEXT PRIMARY KEY,
                size INTEGER NOT NULL,
                mtime_ns INTEGER NOT NULL,
                skipped TEXT NOT NULL        -- a JSON array of [place, reason]; once of reasons
            ) WITHOUT ROWID""",
            # Removed articles, for readers that hold headlines in memory.
            "CREATE TABLE removed (row INTEGER PRIMARY KEY, change INTEGER NOT NULL)",
            # Rows that the index has yet to take in: written with the records, cleared after the index's commit.
            "CREATE TABLE outbox (row INTEGER PRIMARY KEY, change INTEGER NOT NULL)",
            # `change` counts writing transactions, `indexed` is the change up to which the index has caught up.
            "CREATE TABLE clock (change INTEGER NOT NULL, indexed INTEGER NOT NULL)",
            "INSERT INTO clock VALUES (0, 0)",
        ),
    ),
    Migration(
        "entities by the words of their names",
        (
            """CREATE VIRTUAL TABLE entity_name USING fts5 (
                folded, content = 'entity', content_rowid = 'number', tokenize = 'unicode61', prefix = '1 2 3'
            )""",
            # No trigger keeps it: virtual tables in a schema's triggers are not trusted (`trusted_schema = OFF`).
            "INSERT INTO entity_name (entity_name) VALUES ('rebuild')",
        ),
    ),
    Migration(
        "all headlines by age from one index, and how many articles there are",
        (
            "DROP INDEX article_by_age",
            "CREATE INDEX article_by_age ON article (age, id, title)",
            "ALTER TABLE clock ADD COLUMN articles INTEGER NOT NULL DEFAULT 0",
            "UPDATE clock SET articles = (SELECT count(*) FROM article)",
        ),
    ),
    Migration(
        "editions of one article",
        (
            "ALTER TABLE article ADD COLUMN story INTEGER NOT NULL DEFAULT 0",  # a row of one edition; 0 where alone
            "CREATE INDEX article_by_story ON article (story) WHERE story <> 0",
            # A number of an article's sketch; articles stored before this gain theirs when they are read again.
            "CREATE TABLE sketch (number INTEGER, row INTEGER, PRIMARY KEY (number, row)) WITHOUT ROWID",
        ),
    ),
    Migration(
        "what each bringing up to date did",
        ("CREATE TABLE run (number INTEGER PRIMARY KEY, run TEXT NOT NULL)",),  # a Run as JSON
    ),
    Migration(
        "corrections of entities",
        (
            # The Corrections, as JSON, that mentions and index show; '' before there were any.
            "CREATE TABLE correction (applied TEXT NOT NULL)",
            "INSERT INTO correction VALUES ('')",
            # Which articles they concern, by what the recognisers call the entity: mentions have its new name.
            """CREATE TABLE corrected (
                name TEXT, kind TEXT, row INTEGER,  -- a corrections.rules.Key
                PRIMARY KEY (name, kind, row)
            ) WITHOUT ROWID""",
            "CREATE INDEX corrected_by_row ON corrected (row)",
        ),
    ),
    Migration(
        "the day an article was saved, its star, and which columns of a file hold what",
        (
            "ALTER TABLE article ADD COLUMN saved TEXT",  # ISO 8601 with offset
            "ALTER TABLE article ADD COLUMN starred INTEGER NOT NULL DEFAULT 0",
            # Nearly no article has marks: they are looked for before anything is decoded.
            """WITH marked AS (
                SELECT row, CAST(body AS TEXT) AS body FROM payload
                WHERE instr(body, CAST('"saved":"' AS BLOB)) OR instr(body, CAST('"starred":true' AS BLOB))
            )
            UPDATE article SET
                saved = replace(json_extract(marked.body, '$.marks.saved'), 'Z', '+00:00'),
                starred = coalesce(json_extract(marked.body, '$.marks.starred'), 0)
            FROM marked WHERE marked.row = article.row AND json_valid(marked.body)""",
            "UPDATE article SET age = -CAST(strftime('%s', saved) AS INTEGER)"
            " WHERE saved IS NOT NULL AND published IS NULL AND inferred IS NULL",
            # [part, column] pairs as JSON, as the user named them; [] where nobody did.
            "ALTER TABLE file ADD COLUMN columns TEXT NOT NULL DEFAULT '[]'",
        ),
    ),
    Migration(
        "entities by what their spellings share",
        ("CREATE TABLE alike (key TEXT, entity INTEGER, PRIMARY KEY (key, entity)) WITHOUT ROWID",),
    ),
    Migration(
        "what the spellings of places share",
        (),  # the next does it
    ),
    Migration(
        "what the spellings of organisations share",
        (),  # the next does it
    ),
    Migration(
        "what the spellings of persons share, in the order of other countries too",
        (),
        # Fills the table, or adds what was no key before; what is none any more brings names that are found unlike.
        # The function is the writer's: entities.spellings.keys, as a JSON array.
        "INSERT OR IGNORE INTO alike SELECT value, number FROM entity, json_each(spelling_keys(name, kind))"
        " WHERE number > :low AND number <= :high",
    ),
    Migration(
        "what articles write for entities; what the spellings of well-known bodies share",
        (
            # The folded forms that an article writes for the entity and that are no part of its name, a JSON array.
            "ALTER TABLE mention ADD COLUMN written TEXT",
            """CREATE TABLE written (
                folded TEXT, entity INTEGER, articles INTEGER NOT NULL, PRIMARY KEY (folded, entity)
            ) WITHOUT ROWID""",
        ),
        "INSERT OR IGNORE INTO alike SELECT value, number FROM entity, json_each(spelling_keys(name, kind))"
        " WHERE number > :low AND number <= :high",
    ),
    Migration(
        "what articles that are stored write for entities",
        (
            "INSERT INTO written SELECT value, entity, count(*) FROM mention, json_each(mention.written)"
            " WHERE mention.written IS NOT NULL GROUP BY value, entity",
        ),
        # The function is the writer's: entities.written.written_forms, as an array of [folded name, kind, [form, …]].
        """UPDATE mention SET written = found.forms FROM (
            SELECT payload.row AS row, number, json_extract(each.value, '$[2]') AS forms FROM payload
            JOIN json_each(written_forms(body, (SELECT applied FROM correction))) AS each
            JOIN entity ON folded = json_extract(each.value, '$[0]') AND kind = json_extract(each.value, '$[1]')
            WHERE payload.row > :low AND payload.row <= :high
        ) AS found WHERE mention.entity = found.number AND mention.row = found.row""",
        "row FROM article",
    ),
    Migration(
        "all files that hold an article, and what a file holds no more",
        (
            # Files that were read with an article's id, beside article.path.
            "CREATE TABLE held (path TEXT, id TEXT, PRIMARY KEY (path, id)) WITHOUT ROWID",
            "CREATE INDEX held_by_id ON held (id)",
            "ALTER TABLE file ADD COLUMN gone TEXT NOT NULL DEFAULT '[]'",  # ids, a JSON array
            # What was read before is not known to hold what another file holds too: it is read once again.
            """UPDATE file SET mtime_ns = -1 WHERE size >= 0 AND (
                (skipped = '[]' AND path NOT IN (SELECT path FROM article))
                OR (path IN (SELECT path FROM article WHERE url_key <> '' GROUP BY path HAVING count(*) > 1)
                    AND (SELECT count(*) FROM (SELECT DISTINCT path FROM article WHERE url_key <> '' LIMIT 2)) > 1))""",
        ),
    ),
    Migration(
        "editions of a page that several files hold",
        (
            # Articles whose id is not what their files give, and that: pages.Page.id.
            "CREATE TABLE edition (id TEXT PRIMARY KEY, page TEXT NOT NULL) WITHOUT ROWID",
            "CREATE INDEX edition_by_page ON edition (page)",
            # Of a page that two files held, one text was kept: those of the others are read once again.
            "UPDATE file SET mtime_ns = -1 WHERE size >= 0 AND path IN (SELECT path FROM held)",
        ),
    ),
    Migration(
        "whether an article was read",
        (
            "ALTER TABLE article ADD COLUMN read INTEGER NOT NULL DEFAULT 0",
            """WITH marked AS (
                SELECT row, CAST(body AS TEXT) AS body FROM payload WHERE instr(body, CAST('"read":true' AS BLOB))
            )
            UPDATE article SET read = coalesce(json_extract(marked.body, '$.marks.read'), 0)
            FROM marked WHERE marked.row = article.row AND json_valid(marked.body)""",
        ),
    ),
)

VERSION: Final = len(MIGRATIONS)


def version_of(connection: sqlite3.Connection, place: str) -> int:
    """Return the schema version of the database; 0 where it is new and empty.

    Raises `StoreDamaged` where it is not an archive's, `StoreVersion` where it is newer than this program, and
    `StoreError` where the disk does not let it be looked at: to read it takes a file beside it.
    """
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except sqlite3.OperationalError as error:
        why = why_not_written(error, Path(place).parent, "check the disk and its permissions")
        raise StoreError(f"{place}: cannot be opened: {why}") from error
    except sqlite3.DatabaseError as error:
        raise StoreDamaged(f"{place}: not a readable archive ({error}); restore it from a backup") from error
    if application != APPLICATION_ID and (tables or version):
        raise StoreDamaged(f"{place}: a database of another program; choose another folder for the archive")
    if version > VERSION:
        raise StoreVersion(
            f"{place}: written by a newer Broadsheet (schema {version}, this one knows {VERSION}); upgrade Broadsheet"
        )
    return version


def require_current(connection: sqlite3.Connection, place: str) -> None:
    """Raise `StoreVersion` unless the schema is the one this program knows."""
    version = version_of(connection, place)
    if version < VERSION:
        raise StoreVersion(
            f"{place}: written by an older Broadsheet (schema {version}, this one needs {VERSION}); "
            "open it for writing once, for example with: broadsheet add"
        )


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring the schema from `version` to `VERSION`, one transaction a step."""
    for number, migration in enumerate(MIGRATIONS[version:], start=version + 1):
        if migration.fill and all(migration.fill != later.fill for later in MIGRATIONS[number:]):
            _fill(connection, migration.fill, migration.of)
        connection.execute("BEGIN IMMEDIATE")
        try:
            if number == 1:
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute("CREATE TABLE migration (version INTEGER PRIMARY KEY, name TEXT, applied TEXT)")
            for statement in migration.statements:
                connection.execute(statement)
            connection.execute("DROP TABLE IF EXISTS filled")
            now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
            connection.execute("INSERT INTO migration VALUES (?, ?, ?)", (number, migration.name, now))
            connection.execute(f"PRAGMA user_version = {number}")
        except BaseException:
            connection.rollback()
            raise
        connection.commit()


def _fill(connection: sqlite3.Connection, statement: str, of: str) -> None:
    """Run a migration's `fill` for all numbers, from where it was left."""
    connection.execute("CREATE TABLE IF NOT EXISTS filled (number INTEGER NOT NULL)")
    done = int(connection.execute("SELECT coalesce(max(number), 0) FROM filled").fetchone()[0])
    column, _, table = of.partition(" FROM ")
    last = int(connection.execute(f"SELECT coalesce(max({column}), 0) FROM {table}").fetchone()[0])  # noqa: S608
    while done < last:
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.execute(statement, {"low": done, "high": done + FILLED_AT_ONCE})
            done += FILLED_AT_ONCE
            connection.execute("DELETE FROM filled")
            connection.execute("INSERT INTO filled VALUES (?)", (done,))
        except BaseException:
            connection.rollback()
            raise
        connection.commit()
