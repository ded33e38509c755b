"""Making, opening and closing a data file: one encrypted SQLite database with its key file and its lock.

The order of opening is fixed: is it there, lock, look at the header, key file, password, key, first read. Whatever
fails before the first read leaves the file as it was, to the byte. The header is looked at before SQLite has the file:
opening and closing the live file a second time would cancel its locks.
"""

import os
import shutil
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.store import driver
from reintegratie_desktop.store.cipher import SUFFIX, connect, number, read_header, reserve, see_same
from reintegratie_desktop.store.errors import (
    DamagedFile,
    DiskFull,
    DiskTrouble,
    FileExists,
    FileMissing,
    FileMoved,
    FolderMissing,
    KeyFileMismatch,
    NewerFile,
    NotADataFile,
    guarded,
    sync_failed,
    translated,
)
from reintegratie_desktop.store.files import move_over
from reintegratie_desktop.store.keys import (
    DEFAULT_KDF,
    KdfParams,
    KeySlot,
    key_file_for,
    new_data_key,
    read_slot,
    unwrap,
    wrap,
    write_slot,
)
from reintegratie_desktop.store.lock import InstanceLock
from reintegratie_desktop.store.migrations import MIGRATIONS, Migration, migrate, newest, schema_digest
from reintegratie_desktop.text.errors import BugError

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID: Final = 0x52494431
"""Stands in the encrypted header: "RID1"."""
_SPARE_BYTES: Final = 1024 * 1024

Parameters = Sequence[Any] | Mapping[str, Any]


def data_file_path(path: Path) -> Path:
    """Return the path with the suffix of our files, added when it has another or none."""
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


