"""The weeks on the wall: every date of the clock in its week, in fixed words, and nothing about anybody."""

from dataclasses import fields
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.domain.clock import case_clocks
from reintegratie_desktop.domain.facts import CaseFacts
from reintegratie_desktop.domain.planner import ROW_WEEKS, Entry, Planner, Sign, Week, Word, planner_of

FIRST = date(2026, 1, 5)


def planner(today: date = FIRST, first: date = FIRST, extra: tuple[Entry, ...] = (), **facts: Any) -> Planner:
    periods = facts.pop("perioden", [{"ziek_vanaf": first.isoformat(), "hersteld_per": None}])
    clock = case_clocks(CaseFacts.from_dict({"perioden": periods, **facts}), today)[-1]
    return planner_of(clock, "P-0003", made_on=today, language="nl", extra=extra)


def week(found: Planner, number: int) -> Week:
    return next(one for one in found.weeks if one.number == number)


def words(found: Planner, number: int) -> list[str]:
    return [entry.word for entry in week(found, number).entries]


def test_two_years_are_eight_rows_of_a_quarter() -> None:
    found = planner()
    assert [len(row) for row in found.rows] == [ROW_WEEKS] * 8
    assert (found.first, found.last, found.law_date) == (FIRST, date(2028, 1, 2), FIRST)
    assert [one.number for one in found.weeks] == list(range(1, 105))
    assert all(one.first.weekday() == 0 for one in found.weeks)


def test_every_date_stands_in_its_week() -> None:
    found = planner()
    expected = {
        1: ["start"], 7: ["step_1"], 9: ["plan_ready"], 15: ["look_back"], 20: ["look_back"], 43: ["send_note"],
        52: ["year_round", "year_talk"], 58: ["step_2"], 88: ["letter"], 91: ["folder"], 93: ["request"],
        104: ["end"],
    }  # fmt: skip
    for number, inside in expected.items():
        assert set(inside) <= set(words(found, number)), number
    entry = week(found, 43).entries[0]
    assert (entry.sign, entry.day) == (Sign.LAST_DAY, date(2026, 10, 26))
    assert not any(one.done for one in found.weeks[1:])


def test_what_was_done_is_ticked_and_a_talk_stands_where_it_was_held() -> None:
    done = {"probleemanalyse": "2026-02-10", "plan_van_aanpak": "2026-02-20", "evaluaties": ["2026-03-10"]}
    found = planner(date(2026, 4, 1), gedaan=done)
    assert week(found, 7).done
    assert words(found, 10) == ["look_back"]
    assert week(found, 10).done
    assert not week(found, 2).done, "an empty week is never ticked"


def test_the_end_of_a_year_is_behind_us_when_its_day_is() -> None:
    entries = [entry for one in planner(date(2027, 3, 1)).weeks for entry in one.entries]
    assert {entry.word: entry.done for entry in entries if entry.word in (Word.YEAR_ROUND, Word.END)} == {
        Word.YEAR_ROUND: True,
        Word.END: False,
    }


def test_a_recovery_leaves_only_what_was() -> None:
    periods = [{"ziek_vanaf": "2026-01-05", "hersteld_per": "2026-03-16"}]
    found = planner(date(2026, 4, 1), perioden=periods, gedaan={"probleemanalyse": "2026-02-10"})
    entries = {entry.word for one in found.weeks for entry in one.entries}
    assert entries == {Word.START, Word.STEP_1, Word.PLAN_READY}, "the plan was due before the recovery"


def test_weeks_that_do_not_count_have_no_number() -> None:
    periods = [
        {"ziek_vanaf": "2026-01-05", "hersteld_per": "2026-03-02"},
        {"ziek_vanaf": "2026-03-25", "hersteld_per": None},
    ]
    found = planner(date(2026, 4, 1), perioden=periods)
    numbers = [one.number for one in found.weeks]
    assert numbers[:12] == [1, 2, 3, 4, 5, 6, 7, 8, None, None, None, 9]
    assert numbers[-1] == 104
    assert len(found.rows) == 9


def test_a_week_says_each_word_once_and_is_done_when_all_of_it_is() -> None:
    day = date(2026, 1, 14)
    extra = (
        Entry(Word.OWN, Sign.PLAN, day, done=True),
        Entry(Word.OWN, Sign.PLAN, day + timedelta(days=1)),
        Entry(Word.TALK, Sign.TALK, day),
        Entry(Word.TALK, Sign.TALK, date(2025, 12, 1)),
    )
    found = planner(extra=extra)
    assert sorted(words(found, 2)) == ["own", "talk"]
    assert not week(found, 2).done
    assert sum(entry.word is Word.TALK for one in found.weeks for entry in one.entries) == 1, "outside it is left out"


def test_a_case_of_six_weeks_is_one_row() -> None:
    found = planner(aow_gerechtigd=True)
    assert [len(row) for row in found.rows] == [6]


def test_the_data_holds_no_text_of_anybody() -> None:
    assert {field.name for field in fields(Planner)} == {
        "mark", "first", "last", "law_date", "made_on", "weeks", "language",
    }  # fmt: skip
    assert {field.name for field in fields(Entry)} == {"word", "sign", "day", "done"}


@settings(max_examples=30, deadline=None)
@given(first=st.dates(date(2020, 1, 1), date(2027, 12, 31)), weeks=st.integers(0, 120))
def test_every_day_of_the_case_stands_in_one_week(first: date, weeks: int) -> None:
    found = planner(first + timedelta(weeks=weeks), first)
    days = [one.first for one in found.weeks]
    assert days[0] == first
    assert found.weeks[-1].first <= found.last <= found.weeks[-1].last
    assert all(after - before == timedelta(weeks=1) for before, after in pairwise(days))
    for one in found.weeks:
        assert all(one.first <= entry.day <= one.last for entry in one.entries)
    assert {Word.START, Word.END, Word.STEP_1} <= {entry.word for one in found.weeks for entry in one.entries}


@pytest.mark.parametrize("leaving", ["2026-06-30", "2026-06-28"])
def test_the_end_of_a_contract_is_a_message_to_send(leaving: str) -> None:
    found = planner(einde_dienstverband=leaving)
    sent = [entry.day.isoformat() for one in found.weeks for entry in one.entries if entry.word is Word.SEND_NOTE]
    assert leaving in sent
