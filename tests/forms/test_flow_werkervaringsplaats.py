"""A place elsewhere: three sign, it ends, and the hours here and there stay inside the advice."""

from typing import Any

import pytest

from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.fields import Signature
from reintegratie_desktop.forms.findings import Level
from reintegratie_desktop.forms.flows import flow
from tests.forms.spoor_answers import ADVICE, TODAY, WEP, full_context

FLOW = flow("werkervaringsplaats")


def found(answers: dict[str, Any], context: Context | None = None) -> list[tuple[str, Level]]:
    return [(item.field, item.level) for item in FLOW.findings({**WEP, **answers}, context or full_context())]


def test_a_filled_example_can_be_finished() -> None:
    assert found({}) == [("loon", Level.HINT)]
    assert found({"vorm": "eigen_baan_bij_ander"}) == [("loon", Level.HINT)]


@pytest.mark.parametrize("kind", ["werkervaringsplaats", "proefplaatsing"])
def test_how_long_it_may_last_is_asked_of_who_knows(kind: str) -> None:
    assert found({"vorm": kind}) == [("tot", Level.HINT)]
    assert ("tot", Level.HINT) not in found({"vorm": kind, "tot": None})


def test_three_parties_sign() -> None:
    full = FLOW.computed(WEP, full_context())
    assert [field.role for field in FLOW.fields if isinstance(field, Signature)] == [
        "Werkgever", "Werknemer", "Gastbedrijf",
    ]  # fmt: skip
    assert full["hand_gast"]["naam"] == "Wiel en Weg, Mia Bos"


def test_a_secondment_says_who_pays_and_who_instructs() -> None:
    assert [field for field, level in found({"wie_betaalt": "", "wie_leidt": ""}) if level is Level.MISSING] == [
        "wie_betaalt", "wie_leidt",
    ]  # fmt: skip
    assert found({"vorm": "proefplaatsing", "wie_betaalt": "", "wie_leidt": ""}) == [("tot", Level.HINT)]


def test_it_has_an_end() -> None:
    assert ("tot", Level.MISSING) in found({"tot": None})


# --- hours ------------------------------------------------------------------------------------------------------------


def test_hours_here_and_there_together_stay_inside_the_advice() -> None:
    assert FLOW.computed(WEP, full_context())["uren_hier"] == "8"
    more = [*WEP["uren"], {"dag": "za", "uren": "1"}]
    (finding,) = [item for item in FLOW.findings({**WEP, "uren": more}, full_context()) if item.stops]
    assert finding.field == "uren"
    assert "Samen met de 8 uur in je eigen bedrijf is dit 21 uur." in finding.message


def test_without_a_schedule_only_the_hours_elsewhere_count() -> None:
    context = full_context(without=("opbouwschema",))
    week = [{"dag": day, "uren": "4"} for day in ("ma", "di", "wo", "do", "vr")]
    assert found({"uren": week}, context) == [("loon", Level.HINT)]
    assert ("uren", Level.BLOCK) in found({"uren": [*week, {"dag": "za", "uren": "4"}]}, context)
    assert FLOW.computed(WEP, context)["uren_hier"] is None
    assert FLOW.computed({**WEP, "van": None}, context)["uren_hier"] is None


def test_no_day_is_longer_than_the_advice_says() -> None:
    rows = [{"dag": "di", "uren": "4.5"}]
    assert ("uren[0].uren", Level.BLOCK) in found({"uren": rows})
    free = full_context(probleemanalyse={**ADVICE, "uren_dag": None})
    assert ("uren[0].uren", Level.BLOCK) not in found({"uren": rows}, free)
    assert found({"uren": [{"dag": "di"}]})[0] == ("uren[0].uren", Level.MISSING)


def test_an_advice_for_the_start_only_names_no_hours_for_later() -> None:
    advice = {**ADVICE, "opbouw_soort": "werkgever_en_werknemer_bepalen"}
    schedule = {"fasen": [{"van": "2026-09-14", "tot": "2026-11-01", "dagen": ["ma"], "uren_dag": "4"}]}
    context = full_context(probleemanalyse=advice, opbouwschema=schedule)
    week = [{"dag": day, "uren": "4"} for day in ("ma", "di", "wo", "do", "vr", "za")]
    assert ("uren", Level.WARN) in found({"uren": week}, context)


def test_nothing_is_held_against_an_advice_that_is_not_there() -> None:
    assert found({}, Context(today=TODAY)) == [("loon", Level.HINT)]
    assert ("uren", Level.BLOCK) not in found({"van": None, "tot": None})
    silent = full_context(probleemanalyse={**ADVICE, "uren_week": None, "dagen_week": None})
    assert ("uren", Level.BLOCK) not in found({}, silent)


def test_each_day_stands_there_once() -> None:
    rows = [WEP["uren"][0], WEP["uren"][0], {"uren": "1"}, {"uren": "1"}]
    blocked = [field for field, level in found({"uren": rows}) if level is Level.BLOCK]
    assert blocked == ["uren[1].dag"]


# --- days -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"van": "2025-10-26"}, "van"),
        ({"tot": "2026-11-30", "evaluatie": None}, "tot"),
        ({"evaluatie": "2026-11-30"}, "evaluatie"),
        ({"evaluatie": "2027-02-27"}, "evaluatie"),
    ],
)
def test_days_follow_each_other(answers: dict[str, Any], field: str) -> None:
    assert (field, Level.BLOCK) in found(answers)


def test_the_profile_is_a_link_when_there_is_one() -> None:
    assert FLOW.computed(WEP, full_context())["zoekprofiel"]["datum"] == "2026-11-02"
    assert "zoekprofiel" in {field.key for field in FLOW.asked_fields(WEP, full_context())}
    assert "zoekprofiel" not in {field.key for field in FLOW.asked_fields(WEP, Context(today=TODAY))}


def test_how_it_ended_is_noted_later() -> None:
    assert [field.key for field in FLOW.fields if field.later] == ["resultaat", "resultaat_reden"]
