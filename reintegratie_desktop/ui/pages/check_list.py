"""The list of the check: what asks something on top, the heaviest first, and what is in order folded away."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reintegratie_desktop.domain.check.item import Groep
from reintegratie_desktop.services.check_views import CheckItemView, FileCheckView
from reintegratie_desktop.services.file_check import GROUP_WORDS
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.pages.check_row import CheckRow, GroupHead
from reintegratie_desktop.ui.pages.inner_scroll import InnerScroll
from reintegratie_desktop.ui.widgets.buttons import secondary
from reintegratie_desktop.ui.widgets.card import Surface
from reintegratie_desktop.ui.widgets.labels import HairLine

_FOLDS: Final = (Groep.OP_ORDE, Groep.NIET_NODIG)


class CheckList(Surface):
    """All points under their headings; the card scrolls by itself, so that the summary stays in view.

    Signals: `selected(item_id)`, `opened(item_id)` for Enter, `acted(item_id)` for the button of a row.
    """

    selected = Signal(str)
    opened = Signal(str)
    acted = Signal(str)

    def __init__(self, view: FileCheckView, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("base", "hair", 8, parent)
        self.setAccessibleName(_("Punten van de controle"))
        self._compact = compact
        self._acts = view.is_open
        self.rows: dict[str, CheckRow] = {}
        self.heads: dict[Groep, GroupHead] = {}
        self._group_of: dict[str, Groep] = {}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 2, 1, 4)
        self.scroller = InnerScroll()
        whole.addWidget(self.scroller)
        actions = {item.action for item in view.items if item.action} if self._acts else set()
        self._action_width = max((secondary(words, small=True).sizeHint().width() for words in actions), default=0)
        shown = [group for group in Groep if view.group(group)]
        first_open = next((group for group in shown if group not in _FOLDS), None)
        for index, group in enumerate(shown):
            if index:
                self.scroller.column.addWidget(HairLine())
            self._add_group(group, view.group(group), unfolded=first_open is None and index == 0)
        self.scroller.column.addStretch(1)

    def _add_group(self, group: Groep, items: tuple[CheckItemView, ...], *, unfolded: bool) -> None:
        folds = group in _FOLDS
        head = GroupHead(_(GROUP_WORDS[group]), len(items), folds=folds, compact=self._compact)
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 2, 0, 6)
        inner.setSpacing(0)
        for item in items:
            inner.addWidget(self._row(item))
            self._group_of[item.id] = group
        self.scroller.column.addWidget(head)
        self.scroller.column.addWidget(HairLine())
        self.scroller.column.addWidget(inside)
        head.toggled.connect(inside.setVisible)
        self.heads[group] = head
        if folds and not unfolded:
            head.setChecked(False)
            inside.hide()

    def _row(self, item: CheckItemView) -> CheckRow:
        action = item.action if self._acts else ""
        line = CheckRow(item, action, self._action_width, compact=self._compact)
        line.chosen.connect(lambda: self.select(item.id))
        line.opened.connect(lambda: self.opened.emit(item.id))
        line.acted.connect(lambda: self.acted.emit(item.id))
        line.walked.connect(lambda way: self._walk(item.id, way))
        line.ended.connect(lambda way: self._walk(item.id, way * len(self.rows)))
        self.rows[item.id] = line
        return line

    @property
    def current(self) -> str:
        """Return the selected point, or ""."""
        return next((item_id for item_id, line in self.rows.items() if line.is_selected), "")

    @property
    def unfolded(self) -> tuple[Groep, ...]:
        """Return the groups that are open."""
        return tuple(group for group, head in self.heads.items() if head.isChecked())

    def unfold(self, groups: tuple[Groep, ...]) -> None:
        """Open these groups as well."""
        for group in groups:
            if group in self.heads:
                self.heads[group].setChecked(True)

    def select(self, item_id: str, *, focus: bool = False) -> None:
        """Select a point, unfold its group and show it; with `focus` the keyboard goes there."""
        chosen = self.rows.get(item_id)
        if chosen is None:
            return
        if not chosen.is_selected:
            for line in self.rows.values():
                line.set_selected(on=line is chosen)
            self.selected.emit(item_id)
        self.heads[self._group_of[item_id]].setChecked(True)
        if focus:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)
        self.scroller.show_widget(chosen)

    def _walk(self, item_id: str, way: int) -> None:
        shown = [key for key, line in self.rows.items() if line.isVisibleTo(self)]
        place = max(0, min(len(shown) - 1, shown.index(item_id) + way))
        self.rows[shown[place]].setFocus(Qt.FocusReason.TabFocusReason)
