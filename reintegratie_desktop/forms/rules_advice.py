"""What is checked when the advice of the bedrijfsarts is taken over: dates, hours, periods, and what may be kept."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Any, Final

from reintegratie_desktop.forms.advice import contract_hours, day_in_words, period_hours
from reintegratie_desktop.forms.context import Answers, Context, as_day, is_filled
from reintegratie_desktop.forms.findings import Finding, Level, Rule
from reintegratie_desktop.forms.plan_carry import employee_name
from reintegratie_desktop.forms.rules import block, hint, not_before, not_in_future, number_of, numbered_rows, warn
from reintegratie_desktop.forms.rules_plan import latest_day_for_advice, latest_day_for_consult
from reintegratie_desktop.text.formatting import number
from reintegratie_desktop.text.i18n import N_, _

RUBRICS: Final = (
    "izp_persoonlijk",
    "izp_sociaal",
    "izp_omgeving",
    "izp_dynamisch",
    "izp_statisch",
    "izp_werktijden",
)
POLICY: Final = N_("AP-beleidsregels De zieke werknemer, paragraaf 5.3.1")


def is_late(answers: Answers, context: Context) -> bool:
    """Tell whether the first advice is dated after its last day; a next advice has no last day of its own."""
    versions = (answers, *context.history.get("probleemanalyse", ()))
    days = [day for version in versions if (day := as_day(version.get("datum_document"))) is not None]
    latest = latest_day_for_advice(context)
    return bool(days) and latest is not None and min(days) > latest


def _dates(answers: Answers, context: Context) -> Iterator[Finding]:
    """The advice belongs to this case, and follows the consultation."""
    first = context.day("zaak", "eerste_ziektedag")
    day, consult = as_day(answers.get("datum_document")), as_day(answers.get("datum_spreekuur"))
    starts = as_day(answers.get("per_datum"))
    if day is not None and first is not None and day < first:
        yield block("datum_document", _("Deze dag ligt voor de eerste ziektedag."))
    elif day is not None and consult is not None and day < consult:
        yield warn("datum_document", _("Deze dag ligt voor het spreekuur. Klopt dat?"))
    if starts is not None and first is not None and starts < first:
        yield block("per_datum", _("Deze dag ligt voor de eerste ziektedag."))
    expected = as_day(answers.get("prognose_datum"))
    if expected is not None and day is not None and expected < day:
        yield warn("prognose_datum", _("Deze dag ligt voor de datum van het advies. Klopt dat?"))


def _late(answers: Answers, context: Context) -> Iterator[Finding]:
    """A late advice says until when it was on time."""
    latest = latest_day_for_advice(context)
    if latest is not None and is_late(answers, context):
        sentence = _("Het advies was op tijd tot en met {dag}. Schrijf hieronder waarom het later is.")
        yield hint(
            "datum_document",
            sentence.format(dag=day_in_words(latest, context.today)),
            _("Regeling procesgang art. 5"),
        )


def attachment(answers: Answers, _context: Context) -> Iterator[Finding]:
    """The doctor's own document is not for the employer: only the advice that follows from it."""
    if is_filled(answers.get("bijlage")):
        yield warn(
            "bijlage",
            _(
                "De probleemanalyse zelf is niet voor jou. Bewaar alleen een stuk met het advies voor het werk. "
                "Staat er meer in, haal het bestand dan weg."
            ),
            _(POLICY),
        )


def conclusion(answers: Answers, context: Context) -> Iterator[Finding]:
    """What the conclusion means for what comes next; never an advice of the program."""
    value = answers.get("benutbaar")
    if value == "geen_duurzaam":
        sentence = _(
            "Vraag de bedrijfsarts wat dit betekent voor een vervroegde IVA-uitkering. {naam} vraagt die zelf aan bij "
            "UWV. Wij geven hier geen advies over."
        )
        yield hint("benutbaar", sentence.format(naam=employee_name(context)), _("WIA art. 23 lid 6"))
    elif value == "geen_tijdelijk":
        yield hint(
            "benutbaar",
            _("Een plan van aanpak is nu niet nodig. Plan wel het volgende spreekuur en houd contact."),
        )
    elif value == "marginaal":
        yield hint(
            "benutbaar",
            _("Zoek kleine taken: kort, zonder haast, en zo dat niemand op het resultaat wacht."),
        )
    if answers.get("langdurig") == "nee":
        yield hint("langdurig", _("Dan is een plan van aanpak nu niet nodig. Samen afspraken maken mag altijd."))


def _rubrics(answers: Answers, _context: Context) -> Iterator[Finding]:
    """A limit without words says nothing about the work."""
    for key in RUBRICS:
        value = answers.get(key)
        if isinstance(value, Mapping) and value.get("beperkt") is True and not is_filled(value.get("toelichting")):
            yield warn(key, _("Schrijf erbij wat dit voor het werk betekent."))


def hours(answers: Answers, context: Context) -> Iterator[Finding]:
    """Hours a week stay inside the contract, and agree with hours a day times days."""
    week, contract = number_of(answers, "uren_week"), contract_hours(context)
    day, days = number_of(answers, "uren_dag"), number_of(answers, "dagen_week")
    if week is not None and contract is not None and week > contract:
        sentence = _("Het contract is {uren} uur per week. Meer kan hier niet staan.")
        yield block("uren_week", sentence.format(uren=number(contract)))
    if week is not None and day is not None and days is not None and day * days < week:
        sentence = _("{dagen} dagen van {uren} uur is {samen} uur per week. Hier staat {week}. Wat zegt het advies?")
        yield warn(
            "uren_week",
            sentence.format(dagen=number(days), uren=number(day), samen=number(day * days), week=number(week)),
        )


