"""The parts of the shell that stand alone: work beside the window, passwords, dialogs."""

import threading
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services.signing import Refusal, Signer
from reintegratie_desktop.services.views import StepState, StepView
from reintegratie_desktop.text.errors import BugError, KnownError
from reintegratie_desktop.ui.dialogs.base import ConfirmDialog, MessageDialog
from reintegratie_desktop.ui.dialogs.case_dialogs import TickDialog
from reintegratie_desktop.ui.dialogs.copies import CopyDialog
from reintegratie_desktop.ui.dialogs.parts import DayField
from reintegratie_desktop.ui.dialogs.signature import SignatureDialog
from reintegratie_desktop.ui.errors import notice_for, show_known_error
from reintegratie_desktop.ui.fields import FieldEditor
from reintegratie_desktop.ui.pages.password_line import PasswordLine, keyboard_words
from reintegratie_desktop.ui.widgets.buttons import destroying
from reintegratie_desktop.ui.worker import is_busy, run_in_background
from tests.ui.shell_fixtures import settle

TODAY = date(2026, 11, 23)


# --- work beside the window ---


def test_work_runs_in_another_thread_and_its_result_comes_back_to_this_one(qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    job = run_in_background(threading.current_thread, lambda found: threads.extend((found, threading.current_thread())))
    qtbot.waitUntil(lambda: job.is_done)
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()
    assert not is_busy()


def test_a_known_error_goes_to_whoever_asked(qtbot: QtBot) -> None:
    told: list[KnownError] = []

    def work() -> None:
        raise KnownError("Dit lukt niet.", "Doe het anders.")

    job = run_in_background(work, lambda _nothing: None, told.append)
    qtbot.waitUntil(lambda: job.is_done)
    assert told[0].message == "Dit lukt niet."


def test_a_mistake_of_ours_reaches_the_hook(qtbot: QtBot) -> None:
    def work() -> None:
        raise BugError("a mistake")

    with capture_exceptions() as caught:
        job = run_in_background(work, lambda _nothing: None, lambda _error: None)
        qtbot.waitUntil(lambda: job.is_done)
    assert caught[0][0] is BugError


def test_nothing_comes_back_to_a_page_that_is_gone(qtbot: QtBot) -> None:
    owner, gate, told = QObject(), threading.Event(), []
    job = run_in_background(gate.wait, told.append, owner=owner)
    owner.deleteLater()
    settle()
    gate.set()
    qtbot.waitUntil(lambda: job.is_done)
    assert told == []


# --- passwords ---


def test_a_password_is_hidden_until_the_eye_is_pressed(qtbot: QtBot) -> None:
    line = PasswordLine()
    qtbot.addWidget(line)
    assert line.echoMode() is PasswordLine.EchoMode.Password
    assert line.eye.accessibleName() == "Wachtwoord tonen, uit"
    qtbot.mouseClick(line.eye, Qt.MouseButton.LeftButton)
    assert line.echoMode() is PasswordLine.EchoMode.Normal
    assert line.eye.accessibleName() == "Wachtwoord tonen, aan"


def test_caps_lock_shows_in_what_is_typed(qtbot: QtBot) -> None:
    line = PasswordLine()
    qtbot.addWidget(line)
    told: list[bool] = []
    line.caps_changed.connect(told.append)
    qtbot.keyClicks(line, "a")
    qtbot.keyClick(line, "A", Qt.KeyboardModifier.ShiftModifier)
    assert told == []
    qtbot.keyClick(line, "A")
    assert told == [True]
    qtbot.keyClick(line, Qt.Key.Key_CapsLock)
    assert told == [True, False]
    assert "Caps Lock staat aan." in keyboard_words(caps_on=True)
    assert "Caps Lock" not in keyboard_words(caps_on=False)


# --- errors and dialogs ---


def test_a_known_error_says_what_it_is_and_what_to_do(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    error = KnownError("De schijf is vol.", "Maak ruimte vrij.")
    notice = notice_for(error)
    qtbot.addWidget(notice)
    assert notice.accessibleName() == "De schijf is vol. Maak ruimte vrij."
    dialog = show_known_error(window, error)
    assert isinstance(dialog, MessageDialog)
    assert dialog.isVisible()
    qtbot.mouseClick(dialog.button, Qt.MouseButton.LeftButton)
    settle()
    assert not window.findChildren(MessageDialog)


def test_a_dialog_that_meets_an_error_stays_and_says_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    def fail() -> None:
        raise KnownError("Dat kan nu niet.", "Probeer het straks.")

    dialog = ConfirmDialog("Weghalen?", "Het komt niet terug.", destroying("Weghalen"), fail, parent=window)
    window.show()
    dialog.open()
    assert not dialog.button.isDefault()
    dialog.button.click()
    assert dialog.isVisible()
    assert dialog.problem.accessibleName() == "Dat kan nu niet. Probeer het straks."
    dialog.reject()


@pytest.mark.parametrize(
    ("typed", "found"),
    [("20-11-2026", date(2026, 11, 20)), ("24-11-2026", None), ("1-1-2026", None), ("morgenavond", None)],
)
def test_a_day_field_says_what_is_wrong_with_a_day(qtbot: QtBot, typed: str, found: date | None) -> None:
    field = DayField("Op welke dag?", TODAY)
    qtbot.addWidget(field)
    field._editor.edit.setText(typed)
    field._editor.edit.textEdited.emit(typed)
    assert field.day(not_before=date(2026, 11, 2)) == found
    assert bool(field.error) == (found is None)


def step() -> StepView:
    return StepView("uwv_42e_week", "Melding bij UWV", "In het portaal", "Jij", StepState.SOON, "over 3 dagen")


def test_ticking_off_asks_for_the_day(qtbot: QtBot) -> None:
    ticked: list[date] = []
    dialog = TickDialog(step(), TODAY, date(2026, 2, 9), ticked.append)
    qtbot.addWidget(dialog)
    dialog.button.click()
    assert ticked == [TODAY]


def test_ticking_off_refuses_a_day_to_come(qtbot: QtBot) -> None:
    ticked: list[date] = []
    dialog = TickDialog(step(), date(2026, 11, 20), date(2026, 11, 23), ticked.append)
    qtbot.addWidget(dialog)
    dialog.button.click()
    assert ticked == []
    assert dialog.day_field.error


SIGNERS = (
    Signer("Werkgever", "Noor Blom", "", "nog_niet", None, may_refuse=False),
    Signer("Werknemer", "K. Haddou", "", "nog_niet", None, may_refuse=True),
)


def signature_dialog(qtbot: QtBot, signers: tuple[Signer, ...] = SIGNERS) -> tuple[SignatureDialog, list[Any]]:
    written: list[Any] = []
    dialog = SignatureDialog("Plan", signers, TODAY, date(2026, 11, 20), lambda *all_: written.append(all_))
    qtbot.addWidget(dialog)
    return dialog, written


def test_signing_writes_down_who_signed_and_when(qtbot: QtBot) -> None:
    dialog, written = signature_dialog(qtbot)
    dialog.button.click()
    assert dialog.problem.isVisibleTo(dialog)
    dialog.roles[1].choice.choose("getekend")
    assert dialog.roles[1].day_field.isVisibleTo(dialog)
    assert not dialog.roles[1].why.isVisibleTo(dialog)
    assert not dialog.roles[0].day_field.isVisibleTo(dialog)
    dialog.button.click()
    assert written == [("Werknemer", "getekend", TODAY, None)]


def test_who_does_not_sign_says_why_in_own_words(qtbot: QtBot) -> None:
    dialog, written = signature_dialog(qtbot)
    dialog.roles[0].choice.choose("geweigerd")
    assert dialog.roles[0].choice.chosen != "geweigerd", "the employer made the paper"
    employee = dialog.roles[1]
    employee.choice.choose("geweigerd")
    assert employee.why.isVisibleTo(dialog)
    dialog.button.click()
    assert written == []
    assert "Wil hij of zij niets zeggen" in employee.words.error
    editor = employee.words.widget
    assert isinstance(editor, FieldEditor)
    editor.apply("Ik heb migraine en wil nog niet.")
    assert "migraine" in employee.words.note
    editor.apply("Ik wil eerst praten.")
    assert employee.words.note == ""
    offered = employee.offered.widget
    assert isinstance(offered, FieldEditor)
    offered.apply(["gesprek"])
    dialog.button.click()
    assert written == [("Werknemer", "geweigerd", TODAY, Refusal("Ik wil eerst praten.", ("gesprek",)))]


def test_what_was_noted_stands_there_and_only_a_change_is_written(qtbot: QtBot) -> None:
    told = Refusal("Ik wil eerst praten.", ("gesprek",), "Noor Blom", TODAY)
    known = (
        replace(SIGNERS[0], status="getekend", day=date(2026, 11, 20)),
        replace(SIGNERS[1], status="geweigerd", day=date(2026, 11, 21), refusal=told),
    )
    dialog, written = signature_dialog(qtbot, known)
    dialog.button.click()
    assert written == []
    dialog.roles[1].choice.choose("nog_niet")
    dialog.button.click()
    assert written == [("Werknemer", "nog_niet", TODAY, None)]
    dialog, written = signature_dialog(qtbot, known)
    editor = dialog.roles[1].words.widget
    assert isinstance(editor, FieldEditor)
    editor.apply("Ik wil later praten.")
    dialog.button.click()
    assert written == [("Werknemer", "geweigerd", date(2026, 11, 21), Refusal("Ik wil later praten.", ("gesprek",)))]
    early = (replace(SIGNERS[0], status="getekend", day=date(2026, 11, 1)),)
    dialog, written = signature_dialog(qtbot, early)
    dialog.button.click()
    assert written == []
    assert dialog.roles[0].day_field.error


def test_a_copy_is_written_down_with_who_and_when(qtbot: QtBot) -> None:
    written: list[Any] = []
    given = [
        {"aan": "uwv", "naam": "", "hoe": "", "datum": "2026-11-20"},
        {"aan": "ander", "naam": "Bas Vos", "hoe": "post", "datum": "2026-11-21"},
    ]
    dialog = CopyDialog("Plan", given, TODAY, date(2026, 11, 20), lambda *all_: written.append(all_))
    qtbot.addWidget(dialog)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Al gegeven: uWV" not in said
    assert "Bas Vos op za 21 november 2026" in said
    dialog.button.click()
    assert dialog.to.error
    to, how = dialog.to.widget, dialog.how.widget
    assert isinstance(to, FieldEditor)
    assert isinstance(how, FieldEditor)
    to.apply("werknemer")
    assert not dialog.to.error
    how.apply("post")
    dialog.button.click()
    assert written == [("werknemer", TODAY, "post", "")]
