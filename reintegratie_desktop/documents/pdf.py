"""A snapshot as a PDF: tagged, searchable, black on white, and the same bytes every time."""

import contextlib
import os
import tempfile
from pathlib import Path

from reintegratie_desktop.documents.build import build
from reintegratie_desktop.documents.typeset import forget
from reintegratie_desktop.domain.snapshot import FormSnapshot
from reintegratie_desktop.text.i18n import speaking


def render(snapshot: FormSnapshot, *, logo: bytes | None = None, by_hand: bool = False) -> bytes:
    """Return the paper of a snapshot as a PDF file.

    Args:
        snapshot: the finished form, or a draft of it (the paper then says so on every page).
        logo: the employer's mark as a PNG or JPEG file, printed in black on the first page.
        by_hand: leave room to write where there is no answer.
    """
    from reintegratie_desktop.documents.pages import draw_document  # noqa: PLC0415 - ReportLab loads with it

    try:
        with speaking(snapshot.language):
            return draw_document(build(snapshot, by_hand=by_hand), logo=logo, by_hand=by_hand)
    finally:
        forget()


def render_to(path: Path, snapshot: FormSnapshot, *, logo: bytes | None = None, by_hand: bool = False) -> None:
    """Write the paper of a snapshot to a file: aside first, then in one step in its place.

    Raises:
        OSError: the folder cannot be written; what stood there before is untouched.
    """
    data = render(snapshot, logo=logo, by_hand=by_hand)
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=".document-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(aside).replace(path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(aside).unlink()
        raise
    _keep_folder(path.parent)


def _keep_folder(folder: Path) -> None:
    """Make the new name last too, where the system knows how to."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
