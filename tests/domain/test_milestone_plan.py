"""From which advice the time for the plan runs: the first that asks for one (Regeling procesgang art. 4)."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.domain.check.check import check
from reintegratie_desktop.domain.check.facts import Advies, CheckFacts
from reintegratie_desktop.domain.check.item import Stand
from reintegratie_desktop.domain.clock import CaseClock, case_clocks
from reintegratie_desktop.domain.explain import counted_from
from reintegratie_desktop.domain.facts import CaseFacts
from reintegratie_desktop.domain.milestone import Milestone, Origin, Status
from reintegratie_desktop.text.errors import KnownError

FIRST = date(2026, 2, 23)
ANALYSIS = "2026-04-02"
NO_WORK = {"op": ANALYSIS, "mogelijkheden": False}
NOT_LASTING = {"op": ANALYSIS, "langdurig": False}
LATER = {"op": "2026-06-25"}


def clock(*advices: dict[str, Any], today: str = "2026-11-21", **done: Any) -> CaseClock:
    data = {
        "perioden": [{"ziek_vanaf": FIRST.isoformat()}],
        "gedaan": {"probleemanalyse": ANALYSIS, **done},
        "adviezen": list(advices),
    }
    return case_clocks(CaseFacts.from_dict(data), date.fromisoformat(today))[-1]


def plan(*advices: dict[str, Any], **known: Any) -> Milestone:
    return clock(*advices, **known).milestone("plan_van_aanpak")


def test_a_plan_counts_from_the_later_advice_that_saw_possibilities() -> None:
    step = plan(NO_WORK, LATER, plan_van_aanpak="2026-07-07")
    assert (step.uiterlijk, step.streefdatum) == (date(2026, 7, 9), date(2026, 7, 9))
    assert (step.status, step.dagen_te_laat) == (Status.GEDAAN, 0)
    assert step.trace.origin is Origin.ADVICE_WORK
    told = "Geteld vanaf het advies van 25-06-2026, omdat het eerste advies geen mogelijkheden zag."
    assert told in step.uitleg
    assert "02-04-2026" not in step.uitleg and "16-04-2026" not in step.uitleg
    assert ("Eerste advies met mogelijkheden", date(2026, 6, 25)) in [(line.label, line.day) for line in step.sum]
    assert step.grondslag.endswith("lid 1 en 5")
    assert counted_from(step).startswith("Geteld vanaf het advies van do 25 juni 2026")


def test_the_evaluations_follow_that_date_too() -> None:
    found = clock(NO_WORK, LATER)
    assert found.milestone("evaluatie_1").uiterlijk == date(2026, 7, 9) + timedelta(42)
    assert found.milestone("evaluatie_1").trace.origin is Origin.PLAN_DUE


@pytest.mark.parametrize(
    ("done", "status", "late"),
    [("2026-07-09", "gedaan", 0), ("2026-07-10", "te_laat_gedaan", 1), (None, "te_laat", 135)],
)
def test_the_later_term_is_a_term_like_any_other(done: str | None, status: str, late: int) -> None:
    step = plan(NO_WORK, LATER, plan_van_aanpak=done)
    assert (step.status, step.dagen_te_laat) == (status, late)


def test_an_advice_that_expects_no_long_absence_starts_no_term_either() -> None:
    step = plan(NOT_LASTING, LATER)
    assert step.uiterlijk == date(2026, 7, 9)
    assert "omdat het eerste advies geen langdurig verzuim verwachtte" in step.uitleg


@pytest.mark.parametrize("advices", [(), ({"op": ANALYSIS},), ({"op": ANALYSIS}, {**NO_WORK, "op": "2026-04-09"})])
def test_otherwise_the_probleemanalyse_counts(advices: tuple[dict[str, Any], ...]) -> None:
    step = plan(*advices)
    assert (step.uiterlijk, step.trace.origin, step.waits) == (date(2026, 4, 16), Origin.PROBLEEMANALYSE, False)
    assert counted_from(step) == ""


@pytest.mark.parametrize(
    ("advice", "words"), [(NO_WORK, "ziet nog geen mogelijkheden"), (NOT_LASTING, "verwacht geen langdurig verzuim")]
)
def test_without_an_advice_that_asks_for_one_no_plan_is_asked(advice: dict[str, Any], words: str) -> None:
    found = clock(advice, today="2026-05-20", ziekmelding_arbodienst="2026-02-24")
    step = found.milestone("plan_van_aanpak")
    assert (step.status, step.dagen_te_laat, step.waits) == (Status.VERVALT, 0, True)
    assert words in step.uitleg and "2026" not in step.uitleg, "no date that nobody has to keep"
    assert step.sum == ()
    assert all(row.waits for row in found.termijnen if row.rule.id == "evaluatie")
    assert not found.is_late


def test_a_newer_advice_without_possibilities_stops_the_evaluations_and_not_the_plan() -> None:
    found = clock({"op": ANALYSIS}, {"op": "2026-06-25", "mogelijkheden": False}, plan_van_aanpak="2026-04-14")
    assert found.milestone("plan_van_aanpak").status is Status.GEDAAN
    assert found.milestone("evaluatie_1").waits
    assert "nieuwste advies" in found.milestone("evaluatie_1").uitleg


def test_the_check_never_says_that_all_evaluations_were_held_while_they_wait() -> None:
    found = clock(
        {"op": ANALYSIS},
        {"op": "2026-06-25", "mogelijkheden": False},
        plan_van_aanpak="2026-04-14",
        evaluaties=["2026-05-20"],
    )
    seen = (Advies(date(2026, 4, 2)), Advies(date(2026, 6, 25), ziet_werk=False))
    (item,) = [one for one in check(CheckFacts(clock=found, adviezen=seen)) if one.id == "evaluaties"]
    assert item.stand is Stand.NIET_NODIG
    assert item.bevinding == "Volgens het advies van de bedrijfsarts is dit nu niet nodig."


def test_what_was_done_stays_done_whatever_the_advice_says() -> None:
    found = clock(NO_WORK, plan_van_aanpak="2026-04-10", evaluaties=["2026-05-01"])
    assert found.milestone("plan_van_aanpak").status is Status.GEDAAN
    assert not found.milestone("evaluatie_1").waits


def test_the_end_of_the_employment_goes_before_the_advice() -> None:
    data = {
        "perioden": [{"ziek_vanaf": FIRST.isoformat(), "hersteld_per": "2026-04-06"}],
        "gedaan": {"probleemanalyse": ANALYSIS},
        "adviezen": [NO_WORK],
    }
    (found,) = case_clocks(CaseFacts.from_dict(data), date(2026, 5, 1))
    step = found.milestone("plan_van_aanpak")
    assert (step.status, step.waits, step.trace.ended_on) == (Status.VERVALT, False, date(2026, 4, 6))


def test_another_day_for_the_probleemanalyse_never_gives_a_term_before_it() -> None:
    step = plan(NO_WORK, LATER, probleemanalyse="2026-07-01")
    assert step.trace.origin_day == date(2026, 7, 1)


def test_advices_belong_to_the_case_in_which_they_came() -> None:
    data = {
        "perioden": [
            {"ziek_vanaf": "2025-03-03", "hersteld_per": "2025-06-02"},
            {"ziek_vanaf": FIRST.isoformat()},
        ],
        "gedaan": {"probleemanalyse": ANALYSIS},
        "adviezen": [{"op": "2025-04-10", "mogelijkheden": False}, {"op": ANALYSIS}],
    }
    before, now = case_clocks(CaseFacts.from_dict(data), date(2026, 5, 1))
    assert not before.milestone("plan_van_aanpak").waits, "that case has no probleemanalyse"
    assert now.milestone("plan_van_aanpak").trace.origin is Origin.PROBLEEMANALYSE


def test_an_advice_before_the_first_sick_day_is_refused() -> None:
    with pytest.raises(KnownError, match="adviezen"):
        clock({"op": "2026-02-20"})


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 200), st.booleans()), min_size=1, max_size=5))
def test_dossier_and_check_never_disagree(told: list[tuple[int, bool]]) -> None:
    days = sorted({38 + number for number, _work in told})
    works = [work for _number, work in told][: len(days)]
    advices = [(FIRST + timedelta(number), work) for number, work in zip(days, works, strict=True)]
    data = {
        "perioden": [{"ziek_vanaf": FIRST.isoformat()}],
        "gedaan": {"probleemanalyse": advices[0][0].isoformat()},
        "adviezen": [{"op": day.isoformat(), "mogelijkheden": work} for day, work in advices],
    }
    (found,) = case_clocks(CaseFacts.from_dict(data), date(2026, 11, 21))
    step = found.milestone("plan_van_aanpak")
    seen = tuple(Advies(day, ziet_werk=work) for day, work in advices)
    item = next(one for one in check(CheckFacts(clock=found, adviezen=seen)) if one.id == "plan_van_aanpak")
    if step.waits:
        assert item.stand is Stand.NIET_NODIG
        assert not any(work for _day, work in advices)
    else:
        first = next(day for day, work in advices if work)
        assert step.uiterlijk == item.uiterlijk == first + timedelta(14)
        assert ("Geteld vanaf" in item.bevinding) == (not advices[0][1])
