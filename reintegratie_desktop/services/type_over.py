"""The sheet for typing a paper over at UWV: its lines on the screen, and the same on paper.

The citizen number goes from the window into the lines or the bytes of a PDF that are asked for, and nowhere else.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.domain.snapshot import FieldState, FormSnapshot, SnapshotFact, SnapshotField, SnapshotSection
from reintegratie_desktop.forms.document_table import document_of_step
from reintegratie_desktop.forms.fields import Text
from reintegratie_desktop.forms.flows import flow as flow_of
from reintegratie_desktop.forms.type_over import BSN, NUMBER, SHEETS, TAX_NUMBER, is_asked, value_of
from reintegratie_desktop.services.files import write_file
from reintegratie_desktop.services.names import paper_name
from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _, current_language

if TYPE_CHECKING:
    from reintegratie_desktop.services.many_papers import ToMake
    from reintegratie_desktop.services.workspace import Workspace
    from reintegratie_desktop.store.papers import Paper

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
    is_tax_number: bool = False
    """The number of the firm: while it is empty it can be filled in beside the sheet."""
    is_upload: bool = False
    """Papers to send as files, one on a line; nothing to type."""


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
    has_papers: bool
    """Some of what is sent as a file stands in this program, and can be saved."""
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
    lines = []
    for index, line in enumerate(sheet.lines):
        value = value_of(line, flow, answers, context)
        if (not value and line.optional) or (line.upload and not is_asked(line, flow, answers, context)):
            continue
        lines.append(
            SheetLineView(
                key=line.value if isinstance(line.value, str) else TAX_NUMBER if line is NUMBER else f"regel{index}",
                label=_(line.label),
                value=value,
                help=_(line.help),
                is_bsn=line.value == BSN,
                is_tax_number=line is NUMBER,
                is_upload=line.upload,
            )
        )
    return SheetView(
        paper_id=paper_id,
        form=paper.form,
        title=_("Overtypen bij UWV: {papier}").format(papier=_in_sentence(_(flow.title))),
        where=_(sheet.where),
        order=_("De volgorde kan bij UWV iets anders zijn."),
        lines=tuple(lines),
        has_papers=bool(_chosen(desk, paper)),
        notes_open=sum(question.is_open for question in questions_of(paper)),
    )


def _chosen(desk: "Workspace", paper: "Paper") -> list[str]:
    """Return the ids of the papers that go along with a request, in the order of its sheet."""
    known = {}
    for info in desk.store.papers.infos(paper.case_id):
        known[f"{info.form}:{info.made_on.isoformat()}:{info.version}"] = info.id
        # A talk goes along by its day alone.
        known.setdefault(f"{info.form}:{info.made_on.isoformat()}", info.id)
    found = []
    flow, context, answers = (
        flow_of(paper.form),
        desk.context(paper.case_id, leave_out=paper.form),
        paper.answers_now,
    )
    for line in SHEETS[paper.form].lines:
        chosen = answers.get(line.value) if line.upload and isinstance(line.value, str) else None
        if isinstance(chosen, list) and is_asked(line, flow, answers, context):
            found += [known[one] for one in chosen if one in known]
    return list(dict.fromkeys(found))


def uploads(desk: "Workspace", paper_id: str) -> "tuple[ToMake, ...]":
    """Return what is sent as a file with a request, ready to be made beside the window: papers, and scans with them."""
    from reintegratie_desktop.services.many_papers import ToMake, gather  # noqa: PLC0415 - only when asked

    ids = _chosen(desk, desk.store.papers.get(paper_id))
    found = []
    for chosen, made in zip(ids, gather(desk, ids), strict=True):
        found.append(made)
        stem = made.name.removesuffix(".pdf")
        for number, kept in enumerate(desk.papers.attachments(chosen), start=1):
            content = desk.papers.attachment_bytes(kept.id)
            name = f"{stem}_scan_{number}.{kept.name.rpartition('.')[2].lower()}"
            found.append(ToMake(name, lambda content=content: content))  # type: ignore[misc]  # a value of its own
    return tuple(found)


def uploads_name(desk: "Workspace", paper_id: str) -> str:
    """Return a neutral name for the folder with what is sent as a file."""
    paper = desk.store.papers.get(paper_id)
    return f"{desk.store.cases.get(paper.case_id).nummer}_stukken_{paper.form}_{desk.today.isoformat()}"


def note_uploads(desk: "Workspace", paper_id: str) -> None:
    """Write in the journal that what goes along was saved in a folder."""
    _note(desk, paper_id, _("Stukken voor UWV in een map bewaard: {papier}"))


def keep_tax_number(desk: "Workspace", typed: str) -> None:
    """Keep the number of the firm in its record, where every paper for UWV finds it; a finished paper never changes.

    Raises:
        KnownError: it is not written as such a number.
    """
    number = re.sub(r"[\s.\-]", "", typed).upper()
    field = flow_of("werkgever").field(TAX_NUMBER)
    assert isinstance(field, Text)
    if not re.fullmatch(field.pattern, number):
        raise KnownError(_("Dit is geen loonheffingennummer."), _(field.pattern_hint), code="loonheffingennr")
    with desk.file.atomic():
        desk.store.records.save_werkgever({**desk.employer, TAX_NUMBER: number}, desk.clock())
        if desk.store.drafts.load("", "werkgever") is not None:
            # What was begun would put back the empty place when it is finished.
            session = desk.open_form("werkgever")
            session.answer({TAX_NUMBER: number})
            session.save()


def citizen_number(typed: str) -> str:
    """Return a citizen number as nine figures; "" for nothing.

    Raises:
        KnownError: it has another length than nine figures, or does not pass the test of eleven.
    """
    from stdnum.nl import bsn  # noqa: PLC0415 - only for a sheet

    number = re.sub(r"[\s.\-]", "", typed)
    if not number:
        return ""
    # The library also takes shorter numbers, with zeros before them; those are slips here.
    if not re.fullmatch(r"[0-9]{9}", number):
        raise KnownError(
            _("Een burgerservicenummer heeft negen cijfers."), _("Kijk het na op een loonstrook."), code="bsn"
        )
    if not bsn.is_valid(number):
        raise KnownError(
            _("Dit nummer kan niet goed zijn: de cijfers passen niet bij elkaar (de elfproef)."),
            _("Kijk het cijfer voor cijfer na op een loonstrook."),
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
    help_ = _("Upload deze stukken als PDF.") if line.is_upload and not line.help else line.help
    kind = "long_text" if len(value) > _LONG or "\n" in value else "text"
    state = FieldState.ANSWERED if value else FieldState.NOT_PRINTED
    return SnapshotField(line.key, line.label, kind, value or None, paper_help=help_, state=state)


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
