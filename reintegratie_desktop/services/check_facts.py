"""What the check of a case needs to know, read from the file: papers, ticks, the journal and what was explained."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.domain.check.facts import CONFIRMED, Advies, CheckFacts, Gesprek, Plan, Tekende, Uren
from reintegratie_desktop.domain.check.item import Motivering
from reintegratie_desktop.domain.facts import CaseFacts
from reintegratie_desktop.domain.periods import DAYS_IN_WEEK
from reintegratie_desktop.forms.advice import rows
from reintegratie_desktop.forms.advice_change import said_after
from reintegratie_desktop.forms.context import as_day, is_filled
from reintegratie_desktop.forms.worked_record import SCHEDULE
from reintegratie_desktop.services.bundle_parts import PARTS
from reintegratie_desktop.services.bundle_scans import attached_to
from reintegratie_desktop.services.case_clock import (
    ADVICE_FORMS,
    EVALUATION_TALKS,
    advice_of,
    chain_of,
    clock_of_chain,
    facts_of,
    newest_answers,
    papers_of,
)
from reintegratie_desktop.services.hours import schedule_of
from reintegratie_desktop.services.step_adjust import asks_for_plan
from reintegratie_desktop.store.cases import Case
from reintegratie_desktop.store.papers import Paper, PaperEvent, PaperInfo
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

EXPLAINED: Final = "motivering"
"""Key in the facts of a case: point of the check to `{reden, beide_eens, datum}`."""
TICKED: Final = "gedaan"

_PLAN_FORMS: Final = ("plan_van_aanpak", "bijstelling_plan_van_aanpak")
_OPINIONS: Final = {
    "plan_van_aanpak": ("mening_wn", "mening_wg", "mening_afspraken_wn", "mening_afspraken_wg"),
    "bijstelling_plan_van_aanpak": ("mening_wn", "mening_wg"),
}
"""What employee and employer say in a plan, and in an adjustment of it."""
_VIEWS: Final = ("visie_wn", "visie_wg")
_EMPLOYEE_SAYS: Final = ("inbreng_wn", "goed", "lastig", "nodig", "reactie_wn")
_EMPLOYER_SAYS: Final = "werk_nu"
_ABOUT_WORK: Final = (
    "benutbaar", "opbouw_soort", "uren_dag", "dagen_week", "uren_week", "opbouw_stap", "opbouw_interval",
    "advies_periodes", "rustdagen", "wel", "niet", "aanpassingen", "interventies", "einddoel", "izp_persoonlijk",
    "izp_sociaal", "izp_omgeving", "izp_dynamisch", "izp_statisch", "izp_werktijden",
)  # fmt: skip
"""What an advice says about the work; when none of it changed, there is nothing to put in the plan."""


def check_facts(desk: "Workspace", case: Case) -> CheckFacts:
    """Return what the check needs to know of a case today; papers dated after today are left out."""
    chain = chain_of(desk, case)
    infos = [info for info in papers_of(desk, chain) if info.made_on <= desk.today]
    known = CaseFacts.from_dict(facts_of(desk, chain.cases, infos))
    advices = _papers(desk, infos, ADVICE_FORMS)
    reports = newest_answers(desk, infos, "ziekmelding")
    facts = CheckFacts(
        clock=clock_of_chain(desk, chain, infos),
        plannen=_plans(desk, case, _papers(desk, infos, _PLAN_FORMS)),
        adviezen=_advices(advices),
        gesprekken=_talks(desk, infos),
        contacten=tuple(row.happened_on for row in desk.store.journal.rows(case.id) if row.kind == "contact"),
        spreekuren=_consults(desk, infos),
        uren=_hours(desk, infos),
        gedaan=_confirmed(case, infos),
        gegevens_missen=_missing_details(desk, case, advices),
        vangnet=any(answers.get("vangnet") == "ja" for answers in reports),
        einde_dienstverband=known.einde_dienstverband,
        motiveringen=explanations_of(case),
    )
    last = facts.report_day or desk.today
    return replace(facts, stukken_missen=_missing_files(desk, [info for info in infos if info.made_on <= last]))


def explanations_of(case: Case) -> dict[str, Motivering]:
    """Return the reasons written down in a case, by the point of the check."""
    kept: Mapping[str, Mapping[str, Any]] = case.facts.get(EXPLAINED, {})
    return {
        item: Motivering(str(told["reden"]), bool(told["beide_eens"]), date.fromisoformat(str(told["datum"])))
        for item, told in kept.items()
    }


def _papers(desk: "Workspace", infos: Sequence[PaperInfo], forms: Sequence[str]) -> list[Paper]:
    """Return the papers of some forms with their content, oldest first."""
    wanted = sorted((info for info in infos if info.form in forms), key=lambda info: (info.made_on, info.at))
    return [desk.store.papers.get(info.id) for info in wanted]


def _advices(papers: Sequence[Paper]) -> tuple[Advies, ...]:
    found: list[Advies] = []
    before: dict[str, Any] | None = None
    known: dict[str, Any] = {}
    for paper in papers:
        answers = paper.answers_now
        asks = advice_of(paper.made_on, answers)
        # An adjustment asks less than a first advice: what it does not ask stays as it was.
        known = said_after(known, paper.form, answers)
        says = {key: known[key] for key in _ABOUT_WORK if is_filled(known.get(key))}
        found.append(
            Advies(
                day=paper.made_on,
                ziet_werk=asks["mogelijkheden"] and asks["langdurig"],
                anders=says != before,
                volgend_spreekuur=as_day(answers.get("volgend_spreekuur")),
                reden_te_laat=str(answers.get("reden_te_laat") or ""),
            )
        )
        before = says
    return tuple(found)


def _plans(desk: "Workspace", case: Case, papers: Sequence[Paper]) -> tuple[Plan, ...]:
    if not papers:
        return ()
    events: dict[str, list[PaperEvent]] = {}
    for event in desk.store.papers.events_of_case(case.id):
        events.setdefault(event.paper_id, []).append(event)
    return tuple(_plan(paper, events.get(paper.id, [])) for paper in papers)


def _plan(paper: Paper, events: Sequence[PaperEvent]) -> Plan:
    """Return one version of the plan: what stands on it, and what was noted about its signatures later."""
    answers = paper.answers
    signed = {
        str(item["role"]): (str(item["status"]), str(item["signed_on"]), bool(item["may_refuse"]))
        for item in paper.snapshot.get("signatures", ())
    }
    for event in events:
        role = str(event.data.get("rol"))
        if role in signed:
            signed[role] = (event.kind, event.day.isoformat(), signed[role][2])
    states = {may_refuse: Tekende(status) for status, _day, may_refuse in signed.values()}
    days = [day for _status, text, _may in signed.values() if (day := as_day(text)) is not None]
    return Plan(
        day=paper.made_on,
        meningen=all(is_filled(answers.get(key)) for key in _OPINIONS[paper.form]),
        casemanager=is_filled(answers.get("casemanager")),
        werkgever=states.get(False, Tekende.NOG_NIET),
        werknemer=states.get(True, Tekende.NOG_NIET),
        weigering_verteld=is_filled(answers.get("weigering")) or any(_tells_why(event) for event in events),
        getekend_op=max(days, default=None),
        reden_te_laat=str(answers.get("reden_te_laat") or ""),
    )


def _tells_why(event: PaperEvent) -> bool:
    """Tell whether it was noted beside the paper why somebody does not sign."""
    told = event.data.get("weigering")
    return event.kind == Tekende.NEE and isinstance(told, Mapping) and is_filled(told.get("woorden"))


def _talks(desk: "Workspace", infos: Sequence[PaperInfo]) -> tuple[Gesprek, ...]:
    found = []
    for answers in newest_answers(desk, infos, "gesprek"):
        day = as_day(answers.get("datum"))
        if day is not None:
            employee = any(is_filled(answers.get(key)) for key in _EMPLOYEE_SAYS)
            found.append(
                Gesprek(
                    day=day,
                    eerstejaars=answers.get("soort") == EVALUATION_TALKS[1],
                    meningen=employee and is_filled(answers.get(_EMPLOYER_SAYS)),
                    vraagt_plan=asks_for_plan("gesprek", answers),
                )
            )
    for answers in newest_answers(desk, infos, "evaluatie"):
        day = as_day(answers.get("datum"))
        if day is not None:
            views = all(is_filled(answers.get(key)) for key in _VIEWS)
            of_year, asks = answers.get("soort") == EVALUATION_TALKS[1], asks_for_plan("evaluatie", answers)
            found.append(Gesprek(day=day, eerstejaars=of_year, meningen=views, vraagt_plan=asks))
    return tuple(sorted(found, key=lambda talk: talk.day))


def _consults(desk: "Workspace", infos: Sequence[PaperInfo]) -> tuple[date, ...]:
    days = [
        as_day(answers.get("spreekuur_datum"))
        for answers in newest_answers(desk, infos, "melding_arbodienst")
        if answers.get("spreekuur_status") == "uitgevoerd"
    ]
    return tuple(day for day in days if day is not None)


def _hours(desk: "Workspace", infos: Sequence[PaperInfo]) -> Uren:
    """Return the hours log of the newest schedule: the first planned day, and the end of the last week written down."""
    for case_id in dict.fromkeys(info.case_id for info in infos if info.form == SCHEDULE):
        answers = schedule_of(desk, case_id) or {}
        planned = [as_day(row.get("van")) for row in rows(answers.get("fasen"))]
        weeks = [as_day(row.get("week")) for row in rows(answers.get("weekstaat")) if is_filled(row.get("gewerkt"))]
        last = max((week for week in weeks if week is not None), default=None)
        return Uren(
            gepland_vanaf=min((day for day in planned if day is not None), default=None),
            bijgewerkt_tot=None if last is None else last + timedelta(days=DAYS_IN_WEEK - 1),
        )
    return Uren()


def _confirmed(case: Case, infos: Sequence[PaperInfo]) -> dict[str, date]:
    """Return what was done outside the program, ticked off or as a paper of that name."""
    days = {info.form: info.made_on for info in reversed(infos) if info.form in CONFIRMED}
    ticked: Mapping[str, Any] = case.facts.get(TICKED, {})
    days.update({item: day for item in CONFIRMED if (day := as_day(ticked.get(item))) is not None})
    return days


def _missing_files(desk: "Workspace", infos: Sequence[PaperInfo]) -> tuple[str, ...]:
    """Return what somebody else made and came in without its file; each kind once."""
    words = {one.form: kind.theirs for kind in PARTS if kind.theirs for one in (*kind.main, *kind.changes)}
    papers = _newest_of_each(desk, infos, tuple(words))
    return tuple(dict.fromkeys(_(words[paper.form]) for paper in papers if not attached_to(desk, paper)))


def _newest_of_each(desk: "Workspace", infos: Sequence[PaperInfo], forms: Sequence[str]) -> list[Paper]:
    """Return the newest version of each paper, and of the advices of each date, as the report takes them."""
    newest: dict[tuple[str, ...], Paper] = {}
    for paper in _papers(desk, infos, forms):
        day = paper.made_on.isoformat() if paper.form in ADVICE_FORMS else ""
        key = (paper.case_id, paper.form, paper.slot, day)
        if key not in newest or newest[key].version < paper.version:
            newest[key] = paper
    return list(newest.values())


def _missing_details(desk: "Workspace", case: Case, advices: Sequence[Paper]) -> tuple[str, ...]:
    """Return what misses of the data of the report (Regeling procesgang art. 6 lid 1 a to e)."""
    employer, employee = desk.employer, desk.store.records.werknemer(case.werknemer_id)
    doctor = is_filled(employer.get("bedrijfsarts")) or any(
        is_filled(one.answers.get("bedrijfsarts")) for one in advices
    )
    asked = (
        (is_filled(employer.get("handelsnaam")), _("de naam van je bedrijf")),
        (is_filled(employer.get("branche")), _("het soort bedrijf")),
        (is_filled(employee.get("achternaam")), _("de naam van je werknemer")),
        (is_filled(employee.get("functie")), _("de functie")),
        (doctor, _("de naam van de bedrijfsarts")),
    )
    return tuple(words for known, words in asked if not known)