def periods(answers: Answers, context: Context) -> Iterator[Finding]:
    """Periods run from early to late without overlap, and each says how many hours."""
    contract = contract_hours(context)
    yield from _first_period(answers, contract)
    previous: tuple[int, Mapping[str, Any]] | None = None
    for index, row in numbered_rows(answers, "advies_periodes"):
        place = f"advies_periodes[{index}]"
        yield from _period(place, row, contract)
        if previous is not None:
            yield from _follows(previous, (index, row), context)
        previous = index, row


def _first_period(answers: Answers, contract: Decimal | None) -> Iterator[Finding]:
    """Hours a day and days a week say what holds at the start; the first period agrees with them."""
    day, days = number_of(answers, "uren_dag"), number_of(answers, "dagen_week")
    first = next(iter(numbered_rows(answers, "advies_periodes")), None)
    if first is None or day is None or days is None:
        return
    index, row = first
    hours = period_hours(row, contract)
    if hours is not None and hours > day * days and (contract is None or hours <= contract):
        sentence = _("{dagen} dagen van {uren} uur is {samen} uur per week. Hier staat {week}. Wat zegt het advies?")
        yield warn(
            f"advies_periodes[{index}].uren",
            sentence.format(dagen=number(days), uren=number(day), samen=number(day * days), week=number(hours)),
        )


def _period(place: str, row: Mapping[str, Any], contract: Decimal | None) -> Iterator[Finding]:
    start, end, hours = as_day(row.get("van")), as_day(row.get("tot")), period_hours(row, contract)
    if start is not None and end is not None and end < start:
        yield block(f"{place}.tot", _("Deze dag ligt voor het begin van de periode."))
    if not is_filled(row.get("uren")) and not is_filled(row.get("pct")):
        yield Finding(Level.MISSING, f"{place}.uren", _("Hoeveel uur per week? Of welk deel van het contract?"))
    elif is_filled(row.get("uren")) and is_filled(row.get("pct")):
        yield hint(f"{place}.pct", _("Er staan uren en een percentage. De uren tellen."))
    if hours is not None and contract is not None and hours > contract:
        sentence = _("Het contract is {uren} uur per week. Meer kan hier niet staan.")
        yield block(f"{place}.uren", sentence.format(uren=number(contract)))


def _follows(
    before: tuple[int, Mapping[str, Any]], after: tuple[int, Mapping[str, Any]], context: Context
) -> Iterator[Finding]:
    (earlier, first), (later, second) = before, after
    began, ended, start = as_day(first.get("van")), as_day(first.get("tot")), as_day(second.get("van"))
    if began is None or start is None:
        return
    if start <= (ended or began):
        yield block(f"advies_periodes[{later}].van", _("Deze periode begint voordat de vorige klaar is."))
    elif ended is None:
        sentence = _("Tot en met welke dag duurt deze periode? De volgende begint op {dag}.")
        yield Finding(
            Level.MISSING,
            f"advies_periodes[{earlier}].tot",
            sentence.format(dag=day_in_words(start, context.today)),
        )
    elif start - ended > timedelta(days=1):
        yield hint(
            f"advies_periodes[{later}].van",
            _("Tussen deze periode en de vorige zitten dagen. Daar gelden de uren van de vorige."),
        )


def advised_goal(answers: Answers, _context: Context) -> Iterator[Finding]:
    """A goal and `not known yet` do not go together."""
    goals = answers.get("einddoel")
    if isinstance(goals, list) and "nog_niet_te_bepalen" in goals and len(goals) > 1:
        yield warn("einddoel", _("“Nog niet te bepalen” en een doel gaan niet goed samen. Wat staat er in het advies?"))


def next_consult(answers: Answers, context: Context) -> Iterator[Finding]:
    """The next consultation comes after this one, and not too long after it."""
    planned = as_day(answers.get("volgend_spreekuur"))
    last = as_day(answers.get("datum_spreekuur")) or as_day(answers.get("datum_document"))
    if planned is None or last is None:
        return
    usual = latest_day_for_consult(last, context)
    if planned <= last:
        yield block("volgend_spreekuur", _("Het volgende spreekuur komt na dit spreekuur."))
    elif usual is not None and planned > usual:
        sentence = _("Dat is lang. De bedrijfsarts kijkt meestal voor {dag} opnieuw. Vraag of het eerder kan.")
        yield hint("volgend_spreekuur", sentence.format(dag=day_in_words(usual, context.today)))


RULES: Final[tuple[Rule, ...]] = (
    not_in_future("datum_spreekuur", N_("Deze dag moet nog komen. Vul dit in na het spreekuur.")),
    not_in_future("datum_document", N_("Deze dag moet nog komen. Welke datum staat op het advies?")),
    not_in_future("ontvangen_op", N_("Deze dag moet nog komen.")),
    not_before("ontvangen_op", "datum_document", N_("Je kunt het advies niet krijgen voordat het er is.")),
    _dates,
    _late,
    attachment,
    conclusion,
    _rubrics,
    hours,
    periods,
    advised_goal,
    next_consult,
)
"""All checks of the form `probleemanalyse`."""
