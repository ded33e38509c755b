"""The second version of the file: steps a user adds to a case, and what was given to a calendar.

An own step is never dropped while its case is there: taken away, it stays as taken away, so that a calendar it was
given to hears of it. `calendar_events` knows the last form in which each date left the program, by the random-looking
id it has there; a second time it goes under the same id, with a higher number when something about it changed.
"""

from typing import Final

STATEMENTS: Final = (
    """CREATE TABLE own_steps (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    title TEXT NOT NULL,
    day TEXT NOT NULL,
    who TEXT NOT NULL,
    done_on TEXT,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
    created_at TEXT NOT NULL,
    saved_at TEXT NOT NULL
) STRICT""",
    "CREATE INDEX own_steps_by_case ON own_steps (case_id, day, id)",
    """CREATE TABLE calendar_events (
    uid TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    day TEXT NOT NULL,
    digest TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX calendar_events_by_case ON calendar_events (case_id)",
)
