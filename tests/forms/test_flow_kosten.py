"""The form about costs: nothing is needed, every day belongs to the case, and a known tariff is named."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.fields import Table
from reintegratie_desktop.forms.findings import Finding, Level
from reintegratie_desktop.forms.flow import Scope
from reintegratie_desktop.forms.flows import is_case_record
from reintegratie_desktop.forms.flows.kosten import FLOW, in_words

TODAY = date(2026, 11, 23)


def context(regres: str = "nee", first: str = "2026-03-02") -> Context:
    return Context(
        today=TODAY, papers={"zaak": {"eerste_ziektedag": first}, "ziekmelding": {"regres": regres}}
    )  # fmt: skip


def row(**changes: Any) -> dict[str, Any]:
    return {"soort": "spoor2", "bedrag": "3200", "per": "eenmalig", "van": "2027-04-12", **changes}


def found(answers: dict[str, Any], around: Context | None = None) -> list[Finding]:
    return list(FLOW.findings(answers, around or context()))


def test_it_is_kept_with_the_case_and_makes_no_paper() -> None:
    assert FLOW.scope is Scope.CASE_RECORD
    assert not FLOW.has_paper
    assert is_case_record(FLOW.key)
    assert found({}) == []


def test_a_row_says_what_and_how_much_and_when() -> None:
    assert found({"kosten": [row()]}) == []
    missing = found({"kosten": [{"omschrijving": "Bureau De Stap"}], "terug": [{"soort": "lkv"}]})
    assert {finding.field for finding in missing if finding.level is Level.MISSING} == {
        "kosten[0].soort", "kosten[0].bedrag", "kosten[0].per", "kosten[0].van",
        "terug[0].bedrag", "terug[0].per", "terug[0].van",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"van": "2026-03-01"}, "kosten[0].van"),
        # Twice the longest time that wage can be paid: 2 x 1091 days after 2 March 2026 is 21 February 2032.
        ({"van": "2032-02-22"}, "kosten[0].van"),
        ({"per": "maand", "van": "2026-05-01", "tot_en_met": "2026-04-30"}, "kosten[0].tot_en_met"),
        ({"per": "maand", "van": "2026-05-01", "tot_en_met": "2032-02-22"}, "kosten[0].tot_en_met"),
    ],
)
def test_a_day_that_cannot_belong_to_the_case_stops(changes: dict[str, Any], place: str) -> None:
    (finding,) = found({"kosten": [row(**changes)]})
    assert (finding.field, finding.stops) == (place, True)


@pytest.mark.parametrize(
    "changes",
    [
        {"van": "2026-03-02"},
        {"van": "2032-02-21"},
        {"per": "maand", "van": "2020-01-15"},
        {"per": "maand", "van": "2026-05-01", "tot_en_met": "2026-05-01"},
        # The last day of an amount that comes once was left from before a change of mind.
        {"van": "2026-05-01", "tot_en_met": "2020-01-01"},
    ],
)
def test_a_day_that_can_be_stops_nothing(changes: dict[str, Any]) -> None:
    assert found({"kosten": [row(**changes)]}) == []


def test_without_a_known_first_day_only_the_order_is_checked() -> None:
    around = Context(today=TODAY)
    assert found({"kosten": [row(van="1999-01-01")]}, around) == []
    # Before the rules this program knows there is no longest time either.
    assert found({"kosten": [row(van="2050-01-01")]}, context(first="2010-01-04")) == []


def test_the_tariff_of_a_deskundigenoordeel_is_named() -> None:
    (finding,) = found({"kosten": [row(soort="deskundigenoordeel", bedrag="350", van="2026-11-02")]})
    assert finding.level is Level.HINT
    assert finding.message.replace("\u00a0", " ").startswith("UWV rekent jou € 400,00")
    assert found({"kosten": [row(soort="deskundigenoordeel", bedrag="400", van="2026-11-02")]}) == []
    assert found({"kosten": [row(soort="deskundigenoordeel", bedrag="350", van="2012-11-02")]},
                 context(first="2012-10-01")) == []  # fmt: skip


def test_the_share_of_the_employer_and_the_payment_are_looked_at() -> None:
    assert found({"lasten": "ja"})[0].field == "opslag", "a yes asks for the percentage"
    assert found({"lasten": "nee"}) == found({"bijslag": "ja"}) == []
    (finding,) = found({"opslag": "61"})
    assert (finding.field, finding.level) == ("opslag", Level.WARN)
    assert found({"opslag": "60"}) == []
    (finding,) = found({"vergoeding_betaald": "9000", "vergoeding_laatste_dag": "2026-11-24"})
    assert (finding.field, finding.stops) == ("vergoeding_laatste_dag", True)
    assert found({"vergoeding_betaald": "9000", "vergoeding_laatste_dag": "2026-11-23"}) == []
    (finding,) = found({"vergoeding_betaald": "9000"})
    assert (finding.field, finding.level) == ("vergoeding_laatste_dag", Level.MISSING)


def test_the_percentages_are_asked_where_they_count() -> None:
    share, allowance = FLOW.field("opslag"), FLOW.field("bijslag_deel")
    assert not share.is_asked({}, context())
    assert share.is_asked({"lasten": "ja"}, context())
    assert share.is_asked({"opslag": "22"}, context()), "filled in before it was asked whether it counts"
    assert not share.is_asked({"lasten": "nee", "opslag": "22"}, context())
    assert not allowance.is_asked({"bijslag": "nee"}, context())
    assert allowance.is_asked({"bijslag": "ja"}, context())
    (finding,) = found({"bijslag": "ja", "bijslag_deel": "7.9"})
    assert (finding.field, finding.level) == ("bijslag_deel", Level.WARN)
    assert finding.message == "De wet vraagt minstens 8%. Klopt het percentage?"
    assert found({"bijslag": "ja", "bijslag_deel": "8"}) == []
    assert found({"bijslag": "nee", "bijslag_deel": "5"}) == []


def test_net_wage_is_only_asked_where_somebody_may_be_liable() -> None:
    field = FLOW.field("netto_betaald")
    assert not field.is_asked({}, context())
    assert field.is_asked({}, context(regres="onbekend"))


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (row(omschrijving="Bureau De Stap"), "Bureau De Stap, 12 apr 2027"),
        (row(per="maand"), "elke maand vanaf 12 apr 2027"),
        (row(per="maand", tot_en_met="2027-12-31"), "elke maand vanaf 12 apr 2027, tot en met 31 dec 2027"),
        ({"per": "maand"}, "elke maand"),
        ({}, ""),
    ],
)
def test_a_row_in_the_list_says_when_it_comes(answers: dict[str, Any], words: str) -> None:
    assert in_words(answers, context()) == words


def test_the_wage_of_the_first_year_is_only_asked_while_it_can_be_unknown() -> None:
    def asked(week: str, first: str) -> bool:
        papers = {"zaak": {"eerste_ziektedag": first, "ziekteweek": week}}
        return FLOW.field("verwacht_jaar1").is_asked({}, Context(today=TODAY, papers=papers))

    assert asked("38", "2026-03-02")
    assert asked("52", "2025-11-28")
    assert not asked("53", "2025-11-17")
    assert not asked("104", "2024-12-02")
    # A year that is over with amounts this program does not know: 12 months of 2030.
    assert asked("104", "2030-03-04")
    assert FLOW.field("verwacht_jaar1").is_asked({}, context()), "the week is not known"


def test_the_day_of_what_comes_every_month_is_a_beginning() -> None:
    table = FLOW.field("kosten")
    assert isinstance(table, Table)
    (day,) = [column for column in table.columns if column.key == "van"]
    assert day.label_for({"per": "maand"}, context()) == "Vanaf"
    assert day.label_for({"per": "eenmalig"}, context()) == "Datum"
    assert table.columns[0].label_for({}, context()) == "Soort"
