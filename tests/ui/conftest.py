"""Set-up of the screen tests: our theme and Dutch words in Qt, and a place to look at what was painted."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from reintegratie_desktop.ui.qt_dutch import apply_language
from reintegratie_desktop.ui.theme import Theme, current
from tests.ui.mouse import let_go
from tests.ui.pictures import Pictures


@pytest.fixture(autouse=True)
def themed(qapp: QApplication) -> Iterator[QApplication]:
    """Start every screen test in Dutch and in light; styling again costs time, so only when a test changed it."""
    if current().mode != "licht" or current().high_contrast or not qapp.styleSheet():
        apply_language(qapp)
        Theme("licht").apply(qapp)
    yield qapp
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def mouse_let_go(qapp: QApplication) -> Iterator[None]:
    """Fail the test that leaves the mouse pressed: the next one would wait for its release without end."""
    yield
    pressed = QApplication.mouseButtons()
    if pressed != Qt.MouseButton.NoButton:
        let_go(QWidget())
        pytest.fail(f"this test left {pressed} pressed")


@pytest.fixture
def pictures(qapp: QApplication) -> Pictures:
    """Return what saves a widget in light, dark and at 150 % under schermbeelden/, to be looked at by a person."""
    return Pictures(qapp)
