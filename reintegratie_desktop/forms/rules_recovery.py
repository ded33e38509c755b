"""The rules for the report of recovery: nobody is recovered who does not do all of the own work again."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

from reintegratie_desktop.forms.advice import advice_on_hours, contract_hours, not_more_than
from reintegratie_desktop.forms.conditions import Fact, Is, Not
from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.findings import Finding, Rule
from reintegratie_desktop.forms.plan_carry import employee_name
from reintegratie_desktop.forms.rules import block, hint, law_days, not_in_future, number_of, warn
from reintegratie_desktop.forms.uwv_facts import CORRECTION, FULL, hours_of_report, reports
from reintegratie_desktop.text.formatting import day_long
from reintegratie_desktop.text.i18n import N_, _

PARTLY: Final = "gedeeltelijk_hervat"
AGAIN: Final = "weer_meer_uitgevallen"
BY_WORTH: Final = "loonwaarde"
RECOVERED: Final = "hersteld"

IS_FULL: Final = Is("soort", FULL)
NOT_FULL: Final = Not(IS_FULL)
HUNDRED: Final = Decimal(100)
_TENTH: Final = Decimal("0.1")
_SOURCE: Final = N_("BW 7:629")

_ELSEWHERE: Final = {
    "einde_dienstverband": N_("Maak dan ‘Ziek uit dienst’. Je werknemer is nog niet hersteld."),
    "einde_wachttijd": N_("Dan is je werknemer niet hersteld. Het dossier loopt tot het einde van de 104 weken."),
    "aow": N_("Dan is je werknemer niet hersteld. De datums volgen uit de geboortedatum."),
    "overlijden": N_("Dan is er geen herstel te melden. Schrijf het in het logboek."),
    "begin_verlof": N_("Verlof is geen herstel. Zet het verlof bij de bijzonderheden van het dossier."),
}
"""Where it belongs that an absence ends in another way than by recovery."""


def percentage(answers: Answers, context: Context) -> str | None:
    """Return for how much of the work somebody is back, in per cent with one decimal; None when it is not known."""
    if answers.get("soort") == FULL:
        return str(HUNDRED)
    if answers.get("grondslag") == BY_WORTH:
        worth = number_of(answers, "loonwaarde")
        return None if worth is None else str(worth)
    hours, contract = hours_of_report(answers, context), contract_hours(context)
    if hours is None or contract is None or contract <= 0:
        return None
    share = min(hours * HUNDRED / contract, HUNDRED).quantize(_TENTH, ROUND_HALF_UP)
    return f"{share.normalize():f}"


def counts_on_until(answers: Answers, _context: Context) -> str | None:
    """Return the day before which a new report still counts as the same case; None unless it is full recovery."""
    day = as_day(answers.get("datum"))
    if answers.get("soort") != FULL or day is None:
        return None
    days = law_days("samentelling_grens", day)
    return None if days is None else (day + timedelta(days=days)).isoformat()


def ends_by_itself(answers: Answers, _context: Context) -> str | None:
    """Return why an absence ends when it ends by recovery."""
    return RECOVERED if answers.get("soort") == FULL else None


def _all_own_work(answers: Answers, context: Context) -> Iterator[Finding]:
    """Recovered is who does all tasks of the own work, for all hours; anything less is going back in part."""
    tasks, hours = answers.get("alle_taken"), answers.get("alle_uren")
    if answers.get("soort") == FULL and "nee" in (tasks, hours):
        words = _(
            "Dan is {naam} nog niet hersteld. Kies bij ‘Wat meld je’ voor gedeeltelijk aan het werk. De termijnen "
            "lopen door."
        )
        yield block(
            "alle_taken" if tasks == "nee" else "alle_uren", words.format(naam=employee_name(context)), _(_SOURCE)
        )
    if answers.get("soort") == PARTLY and (tasks, hours) == ("ja", "ja") and not number_of(answers, "arbeidstherapie"):
        yield hint("soort", _("Doet iemand alle eigen taken en alle uren? Dan is het volledig hersteld."), _(_SOURCE))


def _in_order(answers: Answers, context: Context) -> Iterator[Finding]:
    """A change comes after the first sick day, and after the change before it; only a correction goes back."""
    day, first = as_day(answers.get("datum")), context.day("zaak", "eerste_ziektedag")
    if day is None:
        return
    if first is not None and day <= first:
        yield block("datum", _("Deze dag ligt niet na de eerste ziektedag, {dag}.").format(dag=day_long(first)))
    elif answers.get("soort") != CORRECTION:
        days = [told for report in reports(context) if (told := as_day(report.get("datum"))) is not None]
        last = max(days, default=date.min)
        if day < last:
            words = _("Er is al een melding per {dag}. Kies een latere dag, of kies ‘correctie’ als die niet klopt.")
            yield block("datum", words.format(dag=day_long(last)))


def _not_closed_twice(answers: Answers, context: Context) -> Iterator[Finding]:
    """A dossier that was closed by recovery is closed; what comes after is a correction or a new sick report."""
    closed, kind = context.day("zaak", "hersteld_per"), answers.get("soort")
    if closed is None or kind in (None, "", CORRECTION):
        return
    words = _("Dit dossier is al gesloten: hersteld per {dag}.")
    more = (
        _("Is je werknemer weer ziek, maak dan een nieuwe ziekmelding.")
        if kind == AGAIN
        else _("Klopt dat niet, draai dan eerst de herstelmelding terug, in het menu van het dossier.")
    )
    yield block("soort", f"{words.format(dag=day_long(closed))} {more}")


def _not_ahead(answers: Answers, context: Context) -> Iterator[Finding]:
    """Full recovery is reported on the day itself or later: nobody knows it before."""
    day = as_day(answers.get("datum"))
    if answers.get("soort") == FULL and day is not None and day > context.today:
        yield block("datum", _("Deze dag moet nog komen. Meld het herstel op de dag zelf."))


def _hours_fit(answers: Answers, context: Context) -> Iterator[Finding]:
    """Hours in part are fewer than those of the contract, and not more than the bedrijfsarts allows."""
    hours, contract = number_of(answers, "uren_week"), contract_hours(context)
    if hours is None or answers.get("alle_uren") != "nee":
        return
    if contract is not None and hours >= contract:
        yield block("uren_week", _("Dat zijn alle contracturen. Kies dan ja bij ‘Alle contracturen’."))
        return
    day, advice = as_day(answers.get("datum")), advice_on_hours(context)
    most = None if advice is None or day is None else advice.highest(day, day)
    if advice is not None and most is not None and hours > most:
        yield warn("uren_week", not_more_than(most, advice, context.today))


def _less_again(answers: Answers, context: Context) -> Iterator[Finding]:
    """Who fell out again works less than before; more than before is going back further."""
    if answers.get("soort") != AGAIN:
        return
    hours, before = hours_of_report(answers, context), reports(context)
    known = hours_of_report(before[-1], context) if before else None
    if hours is not None and known is not None and hours > known:
        yield warn("uren_week", _("Dat is meer dan bij de vorige melding. Klopt de soort melding?"))


def _therapy(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Work to try things out is a part of the work, and it has an end."""
    therapy, share = number_of(answers, "arbeidstherapie"), number_of(answers, "pct")
    if therapy is not None and share is not None and therapy > share:
        yield block("arbeidstherapie", _("Dit deel is groter dan het hele deel dat iemand werkt."))
    begins, ends = as_day(answers.get("datum")), as_day(answers.get("therapeutisch_tot"))
    if begins is not None and ends is not None and ends < begins:
        yield block("therapeutisch_tot", _("Deze dag ligt voor de dag waarop het werk begint."))


