"""The rules for the papers that are typed over at UWV: when UWV takes them, and what has to go with them."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.dossier_papers import OWN_PAPER
from reintegratie_desktop.forms.findings import Finding, Level, Rule
from reintegratie_desktop.forms.rules import block, hint, law_days, law_number, not_in_future, number_of, warn
from reintegratie_desktop.forms.uwv_facts import case_day, first_day, own_risk_zw
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.text.formatting import day_long, money
from reintegratie_desktop.text.i18n import N_, _

W42: Final = "uwv_42e_week"
ONE_WEEK: Final = timedelta(weeks=1)
PERCENT: Final = Decimal(100)

# --- the report after 42 weeks ----------------------------------------------------------------------------------------


def last_safe_day(_answers: Answers, context: Context) -> str | None:
    """Return the last working day on which the report after 42 weeks is in time."""
    day = case_day(context, "streefdatums", W42)
    return None if day is None else day.isoformat()


def _report_in_window(answers: Answers, context: Context) -> Iterator[Finding]:
    """UWV takes the report from a week before the 42 weeks are full; late is better than never."""
    day = as_day(answers.get("gemeld_op"))
    opens, due = case_day(context, "vensters", W42), case_day(context, "termijnen", W42)
    if day is None:
        return
    if opens is not None and day < opens:
        yield block(
            "gemeld_op", _("UWV neemt de melding pas aan vanaf {dag}.").format(dag=day_long(opens)), _source(W42)
        )
    if due is not None and day > due:
        words = _("Dit ligt na {dag}, de uiterste datum. UWV kan een boete geven. De melding blijft nodig.")
        yield warn("gemeld_op", words.format(dag=day_long(due)), _source(W42))


def _not_needed_any_more(answers: Answers, context: Context) -> Iterator[Finding]:
    """Who recovered before the 42 weeks were full is not reported; who recovered later is reported fit again."""
    fit, due = case_day(context, "hersteld_per"), case_day(context, "termijnen", W42)
    if fit is None or due is None:
        return
    if fit <= due and not is_filled(answers.get("gemeld_op")):
        words = _("Je werknemer was hersteld per {dag}. Dan hoeft deze melding niet meer.")
        yield warn("gemeld_op", words.format(dag=day_long(fit)), _source(W42))
    elif is_filled(answers.get("gemeld_op")) and not is_filled(answers.get("hersteld_gemeld")):
        words = _("Je werknemer is hersteld per {dag}. Meld dat ook bij UWV.")
        yield hint("hersteld_gemeld", words.format(dag=day_long(fit)), _source(W42))


def _recovered_after(answers: Answers, context: Context) -> Iterator[Finding]:
    """Recovery is told after it happened, and after the report itself."""
    day, fit, told = (
        as_day(answers.get("hersteld_gemeld")),
        case_day(context, "hersteld_per"),
        as_day(answers.get("gemeld_op")),
    )
    if day is not None and any(other is not None and day < other for other in (fit, told)):
        yield block("hersteld_gemeld", _("Dit ligt voor het herstel of voor de melding zelf."))


def _insurer_too(answers: Answers, context: Context) -> Iterator[Finding]:
    """Some insurers want their own report; the employer's record says that there is one."""
    if is_filled(context.get("werkgever", "verzekeraar")) and not is_filled(answers.get("verzekeraar_gemeld")):
        yield hint(
            "verzekeraar_gemeld",
            _("Je hebt een verzuimverzekering. Soms wil de verzekeraar ook een melding. Kijk in je polis."),
        )


def _source(step: str) -> str:
    return load_law().basis(step).text


LATER_NOT_AHEAD: Final = N_("Vul dit pas in als het is gedaan.")
W42_RULES: Final[tuple[Rule, ...]] = (
    _report_in_window,
    not_in_future("gemeld_op", LATER_NOT_AHEAD),
    _not_needed_any_more,
    not_in_future("verzekeraar_gemeld", LATER_NOT_AHEAD),
    _insurer_too,
    _recovered_after,
    not_in_future("hersteld_gemeld", LATER_NOT_AHEAD),
)

# --- an expert opinion ------------------------------------------------------------------------------------------------