class DataFile:
    """An open data file. Use it from one thread at a time; `with` closes it.

    All reading and writing goes through `rows`, `row`, `iterate`, `write` and `atomic`, which let nothing out but
    known errors and bug reports.
    """

    def __init__(self, path: Path, connection: Any, data_key: bytes, lock: InstanceLock) -> None:  # noqa: ANN401
        self.path = path
        self.was_stopped_halfway = lock.left_behind
        """The program was killed or the power failed the last time; the file has been checked since."""
        self._connection: Any = connection
        self._database: Database | None = None
        self._data_key = data_key
        self._lock = lock
        self._stat = path.stat()
        self._turn = threading.RLock()
        self._distrusted = False

    @property
    def folder(self) -> Path:
        """Return the folder the file stands in."""
        return self.path.parent

    @property
    def data_key(self) -> bytes:
        """Return the key of the file, for the recovery sheet."""
        return self._data_key

    @property
    def db(self) -> "Database":
        """Return the sqlite-utils database, for writing; reading does without, so that opening need not wait for it.

        Raises:
            BugError: the file was closed.
            DiskTrouble: the disk did not confirm an earlier write, so the file must be opened anew first.
        """
        connection = self._trusted()
        if self._database is None:
            self._database = driver.load().database(connection)
        return self._database

    def _trusted(self) -> Any:  # noqa: ANN401 - the driver has no types
        """Return the connection, unless the file was closed or the disk did not confirm a write."""
        if self._connection is None:
            raise BugError("the data file is closed")
        if self._distrusted:
            raise DiskTrouble(self.folder)
        return self._connection

    @contextmanager
    def _translating(self) -> Iterator[None]:
        try:
            yield
        except driver.errors() as error:
            self._distrusted = self._distrusted or sync_failed(error)
            raise translated(error, self.path) from error

    @contextmanager
    def atomic(self) -> Iterator["Database"]:
        """Write everything in the block or nothing of it; blocks may stand inside each other.

        Raises:
            KnownError: the disk is full, cannot be written or gives errors; the file is as it was before the block.
        """
        with self._turn, self._translating():
            if not self._trusted().in_transaction:
                self._see_in_place()
            with self.db.atomic() as database:
                yield database

    def _see_in_place(self) -> None:
        """See that the name still leads to the open file: words written to a file without a name are lost.

        SQLite looks at this only when it makes a new journal, and under an exclusive lock the journal stays.
        """
        try:
            in_place = os.path.samestat(self.path.stat(), self._stat)
        except OSError:
            in_place = False
        if not in_place:
            raise FileMoved(self.path)

    def write(self, sql: str, parameters: Parameters = ()) -> int:
        """Run one statement that writes, in its own transaction or in the one around it; return the rows it changed."""
        with self._one_step() as database:
            return int(database.conn.execute(sql, parameters).rowcount)

    def write_row(self, sql: str, parameters: Parameters = ()) -> dict[str, Any]:
        """Run one statement that writes and returns a row (RETURNING)."""
        with self._one_step():
            return self.rows(sql, parameters)[0]

    @contextmanager
    def _one_step(self) -> Iterator["Database"]:
        """Give one statement a transaction of its own, or let it join the one it stands in: by itself it is atomic."""
        with self._turn:
            if self._trusted().in_transaction:
                with self._translating():
                    yield self.db
            else:
                with self.atomic() as database:
                    yield database

    def iterate(self, sql: str, parameters: Parameters = ()) -> Iterator[dict[str, Any]]:
        """Yield the rows of a query one by one."""
        with self._translating():
            cursor = self._trusted().execute(sql, parameters)
            names = [column[0] for column in cursor.description or ()]
            for values in cursor:
                yield dict(zip(names, values, strict=True))

    def rows(self, sql: str, parameters: Parameters = ()) -> list[dict[str, Any]]:
        """Return all rows of a query."""
        return list(self.iterate(sql, parameters))

    def row(self, sql: str, parameters: Parameters = ()) -> dict[str, Any] | None:
        """Return the first row of a query, None when there is none."""
        return next(iter(self.rows(sql, parameters)), None)

    def check(self, *, thorough: bool = False) -> None:
        """Read the whole file and see whether it is sound; `thorough` also checks every seal and reference.

        Raises:
            DamagedFile: it is not.
        """
        questions = ["PRAGMA quick_check(1)"]
        if thorough:
            questions = ["PRAGMA cipher_integrity_check", "PRAGMA integrity_check(1)", "PRAGMA foreign_key_check"]
        for question in questions:
            if any(tuple(row.values()) != ("ok",) for row in self.rows(question)):
                raise DamagedFile(self.path)

    def copy_to(self, target: Path) -> None:
        """Make an encrypted copy with its own key file, and read it back before it gets its name.

        The copy opens with the same password.

        Raises:
            FileExists: there is a file with that name, or its key file.
            KnownError: no room, no permission, or this file itself is damaged; nothing is left behind.
        """
        slot = read_slot(self.path)
        aside = target.with_name(target.name + ".deel")
        key_file = key_file_for(target)
        with ExitStack() as undo, guarded(target):
            if not target.parent.is_dir():
                raise FolderMissing(target.parent)
            for taken in (target, key_file):
                if taken.exists():
                    raise FileExists(taken)
            if shutil.disk_usage(target.parent).free < self.path.stat().st_size + _SPARE_BYTES:
                raise DiskFull(target.parent)
            self.check()
            aside.unlink(missing_ok=True)
            reserve(aside)
            undo.callback(aside.unlink, missing_ok=True)
            with self._turn, self._translating():
                copy = connect(aside, self._data_key)
                try:
                    self._trusted().backup(copy)
                finally:
                    copy.close()
            salt = read_header(aside, key_file_expected=False)
            copy = connect(aside, self._data_key)
            try:
                see_same(self._trusted(), copy, aside)
            finally:
                copy.close()
            write_slot(target, slot.for_file(salt), new=True)
            undo.callback(key_file.unlink, missing_ok=True)
            move_over(aside, target)
            undo.pop_all()

    def close(self) -> None:
        """Close the file and give the lock back; closing twice does nothing."""
        with self._turn, guarded(self.path):
            connection, self._connection, self._database = self._connection, None, None
            if connection is not None:
                try:
                    connection.close()
                finally:
                    self._lock.release()

    def __enter__(self) -> "DataFile":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def create_file(path: Path, password: str, *, now: datetime, kdf: KdfParams = DEFAULT_KDF) -> DataFile:
    """Make a new data file with its key file, and open it.

    Raises:
        FileExists: there is a file or a key file with that name; neither is touched.
        KnownError: no such folder, no room, no permission or no password; nothing is left behind.
    """
    path = path.resolve()
    if not path.parent.is_dir():
        raise FolderMissing(path.parent)
    for taken in (path, key_file_for(path)):
        if taken.exists():
            raise FileExists(taken)
    data_key = new_data_key()
    slot = wrap(data_key, password, kdf)
    with ExitStack() as undo, guarded(path):
        lock = InstanceLock(path)
        lock.acquire()
        undo.callback(lock.release)
        reserve(path)
        undo.callback(path.unlink, missing_ok=True)
        database = driver.load().database(connect(path, data_key))
        try:
            with database.atomic():
                database.execute(f"PRAGMA application_id={APPLICATION_ID}")
                for migration in MIGRATIONS:
                    migration.run(database)
        finally:
            database.close()
        write_slot(path, slot.for_file(read_header(path, key_file_expected=False)), new=True)
        undo.callback(key_file_for(path).unlink, missing_ok=True)
        opened = _opened(path, data_key, lock, undo, now=now, migrations=MIGRATIONS)
        undo.pop_all()
    return opened


