"""The last steps of `loongegevens`: vakantie, what comes off, what was held back, and amounts the user knows."""

from typing import Final

from reintegratie_desktop.forms.fields import Day, Table
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.wage_columns import (
    DEDUCTION_COLUMNS,
    HOLIDAY_COLUMNS,
    OWN_AMOUNT_COLUMNS,
    STOP_COLUMNS,
    SUSPENSION_COLUMNS,
)
from reintegratie_desktop.text.i18n import N_

HOLIDAY: Final = Step(
    key="vakantie",
    title=N_("Vakantie"),
    question=N_("Was je medewerker met vakantie tijdens de ziekte?"),
    why=N_("Tijdens vakantie betaal je het hele loon. De termijnen van de ziekte lopen gewoon door."),
    example=N_("Van maandag 20 juli tot en met vrijdag 31 juli."),
    not_written=N_("Waar iemand heen ging. Alleen de dagen."),
    source=N_("BW 7:637 lid 1 en 7:639 lid 1"),
    sections=(
        Section(
            key="vakantie",
            number="5",
            title=N_("Vakantie"),
            fields=(
                Table(
                    key="vakantie",
                    label=N_("Vakantie tijdens de ziekte"),
                    help=N_(
                        "Alleen dagen die met instemming van je medewerker als vakantie tellen. Geen vakantie? Laat "
                        "het leeg."
                    ),
                    row_name=N_("vakantie"),
                    title_column="van",
                    listed=("tot_en_met",),
                    columns=HOLIDAY_COLUMNS,
                ),
            ),
        ),
    ),
)

DEDUCTED: Final = Step(
    key="eraf",
    title=N_("Ander inkomen"),
    question=N_("Kreeg je medewerker in dezelfde uren ook ander geld?"),
    why=N_("Een uitkering voor dit werk, en loon van een ander in de eigen werkuren, gaan van het loon af."),
    example=N_("Van 1 tot en met 31 oktober € 400,00 bij een andere werkgever, in de eigen werkuren."),
    not_written=N_("Waarom iemand een uitkering krijgt. Alleen het bedrag en de dagen."),
    source=N_("BW 7:629 lid 5"),
    sections=(
        Section(
            key="eraf",
            number="6",
            title=N_("Ander inkomen"),
            fields=(
                Table(
                    key="andere_inkomsten",
                    label=N_("Loon van een ander"),
                    help=N_(
                        "Bijvoorbeeld bij een ander bedrijf, in spoor 2. Alleen wat in de eigen werkuren is verdiend. "
                        "Niets? Laat het leeg."
                    ),
                    row_name=N_("bedrag"),
                    title_column="van",
                    listed=("tot_en_met", "bedrag", "per"),
                    columns=DEDUCTION_COLUMNS,
                ),
                Table(
                    key="uitkeringen",
                    label=N_("Uitkering voor dit werk"),
                    help=N_("Bijvoorbeeld van UWV, voor de uren bij jou. Niets? Laat het leeg."),
                    row_name=N_("bedrag"),
                    title_column="van",
                    listed=("tot_en_met", "bedrag", "per"),
                    columns=DEDUCTION_COLUMNS,
                ),
            ),
        ),
    ),
)

MEASURES: Final = Step(
    key="maatregelen",
    title=N_("Opschorten of stoppen"),
    question=N_("Heb je het loon opgeschort of gestopt?"),
    why=N_(
        "Opschorten is tijdelijk niet betalen: daarna betaal je alles alsnog. Na een loonstop komt het loon niet "
        "terug. Vraag eerst advies: een verkeerde keuze kost je veel."
    ),
    example=N_("Opgeschort vanaf 6 juli, weer betaald vanaf 20 juli, gemeld per brief op 6 juli."),
    not_written=N_("Wat er met iemand is. Alleen welke regel of afspraak niet is gevolgd."),
    source=N_("BW 7:629 lid 3, 6 en 7"),
    sections=(
        Section(
            key="maatregelen",
            number="7",
            title=N_("Opschorten of stoppen"),
            fields=(
                Table(
                    key="opschorting",
                    label=N_("Opschorting van het loon"),
                    help=N_("Je houdt het loon tijdelijk in. Niet gedaan? Laat het leeg."),
                    row_name=N_("opschorting"),
                    title_column="van",
                    listed=("opgeheven_per", "meegedeeld_op"),
                    columns=SUSPENSION_COLUMNS,
                ),
                Table(
                    key="loonstop",
                    label=N_("Loonstop"),
                    help=N_("Je betaalt over deze dagen geen loon. Niet gedaan? Laat het leeg."),
                    row_name=N_("loonstop"),
                    title_column="van",
                    listed=("tot_en_met", "meegedeeld_op"),
                    columns=STOP_COLUMNS,
                ),
            ),
        ),
    ),
)

AMOUNTS: Final = Step(
    key="bedragen",
    title=N_("Eigen bedragen"),
    question=N_("Weet jij een bedrag dat het programma nog niet kent?"),
    why=N_("Twee keer per jaar komen er nieuwe bedragen. Wat er nog niet in staat, kun je zelf invullen."),
    example=N_("Minimumuurloon vanaf 1 januari, met de bladzijde waar je het las."),
    not_written=N_("Een bedrag zonder bron. Dat telt niet."),
    source=N_("WML art. 14"),
    sections=(
        Section(
            key="bedragen",
            number="8",
            title=N_("Eigen bedragen"),
            fields=(
                Table(
                    key="eigen_bedragen",
                    label=N_("Eigen bedragen"),
                    help=N_("Alleen voor dagen waarvan het programma het bedrag niet kent. Anders laat je het leeg."),
                    row_name=N_("bedrag"),
                    title_column="bedrag",
                    listed=("van", "waarde"),
                    columns=OWN_AMOUNT_COLUMNS,
                ),
                Day(
                    key="reken_tot_en_met",
                    label=N_("Laatste dag van de berekening"),
                    ask=N_("Tot en met welke dag moeten we rekenen?"),
                    help=N_("Meestal leeg: dan rekenen we tot het einde van de loondoorbetaling."),
                ),
            ),
        ),
    ),
)
