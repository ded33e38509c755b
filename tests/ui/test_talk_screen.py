"""The full-screen talk: points, notes, agreements, the pause, the keys, and the way back to the form."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.errors import DiskFull
from reintegratie_desktop.ui import worker
from reintegratie_desktop.ui.fields.dates import DayTimeEditor
from reintegratie_desktop.ui.form import FormView
from reintegratie_desktop.ui.form.page import FormPage
from reintegratie_desktop.ui.talk import talk_view
from reintegratie_desktop.ui.talk.start_card import TalkStart
from reintegratie_desktop.ui.talk.talk_view import Place, TalkView
from reintegratie_desktop.ui.widgets.buttons import Button
from reintegratie_desktop.ui.widgets.labels import Label
from reintegratie_desktop.ui.widgets.notice import Notice
from tests.ui import form_fixtures as fixtures
from tests.ui.pictures import cut_labels
from tests.ui.shell_fixtures import PASSWORD, make_window, settle, small_desk

AGENDA = ["Hoe gaat het?", "Nieuws van het werk", "Wat heb je van mij nodig?", "Volgende keer"]
TALK: dict[str, Any] = {
    "soort": "tweewekelijkse_check_in",
    "datum": "2026-11-23T16:00",
    "plaats": "werk",
    "aanwezig": [{"naam": "Jan Hoekstra", "rol": "werknemer"}, {"naam": "Anna Halm", "rol": "leidinggevende"}],
    "agenda": AGENDA,
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    made = fixtures.make_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def session(desk: Workspace) -> FormSession:
    made = desk.open_form("gesprek", fixtures.make_case(desk))
    made.answer(TALK)
    return made


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[..., FormView]]:
    shown: list[FormView] = []

    def make(session: FormSession, width: int = 1280, height: int = 800, step: str = "gesprek") -> FormView:
        view = FormView(session, show_paper=False)
        shown.append(view)
        view.resize(width, height)
        view.show()
        view.activateWindow()
        QApplication.processEvents()
        view.go_to_step(step)
        return view

    yield make
    for view in shown:
        if view.preview is not None:
            view.preview.close()
        view.close()
        view.deleteLater()
    qtbot.waitUntil(lambda: not worker.is_busy(), timeout=10_000)
    settle()


@pytest.fixture
def form(session: FormSession, show: Callable[..., FormView]) -> FormView:
    return show(session)


@pytest.fixture
def view(form: FormView) -> TalkView:
    return opened(form)


def opened(form: FormView) -> TalkView:
    form.talking.open()
    settle()
    assert form.talking.view is not None
    return form.talking.view


def start_card(form: FormView) -> TalkStart:
    card = form.page.findChild(TalkStart)
    assert card is not None
    return card


def stored(session: FormSession) -> FormSession:
    return session.desk.open_form("gesprek", session.case_id, slot=session.slot)


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is, as the window system does, so that shortcuts count."""
    QTest.keyClick(widget.window().windowHandle(), key, modifiers)
    settle()


CTRL = Qt.KeyboardModifier.ControlModifier


# --- from the form and back ---


@pytest.mark.parametrize("step", ["agenda", "gesprek"])
def test_the_form_leads_to_the_talk_and_esc_leads_back(
    session: FormSession, show: Callable[..., FormView], step: str
) -> None:
    form = show(session, step=step)
    card = start_card(form)
    assert card.button.words == "Gesprek voeren"
    assert card.report_button.isHidden()
    card.button.click()
    settle()
    view = form.talking.view
    assert view is not None
    assert view.isVisible()
    assert not form.page.isVisible()
    assert view.bar.title.text() == "Gesprek met Jan"
    assert view.bar.about.text() == "Maandag 23 november, 16.00 uur, op het werk. Aanwezig: Jan en Anna Halm."
    press(view, Qt.Key.Key_Escape)
    assert form.talking.view is None
    assert form.page.isVisible()
    assert form.step.key == step
    assert session.answers["agenda"] == AGENDA


def test_only_a_talk_has_the_way_to_a_talk(
    desk: Workspace, session: FormSession, show: Callable[..., FormView]
) -> None:
    plan = desk.open_form("plan_van_aanpak", session.case_id)
    form = show(plan, step=plan.wizard.steps[0].key)
    assert form.page.findChildren(TalkStart) == []
    form = show(session, step="afspraken")
    assert form.page.findChildren(TalkStart) == []