def open_file(path: Path, password: str, *, now: datetime, migrations: Sequence[Migration] = MIGRATIONS) -> DataFile:
    """Open a data file. A file of an older version is copied first and then brought up to date.

    Raises:
        FileMissing, KeyFileMissing, KeyFileDamaged, KeyFileMismatch, NotADataFile, DamagedFile, NewerFile,
        WrongPassword, FileInUse, ReadOnly, DiskFull: see there. The file is untouched in all of these.
    """
    path = path.resolve()
    with ExitStack() as undo, guarded(path):
        lock = _locked(path, undo)
        salt = read_header(path)
        slot = read_slot(path)
        data_key = unwrap(slot, password)
        try:
            with guarded(path):
                opened = _opened(path, data_key, lock, undo, now=now, migrations=migrations)
        except DamagedFile:
            if _belongs_elsewhere(slot, salt):
                raise KeyFileMismatch(path, key_file_for(path)) from None
            raise
        undo.pop_all()
    return opened


def open_with_key(
    path: Path, data_key: bytes, *, now: datetime, migrations: Sequence[Migration] = MIGRATIONS
) -> DataFile:
    """Open a data file with its data key from the recovery sheet; the key file may be lost.

    Raises:
        DamagedFile: this is not the key of this file, or the file is damaged; without a key file nobody can tell which.
        KnownError: see `open_file`.
    """
    path = path.resolve()
    with ExitStack() as undo, guarded(path):
        lock = _locked(path, undo)
        read_header(path, key_file_expected=False)
        opened = _opened(path, data_key, lock, undo, now=now, migrations=migrations)
        undo.pop_all()
    return opened


def renew_password(data_file: DataFile, password: str, kdf: KdfParams = DEFAULT_KDF) -> None:
    """Give an open file a new password without the old one, after it was opened with the recovery sheet.

    Raises:
        KnownError: the key file cannot be written; an old one is as it was.
    """
    old = key_file_for(data_file.path)
    slot = wrap(data_file.data_key, password, kdf)
    write_slot(data_file.path, slot, new=not old.exists())


def _locked(path: Path, undo: ExitStack) -> InstanceLock:
    if not path.is_file():
        raise FileMissing(path)
    lock = InstanceLock(path)
    lock.acquire()
    # A file that does not open keeps the mark of an earlier sudden stop, so that it is checked when it does.
    undo.callback(lock.release, keep_file=lock.left_behind)
    return lock


def _belongs_elsewhere(slot: KeySlot, salt: bytes) -> bool:
    return bool(slot.file_salt) and slot.file_salt != salt


def _opened(
    path: Path,
    data_key: bytes,
    lock: InstanceLock,
    undo: ExitStack,
    *,
    now: datetime,
    migrations: Sequence[Migration],
) -> DataFile:
    connection = connect(path, data_key)
    undo.callback(connection.close)
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    # Take the lock inside the file as well: it also stops a program that reached the file under another name.
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")
    if number(connection, "PRAGMA application_id") != APPLICATION_ID:
        raise NotADataFile(path)
    version = number(connection, "PRAGMA user_version")
    if version > newest(migrations):
        raise NewerFile(path)
    if version < 1:
        raise NotADataFile(path)
    if schema_digest(connection) not in {m.schema for m in migrations if m.version == version}:
        raise NotADataFile(path)
    opened = DataFile(path, connection, data_key, lock)
    if lock.left_behind:
        opened.check()
    lock.stamp()
    if version < newest(migrations):
        opened.copy_to(_name_before_migration(path, version, now))
        migrate(opened.db, migrations)
    return opened


def _name_before_migration(path: Path, version: int, now: datetime) -> Path:
    name = f"{path.stem} voor bijwerken van versie {version} {now:%Y-%m-%d %H.%M}"
    candidate, number = path.with_name(name + SUFFIX), 2
    while candidate.exists() or key_file_for(candidate).exists():
        candidate, number = path.with_name(f"{name} ({number}){SUFFIX}"), number + 1
    return candidate
