"""The loonstaat, read back: what a payroll clerk types over, and nothing that is none of his business."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from reintegratie_desktop.services import wage_paper
from reintegratie_desktop.services.examples import EXAMPLE_PASSWORD
from reintegratie_desktop.services.wage_view import wage_view
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.keys import key_file_for
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.guard import find
from tests.documents.reading import all_words, pages_text, words
from tests.example_file import example_file
from tests.services.desks import Calendar, add_employee, finish, make_desk, report_sick

TODAY = date(2026, 11, 23)
FIRST = date(2026, 3, 2)
REASONS = (
    "spreekuur", "bedrijfsarts", "herstel", "beperking", "advies", "ziekmelding", "hersteld", "zwanger", "verlof",
    "passend", "plan van aanpak", "arbeidstherapeutisch", "wia", "aow", "weigert", "geweigerd",
)  # fmt: skip
"""What somebody in the payroll has no business with."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("loonstaat") / "voorbeeld.reintegratie"
    example_file(path, Calendar(TODAY)).close()
    return path


@pytest.fixture
def examples(made: Path, tmp_path: Path) -> Iterator[Workspace]:
    path = tmp_path / made.name
    shutil.copy(made, path)
    shutil.copy(key_file_for(made), key_file_for(path))
    desk = Workspace.open(path, EXAMPLE_PASSWORD, Calendar(TODAY))
    yield desk
    desk.close()


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(FIRST)


@pytest.fixture
def desk(tmp_path: Path, calendar: Calendar) -> Iterator[Workspace]:
    found = make_desk(tmp_path, calendar)
    yield found
    found.close()


def petra(desk: Workspace) -> str:
    (case,) = [case for case in desk.store.cases.all() if desk.employee(case.werknemer_id)["achternaam"] == "Lammers"]
    return case.id


def case_with(desk: Workspace, calendar: Calendar, **answers: Any) -> str:
    case_id = report_sick(desk, add_employee(desk), FIRST)
    calendar.go_to(TODAY)
    session = desk.open_form("loongegevens", case_id)
    rate = {"van": "2019-02-01", "bedrag": "3000.00", "per": "maand", "vakantiebijslag_inbegrepen": True}
    paid = {"vakantiebijslag": "elke_keer", "gewerkt_bron": "niet", "cao_vorm": "wet"}
    session.answer({"loon": [rate], **paid, **answers})
    finish(session)
    return case_id


def amounts(text: str) -> list[Decimal]:
    """The amounts in a piece of text, in order."""
    found = re.findall(r"€ (–?[\d.]+,\d\d)", text)
    return [Decimal(item.replace(".", "").replace(",", ".").replace("–", "-")) for item in found]


def test_the_months_read_back_add_up_to_the_cent(examples: Workspace) -> None:
    case_id = petra(examples)
    view = wage_view(examples, case_id)
    text = all_words(wage_paper.pdf(examples, case_id))
    heading = "Tot en met november 2026"
    table = text[text.index(heading) + len(heading) : text.index("2 Wat er verandert")]
    names = [*(row.title for row in view.rows), "Samen"]
    read = []
    for name, following in zip(names, [*names[1:], ""], strict=True):
        after = table[table.index(name) + len(name) :]
        row = after[: after.index(following)] if following else after
        read.append(amounts(row)[:3])
    for continued, for_work, due in read:
        assert continued + for_work == due
    assert [sum(column) for column in zip(*read[:-1], strict=True)] == read[-1]
    assert [due for _continued, _for_work, due in read[:-1]] == [row.due for row in view.rows]
    assert read[-1][2] == view.total.te_betalen
    # Nothing comes off in this case, so there is no column for it.
    assert "Eraf" not in table


def test_it_says_what_changes_and_on_which_day(examples: Workspace) -> None:
    text = all_words(wage_paper.pdf(examples, petra(examples)))
    part = text[text.index("2 Wat er verandert") : text.index("3 Waar het bedrag op rust")]
    assert "Begint op 02-12-2024" in part
    assert "Nieuw loon vanaf 01-07-2025: € 2.450,00 per maand" in part
    assert "Tweede jaar vanaf 01-12-2025" in part
    assert "Laatste dag 29-11-2026" in part
    assert "€ –571,67" in part
    assert "niet ingevuld" not in text


