"""A paper prints the same for ever, whatever is changed afterwards; and nothing half-filled becomes a paper."""

import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from reintegratie_desktop.services.case_in import read_case
from reintegratie_desktop.services.case_out import write_case
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.attachments import AttachmentRepository
from reintegratie_desktop.store.erasure import erase_case
from reintegratie_desktop.store.plain import sha256_hex
from reintegratie_desktop.text.errors import KnownError
from tests.services.desks import Calendar, add_employee, finish, make_desk, report_sick

FIRST_DAY = date(2026, 10, 5)
STORY = json.loads((Path(__file__).parents[1] / "bestanden" / "voorbeeld_week7.json").read_text(encoding="utf-8"))
PROFILE: dict[str, Any] = {
    **STORY["taakprofiel"],
    "omschrijving": "Al het werk in hal 2.",
    "taken": [{**task, "kan": "kan"} for task in STORY["taakprofiel"]["taken"]],
}


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(FIRST_DAY)


@pytest.fixture
def desk(tmp_path: Path, calendar: Calendar) -> Iterator[Workspace]:
    desk = make_desk(tmp_path, calendar)
    yield desk
    desk.close()


def picture(folder: Path, shade: int) -> Path:
    path = folder / f"logo-{shade}.png"
    Image.new("L", (40, 20), shade).save(path)
    return path


def fill(desk: Workspace, case_id: str, form: str, answers: dict[str, Any], reason: str = "") -> str:
    session = desk.open_form(form, case_id)
    session.answer({key: value for key, value in answers.items() if not session.flow.field(key).fixed})
    return finish(session, reason)


def blobs(desk: Workspace) -> set[str]:
    return {str(row["sha256"]) for row in desk.file.rows("SELECT sha256 FROM blobs")}


def text_of(data: bytes) -> str:
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pdf)


# --- the logo ---------------------------------------------------------------------------------------------------------


def test_a_paper_keeps_the_logo_it_was_frozen_with(desk: Workspace, tmp_path: Path) -> None:
    case_id = report_sick(desk, add_employee(desk), FIRST_DAY)
    bare = desk.case(case_id).papers[0].id
    bare_pdf = desk.papers.pdf(bare)
    first_logo = picture(tmp_path, 0)
    desk.set_logo(first_logo)
    dark = fill(desk, case_id, "taakprofiel", PROFILE)
    dark_pdf = desk.papers.pdf(dark)
    desk.set_logo(picture(tmp_path, 200))
    light = fill(desk, case_id, "taakprofiel", PROFILE, reason="Andere taken")
    light_pdf = desk.papers.pdf(light)
    desk.set_logo(None)
    desk.store.attachments.remove_unlinked()

    assert desk.papers.snapshot(bare).logo == ""
    assert desk.papers.snapshot(dark).logo == sha256_hex(first_logo.read_bytes())
    assert desk.papers.pdf(bare) == bare_pdf
    assert desk.papers.pdf(dark) == dark_pdf
    assert desk.papers.pdf(light) == light_pdf
    assert b"/Subtype /Image" not in bare_pdf
    assert b"/Subtype /Image" in dark_pdf
    again = desk.papers.render(desk.papers.snapshot(dark))
    assert again == dark_pdf


def test_a_draft_prints_with_the_logo_of_today(desk: Workspace, tmp_path: Path) -> None:
    case_id = report_sick(desk, add_employee(desk), FIRST_DAY)
    session = desk.open_form("taakprofiel", case_id)
    assert b"/Subtype /Image" not in session.render_pdf()
    desk.set_logo(picture(tmp_path, 0))
    assert session.snapshot().logo is None
    assert b"/Subtype /Image" in session.render_pdf()
    assert b"/Subtype /Image" in session.render_pdf(by_hand=True)


