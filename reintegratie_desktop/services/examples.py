"""The example cases: invented people, told as what happened on which day, played into a real file.

`resources/voorbeelden/*.json` tells a case as events. A text `"@44"` in them is day 44 after the first sick day, so an
example is always about today. Every form of an example goes through the same session as a form that is typed, with the
calendar set to the day it happened: an example that breaks a rule does not load.

An event has a `dag`, may have a `tijd`, and says one of these:

| key | what happens |
|---|---|
| `form` with `antwoorden` | the form is filled in and finished; `concept`: kept as a draft |
| | `reden`: why there is a next version |
| | `vorige_afspraken`: which open agreements a form begins with were not kept; the others were |
| | `stuk`: the paper of somebody else it is about comes in as a file: `titel`, `naam`, `regels` |
| | `getekend`: who signs, on which day; `naam`: the same talk in a later event |
| `aanvulling` with `antwoorden` | answers are noted beside the newest version of a form; `naam` as above |
| `stap` | a step of the clock is ticked off |
| `onderdeel` | a point of the check is ticked off |
| `weekstaat` | the hours of the weeks until then are written down, as the next schedule has them |
| `logboek` with `soort` | a line in the journal |
| `teken` with `getekend` | the newest version of a form is signed on a later day |
"""

import json
import re
import secrets
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

from reintegratie_desktop.bundled import bundled_path
from reintegratie_desktop.forms.plan_now import READY, STAYS
from reintegratie_desktop.forms.rules_talk import choose_kind
from reintegratie_desktop.services.file_check import confirm
from reintegratie_desktop.services.files import SUFFIX
from reintegratie_desktop.services.hours import keep_rows
from reintegratie_desktop.services.incoming import Incoming, look_at
from reintegratie_desktop.services.planned_talk import TALK, invited_slot
from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.services.workspace import Clock, Workspace
from reintegratie_desktop.store.keys import FLOOR_MEMORY_KIB, FLOOR_PASSES, KdfParams, key_file_for
from reintegratie_desktop.store.papers import Paper
from reintegratie_desktop.text.errors import BugError

EXAMPLES: Final = ("a", "b", "c")
EXAMPLE_PASSWORD: Final = "voorbeeld"  # noqa: S105 - the file holds invented people only
WRITTEN_AT: Final = time(16, 30)
"""When on a day an event is written down that names no time."""

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


@dataclass
class Story:
    """One example while it is played: its file, its case, and the talks it has begun."""

    desk: Workspace
    clock: MovingClock
    example: Mapping[str, Any]
    first_day: date
    case_id: str = ""
    slots: dict[str, str] = field(default_factory=dict)

    def moments(self, today: date) -> list[tuple[datetime, Mapping[str, Any]]]:
        """Return the events up to today with the moment they are written down, in order."""
        found = []
        for event in self.example["gebeurtenissen"]:
            day = self.first_day + timedelta(days=int(event["dag"]))
            at = time.fromisoformat(event["tijd"]) if "tijd" in event else WRITTEN_AT
            if day <= today:
                found.append((datetime.combine(day, at), event))
        return sorted(found, key=lambda pair: pair[0])

    def play(self, event: Mapping[str, Any]) -> None:
        """Let one event happen, on the day the clock stands on.

        Raises:
            BugError: the event breaks a rule of its form; the message names the form and the fields, never an answer.
        """
        if not self.case_id:
            self._begin()
        day = self.first_day + timedelta(days=int(event["dag"]))
        told = dated(event, self.first_day)
        if "form" in told:
            self._fill_in(told)
        elif "aanvulling" in told:
            paper_id = self._paper(told["aanvulling"], event).id
            self.desk.later.fill(paper_id, told["antwoorden"])
            if "stuk" in told:
                self.desk.papers.attach(paper_id, _came_in(told["stuk"]))
        elif "stap" in told:
            self.desk.tick(self.case_id, told["stap"], day)
        elif "onderdeel" in told:
            confirm(self.desk, self.case_id, told["onderdeel"], day)
        elif "logboek" in told:
            self.desk.journal(self.case_id, str(told.get("soort", "contact")), str(told["logboek"]), day=day)
        elif "teken" in told:
            self._sign(self._paper(told["teken"], event).id, told["getekend"])
        elif "weekstaat" in told:
            self._note_weeks(day)
        else:
            raise BugError(f"the event of day {event['dag']} says nothing")

    def _paper(self, form: str, event: Mapping[str, Any]) -> Paper:
        paper = self.desk.newest_paper(self.case_id, form, self.slots.get(str(event.get("naam", "")), ""))
        if paper is None:
            raise BugError(f"the event of day {event['dag']} is about a paper that is not there")
        return paper

    def _note_weeks(self, day: date) -> None:
        """Write down the hours of the weeks that are over, as the next schedule of the story tells them."""
        told = (
            dated(event["antwoorden"]["weekstaat"], self.first_day)
            for event in self.example["gebeurtenissen"]
            if event.get("form") == "opbouwschema" and "weekstaat" in event["antwoorden"]
        )
        over = ([row for row in rows if date.fromisoformat(row["week"]) + timedelta(weeks=1) <= day] for rows in told)
        keep_rows(self.desk, self.case_id, "opbouwschema", {"weekstaat": max(over, key=len, default=[])})

    def _begin(self) -> None:
        employee = self.desk.open_form("werknemer")
        employee.answer(self.example["werknemer"])
        self.case_id = self.desk.start_case(_finished(employee))

    def _fill_in(self, event: Mapping[str, Any]) -> None:
        name = str(event.get("naam", ""))
        # A letter that invited to this talk began it already.
        invited = invited_slot(self.desk, self.case_id, event["antwoorden"]) if event["form"] == TALK else None
        session = self.desk.open_form(event["form"], self.case_id, slot=self.slots.get(name) or invited)
        if name:
            self.slots[name] = session.slot
        answers = dict(event["antwoorden"])
        if "soort" in answers and session.flow.key == "gesprek":
            answers = {**choose_kind(session.answers, answers["soort"], session.make_context()), **answers}
        if "stuk" in event:
            # A file a form asks for: read first, as the form wants.
            kept = self.desk.papers.keep_file(self.case_id, event["form"], _came_in(event["stuk"]))
            answers |= {"bijlage": kept, "avg_check": True}
        session.answer(answers)
        if not event.get("concept"):
            _look_back(session, event.get("vorige_afspraken", {}))
        for key in list(session.meta.carried):
            session.confirm(key)
        if event.get("concept"):
            session.save()
            return
        self._sign(_finished(session, str(event.get("reden", ""))), event.get("getekend", ()))

    def _sign(self, paper_id: str, signatures: Iterable[Mapping[str, str]]) -> None:
        for signature in signatures:
            self.desk.papers.record_signature(
                paper_id, signature["rol"], "getekend", date.fromisoformat(signature["op"])
            )


