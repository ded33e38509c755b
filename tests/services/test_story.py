"""From the sick call to the signed plan, through the same services as the window, on the days it would happen."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from reintegratie_desktop.services.views import StepState
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.guard import find
from tests.services.desks import PASSWORD, Calendar, add_employee, finish, make_desk, report_sick

FIRST_DAY = date(2026, 10, 5)
STORY: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "bestanden" / "voorbeeld_week7.json").read_text(encoding="utf-8")
)


def text_of(pdf: bytes) -> str:
    """Return the text of all pages."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = []
        for page in document:
            textpage = page.get_textpage()
            pages.append(textpage.get_text_bounded())
            textpage.close()
            page.close()
        return "\n".join(pages)
    finally:
        document.close()


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(FIRST_DAY)


@pytest.fixture
def desk(tmp_path: Path, calendar: Calendar) -> Iterator[Workspace]:
    desk = make_desk(tmp_path, calendar)
    yield desk
    desk.close()


@pytest.fixture
def case_id(desk: Workspace) -> str:
    return report_sick(desk, add_employee(desk), FIRST_DAY)


def fill(desk: Workspace, case_id: str, form: str, answers: dict[str, Any]) -> str:
    session = desk.open_form(form, case_id)
    session.answer({key: value for key, value in answers.items() if not session.flow.field(key).fixed})
    return finish(session)


def fill_advice(desk: Workspace, case_id: str, calendar: Calendar) -> str:
    calendar.go_to(date.fromisoformat(STORY["vandaag"]))
    return fill(desk, case_id, "probleemanalyse", STORY["probleemanalyse"])


def fill_plan(desk: Workspace, case_id: str, calendar: Calendar) -> str:
    fill_advice(desk, case_id, calendar)
    fill(desk, case_id, "opbouwschema", STORY["opbouwschema"])
    return fill(desk, case_id, "plan_van_aanpak", plan_answers())


def plan_answers() -> dict[str, Any]:
    return {"werkzaamheden": "Orders verzamelen, laden en lossen, orders invoeren.", **STORY["plan_van_aanpak"]}


def test_the_week_seven_case_goes_from_call_to_plan_without_a_word_about_health(
    desk: Workspace, case_id: str, calendar: Calendar
) -> None:
    fill_plan(desk, case_id, calendar)
    view = desk.case(case_id)
    assert {paper.form for paper in view.papers} == {
        "ziekmelding",
        "probleemanalyse",
        "opbouwschema",
        "plan_van_aanpak",
    }
    for paper in view.papers:
        text = text_of(desk.papers.pdf(paper.id))
        assert desk.store.cases.get(case_id).nummer in text
        hits = find(text, allowed=desk.allowed_words(case_id))
        assert [hit.word for hit in hits] == [], paper.form


def test_each_finished_paper_ticks_its_step_and_moves_the_next_one(
    desk: Workspace, case_id: str, calendar: Calendar
) -> None:
    assert next_id(desk, case_id) == "gesprek"
    fill_advice(desk, case_id, calendar)
    steps = {step.id: step for step in desk.case(case_id).steps}
    assert steps["probleemanalyse"].state is StepState.DONE
    assert steps["probleemanalyse"].done_on == date(2026, 11, 10)
    assert steps["plan_van_aanpak"].hard_day == date(2026, 11, 24)
    assert steps["ziekmelding_arbodienst"].state is StepState.NOT_NEEDED, "who gives advice was told"
    fill(desk, case_id, "opbouwschema", STORY["opbouwschema"])
    fill(desk, case_id, "plan_van_aanpak", plan_answers())
    steps = {step.id: step for step in desk.case(case_id).steps}
    plan = steps["plan_van_aanpak"]
    assert (plan.state, plan.state_words) == (StepState.WAITING, "wacht op handtekening"), "nobody signed yet"
    assert plan.done_on == date(2026, 11, 13), "for the law the day it was made counts"
    assert steps["evaluatie_1"].action
    start = desk.case(case_id).phases[0]
    assert start.summary == "3 van 6 klaar", "the schedule is done and counts; the plan waits, and so does the consult"
    paper = desk.newest_paper(case_id, "plan_van_aanpak")
    assert paper is not None
    for role in paper.snapshot["signatures"]:
        desk.papers.record_signature(paper.id, role["role"], "getekend", date(2026, 11, 10))
    signed = next(step for step in desk.case(case_id).steps if step.id == "plan_van_aanpak")
    assert (signed.state, signed.state_words) == (StepState.DONE, "klaar")


