"""Typing over at UWV: the lines of a finished paper, the sheet on paper, and a citizen number that stays nowhere."""

import base64
import logging
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reintegratie_desktop.services import type_over
from reintegratie_desktop.services.incoming import Incoming
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.errors import KnownError
from tests.documents.reading import all_words
from tests.services.desks import PASSWORD, Calendar, add_employee, finish, keep_as_is, make_desk, report_sick

FIRST = date(2026, 3, 2)
PNG = Incoming(
    base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    ),
    "png",
    "scan.png",
)
NUMBER = "111222333"
"""Passes the test of eleven and belongs to nobody."""


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(FIRST)


@pytest.fixture
def desk(tmp_path: Path, calendar: Calendar) -> Iterator[Workspace]:
    made = make_desk(tmp_path, calendar)
    yield made
    made.close()


@pytest.fixture
def case_id(desk: Workspace, calendar: Calendar) -> str:
    made = report_sick(desk, add_employee(desk), FIRST)
    calendar.go_to(date(2026, 12, 17))
    return made


@pytest.fixture
def paper_id(desk: Workspace, case_id: str) -> str:
    session = desk.open_form("uwv_42e_week", case_id)
    session.answer({"loonheffingennr": "123456789L01", "werkt_nu": "ja_uren", "uren_nu": "12"})
    return finish(session)


def test_only_the_papers_for_uwv_have_a_sheet(desk: Workspace, case_id: str, paper_id: str) -> None:
    assert type_over.has_sheet("uwv_42e_week")
    assert not type_over.has_sheet("plan_van_aanpak")
    assert type_over.newest_to_type_over(desk, case_id, "uwv_42e_week") == paper_id
    assert type_over.newest_to_type_over(desk, case_id, "ziek_uit_dienst") == ""
    assert type_over.newest_to_type_over(desk, case_id, "ziekmelding") == ""


def test_the_lines_stand_in_order_with_what_is_typed(desk: Workspace, paper_id: str) -> None:
    view = type_over.sheet_view(desk, paper_id)
    told = {line.label: line.value for line in view.lines}
    assert list(told)[:2] == ["Loonheffingennummer", "Naam van de werkgever"]
    assert [label for label in told if label.startswith(("Contact", "Tele", "E-mail", "Burger"))] == [
        "Contactpersoon", "Telefoonnummer", "E-mailadres", "Burgerservicenummer",
    ]  # fmt: skip
    assert told["Eerste ziektedag"] == "02-03-2026"
    assert told["Uren per week nu"] == "12 uur"
    assert told["Burgerservicenummer"] == ""
    assert [line.label for line in view.lines if line.is_bsn] == ["Burgerservicenummer"]
    assert "volgorde kan bij UWV iets anders zijn" in view.order
    assert view.title == "Overtypen bij UWV: melding bij UWV na 42 weken"
    assert view.notes_open == 4


@pytest.mark.parametrize(("typed", "number"), [("", ""), ("  ", ""), (NUMBER, NUMBER), ("111.222.333", NUMBER)])
def test_a_citizen_number_is_taken_as_it_is_typed(typed: str, number: str) -> None:
    assert type_over.citizen_number(typed) == number


@pytest.mark.parametrize("typed", ["111222334", "12", "abc", "111222333000"])
def test_a_number_that_fails_the_test_of_eleven_is_refused_without_naming_it(typed: str) -> None:
    with pytest.raises(KnownError) as refused:
        type_over.citizen_number(typed)
    assert typed not in str(refused.value)


def test_nine_figures_that_cannot_be_right_are_not_told_to_be_nine_figures() -> None:
    with pytest.raises(KnownError, match="elfproef"):
        type_over.citizen_number("123456789")
    with pytest.raises(KnownError, match="negen cijfers"):
        type_over.citizen_number("12345678")


@pytest.fixture
def asked(desk: Workspace, case_id: str) -> str:
    """Return a request with an advice that goes along; a scan is kept with the advice."""
    desk.papers.attach(keep_as_is(desk.open_form("probleemanalyse", case_id)), PNG)
    session = desk.open_form("deskundigenoordeel", case_id)
    session.answer({"vraag": "werkgever_genoeg"})
    return keep_as_is(session)


