"""The steps of a contact plan: the rhythm, what is agreed about the contact, and the moments."""

from decimal import Decimal
from typing import Any, Final

from reintegratie_desktop.forms import contact_moments, rules_contact_plan
from reintegratie_desktop.forms.advice import rows
from reintegratie_desktop.forms.conditions import Fact, Is
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.fields import (
    By,
    Carry,
    Choice,
    Day,
    Many,
    Need,
    Number,
    Option,
    Person,
    Reference,
    Rows,
    Text,
    YesNo,
    options,
    options_of,
)
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.rules_plan import latest_day_for_evaluation
from reintegratie_desktop.text.i18n import N_

ARTICLE: Final = N_("Regeling procesgang art. 4 lid 2")
_IN_APP: Final = Is("kanaal", "prive_app")


def _owner(value: Any, _context: Context) -> str | None:  # noqa: ANN401 - a JSON value
    return str(value) if value in ("leidinggevende", "casemanager") else None


def _ways(value: Any, _context: Context) -> list[str]:  # noqa: ANN401 - a JSON value
    known = {"bellen": "bellen", "beeldbellen": "beeldbellen", "e_mail": "e_mail", "bezoek_op_het_werk": "op_het_werk"}
    return [known[value]] if value in known else []


def _phase(context: Context) -> str:
    """Return the phase that fits the case now."""
    if context.papers.get("nazorgplan"):
        return "nazorg"
    schedule = context.papers.get("opbouwschema", {})
    if any(row.get("gewerkt") for row in rows(schedule.get("weekstaat"))):
        return "opbouw"
    if schedule or context.papers.get("plan_van_aanpak"):
        return "voor_terugkeer"
    return "eerste_twee_weken" if str(context.get("zaak", "ziekteweek")) in ("1", "2") else "thuisperiode"


def _revise_on(context: Context) -> str | None:
    day = latest_day_for_evaluation(context.today, context)
    return day.isoformat() if day else None


