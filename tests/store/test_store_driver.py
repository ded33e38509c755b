"""The driver: encrypted, new enough, loaded late, one family of errors."""

import subprocess
import sys

import pytest

from reintegratie_desktop.store import driver
from reintegratie_desktop.text.errors import BugError


def test_the_library_encrypts_and_is_new_enough() -> None:
    loaded = driver.load()
    driver.check_versions(loaded.sqlite_version, loaded.cipher_version)
    assert driver.load() is loaded


@pytest.mark.parametrize(
    ("sqlite", "cipher"),
    [("3.53.4", ""), ("3.51.2", "4.19.0 community"), ("3.53.4", "4.5.7 community"), ("3.9", "4.9")],
)
def test_a_library_without_encryption_or_too_old_is_refused(sqlite: str, cipher: str) -> None:
    with pytest.raises(BugError):
        driver.check_versions(sqlite, cipher)


def test_sqlite_utils_raises_the_errors_of_the_driver() -> None:
    loaded = driver.load()
    database = loaded.database(loaded.dbapi.connect(":memory:", isolation_level=None))
    with pytest.raises(driver.errors()):
        database.execute("SELECT nothing")
    database.table("lijst").drop(ignore=True)
    database.close()


def test_heavy_libraries_are_loaded_only_when_a_file_is_opened() -> None:
    source = """
import sys
from reintegratie_desktop.store import (attachments, cases, connection, drafts, erasure, journal, papers, records,
                                        recovery, settings, strength)
heavy = {"sqlcipher3", "sqlite_utils", "sqlite3", "argon2", "cryptography", "zxcvbn", "click"} & set(sys.modules)
assert not heavy, heavy
"""
    subprocess.run([sys.executable, "-c", source], check=True)
