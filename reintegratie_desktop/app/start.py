"""Starting: what was asked, the key found beside the loading of the window, and the first screen."""

import builtins
import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.app.code_archive import CodeArchive
from reintegratie_desktop.app.options import HELP, LANGUAGES, THEMES, Options, read_options
from reintegratie_desktop.text.errors import KnownError

if TYPE_CHECKING:
    from reintegratie_desktop.services.unlocking import UnlockedKey
    from reintegratie_desktop.ui.main_window import MainWindow

UNUSABLE: Final = 2
PASSWORD_VARIABLE: Final = "REINTEGRATIE_WACHTWOORD"  # noqa: S105 - a name, no secret


def given_password(options: Options) -> str | None:
    """Return the password from a file or the environment; None when there is none.

    Raises:
        KnownError: the password file cannot be read.
    """
    if options.wachtwoord_bestand is not None:
        try:
            return options.wachtwoord_bestand.read_text(encoding="utf-8").splitlines()[0]
        except (OSError, UnicodeDecodeError, IndexError) as error:
            raise KnownError(
                f"Het wachtwoord staat niet leesbaar in {options.wachtwoord_bestand}.",
                "Zet het wachtwoord op de eerste regel van dat bestand.",
            ) from error
    return os.environ.get(PASSWORD_VARIABLE)


class EarlyKey:
    """Finds the key of the file in a thread of its own, while the window is still being loaded."""

    def __init__(self, path: Path, password: str) -> None:
        from reintegratie_desktop.services.unlocking import load_derivation  # noqa: PLC0415 - only with a file

        load_derivation()
        self._key: UnlockedKey | None = None
        self._error: KnownError | None = None
        self._thread = threading.Thread(target=self._find, args=(path, password), name="sleutel")
        self._thread.start()

    def _find(self, path: Path, password: str) -> None:
        from reintegratie_desktop.services.unlocking import unlock  # noqa: PLC0415 - in this thread, beside Qt

        try:
            self._key = unlock(path, password)
        except KnownError as error:
            self._error = error

    def take(self) -> "UnlockedKey":
        """Wait for the key and return it.

        Raises:
            KnownError: the password or the file is wrong.
        """
        self._thread.join()
        if self._error is not None:
            raise self._error
        assert self._key is not None
        return self._key


def process_age_ms(began: float) -> float:
    """Return how long this process has been running, in milliseconds; at least the time since `began`."""
    since_first_line = (time.perf_counter() - began) * 1000
    try:
        fields = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        ticks = int(fields[19])  # the twenty-second field of proc(5), counted from after the name
        began = ticks / os.sysconf("SC_CLK_TCK")
        age = (time.clock_gettime(time.CLOCK_BOOTTIME) - began) * 1000
    except (OSError, ValueError, IndexError, AttributeError):
        return since_first_line
    return max(age, since_first_line)


def start(arguments: Sequence[str], archive: CodeArchive, began: float, calm: Callable[[], None]) -> int:
    """Open the window and return the exit code.

    `began` is the reading of the clock at our first line; `calm` ends the hurry when the first screen is there.
    """
    try:
        options = read_options(arguments)
        if options.help:
            print(HELP, end="")  # noqa: T201 - what was asked
            return 0
        early = _early_key(options, given_password(options))
        return _run(options, early, archive, began, calm)
    except KnownError as error:
        print(str(error), file=sys.stderr)  # noqa: T201 - this is the command line's voice
        return UNUSABLE


def _early_key(options: Options, password: str | None) -> EarlyKey | None:
    """Begin to find the key when there is a password already; None when somebody has to type it.

    Raises:
        KnownError: the start is measured with a file, and there is no password to open it with.
    """
    if options.bestand is None:
        return None
    if not password:
        if options.meet_start:
            raise KnownError(
                "Er is geen wachtwoord gegeven.", f"Gebruik --wachtwoord-bestand of zet het in {PASSWORD_VARIABLE}."
            )
        return None
    return EarlyKey(options.bestand, password)


