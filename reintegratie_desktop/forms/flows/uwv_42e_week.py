"""The report to UWV after 42 weeks: everything that is typed into the portal, and when that was done."""

from decimal import Decimal

from reintegratie_desktop.forms.conditions import Fact, Is, Not
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.field_base import By
from reintegratie_desktop.forms.fields import (
    Attachment,
    Carry,
    Choice,
    Computed,
    Day,
    Need,
    Number,
    Table,
    Text,
    options_of,
)
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.forms.plan_carry import full_name
from reintegratie_desktop.forms.plan_words import KNOWN_ALREADY
from reintegratie_desktop.forms.rules_uwv import W42_RULES, last_safe_day
from reintegratie_desktop.forms.uwv_facts import (
    NO_BREAKS,
    break_rows,
    case_day,
    contract_in_words,
    employer_with_contact,
    first_day_text,
    hours_now,
)
from reintegratie_desktop.text.i18n import N_

_IS_BREAK = Not(Is("soort", NO_BREAKS))
_NO_BREAK = N_("Er was geen onderbreking.")
_UWV_ASKS = N_("UWV vraagt dit bij de melding.")


def _works_now(context: Context) -> str | None:
    hours = hours_now(context)
    return None if hours is None else "ja_uren" if hours > 0 else "nee"


def _hours_now(context: Context) -> str | None:
    hours = hours_now(context)
    return str(hours) if hours else None


