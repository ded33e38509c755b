"""Asking UWV to take part: in time, not for who bears the risk, and with the threshold as a rule of thumb."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.forms.context import Context, Issue
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import flow

FLOW = flow("participatieverzoek")
SCAN = {"sha256": "0" * 64, "naam": "offerte.pdf", "grootte": 10}
ANSWERS: dict[str, Any] = {
    "einddatum": "2027-03-31",
    "brutoloon": "10000",
    "traject": "Zoeken naar licht werk in een tuincentrum.",
    "kosten": "8000",
    "start": "2027-01-11",
    "duurt_door": "ja",
    "bureau": "Koers & Werk (fictief)",
    "akkoord_wn": True,
    "b_pa": ["probleemanalyse:2026-02-09:1"],
    "b_pva": ["eigen_stuk"],
    "b_voorstel": SCAN,
    "b_loon": True,
    "ingediend": "2026-11-20",
}


def around(today: date, **papers: dict[str, Any]) -> Context:
    issues = {"probleemanalyse": (Issue(1, date(2026, 2, 9)),)}
    case = {"eerste_ziektedag": "2026-01-05"}
    return Context(today=today, papers={"zaak": case, **papers}, issues=issues)


@pytest.fixture
def context(today: date) -> Context:
    return around(today)


def found(answers: dict[str, Any], context: Context) -> list[tuple[str, Level]]:
    return [(item.field, item.level) for item in FLOW.findings({**ANSWERS, **answers}, context)]


def test_a_full_request_only_hears_that_the_threshold_is_a_rule_of_thumb(context: Context) -> None:
    assert found({}, context) == [("kosten", Level.HINT)]


def test_what_spoor_2_knows_is_carried(today: date) -> None:
    spoor2 = {"doel": "Ander werk.", "kosten": "3500", "van": "2027-01-11", "bureau": "Koers & Werk (fictief)"}
    answers, carried = FLOW.start(
        around(today, spoor2_start=spoor2, werknemer={"contractsoort": "bepaalde_tijd", "einddatum": "2027-03-31"})
    )
    assert (answers["traject"], answers["kosten"], answers["start"]) == ("Ander werk.", "3500", "2027-01-11")
    assert carried["bureau"] == "spoor2_start"
    assert answers["einddatum"] == "2027-03-31"
    assert answers["b_pa"] == ["probleemanalyse:2026-02-09:1"]
    assert "b_pva" not in answers
    told = around(today, bijzonderheden={"speelt": ["contract_eindigt"], "einde_dienstverband": "2027-02-28"})
    assert FLOW.start(told)[0]["einddatum"] == "2027-02-28"
    permanent = around(today, werknemer={"contractsoort": "onbepaalde_tijd", "einddatum": "2027-03-31"})
    assert "einddatum" not in FLOW.start(permanent)[0]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"start": "2027-02-18"}, ("start", Level.BLOCK)),
        ({"ingediend": "2026-11-23", "start": "2026-12-14"}, ("ingediend", Level.BLOCK)),
        ({"ingediend": "2026-11-24"}, ("ingediend", Level.BLOCK)),
        ({"bevestiging": "2026-11-24"}, ("bevestiging", Level.BLOCK)),
        ({"b_pa": []}, ("b_pa", Level.MISSING)),
        ({"b_pva": None}, ("b_pva", Level.MISSING)),
        ({"b_voorstel": None}, ("b_voorstel", Level.MISSING)),
        ({"b_loon": False}, ("b_loon", Level.MISSING)),
        ({"akkoord_wn": False}, ("akkoord_wn", Level.WARN)),
        ({"akkoord_wn": None}, ("akkoord_wn", Level.MISSING)),
        ({"bureau": ""}, ("bureau", Level.MISSING)),
    ],
)
def test_one_remark_at_the_right_place(context: Context, answers: dict[str, Any], expected: tuple[str, Level]) -> None:
    assert [item for item in found(answers, context) if item[0] != "kosten"] == [expected]


def test_the_last_days_in_time_are_fine(context: Context) -> None:
    at_the_edge = {"start": "2027-02-17", "ingediend": "2026-11-23", "kosten": "8000"}
    assert found(at_the_edge, context) == [("kosten", Level.HINT)]
    assert found({"start": "2026-12-21", "ingediend": "2026-11-23"}, context) == [("kosten", Level.HINT)]
    assert ("einddatum", Level.MISSING) in found({"einddatum": None}, context)
    assert ("start", Level.MISSING) in found({"start": None}, context)
    assert ("start", Level.BLOCK) in found({"start": "2027-02-18", "ingediend": None}, context)


def test_the_threshold_is_a_part_of_the_wage(context: Context) -> None:
    told = FLOW.computed(ANSWERS, context)["drempel"]
    assert told.replace("\u00a0", " ") == "€ 7.000,00: 70% van het loon tot het einde"
    assert FLOW.computed({}, context)["drempel"] == ""
    assert found({"kosten": "5000"}, context) == [("kosten", Level.WARN)]
    assert ("kosten", Level.MISSING) in found({"kosten": None}, context)


@pytest.mark.parametrize(
    ("papers", "stops"),
    [
        ({"werkgever": {"erd_zw": True}}, True),
        ({"werkgever": {"erd_zw": False}}, False),
        (
            {
                "werkgever": {"erd_zw": True},
                "bijzonderheden": {"speelt": ["eigenrisicodrager"], "eigenrisicodrager": "wga"},
            },
            False,
        ),
        ({"bijzonderheden": {"speelt": ["eigenrisicodrager"], "eigenrisicodrager": "zw_en_wga"}}, True),
        ({"bijzonderheden": {"speelt": ["eigenrisicodrager"]}}, False),
        ({"bijzonderheden": {"speelt": ["aow"], "eigenrisicodrager": "zw"}}, False),
    ],
)
def test_who_bears_the_risk_does_not_ask(today: date, papers: dict[str, Any], stops: bool) -> None:
    assert (("einddatum", Level.BLOCK) in found({}, around(today, **papers))) is stops