def next_id(desk: Workspace, case_id: str) -> str:
    following = desk.case(case_id).next_step
    return following.id if following else ""


def test_a_late_step_says_so_in_days(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    calendar.go_to(date(2026, 11, 20))
    row = desk.today_view().rows[0]
    assert row.step is not None
    assert row.step.state is StepState.LATE
    view = desk.today_view()
    assert view.late_count == 1
    assert "te laat" in view.heading


def test_stopping_halfway_and_coming_back_loses_nothing(
    desk: Workspace, case_id: str, calendar: Calendar, tmp_path: Path
) -> None:
    fill_advice(desk, case_id, calendar)
    session = desk.open_form("plan_van_aanpak", case_id)
    odd = "<b>niet vet</b> & Łukasz 🙂 שלום " + "lang " * 1000
    session.answer({"mening_wg": odd})
    session.wizard.go_to("afspraken")
    session.save()
    desk.close()
    again = Workspace.open(tmp_path / "proef.reintegratie", PASSWORD, calendar)
    try:
        session = again.open_form("plan_van_aanpak", case_id)
        assert session.answers["mening_wg"] == odd
        assert session.wizard.current == "afspraken"
        assert [draft.form for draft in again.case(case_id).drafts] == ["plan_van_aanpak"]
    finally:
        again.close()


def test_an_unfinished_form_names_every_gap_with_its_step(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    fill_advice(desk, case_id, calendar)
    session = desk.open_form("plan_van_aanpak", case_id)
    check = session.check()
    assert not check.ready
    assert {finding.step_key for finding in check.stops} <= {step.key for step in session.wizard.steps}
    assert all(finding.label and finding.message for finding in check.findings)
    with pytest.raises(KnownError, match="nog niet af"):
        session.finish()


def test_hours_above_the_advice_are_stopped_at_finishing_with_the_advice_and_its_date(
    desk: Workspace, case_id: str, calendar: Calendar
) -> None:
    fill_advice(desk, case_id, calendar)
    fill(desk, case_id, "opbouwschema", STORY["opbouwschema"])
    answers = plan_answers()
    rows = [dict(row) for row in answers["activiteiten"]]
    row = next(row for row in rows if row["a_cat"] == "7E")
    row["a_activiteit"] = "Werken volgens het opbouwschema: 30 uur per week"
    session = desk.open_form("plan_van_aanpak", case_id)
    session.answer(
        {key: value for key, value in {**answers, "activiteiten": rows}.items() if not session.flow.field(key).fixed}
    )
    stops = [finding.message for finding in session.check().stops]
    assert any("10 november" in message for message in stops), stops


def test_a_plan_later_than_two_weeks_asks_for_the_reason(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    fill_advice(desk, case_id, calendar)
    fill(desk, case_id, "opbouwschema", STORY["opbouwschema"])
    calendar.go_to(date(2026, 11, 25))
    session = desk.open_form("plan_van_aanpak", case_id)
    answers = {**plan_answers(), "opgesteld_op": "2026-11-25"}
    session.answer({key: value for key, value in answers.items() if not session.flow.field(key).fixed})
    assert "reden_te_laat" in [finding.field_key for finding in session.check().stops]
    session.answer({"reden_te_laat": "We konden elkaar die week niet spreken. Het werk ging gewoon door."})
    assert "reden_te_laat" not in [finding.field_key for finding in session.check().stops]


def test_a_next_version_asks_why_and_keeps_the_first(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    first = fill_plan(desk, case_id, calendar)
    before = desk.papers.pdf(first)
    session = desk.open_form("plan_van_aanpak", case_id)
    assert session.needs_reason
    session.answer({"mening_wg": "We maken samen tijd voor een rustige start."})
    with pytest.raises(KnownError, match="versie"):
        session.finish()
    finish(session, "Nieuwe afspraak over de start")
    papers = [paper for paper in desk.case(case_id).papers if paper.form == "plan_van_aanpak"]
    assert [paper.version for paper in papers] == [2, 1]
    assert [paper.is_newest for paper in papers] == [True, False]
    assert desk.papers.pdf(first) == before


def test_a_signed_paper_is_scanned_back_in(desk: Workspace, case_id: str, calendar: Calendar, tmp_path: Path) -> None:
    paper_id = fill_plan(desk, case_id, calendar)
    roles = desk.papers.roles(paper_id)
    assert len(roles) == 2
    line = next(paper.signed_line for paper in desk.case(case_id).papers if paper.id == paper_id)
    assert "wacht" in line
    for role in roles:
        desk.papers.record_signature(paper_id, role, "getekend", date(2026, 11, 16))
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(desk.papers.pdf(paper_id))
    kept = desk.papers.attach(paper_id, scan)
    paper = next(paper for paper in desk.case(case_id).papers if paper.id == paper_id)
    assert paper.signed_line == "getekend op ma 16 november"
    assert [item.name for item in paper.attachments] == ["scan.pdf"]
    assert desk.papers.attachment_bytes(kept.id) == scan.read_bytes()


def test_a_refusal_is_an_outcome_of_its_own(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    paper_id = fill_plan(desk, case_id, calendar)
    wg, wn = desk.papers.roles(paper_id)
    desk.papers.record_signature(paper_id, wg, "getekend", date(2026, 11, 16))
    desk.papers.record_signature(paper_id, wn, "geweigerd", date(2026, 11, 17))
    paper = next(paper for paper in desk.case(case_id).papers if paper.id == paper_id)
    assert "wil niet tekenen" in paper.signed_line


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"MZ\x90\x00 a program", "geen PDF"), (b"", "leeg"), (b"%PDF-" + b"0" * (10 * 1024 * 1024), "beschadigd")],
)
def test_a_scan_of_the_wrong_kind_or_size_is_refused_with_the_reason(
    desk: Workspace, case_id: str, tmp_path: Path, content: bytes, words: str
) -> None:
    paper_id = desk.case(case_id).papers[0].id
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(content)
    with pytest.raises(KnownError, match=words):
        desk.papers.attach(paper_id, scan)
    assert desk.papers.attachments(paper_id) == ()


def test_every_step_of_the_way_stands_in_the_journal_without_what_was_written(
    desk: Workspace, case_id: str, calendar: Calendar
) -> None:
    fill_plan(desk, case_id, calendar)
    lines = [line.description for line in desk.case(case_id).journal]
    assert any("Plan van aanpak vastgesteld" in line for line in lines)
    assert desk.store.journal.verify() is None
    told = " ".join(lines)
    assert "Houten" not in told
    assert STORY["plan_van_aanpak"]["mening_wg"][:20] not in told


def test_a_plan_waits_for_its_schedule_and_names_the_version_that_was_finished(
    desk: Workspace, case_id: str, calendar: Calendar
) -> None:
    fill_advice(desk, case_id, calendar)
    schedule = desk.open_form("opbouwschema", case_id)
    schedule.answer({key: value for key, value in STORY["opbouwschema"].items() if not schedule.flow.field(key).fixed})
    schedule.save()
    plan = desk.open_form("plan_van_aanpak", case_id)
    plan.answer({key: value for key, value in plan_answers().items() if not plan.flow.field(key).fixed})
    plan.save()
    assert [(point.field, point.is_missing) for point in plan.check().stops] == [("opbouw", False)]
    with pytest.raises(KnownError):
        plan.finish()
    finish(schedule)
    again = desk.open_form("plan_van_aanpak", case_id)
    assert again.answers["opbouw"] == {"soort": "opbouwschema", "versie": "1", "datum": STORY["vandaag"]}
    assert again.check().ready
