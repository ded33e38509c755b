"""Notes beside a finished paper: the snapshot stays, the print and the rest of the program know."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reintegratie_desktop.services.case_clock import newest_answers
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.errors import BugError, KnownError
from tests.documents.reading import all_words
from tests.services.desks import PASSWORD, Calendar, add_employee, finish, make_desk, report_sick

DAY = date(2026, 11, 9)
REPORT: dict[str, Any] = {
    "soort": "weekcontact",
    "datum": "2026-11-09T10:00",
    "plaats": "telefoon",
    "agenda": ["Hoe gaat het met het werk?"],
    "aanwezig": [{"naam": "Noor Blom", "rol": "werkgever"}],
    "werk_nu": "Inpakken gaat goed.",
    "schema": "nog_geen_opbouw",
    "geen_afspraken": True,
    "bedrijfsarts_nodig": "nee",
    "volgende": "2026-11-16T10:00",
    "eerder": True,
}


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(DAY)


@pytest.fixture
def desk(tmp_path: Path, calendar: Calendar) -> Iterator[Workspace]:
    made = make_desk(tmp_path, calendar)
    yield made
    made.close()


@pytest.fixture
def case_id(desk: Workspace) -> str:
    return report_sick(desk, add_employee(desk), DAY)


@pytest.fixture
def paper_id(desk: Workspace, case_id: str) -> str:
    session = desk.open_form("gesprek", case_id, slot="een")
    session.answer(REPORT)
    return finish(session)


def test_a_report_is_finished_before_anybody_read_it(desk: Workspace, paper_id: str) -> None:
    asked = [question.field.key for question in desk.later.questions(paper_id)]
    assert asked == ["verzonden", "reactie_wn", "gezien"]
    assert all(question.is_open for question in desk.later.questions(paper_id))
    views = {view.id: view for view in desk.papers.views(desk.store.papers.get(paper_id).case_id)}
    view = views[paper_id]
    assert view.can_complete
    assert view.open_later == len(asked)


def test_a_note_stands_beside_the_paper_with_its_day(
    desk: Workspace, paper_id: str, case_id: str, calendar: Calendar
) -> None:
    before = desk.store.papers.get(paper_id)
    assert "Later ingevuld" not in all_words(desk.papers.pdf(paper_id))
    calendar.go_to(date(2026, 11, 12))
    desk.later.fill(paper_id, {"gezien": "2026-11-11"})
    after = desk.store.papers.get(paper_id)
    assert (after.snapshot, after.answers, after.sha256) == (before.snapshot, before.answers, before.sha256)
    printed = " ".join(all_words(desk.papers.pdf(paper_id)).split())
    assert "11-11-2026" in printed
    assert "Later ingevuld op 12-11-2026." in printed
    line = desk.case(case_id).journal[0]
    assert line.description.endswith("later ingevuld: Gezien door werknemer op")
    assert line.happened_on == date(2026, 11, 12)
    assert "11-11" not in line.description, "the journal says what happened, never what was written"
    noted = next(item for item in desk.later.questions(paper_id) if item.field.key == "gezien")
    assert (noted.answer, noted.noted_on, noted.is_open) == ("2026-11-11", date(2026, 11, 12), False)


def test_the_rest_of_the_program_and_the_next_version_know_it(desk: Workspace, paper_id: str, case_id: str) -> None:
    desk.later.fill(paper_id, {"verzonden": "2026-11-09"})
    infos = desk.store.papers.infos(case_id)
    assert newest_answers(desk, infos, "gesprek")[0]["verzonden"] == "2026-11-09"
    assert desk.context(case_id).get("gesprek", "verzonden") == "2026-11-09"
    assert desk.open_form("gesprek", case_id, slot="een").answers["verzonden"] == "2026-11-09"


def test_a_note_can_be_put_right_and_taken_back(
    desk: Workspace, paper_id: str, case_id: str, calendar: Calendar
) -> None:
    calendar.go_to(date(2026, 11, 12))
    desk.later.fill(paper_id, {"gezien": "2026-11-10"})
    lines = len(desk.case(case_id).journal)
    desk.later.fill(paper_id, {"gezien": "2026-11-10"})
    assert len(desk.case(case_id).journal) == lines, "the same answer is no news"
    desk.later.fill(paper_id, {"gezien": "2026-11-11"})
    assert desk.store.papers.get(paper_id).answers_now["gezien"] == "2026-11-11"
    desk.later.fill(paper_id, {"gezien": None})
    assert next(item for item in desk.later.questions(paper_id) if item.field.key == "gezien").is_open
    assert desk.case(case_id).journal[0].description.endswith("weer leeg: Gezien door werknemer op")
    assert len([event for event in desk.store.papers.events(paper_id) if event.kind == "later"]) == 3


def test_what_cannot_be_right_is_refused_and_nothing_is_noted(desk: Workspace, paper_id: str) -> None:
    with pytest.raises(KnownError, match="ligt voor het gesprek"):
        desk.later.fill(paper_id, {"gezien": "2026-11-02"})
    with pytest.raises(KnownError):
        desk.later.fill(paper_id, {"gezien": "2026-12-02"})
    with pytest.raises(BugError):
        desk.later.fill(paper_id, {"werk_nu": "Anders."})
    assert desk.store.papers.events(paper_id) == []


def test_the_words_of_the_employee_are_kept_as_they_were_said(desk: Workspace, paper_id: str) -> None:
    desk.later.fill(paper_id, {"reactie_wn": "Mijn rug doet pijn & ik wil <b>rustig</b> beginnen."})
    assert "rustig" in all_words(desk.papers.pdf(paper_id))


def test_a_copy_that_was_given_is_ticked_on_the_next_print(desk: Workspace, case_id: str, paper_id: str) -> None:
    from reintegratie_desktop.services.later import with_notes
    from reintegratie_desktop.store.papers import LaterAnswer
    from reintegratie_desktop.text.declaring import replace

    paper = desk.store.papers.get(paper_id)
    noted = replace(paper, later={"kopie_aan.werknemer": LaterAnswer("2026-11-12", DAY)})
    snapshot = desk.papers.snapshot(paper_id)
    assert with_notes(snapshot, paper) is snapshot
    assert with_notes(snapshot, noted).extra["kopieen"] == [{"aan": "werknemer", "datum": "2026-11-12"}]
    by_post = replace(noted, later={**noted.later, "kopie_aan.werknemer.hoe": LaterAnswer("post", DAY)})
    assert with_notes(snapshot, by_post).extra["kopieen"][0]["hoe"] == "Post"
    only_how = replace(paper, later={"kopie_aan.werknemer.hoe": LaterAnswer("post", DAY)})
    assert "kopieen" not in with_notes(snapshot, only_how).extra, "without a day nothing was given"
    assert noted.answers_now == paper.answers, "a part of an answer is no answer of the form"


def test_an_older_version_is_left_alone(desk: Workspace, paper_id: str, case_id: str) -> None:
    session = desk.open_form("gesprek", case_id, slot="een")
    session.answer({"werk_nu": "Inpakken gaat heel goed."})
    finish(session, "Preciezer.")
    newest, older = sorted(
        (view for view in desk.papers.views(case_id) if view.form == "gesprek"), key=lambda view: -view.version
    )
    assert newest.can_complete
    assert not older.can_complete
    assert older.open_later == 0


def test_notes_survive_closing_the_file(desk: Workspace, paper_id: str, tmp_path: Path, calendar: Calendar) -> None:
    desk.later.fill(paper_id, {"verzonden": "2026-11-09"})
    desk.close()
    again = Workspace.open(tmp_path / "proef.reintegratie", PASSWORD, calendar)
    try:
        assert again.store.papers.get(paper_id).answers_now["verzonden"] == "2026-11-09"
    finally:
        again.close()


# --- what is red in the form, on a draft ------------------------------------------------------------------------------


def test_a_draft_never_prints_a_wrong_value_as_if_it_were_fine(desk: Workspace, case_id: str) -> None:
    session = desk.open_form("gesprek", case_id, slot="twee")
    session.answer({**REPORT, "volgende": "2026-11-02T10:00", "gedeeld": "31-13-2026", "geen_afspraken": None})
    session.answer({"afspraken_nieuw": [{"afspraak": "Rooster maken", "wie": "werkgever", "wanneer": "geen dag"}]})
    snapshot = session.snapshot(draft=True)
    wrong = snapshot.extra["moet_kloppen"]
    assert wrong["volgende"] == [""]
    assert wrong["gedeeld"] == [""]
    assert len(wrong["afspraken_nieuw"]) == 1
    assert all_words(session.render_pdf()).count("Moet nog kloppen") == 3
    assert "moet_kloppen" not in session.snapshot(draft=False).extra
    assert "Moet nog kloppen" not in all_words(session.render_pdf(by_hand=True))
