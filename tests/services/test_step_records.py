"""A sick call with two names: the dossier is there, and what misses is asked before the paper that needs it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.flows import flow
from reintegratie_desktop.forms.record_needs import open_answers
from reintegratie_desktop.services.record_gaps import keep_begun_firm
from reintegratie_desktop.services.step_records import EMPLOYEE_STEP, FIRM_STEP, NEEDED, misses
from reintegratie_desktop.services.step_views import StepState, StepView
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.keys import KdfParams
from tests.services.desks import PASSWORD, WERKGEVER, WERKNEMER, ZIEKMELDING, Calendar, finish

TODAY = date(2026, 11, 23)
CALL = {**ZIEKMELDING, "eerste_ziektedag": "2026-11-23", "telefoon_verzuim": "0600000073"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    """Return a new file in which only the name of the firm was typed, and not even kept."""
    made = Workspace.create(tmp_path / "proef.reintegratie", PASSWORD, Calendar(TODAY), kdf=KdfParams.for_tests())
    firm = made.open_form("werkgever")
    firm.answer({"handelsnaam": "Bakkerij De Korenaar"})
    firm.save()
    yield made
    made.close()


def called(desk: Workspace) -> str:
    """Take a sick call with a last name, and return the case."""
    assert keep_begun_firm(desk) is None
    person = desk.open_form("werknemer")
    person.answer({"roepnaam": "Karim", "achternaam": "Haddou"})
    case_id = desk.start_case(finish(person))
    report = desk.open_form("ziekmelding", case_id)
    report.answer(CALL)
    finish(report)
    return case_id


def steps(desk: Workspace, case_id: str) -> dict[str, StepView]:
    return {step.id: step for phase in desk.case(case_id).phases for step in phase.steps}


@pytest.mark.parametrize(("record", "full"), [("werkgever", WERKGEVER), ("werknemer", WERKNEMER)])
def test_the_short_list_is_that_of_the_form(record: str, full: dict[str, object]) -> None:
    assert set(misses(record, {})) == set(open_answers(flow(record), Context(today=TODAY)))
    assert not misses(record, full)
    if record == "werknemer":
        assert misses(record, {**full, "contractsoort": "bepaalde_tijd"}) == ("einddatum",)
        assert set(NEEDED[record]) < {field.key for field in flow(record).fields}


def test_two_names_are_enough_for_a_dossier_with_its_dates(desk: Workspace) -> None:
    case_id = called(desk)
    assert desk.employer_name == "Bakkerij De Korenaar"
    clock = desk.clock_of(case_id)
    assert clock.case.geboortedatum is None
    assert clock.milestone("plan_van_aanpak").uiterlijk > TODAY
    assert all(not step.id.startswith("aow") for step in clock.termijnen)


def test_what_misses_is_a_calm_task(desk: Workspace) -> None:
    found = steps(desk, called(desk))
    for key, record in ((FIRM_STEP, "werkgever"), (EMPLOYEE_STEP, "werknemer")):
        step = found[key]
        assert (step.state, step.form, step.small) == (StepState.WAITING, record, True)
        assert step.day is not None
        assert step.day >= TODAY
    assert found[EMPLOYEE_STEP].detail.startswith("Nog ")
    assert "geboortedatum" in found[EMPLOYEE_STEP].explanation
    assert "AOW" in found[EMPLOYEE_STEP].explanation
    assert "AOW" not in found[FIRM_STEP].explanation
    assert desk.case  # the first page bears it too
    assert desk.today_view().open_cases == 1


def test_the_task_goes_when_all_is_there(desk: Workspace) -> None:
    case_id = called(desk)
    firm = desk.open_form("werkgever")
    firm.answer(WERKGEVER)
    finish(firm)
    person = desk.open_form("werknemer", employee_id=desk.store.cases.get(case_id).werknemer_id)
    person.answer({**WERKNEMER, "roepnaam": "Karim", "achternaam": "Haddou"})
    finish(person)
    assert not {FIRM_STEP, EMPLOYEE_STEP} & steps(desk, case_id).keys()


def test_a_paper_asks_the_record_first_and_then_goes_on(desk: Workspace) -> None:
    case_id = called(desk)
    message = desk.open_form("melding_arbodienst", case_id)
    message.answer(
        {"gewenste_actie": ["contact_met_werknemer"], "functie_info": False, "verzonden_via": "portaal_arbodienst"}
    )
    message.save()
    gaps = {gap.form: gap for gap in message.check().records}
    assert gaps["werkgever"].labels == ("Contactpersoon verzuim", "Arbodienst")
    assert gaps["werknemer"].place == "functie"
    assert not message.check().ready
    firm = desk.open_form("werkgever")
    firm.answer(WERKGEVER)
    finish(firm)
    assert [gap.form for gap in desk.open_form("melding_arbodienst", case_id, slot=message.slot).check().records] == [
        "werknemer"
    ]


def test_a_draft_takes_over_what_is_known_since(desk: Workspace) -> None:
    assert keep_begun_firm(desk) is None
    person = desk.open_form("werknemer")
    person.answer({"achternaam": "Haddou"})
    employee_id = finish(person)
    case_id = desk.start_case(employee_id)
    report = desk.open_form("ziekmelding", case_id)
    report.answer({"meldingswijze": "telefonisch"})
    report.save()
    again = desk.open_form("werknemer", employee_id=employee_id)
    again.answer({"telefoon": "0600000073"})
    finish(again)
    taken = desk.open_form("ziekmelding", case_id)
    assert taken.answers["telefoon_verzuim"] == "0600000073"
    assert taken.carried("telefoon_verzuim") is not None
    assert taken.answers["meldingswijze"] == "telefonisch"


def test_a_firm_that_cannot_be_right_is_shown_first(desk: Workspace) -> None:
    firm = desk.open_form("werkgever")
    firm.answer({"kvk": "12"})
    firm.save()
    session = keep_begun_firm(desk)
    assert session is not None
    assert session.check().stops[0].field == "kvk"
    assert not desk.employer_name
