"""Pictures of widgets for a person to look at, and what every screen test measures."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from reintegratie_desktop.ui.theme import Mode, Theme

FOLDER = Path(__file__).resolve().parents[2] / "schermbeelden"
SPEAKING = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)


class Pictures:
    """Saves a widget in both themes, and once at 150 %."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        FOLDER.mkdir(exist_ok=True)

    def save(self, widget: QWidget, name: str, *, modes: tuple[Mode, ...] = ("licht", "donker")) -> list[Path]:
        saved = []
        for mode in modes:
            Theme(mode).apply(self._app)
            widget.show()
            self._app.processEvents()
            saved.append(FOLDER / f"{name}-{mode}.png")
            assert widget.grab().save(str(saved[-1]))
        Theme("licht").apply(self._app)
        self._app.processEvents()
        large = QPixmap(widget.size() * 1.5)
        large.setDevicePixelRatio(1.5)
        widget.render(large)
        saved.append(FOLDER / f"{name}-150.png")
        assert large.save(str(saved[-1]))
        return saved


def focusable(window: QWidget) -> Iterator[QWidget]:
    """Yield what the Tab key or a click can give the keyboard, inner parts of Qt's own widgets left out."""
    for widget in window.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_")
        wanted = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if wanted and not inner and widget.isVisibleTo(window) and not isinstance(widget, QScrollArea):
            yield widget


def spoken_name(widget: QWidget) -> str:
    """Return the name a screen reader hears."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    QAccessible.setActive(True)
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found is not None else ""


def nameless(window: QWidget) -> list[str]:
    """Return the focusable widgets that a screen reader cannot name."""
    return [f"{type(widget).__name__} {widget.objectName()}" for widget in focusable(window) if not spoken_name(widget)]


def cut_labels(window: QWidget) -> list[str]:
    """Return the labels that get less room than their text needs."""
    cut = []
    for label in window.findChildren(QLabel):
        if not label.isVisibleTo(window) or not label.text():
            continue
        if label.wordWrap():
            if label.heightForWidth(label.width()) > label.height() + 1:
                cut.append(label.text())
        elif label.sizeHint().width() > label.width() + 1 or label.sizeHint().height() > label.height() + 1:
            cut.append(label.text())
    return cut


def fit(window: QWidget, width: int) -> None:
    """Give a widget a width and the height it asks for there."""
    window.resize(width, 10)
    window.show()
    QApplication.processEvents()
    for _turn in range(2):
        window.resize(width, max(window.heightForWidth(width), window.minimumSizeHint().height()))
        QApplication.processEvents()
