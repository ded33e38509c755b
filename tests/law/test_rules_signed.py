"""A file with rules is taken from who signed it, byte for byte, and from nobody else."""

import json
import random
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.bundled import bundled_path
from reintegratie_desktop.law import signed
from reintegratie_desktop.law.parameters import LawDataError
from reintegratie_desktop.law.signed import open_signed, shipped_keys
from reintegratie_desktop.text.errors import KnownError
from tests.rules_files import KEY, KEYS, OTHER_KEY, public_of, rules_file, rules_texts

FILE = rules_file()
SMALL = rules_file({"versie.toml": b"a = 1\n", "x.toml": "b = 'één'\n".encode()})


def refusal(content: bytes, keys: dict[str, bytes] | None = None) -> KnownError:
    with pytest.raises(KnownError) as caught:
        open_signed(content, KEYS if keys is None else keys)
    assert caught.value.next_step
    return caught.value


def changed(content: bytes = SMALL, **changes: Any) -> bytes:
    """Return the file with other values, written as the program writes it; None takes a key away."""
    data = {**json.loads(content), **changes}
    kept = {key: value for key, value in data.items() if value is not None}
    return (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode()


def test_what_was_signed_comes_out_as_it_went_in() -> None:
    assert open_signed(FILE, KEYS) == rules_texts()
    assert json.loads(FILE)["soort"] == "reintegratie-regels"
    assert len(FILE) * 10 < signed.LARGEST


def test_a_change_of_any_byte_of_a_small_file_is_refused() -> None:
    for place in range(len(SMALL)):
        for other in {SMALL[place] ^ 1, SMALL[place] ^ 32, 32, 10} - {SMALL[place]}:
            refusal(SMALL[:place] + bytes([other]) + SMALL[place + 1 :])


def test_a_byte_more_or_less_is_refused_anywhere() -> None:
    for place in range(len(SMALL)):
        refusal(SMALL[:place] + SMALL[place + 1 :])
        refusal(SMALL[:place] + b" " + SMALL[place:])
    refusal(SMALL + b" ")
    refusal(SMALL[:-1])
    refusal(b"\xef\xbb\xbf" + SMALL)
    refusal(SMALL.replace(b"\n", b"\r\n"))


def test_a_change_in_the_whole_rules_is_refused() -> None:
    chance = random.Random(7)
    for place in [0, 1, len(FILE) // 2, len(FILE) - 2, len(FILE) - 1, *chance.sample(range(len(FILE)), 40)]:
        refusal(FILE[:place] + bytes([FILE[place] ^ 1]) + FILE[place + 1 :])
    assert refusal(FILE.replace(b"value = 42", b"value = 43", 1)).code == "regels_veranderd"


@settings(max_examples=80, deadline=None)
@given(st.one_of(st.binary(max_size=80), st.text(max_size=80).map(str.encode)))
def test_anything_else_is_no_file_with_rules(content: bytes) -> None:
    assert refusal(content).code == "regels_vorm"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"null",
        b"{}",
        b"[" * 100_000,
        b'{"soort": "reintegratie-regels", "formaat": ' + b"9" * 5000 + b"}",
        b'{"soort": "iets anders"}',
        changed(bestanden=None),
        changed(bestanden=[]),
        changed(bestanden={"../x.toml": ""}),
        changed(bestanden={"x.txt": ""}),
        changed(bestanden={"x.toml": 1}),
        changed(formaat=0),
        changed(formaat="1"),
        changed(extra=1),
        changed(sleutel=["a"]),
        changed(handtekening={"a": 1}),
        b" " * (signed.LARGEST + 1),
    ],
    ids=range(18),
)
def test_a_file_of_another_shape_is_refused(content: bytes) -> None:
    error = refusal(content)
    assert error.code == "regels_vorm"
    assert ".regels" in error.next_step


