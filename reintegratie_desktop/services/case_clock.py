"""The computed dates of a case, from what stands in the file: finished papers, ticks, recovery."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.domain.clock import CaseClock, case_clocks
from reintegratie_desktop.domain.facts import CaseFacts
from reintegratie_desktop.domain.milestone_rules import RULES
from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.store.cases import Case
from reintegratie_desktop.store.papers import PaperInfo
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

EVALUATION_TALKS: Final = ("zesweken_evaluatie", "eerstejaarsevaluatie")
TICKABLE: Final = (
    "uwv_42e_week",
    "eerstejaarsevaluatie",
    "spoor2_start",
    "actueel_oordeel",
    "eindevaluatie",
    "riv_aan_werknemer",
    "wia_aanvraag",
    "vangnet_melding",
    "ziek_uit_dienst_melding",
)
"""Steps that happen outside this version of the program and are ticked off with their date."""


def clock_of(desk: "Workspace", case: Case, papers: Sequence[PaperInfo] | None = None) -> CaseClock:
    """Return the dates of a case. Pass the papers when they are known, to read them once for many cases."""
    known = desk.store.papers.infos(case.id) if papers is None else papers
    facts = CaseFacts.from_dict(facts_of(desk, case, known))
    return case_clocks(facts, desk.today)[-1]


def facts_of(desk: "Workspace", case: Case, papers: Sequence[PaperInfo]) -> dict[str, Any]:
    """Return the case as the input of the clock, in the shape of the command line."""
    ticked = dict(case.facts.get("gedaan", {}))
    told = _told_arbodienst(desk, papers)
    evaluations = sorted({*_evaluation_days(desk, papers), *ticked.get("evaluaties", [])})
    done: dict[str, Any] = {
        "ziekmelding_arbodienst": told,
        "probleemanalyse": _first_day(papers, "probleemanalyse"),
        "plan_van_aanpak": _first_day(papers, "plan_van_aanpak"),
        "evaluaties": evaluations,
        **{step: ticked.get(step) for step in TICKABLE},
    }
    done["eerstejaarsevaluatie"] = done["eerstejaarsevaluatie"] or _talk_day(desk, papers, "eerstejaarsevaluatie")
    _keep_in_order(done, desk.today.isoformat())
    return {
        "peildatum": desk.today.isoformat(),
        "perioden": [
            {
                "ziek_vanaf": case.eerste_ziektedag.isoformat(),
                "hersteld_per": case.hersteld_per.isoformat() if case.hersteld_per else None,
            }
        ],
        "gedaan": done,
        "einde_dienstverband": _end_of_contract(desk, case),
    }


def _keep_in_order(done: dict[str, Any], today: str) -> None:
    """Leave out what is dated after today, and never let a plan stand before the advice it follows.

    A paper may carry such a date by mistake; the page of the case must still open so that it can be mended.
    """
    for step, day in done.items():
        if isinstance(day, str) and day > today:
            done[step] = None
    done["evaluaties"] = [day for day in done["evaluaties"] if day <= today]
    advice, plan = done["probleemanalyse"], done["plan_van_aanpak"]
    if advice and plan and plan < advice:
        done["plan_van_aanpak"] = advice


def _first_day(papers: Sequence[PaperInfo], form: str) -> str | None:
    """Return the date of the first version: a later version corrects the paper, not the day it was made."""
    days = [paper.made_on for paper in papers if paper.form == form and paper.version == 1]
    return min(days).isoformat() if days else None


def _told_arbodienst(desk: "Workspace", papers: Sequence[PaperInfo]) -> str | None:
    """Return when the arbodienst was told first, from the messages or from the sick report."""
    told = [answers.get("verzonden_op") for answers in newest_answers(desk, papers, "melding_arbodienst")]
    told += [answers.get("arbo_melding") for answers in newest_answers(desk, papers, "ziekmelding")]
    return min((str(day)[:10] for day in told if day), default=None)


def step_title(step: str) -> str:
    """Return the translated title of a step."""
    rule = RULES.get("evaluatie" if step.startswith("evaluatie_") else step)
    return _(rule.title) if rule else step


def newest_answers(desk: "Workspace", papers: Sequence[PaperInfo], form: str) -> list[dict[str, Any]]:
    """Return the answers of the newest version of every paper of a form; forms like talks exist side by side."""
    newest: dict[str, PaperInfo] = {}
    for paper in papers:
        if paper.form == form and (paper.slot not in newest or newest[paper.slot].version < paper.version):
            newest[paper.slot] = paper
    return [desk.store.papers.get(paper.id).answers for paper in newest.values()]


def _evaluation_days(desk: "Workspace", papers: Sequence[PaperInfo]) -> list[str]:
    return [
        str(answers["datum"])[:10]
        for answers in newest_answers(desk, papers, "gesprek")
        if answers.get("soort") in EVALUATION_TALKS and answers.get("datum")
    ]


def _talk_day(desk: "Workspace", papers: Sequence[PaperInfo], kind: str) -> str | None:
    days = [
        str(answers["datum"])[:10]
        for answers in newest_answers(desk, papers, "gesprek")
        if answers.get("soort") == kind
    ]
    return min(days) if days else None


def _end_of_contract(desk: "Workspace", case: Case) -> str | None:
    employee = desk.store.records.werknemer(case.werknemer_id)
    end = employee.get("einddatum")
    if employee.get("contractsoort") != "bepaalde_tijd" or not isinstance(end, str):
        return None
    day = as_day(end)
    return day.isoformat() if day is not None and day >= case.eerste_ziektedag else None
