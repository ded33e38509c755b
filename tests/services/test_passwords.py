"""The slow step from a password to a key, apart from opening the file."""

from datetime import datetime
from pathlib import Path

import pytest

from reintegratie_desktop.services import passwords
from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.store.keys import KdfParams, key_file_for
from reintegratie_desktop.text.errors import KnownError

PASSWORD = "vier losse woorden samen"
QUICK = KdfParams.for_tests()


def clock() -> datetime:
    return datetime(2026, 11, 23, 21, 47)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    passwords.key_of_new_file(tmp_path / "proef.reintegratie", PASSWORD, clock, kdf=QUICK)
    return tmp_path / "proef.reintegratie"


def test_a_new_file_opens_with_the_key_it_came_with(tmp_path: Path) -> None:
    key = passwords.key_of_new_file(tmp_path / "nieuw.reintegratie", PASSWORD, clock, kdf=QUICK)
    desk = passwords.open_unlocked(key, clock)
    assert desk.employees() == ()
    desk.close()


def test_the_key_of_a_password_opens_the_file(path: Path) -> None:
    desk = passwords.open_unlocked(passwords.unlock(path, PASSWORD), clock)
    assert desk.path == path
    desk.close()


def test_a_key_does_not_show_itself(path: Path) -> None:
    key = passwords.unlock(path, PASSWORD)
    assert key.data_key.hex() not in repr(key)
    assert str(key.data_key) not in repr(key)


def test_another_password_is_refused(path: Path) -> None:
    with pytest.raises(KnownError) as told:
        passwords.unlock(path, "een ander wachtwoord")
    assert told.value.code == "wachtwoord"


@pytest.mark.parametrize("broken", ["weg", "geen", "sleutel"])
def test_a_file_that_cannot_be_ours_says_so(path: Path, broken: str) -> None:
    if broken == "weg":
        path.unlink()
    elif broken == "geen":
        path.write_bytes(b"SQLite format 3\0" + bytes(8192))
    else:
        key_file_for(path).unlink()
    with pytest.raises(KnownError) as told:
        passwords.unlock(path, PASSWORD)
    assert told.value.code == {"weg": "bestand_weg", "geen": "geen_gegevensbestand", "sleutel": "sleutel_weg"}[broken]


def test_a_key_file_of_another_file_is_named_as_such(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "ander.reintegratie"
    passwords.key_of_new_file(other, PASSWORD, clock, kdf=QUICK)
    key_file_for(path).write_bytes(key_file_for(other).read_bytes())
    key = passwords.unlock(path, PASSWORD)
    with pytest.raises(KnownError) as told:
        passwords.open_unlocked(key, clock)
    assert told.value.code == "sleutel_hoort_niet"


def test_a_wrong_key_is_a_damaged_file_when_the_key_file_is_right(path: Path) -> None:
    with pytest.raises(KnownError) as told:
        passwords.open_unlocked(passwords.UnlockedKey(path, bytes(32)), clock)
    assert told.value.code == "beschadigd"


def test_the_recovery_sheet_opens_the_file_and_sets_another_password(path: Path) -> None:
    desk = passwords.open_unlocked(passwords.unlock(path, PASSWORD), clock)
    code = passwords.code_of(desk)
    desk.close()
    key = passwords.key_from_code(path, code.lower().replace(" ", "-"))
    desk = passwords.open_unlocked(key, clock)
    passwords.set_password(desk, "heel iets anders nu", kdf=QUICK)
    desk.close()
    again = Workspace.open(path, "heel iets anders nu", clock)
    assert again.path == path.resolve()
    again.close()
    with pytest.raises(KnownError):
        Workspace.open(path, PASSWORD, clock)


def test_changing_the_password_asks_for_the_old_one(path: Path) -> None:
    desk = passwords.open_unlocked(passwords.unlock(path, PASSWORD), clock)
    with pytest.raises(KnownError):
        passwords.change(desk, "niet dit", "nieuw wachtwoord", kdf=QUICK)
    passwords.change(desk, PASSWORD, "nieuw wachtwoord", kdf=QUICK)
    desk.close()
    Workspace.open(path, "nieuw wachtwoord", clock).close()


def test_strength_is_told_in_words() -> None:
    assert passwords.strength("welkom").label != passwords.strength("paars fiets wolken drop kaas").label
