"""The head of a dossier: the way back, whose it is, the week, and the buttons; the next step is the filled one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.services.step_words import head_action
from reintegratie_desktop.services.views import CaseView
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.fonts import font
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.flush_link import FlushLink
from reintegratie_desktop.ui.widgets.buttons import Button, icon_only, primary, secondary
from reintegratie_desktop.ui.widgets.chip import Chip
from reintegratie_desktop.ui.widgets.labels import Label, page_title

_CRUMB_HEIGHT = 30
_GAP = 12


class CaseHead(QWidget):
    """Two lines of always the same height, unless the name itself needs two.

    What does not fit beside the name moves up to the line with the number of the dossier: first function and hours,
    then the week. The buttons: `back`, `more`, `papers`, `talk` (None when there is none), `do` (None likewise).
    """

    def __init__(self, case: CaseView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.back = FlushLink(_("Medewerkers"), "small")
        self._number = Label(_("Dossier {nummer}").format(nummer=case.number), "small", "muted")
        words = _("week {week} van {alle}").format(week=case.week, alle=case.weeks_total)
        if not case.is_open:
            words = _("gesloten")
        elif not case.day_known:
            words = _("nog niet af")  # no week before the first sick day is answered
        self._chips = [Chip(words, "plan"), Chip(words, "plan")]
        self._hours = [Label(case.hours_line, "small", "muted"), Label(case.hours_line, "small", "muted")]
        crumb = QHBoxLayout()
        crumb.setSpacing(6)
        crumb.addWidget(self.back)
        crumb.addWidget(IconLabel("chevron-right", "muted", 14))
        crumb.addWidget(self._number)
        crumb.addSpacing(8)
        crumb.addWidget(self._chips[0])
        crumb.addSpacing(4)
        crumb.addWidget(self._hours[0])
        crumb.addStretch(1)
        holder = QWidget()
        holder.setLayout(crumb)
        crumb.setContentsMargins(0, 0, 0, 0)
        holder.setFixedHeight(_CRUMB_HEIGHT)
        column.addWidget(holder)
        line = QHBoxLayout()
        line.setSpacing(10)
        self._name = page_title(case.employee_name)
        # One word longer than its letters: rounding must never break a name that fits.
        self._name_width = QFontMetrics(font("page_title")).horizontalAdvance(case.employee_name) + 4
        line.addWidget(self._name, 1)
        line.addSpacing(4)
        line.addWidget(self._chips[1])
        line.addWidget(self._hours[1])
        line.addStretch(1000)
        self.more = icon_only("ellipsis", _("Meer bij dit dossier"))
        self.papers = secondary(_("Papieren"), icon="files")
        self.papers.setToolTip("Ctrl+P")
        self.talk = _talk_button(case)
        self.do = _next_button(case)
        self._buttons = [button for button in (self.more, self.papers, self.talk, self.do) if button is not None]
        side = QHBoxLayout()
        side.setSpacing(8)
        for button in self._buttons:
            side.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(side)
        column.addLayout(line)
        # Shown by `_arrange`, which knows the width; before they have a place they would be windows of their own.
        for part in (self._chips[0], self._hours[0]):
            part.hide()

    def _arrange(self, width: int) -> None:
        """Put the week and the hours beside the name, or on the line above it when there is no room."""
        left = width - sum(button.sizeHint().width() + 8 for button in self._buttons) - self._name_width - 2 * _GAP
        week, hours = self._chips[1].sizeHint().width() + _GAP, self._hours[1].sizeHint().width() + _GAP
        week_beside = left >= week
        hours_beside = left >= week + hours
        for part, shown in (
            (self._chips[1], week_beside),
            (self._chips[0], not week_beside),
            (self._hours[1], hours_beside),
            (self._hours[0], not hours_beside),
        ):
            if part.isHidden() is shown:
                part.setVisible(shown)
        self._name.setMinimumWidth(min(self._name_width, max(width // 3, left + self._name_width)))

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange(self.width())


def _talk_button(case: CaseView) -> Button | None:
    """Return the button for a talk; None when there can be none, or when the talk is the next step itself."""
    step = case.next_step
    is_next = step is not None and step.form == "gesprek" and bool(step.action)
    if not case.is_open or not case.is_reported or is_next:
        return None
    talk = secondary(_("Gesprek"), icon="message-circle")
    talk.setToolTip("Ctrl+G")
    return talk


def _next_button(case: CaseView) -> Button | None:
    """Return the filled button: what must be done now; None when that is nothing."""
    step = case.next_step
    if step is None or not step.action:
        return None
    do = primary(head_action(step), icon="check" if step.can_tick and not (step.form or step.complete) else "pencil")
    do.setAccessibleName(f"{step.action}, {step.title}")
    return do