_FACTS = Step(
    key="gegevens",
    title=N_("Gegevens"),
    question=N_("Klopt wat je straks bij UWV invult?"),
    why=N_("UWV legt hiermee vast dat het verzuim lang duurt. Dit is bijna alles al bekend."),
    example=N_("Werkt gedeeltelijk, 10 uur per week. Geen onderbrekingen."),
    not_written=N_("Niet wat iemand heeft. UWV vraagt dat hier ook niet."),
    source=N_("ZW art. 38 lid 1"),
    sections=(
        Section(
            key="gegevens",
            number="1",
            title=N_("Gegevens voor UWV"),
            fields=(
                Text(
                    key="loonheffingennr",
                    label=N_("Loonheffingennummer"),
                    ask=N_("Wat is het loonheffingennummer?"),
                    help=N_("Negen cijfers, de letter L en nog twee cijfers: 123456789L01."),
                    why=N_("UWV herkent je bedrijf aan dit nummer."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    carry=(Carry("werkgever", "loonheffingennr"),),
                    pattern=r"[0-9]{9}L[0-9]{2}",
                    pattern_hint=N_("Schrijf negen cijfers, de letter L en twee cijfers: 123456789L01."),
                ),
                Text(
                    key="naam_wg",
                    label=N_("Werkgever en contactpersoon"),
                    help=KNOWN_ALREADY,
                    why=_UWV_ASKS,
                    need=Need.REQUIRED,
                    by=By.APP,
                    fixed=True,
                    max_length=700,
                    carry=(Carry("werkgever", "handelsnaam", employer_with_contact),),
                ),
                Text(
                    key="naam_wn",
                    label=N_("Werknemer"),
                    help=KNOWN_ALREADY,
                    why=_UWV_ASKS,
                    need=Need.REQUIRED,
                    by=By.APP,
                    fixed=True,
                    max_length=300,
                    carry=(Carry("werknemer", "achternaam", full_name),),
                ),
                Text(
                    key="bsn",
                    label=N_("Burgerservicenummer"),
                    help=N_("Alleen op het portaal invullen. We vragen het pas bij het overtypen en bewaren het niet."),
                    why=N_("UWV zoekt je werknemer op met dit nummer. In jouw dossier hoeft het niet te staan."),
                    need=Need.CONDITIONAL,
                    kept=False,
                    pattern=r"[0-9]{9}",
                    pattern_hint=N_("Een burgerservicenummer heeft negen cijfers."),
                ),
                Day(
                    key="geboortedatum",
                    label=N_("Geboortedatum"),
                    help=KNOWN_ALREADY,
                    why=_UWV_ASKS,
                    need=Need.REQUIRED,
                    by=By.APP,
                    fixed=True,
                    carry=(Carry("werknemer", "geboortedatum"),),
                ),
                Day(
                    key="eerste_ziektedag",
                    label=N_("Eerste ziektedag"),
                    help=N_("Bij een korte onderbreking telt de allereerste ziektedag."),
                    paper_help=N_("Bij een korte onderbreking telt de allereerste ziektedag."),
                    why=N_("Een verkeerde eerste ziektedag telt bij UWV als een fout in de melding."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    fixed=True,
                    carry=(Carry("zaak", "eerste_ziektedag", first_day_text),),
                ),
                Text(
                    key="dienstverband",
                    label=N_("Soort dienstverband"),
                    help=N_("Met de einddatum, als die er is."),
                    why=_UWV_ASKS,
                    need=Need.REQUIRED,
                    by=By.APP,
                    fixed=True,
                    carry=(Carry("werknemer", "contractsoort", contract_in_words),),
                ),
                Choice(
                    key="werkt_nu",
                    label=N_("Werkt gedeeltelijk"),
                    ask=N_("Werkt je werknemer nu een deel van de uren?"),
                    help=N_("Ook dan meld je: de 42 weken lopen door tot iemand helemaal hersteld is."),
                    why=_UWV_ASKS,
                    need=Need.REQUIRED,
                    by=By.APP,
                    default=_works_now,
                    options=options_of(("ja_uren", N_("Ja")), ("nee", N_("Nee"))),
                ),
                Number(
                    key="uren_nu",
                    label=N_("Uren per week nu"),
                    ask=N_("Hoeveel uur per week werkt je werknemer nu?"),
                    why=_UWV_ASKS,
                    need=Need.REQUIRED,
                    when=Is("werkt_nu", "ja_uren"),
                    not_asked=N_("De werknemer werkt nu niet."),
                    default=_hours_now,
                    minimum=Decimal(0),
                    unit=N_("uur"),
                ),
                Table(
                    key="samengesteld",
                    label=N_("Korte onderbrekingen"),
                    help=N_("Korter dan vier weken: dan tellen de weken door."),
                    why=N_("De dagen van een onderbreking tellen zelf niet mee."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    fixed=True,
                    default=break_rows,
                    row_name=N_("onderbreking"),
                    columns=(
                        Choice(
                            key="soort",
                            label=N_("Soort"),
                            options=options_of(
                                (NO_BREAKS, N_("Geen onderbrekingen")),
                                ("herstel", N_("Hersteld")),
                                ("verlof", N_("Verlof")),
                                ("verlof_en_herstel", N_("Verlof en hersteld")),
                            ),
                        ),
                        Day(key="van", label=N_("Van"), when=_IS_BREAK, not_asked=_NO_BREAK),
                        Day(key="tot", label=N_("Tot en met"), when=_IS_BREAK, not_asked=_NO_BREAK),
                    ),
                ),
            ),
        ),
    ),
)

_TELL = Step(
    key="verwerking",
    title=N_("De melding"),
    question=N_("Heb je al gemeld? Je kunt dit ook later invullen."),
    why=N_("Zonder deze melding krijgt je werknemer geen brieven van UWV over de WIA."),
    example=N_("Gemeld op vrijdag via het werkgeversportaal, bevestiging bewaard."),
    not_written=N_("Geen inloggegevens van het portaal."),
    source=N_("ZW art. 38 lid 1"),
    sections=(
        Section(
            key="verwerking",
            number="2",
            title=N_("De melding bij UWV"),
            fields=(
                Computed(
                    key="uiterste_datum",
                    label=N_("Meld uiterlijk op"),
                    help=N_("De laatste werkdag waarop je zeker op tijd bent."),
                    why=N_("Te laat melden kan een boete geven."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    compute=last_safe_day,
                    when=Fact("er is een datum", lambda answers, context: last_safe_day(answers, context) is not None),
                    not_asked=N_("In dit dossier is deze melding niet nodig."),
                    shows="day",
                ),
                Day(
                    key="gemeld_op",
                    later=True,
                    label=N_("Gemeld op"),
                    ask=N_("Op welke dag heb je gemeld?"),
                    help=N_("Maak eerst dit papier af. Typ het dan over bij UWV, en vul daarna de dag in."),
                    why=N_("Met deze dag is de stap gedaan."),
                    need=Need.REQUIRED,
                ),
                Choice(
                    key="gemeld_via",
                    later=True,
                    label=N_("Gemeld via"),
                    ask=N_("Hoe heb je gemeld?"),
                    help=N_("De meeste kleine bedrijven gebruiken het werkgeversportaal."),
                    why=N_("Zo vind je de melding later terug."),
                    need=Need.REQUIRED,
                    options=options_of(
                        ("werkgeversportaal", N_("Het werkgeversportaal van UWV")),
                        ("formulier", N_("Het formulier van UWV")),
                        ("loonpakket", N_("Het loonpakket (Digi-ZSM)")),
                    ),
                ),
                Attachment(
                    key="bevestiging",
                    label=N_("Bevestiging van UWV"),
                    ask=N_("Heb je de bevestiging van UWV?"),
                    help=N_("Komt die later? Voeg hem dan als scan toe bij dit papier."),
                    why=N_("Hiermee laat je zien dat je op tijd was."),
                ),
                Day(
                    key="verzekeraar_gemeld",
                    later=True,
                    label=N_("Ook gemeld bij verzekeraar op"),
                    ask=N_("Wanneer heb je het aan de verzekeraar doorgegeven?"),
                    help=N_("Alleen als je polis dat vraagt."),
                    why=N_("Soms betaalt een verzekeraar niet zonder deze melding."),
                ),
                Day(
                    key="hersteld_gemeld",
                    later=True,
                    label=N_("Later hersteld gemeld bij UWV op"),
                    ask=N_("Wanneer heb je daarna het herstel bij UWV gemeld?"),
                    help=N_("Alleen als iemand na deze melding hersteld is."),
                    why=N_("Anders gaat UWV door met de brieven over de WIA."),
                    need=Need.CONDITIONAL,
                    required_when=Fact(
                        "is hersteld", lambda _answers, context: case_day(context, "hersteld_per") is not None
                    ),
                ),
            ),
        ),
    ),
)

FLOW = Flow(
    key="uwv_42e_week",
    code="W42",
    version="1.0",
    title=N_("Melding bij UWV na 42 weken"),
    purpose=N_(
        "De gegevens die de werkgever na 42 weken verzuim bij UWV meldt, en wanneer dat is gedaan. Ook als iemand een "
        "deel van de uren werkt. ZW art. 38 lid 1."
    ),
    duration=N_("ongeveer 5 minuten"),
    rules=W42_RULES,
    steps=(_FACTS, _TELL),
)