def test_before_the_talk_it_says_what_is_needed_and_begins_at_the_first_point(view: TalkView) -> None:
    assert view.place is Place.BEFORE
    assert view.footer.next_button.words == "Beginnen"
    assert view.footer.back_button.words == "Terug naar het formulier"
    words = " ".join(label.text() for label in view.begin_card.findChildren(QLabel))
    assert "Kijk wat jullie vorige keer afspraken." in words
    view.footer.next_button.click()
    assert view.place is Place.TALKING
    assert view.card.title.text() == "Hoe gaat het?"
    assert view.card.hint.text() == "Open beginnen, niet doorvragen."
    assert view.card.notes.hasFocus()


def test_the_talk_makes_the_report(form: FormView, view: TalkView, session: FormSession, qtbot: QtBot) -> None:
    view.go_on()
    qtbot.keyClicks(view.card.notes, "Bakken gaat goed.")
    view.go_on()
    qtbot.keyClicks(view.card.notes, "De oven staat er.")
    for _point in AGENDA[1:-1]:
        view.go_on()
    assert view.card.title.text() == "Volgende keer"
    assert view.footer.next_button.words == "Gesprek afronden"
    assert view.card.next_box.is_asking
    view.card.next_box.editor.apply("2026-12-14T16:00")
    view.go_on()
    assert view.place is Place.END
    assert view.end_card.texts == (
        "4 van 4 besproken.",
        "Notities bij 2 punten. Ze komen in het verslag.",
        "Geen nieuwe afspraken.",
        "Volgend gesprek: maandag 14 december, 16.00 uur.",
        "Geef Jan een kopie van het verslag.",
    )
    assert view.footer.next_button.words == "Maak het verslag"
    assert not view.cards.isVisible()
    view.footer.next_button.click()
    settle()
    assert form.talking.view is None
    assert form.step.key == "gesprek"
    assert isinstance(form.page, FormPage)
    text = "Hoe gaat het? Bakken gaat goed.\n\nNieuws van het werk: De oven staat er."
    assert form.page.board.editor("werk_nu").value() == text
    assert stored(session).answers["werk_nu"] == text
    card = start_card(form)
    assert card.button.words == "Verder met het gesprek"
    assert card.words.text() == "Wat je tijdens het gesprek opschreef, staat in het verslag."
    view = opened(form)
    view.open(AGENDA[0])
    assert view.card.notes.toPlainText() == ""
    assert "staat in het verslag bij ‘Hoe gaat het met het werk?’" in view.card.moved_line.label.text()


def test_notes_left_in_the_talk_wait_in_the_form(form: FormView, view: TalkView, session: FormSession) -> None:
    view.go_on()
    view.card.notes.setPlainText("Bakken gaat goed.")
    view.leave()
    settle()
    card = start_card(form)
    assert card.words.text().startswith("Je notities staan klaar.")
    assert [item.field for item in session.check().stops].count("werk_nu") >= 1
    card.report_button.click()
    settle()
    assert session.answers["werk_nu"] == "Hoe gaat het? Bakken gaat goed."
    assert start_card(form).report_button.isHidden()
    assert stored(session).meta.notes == {}


def test_what_does_not_fit_in_the_report_is_said(form: FormView, view: TalkView, session: FormSession) -> None:
    session.answer({"werk_nu": "w" * 19_999})
    view.go_on()
    view.card.notes.setPlainText("Bakken gaat goed.")
    view.make_report()
    settle()
    said = [notice.accessibleName() for notice in form.findChildren(Notice) if notice.isVisible()]
    assert said == ["Niet alles paste in het verslag. De notities bij ‘Hoe gaat het?’ staan nog in het gesprek."]
    assert stored(session).meta.notes == {"Hoe gaat het?": "Bakken gaat goed."}


def test_what_stood_open_in_the_form_is_taken_over_and_does_not_undo_the_talk(
    session: FormSession, show: Callable[..., FormView], qtbot: QtBot
) -> None:
    form = show(session)
    form.set_mode("whole")
    assert isinstance(form.page, FormPage)
    form.page.board.editor("volgende").apply("2026-12-01T10:00")
    edit = form.page.board.editor("werk_nu").text_edits()[0]
    edit.setFocus()
    qtbot.keyClicks(edit, "Getypt in het formulier.")
    view = opened(form)
    assert session.answers["werk_nu"] == "Getypt in het formulier."
    view.talk.set_next("2026-12-14T16:00")
    assert form.save_now()
    assert session.answers["volgende"] == "2026-12-14T16:00"
    view.leave()
    settle()
    assert isinstance(form.page, FormPage)
    assert form.page.board.editor("volgende").value() == "2026-12-14T16:00"


