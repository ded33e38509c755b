"""The clock against a second calculation that shares no code with it: day by day, own holidays, own Easter.

The numbers below are the contract of the command line, written down a second time on purpose.
"""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from reintegratie_desktop.services.deadlines import termijnen

DAY = timedelta(days=1)
HORIZON = 1300
"""Days that an open illness is walked; more than 104 weeks and the breaks of these examples."""


def _easter(year: int) -> date:
    """Return Easter Sunday by the method of Oudin."""
    golden = year % 19
    century = year // 100
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    full = moon - moon // 28 * (1 - 29 // (moon + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + full + 2 - century + century // 4) % 7
    step = full - weekday
    month = 3 + (step + 40) // 44
    return date(year, month, step + 28 - 31 * (month // 4))


def _is_off(day: date) -> bool:
    if day.isoweekday() > 5 or (day.month, day.day) in {(1, 1), (5, 5), (12, 25), (12, 26)}:
        return True
    if (day.month, day.day) == (4, 27) or ((day.month, day.day) == (4, 26) and (day + DAY).isoweekday() == 7):
        return True
    return (day - _easter(day.year)).days in {-2, 1, 39, 50}


def _working(day: date, first: date) -> date:
    while _is_off(day):
        day -= DAY
    return max(day, first)


class _Case:
    def __init__(self, first: date) -> None:
        self.first = first
        self.breaks: list[tuple[date, date]] = []
        self.sick: list[date] = [first]
        self.recovered: date | None = None

    def shift(self) -> int:
        lost = 0
        for start, end in self.breaks:
            if (start - self.first).days - lost < 728:
                lost += (end - start).days
        return lost


def _cases(data: dict[str, Any]) -> list[_Case]:
    """Walk the days one by one."""
    periods = [
        (
            date.fromisoformat(period["ziek_vanaf"]),
            period["hersteld_per"] and date.fromisoformat(period["hersteld_per"]),
        )
        for period in data["perioden"]
    ]
    leaves = [
        (date.fromisoformat(leave["van"]), date.fromisoformat(leave["tot_en_met"]), leave["zelfde_geval"])
        for leave in data["verlof"]
    ]
    cases: list[_Case] = []
    run: list[tuple[date, bool | None]] = []
    day, last = periods[0][0], periods[-1][1] or periods[-1][0] + HORIZON * DAY
    while day < last:
        same = next((same for start, end, same in leaves if start <= day <= end), None)
        sick = same is None and any(start <= day and (end is None or day < end) for start, end in periods)
        if not sick:
            run.append((day, same))
        else:
            if not cases:
                cases.append(_Case(day))
            elif run:
                fit = sum(same is None for _day, same in run)
                if fit >= 28 or any(same is False for _day, same in run):
                    cases[-1].recovered = run[0][0]
                    cases.append(_Case(day))
                else:
                    cases[-1].breaks.append((run[0][0], day))
            run = []
            cases[-1].sick.append(day)
        day += DAY
    if periods[-1][1] is not None:
        cases[-1].recovered = run[0][0] if run else last
    return cases


def _rows(case: _Case, data: dict[str, Any], last_case: bool) -> dict[str, tuple[date, date, date | None]]:
    first, clock = case.first, case.first + case.shift() * DAY
    done = {key: date.fromisoformat(day) for key, day in data["gedaan"].items() if isinstance(day, str)}
    held = [date.fromisoformat(day) for day in data["gedaan"].get("evaluaties", [])]
    rows: dict[str, tuple[date, date, date | None]] = {}

    def add(name: str, hard: date, safe: date, window: date | None, *, move: bool = True) -> None:
        rows[name] = (hard, _working(safe, first) if move else safe, window)

    def after_break(day: date) -> tuple[date, bool]:
        moved = False
        for start, end in case.breaks:
            if start <= day < end:
                day, moved = end + 14 * DAY, True
        return day, moved

    add("ziekmelding_arbodienst", first + 6 * DAY, first + 6 * DAY, first)
    hard, moved = after_break(first + 42 * DAY)
    add("probleemanalyse", hard, hard if moved else first + 41 * DAY, first + 28 * DAY)
    analysed = done.get("probleemanalyse")
    hard, moved = after_break(analysed + 14 * DAY if analysed else first + 56 * DAY)
    add("plan_van_aanpak", hard, hard if moved else min(hard, first + 55 * DAY), None)
    previous, number = done.get("plan_van_aanpak", hard), 0
    while True:
        due, _moved = after_break(previous + 42 * DAY)
        if number >= len(held) and due > clock + 727 * DAY:
            break
        add(f"evaluatie_{number + 1}", due, due, None)
        previous = held[number] if number < len(held) else due
        number += 1
    add("uwv_42e_week", clock + 294 * DAY, clock + 294 * DAY, clock + 287 * DAY)
    add("eerstejaarsevaluatie", clock + 363 * DAY, clock + 363 * DAY, clock + 315 * DAY)
    start = done["eerstejaarsevaluatie"] + 42 * DAY if "eerstejaarsevaluatie" in done else clock + 405 * DAY
    add("spoor2_start", start, start, min(clock + 364 * DAY, _working(start, first)))
    add("actueel_oordeel", clock + 636 * DAY, clock + 615 * DAY, clock + 602 * DAY)
    add("eindevaluatie", clock + 636 * DAY, clock + 622 * DAY, None)
    add("riv_aan_werknemer", clock + 636 * DAY, clock + 622 * DAY, None)
    add("wia_aanvraag", clock + 650 * DAY, clock + 643 * DAY, clock + 609 * DAY)
    late = max((done.get("wia_aanvraag", date.min) - (clock + 650 * DAY)).days, 0)
    end = clock + (727 + late) * DAY
    add("einde_loondoorbetaling", end, end, None, move=False)
    add("wia_eerste_dag", clock + 728 * DAY, clock + 728 * DAY, None, move=False)
    two_years = first + DAY if (first.month, first.day) == (2, 29) else first
    free = two_years.replace(year=first.year + 2) + (case.shift() + late) * DAY
    free = max(free, clock + 728 * DAY)
    add("einde_opzegverbod", free, free, None, move=False)
    add("vervroegde_iva", first + 475 * DAY, first + 475 * DAY, first + 21 * DAY, move=False)
    if last_case and data["vangnet_meldtermijn"]:
        due = first + (3 if data["vangnet_meldtermijn"] == "4_dagen" else 42) * DAY
        add("vangnet_melding", due, due, first)
    return rows


def _status(row: tuple[date, date, date | None], name: str, case: _Case, data: dict[str, Any], today: date) -> str:
    hard, _safe, window = row
    done = data["gedaan"].get(name)
    if name.startswith("evaluatie_"):
        held, number = data["gedaan"].get("evaluaties", []), int(name.removeprefix("evaluatie_"))
        done = held[number - 1] if number <= len(held) else None
    if done:
        return "gedaan" if date.fromisoformat(done) <= hard else "te_laat_gedaan"
    if case.recovered and hard > case.recovered:
        return "vervalt"
    if name in {"einde_loondoorbetaling", "wia_eerste_dag", "einde_opzegverbod"}:
        reached = today > hard if name == "einde_loondoorbetaling" else today >= hard
        return "gedaan" if reached else "nog_niet"
    if today > hard:
        return "vervalt" if name == "vervroegde_iva" else "te_laat"
    return "nog_niet" if today < (window or _opens(row, name, data)) else "kan_nu"


def _opens(row: tuple[date, date, date | None], name: str, data: dict[str, Any]) -> date:
    """From when a step without a window can be done: after the step before it, or two weeks before its day."""
    hard, _safe, _window = row
    done = data["gedaan"]
    if name == "plan_van_aanpak":
        return date.fromisoformat(done["probleemanalyse"]) if "probleemanalyse" in done else date.max
    if name.startswith("evaluatie_"):
        number = int(name.removeprefix("evaluatie_"))
        chain = [done.get("plan_van_aanpak"), *done["evaluaties"]]
        before = chain[number - 1] if number <= len(chain) else None
        return max(date.fromisoformat(before), hard - 14 * DAY) if before else date.max
    return hard - 28 * DAY  # eindevaluatie and riv_aan_werknemer: safe two weeks before the hard day


@st.composite
def _facts(draw: st.DrawFn) -> dict[str, Any]:
    first = draw(st.dates(date(2012, 1, 1), date(2040, 12, 31)))
    periods: list[dict[str, Any]] = []
    start = first
    for _ in range(draw(st.integers(0, 3))):
        end = start + draw(st.integers(1, 400)) * DAY
        periods.append({"ziek_vanaf": start.isoformat(), "hersteld_per": end.isoformat()})
        start = end + draw(st.sampled_from([0, 1, 7, 20, 26, 27, 28, 29, 90])) * DAY
    end = draw(st.one_of(st.none(), st.integers(1, 800)))
    periods.append({"ziek_vanaf": start.isoformat(), "hersteld_per": end and (start + end * DAY).isoformat()})
    leaves = []
    if draw(st.booleans()):
        begin = first + draw(st.integers(5, 500)) * DAY
        leaves.append(
            {
                "van": begin.isoformat(),
                "tot_en_met": (begin + draw(st.integers(6, 140)) * DAY).isoformat(),
                "zelfde_geval": draw(st.booleans()),
            }
        )
    done: dict[str, Any] = {}
    if draw(st.booleans()):
        done["probleemanalyse"] = (start + draw(st.integers(0, 70)) * DAY).isoformat()
    if draw(st.booleans()):
        done["plan_van_aanpak"] = (start + draw(st.integers(20, 90)) * DAY).isoformat()
    talks = draw(st.sets(st.integers(60, 700), max_size=5))
    done["evaluaties"] = sorted((start + talk * DAY).isoformat() for talk in talks)
    for step, low, high in (("uwv_42e_week", 280, 330), ("eerstejaarsevaluatie", 300, 400), ("wia_aanvraag", 600, 700)):
        if draw(st.booleans()):
            done[step] = (start + draw(st.integers(low, high)) * DAY).isoformat()
    return {
        "peildatum": (first + draw(st.integers(-5, 900)) * DAY).isoformat(),
        "perioden": periods,
        "verlof": leaves,
        "gedaan": done,
        "vangnet_meldtermijn": draw(st.sampled_from([None, "4_dagen", "6_weken"])),
    }


def _fits(data: dict[str, Any]) -> bool:
    """Leave out what is refused: a report wholly in the leave, leave after recovery, a plan before the analysis."""
    for leave in data["verlof"]:
        for period in data["perioden"]:
            if leave["van"] <= period["ziek_vanaf"] and period["hersteld_per"] is not None:
                last = date.fromisoformat(period["hersteld_per"]) - DAY
                if last.isoformat() <= leave["tot_en_met"]:
                    return False
        recovered = data["perioden"][-1]["hersteld_per"]
        if recovered is not None and leave["van"] > recovered:
            return False
    return not _plan_before_analysis(data)


def _plan_before_analysis(data: dict[str, Any]) -> bool:
    done = data["gedaan"]
    return bool(done.get("plan_van_aanpak", "9999") < done.get("probleemanalyse", ""))


def _done_of(data: dict[str, Any], begins: date, ends: date) -> dict[str, Any]:
    """What was done belongs to the last case that had begun."""

    def inside(day: str) -> bool:
        return begins <= date.fromisoformat(day) < ends

    done = {key: day for key, day in data["gedaan"].items() if isinstance(day, str) and inside(day)}
    return {**data, "gedaan": {**done, "evaluaties": [day for day in data["gedaan"]["evaluaties"] if inside(day)]}}


@settings(max_examples=120, deadline=None)
@given(_facts().filter(_fits))
def test_the_clock_agrees_with_counting_day_by_day(data: dict[str, Any]) -> None:
    _agrees(data)


@pytest.mark.long
@pytest.mark.timeout(3600)
@settings(
    max_examples=100_000, deadline=None, database=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate]
)
@given(_facts().filter(_fits))
def test_the_clock_agrees_with_counting_a_hundred_thousand_cases_day_by_day(data: dict[str, Any]) -> None:
    _agrees(data)


def _agrees(data: dict[str, Any]) -> None:
    """Check every date and state of a case against the day-by-day count."""
    today = date.fromisoformat(data["peildatum"])
    found = termijnen(data, today=date(2000, 1, 1))
    cases = _cases(data)
    assert [entry["eerste_ziektedag"] for entry in found["dossiers"]] == [case.first.isoformat() for case in cases]
    begins = [date.min, *(case.first for case in cases[1:]), date.max]
    for place, (entry, case) in enumerate(zip(found["dossiers"], cases, strict=True)):
        own = _done_of(data, begins[place], begins[place + 1])
        assert entry["klok_vanaf"] == (case.first + case.shift() * DAY).isoformat()
        assert entry["ziekteweek"] == sum(day < today for day in case.sick[1:]) // 7 + 1
        rows = _rows(case, own, last_case=place == len(cases) - 1)
        assert [step["id"] for step in entry["termijnen"]] == list(rows)
        for step in entry["termijnen"]:
            hard, safe, window = rows[step["id"]]
            assert (step["uiterlijk"], step["streefdatum"]) == (hard.isoformat(), safe.isoformat()), step["id"]
            assert step["venster_van"] == (window and window.isoformat()), step["id"]
            assert step["status"] == _status(rows[step["id"]], step["id"], case, own, today), step["id"]
