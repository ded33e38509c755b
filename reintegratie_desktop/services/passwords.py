"""Passwords: how strong one is, and the slow step from a password to the key of a file, apart from opening it.

Deriving a key takes most of a second and touches no database, so a window does it in another thread and then opens the
file with the key in its own.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.unlocking import UnlockedKey, load_wrapping, unlock
from reintegratie_desktop.store import driver
from reintegratie_desktop.store.connection import create_file, open_with_key, renew_password
from reintegratie_desktop.store.errors import DamagedFile, KeyFileMismatch
from reintegratie_desktop.store.keys import (
    DEFAULT_KDF,
    KdfParams,
    change_password,
    key_file_for,
)
from reintegratie_desktop.store.recovery import data_key_from_code, recovery_code

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace
    from reintegratie_desktop.store.strength import Strength

__all__ = [
    "Strength", "UnlockedKey", "change", "code_of", "key_from_code", "key_of_new_file", "open_unlocked", "set_password",
    "strength", "unlock",
]  # fmt: skip

Clock = Callable[[], datetime]


def strength(password: str, known_words: tuple[str, ...] = ()) -> "Strength":
    """Estimate how hard a password is to guess; `known_words` are names somebody would try first."""
    from reintegratie_desktop.store.strength import password_strength  # noqa: PLC0415 - only where one is chosen

    return password_strength(password, known_words)


def prepare_opening() -> None:
    """Load what `open_unlocked` and the first page need, while the key is being found elsewhere."""
    # First what the other thread needs when it has derived the key: two that load the same wait for each other.
    load_wrapping()
    import reintegratie_desktop.services.workspace  # noqa: F401, PLC0415 - not before the window

    driver.load()
    load_law()


def key_of_new_file(path: Path, password: str, clock: Clock, *, kdf: KdfParams | None = None) -> UnlockedKey:
    """Make a new data file, close it again, and return its key. Slow on purpose; any thread may do it.

    Raises:
        KnownError: the path exists, or the folder cannot be written; nothing is left behind.
    """
    file = create_file(path, password, kdf=kdf or DEFAULT_KDF, now=clock())
    try:
        return UnlockedKey(file.path, file.data_key)
    finally:
        file.close()


def key_from_code(path: Path, code: str) -> UnlockedKey:
    """Return the key that stands on a recovery sheet.

    Raises:
        KnownError: a sign is missing or mistyped.
    """
    return UnlockedKey(path.resolve(), data_key_from_code(code))


def open_unlocked(key: UnlockedKey, clock: Clock) -> "Workspace":
    """Open a file with its key; quick, and in the thread that will use the file.

    Raises:
        KnownError: the file is damaged, newer than the program, in use elsewhere, or not ours.
    """
    # The key is found while the window is still being loaded; all the forms come in after that.
    from reintegratie_desktop.services.workspace import Workspace  # noqa: PLC0415

    try:
        return Workspace(open_with_key(key.path, key.data_key, now=clock()), clock)
    except DamagedFile:
        if key.belongs_elsewhere:
            raise KeyFileMismatch(key.path, key_file_for(key.path)) from None
        raise


def code_of(desk: "Workspace") -> str:
    """Return the signs for the recovery sheet: twelve groups of five, with spaces between them."""
    return recovery_code(desk.file.data_key)


def set_password(desk: "Workspace", password: str, *, kdf: KdfParams | None = None) -> None:
    """Give an open file another password without the old one, after it was opened with the recovery sheet.

    Raises:
        KnownError: the key file cannot be written; an old one is as it was.
    """
    renew_password(desk.file, password, kdf or DEFAULT_KDF)


def change(desk: "Workspace", old: str, new: str, *, kdf: KdfParams | None = None) -> None:
    """Change the password of an open file. Slow on purpose; it touches the key file only, so any thread may do it.

    Raises:
        KnownError: `old` is not the password, or the key file cannot be written; the old password still works then.
    """
    change_password(desk.path, old, new, kdf or DEFAULT_KDF)
