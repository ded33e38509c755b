"""What the calculation of the wage during illness asks about one case: no paper, and nothing about health."""

from decimal import Decimal
from typing import Final

from reintegratie_desktop.forms.conditions import Is
from reintegratie_desktop.forms.fields import (
    Carry,
    Choice,
    Computed,
    Day,
    Field,
    Need,
    Number,
    Option,
    Percent,
    Table,
    WorkPattern,
    YesNo,
)
from reintegratie_desktop.forms.flow import Flow, Scope, Section, Step
from reintegratie_desktop.forms.rules_wage import (
    agreed_holiday,
    agreed_waiting_days,
    hours_without_wage,
    refusals,
    weeks_of_the_sheet,
    written_notice,
)
from reintegratie_desktop.forms.wage_carry import (
    BEFORE_THE_HOUR,
    BY_MONTH,
    LAW_ONLY,
    WEEKS,
    YOUNG,
    agreed_by,
    agreed_rows,
    paid_per,
    weeks_in_words,
)
from reintegratie_desktop.forms.wage_columns import (
    CAO_DAY_COLUMNS,
    CAO_WEEK_COLUMNS,
    CHANGE_COLUMNS,
    EVERY_TIME,
    FOUR_WEEKS,
    MONTH,
    ONCE_A_YEAR,
    PAYMENTS,
    WAGE_COLUMNS,
    WEEK,
    WORKED_COLUMNS,
    agreed_in_words,
    days_in_words,
)
from reintegratie_desktop.forms.wage_data import CAO_BY_DAY, CAO_BY_WEEK, FORM, FROM_WEEKS, TYPED
from reintegratie_desktop.forms.wage_steps_later import AMOUNTS, DEDUCTED, HOLIDAY, MEASURES
from reintegratie_desktop.text.i18n import N_

_ALL: Final = "100"

HOURS: Final = Step(
    key="uren",
    title=N_("Wie en hoeveel uur"),
    question=N_("Op welke dagen en uren werkt je medewerker volgens het contract?"),
    why=N_("Het loon van een dag hangt af van de uren van die dag. De leeftijd bepaalt het minimumloon."),
    example=N_("Maandag tot en met donderdag 9 uur, vrijdag vrij."),
    not_written=N_("Waarom iemand er niet is. Alleen de afgesproken uren."),
    source=N_("WML art. 7"),
    sections=(
        Section(
            key="uren",
            number="1",
            title=N_("Uren"),
            fields=(
                Day(
                    key="geboortedatum",
                    label=N_("Geboortedatum"),
                    help=N_("Deze staat bij de gegevens van je medewerker. Klopt hij niet? Verander hem daar."),
                    need=Need.REQUIRED,
                    carry=(Carry("werknemer", "geboortedatum"),),
                    fixed=True,
                ),
                WorkPattern(
                    key="werkpatroon",
                    label=N_("Werkpatroon"),
                    ask=N_("Hoeveel uur staat er per dag in het contract?"),
                    help=N_("De uren op de eerste ziektedag. Vrij is 0."),
                    why=N_("Over deze uren wordt het loon verdeeld."),
                    need=Need.REQUIRED,
                    carry=(Carry("werknemer", "werkpatroon"),),
                ),
                Table(
                    key="werkpatroon_wijzigingen",
                    label=N_("Andere uren daarna"),
                    help=N_(
                        "Zijn tijdens de ziekte andere uren of dagen afgesproken in het contract? Eén regel voor elke "
                        "keer. Niets veranderd? Laat het leeg."
                    ),
                    why=N_("Het minimumloon en elke dag loon volgen de uren die op die dag gelden."),
                    row_name=N_("verandering"),
                    title_column="van",
                    listed=("uren_in_woorden",),
                    summary=days_in_words,
                    columns=CHANGE_COLUMNS,
                ),
                YesNo(
                    key="bbl",
                    label=N_("Leren en werken (BBL)"),
                    ask=N_("Is het een contract voor leren en werken (BBL)?"),
                    help=N_("Dan geldt voor jongeren een ander minimumloon."),
                    need=Need.REQUIRED,
                    when=YOUNG,
                    not_asked=N_("Op deze leeftijd maakt het geen verschil."),
                ),
                Number(
                    key="voltijd_uren_per_week",
                    label=N_("Uren van een volle werkweek"),
                    ask=N_("Hoeveel uur is een volle werkweek bij jullie?"),
                    help=N_("In 2023 was het minimumloon nog een bedrag per maand en per week."),
                    need=Need.REQUIRED,
                    when=BEFORE_THE_HOUR,
                    not_asked=N_("Het minimumloon is nu een bedrag per uur."),
                    carry=(Carry("werkgever", "normuren"),),
                    minimum=Decimal(1),
                    unit=N_("uur"),
                ),
            ),
        ),
    ),
)