_LOOKS_BACK: Final = {
    "gesprek": (("afspraken_oud", "afspraak", "nagekomen"),),
    "evaluatie": (("activiteiten", "activiteit", "uitgevoerd"), ("leidinggevende_acties", "actie", "gedaan")),
    "eindevaluatie": (("afspraken", "afspraak", "nagekomen"),),
    "bijstelling_plan_van_aanpak": (("activiteiten_vervallen", "activiteit", "besluit"),),
}
"""Per form the tables that begin with what was agreed: the table, the column that names it, and what came of it."""


def _look_back(session: FormSession, exceptions: Mapping[str, Mapping[str, str]]) -> None:
    """Answer what came of the agreements a form begins with: those that are not named went as agreed."""
    found: dict[str, int] = dict.fromkeys(exceptions, 0)
    for table, name, outcome in _LOOKS_BACK.get(session.flow.key, ()):
        as_agreed = STAYS if outcome == "besluit" else "ja"
        rows = [{**row, outcome: row.get(outcome) or as_agreed} for row in session.answers.get(table) or []]
        for start, told in exceptions.items():
            for row in rows:
                # What got ready before stands there too, and is told already.
                if row[name].startswith(start) and row[outcome] != READY:
                    row.update(told)
                    found[start] += 1
        if rows:
            session.answer({table: rows})
    for start, times in found.items():
        if times != 1:
            raise BugError(f"a talk looks back on an agreement that stands there {times} times: {start}")


def _came_in(told: Mapping[str, Any]) -> Incoming:
    """Return an invented paper of somebody else, looked at like any file that comes in."""
    from reintegratie_desktop.documents.sample_scan import sample_scan  # noqa: PLC0415 - loads the PDF library

    return look_at(sample_scan(told["titel"], told["regels"]), told["naam"])


def _finished(session: FormSession, reason: str = "") -> str:
    check = session.check()
    if not check.ready:
        places = [f"{item.field}: {item.message}" for item in check.stops]
        places += [f"{item.field}: {item.word}" for item in check.guard_stops]
        raise BugError(f"example, {session.flow.key}: {'; '.join(places)}")
    return session.finish(reason)


def fill_with_examples(desk: Workspace, clock: MovingClock, today: date) -> None:
    """Play the employer and all example cases into an open, empty file, in the order in which things happened."""
    stories = [Story(desk, clock, example, first_day_of(example, today)) for example in map(read_example, EXAMPLES)]
    clock.now = datetime.combine(min(story.first_day for story in stories) - timedelta(days=1), WRITTEN_AT)
    employer = desk.open_form("werkgever")
    employer.answer(read_example("werkgever"))
    _finished(employer)
    moments = [(at, story, event) for story in stories for at, event in story.moments(today)]
    for at, story, event in sorted(moments, key=lambda moment: moment[0]):
        clock.now = max(clock.now, at)
        story.play(event)


def make_example_file(path: Path, password: str, clock: Clock, *, kdf: KdfParams | None = None) -> Workspace:
    """Make a data file with the example cases and leave it open.

    Raises:
        KnownError: the path exists, or the folder cannot be written.
    """
    now = clock()
    moving = MovingClock(now)
    desk = Workspace.create(path, password, moving, kdf=kdf)
    try:
        with desk.file.atomic():
            fill_with_examples(desk, moving, now.date())
    except BaseException:
        desk.close()
        remove_file(desk.path)
        raise
    desk.clock = clock
    return desk


def remove_file(path: Path) -> None:
    """Remove a closed data file of examples with its key file."""
    for file in (path, key_file_for(path)):
        file.unlink(missing_ok=True)


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
