"""Every screen of the program as a picture, and what must hold for all of them.

A default run looks at light Dutch and at dark English in the smallest window. With REINTEGRATIE_SCHERMBEELDEN set to a
folder it makes the full set there: light and dark, Dutch and English, three sizes.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialog, QLabel, QMainWindow, QMenu, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from reintegratie_desktop.services.workspace import Workspace
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import set_language
from reintegratie_desktop.ui.dialogs.case_dialogs import TickDialog
from reintegratie_desktop.ui.dialogs.choose_employee import ChooseEmployeeDialog
from reintegratie_desktop.ui.dialogs.crash import CrashDialog
from reintegratie_desktop.ui.dialogs.password import PasswordDialog
from reintegratie_desktop.ui.dialogs.signature import SignatureDialog
from reintegratie_desktop.ui.errors import show_known_error
from reintegratie_desktop.ui.main_window import MainWindow
from reintegratie_desktop.ui.pages.new_file import NewFilePage
from reintegratie_desktop.ui.pages.recovery_sheet import RecoverySheetPage
from reintegratie_desktop.ui.pages.unlock import UnlockPage
from reintegratie_desktop.ui.qt_dutch import apply_language
from reintegratie_desktop.ui.theme import Mode, Theme
from reintegratie_desktop.ui.widgets.buttons import Button, Kind
from reintegratie_desktop.ui.widgets.labels import ElidedLabel
from tests.ui.pictures import cut_labels, nameless
from tests.ui.shell_fixtures import LATER, MADE, copied, make_examples, make_window, settle, small_desk

WANTED = os.environ.get("REINTEGRATIE_SCHERMBEELDEN", "")


@dataclass(frozen=True)
class Look:
    """One way to show all screens; `ratio` is how many device pixels a pixel has."""

    mode: Mode
    language: str
    width: int
    height: int
    ratio: float = 1.0

    @property
    def name(self) -> str:
        return f"{self.mode}-{self.language}-{self.width}x{self.height}-{round(self.ratio * 100)}"


USUAL = [Look("licht", "nl", 1280, 800), Look("donker", "en", 1024, 700)]
SIZES = ((1280, 800, 1.0), (1280, 690, 1.5), (1024, 700, 1.0))
FULL = [Look(mode, language, *size) for mode in ("licht", "donker") for language in ("nl", "en") for size in SIZES]  # type: ignore[arg-type]
LOOKS = FULL if WANTED else USUAL


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    set_language("nl")
    return make_examples(tmp_path_factory.mktemp("voorbeelden"))


@pytest.fixture
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Look]:
    wanted: Look = request.param
    set_language(wanted.language)
    apply_language(qapp)
    Theme(wanted.mode).apply(qapp)
    yield wanted
    set_language("nl")
    apply_language(qapp)
    Theme("licht").apply(qapp)


class Flashes(QObject):
    """Notes every part that is shown before it has a place: for a moment it is a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        is_window = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if is_window and not isinstance(watched, QMainWindow | QDialog | QMenu):
            self.seen.append(f"{type(watched).__name__} {getattr(watched, 'text', str)()}")
        return False


@pytest.fixture(autouse=True)
def flashes(qapp: QApplication) -> Iterator[None]:
    watcher = Flashes()
    qapp.installEventFilter(watcher)
    yield
    qapp.removeEventFilter(watcher)
    assert watcher.seen == []


class Gallery:
    """Takes the pictures and notes what is wrong with a screen."""

    def __init__(self, folder: Path, look: Look) -> None:
        self.folder, self.look = folder, look
        self.problems: list[str] = []
        self.taken = 0

    def take(self, widget: QWidget, name: str) -> None:
        settle()
        self.taken += 1
        picture = QPixmap(widget.size() * self.look.ratio)
        picture.setDevicePixelRatio(self.look.ratio)
        widget.render(picture)
        assert picture.save(str(self.folder / f"{name}-{self.look.name}.png"))
        self.problems += [f"{name}: {problem}" for problem in problems_of(widget)]


