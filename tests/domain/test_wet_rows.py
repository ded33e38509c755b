"""Every row of the fact sheet of the law is done somewhere and proven; what no other test proves is proven here."""

import ast
from datetime import date, timedelta
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from reintegratie_desktop.domain.check.rules import RULES as POINTS
from reintegratie_desktop.domain.clock import CaseClock, case_clocks, doubts
from reintegratie_desktop.domain.explanations import EXPLANATIONS
from reintegratie_desktop.domain.facts import CaseFacts
from reintegratie_desktop.domain.milestone import Status
from reintegratie_desktop.domain.milestone_rules import RULES
from reintegratie_desktop.domain.periods import plus
from reintegratie_desktop.domain.situations import SITUATIONS
from reintegratie_desktop.domain.wage.facts import STOP_GROUNDS
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.flows import flow
from reintegratie_desktop.law.book import load_law
from tests.domain.wage.wage_tools import case as wage_of
from tests.domain.wage.wage_tools import ill
from tests.domain.wet_examples import DOUBTS, WORKED
from tests.domain.wet_table import (
    ASKED,
    COMPUTED,
    COUNTING,
    EXPLAINED,
    MILESTONES,
    MONEY,
    PERIODS,
)

ROOT = Path(__file__).resolve().parents[2]
LAW = load_law()
ROWS = {**COUNTING, **MILESTONES, **PERIODS, **MONEY}
LENGTHS = {"0": 11, "1": 34, "2": 30, "3": 21}
"""Section of the fact sheet, and how many rows it has."""
EXAMPLE_NAMES = {*(f"T{number}" for number in range(1, 17)), "RBMNE:2015:5703", "samentelling"}


def clocks(*periods: tuple[str, str | None], today: str = "2026-02-01", **facts: Any) -> tuple[CaseClock, ...]:
    data = {"perioden": [{"ziek_vanaf": start, "hersteld_per": end} for start, end in periods], **facts}
    return case_clocks(CaseFacts.from_dict(data), date.fromisoformat(today))


def day(case: CaseClock, step: str) -> str:
    return case.milestone(step).uiterlijk.isoformat()


# --- the table --------------------------------------------------------------------------------------------------------


