"""What is checked at the start of spoor 2 and in the search profile, and what both take over from earlier papers."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from reintegratie_desktop.forms.advice import (
    Advice,
    advice_on_hours,
    not_more_than,
)
from reintegratie_desktop.forms.conditions import Fact, Is
from reintegratie_desktop.forms.context import Answers, Context, as_day
from reintegratie_desktop.forms.fields import as_decimal
from reintegratie_desktop.forms.findings import Finding, Level, Rule
from reintegratie_desktop.forms.rules import block, hint, not_in_future, numbered_rows, rows_of, warn
from reintegratie_desktop.forms.spoor_carry import (
    EXPERT,
    SPOOR1,
    advice_in_words,
    deadline,
    in_order,
    not_before_case,
    open_steps,
)
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.i18n import N_, _

COUNCIL: Final = ("pvt", "or")
"""Who has to agree with the choice of an agency."""
CONSENT_LETTER: Final = "brief_instemming_or"
# A choice of this program, not law: the first report of the agency within about two months.
LATE_FIRST_REPORT: Final = ("3_maanden",)
# A choice of this program, after the practice of agencies: fewer directions are a narrow search, more are no direction.
FEWEST_DIRECTIONS: Final = 2
MOST_DIRECTIONS: Final = 4

PLAN_IS_THERE: Final = Is("plan_er", True)
"""The agency has made its plan; until then only the decision of the employer is on paper."""
SPOOR1_IS_OPEN: Final = Fact("spoor_1_is_niet_af", lambda _answers, context: bool(open_steps(context)))
HAS_COUNCIL: Final = Fact(
    "er_is_een_or_of_pvt", lambda _answers, context: context.get("werkgever", "or_vorm") in COUNCIL
)


def starts_late(answers: Answers, context: Context) -> bool:
    """Tell whether spoor 2 starts after its last day."""
    start, last = as_day(answers.get("van")), deadline(context, "spoor2_start")
    return start is not None and last is not None and start > last


# --- what earlier papers say ----------------------------------------------------------------------------------------


def beside_spoor1(value: Any, _context: Context) -> str:  # noqa: ANN401 - a JSON value
    """Return whether spoor 1 goes on, from its conclusion."""
    return "nee" if value == "geen_mogelijkheden" else "ja"


def occasion(context: Context) -> str | None:
    """Return what spoor 2 comes from, as far as earlier papers say it."""
    if context.get("evaluatie", "soort") == "eerstejaarsevaluatie" and context.get("evaluatie", "spoor2_besluit"):
        return "eerstejaarsevaluatie"
    if any(talk.get("soort") == "eerstejaarsevaluatie" for talk in context.history.get("gesprek", ())):
        return "eerstejaarsevaluatie"
    return "arbeidsdeskundig_advies" if context.get(EXPERT, "spoor2") == "starten" else None


def consent(context: Context) -> str | None:
    """Return how far the consent of the council is: not needed without one, asked when the letter was made."""
    form = context.get("werkgever", "or_vorm")
    if form is not None and form not in COUNCIL:
        return "n_v_t"
    letter = context.papers.get(CONSENT_LETTER, {})
    if letter.get("onderwerp_besluit") != "keuze_re_integratiebedrijf":
        return None
    return "verkregen_op" if letter.get("uitkomst") == "instemming" else "gevraagd"


def limits(context: Context) -> str | None:
    """Return the newest advice in terms of work."""
    return advice_in_words(context)


def hours_allowed(context: Context) -> str | None:
    """Return the hours a week of the newest advice."""
    found = _ceiling(context)
    return f"{found[1].normalize():f}" if found is not None else None


def _ceiling(context: Context) -> tuple[Advice, Any] | None:
    advice = advice_on_hours(context)
    hours = advice.highest(context.today, context.today) if advice is not None else None
    return (advice, hours) if advice is not None and hours is not None else None


def times_of_advice(value: Any, _context: Context) -> str | None:  # noqa: ANN401 - as above
    """Return what the advice says about times of work."""
    said = value.get("toelichting") if isinstance(value, Mapping) and value.get("beperkt") else None
    return str(said) if said else None


# --- the start ------------------------------------------------------------------------------------------------------


def spoor1_first(answers: Answers, context: Context) -> Iterator[Finding]:
    """Before anybody looks outside, the steps of spoor 1 are answered, or there is a reason."""
    missing = open_steps(context)
    if missing:
        sentence = _("Vul eerst spoor 1 in. Nog open: {vragen}. Of schrijf op waarom spoor 2 nu al begint.")
        words = sentence.format(vragen=", ".join(missing))
        yield Finding(Level.WARN, "zonder_spoor1", words, opens=SPOOR1)
    elif not context.history.get(SPOOR1) and answers.get("spoor1_uitkomst"):
        yield Finding(
            Level.WARN, "spoor1_uitkomst", _("Spoor 1 is nog een concept. Stel dat eerst vast."), opens=SPOOR1
        )


def council_agrees(answers: Answers, context: Context) -> Iterator[Finding]:
    """A council agrees with the choice of the agency."""
    if context.get("werkgever", "or_vorm") not in COUNCIL:
        return
    if answers.get("instemming") == "n_v_t":
        yield warn("instemming", _("Er is een OR of PVT. Die moet instemmen met de keuze van het bureau."))
    elif answers.get("instemming") == "gevraagd":
        yield hint("instemming", _("Teken het contract met het bureau pas als de OR of PVT heeft ingestemd."))


def in_time(answers: Answers, context: Context) -> Iterator[Finding]:
    """Spoor 2 starts in time, or the paper says why not."""
    last = deadline(context, "spoor2_start")
    if starts_late(answers, context) and last is not None:
        sentence = _("Spoor 2 begint na {dag}. Schrijf op waarom.").format(dag=day_weekday(last, year=True))
        yield warn("van", sentence)


def phases_inside(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Each phase has a first and a last day inside the whole."""
    start, end = as_day(answers.get("van")), as_day(answers.get("tot"))
    for index, row in numbered_rows(answers, "fasen"):
        first, last = as_day(row.get("van")), as_day(row.get("tot"))
        if first is not None and last is not None and last < first:
            yield block(f"fasen[{index}].tot", _("De laatste dag ligt voor de eerste dag van deze fase."))
        if first is not None and start is not None and first < start:
            yield block(f"fasen[{index}].van", _("Deze fase begint voor de start van spoor 2."))
        if last is not None and end is not None and last > end:
            yield block(f"fasen[{index}].tot", _("Deze fase eindigt na het einde van spoor 2."))


