"""The calendar file, read back as a calendar would: neutral, stable, and a second time an update."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar as File
from icalendar import Event

from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services import own_steps
from reintegratie_desktop.services.agenda import Agenda, agenda, check_target, file_name, save_agenda, uid_of
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.guard import find
from tests.services.desks import Calendar, add_employee, make_desk, report_sick

FIRST = date(2026, 9, 28)
TODAY = date(2026, 11, 2)


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(FIRST)


@pytest.fixture
def desk(tmp_path: Path, calendar: Calendar) -> Iterator[Workspace]:
    made = make_desk(tmp_path, calendar)
    report_sick(made, add_employee(made), FIRST)
    calendar.go_to(TODAY)
    yield made
    made.close()


@pytest.fixture
def case_id(desk: Workspace) -> str:
    return desk.store.cases.all()[0].id


def events(made: Agenda) -> dict[str, Event]:
    return {str(event["uid"]): event for event in File.from_ical(made.content).walk("VEVENT")}


def event(made: Agenda, case_id: str, step: str) -> Event:
    return events(made)[uid_of(case_id, step)]


def test_each_date_is_a_whole_day_with_two_reminders_and_neutral_words(desk: Workspace, case_id: str) -> None:
    own_steps.add(desk, case_id, "Stoel bestellen voor bureau 3", date(2026, 11, 26), "Noor")
    made = agenda(desk)
    found = events(made)
    assert len(found) == made.dates > 10
    assert made.cases == 1
    calendar = load_law().calendar
    for one in found.values():
        start, end = one["dtstart"].dt, one["dtend"].dt
        assert type(start) is date
        assert end - start == timedelta(days=1)
        assert calendar.is_working_day(start)
        assert [alarm["trigger"].dt for alarm in one.walk("VALARM")] == [timedelta(days=-14), timedelta(days=-2)]
        assert one["dtstamp"].dt.utcoffset() == timedelta(0)
        assert str(one["summary"]) in ("Stap in dossier 2026-001", "Afspraak in dossier 2026-001")
        assert (one["status"], one["class"], one["transp"], one["sequence"]) == (
            "CONFIRMED", "PRIVATE", "TRANSPARENT", 0,
        )  # fmt: skip


def test_nothing_in_the_file_says_who_or_what(desk: Workspace, case_id: str) -> None:
    own_steps.add(desk, case_id, "Stoel bestellen voor bureau 3", date(2026, 11, 26), "Noor")
    text = agenda(desk).content.decode().replace("\r\n ", "").casefold()
    for word in ("jasper", "houten", "stoel", "noor", "kist", "uwv", "ziek", "wia", "probleem", "bedrijfsarts", "plan"):
        assert word not in text.replace("planning", ""), word
    assert case_id not in text
    assert find(text) == ()
    assert b"\r\n" in agenda(desk).content
    assert max(map(len, agenda(desk).content.split(b"\r\n"))) <= 75


def test_the_dates_are_the_safe_days_of_the_clock(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    step = desk.clock_of(case_id).milestone("probleemanalyse")
    assert event(agenda(desk), case_id, "probleemanalyse")["dtstart"].dt == step.streefdatum
    calendar.go_to(date(2026, 11, 20))
    late = event(agenda(desk), case_id, "probleemanalyse")
    assert late["dtstart"].dt == step.streefdatum, "a late step stays where it was"
    known = {uid_of(case_id, name) for name in ("einde_loondoorbetaling", "wia_eerste_dag", "vervroegde_iva")}
    assert not known & set(events(agenda(desk))), "dates only to know are no steps"


def test_a_second_time_is_the_same_file_and_writes_nothing(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    first = agenda(desk)
    rows = len(desk.store.journal.rows(case_id))
    calendar.go_to(date(2026, 11, 3))
    assert agenda(desk) == first
    assert len(desk.store.journal.rows(case_id)) == rows


def test_a_date_that_moves_keeps_its_id_and_counts_on(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    made = own_steps.add(desk, case_id, "Stoel bestellen", date(2026, 11, 26))
    agenda(desk)
    own_steps.change(desk, made, "Stoel bestellen", date(2026, 12, 3))
    calendar.later(hours=1)
    moved = event(agenda(desk), case_id, made)
    assert (moved["dtstart"].dt, moved["sequence"]) == (date(2026, 12, 3), 1)
    assert event(agenda(desk), case_id, "probleemanalyse")["sequence"] == 0


def test_what_is_done_or_taken_away_is_cancelled_while_its_day_is_to_come(
    desk: Workspace, case_id: str, calendar: Calendar
) -> None:
    done = own_steps.add(desk, case_id, "Stoel bestellen", date(2026, 11, 26))
    gone = own_steps.add(desk, case_id, "Rooster bespreken", date(2026, 11, 27))
    before = agenda(desk).dates
    desk.tick(case_id, done, TODAY)
    own_steps.remove(desk, gone)
    made = agenda(desk)
    assert made.dates == before - 2
    for step in (done, gone):
        cancelled = event(made, case_id, step)
        assert (cancelled["status"], cancelled["sequence"]) == ("CANCELLED", 1)
        assert cancelled["summary"] == "Niet meer nodig, dossier 2026-001"
        assert cancelled.walk("VALARM") == []
    assert agenda(desk) == made, "cancelled once"
    calendar.go_to(date(2026, 11, 30))
    assert not {uid_of(case_id, done), uid_of(case_id, gone)} & set(events(agenda(desk)))
    calendar.go_to(TODAY)
    desk.untick(case_id, done)
    assert (event(agenda(desk), case_id, done)["status"], event(agenda(desk), case_id, done)["sequence"]) == (
        "CONFIRMED", 2,
    )  # fmt: skip


def test_a_recovery_cancels_all_dates_to_come(desk: Workspace, case_id: str) -> None:
    agenda(desk)
    desk.report_recovery(case_id, TODAY, own_work=True)
    made = agenda(desk)
    assert made.dates == 0
    assert {str(one["status"]) for one in events(made).values()} == {"CANCELLED"}


def test_an_appointment_that_is_behind_us_does_not_go_out(desk: Workspace, case_id: str) -> None:
    assert any(step.id == "gesprek" and step.day and step.day < TODAY for step in desk.case(case_id).steps)
    assert uid_of(case_id, "gesprek") not in events(agenda(desk))


def test_one_case_alone(desk: Workspace, case_id: str) -> None:
    other = report_sick(desk, add_employee(desk, personeelsnr="72", roepnaam="Fatima"), TODAY)
    both, one = agenda(desk), agenda(desk, other)
    assert (both.cases, one.cases) == (2, 1)
    assert {str(item["summary"])[-8:] for item in events(one).values()} == {"2026-002"}
    assert (file_name(desk), file_name(desk, other)) == ("agenda.ics", "2026-002_agenda.ics")


def test_erasing_a_case_forgets_what_was_given(desk: Workspace, case_id: str) -> None:
    from reintegratie_desktop.store.erasure import erase_case

    agenda(desk)
    assert desk.store.calendar_events.of(case_id)
    erase_case(desk.file, case_id, desk.clock())
    assert desk.store.calendar_events.of(case_id) == []
    assert agenda(desk).dates == 0


def test_a_clock_with_a_zone_is_written_in_that_of_the_world(desk: Workspace, case_id: str) -> None:
    zone = datetime(2026, 11, 2, 9, 30).astimezone(UTC)
    assert event(agenda(desk), case_id, "probleemanalyse")["dtstamp"].dt == zone


def test_the_file_is_written_whole_and_never_over_a_data_file(desk: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "agenda.ics"
    made = save_agenda(desk, target)
    assert target.read_bytes() == made.content
    assert [path for path in tmp_path.iterdir() if path.name.endswith(".deel")] == []
    for place in (tmp_path, desk.path, tmp_path / "ander.reintegratie", tmp_path / "ander.reintegratie.sleutel"):
        with pytest.raises(KnownError, match=r"\.ics"):
            check_target(place, desk.path)
    check_target(tmp_path / "x.reintegratie.ics", desk.path)


def test_a_talk_with_an_hour_is_no_whole_day_and_keeps_its_id(desk: Workspace, case_id: str) -> None:
    session = desk.open_form("gesprek", case_id)
    session.answer({"datum": "2026-11-09T11:00"})
    session.save()
    made = agenda(desk, case_id)
    talk = event(made, case_id, "gesprek")
    start, end = talk["dtstart"].dt, talk["dtend"].dt
    assert (start.hour, start.utcoffset(), end - start) == (11, timedelta(hours=1), timedelta(hours=1))
    assert talk["dtstart"].params["TZID"] == "Europe/Amsterdam"
    assert [str(zone["tzid"]) for zone in File.from_ical(made.content).walk("VTIMEZONE")] == ["Europe/Amsterdam"]
    assert (talk["transp"], talk["sequence"]) == ("OPAQUE", 0)
    assert agenda(desk, case_id).content == made.content, "a second time it is the same"
    session.answer({"datum": "2026-11-09T14:30"})
    session.save()
    moved = event(agenda(desk, case_id), case_id, "gesprek")
    assert (moved["dtstart"].dt.hour, moved["sequence"]) == (14, 1)
    session.answer({"datum": "2026-11-09"})
    session.save()
    assert type(event(agenda(desk, case_id), case_id, "gesprek")["dtstart"].dt) is date
