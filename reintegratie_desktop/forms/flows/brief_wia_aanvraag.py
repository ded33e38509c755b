"""The letter that reminds of the application for the WIA: the last day, what is enclosed, what to do, and help."""

from typing import Final

from reintegratie_desktop.forms import letter_carry
from reintegratie_desktop.forms.buildup import ONE_DAY
from reintegratie_desktop.forms.context import Answers, Context
from reintegratie_desktop.forms.fields import By, Computed, DayTime, Lines, Many, Need, Text, options_of
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.letter_head import letter_flow
from reintegratie_desktop.forms.letter_text import day, dear, listed, moment, paragraphs, points, regards, words
from reintegratie_desktop.forms.rules_letters_firm import REMINDER
from reintegratie_desktop.text.i18n import N_, _

_ENCLOSED: Final = {
    "pva": N_("het plan van aanpak"),
    "bijstellingen": N_("de bijstellingen"),
    "evaluaties": N_("de evaluaties"),
    "eindevaluatie": N_("de eindevaluatie"),
    "pa": N_("de probleemanalyse"),
    "actueel_oordeel": N_("het actueel oordeel"),
    "spoor_2": N_("de stukken van spoor 2"),
}
_MADE_WITH: Final = {
    "pva": ("plan_van_aanpak",),
    "bijstellingen": ("bijstelling_plan_van_aanpak", "bijstelling_probleemanalyse"),
    "evaluaties": ("evaluatie",),
    "eindevaluatie": ("eindevaluatie",),
    "pa": ("probleemanalyse",),
    "actueel_oordeel": ("actueel_oordeel",),
    "spoor_2": ("spoor2_start", "zoekprofiel", "voortgangsrapportage", "werkervaringsplaats"),
}
_EVALUATIONS: Final = ("zesweken_evaluatie", "eerstejaarsevaluatie")


def text(answers: Answers, context: Context) -> str:
    """Return the letter."""
    chosen = answers.get("bijgevoegd")
    enclosed = [_(words_) for value, words_ in _ENCLOSED.items() if isinstance(chosen, list) and value in chosen]
    more = words(answers, "hulp") if answers.get("hulp") else ""
    helps = _("Hulp nodig bij de aanvraag? Bel me, of kijk op uwv.nl.")
    return paragraphs(
        dear(context),
        _(
            "Binnenkort ben je bijna twee jaar ziek. UWV schrijft je over de WIA. Je vraagt de uitkering zelf aan, "
            "uiterlijk {uiterste}."
        ).format(uiterste=day(answers.get("uiterste"))),
        _(
            "Van mij krijg je: {bijgevoegd}. Van de bedrijfsarts krijg je de medische informatie; die stuur je zelf "
            "naar UWV, wij krijgen die niet."
        ).format(bijgevoegd=listed(enclosed)),
        _("Dit doe je zelf:\n{zelf}").format(zelf=points(answers.get("zelf"))),
        " ".join(
            part
            for part in (
                _("Graag vullen we samen de eindevaluatie in op {eindgesprek}.").format(
                    eindgesprek=moment(answers.get("eindgesprek"))
                ),
                helps,
                f"{more}." if more else "",
            )
            if part
        ),
        regards(),
    )


def _last_day(_answers: Answers, context: Context) -> str | None:
    found = letter_carry.milestone("wia_aanvraag", context)
    return found.isoformat() if found is not None else None


def _end_of_waiting(_answers: Answers, context: Context) -> str | None:
    """Return the last day of the wachttijd: the day before the WIA can begin."""
    first = letter_carry.milestone("wia_eerste_dag", context)
    return (first - ONE_DAY).isoformat() if first is not None else None


def _there(context: Context) -> list[str] | None:
    """Return what of the list is finished in this case."""
    found = [value for value, forms in _MADE_WITH.items() if any(context.history.get(form) for form in forms)]
    talks = context.history.get(letter_carry.TALK, ())
    if any(talk.get("soort") in _EVALUATIONS for talk in talks) and "evaluaties" not in found:
        found.append("evaluaties")
    if any(len(context.history.get(form, ())) > 1 for form in ("plan_van_aanpak", "probleemanalyse")):
        found.append("bijstellingen")
    return [value for value in _ENCLOSED if value in found] or None


