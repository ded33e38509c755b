"""The lock beside a data file: one window at a time, and a lock left by a killed program is taken over.

The lock is held on a file of its own. Opening the data file itself a second time and closing that handle would cancel
the locks SQLite holds on it.
"""

import errno
import os
import sys
from pathlib import Path
from typing import Final

from reintegratie_desktop.store.errors import FileInUse
from reintegratie_desktop.store.files import OWNER_ONLY

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_HELD: Final = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK, getattr(errno, "EDEADLOCK", errno.EDEADLK)})
_TRIES: Final = 20
_LOCKED_BYTE: Final = 1 << 30
"""Windows locks a range of bytes and hides it from readers, so a byte far behind the content is locked."""


class InstanceLock:
    """The right to work on one data file; lives from `acquire` to `release`."""

    def __init__(self, data_file: Path) -> None:
        self._data_file = data_file
        self.path = data_file.with_name(data_file.name + ".in-gebruik")
        self._handle: int | None = None
        self.left_behind = False
        """True when the lock file was there without a program that held it: that program was stopped halfway."""

    def acquire(self) -> None:
        """Take the lock.

        Raises:
            FileInUse: another program, or another window of this one, holds it.
            OSError: the lock file cannot be made in this folder.
        """
        for _attempt in range(_TRIES):
            handle, fresh = self._open()
            try:
                _lock(handle)
            except OSError as error:
                os.close(handle)
                if error.errno in _HELD:
                    raise FileInUse(self._data_file) from None
                raise
            if self._is_current(handle):
                self._handle = handle
                self.left_behind = not fresh
                return
            os.close(handle)
        raise FileInUse(self._data_file)

    def _open(self) -> tuple[int, bool]:
        try:
            return os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_EXCL, OWNER_ONLY), True
        except FileExistsError:
            return os.open(self.path, os.O_RDWR | os.O_CREAT, OWNER_ONLY), False

    def _is_current(self, handle: int) -> bool:
        """Tell whether the locked file still has its name: the previous holder may just have removed it."""
        try:
            return os.path.samestat(os.fstat(handle), self.path.stat())
        except FileNotFoundError:
            return False

    def stamp(self) -> None:
        """Note in the lock file which process holds it; done once the file is really open."""
        assert self._handle is not None
        try:
            os.ftruncate(self._handle, 0)
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, f"{os.getpid()}\n".encode())
        except OSError:
            return  # the lock holds without the note, and a full disk must not stop anyone from reading

    def release(self, *, keep_file: bool = False) -> None:
        """Give the lock back and remove its file; `keep_file` leaves the mark of an earlier sudden stop."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        if keep_file:
            os.close(handle)
        elif sys.platform == "win32":
            os.close(handle)
            try:
                self.path.unlink(missing_ok=True)
            except PermissionError:
                return  # another window opened it in the meantime and removes it later
        else:
            try:
                self.path.unlink(missing_ok=True)  # before the handle closes: nobody gets a lock without a name
            finally:
                os.close(handle)


if sys.platform == "win32":

    def _lock(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
