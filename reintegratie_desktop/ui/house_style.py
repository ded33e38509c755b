"""The style of Qt's own controls: Fusion with our check marks and without its focus frame.

It is not needed for the first page, which paints itself: `theme` loads it after that.
"""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

from reintegratie_desktop.text.declaring import override
from reintegratie_desktop.ui.style import Colours, paint_box, paint_radio


class HouseStyle(QProxyStyle):
    """Fusion with our own check marks; Fusion darkens the window colour for outlines, which vanish in the dark."""

    def __init__(self, colours: Callable[[], Colours]) -> None:
        super().__init__("Fusion")
        self._colours = colours

    @override
    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        /,
        widget: QWidget | None = None,
    ) -> None:
        kinds = QStyle.PrimitiveElement
        if element in (kinds.PE_IndicatorCheckBox, kinds.PE_IndicatorRadioButton):
            flags = option.state
            paint = paint_box if element == kinds.PE_IndicatorCheckBox else paint_radio
            painter.save()
            paint(
                painter,
                QRectF(option.rect),
                self._colours(),
                on=bool(flags & QStyle.StateFlag.State_On),
                enabled=bool(flags & QStyle.StateFlag.State_Enabled),
            )
            painter.restore()
            return
        if element == kinds.PE_FrameFocusRect and widget is not None and widget.property("ring") is not None:
            return
        super().drawPrimitive(element, option, painter, widget)
