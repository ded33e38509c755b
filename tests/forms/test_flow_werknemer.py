"""The employee: names, hours, contract, and what may be asked."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import flow
from reintegratie_desktop.forms.flows.werknemer import bsn_problem

FLOW = flow("werknemer")
FULL: dict[str, Any] = {
    "personeelsnr": "1007",
    "voorletters": "K.",
    "achternaam": "Haddou",
    "geboortedatum": "1984-05-17",
    "adres": {"straat": "Voorbeeldweg 8", "postcode": "9999 ZZ", "plaats": "Demodorp"},
    "telefoon": "0600000012",
    "functie": "Magazijnmedewerker",
    "leidinggevende": {"naam": "Joyce Brands"},
    "contracturen": "38",
    "werkpatroon": ["7.6", "7.6", "7.6", "7.6", "7.6", "0", "0"],
    "contractsoort": "onbepaalde_tijd",
    "in_dienst": "2016-03-01",
}


@pytest.fixture
def context(today: date) -> Context:
    """Return a context with an employer."""
    return Context(
        today=today, papers={"werkgever": {"contact": {"naam": "Joyce Brands", "functie": "bedrijfsleider"}}}
    )


def found(answers: dict[str, Any], context: Context) -> dict[str, Level]:
    """Return the field and the level of each finding."""
    return {finding.field: finding.level for finding in FLOW.findings(answers, context)}


def test_a_full_record_has_no_findings(context: Context) -> None:
    assert FLOW.findings(FULL, context) == ()


def test_the_manager_is_proposed(context: Context) -> None:
    answers, carried = FLOW.start(context)
    assert answers == {
        "leidinggevende": {"naam": "Joyce Brands", "functie": "bedrijfsleider"},
        "personeelsnr": "1",
    }
    assert carried == {"leidinggevende": "werkgever"}


def test_the_first_free_number_is_proposed(today: date) -> None:
    taken = Context(today=today, papers={"bestand": {"personeelsnummers": ["7", "1007", "A12", ""]}})
    assert FLOW.start(taken)[0]["personeelsnr"] == "1008"


def test_what_a_sick_call_needs_comes_first() -> None:
    assert [step.key for step in FLOW.steps] == ["wie", "werk", "contract", "bereikbaar"]
    assert {"adres", "telefoon", "personeelsnr"} <= {field.key for field in FLOW.steps[-1].fields}


@pytest.mark.parametrize("number", ["+31 (0)6 12 34 56 78", "06-12345678", "0600000012", ""])
def test_a_good_number_gets_no_remark(context: Context, number: str) -> None:
    assert "Klopt dit telefoonnummer?" not in [
        item.message for item in FLOW.findings({**FULL, "telefoon": number}, context)
    ]


@pytest.mark.parametrize("number", ["bel maar", "12345678", "06 12345678 na vijf uur"])
def test_a_number_that_looks_wrong_gets_a_hint(context: Context, number: str) -> None:
    assert found({**FULL, "telefoon": number}, context) == {"telefoon": Level.HINT}


def test_a_permanent_contract_is_not_asked_for_an_end(context: Context) -> None:
    def asked(kind: str) -> bool:
        answers = {**FULL, "contractsoort": kind}
        return any(field.key == "einddatum" for field in FLOW.asked_fields(answers, context))

    assert [asked(kind) for kind in ("onbepaalde_tijd", "dga", "bepaalde_tijd", "bbl_stage")] == [
        False,
        False,
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("key", "good", "bad"),
    [
        ("geboortedatum", "2010-11-23", "2016-11-23"),
        ("geboortedatum", "1946-01-01", "1926-01-01"),
        ("geboortedatum", "1990-01-01", "2090-01-01"),
        ("voorletters", "M.A.B.", "Marloes Anna Bea"),
        ("email", "karim@voorbeeld.example", "karim"),
        ("contracturen", "38", "0.25"),
        ("in_dienst", "2016-03-01", "1980-01-01"),
    ],
)
def test_what_cannot_be_right_is_told(context: Context, key: str, good: str, bad: str) -> None:
    older = {**FULL, "in_dienst": "2024-03-01"} if key == "geboortedatum" else FULL
    assert found({**older, key: good}, context) == {}
    assert found({**older, key: bad}, context)[key] is Level.BLOCK


def test_the_days_add_up_to_the_contract(context: Context) -> None:
    (finding,) = FLOW.findings({**FULL, "contracturen": "36"}, context)
    assert finding.level is Level.WARN
    assert finding.message == "De dagen samen zijn 38 uur, het contract is 36 uur. Klopt dat?"
    assert found({**FULL, "werkpatroon": []}, context) == {}


def test_a_fixed_term_has_an_end(context: Context) -> None:
    fixed = {**FULL, "contractsoort": "bepaalde_tijd"}
    assert found(fixed, context) == {"einddatum": Level.OPEN}
    assert found({**fixed, "einddatum": "2027-03-01"}, context) == {}
    assert found({**fixed, "einddatum": "2015-03-01"}, context) == {"einddatum": Level.BLOCK}


def test_an_agency_worker_has_another_employer(context: Context) -> None:
    assert found({**FULL, "contractsoort": "uitzend"}, context) == {"contractsoort": Level.HINT}


def test_no_risk_is_asked_only_after_two_months(today: date, context: Context) -> None:
    field = FLOW.field("no_risk")
    assert field.is_asked({"in_dienst": "2026-09-23"}, context)
    assert not field.is_asked({"in_dienst": "2026-09-24"}, context)
    assert not field.is_asked({}, context)
    assert not field.is_asked({"in_dienst": "1990-01-01"}, Context(today=date(1999, 1, 1)))


def test_a_number_belongs_to_one_employee(today: date) -> None:
    context = Context(today=today, papers={"bestand": {"personeelsnummers": ["1007", "1008"]}})
    assert found(FULL, context) == {"personeelsnr": Level.BLOCK}
    assert found({**FULL, "personeelsnr": "1009"}, context) == {}


def test_the_citizen_number_is_never_kept_but_is_checked(context: Context) -> None:
    field = FLOW.field("bsn")
    assert not field.kept
    assert bsn_problem("111222333") == ""
    assert bsn_problem("111222334") == "Dit burgerservicenummer klopt niet. Kijk de cijfers nog eens na."
    assert found({**FULL, "bsn": "111222334"}, context) == {"bsn": Level.BLOCK}
    assert found({**FULL, "bsn": "111222333"}, context) == {}
