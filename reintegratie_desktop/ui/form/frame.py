"""The frame of a form: the steps, the bar, the page in the middle, the panel at the right, the footer."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.forms.flow import Scope
from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.form.finish_page import FinishPage
from reintegratie_desktop.ui.form.help_panel import FoldedHelp, HelpTexts, WrapScroll
from reintegratie_desktop.ui.form.page import FormPage
from reintegratie_desktop.ui.form.paper_panel import PaperPanel
from reintegratie_desktop.ui.form.top_bar import FormBar
from reintegratie_desktop.ui.widgets.footer import WizardFooter
from reintegratie_desktop.ui.widgets.labels import HairLine
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind
from reintegratie_desktop.ui.widgets.scroll import FORM_WIDTH
from reintegratie_desktop.ui.widgets.steps import StepSidebar

_PANEL_WIDE: Final = 348
_PANEL: Final = 292
_WIDE: Final = 1280
_FOLDS_BELOW: Final = 1100


class _SidePanel(QFrame):
    """The ground of the panel at the right."""

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), now.base)
        painter.fillRect(0, 0, 1, self.height(), now.hair)
        painter.end()


class FormFrame(QWidget):
    """Puts the parts of a form in their places and lets them follow the width of the window.

    Below 1100 pixels the panel at the right folds: the help under the page, the paper in a window of its own.
    """

    paper_shown = Signal(bool)

    def __init__(
        self, session: FormSession, *, show_paper: bool, back: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._show_paper = show_paper and session.flow.has_paper
        self._page: FormPage | FinishPage | None = None
        self._narrow: bool | None = None
        self._problem: Notice | None = None
        # The form is one layer; a talk lies over it.
        self.form_layer = QWidget(self)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self.form_layer)
        self._build(show_paper=show_paper, back=back)

    def _build(self, *, show_paper: bool, back: str) -> None:
        # The keyboard goes from the page to the footer, the steps, the panel and the bar; the page is made anew with
        # every step and comes last in the chain, which is a ring.
        self.footer = WizardFooter(self)
        back_words = _("Formulier sluiten") if self.session.flow.scope is Scope.RECORD else _("Terug naar dossier")
        self.sidebar = StepSidebar(back or back_words, self)
        self.side = _SidePanel(self)
        self.help = HelpTexts()
        self.paper = PaperPanel(self.session)
        self.bar = FormBar(self.session, show_paper=show_paper, parent=self)
        side = QVBoxLayout(self.side)
        side.setContentsMargins(20, 16, 20, 14)
        side.setSpacing(14)
        self._help_scroll = WrapScroll(self.help)
        side.addWidget(self._help_scroll)
        self._side_line = HairLine()
        side.addWidget(self._side_line)
        side.addWidget(self.paper, 1)
        side.addStretch(0)
        self.folded = FoldedHelp()
        self._messages = QVBoxLayout()
        self._messages.setContentsMargins(28, 0, 28, 0)
        self._stack = QStackedWidget(self)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addLayout(self._messages)
        middle.addWidget(self._stack, 1)
        self._fold_line = QHBoxLayout()
        self._fold_line.setContentsMargins(28, 4, 28, 8)
        # As wide as the page above it, with the same margins.
        self.folded.setMaximumWidth(FORM_WIDTH)
        self._fold_line.addStretch(1)
        self._fold_line.addWidget(self.folded, 1000)
        self._fold_line.addStretch(1)
        middle.addLayout(self._fold_line)
        work = QHBoxLayout()
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(0)
        work.addLayout(middle, 1)
        work.addWidget(self.side)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.bar)
        right.addLayout(work, 1)
        right.addWidget(self.footer)
        whole = QHBoxLayout(self.form_layer)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.sidebar)
        whole.addLayout(right, 1)

    @property
    def page(self) -> FormPage | FinishPage:
        """Return the page that is shown."""
        assert self._page is not None
        return self._page

    def put(self, page: FormPage | FinishPage) -> None:
        """Show another page in the middle; the old one goes away."""
        old = self._page
        self._page = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if old is not None:
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()

    def cover(self, widget: QWidget) -> None:
        """Show a widget over the whole form; the form stays as it is."""
        self._layers.addWidget(widget)
        self._layers.setCurrentWidget(widget)

    def uncover(self, widget: QWidget) -> None:
        """Show the form again; the widget over it goes away."""
        self._layers.setCurrentWidget(self.form_layer)
        self._layers.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    # --- messages ---------------------------------------------------------------------------------------------------

    @property
    def notice(self) -> Notice | None:
        """Return the message that saving does not work, or None."""
        return self._problem

    def say_not_saved(self, error: KnownError, again: Callable[[], None]) -> None:
        """Say above the page that saving does not work, with a button to try again; the text stays where it is."""
        self.footer.set_saving_problem(_("Nog niet bewaard"))
        if self._problem is None:
            self._problem = Notice(NoticeKind.LATE, "", button=_("Probeer opnieuw"), on_press=again)
            self._messages.setContentsMargins(28, 12, 28, 0)
            self._messages.addWidget(self._problem)
        more = _("Je tekst staat nog in dit venster. {hulp}").format(hulp=error.next_step)
        self._problem.set_text(error.message, more, speak=True)

    def drop_problem(self) -> bool:
        """Take the message away; tell whether there was one."""
        problem, self._problem = self._problem, None
        if problem is None:
            return False
        problem.hide()
        problem.deleteLater()
        self._messages.setContentsMargins(28, 0, 28, 0)
        return True

    def say_once(self, error: KnownError) -> None:
        """Say above the page what did not work, until the user closes it."""
        self._messages.setContentsMargins(28, 12, 28, 0)
        self._messages.addWidget(Notice(NoticeKind.LATE, error.message, error.next_step, closable=True))

    def say_first(self, title: str, text: str) -> None:
        """Say above the page why this form comes before what was asked for, and how much of it is needed."""
        self._messages.setContentsMargins(28, 12, 28, 0)
        self._messages.addWidget(Notice(NoticeKind.HINT, title, text))

    def show_paper(self, *, on: bool) -> None:
        """Show or hide the paper beside the form."""
        self._show_paper = on
        self._fit()
        self.paper_shown.emit(on)
        if on:
            self.paper.touch(soon=True)

    # --- size -------------------------------------------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.width()
        self._narrow = width < _FOLDS_BELOW
        self.bar.fit(width)
        self.side.setVisible(not self._narrow)
        self.side.setFixedWidth(_PANEL_WIDE if width >= _WIDE else _PANEL)
        self.folded.setVisible(self._narrow)
        self._fold_line.setContentsMargins(28, 4 if self._narrow else 0, 28, 8 if self._narrow else 0)
        self.paper.setVisible(self._show_paper)
        self._side_line.setVisible(self._show_paper)
        # The panel itself may still have its old height.
        room = self.height() - self.bar.minimumHeight() - self.footer.minimumHeight() - 60
        self._help_scroll.set_most(room // 2 + 40 if self._show_paper else room)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().window)
        painter.end()