WAGE: Final = Step(
    key="loon",
    title=N_("Het loon"),
    question=N_("Wat verdient je medewerker, en wanneer veranderde dat?"),
    why=N_("Je betaalt een deel van het loon door. Gaat het loon omhoog, dan gaat dat deel mee omhoog."),
    example=N_("Vanaf 1 maart 2025 € 2.450,00 per maand. Vanaf 1 januari 2026 € 2.520,00."),
    not_written=N_("Losse vergoedingen die geen loon zijn, zoals reiskosten."),
    source=N_("BW 7:629 lid 1"),
    sections=(
        Section(
            key="loon",
            number="2",
            title=N_("Loon"),
            fields=(
                Choice(
                    key="vakantiebijslag",
                    label=N_("Vakantiebijslag"),
                    ask=N_("Hoe betaal je de vakantiebijslag, het vakantiegeld?"),
                    help=N_("Zit het al in het loon, dan tellen we het ook bij het minimumloon."),
                    need=Need.REQUIRED,
                    default=ONCE_A_YEAR,
                    options=(
                        Option(ONCE_A_YEAR, N_("Eén keer per jaar"), N_("Dan zit het niet in de bedragen hier.")),
                        Option(
                            EVERY_TIME,
                            N_("Elke keer bij het loon"),
                            N_("Bij elk loon vragen we of het al in dat bedrag zit."),
                        ),
                    ),
                ),
                Table(
                    key="loon",
                    label=N_("Loon"),
                    ask=N_("Welk bruto loon is afgesproken?"),
                    help=N_("Eén regel voor elke keer dat het loon veranderde."),
                    need=Need.REQUIRED,
                    row_name=N_("loon"),
                    title_column="van",
                    listed=("bedrag", "per"),
                    columns=WAGE_COLUMNS,
                ),
                Choice(
                    key="betaalperiode",
                    label=N_("Hoe vaak je loon betaalt"),
                    ask=N_("Hoe vaak betaal je het loon?"),
                    help=N_("Zo staan straks ook de bedragen in de lijst."),
                    need=Need.REQUIRED,
                    derive=paid_per,
                    options=(
                        Option(MONTH, N_("Elke maand")),
                        Option(FOUR_WEEKS, N_("Elke vier weken"), N_("Dat zijn 13 keer in een jaar.")),
                        Option(WEEK, N_("Elke week")),
                    ),
                ),
                Day(
                    key="vier_weken_vanaf",
                    label=N_("Begin van een loonperiode"),
                    ask=N_("Op welke dag begint een loonperiode van vier weken?"),
                    help=N_("Deze staat op de loonstrook. Vanaf die dag tellen we steeds 28 dagen."),
                    need=Need.REQUIRED,
                    when=Is("betaalperiode", FOUR_WEEKS),
                    not_asked=N_("Je betaalt niet per vier weken."),
                ),
                YesNo(
                    key="vaste_maandbetaling",
                    label=N_("Elke maand hetzelfde bedrag"),
                    ask=N_("Is het loon elke maand gelijk, ook als een maand meer werkdagen heeft?"),
                    help=N_("Bij een vast maandloon is dat zo."),
                    why=N_("Dan vergelijken we met het minimumloon over een gemiddelde maand."),
                    need=Need.REQUIRED,
                    default=True,
                    when=BY_MONTH,
                    not_asked=N_("Er is geen loon per maand."),
                ),
            ),
        ),
    ),
)

AGREED: Final = Step(
    key="afspraken",
    title=N_("Cao en afspraken"),
    question=N_("Geeft de cao of het contract meer dan de wet?"),
    why=N_("De wet vraagt een deel van het loon. Veel cao's geven meer, vooral in het eerste jaar."),
    example=N_("Week 1 tot en met 52: 100%. Daarna wat de wet vraagt."),
    not_written=N_("Iets over deze persoon. Het gaat om de afspraak."),
    source=N_("BW 7:629 lid 1 en 9"),
    sections=(
        Section(
            key="cao",
            number="3",
            title=N_("Afspraken over loon bij ziekte"),
            fields=(
                Choice(
                    key="cao_vorm",
                    label=N_("Meer dan de wet"),
                    ask=N_("Is er meer afgesproken dan de wet vraagt?"),
                    help=N_("Kijk in de cao, het contract of het reglement."),
                    need=Need.REQUIRED,
                    carry=(Carry("werkgever", "loon_jaar1", agreed_by),),
                    options=(
                        Option(LAW_ONLY, N_("Nee, alleen de wet")),
                        Option(CAO_BY_WEEK, N_("Ja, per ziekteweek")),
                        Option(CAO_BY_DAY, N_("Ja, tussen datums")),
                    ),
                ),
                Table(
                    key="cao_weken",
                    label=N_("Afspraak per ziekteweek"),
                    help=N_("Week 1 begint op de eerste ziektedag. Weken zonder regel volgen de wet."),
                    need=Need.REQUIRED,
                    row_name=N_("afspraak"),
                    title_column="weken",
                    listed=("percentage",),
                    summary=agreed_in_words,
                    when=Is("cao_vorm", CAO_BY_WEEK),
                    not_asked=N_("Er is niets per ziekteweek afgesproken."),
                    carry=(Carry("werkgever", "loon_jaar1", agreed_rows),),
                    columns=CAO_WEEK_COLUMNS,
                ),
                Table(
                    key="cao_dagen",
                    label=N_("Afspraak tussen datums"),
                    help=N_("Dagen zonder regel volgen de wet."),
                    need=Need.REQUIRED,
                    row_name=N_("afspraak"),
                    title_column="van",
                    listed=("tot_en_met", "percentage"),
                    when=Is("cao_vorm", CAO_BY_DAY),
                    not_asked=N_("Er is niets tussen datums afgesproken."),
                    columns=CAO_DAY_COLUMNS,
                ),
                Number(
                    key="wachtdagen",
                    label=N_("Wachtdagen"),
                    ask=N_("Hoeveel wachtdagen zijn er afgesproken?"),
                    help=N_(
                        "Wachtdagen zijn de eerste dagen van de ziekte, waarover je geen loon betaalt. Niets "
                        "afgesproken? Laat het leeg."
                    ),
                    carry=(Carry("werkgever", "wachtdagen"),),
                    minimum=Decimal(0),
                    decimals=0,
                    unit=N_("dagen"),
                ),
            ),
        ),
    ),
)

