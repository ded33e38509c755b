"""A talk over the whole window: the points, the open one with its notes, and what may be asked.

Everything written here is in the session at once, so leaving, locking or ending the program loses nothing.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from reintegratie_desktop.forms.talk_guides import talk_cards, tells_it_short
from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.form.autosave import AutoSave
from reintegratie_desktop.ui.form.paper_windows import PaperWindows
from reintegratie_desktop.ui.talk.menus import open_at, point_menu, talk_menu
from reintegratie_desktop.ui.talk.talk_frame import KEYS, Place, TalkFrame
from reintegratie_desktop.ui.widgets.announce import announce

__all__ = ["Place", "TalkView"]


class TalkView(TalkFrame):
    """Holds a talk. Signals: `left` for back to the form, `made(points)` when the notes moved into the report.

    `points` are those whose notes were too long for the report and still stand here.
    """

    left = Signal()
    made = Signal(object)

    def __init__(
        self, session: FormSession, autosave: AutoSave, papers: PaperWindows, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, autosave, papers, parent)
        self._asked_for_next = False
        self.place = Place.TALKING if self.talk.has_begun else Place.BEFORE
        self._connect()
        self._shortcuts()
        self.refresh()

    # --- building ---------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.bar.print_asked.connect(self.print_agenda)
        self.bar.pause_asked.connect(self.start_pause)
        self.bar.menu_asked.connect(self._open_menu)
        self.begin_card.print_asked.connect(self.print_agenda)
        self.points.opened.connect(self.open)
        self.points.ticked.connect(self.tick)
        self.points.menu_asked.connect(self._open_row_menu)
        self.card.changed.connect(self._changed)
        self.card.ended.connect(self.finish)
        self.footer.back.connect(self.go_back)
        self.footer.next.connect(self.go_on)
        self.pause.ended.connect(self.end_pause)

    def _shortcuts(self) -> None:
        actions: tuple[Callable[[], None], ...] = (
            partial(self.step, 1), partial(self.step, -1), self.go_on, self.go_on, self.new_agreement,
            self.print_agenda,
        )  # fmt: skip
        for keys, act in zip(KEYS, actions, strict=True):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._by_key, act))

    def _by_key(self, act: Callable[[], None]) -> None:
        if self.is_paused:
            self.end_pause()
        else:
            act()

    # --- showing ----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the talk as it is now."""
        talk = self.talk
        name = talk.session.person
        self.bar.show_talk(_("Gesprek met {naam}").format(naam=name), talk.about)
        point = talk.current
        open_key = point.key if self.place is Place.TALKING else ""
        self.points.show_points(talk.points(), open_key, talk.progress)
        may, never = talk_cards(talk.kind, open_key, name)
        self.cards.show_cards(may, never, name, tells_it_short())
        if self.place is Place.TALKING:
            self.card.show_point(point)
            self._middle.setCurrentWidget(self.card)
        elif self.place is Place.END:
            self.end_card.show_lines(talk.summary())
            self._middle.setCurrentWidget(self.end_card)
        else:
            self._middle.setCurrentWidget(self.begin_card)
        self.cards.setVisible(self.place is not Place.END)
        self.footer.set_words(*self._words())

    def _words(self) -> tuple[str, str]:
        to_form = _("Terug naar het formulier")
        if self.place is Place.BEFORE:
            return to_form, _("Beginnen")
        if self.place is Place.END:
            return _("Terug naar het gesprek"), _("Maak het verslag")
        point = self.talk.current
        back = _("Vorig punt") if point.number > 1 else to_form
        return back, _("Gesprek afronden") if point.closes else _("Besproken, volgend punt")

    def _show_place(self, place: Place) -> None:
        self.place = place
        self.refresh()
        self.focus_first()
        point = self.talk.current
        spoken = {
            Place.BEFORE: self.begin_card.title.text(),
            Place.END: self.end_card.accessibleName(),
            Place.TALKING: ", ".join(
                (_("Punt {nummer} van {alle}").format(nummer=point.number, alle=point.of), point.text)
            ),
        }
        announce(self, spoken[place])

    def focus_first(self) -> None:
        """Put the keyboard where this place begins: in the notes, or on the one button."""
        if self.place is Place.TALKING and not self.card.next_box.is_asking:
            self.card.focus_notes()
        elif self.place is Place.TALKING:
            self.card.next_box.row.focus_first()
        else:
            self.footer.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- walking ----------------------------------------------------------------------------------------------------

    def open(self, key: str) -> None:
        """Open a point, in any order."""
        self.card.close_editor()
        self.talk.open(key)
        self._changed()
        self._show_place(Place.TALKING)
        if self.talk.current.closes and not self.talk.has_next:
            self.card.ask_next(focus=False)

    def step(self, by: int) -> None:
        """Open the point before or after this one."""
        if self.place is Place.TALKING and (found := self.talk.neighbour(by)) is not None:
            self.open(found.key)

    def tick(self, key: str) -> None:
        """Tick a point, or take the tick away. A tick at the open point goes on to the next one."""
        point = next(point for point in self.talk.points() if point.key == key)
        self.talk.tick(key, done=not point.done)
        self._changed()
        following = self.talk.next_open()
        is_open = self.place is Place.TALKING and self.talk.current.key == key
        if is_open and not point.done and following is not None:
            self.open(following.key)
        else:
            self.refresh()

    def go_on(self) -> None:
        """Do what the filled button says."""
        if self.place is Place.END:
            self.make_report()
            return
        if self.place is Place.BEFORE:
            self.open(self.talk.current.key)
            return
        self.talk.tick(self.talk.current.key, done=True)
        self._changed()
        following = self.talk.next_open()
        if following is not None:
            self.open(following.key)
        elif self.talk.next_problem() or (not self.talk.has_next and not self._asked_for_next):
            # A day that cannot be stays in view with its sentence; "later invullen" goes on all the same.
            self._asked_for_next = True
            self.refresh()
            self.card.ask_next(at_end=True)
            announce(self, _("Wanneer spreken jullie elkaar weer?"))
        else:
            self.finish()

    def go_back(self) -> None:
        """Do what the button left of it says."""
        if self.place is Place.END:
            self._show_place(Place.TALKING)
        elif self.place is Place.TALKING and self.talk.neighbour(-1) is not None:
            self.step(-1)
        else:
            self.leave()

    def finish(self) -> None:
        """Show the end of the talk; the report is made with one more press."""
        self.card.close_editor()
        self._asked_for_next = False
        self._show_place(Place.END)

    def make_report(self) -> None:
        """Move the notes into the report and go there."""
        self._end_with(self.talk.make_report())

    def stop(self) -> None:
        """End the talk because the employee does not want to go on: one neutral sentence, and the report."""
        self._end_with(self.talk.stop())

    def _end_with(self, kept: tuple[str, ...]) -> None:
        self._autosave.save_now()
        self.made.emit(kept)

    def leave(self) -> None:
        """Go back to the form; everything stays as it is."""
        self._autosave.save_now(also_place=self.talk.session.saved_at is not None)
        self.left.emit()

    def new_agreement(self) -> None:
        """Go to the line for a new agreement."""
        if self.place is Place.TALKING:
            new = self.card.agreements.new
            new.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.card.show_part(new)

    def print_agenda(self) -> None:
        """Show the agenda as it will be printed."""
        self._papers.open(layout="agenda")

    # --- pause and menus --------------------------------------------------------------------------------------------

    def end_pause(self) -> None:
        """Show the talk again, at the same point."""
        self._stack.setCurrentIndex(0)
        self.focus_first()

    def _open_menu(self) -> None:
        button = self.bar.menu_button
        open_at(talk_menu(self), button.mapToGlobal(QPoint(0, button.height())))

    def _open_row_menu(self, key: str, place: QPoint) -> None:
        open_at(point_menu(self, key), place)

    # --- Qt ---------------------------------------------------------------------------------------------------------

    def _changed(self) -> None:
        self._autosave.touch()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        # Nothing goes on to the form underneath.
        event.accept()
        if event.key() == Qt.Key.Key_Escape and not self.card.close_editor():
            self.leave()

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self.focus_first()
