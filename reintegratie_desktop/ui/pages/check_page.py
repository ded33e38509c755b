"""Is mijn dossier op orde? What UWV will look at, point by point, and how to repair or explain it today."""

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.domain.check.item import Stand
from reintegratie_desktop.services import file_check
from reintegratie_desktop.services.check_views import CheckItemView, FileCheckView
from reintegratie_desktop.services.check_waits import DOSSIER, PAPERS
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.errors import show_known_error
from reintegratie_desktop.ui.pages.case_page_head import CasePageHead
from reintegratie_desktop.ui.pages.check_acts import CheckActs
from reintegratie_desktop.ui.pages.check_detail import CheckDetail
from reintegratie_desktop.ui.pages.check_list import CheckList
from reintegratie_desktop.ui.pages.check_looks import CheckSummary
from reintegratie_desktop.ui.pages.common import clear_column
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.buttons import secondary
from reintegratie_desktop.ui.widgets.empty_state import EmptyState
from reintegratie_desktop.ui.widgets.scroll import PageScroller
from reintegratie_desktop.ui.worker import run_in_background

if TYPE_CHECKING:
    from reintegratie_desktop.ui.form.preview_window import PreviewWindow

WIDE_FROM: Final = 1280
LOW_BELOW: Final = 760
DETAIL: Final = 372
DETAIL_NARROW: Final = 332
_LEAST_BELOW: Final = 260
"""The least height of the list; in a lower window the whole page scrolls."""
_EDGES: Final = (14, 16)
_EDGES_LOW: Final = (6, 10)

Shape = tuple[int, bool]
"""The width of the detail, and whether the window is low."""


