"""The papers for UWV out of their real forms: every filled answer stands on paper, and so does the sheet."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.domain.snapshot import FieldState
from reintegratie_desktop.forms.answer_words import answer_words
from reintegratie_desktop.forms.fields import Choice, Day
from reintegratie_desktop.forms.flows import flow
from reintegratie_desktop.forms.type_over import SHEETS
from reintegratie_desktop.services import type_over
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.guard import find
from tests.documents.papers import UWV_ANSWERS
from tests.documents.reading import letters, pages_text
from tests.services.desks import Calendar, add_employee, finish, make_desk, report_sick

FIRST = date(2026, 3, 2)
MOST_PAGES = 2


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    calendar = Calendar(FIRST)
    made = make_desk(tmp_path_factory.mktemp("uwv"), calendar)
    report_sick(made, add_employee(made), FIRST)
    calendar.go_to(date(2026, 12, 17))
    yield made
    made.close()


@pytest.fixture(scope="module")
def papers(desk: Workspace, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the papers, finished; the offer is a real file of the case."""
    import pikepdf

    offer = tmp_path_factory.mktemp("stuk") / "offerte.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(offer)
    case_id = desk.store.cases.all()[0].id
    made = {}
    for form, answers in UWV_ANSWERS.items():
        session = desk.open_form(form, case_id)
        kept: dict[str, Any] = {"b_voorstel": session.keep_file(offer)} if "b_voorstel" in answers else {}
        session.answer({**answers, **kept})
        made[form] = finish(session)
    return made


@pytest.mark.parametrize("form", UWV_ANSWERS)
def test_every_filled_answer_stands_on_paper(desk: Workspace, papers: dict[str, str], form: str) -> None:
    snapshot = desk.papers.snapshot(papers[form])
    pages = pages_text(desk.papers.pdf(papers[form]))
    text = letters(" ".join(pages))
    assert len(pages) <= MOST_PAGES
    said = 0
    for field in snapshot.fields():
        declared = flow(form).field(field.key)
        assert letters(field.label) in text, field.key
        if field.state is FieldState.ANSWERED and isinstance(declared, Day | Choice):
            assert letters(answer_words(declared, field.answer)) in text, field.key
            said += 1
        elif field.state is FieldState.ANSWERED and isinstance(field.answer, str) and field.kind.endswith("text"):
            assert letters(field.answer) in text, field.key
            said += 1
    assert said > 4
    assert [hit.word for hit in find(" ".join(pages))] == []


@pytest.mark.parametrize("form", SHEETS)
def test_every_line_of_the_sheet_stands_on_paper(desk: Workspace, papers: dict[str, str], form: str) -> None:
    pages = pages_text(type_over.rendering(desk, papers[form], "111222333")())
    text = letters(" ".join(pages))
    for line in type_over.sheet_view(desk, papers[form]).lines:
        if line.value:
            assert letters(line.label) in text
            assert letters(line.value) in text, line.label
    assert "111222333" in text
    assert len(pages) <= MOST_PAGES
