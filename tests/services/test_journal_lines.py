"""Lines somebody writes in the journal, a correction beside the old line, and the journal as a paper and a table."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reintegratie_desktop.domain.snapshot import FormSnapshot
from reintegratie_desktop.forms.journal_entry import KINDS
from reintegratie_desktop.services.journal import (
    file_name,
    harmless,
    journal_csv,
    journal_snapshot,
    kind_words,
    line_reference,
    save_csv,
    save_pdf,
)
from reintegratie_desktop.services.listing import document_kinds, printed_paper
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.errors import KnownError
from tests.documents.reading import all_words
from tests.services.desks import Calendar, add_employee, finish, make_desk, report_sick

DAY = date(2026, 11, 9)


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


def write(desk: Workspace, case_id: str, text: str, *, kind: str = "", **answers: Any) -> None:
    session = desk.open_form("logboek", case_id, kind=kind)
    session.answer({"omschrijving": text, **answers})
    finish(session)


def newest(desk: Workspace, case_id: str) -> Any:
    return desk.case(case_id).journal[0]


def test_a_line_says_when_it_happened_and_when_it_was_written(
    desk: Workspace, case_id: str, calendar: Calendar
) -> None:
    calendar.go_to(date(2026, 11, 12))
    write(desk, case_id, "Gebeld over de start op maandag.", gebeurd_op="2026-11-10", met="Jasper van Houten")
    line = newest(desk, case_id)
    assert (line.happened_on, line.at.date(), line.kind) == (date(2026, 11, 10), date(2026, 11, 12), "contact")
    assert line.who == "Noor Blom, bedrijfsleider"
    assert line.with_whom == "Jasper van Houten"
    assert line.description == "Gebeld over de start op maandag."
    assert desk.store.drafts.list(case_id) == []
    assert desk.store.journal.verify() is None
    assert not [paper for paper in desk.case(case_id).papers if paper.form == "logboek"]


def test_a_line_that_is_put_right_stays_and_both_say_so(desk: Workspace, case_id: str) -> None:
    write(desk, case_id, "Gebeld, negen uur afgesproken.")
    wrong = newest(desk, case_id)
    session = desk.open_form("logboek", case_id, kind=str(wrong.nr))
    assert session.answers["correctie_op"] == line_reference(wrong)
    assert (session.answers["soort"], session.answers["gebeurd_op"]) == ("correctie", DAY.isoformat())
    session.answer({"omschrijving": "Het was tien uur."})
    finish(session)
    right, old = desk.case(case_id).journal[:2]
    assert (right.kind, right.corrects, right.corrected_by) == ("correctie", wrong.nr, None)
    assert (old.description, old.corrected_by) == ("Gebeld, negen uur afgesproken.", right.nr)
    said = all_words(desk.papers.render(journal_snapshot(desk, case_id)))
    assert f"Verbetert regel {wrong.nr}." in said
    assert f"Verbeterd in regel {right.nr}." in said


def test_a_correction_of_nothing_is_no_correction(desk: Workspace, case_id: str) -> None:
    session = desk.open_form("logboek", case_id, kind="999")
    assert session.answers["correctie_op"] is None
    session.answer({"omschrijving": "Gebeld.", "gebeurd_op": DAY.isoformat()})
    assert [item.field for item in session.check().stops] == ["correctie_op"]


def test_a_choice_of_an_old_line_makes_it_a_correction_whatever_its_kind(desk: Workspace, case_id: str) -> None:
    first = desk.case(case_id).journal[-1]
    write(desk, case_id, "Het was een dag later.", correctie_op=line_reference(first))
    assert newest(desk, case_id).kind == "correctie"


def test_a_line_can_belong_to_a_paper(desk: Workspace, case_id: str) -> None:
    session = desk.open_form("logboek", case_id)
    papers = session.references("")
    assert papers == ({"soort": "ziekmelding", "versie": "1", "datum": "2026-11-09"},)
    write(desk, case_id, "Meegegeven.", document=papers[0], soort="overdracht")
    assert newest(desk, case_id).paper == "Ziekmelding"
    write(desk, case_id, "Onbekend papier.", document={"soort": "gesprek", "versie": "3", "datum": "2026-11-09"})
    assert newest(desk, case_id).paper == ""


def test_a_word_about_health_does_not_come_in(desk: Workspace, case_id: str) -> None:
    session = desk.open_form("logboek", case_id)
    session.answer({"omschrijving": "Zij heeft migraine"})
    with pytest.raises(KnownError):
        session.finish()
    assert "migraine" not in newest(desk, case_id).description


def test_every_line_begins_anew_and_a_draft_is_kept(desk: Workspace, case_id: str) -> None:
    session = desk.open_form("logboek", case_id)
    session.answer({"omschrijving": "Half af"})
    session.save()
    assert desk.open_form("logboek", case_id).answers["omschrijving"] == "Half af"
    finish(desk.open_form("logboek", case_id))
    assert "omschrijving" not in desk.open_form("logboek", case_id).answers


def test_a_closed_case_still_takes_lines(desk: Workspace, case_id: str, calendar: Calendar) -> None:
    calendar.go_to(date(2026, 11, 20))
    desk.report_recovery(case_id, date(2026, 11, 19), own_work=True)
    write(desk, case_id, "Koffie gedronken met de ploeg.")
    assert newest(desk, case_id).description == "Koffie gedronken met de ploeg."


def test_the_paper_for_the_employee_leaves_out_what_is_not_shown(desk: Workspace, case_id: str, tmp_path: Path) -> None:
    write(desk, case_id, "Overleg met de arbodienst.", zichtbaar_wn=False, met="Arbo Voorbeeld")
    shown, whole = journal_snapshot(desk, case_id), journal_snapshot(desk, case_id, whole=True)
    assert "Overleg met de arbodienst" not in repr(shown.sections)
    said = all_words(desk.papers.render(whole))
    assert "Overleg met de arbodienst. Niet in het verslag." in said
    assert "Noor Blom, bedrijfsleider, met Arbo Voorbeeld" in said
    assert FormSnapshot.from_dict(whole.to_dict()) == whole
    save_pdf(desk, case_id, tmp_path / "logboek.pdf")
    assert "Overleg met de arbodienst" not in all_words((tmp_path / "logboek.pdf").read_bytes())
    assert newest(desk, case_id).description == "Logboek als PDF bewaard"


def test_the_command_prints_the_journal(desk: Workspace, case_id: str) -> None:
    assert {"soort": "logboek", "code": "LB", "titel": "Logboek"} in document_kinds()
    printed = printed_paper(desk, desk.case(case_id).number, "logboek")
    assert "Ziekmelding vastgesteld, versie 1" in all_words(printed.pdf)


def test_the_table_reads_back_and_runs_nothing(desk: Workspace, case_id: str, tmp_path: Path) -> None:
    write(desk, case_id, '=HYPERLINK("http://x";"klik")', met="@SUM(1)", zichtbaar_wn=False)
    save_csv(desk, case_id, tmp_path / "logboek.csv")
    raw = (tmp_path / "logboek.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))
    assert len({len(row) for row in rows}) == 1
    last = rows[-1]
    assert last[3] == """'=HYPERLINK("http://x";"klik")"""
    assert last[5] == "'@SUM(1)"
    assert last[7] == "nee"
    assert [row[0] for row in rows[1:]] == sorted((row[0] for row in rows[1:]), key=int)
    assert newest(desk, case_id).description == "Logboek als tabel bewaard"
    write(desk, case_id, "Beter.", correctie_op=line_reference(newest(desk, case_id)))
    rows = list(csv.reader(io.StringIO(journal_csv(desk, case_id).decode("utf-8-sig")), delimiter=";"))
    assert rows[-1][8] == rows[-2][0]


@given(st.text())
def test_no_cell_is_ever_reckoned(text: str) -> None:
    cell = harmless(text)
    assert cell[:1] not in {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"}
    assert "\n" not in cell
    assert "\r" not in cell


def test_names_and_kinds(desk: Workspace, case_id: str) -> None:
    assert file_name(desk, case_id, "csv") == f"{desk.case(case_id).number}_logboek_2026-11-09.csv"
    assert {kind_words(line.kind) for line in desk.case(case_id).journal} <= {option.label for option in KINDS}
    assert kind_words("iets_ouds") == "iets_ouds"
    long = desk.case(case_id).journal[0]
    assert line_reference(long)["tekst"].startswith(f"Regel {long.nr}, ")