OWN_WORK: Final = "eigen_werk"
SUITABLE: Final = "passend_werk"
EMPLOYER: Final = "werkgever_genoeg"
EMPLOYEE: Final = "werknemer_genoeg"
OFTEN: Final = "veelvuldig_verzuim"
DISMISSAL: Final = "ontslagaanvraag"
QUESTIONS: Final = (OWN_WORK, SUITABLE, EMPLOYER, EMPLOYEE, OFTEN)
FOR_QUESTION: Final = {
    "b_ba": QUESTIONS,
    "b_functie": (OWN_WORK,),
    "b_aanbod": (SUITABLE,),
    "b_pa": (EMPLOYER, EMPLOYEE),
    "b_pva": (EMPLOYER, EMPLOYEE),
    "b_ev": (EMPLOYER, EMPLOYEE),
}
"""Which question asks for which papers."""
_OPENS: Final = {
    "b_functie": "taakprofiel",
    "b_aanbod": "gesprek",
    "b_ba": "probleemanalyse",
    "b_pa": "probleemanalyse",
    "b_pva": "plan_van_aanpak",
    "b_ev": "gesprek",
}
_OUTCOMES: Final = {
    OWN_WORK: ("geschikt_eigen_werk", "niet_geschikt"),
    SUITABLE: ("passend", "niet_passend"),
    EMPLOYER: ("voldoende", "onvoldoende"),
    EMPLOYEE: ("voldoende", "onvoldoende"),
}
"""Which answer UWV can give to which question."""


def costs_of_opinion(answers: Answers, context: Context) -> str | None:
    """Return what UWV asks of an employer for an opinion; nothing when the judge wants it for a dismissal."""
    day = as_day(answers.get("ingediend")) or context.today
    free = answers.get("doel") == DISMISSAL and answers.get("vraag") in (EMPLOYEE, OFTEN)
    amount = law_number("deskundigenoordeel_ontbinding" if free else "deskundigenoordeel_werkgever", day)
    return None if amount is None else f"{amount:.2f}"


def _papers_complete(answers: Answers, _context: Context) -> Iterator[Finding]:
    """UWV looks at a request only when all papers are there; what does not exist yet is made first."""
    for key, questions in FOR_QUESTION.items():
        if answers.get("vraag") not in questions:
            continue
        if not is_filled(answers.get(key)):
            words = _("Dit stuk hoort bij deze vraag. Maak het eerst, of kies ‘Eigen stuk’ en stuur dat mee.")
            yield Finding(Level.MISSING, key, words, opens=_OPENS[key])
        elif answers[key] == [OWN_PAPER]:
            yield hint(key, _("Je stuurt een eigen stuk mee. Bewaar het straks als scan bij dit papier."))


def _answer_expected(answers: Answers, _context: Context) -> Iterator[Finding]:
    """How long an answer usually takes, as UWV says it; no promise."""
    day = as_day(answers.get("ingediend"))
    if day is None or is_filled(answers.get("uitslag_datum")):
        return
    soonest, latest = (law_days(f"deskundigenoordeel_weken_{name}", day) for name in ("vroegst", "uiterlijk"))
    if soonest is not None and latest is not None:
        words = _("UWV antwoordt meestal tussen {van} en {tot}. Dat is een schatting van UWV zelf.")
        yield hint(
            "ingediend", words.format(van=day_long(day + soonest * ONE_WEEK), tot=day_long(day + latest * ONE_WEEK))
        )


def _answer_fits(answers: Answers, _context: Context) -> Iterator[Finding]:
    """The answer is one to the question that was asked."""
    fitting = _OUTCOMES.get(str(answers.get("vraag")))
    outcome = answers.get("uitslag")
    if fitting is not None and is_filled(outcome) and outcome not in (*fitting, "ingetrokken"):
        yield block("uitslag", _("Dit is geen antwoord op de vraag die je hebt gekozen."))
    if is_filled(outcome) and not is_filled(answers.get("vervolg")):
        yield hint("vervolg", _("Schrijf op wat jullie met de uitslag doen. UWV kijkt daar later naar."))


