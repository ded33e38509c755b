"""Small files written so that a power cut leaves the old one or the new one, never half of one."""

import os
import sys
import time
from pathlib import Path
from typing import Final

OWNER_ONLY: Final = 0o600
_BUSY_ON_WINDOWS: Final = frozenset({5, 32, 33})
"""Windows answers these while a virus scanner or an indexer holds the file; a moment later it is free."""
_RETRIES: Final = 10
_PAUSE_SECONDS: Final = 0.25


def write_new(path: Path, content: bytes) -> None:
    """Write a file that does not exist yet, readable by its owner only, and wait until the disk has it.

    Raises:
        FileExistsError: the file is there already; it is not touched.
        OSError: writing failed; nothing is left behind.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), OWNER_ONLY)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def replace_with(path: Path, content: bytes) -> None:
    """Write a file aside, wait until the disk has it, and put it in the place of the old one.

    Raises:
        OSError: writing failed; the old file is as it was.
    """
    import secrets  # noqa: PLC0415 - only when something new is written

    aside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.deel")
    write_new(aside, content)
    try:
        move_over(aside, path)
    except OSError:
        aside.unlink(missing_ok=True)
        raise


def move_over(source: Path, target: Path) -> None:
    """Rename a finished file, trying again for a moment where Windows says another program holds it.

    Raises:
        OSError: the rename failed; both files are as they were.
    """
    for attempt in range(_RETRIES + 1):
        try:
            source.replace(target)
            break
        except OSError as error:
            if getattr(error, "winerror", None) not in _BUSY_ON_WINDOWS or attempt == _RETRIES:
                raise
            time.sleep(_PAUSE_SECONDS)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names in a folder; Windows keeps these by itself and has no call for it."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
