"""The first page leaves out what it does not show; what it shows is the same."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest

from reintegratie_desktop.services import today_view
from reintegratie_desktop.services.examples import make_example_file
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.keys import KdfParams
from tests.services.desks import Calendar

MADE = date(2026, 11, 23)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("vandaag") / "v.reintegratie"
    made = make_example_file(
        path, "voorbeeld", lambda: datetime(MADE.year, MADE.month, MADE.day, 9, 30), kdf=KdfParams.for_tests()
    )
    yield made
    made.close()


@pytest.mark.parametrize("weeks", [0, 1, 3, 6, 13, 27, 42, 60, 88, 103])
def test_the_evaluations_that_are_left_out_would_not_be_shown(
    desk: Workspace, weeks: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.clock = Calendar(MADE + timedelta(weeks=weeks, days=weeks % 7))
    shown = desk.today_view()
    cut = today_view._without_later_evaluations
    clocks = []
    monkeypatch.setattr(today_view, "_without_later_evaluations", lambda clock: clocks.append(clock) or clock)
    assert desk.today_view() == shown
    for clock in clocks:
        kept = cut(clock).termijnen
        open_ones = [step for step in kept if step.id.startswith("evaluatie_") and step.gedaan_op is None]
        assert len(open_ones) <= 1
        assert {step.id for step in clock.termijnen} - {step.id for step in kept} <= {
            step.id for step in clock.termijnen if step.id.startswith("evaluatie_")
        }
    assert len(clocks) == shown.open_cases
