"""The rules for leaving while ill: which report belongs to it, when UWV hears it, and what the employee gets."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from reintegratie_desktop.domain.leaving import LeavingReport, is_long, leaving_report
from reintegratie_desktop.forms.conditions import Fact
from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.findings import Finding, Rule
from reintegratie_desktop.forms.rules import DAYS_OF_WEEK, block, hint, not_before, not_in_future, warn
from reintegratie_desktop.forms.uwv_facts import case_day, course_in_words, first_day, own_risk_zw
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.text.formatting import day_long, day_numeric
from reintegratie_desktop.text.i18n import N_, _, ngettext

STEP: Final = "ziek_uit_dienst_melding"
_WORDS: Final = {
    LeavingReport.NONE: N_("Geen re-integratieverslag nodig"),
    LeavingReport.SHORT: N_("Verkort re-integratieverslag"),
    LeavingReport.FULL: N_("Volledig re-integratieverslag"),
}
_DONE: Final = (
    ("probleemanalyse", N_("Probleemanalyse van {dag}.")),
    ("bijstelling_probleemanalyse", N_("Bijstelling van de probleemanalyse van {dag}.")),
    ("plan_van_aanpak", N_("Plan van aanpak van {dag}.")),
    ("bijstelling_plan_van_aanpak", N_("Bijstelling van het plan van aanpak van {dag}.")),
    ("opbouwschema", N_("Opbouwschema van {dag}.")),
    ("evaluatie", N_("Evaluatie van {dag}.")),
    ("spoor2_start", N_("Start van spoor 2 op {dag}.")),
)


def _days(answers: Answers, context: Context) -> tuple[date, date] | None:
    """Return the first sick day and the last day of the employment; None when they are not known or reversed."""
    first, left = first_day(context), as_day(answers.get("einddatum"))
    return None if first is None or left is None or left < first else (first, left)


def report_of(answers: Answers, context: Context) -> LeavingReport | None:
    """Return which report belongs to leaving on this day; None when that is not known yet."""
    days = _days(answers, context)
    if days is None:
        return None
    return leaving_report(*days, load_law().on(days[0]), soon_fit=answers.get("herstel_3m") == "ja")


def report_in_words(answers: Answers, context: Context) -> str:
    """Return which report belongs to leaving, for the reader; empty when that is not known yet."""
    found = report_of(answers, context)
    return "" if found is None else _(_WORDS[found])


def how_long_ill(answers: Answers, context: Context) -> str:
    """Return how long somebody is ill on the last day: `9 weken en 3 dagen`."""
    days = _days(answers, context)
    if days is None:
        return ""
    weeks, rest = divmod((days[1] - days[0]).days, DAYS_OF_WEEK)
    told = ngettext("{n} week", "{n} weken", weeks).format(n=weeks)
    if rest:
        told = _("{weken} en {dagen}").format(weken=told, dagen=ngettext("{n} dag", "{n} dagen", rest).format(n=rest))
    return told


def _asks_prognosis(answers: Answers, context: Context) -> bool:
    days = _days(answers, context)
    return days is not None and is_long(*days, load_law().on(days[0]))


KNOWS_LENGTH: Final = Fact("de duur is bekend", lambda answers, context: _days(answers, context) is not None)
ASKS_PROGNOSIS: Final = Fact("zo lang ziek dat het herstel telt", _asks_prognosis)
IS_SHORT: Final = Fact(
    "een verkort verslag", lambda answers, context: report_of(answers, context) is LeavingReport.SHORT
)
HAS_REPORT: Final = Fact(
    "er hoort een verslag bij",
    lambda answers, context: report_of(answers, context) in (LeavingReport.SHORT, LeavingReport.FULL),
)


def what_was_done(_answers: Answers, context: Context) -> str | None:
    """Return the papers of the case as sentences, to begin the story of what was done; None without any."""
    lines: list[str] = []
    for form, words in _DONE:
        issues = context.issues.get(form, ())
        lines.extend(_(words).format(dag=day_numeric(issue.made_on)) for issue in issues[:1])
    return " ".join(lines) or None


def course(_answers: Answers, context: Context) -> str:
    """Return how the absence went."""
    return course_in_words(context)


def own_risk(context: Context) -> Any:  # noqa: ANN401 - a JSON value
    """Return whether the employer bears the risk of the Ziektewet, as it is known."""
    return own_risk_zw(context)


def _ends_in_the_case(answers: Answers, context: Context) -> Iterator[Finding]:
    """The employment ends after somebody fell ill: before, there is nothing to report."""
    first, left = first_day(context), as_day(answers.get("einddatum"))
    if first is not None and left is not None and left < first:
        yield block("einddatum", _("Deze dag ligt voor de eerste ziektedag, {dag}.").format(dag=day_long(first)))


def _reported_on_the_day(answers: Answers, context: Context) -> Iterator[Finding]:
    """The report comes on the last day: not weeks before, and not after it."""
    day, left, opens = (
        as_day(answers.get("gemeld_op")),
        as_day(answers.get("einddatum")),
        case_day(context, "vensters", STEP),
    )
    if day is None or left is None:
        return
    source = load_law().basis(STEP).text
    if day > left:
        words = _("Dit ligt na {dag}, de laatste dag. UWV kan een boete geven. De melding blijft nodig.")
        yield warn("gemeld_op", words.format(dag=day_long(left)), source)
    elif opens is not None and day < opens:
        yield warn(
            "gemeld_op",
            _("Dit is vroeg. Meld op de laatste dag: dan staat vast dat iemand ziek uit dienst gaat."),
            source,
        )


def _goes_on_alone(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Who bears the risk of the Ziektewet guides the employee after the last day too."""
    if answers.get("erd_zw") is True:
        yield hint(
            "erd_zw",
            _("Als eigenrisicodrager voor de Ziektewet blijf je je werknemer na deze dag zelf begeleiden."),
            load_law().sources["zw-63a"].cite(),
        )


def _full_report(answers: Answers, context: Context) -> Iterator[Finding]:
    """A full report is a paper of its own."""
    if report_of(answers, context) is LeavingReport.FULL:
        yield hint("variant", _("Maak het verslag bij ‘Verslag’ in dit dossier. Daar staat wat er nog mist."))


RULES: Final[tuple[Rule, ...]] = (
    _ends_in_the_case,
    _goes_on_alone,
    _full_report,
    _reported_on_the_day,
    not_in_future("gemeld_op", N_("Vul dit pas in als het is gedaan.")),
    not_in_future("kopieen", N_("Vul dit pas in als het is gedaan.")),
    not_before("geupload", "gemeld_op", N_("Het verslag gaat na de melding.")),
    not_in_future("geupload", N_("Vul dit pas in als het is gedaan.")),
)
