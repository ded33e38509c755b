"""The computed dates of a case, from what stands in the file: finished papers, ticks, recovery, an earlier period."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.domain.clock import CaseClock, case_clocks
from reintegratie_desktop.domain.facts import CaseFacts, SickPeriod
from reintegratie_desktop.domain.milestone_rules import RULES
from reintegratie_desktop.domain.periods import Course, Gap, courses
from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.forms.document_table import document_of_step
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.store.cases import Case
from reintegratie_desktop.store.papers import PaperInfo
from reintegratie_desktop.text.declaring import dataclass, replace
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

PARTICULARS: Final = "bijzonderheden"
"""The form whose answers, kept with the case, add facts to the clock; read by `forms.particulars`."""
REPORT_TO_ARBODIENST: Final = "ziekmelding_arbodienst"
VANGNET_REPORT: Final = "vangnet_melding"
END_OF_WAGE: Final = "einde_loon_regelen"
ADVICE_FORMS: Final = ("probleemanalyse", "bijstelling_probleemanalyse")
_NO_WORK: Final = ("geen_tijdelijk", "geen_duurzaam")
EVALUATION_TALKS: Final = ("zesweken_evaluatie", "eerstejaarsevaluatie")
TICKABLE: Final = (
    "uwv_42e_week",
    "eerstejaarsevaluatie",
    "spoor2_start",
    "actueel_oordeel",
    "eindevaluatie",
    "riv_aan_werknemer",
    "wia_aanvraag",
    VANGNET_REPORT,
    "ziek_uit_dienst_melding",
)
"""Steps that happen outside this version of the program and are ticked off with their date."""


@dataclass(frozen=True)
class Chain:
    """The cases of an employee that are one case for the law, because the recovery between them was short."""

    cases: tuple[Case, ...]
    """Oldest first; the last is the case that was asked for."""
    gap_before: Gap | None = None
    """The recovery before the first of them, after which it is a new case; None when there was no earlier one."""

    @property
    def earlier(self) -> tuple[Case, ...]:
        """Return the cases before the one that was asked for."""
        return self.cases[:-1]

    def holding(self, day: date) -> Case:
        """Return the case to which something done on a day belongs: the last one that began on or before it."""
        begun = [case for case in self.cases if case.eerste_ziektedag <= day]
        return begun[-1] if begun else self.cases[0]


def chain_of(desk: "Workspace", case: Case) -> Chain:
    """Return a case with the earlier ones that count as the same case (samentelling, BW 7:629 lid 10).

    Whether a recovery is short is decided by `domain.periods.courses`; here only the cases are found. An earlier case
    that was never closed, or that overlaps by mistake, is left out: the page of the case must still open.
    """
    found = [case]
    for other in reversed(desk.store.cases.for_employee(case.werknemer_id)):
        recovered, follows = other.hersteld_per, found[0].eerste_ziektedag
        if recovered is None or not other.eerste_ziektedag < recovered <= follows:
            continue
        pair = (SickPeriod(other.eerste_ziektedag, recovered), SickPeriod(follows, found[0].hersteld_per))
        newest = _newest_course(pair, (other, found[0]))
        if newest.eerste_ziektedag == follows:
            return Chain(tuple(found), newest.gap_before)
        found.insert(0, other)
    return Chain(tuple(found))


def _newest_course(pair: tuple[SickPeriod, SickPeriod], cases: Sequence[Case]) -> Course:
    """Return the newest course of two periods; leave in or between them does not count as recovery."""
    told = [kept for case in cases if (kept := case.facts.get(PARTICULARS))]
    if told:
        from reintegratie_desktop.forms.particulars import leaves_of, merged  # noqa: PLC0415 - few cases have them

        leaves = sorted((leave for _row, leave in leaves_of(merged(told))), key=lambda leave: leave.van)
        try:
            return courses(CaseFacts(perioden=pair, verlof=tuple(leaves)), load_law())[-1]
        except KnownError:
            # Leave that does not fit is said on the page of the case; here it counts for nothing.
            pass
    return courses(CaseFacts(perioden=pair), load_law())[-1]


def papers_of(desk: "Workspace", chain: Chain, known: Sequence[PaperInfo] | None = None) -> list[PaperInfo]:
    """Return the papers of all cases of a chain. Pass those of the last case when they are known."""
    own = desk.store.papers.infos(chain.cases[-1].id) if known is None else known
    return [*(paper for case in chain.earlier for paper in desk.store.papers.infos(case.id)), *own]


def clock_of(desk: "Workspace", case: Case, papers: Sequence[PaperInfo] | None = None) -> CaseClock:
    """Return the dates of a case, counted on from an earlier one when the law sees both as the same case.

    Pass the papers of the case when they are known, to read them once for many cases.
    """
    chain = chain_of(desk, case)
    return clock_of_chain(desk, chain, papers_of(desk, chain, papers))


def clock_of_chain(desk: "Workspace", chain: Chain, papers: Sequence[PaperInfo]) -> CaseClock:
    """Return the dates of cases that are one; `papers` are those of all of them."""
    clock = _clock(desk, chain.cases, papers)
    if chain.gap_before is not None:
        clock = replace(clock, course=replace(clock.course, gap_before=chain.gap_before))
    if not chain.earlier:
        return clock
    # Every report is passed on to the arbodienst, also the one after a relapse: that date counts from its own day.
    own = chain.cases[-1]
    again = _clock(desk, (own,), [paper for paper in papers if paper.case_id == own.id]).milestone(REPORT_TO_ARBODIENST)
    steps = tuple(again if step.id == REPORT_TO_ARBODIENST else step for step in clock.termijnen)
    return replace(clock, termijnen=steps)


def _clock(desk: "Workspace", cases: Sequence[Case], papers: Sequence[PaperInfo]) -> CaseClock:
    return case_clocks(CaseFacts.from_dict(facts_of(desk, cases, papers)), desk.today)[-1]


def facts_of(
    desk: "Workspace", cases: Sequence[Case], papers: Sequence[PaperInfo], *, without: str = ""
) -> dict[str, Any]:
    """Return cases that are one as the input of the clock, in the shape of the command line; oldest first.

    Particulars that cannot be true are left out; `refusals_of` says which. `without` is the id of a case whose
    particulars are left out altogether: the form asks what stands before its own answers.
    """
    told = [kept for case in cases if case.id != without and (kept := case.facts.get(PARTICULARS))]
    base = _papers_say(desk, cases, papers)
    if not told:
        return base
    from reintegratie_desktop.forms.particulars import merged, with_particulars  # noqa: PLC0415 - few cases have them

    return with_particulars(base, merged(told), desk.today)[0]


def refusals_of(desk: "Workspace", chain: Chain, papers: Sequence[PaperInfo]) -> tuple[str, ...]:
    """Return in sentences which particulars of a case do not fit its facts any more."""
    told = [kept for case in chain.cases if (kept := case.facts.get(PARTICULARS))]
    if not told:
        return ()
    from reintegratie_desktop.forms.particulars import merged, refusals  # noqa: PLC0415 - few cases have them

    base = _papers_say(desk, chain.cases, papers)
    found = refusals(base, merged(told), desk.today, other_periods(desk, chain.cases[-1]))
    return tuple(refusal.sentence for refusal in found)


def other_periods(desk: "Workspace", case: Case) -> list[dict[str, str | None]]:
    """Return the other cases of the employee as `{"van": ISO, "hersteld_per": ISO or None}`, oldest first."""
    return [
        {
            "van": other.eerste_ziektedag.isoformat(),
            "hersteld_per": other.hersteld_per.isoformat() if other.hersteld_per else None,
        }
        for other in desk.store.cases.for_employee(case.werknemer_id)
        if other.id != case.id
    ]


def breaks_of(clock: CaseClock) -> list[dict[str, str]]:
    """Return the breaks and the leave inside a case as rows: `van`, `tot` (the last day) and `soort`."""
    return [
        {
            "van": gap.van.isoformat(),
            "tot": gap.last.isoformat(),
            "soort": "herstel" if not gap.leave_days else "verlof_en_herstel" if gap.fit_days else "verlof",
        }
        for gap in clock.gaps
    ]


def _papers_say(desk: "Workspace", cases: Sequence[Case], papers: Sequence[PaperInfo]) -> dict[str, Any]:
    """Return the facts that stand in the papers, the ticks and the records."""
    # What was ticked off in an earlier period stays done on the day it was done.
    ticked: dict[str, Any] = {}
    for case in reversed(cases):
        ticked.update(case.facts.get("gedaan", {}))
    done: dict[str, Any] = {
        REPORT_TO_ARBODIENST: _told_arbodienst(desk, papers),
        "probleemanalyse": _first_day(papers, "probleemanalyse"),
        "plan_van_aanpak": _first_day(papers, "plan_van_aanpak"),
        "evaluaties": sorted(set(_evaluation_days(desk, papers))),
        **{step: ticked.get(step) or _noted_day(desk, papers, step, cases[0].eerste_ziektedag) for step in TICKABLE},
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
            for case in cases
        ],
        "gedaan": done,
        "einde_dienstverband": _left_on(desk, papers, cases) or _end_of_contract(desk, cases[-1]),
        "adviezen": _advices(desk, papers),
        **_employee_facts(desk, cases),
    }


def _employee_facts(desk: "Workspace", cases: Sequence[Case]) -> dict[str, Any]:
    """Return what the record of the employee says that the clock counts with: the day of birth and the no-riskpolis."""
    employee = desk.store.records.werknemer(cases[-1].werknemer_id)
    born = as_day(employee.get("geboortedatum"))
    is_born = born is not None and born < cases[0].eerste_ziektedag
    return {
        "geboortedatum": born.isoformat() if born is not None and is_born else None,
        "no_risk": True if employee.get("no_risk") == "ja" else None,
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


def _advices(desk: "Workspace", papers: Sequence[PaperInfo]) -> list[dict[str, Any]]:
    """Return what every advice says about a plan, from old to new; each version of the paper is an advice."""
    found = [info for info in papers if info.form in ADVICE_FORMS and info.made_on <= desk.today]
    found.sort(key=lambda info: (info.made_on, info.at))
    return [advice_of(info.made_on, desk.store.papers.get(info.id).answers_now) for info in found]


def advice_of(day: date, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return one advice in the shape of `feiten.schema.json`: only whether it asks for a plan."""
    return {
        "op": day.isoformat(),
        "mogelijkheden": answers.get("benutbaar") not in _NO_WORK,
        "langdurig": answers.get("langdurig") != "nee",
    }


