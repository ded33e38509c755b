"""What leave moves and what stays: the groups of a dossier, the first page, the trial and the particulars."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from reintegratie_desktop.domain.milestone_rules import Kind
from reintegratie_desktop.domain.periods import Gap
from reintegratie_desktop.services.case_steps import phase_of
from reintegratie_desktop.services.case_title import case_title
from reintegratie_desktop.services.views import StepState
from reintegratie_desktop.services.what_if import WhatIf
from reintegratie_desktop.services.what_if_facts import FIRST_DAY, Trial
from reintegratie_desktop.services.workspace import Workspace
from tests.services.desks import Calendar, add_employee, make_desk, report_sick

FIRST = date(2026, 3, 2)


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(FIRST)


@pytest.fixture
def desk(tmp_path: Path, calendar: Calendar) -> Iterator[Workspace]:
    made = make_desk(tmp_path, calendar)
    yield made
    made.close()


def leave(desk: Workspace, case_id: str, first: str, last: str) -> None:
    rows = [{"van": first, "tot_en_met": last, "zelfde_geval": "ja"}]
    desk.keep_case_record(case_id, "bijzonderheden", {"speelt": ["verlof"], "verlof": rows})


def test_the_first_page_shows_the_end_of_the_wage_before_a_later_step(desk: Workspace, calendar: Calendar) -> None:
    case_id = report_sick(desk, add_employee(desk), FIRST)
    last = desk.case(case_id).last_day
    calendar.go_to(last)
    (row,) = desk.today_view().rows
    assert row.step is not None
    # What is late goes first; without that the nearest date is the next step.
    assert row.step.state is StepState.LATE or row.step.id == "einde_loondoorbetaling"


def test_a_tried_first_day_moves_the_sick_report_on_the_line(desk: Workspace) -> None:
    case_id = report_sick(desk, add_employee(desk), FIRST)
    trial = WhatIf(desk, case_id)
    tried = date(2026, 2, 23)
    outcome = trial.outcome(Trial({**trial.now.days, FIRST_DAY: tried}))
    assert outcome.then is not None
    (report,) = [step for step in outcome.then.steps if step.id == "ziekmelding"]
    assert (report.day, report.done_on, report.week) == (tried, tried, 1)
    (now,) = [step for step in trial.line.steps if step.id == "ziekmelding"]
    assert now.day == FIRST


def test_after_the_particulars_the_dates_that_moved_are_known(desk: Workspace, calendar: Calendar) -> None:
    case_id = report_sick(desk, add_employee(desk), FIRST)
    calendar.go_to(date(2026, 4, 1))
    before = WhatIf(desk, case_id)
    assert WhatIf(desk, case_id).rows_since(before) == ()
    leave(desk, case_id, "2026-05-04", "2026-08-23")
    rows = WhatIf(desk, case_id).rows_since(before)
    wage = next(row for row in rows if row.step == "einde_loondoorbetaling")
    assert wage.days == 112 and wage.words == "112 dagen later"


def test_a_closed_dossier_is_known_as_closed(desk: Workspace, calendar: Calendar) -> None:
    case_id = report_sick(desk, add_employee(desk), FIRST)
    assert case_title(desk, case_id).is_open
    calendar.go_to(date(2026, 4, 13))
    desk.report_recovery(case_id, date(2026, 4, 13), own_work=True)
    assert not case_title(desk, case_id).is_open


def test_a_finished_start_gets_no_new_step_after_leave() -> None:
    def step(phase: str, day: date, done: date | None) -> SimpleNamespace:
        return SimpleNamespace(rule=SimpleNamespace(kind=Kind.TASK), phase=phase, streefdatum=day, gedaan_op=done)

    day, was = date(2026, 5, 2), date(2026, 4, 1)
    steps = [step("start", date(2026, 6, 1), was), step("eerste_jaar", date(2026, 9, 1), None)]
    clock: Any = SimpleNamespace(termijnen=steps, gaps=())
    assert phase_of(clock, day) == "start"
    clock.gaps = (Gap(date(2026, 4, 15), date(2026, 4, 29), 14),)
    assert phase_of(clock, day) == "eerste_jaar"
    steps[0].gedaan_op = None
    assert phase_of(clock, day) == "start", "a start that is not finished keeps its steps"
    steps[1].gedaan_op = date(2026, 5, 1)
    steps.append(step("eerste_jaar", date(2026, 12, 1), None))
    assert phase_of(clock, day) == "eerste_jaar", "what was done tells how far the dossier is"