def problems_of(window: QWidget) -> Iterator[str]:
    """Yield what no screen may have."""
    for words in cut_labels(window):
        yield f"cut: {words}"
    buttons = [button for button in window.findChildren(Button) if button.isVisibleTo(window)]
    for button in buttons:
        wanted = button.sizeHint()
        if button.width() < wanted.width() or button.height() < wanted.height():
            yield f"button too small: {button.words or button.accessibleName()}"
    filled = [button.words for button in buttons if button.kind is Kind.PRIMARY]
    if len(filled) > 1:
        yield f"more than one filled button: {filled}"
    for name in nameless(window):
        yield f"without a name: {name}"
    for part in [*window.findChildren(QLabel), *buttons]:
        if part.isVisibleTo(window) and not isinstance(part, ElidedLabel) and _sticks_out(part, window):
            yield f"outside the window: {part.text()}"


def _sticks_out(part: QWidget, window: QWidget) -> bool:
    """Tell whether a widget is cut at the left or right by its window or by what it scrolls in."""
    host = part.parentWidget()
    while host is not None and host is not window:
        if isinstance(host, QAbstractScrollArea) and host.horizontalScrollBar().maximum() > 0:
            return False
        host = host.parentWidget()
    left = part.mapTo(window, part.rect().topLeft()).x()
    return left < 0 or left + part.width() > window.width() + 1


def dialog_of(window: MainWindow) -> QDialog:
    return next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())


def shown(gallery: Gallery, window: MainWindow, name: str, opens: Callable[[], object]) -> None:
    """Open a dialog, take its picture, and go back."""
    opens()
    dialog = dialog_of(window)
    gallery.take(dialog, name)
    dialog.reject()
    settle()


def front_screens(gallery: Gallery, window: MainWindow, path: Path) -> None:
    """Take the screens that stand before an open file."""
    window.show_welcome()
    gallery.take(window, "welkom")
    window.show_welcome(missing=Path("/media/anna/USB-STICK/Administratie van de winkel/Mijn dossiers.reintegratie"))
    gallery.take(window, "welkom-bestand-weg")
    window.show_welcome().show_busy("Het voorbeeld wordt gemaakt.")
    gallery.take(window, "welkom-bezig")
    window.show_new_file()
    page = window.stack.currentWidget()
    assert isinstance(page, NewFilePage)
    gallery.take(window, "nieuw-bestand")
    page.set_folder(Path("/home/anna/OneDrive/Administratie"))
    page.password.setText("appeltaart")
    page.again.setText("appelmoes")
    page.show_error(KnownError("In deze map mag je niet schrijven.", "Kies een andere map."))
    gallery.take(window, "nieuw-bestand-fouten")
    unlock = window.show_unlock(path)
    gallery.take(window, "ontgrendelen")
    for _try in range(6):
        unlock._failed(KnownError("Dit wachtwoord past niet.", "", code="wachtwoord"))
    gallery.take(window, "ontgrendelen-fout")
    unlock.show_code()
    gallery.take(window, "ontgrendelen-herstelblad")
    unlock = window.show_unlock(path, locked=True, had_text=True)
    gallery.take(window, "ontgrendelen-vergrendeld")
    unlock.show_error(
        KnownError("Het bestand is beschadigd. We hebben er niets aan veranderd.", "Zet een reservekopie terug.")
    )
    gallery.take(window, "ontgrendelen-beschadigd")


