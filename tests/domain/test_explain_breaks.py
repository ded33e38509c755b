"""Every break that moves a date is named in the words, stands in the sum, and brings its article."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.domain.clock import CaseClock, case_clocks
from reintegratie_desktop.domain.explain import counted_from, passed_before_break
from reintegratie_desktop.domain.facts import CaseFacts
from reintegratie_desktop.domain.milestone import Milestone, Origin
from reintegratie_desktop.domain.periods import Gap
from reintegratie_desktop.law.book import load_law

SAMENTELLING = "BW 7:629 lid 10"


def clock(data: dict[str, Any]) -> CaseClock:
    return case_clocks(CaseFacts.from_dict(data), date(2026, 11, 23))[-1]


RELAPSE = {"perioden": [{"ziek_vanaf": "2026-01-05", "hersteld_per": "2026-03-09"}, {"ziek_vanaf": "2026-03-30"}]}
LEAVE = {
    "perioden": [{"ziek_vanaf": "2026-01-05"}],
    "verlof": [{"van": "2026-06-01", "tot_en_met": "2026-09-20", "zelfde_geval": True}],
}
BOTH = {
    "perioden": [{"ziek_vanaf": "2026-01-05", "hersteld_per": "2026-06-01"}, {"ziek_vanaf": "2026-09-28"}],
    "verlof": [{"van": "2026-06-01", "tot_en_met": "2026-09-20", "zelfde_geval": True}],
}


def test_a_recovery_brings_its_article_once() -> None:
    step = clock(RELAPSE).milestone("uwv_42e_week")
    assert step.artikelen == f"ZW art. 38 lid 1; {SAMENTELLING}"
    assert step.grondslag == "ZW art. 38 lid 1", "the article of the date itself stays apart"


def test_leave_brings_the_article_that_it_does_not_count() -> None:
    step = clock(LEAVE).milestone("wia_aanvraag")
    assert step.artikelen == f"WIA art. 64 lid 3; {SAMENTELLING}; WIA art. 23 lid 3"


def test_leave_with_recovery_names_each_article_once() -> None:
    step = clock(BOTH).milestone("uwv_42e_week")
    assert step.artikelen.count(SAMENTELLING) == 1
    assert "verlof en herstel" in step.uitleg
    assert step.artikelen.endswith("WIA art. 23 lid 3")


def test_a_step_that_a_break_swallowed_names_where_the_new_term_comes_from() -> None:
    swallowed = {
        "perioden": [{"ziek_vanaf": "2026-01-05", "hersteld_per": "2026-02-12"}, {"ziek_vanaf": "2026-03-04"}],
    }
    step = clock(swallowed).milestone("probleemanalyse")
    assert step.trace.origin is Origin.RELAPSE
    assert step.artikelen.endswith("Uitgangspunt van dit programma, waar de wet geen getal noemt")


def test_a_date_without_a_break_has_only_its_own_articles() -> None:
    for step in clock({"perioden": [{"ziek_vanaf": "2026-01-05"}]}).termijnen:
        assert step.artikelen == step.grondslag


def is_told(step: Milestone, gap: Gap) -> bool:
    span = f"Van {gap.van:%d-%m-%Y} tot en met {gap.last:%d-%m-%Y}"
    in_the_sum = any(line.days == gap.days and f"{gap.van:%d-%m-%Y}" in line.label for line in step.sum)
    return span in step.uitleg and in_the_sum


@pytest.mark.parametrize("data", [RELAPSE, LEAVE, BOTH], ids=["relapse", "leave", "both"])
def test_every_shift_is_in_the_words_and_in_the_sum(data: dict[str, Any]) -> None:
    for step in clock(data).termijnen:
        assert all(is_told(step, gap) for gap in step.trace.gaps), step.id


@settings(max_examples=40, deadline=None)
@given(
    first=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    parts=st.lists(st.tuples(st.integers(10, 200), st.integers(1, 27)), min_size=1, max_size=4),
    applied=st.integers(600, 800),
)
def test_whatever_moves_a_date_is_told(first: date, parts: list[tuple[int, int]], applied: int) -> None:
    """The day of a step differs from that of the same case without breaks only by what the words name."""
    day, periods = first, []
    for ill, fit in parts:
        periods.append({"ziek_vanaf": day.isoformat(), "hersteld_per": (day + timedelta(days=ill)).isoformat()})
        day += timedelta(days=ill + fit)
    periods.append({"ziek_vanaf": day.isoformat()})
    done = {"wia_aanvraag": (first + timedelta(days=applied)).isoformat()}
    with_breaks = clock({"perioden": periods, "gedaan": done})
    for step in with_breaks.termijnen:
        trace = step.trace
        assert all(is_told(step, gap) for gap in trace.gaps), step.id
        told = sum(gap.days for gap in trace.gaps)
        if trace.origin is Origin.FIRST_DAY and not trace.years and trace.not_before is None:
            plain = first + timedelta(days=trace.days + told + trace.moved + trace.delay - trace.back)
            assert step.uiterlijk == plain, step.id
        if trace.delay:
            assert f"{trace.delay} dag" in step.uitleg
        if trace.gaps:
            assert SAMENTELLING in step.artikelen


def test_a_break_after_the_term_names_the_day_that_is_certainly_in_time() -> None:
    leave = {"van": "2027-02-01", "tot_en_met": "2027-05-23", "zelfde_geval": True}
    found = clock({"perioden": [{"ziek_vanaf": "2026-01-05"}], "verlof": [leave]})
    year = found.milestone("eerstejaarsevaluatie")
    plain = clock({"perioden": [{"ziek_vanaf": "2026-01-05"}]}).milestone("eerstejaarsevaluatie")
    assert passed_before_break(year) == plain.uiterlijk < year.uiterlijk
    assert counted_from(year).endswith("Houd die dag aan, dan ben je zeker op tijd.")
    assert passed_before_break(plain) is None and counted_from(plain) == ""
    wage = found.milestone("einde_loondoorbetaling")
    assert passed_before_break(wage) is None and counted_from(wage) == "", "the break came before its term was over"


def test_the_articles_of_leave_exist() -> None:
    assert load_law().basis("verlof_telt_niet_mee").sources == ("bw-629", "wia-23")
