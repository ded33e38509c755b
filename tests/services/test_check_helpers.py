"""What the page of the check asks of the services: the line in the dossier, drafts of a reason, where it leads."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from reintegratie_desktop.domain.check.item import Gewicht, Groep, Stand
from reintegratie_desktop.domain.clock import case_clocks
from reintegratie_desktop.domain.facts import CaseFacts
from reintegratie_desktop.services import file_check
from reintegratie_desktop.services.check_drafts import ReasonDraft, draft_of, drop_draft, keep_draft
from reintegratie_desktop.services.check_paper import note_saved, save_pdf
from reintegratie_desktop.services.examples import EXAMPLE_PASSWORD
from reintegratie_desktop.services.file_check import (
    check_case,
    confirm,
    explain,
    heavy_line,
    heavy_points,
    unconfirm,
    withdraw,
)
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.keys import key_file_for
from tests.example_file import example_file
from tests.services.desks import Calendar, add_employee, finish, make_desk, report_sick

TODAY = date(2026, 11, 25)
LATER = date(2027, 3, 25)
FIRST = date(2026, 10, 5)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("controle") / "voorbeeld.reintegratie"
    example_file(path, Calendar(TODAY)).close()
    return path


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(TODAY)


@pytest.fixture
def desk(made: Path, tmp_path: Path, calendar: Calendar) -> Iterator[Workspace]:
    path = tmp_path / made.name
    shutil.copy(made, path)
    shutil.copy(key_file_for(made), key_file_for(path))
    desk = Workspace.open(path, EXAMPLE_PASSWORD, calendar)
    yield desk
    desk.close()


def two_years(desk: Workspace) -> str:
    return desk.store.cases.all()[0].id


def running(desk: Workspace) -> str:
    return desk.store.cases.all()[2].id


# --- the line in the dossier ------------------------------------------------------------------------------------------


def test_the_line_counts_what_weighs_heavily_and_misses(desk: Workspace, calendar: Calendar) -> None:
    case_id = running(desk)
    assert (heavy_points(desk, case_id), heavy_line(desk, case_id)) == (0, "")
    calendar.go_to(date(2027, 1, 4))
    assert heavy_points(desk, case_id) == 1
    assert heavy_line(desk, case_id) == "1 punt weegt zwaar voor UWV en is nog niet op orde."
    calendar.go_to(LATER)
    view = check_case(desk, case_id)
    heavy = [item.id for item in view.group(Groep.HERSTELLEN) if item.weight_words == "zwaar"]
    assert view.heavy == len(heavy) == 3
    assert heavy_line(desk, case_id) == "3 punten wegen zwaar voor UWV en zijn nog niet op orde."
    confirm(desk, case_id, "spoor1_onderzoek", LATER)
    assert heavy_points(desk, case_id) == 2


def test_a_closed_case_and_one_without_a_report_have_no_line(desk: Workspace, calendar: Calendar) -> None:
    calendar.go_to(LATER)
    assert heavy_points(desk, desk.store.cases.all()[1].id) == 0
    begun = desk.start_case(desk.store.cases.get(running(desk)).werknemer_id)
    assert heavy_line(desk, begun) == ""


# --- early ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def young(tmp_path: Path) -> Iterator[tuple[Workspace, str, Calendar]]:
    calendar = Calendar(FIRST)
    desk = make_desk(tmp_path, calendar)
    yield desk, report_sick(desk, add_employee(desk), FIRST), calendar
    desk.close()


def test_before_the_first_paper_there_is_nothing_to_check_yet(young: tuple[Workspace, str, Calendar]) -> None:
    desk, case_id, calendar = young
    view = check_case(desk, case_id)
    assert view.is_early and view.is_open
    assert view.headline == "Nog niets te controleren"
    assert view.advice.startswith("Eerst komt de probleemanalyse. Liefst voor of op ")
    due = view.item("probleemanalyse").due
    assert due is not None and f"{due.day} {'november' if due.month == 11 else ''}" in view.advice
    calendar.go_to(due + timedelta(1))
    late = check_case(desk, case_id)
    assert not late.is_early
    assert late.headline.endswith("op orde") and not late.headline.startswith("Niets op te lossen")


@pytest.mark.parametrize(("told", "headline"), [(FIRST, "Niets te controleren"), (None, "1 van 2 op orde")])
def test_with_the_aow_age_nothing_is_checked_but_the_sick_report(
    young: tuple[Workspace, str, Calendar], monkeypatch: pytest.MonkeyPatch, told: date | None, headline: str
) -> None:
    desk, case_id, _calendar = young
    found = file_check.check_facts(desk, desk.store.cases.get(case_id))
    given = {
        "perioden": [{"ziek_vanaf": FIRST.isoformat()}],
        "gedaan": {"ziekmelding_arbodienst": told.isoformat() if told else None},
        "aow_gerechtigd": True,
    }
    (clock,) = case_clocks(CaseFacts.from_dict(given), FIRST + timedelta(30))
    monkeypatch.setattr(file_check, "check_facts", lambda *_all: replace(found, clock=clock))
    view = check_case(desk, case_id)
    assert view.headline == headline
    assert view.advice.startswith("Voor deze werknemer gelden de stappen" if told else "Los eerst het punt bovenaan op")
    assert all(item.group is Groep.NIET_NODIG for item in view.items if item.id == "verslag")


def test_what_is_still_to_come_stands_by_its_day_and_what_asks_by_its_weight(
    desk: Workspace, calendar: Calendar
) -> None:
    calendar.go_to(LATER)
    view = check_case(desk, running(desk))
    comes = view.group(Groep.KOMT_NOG)
    now = [item.stand is Stand.BINNENKORT for item in comes]
    assert now == sorted(now, reverse=True) and any(now)
    for stand in (Stand.BINNENKORT, Stand.KOMT_NOG):
        days = [item.due or date.max for item in comes if item.stand is stand]
        assert days == sorted(days)
    weights = [list(Gewicht).index(item.weight) for item in view.group(Groep.HERSTELLEN)]
    assert weights == sorted(weights)


# --- what is being written --------------------------------------------------------------------------------------------


@pytest.fixture
def late(desk: Workspace, calendar: Calendar) -> str:
    case_id = running(desk)
    calendar.go_to(date(2027, 1, 4))
    desk.tick(case_id, "uwv_42e_week", date(2026, 12, 31))
    return case_id


def test_a_draft_is_kept_as_it_was_typed_and_gone_when_it_is_written_down(desk: Workspace, late: str) -> None:
    assert draft_of(desk, late, "uwv_42e_week") is None
    typed = ReasonDraft("Het portaal was d", both_agree=True, day="31-1")
    lines = len(desk.store.journal.rows(late))
    keep_draft(desk, late, "uwv_42e_week", typed)
    assert draft_of(desk, late, "uwv_42e_week") == typed
    assert draft_of(desk, late, "probleemanalyse") is None
    assert len(desk.store.journal.rows(late)) == lines, "a draft is no event"
    assert check_case(desk, late).item("uwv_42e_week").stand is Stand.TE_LAAT, "a draft explains nothing yet"
    explain(desk, late, "uwv_42e_week", "Het portaal was dicht.", both_agree=True, day=date(2027, 1, 4))
    assert draft_of(desk, late, "uwv_42e_week") is None


def test_an_emptied_draft_is_forgotten(desk: Workspace, late: str) -> None:
    keep_draft(desk, late, "uwv_42e_week", ReasonDraft("Iets", both_agree=False, day="2027-01-04"))
    keep_draft(desk, late, "uwv_42e_week", ReasonDraft("  ", both_agree=False, day="2027-01-04"))
    assert draft_of(desk, late, "uwv_42e_week") is None
    drop_draft(desk, late, "uwv_42e_week")
    assert desk.store.cases.get(late).facts["gedaan"]["uwv_42e_week"] == "2026-12-31", "the rest stays"


# --- where a button leads ---------------------------------------------------------------------------------------------


def test_a_point_says_which_step_and_which_day_it_has(desk: Workspace, calendar: Calendar) -> None:
    case_id = running(desk)
    view = check_case(desk, case_id)
    assert view.item("verslag").step == "riv_aan_werknemer"
    assert view.item("uwv_42e_week").step == "uwv_42e_week"
    assert view.item("spoor1_onderzoek").confirmed_on is None
    confirm(desk, case_id, "spoor1_onderzoek", TODAY)
    assert check_case(desk, case_id).item("spoor1_onderzoek").confirmed_on == TODAY
    unconfirm(desk, case_id, "spoor1_onderzoek")
    assert check_case(desk, case_id).item("spoor1_onderzoek").confirmed_on is None
    calendar.go_to(LATER)
    assert check_case(desk, case_id).item("spoor2_start").reason_replaces
    assert not check_case(desk, case_id).item("plan_van_aanpak").reason_replaces


def test_late_evaluations_are_rows_of_one_point(desk: Workspace) -> None:
    rules = {item.id: item.rule for item in check_case(desk, two_years(desk)).items}
    assert rules["verslag"] == "verslag"
    assert set(rules.values()) <= {rule for rule in rules.values() if "_2" not in rule}


def test_a_report_without_both_opinions_is_opened_again_and_not_made_anew(desk: Workspace, calendar: Calendar) -> None:
    case_id = running(desk)
    calendar.go_to(LATER)
    assert check_case(desk, case_id).item("eerstejaars_meningen").slot == ""
    session = desk.open_form("gesprek", case_id, kind="eerstejaarsevaluatie")
    session.answer(
        {
            "datum": "2027-02-15T10:00",
            "plaats": "werk",
            "werk_nu": "10 uur per week loopt.",
            "schema": "op",
            "afspraken_oud": [{**row, "nagekomen": "ja"} for row in session.answers["afspraken_oud"]],
            "geen_afspraken": True,
            "bedrijfsarts_nodig": "nee",
            "volgende": "2027-03-29T10:00",
            "eerder": True,
            "verzonden": "2027-02-16",
        }
    )
    finish(session)
    item = check_case(desk, case_id).item("eerstejaars_meningen")
    assert item.stand is Stand.ONTBREEKT
    assert (item.form, item.slot) == ("gesprek", session.slot)


def test_saving_the_check_is_written_in_the_journal_once(desk: Workspace, tmp_path: Path) -> None:
    case_id = running(desk)
    before = len(desk.store.journal.rows(case_id))
    save_pdf(desk, case_id, tmp_path / "controle.pdf")
    note_saved(desk, case_id)
    told = [row.description for row in desk.store.journal.rows(case_id)][before:]
    assert told == ["Controle van het dossier als PDF bewaard"] * 2
    withdraw(desk, case_id, "uwv_42e_week")
    assert len(desk.store.journal.rows(case_id)) == before + 2
