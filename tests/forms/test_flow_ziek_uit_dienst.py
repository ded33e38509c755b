"""Leaving while ill: the report follows from the length of the illness, and the short one tells how it went."""

from datetime import date, timedelta
from typing import Any

import pytest

from reintegratie_desktop.forms.context import Context, Issue
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import flow

FLOW = flow("ziek_uit_dienst")
FIRST = date(2026, 9, 7)
END = date(2026, 11, 8)
"""Nine weeks less a day after the first sick day: the short report."""
PAPERS: dict[str, dict[str, Any]] = {
    "werkgever": {"erd_zw": False, "contact": {"naam": "Noor Blom", "functie": "bedrijfsleider"}},
    "werknemer": {
        "voorletters": "J.", "achternaam": "Houten", "functie": "Magazijnmedewerker", "contracturen": "36",
        "contractsoort": "bepaalde_tijd", "einddatum": END.isoformat(),
    },
    "zaak": {"eerste_ziektedag": FIRST.isoformat(), "vensters": {"ziek_uit_dienst_melding": "2026-11-01"}},
    "probleemanalyse": {"prognose_datum": "2026-12-21"},
}  # fmt: skip
ISSUES = {"probleemanalyse": (Issue(1, date(2026, 10, 12)), Issue(2, date(2026, 10, 20)))}
TOLD: dict[str, Any] = {
    "reden": "einde_contract",
    "gemeld_op": "2026-11-06",
    "gemeld_via": "werkgeversportaal",
    "kopieen": "2026-11-06",
    "mi": True,
    "geupload": "2026-11-13",
}


def around(today: date, *, history: dict[str, Any] | None = None, **more: dict[str, Any]) -> Context:
    papers = {form: {**PAPERS.get(form, {}), **more.get(form, {})} for form in {*PAPERS, *more}}
    return Context(today=today, papers=papers, history=history or {}, issues=ISSUES)


@pytest.fixture
def context(today: date) -> Context:
    return around(today)


def filled(context: Context, **more: Any) -> dict[str, Any]:
    return {**FLOW.start(context)[0], **TOLD, **more}


def found(answers: dict[str, Any], context: Context) -> list[tuple[str, Level]]:
    return [(item.field, item.level) for item in FLOW.findings(answers, context)]


def after(days: int) -> str:
    return (FIRST + timedelta(days=days)).isoformat()


def test_a_full_paper_has_no_findings(context: Context) -> None:
    assert found(filled(context), context) == []


def test_what_is_known_stands_there(context: Context) -> None:
    answers, carried = FLOW.start(context)
    assert answers["einddatum"] == END.isoformat()
    assert answers["erd_zw"] is False
    assert answers["vk_verwachting"] == "2026-12-21"
    assert carried["vk_verwachting"] == "probleemanalyse"
    assert answers["vk_hand"]["naam"] == "Noor Blom, bedrijfsleider"
    full = FLOW.computed(answers, context)
    assert full["vk_functie"] == "Magazijnmedewerker, 36 uur per week"
    assert full["vk_gedaan"] == "Probleemanalyse van 12-10-2026."
    assert full["duur"] == "8 weken en 6 dagen"


def test_nothing_known_is_nothing_said(today: date) -> None:
    nobody = Context(today=today)
    full = FLOW.computed(FLOW.start(nobody)[0], nobody)
    assert (full["duur"], full["variant"], full["vk_functie"], full["vk_verloop"]) == ("", "", "", "")
    assert "vk_gedaan" not in full
    assert "erd_zw" not in full


@pytest.mark.parametrize(
    ("days", "soon", "variant", "length"),
    [
        (0, None, "Geen re-integratieverslag nodig", "0 weken"),
        (41, None, "Geen re-integratieverslag nodig", "5 weken en 6 dagen"),
        (42, None, "Verkort re-integratieverslag", "6 weken"),
        (69, "nee", "Verkort re-integratieverslag", "9 weken en 6 dagen"),
        (70, "nee", "Volledig re-integratieverslag", "10 weken"),
        (71, "onbekend", "Volledig re-integratieverslag", "10 weken en 1 dag"),
        (71, "ja", "Verkort re-integratieverslag", "10 weken en 1 dag"),
        (41, "ja", "Geen re-integratieverslag nodig", "5 weken en 6 dagen"),
        (-1, None, "", ""),
    ],
)
def test_the_report_follows_from_the_length(
    context: Context, days: int, soon: str | None, variant: str, length: str
) -> None:
    full = FLOW.computed({"einddatum": after(days), "herstel_3m": soon}, context)
    assert (full["variant"], full["duur"]) == (variant, length)


