"""A line in the journal that somebody writes: it is added once, and never changed."""

from typing import Final

from reintegratie_desktop.forms import journal_entry as entry
from reintegratie_desktop.forms.fields import By, Choice, Day, DayTime, Need, Person, Reference, Text, YesNo
from reintegratie_desktop.forms.flow import Flow, Scope, Section, Step
from reintegratie_desktop.text.i18n import N_

FLOW: Final = Flow(
    key="logboek",
    code="LB",
    version="1.0",
    title=N_("Logboek"),
    purpose=N_(
        "Alles wat er in dit dossier is gedaan, op volgorde. De werkgever houdt gegevens, documenten en brieven bij: "
        "Regeling procesgang art. 3."
    ),
    scope=Scope.JOURNAL,
    has_paper=False,
    date_field="gebeurd_op",
    duration=N_("ongeveer 1 minuut"),
    rules=entry.RULES,
    steps=(
        Step(
            key="regel",
            title=N_("Regel in het logboek"),
            question=N_("Wat is er gebeurd?"),
            why=N_("Een regel per keer is genoeg. Later laat je hiermee zien wat je wanneer deed."),
            example=N_("“Gebeld over de start op maandag. Afgesproken: negen uur bij de balie.”"),
            not_written=N_("Niets over gezondheid. Wat je hier bewaart, kun je niet meer veranderen of weghalen."),
            source=N_("Regeling procesgang art. 3"),
            sections=(
                Section(
                    key="regel",
                    number="A",
                    title=N_("Regel"),
                    fields=(
                        DayTime(
                            key="tijdstip",
                            label=N_("Tijdstip"),
                            help=N_("Wanneer deze regel is opgeschreven. Dat houdt het programma bij."),
                            why=N_("Zo is te zien of iets meteen of later is opgeschreven."),
                            need=Need.REQUIRED,
                            by=By.APP,
                            fixed=True,
                            default=lambda context: context.get(entry.FACTS, "nu"),
                        ),
                        Day(
                            key="gebeurd_op",
                            label=N_("Gebeurd op"),
                            ask=N_("Op welke dag was het?"),
                            help=N_("Mag eerder zijn dan vandaag."),
                            why=N_("In het logboek telt de dag waarop het gebeurde."),
                            need=Need.REQUIRED,
                            default=lambda context: context.today.isoformat(),
                        ),
                        Choice(
                            key="soort",
                            label=N_("Soort"),
                            ask=N_("Wat voor soort regel is het?"),
                            help=N_("Meestal contact."),
                            why=N_("Zo zijn de contacten later makkelijk te tellen."),
                            need=Need.REQUIRED,
                            by=By.APP,
                            default="contact",
                            options=entry.KINDS,
                        ),
                        Text(
                            key="omschrijving",
                            label=N_("Omschrijving"),
                            ask=N_("Wat gebeurde er?"),
                            help=N_("Kort, in gewone woorden. Alleen over werk, afspraken en contact."),
                            why=N_("Iemand die er niet bij was, moet het begrijpen."),
                            example=N_("“Gebeld, niet bereikt. Morgen opnieuw.”"),
                            need=Need.REQUIRED,
                            max_length=300,
                            guard=True,
                        ),
                        Person(
                            key="wie",
                            label=N_("Wie"),
                            ask=N_("Wie deed dit?"),
                            help=N_("Een naam is genoeg."),
                            why=N_("Dan weet je later wie je iets kunt vragen."),
                            need=Need.REQUIRED,
                            parts=("naam", "functie"),
                            default=entry.contact_person,
                        ),
                        Text(
                            key="met",
                            label=N_("Met wie"),
                            ask=N_("Met wie was dit?"),
                            help=N_("Bijvoorbeeld je medewerker of de arbodienst. Mag leeg blijven."),
                            why=N_("Zo is te zien dat er contact was."),
                            max_length=100,
                            guard=True,
                        ),
                        Reference(
                            key="document",
                            label=N_("Hoort bij"),
                            ask=N_("Hoort dit bij een papier?"),
                            help=N_("Alleen als het over een van de papieren gaat."),
                            why=N_("Dan vind je het papier snel terug."),
                            by=By.APP,
                        ),
                        YesNo(
                            key="zichtbaar_wn",
                            label=N_("In te zien door werknemer"),
                            ask=N_("Mag je medewerker deze regel in het verslag zien?"),
                            help=N_("Meestal ja."),
                            why=N_("Het logboek gaat mee met het verslag."),
                            need=Need.REQUIRED,
                            default=True,
                        ),
                        Reference(
                            key="correctie_op",
                            to="logboek",
                            label=N_("Correctie op regel"),
                            ask=N_("Verbeter je een eerdere regel?"),
                            help=N_("De oude regel blijft staan. Deze nieuwe wijst ernaar."),
                            why=N_("Zo kan niemand later zeggen dat er iets is weggehaald."),
                            by=By.APP,
                        ),
                    ),
                ),
            ),
        ),
    ),
)
"""One step of nine questions; most of them are answered already."""
