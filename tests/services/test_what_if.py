"""Trying a day: every date moves as the law says, what cannot be so is said at its field, and nothing is kept."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reintegratie_desktop.domain.clock import case_clocks
from reintegratie_desktop.domain.facts import CaseFacts
from reintegratie_desktop.domain.milestone import Status
from reintegratie_desktop.services.step_views import StepState
from reintegratie_desktop.services.what_if import Outcome, TryRow, WhatIf
from reintegratie_desktop.services.what_if_facts import (
    ADVICE,
    AGAIN,
    APPLICATION,
    CONTRACT_END,
    FIELDS,
    FIRST_DAY,
    LAST_TALK,
    LEAVE_FROM,
    LEAVE_TO,
    NEXT_TALK,
    PLAN,
    RECOVERED,
    REPAIRED,
    Trial,
)
from reintegratie_desktop.services.workspace import Workspace
from tests.services.desks import Calendar, add_employee, make_desk, report_sick

FIRST, TODAY = date(2026, 8, 3), date(2026, 11, 21)


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(FIRST)


@pytest.fixture
def desk(tmp_path: Path, calendar: Calendar) -> Iterator[Workspace]:
    desk = make_desk(tmp_path, calendar)
    yield desk
    desk.close()


@pytest.fixture
def case(desk: Workspace, calendar: Calendar) -> WhatIf:
    case_id = report_sick(desk, add_employee(desk), FIRST)
    calendar.go_to(TODAY)
    return WhatIf(desk, case_id)


def tried(case: WhatIf, sanction: bool = False, **days: date | None) -> Outcome:
    return case.outcome(Trial({**case.now.days, **days}, sanction))


def row(outcome: Outcome, step: str) -> TryRow:
    return next(found for found in outcome.rows if found.step == step)


# --- what moves ---


def test_a_later_first_day_moves_every_date_as_far(case: WhatIf) -> None:
    outcome = tried(case, **{FIRST_DAY: FIRST + timedelta(days=7)})
    assert outcome.refused == {}
    assert {found.days for found in outcome.rows} == {7}
    assert outcome.same == ()
    assert outcome.headline == (
        f"{len(outcome.rows)} datums veranderen. De laatste loondag wordt zo 6 augustus 2028, 7 dagen later."
    )
    assert row(outcome, "probleemanalyse").words == "7 dagen later"
    earlier = tried(case, **{FIRST_DAY: FIRST - timedelta(days=1)})
    assert row(earlier, "wia_eerste_dag").words == "1 dag eerder"


def test_the_same_days_change_nothing(case: WhatIf) -> None:
    outcome = case.outcome(case.now)
    assert outcome.moved == ()
    assert outcome.headline == "Er verandert geen enkele datum."
    assert outcome.then == case.line


def test_a_break_moves_the_weeks_and_catches_up_what_it_swallowed(case: WhatIf) -> None:
    outcome = tried(case, **{RECOVERED: date(2026, 9, 1), AGAIN: date(2026, 9, 15)})
    assert row(outcome, "uwv_42e_week").days == 14
    assert row(outcome, "einde_loondoorbetaling").days == 14
    assert row(outcome, "plan_van_aanpak").days == 0
    assert row(outcome, "probleemanalyse").new == date(2026, 9, 15) + timedelta(days=14)
    assert outcome.then is not None
    assert [(band.label, band.days, band.shift) for band in outcome.then.bands] == [("Hersteld", 14, 14)]
    assert outcome.then.last_day == case.line.last_day + timedelta(days=14)


def test_a_break_of_four_weeks_begins_a_new_case(case: WhatIf) -> None:
    outcome = tried(case, **{RECOVERED: date(2026, 9, 1), AGAIN: date(2026, 9, 29)})
    assert outcome.more == (
        "Er zitten 28 dagen herstel tussen. Vanaf 4 weken begint een nieuw geval: alles telt opnieuw."
    )
    assert outcome.then is not None
    assert outcome.then.counts_from == date(2026, 9, 29)
    assert tried(case, **{RECOVERED: date(2026, 9, 1), AGAIN: date(2026, 9, 28)}).more == ""


def test_a_recovery_in_the_future_lets_the_rest_lapse(case: WhatIf) -> None:
    outcome = tried(case, **{RECOVERED: date(2026, 12, 1)})
    lapsed = row(outcome, "wia_aanvraag")
    assert (lapsed.new, lapsed.words, lapsed.days) == (None, "vervalt", None)
    assert "vervallen." in outcome.headline
    assert outcome.then is not None
    assert outcome.then.is_open, "today the case still runs"
    assert not tried(case, **{RECOVERED: TODAY}).then.is_open  # type: ignore[union-attr]


def test_leave_moves_everything_after_it(case: WhatIf) -> None:
    outcome = tried(case, **{LEAVE_FROM: date(2027, 1, 4), LEAVE_TO: date(2027, 4, 25)})
    assert row(outcome, "wia_eerste_dag").days == 112
    assert outcome.then is not None
    assert [(band.label, band.shift) for band in outcome.then.bands] == [("Verlof", 112)]


def test_a_loonsanctie_and_its_repair(case: WhatIf) -> None:
    outcome = tried(case, sanction=True)
    added = row(outcome, "einde_loonsanctie")
    assert (added.old, added.words) == (None, "komt erbij")
    assert row(outcome, "einde_loondoorbetaling").days == 364
    repaired = tried(case, sanction=True, **{REPAIRED: date(2028, 10, 2)})
    assert row(repaired, "einde_loonsanctie").new == date(2028, 10, 2) + timedelta(days=41)


def test_a_late_application_costs_wage_and_is_told(case: WhatIf) -> None:
    outcome = tried(case, **{APPLICATION: date(2028, 7, 1)})
    late = row(outcome, "wia_aanvraag")
    assert (late.gets_late, late.is_moved, late.words) == (True, True, "blijft gelijk")
    assert row(outcome, "einde_loondoorbetaling").days == (date(2028, 7, 1) - date(2028, 5, 14)).days


def test_a_plan_moves_the_evaluations_and_a_day_to_come_is_not_done_yet(case: WhatIf) -> None:
    outcome = tried(case, **{PLAN: date(2026, 12, 7)})
    assert row(outcome, "evaluatie_1").new == date(2027, 1, 18)
    assert all(found.is_evaluation or found.step == "plan_van_aanpak" for found in outcome.moved)
    assert row(outcome, "evaluatie_1").title == "Evaluatie 1"
    assert outcome.then is not None
    states = {step.id: step.state for step in outcome.then.steps}
    assert states["plan_van_aanpak"] is StepState.PLANNED


def test_the_end_of_the_contract(case: WhatIf) -> None:
    outcome = tried(case, **{CONTRACT_END: date(2026, 12, 31)})
    assert row(outcome, "ziek_uit_dienst_melding").words == "komt erbij"
    assert row(outcome, "uwv_42e_week").words == "vervalt"


def test_an_evaluation_moves_the_ones_after_it(case: WhatIf) -> None:
    assert LAST_TALK not in {field.key for field in case.fields}, "there was none"
    outcome = tried(case, **{NEXT_TALK: date(2026, 11, 30)})
    assert row(outcome, "evaluatie_2").new == date(2026, 11, 30) + timedelta(days=42)


@pytest.fixture
def talked(desk: Workspace, calendar: Calendar) -> WhatIf:
    """Return a dossier with an advice, a plan and two evaluations."""
    case_id = report_sick(desk, add_employee(desk), FIRST)
    calendar.go_to(TODAY)
    found = WhatIf(desk, case_id)
    found._base["gedaan"]["probleemanalyse"] = "2026-09-07"
    found._base["gedaan"]["evaluaties"] = ["2026-10-19", "2026-11-16"]
    found._base["gedaan"]["eerstejaarsevaluatie"] = "2026-11-18"
    return _again(found)


def _again(found: WhatIf) -> WhatIf:
    """Look again at facts that a test changed."""
    from reintegratie_desktop.services.what_if_facts import as_it_is

    found.now = as_it_is(found._base)
    found._old = found._clocks(found._base)[-1]
    return found


def test_the_last_evaluation_can_move_and_a_next_one_be_added(talked: WhatIf) -> None:
    assert talked.now.day(LAST_TALK) == date(2026, 11, 16)
    assert LAST_TALK in {field.key for field in talked.fields}
    moved = tried(talked, **{LAST_TALK: date(2026, 11, 9)})
    assert row(moved, "evaluatie_3").days == -7
    added = tried(talked, **{NEXT_TALK: date(2026, 12, 7)})
    assert row(added, "evaluatie_4").new == date(2026, 12, 7) + timedelta(days=42)
    gone = tried(talked, **{LAST_TALK: None})
    assert row(gone, "evaluatie_2").new == date(2026, 10, 19) + timedelta(days=42)


# --- what cannot be so ---


@pytest.mark.parametrize(
    ("days", "sanction", "field", "sentence"),
    [
        ({FIRST_DAY: None}, False, FIRST_DAY, "Vul een dag in"),
        ({FIRST_DAY: date(2300, 1, 1)}, False, FIRST_DAY, "Dat jaar kan niet kloppen."),
        ({FIRST_DAY: date(2011, 12, 31)}, False, FIRST_DAY, "Wij kennen de regels pas vanaf 1 januari 2012."),
        ({PLAN: date(2026, 8, 2)}, False, PLAN, "Dat is voor de eerste ziektedag, 3 augustus 2026."),
        ({NEXT_TALK: date(2026, 8, 2)}, False, NEXT_TALK, "Dat is voor de eerste ziektedag"),
        ({ADVICE: date(2026, 9, 9), PLAN: date(2026, 9, 8)}, False, PLAN, "De probleemanalyse is van 9 september 2026"),
        ({CONTRACT_END: date(2026, 7, 1)}, False, CONTRACT_END, "De ziekmelding van 3 augustus 2026 komt daarna pas."),
        ({RECOVERED: FIRST}, False, RECOVERED, "Kies een dag na de eerste ziektedag"),
        ({AGAIN: date(2026, 10, 1)}, False, RECOVERED, "Vul ook in vanaf welke dag"),
        ({RECOVERED: date(2026, 10, 1), AGAIN: date(2026, 9, 1)}, False, AGAIN, "Kies 1 oktober 2026 of een latere"),
        ({LEAVE_FROM: date(2026, 12, 1)}, False, LEAVE_TO, "Vul ook de laatste dag in."),
        ({LEAVE_TO: date(2026, 12, 1)}, False, LEAVE_FROM, "Vul ook de eerste dag in."),
        ({LEAVE_FROM: date(2026, 12, 1), LEAVE_TO: date(2026, 11, 1)}, False, LEAVE_TO, "Kies 1 december 2026"),
        ({LEAVE_FROM: date(2026, 5, 1), LEAVE_TO: date(2026, 6, 1)}, False, LEAVE_TO, "Dit verlof is voorbij voor"),
        ({LEAVE_FROM: date(2026, 10, 1), LEAVE_TO: date(2026, 11, 1), RECOVERED: date(2026, 9, 1)}, False, LEAVE_FROM,
         "Dit verlof past niet"),
        ({REPAIRED: date(2026, 9, 1)}, True, REPAIRED, "Zo kan er geen loonsanctie zijn"),
        ({RECOVERED: date(2026, 9, 1)}, True, None, ""),
    ],
)  # fmt: skip
def test_what_cannot_be_so_is_said_at_its_field(
    case: WhatIf, days: dict[str, date | None], sanction: bool, field: str | None, sentence: str
) -> None:
    outcome = tried(case, sanction, **days)
    assert outcome.rows == ()
    assert outcome.then is None
    assert outcome.refused
    if field is not None:
        assert list(outcome.refused) == [field]
        assert outcome.refused[field].startswith(sentence)
    for said in outcome.refused.values():
        assert "'" not in said.replace("'Eerste", "").replace("'P", ""), "no name of a key of the command line"


def test_what_was_done_holds_the_first_day(talked: WhatIf) -> None:
    late = tried(talked, **{FIRST_DAY: date(2026, 9, 8)})
    assert late.refused == {
        FIRST_DAY: "'Probleemanalyse' is van 7 september 2026. De eerste ziektedag kan niet later zijn."
    }
    later = tried(talked, **{FIRST_DAY: date(2026, 10, 20), ADVICE: None})
    assert later.refused[FIRST_DAY].startswith("'Evaluatie van het plan' is van 19 oktober")
    latest = tried(talked, **{FIRST_DAY: date(2026, 11, 19), ADVICE: None, LAST_TALK: None})
    assert latest.refused[FIRST_DAY].startswith("'Eerstejaarsevaluatie' is van 18 november")


def test_evaluations_keep_their_order(talked: WhatIf) -> None:
    assert tried(talked, **{LAST_TALK: date(2026, 10, 19)}).refused == {
        LAST_TALK: "Kies een dag na de evaluatie van 19 oktober 2026."
    }
    assert tried(talked, **{NEXT_TALK: date(2026, 11, 16)}).refused == {
        NEXT_TALK: "Kies een dag na de evaluatie van 16 november 2026."
    }
    assert tried(talked, **{NEXT_TALK: date(2026, 10, 19), LAST_TALK: None}).refused == {
        NEXT_TALK: "Kies een dag na de evaluatie van 19 oktober 2026."
    }


def test_an_advice_after_the_plan_is_said_at_the_advice(talked: WhatIf) -> None:
    talked._base["gedaan"][PLAN] = "2026-09-21"
    _again(talked)
    assert tried(talked, **{ADVICE: date(2026, 9, 22)}).refused == {
        ADVICE: "Het plan is van 21 september 2026. De probleemanalyse komt daarvoor."
    }


def test_leave_beside_leave_that_is_known(case: WhatIf) -> None:
    case._base["verlof"] = [{"van": "2026-12-01", "tot_en_met": "2027-03-22"}]
    _again(case)
    outcome = tried(case, **{LEAVE_FROM: date(2027, 3, 1), LEAVE_TO: date(2027, 4, 1)})
    assert outcome.refused == {
        LEAVE_FROM: "In het dossier staat al verlof van 1 december 2026 tot en met 22 maart 2027."
    }
    assert tried(case, **{LEAVE_FROM: date(2027, 5, 1), LEAVE_TO: date(2027, 6, 1)}).refused == {}


def test_a_known_loonsanctie_can_be_taken_away(case: WhatIf) -> None:
    case._base["loonsanctie"] = {"reparatie_vastgesteld": "2028-10-02", "besluit_op": "2028-06-01"}
    _again(case)
    assert case.now.loonsanctie
    assert case.now.day(REPAIRED) == date(2028, 10, 2)
    outcome = tried(case, sanction=False)
    assert row(outcome, "einde_loonsanctie").words == "vervalt"
    kept = tried(case, sanction=True, **{REPAIRED: None})
    assert row(kept, "einde_loonsanctie").new == date(2029, 7, 29)


def test_facts_that_only_the_clock_refuses_are_said_at_what_was_changed(case: WhatIf) -> None:
    case._base["verlof"] = [{"van": "2026-12-01", "tot_en_met": "2027-03-22"}]
    _again(case)
    outcome = tried(case, **{RECOVERED: date(2026, 11, 1)})
    assert outcome.refused == {RECOVERED: "Deze dagen passen niet bij de ziekmeldingen van dit dossier."}
    case._base["verlenging"] = {"tot_en_met": "2029-03-01"}
    _again(case)
    assert tried(case, **{FIRST_DAY: date(2026, 8, 10)}).refused == {}
    outcome = tried(case, **{FIRST_DAY: date(2026, 11, 3)})
    assert outcome.refused == {FIRST_DAY: "Deze dag past niet bij de andere dagen van dit dossier."}
    both = tried(case, **{FIRST_DAY: date(2026, 11, 3), RECOVERED: date(2026, 11, 10)})
    assert list(both.refused) == [RECOVERED], "two things are wrong: the last one is said first"


# --- a dossier that goes on with an earlier one ---


def test_a_relapse_keeps_its_place_after_the_earlier_report(desk: Workspace, calendar: Calendar) -> None:
    employee = add_employee(desk)
    first = report_sick(desk, employee, FIRST)
    calendar.go_to(date(2026, 10, 26))
    desk.report_recovery(first, date(2026, 10, 26), own_work=True)
    calendar.go_to(date(2026, 11, 9))
    case = WhatIf(desk, report_sick(desk, employee, date(2026, 11, 9)))
    assert case.is_relapse
    assert case.now.day(FIRST_DAY) == date(2026, 11, 9)
    assert case.line.counts_from == FIRST
    assert all(found.step != "ziekmelding_arbodienst" for found in case.outcome(case.now).rows)
    longer = tried(case, **{FIRST_DAY: date(2026, 11, 16)})
    assert row(longer, "uwv_42e_week").days == 7
    assert tried(case, **{FIRST_DAY: date(2026, 10, 1)}).refused == {
        FIRST_DAY: "De vorige ziekmelding liep tot 26 oktober 2026. Kies die dag of een latere."
    }
    apart = tried(case, **{FIRST_DAY: date(2026, 11, 23)})
    assert "28 dagen herstel" in apart.more
    assert tried(case, **{PLAN: date(2026, 9, 1)}).refused == {}, "the plan belongs to the whole case"


# --- a dossier that is closed ---


def test_a_closed_dossier_can_be_tried_in_every_way_and_stays_closed(desk: Workspace, calendar: Calendar) -> None:
    case_id = report_sick(desk, add_employee(desk), FIRST)
    calendar.go_to(TODAY)
    desk.report_recovery(case_id, date(2026, 10, 26), own_work=True)
    case = WhatIf(desk, case_id)
    assert not case.line.is_open
    assert case.now.day(RECOVERED) == date(2026, 10, 26)
    moved = tried(case, **{FIRST_DAY: FIRST + timedelta(days=7)})
    assert row(moved, "probleemanalyse").days == 7
    again = tried(case, **{AGAIN: date(2026, 11, 9)})
    assert again.refused == {}
    assert row(again, "uwv_42e_week").new == date(2026, 8, 3) + timedelta(weeks=42) + timedelta(days=14)
    wage = row(again, "einde_loondoorbetaling")
    assert (wage.old, wage.words) == (None, "komt erbij")
    assert again.headline.endswith("augustus 2028.")
    assert "komt erbij" not in again.headline
    still_ill = tried(case, **{RECOVERED: None})
    assert still_ill.then is not None
    assert still_ill.then.is_open
    leave = tried(case, **{LEAVE_FROM: date(2026, 8, 17), LEAVE_TO: date(2026, 8, 30), RECOVERED: None})
    assert row(leave, "einde_loondoorbetaling").new == row(still_ill, "einde_loondoorbetaling").new + timedelta(days=14)
    assert not desk.case(case_id).is_open
    assert WhatIf(desk, case_id).now == case.now


# --- nothing is kept, and nothing surprises ---


def test_nothing_is_written(desk: Workspace, case: WhatIf) -> None:
    def files() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in desk.path.parent.iterdir()}

    before = files()
    for days in ({FIRST_DAY: date(2026, 8, 10)}, {RECOVERED: date(2026, 9, 1), AGAIN: date(2026, 9, 8)}):
        tried(case, **days)  # type: ignore[arg-type]
    tried(case, sanction=True)
    assert files() == before
    again = WhatIf(desk, desk.store.cases.all()[0].id)
    assert again.now == case.now
    assert files() == before, "also looking again writes nothing"


DAY = st.none() | st.dates(date(2012, 1, 1), date(2032, 12, 31))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=st.dictionaries(st.sampled_from([field.key for field in FIELDS]), DAY, max_size=5), sanction=st.booleans())
def test_any_days_give_dates_or_a_sentence(case: WhatIf, days: dict[str, date | None], sanction: bool) -> None:
    """The dates agree with the clock on the same facts, put together here by hand."""
    outcome = tried(case, sanction, **days)
    if outcome.refused:
        assert set(outcome.refused) <= {field.key for field in FIELDS}
        assert all(outcome.refused.values())
        return
    whole = {**case.now.days, **days}

    def iso(key: str) -> str | None:
        day = whole[key]
        return None if day is None else day.isoformat()

    facts: dict[str, Any] = {
        "perioden": [{"ziek_vanaf": iso(FIRST_DAY), "hersteld_per": iso(RECOVERED)}],
        "gedaan": {
            "ziekmelding_arbodienst": case._base["gedaan"]["ziekmelding_arbodienst"],
            "probleemanalyse": iso(ADVICE),
            "plan_van_aanpak": iso(PLAN),
            "evaluaties": [iso(key) for key in (LAST_TALK, NEXT_TALK) if whole[key]],
            "wia_aanvraag": iso(APPLICATION),
        },
        "einde_dienstverband": iso(CONTRACT_END),
        "loonsanctie": {"reparatie_vastgesteld": iso(REPAIRED)} if sanction else None,
        "verlof": [{"van": iso(LEAVE_FROM), "tot_en_met": iso(LEAVE_TO)}] if whole[LEAVE_FROM] else [],
        "geboortedatum": case._base.get("geboortedatum"),
    }
    if whole[AGAIN]:
        facts["perioden"].append({"ziek_vanaf": iso(AGAIN)})
    expected = case_clocks(CaseFacts.from_dict(facts), TODAY)[-1]
    dates = {step.id: step.uiterlijk for step in expected.termijnen if step.status is not Status.VERVALT}
    assert {found.step: found.new for found in outcome.rows if found.new} == dates
