"""The report after 42 weeks: what is known stands there, and its days lie in the window."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import flow

FLOW = flow("uwv_42e_week")
PAPERS: dict[str, dict[str, Any]] = {
    "werkgever": {
        "handelsnaam": "Groothandel De Kist B.V.",
        "loonheffingennr": "123456789L01",
        "contact": {"naam": "Noor Blom", "functie": "bedrijfsleider", "telefoon": "0600000071"},
    },
    "werknemer": {
        "voorletters": "J.",
        "voorvoegsel": "van",
        "achternaam": "Houten",
        "geboortedatum": "1988-04-21",
        "contractsoort": "onbepaalde_tijd",
        "contracturen": "36",
    },
    "zaak": {
        "eerste_ziektedag": "2026-02-02",
        "eerste_dag_uwv": "2026-01-05",
        "streefdatums": {"uwv_42e_week": "2026-11-23"},
        "termijnen": {"uwv_42e_week": "2026-11-23"},
        "vensters": {"uwv_42e_week": "2026-11-16"},
        "onderbrekingen": [{"van": "2026-01-19", "tot": "2026-02-01", "soort": "herstel"}],
    },
    "opbouwschema": {"weekstaat": [{"week": "2026-11-09", "gewerkt": "10"}, {"week": "2026-11-16", "gewerkt": "12"}]},
}


def around(today: date, **more: Any) -> Context:
    history = more.pop("history", {})
    papers = {form: {**PAPERS.get(form, {}), **more.get(form, {})} for form in {*PAPERS, *more}}
    return Context(today=today, papers=papers, history=history)


@pytest.fixture
def context(today: date) -> Context:
    return around(today)


def filled(context: Context, **more: Any) -> dict[str, Any]:
    answers, _carried = FLOW.start(context)
    return {**answers, "gemeld_op": "2026-11-20", "gemeld_via": "werkgeversportaal", **more}


def found(answers: dict[str, Any], context: Context) -> list[tuple[str, Level]]:
    return [(item.field, item.level) for item in FLOW.findings(answers, context)]


def test_everything_known_stands_there_already(context: Context) -> None:
    answers, carried = FLOW.start(context)
    assert answers == {
        "loonheffingennr": "123456789L01",
        "naam_wg": "Groothandel De Kist B.V., Noor Blom, bedrijfsleider, 0600000071",
        "naam_wn": "J. van Houten",
        "geboortedatum": "1988-04-21",
        "eerste_ziektedag": "2026-01-05",
        "dienstverband": "Onbepaalde tijd",
        "werkt_nu": "ja_uren",
        "uren_nu": "12",
        "samengesteld": [{"van": "2026-01-19", "tot": "2026-02-01", "soort": "herstel"}],
    }
    assert carried["loonheffingennr"] == "werkgever"
    assert FLOW.computed(answers, context)["uiterste_datum"] == "2026-11-23"
    assert found(filled(context), context) == []


def test_it_can_be_finished_before_it_is_reported(context: Context) -> None:
    answers, _carried = FLOW.start(context)
    assert [item for item in FLOW.findings(answers, context) if item.stops] == []


def test_nothing_known_is_nothing_said(today: date) -> None:
    answers, _carried = FLOW.start(Context(today=today))
    assert answers == {"samengesteld": [{"soort": "geen"}]}
    assert FLOW.computed(answers, Context(today=today))["uiterste_datum"] is None


def test_a_contract_with_an_end_says_so(today: date) -> None:
    fixed = around(today, werknemer={"contractsoort": "bepaalde_tijd", "einddatum": "2027-05-31"})
    assert FLOW.start(fixed)[0]["dienstverband"] == "Bepaalde tijd, tot en met 31-05-2027"
    told = around(today, bijzonderheden={"speelt": ["contract_eindigt"], "einde_dienstverband": "2027-03-31"})
    assert FLOW.start(told)[0]["dienstverband"] == "Onbepaalde tijd, tot en met 31-03-2027"
    open_end = around(today, bijzonderheden={"speelt": ["contract_eindigt"]})
    assert FLOW.start(open_end)[0]["dienstverband"] == "Onbepaalde tijd"
    strange = around(today, werknemer={"contractsoort": "x"})
    assert "dienstverband" not in FLOW.start(strange)[0]


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        (
            ({"soort": "gedeeltelijk_hervat", "datum": "2026-11-02", "alle_uren": "nee", "uren_week": "18"},),
            ("ja_uren", "18"),
        ),
        (({"soort": "gedeeltelijk_hervat", "datum": "2026-11-02", "alle_uren": "ja"},), ("ja_uren", "36")),
        (
            ({"soort": "weer_meer_uitgevallen", "datum": "2026-11-02", "alle_uren": "nee", "uren_week": "0"},),
            ("nee", None),
        ),
        (
            ({"soort": "gedeeltelijk_hervat", "datum": "2026-12-07", "alle_uren": "nee", "uren_week": "18"},),
            ("ja_uren", "12"),
        ),
        (({"soort": "volledig_hersteld", "datum": "2026-11-02", "alle_uren": "ja"},), ("ja_uren", "12")),
        (({"soort": "gedeeltelijk_hervat", "datum": "2026-11-02", "alle_uren": "nee"},), (None, None)),
    ],
)
def test_the_hours_of_now_come_from_the_newest_report_or_week(
    today: date, reports: tuple[dict[str, Any], ...], expected: tuple[str | None, str | None]
) -> None:
    answers, _carried = FLOW.start(around(today, history={"herstelmelding": reports}))
    assert (answers.get("werkt_nu"), answers.get("uren_nu")) == expected


def test_without_any_week_nobody_knows_the_hours(today: date) -> None:
    answers, _carried = FLOW.start(around(today, opbouwschema={"weekstaat": []}))
    assert "werkt_nu" not in answers


def test_weeks_of_long_ago_give_way_to_the_schedule_of_now(today: date) -> None:
    phase = {"van": "2026-10-05", "dagen": ["ma", "wo"], "uren_dag": "4"}
    old = [{"week": "2026-09-07", "gewerkt": "20"}]
    answers, _carried = FLOW.start(around(today, opbouwschema={"weekstaat": old, "fasen": [phase]}))
    assert (answers["werkt_nu"], answers["uren_nu"]) == ("ja_uren", "8")


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"gemeld_op": "2026-11-13"}, ("gemeld_op", Level.BLOCK)),
        ({"loonheffingennr": "123"}, ("loonheffingennr", Level.BLOCK)),
        ({"loonheffingennr": None}, ("loonheffingennr", Level.MISSING)),
        ({"werkt_nu": None}, ("werkt_nu", Level.MISSING)),
        ({"uren_nu": None}, ("uren_nu", Level.MISSING)),
        ({"gemeld_op": None}, ("gemeld_op", Level.HINT)),
        ({"gemeld_via": None}, ("gemeld_via", Level.HINT)),
        ({"verzekeraar_gemeld": "2026-11-24"}, ("verzekeraar_gemeld", Level.BLOCK)),
        ({"hersteld_gemeld": "2026-11-19"}, ("hersteld_gemeld", Level.BLOCK)),
        ({"hersteld_gemeld": "2026-11-24"}, ("hersteld_gemeld", Level.BLOCK)),
    ],
)
def test_one_remark_at_the_right_place(context: Context, answers: dict[str, Any], expected: tuple[str, Level]) -> None:
    assert found(filled(context, **answers), context) == [expected]


def test_a_day_to_come_is_no_day(context: Context) -> None:
    assert ("gemeld_op", Level.BLOCK) in found(filled(context, gemeld_op="2026-11-24"), context)


def test_late_is_told_and_can_be_finished(today: date) -> None:
    late = around(today, zaak={"termijnen": {"uwv_42e_week": "2026-11-18"}})
    assert found(filled(late), late) == [("gemeld_op", Level.WARN)]
    unknown = around(today, zaak={"termijnen": None, "vensters": None})
    assert found(filled(unknown), unknown) == []


def test_who_recovered_before_is_not_reported_any_more(today: date) -> None:
    fit = around(today, zaak={"hersteld_per": "2026-11-18"})
    answers = filled(fit, gemeld_op=None)
    assert ("gemeld_op", Level.WARN) in found(answers, fit)
    told = filled(fit, gemeld_op="2026-11-17")
    assert found(told, fit) == [("hersteld_gemeld", Level.HINT)]
    assert found({**told, "hersteld_gemeld": "2026-11-19"}, fit) == []
    assert found({**told, "hersteld_gemeld": "2026-11-17"}, fit) == [("hersteld_gemeld", Level.BLOCK)]
    after = around(today, zaak={"hersteld_per": "2026-11-30"})
    assert found(filled(after, gemeld_op=None), after) == [("gemeld_op", Level.HINT)]


def test_who_has_an_insurance_hears_of_it(today: date) -> None:
    insured = around(today, werkgever={"verzekeraar": "Polis 12"})
    assert found(filled(insured), insured) == [("verzekeraar_gemeld", Level.HINT)]
    assert found(filled(insured, verzekeraar_gemeld="2026-11-20"), insured) == []


def test_the_citizen_number_is_never_an_answer(context: Context) -> None:
    assert not FLOW.field("bsn").kept
    assert "bsn" not in FLOW.start(context)[0]
