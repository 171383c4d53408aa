"""The tables of the history, as a list of migrations. What has been released is never changed, only added to.

document 1-n letter 1-n revision 1-n reading; values and places hang on revisions, events on a thread: one review's own list,
named by the revision it began with.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database, Migrations

from ombudsview.history.marks import APPLICATION_ID, VERSION

MIGRATIONS = Migrations("ombudsview")

_YEAR = "CASE WHEN {0} IS NOT NULL THEN printf('%d-%02d', substr({0}, 1, 4) - 1, substr({0}, 3, 2)) END"

_FIRST = (
    """CREATE TABLE document (
        sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, text_hash TEXT
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX document_text ON document (text_hash) WHERE text_hash IS NOT NULL",
    """CREATE TABLE letter (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, version INTEGER NOT NULL,
        sender TEXT NOT NULL, authority TEXT COLLATE NOCASE, period_end TEXT, sequence INTEGER NOT NULL,
        document TEXT NOT NULL REFERENCES document (sha256), first_page INTEGER NOT NULL, last_page INTEGER NOT NULL,
        current INTEGER, filed TEXT,
        UNIQUE (sender, authority, period_end, sequence)
    ) STRICT""",
    "CREATE INDEX letter_authority ON letter (authority, period_end)",
    "CREATE INDEX letter_document ON letter (document)",
    """CREATE TABLE revision (
        letter INTEGER NOT NULL REFERENCES letter (id), number INTEGER NOT NULL, thread INTEGER NOT NULL,
        last_event INTEGER NOT NULL, document TEXT NOT NULL REFERENCES document (sha256), file_name TEXT NOT NULL,
        saved TEXT NOT NULL, who TEXT NOT NULL, reason TEXT NOT NULL, withdrawn TEXT,
        letter_date TEXT, title TEXT,  -- copied from value, so that a list of letters is one short query
        PRIMARY KEY (letter, number)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX revision_document ON revision (document)",
    """CREATE TABLE paper (
        hash TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES document (sha256), body BLOB NOT NULL
    ) STRICT""",
    "CREATE INDEX paper_document ON paper (document)",
    """CREATE TABLE reading (
        letter INTEGER NOT NULL, revision INTEGER NOT NULL, number INTEGER NOT NULL, reader TEXT NOT NULL, kind TEXT, ocr TEXT,
        paper TEXT NOT NULL REFERENCES paper (hash), body BLOB NOT NULL,
        PRIMARY KEY (letter, revision, number), FOREIGN KEY (letter, revision) REFERENCES revision (letter, number)
    ) STRICT""",
    "CREATE INDEX reading_paper ON reading (paper)",
    """CREATE TABLE value (
        letter INTEGER NOT NULL, revision INTEGER NOT NULL, key TEXT NOT NULL, item INTEGER NOT NULL, value TEXT,
        unit TEXT NOT NULL, printed TEXT, state TEXT NOT NULL, note TEXT NOT NULL, reason TEXT NOT NULL,
        PRIMARY KEY (letter, revision, key, item), FOREIGN KEY (letter, revision) REFERENCES revision (letter, number)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE place (
        letter INTEGER NOT NULL, revision INTEGER NOT NULL, key TEXT NOT NULL, source INTEGER NOT NULL, box INTEGER NOT NULL,
        page INTEGER NOT NULL, x0 REAL, y0 REAL, x1 REAL, y1 REAL, text TEXT NOT NULL,
        PRIMARY KEY (letter, revision, key, source, box),
        FOREIGN KEY (letter, revision) REFERENCES revision (letter, number)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE event (
        letter INTEGER NOT NULL REFERENCES letter (id), thread INTEGER NOT NULL, sequence INTEGER NOT NULL,
        moment TEXT NOT NULL, who TEXT NOT NULL, deed TEXT NOT NULL, body TEXT NOT NULL,
        PRIMARY KEY (letter, thread, sequence)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TRIGGER event_never_changes BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END""",
    """CREATE TRIGGER event_never_goes BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END""",
    f"""CREATE VIEW letters AS
        SELECT l.name AS letter, l.sender, l.authority, l.period_end, {_YEAR.format("l.period_end")} AS year, l.sequence,
            r.letter_date, r.title, r.file_name, r.saved, r.who, r.number AS revision,
            r.document AS sha256, l.first_page, l.last_page
        FROM letter l JOIN revision r ON r.letter = l.id AND r.number = l.current""",  # noqa: S608 - constants
    f"""CREATE VIEW figures AS
        SELECT l.name AS letter, l.sender, l.authority, l.period_end, {_YEAR.format("l.period_end")} AS year, l.sequence,
            l.current AS revision, v.key, v.item, v.value,
            CASE WHEN v.unit IN ('count', 'percent', 'rate', 'days') THEN CAST(v.value AS REAL) END AS number,
            v.unit, v.printed, v.state, v.note, v.reason, p.page
        FROM letter l JOIN value v ON v.letter = l.id AND v.revision = l.current
        LEFT JOIN place p ON p.letter = v.letter AND p.revision = v.revision AND p.key = v.key
            AND p.source = v.item AND p.box = 0""",  # noqa: S608 - constants
    """CREATE VIEW edits AS
        SELECT l.name AS letter, l.authority, l.period_end, e.thread, e.sequence, e.moment, e.who, e.deed, e.body
        FROM event e JOIN letter l ON l.id = e.letter""",
)


@MIGRATIONS(name="1 the record")
def _the_record(db: Database) -> None:
    for statement in _FIRST:
        db.conn.execute(statement)


@dataclass(frozen=True)
class Plan:
    """How far the tables can be brought, and by what steps; tests hand in longer ones."""

    migrations: Migrations = MIGRATIONS
    version: int = VERSION


def bring_up(db: Database, plan: Plan) -> None:
    """Apply what is pending and mark the file as ours; to be called within one transaction."""
    plan.migrations.apply(db)
    db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.conn.execute(f"PRAGMA user_version = {plan.version}")