def load_qt(archive: CodeArchive) -> None:
    """Load Qt, and take back what it does to every later `import`.

    PySide puts itself between Python and each import, to read the source of every module that loads and look whether
    its name stands there. That serves `from __feature__ import ...` only, which this program does not use.
    """
    with archive.keeping_embedded():
        import PySide6.QtWidgets  # noqa: F401, PLC0415 - the command line is read before Qt loads
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _run(options: Options, early: EarlyKey | None, archive: CodeArchive, began: float, calm: Callable[[], None]) -> int:
    if early is not None:
        _prepare_opening()
    load_qt(archive)
    from PySide6.QtCore import QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from reintegratie_desktop.app import crash  # noqa: PLC0415
    from reintegratie_desktop.app.clock import now  # noqa: PLC0415
    from reintegratie_desktop.app.settings import Settings  # noqa: PLC0415
    from reintegratie_desktop.text.i18n import set_language  # noqa: PLC0415
    from reintegratie_desktop.ui import theme  # noqa: PLC0415
    from reintegratie_desktop.ui.main_window import MainWindow  # noqa: PLC0415
    from reintegratie_desktop.ui.preferences import UnsavedPreferences  # noqa: PLC0415
    from reintegratie_desktop.ui.qt_dutch import apply_language  # noqa: PLC0415
    from reintegratie_desktop.ui.widgets.scroll import settle  # noqa: PLC0415

    settings = Settings.load()
    settings.language = options.taal or (settings.language if settings.language in LANGUAGES else "nl")
    settings.theme = options.thema or (settings.theme if settings.theme in THEMES else "systeem")
    try:
        set_language(settings.language)
    except KnownError:
        if options.taal:
            raise  # somebody asked for it on the command line just now
        settings.language = "nl"  # an earlier choice whose texts are gone: Dutch is always there
        set_language(settings.language)
    app = QApplication.instance() or QApplication([*sys.argv[:1], "-style", "fusion"])
    assert isinstance(app, QApplication)
    app.setApplicationName("Re-integratie Desktop")
    apply_language(app)
    theme.Theme(settings.theme).apply(app, whole=early is None)  # type: ignore[arg-type]
    measured = UnsavedPreferences(settings.language, settings.theme)
    window = MainWindow(measured if options.meet_start else settings, now)
    crash.install(window.save_drafts, lambda code, report: _tell_crash(window, code, report))
    window.first_shown.connect(archive.note)
    app.aboutToQuit.connect(archive.write)
    if options.meet_start:
        _measure(app, window, began)
    window.first_shown.connect(calm)
    window.first_shown.connect(lambda: theme.finish(app))
    if early is not None:
        if not window.open_unlocked(early.take()):
            theme.finish(app)  # the page for the password has a field
    elif options.meet_start:
        window.show_welcome()
    else:
        window.begin(options.bestand)
        # While somebody types the password, what opens the file loads already.
        window.first_shown.connect(lambda: QTimer.singleShot(0, window, lambda: _prepare_opening(archive)))
    window.show()
    # The rows of a page that was never shown know their height a few turns later; the first picture must be right.
    settle()
    return app.exec()


def _prepare_opening(archive: CodeArchive | None = None) -> None:
    from reintegratie_desktop.services.passwords import prepare_opening  # noqa: PLC0415 - with Qt or beside it

    prepare_opening()
    if archive is not None:
        archive.note()


def _tell_crash(window: "MainWindow", code: str, report: Path | None) -> None:
    from reintegratie_desktop.ui.dialogs.crash import CrashDialog  # noqa: PLC0415 - hopefully never

    CrashDialog(code, report, parent=window).open()


def _measure(app: object, window: "MainWindow", began: float) -> None:
    """Print the time to the first painted screen and end."""
    import json  # noqa: PLC0415 - only for measuring

    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    assert isinstance(app, QApplication)

    def painted() -> None:
        print(json.dumps({"ms_tot_eerste_beeld": round(process_age_ms(began))}), flush=True)  # noqa: T201 - what was asked
        window.close()
        app.quit()

    window.first_shown.connect(painted)
