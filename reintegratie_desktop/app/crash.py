"""What happens when something goes wrong that nobody expected: the words are saved, and it is said calmly.

The report holds the version, the kind of error and the places in our code. It never holds a value, a text, a message
of an exception or the path of a file of the user: those can name a person.
"""

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from reintegratie_desktop import __version__
from reintegratie_desktop.app.clock import now
from reintegratie_desktop.services.files import write_file
from reintegratie_desktop.text.errors import KnownError

if TYPE_CHECKING:
    from traceback import FrameSummary

SaveDrafts = Callable[[], bool]
Tell = Callable[[str, Path | None], None]

_PACKAGE: Final = Path(__file__).resolve().parent.parent
CODE_LENGTH: Final = 8


def install(save_drafts: SaveDrafts, tell: Tell, folder: Path | None = None) -> None:
    """Catch what nobody caught: first `save_drafts`, then a report in `folder`, then `tell(code, report)`."""
    state = _Once()

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        code, written = _reported(error, folder or log_folder())
        if state.busy:
            return
        state.busy = True
        try:
            save_drafts()
            tell(code, written)
        finally:
            state.busy = False

    sys.excepthook = hook
    # Another thread may not touch the window: it only writes the report.
    threading.excepthook = lambda args: _reported_quietly(args.exc_value, folder or log_folder())


def log_folder() -> Path:
    """Return where the reports of this user stand."""
    import platformdirs  # noqa: PLC0415 - hopefully never

    return Path(platformdirs.user_log_dir("Re-integratie Desktop", appauthor=False))


class _Once:
    """Keeps an error while telling of an error from going round and round."""

    busy = False


def _reported(error: BaseException, place: Path) -> tuple[str, Path | None]:
    """Write the report down and return its code and where it stands."""
    report = report_of(error)
    code = code_of(report)
    print(report, file=sys.stderr)  # noqa: T201 - for whoever started the program from a terminal
    return code, _written(report, place / f"melding-{code}.txt")


def _reported_quietly(error: BaseException | None, place: Path) -> None:
    if error is not None:
        _reported(error, place)


def report_of(error: BaseException) -> str:
    """Return the report: kinds of errors and places in code, without a value, a message or a path of the user."""
    import platform  # noqa: PLC0415 - hopefully never
    import traceback  # noqa: PLC0415

    lines = [
        f"Re-integratie Desktop {__version__}",
        f"Python {platform.python_version()}, {platform.system()} {platform.release()}",
    ]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}")
        lines.extend(f"  {_place(frame)}" for frame in traceback.extract_tb(seen.__traceback__))
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "\n".join(lines) + "\n"


def _place(frame: "FrameSummary") -> str:
    """Return module, line and function; of code outside ours only the name of the file."""
    path = Path(frame.filename)
    shown = path.relative_to(_PACKAGE).as_posix() if path.is_relative_to(_PACKAGE) else path.name
    return f"{shown}:{frame.lineno} {frame.name}"


def code_of(report: str) -> str:
    """Return a short code that is the same for the same error."""
    import hashlib  # noqa: PLC0415 - hopefully never

    return hashlib.sha256(report.encode()).hexdigest()[:CODE_LENGTH].upper()


def _written(report: str, target: Path) -> Path | None:
    """Write the report and return where it stands; None when the disk refuses."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_file(target, f"{now():%Y-%m-%d %H:%M}\n{report}".encode())
    except (OSError, KnownError):
        # Telling that something went wrong matters more than writing it down.
        return None
    return target