def open_screens(gallery: Gallery, window: MainWindow, desk: Workspace) -> None:
    """Take the screens of an open file with cases."""
    gallery.take(window, "vandaag")
    window.go("medewerkers")
    gallery.take(window, "medewerkers")
    for index, row in enumerate(desk.today_view().rows):
        window.open_case(row.case_id)
        gallery.take(window, f"dossier-{index}")
    closed = next(case_id for person in desk.employees() for case_id, _words in person.closed_cases)
    window.open_case(closed)
    gallery.take(window, "dossier-gesloten")
    case_id = next(row.case_id for row in desk.today_view().rows if desk.case(row.case_id).papers)
    window.open_papers(case_id)
    gallery.take(window, "papieren")
    window.open_papers(case_id, "logboek")
    gallery.take(window, "logboek")
    paper = next(paper for paper in desk.case(case_id).papers if desk.papers.roles(paper.id))
    window.open_papers(case_id, made=paper.id)
    gallery.take(window, "papieren-vastgesteld")
    window.go("instellingen")
    gallery.take(window, "instellingen")
    window._tell(KnownError("De Engelse teksten zijn nog niet klaargezet.", "Voer eerst packaging/dev.py uit."))
    gallery.take(window, "instellingen-melding")
    window.go("hulp")
    gallery.take(window, "hulp")
    window.go("medewerkers")
    assert window.shell is not None
    window.shell.say("Bewaard.", kind="ok")
    gallery.take(window, "medewerkers-bewaard")
    window._show_sheet()
    gallery.take(window, "herstelblad")
    sheet = window.stack.currentWidget()
    assert isinstance(sheet, RecoverySheetPage)
    sheet.was_made()
    sheet.check()
    gallery.take(window, "herstelblad-controle")
    window._leave_sheet()


def dialogs(gallery: Gallery, window: MainWindow, desk: Workspace) -> None:
    """Take every dialog."""
    window.go("vandaag")
    step = next(row.step for row in desk.today_view().rows if row.step is not None)
    today = desk.today
    papers = [paper for row in desk.today_view().rows for paper in desk.case(row.case_id).papers]
    paper = next(paper for paper in papers if desk.papers.roles(paper.id))
    shown(gallery, window, "venster-afvinken", TickDialog(step, today, today, lambda _day: None, parent=window).open)
    shown(gallery, window, "venster-wachtwoord", PasswordDialog(desk, ask_old=True, parent=window).open)
    shown(gallery, window, "venster-wachtwoord-nieuw", PasswordDialog(desk, ask_old=False, parent=window).open)
    signers = desk.signing.signers(paper.id)
    sign = SignatureDialog(paper.title, signers, today, today, lambda *_all: None, parent=window)
    shown(gallery, window, "venster-getekend", sign.open)
    choose = ChooseEmployeeDialog(desk.employees(), lambda _id: None, lambda: None, parent=window)
    shown(gallery, window, "venster-wie", choose.open)
    shown(
        gallery, window, "venster-fout", CrashDialog("1A2B3C4D", Path("/tmp/melding-1A2B3C4D.txt"), parent=window).open
    )
    error = KnownError("Opslaan lukt niet: de schijf is vol.", "Maak ruimte vrij en probeer het opnieuw.")
    shown(gallery, window, "venster-melding", lambda: show_known_error(window, error))


def forms(gallery: Gallery, window: MainWindow, desk: Workspace) -> None:
    """Take every step of every form, and its page of what still misses."""
    case_id = next(row.case_id for row in desk.today_view().rows if desk.case(row.case_id).papers)
    wanted = [("werkgever", ""), ("werknemer", ""), *((flow.key, case_id) for flow in desk.case_forms())]
    for form, case in wanted:
        window.open_form(form, case)
        view = window.form
        assert view is not None
        for step in view.session.wizard.steps:
            view.go_to_step(step.key)
            gallery.take(window, f"formulier-{form}-{step.key}")
        view.show_finish()
        gallery.take(window, f"formulier-{form}-klaar")
        window._form_closed()
        settle()


def talks(gallery: Gallery, window: MainWindow, desk: Workspace) -> None:
    """Take a talk before, during and after it."""
    case_id = next(row.case_id for row in desk.today_view().rows if desk.case(row.case_id).papers)
    window.open_form("gesprek", case_id, kind="re_integratiegesprek_voor_terugkeer")
    assert window.form is not None
    session = window.form.session
    session.answer({"datum": "2026-12-22T16:00", "plaats": "thuis_op_verzoek", "inbreng_wn": "De fiets in de stalling"})
    window.form.talking.open()
    view = window.form.talking.view
    assert view is not None
    gallery.take(window, "gesprek-voor")
    for point in view.talk.points()[:3]:
        view.talk.tick(point.key, done=True)
    view.open(view.talk.points()[3].key)
    view.card.notes.setPlainText("Vier ochtenden werken lukt goed. Inpakken kost nog veel tijd.")
    for what, who, when in (("Vier ochtenden van 5 uur", "Jan", "2027-01-04"), ("Inpakken samen met Noor", "", "")):
        index = view.talk.add_agreement(what)
        view.talk.change_agreement(index, "wie", who)
        view.talk.change_agreement(index, "wanneer", when)
    view.card.agreements.open(1)
    gallery.take(window, "gesprek-afspraak")
    view.card.close_editor()
    gallery.take(window, "gesprek")
    view.card.notes.setPlainText("Hij is vaak moe na de kassa.")
    view.card.marks.look()
    gallery.take(window, "gesprek-woord")
    view.open(view.talk.points()[-1].key)
    view.go_on()
    gallery.take(window, "gesprek-volgende")
    view.start_pause()
    gallery.take(window, "gesprek-pauze")
    view.end_pause()
    view.talk.set_next("2027-01-11T16:00")
    view.finish()
    gallery.take(window, "gesprek-klaar")
    view.make_report()
    gallery.take(window, "gesprek-verslag")
    window._form_closed()
    settle()


