"""The actueel oordeel: what the bedrijfsarts thinks now, for the verslag; nothing about health."""

from decimal import Decimal
from typing import Final

from reintegratie_desktop.forms import rules_judgement as rules
from reintegratie_desktop.forms.advice import HOURS_IN_A_WEEK, NO_WORK
from reintegratie_desktop.forms.advice_steps_start import RETURN_NOTE
from reintegratie_desktop.forms.conditions import Every, Fact, Filled, Is, Not
from reintegratie_desktop.forms.fields import (
    Attachment,
    By,
    Carry,
    Choice,
    Computed,
    Day,
    Need,
    Note,
    Number,
    Text,
    YesNo,
    options,
    options_of,
)
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.text.i18n import N_

_CAN_WORK: Final = Not(Is("mogelijkheden", *NO_WORK))

_DOCUMENT: Final = Step(
    key="document",
    title=N_("Document"),
    question=N_("Wanneer vroeg je het oordeel, en wanneer kreeg je het?"),
    why=N_("Het oordeel moet van nu zijn. UWV kijkt of het na het laatste advies en voor de eindevaluatie is gegeven."),
    example=N_("“Gevraagd op 2 november, opgesteld op 16 november, ontvangen op 18 november.”"),
    not_written=N_("Wat de bedrijfsarts verder met je medewerker besprak."),
    source=rules.ARTICLE_6,
    sections=(
        Section(
            key="document",
            number="A",
            title=N_("Document"),
            fields=(
                Day(
                    key="aangevraagd_op",
                    label=N_("Aangevraagd op"),
                    ask=N_("Op welke dag vroeg je de bedrijfsarts om het oordeel?"),
                    help=N_("De dag van je bericht aan de arbodienst."),
                    why=N_("Zo is te zien dat je er op tijd om vroeg."),
                    need=Need.REQUIRED,
                    carry=(Carry("melding_arbodienst", "gewenste_actie", rules.asked_for),),
                ),
                Day(
                    key="datum",
                    label=N_("Datum actueel oordeel"),
                    ask=N_("Welke datum staat op het oordeel?"),
                    help=N_("De datum op het stuk zelf. Niet de dag waarop je het kreeg."),
                    why=N_("Op deze dag rust de eindevaluatie."),
                    need=Need.REQUIRED,
                    by=By.BA,
                ),
                Text(
                    key="bedrijfsarts",
                    label=N_("Naam bedrijfsarts"),
                    ask=N_("Wie is de bedrijfsarts?"),
                    help=N_("De naam die onder het oordeel staat."),
                    why=N_("UWV wil bij elk stuk weten wie het maakte."),
                    need=Need.REQUIRED,
                    by=By.BA,
                    carry=(Carry("probleemanalyse", "bedrijfsarts"), Carry("werkgever", "bedrijfsarts")),
                ),
                Day(
                    key="ontvangen_op",
                    label=N_("Ontvangen op"),
                    ask=N_("Wanneer kreeg jij het oordeel?"),
                    help=N_("De dag waarop het bij jou binnenkwam."),
                    why=N_("Daarna kunnen jullie de eindevaluatie maken."),
                    need=Need.REQUIRED,
                ),
                Attachment(
                    key="bijlage",
                    label=N_("Document"),
                    ask=N_("Wil je het oordeel erbij bewaren?"),
                    help=N_("Alleen het deel voor jou. Het deel met medische informatie is voor je medewerker."),
                    why=N_(
                        "UWV wil dit stuk in het verslag zien. Je kunt het ook later als scan toevoegen, in Papieren."
                    ),
                ),
                YesNo(
                    key="avg_check",
                    label=N_("Gecontroleerd: bevat geen medische gegevens"),
                    ask=N_("Heb je het bestand gelezen en staat er niets in over gezondheid?"),
                    help=N_("Lees het hele bestand, ook de bijlagen."),
                    why=N_("Wat je niet mag weten, mag je ook niet bewaren."),
                    need=Need.CONDITIONAL,
                    when=Filled("bijlage"),
                    not_asked=N_("Er is geen bestand bijgevoegd."),
                    must_be=True,
                    must_be_hint=N_("Haal het bestand weg en stuur het terug. Er gaat verder niets verloren."),
                ),
                Note(
                    key="retour",
                    label=N_("Stuur het stuk terug met deze tekst"),
                    help=N_("Je kunt de tekst kopiëren."),
                    body=RETURN_NOTE,
                    when=Every(Filled("bijlage"), Is("avg_check", False)),
                    not_asked=N_("Het stuk hoeft niet terug."),
                ),
            ),
        ),
    ),
)

