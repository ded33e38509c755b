"""Bringing an older file up to date: all of a step or nothing of it, after a copy."""

import datetime as dt
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from reintegratie_desktop.store import connection, driver
from reintegratie_desktop.store.connection import DataFile, create_file, open_file
from reintegratie_desktop.store.errors import DiskFull, NewerFile
from reintegratie_desktop.store.keys import KdfParams
from reintegratie_desktop.store.migrations import MIGRATIONS, Migration, migrate, newest, schema_digest
from reintegratie_desktop.store.own_steps import OwnStepRepository
from reintegratie_desktop.text.errors import BugError

STEPS = (
    "CREATE TABLE bellen (id TEXT PRIMARY KEY, titel TEXT NOT NULL) STRICT",
    "INSERT INTO bellen SELECT id, 'bel ' || roepnaam FROM werknemers",
    "ALTER TABLE settings RENAME TO oude_settings",
    "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL, saved_at TEXT NOT NULL, by TEXT NOT NULL)",
    "INSERT INTO settings SELECT key, value, saved_at, '' FROM oude_settings",
    "DROP TABLE oude_settings",
)


def memory() -> Any:
    loaded = driver.load()
    return loaded.database(loaded.dbapi.connect(":memory:", isolation_level=None))


def second(statements: Sequence[str] = STEPS) -> tuple[Migration, ...]:
    """Return the released steps with one more, whose digest is that of the sound step."""
    database = memory()
    migrate(database, MIGRATIONS)
    for statement in STEPS:
        database.execute(statement)
    return (*MIGRATIONS, Migration(newest(MIGRATIONS) + 1, "bellen", tuple(statements), schema_digest(database)))