@pytest.fixture
def gallery(look: Look, tmp_path: Path) -> Gallery:
    folder = Path(WANTED) if WANTED else tmp_path
    folder.mkdir(parents=True, exist_ok=True)
    return Gallery(folder, look)


def window_for(qtbot: QtBot, look: Look, later: bool = True) -> MainWindow:
    window = make_window(LATER if later else MADE)
    qtbot.addWidget(window)
    window.resize(look.width, look.height)
    window.show()
    return window


@pytest.mark.parametrize("look", LOOKS, indirect=True, ids=lambda look: look.name)
def test_the_screens_before_a_file_is_open(qtbot: QtBot, look: Look, gallery: Gallery, master: Path) -> None:
    window = window_for(qtbot, look)
    front_screens(gallery, window, master)
    assert gallery.problems == []
    assert isinstance(window.stack.currentWidget(), UnlockPage)


@pytest.mark.parametrize("look", LOOKS, indirect=True, ids=lambda look: look.name)
def test_the_screens_of_an_empty_file(qtbot: QtBot, look: Look, gallery: Gallery, tmp_path: Path) -> None:
    window = window_for(qtbot, look)
    desk, _case = small_desk(tmp_path, with_case=False)
    window.show_desk(desk)
    gallery.take(window, "vandaag-leeg")
    window.go("medewerkers")
    gallery.take(window, "medewerkers-leeg")
    desk.store.records.save_werkgever({}, desk.clock())
    window.go("vandaag")
    gallery.take(window, "vandaag-zonder-bedrijf")
    assert gallery.problems == []


@pytest.mark.parametrize("look", LOOKS, indirect=True, ids=lambda look: look.name)
def test_the_screens_of_an_open_file(qtbot: QtBot, look: Look, gallery: Gallery, master: Path, tmp_path: Path) -> None:
    window = window_for(qtbot, look)
    desk = Workspace.open(copied(master, tmp_path / "kopie"), "een heel lang wachtwoord 12", window.clock)
    window.show_desk(desk)
    open_screens(gallery, window, desk)
    dialogs(gallery, window, desk)
    assert gallery.problems == []


@pytest.mark.parametrize("look", LOOKS, indirect=True, ids=lambda look: look.name)
def test_the_steps_of_the_forms(qtbot: QtBot, look: Look, gallery: Gallery, master: Path, tmp_path: Path) -> None:
    window = window_for(qtbot, look)
    desk = Workspace.open(copied(master, tmp_path / "kopie"), "een heel lang wachtwoord 12", window.clock)
    window.show_desk(desk, example=False)
    forms(gallery, window, desk)
    assert gallery.problems == []
    assert gallery.taken > 40


@pytest.mark.parametrize("look", LOOKS, indirect=True, ids=lambda look: look.name)
def test_the_screens_of_a_talk(qtbot: QtBot, look: Look, gallery: Gallery, master: Path, tmp_path: Path) -> None:
    window = window_for(qtbot, look)
    desk = Workspace.open(copied(master, tmp_path / "kopie"), "een heel lang wachtwoord 12", window.clock)
    window.show_desk(desk)
    talks(gallery, window, desk)
    assert gallery.problems == []
