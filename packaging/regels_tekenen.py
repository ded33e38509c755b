#!/usr/bin/env python3
"""Makes the keys for rules files, and signs the rules of a folder as one file that the program can load.

    .venv/bin/python packaging/regels_tekenen.py sleutel ~/regels-geheim.pem
    .venv/bin/python packaging/regels_tekenen.py teken resources/wet 2027-1.regels --sleutel ~/regels-geheim.pem

The private key stands outside the repository, behind a password that is asked for (or read from the first line of a
file with --wachtwoord-bestand). The public key goes into resources/wet/openbare_sleutels.txt of the program that has to
accept the files. Before anything is written, the rules are read and held against those of this checkout exactly as the
program does it.
"""

import argparse
import getpass
import os
import sys
from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from reintegratie_desktop.law.book import Law, shipped_law  # noqa: E402 - after the path to this checkout
from reintegratie_desktop.law.files import parsed, texts_of  # noqa: E402
from reintegratie_desktop.law.fitting import check_fits  # noqa: E402
from reintegratie_desktop.law.installed import edition_of  # noqa: E402
from reintegratie_desktop.law.parameters import LawDataError  # noqa: E402
from reintegratie_desktop.law.signed import LARGEST, SUFFIX, key_name, open_signed, signed_file  # noqa: E402

LEAST_PASSWORD = 12


def stop(text: str) -> NoReturn:
    """End with a sentence instead of a traceback."""
    print(text, file=sys.stderr)
    raise SystemExit(2)


def public_bytes(key: Ed25519PrivateKey) -> bytes:
    """Return the 32 bytes of the public key."""
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def ask_password(file: Path | None, *, twice: bool = False) -> bytes:
    """Return the password of the private key, from a file or asked for."""
    if file is not None:
        lines = file.read_text(encoding="utf-8").splitlines()
        return (lines[0] if lines else "").encode()
    password = getpass.getpass("Wachtwoord van de sleutel: ")
    if twice and getpass.getpass("Nog een keer: ") != password:
        stop("De twee wachtwoorden zijn niet gelijk. Er is niets gemaakt.")
    return password.encode()


def make_key(target: Path, password: bytes) -> bytes:
    """Make a key pair, write the private half behind a password, and return the public half."""
    if target.resolve().is_relative_to(ROOT):
        stop("De geheime sleutel hoort niet in deze map. Kies een plaats daarbuiten.")
    if target.exists():
        stop(f"{target} bestaat al. Een sleutel wordt nooit overschreven.")
    if len(password) < LEAST_PASSWORD:
        stop(f"Kies een wachtwoord van minstens {LEAST_PASSWORD} tekens.")
    key = Ed25519PrivateKey.generate()
    content = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(password))
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    return public_bytes(key)


def read_key(place: Path, password: bytes) -> Ed25519PrivateKey:
    """Return the private key in a file."""
    try:
        key = load_pem_private_key(place.read_bytes(), password or None)
    except (OSError, ValueError, TypeError) as error:
        stop(f"De sleutel in {place} kunnen we niet lezen ({type(error).__name__}). Klopt het wachtwoord?")
    if not isinstance(key, Ed25519PrivateKey):
        stop(f"In {place} staat geen sleutel van de soort Ed25519.")
    return key


def sign_folder(folder: Path, key: Ed25519PrivateKey) -> bytes:
    """Return the signed file with the rules of a folder, after looking whether the program can count with them.

    Raises:
        LawDataError: the rules are not in order, or do not fit this program; the message names the file or key.
    """
    texts = texts_of(folder)
    law = Law.of(parsed(texts))
    if law.edition is None:
        raise LawDataError("versie.toml misses")
    check_fits(law, shipped_law())
    public = public_bytes(key)
    content = signed_file(texts, public, key.sign)
    if len(content) > LARGEST:
        raise LawDataError(f"the file takes {len(content)} bytes, and {LARGEST} is the most")
    # What was written is read back before anybody relies on it.
    assert open_signed(content, {key_name(public): public}) == texts
    return content


def main(arguments: Sequence[str] | None = None) -> int:
    """Make a key or sign a folder."""
    parser = argparse.ArgumentParser(prog="regels_tekenen.py", description="Sleutels maken en regels tekenen.")
    parser.add_argument("--wachtwoord-bestand", type=Path, help="het wachtwoord van de sleutel, op de eerste regel")
    tasks = parser.add_subparsers(dest="task", required=True)
    making = tasks.add_parser("sleutel", help="maak een sleutelpaar")
    making.add_argument("doel", type=Path)
    signing = tasks.add_parser("teken", help="teken de regels van een map")
    signing.add_argument("map", type=Path)
    signing.add_argument("doel", type=Path)
    signing.add_argument("--sleutel", type=Path, required=True)
    asked = parser.parse_args(arguments)
    if asked.task == "sleutel":
        public = make_key(asked.doel, ask_password(asked.wachtwoord_bestand, twice=True))
        print(f"De geheime sleutel staat in {asked.doel}. Bewaar haar en het wachtwoord op twee plaatsen.")
        print("Zet deze regel in resources/wet/openbare_sleutels.txt:")
        print(b64encode(public).decode())
        return 0
    if asked.doel.suffix != SUFFIX:
        stop(f"De naam van het bestand moet eindigen op {SUFFIX}.")
    key = read_key(asked.sleutel, ask_password(asked.wachtwoord_bestand))
    try:
        content = sign_folder(asked.map, key)
    except LawDataError as error:
        stop(f"Deze regels kunnen we niet tekenen: {error}")
    aside = asked.doel.with_name(f"{asked.doel.name}.deel")
    aside.write_bytes(content)
    aside.replace(asked.doel)
    edition = edition_of(Law.read(asked.map))
    print(f"De regels {edition.version} van {edition.date} staan getekend in {asked.doel}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