def _asked_after_it_began(answers: Answers, context: Context) -> Iterator[Finding]:
    """The opinion is about a day in this case; UWV looks back, so the day is not far ahead."""
    day, first = as_day(answers.get("datum_per")), first_day(context)
    if day is not None and first is not None and day < first:
        yield block("datum_per", _("Deze dag ligt voor de eerste ziektedag, {dag}.").format(dag=day_long(first)))


OPINION_RULES: Final[tuple[Rule, ...]] = (
    _asked_after_it_began,
    _papers_complete,
    _answer_expected,
    not_in_future("ingediend", LATER_NOT_AHEAD),
    not_in_future("wn_geinformeerd", LATER_NOT_AHEAD),
    not_in_future("uitslag_datum", LATER_NOT_AHEAD),
    _answer_fits,
)

# --- asking UWV to pay along ------------------------------------------------------------------------------------------


def threshold(answers: Answers, context: Context) -> Decimal | None:
    """Return the part of the wage up to the last day from which UWV pays along; None when it is not known."""
    wage, share = number_of(answers, "brutoloon"), law_number("participatieverzoek_grens", context.today)
    return None if wage is None or share is None else wage * share / PERCENT


def threshold_in_words(answers: Answers, context: Context) -> str:
    """Return the threshold with how it is found; empty before the wage is known."""
    found, share = threshold(answers, context), law_number("participatieverzoek_grens", context.today)
    if found is None or share is None:
        return ""
    return _("{bedrag}: {deel}% van het loon tot het einde").format(bedrag=money(found), deel=f"{share:f}")


def _not_for_own_risk(_answers: Answers, context: Context) -> Iterator[Finding]:
    """Who bears the risk of the Ziektewet goes on with the employee himself."""
    if own_risk_zw(context):
        yield block(
            "einddatum",
            _(
                "Je bent eigenrisicodrager voor de Ziektewet. Dan vraag je UWV niet om mee te doen: je begeleidt zelf "
                "verder."
            ),
        )


def _above_the_threshold(answers: Answers, context: Context) -> Iterator[Finding]:
    """Below the threshold an employer pays; above it UWV may pay the rest."""
    most, costs = threshold(answers, context), number_of(answers, "kosten")
    if most is None or costs is None:
        return
    check = _("Deze grens is een vuistregel. Vraag UWV wat er nu geldt.")
    words = (
        _("De kosten liggen boven de grens. UWV kan dan meebetalen.")
        if costs > most
        else _("De kosten blijven onder de grens. Dan betaalt UWV meestal niet mee.")
    )
    yield (hint if costs > most else warn)("kosten", f"{words} {check}", load_law().sources["beoordelingskader"].cite())


def _starts_in_time(answers: Answers, context: Context) -> Iterator[Finding]:
    """The route starts some weeks before the end, and the request comes some weeks before the route."""
    ends, starts, asked = (as_day(answers.get(key)) for key in ("einddatum", "start", "ingediend"))
    source = load_law().sources["uwv-participatieverzoek"].cite()
    if starts is not None and ends is not None:
        latest = _weeks_before(ends, "participatieverzoek_voor_einde", context)
        if starts > latest:
            yield block(
                "start", _("UWV wil dat het traject uiterlijk op {dag} begint.").format(dag=day_long(latest)), source
            )
    if starts is not None and asked is not None:
        latest = _weeks_before(starts, "participatieverzoek_vooraf", context)
        if asked > latest:
            yield block(
                "ingediend",
                _("UWV wil het verzoek uiterlijk op {dag}, voor het traject begint.").format(dag=day_long(latest)),
                source,
            )


def _weeks_before(day: date, name: str, context: Context) -> date:
    return day - (law_days(name, context.today) or 0) * ONE_WEEK


def _agrees(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Without the employee there is no route."""
    if answers.get("akkoord_wn") is False:
        yield warn("akkoord_wn", _("Zonder akkoord van je werknemer neemt UWV het verzoek meestal niet aan."))


PARTICIPATION_RULES: Final[tuple[Rule, ...]] = (
    _not_for_own_risk,
    _above_the_threshold,
    _starts_in_time,
    _agrees,
    not_in_future("ingediend", LATER_NOT_AHEAD),
    not_in_future("bevestiging", LATER_NOT_AHEAD),
)
