"""The columns of the tables in `loongegevens`; their keys are those of `loon.schema.json`."""

from decimal import Decimal
from typing import Any, Final

from reintegratie_desktop.domain.wage.facts import STOP_GROUNDS, SUSPENSION_GROUNDS
from reintegratie_desktop.forms.conditions import Is, Not
from reintegratie_desktop.forms.context import Answers, Context
from reintegratie_desktop.forms.fields import (
    Amount,
    Choice,
    Computed,
    Day,
    Field,
    Need,
    Number,
    Option,
    Percent,
    Text,
    WorkPattern,
    YesNo,
    as_decimal,
)
from reintegratie_desktop.forms.flow import ROW
from reintegratie_desktop.forms.wage_data import HOURS_A_DAY, first_day
from reintegratie_desktop.forms.wage_weeks import THERAPEUTIC, WITH_VALUE
from reintegratie_desktop.text.formatting import number
from reintegratie_desktop.text.i18n import N_, _

MONTH: Final = "maand"
FOUR_WEEKS: Final = "vier_weken"
WEEK: Final = "week"
ONCE_A_YEAR: Final = "jaar"
EVERY_TIME: Final = "elke_keer"
MINIMUM_HOUR: Final = "minimumuurloon"

_DAYS: Final = (N_("ma"), N_("di"), N_("wo"), N_("do"), N_("vr"), N_("za"), N_("zo"))
_PER_MONTH: Final = Option(MONTH, N_("Maand"))
_PER_FOUR_WEEKS: Final = Option(FOUR_WEEKS, N_("Vier weken"))
_PER_WEEK: Final = Option(WEEK, N_("Week"))
_PERIOD: Final = "periode"

PAYMENTS: Final = (
    Option("volledig", N_("Volledig"), N_("Voor wat het werk waard is, betaal je het gewone loon.")),
    Option("ziekteloon", N_("Als de andere uren"), N_("Hetzelfde deel als voor de uren die niet zijn gewerkt.")),
)


def _first_sick_day(answers: Answers, context: Context) -> str | None:
    """Return the day the first wage has to be known on."""
    day = first_day(context)
    return day.isoformat() if day is not None and not answers[ROW] else None


def _from(help_text: str = "", **more: Any) -> Day:  # noqa: ANN401 - keyword arguments of a field
    return Day(key="van", label=N_("Vanaf"), ask=N_("Vanaf welke dag?"), need=Need.REQUIRED, help=help_text, **more)


def _until(help_text: str = N_("Leeg laten mag: dan loopt het door."), **more: Any) -> Day:  # noqa: ANN401 - as above
    return Day(key="tot_en_met", label=N_("Tot en met"), ask=N_("Tot en met welke dag?"), help=help_text, **more)


def _told(help_text: str) -> Day:
    return Day(
        key="meegedeeld_op",
        label=N_("Schriftelijk gemeld op"),
        short=N_("Gemeld op"),
        ask=N_("Op welke dag heb je dit schriftelijk laten weten?"),
        help=help_text,
    )


WAGE_COLUMNS: Final[tuple[Field, ...]] = (
    _from(N_("De eerste regel geldt op de eerste ziektedag of daarvoor."), derive=_first_sick_day),
    Amount(
        key="bedrag",
        label=N_("Bedrag"),
        ask=N_("Hoeveel is het bruto?"),
        help=N_("Het hele loon met vaste toeslagen, zoals op de loonstrook."),
        need=Need.REQUIRED,
    ),
    Choice(
        key="per",
        label=N_("Per"),
        ask=N_("Waarvoor is dit bedrag?"),
        need=Need.REQUIRED,
        options=(_PER_MONTH, _PER_FOUR_WEEKS, _PER_WEEK, Option("uur", N_("Uur"))),
    ),
    YesNo(
        key="vakantiebijslag_inbegrepen",
        label=N_("Vakantiebijslag zit erin"),
        short=N_("Met bijslag"),
        ask=N_("Zit de vakantiebijslag al in dit bedrag?"),
        help=N_("Staat het vakantiegeld als apart bedrag op de loonstrook? Kies dan nee."),
        need=Need.CONDITIONAL,
        required_when=Is("vakantiebijslag", EVERY_TIME),
        when=Not(Is("vakantiebijslag", ONCE_A_YEAR)),
        not_asked=N_("De vakantiebijslag betaal je één keer per jaar."),
    ),
)


def _pattern(answers: Answers) -> list[Decimal]:
    """Return the hours of Monday to Sunday in a row; what is not filled in is 0."""
    pattern = answers.get(HOURS_A_DAY)
    return [as_decimal(item) or Decimal(0) for item in pattern] if isinstance(pattern, list) else []


