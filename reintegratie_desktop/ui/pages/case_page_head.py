"""The head of a page of a dossier: the way back, whose it is, the week of illness, and the buttons of the page."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.services.case_title import case_title
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.fonts import font
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.case_pages import case_page
from reintegratie_desktop.ui.pages.flush_link import FlushLink
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.widgets.chip import Chip
from reintegratie_desktop.ui.widgets.labels import Label, page_title, small

_CRUMB_HEIGHT: Final = 30
_GAP: Final = 12


class CasePageHead(QWidget):
    """Stands over every page of a dossier: `Medewerkers > Fatima el Amrani > Loon`, the name, and the week.

    `here` is the key of the page in `case_pages.CASE_PAGES`; `sub` is one line under the name, which may be left empty;
    `parts` stand at the right, from left to right: the buttons of the page, the filled one last. The week and the
    number of the dossier stand beside the name, or on the line above it when there is no room. `back` goes to the
    dossier and is where the keyboard goes on a page without a button of its own.
    """

    def __init__(
        self, host: Host, case_id: str, here: str, *parts: QWidget, sub: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        title = case_title(host.desk, case_id)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(0)
        told = _("week {week} van {alle}") if title.is_open else _("gesloten")
        week = told.format(week=title.week, alle=title.weeks_total)
        number = _("Dossier {nummer}").format(nummer=title.number)
        self.people = FlushLink(_("Medewerkers"), "small")
        self.people.clicked.connect(lambda: host.go("medewerkers"))
        self.back = FlushLink(title.employee_name, "small")
        self.back.setAccessibleName(_("Dossier van {naam}").format(naam=title.employee_name))
        self.back.clicked.connect(lambda: host.open_case(case_id))
        self.here = Label(_(case_page(here).title), "small", "muted")
        self.week = (Chip(week, "plan"), Chip(week, "plan"))
        """The week on the line above the name, and beside the name; one of the two is shown."""
        self.number = (Label(number, "small", "muted"), Label(number, "small", "muted"))
        """The number of the dossier, likewise."""
        crumb = QHBoxLayout()
        crumb.setContentsMargins(0, 0, 0, 0)
        crumb.setSpacing(6)
        chevrons = [IconLabel("chevron-right", "muted", 14) for _place in range(2)]
        for part in (self.people, chevrons[0], self.back, chevrons[1], self.here):
            crumb.addWidget(part)
        crumb.addSpacing(8)
        crumb.addWidget(self.week[0])
        crumb.addSpacing(4)
        crumb.addWidget(self.number[0])
        crumb.addStretch(1)
        holder = QWidget()
        holder.setLayout(crumb)
        holder.setFixedHeight(_CRUMB_HEIGHT)
        column.addWidget(holder)
        line = QHBoxLayout()
        line.setSpacing(10)
        self.name = page_title(title.employee_name)
        # One word longer than its letters: rounding must never break a name that fits.
        self._name_width = QFontMetrics(font("page_title")).horizontalAdvance(title.employee_name) + 4
        line.addWidget(self.name, 1)
        line.addSpacing(4)
        line.addWidget(self.week[1])
        line.addWidget(self.number[1])
        line.addStretch(1000)
        self._parts = parts
        for own in parts:
            line.addWidget(own, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(line)
        self.sub = small(sub)
        column.addSpacing(2)
        column.addWidget(self.sub)
        # Shown by `_arrange`, which knows the width; before they have a place they would be windows of their own.
        for hidden in (self.week[0], self.number[0]):
            hidden.hide()
        if not sub:
            self.sub.hide()

    def _arrange(self, width: int) -> None:
        """Put the week and the number beside the name, or on the line above it when there is no room."""
        taken = sum(part.sizeHint().width() + 10 for part in self._parts if not part.isHidden())
        left = width - taken - self._name_width - 2 * _GAP
        week = self.week[1].sizeHint().width() + _GAP
        beside = (left >= week, left >= week + self.number[1].sizeHint().width() + _GAP)
        for (above, next_to), is_beside in zip((self.week, self.number), beside, strict=True):
            for part, shown in ((next_to, is_beside), (above, not is_beside)):
                if part.isHidden() is shown:
                    part.setVisible(shown)
        self.name.setMinimumWidth(min(self._name_width, max(width // 3, left + self._name_width)))

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange(self.width())
