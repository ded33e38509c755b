"""The one place that loads the encrypted SQLite and sqlite-utils, late and with their versions checked.

The database loads when a file is opened, sqlite-utils when a file is first written: it is the larger of the two, and
nobody should wait for it who only wants to read the first page. No other module may import these libraries: two copies
of SQLite on one file break each other's locks.
"""

import sys
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.errors import BugError

if TYPE_CHECKING:
    from sqlite_utils import Database

SQLITE_FLOOR: Final = (3, 51, 3)
"""Older versions can corrupt a file in write-ahead mode; we do not use that mode and still do not run on them."""
CIPHER_FLOOR: Final = (4, 6)


@dataclass(frozen=True)
class Driver:
    """The loaded database library."""

    dbapi: ModuleType
    sqlite_version: str
    cipher_version: str

    def connect(self, uri: str) -> Any:  # noqa: ANN401 - the driver has no types
        """Return a connection without automatic transactions; the caller gives it its key before anything else.

        A file may be opened on a worker thread and used on another, hence no thread check: the caller keeps to one
        thread at a time.
        """
        return self.dbapi.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=1.0)

    def database(self, connection: object) -> "Database":
        """Return the sqlite-utils view of a connection. Plug-ins found on the machine stay outside."""
        # sqlite-utils takes its error classes from pysqlite3 when that is there: so there is one family of errors.
        sys.modules["pysqlite3"] = sys.modules["sqlcipher3"]
        sys.modules["pysqlite3.dbapi2"] = self.dbapi
        from sqlite_utils import Database  # noqa: PLC0415 - only now, see above

        database: Database = Database(connection, execute_plugins=False)  # type: ignore[arg-type]
        return database


@cache
def load() -> Driver:
    """Load the database library once and check that it is one this program was tested with.

    Raises:
        BugError: encryption is missing from the library, or a library is too old.
    """
    import sqlcipher3.dbapi2 as dbapi  # noqa: PLC0415

    connection = dbapi.connect(":memory:")
    try:
        row = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    cipher = row[0] if row else ""
    check_versions(dbapi.sqlite_version, cipher)
    return Driver(dbapi, dbapi.sqlite_version, cipher)


def check_versions(sqlite: str, cipher: str) -> None:
    """Refuse a library without encryption: with it, a key would be ignored and the file be readable by anyone.

    Raises:
        BugError: `cipher` is empty, or one of the two is below its floor.
    """
    if not cipher:
        raise BugError("the SQLite library has no encryption")
    if _numbers(cipher) < CIPHER_FLOOR:
        raise BugError(f"SQLCipher {cipher} is too old")
    if _numbers(sqlite) < SQLITE_FLOOR:
        raise BugError(f"SQLite {sqlite} is too old")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(maxsplit=1)[0].split(".") if part.isdigit())


def errors() -> tuple[type[Exception], ...]:
    """Return the error classes of the driver; none before it is loaded, for then it cannot have raised any."""
    return (load().dbapi.Error,) if load.cache_info().currsize else ()