def test_a_paper_that_does_not_say_which_logo_prints_with_that_of_today(desk: Workspace, tmp_path: Path) -> None:
    case_id = report_sick(desk, add_employee(desk), FIRST_DAY)
    made = desk.store.papers.get(desk.case(case_id).papers[0].id)
    older = {key: value for key, value in made.snapshot.items() if key != "logo"}
    with desk.file.atomic():
        old = desk.store.papers.add(
            case_id, "ziekmelding", "", made.answers, {**older, "version": 2}, made.made_on, "Zonder logo", desk.clock()
        )
    assert desk.papers.snapshot(old.id).logo is None
    assert b"/Subtype /Image" not in desk.papers.pdf(old.id)
    desk.set_logo(picture(tmp_path, 0))
    assert b"/Subtype /Image" in desk.papers.pdf(old.id)


def test_one_logo_is_kept_once_in_a_case_and_goes_with_it(desk: Workspace, tmp_path: Path) -> None:
    logo = picture(tmp_path, 90)
    desk.set_logo(logo)
    employee = add_employee(desk)
    case_id = report_sick(desk, employee, FIRST_DAY)
    paper = fill(desk, case_id, "taakprofiel", PROFILE)
    other = report_sick(desk, add_employee(desk, personeelsnr="72"), FIRST_DAY)
    sha = sha256_hex(logo.read_bytes())

    assert blobs(desk) == {sha}
    assert [kept.sha256 for kept in desk.store.attachments.for_case(case_id)] == [sha]
    assert desk.papers.attachments(paper) == (), "a logo is no scan"

    erase_case(desk.file, case_id, desk.clock())
    assert blobs(desk) == {sha}, "the other case still prints with it"
    erase_case(desk.file, other, desk.clock())
    assert blobs(desk) == set()
    assert desk.logo() == logo.read_bytes()