def test_it_names_its_rules_its_sources_and_the_day_they_were_checked(examples: Workspace) -> None:
    text = all_words(wage_paper.pdf(examples, petra(examples)))
    assert "Bedragen nagekeken op" in text
    assert "21-11-2026" in text
    assert "Minstens 70% van het loon, en nooit minder dan het minimumloon." in text
    assert "Afgesproken: 100%." in text
    assert "BW 7:629 lid 1" in text
    assert "€ 14,06 per uur" in text
    assert "Rijksoverheid, bedragen minimumloon 2024" in text
    assert "We rekenen per dag zonder af te ronden." in text
    assert "Elk totaal is de som van de regels erboven." in text


def test_it_is_house_paper_with_a_neutral_name(examples: Workspace) -> None:
    case_id = petra(examples)
    case = examples.store.cases.get(case_id)
    data = wage_paper.pdf(examples, case_id)
    first = words(pages_text(data)[0])
    assert "Bouw- en tuincentrum Van Elzen B.V. (fictief) Vertrouwelijk: personeelsdossier Loonstaat" in first
    assert "P. Lammers" in first
    assert f"Dossier {case.nummer}, versie 1 van 23-11-2026" in first
    assert wage_paper.file_name(examples, case_id) == f"{case.nummer}_loonstaat_2026-11-23.pdf"
    assert wage_paper.pdf(examples, case_id) == data


def check_private(data: bytes) -> None:
    text = all_words(data)
    low = text.casefold()
    assert [word for word in REASONS if word in low] == []
    assert [hit.word for hit in find(text)] == []


def test_nothing_on_it_is_about_health(examples: Workspace) -> None:
    check_private(wage_paper.pdf(examples, petra(examples)))


def test_the_reason_of_a_measure_stays_in_the_dossier(desk: Workspace, calendar: Calendar) -> None:
    case_id = case_with(
        desk,
        calendar,
        wachtdagen="1",
        gewerkt_bron="zelf",
        gewerkt=[
            {"van": "2026-04-06", "tot_en_met": "2026-04-12", "uren_per_week": "8", "vorm": "arbeidstherapeutisch"}
        ],
        opschorting=[{"van": "2026-07-06", "opgeheven_per": "2026-08-03", "grond": "spreekuur_gemist"}],
        loonstop=[{"van": "2026-09-07", "tot_en_met": "2026-09-13", "grond": "herstel_belemmerd"}],
    )
    data = wage_paper.pdf(desk, case_id)
    check_private(data)
    text = all_words(data)
    part = text[text.index("4 Opschorting en loonstop") :]
    assert "Loonstop 07-09-2026 tot en met 13-09-2026" in part
    assert "BW 7:629 lid 3 " in part
    assert "onder" not in part[: part.index("5 ")]
    assert "alsnog betaald per 03-08-2026" in part
    assert "Wachtdagen 1" in text
    assert "met vakantiebijslag" in text


def test_what_is_still_to_come_stands_apart(desk: Workspace, calendar: Calendar) -> None:
    case_id = case_with(desk, calendar)
    text = all_words(wage_paper.pdf(desk, case_id))
    now, later = text.index("Tot en met november 2026"), text.index("Daarna, als er niets verandert")
    assert now < text.index("november 2026", now + 30) < later < text.index("december 2026", later)
    assert "Geen bedrag voor januari 2027 tot en met februari 2028." in text
    assert "niet ingevuld" not in text
    assert "Het maximumdagloon van 01-01-2027 tot en met 30-06-2027 kennen we nog niet." in text
    assert "Eraf" not in text
    # How to enter what misses is for the employer, not for the payroll.
    assert "“Eigen bedragen”" not in text


