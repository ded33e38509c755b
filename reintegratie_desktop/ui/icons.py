"""The icons: Lucide drawings from the bundle, in the colour of the text, sharp at every scale."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reintegratie_desktop.bundled import bundled_path
from reintegratie_desktop.text.declaring import override
from reintegratie_desktop.text.errors import BugError
from reintegratie_desktop.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QIcon, QPixmap

_SCALES: Final = (1.0, 1.25, 1.5, 2.0, 3.0)


@cache
def _source(name: str) -> bytes:
    try:
        return bundled_path("resources", "pictogrammen", f"{name}.svg").read_bytes()
    except FileNotFoundError as error:
        raise BugError(f"no icon {name}") from error


@lru_cache(maxsize=600)
def _image(name: str, colour: str, side: int) -> QImage:
    """Draw an icon `side` device pixels high in a colour such as "#1b2430"."""
    data = QByteArray(_source(name).replace(b"currentColor", colour.encode()))
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"svg")
    reader.setScaledSize(QSize(side, side))
    image = reader.read()
    if image.isNull():
        raise BugError(f"icon {name} cannot be drawn")
    return image


def _as_colour(colour: QColor | str | None) -> QColor:
    if colour is None:
        return theme.current().text
    return theme.current().colour(colour) if isinstance(colour, str) else colour


def pixmap(name: str, color: QColor | str | None = None, size: int = 18, ratio: float = 1.0) -> "QPixmap":
    """Return an icon as pixels; `color` is a colour or a token, the colour of text when None.

    Raises:
        BugError: there is no such icon.
    """
    from PySide6.QtGui import QPixmap  # noqa: PLC0415 - the first page paints its icons

    made = QPixmap.fromImage(_image(name, _as_colour(color).name(), max(1, round(size * ratio))))
    made.setDevicePixelRatio(ratio)
    return made


def icon(name: str, color: QColor | str | None = None, size: int = 18) -> "QIcon":
    """Return an icon in the colours of the theme in use; see `keep` for icons that outlive a change of theme."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415 - the first page paints its icons

    made = QIcon()
    for ratio in _SCALES:
        made.addPixmap(pixmap(name, color, size, ratio))
        made.addPixmap(pixmap(name, "muted", size, ratio), QIcon.Mode.Disabled)
    return made


def paint(painter: QPainter, box: QRectF, name: str, color: QColor | str | None = None) -> None:
    """Paint an icon centred in `box`, as large as its shorter side, sharp on the screen it is painted on."""
    side = min(box.width(), box.height())
    ratio = painter.device().devicePixelRatioF() if painter.device() is not None else 1.0
    place = QRectF(0, 0, side, side)
    place.moveCenter(box.center())
    # Whole device pixels keep the thin strokes sharp.
    place.moveTopLeft(QPointF(round(place.x() * ratio) / ratio, round(place.y() * ratio) / ratio))
    painter.drawImage(place, _image(name, _as_colour(color).name(), max(1, round(side * ratio))))


def keep(action: "QAction", name: str, color: str | None = None) -> None:
    """Give an action an icon that follows the theme for as long as the action lives."""
    action.setIcon(icon(name, color))
    follower = theme.signals()

    def refresh() -> None:
        action.setIcon(icon(name, color))

    follower.changed.connect(refresh)
    action.destroyed.connect(lambda: follower.changed.disconnect(refresh))


class IconLabel(QWidget):
    """An icon that stands beside words; hidden for screen readers unless it gets an accessible name."""

    def __init__(self, name: str, color: str = "text", size: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._color, self._side = name, color, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_icon(self, name: str, color: str | None = None) -> None:
        """Show another icon, or the same in another token."""
        self._name = name
        self._color = color or self._color
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        paint(painter, QRectF(self.rect()), self._name, self._color)
        painter.end()