def test_a_logo_that_cannot_be_kept_leaves_no_half_paper(
    desk: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = report_sick(desk, add_employee(desk), FIRST_DAY)
    desk.set_logo(picture(tmp_path, 0))
    session = desk.open_form("taakprofiel", case_id)
    session.answer(PROFILE)
    session.save()

    def full(*_given: object) -> str:
        raise KnownError("De schijf is vol.", "Maak ruimte.", code="schijf_vol")

    with monkeypatch.context() as patched, pytest.raises(KnownError, match="schijf"):
        patched.setattr(AttachmentRepository, "add", full)
        session.finish()
    assert [draft.form for draft in desk.case(case_id).drafts] == ["taakprofiel"]
    assert desk.newest_paper(case_id, "taakprofiel") is None
    session.finish()
    assert desk.newest_paper(case_id, "taakprofiel") is not None


# --- a reference to another paper -------------------------------------------------------------------------------------


def test_the_plan_names_its_build_up_schedule_with_version_and_date(desk: Workspace, calendar: Calendar) -> None:
    case_id = report_sick(desk, add_employee(desk), FIRST_DAY)
    calendar.go_to(date.fromisoformat(STORY["vandaag"]))
    fill(desk, case_id, "probleemanalyse", STORY["probleemanalyse"])
    fill(desk, case_id, "opbouwschema", STORY["opbouwschema"])
    context = desk.context(case_id)
    schema = desk.newest_paper(case_id, "opbouwschema")
    assert schema is not None
    link = {"soort": "opbouwschema", "versie": "1", "datum": schema.made_on.isoformat()}
    assert context.reference("opbouwschema") == link
    assert context.reference("gesprek") == {"soort": "gesprek", "versie": "", "datum": ""}

    session = desk.open_form("plan_van_aanpak", case_id)
    assert session.answers["opbouw"] == link
    assert link in session.references("opbouwschema"), "the list on the screen holds it too"
    answers = {"werkzaamheden": "Orders laden.", **STORY["plan_van_aanpak"]}
    answers.pop("opbouw", None)
    plan = fill(desk, case_id, "plan_van_aanpak", answers)
    assert f"Opbouwschema, versie 1 van {schema.made_on:%d-%m-%Y}" in text_of(desk.papers.pdf(plan))

    fill(desk, case_id, "opbouwschema", STORY["opbouwschema"], reason="Andere uren")
    assert desk.context(case_id).reference("opbouwschema")["versie"] == "2"
    again = desk.open_form("plan_van_aanpak", case_id)
    assert again.answers["opbouw"] == link, "the next plan still says which version it stood on"
    again.answer({"opbouw": {"soort": "opbouwschema", "versie": "2", "datum": ""}})
    assert again.answers["opbouw"] == again.references("opbouwschema")[0]


# --- dots to fill in --------------------------------------------------------------------------------------------------


def test_dots_of_a_suggestion_stop_finishing_wherever_it_is_asked(desk: Workspace) -> None:
    case_id = report_sick(desk, add_employee(desk), FIRST_DAY)
    session = desk.open_form("taakprofiel", case_id)
    tasks = [dict(row) for row in PROFILE["taken"]]
    session.answer({**PROFILE, "taken": [{**tasks[0], "toelichting": "Tillen tot .. kg"}, *tasks[1:]]})
    check = session.check()
    assert not check.ready
    (gap,) = check.stops
    assert (gap.field, gap.field_key, gap.is_missing) == ("taken[0].toelichting", "taken", True)
    assert gap.step_key == session.flow.step_of("taken").key
    assert gap.message == "Vul in wat op de puntjes hoort."
    with pytest.raises(KnownError, match="nog niet af"):
        session.finish()
    session.answer({"taken": [{**tasks[0], "toelichting": "Tillen tot 10 kg"}, *tasks[1:]]})
    assert session.check().ready
    session.finish()


def test_dots_in_the_reason_of_a_next_version_stop_it_too(desk: Workspace) -> None:
    case_id = report_sick(desk, add_employee(desk), FIRST_DAY)
    fill(desk, case_id, "taakprofiel", PROFILE)
    session = desk.open_form("taakprofiel", case_id)
    with pytest.raises(KnownError, match="reden") as stopped:
        session.finish("Niet beschikbaar op ..")
    assert stopped.value.code == "puntjes"
    session.finish("Niet beschikbaar op maandag")


# --- a file that a form asks for --------------------------------------------------------------------------------------


def test_a_kept_file_stays_when_another_case_goes(desk: Workspace, tmp_path: Path) -> None:
    case_id = report_sick(desk, add_employee(desk), FIRST_DAY)
    scan = picture(tmp_path, 120)
    answer = desk.open_form("probleemanalyse", case_id).keep_file(scan)
    assert answer == {"sha256": sha256_hex(scan.read_bytes()), "naam": scan.name, "grootte": scan.stat().st_size}
    desk.remove_unreported(desk.start_case(add_employee(desk, personeelsnr="72")))
    assert desk.store.attachments.read(str(answer["sha256"])) == scan.read_bytes()


def test_a_file_that_was_taken_back_stays_in_the_file_and_goes_nowhere(
    desk: Workspace, calendar: Calendar, tmp_path: Path
) -> None:
    case_id = report_sick(desk, add_employee(desk), FIRST_DAY)
    paper_id = desk.papers.views(case_id)[0].id
    scan = picture(tmp_path, 90)
    kept = desk.papers.attach(paper_id, scan)
    calendar.later(minutes=1)
    desk.papers.take_back(kept.id, "Het was het verkeerde bestand")
    assert desk.papers.attachments(paper_id) == desk.papers.views(case_id)[0].attachments == ()
    assert desk.case(case_id).journal[0].description.endswith("Reden: Het was het verkeerde bestand")
    assert desk.papers.attachment_bytes(kept.id) == scan.read_bytes(), "nothing is lost"
    calendar.later(minutes=1)
    again = desk.papers.attach(paper_id, scan)
    assert [one.id for one in desk.papers.attachments(paper_id)] == [again.id], "kept once more it counts again"
    desk.papers.take_back(again.id, "Het is niet goed te lezen")
    (tmp_path / "kopie").mkdir()
    target = tmp_path / "kopie" / "dossier.json"
    write_case(desk, case_id, target)
    (tmp_path / "ander").mkdir()
    other = make_desk(tmp_path / "ander", calendar)
    brought = read_case(other, str(target), io.BytesIO()).case_id
    theirs = next(view for view in other.papers.views(brought) if view.form == "ziekmelding")
    assert theirs.attachments == ()
    assert len(other.store.attachments.for_case(brought)) == 2, "the files themselves went along"
    other.close()