# --- points -----------------------------------------------------------------------------------------------------------


def test_a_press_on_the_box_ticks_and_a_press_beside_it_opens(view: TalkView, qtbot: QtBot) -> None:
    view.go_on()
    rows = view.points.rows
    qtbot.mouseClick(rows[2], Qt.MouseButton.LeftButton, pos=rows[2].box().center().toPoint())
    assert [row.is_done for row in rows] == [False, False, True, False]
    assert rows[0].is_current
    assert view.points.count.text() == "1 van 4 besproken"
    qtbot.mouseClick(rows[2], Qt.MouseButton.LeftButton, pos=QPoint(140, 20))
    assert rows[2].is_current
    assert view.card.title.text() == "Wat heb je van mij nodig?"
    qtbot.mouseClick(rows[2], Qt.MouseButton.LeftButton, pos=rows[2].box().center().toPoint())
    assert not rows[2].is_done
    assert rows[2].is_current, "taking a tick away stays where it is"
    qtbot.mouseClick(rows[2], Qt.MouseButton.LeftButton, pos=rows[2].box().center().toPoint())
    assert rows[2].is_done
    assert rows[3].is_current, "a tick at the open point goes on"


def test_points_say_what_they_are(view: TalkView) -> None:
    view.go_on()
    view.tick("Nieuws van het werk")
    names = [row.accessibleName() for row in view.points.rows]
    assert names == [
        "Punt 1 van 4, Hoe gaat het, nu",
        "Punt 2 van 4, Nieuws van het werk, besproken",
        "Punt 3 van 4, Wat heb je van mij nodig, nog niet besproken",
        "Punt 4 van 4, Volgende keer, nog niet besproken",
    ]
    QAccessible.setActive(True)
    found = QAccessible.queryAccessibleInterface(view.points.rows[0])
    assert found.text(QAccessible.Text.Name) == names[0]
    assert view.card.notes.accessibleName() == "Notities bij Hoe gaat het?"
    assert view.cards.may.accessibleName().startswith("Dit mag je vragen: Wat ging er goed")


def test_the_cards_change_with_the_point(view: TalkView) -> None:
    view.open("Hoe gaat het?")
    assert view.cards.may.lines[0] == "Wat ging er goed, deze twee weken?"
    view.open("Wat heb je van mij nodig?")
    assert view.cards.may.lines[0] == "Wat zou het makkelijker maken?"
    assert "Wat zei de bedrijfsarts precies?" in view.cards.never.lines
    assert view.cards.tells_heading.text() == "Vertelt Jan het zelf?"


def test_the_keyboard_walks_and_ticks(view: TalkView) -> None:
    press(view, Qt.Key.Key_Return, CTRL)
    assert view.card.title.text() == "Hoe gaat het?"
    press(view, Qt.Key.Key_Down, CTRL)
    press(view, Qt.Key.Key_Down, CTRL)
    assert view.card.title.text() == "Wat heb je van mij nodig?"
    press(view, Qt.Key.Key_Up, CTRL)
    assert view.card.title.text() == "Nieuws van het werk"
    press(view, Qt.Key.Key_Enter, CTRL)
    assert view.card.title.text() == "Wat heb je van mij nodig?"
    assert view.points.count.text() == "1 van 4 besproken"
    press(view, Qt.Key.Key_K, CTRL)
    assert view.card.agreements.new.hasFocus()
    press(view, Qt.Key.Key_Up, CTRL)
    assert view.card.title.text() == "Nieuws van het werk"
    row = view.points.rows[0]
    row.setFocus()
    press(view, Qt.Key.Key_Space)
    assert row.is_done
    press(view, Qt.Key.Key_Return)
    assert row.is_current
    assert view.card.notes.hasFocus()


def test_ctrl_p_shows_the_agenda(form: FormView, view: TalkView, qtbot: QtBot) -> None:
    press(view, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: form.preview is not None, timeout=10_000)
    assert form.preview is not None
    assert form.preview.isVisible()
    form.preview.close()


def test_the_keys_of_the_form_do_nothing_during_a_talk(form: FormView, view: TalkView) -> None:
    shown = form.bar.switch.isChecked()
    press(view, Qt.Key.Key_P, CTRL | Qt.KeyboardModifier.ShiftModifier)
    press(view, Qt.Key.Key_F1)
    assert form.bar.switch.isChecked() == shown
    assert form.talking.is_open