WORKED: Final = Step(
    key="gewerkt",
    title=N_("Gewerkte uren"),
    question=N_("Werkte je medewerker al een deel van de uren?"),
    why=N_("Voor werk dat iets oplevert, betaal je gewoon loon. Voor de andere uren betaal je door."),
    example=N_("Van 3 maart tot en met 30 maart 12 uur per week, met loonwaarde, 100%."),
    not_written=N_("Waarom het minder uren waren dan afgesproken."),
    source=N_("BW 7:629 lid 1"),
    sections=(
        Section(
            key="gewerkt",
            number="4",
            title=N_("Gewerkte uren"),
            fields=(
                Choice(
                    key="gewerkt_bron",
                    label=N_("Waar de uren vandaan komen"),
                    ask=N_("Hoe kennen we de gewerkte uren?"),
                    help=N_("De weekstaat staat bij het opbouwschema. Wat je daar bijhoudt, telt hier vanzelf mee."),
                    need=Need.REQUIRED,
                    default=FROM_WEEKS,
                    options=(
                        Option(FROM_WEEKS, N_("Uit de weekstaat")),
                        Option(TYPED, N_("Ik vul ze hier in")),
                        Option("niet", N_("Er is niet gewerkt")),
                    ),
                ),
                Computed(
                    key="weken_in_woorden",
                    label=N_("In de weekstaat"),
                    when=WEEKS,
                    not_asked=N_("De uren komen niet uit de weekstaat."),
                    compute=weeks_in_words,
                ),
                Percent(
                    key="loonwaarde_percentage",
                    label=N_("Loonwaarde in procent"),
                    ask=N_("Hoeveel is het werk waard, als deel van het gewone loon?"),
                    help=N_(
                        "Loonwaarde is wat het werk waard is. Het gewone werk in het gewone tempo is 100%. Uitproberen "
                        "heeft geen loonwaarde."
                    ),
                    need=Need.REQUIRED,
                    default=_ALL,
                    when=Is("gewerkt_bron", FROM_WEEKS),
                    not_asked=N_("De uren komen niet uit de weekstaat."),
                ),
                Choice(
                    key="betaling",
                    label=N_("Betaling"),
                    ask=N_("Hoe betaal je de uren met loonwaarde?"),
                    help=N_("Kijk in de cao of het contract. Niets afgesproken? Laat het leeg: dan leggen we het uit."),
                    when=Is("gewerkt_bron", FROM_WEEKS),
                    not_asked=N_("De uren komen niet uit de weekstaat."),
                    options=PAYMENTS,
                ),
                Table(
                    key="gewerkt",
                    label=N_("Gewerkte uren"),
                    help=N_("Eén regel voor elke periode met dezelfde uren."),
                    need=Need.REQUIRED,
                    row_name=N_("periode"),
                    title_column="van",
                    listed=("tot_en_met", "uren_per_week"),
                    when=Is("gewerkt_bron", TYPED),
                    not_asked=N_("De uren komen uit de weekstaat, of er is niet gewerkt."),
                    columns=WORKED_COLUMNS,
                ),
            ),
        ),
    ),
)

_STEPS: Final = (HOURS, WAGE, AGREED, WORKED, HOLIDAY, DEDUCTED, MEASURES, AMOUNTS)
FIELDS: Final[tuple[Field, ...]] = tuple(field for step in _STEPS for field in step.fields)

FLOW: Final = Flow(
    key=FORM,
    code="LG",
    version="1.0",
    title=N_("Loongegevens"),
    purpose=N_("Wat nodig is om het loon bij ziekte uit te rekenen. Er komt geen papier van. BW 7:629."),
    scope=Scope.CASE_RECORD,
    has_paper=False,
    duration=N_("ongeveer 8 minuten"),
    rules=(
        refusals(FIELDS),
        agreed_waiting_days,
        hours_without_wage,
        weeks_of_the_sheet,
        agreed_holiday,
        written_notice,
    ),
    steps=_STEPS,
)
"""The form of the wage."""