def _told_arbodienst(desk: "Workspace", papers: Sequence[PaperInfo]) -> str | None:
    """Return when the arbodienst was told first, from the messages or from the sick report."""
    told = [answers.get("verzonden_op") for answers in newest_answers(desk, papers, "melding_arbodienst")]
    told += [answers.get("arbo_melding") for answers in newest_answers(desk, papers, "ziekmelding")]
    return min((str(day)[:10] for day in told if day), default=None)


def step_title(step: str) -> str:
    """Return the translated title of a step."""
    if step.startswith("contact_"):
        return _("Contact")
    if step.startswith("nazorg_"):
        return _("Nazorggesprek")
    if step == END_OF_WAGE:
        return _("Einde loon regelen")
    rule = RULES.get("evaluatie" if step.startswith("evaluatie_") else step)
    return _(rule.title) if rule else step


def newest_answers(desk: "Workspace", papers: Sequence[PaperInfo], form: str) -> list[dict[str, Any]]:
    """Return the answers of the newest version of every paper of a form; forms like talks exist side by side."""
    newest: dict[tuple[str, str], PaperInfo] = {}
    for paper in papers:
        place = (paper.case_id, paper.slot)
        if paper.form == form and (place not in newest or newest[place].version < paper.version):
            newest[place] = paper
    return [desk.store.papers.get(paper.id).answers_now for paper in newest.values()]


