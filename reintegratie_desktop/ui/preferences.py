"""What the window remembers between two times, as the windows see it; the app layer reads and writes it."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from reintegratie_desktop.text.declaring import dataclass

Clock = Callable[[], datetime]


class Preferences(Protocol):
    """Language, theme, the place of the last file, and small choices. Nothing about a person."""

    language: str
    theme: str
    last_file: str
    show_paper: bool

    def save(self) -> None:
        """Write them down.

        Raises:
            KnownError: the folder cannot be written.
        """


@dataclass
class UnsavedPreferences:
    """Preferences that are forgotten when the window closes: for tests and for pictures of screens."""

    language: str = "nl"
    theme: str = "systeem"
    last_file: str = ""
    show_paper: bool = True

    def save(self) -> None:
        """Write nothing down."""
