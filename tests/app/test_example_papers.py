"""Making the example file and its papers in a folder, for a machine without a screen."""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest

from reintegratie_desktop.app import examples
from reintegratie_desktop.app.examples import LIST_NAME, main, make_examples
from reintegratie_desktop.services.examples import EXAMPLE_PASSWORD
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.keys import KdfParams
from reintegratie_desktop.text.errors import KnownError
from tests.example_file import example_file

NOW = datetime(2026, 11, 25, 14, 5)


def make(folder: Path) -> list[Path]:
    return make_examples(folder, lambda: NOW, kdf=KdfParams.for_tests())


@pytest.fixture
def told_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """Copy the example cases instead of telling them again, for a test about the folder only."""
    monkeypatch.setattr(
        examples, "make_example_file", lambda path, password, clock, kdf=None: example_file(path, clock, password)
    )


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(pdf[number].get_textpage().get_text_range() for number in range(len(pdf)))


def test_the_folder_holds_the_file_and_every_newest_paper(tmp_path: Path) -> None:
    made = make(tmp_path / "uit")

    assert {path.name for path in (tmp_path / "uit").iterdir()} == {path.name for path in made} | {LIST_NAME}
    names = [path.name for path in made]
    assert "2026-002_opbouwschema_v4_2026-11-20.pdf" in names
    assert not any("2026-002_opbouwschema_v3" in name for name in names)
    assert sum("_gesprek_v1_" in name for name in names) == 11
    assert sum("_evaluatie_v1_" in name for name in names) == 20
    assert "CONCEPT" in text_of(tmp_path / "uit" / "2026-002_gesprek_concept.pdf")
    assert "Gespreksagenda" in text_of(tmp_path / "uit" / "2026-002_gesprek_agenda.pdf")
    assert "CONCEPT" not in text_of(tmp_path / "uit" / "2026-002_gesprek_om_in_te_vullen.pdf")
    desk = Workspace.open(made[0], EXAMPLE_PASSWORD, lambda: NOW)
    assert len(desk.store.cases.all()) == 3
    desk.close()


@pytest.mark.usefixtures("told_before")
def test_a_second_time_replaces_only_what_was_made_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examples, "example_papers", lambda _desk: iter([("oud.pdf", b"%PDF-oud")]))
    make(tmp_path)
    (tmp_path / "eigen.pdf").write_bytes(b"van de gebruiker")
    monkeypatch.setattr(examples, "example_papers", lambda _desk: iter([("nieuw.pdf", b"%PDF-nieuw")]))

    make(tmp_path)

    assert not (tmp_path / "oud.pdf").exists()
    assert (tmp_path / "nieuw.pdf").exists()
    assert (tmp_path / "eigen.pdf").read_bytes() == b"van de gebruiker"


@pytest.mark.usefixtures("told_before")
def test_the_list_never_clears_outside_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examples, "example_papers", lambda _desk: iter(()))
    outside = tmp_path / "buiten.pdf"
    outside.write_bytes(b"blijft")
    folder = tmp_path / "uit"
    folder.mkdir()
    (folder / LIST_NAME).write_text("../buiten.pdf\n\n..\nweg.pdf\n", encoding="utf-8")

    make(folder)

    assert outside.read_bytes() == b"blijft"


def test_a_file_of_somebody_else_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / examples.FILE_NAME).write_bytes(b"van iemand anders")

    with pytest.raises(KnownError):
        make(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [examples.FILE_NAME]


@pytest.mark.usefixtures("told_before")
def test_making_them_that_breaks_off_is_cleared_the_next_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_desk: Workspace) -> Iterator[tuple[str, bytes]]:
        yield "half.pdf", b"%PDF-"
        raise KnownError("De schijf is vol.", "Maak ruimte.", code="schijf_vol")

    monkeypatch.setattr(examples, "example_papers", broken)
    with pytest.raises(KnownError):
        make(tmp_path)
    monkeypatch.setattr(examples, "example_papers", lambda _desk: iter(()))

    make(tmp_path)

    assert not (tmp_path / "half.pdf").exists()


@pytest.mark.usefixtures("told_before")
def test_the_program_says_where_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(examples, "now", lambda: NOW)
    monkeypatch.setattr(examples, "example_papers", lambda _desk: iter([("a.pdf", b"%PDF-"), ("b.pdf", b"%PDF-")]))
    monkeypatch.setattr("reintegratie_desktop.services.workspace.DEFAULT_KDF", KdfParams.for_tests())
    monkeypatch.setattr(sys, "argv", ["voorbeelden", str(tmp_path)])

    assert main() == 0
    printed = capsys.readouterr()
    assert f"2 papieren als PDF staan in {tmp_path}." in printed.out
    assert "Het wachtwoord is: voorbeeld" in printed.out
    assert printed.err == ""


@pytest.mark.parametrize("arguments", [[], ["a", "b"], ["--help"]])
def test_a_wrong_call_is_one_sentence(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err == "Geef één map op: hier komen de voorbeelden te staan.\n"


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bestand").write_bytes(b"")

    assert main([str(tmp_path / "bestand" / "uit")]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
