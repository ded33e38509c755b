"""The employer: little to fill in, the patterns of the numbers, and the share of the wage."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flow import Scope
from reintegratie_desktop.forms.flows import flow

FLOW = flow("werkgever")
FULL: dict[str, Any] = {
    "handelsnaam": "Bakkerij De Korenaar (fictief)",
    "adres": {"straat": "Molenstraat 12", "postcode": "9999 ZZ", "plaats": "Demodorp"},
    "branche": "Bakkerij met winkel",
    "aantal_wn": "14",
    "contact": {"naam": "Joyce Brands", "telefoon": "0600000011"},
    "arbodienst": {"naam": "De Brug Arbo (fictief)"},
    "or_vorm": "geen",
    "loon_jaar1": "100",
    "loon_jaar2": "70",
    "verzuimprotocol": "2024-01-01",
}


@pytest.fixture
def context(today: date) -> Context:
    """Return an empty context."""
    return Context(today=today)


def found(answers: dict[str, Any], context: Context) -> dict[str, Level]:
    """Return the field and the level of each finding."""
    return {finding.field: finding.level for finding in FLOW.findings(answers, context)}


def test_it_is_a_record_without_a_paper() -> None:
    assert FLOW.scope is Scope.RECORD
    assert not FLOW.has_paper


def test_a_full_record_has_no_findings(context: Context) -> None:
    assert FLOW.findings(FULL, context) == ()


def test_the_last_step_may_stay_empty(context: Context) -> None:
    last = FLOW.steps[-1]
    assert last.key == "meer"
    assert not any(field.is_required({}, context) for field in last.fields)


def test_there_is_little_to_type_before_you_can_begin(context: Context) -> None:
    answers, _carried = FLOW.start(context)
    findings = FLOW.findings(answers, context)
    assert [finding.field for finding in findings if finding.stops] == ["handelsnaam"]
    left = ["adres", "branche", "aantal_wn", "contact", "arbodienst", "or_vorm"]
    assert [finding.field for finding in findings if finding.level is Level.OPEN] == left
    assert answers == {"loon_jaar1": "70", "loon_jaar2": "70"}


@pytest.mark.parametrize(
    ("key", "good", "bad"),
    [
        ("kvk", "12345678", "1234567"),
        ("vestigingsnr", "000012345678", "12345678"),
        ("loonheffingennr", "123456789L01", "123456789B01"),
        ("aantal_wn", "1", "0"),
        ("normuren", "38", "61"),
        ("wachtdagen", "0", "3"),
        ("loon_jaar1", "70", "69.99"),
        ("loon_jaar2", "100", "50"),
    ],
)
def test_the_shape_of_the_numbers(context: Context, key: str, good: str, bad: str) -> None:
    assert found({**FULL, key: good}, context) == {}
    assert found({**FULL, key: bad}, context) == {key: Level.BLOCK}


def test_the_sentence_names_the_share_the_law_asks(context: Context) -> None:
    (finding,) = FLOW.findings({**FULL, "loon_jaar1": "50"}, context)
    assert finding.message == "Minder dan 70% mag niet van de wet. Kijk wat er in de cao of het contract staat."
    assert finding.source == "BW 7:629 lid 1"


def test_waiting_days_only_count_on_paper(context: Context) -> None:
    assert found({**FULL, "wachtdagen": "2"}, context) == {"wachtdagen": Level.HINT}


def test_without_a_protocol_there_is_a_hint(context: Context) -> None:
    assert found({**FULL, "verzuimprotocol": ""}, context) == {"verzuimprotocol": Level.HINT}


def test_a_number_for_uwv_is_needed_once_there_is_a_paper_for_uwv(today: date) -> None:
    busy = Context(today=today, papers={"uwv_42e_week": {"datum": "2026-10-26"}})
    assert found(FULL, busy) == {"loonheffingennr": Level.OPEN}


def test_the_two_numbers_for_exchange_belong_together(context: Context) -> None:
    assert found({**FULL, "arbo_werkgever_id": "W1"}, context) == {"arbo_aansluitnr": Level.OPEN}
    assert found({**FULL, "arbo_aansluitnr": "A1"}, context) == {"arbo_werkgever_id": Level.OPEN}


def test_before_the_first_day_of_the_law_data_nothing_is_judged() -> None:
    long_ago = Context(today=date(1999, 1, 1))
    assert FLOW.start(long_ago) == ({}, {})
    assert found({**FULL, "loon_jaar1": "10", "wachtdagen": "9"}, long_ago) == {"wachtdagen": Level.HINT}
