"""What to know about a dossier, on one line over it: the first sentence, the others under a link."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reintegratie_desktop.services.views import NoticeView
from reintegratie_desktop.text.i18n import _, ngettext
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.widgets.buttons import Button, quiet
from reintegratie_desktop.ui.widgets.card import Surface
from reintegratie_desktop.ui.widgets.labels import Label, small

_ASKS: tuple[str, ...] = ("past_niet", "vangnet_termijn")
"""Notices that ask for an answer; they stand on the ground of a warning."""


class CaseNotes(Surface):
    """The notes over a dossier. Signals: `particulars_asked` when the user wants to see or change the particulars."""

    particulars_asked = Signal()

    def __init__(self, notices: Sequence[NoticeView], parent: QWidget | None = None) -> None:
        first, *others = notices
        asks = first.id in _ASKS
        super().__init__("soon_bg" if asks else "soft", "", 8, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 12, 4)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(IconLabel("triangle-alert" if asks else "info", "soon" if asks else "accent", 18))
        # A long sentence wraps; it never pushes the links off the page.
        line.addWidget(Label(first.text, "small_strong", wrap=True), 1, Qt.AlignmentFlag.AlignVCenter)
        self.more_link: Button | None = None
        if others:
            words = ngettext("Nog {n}", "Nog {n}", len(others)).format(n=len(others))
            self.more_link = quiet(words, icon="chevron-right")
            self.more_link.setCheckable(True)
            spoken = ngettext("Nog {n} opmerking tonen", "Nog {n} opmerkingen tonen", len(others))
            self.more_link.setAccessibleName(spoken.format(n=len(others)))
            self.more_link.toggled.connect(self._unfold)
            line.addWidget(self.more_link)
        self.link = quiet(_("Bijzonderheden"))
        self.link.clicked.connect(self.particulars_asked)
        line.addWidget(self.link)
        column.addLayout(line)
        self.more = QWidget()
        inner = QVBoxLayout(self.more)
        inner.setContentsMargins(30, 0, 12, 8)
        inner.setSpacing(6)
        for notice in others:
            inner.addWidget(small(notice.text, "text"))
        column.addWidget(self.more)
        self.more.hide()
        self.setAccessibleName(" ".join(notice.text for notice in notices))

    def _unfold(self, on: bool) -> None:
        assert self.more_link is not None
        self.more.setVisible(on)
        self.more_link.set_icon("chevron-down" if on else "chevron-right")
