"""The list of contacts and talks at the end of a re-integratieverslag, made from the journal and the talks."""

from datetime import date
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.domain.snapshot import FormSnapshot, SnapshotFact, SnapshotField, SnapshotSection
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.bundle_cover import LANGUAGE
from reintegratie_desktop.services.case_clock import chain_of
from reintegratie_desktop.services.names import paper_name
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _, ngettext

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

_CODE: Final = "CL"
_VERSION: Final = "1.0"
_CONTACT: Final = "contact"
_TALKS: Final = ("gesprek", "evaluatie", "eindevaluatie")
"""The papers of a talk with the employee."""


def contact_snapshot(desk: "Workspace", case_id: str, until: date | None = None) -> FormSnapshot:
    """Return every contact and every talk of a case by day, as a paper of today or of the last day of the report."""
    stand = (until or desk.today).isoformat()
    case = desk.store.cases.get(case_id)
    chain = chain_of(desk, case)
    lines: dict[tuple[str, str, str], dict[str, str]] = {}
    for one in chain.cases:
        for row in desk.store.journal.rows(one.id):
            if row.kind == _CONTACT and row.visible_to_employee:
                day = row.happened_on.isoformat()
                lines[day, row.at.isoformat(), str(len(lines))] = _line(day, row.description, row.who)
        for paper in desk.papers.views(one.id):
            if paper.form in _TALKS and paper.is_newest:
                kept = desk.store.papers.get(paper.id)
                signers = [str(item["name"]) for item in kept.snapshot.get("signatures", ()) if item.get("name")]
                day = str(kept.answers.get("datum") or paper.made_on.isoformat())[: len("2026-01-01")]
                who = _(" en ").join(signers)
                lines[day, paper.frozen_at.isoformat(), str(len(lines))] = _line(day, paper.title, who)
    rows = [lines[key] for key in sorted(lines) if key[0] <= stand]
    person = paper_name(desk.store.records.werknemer(case.werknemer_id))
    first = chain.cases[0].eerste_ziektedag.isoformat()
    return FormSnapshot(
        form=_CONTACT,
        code=_CODE,
        form_version=_VERSION,
        title=_("Contact- en gesprekkenlijst"),
        purpose=_("Elk contact en elk gesprek dat is vastgelegd, op datum. Regeling procesgang art. 3."),
        employer=desk.employer_name,
        employee=person,
        case_number=case.nummer,
        eerste_ziektedag=first,
        law_date=first,
        made_on=stand,
        frozen_at=f"{stand}T00:00:00",
        version=1,
        sections=(SnapshotSection("contact", _("Contacten en gesprekken"), "1", (_table(rows),)),),
        facts=(
            SnapshotFact(_("Werknemer"), person),
            SnapshotFact(_("Eerste ziektedag"), first),
            SnapshotFact(_("Stand op"), stand),
            SnapshotFact(_("Aantal"), ngettext("{n} keer", "{n} keer", len(rows)).format(n=len(rows))),
        ),
        journal_head=desk.store.journal.head(),
        language=LANGUAGE,
        rules=load_law().loaded_version,
    )


def _line(day: str, what: str, who: str) -> dict[str, str]:
    return {"dag": day_numeric(day), "wat": what, "wie": who}


def _table(rows: list[dict[str, str]]) -> SnapshotField:
    return SnapshotField(
        key="contacten",
        label=_("Contacten en gesprekken"),
        kind="table",
        columns=(
            SnapshotField(key="dag", label=_("Datum"), kind="text"),
            SnapshotField(key="wat", label=_("Wat"), kind="text"),
            SnapshotField(key="wie", label=_("Vastgelegd door"), kind="text"),
        ),
        answer=rows,
    )