def days_in_words(answers: Answers, _context: Context) -> str:
    """Return the hours of the working days in a row: `ma 8, di 8`."""
    worked = zip(_DAYS, _pattern(answers), strict=False)
    return ", ".join(f"{_(day)} {number(hours)}" for day, hours in worked if hours)


def _week_in_words(answers: Answers, _context: Context) -> str | None:
    """Return the hours of a whole week, for the row of a change in the list."""
    total = sum(_pattern(answers), Decimal(0))
    return _("{uren} uur per week").format(uren=number(total)) if total else None


def _known_hours(context: Context) -> Any:  # noqa: ANN401 - a JSON value
    """Return the hours a day as the record of the employee has them: a change differs from them on a day or two."""
    return context.get("werknemer", "werkpatroon")


CHANGE_COLUMNS: Final[tuple[Field, ...]] = (
    _from(N_("De eerste dag met de nieuwe uren, na de eerste ziektedag.")),
    WorkPattern(
        # Not the name of the pattern above the table: a row would read that one while it has none of its own.
        key=HOURS_A_DAY,
        label=N_("Uren per dag"),
        ask=N_("Hoeveel uur per dag is er vanaf die dag afgesproken?"),
        help=N_("Vrij is 0."),
        need=Need.REQUIRED,
        default=_known_hours,
    ),
    Computed(key="uren_in_woorden", label=N_("Uren per week"), compute=_week_in_words, only_listed=True),
)

HOLIDAY_COLUMNS: Final[tuple[Field, ...]] = (
    _from(),
    _until(N_("De laatste vakantiedag."), need=Need.REQUIRED),
)

_SHARE: Final = Percent(
    key="percentage",
    label=N_("Deel van het loon"),
    short=N_("Deel"),
    ask=N_("Welk deel van het loon is afgesproken?"),
    help=N_("Niets extra's afgesproken? Laat het leeg, dan telt alleen wat de wet vraagt."),
)
_ABOVE: Final = YesNo(
    key="ook_boven_maximumdagloon",
    label=N_("Ook boven het maximum"),
    ask=N_("Telt het deel ook voor loon boven het maximumdagloon?"),
    help=N_(
        "Het maximumdagloon is het hoogste loon per werkdag waarover de wet een deel vraagt. Weet je het niet? Laat "
        "het leeg: dan telt het over het hele loon."
    ),
    aside=True,
)


def _weeks(answers: Answers, _context: Context) -> str | None:
    """Return the weeks of an agreement, for its row in the list."""
    first, last = answers.get("van_week"), answers.get("tot_en_met_week")
    if not first:
        return None
    return (_("Week {van} tot en met {tot}") if last else _("Vanaf week {van}")).format(van=first, tot=last)


def agreed_in_words(answers: Answers, _context: Context) -> str:
    """Return what there is to say about an agreement beside its weeks and its share, for its row in the list."""
    if not answers.get("percentage"):
        return _("Wat de wet vraagt")
    return _("Niet boven het maximum") if answers.get("ook_boven_maximumdagloon") is False else ""


CAO_WEEK_COLUMNS: Final[tuple[Field, ...]] = (
    Computed(key="weken", label=N_("Ziekteweken"), compute=_weeks),
    Number(
        key="van_week",
        label=N_("Van ziekteweek"),
        short=N_("Van week"),
        ask=N_("Vanaf welke ziekteweek?"),
        need=Need.REQUIRED,
        minimum=Decimal(1),
        decimals=0,
    ),
    Number(
        key="tot_en_met_week",
        label=N_("Tot en met week"),
        ask=N_("Tot en met welke ziekteweek?"),
        help=N_("Leeg laten mag: dan loopt het door."),
        minimum=Decimal(1),
        decimals=0,
    ),
    _SHARE,
    _ABOVE,
)
CAO_DAY_COLUMNS: Final[tuple[Field, ...]] = (_from(), _until(), _SHARE, _ABOVE)

