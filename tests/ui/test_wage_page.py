"""The page of the wage: this month, every month, why, and the paper for the payroll."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services import wage_paper
from reintegratie_desktop.services.examples import EXAMPLE_PASSWORD
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.keys import key_file_for
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import money
from reintegratie_desktop.ui.pages import wage_page
from reintegratie_desktop.ui.pages.wage_page import WagePage
from reintegratie_desktop.ui.pages.wage_parts import NowCard
from reintegratie_desktop.ui.theme import Theme
from reintegratie_desktop.ui.widgets.buttons import Button, Kind
from reintegratie_desktop.ui.widgets.labels import Label
from reintegratie_desktop.ui.widgets.notice import Notice
from reintegratie_desktop.ui.widgets.segmented import Segmented
from tests.example_file import example_file
from tests.services.desks import Calendar, add_employee, finish, make_desk, report_sick
from tests.ui.pictures import Pictures, cut_labels, nameless
from tests.ui.shell_fixtures import settle

TODAY = date(2026, 11, 23)
FIRST = date(2026, 3, 2)
WIDE, NARROW = (1064, 756), (912, 656)
"""What is left beside the navigation in the usual and in the smallest window."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("loonblad") / "voorbeeld.reintegratie"
    example_file(path, Calendar(TODAY)).close()
    return path


@pytest.fixture
def examples(made: Path, tmp_path: Path) -> Iterator[Workspace]:
    path = tmp_path / made.name
    shutil.copy(made, path)
    shutil.copy(key_file_for(made), key_file_for(path))
    desk = Workspace.open(path, EXAMPLE_PASSWORD, Calendar(TODAY))
    yield desk
    desk.close()


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(FIRST)


@pytest.fixture
def desk(tmp_path: Path, calendar: Calendar) -> Iterator[Workspace]:
    found = make_desk(tmp_path, calendar)
    yield found
    found.close()


@pytest.fixture
def case_id(desk: Workspace, calendar: Calendar) -> str:
    found = report_sick(desk, add_employee(desk), FIRST)
    calendar.go_to(TODAY)
    return found


def petra(desk: Workspace) -> str:
    (case,) = [case for case in desk.store.cases.all() if desk.employee(case.werknemer_id)["achternaam"] == "Lammers"]
    return case.id


def fill_in(desk: Workspace, case_id: str, **answers: Any) -> None:
    session = desk.open_form("loongegevens", case_id)
    rate = {"van": "2019-02-01", "bedrag": "3000.00", "per": "maand"}
    session.answer({"loon": [rate], "gewerkt_bron": "niet", "cao_vorm": "wet", **answers})
    finish(session)


def page_of(qtbot: QtBot, desk: Workspace, case_id: str, size: tuple[int, int] = WIDE) -> WagePage:
    parent = QWidget()
    qtbot.addWidget(parent)
    opened: list[tuple[str, ...]] = []
    host = SimpleNamespace(
        desk=desk,
        dialog_parent=parent,
        open_form=lambda *given: opened.append(given),
        open_form_at=lambda *given: opened.append(given),
        open_case_page=lambda *given: opened.append(given),
        opened=opened,
    )
    page = WagePage(host, case_id)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.resize(*size)
    page.refresh()
    page.show()
    page.focus_first()
    settle()
    return page


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(Label) if label.isVisibleTo(widget) and label.text()]


def primaries(page: WagePage) -> list[str]:
    buttons = page.findChildren(Button)
    return [button.words for button in buttons if button.kind is Kind.PRIMARY and button.isVisibleTo(page)]


def flat(page: WagePage) -> None:
    """Nothing cut, nothing without a name, nothing wider than the page."""
    assert cut_labels(page) == []
    assert nameless(page) == []
    assert page._scroller.horizontalScrollBar().maximum() == 0
    inner = page._scroller.content
    assert inner.minimumSizeHint().width() <= page._scroller.viewport().width()
    assert len(primaries(page)) == 1


def test_an_empty_page_has_one_sentence_and_one_button(qtbot: QtBot, desk: Workspace, case_id: str) -> None:
    page = page_of(qtbot, desk, case_id)
    assert primaries(page) == ["Gegevens invullen"]
    assert page.fill_button is not None
    assert page.fill_button.hasFocus()
    page.fill_button.click()
    assert page._host.opened == [("loongegevens", case_id)]  # type: ignore[attr-defined]
    session = desk.open_form("loongegevens", case_id)
    session.answer({"cao_vorm": "wet"})
    session.save()
    page.reload()
    settle()
    assert primaries(page)[-1:] == ["Verder met invullen"]
    assert any("Wat je invulde, staat er nog." in text for text in words(page))
    flat(page)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("mode", ["licht", "donker"])