def _to_do(_context: Context) -> list[str]:
    return [
        _("De aanvraag doen op uwv.nl, met DigiD"),
        _("Het formulier Oordeel van de werknemer invullen"),
        _("De medische informatie van de bedrijfsarts meesturen"),
    ]


CONTENT: Final = Step(
    key="aanvraag",
    title=N_("De aanvraag"),
    question=N_("Wat stuur je mee, wanneer vul je samen de eindevaluatie in, en welke hulp bied je aan?"),
    why=N_("Je medewerker vraagt de WIA zelf aan. Te laat aanvragen kan jullie allebei geld kosten."),
    example=N_("“Eindevaluatie samen invullen op dinsdag 3 maart om 10 uur.”"),
    not_written=N_("Wat er in de stukken van de bedrijfsarts staat. Die krijg jij niet."),
    source=N_("WIA art. 64 lid 3"),
    sections=(
        Section(
            key="inhoud",
            title=N_("De aanvraag"),
            fields=(
                Computed(
                    key="uiterste",
                    label=N_("WIA uiterlijk aanvragen op"),
                    help=N_("Berekend uit de eerste ziektedag."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    shows="day",
                    compute=_last_day,
                ),
                Computed(
                    key="einde_wachttijd",
                    label=N_("Laatste dag van de wachttijd"),
                    help=N_("De laatste dag voor de WIA kan beginnen."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    shows="day",
                    compute=_end_of_waiting,
                ),
                Many(
                    key="bijgevoegd",
                    label=N_("Bijgevoegde stukken"),
                    ask=N_("Welke stukken krijgt je medewerker van je?"),
                    help=N_("Wat in dit dossier af is, staat al aan."),
                    need=Need.REQUIRED,
                    options=options_of(
                        ("pva", N_("Plan van aanpak")),
                        ("bijstellingen", N_("Bijstellingen")),
                        ("evaluaties", N_("Evaluaties")),
                        ("eindevaluatie", N_("Eindevaluatie")),
                        ("pa", N_("Probleemanalyse")),
                        ("actueel_oordeel", N_("Actueel oordeel")),
                        ("spoor_2", N_("Stukken van spoor 2")),
                    ),
                    default=_there,
                ),
                Lines(
                    key="zelf",
                    label=N_("Zelf doen"),
                    ask=N_("Wat doet je medewerker zelf?"),
                    help=N_("Deze drie dingen kan niemand overnemen."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    guard=True,
                    default=_to_do,
                ),
                DayTime(
                    key="eindgesprek",
                    label=N_("Voorstel afspraak eindevaluatie"),
                    ask=N_("Wanneer vullen jullie samen de eindevaluatie in?"),
                    help=N_("Een week of twee voor de laatste dag van de aanvraag."),
                    need=Need.REQUIRED,
                ),
                Text(
                    key="hulp",
                    label=N_("Hulp aangeboden"),
                    ask=N_("Welke hulp bied je aan?"),
                    help=N_("In een hele zin. Niets? Laat het leeg."),
                    example=N_("Anja zit op dinsdagmiddag graag met je aan de computer"),
                    max_length=300,
                    guard=True,
                ),
            ),
        ),
    ),
)

FLOW: Final = letter_flow(
    key="brief_wia_aanvraag",
    code="L9",
    title=N_("Brief: herinnering WIA-aanvraag"),
    purpose=N_("De werkgever herinnert de werknemer aan de aanvraag van de WIA. WIA art. 64."),
    subject=N_("Je aanvraag bij UWV"),
    text=text,
    content=(CONTENT,),
    head=("einde_wachttijd",),
    send_by="persoonlijk_overhandigd",
    rules=REMINDER,
)
"""The reminder of the application: 14 fields."""
