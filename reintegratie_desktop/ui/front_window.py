"""The screens before a file is open: welcome, a new file, unlocking, and the example."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from reintegratie_desktop.services.files import SUFFIX, default_folder
from reintegratie_desktop.text.declaring import dataclass, override
from reintegratie_desktop.text.errors import BugError, KnownError
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.pages.shell import TODAY
from reintegratie_desktop.ui.preferences import Clock, Preferences
from reintegratie_desktop.ui.worker import run_in_background

if TYPE_CHECKING:
    from reintegratie_desktop.services.passwords import UnlockedKey
    from reintegratie_desktop.services.workspace import Workspace
    from reintegratie_desktop.ui.pages.unlock import UnlockPage
    from reintegratie_desktop.ui.pages.welcome import WelcomePage

SMALLEST: Final = (1024, 700)
USUAL: Final = (1280, 800)


@dataclass(frozen=True)
class Place:
    """Where the user is, to come back there after locking or another language."""

    page: str = TODAY
    case_id: str = ""
    step_id: str = ""
    tab: str = ""
    form: str = ""
    form_case: str = ""
    slot: str = ""
    employee_id: str = ""
    talking: bool = False
    """The talk of the form was open."""


class FrontWindow(QMainWindow):
    """The window as long as no file is open; `MainWindow` adds the open file.

    Signal `first_shown` after something readable was painted for the first time.
    """

    first_shown = Signal()

    def __init__(self, settings: Preferences, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.settings, self.clock = settings, clock
        self._desk: Workspace | None = None
        self._front: QWidget | None = None
        self._after_unlock: Place | None = None
        self._offers_sheet = False
        """The file is new: its recovery sheet is offered once, when there is rest for it."""
        self._was_painted = False
        self.setWindowTitle("Re-integratie Desktop")
        self.fit(self.screen().availableGeometry())
        self.setAcceptDrops(True)
        self.stack = QStackedWidget()
        self.setCentralWidget(self.stack)

    def fit(self, available: QRect) -> None:
        """Take the usual size, and never more than the screen has room for."""
        self.setMinimumSize(QSize(*SMALLEST).boundedTo(available.size()))
        self.resize(QSize(*USUAL).boundedTo(available.size()))

    # --- what the open file adds ------------------------------------------------------------------------------------

    def show_desk(self, desk: "Workspace", place: Place | None = None, *, example: bool = False) -> None:
        """Show an open file, at a place if one is given."""
        raise BugError("a window without a file")

    def close_file(self) -> None:
        """Save what is open and close the file."""
        raise BugError("a window without a file")

    def open_form(
        self, form: str, case_id: str = "", *, slot: str | None = None, employee_id: str = "", kind: str = ""
    ) -> None:
        """Open a form over the whole window."""
        raise BugError("a window without a file")

    def choose_language(self, language: str) -> None:
        """Speak another language."""
        raise BugError("a window without a file")

    # --- beginning --------------------------------------------------------------------------------------------------

    def begin(self, path: Path | None = None) -> None:
        """Show the first screen: unlocking for a known file, the welcome screen otherwise."""
        known = path or (Path(self.settings.last_file) if self.settings.last_file else None)
        if known is None:
            self.show_welcome()
        elif not known.is_file() and path is None:
            self.show_welcome(missing=known)
        else:
            self.show_unlock(known)

    def _put_front(self, page: QWidget) -> None:
        """Show a page instead of the open file."""
        if self._front is not None:
            self.stack.removeWidget(self._front)
            self._front.deleteLater()
        self._front = page
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        focus = getattr(page, "focus_first", None)
        if callable(focus):
            focus()

    def _drop_front(self) -> None:
        if self._front is not None:
            self.stack.removeWidget(self._front)
            self._front.deleteLater()
            self._front = None

    def show_welcome(self, missing: Path | None = None, known: Path | None = None) -> "WelcomePage":
        """Show where to begin; `missing` is a file that is not in its old place, `known` the one to go back to."""
        from reintegratie_desktop.ui.pages.welcome import WelcomePage  # noqa: PLC0415 - not with a known file

        page = WelcomePage(missing, known)
        if known is not None:
            page.known_asked.connect(lambda: self.show_unlock(known))
        page.new_asked.connect(self.show_new_file)
        page.open_asked.connect(self.ask_open)
        page.example_asked.connect(self.open_example)
        page.language_chosen.connect(self.choose_language)
        self._put_front(page)
        return page

    def _back_to_welcome(self) -> None:
        self.show_welcome()

    def show_new_file(self) -> None:
        """Show the page that makes a new file."""
        from reintegratie_desktop.ui.pages.new_file import NewFilePage  # noqa: PLC0415 - only for a new file

        page = NewFilePage(self.clock)
        page.left.connect(self._back_to_welcome)
        page.made.connect(self._open_new)
        page.folder_asked.connect(lambda: self._ask_folder(page.set_folder))
        self._put_front(page)

    def show_unlock(self, path: Path, *, locked: bool = False, had_text: bool = False) -> "UnlockPage":
        """Ask for the password of a file."""
        from reintegratie_desktop.ui.pages.unlock import UnlockPage  # noqa: PLC0415 - only for a known file

        page = UnlockPage(path, locked=locked, had_text=had_text)
        page.unlocked.connect(self.open_unlocked)
        page.recovered.connect(self._open_recovered)
        page.other_asked.connect(lambda: self.show_welcome(known=path if path.is_file() else None))
        page.language_chosen.connect(self.choose_language)
        if not locked:
            self._after_unlock = None
        self._put_front(page)
        return page

    # --- files ------------------------------------------------------------------------------------------------------

    def ask_open(self) -> None:
        """Ask which file to open."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - only when asked

        from reintegratie_desktop.ui.dialogs.base import fit_to_screen  # noqa: PLC0415
        from reintegratie_desktop.ui.qt_dutch import name_file_dialog  # noqa: PLC0415

        dialog = QFileDialog(self, _("Bestand openen"), str(default_folder()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Bestanden van dit programma (*{einde})").format(einde=SUFFIX))
        name_file_dialog(dialog, _("Openen"))
        fit_to_screen(dialog)
        dialog.fileSelected.connect(lambda path: self.show_unlock(Path(path)))
        dialog.open()

    def _ask_folder(self, use: object) -> None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - only when asked

        from reintegratie_desktop.ui.dialogs.base import fit_to_screen  # noqa: PLC0415
        from reintegratie_desktop.ui.qt_dutch import name_file_dialog  # noqa: PLC0415

        dialog = QFileDialog(self, _("In welke map komt het bestand?"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        name_file_dialog(dialog, _("Kiezen"))
        fit_to_screen(dialog)
        dialog.fileSelected.connect(lambda path: use(Path(path)))  # type: ignore[operator]
        dialog.open()

    def open_unlocked(self, key: "UnlockedKey") -> bool:
        """Open a file with its key; what is wrong is said on the page for the password."""
        from reintegratie_desktop.services.passwords import open_unlocked  # noqa: PLC0415 - the forms load with it

        try:
            desk = open_unlocked(key, self.clock)
        except KnownError as error:
            from reintegratie_desktop.ui.pages.unlock import UnlockPage  # noqa: PLC0415

            page = self._front if isinstance(self._front, UnlockPage) else self.show_unlock(key.path)
            page.show_error(error)
            return False
        self.show_desk(desk, self._after_unlock)
        return True

    def _open_recovered(self, key: "UnlockedKey") -> None:
        from reintegratie_desktop.services.passwords import open_unlocked  # noqa: PLC0415
        from reintegratie_desktop.ui.dialogs.password import PasswordDialog  # noqa: PLC0415
        from reintegratie_desktop.ui.pages.unlock import UnlockPage  # noqa: PLC0415

        try:
            desk = open_unlocked(key, self.clock)
        except KnownError as error:
            assert isinstance(self._front, UnlockPage)
            self._front.show_error(error, from_code=True)
            return
        self.show_desk(desk, self._after_unlock)
        PasswordDialog(desk, ask_old=False, parent=self).open()

    def _open_new(self, key: "UnlockedKey") -> None:
        if self.open_unlocked(key):
            self._offers_sheet = True
            self.open_form("werkgever")

    def open_example(self) -> None:
        """Make the example in a file that is thrown away, and open it."""
        from reintegratie_desktop.services.examples import open_throw_away_examples  # noqa: PLC0415 - only for this

        self.close_file()
        self.show_welcome().show_busy(_("Het voorbeeld wordt gemaakt. Dat duurt een paar tellen."))
        clock = self.clock
        run_in_background(lambda: open_throw_away_examples(clock), self._show_example, self._no_example, owner=self)

    def _show_example(self, desk: "Workspace") -> None:
        self.show_desk(desk, example=True)

    def _no_example(self, error: KnownError) -> None:
        self.show_welcome().show_error(error)

    # --- painting and dropping --------------------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # The pages paint in the same turn, after the window; then the picture is on its way to the screen.
            QTimer.singleShot(0, self, self.first_shown.emit)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if self._desk is None and _dropped_file(event.mimeData().urls()) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent, /) -> None:
        path = _dropped_file(event.mimeData().urls())
        if self._desk is None and path is not None:
            event.acceptProposedAction()
            self.show_unlock(path)


def _dropped_file(urls: object) -> Path | None:
    """Return the one file that was dropped, if it can be one of ours."""
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]  # type: ignore[attr-defined]
    return paths[0] if len(paths) == 1 and paths[0].suffix == SUFFIX else None