def _noted_day(desk: "Workspace", papers: Sequence[PaperInfo], step: str, first: date) -> str | None:
    """Return the first day on which a step was done according to its papers; a day before the case counts for nothing.

    Which answer of which paper holds the day stands in the table of documents.
    """
    document = document_of_step(step)
    if document is None or not document.done_by:
        return None
    found = []
    for answers in newest_answers(desk, papers, document.key):
        days = [day for key in document.done_by if (day := as_day(answers.get(key))) is not None]
        found += days[:1]
    return min((day.isoformat() for day in found if day >= first), default=None)


def _evaluation_days(desk: "Workspace", papers: Sequence[PaperInfo]) -> list[str]:
    """Return the days on which the plan was looked at: of the evaluations on paper, and of the talks for it."""
    found = list(_evaluated(desk, papers))
    found += [
        str(answers["datum"])[:10]
        for answers in newest_answers(desk, papers, "gesprek")
        if answers.get("soort") in EVALUATION_TALKS and answers.get("datum")
    ]
    return found


def _evaluated(desk: "Workspace", papers: Sequence[PaperInfo], kind: str = "") -> Iterator[str]:
    """Yield the days of the evaluations on paper, of one kind when that is given."""
    for answers in newest_answers(desk, papers, "evaluatie"):
        if answers.get("datum") and kind in ("", answers.get("soort")):
            yield str(answers["datum"])[:10]


def _talk_day(desk: "Workspace", papers: Sequence[PaperInfo], kind: str) -> str | None:
    """Return the first day of a kind of evaluation: of the paper, or of the talk."""
    days = list(_evaluated(desk, papers, kind))
    days += [
        str(answers["datum"])[:10]
        for answers in newest_answers(desk, papers, "gesprek")
        if answers.get("soort") == kind
    ]
    return min(days) if days else None


def _left_on(desk: "Workspace", papers: Sequence[PaperInfo], cases: Sequence[Case]) -> str | None:
    """Return the last day of the employment as the report to UWV says it."""
    found = [as_day(answers.get("einddatum")) for answers in newest_answers(desk, papers, "ziek_uit_dienst")]
    first = cases[-1].eerste_ziektedag
    return max((day.isoformat() for day in found if day is not None and day >= first), default=None)


def _end_of_contract(desk: "Workspace", case: Case) -> str | None:
    employee = desk.store.records.werknemer(case.werknemer_id)
    end = employee.get("einddatum")
    if employee.get("contractsoort") != "bepaalde_tijd" or not isinstance(end, str):
        return None
    day = as_day(end)
    return day.isoformat() if day is not None and day >= case.eerste_ziektedag else None
