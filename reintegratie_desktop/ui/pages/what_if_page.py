"""The page "Wat als" of a dossier: change a day and see every date move. Nothing is ever kept."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.services.what_if import WhatIf
from reintegratie_desktop.services.what_if_facts import Trial
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.pages.case_page_head import CasePageHead
from reintegratie_desktop.ui.pages.common import clear_column
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.pages.what_if_fields import TryFields
from reintegratie_desktop.ui.pages.what_if_result import TryResult
from reintegratie_desktop.ui.widgets.buttons import secondary
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind
from reintegratie_desktop.ui.widgets.scroll import PageScroller

_WIDE_FROM: Final = 1200
_FIELDS: Final = 320
_FIELDS_NARROW: Final = 284


class WhatIfPage(QWidget):
    """Tries days on one dossier."""

    def __init__(self, host: Host, case_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self.case_id = case_id
        self._case: WhatIf | None = None
        self._fields: TryFields | None = None
        self._result: TryResult | None = None
        self._tried: Trial | None = None
        """What was computed last; half a day in a field changes nothing."""
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroller = PageScroller()
        whole.addWidget(self._scroller)
        self._column = self._scroller.column

    @property
    def case(self) -> WhatIf:
        """Return the dossier to try on."""
        assert self._case is not None
        return self._case

    @property
    def fields(self) -> TryFields:
        """Return the fields at the left."""
        assert self._fields is not None
        return self._fields

    @property
    def result(self) -> TryResult:
        """Return what is shown at the right."""
        assert self._result is not None
        return self._result

    def refresh(self) -> None:
        """Read the dossier anew and begin again with the days as they are."""
        desk = self._host.desk
        self._case = WhatIf(desk, self.case_id)
        clear_column(self._column)
        self._column.addWidget(self._head())
        self._column.addWidget(Notice(NoticeKind.HINT, _("Dit is proberen. Er wordt niets bewaard.")))
        below = QWidget()
        both = QHBoxLayout(below)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        self._fields = TryFields(self._case, desk.today)
        self._result = TryResult(self._case.line, self._host.clock)
        both.addWidget(self._fields, 0, Qt.AlignmentFlag.AlignTop)
        both.addWidget(self._result, 1, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(below)
        self._column.addStretch(1)
        self._fit()
        self._fields.changed.connect(self._try)
        self._tried = None
        self._try()

    def reload(self) -> None:
        """Read the dossier anew; another name for `refresh`."""
        self.refresh()

    def focus_first(self) -> None:
        """Put the keyboard in the first field."""
        first = next(iter(self.fields.lines.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_back(self) -> None:
        """Show the days as they are in the dossier."""
        self.fields.put_back()
        self.focus_first()

    def _head(self) -> QWidget:
        self.back_to_now = secondary(_("Terugzetten"), icon="undo-2")
        self.back_to_now.clicked.connect(self.put_back)
        asked = _("Wat als een datum anders was?")
        head = CasePageHead(self._host, self.case_id, "wat_als", self.back_to_now, sub=asked)
        self.back_button = head.back
        return head

    def _try(self) -> None:
        """Compute everything with the days in the fields."""
        fields, result = self.fields, self.result
        trial = fields.trial
        if trial == self._tried:
            return
        self._tried = trial
        if trial == self.case.now:
            fields.show_refused({})
            result.show_nothing()
            return
        outcome = self.case.outcome(trial)
        fields.show_refused(outcome.refused)
        if outcome.refused:
            result.show_refused()
        else:
            result.show_outcome(outcome)

    def _fit(self) -> None:
        self.fields.setFixedWidth(_FIELDS if self.window().width() >= _WIDE_FROM else _FIELDS_NARROW)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if self._fields is not None:
            self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._host.open_case(self.case_id)
        else:
            super().keyPressEvent(event)