def test_the_first_points_way_back_is_the_form(form: FormView, view: TalkView) -> None:
    view.go_on()
    assert view.footer.back_button.words == "Terug naar het formulier"
    view.step(1)
    assert view.footer.back_button.words == "Vorig punt"
    view.go_back()
    assert view.card.title.text() == "Hoe gaat het?"
    view.go_back()
    assert not form.talking.is_open


# --- notes, the guard and saving ---


def test_notes_belong_to_their_point(view: TalkView) -> None:
    view.open(AGENDA[0])
    view.card.notes.setPlainText("Een")
    view.open(AGENDA[1])
    assert view.card.notes.toPlainText() == ""
    view.card.notes.setPlainText("Twee")
    view.open(AGENDA[0])
    assert view.card.notes.toPlainText() == "Een"
    assert view.talk.session.meta.notes == {AGENDA[0]: "Een", AGENDA[1]: "Twee"}


def test_a_word_about_health_gets_one_quiet_line_and_the_choices_come_in_the_report(
    form: FormView, view: TalkView
) -> None:
    view.open(AGENDA[0])
    assert view.card.guard_line.isHidden()
    view.card.notes.setPlainText("Hij is moe.")
    view.card.marks.look()
    assert view.card.guard_line.label.text() == (
        "Eén woord lijkt over gezondheid te gaan. Je bekijkt het straks, bij het verslag."
    )
    view.card.notes.setPlainText("Bakken gaat goed.")
    view.card.marks.look()
    assert view.card.guard_line.isHidden()
    view.card.notes.setPlainText("Hij is moe.")
    view.make_report()
    settle()
    assert [item.field for item in view.talk.session.check().guard_stops] == ["werk_nu"]
    assert isinstance(form.page, FormPage)
    assert form.page.board.next_word()


def test_typing_is_saved_within_two_seconds(view: TalkView, session: FormSession, qtbot: QtBot) -> None:
    view.go_on()
    assert form_saved(view)
    qtbot.keyClicks(view.card.notes, "Bakken gaat goed.")
    qtbot.waitUntil(lambda: stored(session).meta.notes == {AGENDA[0]: "Bakken gaat goed."}, timeout=2_000)
    assert view.footer.saved.label.text() == "Bewaard om 21:47"
    qtbot.keyClicks(view.card.agreements.new, "Roos")
    qtbot.waitUntil(lambda: stored(session).meta.agreement == "Roos", timeout=2_000)


def form_saved(view: TalkView) -> bool:
    return view._autosave.save_now(also_place=True)


def test_a_full_disk_is_said_in_the_talk_and_nothing_is_lost(
    view: TalkView, session: FormSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.go_on()
    view.card.notes.setPlainText("Bakken gaat goed.")

    def refuse() -> None:
        raise DiskFull(Path("/"))

    with monkeypatch.context() as patched:
        patched.setattr(session, "save", refuse)
        view._autosave.save_now()
        settle()
        notices = [notice for notice in view.findChildren(Notice) if notice.isVisible()]
        assert len(notices) == 1
        assert view.footer.saved.label.text() == "Nog niet bewaard"
        assert view.card.notes.toPlainText() == "Bakken gaat goed."
    assert notices[0].button is not None
    notices[0].button.click()
    settle()
    assert [notice for notice in view.findChildren(Notice) if notice.isVisible()] == []
    assert stored(session).meta.notes == {AGENDA[0]: "Bakken gaat goed."}


# --- agreements and the next talk ---


def test_an_agreement_is_made_with_who_and_when(view: TalkView, session: FormSession, qtbot: QtBot) -> None:
    view.go_on()
    agreements = view.card.agreements
    agreements.add_button.click()
    assert agreements.new.hasFocus(), "without words there is nothing to add"
    qtbot.keyClicks(agreements.new, "Rooster maken")
    qtbot.keyClick(agreements.new, Qt.Key.Key_Return)
    editor = agreements.editor
    assert editor is not None
    assert editor.editors["wie"].has_keyboard
    assert not view.card.next_box.isVisible()
    names = [button for button in editor.findChildren(QWidget) if button.accessibleName() == "Wie: Anna Halm"]
    names[0].click()  # type: ignore[attr-defined]
    assert editor.editors["wanneer"].has_keyboard
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, "7 dec")
    editor.plan.click()
    assert session.answers["afspraken_nieuw"] == [
        {"wat": "Rooster maken", "wie": "Anna Halm", "wanneer": "2026-12-07", "hoort_bij_plan": True}
    ]
    press(view, Qt.Key.Key_Escape)
    assert view.isVisible(), "Esc closes the editor first"
    assert agreements.new.hasFocus()
    assert view.card.next_box.isVisible()
    line = agreements.lines[0]
    assert (line.what.text(), line.who.text(), line.when.text()) == ("Rooster maken", "Anna Halm", "ma 7 december")
    assert line.button.accessibleName() == "Wijzig afspraak Rooster maken"


