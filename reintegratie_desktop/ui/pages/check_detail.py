"""One point of the check in full: what was found, why UWV looks at it, how to put it right, and what you write down."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reintegratie_desktop.domain.check.item import Groep, Stand
from reintegratie_desktop.services.check_views import CheckItemView
from reintegratie_desktop.services.explained import Explanation
from reintegratie_desktop.text.formatting import day_weekday, with_whole_days
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.check_explain import ConfirmPart, ExplainPart
from reintegratie_desktop.ui.pages.check_looks import SIGNS, WEIGHS, WeightBars
from reintegratie_desktop.ui.pages.common import clear_column
from reintegratie_desktop.ui.pages.explained_folds import Fold, add_folds, sign_line
from reintegratie_desktop.ui.pages.inner_scroll import InnerScroll
from reintegratie_desktop.ui.widgets.buttons import Button
from reintegratie_desktop.ui.widgets.card import Surface
from reintegratie_desktop.ui.widgets.form_row import MessageLine
from reintegratie_desktop.ui.widgets.labels import Label, section, small, strong
from reintegratie_desktop.ui.widgets.scroll import settle

_SIDE: Final = 20
_EXPLAINED: Final = (Stand.TE_LAAT, Stand.TOEGELICHT)
"""Where the keyboard goes to the reason: there is nothing else to do."""


class CheckDetail(Surface):
    """The selected point at the right of the list. What it holds scrolls by itself; the buttons stay in view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("base", "hair", 8, parent)
        self.item: CheckItemView | None = None
        self.explain: ExplainPart | None = None
        self.confirm: ConfirmPart | None = None
        self.buttons: list[Button] = []
        self.folds: list[Fold] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 16, 1, 12)
        column.setSpacing(10)
        self._scroller = InnerScroll()
        self.inner = self._scroller.column
        self.inner.setContentsMargins(_SIDE, 0, _SIDE, 4)
        self.inner.setSpacing(6)
        column.addWidget(self._scroller, 1)
        self.problem = MessageLine()
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self._foot.setSpacing(4)
        column.addLayout(self._foot)

    def show_item(
        self,
        item: CheckItemView,
        *,
        explain: ExplainPart | None,
        confirm: ConfirmPart | None,
        buttons: Sequence[Button],
        more: Sequence[Explanation],
    ) -> None:
        """Show a point with its fields and its buttons; the first button is what ends it."""
        clear_column(self.inner)
        clear_column(self._foot)
        self.item, self.explain, self.confirm = item, explain, confirm
        self.buttons, self.folds = list(buttons), []
        self.setAccessibleName(item.spoken)
        self._add_head(item)
        self.inner.addWidget(small(with_whole_days(item.finding), "text"))
        self._add_told(item, explain)
        self._add_part(_("Waarom kijkt UWV hiernaar?"), item.why)
        self._add_signs(item)
        is_said = item.stand is Stand.TE_LAAT and explain is not None
        if item.repair and item.stand is not Stand.KOMT_NOG and not is_said:
            self._add_part(_("Wat kun je vandaag doen?"), item.repair, tone="text")
        in_foot = confirm is not None and confirm.button is not None
        for part in (explain, None if in_foot else confirm):
            if part is not None:
                self.inner.addSpacing(6)
                self.inner.addWidget(part)
        if more:
            self._add_more(more)
        self.inner.addStretch(1)
        self.problem = MessageLine()
        self._foot.addWidget(self.problem)
        for button in buttons:
            if confirm is not None and button is confirm.button:
                self._foot.addWidget(confirm)
            self._foot.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        for column in (self.inner, self._foot):
            _show_now(column)
        self._scroller.go_to(0)

    def _add_head(self, item: CheckItemView) -> None:
        icon, tone = SIGNS[item.stand]
        part = sign_line(IconLabel(icon, tone, 20), section(item.title))
        self.inner.addWidget(part)
        words = item.stand_words[:1].upper() + item.stand_words[1:]
        self.inner.addWidget(Label(words, "small_strong", tone))

    def _add_told(self, item: CheckItemView, explain: ExplainPart | None) -> None:
        """Show the reason that was written down, where it cannot be changed here."""
        told = item.explanation
        if told is None or explain is not None:
            return
        self._add_part(_("Uitleg van {dag}").format(dag=day_weekday(told.datum, year=True)), told.reden, tone="text")

    def _add_part(self, heading: str, words: str, *, tone: str = "muted") -> None:
        self.inner.addSpacing(4)
        self.inner.addWidget(strong(heading))
        self.inner.addWidget(small(words, "text" if tone == "text" else "muted"))

    def _add_signs(self, item: CheckItemView) -> None:
        self.inner.addWidget(sign_line(IconLabel("scale", "muted", 16), Label(item.source, "small_strong", wrap=True)))
        if item.group is not Groep.NIET_NODIG:
            self.inner.addWidget(sign_line(WeightBars(item.weight), small(_(WEIGHS[item.weight])), drop=5))

    def _add_more(self, more: Sequence[Explanation]) -> None:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        self.folds = add_folds(column, more)
        for fold in self.folds:
            fold.link.toggled.connect(lambda _on, fold=fold: self._bring(fold))
        self.inner.addWidget(part)

    def _bring(self, fold: Fold) -> None:
        settle()
        self._scroller.show_widget(fold)

    def say(self, words: str) -> None:
        """Say above the buttons what is wrong; "" takes it away."""
        self.problem.say(words)

    def focus_first(self) -> None:
        """Put the keyboard where something can be done: the text, the day, or the first button."""
        if self.explain is not None and self.item is not None and self.item.stand in _EXPLAINED:
            self.explain.edit.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroller.show_widget(self.explain.row)
        elif self.confirm is not None and self.confirm.day_field is not None and not self._leads_elsewhere:
            self.confirm.day_field.focus_first()
        elif self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
        elif self.folds:
            self.folds[0].link.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def _leads_elsewhere(self) -> bool:
        return self.item is not None and bool(self.item.form)

    def fold_of(self, heading: str) -> Fold | None:
        """Return the explanation with this heading."""
        return next((fold for fold in self.folds if fold.told.title == heading), None)


def _show_now(column: QVBoxLayout) -> None:
    """Show what was put in a column, so that the keyboard can go there at once: Qt waits until it has time."""
    for index in range(column.count()):
        item = column.itemAt(index)
        widget = item.widget() if item is not None else None
        if widget is not None and not widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            widget.show()