def test_the_prognosis_is_asked_only_when_it_matters(context: Context) -> None:
    def asked(days: int, **more: Any) -> set[str]:
        return {field.key for field in FLOW.asked_fields({"einddatum": after(days), **more}, context)}

    assert "herstel_3m" not in asked(69)
    assert "herstel_3m" in asked(70)
    assert "herstel_3m" not in {field.key for field in FLOW.asked_fields({}, context)}
    assert "vk_gedaan" not in asked(41)
    assert "geupload" not in asked(41)
    assert {"vk_gedaan", "geupload"} <= asked(42)
    assert "vk_gedaan" not in asked(70, herstel_3m="nee")
    assert {"vk_gedaan", "vk_hand", "vk_hand_wn"} <= asked(70, herstel_3m="ja")


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"einddatum": "2026-09-01"}, ("einddatum", Level.BLOCK)),
        ({"reden": None}, ("reden", Level.MISSING)),
        ({"erd_zw": None}, ("erd_zw", Level.MISSING)),
        ({"erd_zw": True}, ("erd_zw", Level.HINT)),
        ({"gemeld_op": "2026-11-09"}, ("gemeld_op", Level.WARN)),
        ({"gemeld_op": "2026-10-30"}, ("gemeld_op", Level.WARN)),
        ({"gemeld_op": "2026-11-24", "geupload": None}, ("gemeld_op", Level.BLOCK)),
        ({"kopieen": "2026-11-24"}, ("kopieen", Level.BLOCK)),
        ({"geupload": "2026-11-05"}, ("geupload", Level.BLOCK)),
        ({"geupload": "2026-11-24"}, ("geupload", Level.BLOCK)),
        ({"gemeld_op": None}, ("gemeld_op", Level.HINT)),
        ({"mi": None}, ("mi", Level.HINT)),
    ],
)
def test_the_remark_stands_at_the_right_place(
    context: Context, answers: dict[str, Any], expected: tuple[str, Level]
) -> None:
    assert expected in found(filled(context, **answers), context)


def test_a_short_report_on_a_prognosis_needs_its_day(context: Context) -> None:
    answers = filled(
        context, einddatum=after(71), herstel_3m="ja", vk_verwachting=None, gemeld_op=after(71), geupload=None
    )
    assert found(answers, context) == [("vk_verwachting", Level.MISSING)]
    short = filled(context, vk_verwachting=None)
    assert found(short, context) == []


def test_a_full_report_is_made_elsewhere(context: Context) -> None:
    answers = filled(context, einddatum=after(71), herstel_3m="nee", gemeld_op=after(71), geupload=after(72))
    assert found(answers, context) == [("variant", Level.HINT)]


def test_how_it_went_is_told_from_the_papers(today: date) -> None:
    context = around(
        today,
        history={
            "herstelmelding": (
                {"soort": "gedeeltelijk_hervat", "datum": "2026-10-19", "alle_uren": "nee", "uren_week": "8"},
                {"soort": "gedeeltelijk_hervat", "alle_uren": "nee", "uren_week": "8"},
            )
        },
        zaak={"onderbrekingen": [{"van": "2026-09-21", "tot": "2026-09-27", "soort": "herstel"}]},
        opbouwschema={
            "weekstaat": [
                {"week": "2026-10-26", "gewerkt": "8"},
                {"week": "2026-10-19", "gewerkt": "8"},
                {"week": "2026-11-02", "gewerkt": "9.5"},
                {"week": "2026-11-09"},
            ]
        },
    )
    assert FLOW.computed({}, context)["vk_verloop"].split("\n") == [
        "Eerste ziektedag: 07-09-2026.",
        "Onderbreking van 21-09-2026 tot en met 27-09-2026.",
        "Vanaf 19-10-2026: 8 uur per week.",
        "Weken van 19-10-2026 tot en met die van 26-10-2026: 8 uur per week gewerkt.",
        "Week van 02-11-2026: 9,5 uur gewerkt.",
    ]
