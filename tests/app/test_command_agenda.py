"""The command `agenda`, as a script calls it: what it writes, what it prints, and what it refuses."""

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from reintegratie_desktop.app import command_file
from reintegratie_desktop.app.cli import main
from reintegratie_desktop.services.examples import EXAMPLE_PASSWORD
from reintegratie_desktop.store.keys import key_file_for
from tests.app.test_command_file import Answer, NoTerminal, assert_one_sentence
from tests.example_file import example_file

NOW = datetime(2026, 11, 25, 14, 5)
Run = Callable[..., Answer]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("agenda") / "voorbeeld.reintegratie"
    example_file(path, lambda: NOW).close()
    return path


@pytest.fixture
def bestand(made: Path, tmp_path: Path) -> Path:
    for part in (made, key_file_for(made)):
        shutil.copy(part, tmp_path / part.name)
    return tmp_path / made.name


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(sys, "stdin", NoTerminal())
    monkeypatch.setenv(command_file.PASSWORD_VARIABLE, EXAMPLE_PASSWORD)
    monkeypatch.setattr(command_file, "now", lambda: NOW)
    yield


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object) -> Answer:
        with pytest.raises(SystemExit) as leave:
            main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        code = leave.value.code
        assert isinstance(code, int)
        return Answer(code, printed.out, printed.err)

    return call


def test_it_writes_a_calendar_of_all_cases(run: Run, bestand: Path, tmp_path: Path) -> None:
    target = tmp_path / "x.ics"
    answer = run("agenda", bestand, "--uit", target)
    assert (answer.code, answer.err) == (0, "")
    found = Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    assert f"{len(found)} datums staan in {target}." in answer.out
    assert len({str(event["uid"]) for event in found}) == len(found)
    first = target.read_bytes()
    run("agenda", bestand, "--uit", target)
    assert target.read_bytes() == first


def test_one_case_and_as_data(run: Run, bestand: Path, tmp_path: Path) -> None:
    target = tmp_path / "x.ics"
    answer = run("agenda", bestand, "--uit", target, "--dossier", "2026-002", "--json")
    found = Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    assert json.loads(answer.out) == {"bestand": str(target), "dossiers": 1, "datums": len(found)}
    assert {str(event["summary"])[-8:] for event in found} == {"2026-002"}


def test_what_cannot_be_is_one_sentence_and_nothing_is_written(run: Run, bestand: Path, tmp_path: Path) -> None:
    target = tmp_path / "x.ics"
    for arguments in (
        (bestand, "--uit", tmp_path),
        (bestand, "--uit", bestand),
        (bestand, "--uit", tmp_path / "nergens" / "x.ics"),
        (bestand, "--uit", target, "--dossier", "1999-001"),
        (tmp_path / "weg.reintegratie", "--uit", target),
        (bestand,),
    ):
        assert_one_sentence(run("agenda", *arguments))
    assert not target.exists()
    desk = command_file.open_desk(bestand, None)
    try:
        assert [desk.store.calendar_events.of(case.id) for case in desk.store.cases.all()] == [[], [], []]
    finally:
        desk.close()