def test_an_agreement_without_who_or_when_says_so_calmly(view: TalkView) -> None:
    view.go_on()
    view.card.agreements.new.setText("Rooster maken")
    view.card.agreements.add()
    view.card.close_editor()
    line = view.card.agreements.lines[0]
    assert (line.who.text(), line.when.text()) == ("wie?", "wanneer?")
    assert {label.tone for label in line.findChildren(Label)} <= {"text", "muted"}


def test_a_removed_agreement_can_be_brought_back(view: TalkView, session: FormSession) -> None:
    view.go_on()
    for words in ("Een", "Twee"):
        view.talk.add_agreement(words)
    view.card.agreements.open(0)
    assert view.card.agreements.editor is not None
    view.card.agreements.editor.remove_button.click()
    assert [line.what.text() for line in view.card.agreements.lines] == ["Twee"]
    view.footer.undo.button.click()
    assert [line.what.text() for line in view.card.agreements.lines] == ["Een", "Twee"]
    assert [row["wat"] for row in session.answers["afspraken_nieuw"]] == ["Een", "Twee"]


def test_a_half_typed_agreement_comes_back(form: FormView, view: TalkView, qtbot: QtBot) -> None:
    view.go_on()
    qtbot.keyClicks(view.card.agreements.new, "Rooster m")
    view.leave()
    again = opened(form)
    assert again.place is Place.TALKING
    assert again.card.agreements.new.text() == "Rooster m"


def test_the_next_talk_can_be_filled_in_at_any_point(view: TalkView, session: FormSession) -> None:
    view.go_on()
    box = view.card.next_box
    assert box.moment.text() == "Volgend gesprek: nog geen dag"
    assert box.call.text() == "Spreek ook af: eerder bellen mag altijd."
    assert box.button.words == "Kies een dag"
    box.button.click()
    assert box.is_asking
    assert box.later_button.isHidden()
    box.editor.apply("2026-11-02T16:00")
    assert box.row.error == "De volgende afspraak ligt voor dit gesprek. Kies een latere dag."
    box.editor.apply("2026-12-14T16:00")
    assert box.row.error == ""
    box.may_call.click()
    box.done_button.click()
    assert box.moment.text() == "Volgend gesprek: maandag 14 december, 16.00 uur"
    assert box.call.text() == "Jan mag altijd eerder bellen."
    assert (session.answers["volgende"], session.answers["eerder"]) == ("2026-12-14T16:00", True)
    assert view.card.notes.hasFocus()


def test_finishing_without_a_next_date_asks_for_it_once(view: TalkView) -> None:
    view.open(AGENDA[-1])
    view.card.close_editor()
    view.go_on()
    assert view.place is Place.TALKING
    assert view.card.next_box.row.label.text() == "Wanneer spreken jullie elkaar weer?"
    assert view.card.next_box.is_at_end
    view.card.next_box.later_button.click()
    assert view.place is Place.END
    assert "Nog geen dag voor het volgende gesprek." in view.end_card.texts
    view.go_back()
    assert view.place is Place.TALKING
    view.go_on()
    assert view.place is Place.TALKING
    view.card.next_box.editor.apply("2026-12-14T16:00")
    view.card.next_box.done_button.click()
    assert view.place is Place.END


def test_a_next_day_without_a_time_is_not_the_end(view: TalkView, session: FormSession) -> None:
    view.open(AGENDA[-1])
    box = view.card.next_box
    box.editor.apply("2026-12-14T")
    for _press in range(2):
        view.go_on()
        assert view.place is Place.TALKING
        assert box.is_at_end
        assert box.row.error == "Vul ook de tijd in."
        editor = box.editor
        assert isinstance(editor, DayTimeEditor)
        assert editor.time_edit.hasFocus()
    box.done_button.click()
    assert (view.place, box.row.error) == (Place.TALKING, "Vul ook de tijd in.")
    box.later_button.click()
    assert view.place is Place.END
    assert session.answers["volgende"] == "2026-12-14T"
    view.go_back()
    view.go_on()
    box.editor.apply("2026-12-14T16:00")
    box.done_button.click()
    assert view.place is Place.END


