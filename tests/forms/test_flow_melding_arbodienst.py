"""The message to the occupational health service: a person to reach, good questions, and the facts of the case."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import flow

FLOW = flow("melding_arbodienst")
FULL: dict[str, Any] = {
    "soort_bericht": "ziekmelding",
    "contactpersonen": [{"naam": "Joyce Brands", "telefoon": "0600000011"}],
    "gewenste_actie": ["spreekuur_bedrijfsarts"],
    "vragen": ["welke_niet"],
    "functie_info": False,
    "verzonden_op": "2026-11-23",
    "verzonden_via": "portaal_arbodienst",
}
PAPERS: dict[str, dict[str, Any]] = {
    "werkgever": {"contact": {"naam": "Joyce Brands", "telefoon": "0600000011"}},
    "werknemer": {
        "functie": "Magazijnmedewerker",
        "contracturen": "38",
        "werkpatroon": ["8", "0", "7.6", "", "", "", ""],
        "telefoon": "0600000012",
        "adres": {"straat": "Voorbeeldweg 8", "postcode": "9999 ZZ", "plaats": "Demodorp"},
        "leidinggevende": {"naam": "Bas Vos", "email": "bas@voorbeeld.example"},
    },
    "ziekmelding": {
        "verwachte_duur": "langer",
        "vangnet": "nee",
        "verzuimpct": "100",
        "regres": "onbekend",
        "verblijf": "eigen_adres",
    },
    "zaak": {"eerste_ziektedag": "2026-11-19"},
}


@pytest.fixture
def context(today: date) -> Context:
    """Return a context with a sick report."""
    return Context(today=today, papers=PAPERS)


def found(answers: dict[str, Any], context: Context) -> list[tuple[str, Level]]:
    """Return the field and the level of each finding."""
    return [(finding.field, finding.level) for finding in FLOW.findings({**FULL, **answers}, context)]


def test_a_full_message_has_no_findings(context: Context) -> None:
    assert found({}, context) == []


def test_a_new_message_starts_with_people_and_standard_questions(context: Context) -> None:
    answers, carried = FLOW.start(context)
    assert answers["contactpersonen"] == [
        {"naam": "Joyce Brands", "rol": "Contactpersoon verzuim", "telefoon": "0600000011", "email": ""},
        {"naam": "Bas Vos", "rol": "Leidinggevende", "telefoon": "", "email": "bas@voorbeeld.example"},
    ]
    assert answers["vragen"] == [
        "welke_werkzaamheden_kunnen_wel",
        "welke_niet",
        "hoeveel_uur_per_dag_week",
        "wanneer_weer_beoordelen",
    ]
    assert answers["verzonden_op"] == "2026-11-23"
    assert "functie_info" not in answers
    assert carried == {}


def test_one_person_in_two_roles_stands_there_once(today: date) -> None:
    person = {"naam": "Joyce Brands"}
    context = Context(today=today, papers={"werkgever": {"contact": person}, "werknemer": {"leidinggevende": person}})
    answers, _carried = FLOW.start(context)
    assert answers["contactpersonen"] == [
        {"naam": "Joyce Brands", "rol": "Contactpersoon verzuim", "telefoon": "", "email": ""}
    ]


def test_a_task_profile_is_proposed_to_go_with_it(today: date) -> None:
    profile = {"omschrijving": "Verzamelt orders."}
    answers, carried = FLOW.start(Context(today=today, papers={"taakprofiel": profile}))
    assert answers["functie_info"] is True
    assert carried == {"functie_info": "taakprofiel"}


def test_the_facts_of_the_case_go_with_it(context: Context) -> None:
    full = FLOW.computed({}, context)
    assert {key: value for key, value in full.items() if key.startswith("g_")} == {
        "g_functie": "Magazijnmedewerker",
        "g_contracturen": "38",
        "g_werkpatroon": "ma 8, wo 7,6",
        "g_eerste_ziektedag": "2026-11-19",
        "g_verzuimpct": "100",
        "g_telefoon": "0600000012",
        "g_verblijf": "Voorbeeldweg 8, 9999 ZZ Demodorp",
        "g_verwachte_duur": "Langer",
        "g_vangnet": "Nee",
        "g_arbeidsongeval": "",
        "g_regres": "Nog niet bekend",
    }


def test_an_institution_is_not_named_and_nothing_known_is_nothing_said(today: date) -> None:
    away = Context(
        today=today, papers={"ziekmelding": {"verblijf": "zorginstelling", "verpleegadres": {"plaats": "X"}}}
    )
    assert FLOW.computed({}, away)["g_verblijf"] == "In een zorginstelling"
    empty = FLOW.computed({}, Context(today=today))
    assert {empty[key] for key in empty if key.startswith("g_")} == {None, ""}


def test_another_address_wins_only_when_it_was_chosen(today: date) -> None:
    there = {"verblijf": "ander_adres", "verpleegadres": {"plaats": "Logeerdorp"}}
    home = {"verblijf": "eigen_adres", "verpleegadres": {"plaats": "Logeerdorp"}}
    papers = {"werknemer": PAPERS["werknemer"]}
    assert (
        FLOW.computed({}, Context(today=today, papers={**papers, "ziekmelding": there}))["g_verblijf"] == "Logeerdorp"
    )
    # Nobody said where: the message does not make it up.
    assert FLOW.computed({}, Context(today=today, papers={**papers, "ziekmelding": {}}))["g_verblijf"] == ""
    at_home = FLOW.computed({}, Context(today=today, papers={**papers, "ziekmelding": home}))
    assert at_home["g_verblijf"] == "Voorbeeldweg 8, 9999 ZZ Demodorp"


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"contactpersonen": [{"naam": "Joyce Brands"}]}, ("contactpersonen", Level.BLOCK)),
        ({"contactpersonen": []}, ("contactpersonen", Level.MISSING)),
        ({"gewenste_actie": []}, ("gewenste_actie", Level.MISSING)),
        ({"functie_info": None}, ("functie_info", Level.MISSING)),
        ({"functie_info": True}, ("functie_info", Level.WARN)),
        ({"verzonden_op": "2026-11-24"}, ("verzonden_op", Level.BLOCK)),
        ({"ontvangst": "2026-11-22"}, ("ontvangst", Level.BLOCK)),
        ({"ontvangst": "2026-11-24"}, ("ontvangst", Level.BLOCK)),
        (
            {"spreekuur_datum": "2026-11-23T10:30", "terugkoppeling_op": "2026-11-22"},
            ("terugkoppeling_op", Level.BLOCK),
        ),
        ({"eigen_vraag": "Wat heeft hij eigenlijk?"}, ("eigen_vraag", Level.WARN)),
        ({"eigen_vraag": "Waarom is zij ziek?"}, ("eigen_vraag", Level.WARN)),
        ({"eigen_vraag": "Is het een burn-out?"}, ("eigen_vraag", Level.WARN)),
    ],
)
def test_one_remark_at_the_right_place(context: Context, answers: dict[str, Any], expected: tuple[str, Level]) -> None:
    assert found(answers, context) == [expected]


@pytest.mark.parametrize(
    "question",
    [
        "Kan Karim op de heftruck, of beter nog even niet?",
        "Wat heeft de planning nodig om hem in te zetten?",
        "Hoeveel uur kan zij achter elkaar staan?",
        5,
    ],
)
def test_a_question_about_work_is_fine(context: Context, question: object) -> None:
    assert ("eigen_vraag", Level.WARN) not in found({"eigen_vraag": question}, context)


def test_a_profile_that_was_made_can_go_with_it(today: date) -> None:
    context = Context(today=today, papers={"taakprofiel": {"functie": "Magazijnmedewerker"}})
    assert found({"functie_info": True}, context) == []
