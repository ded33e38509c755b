"""The command `toets`, as a script calls it: what it prints, its exit codes, and that it changes nothing."""

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from reintegratie_desktop.app import command_file
from reintegratie_desktop.app.cli import main
from reintegratie_desktop.domain.check.rules import RULES
from reintegratie_desktop.services.examples import EXAMPLE_PASSWORD
from reintegratie_desktop.services.file_check import explain
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.keys import key_file_for
from tests.app.test_command_file import Answer, NoTerminal, assert_one_sentence
from tests.example_file import example_file

NOW = datetime(2026, 11, 25, 14, 5)
KEYS = [
    "id", "titel", "stand", "bevinding", "waarom", "grondslag", "gewicht", "herstel", "opent", "uiterlijk",
    "gedaan_op", "motivering",
]  # fmt: skip
Run = Callable[..., Answer]


@pytest.fixture(scope="module")
def bestand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("toets") / "voorbeeld.reintegratie"
    example_file(path, lambda: NOW).close()
    return path


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


def test_a_case_in_order_leaves_with_zero(run: Run, bestand: Path) -> None:
    answer = run("toets", bestand, "2024-001", "--json")
    assert (answer.code, answer.err) == (0, "")
    data = json.loads(answer.out)
    assert (data["dossier"], data["peildatum"], data["op_orde"]) == ("2024-001", "2026-11-25", True)
    assert {item["id"] for item in data["onderdelen"]} >= set(RULES) - {"evaluatie_te_laat", "bijstelling_te_laat"}
    for item in data["onderdelen"]:
        assert list(item) == KEYS
        assert item["stand"] in (
            "op_orde",
            "toegelicht",
            "niet_nodig",
            "komt_nog",
            "binnenkort",
            "te_laat",
            "ontbreekt",
        )
        assert item["gewicht"] in ("zwaar", "middel", "licht")
        assert item["waarom"] and item["grondslag"] and item["titel"]
        for key in ("uiterlijk", "gedaan_op"):
            assert item[key] is None or date.fromisoformat(item[key])


def test_what_misses_leaves_with_one_and_says_how_to_repair_it(
    run: Run, bestand: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command_file, "now", lambda: datetime(2027, 3, 25, 9, 0))
    answer = run("toets", bestand, "2026-002", "--json")
    assert (answer.code, answer.err) == (1, "")
    items = {item["id"]: item for item in json.loads(answer.out)["onderdelen"]}
    notice = items["uwv_42e_week"]
    assert (notice["stand"], notice["uiterlijk"], notice["gedaan_op"]) == ("ontbreekt", "2026-12-21", None)
    assert notice["herstel"].startswith("Meld het vandaag")
    assert notice["opent"] == {"formulier": "uwv_42e_week", "soort": None, "pagina": None}
    assert items["evaluaties"]["opent"] == {"formulier": "gesprek", "soort": "zesweken_evaluatie", "pagina": None}
    assert notice["motivering"] is None


def test_a_reason_stands_in_the_answer(run: Run, bestand: Path, tmp_path: Path) -> None:
    own = tmp_path / bestand.name
    shutil.copy(bestand, own)
    shutil.copy(key_file_for(bestand), key_file_for(own))
    desk = Workspace.open(own, EXAMPLE_PASSWORD, lambda: NOW)
    case_id = desk.store.cases.all()[2].id
    explain(desk, case_id, "spoor2_start", "Terug in het eigen bedrijf is te zien.", both_agree=True, day=NOW.date())
    desk.close()
    items = {item["id"]: item for item in json.loads(run("toets", own, "2026-002", "--json").out)["onderdelen"]}
    assert items["spoor2_start"]["motivering"] == {
        "reden": "Terug in het eigen bedrijf is te zien.",
        "beide_eens": True,
        "datum": "2026-11-25",
    }
    assert items["spoor2_start"]["stand"] == "niet_nodig"
    assert "Uitleg: Terug in het eigen bedrijf is te zien." in run("toets", own, "2026-002").out


def test_in_words_it_reads_from_what_to_do_first_to_what_is_fine(
    run: Run, bestand: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command_file, "now", lambda: datetime(2027, 3, 25, 9, 0))
    answer = run("toets", bestand, "2026-002")
    assert answer.code == 1
    lines = answer.out.splitlines()
    assert lines[0] == "Dossier 2026-002, Marloes Teunissen. Stand op donderdag 25 maart 2027"
    assert lines[1].endswith("punten bovenaan op.")
    heads = [line for line in lines if line.endswith(")") and not line.startswith(" ")]
    assert [head.split(" (")[0] for head in heads] == ["Eerst oplossen", "Komt nog", "Op orde", "Niet nodig"]
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize("number", ["2031-001", ""])
def test_an_unknown_case_is_one_sentence(run: Run, bestand: Path, number: str) -> None:
    assert_one_sentence(run("toets", bestand, number, "--json"))


def test_a_file_that_does_not_open_is_one_sentence(
    run: Run, bestand: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_one_sentence(run("toets", tmp_path / "weg.reintegratie", "2024-001"))
    monkeypatch.setenv(command_file.PASSWORD_VARIABLE, "een ander woord")
    assert_one_sentence(run("toets", bestand, "2024-001"))
    monkeypatch.delenv(command_file.PASSWORD_VARIABLE)
    assert_one_sentence(run("toets", bestand, "2024-001"))


def test_the_command_stands_in_the_help(run: Run) -> None:
    assert "toets" in run("--help").out
    assert "2026-001" in run("toets", "--help").out
