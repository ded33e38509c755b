"""A copy of a paper for the employee, with another language beside the Dutch: looked at, printed or saved."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from reintegratie_desktop.services import two_languages
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.errors import show_known_error
from reintegratie_desktop.ui.pages.common import add_item
from reintegratie_desktop.ui.worker import run_in_background

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from reintegratie_desktop.services.views import PaperView
    from reintegratie_desktop.ui.pages.host import Host


def add_copy_items(menu: "QMenu", host: "Host", paper: "PaperView") -> None:
    """Add a line for each language a copy can be in."""
    for language in two_languages.languages():
        words = _("Kopie in twee talen: Nederlands en {taal}…").format(taal=two_languages.name_of(language))
        add_item(menu, words, partial(show_copy, host, paper, language))


def show_copy(host: "Host", paper: "PaperView", language: str) -> None:
    """Make the copy beside the window, and show it as it will be printed."""
    desk = host.desk
    parent = host.dialog_parent
    try:
        make = two_languages.rendering(desk, desk.papers.printed(paper.id), language)
    except KnownError as error:
        show_known_error(parent, error)
        return
    run_in_background(make, partial(_show, host, paper, language), lambda error: _tell(parent, error), owner=parent)


def _tell(parent: "QWidget | None", error: KnownError) -> None:
    show_known_error(parent, error)


def _show(host: "Host", paper: "PaperView", language: str, pdf: bytes) -> None:
    from reintegratie_desktop.ui.form.preview_window import PreviewWindow  # noqa: PLC0415 - only when looking

    desk = host.desk
    window = PreviewWindow(
        pdf,
        title=_("{papier}, kopie in twee talen").format(papier=paper.title),
        file_name=two_languages.file_name(desk, paper.id, language),
        on_printed=lambda: two_languages.note_copy(desk, paper.id),
        parent=host.dialog_parent,
    )
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.open()
