"""What UWV decided goes before what the clock computes, as long as it can be true."""

from datetime import date
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.domain.periods import DAYS_IN_WEEK, plus
from reintegratie_desktop.domain.reading import refuse
from reintegratie_desktop.law.book import Rules
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.domain.milestone_row import CaseInput

_BEFORE_THE_END: Final = ("uwv_42e_week", "riv_aan_werknemer", "wia_aanvraag")
"""Steps that come before the first day after the wachttijd."""


def moved_end(case: "CaseInput", rules: Rules) -> int:
    """Return how many days UWV put the end of the wachttijd later than the clock, or earlier when below zero.

    By a voluntary extension (WIA art. 24), or by a letter that names another first day after the wachttijd. A
    vervroegde IVA ends the wachttijd for the benefit only: wage and steps stay where they are, so nothing moves.

    Raises:
        KnownError: the extension is shorter than the law allows, or the letter cannot belong to this case.
    """
    ours = plus(case.course.klok_vanaf, rules.days("wia_eerste_dag_uiterlijk"))
    letter = case.uwv_datums.get("wia_eerste_dag")
    if case.verlenging is not None:
        free = plus(case.verlenging.tot_en_met, 1)
        _check_extension(case, ours, rules)
        if letter is not None and letter != free:
            raise refuse(
                _("'uwv_datums.wia_eerste_dag' is {brief}, maar de 'verlenging' loopt tot en met {einde}.").format(
                    brief=day_numeric(letter), einde=day_numeric(case.verlenging.tot_en_met)
                ),
                _("De ene dag komt direct na de andere. Kijk de brief van UWV na."),
            )
        return (free - ours).days
    if letter is None or _is_iva(case, letter, rules):
        return 0
    earliest = plus(case.course.eerste_ziektedag, rules.days("wia_eerste_dag_uiterlijk"))
    if letter < earliest:
        raise refuse(
            _("'uwv_datums.wia_eerste_dag' is {brief}, en de wachttijd is dan nog niet vol. Dat is op {dag}.").format(
                brief=day_numeric(letter), dag=day_numeric(earliest)
            ),
            _("Kijk de brief van UWV na, en of de eerste ziektedag klopt."),
        )
    return (letter - ours).days


def check_letters(case: "CaseInput", moved: int, rules: Rules) -> None:
    """Refuse letters that contradict each other or the clock.

    Raises:
        KnownError: it is so; the sentence names the step and both days.
    """
    letters = case.uwv_datums
    free = plus(case.course.klok_vanaf, rules.days("wia_eerste_dag_uiterlijk") + moved)
    for step in _BEFORE_THE_END:
        day = letters.get(step)
        if day is not None and day >= free:
            raise _contradicts(step, day, _("de eerste dag na de wachttijd"), free)
    applied, report = letters.get("wia_aanvraag"), letters.get("riv_aan_werknemer")
    if applied is not None and report is not None and report > applied:
        raise _contradicts("riv_aan_werknemer", report, _("de laatste dag voor de WIA-aanvraag"), applied)
    paid = letters.get("einde_loondoorbetaling")
    if paid is not None and plus(paid, 1) < free:
        raise refuse(
            _("'uwv_datums.einde_loondoorbetaling' is {dag}, en de wachttijd loopt tot en met {einde}.").format(
                dag=day_numeric(paid), einde=day_numeric(plus(free, -1))
            ),
            _("Tot die dag betaal je in elk geval loon. Kijk de brief van UWV na."),
        )
    _check_sanction(case, free, rules)


def _check_sanction(case: "CaseInput", free: date, rules: Rules) -> None:
    ends = case.uwv_datums.get("einde_loonsanctie")
    if ends is None:
        return
    if case.loonsanctie is None:
        raise refuse(
            _("Er staat 'uwv_datums.einde_loonsanctie', maar geen 'loonsanctie'."),
            _("Zet de loonsanctie erbij, of haal de datum weg."),
        )
    longest = plus(free, rules.days("loonsanctie_uiterlijk") - rules.days("wia_eerste_dag_uiterlijk"))
    if not free <= ends <= longest:
        raise refuse(
            _(
                "'uwv_datums.einde_loonsanctie' is {dag}. Een loonsanctie eindigt van {eerste} tot en met {laatste}."
            ).format(dag=day_numeric(ends), eerste=day_numeric(free), laatste=day_numeric(longest)),
            _("Kijk de brief van UWV na."),
        )


def _check_extension(case: "CaseInput", ours: date, rules: Rules) -> None:
    assert case.verlenging is not None
    ends, asked = case.verlenging.tot_en_met, case.verlenging.verkorten_gevraagd_op
    least = rules.days("vrijwillige_verlenging_minimum") * DAYS_IN_WEEK
    earliest = plus(ours, least - 1) if asked is None else max(ours, plus(asked, least))
    if ends < earliest:
        raise refuse(
            _("De 'verlenging' loopt tot en met {einde}, en dat kan op zijn vroegst {vroegst} zijn.").format(
                einde=day_numeric(ends), vroegst=day_numeric(earliest)
            ),
            _("Een verlenging duurt ten minste {weken} weken. Kijk de brief van UWV na.").format(
                weken=least // DAYS_IN_WEEK
            ),
        )


def _is_iva(case: "CaseInput", letter: date, rules: Rules) -> bool:
    first = case.course.eerste_ziektedag
    begins = plus(first, rules.days("vervroegde_iva_eerste_uitkering"))
    asked = case.done.vervroegde_iva is not None
    return asked and begins <= letter < plus(first, rules.days("wia_eerste_dag_uiterlijk"))


def _contradicts(step: str, day: date, other: str, limit: date) -> KnownError:
    return refuse(
        _("'uwv_datums.{stap}' is {dag}, en dat past niet bij {andere}: {grens}.").format(
            stap=step, dag=day_numeric(day), andere=other, grens=day_numeric(limit)
        ),
        _("Kijk de datums in de brieven van UWV na."),
    )
