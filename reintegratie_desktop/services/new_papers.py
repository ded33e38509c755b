"""Which papers can be made in a case now, grouped by phase, with one line each; what cannot says why."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reintegratie_desktop.forms.document_chance import SoFar
from reintegratie_desktop.forms.document_table import GROUP_TITLES, Document, Group, built_documents
from reintegratie_desktop.forms.document_when import first_of, when_of
from reintegratie_desktop.forms.flows import flow as flow_of
from reintegratie_desktop.services.case_reader import CaseReader
from reintegratie_desktop.services.document_steps import so_far
from reintegratie_desktop.text.declaring import replace
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.i18n import _, ngettext

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace


@dataclass(frozen=True)
class NewPaper:
    """One kind of paper in the list."""

    form: str
    title: str
    line: str
    """What it is for, and when it is of use."""
    can: bool
    reason: str = ""
    """Why it cannot be made now."""
    action: str = ""
    """What the button says."""
    note: str = ""
    """`begonnen`, `2 keer gemaakt`; empty when there is none yet."""
    first: str = ""
    """The paper that comes before this one and is not there yet; this one can be made all the same."""
    slot: str | None = None
    """The draft that was begun; None begins a new one."""


@dataclass(frozen=True)
class NewPaperGroup:
    """The papers of one phase."""

    key: str
    title: str
    papers: tuple[NewPaper, ...]


def new_papers(desk: "Workspace", case_id: str) -> tuple[NewPaperGroup, ...]:
    """Return every kind of paper this version makes, in groups."""
    reader = CaseReader(desk, desk.store.cases.get(case_id), explain=False)
    known = replace(so_far(reader), or_vorm=str(desk.employer.get("or_vorm") or ""))
    groups = []
    for group in Group:
        papers = tuple(_paper(reader, known, paper) for paper in built_documents() if paper.group is group)
        if papers:
            groups.append(NewPaperGroup(group.value, _(GROUP_TITLES[group]), papers))
    return tuple(groups)


def _paper(reader: CaseReader, known: SoFar, paper: Document) -> NewPaper:
    flow = flow_of(paper.key)
    slot = reader.draft_slot(paper.key)
    reason = _reason(known, paper) if slot is None else ""
    forms = {info.form for info in reader.infos}
    when = when_of(paper.key, forms)
    made = len({(info.slot, info.version) for info in reader.infos if info.form == paper.key})
    words = ngettext("{n} keer gemaakt", "{n} keer gemaakt", made).format(n=made) if made else ""
    return NewPaper(
        form=paper.key,
        title=_(flow.title),
        line=f"{_(paper.line)} {_(when) if when else ''}".rstrip(),
        can=not reason,
        reason=reason,
        first=first_of(paper.key, forms) if slot is None and not reason else "",
        note=_("begonnen, nog niet af") if slot is not None else words,
        action=_("Verder") if slot is not None else _("Nieuwe versie") if made and not flow.repeatable else _("Maken"),
        slot=slot,
    )


def _reason(known: SoFar, paper: Document) -> str:
    """Return in a sentence why a paper cannot be made now; empty when it can."""
    if known.recovered_on is not None and not paper.after_recovery:
        return _("Het dossier is gesloten.")
    chance = paper.opens(known)
    if chance.is_open(known.today):
        return ""
    day = day_weekday(chance.day, year=True) if chance.day is not None else ""
    return _(chance.reason).format(dag=day)
