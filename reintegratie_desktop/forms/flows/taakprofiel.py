"""The job in tasks: what each task asks, what can be done now, and packages of tasks to build up with."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from reintegratie_desktop.forms.conditions import Is
from reintegratie_desktop.forms.context import Answers, Context
from reintegratie_desktop.forms.fields import By as Who
from reintegratie_desktop.forms.fields import (
    Carry,
    Choice,
    LongText,
    Many,
    Need,
    Number,
    Option,
    Rows,
    Text,
    YesNo,
    as_decimal,
)
from reintegratie_desktop.forms.findings import Finding
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.forms.rules import hint, numbered_rows, rows_of, shown, warn
from reintegratie_desktop.text.i18n import N_, _


def task_options(answers: Answers, _context: Context) -> tuple[Option, ...]:
    """Return the named tasks as options; the value is the task's own text, so that it stays readable anywhere."""
    names = [row.get("taak") for row in rows_of(answers, "taken")]
    return tuple(Option(name, name) for name in dict.fromkeys(names) if isinstance(name, str) and name)


def _hours_fit(answers: Answers, context: Context) -> Iterator[Finding]:
    """All tasks together are not more than the contract."""
    contract = as_decimal(context.get("werknemer", "contracturen"))
    hours = [as_decimal(row.get("uren")) for row in rows_of(answers, "taken")]
    total = sum((item for item in hours if item is not None), Decimal(0))
    if contract is not None and total > contract:
        yield warn(
            "taken",
            _("De taken samen zijn {samen} uur, het contract is {contract} uur. Klopt dat?").format(
                samen=shown(total), contract=shown(contract)
            ),
        )


def _fits_advice(answers: Answers, context: Context) -> Iterator[Finding]:
    """A task that the advice names as possible is not judged otherwise without a word about it."""
    possible = str(context.get("probleemanalyse", "wel", "")).casefold()
    for index, row in numbered_rows(answers, "taken"):
        name = row.get("taak")
        said_no = row.get("kan") == "kan_nog_niet" and not row.get("toelichting")
        if isinstance(name, str) and name.strip() and said_no and name.strip().casefold() in possible:
            yield warn(
                f"taken[{index}].kan",
                _("In het advies van de bedrijfsarts staat dat dit wel kan. Schrijf er iets bij in werktermen."),
            )


def _known_tasks(answers: Answers, context: Context) -> Iterator[Finding]:
    """A package only holds tasks that are still on the list."""
    known = {option.value for option in task_options(answers, context)}
    for index, row in numbered_rows(answers, "pakketten"):
        chosen: Any = row.get("pakket_taken")
        if isinstance(chosen, list) and any(item not in known for item in chosen):
            yield warn(
                f"pakketten[{index}].pakket_taken",
                _("In dit pakket zit een taak die niet meer in de lijst staat. Kies de taken opnieuw."),
            )


def _easy_start(answers: Answers, _context: Context) -> Iterator[Finding]:
    """Tasks nobody waits for are the best to begin with."""
    easy = [
        row["taak"]
        for row in rows_of(answers, "taken")
        if row.get("taak")
        and row.get("kan") in ("kan", "kan_met_aanpassing")
        and row.get("afhankelijk") is False
        and row.get("deadline") is False
    ]
    if easy and not rows_of(answers, "pakketten"):
        yield hint(
            "pakketten",
            _("Goed om mee te beginnen, want niemand wacht erop: {taken}.").format(taken=", ".join(easy)),
        )


