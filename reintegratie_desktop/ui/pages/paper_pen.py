"""What is noted about a paper with a pen: signatures, what comes after somebody does not sign, and copies."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu

from reintegratie_desktop.services.signing import NextStep
from reintegratie_desktop.services.views import PaperView
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.dialogs.copies import CopyDialog
from reintegratie_desktop.ui.dialogs.signature import SignatureDialog
from reintegratie_desktop.ui.pages.common import add_item
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.pages.paper_copies import add_copy_items
from reintegratie_desktop.ui.widgets.buttons import quiet
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind


def ask_signatures(host: Host, paper: PaperView, written: Callable[[], None]) -> SignatureDialog:
    """Ask who signed, and when; `written` is called when something was written down."""
    desk = host.desk
    dialog = SignatureDialog(
        paper.title,
        desk.signing.signers(paper.id),
        desk.today,
        paper.made_on,
        partial(desk.signing.record, paper.id),
        parent=host.dialog_parent,
    )
    dialog.accepted.connect(written)
    dialog.open()
    return dialog


def ask_copy(host: Host, paper: PaperView) -> CopyDialog:
    """Ask to whom a copy was given, and when."""
    desk = host.desk
    dialog = CopyDialog(
        paper.title,
        desk.signing.copies(paper.id),
        desk.today,
        paper.made_on,
        lambda to, day, how, name: desk.signing.record_copy(paper.id, to, day, how, name),
        parent=host.dialog_parent,
    )
    dialog.accepted.connect(host.changed)
    dialog.open()
    return dialog


def add_pen_items(menu: QMenu, host: Host, case_id: str, paper: PaperView) -> None:
    """Add what can be done after somebody did not sign, and giving a copy where the form does not ask it itself."""
    for step in host.desk.signing.next_steps(paper.id):
        add_item(menu, _("Niet getekend: {stap}…").format(stap=_lower(step.title)), partial(_do, host, case_id, step))
    if not host.desk.signing.has_own_copies(paper.id):
        add_item(menu, _("Afschrift gegeven…"), partial(ask_copy, host, paper))
    add_copy_items(menu, host, paper)


def declined_line(host: Host, case_id: str, paper: PaperView, closed: Callable[[], None]) -> Notice | None:
    """Return what is said over the list when somebody does not sign: that it may, and what helps; else None."""
    steps = host.desk.signing.next_steps(paper.id)
    if not steps:
        return None
    first, *others = steps
    title = f"{paper.title}," if "," in paper.title else paper.title
    notice = Notice(
        NoticeKind.HINT,
        _("{papier} blijft in het dossier, ook zonder handtekening.").format(papier=title),
        " ".join(step.why for step in steps),
        button=first.title,
        on_press=partial(_do, host, case_id, first),
        closable=True,
    )
    notice.closed.connect(closed)
    line = notice.layout()
    if isinstance(line, QHBoxLayout) and notice.button is not None:
        for step in others:
            more = quiet(step.title)
            more.clicked.connect(partial(_do, host, case_id, step))
            line.insertWidget(line.indexOf(notice.button), more, 0, Qt.AlignmentFlag.AlignVCenter)
    return notice


def _do(host: Host, case_id: str, step: NextStep) -> None:
    host.open_form(step.form, case_id, kind=step.kind)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