WORKED_COLUMNS: Final[tuple[Field, ...]] = (
    _from(),
    _until(),
    Number(
        key="uren_per_week",
        label=N_("Gewerkte uren per week"),
        short=N_("Uren per week"),
        ask=N_("Hoeveel uur per week is er gewerkt?"),
        help=N_("Alleen uren binnen de eigen werkweek."),
        need=Need.REQUIRED,
        minimum=Decimal(0),
        unit=N_("uur"),
    ),
    Choice(
        key="vorm",
        label=N_("Werkvorm"),
        ask=N_("Levert het werk al iets op, of is het uitproberen?"),
        need=Need.REQUIRED,
        options=(
            Option(WITH_VALUE, N_("Met loonwaarde"), N_("Het werk levert het bedrijf iets op.")),
            Option(THERAPEUTIC, N_("Arbeidstherapeutisch"), N_("Uitproberen: het werk hoeft nog niets op te leveren.")),
        ),
    ),
    Percent(
        key="loonwaarde_percentage",
        label=N_("Loonwaarde in procent"),
        short=N_("Waarde"),
        ask=N_("Hoeveel is het werk waard, als deel van het gewone loon?"),
        help=N_(
            "Loonwaarde is wat het werk waard is. Het gewone werk in het gewone tempo is 100%. Of vul een bedrag per "
            "week in."
        ),
        when=Is("vorm", WITH_VALUE),
        not_asked=N_("Arbeidstherapeutisch werk heeft geen loonwaarde."),
    ),
    Amount(
        key="loonwaarde_per_week",
        label=N_("Loonwaarde per week"),
        ask=N_("Of hoeveel is het werk per week waard?"),
        help=N_("Alleen als je geen procent invult."),
        when=Is("vorm", WITH_VALUE),
        not_asked=N_("Arbeidstherapeutisch werk heeft geen loonwaarde."),
        aside=True,
    ),
    Choice(
        key="betaling",
        label=N_("Betaling"),
        ask=N_("Hoe betaal je deze uren?"),
        help=N_("Kijk in de cao of het contract. Niets afgesproken? Laat het leeg, dan leggen we uit wat we doen."),
        options=PAYMENTS,
    ),
)

DEDUCTION_COLUMNS: Final[tuple[Field, ...]] = (
    _from(),
    _until(
        N_("Leeg laten mag bij een bedrag per maand of week: dan loopt het door."),
        need=Need.CONDITIONAL,
        required_when=Is("per", _PERIOD),
    ),
    Amount(
        key="bedrag",
        label=N_("Bedrag"),
        ask=N_("Hoeveel is het bruto?"),
        need=Need.REQUIRED,
    ),
    Choice(
        key="per",
        label=N_("Per"),
        ask=N_("Waarvoor is dit bedrag?"),
        need=Need.REQUIRED,
        options=(Option(_PERIOD, N_("Hele periode")), _PER_MONTH, _PER_FOUR_WEEKS, _PER_WEEK),
    ),
)

SUSPENSION_COLUMNS: Final[tuple[Field, ...]] = (
    _from(),
    Day(
        key="opgeheven_per",
        label=N_("Weer betaald vanaf"),
        ask=N_("Vanaf welke dag betaal je weer?"),
        help=N_("Op deze dag betaal je ook alles wat je inhield. Leeg: de opschorting loopt nog."),
    ),
    Choice(
        key="grond",
        label=N_("Welke regel"),
        ask=N_("Welke controleregel is niet gevolgd?"),
        need=Need.REQUIRED,
        options=tuple(Option(value, label) for value, label in SUSPENSION_GROUNDS.items()),
    ),
    _told(N_("De brief of de mail met de reden.")),
)

STOP_COLUMNS: Final[tuple[Field, ...]] = (
    _from(),
    _until(N_("De laatste dag zonder loon. Leeg: de loonstop loopt nog.")),
    Choice(
        key="grond",
        label=N_("Grond in de wet"),
        ask=N_("Op welke grond stop je het loon?"),
        need=Need.REQUIRED,
        options=tuple(Option(value, label, N_("BW 7:629 lid 3")) for value, label in STOP_GROUNDS.items()),
    ),
    _told(N_("De brief of de mail met de reden.")),
)

OWN_AMOUNT_COLUMNS: Final[tuple[Field, ...]] = (
    Choice(
        key="bedrag",
        label=N_("Welk bedrag"),
        ask=N_("Welk bedrag weet je?"),
        need=Need.REQUIRED,
        options=(
            Option(MINIMUM_HOUR, N_("Minimumuurloon"), N_("Het laagste loon per uur dat mag.")),
            Option(
                "maximumdagloon",
                N_("Maximumdagloon"),
                N_("Het hoogste loon per werkdag waarover de wet bij ziekte een deel vraagt."),
            ),
        ),
    ),
    _from(N_("De eerste dag waarop het geldt, meestal 1 januari of 1 juli.")),
    Amount(
        key="waarde",
        label=N_("Bedrag in euro"),
        ask=N_("Hoeveel is het?"),
        need=Need.REQUIRED,
    ),
    Text(
        key="bron",
        label=N_("Bron"),
        ask=N_("Waar staat dit?"),
        help=N_("Bijvoorbeeld: rijksoverheid.nl, gelezen op 15 december."),
        need=Need.REQUIRED,
        guard=True,
    ),
    Number(
        key="leeftijd",
        label=N_("Leeftijd"),
        ask=N_("Bij welke leeftijd hoort het?"),
        help=N_("Alleen bij een minimumuurloon voor jongeren. Anders laat je het leeg."),
        when=Is("bedrag", MINIMUM_HOUR),
        not_asked=N_("Het maximumdagloon is voor iedereen gelijk."),
        minimum=Decimal(1),
        decimals=0,
        aside=True,
    ),
)
