"""The other steps for the advice of the bedrijfsarts: limits at work, hours, tasks and the outlook."""

from decimal import Decimal
from typing import Final

from reintegratie_desktop.forms.advice import CAN_WORK, EINDDOEL_ADVIES
from reintegratie_desktop.forms.conditions import Every, Filled, Is, Not, Some
from reintegratie_desktop.forms.fields import (
    By,
    Choice,
    Day,
    Field,
    Limited,
    LongText,
    Many,
    Need,
    Number,
    Option,
    Percent,
    Table,
    Text,
    options,
)
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.text.i18n import N_

WORK_ONLY: Final = N_("Alleen werk, uren en afspraken. Niets over gezondheid, ook niet als het in het stuk staat.")
NO_WORK: Final = N_("De bedrijfsarts ziet nu geen mogelijkheden om te werken. Daarom is dit niet gevraagd.")
NO_RHYTHM: Final = N_("De bedrijfsarts geeft geen vast ritme.")

_FIXED_PERIODS = Every(CAN_WORK, Is("opbouw_soort", "vaste_periodes"))
_RHYTHM = Every(CAN_WORK, Is("opbouw_soort", "vast_ritme"))
_HOURS_NEEDED = Every(Filled("benutbaar"), Not(Is("benutbaar", "volledig_eigen_werk")), Not(_FIXED_PERIODS))
_PER_DAY_NEEDED = Every(_HOURS_NEEDED, Not(Filled("uren_week")))
_PER_WEEK_NEEDED = Every(_HOURS_NEEDED, Not(Every(Filled("uren_dag"), Filled("dagen_week"))))


def _rubric(key: str, label: str, ask: str, example: str) -> Field:
    return Limited(
        key=key,
        label=label,
        ask=ask,
        help=N_(
            "Ja is beperkt: schrijf erbij wat dat voor het werk betekent. Nee is niet beperkt. Staat er niets over in "
            "het advies? Laat het leeg."
        ),
        paper_help=N_("Beperkt?"),
        why=N_("Zo kies je werk dat past en vraag je niets wat nog niet kan."),
        example=example,
        by=By.BA,
        guard=True,
        when=CAN_WORK,
        not_asked=NO_WORK,
    )


RUBRICS: Final = Step(
    key="werktermen",
    title=N_("Wat kan nu, in werktermen"),
    question=N_("Waar moet je bij het werk rekening mee houden?"),
    why=N_("Zo weet je welk werk past. Staat er niets over een onderdeel, laat het dan leeg."),
    example=N_("“Tillen tot 5 kg, geen trappen.”"),
    not_written=WORK_ONLY,
    source=N_("Regeling procesgang eerste en tweede ziektejaar, artikel 2"),
    when=CAN_WORK,
    not_asked=NO_WORK,
    sections=(
        Section(
            key="belastbaarheid",
            number="C",
            title=N_("Belastbaarheid in werktermen"),
            fields=(
                _rubric(
                    "izp_persoonlijk",
                    N_("Persoonlijk functioneren (tempo, aandacht, meer dingen tegelijk)"),
                    N_("Is er een beperking bij tempo, aandacht of meer dingen tegelijk doen?"),
                    N_("geen deadlines, één taak tegelijk"),
                ),
                _rubric(
                    "izp_sociaal",
                    N_("Sociaal functioneren (klanten, collega’s, leiding geven)"),
                    N_("Is er een beperking bij werken met klanten of collega’s, of bij leiding geven?"),
                    N_("geen klantcontact, geen leiding geven"),
                ),
                _rubric(
                    "izp_omgeving",
                    N_("Aanpassing aan fysieke omgevingseisen (kou, warmte, lawaai, stof)"),
                    N_("Is er een beperking bij kou, warmte, lawaai of stof op de werkplek?"),
                    N_("niet in kou of lawaai"),
                ),
                _rubric(
                    "izp_dynamisch",
                    N_("Dynamische handelingen (tillen, lopen, traplopen)"),
                    N_("Is er een beperking bij tillen, lopen of traplopen?"),
                    N_("tillen tot 5 kg, geen trappen"),
                ),
                _rubric(
                    "izp_statisch",
                    N_("Statische houdingen (lang zitten, staan, gebogen werken)"),
                    N_("Is er een beperking bij lang zitten, staan of gebogen werken?"),
                    N_("zitten en staan afwisselen, elk half uur"),
                ),
                _rubric(
                    "izp_werktijden",
                    N_("Werktijden (avond, nacht, lange dagen)"),
                    N_("Is er een beperking bij werken in de avond of nacht, of bij lange dagen?"),
                    N_("geen avonddienst"),
                ),
            ),
        ),
    ),
)

