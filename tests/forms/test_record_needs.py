"""A record is kept with a name; what else it has to hold is asked before the paper that needs it."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.fields import Need
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import all_flows, flow
from reintegratie_desktop.forms.record_needs import NEEDS, RECORDS, asked_by_the_record, open_answers, record_gaps
from reintegratie_desktop.forms.wizard import StepState, Wizard

TODAY = date(2026, 11, 23)
RECORD_FORMS = {key: flow(key) for key in RECORDS}
NAMES: dict[str, dict[str, Any]] = {
    "werkgever": {"handelsnaam": "Bakkerij De Korenaar"},
    "werknemer": {"achternaam": "Haddou"},
}


@pytest.mark.parametrize("record", RECORDS)
def test_a_name_is_enough_to_keep_a_record(record: str) -> None:
    context = Context(today=TODAY)
    assert not [item.field for item in flow(record).findings(NAMES[record], context) if item.stops]
    (name,) = NAMES[record]
    assert [item.field for item in flow(record).findings({}, context) if item.stops] == [name]


@pytest.mark.parametrize("record", RECORDS)
def test_nothing_that_is_required_is_forgotten(record: str) -> None:
    """What a record may be kept without is asked before some paper: by the paper itself, or by the record."""
    in_papers = {
        carry.key
        for form in all_flows()
        for field in form.fields
        if field.need is Need.REQUIRED and not field.fixed
        for carry in field.carry
        if carry.form == record
    }
    named = {key for needed in NEEDS.values() for key in needed.get(record, ())}
    required = {field.key for field in flow(record).fields if field.need is Need.REQUIRED}
    starts, _carried = flow(record).start(Context(today=TODAY))
    assert required - set(flow(record).enough) - set(starts) <= in_papers | named


def test_only_answers_that_exist_are_needed() -> None:
    for key, needed in NEEDS.items():
        flow(key)
        for record, answers in needed.items():
            assert record in RECORDS
            for answer in answers:
                assert flow(record).field(answer).need is not Need.OPTIONAL, (key, answer)


def test_what_a_paper_only_shows_is_asked_by_the_record() -> None:
    """A paper that shows a fact and cannot be typed in leads to the record when the fact is not there."""
    for form in all_flows():
        for field in form.fields:
            for carry in field.carry:
                if carry.form in RECORDS and field.fixed and field.need is Need.REQUIRED and carry.key not in (
                    "handelsnaam", "achternaam"
                ):  # fmt: skip
                    assert carry.key in NEEDS[form.key][carry.form], (form.key, field.key)
                    assert asked_by_the_record(form, field.key)
    assert not asked_by_the_record(flow("ziekmelding"), "telefoon_verzuim")
    assert not asked_by_the_record(flow("ziekmelding"), "verwachte_datum")


def test_the_sick_report_asks_no_record_for_anything() -> None:
    context = Context(today=TODAY, papers=NAMES)
    assert not list(record_gaps(flow("ziekmelding"), RECORD_FORMS, context))


def test_the_report_to_the_arbodienst_asks_what_it_tells() -> None:
    context = Context(today=TODAY, papers=NAMES)
    firm, employee = record_gaps(flow("melding_arbodienst"), RECORD_FORMS, context)
    assert (firm.form, firm.keys) == ("werkgever", ("contact", "arbodienst"))
    assert employee.keys == ("functie", "contracturen", "leidinggevende", "adres", "telefoon")


def test_an_end_is_asked_only_of_a_contract_that_ends() -> None:
    person = {"achternaam": "Haddou", "contractsoort": "bepaalde_tijd"}
    assert "einddatum" in open_answers(flow("werknemer"), Context(today=TODAY, papers={"werknemer": person}))
    person["contractsoort"] = "onbepaalde_tijd"
    assert "einddatum" not in open_answers(flow("werknemer"), Context(today=TODAY, papers={"werknemer": person}))


def test_the_form_of_a_record_shows_where_something_is_open() -> None:
    wizard = Wizard(flow("werknemer"), Context(today=TODAY), {"achternaam": "Haddou"})
    assert {item.level for item in wizard.findings()} == {Level.OPEN}
    assert wizard.open_at() == "voorletters"
    assert wizard.state_of(wizard.step) is StepState.PARTIAL


def test_a_paper_asks_nothing_of_a_record_that_holds_it() -> None:
    papers = {**NAMES, "werkgever": {**NAMES["werkgever"], "contact": {"naam": "Noor"}, "arbodienst": {"naam": "Arbo"}}}
    context = Context(today=TODAY, papers=papers)
    assert [gap.form for gap in record_gaps(flow("melding_arbodienst"), RECORD_FORMS, context)] == ["werknemer"]
    assert not list(record_gaps(flow("taakprofiel"), RECORD_FORMS, context))


def test_half_an_address_is_still_asked_for() -> None:
    firm = {"handelsnaam": "De Halm", "adres": {"straat": "Kade 8"}}
    assert "adres" in open_answers(flow("werkgever"), Context(today=TODAY, papers={"werkgever": firm}))
    firm["adres"] = {"straat": "Kade 8", "postcode": "9999 ZZ", "plaats": "Demodorp"}
    assert "adres" not in open_answers(flow("werkgever"), Context(today=TODAY, papers={"werkgever": firm}))
