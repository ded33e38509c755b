"""The journal of a case: lines somebody writes, the whole of it as a paper, and as a table for a spreadsheet.

A line never changes. What was wrong is put right by a new line that names the old one.
"""

import csv
import io
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.domain.snapshot import FormSnapshot, SnapshotFact, SnapshotField, SnapshotSection
from reintegratie_desktop.forms.context import as_day, is_filled
from reintegratie_desktop.forms.flows import flow as flow_of
from reintegratie_desktop.forms.journal_entry import CORRECTION, KINDS
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.files import write_file
from reintegratie_desktop.services.names import paper_name
from reintegratie_desktop.services.views import JournalView
from reintegratie_desktop.store.journal import JournalRow
from reintegratie_desktop.text.formatting import day_numeric, day_weekday
from reintegratie_desktop.text.i18n import _, current_language, ngettext

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

FORM: Final = "logboek"
_FORMULA: Final = "=+-@"
"""A cell that begins like this is reckoned by a spreadsheet instead of read."""
_TEXT_MARK: Final = "'"
_SHORTEST: Final = 60
"""So many letters of a line stand in the list to choose from."""


def kind_words(kind: str) -> str:
    """Return what a kind of line is called; the kind itself when nobody knows it."""
    return next((_(option.label) for option in KINDS if option.value == kind), kind)


def journal_lines(desk: "Workspace", case_id: str, titles: Mapping[str, str] | None = None) -> tuple[JournalView, ...]:
    """Return the lines of a case, newest first, each with what it puts right and what puts it right.

    Pass the titles of the papers by id when they are known.
    """
    rows = desk.store.journal.rows(case_id)
    put_right = {row.corrects: row.nr for row in rows if row.corrects is not None}
    if titles is None:
        titles = {paper.id: desk.papers.title(paper) for paper in desk.store.papers.all(case_id)}
    return tuple(_view(row, titles, put_right) for row in reversed(rows))


def _view(row: JournalRow, titles: Mapping[str, str], put_right: Mapping[int, int]) -> JournalView:
    return JournalView(
        happened_on=row.happened_on,
        at=row.at,
        kind=row.kind,
        description=row.description,
        who=row.who,
        nr=row.nr,
        with_whom=row.with_whom,
        paper=titles.get(row.document, ""),
        visible_to_employee=row.visible_to_employee,
        corrects=row.corrects,
        corrected_by=put_right.get(row.nr),
    )


# --- a line somebody writes -------------------------------------------------------------------------------------------


def add_line(desk: "Workspace", case_id: str, answers: Mapping[str, Any]) -> int:
    """Add a line to the journal from the answers of its form, and return its number."""
    corrects = answers.get("correctie_op")
    nr = int(corrects["versie"]) if isinstance(corrects, Mapping) and is_filled(corrects.get("versie")) else None
    who = answers.get("wie")
    parts = [str(who.get(part) or "") for part in ("naam", "functie")] if isinstance(who, Mapping) else []
    row = desk.store.journal.append(
        case_id,
        now=desk.clock(),
        happened_on=as_day(answers.get("gebeurd_op")) or desk.today,
        kind=CORRECTION if nr is not None else str(answers.get("soort") or ""),
        description=str(answers.get("omschrijving") or "").strip(),
        who=", ".join(part for part in parts if part),
        with_whom=str(answers.get("met") or "").strip(),
        document=_paper_id(desk, case_id, answers.get("document")),
        visible_to_employee=answers.get("zichtbaar_wn") is not False,
        corrects=nr,
    )
    return row.nr


def _paper_id(desk: "Workspace", case_id: str, reference: object) -> str:
    """Return the id of the paper a line belongs to; empty without one."""
    if not isinstance(reference, Mapping) or not is_filled(reference.get("soort")):
        return ""
    wanted = tuple(str(reference.get(key) or "") for key in ("soort", "versie", "datum"))
    found = desk.store.papers.infos(case_id)
    return next((info.id for info in found if (info.form, str(info.version), info.made_on.isoformat()) == wanted), "")


def line_references(desk: "Workspace", case_id: str) -> tuple[dict[str, str], ...]:
    """Return the lines of a case as links an answer can hold, newest first."""
    return tuple(line_reference(line) for line in journal_lines(desk, case_id))


def line_reference(line: JournalView) -> dict[str, str]:
    """Return a link to a line: its number as `versie`, its day, and words to show."""
    short = line.description if len(line.description) <= _SHORTEST else f"{line.description[:_SHORTEST].rstrip()}…"
    words = _("Regel {nr}, {dag}: {wat}").format(nr=line.nr, dag=day_weekday(line.happened_on, year=True), wat=short)
    return {"soort": FORM, "versie": str(line.nr), "datum": line.happened_on.isoformat(), "tekst": words}


# --- the journal as a paper -------------------------------------------------------------------------------------------


