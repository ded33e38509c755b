"""The report of the agency: counts never get less, and a report that stays away is said."""

from datetime import date
from typing import Any

import pytest

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import flow
from reintegratie_desktop.forms.rules_reports import advice_in_period, report_expected
from tests.forms.spoor_answers import ADVICE, S2, TODAY, VR, VR_BEFORE, full_context

FLOW = flow("voortgangsrapportage")


def found(answers: dict[str, Any], context: Context | None = None) -> list[tuple[str, Level]]:
    return [(item.field, item.level) for item in FLOW.findings({**VR, **answers}, context or full_context())]


def test_a_filled_example_can_be_finished_before_it_was_discussed() -> None:
    assert found({}) == [("ontvangen", Level.HINT)]
    assert found({"ontvangen": "2026-11-23"}) == []
    assert FLOW.computed(VR, full_context())["periode"] == "26-10-2026 tot en met 22-11-2026"
    assert FLOW.computed({}, full_context())["periode"] is None


# --- what earlier papers say ------------------------------------------------------------------------------------------


def test_the_next_report_goes_on_where_the_last_one_stopped() -> None:
    answers, carried = FLOW.start(full_context(voortgangsrapportage=VR_BEFORE))
    assert answers["nr"] == "2"
    assert answers["van"] == "2026-10-26"
    assert answers["activiteiten"] == [{"activiteit": "Brieven schrijven"}]
    assert carried["activiteiten"] == "voortgangsrapportage"
    assert answers["adviseur"] == "Bureau Vooruit, Sam Dijk"


def test_the_first_report_starts_from_the_plan() -> None:
    answers, carried = FLOW.start(full_context(history={"voortgangsrapportage": ()}))
    assert answers["nr"] == "1"
    assert answers["van"] == "2026-10-19"
    # The second phase has not begun.
    assert answers["activiteiten"] == [{"activiteit": "Zoekprofiel maken"}]
    assert carried["activiteiten"] == "spoor2_start"
    assert "van" not in FLOW.start(Context(today=TODAY))[0]


def test_the_place_elsewhere_is_a_link() -> None:
    assert FLOW.computed(VR, full_context())["werkplek"]["datum"] == "2026-11-16"
    asked = {field.key for field in FLOW.asked_fields(VR, Context(today=TODAY))}
    assert "werkplek" not in asked


def test_a_new_advice_in_the_period_is_noticed() -> None:
    later = {**ADVICE, "datum_document": "2026-11-02"}
    context = full_context(probleemanalyse=later, history={"probleemanalyse": (ADVICE, later)})
    assert FLOW.start(context)[0]["belastbaarheid_anders"] is True
    assert advice_in_period(full_context()) is None
    assert advice_in_period(Context(today=TODAY)) is None
    assert advice_in_period(full_context(without=("probleemanalyse",))) is None


# --- rules ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["vacatures", "sollicitaties_aantal", "netwerk"])
def test_counts_never_get_less(key: str) -> None:
    assert (key, Level.BLOCK) in found({key: "0"})
    assert (key, Level.BLOCK) not in found({key: VR_BEFORE[key]})
    first = full_context(history={"voortgangsrapportage": ()})
    assert (key, Level.BLOCK) not in found({key: "0", "nr": "1"}, first)


def test_a_correction_of_an_older_report_stays_under_the_next_one() -> None:
    context = full_context(history={"voortgangsrapportage": (VR_BEFORE, VR)})
    corrected = {**VR_BEFORE, "vacatures": "10"}
    assert ("vacatures", Level.BLOCK) in [(item.field, item.level) for item in FLOW.findings(corrected, context)]
    assert ("vacatures", Level.BLOCK) not in [
        (item.field, item.level) for item in FLOW.findings({**VR_BEFORE, "vacatures": "9"}, context)
    ]


def test_without_a_number_the_newest_report_counts() -> None:
    assert ("vacatures", Level.BLOCK) in found({"nr": None, "vacatures": "4"})


def test_a_number_stands_on_one_report() -> None:
    assert ("nr", Level.WARN) in found({"nr": "1"})
    assert ("nr", Level.WARN) not in found({"nr": "1", "van": VR_BEFORE["van"]})


