"""The step of the advice about hours: how many now, and how they grow."""

from decimal import Decimal
from typing import Final

from reintegratie_desktop.forms.advice import CAN_WORK
from reintegratie_desktop.forms.advice_steps_work import NO_WORK, WORK_ONLY
from reintegratie_desktop.forms.conditions import Every, Filled, Is, Not, Some
from reintegratie_desktop.forms.fields import (
    By,
    Choice,
    Day,
    Need,
    Number,
    Option,
    Percent,
    Table,
    Text,
)
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.text.i18n import N_

NO_RHYTHM: Final = N_("De bedrijfsarts geeft geen vast ritme.")

_FIXED_PERIODS = Every(CAN_WORK, Is("opbouw_soort", "vaste_periodes"))
_RHYTHM = Every(CAN_WORK, Is("opbouw_soort", "vast_ritme"))
_HOURS_NEEDED = Every(Filled("benutbaar"), Not(Is("benutbaar", "volledig_eigen_werk")), Not(_FIXED_PERIODS))
_PER_DAY_NEEDED = Every(_HOURS_NEEDED, Not(Filled("uren_week")))
_PER_WEEK_NEEDED = Every(_HOURS_NEEDED, Not(Every(Filled("uren_dag"), Filled("dagen_week"))))

HOURS: Final = Step(
    key="uren",
    title=N_("Uren en opbouw"),
    question=N_("Hoeveel uur mag het zijn, en hoe groeit dat?"),
    why=N_("De uren uit het advies zijn de bovengrens. Het plan en het opbouwschema gaan er niet overheen."),
    example=N_("“Drie dagen van 2 uur. Vanaf 14 december vijf halve dagen.”"),
    not_written=WORK_ONLY,
    source=N_("Regeling procesgang art. 4"),
    when=CAN_WORK,
    not_asked=NO_WORK,
    sections=(
        Section(
            key="uren",
            number="D",
            title=N_("Uren en opbouw"),
            fields=(
                Choice(
                    key="opbouw_soort",
                    label=N_("Opbouwadvies"),
                    ask=N_("Wat zegt het advies over de opbouw?"),
                    help=N_("Kies wat het meest lijkt op wat er staat."),
                    why=N_("Hieruit volgt of jullie het ritme zelf kiezen of overnemen."),
                    need=Need.REQUIRED,
                    by=By.BA,
                    options=(
                        Option("geen_opbouw_nu", N_("Geen opbouw nu"), N_("De uren blijven voorlopig gelijk.")),
                        Option(
                            "vast_ritme",
                            N_("Vast ritme"),
                            N_("Elke keer evenveel uur erbij, zoals elke twee weken drie uur."),
                        ),
                        Option(
                            "vaste_periodes",
                            N_("Vaste periodes"),
                            N_("Het advies noemt datums en per periode de uren."),
                        ),
                        Option(
                            "werkgever_en_werknemer_bepalen",
                            N_("Werkgever en werknemer bepalen"),
                            N_("De uren hieronder gelden voor het begin. De stappen daarna kiezen jullie samen."),
                        ),
                        Option(
                            "op_basis_van_evaluatie",
                            N_("Op basis van evaluatie"),
                            N_("Na elke evaluatie kijken jullie of er uren bij kunnen."),
                        ),
                    ),
                    when=CAN_WORK,
                    not_asked=NO_WORK,
                ),
                Number(
                    key="uren_dag",
                    label=N_("Maximaal uren per dag"),
                    ask=N_("Hoeveel uur per dag mag het hoogstens zijn?"),
                    help=N_(
                        "Wat nu geldt, aan het begin. Staat er alleen een aantal uur per week? Vul dan "
                        "dat in en laat dit leeg."
                    ),
                    why=N_("Lange dagen vragen meer dan korte. Het schema blijft binnen deze grens."),
                    need=Need.CONDITIONAL,
                    required_when=_PER_DAY_NEEDED,
                    by=By.BA,
                    minimum=Decimal(0),
                    maximum=Decimal(12),
                    unit=N_("uur"),
                    when=CAN_WORK,
                    not_asked=NO_WORK,
                ),
                Number(
                    key="dagen_week",
                    label=N_("Maximaal dagen per week"),
                    ask=N_("Hoeveel dagen per week mag het hoogstens zijn?"),
                    help=N_("Wat nu geldt, aan het begin. Halve dagen mag ook: 2,5."),
                    why=N_("Zo kunnen jullie vrije dagen ertussen plannen."),
                    need=Need.CONDITIONAL,
                    required_when=_PER_DAY_NEEDED,
                    by=By.BA,
                    minimum=Decimal(0),
                    maximum=Decimal(7),
                    decimals=1,
                    unit=N_("dagen"),
                    when=CAN_WORK,
                    not_asked=NO_WORK,
                ),
                Number(
                    key="uren_week",
                    label=N_("Maximaal uren per week"),
                    ask=N_("Hoeveel uur per week mag het hoogstens zijn?"),
                    help=N_("Wat nu geldt, aan het begin. Noemt het advies geen getal? Laat het dan leeg."),
                    why=N_("Dit is de grens voor het plan en het schema."),
                    need=Need.CONDITIONAL,
                    required_when=_PER_WEEK_NEEDED,
                    by=By.BA,
                    minimum=Decimal(0),
                    unit=N_("uur"),
                    when=Every(CAN_WORK, Not(_FIXED_PERIODS)),
                    not_asked=N_("De uren staan per periode."),
                ),
                Number(
                    key="opbouw_stap",
                    label=N_("Stap (uren per keer)"),
                    ask=N_("Hoeveel uur per week komt er elke keer bij?"),
                    help=N_("Bijvoorbeeld 5: elke keer vijf uur per week meer."),
                    why=N_("Zo weet het schema hoe hoog elke fase mag zijn."),
                    need=Need.CONDITIONAL,
                    by=By.BA,
                    minimum=Decimal("0.25"),
                    unit=N_("uur"),
                    when=_RHYTHM,
                    not_asked=NO_RHYTHM,
                ),
                Number(
                    key="opbouw_interval",
                    label=N_("Om de hoeveel weken?"),
                    ask=N_("Om de hoeveel weken?"),
                    help=N_("Bijvoorbeeld 2: elke twee weken een stap."),
                    why=N_("Zo weet het schema wanneer een fase mag beginnen."),
                    need=Need.CONDITIONAL,
                    by=By.BA,
                    minimum=Decimal(1),
                    maximum=Decimal(8),
                    decimals=0,
                    unit=N_("weken"),
                    when=_RHYTHM,
                    not_asked=NO_RHYTHM,
                ),
                Table(
                    key="advies_periodes",
                    label=N_("Adviesperiodes"),
                    ask=N_("Welke periodes noemt het advies?"),
                    help=N_("Per regel: uren per week, of een percentage van de contracturen."),
                    why=N_("Elke periode wordt een fase in het opbouwschema."),
                    need=Need.CONDITIONAL,
                    by=By.BA,
                    guard=True,
                    row_name=N_("periode"),
                    when=_FIXED_PERIODS,
                    not_asked=N_("De bedrijfsarts geeft geen vaste periodes."),
                    columns=(
                        Day(key="van", label=N_("Van"), need=Need.REQUIRED, by=By.BA),
                        Day(key="tot", label=N_("Tot en met"), by=By.BA),
                        Number(key="uren", label=N_("Uren per week"), by=By.BA, minimum=Decimal(0), unit=N_("uur")),
                        Percent(
                            key="pct",
                            label=N_("Of: percentage van het contract"),
                            by=By.BA,
                            when=Some(Not(Filled("uren")), Filled("pct")),
                            not_asked=N_("De uren staan er al."),
                        ),
                        Text(
                            key="voorwaarde",
                            label=N_("Voorwaarde"),
                            help=N_(
                                "Wat er volgens het advies bij deze uren hoort. Bijvoorbeeld: alleen zittend werk."
                            ),
                            by=By.BA,
                            guard=True,
                        ),
                    ),
                ),
                Text(
                    key="rustdagen",
                    label=N_("Rust-/herstelmomenten"),
                    ask=N_("Staat er iets over pauzes of vrije dagen ertussen?"),
                    example=N_("“Geen twee dagen achter elkaar.”"),
                    help=N_("Alleen wat het voor het rooster betekent."),
                    why=N_("Rust is deel van de opbouw. In het schema houd je er rekening mee."),
                    by=By.BA,
                    guard=True,
                    when=CAN_WORK,
                    not_asked=NO_WORK,
                ),
            ),
        ),
    ),
)
