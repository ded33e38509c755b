"""The way from the form to the talk: how far it is, and the notes that still have to come into the report."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.services.talk import Talk
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.widgets.buttons import quiet, soft
from reintegratie_desktop.ui.widgets.card import Card
from reintegratie_desktop.ui.widgets.labels import section, small


class TalkStart(Card):
    """One card with one button. Signals: `wanted` to hold the talk, `report_wanted` to take the notes over."""

    wanted = Signal()
    report_wanted = Signal()

    def __init__(self, session: FormSession, parent: QWidget | None = None) -> None:
        super().__init__(padding=18, spacing=8, parent=parent)
        talk = Talk(session)
        begun, waiting = talk.has_begun, bool(session.meta.notes)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(IconLabel("message-circle", "accent", 22), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(section(talk.progress if begun else _("Samen aan tafel?")))
        self.words = small(_say(begun=begun, waiting=waiting, moved=bool(session.meta.moved)))
        words.addWidget(self.words)
        line.addLayout(words, 1)
        self.button = soft(_("Verder met het gesprek") if begun else _("Gesprek voeren"))
        self.button.clicked.connect(self.wanted)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.add_layout(line)
        self.report_button = quiet(_("Zet de notities in het verslag"), icon="pen-line")
        self.report_button.clicked.connect(self.report_wanted)
        self.add(self.report_button)
        self.column.setAlignment(self.report_button, Qt.AlignmentFlag.AlignLeft)
        self.report_button.setVisible(waiting)


def _say(*, begun: bool, waiting: bool, moved: bool) -> str:
    if waiting:
        return _("Je notities staan klaar. Ze komen in het verslag als je daarom vraagt.")
    if moved:
        return _("Wat je tijdens het gesprek opschreef, staat in het verslag.")
    if begun:
        return _("Je kunt verder waar je was.")
    return _("Eén punt tegelijk, groot op het scherm, met wat je mag vragen en je notities.")