def test_what_goes_along_is_saved_together(desk: Workspace, asked: str, case_id: str) -> None:
    view = type_over.sheet_view(desk, asked)
    along = [line for line in view.lines if line.is_upload]
    assert view.has_papers and any("Probleemanalyse" in line.value for line in along)
    assert "b_functie" not in {line.key for line in along}, "what the question does not want is not listed"
    made = type_over.uploads(desk, asked)
    assert made[0].make().startswith(b"%PDF")
    assert any(one.name.endswith("_scan_1.png") and one.make() == PNG.content for one in made)
    assert type_over.uploads_name(desk, asked) == "2026-001_stukken_deskundigenoordeel_2026-12-17"
    type_over.note_uploads(desk, asked)
    assert "in een map bewaard" in desk.case(case_id).journal[0].description
    assert "Upload deze stukken als PDF." in all_words(type_over.rendering(desk, asked)())


def test_the_number_of_the_firm_is_filled_in_from_the_sheet(desk: Workspace, asked: str) -> None:
    line = next(line for line in type_over.sheet_view(desk, asked).lines if line.is_tax_number)
    with pytest.raises(KnownError, match="loonheffingennummer"):
        type_over.keep_tax_number(desk, "12L01")
    draft = desk.open_form("werkgever")
    draft.answer({"branche": "Handel"})
    draft.save()
    type_over.keep_tax_number(desk, "123456789 l01")
    line = next(line for line in type_over.sheet_view(desk, asked).lines if line.is_tax_number)
    assert line.value == desk.employer["loonheffingennr"] == "123456789L01"
    assert desk.open_form("werkgever").answers["loonheffingennr"] == "123456789L01", "also in what was begun"


def test_the_sheet_prints_with_and_without_the_number(desk: Workspace, paper_id: str) -> None:
    with_number = all_words(type_over.rendering(desk, paper_id, NUMBER)())
    assert NUMBER in with_number
    for words in ("123456789L01", "02-03-2026", "J. van Houten", "volgorde kan bij UWV iets anders zijn"):
        assert words in with_number
    without = all_words(type_over.rendering(desk, paper_id)())
    assert NUMBER not in without
    assert "Burgerservicenummer" in without


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_the_citizen_number_is_kept_nowhere(
    desk: Workspace, case_id: str, paper_id: str, tmp_path: Path, caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    temporary = tmp_path / "tijdelijk"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    target = tmp_path / "gekozen" / "blad.pdf"
    target.parent.mkdir()
    with caplog.at_level(logging.DEBUG):
        type_over.save_pdf(desk, paper_id, target, NUMBER)
        type_over.note_printed(desk, paper_id)
        type_over.note_saved(desk, paper_id)
        with pytest.raises(KnownError):
            type_over.citizen_number("111222334")
    assert NUMBER in all_words(target.read_bytes()), "it is on the sheet that was asked for"
    assert [path.name for path in target.parent.iterdir()] == ["blad.pdf"]
    assert NUMBER not in caplog.text
    assert list(temporary.iterdir()) == []
    # The file itself is encrypted: read every table of it as the program does, and every byte beside it.
    tables = [row["name"] for row in desk.file.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    assert "papers" in tables
    kept = "\n".join(repr(dict(row)) for table in tables for row in desk.file.rows(f'SELECT * FROM "{table}"'))
    assert "123456789L01" in kept, "the answers of the paper are in there"
    assert NUMBER not in kept
    target.unlink()
    desk.close()
    assert NUMBER.encode() not in everything_in(tmp_path)
    again = Workspace.open(desk.path, PASSWORD, desk.clock)
    assert "bsn" not in again.store.papers.get(paper_id).answers
    assert again.papers.snapshot(paper_id).field("bsn").answer is None
    lines = [line.description for line in again.case(case_id).journal]
    assert any("Overtypblad voor UWV afgedrukt" in line for line in lines)
    again.close()


def test_a_file_name_names_nobody(desk: Workspace, paper_id: str) -> None:
    name = type_over.file_name(desk, paper_id)
    assert name.endswith("_overtypblad_uwv_42e_week_2026-12-17.pdf")
    assert "Houten" not in name


def test_an_answer_to_a_form_never_holds_the_number(desk: Workspace, case_id: str) -> None:
    session = desk.open_form("uwv_42e_week", case_id)
    session.answer({"bsn": NUMBER})
    assert "bsn" not in session.answers
    session.save()
    draft = desk.store.drafts.load(case_id, "uwv_42e_week")
    assert draft is not None
    assert NUMBER not in repr(draft)
