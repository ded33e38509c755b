"""What a form may know besides its own answers: the records, the papers of the case, and the facts of its clock."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.forms.context import Answers, Context, Issue
from reintegratie_desktop.forms.flows import flow as flow_of
from reintegratie_desktop.forms.flows import is_case_record
from reintegratie_desktop.services import case_clock
from reintegratie_desktop.store.cases import Case
from reintegratie_desktop.store.papers import Paper

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

INVITATION: Final = "brief_uitnodiging"
PLANNED_TALK: Final = "gesprek_gepland"
"""Where the invitation finds the talk that is being prepared: see `forms.flows.brief_uitnodiging`."""
SCHEDULE: Final = "opbouwschema"
_WITH_FACTS: Final = ("loongegevens", "re_integratieverslag", "logboek")
"""The forms that are told more of the case than the others."""


def form_context(desk: "Workspace", case_id: str, employee_id: str, leave_out: str) -> Context:
    """Return what a form may know: the records, and per form the newest answers of this case.

    `leave_out` is the form that asks: its own draft is no answer to it.
    """
    papers: dict[str, Answers] = {"werkgever": desk.employer}
    history: dict[str, tuple[Answers, ...]] = {}
    issues: dict[str, tuple[Issue, ...]] = {}
    if case_id:
        case = desk.store.cases.get(case_id)
        employee_id = case.werknemer_id
        listed = _listed(desk.store.papers.all(case_id))
        history = {form: tuple(paper.answers_now for paper in found) for form, found in listed.items()}
        issues = {form: tuple(Issue(paper.version, paper.made_on) for paper in found) for form, found in listed.items()}
        papers.update({form: answers[-1] for form, answers in history.items()})
        papers.update({form: answers for form, answers in case.facts.items() if is_case_record(form)})
        for draft in desk.store.drafts.list(case_id):
            flow = flow_of(draft.form)
            if not flow.repeatable and draft.form not in papers and draft.form != leave_out:
                papers[draft.form] = draft.answers
        if SCHEDULE in papers:
            from reintegratie_desktop.services.hours import in_context  # noqa: PLC0415 - only with a schedule

            papers.update(in_context(papers, case, desk.today))
        papers["zaak"] = _facts_of_case(desk, case)
        if leave_out in _WITH_FACTS:
            from reintegratie_desktop.services.form_facts import facts_for  # noqa: PLC0415 - only for these forms

            papers.update(facts_for(desk, case, leave_out))
    if case_id and leave_out == INVITATION:
        from reintegratie_desktop.services.planned_talk import planned_talk  # noqa: PLC0415 - only for this letter

        papers[PLANNED_TALK] = planned_talk(desk, case_id)
    if employee_id:
        papers["werknemer"] = desk.employee(employee_id)
    if leave_out == "werknemer":
        others = (other for other in desk.store.records.werknemers() if other["id"] != employee_id)
        papers["bestand"] = {"personeelsnummers": [str(other.get("personeelsnr") or "") for other in others]}
    return Context(today=desk.today, papers=papers, history=history, issues=issues)


def _facts_of_case(desk: "Workspace", case: Case) -> dict[str, Any]:
    chain = case_clock.chain_of(desk, case)
    papers = case_clock.papers_of(desk, chain)
    clock = case_clock.clock_of_chain(desk, chain, papers)
    return {
        "dossiernr": case.nummer,
        "eerste_ziektedag": case.eerste_ziektedag.isoformat(),
        "klok_vanaf": clock.klok_vanaf.isoformat(),
        "ziekteweek": str(clock.ziekteweek),
        "termijnen": {step.id: step.uiterlijk.isoformat() for step in clock.termijnen},
        "streefdatums": {step.id: step.streefdatum.isoformat() for step in clock.termijnen},
        "vensters": {step.id: step.venster_van.isoformat() for step in clock.termijnen if step.venster_van},
        "eerste_dag_uwv": clock.eerste_ziektedag.isoformat(),
        "hersteld_per": case.hersteld_per.isoformat() if case.hersteld_per else None,
        "onderbrekingen": case_clock.breaks_of(clock),
        "andere_perioden": case_clock.other_periods(desk, case),
        "vangnet_gemeld": case_clock.VANGNET_REPORT in case.facts.get("gedaan", {}),
        "feiten": case_clock.facts_of(desk, chain.cases, papers, without=case.id),
    }


def _listed(kept: Iterable[Paper]) -> dict[str, list[Paper]]:
    """Return the finished papers per form, oldest first: of talks the newest version of each, of others all."""
    by_form: dict[str, dict[tuple[str, int], Paper]] = {}
    for paper in kept:
        version = 0 if flow_of(paper.form).repeatable else paper.version
        by_form.setdefault(paper.form, {})[paper.slot, version] = paper
    return {form: sorted(papers.values(), key=_place_in_history) for form, papers in by_form.items()}


def _place_in_history(paper: Paper) -> tuple[bool, date, int]:
    """Order talks by their day and versions by their number, so that the newest answers stand last."""
    is_talk = flow_of(paper.form).repeatable
    return is_talk, paper.made_on if is_talk else date.min, paper.version