@cache
def _tests_in(name: str) -> frozenset[str]:
    tree = ast.parse((ROOT / "tests" / name).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def _exists(test: str) -> bool:
    name, _colons, function = test.partition("::")
    return function in _tests_in(name)


@cache
def _ids_in(file: str, kind: str) -> frozenset[str]:
    """Return the first words of every call of a class in a file of the domain."""
    path = ROOT / "reintegratie_desktop" / "domain" / file
    calls = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    found = (call for call in calls if isinstance(call.func, ast.Name) and call.func.id == kind)
    return frozenset(str(call.args[0].value) for call in found if isinstance(call.args[0], ast.Constant))


def _is_there(where: str) -> bool:
    kind, _colon, name = where.partition(":")
    if kind == "code":
        module, _colon, attribute = name.partition(":")
        return hasattr(import_module(f"reintegratie_desktop.{module}"), attribute)
    if kind == "form":
        return (ROOT / "reintegratie_desktop" / "forms" / "flows" / f"{name}.py").exists()
    known = {
        "step": RULES,
        "law": LAW.parameters,
        "situation": SITUATIONS,
        "doubt": LAW.doubts,
        "check": POINTS,
        "notice": _ids_in("notices.py", "Notice"),
        "note": _ids_in("wage/notes.py", "Note"),
        "explanation": EXPLANATIONS,
    }
    return name in known[kind]


@pytest.mark.parametrize("number", ROWS)
def test_every_row_is_done_somewhere_and_proven(number: str) -> None:
    row = ROWS[number]
    assert row.how in (COMPUTED, ASKED, EXPLAINED)
    assert _is_there(row.where), f"{number}: {row.where} is not there"
    assert row.tests
    assert [test for test in row.tests if not _exists(test)] == []


@pytest.mark.parametrize("section", LENGTHS)
def test_no_row_is_left_out(section: str) -> None:
    numbers = {number for number in ROWS if number.startswith(f"{section}.")}
    assert numbers == {f"{section}.{row}" for row in range(1, LENGTHS[section] + 1)}


def test_every_worked_example_is_a_test() -> None:
    assert set(WORKED) == EXAMPLE_NAMES
    assert [test for tests in WORKED.values() for test in tests if not _exists(test)] == []


def test_every_doubt_is_said_somewhere_and_counted_with() -> None:
    assert set(DOUBTS) == set(LAW.doubts) == {f"d{number}" for number in range(1, 24)}
    assert [test for tests in DOUBTS.values() for test in tests if not _exists(test)] == []


def test_a_missing_place_or_test_is_seen() -> None:
    for where in ("step:x", "law:x", "situation:x", "doubt:x", "notice:x", "form:x", "note:x", "code:domain.leave:x"):
        assert not _is_there(where)
    assert not _exists("domain/test_leave.py::test_nothing")


# --- rows and examples that no other test proves ----------------------------------------------------------------------


@pytest.mark.parametrize("first", ["2026-01-05", "2024-01-15", "2012-10-29"])
def test_the_wachttijd_is_728_days(first: str) -> None:
    """The first sick day is day 1: 104 weeks end on day 728, and the WIA can begin the day after."""
    (case,) = clocks((first, None))
    begin = date.fromisoformat(first)
    counted = [begin + timedelta(days=number) for number in range(104 * 7)]
    assert case.milestone("einde_loondoorbetaling").uiterlijk == counted[-1]
    assert case.milestone("wia_eerste_dag").uiterlijk == counted[-1] + timedelta(days=1)
    assert len(counted) == 728


def test_the_rest_of_the_plain_case() -> None:
    """What the first worked example names besides the table of the command line."""
    first = date(2026, 1, 5)
    days = LAW.on(first).days
    assert plus(first, days("uwv_brief_wia_van")) == date(2027, 9, 6)
    assert plus(first, days("uwv_brief_wia_tot")) == date(2027, 9, 12)
    assert plus(first, days("uwv_42e_week_bewaking")) == date(2027, 7, 25)
    assert plus(first, days("uwv_beslissing_streven")) == date(2027, 11, 21)
    (sanction,) = clocks(("2026-01-05", None), loonsanctie={}, today="2028-02-01")
    assert day(sanction, "einde_loonsanctie") == "2028-12-31"
    assert day(sanction, "einde_opzegverbod") == "2029-01-01"
    planned = {"probleemanalyse": "2026-02-09"}
    (analysed,) = clocks(("2026-01-05", None), gedaan=planned)
    assert day(analysed, "plan_van_aanpak") == "2026-02-23"
    (case,) = clocks(("2026-01-05", None), gedaan={**planned, "plan_van_aanpak": "2026-02-23"})
    talks = [day(case, f"evaluatie_{number}") for number in range(1, 8)]
    assert talks == [
        "2026-04-06", "2026-05-18", "2026-06-29", "2026-08-10", "2026-09-21", "2026-11-02", "2026-12-14",
    ]  # fmt: skip


def test_a_relapse_has_no_second_sanction_day() -> None:
    (case,) = clocks(("2026-01-05", "2026-03-09"), ("2026-03-30", None), loonsanctie={}, today="2028-03-01")
    assert day(case, "einde_loonsanctie") == "2029-01-21"


def test_ill_on_the_sunday_before_the_limit() -> None:
    """27 days to the first sick day, 28 to the first sick working day: counted to the day that is filled in."""
    on_sunday = clocks(("2026-01-05", "2026-03-02"), ("2026-03-29", None), today="2026-04-10")
    on_monday = clocks(("2026-01-05", "2026-03-02"), ("2026-03-30", None), today="2026-04-10")
    assert (len(on_sunday), len(on_monday)) == (1, 2)
    assert "grensgeval" in doubts(on_sunday[-1])[0]
    assert "grensgeval" in doubts(on_monday[-1])[0]


def test_illness_after_the_leave_is_reported_by_the_fourth_day() -> None:
    leave = {"van": "2026-06-01", "tot_en_met": "2026-09-20", "zelfde_geval": False}
    _old, new = clocks(("2026-02-02", None), verlof=[leave], vangnet_meldtermijn="4_dagen", today="2026-09-22")
    assert new.eerste_ziektedag == date(2026, 9, 21)
    assert day(new, "vangnet_melding") == "2026-09-24"


def test_working_a_part_of_the_hours_moves_no_date() -> None:
    """Half of the hours from April, nearly all of them from October: the weeks simply run on."""
    (plain,) = clocks(("2026-02-02", None))
    worked = [
        {"van": "2026-04-01", "tot_en_met": "2026-09-30", "uren_per_week": "20", "vorm": "loonwaarde",
         "loonwaarde_percentage": "100"},
        {"van": "2026-10-01", "uren_per_week": "36", "vorm": "loonwaarde", "loonwaarde_percentage": "100"},
    ]  # fmt: skip
    found = wage_of(perioden=ill("2026-02-02"), gewerkt=worked)
    assert plain.klok_vanaf == date(2026, 2, 2)
    assert found.tot_en_met == plain.milestone("einde_loondoorbetaling").uiterlijk == date(2028, 1, 30)
    assert [day(plain, step) for step in ("uwv_42e_week", "eerstejaarsevaluatie", "wia_aanvraag")] == [
        "2026-11-23", "2027-01-31", "2027-11-14",
    ]  # fmt: skip


def test_spoor_2_may_start_before_its_window() -> None:
    (case,) = clocks(("2026-01-05", None), gedaan={"spoor2_start": "2026-06-01"}, today="2026-07-01")
    step = case.milestone("spoor2_start")
    assert step.status is Status.GEDAAN
    assert step.gedaan_op == date(2026, 6, 1)


def test_a_stop_has_one_of_six_grounds() -> None:
    """BW 7:629 lid 3, a up to and including f, in that order."""
    lines = [LAW.basis(f"loonstop_{ground}").text for ground in STOP_GROUNDS]
    assert lines == [f"BW 7:629 lid 3 onder {letter}" for letter in "abcdef"]


def test_the_plan_asks_both_for_their_view() -> None:
    plan = flow("plan_van_aanpak")
    asked = {field.key for field in plan.asked_fields({}, Context(today=date(2026, 3, 2)))}
    assert {"mening_wn", "mening_wg"} <= asked


@pytest.mark.parametrize("key", SITUATIONS)
def test_every_situation_is_met_in_the_form(key: str) -> None:
    """What is asked is a question of the form; what is only to know stands there to read."""
    situation = SITUATIONS[key]
    fields = flow("bijzonderheden").fields
    if situation.question:
        (asked,) = [field for field in fields if field.ask == situation.question]
        assert asked.key == f"vraag_{key}"
    else:
        assert situation.yes in [getattr(field, "body", "") for field in fields]


@pytest.mark.parametrize("key", SITUATIONS)
def test_every_situation_is_declared_whole(key: str) -> None:
    situation = SITUATIONS[key]
    assert situation.id == key
    assert situation.yes.endswith(".")
    assert bool(situation.question) == bool(situation.no), "a question has two answers, an explanation has none"
    if situation.question:
        assert situation.question.count("?") >= 1
        assert situation.no.endswith(".")
    assert situation.sources
    assert all(source in LAW.sources for source in situation.sources)
    assert "!" not in situation.question + situation.yes + situation.no
