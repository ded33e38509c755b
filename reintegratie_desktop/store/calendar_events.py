"""What was given to a calendar: the last form of each date, so that a second time changes it and adds nothing."""

from dataclasses import dataclass
from datetime import date, datetime

from reintegratie_desktop.store.connection import DataFile


@dataclass(frozen=True)
class CalendarEvent:
    """One date as it last left the program. `digest` stands for its content, `sequence` counts its changes."""

    uid: str
    case_id: str
    day: date
    digest: str
    sequence: int
    saved_at: datetime


class CalendarEventRepository:
    """Reads and writes what was given to a calendar."""

    def __init__(self, data_file: DataFile) -> None:
        self._file = data_file

    def of(self, case_id: str) -> list[CalendarEvent]:
        """Return what was given of a case, by day."""
        rows = self._file.rows("SELECT * FROM calendar_events WHERE case_id = ? ORDER BY day, uid", (case_id,))
        return [
            CalendarEvent(
                uid=row["uid"],
                case_id=row["case_id"],
                day=date.fromisoformat(row["day"]),
                digest=row["digest"],
                sequence=row["sequence"],
                saved_at=datetime.fromisoformat(row["saved_at"]),
            )
            for row in rows
        ]

    def keep(self, event: CalendarEvent) -> None:
        """Remember in what form a date leaves the program now."""
        self._file.write(
            "INSERT INTO calendar_events (uid, case_id, day, digest, sequence, saved_at) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (uid) DO UPDATE SET day = excluded.day, digest = excluded.digest, "
            "sequence = excluded.sequence, saved_at = excluded.saved_at",
            (
                event.uid,
                event.case_id,
                event.day.isoformat(),
                event.digest,
                event.sequence,
                event.saved_at.isoformat(),
            ),
        )
