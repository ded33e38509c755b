"""Small controls beside each other that go on in a next line where there is no room."""

from typing import Final

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

_GAP: Final = 6


class WrapRow(QWidget):
    """Places its controls from left to right, in as many lines as it needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controls: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, control: QWidget) -> None:
        """Put a control behind the others."""
        control.setParent(self)
        self.controls.append(control)
        self.updateGeometry()

    def _places(self, width: int) -> tuple[list[QPoint], int]:
        """Return where each control stands at a width, and how high all lines are."""
        places: list[QPoint] = []
        left = top = line = 0
        for control in self.controls:
            size = control.sizeHint()
            if left and left + size.width() > width:
                left, top, line = 0, top + line + _GAP, 0
            places.append(QPoint(left, top))
            left += size.width() + _GAP
            line = max(line, size.height())
        return places, top + line

    @override
    def heightForWidth(self, width: int, /) -> int:
        return self._places(width)[1]

    @override
    def sizeHint(self) -> QSize:
        width = sum(control.sizeHint().width() + _GAP for control in self.controls)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(max((control.sizeHint().width() for control in self.controls), default=0), 0)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        for control, place in zip(self.controls, self._places(self.width())[0], strict=True):
            control.setGeometry(place.x(), place.y(), control.sizeHint().width(), control.sizeHint().height())
