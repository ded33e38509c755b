"""Figures over absence: by the definitions of the standard, and the same when every day is walked."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.domain.clock import case_clocks
from reintegratie_desktop.domain.facts import CaseFacts, Leave, SickPeriod
from reintegratie_desktop.domain.insight import BANDS, Insight, Left, Step, Workforce, insight
from reintegratie_desktop.domain.stretches import Span, Stretch, stretches
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.text.errors import KnownError

YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
ALL = Workforce(Decimal(10), Decimal(320))
ORDER = ("probleemanalyse", "plan_van_aanpak")


def day(text: str) -> date:
    return date.fromisoformat(text)


def sick(first: str, fit: str | None, wie: str = "a", hours: str | None = "32") -> Stretch:
    return Stretch(wie, day(first), day(fit) if fit else None, Decimal(hours) if hours else None)


def counted(*absence: Stretch, span: Span = YEAR, known: Workforce = ALL, steps: tuple[Step, ...] = ()) -> Insight:
    return insight(span, absence, steps, known, order=ORDER)


# --- the definitions ---


def test_one_case_in_a_year() -> None:
    found = counted(sick("2026-03-02", "2026-03-12"))
    assert (found.gevallen, found.meldingen, found.hersteld, found.mensen_ziek) == (1, 1, 1, 1)
    assert found.dagen == 10, "calendar days up to the recovery, weekends included"
    assert found.gewogen == 320
    assert found.beschikbaar == 365 * 320
    assert found.percentage == Decimal("0.27")
    assert found.frequentie == Decimal("0.10")
    assert found.gemiddelde_duur == Decimal("10.0")


def test_a_part_timer_weighs_less_by_the_hours_of_the_contract() -> None:
    whole = counted(sick("2026-03-02", "2026-03-12", hours="32"))
    half = counted(sick("2026-03-02", "2026-03-12", hours="16"))
    assert whole.gewogen is not None
    assert half.gewogen == whole.gewogen / 2
    assert half.dagen == whole.dagen, "days are days"
    assert (half.frequentie, half.gemiddelde_duur) == (whole.frequentie, whole.gemiddelde_duur)


def test_only_the_days_in_the_period_count_but_the_length_is_the_whole_one() -> None:
    long = sick("2025-11-01", "2026-02-01")
    found = counted(long)
    assert (found.dagen, found.meldingen, found.hersteld) == (31, 0, 1)
    assert found.gemiddelde_duur == Decimal(92)
    running = counted(sick("2026-12-01", None))
    assert (running.dagen, running.meldingen, running.hersteld) == (31, 1, 0)
    assert running.gemiddelde_duur is None


def test_a_recovery_on_the_first_day_of_the_period_falls_in_it_without_sick_days() -> None:
    found = counted(sick("2025-12-22", "2026-01-01"))
    assert (found.gevallen, found.dagen, found.hersteld, found.gemiddelde_duur) == (0, 0, 1, Decimal(10))


def test_a_frequency_over_part_of_a_year_is_converted_to_a_year() -> None:
    quarter = Span(date(2026, 1, 1), date(2026, 3, 31))
    found = counted(sick("2026-02-02", "2026-02-05"), span=quarter)
    assert found.frequentie == (Decimal(365) / (10 * 90)).quantize(Decimal("0.01"))
    leap = Span(date(2028, 1, 1), date(2028, 12, 31))
    assert leap.days == leap.days_in_year == 366
    assert counted(sick("2028-02-01", "2028-02-05"), span=leap).frequentie == Decimal("0.10")


def test_the_bands_are_those_of_the_standard() -> None:
    lengths = {1: "kort", 7: "kort", 8: "middellang", 42: "middellang", 43: "lang", 365: "lang", 366: "extra_lang"}
    for length, key in lengths.items():
        first = date(2026, 12, 31) - timedelta(days=length)
        found = counted(Stretch("a", first, first + timedelta(days=length), Decimal(32)))
        inside = [band for band in found.bands if band.gevallen]
        assert [band.key for band in inside] == [key], length
        assert inside[0].dagen == found.dagen
        assert inside[0].percentage == found.percentage
    assert [(band.van, band.tot_en_met) for band in counted().bands] == [(1, 7), (8, 42), (43, 365), (366, None)]
    assert tuple(band.key for band in counted().bands) == BANDS


def test_what_is_not_known_is_not_guessed() -> None:
    no_hours = counted(sick("2026-03-02", "2026-03-12", hours=None))
    assert (no_hours.gewogen, no_hours.percentage) == (None, None)
    assert no_hours.dagen == 10
    assert no_hours.bands[1].percentage is None
    assert no_hours.bands[0].percentage == 0, "an empty band is known to be empty"
    nobody = counted(sick("2026-03-02", "2026-03-12"), known=Workforce())
    assert (nobody.percentage, nobody.frequentie, nobody.beschikbaar) == (None, None, None)
    empty = counted(sick("2026-03-02", "2026-03-12"), known=Workforce(Decimal(0), Decimal(0)))
    assert (empty.percentage, empty.frequentie) == (None, None)


def test_shares_from_ten_cases_and_bands_from_five_people() -> None:
    def people(number: int, times: int) -> Insight:
        start = date(2026, 1, 5)
        return counted(
            *(
                Stretch(f"p{who}", start + timedelta(days=20 * turn), start + timedelta(days=20 * turn + 4), Decimal(8))
                for who in range(number)
                for turn in range(times)
            )
        )

    assert not people(3, 3).shows_shares
    assert people(5, 2).shows_shares
    assert not people(4, 4).shows_bands
    assert people(5, 2).shows_bands
    rules = load_law().on(YEAR.tot_en_met)
    assert people(1, 1).percentage_vanaf == rules.days("inzicht_percentage_vanaf") == 10
    assert people(1, 1).tekening_vanaf == rules.days("inzicht_tekening_vanaf") == 5


def test_what_is_left_out_of_the_bands_is_never_the_figure_of_a_few() -> None:
    def people(*lengths: int) -> Insight:
        start = date(2026, 1, 5)
        return counted(
            *(Stretch(f"p{n}", start, start + timedelta(days=days), Decimal(8)) for n, days in enumerate(lengths))
        )

    whole = people(*[4] * 5)
    assert (whole.mensen_verborgen, whole.shows_bands) == (0, True)
    assert [whole.shows_band(band) for band in whole.bands] == [True] * 4, "an empty band tells nothing of anybody"
    one = people(*[4] * 5, 60)
    assert (one.mensen_verborgen, one.has_people, one.shows_bands) == (1, True, False)
    rest = people(*[4] * 5, 20, 20, 60, 60, 60)
    assert (rest.mensen_verborgen, rest.shows_bands) == (5, True)
    assert [rest.shows_band(band) for band in rest.bands] == [True, False, False, True]
    assert [band.mensen for band in rest.bands] == [5, 2, 3, 0]


def test_a_mean_needs_people_enough_who_recovered() -> None:
    def people(recovered: int) -> Insight:
        start = date(2026, 1, 5)
        return counted(
            *(
                Stretch(f"p{n}", start, start + timedelta(days=4) if n < recovered else None, Decimal(8))
                for n in range(12)
            )
        )

    assert people(4).shows_shares
    assert not people(4).shows_length
    assert people(5).shows_length
    assert people(5).mensen_hersteld == 5


def test_a_step_is_left_out_with_a_reason_or_still_to_come() -> None:
    begin, late, done = day("2026-01-05"), {"op_tijd": False, "gedaan": False}, {"op_tijd": True, "gedaan": True}
    key = "probleemanalyse"
    steps = (
        Step(key, day("2026-02-16"), **done, van=begin),
        Step(key, day("2025-12-01"), **done, van=day("2025-10-20")),
        Step(key, day("2027-02-01"), **done, van=day("2026-12-21")),
        Step(key, day("2026-12-31"), **late, van=begin),
        Step(key, day("2026-03-01"), **late, van=begin, weg=Left.VERVALLEN),
        Step(key, day("2026-03-01"), **late, van=begin, weg=Left.NIET_NODIG),
        Step(key, None, **late, van=begin),
        # Of a case before the period, whose step has no day in it.
        Step(key, day("2025-06-01"), **done, van=day("2025-04-21"), tot=day("2025-07-01")),
        Step(key, None, **late, van=day("2025-04-21"), tot=day("2025-07-01")),
    )
    (found,) = insight(YEAR, (), steps, ALL, order=(key,), today=day("2026-12-31")).on_time
    assert (found.moest, found.op_tijd, found.te_laat, found.nog_niet) == (1, 1, 0, 2), (
        "the last day itself is not over"
    )
    assert found.weg == ((Left.VERVALLEN, 2), (Left.NIET_NODIG, 1), (Left.ERBUITEN, 1))
    assert (found.weggelaten, found.dossiers) == (4, 7)
    (after,) = insight(YEAR, (), steps, ALL, order=(key,), today=day("2027-01-01")).on_time
    assert (after.moest, after.te_laat, after.nog_niet) == (2, 1, 1)


def test_on_time_counts_the_steps_whose_last_day_fell_in_the_period() -> None:
    steps = (
        Step("probleemanalyse", day("2026-02-16"), op_tijd=True, gedaan=True),
        Step("probleemanalyse", day("2026-05-11"), op_tijd=False, gedaan=True),
        Step("probleemanalyse", day("2026-08-03"), op_tijd=False, gedaan=False),
        Step("probleemanalyse", day("2025-12-31"), op_tijd=True, gedaan=True),
        Step("wia_aanvraag", day("2026-02-16"), op_tijd=True, gedaan=True),
    )
    analysis, plan = counted(steps=steps).on_time
    assert analysis.weg == ((Left.ERBUITEN, 1),)
    assert (analysis.moest, analysis.gedaan, analysis.op_tijd) == (3, 2, 1)
    assert analysis.percentage == Decimal("33.33")
    assert (plan.step, plan.moest, plan.percentage) == ("plan_van_aanpak", 0, None)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(KnownError, match="eindigt op 31-12-2025"):
        Span(date(2026, 1, 1), date(2025, 12, 31))


def test_a_period_of_long_ago_is_refused_and_not_guessed() -> None:
    old = Span(date(2011, 1, 1), date(2011, 12, 31))
    with pytest.raises(KnownError, match="pas vanaf 01-01-2012"):
        counted(sick("2011-02-01", "2011-02-05"), span=old)


# --- from a case of the law to stretches ---


def test_a_case_is_cut_at_its_breaks_and_at_leave() -> None:
    facts = CaseFacts(
        perioden=(SickPeriod(day("2026-01-05"), day("2026-03-02")), SickPeriod(day("2026-03-16"))),
        verlof=(Leave(day("2026-06-01"), day("2026-09-20")),),
    )
    course = case_clocks(facts, day("2026-11-23"))[-1].course
    found = stretches(course, "a", Decimal(32))
    assert [(one.van, one.tot, one.hersteld) for one in found] == [
        (day("2026-01-05"), day("2026-03-02"), True),
        (day("2026-03-16"), day("2026-06-01"), False),
        (day("2026-09-21"), None, True),
    ]
    assert [(one.gemeld, one.eerder) for one in found] == [(True, 0), (True, 0), (False, 77)]
    seen = counted(*found)
    assert seen.meldingen == 2, "each report counts, though the law sees one case; illness after leave is no report"
    assert seen.hersteld == 1, "leave is no recovery"


def test_absence_stops_where_the_wage_or_the_contract_stops() -> None:
    facts = CaseFacts(perioden=(SickPeriod(day("2026-01-05"), day("2026-03-02")), SickPeriod(day("2026-03-16"))))
    course = case_clocks(facts, day("2026-11-23"))[-1].course
    until = day("2026-05-01")
    first, second = stretches(course, "a", None, until=until)
    assert (first.tot, first.hersteld) == (day("2026-03-02"), True)
    assert (second.tot, second.hersteld) == (until, False)
    assert not second.ends_in(YEAR), "it is no recovery"
    assert stretches(course, "a", None, until=day("2026-03-16")) == (first,)
    early = stretches(course, "a", None, until=day("2026-02-01"))
    assert [(one.tot, one.hersteld) for one in early] == [(day("2026-02-01"), False)]


# --- an independent second calculation: walk every day of every person ---

DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))


@st.composite
def absences(draw: st.DrawFn) -> list[Stretch]:
    found = []
    for person in range(draw(st.integers(0, 6))):
        at = draw(DAYS)
        hours = Decimal(draw(st.integers(4, 40)))
        for _turn in range(draw(st.integers(1, 4))):
            length = draw(st.integers(1, 500))
            runs = draw(st.booleans()) and draw(st.booleans())
            fit = None if runs else at + timedelta(days=length)
            found.append(Stretch(f"p{person}", at, fit, hours, hersteld=draw(st.booleans())))
            if fit is None:
                break
            at = fit + timedelta(days=draw(st.integers(1, 60)))
    return found


def rounded(value: Fraction, places: int) -> Decimal:
    """Round half up, by hand."""
    scaled = value * 10**places
    whole = scaled.numerator // scaled.denominator
    if (scaled - whole) * 2 >= 1:
        whole += 1
    return Decimal(whole).scaleb(-places)


@settings(max_examples=60, deadline=None)
@given(
    absence=absences(), first=DAYS, length=st.integers(1, 800), people=st.integers(1, 40), hours=st.integers(1, 1500)
)
def test_the_figures_agree_with_walking_every_day(
    absence: list[Stretch], first: date, length: int, people: int, hours: int
) -> None:
    span = Span(first, first + timedelta(days=length - 1))
    known = Workforce(Decimal(people), Decimal(hours))
    found = insight(span, absence, (), known)
    walked = [first + timedelta(days=step) for step in range(length)]

    def is_ill(one: Stretch, when: date) -> bool:
        return one.van <= when and (one.tot is None or when < one.tot)

    lost = sum(one.uren * sum(is_ill(one, when) for when in walked) for one in absence if one.uren is not None)
    assert found.percentage == rounded(Fraction(lost) * 100 / (length * hours), 2)
    assert found.dagen == sum(is_ill(one, when) for one in absence for when in walked)
    running = [one for one in absence if any(is_ill(one, when) for when in walked)]
    assert found.gevallen == len(running)
    assert found.mensen_ziek == len({one.wie for one in running})
    begun = sum(one.van in walked for one in absence)
    next_year = (
        date(first.year + 1, 3, 1) if (first.month, first.day) == (2, 29) else first.replace(year=first.year + 1)
    )
    year = (next_year - first).days
    assert found.meldingen == begun
    assert found.frequentie == rounded(Fraction(begun * year, people * length), 2)
    ended = [one for one in absence if one.hersteld and one.tot is not None and one.tot in walked]
    if ended:
        total = sum((one.tot - one.van).days for one in ended if one.tot is not None)
        assert found.gemiddelde_duur == rounded(Fraction(total, len(ended)), 1)
    else:
        assert found.gemiddelde_duur is None
    for band, low, high in zip(found.bands, (1, 8, 43, 366), (7, 42, 365, 10**6), strict=True):
        inside = [
            one
            for one in running
            if low <= (min(one.tot or date.max, walked[-1] + timedelta(days=1)) - one.van).days <= high
        ]
        assert band.gevallen == len(inside)
        assert band.dagen == sum(is_ill(one, when) for one in inside for when in walked)


@settings(max_examples=60, deadline=None)
@given(absence=absences(), first=DAYS, length=st.integers(1, 800), hours=st.integers(240, 1500))
def test_the_bands_add_up_and_no_share_leaves_its_bounds(
    absence: list[Stretch], first: date, length: int, hours: int
) -> None:
    span = Span(first, first + timedelta(days=length - 1))
    found = insight(span, absence, (), Workforce(Decimal(6), Decimal(hours)))
    assert sum(band.gevallen for band in found.bands) == found.gevallen
    assert sum(band.dagen for band in found.bands) == found.dagen
    assert max((band.mensen for band in found.bands), default=0) <= found.mensen_ziek <= found.gevallen
    # Six people of at most 40 hours: never more hours ill than there are.
    assert found.percentage is not None
    assert 0 <= found.percentage <= 100
    assert all(band.percentage is not None and 0 <= band.percentage <= 100 for band in found.bands)
    for band in found.bands:
        if found.shows_bands and found.shows_band(band) and band.gevallen:
            assert band.mensen >= 5
    hidden = {band.key for band in found.bands if not found.shows_band(band)}
    assert bool(hidden) == bool(found.mensen_verborgen)


@st.composite
def steps_of_cases(draw: st.DrawFn) -> list[Step]:
    found = []
    for _case in range(draw(st.integers(0, 12))):
        van = draw(DAYS)
        done = draw(st.booleans())
        found.append(
            Step(
                ORDER[0],
                draw(st.none() | st.integers(0, 700).map(lambda days, van=van: van + timedelta(days=days))),
                op_tijd=done and draw(st.booleans()),
                gedaan=done,
                weg=draw(st.none() | st.sampled_from(Left)),
                van=van,
                tot=draw(st.none() | st.integers(1, 700).map(lambda days, van=van: van + timedelta(days=days))),
            )
        )
    return found


@settings(max_examples=60, deadline=None)
@given(absence=absences(), steps=steps_of_cases(), first=DAYS, length=st.integers(1, 500), later=st.integers(0, 900))
def test_no_figure_is_ever_negative_whatever_the_day(
    absence: list[Stretch], steps: list[Step], first: date, length: int, later: int
) -> None:
    span = Span(first, first + timedelta(days=length - 1))
    days = (span.tot_en_met, span.tot_en_met + timedelta(days=later))
    found, then = (insight(span, absence, steps, ALL, order=ORDER, today=day) for day in days)
    for one in (found, then):
        numbers = (one.mensen_ziek, one.gevallen, one.meldingen, one.hersteld, one.dagen, one.dagen_hersteld)
        assert min(*numbers, one.mensen_hersteld, one.mensen_verborgen) >= 0
        assert all(value is None or value >= 0 for value in (one.percentage, one.frequentie, one.gemiddelde_duur))
        for row in one.on_time:
            assert 0 <= row.op_tijd <= row.gedaan <= row.moest
            assert min(row.te_laat, row.nog_niet, row.weggelaten) >= 0
            assert row.percentage is None or 0 <= row.percentage <= 100
            mine = [step for step in steps if step.id == row.step and step.is_about(span)]
            assert row.dossiers == len(mine), "every dossier stands once in every row"
    # A later day only turns what was still to come into what counts.
    for before, after in zip(found.on_time, then.on_time, strict=True):
        assert after.moest >= before.moest
        assert after.weg == before.weg


def test_an_empty_file_has_no_figure_and_no_share() -> None:
    found = insight(YEAR, (), (), Workforce(), order=ORDER)
    assert (found.gevallen, found.dagen, found.percentage, found.frequentie, found.gemiddelde_duur) == (
        0, 0, None, None, None,
    )  # fmt: skip
    assert not found.shows_shares
    assert not found.shows_bands
    assert all(not row.dossiers and row.percentage is None for row in found.on_time)


@settings(max_examples=30, deadline=None)
@given(absence=absences(), first=DAYS, length=st.integers(2, 400), cut=st.integers(1, 399))
def test_two_parts_of_a_period_make_the_whole(absence: list[Stretch], first: date, length: int, cut: int) -> None:
    cut = min(cut, length - 1)
    last, middle = first + timedelta(days=length - 1), first + timedelta(days=cut - 1)
    whole = counted(*absence, span=Span(first, last))
    parts = [
        counted(*absence, span=Span(first, middle)),
        counted(*absence, span=Span(middle + timedelta(days=1), last)),
    ]
    for name in ("dagen", "meldingen", "hersteld", "dagen_hersteld", "gewogen"):
        assert getattr(whole, name) == sum(getattr(part, name) for part in parts), name


def test_a_full_week_drops_out_of_the_part_time_factor() -> None:
    """The standard divides hours by those of a full week, above and below the line: any full week gives the same."""
    absence = (sick("2026-03-02", "2026-03-12", hours="24"), sick("2026-05-04", "2026-07-01", "b", "36"))
    found = counted(*absence)
    for week in (36, 38, 40):
        factors = [replace(one, uren=(one.uren or Decimal(0)) / week) for one in absence]
        again = counted(*factors, known=Workforce(Decimal(10), Decimal(320) / week))
        assert again.percentage == found.percentage
