"""Slow work away from the window: a key from a password, a paper. The window keeps painting meanwhile."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from reintegratie_desktop.text.errors import KnownError

if TYPE_CHECKING:
    from concurrent.futures import Future

_running: Final[set["Job"]] = set()


class Job(QObject):
    """One piece of work on its way. `is_done` turns true when its outcome was handed over."""

    ready = Signal()

    def __init__(
        self,
        on_done: Callable[[Any], None],
        on_error: Callable[[KnownError], None] | None,
        owner: QObject | None,
    ) -> None:
        super().__init__()
        self.is_done = False
        self._on_done, self._on_error = on_done, on_error
        self._owner, self._has_owner = owner, owner is not None
        self._future: Future[Any] | None = None
        self.ready.connect(self._hand_over)

    def start(self, work: Callable[[], Any]) -> None:
        """Begin; the thread ends with the work."""
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - not needed for the first page

        pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="werk")
        self._future = pool.submit(work)
        pool.shutdown(wait=False)
        # The signal crosses to the thread this object lives in: that of the window.
        self._future.add_done_callback(lambda _future: self.ready.emit())

    @Slot()
    def _hand_over(self) -> None:
        _running.discard(self)
        self.is_done = True
        future = self._future
        assert future is not None
        if self._has_owner and (self._owner is None or not isValid(self._owner)):
            return
        error = future.exception()
        if isinstance(error, KnownError) and self._on_error is not None:
            self._on_error(error)
        else:
            self._on_done(future.result())


def run_in_background(
    work: Callable[[], Any],
    on_done: Callable[[Any], None],
    on_error: Callable[[KnownError], None] | None = None,
    *,
    owner: QObject | None = None,
) -> Job:
    """Run `work` in a thread of its own and hand its result to `on_done` in the thread of the window.

    A `KnownError` goes to `on_error`; every other exception, and a known one without `on_error`, comes out of the slot
    in the window's thread, where `sys.excepthook` sees it. Nothing is called when `owner` is gone by then.
    """
    job = Job(on_done, on_error, owner)
    _running.add(job)
    job.start(work)
    return job


def is_busy() -> bool:
    """Tell whether some work is still on its way."""
    return bool(_running)
