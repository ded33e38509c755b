"""Loads the one shipped type family and hands out its sizes by role. Sizes are points, never pixels."""

from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from reintegratie_desktop.bundled import bundled_path
from reintegratie_desktop.text.errors import BugError

FAMILY: Final = "Source Sans 3"
_FILES: Final = ("Regular", "SemiBold")
"""The weights of `ROLES`; paper has more of them, and loads them itself."""

ROLES: Final[dict[str, tuple[float, int]]] = {
    "display": (23, 600),
    "page_title": (20, 600),
    "talk_title": (18, 600),
    "title": (15, 600),
    "section": (12.5, 600),
    "name": (12, 600),
    "body": (11, 400),
    "label": (11, 600),
    "small": (10.5, 400),
    "small_strong": (10.5, 600),
    "smallest": (10, 400),
    "smallest_strong": (10, 600),
    "talk_body": (13, 400),
    "talk_strong": (13, 600),
    "paper": (9, 400),
    "paper_strong": (9, 600),
    "paper_title": (10.5, 600),
}
"""Point size and weight per role."""


@cache
def load_fonts() -> tuple[str, ...]:
    """Load the shipped fonts once per process and return the families they bring.

    Raises:
        BugError: a shipped font cannot be read.
    """
    families: set[str] = set()
    for name in _FILES:
        number = QFontDatabase.addApplicationFont(
            str(bundled_path("resources", "lettertypen", f"SourceSans3-{name}.ttf"))
        )
        if number < 0:
            raise BugError(f"font {name} cannot be read")
        families.update(QFontDatabase.applicationFontFamilies(number))
    return tuple(sorted(families))


@cache
def font(role: str = "body") -> QFont:
    """Return the font of a role of `ROLES`; everybody shares it, so make a copy to change something.

    Raises:
        KeyError: the role does not exist.
    """
    size, weight = ROLES[role]
    load_fonts()
    made = QFont(FAMILY)
    made.setPointSizeF(size)
    made.setWeight(QFont.Weight(weight))
    return made


@cache
def metrics(role: str = "body") -> QFontMetrics:
    """Return the measures of the font of a role.

    Raises:
        KeyError: the role does not exist.
    """
    return QFontMetrics(font(role))
