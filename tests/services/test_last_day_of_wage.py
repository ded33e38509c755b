"""The last day of the wage: something to do, with a tick, and two days that never have one name."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from reintegratie_desktop.domain.milestone_rules import RULES
from reintegratie_desktop.services.agenda import agenda
from reintegratie_desktop.services.case_clock import END_OF_WAGE
from reintegratie_desktop.services.check_waits import waits
from reintegratie_desktop.services.step_views import StepState, StepView
from reintegratie_desktop.services.step_words import INFORMATION, head_action
from reintegratie_desktop.services.views import CaseView
from reintegratie_desktop.services.workspace import Workspace
from tests.example_file import example_file
from tests.services.desks import Calendar

TODAY = date(2026, 11, 25)
"""The day on which the examples of other tests are told too."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    made = example_file(tmp_path_factory.mktemp("loondag") / "v.reintegratie", Calendar(TODAY))
    yield made
    made.close()


@pytest.fixture(autouse=True)
def on_the_day(desk: Workspace) -> None:
    desk.clock = Calendar(TODAY)


def case(desk: Workspace, name: str) -> CaseView:
    return next(
        view
        for view in (desk.case(one.id) for one in desk.store.cases.all())
        if view.is_open and name in view.employee_name
    )


def task(view: CaseView) -> StepView | None:
    return next((step for step in view.steps if step.id == END_OF_WAGE), None)


def test_it_comes_four_weeks_before_and_stays_until_it_is_ticked_off(desk: Workspace) -> None:
    petra = case(desk, "Petra")
    last = petra.last_day
    desk.clock = Calendar(last - timedelta(days=29))
    assert task(desk.case(petra.id)) is None
    desk.clock = Calendar(last - timedelta(days=28))
    far = task(desk.case(petra.id))
    assert far is not None and (far.day, far.state, far.days_left) == (last, StepState.PLANNED, 28)
    desk.clock = Calendar(last + timedelta(days=3))
    after = task(desk.case(petra.id))
    assert after is not None and (after.state, after.state_words) == (StepState.SOON, "nog doen"), "never red: no fine"
    desk.clock = Calendar(last)
    view = desk.case(petra.id)
    now = view.next_step
    assert now is not None and (now.id, now.action, now.can_tick, now.state_words) == (
        END_OF_WAGE, "Afvinken", True, "vandaag",
    )  # fmt: skip
    assert head_action(now) == "Einde loon regelen afvinken"
    assert "wie de salarissen doet" in now.counted_from and "voorschot" in now.counted_from
    (row,) = [row for row in desk.today_view().rows if row.case_id == petra.id]
    assert row.step is not None and row.step.id == END_OF_WAGE and row.second_line == now.detail
    desk.tick(petra.id, END_OF_WAGE, last)
    try:
        done = task(desk.case(petra.id))
        assert done is not None and (done.state, done.done_on, done.action) == (StepState.DONE, last, "")
        assert desk.case(petra.id).journal[0].description == "Afgevinkt: Einde loon regelen"
        following = desk.case(petra.id).next_step
        assert following is None or following.id != END_OF_WAGE
    finally:
        desk.untick(petra.id, END_OF_WAGE)
    assert task(case(desk, "Marloes")) is None, "more than a year away"


def test_two_days_beside_each_other_have_two_names() -> None:
    first = RULES["wia_eerste_dag"]
    assert (first.title, first.short_title) == ("Eerste dag waarop WIA kan ingaan", "WIA kan ingaan")


def test_what_is_counted_is_what_is_shown(desk: Workspace) -> None:
    ready = (StepState.DONE, StepState.DONE_LATE)
    quiet = (StepState.STOPPED, StepState.NOT_NEEDED, StepState.NOT_YET)
    looked = 0
    for name in ("Petra", "Marloes"):
        for phase in case(desk, name).phases:
            if " van " not in phase.summary:
                continue
            rows = [step for step in phase.steps if step.id not in INFORMATION and step.state not in quiet]
            done = sum(step.state in ready for step in rows)
            assert phase.summary == f"{done} van {len(rows)} klaar", phase.title
            looked += 1
    assert looked >= 5


def test_a_consult_to_come_is_not_drawn_as_done(desk: Workspace) -> None:
    (consult,) = [step for step in case(desk, "Marloes").steps if step.id == "spreekuur"]
    assert consult.day is not None and consult.day > TODAY and consult.state is StepState.PLANNED


def test_a_plan_after_a_later_advice_says_why_it_is_not_late(desk: Workspace) -> None:
    (plan,) = [step for step in case(desk, "Marloes").steps if step.id == "plan_van_aanpak"]
    assert plan.state is StepState.DONE and plan.week == 20
    assert plan.detail == "Pas na advies met mogelijkheden"


def test_the_check_names_what_waits_elsewhere(desk: Workspace) -> None:
    marloes = case(desk, "Marloes").id
    desk.clock = Calendar(TODAY + timedelta(weeks=3))
    found = {item.page: item.words for item in waits(desk, marloes)}
    assert found["uren"] in {f"de uren van {n} weken" for n in (2, 3, 4, 5)}
    assert found["dossier"].endswith("in het dossier")


def test_the_task_goes_out_to_the_calendar(desk: Workspace) -> None:
    petra = case(desk, "Petra")
    desk.clock = Calendar(petra.last_day - timedelta(days=10))
    text = agenda(desk, petra.id).content.decode()
    assert f"DTSTART;VALUE=DATE:{petra.last_day:%Y%m%d}" in text
