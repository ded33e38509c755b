"""The key file and the password."""

import json
import random
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.store import keys
from reintegratie_desktop.store.connection import DataFile, create_file, open_file, open_with_key, renew_password
from reintegratie_desktop.store.errors import (
    FileExists,
    KeyFileDamaged,
    KeyFileMissing,
    PasswordNeeded,
    TooLittleMemory,
    WrongPassword,
)
from reintegratie_desktop.store.keys import KdfParams, KeySlot
from reintegratie_desktop.store.recovery import WrongRecoveryCode, data_key_from_code, recovery_code
from reintegratie_desktop.store.strength import password_strength
from reintegratie_desktop.text.errors import BugError

CHEAP = KdfParams.for_tests()


@given(st.text(min_size=1, max_size=40), st.binary(min_size=32, max_size=32))
@settings(max_examples=60, deadline=None)
def test_a_wrapped_key_comes_back_with_its_password(password: str, data_key: bytes) -> None:
    slot = KeySlot.from_bytes(keys.wrap(data_key, password, CHEAP, file_salt=b"x" * 16).to_bytes())
    assert keys.unwrap(slot, password) == data_key
    assert slot.file_salt == b"x" * 16


@given(st.text(min_size=1, max_size=12), st.text(max_size=12))
@settings(max_examples=60, deadline=None)
def test_no_other_password_opens_the_slot(password: str, other: str) -> None:
    slot = keys.wrap(b"k" * 32, password, CHEAP)
    for wrong in {other, password + " ", password[:-1], password + "\x00", password + password, ""}:
        if unicodedata.normalize("NFC", wrong) != unicodedata.normalize("NFC", password):
            with pytest.raises(WrongPassword):
                keys.unwrap(slot, wrong)


def test_capitals_matter() -> None:
    with pytest.raises(WrongPassword) as caught:
        keys.unwrap(keys.wrap(b"k" * 32, "Appelboom", CHEAP), "appelboom")
    assert caught.value.code == "wachtwoord"
    assert "hoofdletters" in caught.value.next_step


@pytest.mark.parametrize("made", ["NFC", "NFD"])
@pytest.mark.parametrize("typed", ["NFC", "NFD"])
def test_an_accent_typed_on_another_system_opens_the_file(made: Any, typed: Any) -> None:
    slot = keys.wrap(b"k" * 32, unicodedata.normalize(made, "crème brûlée"), CHEAP)
    assert keys.unwrap(slot, unicodedata.normalize(typed, "crème brûlée")) == b"k" * 32


@pytest.mark.parametrize("form", ["NFD", "raw"])
def test_a_slot_made_from_another_spelling_opens_too(monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    spelling = {"NFD": "e\u0301e\u0301n", "raw": "\u00e9e\u0301n"}[form]
    with monkeypatch.context() as patch:
        patch.setattr(unicodedata, "normalize", lambda _form, text: text)
        slot = keys.wrap(b"k" * 32, spelling, CHEAP)
    assert keys.unwrap(slot, spelling) == b"k" * 32


def test_an_empty_password_is_refused() -> None:
    with pytest.raises(PasswordNeeded):
        keys.wrap(b"k" * 32, "", CHEAP)


@pytest.mark.parametrize(
    "weak", [KdfParams(memory_kib=32 * 1024), KdfParams(passes=2), KdfParams(lanes=17), KdfParams(memory_kib=2**31)]
)
def test_weak_or_absurd_parameters_are_never_written(weak: KdfParams) -> None:
    with pytest.raises(BugError):
        keys.wrap(b"k" * 32, "appelboom", weak)


def test_the_default_is_strong_and_works() -> None:
    assert keys.DEFAULT_KDF.memory_kib >= 64 * 1024
    assert keys.DEFAULT_KDF.passes >= 3
    floor = KdfParams(memory_kib=keys.FLOOR_MEMORY_KIB, passes=keys.FLOOR_PASSES)
    for params in (keys.DEFAULT_KDF, floor):
        assert keys.unwrap(keys.wrap(b"k" * 32, "appelboom", params), "appelboom") == b"k" * 32


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("geheugen_kib", 64 * 1024 * 1024),
        ("geheugen_kib", 0),
        ("geheugen_kib", True),
        ("geheugen_kib", "64"),
        ("rondes", 10**9),
        ("rondes", 0),
        ("banen", 1000),
        ("banen", -1),
        ("zout", ""),
        ("zout", 5),
    ],
)
def test_a_crafted_key_file_cannot_ask_for_an_absurd_amount_of_work(part: str, value: Any) -> None:
    body = json.loads(keys.wrap(b"k" * 32, "appelboom", CHEAP).to_bytes())
    body["kdf"][part] = value
    del body["controle"]
    body["controle"] = keys._checksum(body)
    with pytest.raises(ValueError, match=r"key file|whole|hexadecimal"):
        KeySlot.from_bytes(json.dumps(body).encode())


