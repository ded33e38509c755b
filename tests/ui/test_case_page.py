"""The page of a dossier on one screen: nothing cut, nothing that scrolls twice, and an earlier period in words."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.domain.milestone_rules import RULES
from reintegratie_desktop.services.step_views import StepState, StepView, SumLineView
from reintegratie_desktop.services.step_words import DETAILS, PLAIN_TITLES, head_action
from reintegratie_desktop.services.views import PhaseView
from reintegratie_desktop.text.i18n import set_language
from reintegratie_desktop.ui.drawing.timeline import TimeLine
from reintegratie_desktop.ui.drawing.timeline_data import Band, Mark, TimeLineData
from reintegratie_desktop.ui.drawing.timeline_layout import MARKER, lay_out
from reintegratie_desktop.ui.fonts import font
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages.case_line import line_of
from reintegratie_desktop.ui.pages.case_page import CasePage
from reintegratie_desktop.ui.pages.case_papers import PapersPage
from reintegratie_desktop.ui.pages.case_steps import StepList
from reintegratie_desktop.ui.pages.check_page import CheckPage
from reintegratie_desktop.ui.pages.check_row import CheckRow, GroupHead
from reintegratie_desktop.ui.pages.pick_row import PickRow
from reintegratie_desktop.ui.pages.step_row import _LEAST_TITLE, StepRow
from reintegratie_desktop.ui.pages.why_panel import InWords, fill_why
from reintegratie_desktop.ui.preferences import UnsavedPreferences
from reintegratie_desktop.ui.qt_dutch import apply_language
from reintegratie_desktop.ui.theme import State, Theme
from reintegratie_desktop.ui.widgets.labels import Label
from tests.services.desks import Calendar, add_employee, make_desk, report_sick
from tests.ui.pictures import cut_labels, nameless
from tests.ui.shell_fixtures import settle

FIRST, FIT, AGAIN = date(2026, 8, 3), date(2026, 10, 26), date(2026, 11, 9)
STEP = StepView("x", "Een stap", "", "Jij", StepState.SOON, "morgen")


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(FIRST)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, calendar: Calendar) -> Iterator[MainWindow]:
    """Return a window with somebody who is ill again two weeks after a recovery."""
    desk = make_desk(tmp_path, calendar)
    employee = add_employee(desk)
    first = report_sick(desk, employee, FIRST)
    calendar.go_to(FIT)
    desk.report_recovery(first, FIT, own_work=True)
    calendar.go_to(AGAIN)
    report_sick(desk, employee, AGAIN)
    calendar.go_to(date(2026, 11, 21))
    made = MainWindow(UnsavedPreferences(theme="licht"), calendar)
    made.resize(1280, 800)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_desk(desk)
    yield made
    settle()


def shown(window: MainWindow, number: str) -> CasePage:
    """Open a dossier by its number."""
    case = next(case for case in window.desk.store.cases.all() if case.nummer == number)
    window.open_case(case.id)
    settle()
    assert window.shell is not None
    found = window.shell.page
    assert isinstance(found, CasePage)
    return found


# --- an earlier period that counts ---


def test_a_relapse_says_that_the_earlier_period_counts_and_unfolds_why(window: MainWindow) -> None:
    found = shown(window, "2026-002")
    assert found.note is not None
    said = [label.text() for label in found.note.findChildren(Label) if label.isVisible()]
    assert said == ["De ziekmelding van 3 augustus telt mee."]
    found.note.why_link.click()
    said = [label.text() for label in found.note.findChildren(Label) if label.isVisible()]
    assert "14 dagen" in said[1]
    assert said[2] == "BW 7:629 lid 10"
    assert "één ziektegeval" in found.note.accessibleName()
    found.note.why_link.click()
    assert not found.note.why.isVisible()


def test_the_sum_in_words_comes_in_view_when_it_unfolds(window: MainWindow) -> None:
    window.open_case(shown(window, "2026-002").case_id, "uwv_42e_week")
    settle()
    assert window.shell is not None
    (told,) = window.shell.page.findChildren(InWords)
    told.link.click()
    settle()
    assert told.words.visibleRegion().boundingRect().height() >= told.words.height() - 2


def test_the_earlier_dossier_is_one_click_away(window: MainWindow) -> None:
    found = shown(window, "2026-002")
    assert found.note is not None
    found.note.links[0].click()
    settle()
    assert window.shell is not None
    earlier = window.shell.page
    assert isinstance(earlier, CasePage)
    assert earlier.case.number == "2026-001"
    assert earlier.note is None


def test_the_line_begins_with_the_first_period_and_shows_the_break(window: MainWindow) -> None:
    found = shown(window, "2026-002")
    data = line_of(found.case, window.clock)
    assert data.first_day == FIRST
    (band,) = data.bands
    assert (band.start, band.end, band.label) == (
        FIT,
        AGAIN - timedelta(days=1),
        "Hersteld: 14 dagen tellen niet mee",
    )
    assert band.subtitle == "de weken daarna schuiven 14 dagen"
    assert band.when == "26 okt t/m 8 nov 2026"
    assert band.sentence() in data.summary(), "a screen reader hears it too"
    assert data.counted_week(data.today) == found.case.week
    assert "ziekmelding" not in {mark.id for mark in data.marks}, "the break says the same"


def test_the_paper_of_an_earlier_period_opens_in_its_own_dossier(window: MainWindow) -> None:
    found = shown(window, "2026-002")
    step = found.step("ziekmelding_2026-001")
    assert step is not None
    items = dict(found.acts.items(step))
    assert list(items) == ["Papier bekijken"], "the earlier report is changed in its own dossier"
    items["Papier bekijken"]()
    settle()
    assert window.shell is not None
    papers = window.shell.page
    assert isinstance(papers, PapersPage)
    assert papers.case.number == "2026-001"


def test_a_step_off_the_line_leaves_the_line_its_place_on_the_way_of_the_keyboard(window: MainWindow) -> None:
    found = shown(window, "2026-002")
    assert found.steps is not None
    line = found.findChild(TimeLine)
    assert line is not None
    found.steps.select("ziekmelding_arbodienst")
    ways = [button for button in line.buttons if button.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(ways) == 1


# --- one screen ---


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("size", [(1280, 800), (1100, 760), (1024, 700), (1920, 1080)])
def test_it_fits_one_screen_and_nothing_is_cut(
    qapp: QApplication, window: MainWindow, size: tuple[int, int], language: str
) -> None:
    set_language(language)
    apply_language(qapp)
    window.resize(*size)
    Theme("donker" if language == "en" else "licht").apply(qapp)
    for number in ("2026-001", "2026-002"):
        found = shown(window, number)
        assert cut_labels(window) == []
        assert nameless(window) == []
        assert found._scroller.verticalScrollBar().maximum() == 0, f"{number} at {size} scrolls as a whole"
        assert found.steps is not None
        chosen = found.steps.rows[found.selected_step]
        top = chosen.mapTo(found.steps, chosen.rect().topLeft()).y()
        assert 0 <= top <= found.steps.height() - chosen.height(), "the selected step is in view"
    set_language("nl")
    apply_language(qapp)
    Theme("licht").apply(qapp)


def test_the_time_line_has_the_height_it_was_drawn_for(window: MainWindow) -> None:
    found = shown(window, "2026-001")
    line = found.findChild(TimeLine)
    assert line is not None
    assert line.height() == 236
    assert line.heightForWidth(line.width()) == line.height()


def test_second_lines_and_short_names_fit_beside_the_person() -> None:
    small, strong = QFontMetrics(font("smallest")), QFontMetrics(font("label"))
    beside = (
        "Zo staat het in het contactplan", "Hoe gaat het werk nu?", "Leg het nieuwe advies vast", "Eigen stap",
        "De dag mist nog bij het papier", "Het nieuwe advies geeft minder uren",
    )  # fmt: skip
    for words in (*DETAILS.values(), *beside):
        assert small.horizontalAdvance(words) <= _LEAST_TITLE, words
    for title in (*(rule.short_title for rule in RULES.values()), *PLAIN_TITLES.values(), "Spreekuur bedrijfsarts"):
        assert strong.horizontalAdvance(title) <= _LEAST_TITLE, title


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (STEP, ""),
        (StepView("x", "Plan", "", "Jij", StepState.SOON, "", action="Plan maken"), "Plan maken"),
        (
            StepView("x", "P", "", "", StepState.SOON, "", action="Verder", slot="", short_title="WIA-aanvraag"),
            "Verder met WIA-aanvraag",
        ),
        (
            StepView("x", "P", "", "", StepState.SOON, "", action="Verder", slot="1", short_title="Plan van aanpak"),
            "Verder met plan van aanpak",
        ),
        (
            StepView("x", "P", "", "", StepState.SOON, "", action="Afvinken", can_tick=True, short_title="Start"),
            "Start afvinken",
        ),
        (
            StepView("x", "Gesprek met Jan", "", "", StepState.SOON, "", form="gesprek", action="Voorbereiden"),
            "Gesprek voorbereiden",
        ),
    ],
)  # fmt: skip
def test_the_button_at_the_top_names_its_step(step: StepView, words: str) -> None:
    assert head_action(step) == words


# --- the drawing ---


def test_a_marker_stands_beside_a_break_and_not_on_it() -> None:
    band = Band(FIT, AGAIN - timedelta(days=1), "Hersteld", "26 okt t/m 8 nov")
    marks = (
        Mark("voor", "Voor", "week 12", FIT - timedelta(days=1), State.DONE),
        Mark("na", "Na", "week 13", AGAIN, State.LATE),
    )
    layout = lay_out(TimeLineData(FIRST, FIRST + timedelta(days=741), AGAIN, 104, marks, (band,)), 1000, "vandaag")
    drawn = next(item for item in layout.items if item.mark is None)
    before, after = (next(i for i in layout.items if i.mark is not None and i.mark.id == key) for key in ("voor", "na"))
    assert before.x + MARKER / 2 <= drawn.left + 0.5
    assert after.x - MARKER / 2 >= drawn.right - 0.5


@pytest.mark.parametrize("days", [-2, -1, 0, 1, 2])
def test_a_label_moves_aside_for_the_line_of_today(days: int) -> None:
    """Three steps in the first weeks and today among them: every label has a place, none becomes a number."""
    marks = tuple(
        Mark(key, key, words, FIRST + timedelta(days=day), State.DONE)
        for key, words, day in (
            ("Ziekmelding", "week 1, 3 aug", 0),
            ("Probleemanalyse", "week 6, 8 sep", 36),
            ("Plan van aanpak", "week 8, 22 sep", 50),
        )
    )
    today = FIRST + timedelta(days=47 + days)
    for width in (838, 912, 1000, 1160):
        layout = lay_out(TimeLineData(FIRST, FIRST + timedelta(days=727), today, 104, marks), width, "vandaag, week 7")
        assert layout.numbered == [], (days, width)


# --- the line that leads to the check ---


def test_a_heavy_point_is_said_quietly_and_opens_the_check(window: MainWindow) -> None:
    found = shown(window, "2026-002")
    link = found.check_link
    assert link is not None
    assert link.text().endswith("op orde. Naar Controle")
    assert window.shell is not None
    link.click()
    settle()
    assert isinstance(window.shell.page, CheckPage)
    assert window.shell.page.case_id == found.case_id


def test_a_closed_dossier_says_nothing_about_the_check(window: MainWindow) -> None:
    assert shown(window, "2026-001").check_link is None


def test_the_reason_for_another_day_stands_under_the_sum(qtbot: QtBot) -> None:
    step = replace(STEP, sum=(SumLineView("Uiterste dag", "09-07-2026"),), counted_from="Geteld vanaf een dag.")
    panel = QWidget()
    qtbot.addWidget(panel)
    column = QVBoxLayout(panel)
    fill_why(column, step)
    assert "Geteld vanaf een dag." in [label.text() for label in panel.findChildren(Label)]


# --- rows ---


def test_the_rows_of_both_lists_answer_alike(qtbot: QtBot) -> None:
    """The ground follows the mouse, the ring the keyboard, and only the selected row is reached with Tab."""
    row = PickRow("Twee & drie", 50)
    qtbot.addWidget(row)
    heard: list[object] = []
    row.chosen.connect(lambda: heard.append("chosen"))
    row.acted.connect(lambda: heard.append("acted"))
    row.walked.connect(heard.append)
    row.resize(300, 50)
    row.show()
    row.set_selected(on=True)
    assert row.focusPolicy() is Qt.FocusPolicy.StrongFocus and row.is_selected
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_A):
        qtbot.keyClick(row, key)
    assert [one for one in heard if one != "chosen"] == ["acted", 1, -1]
    plain = row.grab().toImage()
    row.set_selected(on=False)
    assert row.focusPolicy() is Qt.FocusPolicy.ClickFocus
    assert row.grab().toImage() != plain, "the ground says which row is selected"
    assert issubclass(StepRow, PickRow) and issubclass(CheckRow, PickRow)


def test_a_head_that_does_not_fold_stays_open(qtbot: QtBot) -> None:
    folds, stays = GroupHead("Op orde", 3, folds=True), GroupHead("Eerst oplossen", 1, folds=False)
    for head in (folds, stays):
        qtbot.addWidget(head)
        head.click()
    assert (folds.isChecked(), stays.isChecked()) == (False, True)
    assert folds.accessibleName() == "Op orde, 3, dicht"
    assert stays.accessibleName() == "Eerst oplossen, 1"


# --- what is counted, and what is only good to know ---


def test_dates_to_know_stand_apart_from_what_is_to_be_done(qtbot: QtBot) -> None:
    known = replace(STEP, id="wia_eerste_dag", title="Eerste dag waarop WIA kan ingaan", state=StepState.PLANNED)
    done = replace(STEP, id="klaar", state=StepState.DONE, state_words="klaar")
    skipped = replace(STEP, id="hoeft_niet", state=StepState.NOT_NEEDED, state_words="niet nodig")
    phase = PhaseView("slot", "Slot", "1 van 2 klaar", is_current=True, steps=(known, STEP, done))
    found = StepList((phase,), date(2026, 11, 22), acts=lambda _step: ())
    qtbot.addWidget(found)
    found.resize(680, 500)
    found.show()
    settle()
    order = sorted((row.mapTo(found, QPoint()).y(), key) for key, row in found.rows.items() if row.isVisible())
    assert [key for _y, key in order] == ["x", "wia_eerste_dag"], "to do first, to know under it"
    (word,) = [label for label in found.findChildren(Label) if label.text() == "Om te weten"]
    assert order[0][0] < word.mapTo(found, QPoint()).y() < order[1][0]
    assert found.done_links["slot"].words == "1 stap die klaar is"
    other = StepList((replace(phase, steps=(STEP, done, skipped)),), date(2026, 11, 22), acts=lambda _step: ())
    qtbot.addWidget(other)
    assert other.done_links["slot"].words == "2 stappen klaar of niet nodig"
