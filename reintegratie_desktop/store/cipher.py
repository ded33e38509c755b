"""The encrypted database underneath: what a file starts with, connecting with a key, and the settings that hold."""

import os
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from reintegratie_desktop.store import driver
from reintegratie_desktop.store.errors import DamagedFile, KeyFileMissing, NotADataFile
from reintegratie_desktop.store.files import OWNER_ONLY, sync_folder
from reintegratie_desktop.store.keys import key_file_for
from reintegratie_desktop.text.errors import BugError

SUFFIX: Final = ".reintegratie"
PAGE_BYTES: Final = 4096
SALT_BYTES: Final = 16
_PLAIN_HEADER: Final = b"SQLite format 3\x00"

_PRAGMAS: Final = (
    # name, value to set, value it must answer with (None: it answers nothing useful)
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "DELETE", "delete"),
    ("journal_size_limit", "0", 0),  # with an exclusive lock the journal stays; empty it at every commit
    ("synchronous", "EXTRA", 3),
    ("fullfsync", "ON", 1),
    ("checkpoint_fullfsync", "ON", 1),
    ("secure_delete", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    ("foreign_keys", "ON", 1),
    ("recursive_triggers", "ON", 1),  # so that REPLACE cannot get round the triggers that refuse a DELETE
    ("temp_store", "MEMORY", 2),
)


def reserve(path: Path) -> None:
    """Make an empty file of a name nobody has, readable by its owner only."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, OWNER_ONLY))
    sync_folder(path.parent)


def read_header(path: Path, *, key_file_expected: bool = True) -> bytes:
    """Look at a file that nobody has open and return the random bytes it starts with.

    Raises:
        NotADataFile: it cannot be one of ours.
        DamagedFile: it was one of ours and was cut short.
        KeyFileMissing: it may be ours, and its key file is not there.
        OSError: it cannot be read and written.
    """
    with path.open("r+b") as file:  # for writing as well: a file that cannot be written is reported before the password
        header = file.read(PAGE_BYTES)
        size = file.seek(0, os.SEEK_END)
    key_file = key_file_for(path)
    has_key_file = key_file.exists()
    if header.startswith(_PLAIN_HEADER):
        raise NotADataFile(path)
    if size < PAGE_BYTES:
        raise DamagedFile(path) if has_key_file else NotADataFile(path)
    if key_file_expected and not has_key_file:
        raise KeyFileMissing(path, key_file) if path.suffix == SUFFIX and size % PAGE_BYTES == 0 else NotADataFile(path)
    return header[:SALT_BYTES]


def connect(path: Path, data_key: bytes) -> Any:  # noqa: ANN401 - the driver has no types
    """Connect with a key and all settings, and see that every setting took; return the connection of the driver."""
    loaded = driver.load()
    posix = path.as_posix()
    uri = "file://" + quote(os.fsencode(posix if posix.startswith("/") else "/" + posix), safe="/:") + "?mode=rw"
    connection = loaded.connect(uri)
    try:
        connection.execute("PRAGMA cipher_log_level=NONE").fetchall()
        connection.execute(f"PRAGMA key=\"x'{data_key.hex()}'\"").fetchall()
        connection.execute("PRAGMA cipher_compatibility=4").fetchall()
        _set_all(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _set_all(connection: Any) -> None:  # noqa: ANN401 - the driver has no types
    if not connection.execute("PRAGMA cipher_version").fetchall():
        raise BugError("the connection has no encryption")
    for name, value, expected in _PRAGMAS:
        connection.execute(f"PRAGMA {name}={value}").fetchall()
        answer = connection.execute(f"PRAGMA {name}").fetchall()
        if answer != [(expected,)]:
            raise BugError(f"setting {name} did not take: {answer}")


def number(connection: Any, sql: str) -> int:  # noqa: ANN401 - the driver has no types
    """Return the first value of a query as a whole number."""
    return int(connection.execute(sql).fetchone()[0])


def see_same(original: Any, copy: Any, path: Path) -> None:  # noqa: ANN401 - connections of the driver
    """See that a copy is sound and holds as much as the original."""
    sound = copy.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
    tables = [row[0] for row in original.execute("SELECT name FROM sqlite_schema WHERE type='table' ORDER BY name")]
    if not sound or any(
        number(original, f'SELECT count(*) FROM "{table}"') != number(copy, f'SELECT count(*) FROM "{table}"')  # noqa: S608 - names from our own schema
        for table in tables
    ):
        raise DamagedFile(path)
