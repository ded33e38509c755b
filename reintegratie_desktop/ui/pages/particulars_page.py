"""The particulars of a dossier: what was filled in, and what that means for its dates."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.services.particulars import particulars_of
from reintegratie_desktop.services.views import CaseView, NoticeView, ParticularView
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.common import clear_column
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.widgets.buttons import Button, primary, quiet
from reintegratie_desktop.ui.widgets.card import Card, row
from reintegratie_desktop.ui.widgets.empty_state import EmptyState
from reintegratie_desktop.ui.widgets.labels import HairLine, Label, body, page_title, small
from reintegratie_desktop.ui.widgets.scroll import PageScroller

FORM: Final = "bijzonderheden"
_LABEL: Final = 260
_ASKS: Final = ("past_niet", "vangnet_termijn")


class ParticularsPage(QWidget):
    """What is different in one dossier. One button opens the form."""

    def __init__(self, host: Host, case_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self.case_id = case_id
        self.button: Button | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroller = PageScroller()
        whole.addWidget(self._scroller)
        self._column = self._scroller.column

    def refresh(self) -> None:
        """Read the particulars anew and show them."""
        desk = self._host.desk
        case, found = desk.case(self.case_id), particulars_of(desk, self.case_id)
        place = self._scroller.verticalScrollBar().value()
        clear_column(self._column)
        self.button = None
        empty = not found and not case.notices
        self._column.addWidget(self._head(case, with_button=not empty, again=bool(found)))
        if empty:
            words = _("Verlof, een vangnet, een contract dat afloopt, een brief van UWV: het verandert de datums.")
            state = EmptyState(
                _("Meestal is hier niets"),
                (words, _("Speelt er iets in dit dossier? Vul het hier in, dan gaan de datums meteen mee.")),
                picture="papers",
                button=(_("Bijzonderheden invullen"), "pencil", self._open),
                filled=True,
            )
            self._column.addWidget(state, 1)
        else:
            if case.notices:
                self._column.addWidget(_notices_card(case.notices))
            if found:
                self._column.addWidget(_answers_card(found))
            self._column.addStretch(1)
        self._scroller.verticalScrollBar().setValue(place)

    def focus_first(self) -> None:
        """Put the keyboard on the button that opens the form, or on the way back."""
        (self.button or self.back_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        self._host.open_form(FORM, self.case_id)

    def _head(self, case: CaseView, *, with_button: bool, again: bool) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        people = quiet(_("Medewerkers"))
        people.clicked.connect(lambda: self._host.go("medewerkers"))
        self.back_button = quiet(_("Dossier {nummer}").format(nummer=case.number))
        self.back_button.clicked.connect(lambda: self._host.open_case(self.case_id))
        here = Label(_("Bijzonderheden"), "small", "muted")
        chevrons = [IconLabel("chevron-right", "muted", 14) for _place in range(2)]
        crumb = row(people, chevrons[0], self.back_button, chevrons[1], here, None, spacing=4)
        crumb.setContentsMargins(-6, 0, 0, 0)
        column.addLayout(crumb)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(page_title(case.employee_name), 1)
        if with_button:
            words = _("Bijzonderheden wijzigen") if again else _("Bijzonderheden invullen")
            self.button = primary(words, icon="pencil")
            self.button.clicked.connect(self._open)
            line.addWidget(self.button)
        column.addLayout(line)
        column.addWidget(small(_("Wat in dit dossier anders is dan gewoonlijk. De datums rekenen ermee.")))
        return head

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._host.open_case(self.case_id)
        else:
            super().keyPressEvent(event)


def _notices_card(notices: tuple[NoticeView, ...]) -> Card:
    """Show what to know, one line each."""
    card = Card(_("Goed om te weten"), spacing=0)
    for notice in notices:
        asks = notice.id in _ASKS
        line = QWidget()
        inner = QHBoxLayout(line)
        inner.setContentsMargins(0, 8, 0, 2)
        inner.setSpacing(12)
        icon = IconLabel("triangle-alert" if asks else "info", "soon" if asks else "accent", 18)
        inner.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        inner.addWidget(body(notice.text), 1)
        card.add(line)
    return card


def _answers_card(found: tuple[ParticularView, ...]) -> Card:
    """Show what was filled in: the question at the left, the answer beside it."""
    card = Card(_("Wat je hebt ingevuld"), spacing=6)
    for particular in found:
        card.add(HairLine())
        line = QWidget()
        inner = QHBoxLayout(line)
        inner.setContentsMargins(0, 9, 0, 9)
        inner.setSpacing(16)
        label = Label(particular.label, "small", "muted", wrap=True)
        label.setFixedWidth(_LABEL)
        inner.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        for answer in particular.lines:
            words.addWidget(body(answer))
        inner.addLayout(words, 1)
        line.setAccessibleName(f"{particular.label}: {', '.join(particular.lines)}")
        card.add(line)
    return card
