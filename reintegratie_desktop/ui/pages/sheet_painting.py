"""The recovery sheet as a drawing: with dots on the screen, with the signs on paper."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.fonts import FAMILY, load_fonts

SHEET: Final = (396.0, 520.0)
"""Width and height of the drawing in its own units."""
GROUPS: Final = 12
_ACROSS: Final = 3
_BOX: Final = (98.0, 31.0)
_INK: Final = QColor("#1B2430")
_MUTED: Final = QColor("#5B6675")
_LINE: Final = QColor("#7C8796")
_HAIR: Final = QColor("#D5DAE1")
_LEFT: Final = 36.0


def _font(units: float, *, strong: bool = False) -> QFont:
    load_fonts()
    font = QFont(FAMILY)
    # Pixels of the drawing's own units: the painter scales them to the screen or the printer.
    font.setPixelSize(round(units))
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


def paint_sheet(painter: QPainter, owner: str, made_on: str, groups: Sequence[str] | None) -> None:
    """Paint the sheet in a box of `SHEET`; without `groups` every sign is a dot."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    right = SHEET[0] - _LEFT
    width = right - _LEFT
    _words(painter, _("Herstelblad"), 36, 22, strong=True)
    _words(painter, _("{bedrijf}, gemaakt op {dag}").format(bedrijf=owner, dag=made_on), 68, 11, colour=_MUTED)
    painter.setPen(QPen(_LINE, 1.4))
    painter.drawLine(QPointF(_LEFT, 101), QPointF(right, 101))
    _words(painter, _("Met deze tekens open je het bestand zonder wachtwoord."), 111, 12)
    gap = (width - _ACROSS * _BOX[0]) / (_ACROSS - 1)
    for index in range(GROUPS):
        left = _LEFT + (index % _ACROSS) * (_BOX[0] + gap)
        box = QRectF(left, 140 + (index // _ACROSS) * 38, *_BOX)
        painter.setPen(QPen(_LINE, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(_MUTED)
        painter.setFont(_font(8))
        painter.drawText(box.adjusted(6, 2, 0, 0), Qt.AlignmentFlag.AlignTop, str(index + 1))
        if groups is None:
            _dots(painter, box)
        else:
            painter.setPen(_INK)
            font = _font(15, strong=True)
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 2)
            painter.setFont(font)
            painter.drawText(box.adjusted(12, 0, 0, 0), Qt.AlignmentFlag.AlignCenter, groups[index])
    painter.setPen(QPen(_HAIR, 1))
    painter.drawLine(QPointF(_LEFT, 306), QPointF(right, 306))
    _words(painter, _("Bewaar dit blad in de kluis of bij de notaris."), 318, 12, strong=True)
    _words(painter, _("Niet bij de computer. Maak er geen foto van."), 338, 12)
    _words(painter, _("Kies in het programma: Openen met herstelblad."), 358, 12)
    _words(painter, _("Bewaard door"), 432, 11, colour=_MUTED)
    painter.setPen(QPen(_LINE, 1))
    painter.drawLine(QPointF(_LEFT, 474), QPointF(_LEFT + 210, 474))


def _words(
    painter: QPainter, words: str, top: float, units: float, *, strong: bool = False, colour: QColor = _INK
) -> None:
    painter.setPen(colour)
    painter.setFont(_font(units, strong=strong))
    place = QRectF(_LEFT, top, SHEET[0] - 2 * _LEFT, units * 3)
    flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
    painter.drawText(place, flags, words)


def _dots(painter: QPainter, box: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_MUTED)
    for index in range(5):
        painter.drawEllipse(QPointF(box.center().x() - 18 + 11 * index, box.center().y() + 2), 2.4, 2.4)
