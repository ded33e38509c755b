"""The sheet for typing a paper over at UWV: its lines on the screen, and the same on paper.

The citizen number goes from the window into the lines or the bytes of a PDF that are asked for, and nowhere else.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.domain.snapshot import FieldState, FormSnapshot, SnapshotFact, SnapshotField, SnapshotSection
from reintegratie_desktop.forms.document_table import document_of_step
from reintegratie_desktop.forms.flows import flow as flow_of
from reintegratie_desktop.forms.type_over import BSN, SHEETS, value_of
from reintegratie_desktop.services.files import write_file
from reintegratie_desktop.services.names import paper_name
from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _, current_language

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

_FORM: Final = "overtypblad"
_CODE: Final = "OT"
_VERSION: Final = "1.0"
_LINES: Final = "regels"
_LONG: Final = 60
"""From this many signs a value stands on lines of its own."""


@dataclass(frozen=True)
class SheetLineView:
    """One line to type over. Of the citizen number `value` is empty: it is asked when it is needed."""

    key: str
    label: str
    value: str
    help: str
    is_bsn: bool = False


@dataclass(frozen=True)
class SheetView:
    """A sheet as the window shows it."""

    paper_id: str
    form: str
    title: str
    where: str
    order: str
    """That the site can ask it in another order."""
    lines: tuple[SheetLineView, ...]
    notes_open: int
    """How many questions about sending it can still be answered beside the paper."""


def has_sheet(form: str) -> bool:
    """Tell whether a paper of this form is typed over at UWV."""
    return form in SHEETS


def sheet_of_step(step: str) -> str:
    """Return the form that is typed over at UWV for a step of the clock; "" when there is none."""
    paper = document_of_step(step)
    return paper.key if paper is not None and has_sheet(paper.key) else ""


def newest_to_type_over(desk: "Workspace", case_id: str, form: str) -> str:
    """Return the id of the newest finished paper of a form that is typed over at UWV; "" when there is none."""
    if not has_sheet(form):
        return ""
    found = [info for info in desk.store.papers.infos(case_id) if info.form == form]
    return max(found, key=lambda info: (info.at, info.version)).id if found else ""


def sheet_view(desk: "Workspace", paper_id: str) -> SheetView:
    """Return the lines to type over for a finished paper, with what was noted beside it later."""
    from reintegratie_desktop.services.later import questions_of  # noqa: PLC0415 - not needed to start

    paper = desk.store.papers.get(paper_id)
    sheet, flow = SHEETS[paper.form], flow_of(paper.form)
    context, answers = desk.context(paper.case_id, leave_out=paper.form), paper.answers_now
    return SheetView(
        paper_id=paper_id,
        form=paper.form,
        title=_("Overtypen bij UWV: {papier}").format(papier=_in_sentence(_(flow.title))),
        where=_(sheet.where),
        order=_("De volgorde kan bij UWV iets anders zijn."),
        lines=tuple(
            SheetLineView(
                key=line.value if isinstance(line.value, str) else f"regel{index}",
                label=_(line.label),
                value=value_of(line, flow, answers, context),
                help=_(line.help),
                is_bsn=line.value == BSN,
            )
            for index, line in enumerate(sheet.lines)
        ),
        notes_open=sum(question.is_open for question in questions_of(paper)),
    )


def citizen_number(typed: str) -> str:
    """Return a citizen number as nine figures; "" for nothing.

    Raises:
        KnownError: it does not pass the test of eleven.
    """
    from stdnum.nl import bsn  # noqa: PLC0415 - only for a sheet

    number = re.sub(r"[\s.\-]", "", typed)
    if not number:
        return ""
    # The library also takes shorter numbers, with zeros before them; those are slips here.
    if not re.fullmatch(r"[0-9]{9}", number) or not bsn.is_valid(number):
        raise KnownError(
            _("Dit burgerservicenummer klopt niet."),
            _("Het heeft negen cijfers. Kijk het na op een loonstrook."),
            code="bsn",
        )
    return number


def sheet_snapshot(desk: "Workspace", paper_id: str, number: str = "") -> FormSnapshot:
    """Return the sheet as a paper of this moment. A citizen number in it is for printing only: never store this."""
    view, paper = sheet_view(desk, paper_id), desk.store.papers.get(paper_id)
    case = desk.store.cases.get(paper.case_id)
    employee = paper_name(desk.store.records.werknemer(case.werknemer_id))
    return FormSnapshot(
        form=_FORM,
        code=_CODE,
        form_version=_VERSION,
        title=view.title,
        purpose=f"{view.where}. {view.order}",
        employer=desk.employer_name,
        employee=employee,
        case_number=case.nummer,
        eerste_ziektedag=case.eerste_ziektedag.isoformat(),
        law_date=case.eerste_ziektedag.isoformat(),
        made_on=desk.today.isoformat(),
        frozen_at=desk.clock().isoformat(timespec="seconds"),
        version=1,
        sections=(
            SnapshotSection(
                _LINES,
                _("Over te typen"),
                "1",
                tuple(_on_paper(line, number) for line in view.lines if line.value or line.is_bsn),
            ),
        ),
        facts=(
            SnapshotFact(_("Werknemer"), employee),
            SnapshotFact(_("Papier van"), paper.made_on.isoformat()),
            SnapshotFact(_("Afgedrukt op"), desk.today.isoformat()),
        ),
        language=current_language(),
    )


def _on_paper(line: SheetLineView, number: str) -> SnapshotField:
    value = number if line.is_bsn else line.value
    kind = "long_text" if len(value) > _LONG or "\n" in value else "text"
    state = FieldState.ANSWERED if value else FieldState.NOT_PRINTED
    return SnapshotField(line.key, line.label, kind, value or None, paper_help=line.help, state=state)


def rendering(desk: "Workspace", paper_id: str, number: str = "") -> Callable[[], bytes]:
    """Return a function that makes the PDF without touching the file, so that it can run beside the window."""
    return desk.papers.rendering(sheet_snapshot(desk, paper_id, number))


def save_pdf(desk: "Workspace", paper_id: str, target: Path, number: str = "") -> None:
    """Save the sheet as PDF where the user chose; a half-written file never stands at the target.

    Raises:
        KnownError: the disk is full or the folder cannot be written.
    """
    write_file(target, rendering(desk, paper_id, number)())
    _note(desk, paper_id, _("Overtypblad voor UWV als PDF bewaard: {papier}"))


def note_saved(desk: "Workspace", paper_id: str) -> None:
    """Write in the journal that the sheet was saved as PDF."""
    _note(desk, paper_id, _("Overtypblad voor UWV als PDF bewaard: {papier}"))


def note_printed(desk: "Workspace", paper_id: str) -> None:
    """Write in the journal that the sheet was printed."""
    _note(desk, paper_id, _("Overtypblad voor UWV afgedrukt: {papier}"))


def _note(desk: "Workspace", paper_id: str, words: str) -> None:
    paper = desk.store.papers.get(paper_id)
    desk.journal(paper.case_id, "overdracht", words.format(papier=desk.papers.title(paper)), paper=paper_id)


def file_name(desk: "Workspace", paper_id: str) -> str:
    """Return a neutral file name: number, kind and date, without the name of a person."""
    paper = desk.store.papers.get(paper_id)
    return f"{desk.store.cases.get(paper.case_id).nummer}_{_FORM}_{paper.form}_{desk.today.isoformat()}.pdf"


def _in_sentence(title: str) -> str:
    return f"{title[:1].lower()}{title[1:]}"
