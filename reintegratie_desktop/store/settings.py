"""Settings inside the file, and the words a user said are about the work."""

from datetime import datetime
from typing import Any

from reintegratie_desktop.store.connection import DataFile
from reintegratie_desktop.store.plain import as_json, from_json, storable


class SettingsRepository:
    """Values by name, as JSON data."""

    def __init__(self, data_file: DataFile) -> None:
        self._file = data_file

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - a JSON value
        """Return a value, or the default when it was never set."""
        row = self._file.row("SELECT value FROM settings WHERE key = ?", (key,))
        return from_json(row["value"]) if row else default

    def set(self, key: str, value: Any, now: datetime) -> None:  # noqa: ANN401 - a JSON value
        """Set a value."""
        self._file.write(
            "INSERT INTO settings (key, value, saved_at) VALUES (?, ?, ?) "
            "ON CONFLICT (key) DO UPDATE SET value = excluded.value, saved_at = excluded.saved_at",
            (key, as_json(value), now.isoformat()),
        )

    def remove(self, key: str) -> None:
        """Forget a value; nothing happens when it was never set."""
        self._file.write("DELETE FROM settings WHERE key = ?", (key,))

    def all(self) -> dict[str, Any]:
        """Return all values that were set."""
        return {row["key"]: from_json(row["value"]) for row in self._file.rows("SELECT * FROM settings ORDER BY key")}


class GuardChoices:
    """Words of which the user said "dit gaat over het werk", for each case; upper and lower case are the same word."""

    def __init__(self, data_file: DataFile) -> None:
        self._file = data_file

    def add(self, case_id: str, word: str, now: datetime) -> None:
        """Remember a word for a case."""
        self._file.write(
            "INSERT INTO guard_choices (case_id, word, at) VALUES (?, ?, ?) ON CONFLICT (case_id, word) DO NOTHING",
            (case_id, _as_kept(word), now.isoformat()),
        )

    def remove(self, case_id: str, word: str) -> None:
        """Forget a word for a case."""
        self._file.write("DELETE FROM guard_choices WHERE case_id = ? AND word = ?", (case_id, _as_kept(word)))

    def words(self, case_id: str) -> frozenset[str]:
        """Return the words of a case, in lower case."""
        rows = self._file.rows("SELECT word FROM guard_choices WHERE case_id = ?", (case_id,))
        return frozenset(row["word"] for row in rows)


def _as_kept(word: str) -> str:
    return " ".join(storable(word).casefold().split())
