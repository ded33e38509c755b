"""Pen and paper: signed, not signed with the own words, taken back, copies given; and no file where none may be."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reintegratie_desktop.services.case_clock import newest_answers
from reintegratie_desktop.services.signing import RECEIVERS, WAYS, Refusal, label_of, words_problem
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.errors import BugError, KnownError
from tests.documents.reading import all_words
from tests.services.desks import Calendar, add_employee, finish, make_desk, report_sick

DAY = date(2026, 11, 9)
PLAN: dict[str, Any] = {
    "start": "2026-11-09",
    "signaal_afspraak": "Wie iets merkt, zegt het dezelfde dag.",
    "hulp": ["casemanager"],
}
WORDS = "Ik wil eerst met mijn collega praten."


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(date(2026, 11, 23))


@pytest.fixture
def desk(tmp_path: Path, calendar: Calendar) -> Iterator[Workspace]:
    made = make_desk(tmp_path, calendar)
    yield made
    made.close()


@pytest.fixture
def case_id(desk: Workspace) -> str:
    return report_sick(desk, add_employee(desk), date(2026, 10, 5))


@pytest.fixture
def plan(desk: Workspace, case_id: str) -> str:
    session = desk.open_form("nazorgplan", case_id)
    session.answer(PLAN)
    return finish(session)


def view_of(desk: Workspace, case_id: str, paper_id: str) -> Any:
    return next(view for view in desk.papers.views(case_id) if view.id == paper_id)


def test_who_signs_stands_on_the_paper_and_nobody_signed_yet(desk: Workspace, plan: str) -> None:
    wg, wn = desk.signing.signers(plan)
    assert (wg.role, wg.name, wg.status, wg.may_refuse) == ("Werkgever", "Noor Blom, bedrijfsleider", "nog_niet", False)
    assert (wn.role, wn.name, wn.day, wn.may_refuse) == ("Werknemer", "J. van Houten", None, True)
    assert not wg.is_settled
    assert desk.signing.next_steps(plan) == ()


def test_a_signature_is_noted_beside_the_paper(desk: Workspace, case_id: str, plan: str) -> None:
    before = desk.store.papers.get(plan)
    desk.papers.record_signature(plan, "Werkgever", "getekend", date(2026, 11, 20))
    desk.papers.record_signature(plan, "Werknemer", "getekend", date(2026, 11, 21))
    after = desk.store.papers.get(plan)
    assert (after.snapshot, after.sha256) == (before.snapshot, before.sha256)
    assert view_of(desk, case_id, plan).signed_line == "getekend op za 21 november"
    assert all(signer.is_settled for signer in desk.signing.signers(plan))
    said = all_words(desk.papers.pdf(plan))
    assert said.count("Op papier getekend. Genoteerd op 23-11-2026.") == 2
    assert "21-11-2026" in said


def test_not_signing_has_its_own_words_and_next_steps(desk: Workspace, case_id: str, plan: str) -> None:
    desk.signing.record(plan, "Werknemer", "geweigerd", date(2026, 11, 20), Refusal(WORDS, ("gesprek", "onbekend")))
    wn = desk.signing.signers(plan)[1]
    assert wn.refusal == Refusal(WORDS, ("gesprek",), "Noor Blom", date(2026, 11, 23))
    assert view_of(desk, case_id, plan).signed_line == "wil niet tekenen"
    steps = desk.signing.next_steps(plan)
    assert steps[0].form == "gesprek"
    said = all_words(desk.papers.pdf(plan))
    assert WORDS in said
    assert "[x] Een gesprek over de reden" in said
    assert "Vastgelegd door Noor Blom" in said
    line = desk.case(case_id).journal[0]
    assert line.description == "Nazorgplan niet getekend door werknemer"
    assert "collega" not in "".join(row.description for row in desk.case(case_id).journal)


def test_what_was_noted_by_mistake_is_taken_back(desk: Workspace, case_id: str, plan: str) -> None:
    desk.signing.record(plan, "Werknemer", "geweigerd", date(2026, 11, 20), Refusal(WORDS))
    desk.signing.record(plan, "Werknemer", "nog_niet", date(2026, 11, 23))
    wn = desk.signing.signers(plan)[1]
    assert (wn.status, wn.day, wn.refusal) == ("nog_niet", None, None)
    assert desk.signing.next_steps(plan) == ()
    assert desk.case(case_id).journal[0].kind == "correctie"
    assert WORDS not in all_words(desk.papers.pdf(plan))
    assert view_of(desk, case_id, plan).signed_line == "wacht op handtekening van werkgever en werknemer"
    desk.signing.record(plan, "Werknemer", "geweigerd", date(2026, 11, 20))
    assert desk.signing.signers(plan)[1].refusal is None


def test_what_cannot_be_is_refused(desk: Workspace, plan: str) -> None:
    with pytest.raises(BugError):
        desk.signing.record(plan, "Werknemer", "misschien", DAY)
    with pytest.raises(KnownError):
        desk.signing.record(plan, "Werknemer", "geweigerd", DAY, Refusal("Ik wil .. uur per dag."))
    assert desk.store.papers.events(plan) == []
    assert words_problem("  ").startswith("Schrijf op wat je medewerker zegt.")
    assert words_problem("x" * 30_000).startswith("Dit is te lang.")
    assert words_problem(WORDS) == ""


def test_a_copy_is_noted_with_who_and_when_and_how(desk: Workspace, case_id: str, plan: str) -> None:
    assert not desk.signing.has_own_copies(plan)
    assert desk.signing.copies(plan) == ()
    desk.signing.record_copy(plan, "werknemer", date(2026, 11, 20), "post", " J. van Houten ")
    desk.signing.record_copy(plan, "bedrijfsarts", date(2026, 11, 21), "")
    assert desk.signing.copies(plan)[0] == {
        "aan": "werknemer", "naam": "J. van Houten", "hoe": "post", "datum": "2026-11-20"
    }  # fmt: skip
    said = all_words(desk.papers.pdf(plan))
    assert "[x] Werknemer J. van Houten 20-11-2026 Post" in said
    assert "[x] Bedrijfsarts/arbodienst 21-11-2026" in said
    assert desk.case(case_id).journal[0].description == "Nazorgplan, afschrift gegeven aan: bedrijfsarts/arbodienst"
    with pytest.raises(BugError):
        desk.signing.record_copy(plan, "de_buren", DAY, "")
    with pytest.raises(BugError):
        desk.signing.record_copy(plan, "uwv", DAY, "duif")


def test_a_list_says_what_it_knows() -> None:
    assert label_of(RECEIVERS, "uwv") == "UWV"
    assert label_of(WAYS, "postduif") == "postduif"


def test_the_check_knows_that_the_reason_was_told(desk: Workspace, case_id: str) -> None:
    from reintegratie_desktop.services.check_facts import check_facts

    paper = desk.store.papers.add(
        case_id,
        "plan_van_aanpak",
        "",
        {},
        {
            "signatures": [
                {
                    "role": "Werknemer",
                    "name": "J.",
                    "means": "",
                    "status": "nog_niet",
                    "signed_on": "",
                    "may_refuse": True,
                }
            ]
        },
        date(2026, 11, 20),
        "",
        desk.clock(),
    )
    case = desk.store.cases.get(case_id)
    desk.store.papers.add_event(paper.id, "geweigerd", DAY, {"rol": "Werknemer"}, desk.clock())
    assert not check_facts(desk, case).plannen[0].weigering_verteld
    told = {"rol": "Werknemer", "weigering": {"woorden": WORDS}}
    desk.store.papers.add_event(paper.id, "geweigerd", DAY, told, desk.clock())
    assert check_facts(desk, case).plannen[0].weigering_verteld


# --- the closed part --------------------------------------------------------------------------------------------------


def test_no_file_comes_in_with_the_closed_part(desk: Workspace, case_id: str, tmp_path: Path) -> None:
    session = desk.open_form("medische_informatie_overdracht", case_id)
    session.answer({"gevraagd": "2026-11-09", "uitleg": True})
    paper = finish(session)
    assert not view_of(desk, case_id, paper).takes_files
    scan = tmp_path / "envelop.pdf"
    scan.write_bytes(b"%PDF-1.4 geheim")
    with pytest.raises(KnownError) as refused:
        desk.papers.attach(paper, scan)
    assert refused.value.code == "geen_bestand"
    with pytest.raises(KnownError):
        desk.papers.keep_file(case_id, "medische_informatie_overdracht", scan)
    assert desk.papers.attachments(paper) == ()
    # Whether it was given comes later, as a tick.
    assert [item.field.key for item in desk.later.questions(paper)] == ["overgedragen", "datum"]
    desk.later.fill(paper, {"overgedragen": True, "datum": "2026-11-16"})
    assert desk.context(case_id).get("medische_informatie_overdracht", "overgedragen") is True


# --- the end of the road ----------------------------------------------------------------------------------------------


def test_the_last_papers_do_their_steps(desk: Workspace, calendar: Calendar, tmp_path: Path) -> None:
    start = date(2024, 12, 9)
    case_id = report_sick(desk, add_employee(desk, personeelsnr="72"), start)
    opinion = desk.open_form("actueel_oordeel", case_id)
    opinion.answer(
        {
            "aangevraagd_op": "2026-10-12", "datum": "2026-10-26", "ontvangen_op": "2026-10-28",
            "mogelijkheden": "geen_duurzaam", "eigen_werk": "nee", "passend_intern": "nee", "arbeidsrelatie": "goed",
            "begeleiding": "stabiel", "overgedragen_med": True,
        }
    )  # fmt: skip
    finish(opinion)
    assert desk.clock_of(case_id).milestone("actueel_oordeel").gedaan_op == date(2026, 10, 26)
    desk.tick(case_id, "eerstejaarsevaluatie", date(2025, 11, 24))
    for step in ("probleemanalyse", "plan_van_aanpak", "eindevaluatie"):
        case = desk.store.cases.get(case_id)
        kept = {**case.facts.get("gedaan", {}), step: "2026-10-28"}
        desk.store.cases.set_facts(case_id, {**case.facts, "gedaan": kept}, desk.clock())
    desk.journal(case_id, "contact", "Gebeld", day=date(2026, 10, 1))
    report = desk.open_form("re_integratieverslag", case_id)
    assert report.answers["d12"] is True
    report.answer(
        {
            "functies": [{"functie": "Magazijn", "aantal": "4"}], "opleiding": "Vmbo", "ervaring": "Acht jaar magazijn."
        }
    )  # fmt: skip
    paper = finish(report)
    assert report.full_answers()["d14"] == (
        "0 gesprekken en 1 ander contact, van 01-10-2026 tot en met 01-10-2026. De lijst staat in het logboek."
    )
    assert desk.clock_of(case_id).milestone("riv_aan_werknemer").gedaan_op is None
    desk.later.fill(paper, {"kopie_wn": "2026-11-23"})
    assert desk.clock_of(case_id).milestone("riv_aan_werknemer").gedaan_op == date(2026, 11, 23)
    told = desk.open_form("oordeel_werknemer", case_id)
    assert told.answers["stukken"] == "2026-11-23"
    assert newest_answers(desk, desk.store.papers.infos(case_id), "re_integratieverslag")[0]["kopie_wn"] == "2026-11-23"
    # The report itself waits for the pen of both.
    facts = desk.context(case_id, leave_out="re_integratieverslag").papers["verslagfeiten"]
    assert facts["ongetekend"] == ["re_integratieverslag"]
    for role in ("Werkgever", "Werknemer"):
        desk.signing.record(paper, role, "getekend", date(2026, 11, 23))
    facts = desk.context(case_id, leave_out="re_integratieverslag").papers["verslagfeiten"]
    assert facts["ongetekend"] == []