_CONCLUSION: Final = Step(
    key="conclusie",
    title=N_("Conclusie"),
    question=N_("Wat vindt de bedrijfsarts nu van het werk?"),
    why=N_("Met deze antwoorden schrijven jullie de eindevaluatie. Jouw eigen oordeel komt daar, niet hier."),
    example=N_("“Ander werk, 20 uur per week. Eigen werk niet meer te verwachten. Arbeidsrelatie goed.”"),
    not_written=N_("Waarom iets niet kan. Alleen wat het voor het werk betekent."),
    source=rules.ARTICLE_6,
    sections=(
        Section(
            key="conclusie",
            number="B",
            title=N_("Conclusie"),
            fields=(
                Computed(
                    key="laatste_advies",
                    label=N_("Het advies hiervoor"),
                    help=N_("Om naast het oordeel van nu te leggen."),
                    by=By.APP,
                    compute=rules.last_advice,
                    when=Fact("eerder_advies", rules.knows(rules.last_advice)),
                    not_asked=N_("Er is nog geen eerder advies vastgelegd."),
                ),
                Computed(
                    key="einddoel_plan",
                    label=N_("Einddoel in het plan"),
                    help=N_("Uit het plan van aanpak."),
                    by=By.APP,
                    compute=rules.goal_of_plan,
                    when=Fact("einddoel_bekend", rules.knows(rules.goal_of_plan)),
                    not_asked=N_("Er is nog geen plan van aanpak."),
                ),
                Choice(
                    key="mogelijkheden",
                    label=N_("Functionele mogelijkheden nu"),
                    ask=N_("Welk werk kan er nu volgens de bedrijfsarts?"),
                    help=N_("Neem over wat er staat. Twijfel je, bel dan de bedrijfsarts."),
                    why=N_("Dit is de kern van het oordeel."),
                    need=Need.REQUIRED,
                    by=By.BA,
                    options=rules.POSSIBILITIES,
                ),
                Number(
                    key="uren_week",
                    label=N_("Uren per week"),
                    ask=N_("Hoeveel uur per week kan er gewerkt worden?"),
                    help=N_("De uren die in het oordeel staan, niet de uren die nu gewerkt worden."),
                    why=N_("Aan het verschil is te zien of er nog meer had gekund."),
                    need=Need.CONDITIONAL,
                    by=By.BA,
                    minimum=Decimal(0),
                    maximum=HOURS_IN_A_WEEK,
                    unit=N_("uur"),
                    when=_CAN_WORK,
                    not_asked=N_("De bedrijfsarts ziet nu geen mogelijkheden om te werken."),
                ),
                Choice(
                    key="eigen_werk",
                    label=N_("Eigen werk nog te verwachten"),
                    ask=N_("Verwacht de bedrijfsarts nog terugkeer in het eigen werk?"),
                    help=N_("Neem over wat er staat."),
                    why=N_("Hieraan ziet UWV of spoor 2 nodig was."),
                    need=Need.REQUIRED,
                    by=By.BA,
                    options=options(N_("Ja"), N_("Gedeeltelijk"), N_("Nee"), N_("Onbekend")),
                ),
                Choice(
                    key="passend_intern",
                    label=N_("Passend werk bij werkgever aanwezig"),
                    ask=N_("Is er volgens de bedrijfsarts passend werk in je bedrijf?"),
                    help=N_("Wat jij zelf vindt, schrijf je in de eindevaluatie."),
                    why=N_("UWV vraagt dit aan de bedrijfsarts en aan jou."),
                    need=Need.REQUIRED,
                    by=By.BA,
                    options=options(N_("Ja"), N_("Nee"), N_("Onbekend")),
                ),
                Choice(
                    key="arbeidsrelatie",
                    label=N_("Kwaliteit arbeidsrelatie"),
                    ask=N_("Hoe is de arbeidsrelatie volgens de bedrijfsarts?"),
                    help=N_(
                        "Arbeidsrelatie: hoe jullie met elkaar omgaan op het werk. Wie gelijk heeft, staat hier niet."
                    ),
                    why=N_("UWV vraagt dit aan de bedrijfsarts en aan jou."),
                    need=Need.REQUIRED,
                    by=By.BA,
                    options=options(N_("Goed"), N_("Voldoende"), N_("Verstoord"), N_("Geen oordeel")),
                ),
                Choice(
                    key="begeleiding",
                    label=N_("Verwacht verloop"),
                    ask=N_("Wat verwacht de bedrijfsarts voor de komende tijd?"),
                    help=N_("Alleen of er meer of minder werk kan. Niet waarom."),
                    why=N_("Zo weet UWV of het later anders kan zijn."),
                    need=Need.REQUIRED,
                    by=By.BA,
                    options=options_of(
                        ("verbetering", N_("Er kan later meer")),
                        ("stabiel", N_("Het blijft zo")),
                        ("wisselend", N_("Het wisselt")),
                        ("onbekend", N_("Onbekend")),
                    ),
                ),
                YesNo(
                    key="overgedragen_med",
                    label=N_("Medische informatie door bedrijfsarts aan werknemer gegeven"),
                    ask=N_("Heeft de bedrijfsarts het stuk “Medische informatie” aan je medewerker gegeven?"),
                    help=N_("Vraag alleen of het is gegeven. Jij leest en bewaart dit stuk nooit."),
                    why=N_("Je medewerker stuurt dit zelf naar UWV, in een gesloten envelop of in het portaal."),
                    need=Need.REQUIRED,
                ),
            ),
        ),
    ),
)

FLOW: Final = Flow(
    key="actueel_oordeel",
    code="AO",
    version="1.0",
    title=N_("Actueel oordeel"),
    purpose=N_(
        "Wat de bedrijfsarts nu vindt van het werk en van de arbeidsrelatie, voor het re-integratieverslag. Regeling "
        "procesgang art. 6 lid 1."
    ),
    date_field="datum",
    duration=N_("ongeveer 10 minuten"),
    rules=(
        rules.in_this_case("aangevraagd_op", "datum", "ontvangen_op"),
        rules.opinion_order,
        rules.opinion_is_newest,
        rules.opinion_hours,
        rules.opinion_follows,
    ),
    steps=(_DOCUMENT, _CONCLUSION),
)
"""What the employer may know of the actueel oordeel, in two steps."""
