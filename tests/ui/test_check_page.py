"""The page of the check: what it shows, where its buttons lead, what is written down in it, and the keyboard."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.domain.check.item import Groep, Stand
from reintegratie_desktop.domain.check.rules import RULES
from reintegratie_desktop.services.check_drafts import draft_of
from reintegratie_desktop.services.examples import EXAMPLE_PASSWORD
from reintegratie_desktop.services.file_check import as_text, explain
from reintegratie_desktop.services.step_views import StepView
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.keys import key_file_for
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.ui.dialogs.base import ConfirmDialog, MessageDialog
from reintegratie_desktop.ui.form.preview_window import PreviewWindow
from reintegratie_desktop.ui.pages.check_explain import ExplainPart
from reintegratie_desktop.ui.pages.check_page import CheckPage
from reintegratie_desktop.ui.pages.check_row import CheckRow
from reintegratie_desktop.ui.pages.explained_folds import ExplainedCard
from reintegratie_desktop.ui.preferences import UnsavedPreferences
from reintegratie_desktop.ui.theme import Theme
from reintegratie_desktop.ui.widgets.buttons import Button, Kind
from reintegratie_desktop.ui.widgets.labels import Label
from reintegratie_desktop.ui.worker import is_busy
from tests.example_file import example_file
from tests.services.desks import Calendar, keep_as_is
from tests.ui.pictures import cut_labels, nameless
from tests.ui.shell_fixtures import settle

TODAY = date(2026, 11, 25)
JANUARY = date(2027, 1, 4)
MARCH = date(2027, 3, 25)
TWO_YEARS, RECOVERED, RUNNING = range(3)
NOTICE = "uwv_42e_week"


class Window(QWidget):
    """A window that notes what the page asks of it."""

    def __init__(self, desk: Workspace, calendar: Calendar) -> None:
        super().__init__()
        self.settings, self.clock = UnsavedPreferences(theme="licht"), calendar
        self.desk = desk
        self.dialog_parent = self
        self.calls: list[tuple[Any, ...]] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.page: CheckPage

    def open_form(self, form: str, case_id: str = "", **more: Any) -> None:
        self.calls.append(("form", form, {key: value for key, value in more.items() if value}))

    def open_form_at(self, case_id: str, form: str, step: str, **more: Any) -> None:
        self.calls.append(("at", form, step, {key: value for key, value in more.items() if value}))

    def open_case(self, case_id: str, step_id: str = "") -> None:
        self.calls.append(("case", step_id))

    def open_papers(self, case_id: str, tab: str = "papieren", *, made: str = "") -> None:
        self.calls.append(("papers", tab))

    def open_case_page(self, case_id: str, key: str) -> None:
        self.calls.append(("page", key))

    def do_step(self, case_id: str, step: StepView) -> None:
        self.calls.append(("step", step.id))

    def changed(self) -> None:
        self.calls.append(("changed",))
        self.page.refresh()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("controle") / "voorbeeld.reintegratie"
    example_file(path, Calendar(TODAY)).close()
    return path


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(TODAY)


@pytest.fixture
def window(made: Path, tmp_path: Path, calendar: Calendar, qtbot: QtBot) -> Iterator[Window]:
    path = tmp_path / made.name
    shutil.copy(made, path)
    shutil.copy(key_file_for(made), key_file_for(path))
    desk = Workspace.open(path, EXAMPLE_PASSWORD, calendar)
    window = Window(desk, calendar)
    qtbot.addWidget(window)
    yield window
    settle()
    desk.close()


def shown(window: Window, which: int = RUNNING, width: int = 1064, height: int = 756) -> CheckPage:
    """Show the check of a case in the room a page has beside the navigation of a window of 1280 by 800."""
    case_id = window.desk.store.cases.all()[which].id
    return shown_case(window, case_id, width, height)


def shown_case(window: Window, case_id: str, width: int = 1064, height: int = 756) -> CheckPage:
    page = CheckPage(window, case_id)  # type: ignore[arg-type]
    window.page = page
    window.column.addWidget(page)
    window.resize(width, height)
    window.show()
    page.refresh()
    window.activateWindow()
    settle()
    page.focus_first()
    settle()
    return page


@pytest.fixture
def late(window: Window, calendar: Calendar) -> CheckPage:
    """Return the page of the running case, with the notice to UWV ticked off ten days late."""
    calendar.go_to(JANUARY)
    case_id = window.desk.store.cases.all()[RUNNING].id
    window.desk.tick(case_id, NOTICE, date(2026, 12, 31))
    return shown(window)


def words_of(page: CheckPage) -> str:
    assert page.detail is not None
    parts = (label.text() for label in page.detail.findChildren(QWidget) if hasattr(label, "text"))
    return " ".join(parts).replace("\u00a0", " ")


def test_no_line_of_the_list_ends_inside_a_date(window: Window, calendar: Calendar) -> None:
    """In the narrowest window the sentences wrap, and `21 december` must not end a line without its year."""
    calendar.go_to(JANUARY)
    page = shown(window, width=948, height=640)
    found = [label.text() for row in page.list.findChildren(CheckRow) for label in row.findChildren(Label)]
    dated = [words for words in found if "december" in words.casefold()]
    assert dated and all("\u00a0december\u00a02026" in words for words in dated)


def part_of(page: CheckPage) -> ExplainPart:
    assert page.detail is not None and page.detail.explain is not None
    return page.detail.explain


def button(page: CheckPage, words: str) -> Button:
    assert page.detail is not None
    return next(one for one in page.detail.buttons if one.words == words)


def filled(page: QWidget) -> list[str]:
    return [one.words for one in page.findChildren(Button) if one.kind is Kind.PRIMARY and one.isVisibleTo(page)]


# --- what it shows ----------------------------------------------------------------------------------------------------


def test_the_numbers_and_the_groups_stand_in_order(window: Window, calendar: Calendar) -> None:
    calendar.go_to(MARCH)
    page = shown(window)
    assert page.summary is not None and page.list is not None
    assert page.summary.heading.text() == page.view.headline
    assert page.summary.advice.text() == "Los eerst de 7 punten bovenaan op."
    named = page.summary.bar.accessibleName()
    assert named == ", ".join(
        f"{page.view.counts[group]} {words}"
        for group, words in (
            (Groep.OP_ORDE, "op orde"),
            (Groep.UITLEGGEN, "uitleggen"),
            (Groep.HERSTELLEN, "op te lossen"),
            (Groep.KOMT_NOG, "komt nog"),
        )
        if page.view.counts[group]
    )
    assert list(page.list.heads) == [group for group in Groep if page.view.group(group)]
    assert page.list.heads[Groep.HERSTELLEN].isChecked()
    assert not page.list.heads[Groep.OP_ORDE].isChecked()
    first = page.list.rows["spoor1_onderzoek"]
    assert first.is_selected
    assert first.accessibleName() == "Zoeken naar passend werk in je bedrijf, op te lossen, gewicht zwaar"
    assert first.accessibleDescription() == "Er staat nog geen onderzoek in het dossier."
    assert "%" not in page.summary.accessibleName()


def test_the_detail_tells_everything_about_a_point(late: CheckPage) -> None:
    late.select(NOTICE)
    item = late.item(NOTICE)
    text = words_of(late)
    for part in (item.title, item.finding, item.why, item.source, "Uitleggen", "Dit weegt middel"):
        assert part in text, part
    late.select("casemanager")
    assert "Dit weegt licht: het gaat om een datum of een naam." in words_of(late)
    late.select("plan_van_aanpak")
    assert "Dit weegt zwaar: het gaat om wat jullie echt doen." in words_of(late)


def test_a_point_that_asks_explains_what_to_do_with_who_does_not_help(late: CheckPage) -> None:
    late.select("evaluaties")
    assert late.detail is not None
    fold = late.detail.fold_of("Werkt je werknemer niet mee?")
    assert fold is not None and not fold.words.isVisible()
    fold.link.click()
    assert fold.words.isVisible()
    assert "UWV verwacht dat je dan iets doet." in fold.told.paragraphs[0]
    fold.link.click()
    assert not fold.words.isVisible()
    late.select("plan_van_aanpak")
    assert late.detail.fold_of("Werkt je werknemer niet mee?") is None, "nothing is asked here"


def test_a_case_in_order_shows_its_points_and_asks_nothing(window: Window) -> None:
    page = shown(window, TWO_YEARS)
    assert page.list is not None and page.detail is not None
    assert page.view.headline == "Niets op te lossen. 23 van 23 op orde"
    assert page.list.heads[Groep.OP_ORDE].isChecked()
    assert filled(page) == []
    page.select("verslag")
    assert [fold.told.id for fold in page.detail.folds] == ["transitievergoeding", "compensatie", "na_de_wia_aanvraag"]


def test_what_waits_elsewhere_is_named_and_one_click_away(window: Window) -> None:
    case_id = window.desk.store.cases.all()[RUNNING].id
    session = window.desk.open_form("evaluatie", case_id)
    session.answer({"datum": TODAY.isoformat()})
    keep_as_is(session)
    page = shown(window)
    assert page.view.headline.startswith("Niets op te lossen") and page.summary is not None
    assert page.summary.advice.text() == "Voor UWV is er vandaag niets te herstellen."
    words = [link.words for link in page.summary.links]
    assert words[-1] == "1 papier zonder handtekening"
    assert any("Wel wacht nog: " in line and words[-1] in line for line in as_text(page.view, width=100))
    for item, link in zip(page.view.waits, page.summary.links, strict=True):
        link.click()
        expected = {"papieren": ("papers", "papieren"), "dossier": ("case", ""), "uren": ("page", "uren")}
        assert window.calls[-1] == expected[item.page]


def test_a_closed_case_can_only_be_read(window: Window) -> None:
    page = shown(window, RECOVERED)
    assert page.list is not None
    for item in page.view.items:
        page.select(item.id)
        assert page.detail is not None
        assert page.detail.buttons == [] and page.detail.explain is None and page.detail.confirm is None
        assert page.list.rows[item.id].button is None


def test_before_the_sick_report_there_is_one_thing_to_do(window: Window, qtbot: QtBot) -> None:
    employee = window.desk.store.cases.get(window.desk.store.cases.all()[RECOVERED].id).werknemer_id
    page = shown_case(window, window.desk.start_case(employee))
    assert page.empty is not None and page.empty.button is not None
    assert page.empty.heading.text() == "Nog niets te controleren"
    assert filled(page) == ["Ziekmelding invullen"]
    assert page.empty.button.hasFocus()
    page.empty.button.click()
    assert window.calls == [("form", "ziekmelding", {})]
    page.print_check()
    page._other_side()
    page._end_point()
    page.select("evaluaties")
    assert page.selected_step == "" and not is_busy()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert window.calls[-1] == ("case", "")


# --- where the buttons lead -------------------------------------------------------------------------------------------


def act(page: CheckPage, item_id: str) -> None:
    assert page.list is not None
    found = page.list.rows[item_id].button
    assert found is not None
    found.click()


def test_the_button_of_a_row_opens_what_repairs_it(window: Window, calendar: Calendar) -> None:
    calendar.go_to(MARCH)
    page = shown(window)
    expected = {
        "evaluaties": ("form", "gesprek", {"kind": "zesweken_evaluatie"}),
        "contact_bedrijfsarts": ("at", "melding_arbodienst", "spreekuur", {}),
        "gewerkte_uren": ("page", "uren"),
        NOTICE: ("step", NOTICE),
        "eerstejaarsevaluatie": ("step", "eerstejaarsevaluatie"),
    }
    for item_id, call in expected.items():
        act(page, item_id)
        assert window.calls.pop() == call
        assert page.selected_step == item_id
    act(page, "contact_werknemer")
    (begun,) = [draft.slot for draft in window.desk.case(page.case_id).drafts if draft.form == "gesprek"]
    assert window.calls.pop() == ("form", "gesprek", {"slot": begun}), "the talk that was begun goes on"
    act(page, "spoor1_onderzoek")
    assert window.calls.pop() == ("step", "spoor1_onderzoek")


def test_a_changed_advice_opens_the_adjustment_of_the_plan(window: Window) -> None:
    page = shown(window)
    rule = RULES["bijstelling_plan"]
    item = replace(page.item("bijstelling_plan"), stand=Stand.ONTBREEKT, repair=rule.herstel, form=rule.formulier)
    (words,) = [one.words for one in page.acts.parts(item, page.view).buttons]
    assert words.startswith("Bijstelling")
    page.acts.repair(item)
    assert window.calls == [("form", "bijstelling_plan_van_aanpak", {})]


def test_the_filled_button_of_the_detail_does_the_same(window: Window, calendar: Calendar) -> None:
    calendar.go_to(MARCH)
    page = shown(window)
    for item_id, words, call in (
        ("evaluaties", "Gesprek openen", ("form", "gesprek", {"kind": "zesweken_evaluatie"})),
        ("gewerkte_uren", "Gewerkte uren openen", ("page", "uren")),
        (NOTICE, "Melding bij UWV na 42 weken openen", ("step", NOTICE)),
    ):
        page.select(item_id)
        assert filled(page) == [words]
        button(page, words).click()
        assert window.calls.pop() == call
    page.select("spoor2_start")
    assert "Waarom is dit nu niet nodig?" in words_of(page)


def test_a_step_that_cannot_be_ticked_off_opens_in_the_dossier(
    window: Window, monkeypatch: pytest.MonkeyPatch, calendar: Calendar
) -> None:
    calendar.go_to(MARCH)
    page = shown(window)
    elsewhere = replace(page.item(NOTICE), form="", page="stappen")
    assert page.acts._repair_words(elsewhere) == "Afvinken"
    page.acts.repair(elsewhere)
    assert window.calls.pop() == ("step", NOTICE)
    monkeypatch.setattr(page.acts, "_can_tick", lambda _step: False)
    assert page.acts._repair_words(elsewhere) == "Naar de stap"
    page.acts.repair(elsewhere)
    assert window.calls == [("case", NOTICE)]


def test_data_that_miss_open_the_firm_or_the_employee(window: Window) -> None:
    desk = window.desk
    desk.store.records.save_werkgever({**desk.employer, "branche": ""}, desk.clock())
    page = shown(window)
    page.select("gegevens")
    button(page, "Gegevens van je bedrijf").click()
    button(page, "Gegevens van de werknemer").click()
    assert window.calls.pop(0) == ("at", "werkgever", "branche", {}), "there something misses"
    assert window.calls.pop(0)[:2] == ("at", "werknemer")
    act(page, "gegevens")
    assert window.calls == [("at", "werkgever", "branche", {})]


def test_a_plan_that_waits_for_a_signature_opens_the_papers(window: Window) -> None:
    page = shown(window)
    item = replace(page.item("plan_getekend"), stand=Stand.ONTBREEKT, repair="Teken", page="papieren", form="")
    (words,) = [one.words for one in page.acts.parts(item, page.view).buttons]
    assert words == "Naar de papieren"
    page.acts.repair(item)
    page.acts.repair(replace(item, page="gegevens"))
    assert [call[:2] for call in window.calls] == [("papers", "papieren"), ("at", "werkgever")]


# --- writing a reason -------------------------------------------------------------------------------------------------


def test_a_reason_is_written_down_and_the_next_point_comes(late: CheckPage, window: Window) -> None:
    act(late, NOTICE)
    part = part_of(late)
    assert part.edit.hasFocus()
    assert part.both.text() == "Marloes is het met deze uitleg eens"
    part.edit.setPlainText("Het portaal was dicht.")
    part.both.setChecked(True)
    assert filled(late) == ["Klaar, volgende punt"]
    button(late, "Klaar, volgende punt").click()
    item = late.item(NOTICE)
    assert item.stand is Stand.TOEGELICHT and item.explanation is not None
    assert (item.explanation.reden, item.explanation.beide_eens) == ("Het portaal was dicht.", True)
    assert item.explanation.datum == JANUARY
    assert late.selected_step == "evaluaties", "the first point that still asks"
    assert ("changed",) in window.calls


def test_a_reason_can_be_taken_back_and_its_text_stays_in_the_field(late: CheckPage, window: Window) -> None:
    explain(window.desk, late.case_id, NOTICE, "Het portaal was dicht.", both_agree=True, day=JANUARY)
    late.refresh()
    late.select(NOTICE)
    assert part_of(late).edit.toPlainText() == "Het portaal was dicht."
    assert part_of(late).both.isChecked()
    assert filled(late) == []
    button(late, "Uitleg weghalen").click()
    assert late.item(NOTICE).stand is Stand.TE_LAAT
    assert late.selected_step == NOTICE
    assert part_of(late).edit.toPlainText() == "Het portaal was dicht."
    assert "Uitleg weghalen" not in [one.words for one in late.detail.buttons]  # type: ignore[union-attr]


def test_what_is_typed_is_never_lost(late: CheckPage, window: Window, qtbot: QtBot) -> None:
    late.select(NOTICE)
    part = part_of(late)
    part.edit.setFocus()
    with qtbot.waitSignal(part.kept, timeout=3000):
        qtbot.keyClicks(part.edit, "Het portaal")
    kept = draft_of(window.desk, late.case_id, NOTICE)
    assert kept is not None and kept.reason == "Het portaal"
    qtbot.keyClicks(part.edit, " was dicht")
    qtbot.keyClick(part.edit, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    kept = draft_of(window.desk, late.case_id, NOTICE)
    assert kept is not None and kept.reason == "Het portaal was dicht", "before a key of the window is used"
    qtbot.keyClicks(part.edit, ".")
    late.select("casemanager")
    late.select(NOTICE)
    assert part_of(late).edit.toPlainText() == "Het portaal was dicht."
    part_of(late).day_field.widget.apply("3 jan")  # type: ignore[attr-defined]
    late.refresh()
    assert part_of(late).draft.day in ("3 jan", "2027-01-03")
    part_of(late).both.setChecked(True)
    part_of(late).edit.insertPlainText("Ja. ")
    window.close()
    kept = draft_of(window.desk, late.case_id, NOTICE)
    assert kept is not None and kept.reason.startswith("Ja. ") and kept.both_agree


def test_a_word_about_health_waits_for_a_choice(late: CheckPage, window: Window) -> None:
    act(late, NOTICE)
    part = part_of(late)
    part.edit.setPlainText("Het portaal was dicht. Marloes had stress.")
    button(late, "Klaar, volgende punt").click()
    assert late.item(NOTICE).stand is Stand.TE_LAAT
    assert part.row.error == "Kies eerst wat je met dit woord doet."
    assert part.guard.isVisible() and part.guard.hit is not None and part.guard.hit.word == "stress"
    assert part.edit.hasFocus()
    part.guard.choose_keep()
    assert "stress" in window.desk.allowed_words(late.case_id)
    button(late, "Klaar, volgende punt").click()
    assert late.item(NOTICE).stand is Stand.TOEGELICHT


def test_what_is_not_right_yet_is_said_at_its_own_field(late: CheckPage, qtbot: QtBot) -> None:
    act(late, NOTICE)
    part = part_of(late)
    button(late, "Klaar, volgende punt").click()
    assert part.row.error.startswith("Er staat nog geen reden.")
    qtbot.keyClicks(part.edit, "Het portaal was dicht.")
    assert part.row.error == ""
    part.day_field.widget.apply("")  # type: ignore[attr-defined]
    button(late, "Klaar, volgende punt").click()
    assert part.day_field.error == "Vul een datum in, zoals 23-11-2026."
    part.day_field.widget.apply("2025-01-01")  # type: ignore[attr-defined]
    button(late, "Klaar, volgende punt").click()
    assert part.day_field.error.startswith("Deze dag kan niet kloppen.")
    assert late.item(NOTICE).stand is Stand.TE_LAAT


def test_the_point_that_counts_the_others_leads_to_the_first_that_waits(late: CheckPage) -> None:
    act(late, "afwijkingen")
    assert late.selected_step == "evaluaties"
    late.select("afwijkingen")
    assert filled(late) == ["Naar het eerste punt"]
    button(late, "Naar het eerste punt").click()
    assert late.selected_step == "evaluaties"


def test_a_full_disk_is_said_and_the_text_stays(
    late: CheckPage, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    late.select(NOTICE)
    part = part_of(late)

    def full(*_all: object) -> None:
        raise KnownError("De schijf is vol.", "Maak ruimte vrij.")

    monkeypatch.setattr(window.desk.store.cases, "set_facts", full)
    part.edit.setPlainText("Het portaal was dicht.")
    part.keep_now()
    button(late, "Klaar, volgende punt").click()
    late.acts._attempt(full, late.item(NOTICE))
    monkeypatch.setattr(window.desk, "allow_word", full)
    late.acts._allow("stress")
    told = [dialog.heading.text() for dialog in window.findChildren(MessageDialog)]
    assert told == ["De schijf is vol."] * 4
    assert part.edit.toPlainText() == "Het portaal was dicht."
    for dialog in window.findChildren(MessageDialog):
        dialog.reject()


# --- a day ------------------------------------------------------------------------------------------------------------


def test_a_day_is_filled_in_and_taken_back(window: Window, calendar: Calendar) -> None:
    calendar.go_to(MARCH)
    page = shown(window)
    page.select("spoor1_onderzoek")
    assert page.detail is not None and page.detail.confirm is not None
    field = page.detail.confirm.day_field
    assert field is not None
    assert filled(page) == ["Onderzoek invullen"]
    assert not field.widget.value(), "a day is chosen, not guessed"  # type: ignore[attr-defined]
    save = button(page, "Dag vastleggen")
    assert save.parentWidget() is page.detail and page.detail.confirm.parentWidget() is page.detail, "never one alone"
    button(page, "Dag vastleggen").click()
    assert field.error == "Vul een datum in, zoals 23-11-2026."
    field.widget.apply("2024-01-01")  # type: ignore[attr-defined]
    button(page, "Dag vastleggen").click()
    assert field.error.startswith("Deze dag kan niet kloppen.")
    field.widget.apply("2027-03-22")  # type: ignore[attr-defined]
    button(page, "Dag vastleggen").click()
    assert page.item("spoor1_onderzoek").confirmed_on == date(2027, 3, 22)
    assert page.selected_step == "spoor1_onderzoek", "it came after its day: a word about it may be added at once"
    assert "Leg uit waarom het later werd" in words_of(page)
    page.select("spoor1_onderzoek")
    assert "ma 22 maart 2027" in words_of(page)
    button(page, "Haal 22 mrt 2027 weg").click()
    asked = window.findChild(ConfirmDialog)
    assert asked is not None and page.item("spoor1_onderzoek").confirmed_on is not None, "nothing is gone unasked"
    assert asked.button.words == "Haal 22 mrt 2027 weg"
    asked.button.click()
    assert page.item("spoor1_onderzoek").confirmed_on is None
    assert page.selected_step == "spoor1_onderzoek"


def test_every_point_with_a_day_asks_it_in_its_own_words(window: Window) -> None:
    page = shown(window)
    page.select("resultaat")
    assert "Op welke dag schreven jullie dit op?" in words_of(page)
    page.select("gewerkte_uren")
    assert "Tot en met welke dag zijn de uren opgeschreven?" in words_of(page) or page.detail.confirm is None  # type: ignore[union-attr]


# --- the keyboard -----------------------------------------------------------------------------------------------------


def test_the_whole_page_works_from_the_keyboard(late: CheckPage, window: Window, qtbot: QtBot) -> None:
    assert late.list is not None and late.detail is not None
    rows = list(late.list.rows.values())
    assert rows[0].hasFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus() and rows[1].is_selected and not rows[0].is_selected
    qtbot.keyClick(rows[1], Qt.Key.Key_Up)
    qtbot.keyClick(rows[0], Qt.Key.Key_Up)
    assert rows[0].hasFocus(), "the first one is the end"
    qtbot.keyClick(rows[0], Qt.Key.Key_End)
    focused = QApplication.focusWidget()
    assert focused is not None and focused.isVisible() and focused is not rows[0]
    qtbot.keyClick(focused, Qt.Key.Key_Home)
    assert rows[0].hasFocus()
    late.select(NOTICE)
    row = late.list.rows[NOTICE]
    qtbot.keyClick(row, Qt.Key.Key_Space)
    qtbot.keyClick(row, Qt.Key.Key_Return)
    edit = part_of(late).edit
    assert edit.hasFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert row.hasFocus()
    qtbot.keyClick(row, Qt.Key.Key_F6)
    assert edit.hasFocus()
    qtbot.keyClick(edit, Qt.Key.Key_F6)
    assert row.hasFocus()
    qtbot.keyClick(row, Qt.Key.Key_F6)
    qtbot.keyClicks(edit, "Het portaal was dicht.")
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert late.item(NOTICE).stand is Stand.TOEGELICHT
    qtbot.keyClick(late.list.rows[late.selected_step], Qt.Key.Key_Escape)
    assert window.calls[-1] == ("case", "")
    late.back_button.click()
    assert window.calls[-1] == ("case", "")


def test_enter_comes_to_what_can_be_done(late: CheckPage, qtbot: QtBot) -> None:
    assert late.list is not None and late.detail is not None
    qtbot.keyClick(late.list.rows["evaluaties"], Qt.Key.Key_Return)
    assert button(late, "Gesprek openen").hasFocus()
    qtbot.keyClick(late.list.rows["uwv_bevestiging"], Qt.Key.Key_Enter)
    assert late.detail.confirm is not None and late.detail.confirm.day_field is not None
    assert late.detail.confirm.isAncestorOf(QApplication.focusWidget())
    late.select("verslag")
    late._open("verslag")
    assert late.detail.folds[0].link.hasFocus()


def test_groups_fold_with_the_keyboard_and_stay_as_they_are(late: CheckPage, qtbot: QtBot) -> None:
    assert late.list is not None
    head = late.list.heads[Groep.OP_ORDE]
    assert head.accessibleName().endswith("dicht")
    qtbot.keyClick(head, Qt.Key.Key_Right)
    assert head.isChecked() and head.accessibleName().endswith("open")
    qtbot.keyClick(head, Qt.Key.Key_Left)
    assert not head.isChecked()
    qtbot.keyClick(head, Qt.Key.Key_Return)
    head.click()
    assert not head.isChecked()
    qtbot.keyClick(head, Qt.Key.Key_Tab)
    head.setChecked(True)
    repair = late.list.heads[Groep.HERSTELLEN]
    repair.click()
    assert repair.isChecked(), "what asks something never folds away"
    late.select("casemanager")
    late.refresh()
    assert late.list.heads[Groep.OP_ORDE].isChecked()
    assert late.selected_step == "casemanager"


def test_keys_that_mean_nothing_here_go_on(late: CheckPage, qtbot: QtBot) -> None:
    assert late.list is not None
    row = late.list.rows[late.selected_step]
    qtbot.keyClick(row, Qt.Key.Key_A)
    qtbot.keyClick(late, Qt.Key.Key_A)
    late.list.select("onbekend")
    assert row.is_selected


# --- printing ---------------------------------------------------------------------------------------------------------


def test_the_check_is_seen_before_it_is_printed(late: CheckPage, window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    late.print_button.click()
    qtbot.waitUntil(lambda: late.preview is not None, timeout=10_000)
    preview = late.preview
    assert isinstance(preview, PreviewWindow)
    assert preview.accessibleName() == "Controle van het dossier"
    assert preview._on_saved is not None and preview._on_printed is not None
    preview._on_saved(tmp_path / "x.pdf")
    preview._on_printed()
    told = [row.description for row in window.desk.store.journal.rows(late.case_id)][-2:]
    assert told == ["Controle van het dossier als PDF bewaard", "Controle van het dossier afgedrukt"]
    preview.reject()


# --- how it looks -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["licht", "donker"])
@pytest.mark.parametrize(("width", "height"), [(1064, 756), (960, 656)])
def test_nothing_is_cut_and_everything_has_a_name(
    window: Window, calendar: Calendar, qapp: QApplication, mode: Any, width: int, height: int
) -> None:
    Theme(mode).apply(qapp)
    calendar.go_to(MARCH)
    page = shown(window, RUNNING, width, height)
    assert page.list is not None
    for head in page.list.heads.values():
        head.setChecked(True)
    for item in page.view.items:
        page.select(item.id)
        for fold in page.detail.folds:  # type: ignore[union-attr]
            fold.link.setChecked(True)
        settle()
        assert cut_labels(page) == []
        assert len(filled(page)) <= 1
        narrow = [one.words for one in page.detail.buttons if one.width() < one.sizeHint().width()]  # type: ignore[union-attr]
        assert narrow == []
    assert nameless(page) == []
    assert page.grab().width() == width


def test_another_size_keeps_the_place(late: CheckPage, window: Window) -> None:
    late.select(NOTICE)
    part_of(late).edit.setPlainText("Het portaal")
    window.resize(1300, 800)
    settle()
    assert late.detail is not None and late.detail.width() == 372
    assert late.selected_step == NOTICE
    assert part_of(late).edit.toPlainText() == "Het portaal"


def test_explanations_stand_in_a_card_of_their_own(qtbot: QtBot) -> None:
    card = ExplainedCard("kosten", TODAY)
    qtbot.addWidget(card)
    card.show()
    assert card.title_label.text() == "Goed om te weten"
    assert [fold.told.id for fold in card.folds][:2] == ["transitievergoeding", "compensatie"]
    card.folds[0].link.click()
    assert card.folds[0].words.isVisible()
