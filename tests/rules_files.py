"""Rules files for tests, signed with a key that was made for them."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from reintegratie_desktop.bundled import bundled_path, keeping
from reintegratie_desktop.law import signed
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.law.files import texts_of
from reintegratie_desktop.law.place import installed_path

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER_KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
SHIPPED = texts_of(bundled_path("resources", "wet"))
NEWER = "2026.2"


def public_of(key: Ed25519PrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


KEYS = {signed.key_name(public_of(KEY)): public_of(KEY)}


def rules_texts(
    version: str = NEWER,
    day: str = "2026-11-22",
    program: str = "0.1.0",
    changes: dict[str, tuple[str, str]] | None = None,
) -> dict[str, bytes]:
    """Return the files of the law as another edition; `changes` gives per file what is replaced once, and by what."""
    texts = dict(SHIPPED)
    texts["versie.toml"] = f'version = "{version}"\ndate = {day}\nprogram = "{program}"\n'.encode()
    for name, (old, new) in (changes or {}).items():
        text = texts[name].decode()
        assert old in text, f"{name} no longer holds {old!r}"
        texts[name] = text.replace(old, new, 1).encode()
    return texts


def sick_report_within(days: int) -> dict[str, tuple[str, str]]:
    """Return the change of one term, that is easy to see in a case."""
    return {"termijnen.toml": ("value = 7,", f"value = {days},")}


def rules_file(texts: dict[str, bytes] | None = None, key: Ed25519PrivateKey = KEY) -> bytes:
    return signed.signed_file(rules_texts() if texts is None else texts, public_of(key), key.sign)


def install(content: bytes) -> Path:
    """Put a file where loaded rules stand, without asking anybody, and let the law be read anew."""
    place = installed_path()
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    load_law.cache_clear()
    return place


@contextmanager
def accepting(monkeypatch: pytest.MonkeyPatch, folder: Path, keys: dict[str, bytes] | None = None) -> Iterator[None]:
    """Let the program know our key, and keep what it parses in a folder of the test."""
    known = KEYS if keys is None else keys
    monkeypatch.setattr(signed, "shipped_keys", lambda _place=None: known)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(keeping, "keep_path", lambda name: str(folder / f"bewaard.{name}"))
    load_law.cache_clear()
    try:
        yield
    finally:
        load_law.cache_clear()
