"""The bar above a form: which form, about whom, until when, and how to look at it."""

from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.services import two_languages
from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import icons, theme
from reintegratie_desktop.ui.widgets.buttons import icon_only, secondary
from reintegratie_desktop.ui.widgets.chip import DeadlineChip
from reintegratie_desktop.ui.widgets.labels import Label
from reintegratie_desktop.ui.widgets.segmented import Segmented
from reintegratie_desktop.ui.widgets.switch import Switch

STEPS, WHOLE = "steps", "whole"
_LEAST = 560


class FormBar(QFrame):
    """Title, person and date; "Stap voor stap / Hele formulier"; "Papier tonen"; a menu.

    Signals: `mode_chosen("steps" or "whole")`, `paper_toggled(bool)`, `paper_wanted`, `by_hand_wanted`,
    `agenda_wanted`, `two_languages_wanted(language, by_hand, layout)`.
    """

    mode_chosen = Signal(str)
    paper_toggled = Signal(bool)
    paper_wanted = Signal()
    by_hand_wanted = Signal()
    agenda_wanted = Signal()
    two_languages_wanted = Signal(str, bool, str)

    def __init__(self, session: FormSession, *, show_paper: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._narrow: bool | None = None
        self._has_paper = session.flow.has_paper
        self.setMinimumHeight(60)
        # The bar sheds parts when the window is narrow; what it holds now must not keep the window wide.
        self.setMinimumWidth(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        self._line = line
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        self.title = Label(_(session.flow.title), "name")
        self.about = Label("", "small", "muted")
        words.addWidget(self.title)
        words.addWidget(self.about)
        words.addStretch(1)
        line.addLayout(words)
        self.chip = DeadlineChip(0)
        line.addWidget(self.chip)
        line.addStretch(1)
        self.agenda_button = secondary(_("Agenda afdrukken"), icon="printer", small=True)
        if session.flow.key != "gesprek":
            self.agenda_button.hide()
        self.mode = Segmented(
            [(STEPS, _("Stap voor stap")), (WHOLE, _("Hele formulier"))], _("Hoe je het formulier ziet")
        )
        self.switch = Switch(_("Papier tonen"))
        self.switch.setChecked(show_paper)
        self.paper_button = secondary(_("Papier bekijken"), icon="files", small=True)
        self.menu_button = icon_only("ellipsis", _("Meer over dit formulier"))
        for part in (self.agenda_button, self.mode, self.switch, self.paper_button, self.menu_button):
            line.addWidget(part)
        self.menu_button.setVisible(self._has_paper)
        self.mode.chosen.connect(self.mode_chosen)
        self.switch.toggled.connect(self.paper_toggled)
        self.paper_button.clicked.connect(self.paper_wanted)
        self.agenda_button.clicked.connect(self.agenda_wanted)
        self.menu_button.clicked.connect(self._open_menu)
        self.refresh()
        self.fit(0)

    def refresh(self) -> None:
        """Show whom and when the form is about, as the answers are now."""
        days = self._session.due_days
        self.about.setText(", ".join(part for part in (self._session.full_person, self._when(days)) if part))
        # Alone, the title stands in the middle of the bar.
        self.about.setVisible(bool(self.about.text()))
        known = days is not None and not self._session.needs_reason
        if known and days is not None:
            # As in the dossier: the safe day counts until it is past.
            safe, latest = days
            today = self._session.desk.today
            self.chip.set_days(((safe if safe >= today else latest) - today).days)
        self.chip.setVisible(known and not self._narrow)

    def _when(self, days: tuple[date, date] | None) -> str:
        if self._session.flow.key == "gesprek":
            day = as_day(self._session.answers.get("datum"))
            return _("gesprek van {dag}").format(dag=day_weekday(day)) if day else ""
        paper = self._session.newest_paper
        if paper is not None:
            if self._narrow:
                return _("nieuwe versie")
            return _("nieuwe versie, de vorige is van {dag}").format(dag=day_weekday(paper.made_on))
        if days is None:
            return ""
        safe, latest = days
        if safe == latest or safe < self._session.desk.today or self._narrow:
            return _("uiterlijk {dag}").format(dag=day_weekday(latest))
        return _("liefst {veilig}, uiterlijk {dag}").format(veilig=day_weekday(safe), dag=day_weekday(latest))

    def menu(self) -> QMenu:
        """Return the menu of the form."""
        menu = QMenu(self)
        look = menu.addAction(icons.icon("files", "muted"), _("Papier groot bekijken en afdrukken"))
        look.triggered.connect(self.paper_wanted)
        by_hand = menu.addAction(icons.icon("pen-line", "muted"), _("Leeg formulier om met de hand in te vullen"))
        by_hand.triggered.connect(self.by_hand_wanted)
        if self._session.flow.key == "gesprek":
            agenda = menu.addAction(icons.icon("printer", "muted"), _("Agenda afdrukken"))
            agenda.triggered.connect(self.agenda_wanted)
        for language in two_languages.languages():
            self._add_two_languages(menu, language)
        return menu

    def _add_two_languages(self, menu: QMenu, language: str) -> None:
        """Add the papers that are not finished yet with another language beside the Dutch."""
        choices = [
            (_("Concept in twee talen: Nederlands en {taal}"), False, "form"),
            (_("Leeg formulier in twee talen: Nederlands en {taal}"), True, "form"),
        ]
        if self._session.flow.key == "gesprek":
            choices.append((_("Agenda in twee talen: Nederlands en {taal}"), False, "agenda"))
        for words, by_hand, layout in choices:
            action = menu.addAction(icons.icon("files", "muted"), words.format(taal=two_languages.name_of(language)))
            action.triggered.connect(partial(self.two_languages_wanted.emit, language, by_hand, layout))

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height())))

    def fit(self, width: int) -> None:
        """Take the form that belongs to the width of the window; below 1100 the paper has a window of its own."""
        narrow = width < 1100
        if narrow != self._narrow:
            self._narrow = narrow
            # In a small window the longest title needs what stands between the buttons.
            self._line.setContentsMargins(28, 6, 12 if narrow else 24, 6)
            self._line.setSpacing(8 if narrow else 14)
            talk = self._session.flow.key == "gesprek"
            self.switch.setVisible(self._has_paper and not narrow)
            self.paper_button.setVisible(self._has_paper and narrow and not talk)
            self.refresh()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), now.base)
        painter.fillRect(0, self.height() - 1, self.width(), 1, now.hair)
        painter.end()
