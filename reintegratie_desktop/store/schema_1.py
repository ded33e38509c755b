"""The schema of the first version of the file.

Answers, facts and snapshots are JSON text in ASCII, so that any character a person can paste survives. Dates are ISO
text. Papers, what happened to them, and the journal can only grow: triggers refuse to change or remove a row. The one
exception is a case whose id stands in `erasing`, for the length of one transaction, when a whole case is erased.
"""

from typing import Final

_ERASING: Final = "EXISTS (SELECT 1 FROM erasing WHERE case_id = {case})"


def _refuse(table: str, action: str, unless: str = "0") -> str:
    return (
        f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} WHEN NOT ({unless}) "
        f"BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"
    )


STATEMENTS: Final = (
    """CREATE TABLE werkgever (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    answers TEXT NOT NULL,
    saved_at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE werknemers (
    id TEXT PRIMARY KEY,
    answers TEXT NOT NULL,
    achternaam TEXT NOT NULL,
    roepnaam TEXT NOT NULL,
    functie TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    search_text TEXT NOT NULL,
    created_at TEXT NOT NULL,
    saved_at TEXT NOT NULL
) STRICT""",
    "CREATE INDEX werknemers_by_name ON werknemers (sort_key, id)",
    """CREATE TABLE cases (
    id TEXT PRIMARY KEY,
    nummer TEXT NOT NULL UNIQUE,
    werknemer_id TEXT NOT NULL REFERENCES werknemers (id),
    eerste_ziektedag TEXT NOT NULL,
    status TEXT NOT NULL,
    hersteld_per TEXT,
    facts TEXT NOT NULL,
    created_at TEXT NOT NULL,
    saved_at TEXT NOT NULL
) STRICT""",
    "CREATE INDEX cases_by_werknemer ON cases (werknemer_id)",
    "CREATE INDEX cases_by_day ON cases (eerste_ziektedag, id)",
    # The last number given out stays, so that the number of an erased case never comes back.
    "CREATE TABLE case_numbers (year INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT",
    """CREATE TABLE drafts (
    case_id TEXT NOT NULL,
    form TEXT NOT NULL,
    slot TEXT NOT NULL,
    answers TEXT NOT NULL,
    meta TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (case_id, form, slot)
) STRICT, WITHOUT ROWID""",
    # The draft of a record has no case; any other must have one, so that a late save cannot bring back an erased case.
    """CREATE TRIGGER drafts_case BEFORE INSERT ON drafts
WHEN NEW.case_id <> '' AND NOT EXISTS (SELECT 1 FROM cases WHERE id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'draft without its case'); END""",
    """CREATE TABLE papers (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    form TEXT NOT NULL,
    slot TEXT NOT NULL,
    version INTEGER NOT NULL,
    made_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    answers TEXT NOT NULL,
    answers_sha256 TEXT NOT NULL,
    snapshot TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    UNIQUE (case_id, form, slot, version)
) STRICT""",
    """CREATE TABLE paper_events (
    nr INTEGER PRIMARY KEY AUTOINCREMENT,
    paper_id TEXT NOT NULL REFERENCES papers (id),
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    data TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT""",
    "CREATE INDEX paper_events_by_paper ON paper_events (paper_id)",
    """CREATE TABLE blobs (
    sha256 TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    data BLOB NOT NULL
) STRICT""",
    """CREATE TABLE attachments (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    sha256 TEXT NOT NULL REFERENCES blobs (sha256),
    name TEXT NOT NULL,
    belongs_to TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT""",
    "CREATE INDEX attachments_by_case ON attachments (case_id, belongs_to)",
    "CREATE INDEX attachments_by_blob ON attachments (sha256)",
    """CREATE TABLE journal (
    nr INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id TEXT NOT NULL,
    content TEXT,
    digest TEXT NOT NULL,
    prev TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
) STRICT""",
    "CREATE INDEX journal_by_case ON journal (case_id, nr)",
    # The newest link a second time: rows cut off at the end would otherwise not be missed.
    """CREATE TABLE journal_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    count INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT""",
    "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL, saved_at TEXT NOT NULL) STRICT",
    """CREATE TABLE guard_choices (
    case_id TEXT NOT NULL,
    word TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (case_id, word)
) STRICT, WITHOUT ROWID""",
    "CREATE TABLE erasing (case_id TEXT PRIMARY KEY) STRICT",
    "CREATE TABLE erased_cases (case_id TEXT PRIMARY KEY, at TEXT NOT NULL, counts TEXT NOT NULL) STRICT",
    _refuse("papers", "UPDATE"),
    _refuse("papers", "DELETE", _ERASING.format(case="OLD.case_id")),
    _refuse("paper_events", "UPDATE"),
    _refuse("paper_events", "DELETE", _ERASING.format(case="(SELECT case_id FROM papers WHERE id = OLD.paper_id)")),
    # Erasing empties a row of the journal and leaves its links, so that the chain still holds.
    _refuse(
        "journal",
        "UPDATE",
        _ERASING.format(case="OLD.case_id")
        + " AND NEW.content IS NULL AND NEW.nr = OLD.nr AND NEW.case_id = OLD.case_id"
        " AND NEW.digest = OLD.digest AND NEW.prev = OLD.prev AND NEW.hash = OLD.hash",
    ),
    _refuse("journal", "DELETE"),
    _refuse("erased_cases", "UPDATE"),
    _refuse("erased_cases", "DELETE"),
)
