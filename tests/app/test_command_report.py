"""The command `riv`, as a person types it."""

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from reintegratie_desktop.app import command_file
from reintegratie_desktop.app.cli import main
from reintegratie_desktop.services.examples import EXAMPLE_PASSWORD
from reintegratie_desktop.store.keys import key_file_for
from reintegratie_desktop.text.i18n import set_language
from tests.example_file import example_file
from tests.services.desks import Calendar

TODAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("riv") / "voorbeeld.reintegratie"
    example_file(path, Calendar(TODAY)).close()
    return path


@pytest.fixture
def file(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    path = tmp_path / made.name
    shutil.copy(made, path)
    shutil.copy(key_file_for(made), key_file_for(path))
    monkeypatch.setenv(command_file.PASSWORD_VARIABLE, EXAMPLE_PASSWORD)
    monkeypatch.setattr(command_file, "now", Calendar(TODAY))
    yield path
    set_language("nl")


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(list(words))
    return int(left.value.code or 0)


def test_it_writes_the_report_and_says_what_is_in_it(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "verslag.pdf"
    code = run("riv", str(file), "2024-001", "--uit", str(target), "--json")
    told = json.loads(capsys.readouterr().out)
    assert code == (0 if told["compleet"] else 1)
    assert told["bestanden"] == [str(target)]
    with pikepdf.open(target) as pdf:
        assert len(pdf.pages) == told["paginas"]
    assert told["onderdelen"][0]["deel"] == "1"
    assert len(told["onderdelen"][0]["sha256"]) == 64


def test_a_case_with_nothing_missing_ends_in_zero(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(
        "riv", str(file), "2026-001", "--uit", str(tmp_path / "a.pdf"), "--los", str(tmp_path), "--met", "gesprekken"
    )
    told = capsys.readouterr().out
    assert (code == 0) == ("Er ontbreekt niets zonder reden." in told)
    folder = next(path for path in tmp_path.iterdir() if path.is_dir())
    assert folder.name == "2026-001_re-integratieverslag_2026-11-25"
    assert len(list(folder.iterdir())) > 5
    assert "pagina" in told


def test_a_case_that_misses_parts_ends_in_one_and_names_them(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("riv", str(file), "2026-002", "--uit", str(tmp_path / "b.pdf")) == 1
    assert "Actueel oordeel" in capsys.readouterr().out
    assert (tmp_path / "b.pdf").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("9999-001", "--uit", "x.pdf"), "staat niet in dit bestand"),
        (("2024-001",), "--uit"),
        (("2024-001", "--uit", "x.pdf", "--los", "bestaat-niet"), "bestaat niet"),
        (("2024-001", "--uit", "weg/x.pdf"), "bestaat niet"),
    ],
)
def test_what_cannot_be_done_ends_in_two_and_writes_nothing(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...], said: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    before = {path.name for path in tmp_path.iterdir()}
    assert run("riv", str(file), *words) == 2
    assert said in capsys.readouterr().err
    assert {path.name for path in tmp_path.iterdir()} - before <= {f"{file.name}.in-gebruik"}


def test_the_data_file_itself_is_never_overwritten(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("riv", str(file), "2024-001", "--uit", str(file)) == 2
    assert "gegevensbestand" in capsys.readouterr().err


def test_the_citizen_number_is_asked_hidden_and_checked(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import click

    monkeypatch.setattr(click, "prompt", lambda *_words, **how: "123" if how["hide_input"] else pytest.fail("seen"))
    assert run("riv", str(file), "2024-001", "--uit", str(tmp_path / "c.pdf"), "--vraag-bsn") == 2
    assert "heeft negen cijfers" in capsys.readouterr().err
    assert not (tmp_path / "c.pdf").exists()