def reports_soon(answers: Answers, _context: Context) -> Iterator[Finding]:
    """The first report comes within about two months."""
    if answers.get("rapportage") in LATE_FIRST_REPORT:
        sentence = _("Vraag het eerste verslag binnen zes tot acht weken. Dan kun je nog bijsturen.")
        yield warn("rapportage", sentence)


def only_work(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Plan and reports of the agency say nothing about health."""
    if answers.get("plan_er") is True:
        yield hint(
            "uitgangspunten",
            _("Staat er in het plan van het bureau iets over gezondheid? Bewaar het niet, vraag een nieuwe versie."),
        )


RULES: Final[tuple[Rule, ...]] = (
    spoor1_first,
    not_in_future("datum_besluit", N_("Vul de dag in waarop je echt hebt besloten.")),
    not_before_case("datum_besluit", "van"),
    council_agrees,
    not_in_future("instemming_op", N_("Vul dit pas in als de instemming er is.")),
    in_order("van", "tot", N_("De einddatum ligt voor de startdatum.")),
    in_time,
    in_order("datum_besluit", "intake_datum", N_("De intake ligt voor het besluit.")),
    only_work,
    phases_inside,
    reports_soon,
)
"""All checks of the form `spoor2_start`, in the order of the form."""


# --- the search profile ---------------------------------------------------------------------------------------------


def some_directions(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Two to four directions: enough to choose from, few enough to search well."""
    count = len(rows_of(answers, "richting"))
    if 0 < count < FEWEST_DIRECTIONS:
        yield warn("richting", _("Eén richting is smal. Zoek er ten minste twee."))
    elif count > MOST_DIRECTIONS:
        yield warn("richting", _("Meer dan vier richtingen zoekt moeilijk. Kies de beste vier."))


def hours_fit(answers: Answers, context: Context) -> Iterator[Finding]:
    """The search is for no more hours than the advice allows."""
    found, hours = _ceiling(context), as_decimal(answers.get("uren"))
    if found is not None and hours is not None and hours > found[1]:
        yield block("uren", not_more_than(found[1], found[0], context.today))


PROFILE_RULES: Final[tuple[Rule, ...]] = (
    some_directions,
    hours_fit,
    not_in_future("versie", N_("Vul de dag in waarop het profiel klaar is.")),
    not_before_case("versie"),
)
"""All checks of the form `zoekprofiel`, in the order of the form."""
