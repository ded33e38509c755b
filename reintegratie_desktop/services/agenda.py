"""The dates of one or all cases as a calendar file: neutral words, the same ids every time, two reminders each.

A calendar shows its titles to whoever looks over a shoulder, so they name the number of a dossier and nothing else. The
id of a date is made from random ids of the file, so that it says nothing either. What left the program is remembered:
an unchanged date goes out again as it was, a changed one with a higher number, and one that is done or gone as
cancelled while its day is still to come.
"""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple
from zoneinfo import ZoneInfo

from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.services.case_reader import CaseReader
from reintegratie_desktop.services.case_steps import REPORT
from reintegratie_desktop.services.files import SUFFIX as DATA_SUFFIX
from reintegratie_desktop.services.files import write_file
from reintegratie_desktop.services.step_views import StepState, StepView
from reintegratie_desktop.services.step_words import INFORMATION
from reintegratie_desktop.store.calendar_events import CalendarEvent
from reintegratie_desktop.store.cases import Case
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from icalendar import Alarm, Event

    from reintegratie_desktop.services.workspace import Workspace

SUFFIX: Final = ".ics"
REMINDERS: Final = (timedelta(weeks=-2), timedelta(days=-2))
"""How long before its day a date is announced: our own choice, no law."""
_LASTS: Final = timedelta(hours=1)
"""How much room a talk takes in a calendar: our own choice, nobody asks how long it will be."""
_PLACE: Final = "Europe/Amsterdam"
"""An hour is written down as it is on the clock of the firm."""
_TALK: Final = "gesprek"
_AT: Final = "@re-integratie-desktop"
_MAKER: Final = "-//Re-integratie Desktop//Agenda//NL"
_APPOINTMENTS: Final = ("gesprek", "spreekuur", "contact_", "nazorg_")
_TO_COME: Final = (StepState.SOON, StepState.PLANNED, StepState.ARRANGED)
_CANCELLED: Final = "cancelled"


class Planned(NamedTuple):
    """One date as it goes to a calendar."""

    event: CalendarEvent
    title: str
    cancelled: bool = False
    at: time | None = None
    """The hour of a talk that was agreed; None is the whole day."""


class Agenda(NamedTuple):
    """A calendar file, and how many dates of how many cases stand in it."""

    content: bytes
    dates: int
    cases: int


def agenda(desk: "Workspace", case_id: str = "") -> Agenda:
    """Return the calendar file of one case, or of all of them, and remember what is in it."""
    cases = [desk.store.cases.get(case_id)] if case_id else desk.store.cases.all()
    found: list[Planned] = []
    told, now = 0, desk.clock()
    with desk.file.atomic():
        for case in cases:
            planned = list(_planned(desk, case, now))
            if any(item.event.saved_at == now for item in planned):
                desk.journal(case.id, "overdracht", _("Datums gegeven aan een agenda"))
            told += bool(planned)
            found += planned
    found.sort(key=lambda item: (item.event.day, item.event.uid))
    return Agenda(_written(found), sum(not item.cancelled for item in found), told)


def save_agenda(desk: "Workspace", target: Path, case_id: str = "") -> Agenda:
    """Write the calendar file of one case, or of all of them; a half-written file never stands at the target.

    Raises:
        KnownError: the target is a folder or a data file, the disk is full, or the folder cannot be written.
    """
    check_target(target, desk.path)
    with desk.file.atomic():
        made = agenda(desk, case_id)
        # Inside: what could not be written down did not leave the program either.
        write_file(target, made.content)
    return made


def check_target(target: Path, data_file: Path) -> None:
    """Refuse a place where no calendar file can come.

    Raises:
        KnownError: the place is a folder, or a data file or key file, which it would overwrite.
    """
    name_it = _("Kies een naam die eindigt op .ics.")
    if target.is_dir():
        raise KnownError(_("{pad} is een map.").format(pad=target), name_it, code="map")
    is_data = DATA_SUFFIX in [suffix.casefold() for suffix in target.suffixes] and target.suffix.casefold() != SUFFIX
    if is_data or target.resolve() == data_file.resolve():
        raise KnownError(
            _("{pad} is de naam van een gegevensbestand.").format(pad=target), name_it, code="gegevensbestand"
        )


def file_name(desk: "Workspace", case_id: str = "") -> str:
    """Return a neutral name for the file."""
    return f"{desk.store.cases.get(case_id).nummer}_agenda{SUFFIX}" if case_id else f"agenda{SUFFIX}"


def uid_of(case_id: str, step_id: str) -> str:
    """Return the id of a date in every calendar: the same each time, and it says nothing."""
    return hashlib.sha256(f"{case_id}\n{step_id}".encode()).hexdigest()[:32] + _AT


