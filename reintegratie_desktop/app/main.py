"""The program with a window: `reintegratie-desktop [BESTAND] [--taal nl|en] [--thema …] [--meet-start]`.

The time that `--meet-start` prints runs from the start of the process to the first painted screen. Linux tells when a
process began, in ticks of a hundredth of a second; elsewhere the first line of this module is the beginning.
"""

import time

_FIRST_LINE = time.perf_counter()

import argparse  # noqa: E402 - the clock starts before everything else
import gc  # noqa: E402
import os  # noqa: E402
import sys  # noqa: E402
import threading  # noqa: E402
from collections.abc import Sequence  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import TYPE_CHECKING, Final, NoReturn  # noqa: E402

from typing_extensions import override  # noqa: E402

from reintegratie_desktop.text.errors import KnownError  # noqa: E402

if TYPE_CHECKING:
    from reintegratie_desktop.services.passwords import UnlockedKey
    from reintegratie_desktop.ui.main_window import MainWindow

UNUSABLE: Final = 2
PASSWORD_VARIABLE: Final = "REINTEGRATIE_WACHTWOORD"  # noqa: S105 - a name, no secret
LANGUAGES: Final = ("nl", "en")
THEMES: Final = ("licht", "donker", "systeem")


class _Parser(argparse.ArgumentParser):
    """Complains in one Dutch sentence."""

    @override
    def error(self, message: str) -> NoReturn:
        raise KnownError("Deze opdracht kunnen we zo niet uitvoeren.", "Kijk met --help hoe die eruitziet.")


class Options(argparse.Namespace):
    """What was asked on the command line."""

    bestand: Path | None
    taal: str | None
    thema: str | None
    meet_start: bool
    wachtwoord_bestand: Path | None


def read_options(arguments: Sequence[str]) -> Options:
    """Read the command line.

    Raises:
        KnownError: an option is unknown, or has a value we do not know.
    """
    parser = _Parser(
        prog="reintegratie-desktop", description="Re-integratie Desktop. Geen internet.", allow_abbrev=False
    )
    parser.add_argument("bestand", nargs="?", type=Path, metavar="BESTAND", help="het bestand dat open moet")
    parser.add_argument("--taal", metavar="nl|en", help="taal van het scherm")
    parser.add_argument("--thema", metavar="licht|donker|systeem", help="licht of donker")
    parser.add_argument("--meet-start", action="store_true", help="meet de tijd tot het eerste beeld en stop")
    parser.add_argument("--wachtwoord-bestand", type=Path, metavar="PAD", help="bestand met het wachtwoord")
    options = parser.parse_args(arguments, namespace=Options())
    for name, known in (("taal", LANGUAGES), ("thema", THEMES)):
        value = getattr(options, name)
        if value is not None and value not in known:
            raise KnownError(f"De waarde '{value}' past niet bij --{name}.", f"Kies uit: {', '.join(known)}.")
    if options.bestand is not None and not options.bestand.is_file():
        raise KnownError(f"Het bestand {options.bestand} staat er niet.", "Kijk of het pad klopt.")
    return options


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
        from reintegratie_desktop.services.passwords import prepare_unlock  # noqa: PLC0415 - only with a file

        prepare_unlock()
        self._key: UnlockedKey | None = None
        self._error: KnownError | None = None
        self._thread = threading.Thread(target=self._find, args=(path, password), name="sleutel")
        self._thread.start()

    def _find(self, path: Path, password: str) -> None:
        from reintegratie_desktop.services.passwords import unlock  # noqa: PLC0415 - in this thread, beside Qt

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


def process_age_ms() -> float:
    """Return how long this process has been running, in milliseconds."""
    since_first_line = (time.perf_counter() - _FIRST_LINE) * 1000
    try:
        fields = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        ticks = int(fields[19])  # the twenty-second field of proc(5), counted from after the name
        began = ticks / os.sysconf("SC_CLK_TCK")
        age = (time.clock_gettime(time.CLOCK_BOOTTIME) - began) * 1000
    except (OSError, ValueError, IndexError, AttributeError):
        return since_first_line
    return max(age, since_first_line)


def main(arguments: Sequence[str] | None = None) -> None:
    """Open the window; whatever is wrong on the command line ends in one Dutch sentence and exit code 2."""
    # Starting makes much and throws nothing away: looking for waste meanwhile would take a tenth of the time.
    gc.disable()
    try:
        options = read_options(sys.argv[1:] if arguments is None else arguments)
        password = given_password(options)
        early = _early_key(options, password)
        code = _run(options, early)
    except KnownError as error:
        print(str(error), file=sys.stderr)  # noqa: T201 - this is the command line's voice
        sys.exit(UNUSABLE)
    finally:
        gc.enable()
    sys.exit(code)


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


def _run(options: Options, early: EarlyKey | None) -> int:
    if early is not None:
        # Before Qt: once that is there, it reads the source of every module that loads, looking for its own name.
        from reintegratie_desktop.services.passwords import prepare_opening  # noqa: PLC0415 - only with a file

        prepare_opening()
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the command line is read before Qt loads

    from reintegratie_desktop.app import crash  # noqa: PLC0415
    from reintegratie_desktop.app.clock import now  # noqa: PLC0415
    from reintegratie_desktop.app.settings import Settings  # noqa: PLC0415
    from reintegratie_desktop.text.i18n import set_language  # noqa: PLC0415
    from reintegratie_desktop.ui import theme  # noqa: PLC0415
    from reintegratie_desktop.ui.main_window import MainWindow  # noqa: PLC0415
    from reintegratie_desktop.ui.preferences import UnsavedPreferences  # noqa: PLC0415
    from reintegratie_desktop.ui.qt_dutch import apply_language  # noqa: PLC0415

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
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("Re-integratie Desktop")
    apply_language(app)
    theme.Theme(settings.theme).apply(app)  # type: ignore[arg-type]
    measured = UnsavedPreferences(settings.language, settings.theme)
    window = MainWindow(measured if options.meet_start else settings, now)
    crash.install(window.save_drafts, lambda code, report: _tell_crash(window, code, report))
    if options.meet_start:
        _measure(app, window)
    window.first_shown.connect(gc.enable)
    if early is not None:
        window.open_unlocked(early.take())
    elif options.meet_start:
        window.show_welcome()
    else:
        window.begin(options.bestand)
    window.show()
    return app.exec()


def _tell_crash(window: "MainWindow", code: str, report: Path | None) -> None:
    from reintegratie_desktop.ui.dialogs.crash import CrashDialog  # noqa: PLC0415 - hopefully never

    CrashDialog(code, report, parent=window).open()


def _measure(app: object, window: "MainWindow") -> None:
    """Print the time to the first painted screen and end."""
    import json  # noqa: PLC0415 - only for measuring

    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    assert isinstance(app, QApplication)

    def painted() -> None:
        print(json.dumps({"ms_tot_eerste_beeld": round(process_age_ms())}), flush=True)  # noqa: T201 - what was asked
        window.close()
        app.quit()

    window.first_shown.connect(painted)