class CheckPage(QWidget):
    """The check of one dossier. `reload` reads it anew and keeps what is selected and unfolded.

    Up and down walk the points, Enter opens the detail, Esc goes back to the list and then to the dossier, F6 goes
    between list and detail, Ctrl+Enter is the filled button, Ctrl+P prints.
    """

    def __init__(self, host: Host, case_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self.case_id = case_id
        self.acts = CheckActs(self, host, case_id)
        self.summary: CheckSummary | None = None
        self.list: CheckList | None = None
        self.detail: CheckDetail | None = None
        self.empty: EmptyState | None = None
        self.preview: PreviewWindow | None = None
        self._view: FileCheckView | None = None
        self._shape: Shape = (DETAIL, False)
        self._watched: QWidget | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroller = PageScroller()
        whole.addWidget(self._scroller)
        self._column = self._scroller.column
        self._column.setSpacing(12)
        for keys, act in (
            ("Ctrl+P", self.print_check),
            ("F6", self._other_side),
            ("Ctrl+Return", self._end_point),
            ("Ctrl+Enter", self._end_point),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    @property
    def view(self) -> FileCheckView:
        """Return what is shown."""
        assert self._view is not None
        return self._view

    @property
    def today(self) -> date:
        """Return the day of the check."""
        return self._host.desk.today

    @property
    def selected_step(self) -> str:
        """Return the selected point, to come back to the same place."""
        return self.list.current if self.list is not None else ""

    def reload(self) -> None:
        """Read the check anew and show it."""
        self.keep_now()
        desk = self._host.desk
        self._view = file_check.check_case(desk, self.case_id) if desk.is_reported(self.case_id) else None
        self._build()

    refresh = reload

    def focus_first(self) -> None:
        """Put the keyboard on the selected point, or on the one button of an empty page."""
        if self.list is not None:
            self.list.select(self.list.current, focus=True)
        elif self.empty is not None:
            self.empty.focus_first()

    def select(self, item_id: str, *, focus: bool = True) -> None:
        """Select a point of the check."""
        if self.list is not None:
            self.list.select(item_id, focus=focus)

    # --- building ---------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        wanted = self.selected_step
        unfolded = self.list.unfolded if self.list is not None else ()
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        clear_column(self._column)
        self.summary = self.list = self.detail = self.empty = None
        self._shape = detail_width, low = self._shape_now()
        self._scroller.set_edges(*(_EDGES_LOW if low else _EDGES))
        self._column.addWidget(self._head())
        if self._view is None:
            self._add_empty()
            return
        self.summary = CheckSummary(self.view, on_open=self._open_page, low=low)
        self._column.addWidget(self.summary)
        self.list = CheckList(self.view, compact=low)
        self.detail = CheckDetail()
        self.detail.setFixedWidth(detail_width)
        below = QWidget()
        below.setMinimumHeight(_LEAST_BELOW)
        both = QHBoxLayout(below)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        both.addWidget(self.list, 1)
        both.addWidget(self.detail)
        self._column.addWidget(below, 1)
        self.list.selected.connect(self._show)
        self.list.opened.connect(self._open)
        self.list.acted.connect(self._act)
        self.list.unfold(unfolded)
        items = self.view.items
        found = wanted if wanted in self.list.rows else items[0].id if items else ""
        self.list.select(found, focus=had_focus)

    def _add_empty(self) -> None:
        self.empty = EmptyState(
            _("Nog niets te controleren"),
            (_("Vul eerst de ziekmelding in. Daarna staat hier wat UWV later bekijkt, en hoe je ervoor staat."),),
            button=(_("Ziekmelding invullen"), "", lambda: self._host.open_form("ziekmelding", self.case_id)),
        )
        self._column.addWidget(self.empty, 1)

    def _head(self) -> QWidget:
        self.print_button = secondary(_("Controle afdrukken"), icon="printer")
        self.print_button.clicked.connect(self.print_check)
        if self._view is None:
            self.print_button.hide()
        asked = _("Is mijn dossier op orde?")
        head = CasePageHead(self._host, self.case_id, "controle", self.print_button, sub=asked)
        self.back_button = head.back
        return head

    # --- a point ----------------------------------------------------------------------------------------------------

    def item(self, item_id: str) -> CheckItemView:
        """Return a point that is shown."""
        return self.view.item(item_id)

    def _show(self, item_id: str) -> None:
        if self.detail is None:
            return
        self.keep_now()
        parts = self.acts.parts(self.item(item_id), self.view)
        self.detail.show_item(
            self.item(item_id), explain=parts.explain, confirm=parts.confirm, buttons=parts.buttons, more=parts.more
        )

    def _open_page(self, page: str) -> None:
        """Go to where something waits that is no point of the check."""
        if page == PAPERS:
            self._host.open_papers(self.case_id)
        elif page == DOSSIER:
            self._host.open_case(self.case_id)
        else:
            self._host.open_case_page(self.case_id, page)

    def _open(self, item_id: str) -> None:
        """Put the keyboard in the detail."""
        self.select(item_id, focus=False)
        if self.detail is not None:
            self.detail.focus_first()

    def _act(self, item_id: str) -> None:
        """Do what the button of a row says: open what repairs it, or go to what is written down here."""
        self.select(item_id, focus=False)
        item = self.item(item_id)
        if item.stand is Stand.TE_LAAT and not item.may_explain:
            self.next_point(after="")
        elif item.page == "toets" or item.stand is Stand.TE_LAAT:
            self._open(item_id)
        else:
            self.acts.repair(item)

    def next_point(self, *, after: str) -> None:
        """Go to the next point that asks something, from the top; without one, to the numbers."""
        waiting = [item.id for item in self.view.items if item.stand.asks and item.id != after and self._is_own(item)]
        if waiting:
            self.select(waiting[0])
            self.list_focus_detail(waiting[0])
        else:
            self.focus_first()
        announce(self, f"{self.view.headline}. {self.view.advice}")

    @staticmethod
    def _is_own(item: CheckItemView) -> bool:
        """Tell whether something can be done at this point itself: not the one that only counts the others."""
        return item.stand is not Stand.TE_LAAT or item.may_explain

    def list_focus_detail(self, item_id: str) -> None:
        """Put the keyboard in the text of a point that only needs a reason."""
        if self.item(item_id).stand is Stand.TE_LAAT:
            self._open(item_id)

    def _end_point(self) -> None:
        if self.detail is not None and self.detail.buttons:
            self.detail.buttons[0].click()

    def _other_side(self) -> None:
        if self.list is None or self.detail is None:
            return
        if self._in_detail():
            self.focus_first()
        else:
            self.detail.focus_first()

    def _in_detail(self) -> bool:
        focused = QApplication.focusWidget()
        return self.detail is not None and focused is not None and self.detail.isAncestorOf(focused)

    # --- printing ---------------------------------------------------------------------------------------------------

    def print_check(self) -> None:
        """Show the check as it prints, to print it or to save it as PDF."""
        if self._view is None:
            return
        from reintegratie_desktop.services import check_paper  # noqa: PLC0415 - only when printing

        make = check_paper.rendering(self._host.desk, self.case_id)
        run_in_background(make, self._preview, self.tell, owner=self)

    def _preview(self, pdf: bytes) -> None:
        from reintegratie_desktop.services import check_paper  # noqa: PLC0415 - only when printing
        from reintegratie_desktop.ui.form.preview_window import PreviewWindow  # noqa: PLC0415 - only when printing

        desk = self._host.desk
        window = PreviewWindow(
            pdf,
            title=_("Controle van het dossier"),
            file_name=check_paper.file_name(desk, self.case_id),
            on_saved=lambda _path: check_paper.note_saved(desk, self.case_id),
            on_printed=lambda: check_paper.note_printed(desk, self.case_id),
            parent=self._host.dialog_parent,
        )
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.preview = window
        window.open()

    def tell(self, error: KnownError) -> None:
        """Say a known error in a calm window."""
        show_known_error(self._host.dialog_parent, error)

    # --- keys, size and closing -------------------------------------------------------------------------------------

    def keep_now(self) -> None:
        """Keep what is being typed, before the page or the file goes away."""
        if self.detail is not None and self.detail.explain is not None:
            self.detail.explain.keep_now()

    def _shape_now(self) -> Shape:
        window = self.window()
        return DETAIL if window.width() >= WIDE_FROM else DETAIL_NARROW, window.height() < LOW_BELOW

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if self._view is not None and self._shape_now() != self._shape:
            self.keep_now()
            self._build()

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        window = self.window()
        if window is not self._watched:
            self._watched = window
            window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        # The window closes the file right after this.
        if event.type() == QEvent.Type.Close and watched is self._watched:
            self.keep_now()
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._in_detail():
            self.focus_first()
        else:
            self._host.open_case(self.case_id)
