"""Work for a report or for many papers in another thread: how far it is, and a way to stop."""

import threading
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.ui.worker import Job, run_in_background

Progress = Callable[[int, int], None]
Stop = Callable[[], bool]
_LOOK_MS: Final = 50
"""How often the window looks how far the work is."""


class _Way:
    """How far some work is, written by its thread and read by the window.

    Nothing of Qt: a page that goes away takes its objects along while the work may still be telling.
    """

    def __init__(self) -> None:
        self.stop = threading.Event()
        self.step: tuple[int, int] | None = None

    def tell(self, now: int, of: int) -> None:
        """Say how far it is."""
        self.step = (now, of)


class Making(QObject):
    """Something on its way in another thread. It is stopped when its parent goes away, as when the file is locked.

    Signal: `step(now, of)`, how far it is.
    """

    step = Signal(int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._way = way = _Way()
        self.destroyed.connect(lambda: way.stop.set())  # noqa: PLW0108 - the signal brings the object along
        self._told: tuple[int, int] | None = None
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOK_MS)
        self._looks.timeout.connect(self._look)
        self.job: Job | None = None

    def stop(self) -> None:
        """Ask it to stop; nothing is written then."""
        self._way.stop.set()

    @property
    def is_stopped(self) -> bool:
        """Tell whether it was asked to stop."""
        return self._way.stop.is_set()

    def start(
        self,
        work: Callable[[Progress, Stop], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[KnownError], None],
    ) -> None:
        """Run `work(progress, stop)`; it returns None when it was stopped."""
        way = self._way

        def done(made: Any) -> None:  # noqa: ANN401 - what the work made
            self._looks.stop()
            on_done(made)

        def failed(error: KnownError) -> None:
            self._looks.stop()
            on_error(error)

        self._looks.start()
        self.job = run_in_background(lambda: work(way.tell, way.stop.is_set), done, failed, owner=self)

    def _look(self) -> None:
        step = self._way.step
        if step is not None and step != self._told:
            self._told = step
            self.step.emit(*step)
