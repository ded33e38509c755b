"""Leave around a birth: worked examples, and a second calculation that walks the days."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.domain.leave import MaternityLeave, maternity_leave
from reintegratie_desktop.text.errors import KnownError

DAY = timedelta(days=1)
EXPECTED = date(2026, 7, 1)


def parts(found: MaternityLeave) -> tuple[str, str, int, int]:
    """Return the first day of all, the last day of all, and the days of both parts."""
    first = found.zwangerschapsverlof.van or found.bevallingsverlof.van
    assert first is not None
    assert found.bevallingsverlof.tot_en_met is not None
    days = (found.zwangerschapsverlof.dagen, found.bevallingsverlof.dagen)
    return (first.isoformat(), found.bevallingsverlof.tot_en_met.isoformat(), *days)


def test_without_a_choice_the_leave_begins_on_the_first_lawful_day() -> None:
    found = maternity_leave(EXPECTED)
    assert (found.venster_van, found.venster_tot) == (date(2026, 5, 21), date(2026, 6, 4))
    assert parts(found) == ("2026-05-21", "2026-09-09", 42, 70)
    assert found.zwangerschapsverlof.tot_en_met == EXPECTED, "the day of the birth still belongs to it"
    assert found.dagen == 16 * 7
    assert found.melden_voor == date(2026, 4, 30)
    assert found.basis.text == "WAZO art. 3:1 lid 2 en 3"


@pytest.mark.parametrize(
    ("weeks", "born", "multiple", "expected"),
    [
        (6, None, False, ("2026-05-21", "2026-09-09", 42, 70)),
        (5, None, False, ("2026-05-28", "2026-09-16", 35, 77)),
        (4, None, False, ("2026-06-04", "2026-09-23", 28, 84)),
        (6, "2026-06-24", False, ("2026-05-21", "2026-09-09", 35, 77)),
        (6, "2026-07-15", False, ("2026-05-21", "2026-09-23", 56, 70)),
        (4, "2026-07-15", False, ("2026-06-04", "2026-10-07", 42, 84)),
        (4, "2026-06-20", False, ("2026-06-04", "2026-09-23", 17, 95)),
        (6, "2026-05-21", False, ("2026-05-21", "2026-09-09", 1, 111)),
        (6, "2026-05-20", False, ("2026-05-21", "2026-09-09", 0, 112)),
        (4, "2026-05-06", False, ("2026-05-07", "2026-08-26", 0, 112)),
        (10, None, True, ("2026-04-23", "2026-09-09", 70, 70)),
        (8, None, True, ("2026-05-07", "2026-09-23", 56, 84)),
        (10, "2026-06-03", True, ("2026-04-23", "2026-09-09", 42, 98)),
        (10, "2026-07-08", True, ("2026-04-23", "2026-09-16", 77, 70)),
    ],
)
def test_worked_examples(weeks: int, born: str | None, multiple: bool, expected: tuple[str, str, int, int]) -> None:
    day = None if born is None else date.fromisoformat(born)
    found = maternity_leave(EXPECTED, weeks_before=weeks, born=day, multiple=multiple)
    assert parts(found) == expected


def test_published_examples() -> None:
    """P-Direkt: one week early after six weeks before; two weeks late; two weeks late after four weeks before."""
    early = maternity_leave(EXPECTED, weeks_before=6, born=date(2026, 6, 24))
    late = maternity_leave(EXPECTED, weeks_before=6, born=date(2026, 7, 15))
    later = maternity_leave(EXPECTED, weeks_before=4, born=date(2026, 7, 15))
    weeks = [(f.zwangerschapsverlof.dagen // 7, f.bevallingsverlof.dagen // 7) for f in (early, late, later)]
    assert weeks == [(5, 11), (8, 10), (6, 12)]


def test_any_day_in_the_window_can_be_chosen() -> None:
    found = maternity_leave(EXPECTED, start=date(2026, 5, 30))
    assert parts(found) == ("2026-05-30", "2026-09-18", 33, 79)
    assert found.aangevuld == 9


def test_a_birth_before_the_leave_leaves_no_leave_before_it() -> None:
    found = maternity_leave(EXPECTED, born=date(2026, 5, 10))
    assert found.zwangerschapsverlof.van is None
    assert found.zwangerschapsverlof.tot_en_met is None
    assert found.melden_voor is None
    assert found.dagen == 112


@pytest.mark.parametrize(
    ("choice", "multiple", "words"),
    [
        ({"weeks_before": 7}, False, "van 21-05-2026 tot en met 04-06-2026. Kies 4 tot en met 6 weken"),
        ({"weeks_before": 3}, False, "Met 3 weken vooraf"),
        ({"weeks_before": 0}, False, "Met 0 weken vooraf"),
        ({"weeks_before": 6}, True, "van 23-04-2026 tot en met 07-05-2026. Kies 8 tot en met 10 weken"),
        ({"weeks_before": 10**9}, True, "Kies 8 tot en met 10 weken"),
        ({"start": date(2026, 5, 20)}, False, "kan niet op 20-05-2026 beginnen"),
        ({"start": date(2026, 6, 5)}, False, "Kies een dag uit die weken"),
    ],
)
def test_a_begin_outside_the_window_is_refused(choice: dict[str, int], multiple: bool, words: str) -> None:
    with pytest.raises(KnownError, match=words):
        maternity_leave(EXPECTED, multiple=multiple, **choice)  # type: ignore[arg-type]


@pytest.mark.parametrize("born", ["2026-03-10", "2026-08-13", "2025-07-01"])
def test_a_birth_that_cannot_belong_to_the_expected_day_is_refused(born: str) -> None:
    with pytest.raises(KnownError, match="past niet bij de uitgerekende datum 01-07-2026"):
        maternity_leave(EXPECTED, born=date.fromisoformat(born))


def test_rules_of_before_are_not_guessed() -> None:
    with pytest.raises(KnownError, match="pas vanaf 01-04-2018"):
        maternity_leave(date(2018, 4, 10), multiple=True, born=date(2018, 3, 31))
    assert maternity_leave(date(2018, 4, 10), multiple=True).dagen == 140
    with pytest.raises(KnownError, match="pas vanaf 01-01-2012"):
        maternity_leave(date(2011, 12, 31))


@settings(max_examples=300, deadline=None)
@given(st.dates(date(2019, 1, 1), date(2090, 1, 1)), st.integers(0, 14), st.integers(-110, 40), st.booleans())
def test_the_leave_agrees_with_walking_the_days(expected: date, choice: int, shift: int, multiple: bool) -> None:
    """Every day from the begin to the birth is leave before it; what it misses of six or ten weeks follows the ten."""
    full = 70 if multiple else 42
    begins, born = expected + DAY - (full - choice) * DAY, expected + shift * DAY
    found = maternity_leave(expected, start=begins, born=born, multiple=multiple)
    before, counted, day = 0, 0, begins
    while day <= born:
        before += 1
        counted += day <= expected
        day += DAY
    left, last = 70 + max(full - counted, 0), born
    while left:
        last += DAY
        left -= 1
    assert found.zwangerschapsverlof.dagen == before
    assert found.bevallingsverlof.van == born + DAY
    assert found.bevallingsverlof.tot_en_met == last
    assert found.dagen >= full + 70, "never less than the minimum"
    assert found.dagen == full + 70 + max(min(shift, (born - begins).days + 1), 0), "only a late birth makes it longer"
