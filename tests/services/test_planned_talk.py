"""A letter that invites and the talk it invites to are one moment."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reintegratie_desktop.services.planned_talk import planned_talk
from reintegratie_desktop.services.workspace import Workspace
from tests.services.desks import Calendar, add_employee, finish, make_desk, report_sick

TODAY = date(2026, 11, 22)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    made = make_desk(tmp_path, Calendar(date(2026, 11, 16)))
    report_sick(made, add_employee(made), date(2026, 11, 16))
    made.clock.go_to(TODAY)  # type: ignore[attr-defined]  # the clock of the tests
    yield made
    made.close()


def case_of(desk: Workspace) -> str:
    return desk.store.cases.all()[0].id


def invite(desk: Workspace, moment: str, *, slot: str | None = None, reason: str = "") -> str:
    letter = desk.open_form("brief_uitnodiging", case_of(desk), slot=slot)
    letter.answer({"datumtijd": moment, "tekst": None})
    finish(letter, reason)
    return letter.slot


def days(desk: Workspace) -> list[str]:
    return sorted(
        str(draft.answers.get("datum")) for draft in desk.store.drafts.list(case_of(desk)) if draft.form == "gesprek"
    )


def steps(desk: Workspace) -> dict[str, date | None]:
    return {step.title: step.day for phase in desk.case(case_of(desk)).phases for step in phase.steps}


def test_an_invitation_plans_the_talk(desk: Workspace) -> None:
    invite(desk, "2026-11-26T10:00")
    assert days(desk) == ["2026-11-26T10:00"]
    assert steps(desk)["Gesprek met Jasper"] == date(2026, 11, 26)


def test_the_next_letter_starts_from_the_talk_that_is_prepared(desk: Workspace) -> None:
    talk = desk.open_form("gesprek", case_of(desk))
    talk.answer({"datum": "2026-11-23T11:00"})
    talk.save()
    letter = desk.open_form("brief_uitnodiging", case_of(desk))
    assert letter.answers["datumtijd"] == "2026-11-23T11:00"
    finish(letter)
    assert days(desk) == ["2026-11-23T11:00"]
    assert planned_talk(desk, case_of(desk)) == {"datum": "2026-11-23T11:00"}


def test_another_talk_beside_one_that_is_prepared_is_a_step(desk: Workspace) -> None:
    talk = desk.open_form("gesprek", case_of(desk))
    talk.answer({"datum": "2026-11-23T11:00"})
    talk.save()
    invite(desk, "2026-11-26T10:00")
    assert days(desk) == ["2026-11-23T11:00"]
    assert steps(desk)["Gesprek om 10.00"] == date(2026, 11, 26)


def test_a_new_version_moves_the_talk(desk: Workspace) -> None:
    slot = invite(desk, "2026-11-26T10:00")
    invite(desk, "2026-11-27T13:30", slot=slot, reason="Een andere dag.")
    assert days(desk) == ["2026-11-27T13:30"]


def test_open_places_of_a_letter_fill_when_the_answer_comes(desk: Workspace) -> None:
    letter = desk.open_form("brief_uitnodiging", case_of(desk))
    letter.answer({"datumtijd": None})
    own = letter.full_answers()["tekst"].replace("Groet,", "Tot dan. Groet,")
    assert "[..]" in own
    letter.answer({"tekst": own})
    letter.answer({"datumtijd": "2026-11-26T10:00"})
    assert "donderdag 26 november 2026 om 10.00 uur" in letter.answers["tekst"]
    assert "[..]" not in letter.answers["tekst"]
    assert "Tot dan." in letter.answers["tekst"]
    letter.answer({"tekst": own})
    assert "[..]" in letter.answers["tekst"], "nothing moves under the hands of who types"
    letter.fill_letter()
    assert "[..]" not in letter.answers["tekst"]
