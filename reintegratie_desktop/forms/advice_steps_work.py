"""Steps for the advice of the bedrijfsarts: what limits the work, which tasks fit, and the outlook."""

from typing import Final

from reintegratie_desktop.forms.advice import CAN_WORK, EINDDOEL_ADVIES
from reintegratie_desktop.forms.fields import (
    By,
    Choice,
    Day,
    Field,
    Limited,
    LongText,
    Many,
    Need,
    Option,
    options,
)
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.text.i18n import N_

WORK_ONLY: Final = N_("Alleen werk, uren en afspraken. Niets over gezondheid, ook niet als het in het stuk staat.")
NO_WORK: Final = N_("De bedrijfsarts ziet nu geen mogelijkheden om te werken. Daarom is dit niet gevraagd.")


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
    source=N_("Regeling procesgang art. 2"),
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

WORK: Final = Step(
    key="werk",
    title=N_("Werk en aanpassingen"),
    question=N_("Wat kan wel, wat kan nog niet, en wat helpt?"),
    why=N_("Met deze zinnen kiezen jullie straks taken. Neem ze over zoals ze in het advies staan."),
    example=N_("“Wel: zittend werk aan een tafel. Nog niet: tillen boven 2 kg.”"),
    not_written=WORK_ONLY,
    source=N_("Regeling procesgang art. 2"),
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
                    help=N_("Geen namen van wie er nog helpt. Die gaan alleen je medewerker en de bedrijfsarts aan."),
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
    source=N_("Regeling procesgang art. 2 en art. 4 lid 4"),
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