def test_a_file_that_is_written_otherwise_is_refused_although_it_says_the_same() -> None:
    data = json.loads(SMALL)
    assert refusal(json.dumps(data).encode()).code == "regels_veranderd"
    swapped = {key: data[key] for key in reversed(data)}
    assert refusal((json.dumps(swapped, ensure_ascii=False, indent=1) + "\n").encode()).code == "regels_veranderd"
    twice = SMALL.replace(b'"formaat": 1,', b'"formaat": 1,\n "formaat": 1,')
    assert refusal(twice).code == "regels_veranderd"
    assert refusal(changed(formaat=True)).code == "regels_veranderd"
    assert refusal(changed(formaat=1.0)).code == "regels_veranderd"
    half = SMALL.replace("één".encode(), b"\\ud800")
    assert refusal(half).code == "regels_veranderd"


@pytest.mark.parametrize("key", ["handtekening", "sleutel"])
@pytest.mark.parametrize("value", [None, ""])
def test_a_file_without_signature_is_called_so(key: str, value: str | None) -> None:
    error = refusal(changed(SMALL, **{key: value}))
    assert error.code == "regels_ondertekening"
    assert "niet ondertekend" in error.message


def test_a_signature_of_somebody_else_is_refused() -> None:
    theirs = rules_file(key=OTHER_KEY)
    assert refusal(theirs).code == "regels_sleutel"
    # Somebody who calls his key by our name is not us.
    ours = json.loads(SMALL)["sleutel"]
    forged = signed.signed_file({"x.toml": b""}, public_of(KEY), OTHER_KEY.sign)
    assert json.loads(forged)["sleutel"] == ours
    assert refusal(forged).code == "regels_veranderd"


def test_a_signature_in_another_spelling_or_of_another_length_is_refused() -> None:
    signature = b64decode(json.loads(SMALL)["handtekening"])
    for wrong in (signature[:-1], signature + b"\0", b"\0" * 64, bytes(signature[32:]) + signature[:32]):
        assert refusal(changed(handtekening=b64encode(wrong).decode())).code == "regels_veranderd"
    told = b64encode(signature).decode()
    assert refusal(changed(handtekening=told + "\n")).code == "regels_veranderd"
    assert refusal(changed(handtekening="geen base64!")).code == "regels_veranderd"
    # The last sign before == carries bits that nobody reads.
    spare = told[:-3] + chr(ord(told[-3]) + 1) + "=="
    assert b64decode(spare) == signature
    assert refusal(changed(handtekening=spare)).code == "regels_veranderd"


def test_a_signature_under_something_else_does_not_fit_rules() -> None:
    bare = signed.signed_file({"x.toml": b""}, public_of(KEY), lambda message: KEY.sign(message.partition(b"\0")[2]))
    assert refusal(bare).code == "regels_veranderd"


def test_a_format_of_later_asks_for_a_newer_program() -> None:
    error = refusal(b'{"soort": "reintegratie-regels", "formaat": 2, "iets": "nieuws"}')
    assert error.code == "regels_programma"
    assert "Werk eerst het programma bij" in error.next_step


def test_a_program_that_knows_no_key_accepts_nothing() -> None:
    error = refusal(FILE, {})
    assert error.code == "regels_geen_sleutel"
    assert "nieuwe versie" in error.next_step


# --- the keys that ship ---------------------------------------------------------------------------------------------


def test_the_keys_that_ship_can_be_read_and_no_private_key_does() -> None:
    assert all(len(key) == 32 for key in shipped_keys().values())
    folder = bundled_path("resources")
    assert not [path for path in folder.rglob("*") if path.is_file() and b"PRIVATE KEY" in path.read_bytes()]


def test_a_keys_file_holds_a_key_a_line(tmp_path: Path) -> None:
    place = tmp_path / "sleutels.txt"
    lines = ["# uitleg", "", b64encode(public_of(KEY)).decode(), f"{b64encode(public_of(OTHER_KEY)).decode()}  # oud"]
    place.write_text("\n".join(lines), encoding="utf-8")
    assert shipped_keys(place) == {**KEYS, signed.key_name(public_of(OTHER_KEY)): public_of(OTHER_KEY)}


@pytest.mark.parametrize("line", ["abc", "!", b64encode(b"kort").decode(), b64encode(bytes(33)).decode()])
def test_a_broken_key_is_a_mistake_of_ours(tmp_path: Path, line: str) -> None:
    place = tmp_path / "sleutels.txt"
    place.write_text(line, encoding="utf-8")
    with pytest.raises(LawDataError, match="is no public key"):
        shipped_keys(place)
