"""Saves a draft by itself: soon after the last key, and at the latest two seconds after the first one."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.text.errors import KnownError

QUIET_MS: Final = 800
"""After this long without a key the draft is saved."""
LIMIT_MS: Final = 1800
"""While typing goes on, what was typed first waits at most this long."""


class AutoSave(QObject):
    """Keeps the draft of a session on the disk. It saves from a timer only, never inside the event of a key.

    Signals: `saved(moment)` after a commit, `failed(KnownError)` when the disk refuses; the answers stay in the session
    then, and the next change or `save_now` tries again.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, session: FormSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stopped = False
        self._quiet = self._timer(QUIET_MS)
        self._limit = self._timer(LIMIT_MS)
        self._soon = self._timer(0)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.save_now)
        return timer

    def touch(self) -> None:
        """Note that something changed."""
        if self._stopped:
            return
        self._quiet.start()
        if not self._limit.isActive():
            self._limit.start()

    def soon(self) -> None:
        """Save as soon as the event that is going on has ended, such as the keyboard leaving a field."""
        if not self._stopped and self._session.is_dirty:
            self._soon.start()

    def save_now(self, *, also_place: bool = False) -> bool:
        """Save what is not saved yet and tell whether all is safe; `also_place` saves only the open step too."""
        self._rest()
        if self._stopped or not (self._session.is_dirty or also_place):
            return True
        try:
            self._session.save()
        except KnownError as error:
            self._session.is_dirty = True
            self.failed.emit(error)
            return False
        self.saved.emit(self._session.saved_at)
        return True

    def stop(self) -> None:
        """Save no more: the form was finished or is gone."""
        self._stopped = True
        self._rest()

    def _rest(self) -> None:
        for timer in (self._quiet, self._limit, self._soon):
            timer.stop()
