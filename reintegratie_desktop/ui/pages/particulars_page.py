"""The particulars of a dossier: what was filled in, and what that means for its dates."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.services.particulars import particulars_of
from reintegratie_desktop.services.views import NoticeView, ParticularView
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.fonts import metrics
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.case_page_head import CasePageHead
from reintegratie_desktop.ui.pages.common import clear_column
from reintegratie_desktop.ui.pages.flush_link import FlushLink
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.widgets.buttons import Button, primary, secondary
from reintegratie_desktop.ui.widgets.card import Card
from reintegratie_desktop.ui.widgets.empty_state import EmptyState
from reintegratie_desktop.ui.widgets.labels import HairLine, Label, body
from reintegratie_desktop.ui.widgets.scroll import PageScroller

FORM: Final = "bijzonderheden"
_LABEL: Final = 260
_WRONG: Final = "past_niet"
_ASKS: Final = (_WRONG, "vangnet_termijn")


class ParticularsPage(QWidget):
    """What is different in one dossier. One button opens the form."""

    def __init__(self, host: Host, case_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self.case_id = case_id
        self.button: Button | None = None
        self.empty: EmptyState | None = None
        self.repairs: dict[str, Button] = {}
        """The buttons that open the form at one answer, by the notice or the field they belong to."""
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
        self.button, self.empty, self.repairs = None, None, {}
        empty = not found and not case.notices
        self._column.addWidget(self._head(with_button=not empty, again=bool(found)))
        if empty:
            words = _("Verlof, een vangnet, een contract dat afloopt, een brief van UWV: het verandert de datums.")
            self.empty = EmptyState(
                _("Meestal is hier niets"),
                (words, _("Speelt er iets in dit dossier? Vul het hier in, dan gaan de datums meteen mee.")),
                picture="papers",
                button=(_("Bijzonderheden invullen"), "pencil", self._open),
                filled=True,
            )
            self._column.addWidget(self.empty, 1)
        else:
            if case.notices:
                self._column.addWidget(self._notices_card(case.notices))
            if found:
                self._column.addWidget(self._answers_card(found))
            self._column.addStretch(1)
        self._scroller.verticalScrollBar().setValue(place)

    def focus_first(self) -> None:
        """Put the keyboard on the button that opens the form."""
        if self.empty is not None:
            self.empty.focus_first()
        elif self.button is not None:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        self._host.open_form(FORM, self.case_id)

    def _open_at(self, form: str, place: str, _on: bool = False) -> None:
        self._host.open_form_at(self.case_id, form, place)

    def _head(self, *, with_button: bool, again: bool) -> QWidget:
        parts = []
        if with_button:
            words = _("Bijzonderheden wijzigen") if again else _("Bijzonderheden invullen")
            self.button = primary(words, icon="pencil")
            self.button.clicked.connect(self._open)
            parts = [self.button]
        told = _("Wat in dit dossier anders is dan gewoonlijk. De datums rekenen ermee.")
        head = CasePageHead(self._host, self.case_id, FORM, *parts, sub=told)
        self.back_button = head.back
        return head

    # --- cards ------------------------------------------------------------------------------------------------------

    def _notices_card(self, notices: tuple[NoticeView, ...]) -> Card:
        """Show what to know, one line each; what asks for an answer has a button to that answer."""
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
            if notice.opens:
                words = _("Pas aan") if notice.id == _WRONG else _("Vul aan")
                button = secondary(words, small=True)
                button.setAccessibleDescription(notice.text)
                button.clicked.connect(partial(self._open_at, notice.opens, notice.place))
                inner.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
                self.repairs[notice.id] = button
            card.add(line)
        return card

    def _answers_card(self, found: tuple[ParticularView, ...]) -> Card:
        """Show what was filled in: the question at the left, the answer beside it, and a link to change it."""
        card = Card(_("Wat je hebt ingevuld"), spacing=6)
        for particular in found:
            card.add(HairLine())
            line = QWidget()
            inner = QHBoxLayout(line)
            inner.setContentsMargins(0, 9, 0, 9)
            inner.setSpacing(16)
            link = FlushLink(_("Pas aan"))
            # The link is the tallest; the words beside it stand on its line.
            drop = max(0, (link.sizeHint().height() - metrics("body").height()) // 2)
            label = Label(particular.label, "small", "muted", wrap=True)
            label.setFixedWidth(_LABEL)
            label.setContentsMargins(0, drop + 1, 0, 0)
            inner.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setContentsMargins(0, drop, 0, 0)
            words.setSpacing(2)
            for answer in particular.lines:
                words.addWidget(body(answer))
            words.addStretch(1)
            inner.addLayout(words, 1)
            link.setAccessibleName(_("Pas aan: {vraag}").format(vraag=particular.label))
            link.clicked.connect(partial(self._open_at, FORM, particular.place))
            inner.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
            self.repairs[particular.place] = link
            line.setAccessibleName(f"{particular.label}: {', '.join(particular.lines)}")
            card.add(line)
        return card

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._host.open_case(self.case_id)
        else:
            super().keyPressEvent(event)
