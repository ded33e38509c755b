"""Taking in a file the user chose: a large one is read and made smaller beside the window."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from reintegratie_desktop.services.incoming import Incoming, receive
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.ui.worker import run_in_background

_LARGE: Final = 2 * 1024 * 1024


def receive_file(
    source: Path,
    on_done: Callable[[Incoming], None],
    on_error: Callable[[KnownError], None],
    *,
    owner: QObject,
) -> None:
    """Look at a file and hand it on, or say why it cannot come in; nothing is called when `owner` is gone by then."""
    try:
        is_large = source.stat().st_size > _LARGE
    except OSError:
        is_large = False
    if is_large:
        run_in_background(lambda: receive(source), on_done, on_error, owner=owner)
        return
    try:
        given = receive(source)
    except KnownError as error:
        on_error(error)
        return
    on_done(given)
