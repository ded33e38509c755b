"""The window of a talk: its parts and their sizes, what is said about saving, and the keys that belong to it."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.services.talk import Talk
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_month
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.fields import EditorContext
from reintegratie_desktop.ui.form.autosave import AutoSave
from reintegratie_desktop.ui.form.paper_windows import PaperWindows
from reintegratie_desktop.ui.talk.bars import PausePage, TalkBar, TalkFooter
from reintegratie_desktop.ui.talk.cards import TalkCards
from reintegratie_desktop.ui.talk.middle import BeginCard, EndCard, PointCard
from reintegratie_desktop.ui.talk.points import PointList
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind

_WIDE: Final = 1200
_WIDEST: Final = 1560
_HIGH: Final = 760
_RING_ROOM: Final = 4
KEYS: Final = ("Ctrl+Down", "Ctrl+Up", "Ctrl+Return", "Ctrl+Enter", "Ctrl+K", "Ctrl+P")
"""The keys of a talk, which no field with text may keep for itself."""


class Place(StrEnum):
    """Where a talk is."""

    BEFORE = "before"
    TALKING = "talking"
    END = "end"


class TalkFrame(QWidget):
    """The points at the left, what is open in the middle, the cards at the right, the bars around them."""

    def __init__(
        self, session: FormSession, autosave: AutoSave, papers: PaperWindows, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.talk = Talk(session)
        self._autosave, self._papers = autosave, papers
        self._problem: Notice | None = None
        self.setAccessibleName(_("Gesprek voeren"))
        self._build()
        autosave.saved.connect(self._was_saved)
        autosave.failed.connect(self._not_saved)
        papers.failed.connect(self._say_once)
        self._tell_saved()

    def _build(self) -> None:
        session = self.talk.session
        context = EditorContext(today=session.desk.today, form=session.wizard.context, answers=lambda: session.answers)
        self.bar = TalkBar()
        self.footer = TalkFooter()
        self.points = PointList()
        self.card = PointCard(self.talk, context, self.footer)
        self.begin_card = BeginCard(self.talk)
        self.end_card = EndCard()
        self.cards = TalkCards()
        kept = self.cards.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.cards.setSizePolicy(kept)
        self.pause = PausePage()
        self._middle = QStackedWidget()
        # The rows at the left have as much room above them, for the ring.
        self._middle.setContentsMargins(0, _RING_ROOM, 0, 0)
        for part in (self.card, self.begin_card, self.end_card):
            self._middle.addWidget(part)
        self._messages = QVBoxLayout()
        self._work = QHBoxLayout()
        self._work.addWidget(self.points)
        self._work.addWidget(self._middle, 1)
        self._work.addWidget(self.cards)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(self._messages)
        column.addLayout(self._work, 1)
        column.addWidget(self.footer)
        self._stack = QStackedWidget()
        self._stack.addWidget(page)
        self._stack.addWidget(self.pause)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        # A field with text would keep some of the keys of a talk for itself.
        for edit in (self.card.notes, self.card.agreements.new):
            edit.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination())
            if any(QKeySequence(keys) == pressed for keys in KEYS):
                event.ignore()
                return True
        return False

    @property
    def is_paused(self) -> bool:
        """Tell whether everything is hidden."""
        return self._stack.currentWidget() is self.pause

    def start_pause(self) -> None:
        """Hide everything but the name of the program."""
        self._autosave.save_now()
        self._stack.setCurrentWidget(self.pause)
        self.pause.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- saving -----------------------------------------------------------------------------------------------------

    def _was_saved(self) -> None:
        if self._problem is not None:
            self._problem.hide()
            self._problem.deleteLater()
            self._problem = None
            self._messages.setContentsMargins(0, 0, 0, 0)
        self._tell_saved()

    def _tell_saved(self) -> None:
        session = self.talk.session
        moment = session.saved_at
        if moment is None:
            self.footer.set_saved("")
            return
        older = moment.date() != session.desk.today
        self.footer.set_saved(moment.strftime("%H:%M"), day_month(moment.date()) if older else "")

    def _not_saved(self, error: KnownError) -> None:
        self.footer.set_saving_problem(_("Nog niet bewaard"))
        if self._problem is None:
            self._problem = Notice(NoticeKind.LATE, "", button=_("Probeer opnieuw"), on_press=self._try_again)
            self._messages.setContentsMargins(32, 12, 32, 0)
            self._messages.addWidget(self._problem)
        more = _("Je tekst staat nog in dit venster. {hulp}").format(hulp=error.next_step)
        self._problem.set_text(error.message, more, speak=True)

    def _try_again(self) -> None:
        self.talk.session.is_dirty = True
        self._autosave.save_now()

    def _say_once(self, error: KnownError) -> None:
        self._messages.setContentsMargins(32, 12, 32, 0)
        self._messages.addWidget(Notice(NoticeKind.LATE, error.message, error.next_step, closable=True))

    # --- sizes ------------------------------------------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        side = 32 if wide else 24
        outside = max(0, (self.width() - _WIDEST) // 2)
        self._work.setContentsMargins(outside + side - _RING_ROOM, 20 - _RING_ROOM, outside + side, 16)
        self._work.setSpacing((24 if wide else 16) - _RING_ROOM)
        self.points.setFixedWidth((324 if wide else 248) + 2 * _RING_ROOM)
        self.cards.setFixedWidth((308 if wide else 256) + _RING_ROOM)
        compact = not wide or self.height() < _HIGH
        for part in (self.points, self.card, self.cards):
            part.set_compact(on=compact)
        self.bar.set_margin(side)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().window)
        painter.end()
