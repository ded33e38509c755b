"""The planner of a case for on the wall: made from its dates, drawn beside the window, saved without a name in it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reintegratie_desktop.domain.planner import Entry, Planner, Sign, Word, planner_of
from reintegratie_desktop.services.case_reader import CaseReader
from reintegratie_desktop.services.files import write_file
from reintegratie_desktop.services.step_adjust import ADJUSTED_PLAN
from reintegratie_desktop.text.i18n import _, current_language

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace


def planner_sheet(desk: "Workspace", case_id: str) -> Planner:
    """Return the weeks of a case of today, in words that say nothing about anybody."""
    reader = CaseReader(desk, desk.store.cases.get(case_id), explain=False)
    return planner_of(
        reader.clock,
        mark_of(reader.case.nummer),
        made_on=desk.today,
        language=current_language(),
        extra=tuple(_own_entries(reader)),
    )


def mark_of(number: str) -> str:
    """Return the mark that stands for a dossier on the wall: `P-0003` for `2026-003`."""
    last = number.rpartition("-")[2]
    return f"P-{last:0>4}"


def _own_entries(reader: CaseReader) -> Iterator[Entry]:
    """Yield what the case itself asks: the next talk, a plan to adjust, and the steps of the user; never their text."""
    for step in reader.steps():
        if step.day is None:
            continue
        if step.id == "gesprek":
            yield Entry(Word.TALK, Sign.TALK, step.day)
        elif step.id == ADJUSTED_PLAN and step.action:
            yield Entry(Word.PLAN_READY, Sign.LAST_DAY, step.day)
        elif step.id.startswith("eigen_"):
            yield Entry(Word.OWN, Sign.PLAN, step.day, step.done_on is not None)


def rendering(desk: "Workspace", case_id: str, *, a3: bool = False) -> Callable[[], bytes]:
    """Return a function that makes the PDF without touching the file, so that it can run beside the window."""
    sheet = planner_sheet(desk, case_id)

    def make() -> bytes:
        from reintegratie_desktop.documents.planner import render_planner  # noqa: PLC0415 - ReportLab loads with it

        return render_planner(sheet, a3=a3)

    return make


def save_pdf(desk: "Workspace", case_id: str, target: Path) -> None:
    """Save the planner as PDF; a half-written file never stands at the target.

    Raises:
        KnownError: the disk is full or the folder cannot be written.
    """
    write_file(target, rendering(desk, case_id)())


def note_printed(desk: "Workspace", case_id: str) -> None:
    """Write in the journal that the planner was printed."""
    desk.journal(case_id, "overdracht", _("{papier} afgedrukt").format(papier=_("Weekplanner")))


def file_name(desk: "Workspace", case_id: str) -> str:
    """Return a neutral name for the file."""
    number = mark_of(desk.store.cases.get(case_id).nummer)
    return f"{number}_weekplanner_{desk.today.isoformat()}.pdf"