HOURS: Final = Step(
    key="uren",
    title=N_("Uren en opbouw"),
    question=N_("Hoeveel uur mag het zijn, en hoe groeit dat?"),
    why=N_("De uren uit het advies zijn de bovengrens. Het plan en het opbouwschema gaan er niet overheen."),
    example=N_("“Drie dagen van 2 uur. Vanaf 14 december vijf halve dagen.”"),
    not_written=WORK_ONLY,
    source=N_("Regeling procesgang eerste en tweede ziektejaar, artikel 4"),
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
                            N_("Jullie kiezen samen de stappen, binnen de uren van het advies."),
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

WORK: Final = Step(
    key="werk",
    title=N_("Werk en aanpassingen"),
    question=N_("Wat kan wel, wat kan nog niet, en wat helpt?"),
    why=N_("Met deze zinnen kiezen jullie straks taken. Neem ze over zoals ze in het advies staan."),
    example=N_("“Wel: zittend werk aan een tafel. Nog niet: tillen boven 2 kg.”"),
    not_written=WORK_ONLY,
    source=N_("Regeling procesgang eerste en tweede ziektejaar, artikel 2"),
    sections=(
        Section(
            key="werk",
            number="E",
            title=N_("Werk"),
            fields=(
                LongText(
                    key="wel",
                    label=N_("Werkzaamheden die wel kunnen"),
                    ask=N_("Welk werk kan wel?"),
                    help=WORK_ONLY,
                    example=N_("“Telefoon aannemen, bestellingen invoeren, zittend werk aan een tafel.”"),
                    why=N_("Hier beginnen jullie mee. Wat kan, telt meer dan wat niet kan."),
                    need=Need.REQUIRED,
                    by=By.BA,
                    guard=True,
                    when=CAN_WORK,
                    not_asked=NO_WORK,
                    writing_lines=4,
                ),
                LongText(
                    key="niet",
                    label=N_("Werkzaamheden die (nog) niet kunnen"),
                    ask=N_("Welk werk kan nog niet?"),
                    help=WORK_ONLY,
                    example=N_("“Tillen boven 2 kg, lang staan, de avonddienst.”"),
                    why=N_("Zo vraagt niemand om werk dat nog niet mag."),
                    need=Need.REQUIRED,
                    by=By.BA,
                    guard=True,
                    when=CAN_WORK,
                    not_asked=NO_WORK,
                    writing_lines=4,
                ),
                Many(
                    key="aanpassingen",
                    label=N_("Geadviseerde aanpassingen"),
                    ask=N_("Welke aanpassingen raadt de bedrijfsarts aan?"),
                    help=N_("Kies alles wat genoemd wordt."),
                    why=N_("Elke aanpassing kan een afspraak in het plan worden."),
                    by=By.BA,
                    when=CAN_WORK,
                    not_asked=NO_WORK,
                    options=options(
                        N_("Taken"),
                        N_("Werktempo/werkdruk"),
                        N_("Werktijden"),
                        N_("Werkplek/hulpmiddel"),
                        N_("Thuiswerken"),
                        N_("Begeleiding door collega"),
                        N_("Begeleiding leidinggevende"),
                        N_("Vervoer"),
                        N_("Anders"),
                    ),
                ),
                Many(
                    key="interventies",
                    label=N_("Geadviseerde ondersteuning (werktermen)"),
                    ask=N_("Welke ondersteuning bij het werk raadt de bedrijfsarts aan?"),
                    help=N_("Geen namen van wie er nog helpt. Die gaan alleen de werknemer en de bedrijfsarts aan."),
                    why=N_("Zo regel je op tijd wat het werk makkelijker maakt."),
                    by=By.BA,
                    options=(
                        *options(
                            N_("Werkplekonderzoek"),
                            N_("Bedrijfsmaatschappelijk werk"),
                            N_("Loopbaancoach"),
                            N_("Mediation"),
                            N_("Arbeidsdeskundig onderzoek"),
                        ),
                        Option("spoor_2", N_("Spoor 2"), N_("Zoeken naar werk bij een andere werkgever.")),
                        *options(N_("Anders (via bedrijfsarts)")),
                    ),
                ),
            ),
        ),
    ),
)

OUTLOOK: Final = Step(
    key="vooruitblik",
    title=N_("Vooruitblik"),
    question=N_("Wat verwacht de bedrijfsarts en wanneer is er weer een spreekuur?"),
    why=N_("Het einddoel uit het advies is het begin van jullie plan. Het volgende spreekuur houdt het advies vers."),
    example=N_("“Drie tot zes maanden. Einddoel: eigen functie volledig. Volgend spreekuur: 31 december.”"),
    not_written=N_("Waarop die verwachting steunt. Alleen wat het voor het werk betekent."),
    source=N_("Regeling procesgang eerste en tweede ziektejaar, artikel 2 en artikel 4, lid 4"),
    sections=(
        Section(
            key="vooruitblik",
            number="F",
            title=N_("Prognose en einddoel"),
            fields=(
                Choice(
                    key="prognose",
                    label=N_("Verwachting hervatting eigen werk"),
                    ask=N_("Wanneer kan het eigen werk weer, denkt de bedrijfsarts?"),
                    help=N_("Een verwachting, geen belofte."),
                    paper_help=N_("Een verwachting, geen belofte."),
                    why=N_("Hieraan zie je of jullie ook naar ander werk moeten kijken."),
                    need=Need.REQUIRED,
                    by=By.BA,
                    options=(
                        Option("minder_dan_6_weken", N_("Binnen 6 weken")),
                        Option("6_weken_3_maanden", N_("6 weken tot 3 maanden")),
                        Option("3_6_maanden", N_("3 tot 6 maanden")),
                        Option("6_12_maanden", N_("6 tot 12 maanden")),
                        Option("meer_dan_12_maanden", N_("Later dan 12 maanden")),
                        *options(N_("Niet in eigen werk"), N_("Nog niet te zeggen")),
                    ),
                ),
                Day(
                    key="prognose_datum",
                    label=N_("Richtdatum"),
                    ask=N_("Noemt het advies een datum?"),
                    help=N_("Geen datum? Laat het leeg."),
                    why=N_("Deze dag helpt bij het kiezen van een einddatum in het plan."),
                    by=By.BA,
                ),
                Many(
                    key="einddoel",
                    label=N_("Advies einddoel (meer keuzes mogelijk)"),
                    ask=N_("Welk einddoel raadt de bedrijfsarts aan?"),
                    help=N_("Je mag er meer kiezen."),
                    why=N_("Dit doel staat straks al klaar in het plan van aanpak."),
                    need=Need.REQUIRED,
                    by=By.BA,
                    options=EINDDOEL_ADVIES,
                ),
                Day(
                    key="volgend_spreekuur",
                    label=N_("Volgend spreekuur"),
                    ask=N_("Wanneer is het volgende spreekuur?"),
                    help=N_("Geen datum gekregen? Bel de arbodienst en vraag er een."),
                    why=N_("Een oud advies past niet meer bij het werk van nu."),
                    need=Need.REQUIRED,
                    by=By.BA,
                ),
            ),
        ),
    ),
)
