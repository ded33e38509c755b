"""The recovery sheet: why, three things to do, printing, and a check that it can be read."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMarginsF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPageLayout, QPageSize, QPainter, QPaintEvent, QPdfWriter, QPen
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.services import passwords
from reintegratie_desktop.services.files import write_file
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.dialogs.base import fit_to_screen
from reintegratie_desktop.ui.pages.common import PROGRAM, IconTile, OfflineLine
from reintegratie_desktop.ui.pages.sheet_painting import SHEET, paint_sheet
from reintegratie_desktop.ui.qt_dutch import name_file_dialog
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.buttons import Kind, primary, quiet, secondary
from reintegratie_desktop.ui.widgets.card import row
from reintegratie_desktop.ui.widgets.form_row import MessageLine
from reintegratie_desktop.ui.widgets.labels import HairLine, body, page_title, small, strong
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind
from reintegratie_desktop.ui.widgets.rail import Mark
from reintegratie_desktop.ui.widgets.scroll import PageScroller
from reintegratie_desktop.ui.widgets.text_edit import LineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

    from reintegratie_desktop.services.workspace import Workspace

CHECKED: Final = (5, 9)
"""The boxes that are typed over to see that the sheet can be read."""
_POINTS_PER_INCH: Final = 72


class SheetPreview(QWidget):
    """The sheet on the screen: dots instead of signs, because those stand on paper only."""

    def __init__(self, owner: str, made_on: str) -> None:
        super().__init__()
        self._owner, self._made_on = owner, made_on
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Voorbeeld van het herstelblad, met stippen in plaats van tekens"))

    @override
    def sizeHint(self) -> QSize:
        return QSize(int(SHEET[0]) + 6, int(SHEET[1]) + 6)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.hair)
        painter.drawRoundedRect(QRectF(5, 5, *SHEET), 3, 3)
        painter.setPen(QPen(now.hair, 1))
        painter.setBrush(now.paper)
        painter.drawRoundedRect(QRectF(0.5, 0.5, *SHEET), 3, 3)
        paint_sheet(painter, self._owner, self._made_on, None)
        painter.end()


class RecoverySheetPage(QWidget):
    """Prints the recovery sheet. Signal `left` when the user goes back."""

    left = Signal()

    def __init__(self, desk: "Workspace", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._owner = desk.owner_name or _("Je bedrijf")
        self._made_on = day_numeric(desk.today)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        scroller = PageScroller(width=2000, margin=48)
        whole.addWidget(scroller)
        back = secondary(_("Terug"), icon="arrow-left")
        back.clicked.connect(self.left)
        scroller.column.addLayout(row(Mark(PROGRAM), None, back))
        scroller.column.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(72)
        both.addStretch(1)
        words = QWidget()
        words.setMinimumWidth(380)
        words.setMaximumWidth(516)
        self._column = QVBoxLayout(words)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._fill()
        both.addWidget(words, 10)
        both.addWidget(SheetPreview(self._owner, self._made_on), 0, Qt.AlignmentFlag.AlignTop)
        both.addStretch(1)
        scroller.column.addLayout(both)
        scroller.column.addStretch(2)
        scroller.column.addLayout(row(OfflineLine(), None))

    def _fill(self) -> None:
        column = self._column
        column.addWidget(page_title(_("Druk nu je herstelblad af")))
        column.addWidget(
            body(
                _(
                    "Ben je je wachtwoord kwijt? Dan is dit blad de enige manier om je bestand te openen. "
                    "Niemand anders heeft een sleutel. Wij ook niet."
                )
            )
        )
        for icon, heading, more in (
            ("printer", _("Druk het af op papier"), _("De tekens staan alleen op papier, niet op je scherm.")),
            ("lock", _("Leg het op een veilige plek"), _("Een kluis, een map thuis of bij de notaris.")),
            ("check", _("Typ straks twee vakjes over"), _("Zo weet je dat het blad goed leesbaar is.")),
        ):
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(strong(heading))
            words.addWidget(small(more))
            line = row(IconTile(icon, 40), spacing=14)
            line.addLayout(words, 1)
            column.addLayout(line)
        column.addWidget(HairLine())
        column.addWidget(
            strong(
                _("Typ vakje {eerste} en vakje {tweede} van je blad over").format(eerste=CHECKED[0], tweede=CHECKED[1])
            )
        )
        self.boxes = [self._box(number) for number in CHECKED]
        self.why_off = small(_("Dit kan als het blad is afgedrukt."))
        column.addLayout(row(*self.boxes, self.why_off, None, spacing=12))
        self.outcome = MessageLine()
        column.addWidget(self.outcome)
        self.problem = Notice(NoticeKind.LATE, "")
        self.problem.hide()
        column.addWidget(self.problem)
        self.print_button = primary(_("Herstelblad afdrukken"), icon="printer")
        self.print_button.clicked.connect(self.print_sheet)
        self.check_button = secondary(_("Controleren"), icon="check")
        self.check_button.clicked.connect(self.check)
        self.check_button.hide()
        self.no_printer = quiet(_("Ik heb nu geen printer"))
        self.no_printer.clicked.connect(self._ask_file)
        column.addLayout(row(self.print_button, self.check_button, self.no_printer, None, spacing=12))
        column.addStretch(1)

    def _box(self, number: int) -> LineEdit:
        box = LineEdit()
        box.setFixedWidth(110)
        box.setEnabled(False)
        box.setPlaceholderText(_("vakje {nummer}").format(nummer=number))
        box.setAccessibleName(_("vakje {nummer}").format(nummer=number))
        box.returnPressed.connect(self.check)
        return box

    def focus_first(self) -> None:
        """Put the keyboard on printing."""
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # --- printing ---------------------------------------------------------------------------------------------------

    def print_sheet(self) -> None:
        """Ask for a printer and print the sheet."""
        from reintegratie_desktop.ui.form.printing import choose_printer  # noqa: PLC0415 - printing loads late

        printer = choose_printer(self, 1)
        if printer is None:
            return
        if self.paint_on(printer):
            self.was_made()
        else:
            self._refuse(
                _("De printer doet het nu niet."), _("Kijk of hij aan staat, of kies ‘Ik heb nu geen printer’.")
            )

    def paint_on(self, device: "QPagedPaintDevice") -> bool:
        """Paint the sheet with its signs on a printer or in a PDF; false when the device refuses."""
        layout = QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(15, 15, 15, 15)
        )
        layout.setUnits(QPageLayout.Unit.Millimeter)
        layout.setMargins(QMarginsF(15, 15, 15, 15))
        device.setPageLayout(layout)
        painter = QPainter()
        if not painter.begin(device):
            return False
        scale = min(painter.window().width() / SHEET[0], painter.window().height() / SHEET[1])
        painter.scale(scale, scale)
        paint_sheet(painter, self._owner, self._made_on, passwords.code_of(self._desk).split())
        painter.end()
        return True

    def was_made(self) -> None:
        """Ask for two boxes, now that there is a sheet to read them from."""
        for box in self.boxes:
            box.setEnabled(True)
        self.why_off.hide()
        self.print_button.hide()
        self.check_button.show()
        self.check_button.set_kind(Kind.PRIMARY)
        self.boxes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> None:
        """Compare the two boxes with the signs."""
        groups = passwords.code_of(self._desk).split()
        wrong = [
            number
            for number, box in zip(CHECKED, self.boxes, strict=True)
            if _plain(box.text()) != _plain(groups[number - 1])
        ]
        if wrong:
            words = _("Vakje {nummer} is anders dan op het blad. Kijk het rustig na.").format(nummer=wrong[0])
            self.outcome.say(words)
            self.boxes[CHECKED.index(wrong[0])].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            words = _("Het klopt. Leg het blad nu op een veilige plek.")
            self.outcome.say(words, "ok", "circle-check")
        announce(self, words)

    # --- without a printer ------------------------------------------------------------------------------------------

    def _ask_file(self) -> None:
        dialog = QFileDialog(self.window(), _("Herstelblad bewaren"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(_("PDF-bestand (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(_("herstelblad.pdf"))
        name_file_dialog(dialog, _("Bewaren"))
        fit_to_screen(dialog)
        dialog.fileSelected.connect(lambda path: self.save_to(Path(path)))
        dialog.open()

    def save_to(self, target: Path) -> None:
        """Save the sheet as PDF, with the warning that this file opens everything."""
        from PySide6.QtCore import QBuffer, QIODevice  # noqa: PLC0415 - only without a printer

        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(_POINTS_PER_INCH * 4)
        self.paint_on(writer)
        del writer
        try:
            write_file(target, bytes(buffer.data().data()))
        except KnownError as error:
            self._refuse(error.message, error.next_step)
            return
        self.was_made()
        self.outcome.say(
            _(
                "Wie dit bestand heeft, kan alles openen. Zet het op een USB-stick, druk het snel af en gooi het dan "
                "weg."
            ),
            "soon",
            "triangle-alert",
        )

    def _refuse(self, sentence: str, more: str) -> None:
        self.problem.set_text(sentence, more, speak=True)
        self.problem.show()


def _plain(text: str) -> str:
    """Read signs as the recovery sheet does: I and L as 1, O as 0."""
    return "".join(text.upper().split()).translate(str.maketrans("ILO", "110"))