# --- pause, stopping, locking ---


def visible_words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def test_a_pause_shows_only_the_name_of_the_program(view: TalkView, qtbot: QtBot) -> None:
    view.open(AGENDA[1])
    view.card.notes.setPlainText("Iets van Jan")
    view.bar.pause_button.click()
    settle()
    assert view.is_paused
    assert visible_words(view) == []
    assert view.pause.mark.accessibleName() == "Re-integratie Desktop"
    assert not view.card.notes.isVisible()
    press(view, Qt.Key.Key_Return, CTRL)
    assert not view.is_paused, "any key goes on, and does nothing else"
    assert view.card.title.text() == AGENDA[1]
    assert view.card.notes.hasFocus()
    view.start_pause()
    press(view, Qt.Key.Key_Control)
    assert view.is_paused
    press(view, Qt.Key.Key_Escape)
    assert not view.is_paused
    assert view.isVisible()
    view.start_pause()
    qtbot.mouseClick(view.pause, Qt.MouseButton.LeftButton)
    assert not view.is_paused


def test_stopping_the_talk_writes_a_neutral_sentence(
    form: FormView, view: TalkView, session: FormSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QMenu] = []
    monkeypatch.setattr(talk_view, "open_at", lambda menu, _place: shown.append(menu))
    view.open(AGENDA[0])
    row = view.points.rows[0]
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(100, 20), row.mapToGlobal(QPoint(100, 20)))
    QApplication.sendEvent(row, event)
    view.bar.menu_button.click()
    menu, other = shown
    assert [action.text() for action in menu.actions()] == ["Besproken", "Gesprek stoppen"]
    assert [action.text() for action in other.actions()] == ["Terug naar het formulier", "Gesprek stoppen"]
    menu.actions()[1].trigger()
    settle()
    assert not form.talking.is_open
    assert form.step.key == "gesprek"
    assert session.answers["werk_nu"] == "Het gesprek is gestopt. We spreken verder op een ander moment."


def test_after_locking_the_same_point_is_open(qtbot: QtBot, tmp_path: Path) -> None:
    window = make_window()
    qtbot.addWidget(window)
    window.show()
    desk, case_id = small_desk(tmp_path)
    window.show_desk(desk)
    window.open_form("gesprek", case_id)
    assert window.form is not None
    window.form.session.answer(TALK)
    view = opened(window.form)
    view.open(AGENDA[2])
    view.card.notes.setPlainText("Een vaste plek.")
    window.lock()
    assert window.form is None
    again = Workspace.open(tmp_path / "proef.reintegratie", PASSWORD, window.clock)
    window.show_desk(again, window._after_unlock)
    settle()
    assert window.form is not None
    reopened = window.form.talking.view
    assert reopened is not None
    assert reopened.isVisible()
    assert reopened.card.title.text() == AGENDA[2]
    assert reopened.card.notes.toPlainText() == "Een vaste plek."
    window._form_closed()
    assert window.form is None
    window.open_papers(case_id)
    settle()
    assert window.shell is not None
    buttons = [button for button in window.shell.page.findChildren(Button) if button.words == "Gesprek voeren"]
    buttons[0].click()
    assert window.form is not None
    assert window.form.talking.is_open
    window._form_closed()
    settle()


# --- size ---


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1280, 690), (1024, 700), (1920, 1080)])
def test_the_columns_stand_where_they_should(view: TalkView, form: FormView, width: int, height: int) -> None:
    view.go_on()
    form.resize(width, height)
    settle()
    assert view.bar.height() == 70
    assert view.footer.height() == 60
    row = view.points.rows[0]
    assert row.height() == 54
    left = row.mapTo(view, QPoint(0, 0)).x()
    middle = view.card.mapTo(view, QPoint(0, 0)).x()
    may = view.cards.may.mapTo(view, QPoint(0, 0)).x()
    if (width, height) == (1280, 800):
        assert (left, row.width(), middle, view.card.width(), may, view.cards.may.width()) == (
            32, 324, 380, 536, 940, 308,
        )  # fmt: skip
    assert left < middle < may < width
    assert may + view.cards.may.width() <= width - 20
    assert cut_labels(view) == []
