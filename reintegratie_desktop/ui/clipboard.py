"""What is copied here for a form elsewhere: it does not stay on the clipboard longer than it is needed."""

from typing import Final

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

SECRET_MS: Final = 30_000
"""How long a number that nobody should keep stays on the clipboard, in milliseconds."""
_WINDOWS: Final = 'application/x-qt-windows-mime;value="{name}"'
_LEAVE_ALONE: Final = (
    (_WINDOWS.format(name="ExcludeClipboardContentFromMonitorProcessing"), b"\0\0\0\0"),
    (_WINDOWS.format(name="CanIncludeInClipboardHistory"), b"\0\0\0\0"),
    (_WINDOWS.format(name="CanUploadToCloudClipboard"), b"\0\0\0\0"),
    ("x-kde-passwordManagerHint", b"secret"),
)
"""What asks the keepers of a clipboard history to leave a secret out of it."""


class Copying(QObject):
    """Copies for one window. `clear` empties the clipboard when it still holds what was copied here."""

    def __init__(self, parent: QObject, clipboard: QClipboard | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard or QGuiApplication.clipboard()
        self._copied = ""
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(SECRET_MS)
        self.timer.timeout.connect(self.clear)

    def copy(self, text: str, *, secret: bool = False) -> None:
        """Put a text on the clipboard; a secret is taken off it again after half a minute."""
        data = QMimeData()
        data.setText(text)
        if secret:
            for kind, content in _LEAVE_ALONE:
                data.setData(kind, content)
            self.timer.start()
        else:
            self.timer.stop()
        self._clipboard.setMimeData(data)
        self._copied = text

    def clear(self) -> None:
        """Empty the clipboard, unless something else was copied in the meantime."""
        self.timer.stop()
        if self._copied and self._clipboard.text() == self._copied:
            self._clipboard.clear()
        self._copied = ""
