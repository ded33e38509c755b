"""The steps from one version of the file to the next, each in one transaction with its version number inside it.

A step is never changed after a release; a change to the schema is a new step. The schema is written out as SQL, so
that its text, and with it `schema_digest`, is the same whatever made the file.
"""

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.store.schema_1 import STATEMENTS as SCHEMA_1
from reintegratie_desktop.store.schema_2 import STATEMENTS as SCHEMA_2
from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.errors import BugError

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True)
class Migration:
    """One named step: its statements bring a file from `version - 1` to `version`.

    `schema` is the digest of the whole schema after the step; a file whose schema differs was made by somebody else.
    """

    version: int
    name: str
    statements: tuple[str, ...]
    schema: str

    def run(self, database: "Database") -> None:
        """Run the step in one transaction: all of it, or nothing of it."""
        with database.atomic():
            found = int(database.execute("PRAGMA user_version").fetchone()[0])
            if found != self.version - 1:
                raise BugError(f"migration {self.name} meets version {found}")
            for statement in self.statements:
                database.execute(statement)
            database.execute(f"PRAGMA user_version={self.version}")
            if schema_digest(database) != self.schema:
                raise BugError(f"migration {self.name} leaves another schema than it says")


def schema_digest(database: Any) -> str:  # noqa: ANN401 - a connection of the driver, or sqlite-utils around one
    """Return the SHA-256 of all tables, indexes, views and triggers of a file."""
    rows = database.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema "
        "WHERE sql IS NOT NULL AND substr(name, 1, 7) <> 'sqlite_' ORDER BY type, name"
    )
    digest = hashlib.sha256()
    for row in rows:
        digest.update(("\x1f".join(row) + "\x1e").encode())
    return digest.hexdigest()


def newest(migrations: Sequence[Migration]) -> int:
    """Return the version this program writes."""
    return migrations[-1].version


def migrate(database: "Database", migrations: Sequence[Migration]) -> None:
    """Run the steps the file has not had yet. The caller made a copy first."""
    found = int(database.execute("PRAGMA user_version").fetchone()[0])
    for migration in migrations:
        if migration.version > found:
            migration.run(database)


MIGRATIONS: Final = (
    Migration(
        version=1,
        name="begin",
        statements=SCHEMA_1,
        schema="18c80b495bb81a6247e382c6f8a6da3de2b8e3d2057035a4b6ddd0ef91733449",
    ),
    Migration(
        version=2,
        name="own steps",
        statements=SCHEMA_2,
        schema="3cab96316750e4dfb1f6640a233ddbcd5484be596dc4608221da79d9c487e305",
    ),
)
