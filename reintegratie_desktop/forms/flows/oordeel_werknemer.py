"""That the employee knows of the own opinion and has all papers; what stands in it is not the employer's business."""

from typing import Final

from reintegratie_desktop.forms import rules_judgement as rules
from reintegratie_desktop.forms.fields import By, Carry, Choice, Day, Need, Note, options
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.text.i18n import N_

FLOW: Final = Flow(
    key="oordeel_werknemer",
    code="OW",
    version="1.0",
    title=N_("Oordeel van de werknemer"),
    purpose=N_(
        "De werknemer geeft op een formulier van UWV een eigen oordeel over alle stukken. Hier staat alleen dat de "
        "werknemer het weet en de stukken heeft. Regeling procesgang art. 6 lid 1."
    ),
    date_field="uitgelegd",
    duration=N_("ongeveer 2 minuten"),
    rules=(
        rules.in_this_case("uitgelegd", "stukken"),
        rules.papers_given,
        rules.opinion_reported,
    ),
    steps=(
        Step(
            key="registratie",
            title=N_("Registratie"),
            question=N_("Weet je medewerker van het eigen oordeel, en zijn alle stukken gegeven?"),
            why=N_("Je medewerker mag zeggen hoe de twee jaar zijn gegaan. UWV leest dat naast jouw verslag."),
            example=N_("“Uitgelegd op 23 november, alle stukken gegeven op dezelfde dag.”"),
            not_written=N_("Wat je medewerker ervan vindt. Dat oordeel is van je medewerker."),
            source=rules.ARTICLE_6,
            sections=(
                Section(
                    key="registratie",
                    number="A",
                    title=N_("Registratie"),
                    fields=(
                        Note(
                            key="van_de_werknemer",
                            label=N_("Dit oordeel is van je medewerker"),
                            body=N_(
                                "Lees het niet en vraag er niet om. Geeft je medewerker het uit zichzelf aan jou, dan "
                                "mag je het bij dit papier bewaren."
                            ),
                        ),
                        Day(
                            key="uitgelegd",
                            label=N_("Uitgelegd aan werknemer op"),
                            ask=N_("Wanneer heb je uitgelegd dat je medewerker een eigen oordeel geeft?"),
                            help=N_("Het formulier staat op de website van UWV. Je medewerker vult het zelf in."),
                            why=N_("Zonder dit oordeel is de aanvraag niet compleet."),
                            need=Need.REQUIRED,
                            default=lambda context: context.today.isoformat(),
                        ),
                        Day(
                            key="stukken",
                            label=N_("Alle stukken gegeven op"),
                            ask=N_("Wanneer kreeg je medewerker alle stukken?"),
                            help=N_("Het hele verslag met alles wat erbij hoort."),
                            why=N_("Je medewerker kan pas een oordeel geven over stukken die er zijn."),
                            need=Need.REQUIRED,
                            carry=(Carry("re_integratieverslag", "kopie_wn"),),
                        ),
                        Choice(
                            key="gedaan",
                            later=True,
                            label=N_("Werknemer meldt: ingevuld"),
                            ask=N_("Zegt je medewerker dat het is ingevuld?"),
                            help=N_("Alleen of het klaar is. Nog niet bekend? Laat het leeg en vul het later aan."),
                            why=N_("Dan weet je dat de aanvraag de deur uit kan."),
                            by=By.WN,
                            options=options(N_("Ja"), N_("Nee"), N_("Onbekend")),
                        ),
                    ),
                ),
            ),
        ),
    ),
)
"""Three ticks; the opinion itself goes to UWV without the employer."""
