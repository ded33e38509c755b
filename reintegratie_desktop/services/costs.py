"""The costs of one case of the file: read, counted, and put into words for the page and the paper."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.domain.costs.entries import Phase, total
from reintegratie_desktop.domain.costs.facts import KIND_NAMES, Back, CostFacts
from reintegratie_desktop.domain.costs.overview import CostOverview, overview
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.costs_facts import FORM, known_of
from reintegratie_desktop.services.costs_figures import figures, together_words, with_open_hours
from reintegratie_desktop.services.costs_refunds import refund_view
from reintegratie_desktop.services.costs_scope import counts_question
from reintegratie_desktop.services.costs_views import CostLineView, CostNotice, CostView
from reintegratie_desktop.services.wage_hours import open_weeks
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_medium
from reintegratie_desktop.text.i18n import N_, _

if TYPE_CHECKING:
    from reintegratie_desktop.services.wage_case import WageOfCase
    from reintegratie_desktop.services.workspace import Workspace

WAGE_FORM: Final = "loongegevens"
_BACK_NAMES: Final = {
    Back.VERZEKERING: N_("Verzuimverzekering"),
    Back.UWV: N_("Ziekengeld van UWV"),
    Back.REGRES: N_("Van wie aansprakelijk is"),
    Back.LKV: N_("Loonkostenvoordeel"),
    Back.COMPENSATIE: N_("Compensatie transitievergoeding"),
    Back.ANDERS: N_("Iets anders"),
}


def cost_view(desk: "Workspace", case_id: str) -> CostView:
    """Return everything the page of the costs shows."""
    case = desk.store.cases.get(case_id)
    clock = desk.clock_of(case_id)
    entered, known = known_of(desk, case_id, clock)
    is_untouched = entered == CostFacts()
    wage_found, problem = _wage(desk, case_id)
    wage = None if wage_found is None else wage_found.case
    entered = replace(entered, in_loon=_in_wage(wage_found))
    without_hours = () if wage_found is None else open_weeks(wage_found)
    found = overview(clock, wage, entered, known, desk.today)
    law = load_law()
    return CostView(
        case_id=case_id,
        number=case.nummer,
        employee_name=desk.employee_name(case.werknemer_id),
        is_open=case.hersteld_per is None,
        today=desk.today,
        week_104=found.days.week_104,
        is_empty=wage is None and problem is None and is_untouched,
        figures=with_open_hours(
            figures(found, entered, law, leaves=clock.case.einde_dienstverband is not None), found, without_hours
        ),
        notices=tuple(_notices(found, problem)),
        question=counts_question(found, entered),
        months=found.months,
        chart_title=together_words(found),
        lines=_lines(found),
        back=_back(found),
        refunds=tuple(refund_view(refund, law) for refund in found.refunds),
        law_date=clock.eerste_ziektedag,
        eerste_ziektedag=clock.eerste_ziektedag,
    )


def _wage(desk: "Workspace", case_id: str) -> "tuple[WageOfCase | None, KnownError | None]":
    """Return the wage of a case, or why it cannot be computed; both are None while nothing was filled in."""
    from reintegratie_desktop.services.wage_case import has_wage, wage_of  # noqa: PLC0415 - loads the whole wage

    if not has_wage(desk, case_id):
        return None, None
    try:
        return wage_of(desk, case_id), None
    except KnownError as error:
        return None, error


def _in_wage(found: "WageOfCase | None") -> tuple[tuple[date, bool], ...]:
    """Return from when on the wage holds the vakantiebijslag or not."""
    if found is None:
        return ()
    rates = sorted(found.facts.loon, key=lambda rate: rate.van)
    return tuple((rate.van, rate.vakantiebijslag_inbegrepen) for rate in rates)


def _notices(found: CostOverview, problem: KnownError | None) -> list[CostNotice]:
    notices = []
    if problem is not None:
        notices.append(
            CostNotice(
                problem.message, problem.next_step, _("Loongegevens bekijken"), WAGE_FORM, "", is_warning=True
            )
        )  # fmt: skip
    elif not found.has_wage:
        notices.append(
            CostNotice(
                _("Het loon telt nog niet mee."),
                _("Vul de loongegevens in. Dan zie je hier ook wat het loon kost."),
                _("Loongegevens invullen"),
                WAGE_FORM,
            )
        )
    if found.gaps:
        notices.append(
            CostNotice(
                _("Vanaf {dag} kennen we het loon nog niet.").format(dag=day_medium(found.gaps[0].van)),
                _(
                    "De bedragen van de wet voor die tijd zijn nog niet bekendgemaakt. Vul in wat je per maand "
                    "verwacht, dan rekenen we daar zolang mee."
                ),
                _("Verwachting invullen"),
                FORM,
                "verwacht_jaar2" if found.gaps[0].tweede_jaar else "verwacht_jaar1",
            )
        )
    if found.ontvangen > found.betaald:
        notices.append(
            CostNotice(
                _("Er kwam meer terug dan je betaalde."),
                _("Kijk de bedragen na die je invulde."),
                _("Kosten bekijken"),
                FORM,
                "terug",
                is_warning=True,
            )
        )
    return notices


def _lines(found: CostOverview) -> tuple[CostLineView, ...]:
    """Return the kinds of cost with their total."""
    rows = [
        CostLineView(_(KIND_NAMES[line.kind]), line.betaald, line.verwacht, line.later, kind=line.kind)
        for line in found.lines
    ]
    if not rows:
        return ()
    return (*rows, CostLineView(_("Samen"), found.betaald, found.verwacht, found.later, is_total=True))


def _back(found: CostOverview) -> tuple[CostLineView, ...]:
    """Return what was entered as coming back, by where it comes from."""
    rows = []
    for back, name in _BACK_NAMES.items():
        came, comes, later = (total(found.terug, phase, kinds=(back,)) for phase in Phase)
        if came or comes or later:
            rows.append(CostLineView(_(name), came, comes, later, kind=back))
    return tuple(rows)
