"""One file with rules, and the signature that says who made them.

It is JSON: `soort`, `formaat`, `sleutel` (which public key), `bestanden` (the TOML files of the law by name) and
`handtekening` (Ed25519 over all the rest). It is written in one way only, and a file that is not written in exactly
that way is refused: no byte of it can change without anybody noticing.
"""

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from reintegratie_desktop.bundled import bundled_path
from reintegratie_desktop.law.parameters import LawDataError
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _

SUFFIX: Final = ".regels"
LARGEST: Final = 4 * 1024 * 1024
"""Bytes; the rules of 2026 take less than a tenth of a mebibyte."""
KIND: Final = "reintegratie-regels"
FORMAT: Final = 1
_CONTEXT: Final = b"reintegratie-regels 1\0"
"""Stands before what is signed, so that a signature under something else never fits rules."""
_FILE_NAME: Final = re.compile(r"[a-z0-9_]+\.toml")
_KEY_BYTES: Final = 32
_KEYS_FILE: Final = ("resources", "wet", "openbare_sleutels.txt")

Keys = Mapping[str, bytes]
"""Public keys (32 bytes) by what they are called in a file."""


def key_name(public_key: bytes) -> str:
    """Return what a public key is called in a file: the beginning of its fingerprint."""
    return sha256(public_key).hexdigest()[:16]


def shipped_keys(place: Path | None = None) -> dict[str, bytes]:
    """Return the public keys of whoever may sign rules; empty when this build accepts none.

    Raises:
        LawDataError: a line is no key.
    """
    lines = (place or bundled_path(*_KEYS_FILE)).read_text(encoding="utf-8").splitlines()
    keys = {}
    for line in filter(None, (line.partition("#")[0].strip() for line in lines)):
        try:
            key = b64decode(line, validate=True)
        except ValueError:
            key = b""
        if len(key) != _KEY_BYTES:
            raise LawDataError(f"{_KEYS_FILE[-1]}: {line!r} is no public key")
        keys[key_name(key)] = key
    return keys


def signed_file(texts: Mapping[str, bytes], public_key: bytes, sign: Callable[[bytes], bytes]) -> bytes:
    """Return the file with these TOML texts; `sign` makes the signature (64 bytes) under a message.

    Raises:
        ValueError: a text is no UTF-8.
    """
    data: dict[str, Any] = {
        "soort": KIND,
        "formaat": FORMAT,
        "sleutel": key_name(public_key),
        "bestanden": {name: text.decode() for name, text in sorted(texts.items())},
    }
    return _written({**data, "handtekening": b64encode(sign(_message(data))).decode()})


def open_signed(content: bytes, keys: Keys) -> dict[str, bytes]:
    """Return the TOML texts of a file whose signature fits.

    Raises:
        KnownError: the file is no file with rules, is not signed, was signed by somebody else, or was changed.
    """
    data = _read(content)
    if not keys:
        raise _error(
            "regels_geen_sleutel",
            _("Deze versie van het programma neemt nog geen bestanden met regels aan."),
            _("Er is nog geen sleutel om ze mee te controleren. Nieuwe regels komen met een nieuwe versie."),
        )
    key = keys.get(data["sleutel"])
    if key is None:
        raise _error(
            "regels_sleutel",
            _("Dit bestand met regels is ondertekend door iemand die dit programma niet kent."),
            _("Gebruik alleen een bestand van de makers van dit programma."),
        )
    if not _fits(data, key):
        raise _altered()
    return {name: text.encode() for name, text in data["bestanden"].items()}


def _read(content: bytes) -> dict[str, Any]:
    """Return what stands in a file that has the right shape and is written in the one right way."""
    if len(content) > LARGEST:
        raise _malformed()
    try:
        data = json.loads(content.decode())
    except (ValueError, RecursionError):
        raise _malformed() from None
    if not isinstance(data, dict) or data.get("soort") != KIND:
        raise _malformed()
    if type(data.get("formaat")) is int and data["formaat"] > FORMAT:
        raise _error(
            "regels_programma",
            _("Dit bestand met regels is gemaakt voor een nieuwere versie van het programma."),
            _("Werk eerst het programma bij, en laad de regels daarna."),
        )
    if not data.get("handtekening") or not data.get("sleutel"):
        raise _error(
            "regels_ondertekening",
            _("Dit bestand met regels is niet ondertekend."),
            _("Gebruik alleen een bestand van de makers van dit programma."),
        )
    if not _has_shape(data):
        raise _malformed()
    try:
        same = _written(data) == content
    except ValueError:  # half a sign in a text
        same = False
    if not same:
        raise _altered()
    return data


def _has_shape(data: Mapping[str, Any]) -> bool:
    files = data.get("bestanden")
    return (
        set(data) == {"soort", "formaat", "sleutel", "bestanden", "handtekening"}
        and data["formaat"] == FORMAT
        and all(isinstance(data[name], str) for name in ("sleutel", "handtekening"))
        and isinstance(files, dict)
        and all(_FILE_NAME.fullmatch(name) and isinstance(text, str) for name, text in files.items())
    )


def _written(data: Mapping[str, Any]) -> bytes:
    return (json.dumps(_in_order(data), ensure_ascii=False, indent=1) + "\n").encode()


def _in_order(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data with its keys and files in the one order in which they are written and signed."""
    files = dict(sorted(data["bestanden"].items()))
    found = {"soort": KIND, "formaat": FORMAT, "sleutel": data["sleutel"], "bestanden": files}
    return {**found, "handtekening": data["handtekening"]} if "handtekening" in data else found


def _message(data: Mapping[str, Any]) -> bytes:
    """Return what is signed: everything but the signature."""
    rest = {key: value for key, value in data.items() if key != "handtekening"}
    return _CONTEXT + _written(rest)


def _fits(data: Mapping[str, Any], key: bytes) -> bool:
    """Tell whether the signature of a file was made over its content, with the private half of a key."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - only where rules were loaded
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

    try:
        told = str(data["handtekening"])
        signature = b64decode(told, validate=True)
        Ed25519PublicKey.from_public_bytes(key).verify(signature, _message(data))
    except (ValueError, InvalidSignature):
        return False
    return b64encode(signature).decode() == told


def _error(code: str, sentence: str, next_step: str) -> KnownError:
    return KnownError(sentence, next_step, code=code)


def _malformed() -> KnownError:
    return _error(
        "regels_vorm",
        _("Dit is geen bestand met regels voor dit programma, of het is niet heel."),
        _("Kies een bestand dat eindigt op .regels, of haal het opnieuw op bij de makers van dit programma."),
    )


def _altered() -> KnownError:
    return _error(
        "regels_veranderd",
        _("Dit bestand met regels is veranderd nadat het werd ondertekend."),
        _("Haal het opnieuw op bij de makers van dit programma."),
    )
