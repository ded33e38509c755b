"""The main window: welcome, a new file, unlocking, the open file, and a form over all of it."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from reintegratie_desktop.text.declaring import override
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import set_language
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.desk_window import DeskWindow
from reintegratie_desktop.ui.front_window import Place
from reintegratie_desktop.ui.preferences import Clock, Preferences
from reintegratie_desktop.ui.qt_dutch import apply_language

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

    from reintegratie_desktop.services.workspace import Workspace

IDLE_MINUTES: Final = 5
"""After this long without a key or a movement of the mouse the file locks itself."""
_SIGNS_OF_LIFE: Final = (
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate,
)  # fmt: skip


class MainWindow(DeskWindow):
    """One window for everything. It is the `Host` of its pages."""

    def __init__(self, settings: Preferences, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(settings, clock, parent)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MINUTES * 60 * 1000)
        self._idle.timeout.connect(self.lock)
        # After the picture: who is not there yet need not be watched.
        self.first_shown.connect(self._begin_watching, Qt.ConnectionType.QueuedConnection)
        for keys, act in (("Ctrl+L", self.lock), ("Ctrl+N", self._report_by_key)):
            QShortcut(QKeySequence(keys), self, act)
        self.lock_asked.connect(self.lock)
        self.theme_asked.connect(self.choose_theme)
        self.password_asked.connect(self._ask_password)
        self.sheet_asked.connect(self._show_sheet)

    @override
    def show_desk(self, desk: "Workspace", place: Place | None = None, *, example: bool = False) -> None:
        super().show_desk(desk, place, example=example)
        self._idle.start()

    @override
    def close_file(self) -> None:
        self._idle.stop()
        super().close_file()

    def _report_by_key(self) -> None:
        if self.shell is not None and self.form is None:
            self.report_sick()

    # --- locking ----------------------------------------------------------------------------------------------------

    def lock(self) -> None:
        """Save, close the file, and ask for the password; afterwards the same place opens again."""
        if self._desk is None:
            return
        if self.form is not None and not self.form.save_now():
            # The disk refuses: locking now would lose words. The form says so itself.
            self._idle.start()
            return
        for dialog in self.findChildren(QDialog):
            dialog.reject()
        if self._is_example:
            self.close_file()
            self.begin()
            return
        place, path, had_text = self.place, self.desk.path, self.form is not None
        self.close_file()
        self._after_unlock = place
        self.show_unlock(path, locked=True, had_text=had_text)

    def _begin_watching(self) -> None:
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._watch)
        self._watch(app.focusWindow())

    def _watch(self, window: "QWindow | None") -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if self._desk is not None and event.type() in _SIGNS_OF_LIFE:
            self._idle.start()
        return False

    # --- settings ---------------------------------------------------------------------------------------------------

    @override
    def choose_language(self, language: str) -> None:
        """Speak another language; the same place is shown again and nothing is lost."""
        if self.form is not None and not self.form.save_now():
            return
        try:
            set_language(language)
        except KnownError as error:
            self._tell(error)
            return
        self.settings.language = language
        self._remember()
        app = QApplication.instance()
        assert app is not None
        apply_language(app)
        if self._desk is not None:
            place = self.place
            self._close_form()
            self._make_shell()
            self.restore(place)
        elif self._front is not None:
            after = self._after_unlock
            path = getattr(self._front, "path", None)
            if type(self._front).__name__ == "UnlockPage" and isinstance(path, Path):
                self.show_unlock(path, locked=after is not None)
                self._after_unlock = after
            else:
                self.show_welcome(known=getattr(self._front, "known", None))

    def choose_theme(self, mode: str) -> None:
        """Show everything light, dark, or as the computer does."""
        self.settings.theme = mode
        self._remember()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.Theme(mode).apply(app)  # type: ignore[arg-type]

    def _ask_password(self) -> None:
        from reintegratie_desktop.ui.dialogs.password import PasswordDialog  # noqa: PLC0415 - only when asked

        PasswordDialog(self.desk, ask_old=True, parent=self).open()

    def _show_sheet(self) -> None:
        from reintegratie_desktop.ui.pages.recovery_sheet import RecoverySheetPage  # noqa: PLC0415 - only when asked

        page = RecoverySheetPage(self.desk)
        page.left.connect(self._leave_sheet)
        self._put_front(page)

    def _leave_sheet(self) -> None:
        self._drop_front()
        self.stack.setCurrentWidget(self._the_shell())

    # --- closing ----------------------------------------------------------------------------------------------------

    def save_drafts(self) -> bool:
        """Save the open form, when something goes wrong elsewhere; true when nothing is at risk."""
        return self.form is None or self.form.save_now()

    @override
    def closeEvent(self, event: QCloseEvent, /) -> None:
        if self.form is not None and not self.form.save_now():
            event.ignore()
            return
        for dialog in self.findChildren(QDialog):
            dialog.reject()
        self.close_file()
        super().closeEvent(event)
