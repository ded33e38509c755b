"""The screens for UWV as pictures: the forms, the sheet for typing over, and the question for the citizen number."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reintegratie_desktop.ui.dialogs.citizen_number import CitizenNumberDialog
from reintegratie_desktop.ui.pages.type_over_page import open_sheet
from tests.documents.papers import UWV_ANSWERS
from tests.services.desks import finish
from tests.ui.shell_fixtures import settle
from tests.ui.test_screens import LOOKS, Gallery, Look, gallery, look, window_for  # noqa: F401 - fixtures
from tests.ui.test_screens_frame import make_file

DONE = {"loonheffingennr": "123456789L01", "werkt_nu": "ja_uren", "uren_nu": "12"}


@pytest.mark.parametrize("look", LOOKS, indirect=True, ids=lambda one: one.name)
def test_the_screens_for_uwv(
    qtbot: QtBot,
    look: Look,  # noqa: F811 - the fixture
    gallery: Gallery,  # noqa: F811 - the fixture
    tmp_path: Path,
) -> None:
    window = window_for(qtbot, look)
    desk, case_id = make_file(tmp_path / "eigen")
    window.clock = desk.clock
    window.show_desk(desk)
    for form in UWV_ANSWERS:
        window.open_form(form, case_id)
        assert window.form is not None
        window.form.session.answer({key: value for key, value in UWV_ANSWERS[form].items() if key != "b_voorstel"})
        window.form.session.save()
        slot = window.form.session.slot
        window.open_form(form, case_id, slot=slot or None)
        for step in window.form.session.wizard.steps:
            window.form.go_to_step(step.key)
            gallery.take(window, f"uwv-{form}-{step.key}")
    session = desk.open_form("uwv_42e_week", case_id)
    session.answer({**DONE, "gemeld_op": None, "verzekeraar_gemeld": None})
    paper_id = finish(session)
    window.open_papers(case_id)
    gallery.take(window, "uwv-papieren")
    sheet = open_sheet(window, paper_id)
    sheet.rows["loonheffingennr"].button.click()
    gallery.take(sheet, "uwv-overtypen")
    sheet.ask_to_print()
    settle()
    question = sheet.findChild(CitizenNumberDialog)
    assert question is not None
    gallery.take(question, "uwv-nummer")
    question.reject()
    sheet.reject()
    assert gallery.problems == []
    assert gallery.taken > len(UWV_ANSWERS)
