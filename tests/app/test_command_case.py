"""The commands `uitvoeren`, `invoeren` and `schema dossier`, as a person types them."""

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from reintegratie_desktop.app import command_file
from reintegratie_desktop.app.cli import main
from reintegratie_desktop.services.examples import EXAMPLE_PASSWORD
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.keys import KdfParams, key_file_for
from tests.example_file import example_file
from tests.services.desks import Calendar

TODAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("zaken") / "voorbeeld.reintegratie"
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


def run(*words: object) -> int:
    with pytest.raises(SystemExit) as left:
        main([str(word) for word in words])
    return int(left.value.code or 0)


def test_a_case_goes_out_and_into_an_empty_file(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "zaak.json"
    assert run("uitvoeren", file, "2024-001", "--uit", target) == 0
    assert "geen wachtwoord" in capsys.readouterr().out
    other = tmp_path / "leeg.reintegratie"
    Workspace.create(other, EXAMPLE_PASSWORD, Calendar(TODAY), kdf=KdfParams.for_tests()).close()
    assert run("invoeren", other, target) == 0
    assert "Dossier 2024-001 is ingelezen" in capsys.readouterr().out
    assert run("invoeren", other, target) == 2
    told = capsys.readouterr()
    assert (told.out, "Dit dossier staat al" in told.err) == ("", True)
    pdf = tmp_path / "papier.pdf"
    assert run("document", other, "2024-001", "plan_van_aanpak", "--uit", pdf) == 0
    first = tmp_path / "eerst.pdf"
    assert run("document", file, "2024-001", "plan_van_aanpak", "--uit", first) == 0
    assert pdf.read_bytes() == first.read_bytes()


def test_answers_alone_are_frozen_and_said(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "zaak.json"
    run("uitvoeren", file, "2026-001", "--uit", target)
    data = json.loads(target.read_text(encoding="utf-8"))
    data["dossier"] = {"eerste_ziektedag": "2025-03-03"}
    data["papieren"] = [{"soort": "contactplan", "antwoorden": {}}]
    data["logboek"], data["bijlagen"], data["concepten"] = [], [], []
    target.write_text(json.dumps(data), encoding="utf-8")
    capsys.readouterr()
    assert run("invoeren", file, target) == 0
    told = capsys.readouterr().out
    assert "De werknemer stond al in dit bestand." in told
    assert "1 papier had geen momentopname" in told
    data["papieren"][0]["antwoorden"] = {"einddatum": "morgen"}
    target.write_text(json.dumps(data), encoding="utf-8")
    assert run("invoeren", file, target) == 2
    assert "papieren[0].antwoorden.einddatum: " in capsys.readouterr().err


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("schema", "dossier") == 0
    Draft202012Validator.check_schema(json.loads(capsys.readouterr().out))


@pytest.mark.parametrize("words", [("uitvoeren", "--help"), ("invoeren", "--help")])
def test_help_is_there(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*words) == 0
    assert "Gebruik: reintegratie" in capsys.readouterr().out


def test_a_copy_in_two_languages(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "kopie.pdf"
    words = ("document", file, "2024-001", "plan_van_aanpak", "--uit", target, "--tweetalig")
    assert run(*words, "en") == 0
    assert target.read_bytes().startswith(b"%PDF-")
    capsys.readouterr()
    assert run(*words, "xx") == 2
    assert "Kies uit: en." in capsys.readouterr().err
    journal = tmp_path / "logboek.pdf"
    assert run("document", file, "2024-001", "logboek", "--uit", journal, "--tweetalig", "en") == 0
