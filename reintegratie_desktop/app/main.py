"""The program with a window: `reintegratie-desktop [BESTAND] [--taal nl|en] [--thema …] [--meet-start]`.

The time that `--meet-start` prints runs from the start of the process to the first painted screen. Linux tells when a
process began, in ticks of a hundredth of a second; elsewhere the first line of this module is the beginning.
"""

import time

_FIRST_LINE = time.perf_counter()

import gc  # noqa: E402 - the clock starts before everything else
import sys  # noqa: E402
from typing import TYPE_CHECKING  # noqa: E402

from reintegratie_desktop.app.code_archive import CodeArchive, archive_path  # noqa: E402

_SWITCH_SECONDS = 0.0005

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: "Sequence[str] | None" = None) -> None:
    """Open the window; whatever is wrong on the command line ends in one Dutch sentence and exit code 2."""
    patience = sys.getswitchinterval()

    def calm() -> None:
        gc.enable()
        sys.setswitchinterval(patience)

    # Starting makes much and throws nothing away: looking for waste meanwhile would take a tenth of the time. And its
    # other threads hardly need Python: what they need it for, such as handing over the key, must not wait.
    gc.disable()
    sys.setswitchinterval(_SWITCH_SECONDS)
    archive = CodeArchive(archive_path())
    archive.install()
    try:
        # Only now, so that all of it comes out of the archive.
        from reintegratie_desktop.app.start import start  # noqa: PLC0415

        code = start(sys.argv[1:] if arguments is None else arguments, archive, _FIRST_LINE, calm)
    finally:
        calm()
        archive.remove()
    sys.exit(code)
