"""A link whose words begin exactly at its left edge, in line with the text above and below it."""

from typing_extensions import override

from reintegratie_desktop.ui.fonts import font
from reintegratie_desktop.ui.widgets.buttons import Button, Kind


class FlushLink(Button):
    """A quiet button without room at its sides; `role` is a key of `fonts.ROLES`."""

    def __init__(self, text: str, role: str = "small_strong", *, icon: str = "") -> None:
        super().__init__(text, Kind.QUIET, icon=icon, small=True)
        self.setFont(font(role))

    @override
    def _padding(self) -> int:
        return 0
