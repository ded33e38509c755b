"""The screens around a dossier as pictures: its particulars, its notes, its doubts, and the question about recovery."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages.case_pages import PARTICULARS
from tests.services.desks import Calendar, add_employee, finish, make_desk, report_sick
from tests.ui.test_screens import LOOKS, Gallery, Look, gallery, look, window_for  # noqa: F401 - fixtures

FIRST, TODAY = date(2025, 3, 3), date(2026, 12, 22)
ANSWERS = {
    "speelt": ["verlof", "vangnet", "contract_eindigt", "eigenrisicodrager", "iva", "uwv_brief", "loonsanctie"],
    "verlof": [{"van": "2025-05-05", "tot_en_met": "2025-08-24", "zelfde_geval": "onbekend"}],
    "vangnet_meldtermijn": "4_dagen",
    "vangnet_bekend_op": "2026-12-21",
    "einde_dienstverband": "2027-09-30",
    "eigenrisicodrager": "wga",
    "vervroegde_iva": "2025-10-13",
    "uwv_wia_eerste_dag": "2027-06-25",
    "loonsanctie_besluit_op": "2026-12-14",
    "vraag_twee_banen": True,
    "vraag_inlener": False,
}


def make_file(folder: Path) -> tuple[Workspace, str]:
    """Return a file with a case in its second year, about which nothing was said yet."""
    folder.mkdir()
    calendar = Calendar(FIRST)
    desk = make_desk(folder, calendar)
    case_id = report_sick(desk, add_employee(desk, geboortedatum="1962-05-01"), FIRST)
    calendar.go_to(TODAY)
    return desk, case_id


def walk(taken: Gallery, window: MainWindow, case_id: str) -> None:
    """Take every screen of the particulars."""
    window.open_case_page(case_id, PARTICULARS)
    taken.take(window, "bijzonderheden-leeg")
    window.open_form("bijzonderheden", case_id)
    assert window.form is not None
    window.form.session.answer(ANSWERS)
    window.form.session.save()
    window.open_form("bijzonderheden", case_id)
    for step in window.form.session.wizard.steps:
        window.form.go_to_step(step.key)
        taken.take(window, f"bijzonderheden-{step.key}")
    window.form.go_on()
    taken.take(window, "bijzonderheden-nakijken")
    window.form.finished.emit(finish(window.form.session))
    taken.take(window, "bijzonderheden")
    window.open_case(case_id, "uwv_42e_week")
    taken.take(window, "dossier-bijzonderheden")


@pytest.mark.parametrize("look", LOOKS, indirect=True, ids=lambda one: one.name)
def test_the_screens_of_the_particulars(
    qtbot: QtBot,
    look: Look,  # noqa: F811 - the fixture
    gallery: Gallery,  # noqa: F811 - the fixture
    tmp_path: Path,
) -> None:
    window = window_for(qtbot, look)
    desk, case_id = make_file(tmp_path / "eigen")
    window.clock = desk.clock
    window.show_desk(desk)
    walk(gallery, window, case_id)
    assert gallery.problems == []
    assert gallery.taken > len(ANSWERS)