def test_a_lowered_cost_is_noticed() -> None:
    slot = keys.wrap(b"k" * 32, "appelboom", CHEAP)
    with pytest.raises(WrongPassword):
        keys.unwrap(replace(slot, kdf=replace(CHEAP, passes=2)), "appelboom")


def test_too_little_memory_is_said_calmly(monkeypatch: pytest.MonkeyPatch) -> None:
    from argon2 import low_level
    from argon2.exceptions import HashingError

    def fail(*_arguments: object) -> bytes:
        raise HashingError("Memory allocation error")

    monkeypatch.setattr(low_level, "hash_secret_raw", fail)
    with pytest.raises(TooLittleMemory):
        keys.wrap(b"k" * 32, "appelboom", CHEAP)


def test_a_damaged_key_file_is_damaged_and_never_another_key(data_file: DataFile, now: datetime, password: str) -> None:
    path, key = data_file.path, data_file.data_key
    data_file.close()
    key_file = keys.key_file_for(path)
    sound = key_file.read_bytes()
    chance = random.Random(20261123)
    refused = 0
    for number in range(300):
        broken = bytearray(sound)
        if number % 3 == 0:
            broken = broken[: chance.randrange(len(broken))]
        elif number % 3 == 1:
            broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
        else:
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        key_file.write_bytes(broken)
        try:
            assert keys.unwrap(keys.read_slot(path), password) == key
        except KeyFileDamaged:
            refused += 1
        assert key_file.read_bytes() == broken
    assert refused > 200
    key_file.write_bytes(b"[" * 16_000)
    with pytest.raises(KeyFileDamaged):
        open_file(path, password, now=now)
    key_file.write_bytes(sound + b" " * 20_000)
    with pytest.raises(KeyFileDamaged):
        keys.read_slot(path)


