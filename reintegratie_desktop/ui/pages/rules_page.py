"""Regels: every value the program counts with, and taking newer ones in use."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.services.rules import Change, RuleLine, back_to_shipped, load_rules, matching, rules_view
from reintegratie_desktop.services.rules_data import cases_line
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _, ngettext
from reintegratie_desktop.ui.dialogs.base import ConfirmDialog, fit_to_screen
from reintegratie_desktop.ui.pages.common import PageHead, clear_column
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.pages.rules_detail import RuleDetail
from reintegratie_desktop.ui.pages.rules_list import RulesList
from reintegratie_desktop.ui.qt_dutch import name_file_dialog
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.buttons import primary, secondary
from reintegratie_desktop.ui.widgets.card import Surface, row
from reintegratie_desktop.ui.widgets.empty_state import EmptyState
from reintegratie_desktop.ui.widgets.labels import small
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind
from reintegratie_desktop.ui.widgets.segmented import Segmented
from reintegratie_desktop.ui.widgets.text_edit import LineEdit

ALL: Final = "alles"
TO_CHECK: Final = "te_controleren"
TO_READ: Final = "uitleg"
_PANEL: Final = 356
_PANEL_NARROW: Final = 300
_NARROW: Final = 1100
_MARGIN: Final = 32
_MARGIN_NARROW: Final = 24
_WIDEST: Final = 1160


class RulesPage(QWidget):
    """The rules in use, with a search line, what is to be checked, and the history of the selected one.

    The head keeps its place; the list and the history scroll by themselves.
    """

    def __init__(self, host: Host, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._lines: tuple[RuleLine, ...] = ()
        self.said: Notice | None = None
        outer = QHBoxLayout(self)
        outer.setContentsMargins(_MARGIN, 24, _MARGIN, 20)
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        outer.addStretch(1)
        outer.addWidget(content, 1000)
        outer.addStretch(1)
        self._outer = outer
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.load_button = secondary(_("Regels laden…"), icon="folder-open")
        self.load_button.clicked.connect(self.ask_file)
        self.back_button = secondary(_("Terug naar de regels van het programma"), icon="undo-2")
        self.back_button.clicked.connect(self.ask_back)
        self.head = PageHead(_("Regels"), " ", self.back_button, self.load_button)
        column.addWidget(self.head)
        self.messages = QVBoxLayout()
        self.messages.setSpacing(8)
        column.addLayout(self.messages)
        column.addWidget(small(cases_line()))
        self.refusal = small("")
        self.refusal.hide()
        column.addWidget(self.refusal)
        column.addLayout(self._search_line())
        self.list = RulesList()
        self.detail = RuleDetail()
        self.list.chosen.connect(self.detail.show_line)
        self.list.opened.connect(lambda _line: self.detail.tell())
        ground = Surface()
        around = QVBoxLayout(ground)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(self.list)
        self._nothing = EmptyState(
            _("Geen regel gevonden"),
            (_("Zoek met een ander woord, of toon weer alles."),),
            picture="none",
            button=(_("Toon alles"), "", self._show_all),
            filled=False,
        )
        around.addWidget(self._nothing)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(ground, 1)
        both.addWidget(self.detail)
        column.addLayout(both, 1)
        shortcut = QShortcut(QKeySequence("Ctrl+F"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.focus_search)

    def _search_line(self) -> QHBoxLayout:
        self.search = LineEdit()
        self.search.setAccessibleName(_("Zoek in de regels"))
        self.search.setPlaceholderText(_("Zoek in de regels"))
        self.search.setFixedWidth(300)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _text: self._fill())
        choices = [(ALL, _("Alles")), (TO_CHECK, _("Te controleren")), (TO_READ, _("Uitleg"))]
        self.which = Segmented(choices, _("Welke regels"))
        self.which.chosen.connect(lambda _key: self._fill())
        self.count = small("")
        self.count.setWordWrap(False)
        return row(self.search, self.which, None, self.count, spacing=12)

    # --- what is shown ----------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the rules anew and show them; what was said about a file just now stays."""
        view = rules_view(self._host.desk.today)
        self._lines = view.lines
        self.head.set_sub(view.in_use)
        self.load_button.setVisible(not view.refuses_because)
        self.back_button.setVisible(view.can_go_back)
        self.refusal.setText(view.refuses_because)
        self.refusal.setVisible(bool(view.refuses_because))
        clear_column(self.messages)
        self.said = None
        for remark in view.remarks:
            kind = NoticeKind.WARN if remark.warns else NoticeKind.HINT
            self.messages.addWidget(Notice(kind, remark.sentence, remark.more))
        self._fill()

    def reload(self) -> None:
        """Read the rules anew."""
        self.refresh()

    def focus_first(self) -> None:
        """Put the keyboard on the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        """Put the keyboard in the search line."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _fill(self) -> None:
        which = self.which.current
        lines = matching(
            self._lines, self.search.text(), only_to_check=which == TO_CHECK, only_explaining=which == TO_READ
        )
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        self._nothing.setVisible(not lines)
        words = ngettext("{n} regel", "{n} regels", len(lines)).format(n=len(lines))
        self.count.setText(words)

    def _show_all(self) -> None:
        self.which.set_current(ALL)
        self.search.clear()
        self._fill()
        self.focus_first()

    # --- other rules ------------------------------------------------------------------------------------------------

    def ask_file(self) -> None:
        """Ask which file with rules to take in use."""
        dialog = QFileDialog(self._host.dialog_parent, _("Kies het bestand met regels"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Regels (*.regels)"))
        name_file_dialog(dialog, _("Laden"))
        fit_to_screen(dialog)
        dialog.fileSelected.connect(lambda path: self.load(Path(path)))
        dialog.open()

    def load(self, place: Path) -> None:
        """Take a file with rules in use, or say above the list why not."""
        try:
            change = load_rules(place, self._host.desk.today)
        except KnownError as error:
            self._say(NoticeKind.WARN, error.message, error.next_step)
            return
        self._say_changed(_("De regels {versie} zijn in gebruik.").format(versie=change.version), change)

    def ask_back(self) -> None:
        """Ask whether to count with the rules of the program again."""
        dialog = ConfirmDialog(
            _("Terug naar de regels van het programma?"),
            _(
                "Het bestand met regels dat je laadde, gaat weg. Het programma rekent daarna weer met zijn eigen "
                "regels. Papieren die af zijn, veranderen niet."
            ),
            primary(_("Ga terug")),
            self.go_back,
            parent=self._host.dialog_parent,
        )
        dialog.open()

    def go_back(self) -> None:
        """Count with the rules of the program again.

        Raises:
            KnownError: the loaded file cannot be taken away.
        """
        change = back_to_shipped()
        self._say_changed(_("Je rekent weer met de regels {versie}.").format(versie=change.version), change)

    def _say_changed(self, sentence: str, change: Change) -> None:
        more = ngettext("{n} waarde is anders dan eerst.", "{n} waarden zijn anders dan eerst.", change.values)
        self._say(NoticeKind.OK, sentence, more.format(n=change.values))

    def _say(self, kind: NoticeKind, sentence: str, more: str) -> None:
        """Show the page anew with a message above the list."""
        self.refresh()
        self.said = Notice(kind, sentence, more, closable=True)
        self.messages.insertWidget(0, self.said)
        announce(self.said, self.said.accessibleName())
        self.focus_first()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        narrow = self.window().width() < _NARROW
        side = _MARGIN_NARROW if narrow else _MARGIN
        self._outer.setContentsMargins(side, 24, side, 20)
        self.detail.setFixedWidth(_PANEL_NARROW if narrow else _PANEL)