RHYTHM: Final = Step(
    key="ritme",
    title=N_("Hoe vaak"),
    question=N_("Wie houdt contact, hoe vaak en vanaf wanneer?"),
    why=N_("Zonder vaste afspraak zakt contact weg in drukke weken. Dan wordt bellen steeds moeilijker."),
    example=N_("“Femke belt elke twee weken, vanaf 12 oktober. Na zes weken kijken we of het past.”"),
    not_written=N_("Waarom je medewerker vaker of minder vaak contact wil."),
    source=ARTICLE,
    sections=(
        Section(
            key="ritme",
            number="A",
            title=N_("Afspraken"),
            fields=(
                Choice(
                    key="eigenaar",
                    label=N_("Wie onderhoudt contact"),
                    ask=N_("Wie houdt het contact?"),
                    help=N_("Kies iemand bij wie je medewerker zich prettig voelt."),
                    why=N_("Als één persoon het doet, blijft er niets liggen."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    carry=(Carry("ziekmelding", "contact_wie", _owner),),
                    options=options_of(
                        ("leidinggevende", N_("Leidinggevende")),
                        ("casemanager", N_("Casemanager")),
                        ("collega", N_("Collega die de werknemer zelf kiest (naast de leidinggevende)")),
                    ),
                ),
                Person(
                    key="vervanger",
                    label=N_("Vervanger bij afwezigheid"),
                    ask=N_("Wie neemt het over bij vrije dagen of drukte?"),
                    help=N_("Mag leeg blijven."),
                    why=N_("Dan valt het contact niet stil in de vakantie."),
                ),
                Choice(
                    key="fase",
                    label=N_("Fase"),
                    ask=N_("Voor welke periode maken jullie deze afspraken?"),
                    help=N_("Elke fase vraagt ander contact."),
                    why=N_("Bij een nieuwe fase maken jullie de afspraken opnieuw."),
                    need=Need.REQUIRED,
                    default=_phase,
                    options=options(
                        N_("Eerste twee weken"), N_("Thuisperiode"), N_("Voor terugkeer"), N_("Opbouw"), N_("Nazorg")
                    ),
                ),
                Choice(
                    key="interval",
                    label=N_("Elke"),
                    ask=N_("Hoe vaak hebben jullie contact?"),
                    help=N_("Elke twee weken past bijna altijd."),
                    why=N_("Minder vaak mag als je medewerker of de bedrijfsarts dat vraagt."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    default="2_weken",
                    options=options_of(
                        ("2x_per_week", N_("2x per week")),
                        ("week", N_("Week")),
                        ("2_weken", N_("2 weken")),
                        ("4_weken", N_("4 weken")),
                        (contact_moments.OTHER_RHYTHM, N_("Anders")),
                    ),
                ),
                Number(
                    key="interval_dagen",
                    label=N_("Aantal dagen tussen twee contacten"),
                    ask=N_("Hoeveel dagen zitten er tussen twee contacten?"),
                    help=N_("Gewone dagen, ook het weekend telt."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    minimum=Decimal(1),
                    maximum=Decimal(60),
                    decimals=0,
                    unit=N_("dagen"),
                    when=Is("interval", contact_moments.OTHER_RHYTHM),
                ),
                Choice(
                    key="minder_reden",
                    label=N_("Wie vraagt minder contact"),
                    ask=N_("Wie vraagt om minder contact dan elke twee weken?"),
                    help=N_("Kies wie het vraagt. De reden hoef je niet te weten."),
                    why=N_("Minder contact omdat je het druk hebt, is geen goede reden."),
                    need=Need.REQUIRED,
                    when=Fact("minder_dan_elke_twee_weken", rules_contact_plan.is_seldom),
                    options=options(N_("De werknemer vraagt het"), N_("De bedrijfsarts adviseert het")),
                ),
                Day(
                    key="start",
                    label=N_("Ingaand"),
                    ask=N_("Vanaf welke dag geldt dit?"),
                    help=N_("Dit wordt het eerste moment."),
                    need=Need.REQUIRED,
                    default=lambda context: context.today.isoformat(),
                ),
                Day(
                    key="eind",
                    label=N_("Herzien op"),
                    ask=N_("Wanneer kijken jullie of deze afspraken nog passen?"),
                    help=N_("Uiterlijk bij de volgende evaluatie is een goed moment."),
                    need=Need.REQUIRED,
                    default=_revise_on,
                ),
            ),
        ),
    ),
)

AGREED: Final = Step(
    key="manier",
    title=N_("Hoe en waarover"),
    question=N_("Hoe hebben jullie contact, waarover, en wat liever niet?"),
    why=N_("Je medewerker kiest de manier. Dan voelt contact niet als controle."),
    example=N_("“Bellen op dinsdag om 10 uur. Nieuws van het werk graag, geen werkvragen.”"),
    not_written=N_("Vragen naar gezondheid. Vraag wat iemand nodig heeft van het werk."),
    source=ARTICLE,
    sections=(
        Section(
            key="manier",
            title=N_("Manier en onderwerpen"),
            fields=(
                Many(
                    key="kanaal",
                    label=N_("Manier"),
                    ask=N_("Hoe wil je medewerker contact?"),
                    help=N_("Je medewerker kiest."),
                    why=N_("Contact op een prettige manier houdt langer stand."),
                    need=Need.REQUIRED,
                    by=By.WN,
                    carry=(Carry("ziekmelding", "contact_wijze", _ways),),
                    options=(
                        *options(
                            N_("Bellen"),
                            N_("Beeldbellen"),
                            N_("Op het werk"),
                            N_("Wandelen/koffie elders"),
                            N_("E-mail"),
                        ),
                        Option("prive_app", N_("Privé-app"), N_("Alleen als de werknemer dat zelf wil.")),
                    ),
                ),
                YesNo(
                    key="prive_app_akkoord",
                    label=N_("Werknemer wil zelf contact via een privé-app"),
                    ask=N_("Wil je medewerker dat zelf, via een privé-app?"),
                    help=N_("Bij nee: haal de privé-app hierboven weg."),
                    why=N_("Een privé-nummer is van je medewerker. Gebruik het alleen met toestemming."),
                    need=Need.REQUIRED,
                    by=By.WN,
                    must_be=True,
                    must_be_hint=N_("Dan gaat het contact niet via een privé-app. Haal die hierboven weg."),
                    when=_IN_APP,
                ),
                Text(
                    key="moment",
                    label=N_("Voorkeursdag en tijd"),
                    ask=N_("Op welke dag en tijd komt het goed uit?"),
                    help=N_("Een vaste dag en tijd geeft rust."),
                    example=N_("“Dinsdag om 10 uur”"),
                    by=By.WN,
                    guard=True,
                ),
                Many(
                    key="inhoud",
                    label=N_("Onderwerpen per contact"),
                    ask=N_("Waarover gaat het contact?"),
                    help=N_("Hoe gaat het: je mag het vragen, je schrijft het antwoord niet op."),
                    why=N_("Wie weet waar het over gaat, ziet er niet tegenop."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    options=options(
                        N_("Hoe gaat het"),
                        N_("Wat heb je nodig"),
                        N_("Nieuws van het werk"),
                        N_("Voortgang afspraken"),
                        N_("Komende stap"),
                        N_("Praktische zaken"),
                    ),
                ),
                Many(
                    key="grenzen",
                    label=N_("Wat niet"),
                    ask=N_("Wat wil je medewerker liever niet?"),
                    help=N_("Mag leeg blijven."),
                    why=N_("Een grens die je kent, kun je ook respecteren."),
                    by=By.WN,
                    options=options_of(
                        ("niet_via_prive_app", N_("Niet via privé-app")),
                        ("niet_buiten_werktijd", N_("Niet buiten werktijd")),
                        ("geen_werkvragen_stellen", N_("Geen werkvragen stellen")),
                        ("geen_bezoek_thuis", N_("Geen bezoek thuis")),
                    ),
                ),
                Choice(
                    key="team",
                    label=N_("Contact met collega’s"),
                    ask=N_("Wil je medewerker contact met collega’s?"),
                    help=N_("Je medewerker kiest. Ook nee is goed."),
                    why=N_("Collega’s willen vaak iets doen. Zo weten ze wat welkom is."),
                    by=By.WN,
                    options=options(N_("Graag"), N_("Beperkt"), N_("Liever niet")),
                ),
                YesNo(
                    key="kaart",
                    label=N_("Kaartje of attentie"),
                    ask=N_("Is een kaartje of attentie welkom?"),
                    help=N_("Mag leeg blijven."),
                    why=N_("Een kaart van de ploeg zegt: we zijn je niet vergeten."),
                ),
            ),
        ),
    ),
)

MOMENTS: Final = Step(
    key="momenten",
    title=N_("Contactmomenten"),
    question=N_("Kloppen deze dagen?"),
    why=N_("De dagen volgen uit het ritme. Wat in een gesprek is gebeurd, staat er al bij."),
    example=N_("“Maandag 26 oktober: contact gehad.”"),
    not_written=N_("Wat er besproken is. Dat hoort in het verslag van het gesprek."),
    source=ARTICLE,
    sections=(
        Section(
            key="momenten",
            number="B",
            title=N_("Contactmomenten"),
            fields=(
                Rows(
                    key="momenten",
                    label=N_("Contactmomenten"),
                    ask=N_("Op welke dagen is er contact?"),
                    help=N_("Volgt uit het ritme, steeds op een werkdag. Verschuif gerust een dag."),
                    why=N_("Elk moment komt bij je taken te staan."),
                    need=Need.REQUIRED,
                    row_name=N_("contactmoment"),
                    title_column="gepland",
                    derive=contact_moments.generated_rows,
                    columns=(
                        Day(
                            key="gepland",
                            label=N_("Gepland op"),
                            ask=N_("Op welke dag?"),
                            need=Need.REQUIRED,
                            by=By.APP,
                        ),
                        Day(
                            key="gedaan",
                            label=N_("Gedaan op"),
                            ask=N_("Op welke dag was er contact?"),
                            help=N_("Nog niet? Laat het leeg."),
                        ),
                        Choice(
                            key="uitkomst",
                            label=N_("Uitkomst"),
                            ask=N_("Hoe ging het?"),
                            need=Need.CONDITIONAL,
                            required_when=Fact("moment_gedaan", rules_contact_plan.is_done),
                            options=options(N_("Contact gehad"), N_("Niet bereikt"), N_("Verzet")),
                        ),
                        Reference(
                            key="verslag",
                            label=N_("Gespreksverslag"),
                            ask=N_("Welk verslag hoort erbij?"),
                            to="gesprek",
                            aside=True,
                        ),
                    ),
                ),
            ),
        ),
    ),
)