def test_the_example_fits_and_shows_this_month_first(
    qtbot: QtBot, qapp: QApplication, examples: Workspace, size: tuple[int, int], mode: Any
) -> None:
    Theme(mode).apply(qapp)
    page = page_of(qtbot, examples, petra(examples), size)
    assert page.view is not None
    assert page.months is not None
    assert page.why is not None
    said = words(page)
    assert money("1690.98") in said
    assert "November 2026" in said
    assert "bruto te betalen over deze maand" in said
    assert page.months.selected == "2026-11"
    assert page.paper_button is not None
    assert page.paper_button.hasFocus()
    assert primaries(page) == ["Loonstaat als PDF"]
    flat(page)
    assert page.months.geometry().right() < page.why.geometry().left()
    Theme("licht").apply(qapp)


def test_a_click_on_a_month_says_why(qtbot: QtBot, examples: Workspace) -> None:
    page = page_of(qtbot, examples, petra(examples))
    assert page.months is not None
    assert page.why is not None
    row = page.months.rows[3]
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    settle()
    said = words(page.why)
    assert "April 2026" in said
    assert "Deel dat de wet vraagt" in said
    assert "BW 7:629 lid 1" in said
    assert said.count(money("1878.33")) == 1
    assert "€ 309,91 per dag".replace(" ", "\u00a0", 1) not in said  # folded
    assert page.why.sources is not None
    page.why.sources.link.click()
    settle()
    said = words(page.why)
    assert money("304.25") + " per dag" in said
    assert any(text.startswith("Maximumpremieloon 2026") and "Nagekeken op 21-11-2026." in text for text in said)
    assert page.why.weeks is not None
    page.why.weeks.link.click()
    settle()
    assert any(text.startswith("Week 15") for text in words(page.why))
    flat(page)
    page.why.weeks.link.click()
    settle()
    assert not any(text.startswith("Week 15") for text in words(page.why))


def test_the_keyboard_walks_the_months(qtbot: QtBot, examples: Workspace) -> None:
    page = page_of(qtbot, examples, petra(examples))
    assert page.months is not None
    assert page.why is not None
    page.months.select("2026-11", focus=True)
    qtbot.keyClick(page.months.rows[10], Qt.Key.Key_Up)
    settle()
    assert "Oktober 2026" in words(page.why)
    assert not page.months.rows[9].visibleRegion().isEmpty()
    qtbot.keyClick(page.months.rows[9], Qt.Key.Key_End)
    settle()
    assert "Samen in 2026" in words(page.why)
    assert page.why.weeks is None
    assert page.why.sources is None


def test_another_year_has_its_own_months(qtbot: QtBot, examples: Workspace) -> None:
    page = page_of(qtbot, examples, petra(examples))
    (years,) = page.findChildren(Segmented)
    assert [button.words for button in years.buttons] == ["2024", "2025", "2026"]
    years.buttons[0].click()
    settle()
    assert page.months is not None
    assert [row.key for row in page.months.rows] == ["2024-12", "2024"]
    assert page.months.selected == "2024-12"
    page.refresh()
    assert page.months is not None
    assert page.months.selected == "2024-12"
    page.show_year("2026")
    settle()
    assert page.months.selected == "2026-11"


def test_a_row_is_said_as_one_sentence(qtbot: QtBot, examples: Workspace) -> None:
    page = page_of(qtbot, examples, petra(examples))
    assert page.months is not None
    assert page.months.rows[10].accessibleName() == (
        "november 2026, nog zonder uren van week 47 en 48, Contracturen 144,00, Doorbetaald 1.434,77, "
        "Voor werk 256,21, Te betalen 1.690,98"
    )


def test_what_to_know_begins_where_the_law_is_not_clear(qtbot: QtBot, examples: Workspace) -> None:
    page = page_of(qtbot, examples, petra(examples))
    said = words(page)
    assert said.index("Hier is de wet niet duidelijk") < said.index(
        next(text for text in said if text.startswith("Vakantiebijslag zit niet in"))
    )
    assert any(text.startswith("We rekenen per dag zonder af te ronden.") for text in said)


