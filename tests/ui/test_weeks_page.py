"""The page of the worked hours: one number a week, saved at once, with the keyboard alone."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services.hours import hours_view, note_week
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.ui.pages import weeks_page
from reintegratie_desktop.ui.pages.weeks_page import WeeksPage
from reintegratie_desktop.ui.pages.weeks_rows import WeekRow
from tests.services.desks import Calendar, add_employee, make_desk, report_sick
from tests.services.test_hours import ADVICE, FIRST, PHASE, TODAY, make_schedule
from tests.ui.shell_fixtures import settle

NEWEST = date(2026, 9, 7)
BEFORE = date(2026, 8, 31)


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


class Page:
    """The page in a window of its own, with what it asked of that window."""

    def __init__(self, qtbot: QtBot, desk: Workspace, case_id: str) -> None:
        self.asked: list[tuple[Any, ...]] = []
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(1000, 700)
        host = SimpleNamespace(
            desk=desk,
            dialog_parent=self.window,
            changed=self._changed,
            go=lambda page: self.asked.append(("go", page)),
            open_case=lambda case, step_id="": self.asked.append(("open_case", case)),
            open_form=lambda form, case, **more: self.asked.append((form, case, more)),
        )
        self.page = WeeksPage(host, case_id, self.window)  # type: ignore[arg-type]
        self.page.resize(1000, 700)
        self.window.show()
        self.page.reload()
        settle()

    def _changed(self) -> None:
        self.page.refresh()

    def row(self, monday: date) -> WeekRow:
        return next(row for row in self.page.rows if row.week.monday == monday)


@pytest.fixture
def shown(qtbot: QtBot, desk: Workspace, case_id: str) -> Page:
    return Page(qtbot, desk, case_id)


def test_the_keyboard_begins_at_the_newest_week_that_is_over(shown: Page) -> None:
    shown.page.focus_first()
    assert QApplication.focusWidget() is shown.row(BEFORE).edit


def test_a_number_and_enter_saves_and_goes_on(shown: Page, desk: Workspace, case_id: str, qtbot: QtBot) -> None:
    row = shown.row(NEWEST)
    row.edit.setFocus()
    qtbot.keyClicks(row.edit, "6,5")
    qtbot.keyClick(row.edit, Qt.Key.Key_Return)
    assert hours_view(desk, case_id).week(NEWEST).worked == Decimal("6.5")
    assert QApplication.focusWidget() is shown.row(BEFORE).edit
    assert not row.reason.isHidden()
    assert row.plan.isHidden()


def test_a_whole_year_of_weeks_takes_two_keys_each(shown: Page, desk: Workspace, case_id: str, qtbot: QtBot) -> None:
    shown.row(NEWEST).edit.setFocus()
    for _week in shown.page.rows:
        qtbot.keyClicks(QApplication.focusWidget(), "=")
    assert hours_view(desk, case_id).open_weeks == ()
    assert shown.page._head is not None
    assert shown.page._head.sub.text().startswith("Alle weken zijn ingevuld")
    now = next(row for row in shown.page.rows if row.week.is_now)
    now.edit.clear()
    now.edit.editingFinished.emit()
    assert shown.page._head.sub.text().startswith("Alle weken tot en met vorige week zijn ingevuld")


def test_tab_goes_from_week_to_week_past_a_reason_that_is_asked(shown: Page, qtbot: QtBot) -> None:
    first, second = shown.row(NEWEST), shown.row(BEFORE)
    first.edit.setFocus()
    qtbot.keyClick(first.edit, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second.edit
    qtbot.keyClicks(second.edit, "3")
    qtbot.keyClick(second.edit, Qt.Key.Key_Tab)
    settle()
    third = shown.row(date(2026, 8, 24))
    assert QApplication.focusWidget() in (second.reason, third.edit)
    assert second.week.worked == Decimal(3)


def test_the_button_fills_in_what_was_planned(shown: Page, desk: Workspace, case_id: str) -> None:
    row = shown.row(BEFORE)
    row.plan.click()
    week = hours_view(desk, case_id).week(BEFORE)
    assert (week.worked, week.reason) == (Decimal(8), "volgens_plan")
    assert row.reason.isHidden()
    assert row.said.text() == "volgens plan"


def test_a_reason_is_chosen_from_the_list(shown: Page, desk: Workspace, case_id: str) -> None:
    row = shown.row(BEFORE)
    row.edit.setText("6")
    row.edit.editingFinished.emit()
    assert row.reason.currentData() is None
    row.reason.setCurrentIndex(row.reason.findData("verlof_feestdag"))
    row.reason.activated.emit(row.reason.currentIndex())
    assert hours_view(desk, case_id).week(BEFORE).reason == "verlof_feestdag"
    row.reason.activated.emit(row.reason.currentIndex())  # the same again changes nothing
    # Fewer hours again keep the reason, more hours have another one.
    row.edit.setText("5")
    row.edit.editingFinished.emit()
    assert hours_view(desk, case_id).week(BEFORE).reason == "verlof_feestdag"
    row.edit.setText("9")
    row.edit.editingFinished.emit()
    assert hours_view(desk, case_id).week(BEFORE).reason == "meer_gewerkt"


def test_a_correction_says_what_stood_there(shown: Page) -> None:
    row = shown.row(BEFORE)
    for typed in ("8", "6"):
        row.edit.setText(typed)
        row.edit.editingFinished.emit()
    assert row.before.text().replace("\u00a0", " ") == "was 8 uur"
    assert "09-09-2026" in row.before.toolTip()
    row.edit.setText("")
    row.edit.editingFinished.emit()
    assert row.week.worked is None
    assert not row.plan.isHidden()


@pytest.mark.parametrize(("typed", "said"), [("veel", "geen getal"), ("61", "hoogstens 60")])
def test_what_is_no_number_stays_and_is_said(
    shown: Page, desk: Workspace, case_id: str, qtbot: QtBot, typed: str, said: str
) -> None:
    row = shown.row(BEFORE)
    row.edit.setFocus()
    qtbot.keyClicks(row.edit, typed)
    qtbot.keyClick(row.edit, Qt.Key.Key_Return)
    assert said in row.message.text()
    assert row.edit.text() == typed
    assert QApplication.focusWidget() is row.edit
    assert hours_view(desk, case_id).week(BEFORE).worked is None
    row.edit.setText("")
    row.edit.editingFinished.emit()
    assert row.message.isHidden()


def test_the_days_of_a_week_are_added_up(shown: Page, desk: Workspace, case_id: str) -> None:
    row = shown.row(BEFORE)
    row.toggle_days()
    assert QApplication.focusWidget() is row.day_edits[0]
    row.day_edits[0].editingFinished.emit()  # nothing typed yet
    row.day_edits[0].setText("4")
    row.day_edits[2].setText("x")
    row.day_edits[2].editingFinished.emit()
    assert "elke dag een getal" in row.message.text()
    row.day_edits[2].setText("2,5")
    row.day_edits[2].editingFinished.emit()
    row.day_edits[2].editingFinished.emit()  # the same again changes nothing
    week = hours_view(desk, case_id).week(BEFORE)
    assert (week.worked, week.per_day[2]) == (Decimal("6.5"), "2.5")
    assert row.edit.text() == "6,5"
    row.toggle_days()
    assert row._days.isHidden()


def test_two_weeks_behind_offer_a_talk(shown: Page) -> None:
    assert shown.page.notices == []
    for monday in (NEWEST, BEFORE):
        shown.row(monday).edit.setText("4")
        shown.row(monday).edit.editingFinished.emit()
    (notice,) = shown.page.notices
    assert "Twee weken achter elkaar" in notice.sentence.text()
    assert "alleen een reden uit het werk" in notice.more.text()
    third = shown.page.rows[[row.week.monday for row in shown.page.rows].index(BEFORE) + 1]
    third.edit.setText("4")
    third.edit.editingFinished.emit()
    (notice,) = shown.page.notices
    assert "Al 3 weken achter elkaar" in notice.sentence.text()
    assert notice.button is not None
    notice.button.click()
    assert shown.asked[-1][0] == "gesprek"
    assert shown.asked[-1][2] == {"kind": "terugvalgesprek"}
    shown.row(NEWEST).edit.setText("9")
    shown.row(NEWEST).edit.editingFinished.emit()
    (notice,) = shown.page.notices
    assert notice.button is None


def test_work_without_wage_value_that_goes_on_leads_to_the_schedule(qtbot: QtBot, desk: Workspace, bare: str) -> None:
    phase = {**PHASE, "loonvorm": "arbeidstherapeutisch_tot_datum", "therapeutisch_tot": "2026-09-06"}
    make_schedule(desk, bare, fasen=[phase])
    shown = Page(qtbot, desk, bare)
    (notice,) = shown.page.notices
    assert notice.button is not None
    notice.button.click()
    assert shown.asked[-1][0] == "opbouwschema"


def test_earlier_weeks_fold_out_and_enter_goes_on_to_them(
    qtbot: QtBot, desk: Workspace, case_id: str, calendar: Calendar
) -> None:
    calendar.go_to(date(2026, 11, 25))
    shown = Page(qtbot, desk, case_id)
    assert len(shown.page.rows) == weeks_page.FIRST_WEEKS
    assert shown.page.more_button is not None
    last = shown.page.rows[-1]
    last.edit.setFocus()
    qtbot.keyClicks(last.edit, "8")
    qtbot.keyClick(last.edit, Qt.Key.Key_Return)
    settle()
    assert len(shown.page.rows) == 15
    assert QApplication.focusWidget() is shown.page.rows[weeks_page.FIRST_WEEKS].edit
    assert shown.page.more_button is None


def test_an_empty_page_leads_to_the_schedule(qtbot: QtBot, desk: Workspace, bare: str) -> None:
    shown = Page(qtbot, desk, bare)
    assert shown.page.empty is not None
    shown.page.focus_first()
    shown.page.open_schedule()
    assert shown.asked == [("opbouwschema", bare, {})]
    make_schedule(desk, bare, fasen=[{**PHASE, "van": "2026-10-05", "evaluatie": "2026-10-26"}])
    shown.page.refresh()
    assert shown.page.empty is not None
    assert shown.page.view is not None
    assert shown.page.view.has_schedule


def test_escape_goes_back_to_the_dossier(shown: Page, qtbot: QtBot, case_id: str) -> None:
    qtbot.keyClick(shown.page, Qt.Key.Key_Escape)
    assert shown.asked == [("open_case", case_id)]
    qtbot.keyClick(shown.page, Qt.Key.Key_A)


def test_hours_noted_elsewhere_come_in_place(shown: Page, desk: Workspace, case_id: str) -> None:
    rows = list(shown.page.rows)
    note_week(desk, case_id, BEFORE, Decimal(8))
    shown.page.refresh()
    assert shown.page.rows == rows
    assert shown.row(BEFORE).edit.text() == "8"


def test_the_paper_opens_in_a_preview(shown: Page, qtbot: QtBot, desk: Workspace, case_id: str) -> None:
    note_week(desk, case_id, BEFORE, Decimal(8))
    shown.page.refresh()
    assert shown.page.paper_button is not None
    shown.page.paper_button.click()
    qtbot.waitUntil(lambda: shown.page.preview is not None, timeout=10_000)
    assert shown.page.preview is not None
    shown.page.preview.close()
    settle()


def test_an_error_of_the_paper_is_said(shown: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[KnownError] = []
    monkeypatch.setattr(weeks_page, "show_known_error", lambda _parent, error: told.append(error))
    shown.page._tell(KnownError("Mis", "Doe iets"))
    assert len(told) == 1