@pytest.mark.parametrize(("last", "alarm"), [("2026-12-20", False), ("2026-12-21", True)])
def test_a_report_that_stays_away_is_an_alarm(last: str, alarm: bool) -> None:
    """Six weeks and fourteen days after 25 October is 20 December."""
    context = full_context(today=date(2026, 12, 28))
    assert (("tot", Level.WARN) in found({"tot": last}, context)) is alarm


def test_the_first_report_is_counted_from_the_start_and_only_with_an_interval() -> None:
    first = full_context(today=date(2026, 12, 28), history={"voortgangsrapportage": ()})
    assert ("tot", Level.WARN) in found({"tot": "2026-12-15", "nr": "1"}, first)
    silent = full_context(today=date(2026, 12, 28), spoor2_start={**S2, "rapportage": None})
    assert ("tot", Level.WARN) not in found({"tot": "2026-12-27"}, silent)


def test_when_the_next_report_is_expected() -> None:
    assert report_expected(full_context()) == (date(2026, 12, 6), date(2026, 12, 20))
    first = full_context(history={"voortgangsrapportage": ()})
    assert report_expected(first) == (date(2026, 11, 30), date(2026, 12, 14))
    assert report_expected(full_context(history={"voortgangsrapportage": ({**VR, "eindrapport": True},)})) is None
    assert report_expected(full_context(without=("spoor2_start",))) is None
    ends = full_context(spoor2_start={**S2, "tot": "2026-11-29"})
    assert report_expected(ends) == (date(2026, 11, 29), date(2026, 12, 13))
    endless = full_context(spoor2_start={**S2, "tot": None})
    assert report_expected(endless) == (date(2026, 12, 6), date(2026, 12, 20))


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"tot": "2026-10-25"}, "tot"),
        ({"tot": "2026-11-24"}, "tot"),
        ({"van": "2025-10-20"}, "van"),
        ({"ontvangen": "2026-11-21"}, "ontvangen"),
        ({"ontvangen": "2026-11-24"}, "ontvangen"),
    ],
)
def test_days_can_be_right(answers: dict[str, Any], field: str) -> None:
    assert (field, Level.BLOCK) in found(answers)


@pytest.mark.parametrize("day", ["2026-10-25", "2026-11-23"])
def test_what_is_told_happened_in_the_period(day: str) -> None:
    rows = [{**VR["gesprekken"][0], "datum": day}]
    assert ("gesprekken[0].datum", Level.WARN) in found({"gesprekken": rows})
    half = {**VR, "gesprekken": rows, "van": None, "tot": None}
    assert ("gesprekken[0].datum", Level.WARN) not in [
        (item.field, item.level) for item in FLOW.findings(half, full_context())
    ]


def test_the_list_holds_the_applications_that_were_added() -> None:
    assert ("sollicitaties", Level.WARN) in found({"sollicitaties_aantal": "4"})
    assert ("sollicitaties", Level.MISSING) in found({"sollicitaties": []})
    none_new = {"sollicitaties_aantal": "1", "sollicitaties": None}
    assert found(none_new) == [("ontvangen", Level.HINT)]
    assert ("sollicitaties_aantal", Level.MISSING) in found({"sollicitaties_aantal": None})


def test_a_changed_advice_is_told_to_everybody() -> None:
    assert ("geinformeerd", Level.WARN) in found({"belastbaarheid_anders": True})
    assert ("geinformeerd", Level.WARN) not in found({"belastbaarheid_anders": True, "geinformeerd": True})


def test_a_plan_that_changes_says_what() -> None:
    assert ("bijstelling_wat", Level.MISSING) in found({"bijstelling_wat": ""})
    assert found({"bijstelling": "nee", "bijstelling_wat": None}) == [("ontvangen", Level.HINT)]


def test_the_adviser_signs_in_the_name_that_was_typed() -> None:
    assert FLOW.computed(VR, full_context())["hand_adviseur"]["naam"] == "Bureau Vooruit, Sam Dijk"
