"""A new year has no amounts yet: the wage stops there, a file with rules brings them, and the wage goes on."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from reintegratie_desktop.law.place import installed_path
from reintegratie_desktop.services.rules import load_rules, rules_view
from reintegratie_desktop.services.wage_view import wage_view
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages.rules_page import RulesPage
from reintegratie_desktop.ui.pages.wage_page import WagePage
from reintegratie_desktop.ui.preferences import UnsavedPreferences
from reintegratie_desktop.ui.widgets.labels import Label
from reintegratie_desktop.ui.widgets.notice import NoticeKind
from tests.rules_files import accepting, rules_file, rules_texts
from tests.services.desks import Calendar, add_employee, finish, make_desk, report_sick
from tests.ui.shell_fixtures import settle

FIRST, TODAY = date(2026, 11, 2), date(2027, 2, 15)
MINIMUM, MAXIMUM = Decimal("15.21"), Decimal("315.20")
"""Amounts that were made up for this test; nobody announced them."""
LAST_LINE = {
    "minimumloon.toml": 'source = "stcrt-2026-16505", checked_on = 2026-11-21 },\n',
    "maximumdagloon.toml": 'source = "werkhervattingskas", checked_on = 2026-11-21 },\n',
}


def with_2027(checked_on: str = "2027-01-04") -> bytes:
    """Return a signed file that adds the amounts of the first half of 2027, each with its source."""
    new = {"minimumloon.toml": MINIMUM, "maximumdagloon.toml": MAXIMUM}
    changes = {
        name: (
            line,
            f'{line}    {{ from = 2027-01-01, value = {new[name]}, source = "{line.split(chr(34))[1]}", '
            f"checked_on = {checked_on} }},\n",
        )
        for name, line in LAST_LINE.items()
    }
    return rules_file(rules_texts("2027.1", "2027-01-04", changes=changes))


@pytest.fixture(autouse=True)
def _accepting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    with accepting(monkeypatch, tmp_path):
        yield


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[tuple[Workspace, str, Calendar]]:
    calendar = Calendar(FIRST)
    made = make_desk(tmp_path, calendar)
    case_id = report_sick(made, add_employee(made), FIRST)
    calendar.go_to(TODAY)
    session = made.open_form("loongegevens", case_id)
    rate = {"van": "2019-02-01", "bedrag": "18.00", "per": "uur"}
    session.answer({"loon": [rate], "gewerkt_bron": "niet", "cao_vorm": "wet"})
    finish(session)
    yield made, case_id, calendar
    made.close()


JANUARY, FEBRUARY = "2027-01", "2027-02"


def test_a_file_with_the_amounts_of_the_new_year_lets_the_wage_go_on(
    qtbot: QtBot, desk: tuple[Workspace, str, Calendar], tmp_path: Path
) -> None:
    file, case_id, calendar = desk
    window = MainWindow(UnsavedPreferences(theme="licht"), calendar)
    window.resize(1280, 800)
    qtbot.addWidget(window)
    window.show()
    window.show_desk(file)

    def opened(kind: type[Any], go: Any) -> Any:
        go()
        settle()
        assert window.shell is not None
        page = window.shell.page
        assert isinstance(page, kind)
        return page

    wage = opened(WagePage, lambda: window.open_case_page(case_id, "loon"))
    assert wage.view is not None and wage.view.computed_until == date(2026, 12, 31)
    assert wage.view.row(JANUARY).is_blank and wage.view.row(FEBRUARY).is_blank
    told = " ".join(label.text() for label in wage.findChildren(Label) if label.isVisibleTo(wage))
    assert "minimumuurloon" in told.casefold() and "maximumdagloon" in told.casefold()
    assert "01-01-2027" in told

    rules = opened(RulesPage, lambda: window.go("regels"))
    rules.list.select("minimumuurloon")
    assert "15,21" not in rules.detail.spoken
    place = tmp_path / "2027-1.regels"
    place.write_bytes(with_2027())
    rules.load(place)
    settle()
    assert rules.said is not None and rules.said.kind is NoticeKind.OK
    assert "De regels 2027.1 zijn in gebruik." in rules.said.accessibleName()
    assert "2 waarden zijn anders dan eerst." in rules.said.accessibleName()
    spoken = rules.detail.spoken.replace("\N{NO-BREAK SPACE}", " ")
    assert spoken.index("€ 15,21 per uur. Vanaf 1 jan 2027, dit geldt nu") < spoken.index("Vanaf 1 jul 2026")
    assert "Nagekeken op 4 jan 2027" in spoken

    wage = opened(WagePage, lambda: window.open_case_page(case_id, "loon"))
    assert wage.view is not None and wage.view.computed_until == date(2027, 6, 30)
    assert all("01-07-2027" in missing.sentence or "2028" in missing.sentence for missing in wage.view.missing)
    # January 2027 has 21 working days of 8 hours; 70 % of 18.00 is 12.60, and the minimum is 15.21.
    assert wage.view.row(JANUARY).due == 21 * 8 * MINIMUM
    assert any("15,21" in amount.value for amount in wage.view.row(JANUARY).amounts)

    rules = opened(RulesPage, lambda: window.go("regels"))
    rules.go_back()
    assert not installed_path().exists()
    assert wage_view(file, case_id).row(JANUARY).is_blank


def test_a_value_of_the_new_rules_grows_old_too(tmp_path: Path) -> None:
    place = tmp_path / "2027-1.regels"
    place.write_bytes(with_2027())
    load_rules(place, TODAY)

    def flags(day: date) -> tuple[str, ...]:
        (line,) = [line for line in rules_view(day).lines if line.key == "minimumuurloon"]
        return next(value.to_check for value in line.values if value.holds)

    assert flags(date(2028, 1, 4)) == ()
    assert flags(date(2028, 1, 5)) == ("langer dan een jaar geleden nagekeken",)