def _why_it_ends(answers: Answers, _context: Context) -> Iterator[Finding]:
    """An absence that ends in another way is not reported as recovery."""
    reason = answers.get("reden_einde")
    if answers.get("soort") == FULL and reason in _ELSEWHERE:
        yield block("reden_einde", _(_ELSEWHERE[reason]))


def _told_in_time(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Nobody is told about a report before it was made."""
    told = as_day(answers.get("gemeld_op"))
    for key in ("arbo_gemeld", "uwv_gemeld", "verzekeraar"):
        day = as_day(answers.get(key))
        if day is not None and told is not None and day < told:
            yield block(key, _("Dit ligt voor de dag waarop je het zelf hoorde."))


def counts_on(answers: Answers, context: Context) -> Iterator[Finding]:
    """Who is ill again within four weeks goes on where the clock stood."""
    until = as_day(counts_on_until(answers, context))
    if until is not None:
        words = _("Wordt {naam} voor {dag} weer ziek, dan tellen de weken door alsof er geen herstel was.")
        yield hint("datum", words.format(naam=employee_name(context), dag=day_long(until)), _(_SOURCE))


RULES: Final[tuple[Rule, ...]] = (
    _not_closed_twice,
    _all_own_work,
    _in_order,
    _not_ahead,
    not_in_future("gemeld_op", N_("Vul de dag in waarop je het echt hoorde.")),
    _hours_fit,
    _less_again,
    _therapy,
    _why_it_ends,
    _told_in_time,
    not_in_future("arbo_gemeld", N_("Vul dit pas in als het is doorgegeven.")),
    not_in_future("uwv_gemeld", N_("Vul dit pas in als het is doorgegeven.")),
    not_in_future("verzekeraar", N_("Vul dit pas in als het is doorgegeven.")),
    counts_on,
)


def _works_in_part(answers: Answers, _context: Context) -> bool:
    return answers.get("alle_uren") == "nee"


WORKS_IN_PART: Final = Fact("werkt niet alle uren", _works_in_part)


def default_hours(context: Context) -> Any:  # noqa: ANN401 - a JSON value
    """Return the hours of the newest report, to begin with; None for the first."""
    before = reports(context)
    return before[-1].get("uren_week") if before else None