def journal_snapshot(desk: "Workspace", case_id: str, *, whole: bool = False) -> FormSnapshot:
    """Return the journal of today as a paper, oldest line first: what the employee may see, or with `whole` all."""
    lines = [line for line in reversed(journal_lines(desk, case_id)) if whole or line.visible_to_employee]
    case, flow = desk.store.cases.get(case_id), flow_of(FORM)
    person = paper_name(desk.store.records.werknemer(case.werknemer_id))
    return FormSnapshot(
        form=FORM,
        code=flow.code,
        form_version=flow.version,
        title=_(flow.title),
        purpose=_(flow.purpose),
        employer=desk.employer_name,
        employee=person,
        case_number=case.nummer,
        eerste_ziektedag=case.eerste_ziektedag.isoformat(),
        law_date=case.eerste_ziektedag.isoformat(),
        made_on=desk.today.isoformat(),
        frozen_at=desk.clock().isoformat(timespec="seconds"),
        version=1,
        sections=(SnapshotSection("regels", _("Regels"), "A", (_table(lines, whole=whole),)),),
        facts=(
            SnapshotFact(_("Werknemer"), person),
            SnapshotFact(_("Eerste ziektedag"), case.eerste_ziektedag.isoformat()),
            SnapshotFact(_("Stand op"), desk.today.isoformat()),
            SnapshotFact(_("Aantal"), ngettext("{n} regel", "{n} regels", len(lines)).format(n=len(lines))),
        ),
        journal_head=desk.store.journal.head(),
        language=current_language(),
        rules=load_law().loaded_version,
        footnotes=(
            _(
                "Een regel verandert nooit. Klopt er iets niet, dan staat er een nieuwe regel onder die naar de oude "
                "wijst. Elke regel heeft een nummer; een nummer dat mist, hoort bij een ander dossier van het bedrijf "
                "of bij een regel die de werknemer niet ziet."
            ),
        ),
    )


def _table(lines: list[JournalView], *, whole: bool) -> SnapshotField:
    return SnapshotField(
        key="regels",
        label=_("Regels"),
        kind="table",
        columns=(
            SnapshotField("nr", _("Nr"), "text"),
            SnapshotField("dag", _("Gebeurd op"), "text"),
            SnapshotField("wat", _("Wat"), "text"),
            SnapshotField("soort", _("Soort"), "text"),
            SnapshotField("wie", _("Wie"), "text"),
            SnapshotField("op", _("Opgeschreven"), "text"),
        ),
        answer=[
            {
                "nr": str(line.nr),
                "dag": day_numeric(line.happened_on),
                "wat": _told(line, whole=whole),
                "soort": kind_words(line.kind),
                "wie": _people(line),
                "op": f"{day_numeric(line.at.date())} {line.at:%H:%M}",
            }
            for line in lines
        ],
    )


def _told(line: JournalView, *, whole: bool) -> str:
    parts = [line.description.rstrip(".") + "."]
    if line.paper and line.paper.split(",", 1)[0] not in line.description:
        parts.append(_("Hoort bij: {papier}.").format(papier=line.paper))
    if line.corrects is not None:
        parts.append(_("Verbetert regel {nr}.").format(nr=line.corrects))
    if line.corrected_by is not None:
        parts.append(_("Verbeterd in regel {nr}.").format(nr=line.corrected_by))
    if whole and not line.visible_to_employee:
        parts.append(_("Niet in het verslag."))
    return " ".join(parts)


def _people(line: JournalView) -> str:
    if not line.with_whom:
        return line.who
    return _("{wie}, met {met}").format(wie=line.who, met=line.with_whom)


def rendering(desk: "Workspace", case_id: str, *, whole: bool = False) -> Callable[[], bytes]:
    """Return a function that makes the PDF without touching the file, so that it can run beside the window."""
    return desk.papers.rendering(journal_snapshot(desk, case_id, whole=whole))


def save_pdf(desk: "Workspace", case_id: str, target: Path, *, whole: bool = False) -> None:
    """Save the journal as PDF; a half-written file never stands at the target.

    Raises:
        KnownError: the disk is full or the folder cannot be written.
    """
    write_file(target, rendering(desk, case_id, whole=whole)())
    desk.journal(case_id, "overdracht", _("{papier} als PDF bewaard").format(papier=_("Logboek")))


# --- the journal as a table -------------------------------------------------------------------------------------------


def journal_csv(desk: "Workspace", case_id: str) -> bytes:
    """Return all lines as a table for a spreadsheet: UTF-8 with a mark, semicolons, oldest line first.

    A cell that a spreadsheet would reckon gets a `'` in front, so that a line can never run anything.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        [
            _("Nr"), _("Gebeurd op"), _("Soort"), _("Omschrijving"), _("Wie"), _("Met wie"), _("Hoort bij"),
            _("In te zien door werknemer"), _("Verbetert regel"), _("Opgeschreven op"),
        ]
    )  # fmt: skip
    for line in reversed(journal_lines(desk, case_id)):
        cells = (
            str(line.nr), line.happened_on.isoformat(), kind_words(line.kind), line.description, line.who,
            line.with_whom, line.paper, _("ja") if line.visible_to_employee else _("nee"),
            "" if line.corrects is None else str(line.corrects), line.at.isoformat(sep=" ", timespec="minutes"),
        )  # fmt: skip
        writer.writerow([harmless(cell) for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """Return a text as a cell that is only read: on one line, and never reckoned by a spreadsheet."""
    plain = "".join(" " if unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp") else sign for sign in cell).strip()
    # A broad sign such as U+FF1D reads as the ordinary one in some spreadsheets.
    first = unicodedata.normalize("NFKC", plain[:1])[:1]
    return f"{_TEXT_MARK}{plain}" if first and first in _FORMULA else plain


def save_csv(desk: "Workspace", case_id: str, target: Path) -> None:
    """Save the journal as a table; a half-written file never stands at the target.

    Raises:
        KnownError: the disk is full or the folder cannot be written.
    """
    write_file(target, journal_csv(desk, case_id))
    desk.journal(case_id, "overdracht", _("Logboek als tabel bewaard"))


def file_name(desk: "Workspace", case_id: str, ending: str) -> str:
    """Return a neutral file name: number, kind and date, without the name of a person."""
    return f"{desk.store.cases.get(case_id).nummer}_{FORM}_{desk.today.isoformat()}.{ending}"