def test_what_comes_off_has_a_column_of_its_own(desk: Workspace, calendar: Calendar) -> None:
    benefit = {"van": "2026-04-01", "tot_en_met": "2026-04-30", "bedrag": "200.00", "per": "maand"}
    case_id = case_with(desk, calendar, uitkeringen=[benefit])
    view = wage_view(desk, case_id)
    text = all_words(wage_paper.pdf(desk, case_id))
    row = text[text.index("april 2026") :]
    continued, off, due = amounts(row)[:3]
    assert (off, continued - off) == (Decimal("200.00"), due)
    assert due == view.row("2026-04").due
    assert "Voor werk" not in text


def test_a_case_in_one_month_and_one_before_any_amount_print_too(desk: Workspace, calendar: Calendar) -> None:
    case_id = case_with(desk, calendar, reken_tot_en_met="2026-03-20")
    text = all_words(wage_paper.pdf(desk, case_id))
    assert "Samen" not in text
    assert "maart 2026" in text
    calendar.go_to(date(2027, 8, 2))
    late = report_sick(desk, add_employee(desk, personeelsnr="75"), date(2027, 8, 2))
    session = desk.open_form("loongegevens", late)
    session.answer({"loon": [{"van": "2027-01-01", "bedrag": "3000.00", "per": "maand"}], "cao_vorm": "wet"})
    finish(session)
    text = all_words(wage_paper.pdf(desk, late))
    assert "Augustus 2027 nog niet berekend" in text
    assert "Bedragen nagekeken op nog niet" in text
    assert "Er mist een bedrag." in text
    assert "Wat er verandert" not in text
    assert "Bedragen en bronnen" not in text


def test_saving_and_printing_are_noted_without_an_amount(examples: Workspace, tmp_path: Path) -> None:
    case_id = petra(examples)
    target = tmp_path / "loonstaat.pdf"
    wage_paper.save_pdf(examples, case_id, target)
    wage_paper.note_printed(examples, case_id)
    assert target.read_bytes().startswith(b"%PDF")
    lines = [line.description for line in examples.case(case_id).journal]
    assert "Loonstaat als PDF bewaard" in lines
    assert "Loonstaat afgedrukt" in lines
    with pytest.raises(KnownError):
        wage_paper.save_pdf(examples, case_id, tmp_path / "weg" / "loonstaat.pdf")


def test_pay_per_week_with_other_hours_and_vakantie_reads_back_to_the_cent(desk: Workspace, calendar: Calendar) -> None:
    own = {"van": "2026-09-01", "uren_per_dag": ["8", "8", "8", "8", "0", "0", "0"]}
    holiday = [{"van": "2026-07-20", "tot_en_met": "2026-07-31"}]
    rate = {"van": "2019-02-01", "bedrag": "700.00", "per": "week", "vakantiebijslag_inbegrepen": False}
    case_id = case_with(
        desk, calendar, loon=[rate], werkpatroon_wijzigingen=[own], vakantie=holiday, wachtdagen="2",
        reken_tot_en_met="2026-11-22",
    )  # fmt: skip
    view = wage_view(desk, case_id)
    data = wage_paper.pdf(desk, case_id)
    check_private(data)
    text = all_words(data)
    assert "1 Bedragen per week" in text
    for row in view.rows:
        after = text[text.index(f"{row.title} ({row.days})") :]
        continued, free, off, due = amounts(after)[:4]
        assert continued + free - off == due == row.due, row.title
    assert "Alle bedragen zijn bruto, zonder vakantiebijslag en zonder werkgeverslasten." in text
    assert "Werkgeverslasten: de premies die jij boven op het loon betaalt." in text
    assert "Vanaf 01-09-2026: 32 uur" in text
    assert "20-07-2026 tot en met 31-07-2026" in text
    assert "BW 7:639 lid 1" in text
    assert "Dagloon: het loon van één werkdag, zoals UWV het berekent." in text


def test_hours_that_miss_stand_beside_the_amount(examples: Workspace) -> None:
    text = all_words(wage_paper.pdf(examples, petra(examples)))
    assert "€ 1.690,98, nog zonder uren van week 47 en 48" in text
    assert "november 2026, nog zonder uren van week 47 en 48 144" in text