def test_what_misses_is_said_above_with_the_way_to_it(qtbot: QtBot, desk: Workspace, case_id: str) -> None:
    fill_in(
        desk,
        case_id,
        uitkeringen=[{"van": "2026-04-01", "tot_en_met": "2026-04-30", "bedrag": "200.00", "per": "maand"}],
        opschorting=[{"van": "2026-11-02", "grond": "spreekuur_gemist"}],
    )
    page = page_of(qtbot, desk, case_id)
    (notice,) = page.findChildren(Notice)
    assert notice.sentence.text() == "Berekend tot en met 31-12-2026. Daarna mist er een bedrag."
    assert "“Eigen bedragen”, vanaf 01-01-2027" in notice.more.text()
    lines = notice.more.text().split("\n")
    assert len(lines) > 1 and all(line.count("kennen we nog niet") <= 1 for line in lines), "one amount a line"
    assert notice.button is not None
    notice.button.click()
    assert page._host.opened == [(case_id, "loongegevens", "eigen_bedragen")]  # type: ignore[attr-defined]
    assert page.months is not None
    heads = [column.title for column in page.months.columns]
    assert heads == ["Maand", "Contracturen", "Doorbetaald", "Eraf", "Te betalen"]
    assert any(text.startswith("Opschorting, vanaf 02-11-2026") for text in words(page))
    flat(page)
    page.show_year("2027")
    page.choose("2027-03")
    settle()
    assert page.why is not None
    assert any(text.startswith("Dit kunnen we nog niet uitrekenen") for text in words(page.why))
    assert page.months.rows[2].accessibleName() == "maart 2027, nog niet berekend"
    flat(page)


def test_a_case_that_nothing_can_be_said_about_yet(qtbot: QtBot, desk: Workspace, calendar: Calendar) -> None:
    calendar.go_to(date(2027, 8, 2))
    late = report_sick(desk, add_employee(desk), date(2027, 8, 2))
    fill_in(desk, late, reken_tot_en_met="2027-09-30")
    page = page_of(qtbot, desk, late, NARROW)
    (notice,) = page.findChildren(Notice)
    assert notice.sentence.text() == "Er mist een bedrag om te kunnen rekenen."
    assert "nog niet berekend" in words(page)
    assert page.findChildren(Segmented) == []
    flat(page)


def test_facts_that_came_to_fight_lead_to_the_form(qtbot: QtBot, desk: Workspace, case_id: str) -> None:
    fill_in(desk, case_id, uitkeringen=[{"van": "2026-10-01", "bedrag": "100.00", "per": "maand"}])
    desk.store.cases.close(case_id, date(2026, 5, 11), desk.clock())
    page = page_of(qtbot, desk, case_id)
    (notice,) = page.findChildren(Notice)
    assert notice.sentence.text().startswith("“Uitkering voor dit werk”")
    assert primaries(page) == ["Gegevens aanpassen"]
    assert page.fill_button is not None
    assert page.fill_button.hasFocus()
    flat(page)


def test_the_paper_is_shown_printed_and_noted(qtbot: QtBot, examples: Workspace) -> None:
    case_id = petra(examples)
    page = page_of(qtbot, examples, case_id)
    assert page.paper_button is not None
    page.paper_button.click()
    qtbot.waitUntil(lambda: page.preview is not None, timeout=15_000)
    window = page.preview
    assert window is not None
    assert window.accessibleName() == "Loonstaat"
    assert window._on_saved is not None
    assert window._on_printed is not None
    window._on_saved(Path("ergens.pdf"))
    window._on_printed()
    lines = [line.description for line in examples.case(case_id).journal]
    assert "Loonstaat als PDF bewaard" in lines
    assert "Loonstaat afgedrukt" in lines
    window.close()
    settle()


