"""Opens the paper of a form in a window of its own: the draft, an empty form, the agenda of a talk."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from reintegratie_desktop.services import two_languages
from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import LANGUAGES, _, current_language, speaking
from reintegratie_desktop.ui.form.paper_panel import in_turn
from reintegratie_desktop.ui.form.preview_window import PreviewWindow
from reintegratie_desktop.ui.worker import run_in_background


class PaperWindows(QObject):
    """Makes the paper beside the window and shows it. Signal `failed(KnownError)` when it could not be made."""

    failed = Signal(object)

    def __init__(self, session: FormSession, owner: QWidget) -> None:
        super().__init__(owner)
        self._session, self._owner = session, owner
        self.preview: PreviewWindow | None = None

    def open(self, *, by_hand: bool = False, layout: str = "form", second: str = "") -> None:
        """Show the draft; `by_hand` an empty form with room to write, `layout="agenda"` the agenda of a talk.

        With `second` that language stands beside the Dutch.
        """
        # A paper in two languages is Dutch with the other beside it, whatever the screen speaks.
        with speaking(LANGUAGES[0] if second else current_language()):
            snapshot = self._session.sheet(by_hand=by_hand, layout=layout)
        desk = self._session.desk
        try:
            make = in_turn(
                two_languages.rendering(desk, snapshot, second, by_hand=by_hand)
                if second
                else desk.papers.rendering(snapshot, by_hand=by_hand)
            )
        except KnownError as error:
            self.failed.emit(error)
            return
        kind = layout if layout == "agenda" else "leeg" if by_hand else "concept"
        name = f"{snapshot.case_number}_{self._session.flow.key}_{kind}{f'_nl_{second}' if second else ''}.pdf"
        titles = {"agenda": _("Agenda van het gesprek"), "leeg": _("{papier}, leeg formulier")}
        words = titles.get(kind, _("{papier}, concept")).format(papier=_(self._session.flow.title))
        if second:
            words = _("{papier}, kopie in twee talen").format(papier=words)
        run_in_background(make, lambda pdf: self._show(pdf, words, name), self.failed.emit, owner=self)

    def _show(self, pdf: bytes, title: str, file_name: str) -> None:
        window = PreviewWindow(pdf, title=title, file_name=file_name, parent=self._owner.window())
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.destroyed.connect(self._forget)
        self.preview = window
        window.open()

    def _forget(self) -> None:
        self.preview = None
