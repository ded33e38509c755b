"""The sheets for typing over: every line is a question of its form or a fact of the case, as text to copy."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.forms.context import Context, Issue
from reintegratie_desktop.forms.flows import KEYS, flow
from reintegratie_desktop.forms.type_over import BSN, SHEETS, SheetLine, TypeOverSheet, value_of
from reintegratie_desktop.text.guard import find

PAPERS: dict[str, dict[str, Any]] = {
    "werkgever": {
        "handelsnaam": "Groothandel De Kist B.V.", "loonheffingennr": "123456789L01", "bedrijfsarts": "L. Winter",
        "adres": {"straat": "Proefkade 18", "postcode": "9999 ZZ", "plaats": "Demodorp"},
        "contact": {"naam": "Noor Blom", "telefoon": "0600000021"}, "arbodienst": {"naam": "Arbo Voorbeeld"},
    },
    "werknemer": {
        "voorletters": "J.", "achternaam": "Houten", "geboortedatum": "1988-04-21", "functie": "Magazijnmedewerker",
        "contracturen": "36",
    },
    "zaak": {"eerste_ziektedag": "2026-02-02", "eerste_dag_uwv": "2026-01-05"},
}  # fmt: skip
CONTEXT = Context(today=date(2026, 11, 23), papers=PAPERS, issues={"probleemanalyse": (Issue(1, date(2026, 2, 9)),)})


@pytest.fixture(params=sorted(SHEETS))
def sheet(request: pytest.FixtureRequest) -> TypeOverSheet:
    return SHEETS[request.param]


def test_the_four_papers_for_uwv_have_a_sheet() -> None:
    assert sorted(SHEETS) == ["deskundigenoordeel", "participatieverzoek", "uwv_42e_week", "ziek_uit_dienst"]
    assert set(SHEETS) <= set(KEYS)


def test_every_line_is_a_question_of_the_form_or_a_fact_and_the_citizen_number_is_there_once(
    sheet: TypeOverSheet,
) -> None:
    keys = {field.key for field in flow(sheet.form).fields}
    told = [line.value for line in sheet.lines if isinstance(line.value, str)]
    assert {key for key in told if key != BSN} <= keys
    assert told.count(BSN) == 1
    labels = [line.label for line in sheet.lines]
    assert len(set(labels)) == len(labels)
    assert [word for line in sheet.lines for word in find(f"{line.label} {line.help}")] == []


def test_a_sheet_of_nothing_is_empty_lines(sheet: TypeOverSheet) -> None:
    nobody = Context(today=date(2026, 11, 23))
    assert {value_of(line, flow(sheet.form), {}, nobody) for line in sheet.lines} <= {"", "Geen"}
    strange = Context(today=date(2026, 11, 23), papers={"werkgever": {"adres": "x", "bedrijfsarts": "y"}})
    assert "x" not in {value_of(line, flow(sheet.form), {}, strange) for line in sheet.lines}


def values(form: str, answers: dict[str, Any]) -> dict[str, str]:
    return {line.label: value_of(line, flow(form), answers, CONTEXT) for line in SHEETS[form].lines}


def test_the_facts_of_the_case_stand_there_as_they_are_typed() -> None:
    told = values("ziek_uit_dienst", {"einddatum": "2026-11-30", "reden": "einde_contract", "erd_zw": False})
    assert told == {
        "Loonheffingennummer": "123456789L01",
        "Naam van de werkgever": "Groothandel De Kist B.V.",
        "Contactpersoon": "Noor Blom",
        "Functie van de contactpersoon": "",
        "Telefoonnummer": "0600000021",
        "E-mailadres": "",
        "Burgerservicenummer": "",
        "Naam van de werknemer": "J. Houten",
        "Geboortedatum": "21-04-1988",
        "Eerste ziektedag": "05-01-2026",
        "Laatste dag van het dienstverband": "30-11-2026",
        "Reden van het einde": "Einde van een contract voor bepaalde tijd",
        "Eigenrisicodrager voor de Ziektewet": "Nee",
        "Functie": "Magazijnmedewerker",
        "Uren per week volgens het contract": "36",
    }


def test_breaks_and_the_number_of_the_firm_are_found() -> None:
    row = {"van": "2026-01-19", "tot": "2026-02-01", "soort": "herstel"}
    told = values("uwv_42e_week", {"samengesteld": [row, {"soort": "geen"}]})
    assert told["Korte onderbrekingen"] == "19-01-2026 tot en met 01-02-2026"
    papers = {"uwv_42e_week": {"loonheffingennr": "987654321L02"}}
    line = SHEETS["ziek_uit_dienst"].lines[0]
    only_on_paper = Context(today=date(2026, 11, 23), papers=papers)
    assert value_of(line, flow("ziek_uit_dienst"), {}, only_on_paper) == "987654321L02"


def test_papers_amounts_and_addresses_are_ready_to_copy() -> None:
    opinion = values(
        "deskundigenoordeel", {"vraag": "werkgever_genoeg", "b_pa": ["probleemanalyse:2026-02-09:1", "eigen_stuk"]}
    )
    assert opinion["Probleemanalyse en bijstellingen"].split("\n") == [
        "Probleemanalyse: advies voor het werk, 09-02-2026", "Eigen stuk, niet uit dit programma",
    ]  # fmt: skip
    place = [opinion[part] for part in ("Straat en huisnummer", "Postcode", "Plaats")]
    assert place == ["Proefkade 18", "9999 ZZ", "Demodorp"]
    assert (opinion["Bedrijfsarts"], opinion["Arbodienst"]) == ("L. Winter", "Arbo Voorbeeld")
    other = values("deskundigenoordeel", {"vraag": "eigen_werk", "b_pa": ["probleemanalyse:2026-02-09:1"], "b_ba": "x"})
    assert other["Probleemanalyse en bijstellingen"] == "", "what is not asked does not go along"
    assert other["Berichten van de bedrijfsarts"] == ""
    asked = values("participatieverzoek", {"kosten": "3500", "brutoloon": "x", "b_voorstel": {"naam": "offerte.pdf"}})
    assert asked["Kosten van het traject"] == "3500,00"
    assert asked["Brutoloon tot die dag"] == "x"
    assert asked["Voorstel van het re-integratiebedrijf"] == "offerte.pdf"


def test_a_number_that_is_not_kept_has_no_value_here() -> None:
    line = SheetLine("Burgerservicenummer", BSN)
    assert value_of(line, flow("uwv_42e_week"), {BSN: "111222333"}, CONTEXT) == ""
