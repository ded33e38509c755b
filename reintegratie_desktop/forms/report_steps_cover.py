"""The first steps of the re-integratieverslag: who it is about, the company, and the work of the employee."""

from decimal import Decimal
from typing import Final

from reintegratie_desktop.forms import report_parts as parts
from reintegratie_desktop.forms.fields import (
    Amount,
    By,
    Carry,
    Computed,
    Day,
    LongText,
    Need,
    Number,
    Table,
    Text,
)
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.rules_judgement import ARTICLE_6
from reintegratie_desktop.text.i18n import N_

WORK_ONLY: Final = N_("Alleen het bedrijf en het werk. Niets over gezondheid.")

COVER: Final = Step(
    key="voorblad",
    title=N_("Voorblad"),
    question=N_("Kloppen deze gegevens, en welke datum krijgt het verslag?"),
    why=N_("UWV zoekt hiermee het dossier op. Alles komt uit wat je al hebt ingevuld."),
    example=N_("“Verslag van 23 november 2026.”"),
    not_written=N_("Het burgerservicenummer. Dat vraagt het programma pas bij het afdrukken voor UWV."),
    source=ARTICLE_6,
    sections=(
        Section(
            key="voorblad",
            number="A",
            title=N_("Voorblad"),
            fields=(
                Computed(
                    key="wg",
                    label=N_("Administratieve gegevens werkgever"),
                    help=N_("Uit de gegevens van je bedrijf."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    shows="long_text",
                    compute=parts.employer_block,
                ),
                Computed(
                    key="wn",
                    label=N_("Administratieve gegevens werknemer"),
                    help=N_("Uit de gegevens van je medewerker."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    shows="long_text",
                    compute=parts.employee_block,
                ),
                Computed(
                    key="arbo",
                    label=N_("Gegevens bedrijfsarts/arbodienst"),
                    help=N_("Uit de gegevens van je bedrijf en het oordeel van de bedrijfsarts."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    shows="long_text",
                    compute=parts.service_block,
                ),
                Computed(
                    key="eerste_ziektedag",
                    label=N_("Eerste ziektedag"),
                    help=N_("Uit de ziekmelding."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    shows="day",
                    compute=parts.first_day,
                ),
                Computed(
                    key="einde_wachttijd",
                    label=N_("Laatste dag van de wachttijd"),
                    help=N_("De laatste dag voor de WIA kan beginnen."),
                    paper_help=N_("De laatste dag voor de WIA kan beginnen."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    shows="day",
                    compute=parts.end_of_wait,
                ),
                Day(
                    key="datum",
                    label=N_("Datum voorblad"),
                    ask=N_("Op welke dag maak je het verslag af?"),
                    help=N_("Deze datum komt op het voorblad."),
                    why=N_("Hieraan is te zien welke stukken erin horen."),
                    need=Need.REQUIRED,
                    default=lambda context: context.today.isoformat(),
                ),
            ),
        ),
    ),
)

COMPANY: Final = Step(
    key="bedrijf",
    title=N_("Bedrijfsprofiel"),
    question=N_("Wat voor bedrijf heb je, en welk werk is er?"),
    why=N_("UWV kijkt wat er in een bedrijf als het jouwe kon. In een klein bedrijf kan minder dan in een groot."),
    example=N_("“Kwekerij, 18 mensen. Acht in de teelt, drie in de verpakking, twee op kantoor.”"),
    not_written=N_("Namen van andere werknemers."),
    source=ARTICLE_6,
    sections=(
        Section(
            key="bedrijf",
            number="B",
            title=N_("Bedrijfsprofiel"),
            fields=(
                Text(
                    key="aard",
                    label=N_("Aard van het bedrijf"),
                    ask=N_("Wat doet je bedrijf?"),
                    help=N_("In één zin."),
                    why=N_("Zo weet UWV welk werk er bij jullie is."),
                    need=Need.REQUIRED,
                    carry=(Carry("werkgever", "branche"),),
                ),
                Number(
                    key="omvang",
                    label=N_("Aantal werknemers"),
                    ask=N_("Hoeveel mensen werken er?"),
                    help=N_("Ongeveer is goed."),
                    why=N_("Aan de grootte is te zien wat je van een bedrijf kunt vragen."),
                    need=Need.REQUIRED,
                    minimum=Decimal(1),
                    decimals=0,
                    carry=(Carry("werkgever", "aantal_wn"),),
                ),
                Text(
                    key="vestigingen",
                    label=N_("Vestigingen/groep"),
                    ask=N_("Heb je meer vestigingen, of hoort je bedrijf bij een groep?"),
                    help=N_("Nee? Laat het leeg."),
                    why=N_("Ook daar kan passend werk zijn."),
                ),
                Table(
                    key="functies",
                    label=N_("Functies in het bedrijf (aantal per functie)"),
                    ask=N_("Welke functies zijn er, en hoeveel mensen doen dat werk?"),
                    help=N_("Wat je bij spoor 1 hebt bekeken, staat er al."),
                    why=N_("Hieraan is te zien dat je alle functies hebt bekeken."),
                    need=Need.REQUIRED,
                    default=parts.functions_known,
                    row_name=N_("functie"),
                    columns=(
                        Text(
                            key="functie",
                            label=N_("Functie"),
                            ask=N_("Hoe heet de functie?"),
                            need=Need.REQUIRED,
                            max_length=60,
                        ),
                        Number(
                            key="aantal",
                            label=N_("Aantal"),
                            ask=N_("Hoeveel mensen?"),
                            need=Need.REQUIRED,
                            minimum=Decimal(0),
                            decimals=0,
                        ),
                        Text(key="werk", label=N_("Het werk in het kort"), ask=N_("Wat is het werk?"), guard=True),
                    ),
                ),
                Table(
                    key="vacatures",
                    label=N_("Vacatures in de periode"),
                    ask=N_("Welke vacatures waren er in deze twee jaar?"),
                    help=N_("Geen vacatures? Laat het leeg."),
                    why=N_("UWV vraagt bij elke vacature waarom die niet paste."),
                    row_name=N_("vacature"),
                    columns=(
                        Text(
                            key="functie",
                            label=N_("Functie"),
                            ask=N_("Voor welke functie?"),
                            need=Need.REQUIRED,
                            max_length=60,
                        ),
                        Text(key="periode", label=N_("Periode"), ask=N_("Wanneer stond die open?"), max_length=60),
                        Text(
                            key="waarom",
                            label=N_("Waarom niet passend"),
                            ask=N_("Waarom paste dit werk niet?"),
                            help=N_("In werktermen: uren, taken, opleiding."),
                            need=Need.REQUIRED,
                            max_length=400,
                            guard=True,
                        ),
                    ),
                ),
                Text(
                    key="omstandigheden",
                    label=N_("Bijzonderheden bedrijf"),
                    ask=N_("Is er iets bijzonders aan je bedrijf dat UWV moet weten?"),
                    help=WORK_ONLY,
                    why=N_("Een verhuizing of weinig werk kan uitleggen waarom iets niet kon."),
                    example=N_("“In het tweede jaar ging de vestiging in Proefdorp dicht.”"),
                    max_length=500,
                    guard=True,
                ),
            ),
        ),
    ),
)

SKILLS: Final = Step(
    key="bekwaamheden",
    title=N_("Functie en bekwaamheden"),
    question=N_("Wat was het werk, en wat kan en kent je medewerker?"),
    why=N_("UWV kijkt welk ander werk bij iemand past. Vraag dit aan je medewerker zelf."),
    example=N_("“Mbo groen, niveau 2. Vijftien jaar in de teelt, rijbewijs, ervaring met klanten.”"),
    not_written=WORK_ONLY,
    source=ARTICLE_6,
    sections=(
        Section(
            key="bekwaamheden",
            number="C",
            title=N_("Functie en bekwaamheden"),
            fields=(
                Computed(
                    key="functie",
                    label=N_("Functie werknemer + taken"),
                    help=N_("Uit het functie- en taakprofiel."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    shows="long_text",
                    compute=parts.job_block,
                ),
                Text(
                    key="opleiding",
                    label=N_("Opleiding"),
                    ask=N_("Welke opleidingen heeft je medewerker?"),
                    help=N_("Ook cursussen en diploma's van het werk."),
                    why=N_("Dit hoort volgens de wet in het verslag."),
                    need=Need.REQUIRED,
                    by=By.WN,
                    max_length=500,
                ),
                LongText(
                    key="ervaring",
                    label=N_("Werkervaring, vaardigheden"),
                    ask=N_("Welk werk heeft je medewerker gedaan, en waar is hij of zij goed in?"),
                    help=N_("Ook talen, rijbewijs en werken met de computer."),
                    why=N_("Dit hoort volgens de wet in het verslag."),
                    need=Need.REQUIRED,
                    by=By.WN,
                    guard=True,
                    carry=(Carry("spoor2_start", "opleiding"),),
                    writing_lines=4,
                ),
                Amount(
                    key="loon",
                    label=N_("Loon voor ziekte"),
                    ask=N_("Wat was het loon voor de eerste ziektedag?"),
                    help=N_("Bruto per maand, zonder vakantiegeld. Mag leeg blijven."),
                    paper_help=N_("Bruto per maand."),
                    why=N_("Zo is te zien of ander werk ongeveer evenveel oplevert."),
                    carry=(Carry("loongegevens", "loon", parts.wage_before),),
                ),
            ),
        ),
    ),
)