def check_begin(database: Any) -> None:
    """See that the first step makes every table; the other tests write in all of them."""
    names = {row[0] for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert {"werkgever", "werknemers", "cases", "drafts", "papers", "attachments", "journal", "settings"} <= names


def check_own_steps(database: Any) -> None:
    """See that the second step adds its two tables and leaves the others."""
    check_begin(database)
    names = {row[0] for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert {"own_steps", "calendar_events"} <= names


TESTED: dict[str, Callable[[Any], None]] = {"begin": check_begin, "own steps": check_own_steps}
NOW_VERSION = newest(MIGRATIONS)


def test_every_step_has_its_own_test_and_says_what_schema_it_leaves() -> None:
    assert [step.version for step in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))
    assert {step.name for step in MIGRATIONS} == set(TESTED)
    database = memory()
    for step in MIGRATIONS:
        step.run(database)
        TESTED[step.name](database)
        assert schema_digest(database) == step.schema


def test_a_new_file_has_the_newest_version(data_file: DataFile) -> None:
    assert data_file.row("PRAGMA user_version") == {"user_version": newest(MIGRATIONS)}


def test_an_older_file_is_copied_and_brought_up_to_date(
    path: Path, kdf: KdfParams, now: datetime, password: str, filler: Callable[..., Any], everything: Callable[..., Any]
) -> None:
    with create_file(path, password, now=now, kdf=kdf) as made:
        filler(made, now, "merk")
        before = everything(made)
    with open_file(path, password, now=now, migrations=second()) as opened:
        after = everything(opened)
        assert after.pop("bellen")[0]["titel"] == "bel merk-roepnaam"
        assert after.pop("settings") == [{**row, "by": ""} for row in before["settings"]]
        assert after == {name: rows for name, rows in before.items() if name != "settings"}
        opened.check(thorough=True)
    copy = path.with_name(f"bakkerij voor bijwerken van versie {NOW_VERSION} 2026-11-23 10.30.reintegratie")
    with open_file(copy, password, now=now) as old:
        assert everything(old) == before
    with pytest.raises(NewerFile):
        open_file(path, password, now=now)
    with open_file(path, password, now=now, migrations=second()) as again:
        assert len(again.rows("SELECT * FROM bellen")) == 1
    assert len([p for p in path.parent.iterdir() if "bijwerken" in p.name and p.suffix == ".reintegratie"]) == 1


def test_the_copy_before_never_overwrites_an_earlier_one(
    path: Path, kdf: KdfParams, now: datetime, password: str
) -> None:
    create_file(path, password, now=now, kdf=kdf).close()
    taken = path.with_name(f"bakkerij voor bijwerken van versie {NOW_VERSION} 2026-11-23 10.30.reintegratie")
    taken.write_bytes(b"eerder")
    open_file(path, password, now=now, migrations=second()).close()
    assert taken.read_bytes() == b"eerder"
    second_name = f"bakkerij voor bijwerken van versie {NOW_VERSION} 2026-11-23 10.30 (2).reintegratie"
    assert taken.with_name(second_name).exists()


def test_without_a_copy_nothing_is_changed(
    path: Path, kdf: KdfParams, now: datetime, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_file(path, password, now=now, kdf=kdf).close()
    before = path.read_bytes()

    def full(_file: DataFile, _target: Path) -> None:
        raise DiskFull(path.parent)

    with monkeypatch.context() as patch:
        patch.setattr(DataFile, "copy_to", full)
        with pytest.raises(DiskFull):
            open_file(path, password, now=now, migrations=second())
    assert path.read_bytes() == before
    open_file(path, password, now=now).close()


@pytest.mark.parametrize("place", range(len(STEPS) + 1))
def test_a_step_that_fails_anywhere_leaves_the_old_file(
    path: Path, kdf: KdfParams, now: datetime, password: str, everything: Callable[..., Any], place: int
) -> None:
    with create_file(path, password, now=now, kdf=kdf) as made:
        made.write("INSERT INTO settings VALUES ('taal', '\"nl\"', '2026-11-23')")
        before = everything(made)
    broken = second((*STEPS[:place], "INSERT INTO nergens VALUES (1)", *STEPS[place:]))
    with pytest.raises(BugError):
        open_file(path, password, now=now, migrations=broken)
    with open_file(path, password, now=now) as opened:
        assert everything(opened) == before
        assert opened.row("PRAGMA user_version") == {"user_version": NOW_VERSION}


KILLED = """
import datetime, os, signal, sys
from pathlib import Path
from reintegratie_desktop.store.connection import open_file
from reintegratie_desktop.store.migrations import MIGRATIONS, Migration
path, password, place, schema = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
class Deadly(tuple):
    def __iter__(self):
        for number, statement in enumerate(super().__iter__()):
            if number == place:
                os.kill(os.getpid(), signal.SIGKILL)
            yield statement
steps = (*MIGRATIONS, Migration(len(MIGRATIONS) + 1, "bellen", Deadly(sys.argv[5:]), schema))
open_file(path, password, now=datetime.datetime(2026, 11, 23), migrations=steps)
"""


@pytest.mark.parametrize("place", [1, 3, 5])
def test_a_program_killed_in_a_step_finds_the_old_file_and_can_start_again(
    path: Path,
    kdf: KdfParams,
    now: datetime,
    password: str,
    everything: Callable[..., Any],
    start: Callable[..., Any],
    place: int,
) -> None:
    with create_file(path, password, now=now, kdf=kdf) as made:
        made.write("INSERT INTO settings VALUES ('taal', '\"nl\"', '2026-11-23')")
        before = everything(made)
    steps = second()
    process = start(KILLED, path, password, place, steps[-1].schema, *STEPS)
    assert process.wait(timeout=30) == -9
    with open_file(path, password, now=now) as opened:
        assert opened.was_stopped_halfway
        assert everything(opened) == before
    with open_file(path, password, now=now + dt.timedelta(minutes=1), migrations=steps) as opened:
        assert opened.rows("SELECT by FROM settings") == [{"by": ""}]


def test_a_step_that_leaves_another_schema_is_refused() -> None:
    database = memory()
    with pytest.raises(BugError, match="schema"):
        Migration(1, "anders", ("CREATE TABLE x (y)",), "0" * 64).run(database)
    assert database.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)


def test_steps_come_in_order() -> None:
    with pytest.raises(BugError, match="version 0"):
        second()[-1].run(memory())


def test_a_file_of_the_first_version_keeps_every_row_and_takes_steps_of_its_own(
    path: Path,
    kdf: KdfParams,
    now: datetime,
    password: str,
    filler: Callable[..., Any],
    everything: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(connection, "MIGRATIONS", MIGRATIONS[:1])
        with create_file(path, password, now=now, kdf=kdf) as made:
            case = filler(made, now, "merk")
            before = everything(made)
            assert made.row("PRAGMA user_version") == {"user_version": 1}
    with open_file(path, password, now=now) as opened:
        assert everything(opened) == {**before, "own_steps": [], "calendar_events": []}
        assert opened.row("PRAGMA user_version") == {"user_version": 2}
        step = OwnStepRepository(opened).add(case.id, "bel de leverancier", now.date(), "Noor", now)
        opened.check(thorough=True)
    with open_file(path, password, now=now) as again:
        assert OwnStepRepository(again).of(case.id) == [step]
    assert path.with_name("bakkerij voor bijwerken van versie 1 2026-11-23 10.30.reintegratie").exists()
