"""From a password to the key of a file: the slow step, which a start begins before it loads anything else.

Whatever this module needs is loaded before the first byte of the key is derived, so it needs little.
"""

from pathlib import Path

from reintegratie_desktop.store.cipher import read_header
from reintegratie_desktop.store.errors import FileMissing, guarded
from reintegratie_desktop.store.keys import load_derivation, load_wrapping, read_slot, unwrap
from reintegratie_desktop.text.declaring import dataclass

__all__ = ["UnlockedKey", "load_derivation", "load_wrapping", "unlock"]


@dataclass(frozen=True, repr=False)
class UnlockedKey:
    """The key of one file, ready to open it with; it never shows itself in a report."""

    path: Path
    data_key: bytes
    belongs_elsewhere: bool = False
    """The key file says it was made for another data file."""


def unlock(path: Path, password: str) -> UnlockedKey:
    """Return the key of a file. Slow on purpose; reads files only, so any thread may do it.

    Raises:
        KnownError: there is no such file, it is no data file, its key file is gone or damaged, or the password is
            wrong.
    """
    path = path.resolve()
    if not path.is_file():
        raise FileMissing(path)
    with guarded(path):
        salt = read_header(path)
        slot = read_slot(path)
    return UnlockedKey(path, unwrap(slot, password), bool(slot.file_salt) and slot.file_salt != salt)
