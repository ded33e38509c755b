"""The tool of a release: it makes a key outside the repository, and signs only rules the program can count with."""

import stat
import sys
from base64 import b64decode
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reintegratie_desktop.law import signed
from reintegratie_desktop.services.rules import load_rules
from tests.rules_files import accepting, rules_texts, sick_report_within

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

import regels_tekenen  # noqa: E402 - stands outside the package

WORD = "een heel lang wachtwoord"


@pytest.fixture(autouse=True)
def _no_question(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getpass", lambda _words: pytest.fail("no password may be asked for"))


@pytest.fixture
def password(tmp_path: Path) -> Path:
    place = tmp_path / "woord.txt"
    place.write_text(f"{WORD}\n", encoding="utf-8")
    return place


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "wet"
    place.mkdir()
    for name, text in rules_texts(changes=sick_report_within(5)).items():
        (place / name).write_bytes(text)
    return place


@pytest.fixture
def key(tmp_path: Path, password: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Path, bytes]:
    place = tmp_path / "geheim.pem"
    assert regels_tekenen.main(["--wachtwoord-bestand", str(password), "sleutel", str(place)]) == 0
    line = capsys.readouterr().out.splitlines()[-1]
    return place, b64decode(line)


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, key: tuple[Path, bytes]) -> Iterator[None]:
    public = key[1]
    with accepting(monkeypatch, tmp_path, {signed.key_name(public): public}):
        yield


def test_a_key_and_a_signed_file_are_what_the_program_takes(
    key: tuple[Path, bytes], password: Path, folder: Path, tmp_path: Path, home: None
) -> None:
    place, public = key
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert b"ENCRYPTED" in place.read_bytes()
    assert len(public) == 32
    target = tmp_path / "2026-2.regels"
    given = ["--wachtwoord-bestand", str(password), "teken", str(folder), str(target), "--sleutel", str(place)]
    assert regels_tekenen.main(given) == 0
    assert load_rules(target, date(2026, 11, 23)).values == 1
    assert [path.name for path in tmp_path.glob("*.deel")] == []


def stopped(capsys: pytest.CaptureFixture[str], *given: str) -> str:
    with pytest.raises(SystemExit) as left:
        regels_tekenen.main(given)
    assert left.value.code == 2
    return capsys.readouterr().err


def test_a_key_never_comes_into_the_repository_nor_over_another(
    key: tuple[Path, bytes], password: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    option = ("--wachtwoord-bestand", str(password))
    inside = ROOT / "resources" / "geheim.pem"
    assert "hoort niet in deze map" in stopped(capsys, *option, "sleutel", str(inside))
    assert not inside.exists()
    before = key[0].read_bytes()
    assert "bestaat al" in stopped(capsys, *option, "sleutel", str(key[0]))
    assert key[0].read_bytes() == before
    password.write_text("kort", encoding="utf-8")
    assert "minstens 12 tekens" in stopped(capsys, *option, "sleutel", str(tmp_path / "nieuw.pem"))
    assert not (tmp_path / "nieuw.pem").exists()


def test_rules_that_do_not_fit_are_not_signed(
    key: tuple[Path, bytes], password: Path, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "2026-2.regels"
    given = ("--wachtwoord-bestand", str(password), "teken", str(folder), str(target), "--sleutel", str(key[0]))
    (folder / "premies.toml").unlink()
    assert "premie_aof" in stopped(capsys, *given)
    (folder / "versie.toml").unlink()
    assert "versie.toml misses" in stopped(capsys, *given)
    assert not target.exists()


def test_a_wrong_password_another_file_and_another_name_are_said(
    key: tuple[Path, bytes], password: Path, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    password.write_text("iets heel anders dan dat", encoding="utf-8")
    target = tmp_path / "2026-2.regels"
    common = ("--wachtwoord-bestand", str(password), "teken", str(folder))
    assert "Klopt het wachtwoord?" in stopped(capsys, *common, str(target), "--sleutel", str(key[0]))
    assert "Klopt het wachtwoord?" in stopped(capsys, *common, str(target), "--sleutel", str(tmp_path / "weg.pem"))
    assert "moet eindigen op .regels" in stopped(capsys, *common, str(tmp_path / "x.zip"), "--sleutel", str(key[0]))
    assert not target.exists()


def test_a_password_is_asked_for_twice_when_a_key_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = [WORD, WORD + "x", WORD, WORD]
    monkeypatch.setattr("getpass.getpass", lambda _words: answers.pop(0))
    place = tmp_path / "geheim.pem"
    assert "niet gelijk" in stopped(capsys, "sleutel", str(place))
    assert not place.exists()
    assert regels_tekenen.main(["sleutel", str(place)]) == 0
    assert place.exists()
