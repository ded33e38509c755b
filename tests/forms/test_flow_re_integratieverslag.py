"""The cover of the re-integratieverslag: complete, or it says why not; what comes after sending is added later."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.forms.context import Context, Issue
from reintegratie_desktop.forms.findings import Finding, Level
from reintegratie_desktop.forms.flows import flow
from reintegratie_desktop.forms.freeze import freeze
from reintegratie_desktop.forms.report_parts import PARTS, missing_parts

FLOW = flow("re_integratieverslag")
TODAY = date(2026, 11, 23)
FULL: dict[str, Any] = {
    "datum": "2026-11-20",
    "aard": "Teelt van potplanten",
    "omvang": "18",
    "functies": [{"functie": "Medewerker teelt", "aantal": "8"}, {"functie": "Verpakking", "aantal": "3"}],
    "opleiding": "Mbo groen, niveau 2",
    "ervaring": "Vijftien jaar in de teelt.",
    "d11": True,
    "d12": True,
    "kopie_wn": "2026-11-20",
    "geupload": "2026-11-21",
    "hand_wg": {"naam": "Henk Zonneveld", "status": "nog_niet"},
}
ADVICE = {"datum_document": "2025-03-10", "benutbaar": "ander_werk", "bedrijfsarts": "S. Baan"}
PAPERS: dict[str, Any] = {
    "werkgever": {
        "handelsnaam": "Kwekerij Zonneveld B.V.",
        "adres": {"straat": "Demolaan 2", "postcode": "9999 ZZ", "plaats": "Demodorp"},
        "contact": {"naam": "Henk Zonneveld", "functie": "eigenaar"},
        "kvk": "12345678",
        "loonheffingennr": "123456789L01",
        "arbodienst": {"naam": "ArboLinie", "telefoon": "0600000010"},
        "bedrijfsarts": "L. Winter",
        "branche": "Teelt van potplanten",
        "aantal_wn": "18",
    },
    "werknemer": {
        "voorletters": "P.",
        "achternaam": "Lammers",
        "geboortedatum": "1971-02-08",
        "in_dienst": "2009-04-01",
        "contracturen": "36",
        "functie": "Medewerker teelt",
        "bsn": "123456782",
    },
    "probleemanalyse": ADVICE,
    "taakprofiel": {
        "functie": "Medewerker teelt en oogst",
        "omschrijving": "Werkt in kas 3.",
        "taken": [{"taak": "Sorteren", "uren": "9"}],
    },
    "zaak": {
        "eerste_ziektedag": "2025-02-03",
        "termijnen": {"wia_eerste_dag": "2027-02-01", "eerstejaarsevaluatie": "2026-02-01"},
        "feiten": {},
    },
}
EVALUATION = {"soort": "eerstejaarsevaluatie", "datum": "2026-01-12T10:00"}
HISTORY: dict[str, Any] = {
    "probleemanalyse": (ADVICE, {**ADVICE, "datum_document": "2025-08-12"}),
    "plan_van_aanpak": ({}, {}),
    "gesprek": ({"soort": "weekcontact"}, EVALUATION, {"soort": "zesweken_evaluatie", "datum": "2026-10-20T10:00"}),
    "actueel_oordeel": ({},),
    "eindevaluatie": ({},),
}
ISSUES: dict[str, Any] = {
    "probleemanalyse": (Issue(1, date(2025, 3, 10)), Issue(2, date(2025, 8, 12))),
    "plan_van_aanpak": (Issue(1, date(2025, 3, 24)), Issue(2, date(2025, 8, 20))),
    "gesprek": (Issue(1, date(2025, 2, 10)), Issue(1, date(2026, 1, 12)), Issue(2, date(2026, 10, 20))),
    "actueel_oordeel": (Issue(1, date(2026, 11, 16)),),
    "eindevaluatie": (Issue(1, date(2026, 11, 18)),),
}


def around(*, without: tuple[str, ...] = (), issues: Any = None, history: Any = None, **papers: Any) -> Context:
    kept = {key: value for key, value in {**ISSUES, **(issues or {})}.items() if key not in without}
    past = {key: value for key, value in {**HISTORY, **(history or {})}.items() if key not in without}
    return Context(today=TODAY, papers={**PAPERS, **papers}, history=past, issues=kept)


def findings(answers: dict[str, Any], context: Context | None = None) -> tuple[Finding, ...]:
    return FLOW.findings({**FULL, **answers}, context or around())


def found(answers: dict[str, Any], context: Context | None = None) -> list[tuple[str, Level]]:
    return [(item.field, item.level) for item in findings(answers, context)]


def test_a_full_report_has_no_findings() -> None:
    assert found({}) == []


def test_what_comes_after_sending_never_stops_the_cover() -> None:
    later = dict.fromkeys(("kopie_wn", "geupload", "d11", "d12"))
    assert found(later) == [(key, Level.HINT) for key in ("d11", "d12", "kopie_wn", "geupload")]
    assert {field.key for field in FLOW.fields if field.later} == {
        "d11", "d12", "kopie_wn", "geupload", "geupload_via", "aanvulling", "uitkomst"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"datum": "2026-11-24"}, ("datum", Level.BLOCK)),
        ({"kopie_wn": "2026-11-19"}, ("kopie_wn", Level.BLOCK)),
        ({"geupload": "2026-11-19", "kopie_wn": None}, ("geupload", Level.BLOCK)),
        ({"geupload": "2026-11-20", "kopie_wn": "2026-11-21"}, ("geupload", Level.WARN)),
        ({"aanvulling": "2026-11-20"}, ("aanvulling", Level.BLOCK)),
        ({"uitkomst": "loonsanctie"}, ("uitkomst", Level.HINT)),
        ({"uitkomst": "aanvullen"}, ("aanvulling", Level.HINT)),
        ({"functies": [{"functie": "Teelt", "aantal": "19"}]}, ("functies", Level.WARN)),
        ({"functies": [{"functie": "Teelt"}]}, ("functies[0].aantal", Level.MISSING)),
        ({"vacatures": [{"functie": "Kantoor"}]}, ("vacatures[0].waarom", Level.MISSING)),
        ({"ontbreekt": [{"onderdeel": "d7", "reden": "x"}]}, ("ontbreekt[0].onderdeel", Level.WARN)),
    ],
)
def test_one_remark_at_the_right_place(answers: dict[str, Any], expected: tuple[str, Level]) -> None:
    assert expected in found(answers)


def test_an_outcome_leads_on() -> None:
    (told,) = findings({"uitkomst": "loonsanctie"})
    assert told.opens == "bijzonderheden"
    assert found({"uitkomst": "aanvullen", "aanvulling": "2026-12-01"}) == []


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.key)
def test_a_part_that_misses_is_made_or_explained(part: Any) -> None:
    gone = ("gesprek", "evaluatie") if part.key == "d5" else (part.form,)
    # The probleemanalyse itself stays known as a draft: it is the finished paper that counts.
    context = around(without=gone)
    (missing,) = findings({}, context)
    assert (missing.field, missing.level) == ("ontbreekt", Level.BLOCK)
    assert part.name.casefold() in missing.message.casefold()
    from reintegratie_desktop.forms.flows import KEYS

    assert missing.opens == (part.form if part.form in KEYS else "")
    assert found({"ontbreekt": [{"onderdeel": part.key, "reden": "Er was geen contact mogelijk."}]}, context) == []
    # A row without a reason explains nothing.
    assert ("ontbreekt", Level.BLOCK) in found({"ontbreekt": [{"onderdeel": part.key}]}, context)
    shown = FLOW.computed(FULL, context)[part.key]
    # The newest other evaluation stands in the place of the last one, until that is made.
    expected = "gesprek" if part.key == "d6" else "niet in dit dossier"
    assert shown["soort"] == expected


def test_without_gaps_nothing_is_asked_about_them() -> None:
    field = FLOW.field("ontbreekt")
    assert not field.is_asked(FULL, around())
    assert field.is_asked(FULL, around(without=("gesprek",)))
    assert field.is_asked({**FULL, "ontbreekt": [{"onderdeel": "d7", "reden": "x"}]}, around())


def test_a_step_done_outside_the_program_is_there() -> None:
    done = {"afgevinkt": {"eindevaluatie": "2026-11-18", "eerstejaarsevaluatie": "2026-01-12"}}
    context = around(without=("gesprek", "eindevaluatie"), verslagfeiten=done)
    assert missing_parts(context) == ()
    full = FLOW.computed(FULL, context)
    assert full["d6"] == {"soort": "eindevaluatie", "versie": "", "datum": "2026-11-18"}
    assert full["d5"] == {"soort": "eerstejaarsevaluatie", "versie": "", "datum": "2026-01-12"}


def test_without_work_ever_no_plan_is_asked() -> None:
    none = {**ADVICE, "benutbaar": "geen_duurzaam"}
    context = around(
        without=("plan_van_aanpak", "gesprek", "eindevaluatie"),
        history={"probleemanalyse": (none,)},
        issues={"probleemanalyse": (Issue(1, date(2025, 3, 10)),)},
        probleemanalyse=none,
    )
    assert missing_parts(context) == ()


def test_an_employment_that_ended_early_has_no_evaluation_of_the_year() -> None:
    case = {**PAPERS["zaak"], "feiten": {"einde_dienstverband": "2025-09-30"}}
    assert missing_parts(around(without=("gesprek",), zaak=case)) == ()
    later = {**PAPERS["zaak"], "feiten": {"einde_dienstverband": "2026-09-30"}}
    assert [part.key for part in missing_parts(around(without=("gesprek",), zaak=later))] == ["d5"]


def test_the_parts_point_to_the_papers() -> None:
    full = FLOW.computed(FULL, around())
    assert full["d1"] == {"soort": "probleemanalyse", "versie": "1", "datum": "2025-03-10"}
    assert full["d2"] == ["Probleemanalyse, versie 2 van 12-08-2025"]
    assert full["d3"] == {"soort": "plan_van_aanpak", "versie": "1", "datum": "2025-03-24"}
    assert full["d4"] == ["Plan van aanpak, versie 2 van 20-08-2025"]
    assert full["d5"] == {"soort": "gesprek", "versie": "1", "datum": "2026-01-12"}
    assert full["d6"] == {"soort": "eindevaluatie", "versie": "1", "datum": "2026-11-18"}
    assert full["d7"] == {"soort": "actueel_oordeel", "versie": "1", "datum": "2026-11-16"}


def test_later_papers_and_those_of_spoor_2_stand_in_order_of_date() -> None:
    more = {
        "bijstelling_probleemanalyse": (Issue(1, date(2025, 6, 2)),),
        "bijstelling_plan_van_aanpak": (Issue(1, date(2025, 6, 10)),),
        "evaluatie": (Issue(1, date(2026, 1, 20)),),
        "arbeidsdeskundig_onderzoek": (Issue(1, date(2025, 11, 20)),),
        "deskundigenoordeel": (Issue(1, date(2026, 5, 4)),),
        "voortgangsrapportage": (Issue(1, date(2026, 3, 16)), Issue(1, date(2026, 4, 27))),
        "spoor2_start": (Issue(1, date(2026, 1, 19)),),
    }
    context = around(issues=more, history={"evaluatie": ({"soort": "eerstejaarsevaluatie"},)})
    full = FLOW.computed(FULL, context)
    assert full["d2"][0] == "Bijstelling probleemanalyse, versie 1 van 02-06-2025"
    assert full["d4"][0] == "Bijstelling plan van aanpak, versie 1 van 10-06-2025"
    assert full["d5"] == {"soort": "evaluatie", "versie": "1", "datum": "2026-01-20"}
    assert full["d8"]["datum"] == "2025-11-20"
    assert [line.rsplit(" ", 1)[1] for line in full["d9"]] == ["19-01-2026", "16-03-2026", "27-04-2026"]
    assert full["d10"]["soort"] == "deskundigenoordeel"
    asked = {field.key for field in FLOW.asked_fields(full, context)}
    assert {"d2", "d4", "d8", "d9", "d10"} <= asked
    bare = Context(today=TODAY)
    asked = {field.key for field in FLOW.asked_fields({}, bare)}
    assert {"d2", "d4", "d8", "d9", "d10", "d13", "d14"} & asked == set()


def test_a_paper_without_a_signature_is_said_at_its_part() -> None:
    context = around(verslagfeiten={"ongetekend": ["plan_van_aanpak", "werkervaringsplaats"]})
    assert found({}, context) == [("d3", Level.WARN)]


def test_the_blocks_come_from_the_records_and_never_hold_the_citizen_number() -> None:
    full = FLOW.computed(FULL, around())
    assert full["wg"].splitlines() == [
        "Kwekerij Zonneveld B.V.",
        "Demolaan 2, 9999 ZZ Demodorp",
        "KvK 12345678",
        "Loonheffingennummer 123456789L01",
        "Contactpersoon: Henk Zonneveld, eigenaar",
    ]
    assert full["wn"].splitlines() == [
        "P. Lammers",
        "Geboren op 08-02-1971",
        "In dienst sinds 01-04-2009",
        "Contract van 36 uur per week",
    ]
    assert full["arbo"].splitlines() == ["Bedrijfsarts: S. Baan", "ArboLinie, 0600000010"]
    assert full["functie"].splitlines() == [
        "Medewerker teelt en oogst", "Werkt in kas 3.", "Taken: Sorteren (9 uur)"
    ]  # fmt: skip
    assert full["eerste_ziektedag"] == "2025-02-03"
    assert full["einde_wachttijd"] == "2027-01-31"
    assert "123456782" not in repr(full)
    bare = FLOW.computed({}, Context(today=TODAY))
    assert {bare[key] for key in ("wg", "wn", "arbo", "functie", "eerste_ziektedag", "einde_wachttijd")} == {"", None}


def test_hours_and_contacts_are_counted() -> None:
    schedule = {
        "contracturen": "36",
        "fasen": [],
        "weekstaat": [{"week": "2025-04-07", "gepland": "8", "gewerkt": "8"}],
    }
    told = {"contacten": "31", "gesprekken": "1", "eerste": "2025-02-06", "laatste": "2026-11-10"}
    context = around(opbouwschema=schedule, verslagfeiten=told)
    full = FLOW.computed(FULL, context)
    assert full["d13"]["worked"] == [{"week": "2025-04-07", "uren": "8"}]
    assert full["d14"] == (
        "1 gesprek en 31 andere contacten, van 06-02-2025 tot en met 10-11-2026. De lijst staat in het logboek."
    )
    asked = {field.key for field in FLOW.asked_fields(full, context)}
    assert {"d13", "d14"} <= asked


def test_a_new_report_starts_from_what_is_known() -> None:
    context = around(
        loongegevens={
            "loon": [
                {"van": "2024-01-01", "bedrag": "2450.00", "per": "maand"},
                {"van": "2025-01-01", "bedrag": "2520.00", "per": "maand"},
                {"van": "2026-01-01", "bedrag": "2600.00", "per": "maand"},
                {"van": "2025-01-15", "bedrag": "600.00", "per": "week"},
            ]
        },
        spoor1_onderzoek={"ander_intern": [{"functie": "Verpakking"}, {"functie": "Medewerker teelt"}, {"uren": "3"}]},
        spoor2_start={"opleiding": "Mbo groen."},
        oordeel_werknemer={"uitgelegd": "2026-11-20"},
        medische_informatie_overdracht={"overgedragen": True},
    )
    answers, carried = FLOW.start(context)
    assert answers["loon"] == "2520.00"
    assert answers["functies"] == [{"functie": "Medewerker teelt"}, {"functie": "Verpakking"}]
    assert answers["ervaring"] == "Mbo groen."
    assert (answers["d11"], answers["d12"], answers["datum"]) == (True, True, "2026-11-23")
    assert (answers["aard"], answers["omvang"]) == ("Teelt van potplanten", "18")
    assert carried["loon"] == "loongegevens"
    weekly = around(loongegevens={"loon": [{"van": "2025-01-15", "bedrag": "600.00", "per": "week"}]})
    assert "loon" not in FLOW.start(weekly)[0]


def test_what_the_check_explained_stands_there_already() -> None:
    told = {"toelichtingen": {"eerstejaarsevaluatie": "Er was geen contact.", "actueel_oordeel": "Staat er al."}}
    answers, _carried = FLOW.start(around(without=("gesprek",), verslagfeiten=told))
    assert answers["ontbreekt"] == [{"onderdeel": "d5", "reden": "Er was geen contact."}]


def test_medical_information_is_never_in_it() -> None:
    snapshot = freeze(
        FLOW, FULL, around(), frozen_at="", version=1, law_date=TODAY, case_number="1", employer="A", employee="B"
    )
    said = snapshot.field("d12")
    assert said.paper_help == "Niet in dit verslag. De werknemer stuurt het zelf."
    assert said.answer is True
    assert [item.role for item in snapshot.signatures] == ["Werkgever", "Werknemer"]
