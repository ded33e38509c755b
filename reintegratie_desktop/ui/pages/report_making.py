"""Work for a report in another thread: how far it is, and a way to stop."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.ui.worker import Job, run_in_background

Progress = Callable[[int, int], None]
Stop = Callable[[], bool]


class Making(QObject):
    """A report on its way in another thread: how far it is, and a way to stop."""

    step = Signal(int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        # Whose page is gone, as when the file is locked, gets nothing any more.
        self.destroyed.connect(self._stop.set)
        self.job: Job | None = None

    def stop(self) -> None:
        """Ask it to stop; nothing is written then."""
        self._stop.set()

    @property
    def is_stopped(self) -> bool:
        """Tell whether it was asked to stop."""
        return self._stop.is_set()

    def start(
        self,
        work: Callable[[Progress, Stop], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[KnownError], None],
    ) -> None:
        """Run `work(progress, stop)`; it returns None when it was stopped."""
        self.job = run_in_background(lambda: work(self.step.emit, self._stop.is_set), on_done, on_error, owner=self)