def _planned(desk: "Workspace", case: Case, now: datetime) -> Iterator[Planned]:
    """Yield the dates of a case, and as cancelled those that left the program before and are not to come any more."""
    reader = CaseReader(desk, case, explain=False)
    events = desk.store.calendar_events
    before = {event.uid: event for event in events.of(case.id)}
    safe = {step.id: step.streefdatum for step in reader.clock.termijnen}
    for step in reader.steps():
        # In a closed dossier only what still can be done goes out: nazorg, and steps of the user's own.
        if not _goes_out(step, desk.today) or not (reader.is_open or step.action):
            continue
        title = _title(step, case.nummer)
        assert step.day is not None
        # What was agreed for an earlier day goes out on that day.
        day = min(safe.get(step.id, step.day), step.day)
        hour = _hour_of(reader, day) if step.id == _TALK else None
        event = _numbered(before.pop(uid_of(case.id, step.id), None), case.id, step.id, day, title, now, hour)
        events.keep(event)
        yield Planned(event, title, at=hour)
    for gone in before.values():
        if gone.day < desk.today:
            continue
        if gone.digest != _CANCELLED:
            gone = CalendarEvent(gone.uid, case.id, gone.day, _CANCELLED, gone.sequence + 1, now)  # noqa: PLW2901
            events.keep(gone)
        yield Planned(gone, _("Niet meer nodig, dossier {nummer}").format(nummer=case.nummer), cancelled=True)


def _hour_of(reader: CaseReader, day: date) -> time | None:
    """Return at what time the talk of a day was agreed, where somebody wrote that down."""
    told = [draft.answers.get("datum") for draft in reader.drafts if draft.form == _TALK]
    told.append(reader.answers(_TALK).get("volgende"))
    for moment in told:
        if as_day(moment) == day and "T" in str(moment):
            try:
                return datetime.fromisoformat(str(moment)).time()
            except ValueError:
                continue
    return None


def _goes_out(step: StepView, today: date) -> bool:
    """Tell whether a step is something to come, or late: no date only to know, no appointment that is behind us."""
    if step.day is None or step.done_on is not None or step.id in INFORMATION or step.id == REPORT:
        return False
    return step.state is StepState.LATE or (step.state in _TO_COME and step.day >= today)


def _title(step: StepView, number: str) -> str:
    words = _("Afspraak in dossier {nummer}") if step.id.startswith(_APPOINTMENTS) else _("Stap in dossier {nummer}")
    return words.format(nummer=number)


def _numbered(
    before: CalendarEvent | None,
    case_id: str,
    step_id: str,
    day: date,
    title: str,
    now: datetime,
    hour: time | None,
) -> CalendarEvent:
    """Return a date as it goes out now: as it was, or with the next number when its day, hour or words changed."""
    moment = f"{day.isoformat()}T{hour.isoformat()}" if hour is not None else day.isoformat()
    digest = hashlib.sha256(f"{moment}\n{title}".encode()).hexdigest()
    if before is not None and before.digest == digest:
        return before
    sequence = 0 if before is None else before.sequence + 1
    return CalendarEvent(uid_of(case_id, step_id), case_id, day, digest, sequence, now)


def _written(found: Sequence[Planned]) -> bytes:
    from icalendar import Calendar  # noqa: PLC0415 - only when a calendar is made

    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _("Stappen en afspraken"))
    for item in found:
        calendar.add_component(_event(item))
    timed = [item.event.day for item in found if item.at is not None]
    if timed:
        # A program without a list of zones of its own reads there what the clock does in them.
        calendar.add_missing_timezones(min(timed), max(timed))
    content: bytes = calendar.to_ical()
    return content


def _event(item: Planned) -> "Event":
    from icalendar import Event  # noqa: PLC0415 - see above

    event = Event()
    event.add("uid", item.event.uid)
    event.add("sequence", item.event.sequence)
    # When it last changed, so that the same dates give the same file; a clock without a zone is that of the place.
    event.add("dtstamp", item.event.saved_at.astimezone(UTC).replace(microsecond=0))
    if item.at is None:
        event.add("dtstart", item.event.day)
        event.add("dtend", item.event.day + timedelta(days=1))
    else:
        begins = datetime.combine(item.event.day, item.at, ZoneInfo(_PLACE))
        event.add("dtstart", begins)
        event.add("dtend", begins + _LASTS)
    event.add("summary", item.title)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT" if item.at is None else "OPAQUE")
    if item.cancelled:
        event.add("status", "CANCELLED")
        return event
    event.add("status", "CONFIRMED")
    event.add("description", _("Open Re-integratie Desktop om te zien wat er op deze dag hoort."))
    for before in REMINDERS:
        event.add_component(_reminder(before, item.title))
    return event


def _reminder(before: timedelta, title: str) -> "Alarm":
    from icalendar import Alarm  # noqa: PLC0415 - see above

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", before)
    return alarm
