"""Figures over the dossiers of a file: which absence counts, what was in time, and the words beside each figure."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from reintegratie_desktop.domain.insight import Insight, Left, OnTime, Workforce, insight
from reintegratie_desktop.domain.stretches import Span, Stretch
from reintegratie_desktop.services.case_reader import CaseReader
from reintegratie_desktop.services.insight import (
    ON_TIME_STEPS,
    Absence,
    PeriodKind,
    keep_workforce,
    span_of,
    workforce,
)
from reintegratie_desktop.services.insight_words import (
    LEFT_WORDS,
    STEP_NAMES,
    Figure,
    band_words,
    bands_counted,
    bands_formula,
    cases_words,
    few_in_band_words,
    few_people_words,
    few_words,
    figures,
    left_words,
    on_time_counted,
    on_time_formula,
    on_time_sentence,
    on_time_words,
    sources,
)
from reintegratie_desktop.services.step_views import StepState, StepView
from reintegratie_desktop.services.workspace import Workspace
from tests.services.desks import Calendar, add_employee, make_desk, report_sick

TODAY = date(2026, 11, 21)
YEAR = Span(date(2026, 1, 1), TODAY)


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(date(2026, 1, 5))


@pytest.fixture
def desk(tmp_path: Path, calendar: Calendar) -> Iterator[Workspace]:
    desk = make_desk(tmp_path, calendar)
    yield desk
    desk.close()


def ill(desk: Workspace, calendar: Calendar, employee: str, first: date, fit: date | None = None) -> str:
    calendar.go_to(first)
    case = report_sick(desk, employee, first)
    if fit is not None:
        calendar.go_to(fit)
        desk.report_recovery(case, fit, own_work=True)
    return case


# --- periods and who works here ---


def test_the_periods_end_today() -> None:
    assert span_of(PeriodKind.THIS_YEAR, TODAY) == YEAR
    assert span_of(PeriodKind.TWELVE_MONTHS, TODAY) == Span(date(2025, 11, 22), TODAY)
    for day in (date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1), date(2027, 2, 28)):
        span = span_of(PeriodKind.TWELVE_MONTHS, day)
        assert span.days in (365, 366)
        assert span.tot_en_met == day


def test_the_people_come_from_the_firm_until_something_else_is_filled_in(desk: Workspace) -> None:
    assert workforce(desk) == Workforce(Decimal(12), None)
    keep_workforce(desk, Workforce(Decimal("11.5"), Decimal(310)))
    assert workforce(desk) == Workforce(Decimal("11.5"), Decimal(310))
    keep_workforce(desk, Workforce())
    assert workforce(desk) == Workforce(Decimal(12), None)


# --- which absence counts ---


def test_a_file_without_reports_is_empty(desk: Workspace, calendar: Calendar) -> None:
    assert Absence(desk).is_empty
    desk.start_case(add_employee(desk))
    assert Absence(desk).is_empty, "a report that is not finished is no report"


def test_a_relapse_counts_as_two_reports_and_no_day_twice(desk: Workspace, calendar: Calendar) -> None:
    employee = add_employee(desk, contracturen="32")
    ill(desk, calendar, employee, date(2026, 3, 2), date(2026, 4, 6))
    ill(desk, calendar, employee, date(2026, 4, 20))
    calendar.go_to(TODAY)
    absence = Absence(desk)
    assert [(one.van, one.tot, one.hersteld) for one in absence.stretches] == [
        (date(2026, 3, 2), date(2026, 4, 6), True),
        (date(2026, 4, 20), date(2026, 3, 2) + timedelta(days=728 + 14), False),
    ], "what runs counts until the last day of the wage, the break included"
    found = absence.insight(YEAR, Workforce(Decimal(12), Decimal(400)))
    assert (found.meldingen, found.hersteld, found.mensen_ziek) == (2, 1, 1)
    assert found.dagen == 35 + (TODAY - date(2026, 4, 20)).days + 1
    assert absence.hours_ill(YEAR) == 32, "one person, once"
    assert absence.hours_ill(Span(date(2026, 1, 1), date(2026, 2, 1))) == 0


def test_absence_stops_with_the_contract_and_with_the_wage(desk: Workspace, calendar: Calendar) -> None:
    leaving = add_employee(desk, personeelsnr="1", contractsoort="bepaalde_tijd", einddatum="2026-06-30")
    ill(desk, calendar, leaving, date(2026, 3, 2))
    calendar.go_to(date(2026, 11, 21))
    (one,) = Absence(desk).stretches
    assert (one.tot, one.hersteld) == (date(2026, 7, 1), False)
    calendar.go_to(date(2029, 1, 1))
    staying = add_employee(desk, personeelsnr="2")
    ill(desk, calendar, staying, date(2024, 1, 15))
    calendar.go_to(date(2026, 11, 21))
    long = next(one for one in Absence(desk).stretches if one.wie == staying)
    assert long.tot == date(2024, 1, 15) + timedelta(days=728)


def test_what_was_done_in_time_is_what_the_dossier_says(desk: Workspace, calendar: Calendar) -> None:
    first = ill(desk, calendar, add_employee(desk, personeelsnr="1"), date(2026, 1, 12))
    calendar.go_to(date(2026, 10, 30))
    desk.tick(first, "uwv_42e_week", date(2026, 10, 30))
    ill(desk, calendar, add_employee(desk, personeelsnr="2"), date(2026, 1, 19))
    calendar.go_to(date(2026, 11, 21))
    found = {step.step: step for step in Absence(desk).insight(YEAR, Workforce()).on_time}
    assert list(found) == list(ON_TIME_STEPS) == list(STEP_NAMES)
    assert found["uwv_42e_week"] == OnTime("uwv_42e_week", 2, 1, 1)
    assert found["probleemanalyse"] == OnTime("probleemanalyse", 2, 0, 0)
    assert found["riv_aan_werknemer"] == OnTime("riv_aan_werknemer", 0, 0, 0, 2), "their day is still to come"


def test_every_dossier_of_the_period_stands_once_in_every_row(desk: Workspace, calendar: Calendar) -> None:
    # Recovered before week 42, still running, and one of before the period.
    ill(desk, calendar, add_employee(desk, personeelsnr="0"), date(2025, 6, 2), date(2025, 6, 9))
    ill(desk, calendar, add_employee(desk, personeelsnr="1"), date(2025, 11, 24))
    ill(desk, calendar, add_employee(desk, personeelsnr="2"), date(2026, 1, 12), date(2026, 5, 4))
    ill(desk, calendar, add_employee(desk, personeelsnr="3"), date(2026, 10, 19))
    calendar.go_to(TODAY)
    rows = {step.step: step for step in Absence(desk).insight(YEAR, Workforce()).on_time}
    assert {row.dossiers for row in rows.values()} == {3}
    notice = rows["uwv_42e_week"]
    assert (notice.moest, notice.nog_niet, notice.weg) == (1, 1, ((Left.VERVALLEN, 1),))
    analysis = rows["probleemanalyse"]
    # 24 November 2025 and six weeks is 5 January 2026; 19 October and six weeks is 30 November.
    assert (analysis.moest, analysis.nog_niet, analysis.weg) == (2, 1, ())
    summer = Absence(desk).insight(Span(date(2026, 7, 1), TODAY), Workforce()).on_time[0]
    assert (summer.moest, summer.nog_niet, summer.weg) == (0, 1, ((Left.ERBUITEN, 1),))


def test_a_step_that_is_needless_or_not_there_is_left_out_with_its_reason(
    desk: Workspace, calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = CaseReader.steps

    def changed(reader: CaseReader) -> list[StepView]:
        steps = [step for step in whole(reader) if step.id != "probleemanalyse"]
        return [replace(step, state=StepState.NOT_NEEDED) if step.id == "plan_van_aanpak" else step for step in steps]

    monkeypatch.setattr(CaseReader, "steps", changed)
    ill(desk, calendar, add_employee(desk), date(2026, 3, 2))
    calendar.go_to(TODAY)
    analysis, plan = Absence(desk).insight(YEAR, Workforce()).on_time[:2]
    assert (plan.step, plan.moest, plan.weg) == ("plan_van_aanpak", 0, ((Left.NIET_NODIG, 1),))
    assert (analysis.moest, analysis.weg) == (0, ((Left.VERVALLEN, 1),))


def test_no_cause_is_read_anywhere(desk: Workspace, calendar: Calendar) -> None:
    ill(desk, calendar, add_employee(desk), date(2026, 3, 2))
    (one,) = Absence(desk).stretches
    assert set(Stretch.__dataclass_fields__) == {"wie", "van", "tot", "uren", "hersteld", "gemeld", "eerder"}
    assert one.wie != desk.employee_name(one.wie), "not even a name"


# --- words ---


def many(count: int, people: int = 6, hours: str | None = "32") -> Insight:
    start = date(2026, 1, 5)
    absence = [
        Stretch(
            f"p{number % people}",
            start + timedelta(days=20 * number),
            start + timedelta(days=20 * number + 5),
            Decimal(hours) if hours else None,
        )
        for number in range(count)
    ]
    return insight(YEAR, absence, (), KNOWN)


KNOWN = Workforce(Decimal(12), Decimal(400))


def figure(found: Insight, key: str, known: Workforce = KNOWN) -> Figure:
    return next(one for one in figures(found, known) if one.key == key)


def test_each_figure_shows_its_formula_with_the_numbers() -> None:
    found = many(12)
    share = figure(found, "percentage")
    assert (share.title, share.value) == ("Verzuimpercentage", "1,48%")
    assert share.formula == ("verzuimde dagen × contracturen ÷ (dagen in de periode × contracturen van iedereen samen)")
    assert share.filled == "1.920 ÷ (325 dagen × 400 uur)"
    assert "deeltijder" in share.counted
    often = figure(found, "frequentie")
    assert (often.value, often.filled) == ("1,12", "12 meldingen ÷ 12 mensen × 365 ÷ 325 dagen")
    length = figure(found, "duur")
    assert (length.value, length.filled) == ("5,0 dagen", "60 dagen ÷ 12 keer")
    assert few_words(found) == ""
    assert few_people_words(found) == ""


def test_few_cases_give_counts_and_no_shares() -> None:
    found = many(9)
    assert few_words(found) == "Bij minder dan 10 gevallen zegt een percentage weinig. Daarom zie je aantallen."
    values = [(one.title, one.value, one.filled) for one in figures(found, KNOWN)]
    assert values == [
        ("Verzuimde dagen", "45 dagen", ""),
        ("Ziekmeldingen", "9 meldingen", ""),
        ("Hersteld", "9 keer", ""),
    ]
    for one in figures(found, KNOWN):
        assert "%" not in one.value
        assert "Vanaf 10 gevallen van minstens 5 mensen zie je hier" in one.counted, "what it would be is told"


def test_no_figure_is_about_fewer_than_five_people() -> None:
    few = many(12, people=4)
    sentence = "Minder dan 5 mensen waren ziek. Dan tonen we niet hoe lang. Zo gaat geen getal over één persoon."
    assert few_people_words(few) == few_words(few) == sentence
    days, reports, recovered = figures(few, KNOWN)
    assert (days.value, days.note) == ("–", sentence), "neither a sum of days nor a share"
    assert (reports.value, recovered.value) == ("12 meldingen", "12 keer")
    assert few_in_band_words(few) == "minder dan 5 mensen"
    nobody = insight(YEAR, (), (), KNOWN)
    assert (figure(nobody, "percentage").value, figure(nobody, "percentage").note) == ("0 dagen", "")
    # Twelve cases of six people, of which one by one person: the rest of the sum would be that one.
    start = date(2026, 1, 5)
    short = [Stretch(f"p{n}", start, start + timedelta(days=4), Decimal(8)) for n in range(11)]
    long = Stretch("q", start, None, Decimal(8))
    assert few_people_words(insight(YEAR, [*short, long], (), KNOWN)).startswith("In een groep zitten minder dan 5")


def test_a_mean_over_few_people_is_a_count() -> None:
    start = date(2026, 1, 5)
    running = [Stretch(f"p{n}", start, None, Decimal(8)) for n in range(10)]
    ended = Stretch("q", start, start + timedelta(days=30), Decimal(8))
    found = insight(YEAR, [*running, ended], (), KNOWN)
    assert found.gemiddelde_duur == 30
    length = figure(found, "duur")
    assert (length.title, length.value, length.filled) == ("Hersteld", "1 keer", "")


# --- what was in time, in words ---


def test_a_row_says_how_many_counted_how_many_come_and_how_many_are_left_out_and_why() -> None:
    row = OnTime(
        "plan_van_aanpak", 4, 4, 3, 2, ((Left.VERVALLEN, 1), (Left.NIET_NODIG, 1), (Left.ERBUITEN, 2))
    )  # fmt: skip
    assert (row.te_laat, row.weggelaten, row.dossiers) == (1, 4, 10)
    assert left_words(row) == "1 vervallen, 1 niet nodig, 2 voor deze periode"
    assert on_time_sentence(row, 10) == (
        "Plan van aanpak, 3 van 4 op tijd, 2 nog niet aan de beurt, "
        "4 tellen niet mee: 1 vervallen, 1 niet nodig, 2 voor deze periode"
    )
    empty = OnTime("plan_van_aanpak", 0, 0, 0, 0, ((Left.ERBUITEN, 1),))
    assert on_time_sentence(empty, 10) == (
        "Plan van aanpak, niets in deze periode, 1 telt niet mee: 1 voor deze periode"
    )
    assert set(LEFT_WORDS) == set(Left)


def test_a_share_in_time_is_shown_from_ten() -> None:
    assert on_time_words(OnTime("x", 0, 0, 0), 10) == "–"
    assert on_time_words(OnTime("x", 4, 4, 3), 10) == "3 van 4"
    assert on_time_words(OnTime("x", 12, 10, 9), 10) == "75%, 9 van 12"


def test_what_misses_is_asked_for() -> None:
    found = many(12)
    no_hours = insight(YEAR, (), (), Workforce(Decimal(12)))
    assert no_hours.percentage is None
    without = insight(
        YEAR, [Stretch(f"p{n}", date(2026, 1, 5), date(2026, 1, 9), Decimal(8)) for n in range(10)], (), Workforce()
    )
    assert figure(without, "percentage", Workforce()).note.startswith("Vul in hoeveel uur")
    assert figure(without, "frequentie", Workforce()).note.startswith("Vul in hoeveel mensen")
    assert figure(without, "frequentie", Workforce()).value == "–"
    unknown = figure(many(12, hours=None), "percentage")
    assert unknown.note == "Van iemand die ziek was staan de contracturen niet in het programma."
    assert (unknown.value, unknown.filled) == ("–", "")
    running = insight(YEAR, [Stretch(f"p{n}", date(2026, 5, 5), None, Decimal(8)) for n in range(10)], (), KNOWN)
    assert figure(running, "duur").meaning == "In deze periode eindigde geen verzuim met herstel."
    assert figure(found, "percentage").note == ""


def test_words_around_the_tables() -> None:
    assert band_words(8, 42) == "8 tot en met 42 dagen"
    assert band_words(366, None) == "meer dan 365 dagen"
    assert [cases_words(count) for count in (1, 2)] == ["1 geval", "2 gevallen"]
    assert sources().startswith("SIVI Verzuimstandaard, rapportage; ")
    assert bands_counted().endswith("in de periode.")
    assert on_time_counted().startswith("Elk dossier van deze periode staat in elke rij één keer.")
    assert " ÷ " in on_time_formula()
    assert " ÷ " in bands_formula()
