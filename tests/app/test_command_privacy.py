"""`reintegratie privacy`: exit codes, JSON, plain words, and inputs that cannot be used."""

import io
import json
import sys
from pathlib import Path

import pytest

from reintegratie_desktop.app.cli import main


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        main(["privacy", *arguments])
    return int(stop.value.code or 0)


def test_a_clean_text_ends_with_zero(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "tekst.txt"
    file.write_text("Drie dagen van twee uur, zittend werk.\n", encoding="utf-8")

    assert run(str(file)) == 0
    assert "We zien geen woorden over gezondheid" in capsys.readouterr().out
    assert run(str(file), "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"vondsten": []}


def test_a_text_with_words_ends_with_one_and_counts_from_the_start_of_the_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "\ufeffGesprek 3 mei\r\nGaat op dinsdag naar de fysio, é 😀 griep"
    file = tmp_path / "tekst.txt"
    file.write_bytes(text.encode())

    assert run(str(file), "--json") == 1
    found = json.loads(capsys.readouterr().out)["vondsten"]
    plain = text.removeprefix("\ufeff")
    assert [plain[item["van"] : item["tot"]] for item in found] == ["fysio", "griep"]
    assert [item["soort"] for item in found] == ["behandeling", "aandoening"]


def test_plain_words_name_the_line_and_a_better_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "tekst.txt"
    file.write_text("Werk gaat goed.\nTherapie op dinsdag.\nIs verkouden.", encoding="utf-8")

    assert run(str(file)) == 1
    out = capsys.readouterr().out
    assert out.startswith("2 woorden om te bekijken:")
    assert "Regel 2: Therapie" in out
    assert "Schrijf bijvoorbeeld: niet beschikbaar op dinsdagochtend" in out
    assert "Regel 3: verkouden" in out
    assert "Laat het woord liever weg." in out


def test_standard_input_is_read_with_a_dash(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Heeft griep"), encoding="ascii"))

    assert run("-", "--json") == 1
    assert json.loads(capsys.readouterr().out)["vondsten"][0]["woord"] == "griep"


def test_a_missing_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "weg.txt"

    assert run(str(missing)) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == f"Het bestand {missing} bestaat niet. Kijk of het pad klopt.\n"


def test_a_folder_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(tmp_path)) == 2
    assert "kunnen we niet lezen" in capsys.readouterr().err


def test_text_that_is_no_utf_8_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "oud.txt"
    file.write_bytes("knieën".encode("latin-1"))

    assert run(str(file)) == 2
    assert "is geen UTF-8" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe\x00"), encoding="ascii"))
    assert run("-") == 2
    assert "De tekst in de standaardinvoer is geen UTF-8." in capsys.readouterr().err


def test_without_a_file_one_sentence_says_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_an_empty_file_is_a_clean_text(tmp_path: Path) -> None:
    file = tmp_path / "leeg.txt"
    file.write_bytes(b"")

    assert run(str(file), "--json") == 0


def test_a_word_over_two_lines_is_shown_on_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "tekst.txt"
    file.write_text("Heeft een burn-\nout.\nGaat naar de huis\narts.\n", encoding="utf-8")

    assert run(str(file)) == 1
    out = capsys.readouterr().out
    assert "Regel 1: burn-out\n" in out
    assert "Regel 3: huis arts\n" in out


def test_an_unknown_language_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(tmp_path), "--taal", "fr") == 2
    assert "De taal 'fr' kennen we niet." in capsys.readouterr().err