@pytest.mark.parametrize("content", [b"", b"[]", b"5", b'"x"', b"null", b"{}", b'{"kdf": 5}', b"\xff"])
def test_something_else_in_place_of_a_key_file(content: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        KeySlot.from_bytes(content)


def test_a_missing_key_file_says_where_it_should_be(path: Path) -> None:
    with pytest.raises(KeyFileMissing) as caught:
        keys.read_slot(path)
    assert str(path) + ".sleutel" in caught.value.next_step


def test_changing_the_password_only_wraps_the_key_anew(
    data_file: DataFile, now: datetime, password: str, kdf: KdfParams
) -> None:
    path = data_file.path
    data_file.close()
    before = path.read_bytes()
    with pytest.raises(WrongPassword):
        keys.change_password(path, "iets anders", "nieuwe woorden", kdf)
    keys.change_password(path, password, "nieuwe woorden", kdf)
    assert path.read_bytes() == before
    with pytest.raises(WrongPassword):
        open_file(path, password, now=now)
    open_file(path, "nieuwe woorden", now=now).close()
    assert not [p for p in path.parent.iterdir() if "deel" in p.name]


def test_a_failing_change_leaves_the_old_password(
    data_file: DataFile, now: datetime, password: str, kdf: KdfParams, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = data_file.path
    data_file.close()
    names = sorted(p.name for p in path.parent.iterdir())

    def refuse(source: Path, target: object) -> Path:
        raise PermissionError(13, "refused")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        with pytest.raises(Exception, match="opgeslagen"):
            keys.change_password(path, password, "nieuwe woorden", kdf)
    assert sorted(p.name for p in path.parent.iterdir()) == names
    open_file(path, password, now=now).close()


def test_the_recovery_code_opens_a_file_without_its_key_file(
    path: Path, kdf: KdfParams, now: datetime, password: str, filler: Callable[..., Any], everything: Callable[..., Any]
) -> None:
    with create_file(path, password, now=now, kdf=kdf) as made:
        filler(made, now, "merk")
        code, content = recovery_code(made.data_key), everything(made)
    keys.key_file_for(path).unlink()
    with open_with_key(path, data_key_from_code(code), now=now) as opened:
        assert everything(opened) == content
        renew_password(opened, "nieuwe woorden", kdf)
    open_file(path, "nieuwe woorden", now=now).close()
    with open_with_key(path, data_key_from_code(code), now=now) as opened:
        renew_password(opened, "nog nieuwer", kdf)
    open_file(path, "nog nieuwer", now=now).close()


@given(st.binary(min_size=32, max_size=32), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_a_recovery_code_survives_paper_and_notices_one_wrong_character(data_key: bytes, chance: random.Random) -> None:
    code = recovery_code(data_key)
    assert [len(group) for group in code.split()] == [5] * 12
    assert data_key_from_code(code.lower().replace(" ", "-").replace("1", "l").replace("0", "O")) == data_key
    place = chance.choice([i for i, character in enumerate(code) if character != " "])
    other = chance.choice([c for c in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" if c != code[place]])
    with pytest.raises(WrongRecoveryCode):
        data_key_from_code(code[:place] + other + code[place + 1 :])


@pytest.mark.parametrize("typed", ["", "12345", "U" * 60, "1" + "Z" * 59, "€" * 60])
def test_something_else_than_a_recovery_code(typed: str) -> None:
    with pytest.raises(WrongRecoveryCode) as caught:
        data_key_from_code(typed)
    assert ("60" in caught.value.message) == (len(typed) != 60)


def test_an_existing_key_file_is_never_overwritten(path: Path, kdf: KdfParams, now: datetime, password: str) -> None:
    keys.key_file_for(path).write_bytes(b"iemands sleutel")
    with pytest.raises(FileExists) as caught:
        create_file(path, password, now=now, kdf=kdf)
    assert ".sleutel" in caught.value.message
    assert keys.key_file_for(path).read_bytes() == b"iemands sleutel"
    assert not path.exists()
    with pytest.raises(FileExists):
        keys.write_slot(path, keys.wrap(b"k" * 32, password, kdf), new=True)


@pytest.mark.parametrize(
    ("password", "lowest", "highest", "word"),
    [
        ("", 0, 0, "woorden"),
        ("Welkom01", 0, 1, "Maak het langer"),
        ("wachtwoord123", 0, 2, "Maak het langer"),
        ("Bakkerij2026", 0, 2, "Maak het langer"),
        ("welkomwelkomwelkomwelkom", 0, 2, "voorspelbaar"),
        ("x9$Kq!2mVz", 3, 4, "sterker"),
        ("lepel gordijn wolkbreuk zadel", 4, 4, "goed wachtwoord"),
        ("a" * 500, 0, 2, "voorspelbaar"),
        ("lepel gordijn wolkbreuk zadel " * 50, 3, 4, "goed wachtwoord"),
    ],
)
def test_strength_is_told_in_plain_dutch(password: str, lowest: int, highest: int, word: str) -> None:
    strength = password_strength(password)
    assert lowest <= strength.score <= highest
    assert strength.is_enough == (strength.score >= 3)
    assert word in strength.advice
    assert strength.label


def test_names_from_the_file_make_a_password_weak() -> None:
    assert password_strength("Kruidenhoek77", ("kruidenhoek",)).score < password_strength("Kruidenhoek77").score
