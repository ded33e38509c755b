"""What is checked in the assignment to an arbeidsdeskundige, and what it starts with."""

from collections.abc import Iterator
from typing import Final

from reintegratie_desktop.domain.ages import plus_months
from reintegratie_desktop.forms.advice import advice_on_work
from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.findings import Finding, Rule
from reintegratie_desktop.forms.rules import block, not_in_future, warn
from reintegratie_desktop.forms.spoor_carry import in_order, not_before_case
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import N_, _

# A choice of this program after the practice of arbeidsdeskundigen, not law: older limits are asked for anew.
OLDEST_LIMITS_MONTHS: Final = 6
OUTCOME: Final = ("bezoek", "rapport", "besproken")


def occasion(context: Context) -> str | None:
    """Return what the question comes from, as far as earlier papers say it."""
    for form in ("bijstelling_probleemanalyse", "probleemanalyse"):
        advised = context.get(form, "interventies")
        if isinstance(advised, list) and "arbeidsdeskundig_onderzoek" in advised:
            return "advies_bedrijfsarts"
    evaluated = context.get("evaluatie", "soort") == "eerstejaarsevaluatie"
    return "eerstejaarsevaluatie" if evaluated and context.get("evaluatie", "ad_onderzoek") else None


def has_profile(context: Context) -> bool | None:
    """Return True when there is a task profile to send along."""
    return True if context.issues.get("taakprofiel") else None


def has_plan(context: Context) -> bool | None:
    """Return True when there is a plan to send along."""
    return True if context.issues.get("plan_van_aanpak") else None


def recent_limits(answers: Answers, context: Context) -> Iterator[Finding]:
    """What the bedrijfsarts sends is not older than half a year."""
    asked, sent = as_day(answers.get("datum")), as_day(answers.get("m_belastbaarheid"))
    if asked is None:
        return
    advice = advice_on_work(context)
    if sent is not None and plus_months(sent, OLDEST_LIMITS_MONTHS) < asked:
        yield warn("m_belastbaarheid", _("Dit is meer dan een half jaar oud. Vraag de bedrijfsarts om een nieuw stuk."))
    elif advice is not None and advice.day is not None and plus_months(advice.day, OLDEST_LIMITS_MONTHS) < asked:
        sentence = _("Het advies van {dag} is meer dan een half jaar oud. Vraag de bedrijfsarts om een nieuw advies.")
        yield warn("m_belastbaarheid", sentence.format(dag=day_numeric(advice.day)))


def complete(answers: Answers, _context: Context) -> Iterator[Finding]:
    """What is not sent along is asked for later, and that takes weeks."""
    for key in ("m_functie", "m_organogram", "m_pva"):
        if answers.get(key) is False:
            yield warn(key, _("Stuur dit liever meteen mee. Anders vraagt de arbeidsdeskundige er later om."))


def which_work(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Other work in the company is named; an advice that is not followed has its reason."""
    if answers.get("ander_intern") == "ja" and not is_filled(answers.get("ander_intern_welk")):
        yield block("ander_intern", _("Schrijf er ook bij welk werk dat is."))
    if answers.get("overname") == "nee" and not is_filled(answers.get("overname_reden")):
        yield block("overname", _("Schrijf er ook bij waarom je het advies niet volgt."))


RULES: Final[tuple[Rule, ...]] = (
    not_in_future("datum", N_("Vul de dag in waarop je de aanvraag echt doet.")),
    not_before_case("datum"),
    complete,
    recent_limits,
    not_in_future("m_belastbaarheid", N_("Vul dit pas in als de bedrijfsarts het heeft gestuurd.")),
    not_in_future("wn_info", N_("Vul de dag in waarop je het echt hebt verteld.")),
    *(not_in_future(key, N_("Vul dit pas in als het zover is.")) for key in OUTCOME),
    in_order("datum", "rapport", N_("Het rapport ligt voor de aanvraag.")),
    in_order("rapport", "besproken", N_("Deze dag ligt voor het rapport.")),
    which_work,
)
"""All checks of the form `arbeidsdeskundig_onderzoek`, in the order of the form."""
