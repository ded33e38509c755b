"""Worked hours: saved at once, corrected with the old value kept, and read by everything that counts hours."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from reintegratie_desktop.forms.worked_record import RECORD, SCHEDULE, SHEET
from reintegratie_desktop.services import hours_paper
from reintegratie_desktop.services.check_facts import check_facts
from reintegratie_desktop.services.hours import hours_view, note_week, reasons, record_of, schedule_of
from reintegratie_desktop.services.wage_case import known
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.errors import KnownError
from tests.documents.reading import all_words
from tests.services.desks import Calendar, add_employee, make_desk, report_sick

FIRST = date(2026, 7, 6)
TODAY = date(2026, 9, 9)
MONDAY = date(2026, 8, 31)
PHASE: dict[str, Any] = {
    "van": "2026-08-17", "tot": "2026-12-20", "dagen": ["ma", "wo"], "uren_dag": "4", "taken": ["licht_eigen_werk"],
    "prestatie": "geen_productienorm", "loonvorm": "met_loonwaarde", "evaluatie": "2026-09-14",
}  # fmt: skip
ADVICE: dict[str, Any] = {
    "datum_spreekuur": "2026-08-10", "datum_document": "2026-08-10", "bedrijfsarts": "L. Winter",
    "ontvangen_op": "2026-08-11", "kopie_werknemer": True, "langdurig": "ja",
    "benutbaar": "eigen_werk_met_aanpassingen", "per_datum": "2026-08-17", "arbeidsverhouding": "nee",
    "uren_dag": "4", "dagen_week": "5", "uren_week": "20", "opbouw_soort": "op_basis_van_evaluatie",
    "wel": "Licht werk.", "niet": "Tillen.", "prognose": "3_6_maanden", "einddoel": ["eigen_functie_volledig"],
    "volgend_spreekuur": "2026-09-21",
    **{f"izp_{part}": {"beperkt": False} for part in (
        "persoonlijk", "sociaal", "omgeving", "dynamisch", "statisch", "werktijden")},
}  # fmt: skip


def make_schedule(desk: Workspace, case_id: str, reason: str = "", **changes: Any) -> str:
    session = desk.open_form(SCHEDULE, case_id)
    answers = {"variant": "uren_eerst", "eigen_voorstel": True, "fasen": [PHASE], **changes}
    session.answer(answers)
    check = session.check()
    assert check.ready, [(item.field, item.message) for item in check.stops]
    return session.finish(reason)


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(FIRST)


@pytest.fixture
def desk(tmp_path: Path, calendar: Calendar) -> Iterator[Workspace]:
    found = make_desk(tmp_path, calendar)
    yield found
    found.close()


@pytest.fixture
def bare(desk: Workspace, calendar: Calendar) -> str:
    """Return a case with an advice and without a schedule."""
    case_id = report_sick(desk, add_employee(desk), FIRST)
    calendar.go_to(date(2026, 8, 11))
    session = desk.open_form("probleemanalyse", case_id)
    session.answer(ADVICE)
    for key in list(session.meta.carried):
        session.confirm(key)
    session.finish()
    calendar.go_to(TODAY)
    return case_id


@pytest.fixture
def case_id(desk: Workspace, bare: str) -> str:
    make_schedule(desk, bare)
    return bare


def journal(desk: Workspace, case_id: str) -> list[str]:
    return [row.description for row in desk.store.journal.rows(case_id) if "ewerkte uren" in row.description]


def test_without_a_schedule_there_is_nothing_to_fill_in(desk: Workspace, bare: str) -> None:
    view = hours_view(desk, bare)
    assert (view.has_schedule, view.has_draft, view.weeks, view.chart) == (False, False, (), None)
    with pytest.raises(KnownError, match="nog geen opbouwschema"):
        note_week(desk, bare, MONDAY, Decimal(8))
    session = desk.open_form(SCHEDULE, bare)
    session.answer({"fasen": [PHASE]})
    session.save()
    assert hours_view(desk, bare).has_draft


def test_the_weeks_of_the_schedule_newest_first(desk: Workspace, case_id: str) -> None:
    view = hours_view(desk, case_id)
    assert [week.monday.isoformat() for week in view.weeks] == [
        "2026-09-07", "2026-08-31", "2026-08-24", "2026-08-17",
    ]  # fmt: skip
    assert [(week.number, week.planned, week.worked, week.is_now) for week in view.weeks][:2] == [
        (10, Decimal(8), None, True), (9, Decimal(8), None, False),
    ]  # fmt: skip
    assert view.open_weeks == view.weeks
    assert view.contract == Decimal(40)


def test_a_week_is_noted_at_once_without_a_new_version(desk: Workspace, case_id: str) -> None:
    note_week(desk, case_id, MONDAY, Decimal(8))
    week = hours_view(desk, case_id).week(MONDAY)
    assert (week.worked, week.reason, week.differs, week.asks_reason) == (Decimal(8), "volgens_plan", False, False)
    assert [paper.version for paper in desk.papers.views(case_id) if paper.form == SCHEDULE] == [1]
    assert journal(desk, case_id) == ["Gewerkte uren, week van 31 augustus 2026: 8 uur"]
    assert desk.store.journal.verify() is None


def test_a_correction_keeps_what_stood_there(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    note_week(desk, case_id, MONDAY, Decimal(8))
    calendar.later(days=1)
    note_week(desk, case_id, MONDAY, Decimal(6))
    calendar.later(days=1)
    note_week(desk, case_id, MONDAY, Decimal(6), reason="verlof_feestdag")
    week = hours_view(desk, case_id).week(MONDAY)
    assert (week.worked, week.reason_words, week.asks_reason) == (Decimal(6), "Verlof/feestdag", False)
    assert [(old.worked, old.reason, old.noted_on) for old in week.earlier] == [
        (Decimal(8), "Volgens plan", TODAY),
        (Decimal(6), "", TODAY + timedelta(days=1)),
    ]
    assert journal(desk, case_id)[1:] == [
        "Gewerkte uren verbeterd, week van 31 augustus 2026: 6 uur, was 8 uur",
        "Gewerkte uren, week van 31 augustus 2026: 6 uur, aangevuld (verlof/feestdag)",
    ]
    calendar.later(days=1)
    note_week(desk, case_id, MONDAY, None)
    assert hours_view(desk, case_id).week(MONDAY).worked is None
    assert len(record_of(desk, case_id)[MONDAY.isoformat()]["eerder"]) == 3
    assert journal(desk, case_id)[-1] == "Gewerkte uren weggehaald, week van 31 augustus 2026: was 6 uur"


def test_the_same_hours_twice_are_noted_once(desk: Workspace, case_id: str) -> None:
    for _time in range(2):
        note_week(desk, case_id, MONDAY, Decimal(6), reason="minder_op_verzoek_werknemer")
    assert len(journal(desk, case_id)) == 1
    note_week(desk, case_id, date(2026, 8, 24), None)
    assert len(journal(desk, case_id)) == 1


def test_hours_per_day_are_added_up(desk: Workspace, case_id: str) -> None:
    note_week(desk, case_id, MONDAY, None, per_day=("4", "", "2.5", "", "", "", ""), seen=True)
    week = hours_view(desk, case_id).week(MONDAY)
    assert (week.worked, week.per_day[2], week.seen, week.asks_reason) == (Decimal("6.5"), "2.5", True, True)
    # Another number for the whole week tells nothing about its days.
    note_week(desk, case_id, MONDAY, Decimal(7))
    week = hours_view(desk, case_id).week(MONDAY)
    assert (week.per_day, week.seen) == ((), True)


@pytest.mark.parametrize(
    ("monday", "hours", "per_day", "said"),
    [
        (MONDAY, Decimal(61), (), "hoogstens 60"),
        (MONDAY, Decimal(-1), (), "0 of meer"),
        (MONDAY, None, ("4", "x", "", "", "", "", ""), "Een van de dagen"),
        (MONDAY, None, ("25", "", "", "", "", "", ""), "Een van de dagen"),
        (MONDAY, None, ("4",), "Een van de dagen"),
        (date(2026, 9, 14), Decimal(8), (), "moet nog komen"),
        (date(2026, 9, 1), Decimal(8), (), "hoort niet bij"),
        (date(2026, 8, 10), Decimal(8), (), "hoort niet bij"),
    ],
)
def test_what_cannot_be_right_is_refused(
    desk: Workspace, case_id: str, monday: date, hours: Decimal | None, per_day: tuple[str, ...], said: str
) -> None:
    with pytest.raises(KnownError, match=said):
        note_week(desk, case_id, monday, hours, per_day=per_day)
    assert record_of(desk, case_id) == {}


def test_as_planned_is_no_reason_to_choose() -> None:
    assert "volgens_plan" not in [value for value, _words in reasons()]
    assert len(reasons()) == 5


# --- one source -------------------------------------------------------------------------------------------------------


def test_the_form_begins_with_the_hours_of_the_page(desk: Workspace, case_id: str) -> None:
    note_week(desk, case_id, MONDAY, Decimal(8))
    session = desk.open_form(SCHEDULE, case_id)
    assert [row["gewerkt"] for row in session.answers[SHEET]] == ["8"]


def test_a_draft_takes_over_what_was_noted_after_it(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    session = desk.open_form(SCHEDULE, case_id)
    session.answer({SHEET: [{"week": MONDAY.isoformat(), "gewerkt": "5", "afwijking": "verlof_feestdag"}]})
    session.save()
    assert [row["gewerkt"] for row in desk.open_form(SCHEDULE, case_id).answers[SHEET]] == ["5"]
    calendar.later(minutes=5)
    note_week(desk, case_id, MONDAY, Decimal(8))
    assert [row["gewerkt"] for row in desk.open_form(SCHEDULE, case_id).answers[SHEET]] == ["8"]


def test_finishing_the_form_changes_the_record(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    note_week(desk, case_id, MONDAY, Decimal(8), per_day=("4", "", "4", "", "", "", ""))
    note_week(desk, case_id, date(2026, 8, 17), Decimal(8))
    note_week(desk, case_id, date(2026, 8, 24), Decimal(8))
    calendar.later(minutes=5)
    rows = [
        {"week": "2026-08-17", "gewerkt": "7", "afwijking": "verlof_feestdag"},
        {"week": "2026-08-31", "gewerkt": "8", "afwijking": "volgens_plan", "akkoord": True},
        {"week": "2026-09-07", "gewerkt": "4", "afwijking": "minder_op_verzoek_werknemer"},
    ]
    make_schedule(desk, case_id, "Uren aangevuld", **{SHEET: rows})
    assert [week.worked for week in hours_view(desk, case_id).weeks] == [Decimal(4), Decimal(8), None, Decimal(7)]
    assert hours_view(desk, case_id).week(MONDAY).per_day[0] == "4"
    assert journal(desk, case_id)[3:] == [
        "Gewerkte uren verbeterd, week van 17 augustus 2026: 7 uur, was 8 uur (verlof/feestdag)",
        "Gewerkte uren, week van 31 augustus 2026: 8 uur, aangevuld",
        "Gewerkte uren weggehaald, week van 24 augustus 2026: was 8 uur",
        "Gewerkte uren overgenomen uit het opbouwschema: week 37",
    ]


def test_a_next_version_without_changes_tells_the_journal_nothing(desk: Workspace, case_id: str) -> None:
    note_week(desk, case_id, MONDAY, Decimal(8))
    make_schedule(desk, case_id, "Zelfde uren")
    assert len(journal(desk, case_id)) == 1
    assert RECORD in desk.store.cases.get(case_id).facts


def test_a_schedule_of_before_the_record_still_counts(desk: Workspace, bare: str) -> None:
    make_schedule(desk, bare, **{SHEET: [{"week": "2026-08-17", "gewerkt": "8", "afwijking": "volgens_plan"}]})
    facts = {key: value for key, value in desk.store.cases.get(bare).facts.items() if key != RECORD}
    desk.store.cases.set_facts(bare, facts, desk.clock())
    assert hours_view(desk, bare).week(date(2026, 8, 17)).worked == Decimal(8)
    note_week(desk, bare, date(2026, 8, 17), Decimal(6))
    (old,) = hours_view(desk, bare).week(date(2026, 8, 17)).earlier
    assert old.worked == Decimal(8)


def test_wage_check_and_forms_read_the_same_hours(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    case = desk.store.cases.get(case_id)
    assert known(desk, case)["weken"] == []
    assert check_facts(desk, case).uren.bijgewerkt_tot is None
    note_week(desk, case_id, date(2026, 8, 24), Decimal(6))
    note_week(desk, case_id, MONDAY, Decimal(5))
    calendar.later(minutes=5)
    case = desk.store.cases.get(case_id)
    assert [(row["van"], row["uren_per_week"]) for row in known(desk, case)["weken"]] == [
        ("2026-08-24", "6"), ("2026-08-31", "5"),
    ]  # fmt: skip
    assert known(desk, case)["zonder_uren"][:2] == ["2026-08-17", "2026-09-07"]
    assert check_facts(desk, case).uren.bijgewerkt_tot == date(2026, 9, 6)
    context = desk.context(case_id)
    assert [row["gewerkt"] for row in context.papers[SCHEDULE][SHEET]] == ["6", "5"]
    assert context.papers[SHEET]["achter"] is True
    assert schedule_of(desk, case_id) == context.papers[SCHEDULE]


def test_a_trial_that_goes_on_too_long_is_said_on_the_page_and_at_the_wage(desk: Workspace, bare: str) -> None:
    phase = {**PHASE, "loonvorm": "arbeidstherapeutisch_tot_datum", "therapeutisch_tot": "2026-09-06"}
    make_schedule(desk, bare, fasen=[phase])
    (signal,) = hours_view(desk, bare).signals
    assert "zo 6 september 2026" in signal.sentence
    session = desk.open_form("loongegevens", bare)
    session.answer({"gewerkt_bron": "weekstaat"})
    said = [item for item in session.wizard.findings() if item.field == "gewerkt_bron"]
    assert [item.opens for item in said] == ["", "opbouwschema"]
    assert "06-09-2026" in said[1].message


def test_after_recovery_no_week_is_asked(desk: Workspace, case_id: str) -> None:
    desk.report_recovery(case_id, date(2026, 8, 31), own_work=True)
    assert hours_view(desk, case_id).weeks[0].monday == date(2026, 8, 24)


def test_a_schedule_that_begins_later_has_no_weeks_yet(desk: Workspace, bare: str) -> None:
    make_schedule(desk, bare, fasen=[{**PHASE, "van": "2026-10-05", "evaluatie": "2026-10-26"}])
    assert hours_view(desk, bare).weeks == ()


# --- the paper --------------------------------------------------------------------------------------------------------


def test_the_paper_tells_every_week(desk: Workspace, case_id: str, tmp_path: Path) -> None:
    note_week(desk, case_id, date(2026, 8, 17), Decimal(9))
    note_week(desk, case_id, date(2026, 8, 24), None, per_day=("4", "", "2.5", "", "", "", ""))
    note_week(desk, case_id, MONDAY, Decimal(8), seen=True)
    text = all_words(hours_paper.pdf(desk, case_id))
    for said in (
        "Gewerkte uren", "40 uur per week", "week 7, 17-08-2026", "week 10, 07-09-2026", "Meer gewerkt", "+1",
        "–1,5", "nog niet gekozen", "ma 4, wo 2,5", "32 uur afgesproken, 23,5 uur gewerkt", "niet ingevuld",
    ):  # fmt: skip
        assert said in text, said
    target = tmp_path / "uren.pdf"
    hours_paper.save_pdf(desk, case_id, target)
    assert target.read_bytes().startswith(b"%PDF")
    hours_paper.note_printed(desk, case_id)
    assert hours_paper.file_name(desk, case_id).endswith("_gewerkte_uren_2026-09-09.pdf")
    lines = [row.description for row in desk.store.journal.rows(case_id)][-2:]
    assert lines == ["Gewerkte uren als PDF bewaard", "Gewerkte uren afgedrukt"]


def test_a_paper_without_weeks_still_prints(desk: Workspace, bare: str) -> None:
    assert "Gewerkte uren" in all_words(hours_paper.pdf(desk, bare))
