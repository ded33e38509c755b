"""What waits in a dossier beside the points of the check: named there, so that nobody reads that all is done."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reintegratie_desktop.services.case_reader import CaseReader
from reintegratie_desktop.services.check_views import WaitView
from reintegratie_desktop.services.hours import hours_view
from reintegratie_desktop.services.signing import signers_in
from reintegratie_desktop.services.step_views import StepState
from reintegratie_desktop.services.step_words import INFORMATION
from reintegratie_desktop.store.papers import PaperEvent, PaperInfo
from reintegratie_desktop.text.i18n import ngettext

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

HOURS, PAPERS, DOSSIER = "uren", "papieren", "dossier"
_NOW = (StepState.LATE, StepState.SOON, StepState.WAITING, StepState.INCOMPLETE)


def waits(desk: "Workspace", case_id: str) -> tuple[WaitView, ...]:
    """Return what waits today: steps, weeks without hours, and papers that nobody signed yet."""
    return tuple(_waits(desk, case_id))


def _waits(desk: "Workspace", case_id: str) -> Iterator[WaitView]:
    reader = CaseReader(desk, desk.store.cases.get(case_id), explain=False)
    steps = sum(step.state in _NOW and step.id not in INFORMATION for step in reader.steps())
    if steps:
        yield WaitView(
            ngettext("{n} stap in het dossier", "{n} stappen in het dossier", steps).format(n=steps), DOSSIER
        )
    weeks = sum(not week.is_now for week in hours_view(desk, case_id).open_weeks)
    if weeks:
        words = ngettext("de uren van {n} week", "de uren van {n} weken", weeks)
        yield WaitView(words.format(n=weeks), HOURS)
    papers = _unsigned(desk, case_id, reader.infos)
    if papers:
        words = ngettext("{n} papier zonder handtekening", "{n} papieren zonder handtekening", papers)
        yield WaitView(words.format(n=papers), PAPERS)


def _unsigned(desk: "Workspace", case_id: str, infos: tuple[PaperInfo, ...] | list[PaperInfo]) -> int:
    """Return how many papers somebody neither signed nor refused to; only the newest version of each."""
    newest: dict[tuple[str, str], PaperInfo] = {}
    for info in infos:
        place = (info.form, info.slot)
        if place not in newest or newest[place].version < info.version:
            newest[place] = info
    signing = desk.store.papers.signing_of(case_id)
    events: dict[str, list[PaperEvent]] = {}
    for event in desk.store.papers.events_of_case(case_id):
        events.setdefault(event.paper_id, []).append(event)
    return sum(
        any(not signer.is_settled for signer in signers_in(signing[info.id], events.get(info.id, ())))
        for info in newest.values()
    )
