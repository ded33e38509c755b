"""The example cases: invented people, told as what happened on which day, played into a real file.

`resources/voorbeelden/*.json` tells a case as events. A text `"@44"` in them is day 44 after the first sick day, so an
example is always about today. Every form of an example goes through the same session as a form that is typed, with the
calendar set to the day it happened: an example that breaks a rule does not load.
"""

import json
import re
import secrets
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

from reintegratie_desktop.bundled import bundled_path
from reintegratie_desktop.services.files import SUFFIX
from reintegratie_desktop.services.workspace import Clock, Workspace
from reintegratie_desktop.store.keys import FLOOR_MEMORY_KIB, FLOOR_PASSES, KdfParams
from reintegratie_desktop.text.errors import BugError

EXAMPLES: Final = ("a", "b", "c")
WORKDAY_BEGINS: Final = time(9, 30)

_DAY: Final = re.compile(r"@(-?\d+)((?:T\d\d:\d\d)?)")


@dataclass
class MovingClock:
    """The calendar of an example while it is played."""

    now: datetime

    def __call__(self) -> datetime:
        """Return the moment of the event that is played, one minute after the one before."""
        self.now += timedelta(minutes=1)
        return self.now


def read_example(name: str) -> dict[str, Any]:
    """Return one example as it is told."""
    text = bundled_path("resources", "voorbeelden", f"{name}.json").read_text(encoding="utf-8")
    data = json.loads(text)
    assert isinstance(data, dict)
    return data


def first_day_of(example: Mapping[str, Any], today: date) -> date:
    """Return the first sick day of an example: a Monday, so many weeks before this week."""
    monday = today - timedelta(days=today.weekday())
    return monday - timedelta(weeks=int(example["weken_geleden"]))


def dated(value: Any, first_day: date) -> Any:  # noqa: ANN401 - JSON in, JSON out
    """Return the value with every `@44` replaced by the ISO date of that day; `@44T10:00` keeps its time."""
    if isinstance(value, str):
        found = _DAY.fullmatch(value)
        return (first_day + timedelta(days=int(found[1]))).isoformat() + found[2] if found else value
    if isinstance(value, list):
        return [dated(item, first_day) for item in value]
    if isinstance(value, dict):
        return {key: dated(item, first_day) for key, item in value.items()}
    return value


def play_example(desk: Workspace, clock: MovingClock, example: Mapping[str, Any], today: date) -> str:
    """Play one example into an open file and return the id of its case.

    Raises:
        BugError: the example breaks a rule of a form; the message names the form and the fields, never an answer.
    """
    first_day = first_day_of(example, today)
    clock.now = datetime.combine(first_day, WORKDAY_BEGINS)
    employee = desk.open_form("werknemer")
    employee.answer(example["werknemer"])
    employee_id = _finished(employee)
    case_id = desk.start_case(employee_id)
    slots: dict[str, str] = {}
    for event in example["gebeurtenissen"]:
        day = first_day + timedelta(days=int(event["dag"]))
        if day > today:
            continue
        clock.now = datetime.combine(day, WORKDAY_BEGINS)
        _play_event(desk, case_id, dated(event, first_day), day, slots)
    return case_id


def _play_event(desk: Workspace, case_id: str, event: Mapping[str, Any], day: date, slots: dict[str, str]) -> None:
    if "form" in event:
        session = desk.open_form(event["form"], case_id, slot=slots.get(str(event.get("naam", ""))))
        if event.get("naam"):
            slots[str(event["naam"])] = session.slot
        session.answer(event["antwoorden"])
        for key in list(session.meta.carried):
            session.confirm(key)
        if event.get("concept"):
            session.save()
            return
        paper_id = _finished(session, str(event.get("reden", "")))
        for signature in event.get("getekend", []):
            desk.papers.record_signature(
                paper_id, signature["rol"], "getekend", date.fromisoformat(str(signature["op"])[:10])
            )
    elif "stap" in event:
        desk.tick(case_id, event["stap"], day)
    elif "logboek" in event:
        desk.journal(case_id, str(event.get("soort", "contact")), str(event["logboek"]), day=day)
    elif "hersteld" in event:
        desk.report_recovery(case_id, day)
    else:
        raise BugError(f"an event of day {event['dag']} says nothing")


def _finished(session: Any, reason: str = "") -> str:  # noqa: ANN401 - a FormSession
    check = session.check()
    if not check.ready:
        places = [f"{item.field}: {item.message}" for item in check.stops]
        places += [f"{item.field}: {item.word}" for item in check.guard_stops]
        raise BugError(f"example, {session.flow.key}: {'; '.join(places)}")
    return str(session.finish(reason))


def fill_with_examples(desk: Workspace, clock: MovingClock, today: date) -> None:
    """Play the employer and all example cases into an open, empty file."""
    examples = [read_example(name) for name in EXAMPLES]
    earliest = min(first_day_of(example, today) for example in examples)
    clock.now = datetime.combine(earliest - timedelta(days=1), WORKDAY_BEGINS)
    employer = desk.open_form("werkgever")
    employer.answer(read_example("werkgever"))
    _finished(employer)
    for example in sorted(examples, key=lambda item: first_day_of(item, today)):
        play_example(desk, clock, example, today)


def make_example_file(path: Path, password: str, clock: Clock, *, kdf: KdfParams | None = None) -> Workspace:
    """Make a data file with the example cases and leave it open.

    Raises:
        KnownError: the path exists, or the folder cannot be written.
    """
    now = clock()
    moving = MovingClock(now)
    desk = Workspace.create(path, password, moving, kdf=kdf)
    with desk.file.atomic():
        fill_with_examples(desk, moving, now.date())
    desk.clock = clock
    return desk


def open_throw_away_examples(clock: Clock) -> Workspace:
    """Make the examples in a file of their own that nobody keeps: *Voorbeeld bekijken*.

    The password is random and forgotten; `throw_away` removes the file.
    """
    folder = Path(tempfile.mkdtemp(prefix="voorbeeld-"))
    kdf = KdfParams(memory_kib=FLOOR_MEMORY_KIB, passes=FLOOR_PASSES)
    return make_example_file(folder / f"voorbeeld{SUFFIX}", secrets.token_urlsafe(32), clock, kdf=kdf)


def throw_away(desk: Workspace) -> None:
    """Close a throw-away file and remove it with its folder."""
    folder = desk.path.parent
    desk.close()
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
