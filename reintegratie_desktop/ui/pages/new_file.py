"""Making a new file: where it comes, the password, and what a password means."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from reintegratie_desktop.services import passwords
from reintegratie_desktop.services.files import SUFFIX, default_folder
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.errors import notice_for
from reintegratie_desktop.ui.pages.common import PROGRAM
from reintegratie_desktop.ui.pages.password_line import PasswordLine, StrengthNote
from reintegratie_desktop.ui.pages.settings import place_words
from reintegratie_desktop.ui.pages.welcome import cloud_notice
from reintegratie_desktop.ui.preferences import Clock
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.buttons import primary, secondary
from reintegratie_desktop.ui.widgets.card import Card, row
from reintegratie_desktop.ui.widgets.form_row import FormRow
from reintegratie_desktop.ui.widgets.labels import ElidedLabel, Label, body, page_title, small
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind
from reintegratie_desktop.ui.widgets.rail import Mark
from reintegratie_desktop.ui.widgets.scroll import FORM_WIDTH, PageScroller
from reintegratie_desktop.ui.worker import run_in_background

LEAST_CHARACTERS: Final = 8
"""A shorter password is refused; what is longer is only judged."""


class NewFilePage(QWidget):
    """Where the file comes and which password it gets.

    Signals: `made(UnlockedKey)` when the file is there, `left` when the user goes back, `folder_asked` for another
    place.
    """

    made = Signal(object)
    left = Signal()
    folder_asked = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.path = free_path(default_folder())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        scroller = PageScroller(width=FORM_WIDTH)
        whole.addWidget(scroller)
        self._column = scroller.column
        self._column.addWidget(Mark(PROGRAM))
        self._column.addSpacing(10)
        self._column.addWidget(page_title(_("Een nieuw bestand maken")))
        self._column.addWidget(body(_("Hierna vul je de gegevens van je bedrijf in. Dat is alles."), "muted"))
        self._column.addWidget(self._place_card())
        self._column.addWidget(self._password_card())
        self._column.addWidget(
            Notice(
                NoticeKind.WARN,
                _("Zonder wachtwoord gaat dit bestand niet open. Ook niet door ons."),
                _(
                    "Er is geen knop om je wachtwoord op te vragen. Schrijf het op en bewaar het op een veilige "
                    "plek, niet bij de computer. Een herstelblad druk je straks af bij Instellingen."
                ),
                icon="key-round",
            )
        )
        self._problem = QVBoxLayout()
        self._column.addLayout(self._problem)
        self.back_button = secondary(_("Terug"), shortcut="Alt+T")
        self.back_button.clicked.connect(self.left)
        self.make_button = primary(_("Bestand maken"), trailing="arrow-right")
        self.make_button.clicked.connect(self._make)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setAccessibleName(_("Het bestand wordt gemaakt"))
        self._bar.hide()
        self._column.addWidget(self._bar)
        self._column.addLayout(row(None, self.back_button, self.make_button))
        self._column.addStretch(1)

    # --- the three parts --------------------------------------------------------------------------------------------

    def _place_card(self) -> Card:
        card = Card(_("1. Waar komt het bestand?"), spacing=8)
        card.add(small(_("Alles van je bedrijf staat in dit ene bestand. Je kunt het later altijd verplaatsen.")))
        self.place = small(place_words(self.path), "text")
        card.add(self.place)
        self._place = ElidedLabel(str(self.path))
        change = secondary(_("Andere plek kiezen"), icon="folder-open", small=True)
        change.clicked.connect(self.folder_asked)
        line = row(spacing=12)
        line.addWidget(self._place, 1)
        line.addWidget(change)
        card.add_layout(line)
        self._cloud = QVBoxLayout()
        card.add_layout(self._cloud)
        return card

    def _password_card(self) -> Card:
        card = Card(_("2. Kies een wachtwoord"), spacing=12)
        self.password = PasswordLine()
        self.again = PasswordLine()
        self.password_row = FormRow(
            _("Wachtwoord"), self.password, help=_("Vier gewone woorden achter elkaar zijn sterk en goed te onthouden.")
        )
        self.again_row = FormRow(_("Nog een keer hetzelfde wachtwoord"), self.again)
        # The line that is typed in, and the buttons below it, stay where they are while something is said.
        self.again_row.keep_message_room()
        card.add(self.password_row)
        card.add(self.again_row)
        self.caps = Label("", "small_strong", "soon", wrap=True)
        self.caps.hide()
        room = self.caps.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.caps.setMinimumHeight(self.caps.fontMetrics().lineSpacing() + 2)
        self.caps.setSizePolicy(room)
        card.add(self.caps)
        for line in (self.password, self.again):
            line.caps_changed.connect(self._tell_caps)
        self.password.eye.toggled.connect(self.again.eye.setChecked)
        self.again.eye.hide()
        self.password.textChanged.connect(self._typed)
        self._strength = StrengthNote(self.password, self.password_row)
        self.again.textChanged.connect(self._compare)
        self.password.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self._make)
        return card

    def set_folder(self, folder: Path) -> None:
        """Put the file in another folder, or at the path the user named."""
        self.path = folder if folder.suffix == SUFFIX else free_path(folder)
        self.place.setText(place_words(self.path))
        self._place.set_text(str(self.path))
        while (item := self._cloud.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        warning = cloud_notice(self.path)
        if warning is not None:
            self._cloud.addWidget(warning)

    def focus_first(self) -> None:
        """Put the keyboard in the password."""
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- while typing -----------------------------------------------------------------------------------------------

    def _tell_caps(self, on: bool) -> None:
        self.caps.setText(_("Caps Lock staat aan.") if on else "")
        self.caps.setVisible(on)
        if on:
            announce(self, _("Caps Lock staat aan."))

    def _typed(self) -> None:
        self.password_row.set_error("")
        self._compare()

    def _compare(self) -> None:
        again, first = self.again.text(), self.password.text()
        # Only what can no longer become the same is wrong while typing.
        differs = bool(again) and not first.startswith(again)
        self.again_row.set_error(_("Dit is niet hetzelfde als hierboven.") if differs else "")
        same = bool(again) and again == first
        self.again_row.set_note(_("Hetzelfde") if same else "", "ok", "circle-check")

    # --- making -----------------------------------------------------------------------------------------------------

    def _make(self) -> None:
        password = self.password.text()
        if len(password) < LEAST_CHARACTERS:
            self.password_row.set_error(_("Neem een wachtwoord van minstens {n} tekens.").format(n=LEAST_CHARACTERS))
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.again.text() != password:
            self.again_row.set_error(_("Dit is niet hetzelfde als hierboven."))
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._set_busy(on=True)
        path, clock = self.path, self._clock

        def work() -> passwords.UnlockedKey:
            _make_folder(path.parent)
            return passwords.key_of_new_file(path, password, clock)

        run_in_background(work, self.made.emit, self._failed, owner=self)

    def _failed(self, error: KnownError) -> None:
        self._set_busy(on=False)
        self.show_error(error)

    def show_error(self, error: KnownError) -> None:
        """Say above the buttons why the file was not made."""
        self._clear_problem()
        self._problem.addWidget(notice_for(error))

    def _clear_problem(self) -> None:
        while (item := self._problem.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()

    def _set_busy(self, *, on: bool) -> None:
        self._clear_problem()
        self._bar.setVisible(on)
        self.make_button.set_text(_("Het bestand wordt gemaakt…") if on else _("Bestand maken"))
        for part in (self.make_button, self.back_button, self.password, self.again):
            part.setEnabled(not on)


def free_path(folder: Path) -> Path:
    """Return a name for a new file that no file in the folder has."""
    name = _("Mijn dossiers")
    candidate, number = folder / f"{name}{SUFFIX}", 2
    while candidate.exists():
        candidate, number = folder / f"{name} {number}{SUFFIX}", number + 1
    return candidate


def _make_folder(folder: Path) -> None:
    """Make the folder of this program; another folder must exist, because a typing mistake may not make one.

    Raises:
        KnownError: it cannot be made.
    """
    from reintegratie_desktop.services.files import writing_error  # noqa: PLC0415 - only when it goes wrong

    if folder != default_folder():
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise writing_error(error, folder.parent) from error
