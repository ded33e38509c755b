"""The sick call: only what may be asked, and a first sick day that can be true."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.fields import Note
from reintegratie_desktop.forms.findings import Finding, Level
from reintegratie_desktop.forms.flows import flow

FLOW = flow("ziekmelding")
TODAY = date(2026, 5, 13)
WEEK = ["7.6", "7.6", "7.6", "7.6", "7.6", "0", "0"]
FULL: dict[str, Any] = {
    "datum_melding": "2026-05-12",
    "meldingswijze": "telefonisch",
    "aangenomen_door": {"naam": "Joyce Brands"},
    "eerste_ziektedag": "2026-05-12",
    "uren_dag1": "4",
    "verzuimpct": "100",
    "telefoon_verzuim": "0600000012",
    "verwachte_duur": "weet_ik_niet",
    "vangnet": "nee",
    "arbeidsongeval": "nee",
    "regres": "nee",
    "contact_datum": "2026-05-15",
    "contact_wie": "leidinggevende",
    "contact_wijze": "bellen",
}


def make_context(today: date = TODAY, others: list[dict[str, Any]] | None = None, **employee: Any) -> Context:
    """Return a context with an employee of 38 hours."""
    werknemer = {"werkpatroon": WEEK, "in_dienst": "2016-03-01", "telefoon": "0600000012", **employee}
    return Context(
        today=today,
        papers={
            "werkgever": {"contact": {"naam": "Joyce Brands"}},
            "werknemer": werknemer,
            "zaak": {"andere_perioden": others or []},
        },
    )


def check(answers: dict[str, Any], context: Context | None = None) -> tuple[Finding, ...]:
    """Return the findings."""
    return FLOW.findings({**FULL, **answers}, context or make_context())


def levels(answers: dict[str, Any], context: Context | None = None) -> list[tuple[str, Level]]:
    """Return the field and the level of each finding."""
    return [(finding.field, finding.level) for finding in check(answers, context)]


def test_a_full_report_has_no_findings() -> None:
    assert check({}) == ()


def test_a_new_report_starts_with_what_is_known() -> None:
    answers, carried = FLOW.start(make_context())
    assert answers == {
        "datum_melding": "2026-05-13",
        "aangenomen_door": {"naam": "Joyce Brands"},
        "verzuimpct": "100",
        "telefoon_verzuim": "0600000012",
        "contact_datum": "2026-05-18",
        "contact_wie": "leidinggevende",
    }
    assert carried == {"aangenomen_door": "werkgever", "telefoon_verzuim": "werknemer"}


@given(today=st.dates(min_value=date(2024, 1, 1), max_value=date(2030, 1, 1)))
@settings(max_examples=40)
def test_the_proposed_contact_is_a_work_day_within_a_week(today: date) -> None:
    answers, _carried = FLOW.start(Context(today=today))
    contact = date.fromisoformat(str(answers["contact_datum"]))
    assert today < contact <= today + timedelta(days=7)
    assert contact.weekday() < 5


def test_nothing_is_asked_about_limits_or_causes() -> None:
    asked = " ".join(f"{field.key} {field.label} {field.ask}".casefold() for field in FLOW.fields)
    for word in ("beperking", "oorzaak", "wat heb je", "diagnose", "klacht", "arts bezocht"):
        assert word not in asked


def test_regres_is_about_traffic_only() -> None:
    assert FLOW.field("regres").label == "Verkeersongeval met mogelijk een aansprakelijke ander"


def test_an_institution_is_never_named() -> None:
    address = FLOW.field("verpleegadres")
    assert not address.is_asked({"verblijf": "zorginstelling"}, make_context())
    assert not address.is_asked({}, make_context())
    assert address.is_asked({"verblijf": "ander_adres"}, make_context())


def test_the_examples_of_the_first_day_stand_beside_it() -> None:
    note = FLOW.field("uitleg_eerste_ziektedag")
    assert isinstance(note, Note)
    assert FLOW.step_of("uitleg_eerste_ziektedag") is FLOW.step_of("eerste_ziektedag")
    for piece in ("13 uur", "zaterdag", "nachtdienst", "vakantie", "donderdag"):
        assert piece in note.body


def test_the_report_is_not_in_the_future() -> None:
    assert ("datum_melding", Level.BLOCK) in levels({"datum_melding": "2026-05-14", "eerste_ziektedag": "2026-05-13"})


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        (
            {"datum_melding": "2026-05-13", "eerste_ziektedag": "2026-05-14"},
            "Deze dag moet nog komen. De melding blijft bewaard; maak haar op die dag af.",
        ),
        (
            {"datum_melding": "2026-05-11", "eerste_ziektedag": "2026-05-12"},
            "De eerste ziektedag ligt na de melding. Kijk beide datums na.",
        ),
        (
            {"eerste_ziektedag": "2016-02-29"},
            "Op deze dag was je medewerker nog niet in dienst.",
        ),
        (
            {"eerste_ziektedag": "1999-05-12"},
            "Zo lang geleden rekent het programma niet. Kijk of het jaar klopt.",
        ),
    ],
)
def test_a_first_day_that_cannot_be(answers: dict[str, Any], sentence: str) -> None:
    blocks = [finding.message for finding in check(answers) if finding.level is Level.BLOCK]
    assert blocks == [sentence]


def test_a_call_on_a_day_off_moves_to_the_next_work_day() -> None:
    monday = make_context(today=date(2026, 5, 4))
    call = {"datum_melding": "2026-05-02", "uren_dag1": "", "contact_datum": "2026-05-06"}
    assert check({**call, "eerste_ziektedag": "2026-05-04"}, monday) == ()
    (finding,) = check({**call, "eerste_ziektedag": "2026-05-02"}, monday)
    assert finding.level is Level.WARN
    assert "zaterdag 2 mei 2026" in finding.message
    assert "maandag 4 mei 2026" in finding.message
    assert levels({**call, "eerste_ziektedag": "2026-05-05"}, make_context(today=date(2026, 5, 5))) == [
        ("eerste_ziektedag", Level.BLOCK)
    ]


def test_without_a_pattern_the_weekend_is_only_a_hint() -> None:
    context = make_context(werkpatroon=None)
    (finding,) = check({"datum_melding": "2026-05-09", "eerste_ziektedag": "2026-05-09"}, context)
    assert finding.level is Level.HINT
    assert finding.message.startswith("zaterdag 9 mei 2026 valt in het weekend.")


def test_who_works_on_tuesday_and_thursday() -> None:
    context = make_context(werkpatroon=["0", "8", "0", "8", "0", "0", "0"])
    assert [finding.level for finding in check({"eerste_ziektedag": "2026-05-11"}, context)] == [Level.WARN]


@pytest.mark.parametrize(
    ("ends", "level"),
    [("2026-05-01", Level.WARN), ("2026-09-01", Level.HINT), ("2028-05-08", Level.HINT), ("2028-05-09", None)],
)
def test_a_contract_that_ends(ends: str, level: Level | None) -> None:
    assert [finding.level for finding in check({}, make_context(einddatum=ends))] == ([level] if level else [])


@pytest.mark.parametrize(
    ("fit", "expected"),
    [
        (None, [Level.BLOCK]),
        ("2026-05-13", [Level.BLOCK]),
        ("2026-05-12", [Level.HINT]),
        ("2026-05-01", [Level.HINT]),
        ("2026-04-15", [Level.WARN, Level.HINT]),
        ("2026-04-14", [Level.WARN]),
        ("2026-04-11", []),
    ],
)
def test_another_period_of_illness(fit: str | None, expected: list[Level]) -> None:
    context = make_context(others=[{"van": "2026-01-05", "hersteld_per": fit}])
    assert [finding.level for finding in check({}, context)] == expected


def test_a_later_period_or_one_without_a_date_says_nothing() -> None:
    context = make_context(others=[{"van": "2026-05-13", "hersteld_per": None}, {"van": None, "hersteld_per": None}])
    assert check({}, context) == ()


def test_the_hint_names_the_day_that_stays() -> None:
    context = make_context(others=[{"van": "2026-01-05", "hersteld_per": "2026-05-01"}])
    (finding,) = check({}, context)
    assert finding.message.startswith("Je medewerker was 11 dagen hersteld.")
    assert "maandag 5 januari 2026" in finding.message


def test_a_whole_day_worked_is_no_sick_day() -> None:
    assert levels({"uren_dag1": "7.6"}) == [("uren_dag1", Level.WARN)]
    assert levels({"uren_dag1": "7.6"}, make_context(werkpatroon=None)) == []


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"verwachte_datum": "2026-05-11"}, ("verwachte_datum", Level.BLOCK)),
        ({"contact_datum": "2026-05-11"}, ("contact_datum", Level.BLOCK)),
        ({"contact_datum": "2026-05-21"}, ("contact_datum", Level.WARN)),
        ({"telefoon_verzuim": "0612"}, ("telefoon_verzuim", Level.HINT)),
        ({"arbo_melding": "2026-05-11"}, ("arbo_melding", Level.BLOCK)),
        ({"arbo_melding": "2026-05-14"}, ("arbo_melding", Level.BLOCK)),
        ({"verzuimpct": "0"}, ("verzuimpct", Level.BLOCK)),
        ({"vangnet": "ja"}, ("vangnet", Level.HINT)),
        ({"arbeidsongeval": "ja"}, ("arbeidsongeval", Level.HINT)),
        ({"regres": "ja"}, ("regres", Level.HINT)),
        ({"notitie": "x" * 501}, ("notitie", Level.BLOCK)),
    ],
)
def test_one_remark_at_the_right_place(answers: dict[str, Any], expected: tuple[str, Level]) -> None:
    assert levels(answers) == [expected]


def test_a_report_typed_late_counts_a_week_from_today() -> None:
    late = {"datum_melding": "2026-05-01", "eerste_ziektedag": "2026-05-01"}
    assert levels({**late, "contact_datum": "2026-05-20"}) == []
    assert levels({**late, "contact_datum": "2026-05-21"}) == [("contact_datum", Level.WARN)]


def test_an_end_date_from_before_a_permanent_contract_says_nothing() -> None:
    old = {"einddatum": "2026-04-30"}
    assert levels({}, make_context(**old, contractsoort="bepaalde_tijd")) == [("eerste_ziektedag", Level.WARN)]
    assert levels({}, make_context(**old, contractsoort="onbepaalde_tijd")) == []


def test_an_empty_draft_only_misses_things() -> None:
    assert {finding.level for finding in FLOW.findings({}, Context(today=TODAY))} == {Level.MISSING}
