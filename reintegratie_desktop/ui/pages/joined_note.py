"""Says on one line that an earlier period of illness counts; the reason and the article unfold under it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reintegratie_desktop.services.views import JoinedView
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.widgets.buttons import quiet
from reintegratie_desktop.ui.widgets.card import Surface, row
from reintegratie_desktop.ui.widgets.labels import Label, small, strong


class JoinedNote(Surface):
    """The note over a dossier that goes on with an earlier one.

    Signals: `case_asked(case_id)` when the user wants to see the earlier dossier.
    """

    case_asked = Signal(str)

    def __init__(self, joined: JoinedView, parent: QWidget | None = None) -> None:
        super().__init__("soft", "", 8, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 12, 4)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(IconLabel("info", "accent", 18))
        line.addWidget(strong(joined.sentence), 1)
        self.why_link = quiet(_("Waarom?"), icon="chevron-right")
        self.why_link.setCheckable(True)
        line.addWidget(self.why_link)
        self.links = []
        for case_id, number in joined.earlier:
            link = quiet(_("Dossier {nummer}").format(nummer=number))
            link.clicked.connect(lambda _on=False, asked=case_id: self.case_asked.emit(asked))
            line.addWidget(link)
            self.links.append(link)
        column.addLayout(line)
        self.why = QWidget()
        inner = QVBoxLayout(self.why)
        inner.setContentsMargins(30, 0, 12, 8)
        inner.setSpacing(6)
        inner.addWidget(small(joined.why, "text"))
        source = row(spacing=8)
        source.addWidget(IconLabel("scale", "muted", 16), 0, Qt.AlignmentFlag.AlignTop)
        source.addWidget(Label(joined.source, "small_strong", wrap=True), 1)
        inner.addLayout(source)
        column.addWidget(self.why)
        self.why.hide()
        self.why_link.toggled.connect(self._unfold)
        self.setAccessibleName(f"{joined.sentence} {joined.why} {joined.source}")

    def _unfold(self, on: bool) -> None:
        self.why.setVisible(on)
        self.why_link.set_icon("chevron-down" if on else "chevron-right")