FLOW = Flow(
    key="taakprofiel",
    code="TP",
    version="1.0",
    title=N_("Functie- en taakprofiel"),
    purpose=N_(
        "Het werk in losse taken, met per taak wat nu kan. Hulp bij het spreekuur, het plan van aanpak en de opbouw."
    ),
    duration=N_("ongeveer 15 minuten"),
    rules=(_hours_fit, _fits_advice, _known_tasks, _easy_start),
    steps=(
        Step(
            key="functie",
            title=N_("De functie"),
            question=N_("Wat deed je medewerker vlak voor de ziekmelding?"),
            why=N_("De bedrijfsarts kent jullie werk niet. Hoe beter je het beschrijft, hoe bruikbaarder het advies."),
            example=N_("Verzamelt orders in hal 2, laadt vrachtwagens, boekt de voorraad in de computer."),
            not_written=N_("Niet wat iemand niet meer kan of waarom. Hier staat alleen het werk."),
            source=N_("Regeling procesgang art. 6 lid 1"),
            sections=(
                Section(
                    key="functie",
                    number="1",
                    title=N_("Functie"),
                    fields=(
                        Text(
                            key="functie",
                            label=N_("Functie"),
                            ask=N_("Wat is de functie?"),
                            help=N_("Overgenomen van het contract. Je mag de naam aanpassen."),
                            why=N_("De functie komt in het plan van aanpak."),
                            need=Need.REQUIRED,
                            carry=(Carry("werknemer", "functie"),),
                        ),
                        LongText(
                            key="omschrijving",
                            label=N_("Omschrijving van de werkzaamheden (laatste werk voor de ziekmelding)"),
                            ask=N_("Wat hoort er bij dit werk?"),
                            help=N_("In een paar zinnen. De losse taken komen op de volgende bladzijde."),
                            why=N_("Deze tekst komt ook in het plan van aanpak."),
                            need=Need.REQUIRED,
                            guard=True,
                        ),
                        LongText(
                            key="werkdag",
                            label=N_("Hoe ziet een gewone werkdag eruit"),
                            ask=N_("Hoe ziet een gewone werkdag eruit?"),
                            help=N_("Laat je medewerker dit vertellen. Die weet het het beste."),
                            why=N_("Zo zie je welke delen van de dag goed te doen zijn."),
                            by=Who.WN,
                            guard=True,
                        ),
                        Text(
                            key="locatie",
                            label=N_("Werklocatie en reistijd"),
                            ask=N_("Waar is het werk, en hoe lang is de reis?"),
                            help=N_("Bijvoorbeeld: hal 2 in Demodorp, 20 minuten met de auto."),
                            why=N_("Bij weinig uren weegt een lange reis zwaar."),
                            guard=True,
                        ),
                    ),
                ),
            ),
        ),
        Step(
            key="taken",
            title=N_("De taken"),
            question=N_("Welke taken horen erbij, en wat kan nu?"),
            why=N_("Bijna nooit kan alles of niets. Per taak kijken levert vaak meer op dan je denkt."),
            example=N_(
                "Inpakken aan de paktafel, 6 uur per week, staand. Kan met aanpassing: minder uren achter elkaar."
            ),
            not_written=N_("Bij de toelichting alleen het werk: “tot 5 kg”, niet hoe dat komt."),
            sections=(
                Section(
                    key="taken",
                    number="2",
                    title=N_("Taken"),
                    fields=(
                        Rows(
                            key="taken",
                            label=N_("Taken"),
                            ask=N_("Welke taken horen bij dit werk?"),
                            help=N_("Vijf tot tien taken is genoeg. Bekijk ze samen."),
                            why=N_("Met deze lijst maak je later de opbouw."),
                            by=Who.BOTH,
                            need=Need.REQUIRED,
                            row_name=N_("taak"),
                            title_column="taak",
                            columns=(
                                Text(
                                    key="taak",
                                    label=N_("Taak"),
                                    ask=N_("Wat is de taak?"),
                                    need=Need.REQUIRED,
                                    max_length=80,
                                ),
                                Number(
                                    key="uren",
                                    label=N_("Uren per week"),
                                    ask=N_("Hoeveel uur per week kost dit?"),
                                    help=N_("Ongeveer is goed."),
                                    minimum=Decimal(0),
                                    maximum=Decimal(60),
                                    unit=N_("uur"),
                                ),
                                Many(
                                    key="kenmerken",
                                    label=N_("Belasting"),
                                    ask=N_("Wat vraagt deze taak?"),
                                    help=N_("Het gaat om de taak, niet om de persoon."),
                                    options=(
                                        Option("tillen_dragen", N_("Tillen of dragen")),
                                        Option("lopen_staan", N_("Lopen of staan")),
                                        Option("zitten", N_("Zitten")),
                                        Option("beeldscherm", N_("Beeldscherm")),
                                        Option("klantcontact", N_("Klantcontact")),
                                        Option("leidinggeven", N_("Leidinggeven")),
                                        Option("deadlines", N_("Deadlines")),
                                        Option("onregelmatige_tijden", N_("Onregelmatige tijden")),
                                        Option("buiten_kou", N_("Buiten of kou")),
                                        Option("lawaai", N_("Lawaai")),
                                        Option("autorijden", N_("Autorijden")),
                                    ),
                                ),
                                Choice(
                                    key="kan",
                                    label=N_("Kan dit nu"),
                                    ask=N_("Kan deze taak nu?"),
                                    help=N_(
                                        "Je medewerker zegt het als eerste. Het advies van de bedrijfsarts gaat voor."
                                    ),
                                    need=Need.REQUIRED,
                                    by=Who.BOTH,
                                    options=(
                                        Option("kan", N_("Kan")),
                                        Option("kan_met_aanpassing", N_("Kan met aanpassing")),
                                        Option("kan_nog_niet", N_("Kan (nog) niet")),
                                    ),
                                ),
                                Many(
                                    key="met",
                                    label=N_("Aanpassing"),
                                    ask=N_("Met welke aanpassing kan het?"),
                                    help=N_("Alleen nodig bij “kan met aanpassing”."),
                                    need=Need.CONDITIONAL,
                                    required_when=Is("kan", "kan_met_aanpassing"),
                                    by=Who.BOTH,
                                    options=(
                                        Option("meer_tijd", N_("Meer tijd")),
                                        Option("hulp_van_collega", N_("Hulp van een collega")),
                                        Option("andere_plek", N_("Andere plek")),
                                        Option("minder_uren_achter_elkaar", N_("Minder uren achter elkaar")),
                                        Option("zonder_deadline", N_("Zonder deadline")),
                                        Option("niet_alleen", N_("Niet alleen")),
                                        Option("ander_hulpmiddel", N_("Ander hulpmiddel")),
                                    ),
                                ),
                                YesNo(
                                    key="afhankelijk",
                                    label=N_("Anderen wachten op het resultaat"),
                                    ask=N_("Wacht er iemand op het resultaat?"),
                                    help=N_("Nee is goed om mee te beginnen."),
                                ),
                                YesNo(
                                    key="deadline",
                                    label=N_("Harde deadline"),
                                    ask=N_("Moet het op een vast moment af zijn?"),
                                    help=N_("Nee is goed om mee te beginnen."),
                                ),
                                Text(
                                    key="toelichting",
                                    label=N_("Toelichting in werktermen"),
                                    ask=N_("Wil je er iets bij zeggen over het werk?"),
                                    help=N_("Alleen werk: gewicht, tijd, plek, hulp."),
                                    by=Who.BOTH,
                                    max_length=300,
                                    guard=True,
                                ),
                            ),
                        ),
                    ),
                ),
            ),
        ),
        Step(
            key="pakketten",
            title=N_("Taakpakketten"),
            question=N_("Welke taken horen bij elkaar als je medewerker weer begint? Dit mag later."),
            why=N_("Met vaste pakketten weet iedereen waar hij aan toe is. Je breidt uit als het goed gaat."),
            example=N_("Startpakket: voorraad boeken en retouren, samen 9 uur."),
            not_written=N_("Alleen taken en uren. Geen oordeel over de persoon."),
            sections=(
                Section(
                    key="pakketten",
                    number="3",
                    title=N_("Taakpakketten voor de opbouw"),
                    fields=(
                        Rows(
                            key="pakketten",
                            label=N_("Taakpakketten"),
                            ask=N_("Welke pakketten maken jullie?"),
                            help=N_("Bijvoorbeeld een startpakket, een basispakket en volledig."),
                            why=N_("In het opbouwschema kies je per fase een pakket."),
                            row_name=N_("pakket"),
                            title_column="pakket",
                            columns=(
                                Text(
                                    key="pakket",
                                    label=N_("Naam van het pakket"),
                                    ask=N_("Hoe heet het pakket?"),
                                    help=N_("Bijvoorbeeld: Startpakket."),
                                    max_length=60,
                                ),
                                Many(
                                    key="pakket_taken",
                                    label=N_("Taken in het pakket"),
                                    ask=N_("Welke taken zitten erin?"),
                                    help=N_("Kies uit de taken die je hebt genoemd."),
                                    from_answers=task_options,
                                ),
                                Number(
                                    key="pakket_uren",
                                    label=N_("Richturen per week"),
                                    ask=N_("Hoeveel uur per week is dit ongeveer?"),
                                    help=N_("Een richting, geen eis."),
                                    minimum=Decimal(0),
                                    maximum=Decimal(60),
                                    unit=N_("uur"),
                                ),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
)
