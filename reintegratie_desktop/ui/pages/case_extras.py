"""What a dossier can do besides its steps of the law: steps of one's own, the planner, and its dates for a calendar."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from reintegratie_desktop.services import agenda, own_steps, planner
from reintegratie_desktop.services.names import first_name
from reintegratie_desktop.services.step_views import StepView
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _, ngettext
from reintegratie_desktop.ui.dialogs.base import ConfirmDialog, MessageDialog, fit_to_screen
from reintegratie_desktop.ui.dialogs.own_step import OwnStepDialog
from reintegratie_desktop.ui.errors import show_known_error
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.qt_dutch import name_file_dialog
from reintegratie_desktop.ui.widgets.buttons import destroying
from reintegratie_desktop.ui.worker import run_in_background

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

Item = tuple[str, Callable[[], object]]


# --- steps of one's own ---------------------------------------------------------------------------------------------


def own_items(host: Host, case_id: str, step: StepView) -> list[Item]:
    """Return what more can be done with a step of one's own; nothing for another step."""
    if not own_steps.is_own(step.id):
        return []
    found: list[Item] = []
    if step.done_on is None:
        found.append((_("Verzetten of aanpassen…"), lambda: change_step(host, case_id, step)))
    found.append((_("Weghalen…"), lambda: ask_remove(host, step)))
    return found


def add_step(host: Host, case_id: str) -> "QDialog":
    """Ask for a step of one's own."""

    def keep(text: str, day: date, who: str) -> None:
        own_steps.add(host.desk, case_id, text, day, who)
        host.changed()

    return _open(host, case_id, _("Eigen stap toevoegen"), keep)


def change_step(host: Host, case_id: str, step: StepView) -> "QDialog":
    """Ask for another day, text or person."""
    known = own_steps.own_step(host.desk, step.id)

    def keep(text: str, day: date, who: str) -> None:
        own_steps.change(host.desk, step.id, text, day, who)
        host.changed()

    return _open(host, case_id, _("Eigen stap aanpassen"), keep, text=known.title, day=known.day, who=known.who)


def _open(
    host: Host,
    case_id: str,
    heading: str,
    keep: Callable[[str, date, str], None],
    *,
    text: str = "",
    day: date | None = None,
    who: str = "",
) -> "QDialog":
    desk = host.desk
    case = desk.store.cases.get(case_id)
    dialog = OwnStepDialog(
        heading,
        desk.today,
        case.eerste_ziektedag,
        keep,
        allowed=lambda: desk.allowed_words(case_id),
        allow=lambda word: desk.allow_word(case_id, word),
        first_name=first_name(desk.employee(case.werknemer_id)),
        text=text,
        day=day,
        who=who,
        parent=host.dialog_parent,
    )
    dialog.open()
    return dialog


def ask_remove(host: Host, step: StepView) -> "QDialog":
    """Ask before a step of one's own is taken away."""

    def remove() -> None:
        own_steps.remove(host.desk, step.id)
        host.changed()

    dialog = ConfirmDialog(
        _("Eigen stap weghalen?"),
        _("‘{stap}’ gaat uit het dossier. Het logboek onthoudt dat er een stap was.").format(stap=step.title),
        destroying(_("Weghalen"), icon="trash-2"),
        remove,
        parent=host.dialog_parent,
    )
    dialog.open()
    return dialog


# --- the planner ----------------------------------------------------------------------------------------------------


def show_planner(host: Host, case_id: str, owner: QWidget) -> None:
    """Make the planner beside the window and show it."""
    desk = host.desk

    def show(pdf: bytes) -> None:
        from reintegratie_desktop.ui.form.preview_window import PreviewWindow  # noqa: PLC0415 - only when looking

        window = PreviewWindow(
            pdf,
            title=_("Weekplanner"),
            file_name=planner.file_name(desk, case_id),
            on_printed=lambda: planner.note_printed(desk, case_id),
            parent=host.dialog_parent,
        )
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def tell(error: KnownError) -> None:
        show_known_error(host.dialog_parent, error)

    run_in_background(planner.rendering(desk, case_id), show, tell, owner=owner)


# --- the calendar ---------------------------------------------------------------------------------------------------


def ask_calendar(host: Host, case_id: str = "") -> QFileDialog:
    """Ask where the calendar file of a dossier comes, or that of all of them."""
    dialog = QFileDialog(host.dialog_parent, _("Datums voor je agenda"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    name_file_dialog(dialog, _("Bewaren"))
    fit_to_screen(dialog)
    dialog.setNameFilter(_("Agendabestand (*.ics)"))
    dialog.setDefaultSuffix("ics")
    dialog.selectFile(agenda.file_name(host.desk, case_id))
    dialog.fileSelected.connect(lambda path: save_calendar(host, Path(path), case_id))
    dialog.open()
    return dialog


def save_calendar(host: Host, target: Path, case_id: str = "") -> None:
    """Write the calendar file, and say what to do with it."""
    try:
        made = agenda.save_agenda(host.desk, target, case_id)
    except KnownError as error:
        show_known_error(host.dialog_parent, error)
        return
    host.changed()
    told = ngettext("Er staat {n} datum in het bestand.", "Er staan {n} datums in het bestand.", made.dates)
    MessageDialog(
        told.format(n=made.dates),
        _(
            "Open het bestand met je agenda, of kies daar ‘importeren’. Er staan geen namen in. Veranderen de datums? "
            "Bewaar en open het dan opnieuw: de agenda wordt bijgewerkt."
        ),
        parent=host.dialog_parent,
    ).open()
