"""What the pages say about dates: each day once, with its year when that is another, and what is done as done."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services.step_views import AgendaItem, StepState, StepView, TodayView
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.formatting import NO_BREAK
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages.case_line import line_of
from reintegratie_desktop.ui.pages.case_page import CasePage
from reintegratie_desktop.ui.pages.case_papers import PapersPage
from reintegratie_desktop.ui.pages.case_steps import LAPSED
from reintegratie_desktop.ui.pages.common import chip_words, day_words, far_words
from reintegratie_desktop.ui.pages.step_row import day_cell, sentence_of
from reintegratie_desktop.ui.pages.week_strip import AgendaButton, WeekStrip, _SoonButton, week_words
from reintegratie_desktop.ui.pages.why_panel import head_words
from reintegratie_desktop.ui.widgets.labels import Label
from tests.ui.shell_fixtures import LATER, PASSWORD, at, copied, make_examples, make_window, settle

TODAY = date(2026, 11, 21)
STEP = StepView(
    id="plan_van_aanpak",
    title="Plan van aanpak",
    detail="",
    who="Jij",
    state=StepState.SOON,
    state_words="over 3 dagen",
    day=date(2026, 11, 24),
    hard_day=date(2026, 12, 1),
    days_left=3,
)
TALK = replace(STEP, id="gesprek", title="Gesprek met Petra", hard_day=None, state=StepState.PLANNED)
APPOINTMENT = AgendaItem(date(2026, 11, 24), "Gesprek met Petra", "Petra", "1", "gesprek", StepState.PLANNED, True)
DEADLINE = AgendaItem(date(2027, 11, 24), "Plan van aanpak", "Petra", "1", "plan_van_aanpak", StepState.PLANNED)


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_examples(tmp_path_factory.mktemp("voorbeelden"))


@pytest.fixture
def window(qtbot: QtBot, master: Path, tmp_path: Path) -> Iterator[MainWindow]:
    made = make_window(LATER)
    qtbot.addWidget(made)
    made.show()
    made.show_desk(Workspace.open(copied(master, tmp_path / "kopie"), PASSWORD, at(LATER)))
    yield made
    settle()


def page(window: MainWindow) -> object:
    settle()
    assert window.shell is not None
    return window.shell.page


def plain(words: str) -> str:
    return words.replace(NO_BREAK, " ")


def test_the_year_is_said_when_it_is_another_one() -> None:
    assert day_words(date(2026, 11, 18), TODAY) == "wo 18 november"
    assert day_words(date(2027, 11, 18), TODAY) == "do 18 nov 2027"
    assert plain(day_cell(replace(STEP, day=date(2027, 11, 18)), TODAY)) == "do 18 nov 2027"


@pytest.mark.parametrize(
    ("days", "words"), [(0, "vandaag"), (60, "over 60 dagen"), (61, "over 9 weken"), (349, "over 50 weken")]
)
def test_what_is_far_away_is_told_in_weeks(days: int, words: str) -> None:
    assert far_words(days) == words


def test_a_chip_keeps_its_other_words() -> None:
    far = replace(STEP, days_left=349, hard_day=date(2026, 11, 24), state_words="over 349 dagen, geregeld")
    assert chip_words(far) == "over 50 weken, geregeld"
    assert chip_words(STEP) == "over 3 dagen"
    assert chip_words(replace(STEP, days_left=None, state_words="klaar")) == "klaar"


def test_what_is_done_shows_the_day_it_was_done() -> None:
    done = replace(STEP, state=StepState.DONE, state_words="klaar", done_on=date(2026, 11, 18), days_left=None)
    assert plain(day_cell(done, TODAY)) == "wo 18 november", "the chip beside it says that it is done"
    assert "klaar op woensdag 18 november 2026" in sentence_of(done)
    assert head_words(done) == ("Klaar op wo 18 november 2026", "Uiterlijk was di 1 december 2026.")
    unsigned = replace(done, state=StepState.WAITING, state_words="wacht op handtekening")
    assert "gemaakt op woensdag 18 november 2026" in sentence_of(unsigned)
    assert head_words(unsigned)[0] == "Gemaakt op wo 18 november 2026, wacht op handtekening"


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (STEP, ("Liefst voor of op di 24 november 2026", "Uiterlijk di 1 december 2026.")),
        (replace(STEP, hard_day=STEP.day), ("Uiterlijk di 24 november 2026", "")),
        (
            replace(STEP, days_left=-2),
            ("Doe het zo snel mogelijk", "Uiterlijk di 1 december 2026."),
        ),
        (replace(STEP, state=StepState.LATE), ("Dit moest uiterlijk di 1 december 2026 klaar zijn", "")),
        (replace(STEP, state=StepState.NOT_NEEDED), ("di 24 november 2026", "")),
        (replace(STEP, id="wia_eerste_dag"), ("di 24 november 2026", "")),
        (replace(STEP, day=None), ("", "")),
        (TALK, ("Afgesproken op di 24 november 2026", "")),
    ],
)
def test_the_panel_says_each_day_once(step: StepView, words: tuple[str, str]) -> None:
    assert head_words(step) == words


def test_a_talk_is_agreed_and_no_deadline() -> None:
    assert "afgesproken op dinsdag 24 november 2026" in sentence_of(TALK)


def test_a_talk_says_the_name_once(qtbot: QtBot) -> None:
    for item, name in ((APPOINTMENT, ""), (DEADLINE, "Petra")):
        button = AgendaButton(item)
        qtbot.addWidget(button)
        assert button.name == name
        assert button.accessibleName().count("Petra") == 1


def test_the_strip_is_next_week_in_the_weekend(qtbot: QtBot) -> None:
    assert week_words(TODAY) == "Volgende week en later"
    assert week_words(date(2026, 11, 23)) == "Deze week en binnenkort"
    strip = WeekStrip()
    qtbot.addWidget(strip)
    strip.show_view(TodayView(TODAY, "", (), (), (DEADLINE,), 0, 0))
    assert strip.accessibleName() == "Volgende week en later"
    words = [label.text() for label in strip.findChildren(_SoonButton)[0].findChildren(Label)]
    assert words == ["wo 24 nov 2027", "Plan van aanpak", "Petra"]


# --- a closed case ---


def closed_page(window: MainWindow) -> CasePage:
    people = window.desk.employees()
    window.open_case(next(case_id for person in people for case_id, _words in person.closed_cases))
    found = page(window)
    assert isinstance(found, CasePage)
    return found


def test_a_closed_case_folds_what_lapsed_under_one_line(window: MainWindow) -> None:
    found = closed_page(window)
    lapsed = [step.id for step in found.case.steps if step.state is StepState.STOPPED]
    assert lapsed
    assert found.steps is not None
    head = found.steps.heads[LAPSED]
    assert head.text() == f"Niet meer nodig ({len(lapsed)})"
    assert not head.isChecked()
    assert not any(found.steps.rows[step_id].isVisible() for step_id in lapsed)
    found.steps.select(lapsed[0])
    assert found.steps.rows[lapsed[0]].isVisible()


def test_the_line_of_a_closed_case_has_no_today(window: MainWindow) -> None:
    found = closed_page(window)
    data = line_of(found.case, window.clock)
    assert not data.first_day <= data.today <= data.last_day
    assert data.stopped_on == found.case.recovered_on


# --- the time line and the explanation stay ---


def test_the_time_line_and_the_explanation_stay_while_the_steps_scroll(window: MainWindow) -> None:
    window.resize(1280, 760)
    window.open_case(next(row.case_id for row in window.desk.today_view().rows if row.step is not None))
    found = page(window)
    assert isinstance(found, CasePage)
    assert found.steps is not None
    assert found.panel is not None
    assert found._scroller.verticalScrollBar().maximum() == 0, "the page itself fits"
    top = found.panel.mapTo(found, QPoint(0, 0)).y()
    found.steps.open_only(tuple(found.steps.heads))
    settle()
    bar = found.steps.scroller.verticalScrollBar()
    assert bar.maximum() > 300
    found.steps.select("wia_aanvraag" if "wia_aanvraag" in found.steps.rows else list(found.steps.rows)[-1])
    settle()
    chosen = found.steps.rows[found.selected_step]
    seen = chosen.mapTo(found.steps, QPoint(0, 0)).y()
    assert 0 <= seen <= found.steps.height() - chosen.height(), "what is selected is in view"
    assert found.panel.mapTo(found, QPoint(0, 0)).y() == top
    assert found.panel.step_id == found.selected_step


# --- after finishing ---


def test_a_finished_paper_is_shown_in_the_list_with_what_comes_next(window: MainWindow) -> None:
    desk = window.desk
    case_id = next(row.case_id for row in desk.today_view().rows if desk.case(row.case_id).papers)
    papers = desk.case(case_id).papers
    plan = next(paper for paper in papers if paper.form == "plan_van_aanpak")
    window.open_form("plan_van_aanpak", case_id)
    assert window.form is not None
    window.form.finished.emit(plan.id)
    found = page(window)
    assert isinstance(found, PapersPage)
    assert found.made_notice is not None
    assert found.made_notice.sentence.text() == "Plan van aanpak is vastgesteld."
    assert found.made_notice.more.text() == "Druk het af en laat het tekenen."
    assert found.rows[plan.id]._ground == "soft"
    assert found.made_notice.button is not None
    assert found.scan_button.isVisible()
    assert found.made_notice.close_button is not None
    found.made_notice.close_button.click()
    assert found.made_notice is None
    assert found.rows[plan.id]._ground == "base"


def test_a_finished_report_shows_the_whole_case(window: MainWindow) -> None:
    desk = window.desk
    case_id = next(row.case_id for row in desk.today_view().rows if desk.case(row.case_id).papers)
    window.open_form("ziekmelding", case_id)
    assert window.form is not None
    window.form.finished.emit(next(p.id for p in desk.case(case_id).papers if p.form == "ziekmelding"))
    assert isinstance(page(window), CasePage)
    assert window.shell is not None
    assert window.shell.said is not None


def test_the_clock_of_these_tests_is_a_tuesday() -> None:
    assert datetime(2026, 12, 22).weekday() == LATER.weekday() == 1