def test_a_paper_that_cannot_be_made_is_told(
    qtbot: QtBot, examples: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    page = page_of(qtbot, examples, petra(examples))
    monkeypatch.setattr(wage_page, "show_known_error", lambda _parent, error: told.append(error.message))

    def refuse(*_all: object) -> None:
        raise KnownError("Dit kan nu niet.", "Probeer het later.")

    monkeypatch.setattr(wage_paper, "rendering", refuse)
    page.make_paper()
    assert told == ["Dit kan nu niet."]
    assert page.preview is None


def test_pictures(qtbot: QtBot, examples: Workspace, pictures: Pictures) -> None:
    page = page_of(qtbot, examples, petra(examples))
    assert all(path.exists() for path in pictures.save(page, "loon"))


def test_hours_that_miss_stand_beside_the_amount_with_the_way_to_them(qtbot: QtBot, examples: Workspace) -> None:
    case_id = petra(examples)
    page = page_of(qtbot, examples, case_id)
    (card,) = page.findChildren(NowCard)
    assert card.open_hours.text() == "nog zonder uren van week 47 en 48"
    assert card.amount.geometry().bottom() < card.open_hours.geometry().top()
    assert page.why is not None
    assert "Nog zonder uren van week 47 en 48" in words(page.why)
    assert card.fill_button is not None
    card.fill_button.click()
    assert page._host.opened == [(case_id, "uren")]  # type: ignore[attr-defined]
    flat(page)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_pay_per_week_shows_a_quarter_at_a_time(
    qtbot: QtBot, desk: Workspace, case_id: str, size: tuple[int, int]
) -> None:
    weekly = {"van": "2019-02-01", "bedrag": "900.00", "per": "week"}
    fill_in(desk, case_id, loon=[weekly], vakantie=[{"van": "2026-11-16", "tot_en_met": "2026-11-27"}])
    page = page_of(qtbot, desk, case_id, size)
    assert "bruto te betalen over deze week" in words(page)
    years, weeks = page.findChildren(Segmented)
    assert [button.words for button in years.buttons] == ["2026", "2027", "2028"]
    assert [button.words for button in weeks.buttons] == ["Week 10–13", "Week 14–26", "Week 27–39", "Week 40–53"]
    assert page.months is not None
    assert page.months.selected == "2026-48"
    assert page.months.rows[-1].key == "2026"
    assert page.why is not None
    assert page.why.weeks is None
    assert "Vakantie" in words(page.why)
    flat(page)
    weeks.buttons[1].click()
    settle()
    assert [row.key for row in page.months.rows][::13] == ["2026-14", "2026"]
    assert page.months.selected == "2026-14"
    page.refresh()
    settle()
    assert page.months.selected == "2026-14"
    page.show_year("2028")
    settle()
    assert page.months.rows[0].key == "2028-01"
    page.show_year("2026")
    settle()
    assert page.months.selected == "2026-48"
    flat(page)


def test_pay_per_four_weeks_has_its_own_list(qtbot: QtBot, desk: Workspace, case_id: str) -> None:
    fill_in(
        desk, case_id, loon=[{"van": "2019-02-01", "bedrag": "2800.00", "per": "vier_weken"}],
        vier_weken_vanaf="2025-12-29",
    )  # fmt: skip
    page = page_of(qtbot, desk, case_id, NARROW)
    said = words(page)
    assert "Periode 12 van 2026" in said
    assert "2 nov t/m 29 nov" in said
    assert any(text.startswith("Wat je per vier weken betaalt, vanaf") for text in said)
    assert page.months is not None
    assert page.months.columns[0].title == "Vier weken"
    assert len(page.findChildren(Segmented)) == 1
    flat(page)


def test_under_the_list_stands_what_the_amounts_hold(qtbot: QtBot, examples: Workspace) -> None:
    said = words(page_of(qtbot, examples, petra(examples)))
    line = next(text for text in said if text.startswith("Alle bedragen zijn bruto, zonder vakantiebijslag"))
    assert "Werkgeverslasten: de premies" in line


def test_a_hard_word_is_explained_once(qtbot: QtBot, desk: Workspace, case_id: str) -> None:
    fill_in(desk, case_id, opschorting=[{"van": "2026-11-02", "grond": "spreekuur_gemist"}])
    said = words(page_of(qtbot, desk, case_id))
    assert len([text for text in said if text.startswith("Opschorting: het loon tijdelijk")]) == 1


def test_vakantie_has_its_own_column_as_on_the_paper(qtbot: QtBot, desk: Workspace, case_id: str) -> None:
    work = {"van": "2026-06-01", "uren_per_week": "20", "vorm": "loonwaarde", "loonwaarde_percentage": "100"}
    holiday = {"van": "2026-10-05", "tot_en_met": "2026-10-16"}
    fill_in(desk, case_id, gewerkt_bron="zelf", gewerkt=[work], vakantie=[holiday], wachtdagen="2")
    page = page_of(qtbot, desk, case_id, NARROW)
    assert page.months is not None
    heads = [column.title for column in page.months.columns]
    assert heads == ["Maand", "Contracturen", "Doorbetaald", "Vakantie", "Voor werk", "Eraf", "Te betalen"]
    october = page.months.rows[7].accessibleName()
    assert october.startswith("oktober 2026, Contracturen 176,00, ")
    # Ten of its 22 working days, with the cent that the sum of the row leaves to another column.
    assert "Vakantie 1.363,63" in october
    flat(page)
