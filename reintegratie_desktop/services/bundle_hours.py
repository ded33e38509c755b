"""What the evaluations say about the hours: why they are what they are, beside the weeks in a re-integratieverslag."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.domain.snapshot import SnapshotField, SnapshotSection
from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.services.case_clock import chain_of, papers_of
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

_FORM: Final = "evaluatie"


def evaluations_about_hours(desk: "Workspace", case_id: str, last: date) -> Iterator[SnapshotSection]:
    """Yield the section with each evaluation up to a day, its hours and the words about the work; none without any."""
    infos = papers_of(desk, chain_of(desk, desk.store.cases.get(case_id)))
    newest = {info.slot: info for info in sorted(infos, key=lambda info: info.version) if info.form == _FORM}
    rows = []
    for info in newest.values():
        answers = desk.store.papers.get(info.id).answers_now
        day, words = as_day(answers.get("datum")), str(answers.get("waarom") or "").strip()
        if day is not None and day <= last and words:
            rows.append({"dag": day.isoformat(), "uren": answers.get("uren_nu"), "waarom": words})
    if rows:
        columns = (
            SnapshotField("dag", _("Evaluatie"), "day"),
            SnapshotField("uren", _("Uren per week"), "number"),
            SnapshotField("waarom", _("Wat jullie daarover opschreven"), "text"),
        )
        rows.sort(key=lambda row: str(row["dag"]))
        table = SnapshotField("toelichting", _("Toelichting"), "table", answer=rows, columns=columns)
        yield SnapshotSection("toelichting", _("Toelichting bij de uren"), "C", (table,))
