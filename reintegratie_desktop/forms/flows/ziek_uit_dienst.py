"""Leaving while ill: which report belongs to it, what is reported to UWV, and what the employee takes along."""

from typing import Any

from reintegratie_desktop.forms import rules_leaving as rules
from reintegratie_desktop.forms.conditions import Is
from reintegratie_desktop.forms.context import Context
from reintegratie_desktop.forms.field_base import By
from reintegratie_desktop.forms.fields import (
    Carry,
    Choice,
    Computed,
    Day,
    LongText,
    Need,
    Option,
    Signature,
    YesNo,
    options_of,
)
from reintegratie_desktop.forms.flow import Flow, Section, Step
from reintegratie_desktop.forms.plan_carry import employee_signs, employer_signs, function_with_hours
from reintegratie_desktop.forms.rules_leaving import ASKS_PROGNOSIS, HAS_REPORT, IS_SHORT
from reintegratie_desktop.forms.uwv_facts import last_day_text
from reintegratie_desktop.text.i18n import N_

_OTHER_REPORT = N_("Bij dit einde hoort geen verkort verslag.")


def _function(_answers: object, context: Context) -> Any:  # noqa: ANN401 - a JSON value
    name = context.get("werknemer", "functie")
    return function_with_hours(name, context) if name else ""


_FACTS = Step(
    key="einde",
    title=N_("Het einde"),
    question=N_("Wanneer en hoe eindigt het dienstverband?"),
    why=N_("Van de laatste dag hangt af of er een verslag bij hoort, en of dat kort mag zijn."),
    example=N_("Het contract loopt af op zondag 31 mei, in ziekteweek 9."),
    not_written=N_("Niet waarom iemand ziek is. Ook niet waarom een contract niet doorgaat."),
    source=N_("ZW art. 38 lid 2; Regeling procesgang art. 6 lid 2"),
    sections=(
        Section(
            key="einde",
            number="1",
            title=N_("Einde van het dienstverband"),
            fields=(
                Day(
                    key="einddatum",
                    label=N_("Laatste dag van het dienstverband"),
                    ask=N_("Wat is de laatste dag van het dienstverband?"),
                    help=N_("De laatste dag van het contract, ook als dat een zondag is."),
                    why=N_("Op deze dag meld je iemand die nog ziek is bij UWV."),
                    need=Need.REQUIRED,
                    carry=(
                        Carry("bijzonderheden", "einde_dienstverband"),
                        Carry("werknemer", "einddatum", last_day_text),
                    ),
                ),
                Choice(
                    key="reden",
                    label=N_("Reden van het einde"),
                    ask=N_("Hoe eindigt het dienstverband?"),
                    why=N_("UWV vraagt dit bij de melding."),
                    need=Need.REQUIRED,
                    options=(
                        Option("einde_contract", N_("Einde van een contract voor bepaalde tijd")),
                        Option("opzegging_werknemer", N_("De werknemer zegt op")),
                        Option(
                            "wederzijds_goedvinden",
                            N_("Met wederzijds goedvinden"),
                            N_("Vraag eerst advies: je werknemer kan hierdoor een uitkering verliezen."),
                        ),
                        Option("ontslag_met_vergunning", N_("Ontslag met een vergunning")),
                        Option("proeftijd", N_("In de proeftijd")),
                        Option("overig", N_("Anders")),
                    ),
                ),
                Computed(
                    key="duur",
                    label=N_("Ziek op de laatste dag"),
                    help=N_("Geteld vanaf de eerste ziektedag."),
                    why=N_("Hieruit volgt welk verslag erbij hoort."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    compute=rules.how_long_ill,
                    when=rules.KNOWS_LENGTH,
                    not_asked=N_("Dit is nog niet uit te rekenen."),
                ),
                Choice(
                    key="herstel_3m",
                    label=N_("Bedrijfsarts verwacht volledig herstel binnen drie maanden"),
                    ask=N_("Verwacht de bedrijfsarts volledig herstel binnen drie maanden?"),
                    help=N_("Vraag het de bedrijfsarts. Schat het niet zelf."),
                    why=N_("Dan is een verkort verslag genoeg."),
                    need=Need.CONDITIONAL,
                    by=By.BA,
                    when=ASKS_PROGNOSIS,
                    not_asked=N_("Bij deze ziekteduur maakt dit geen verschil."),
                    options=options_of(("ja", N_("Ja")), ("nee", N_("Nee")), ("onbekend", N_("Weet ik niet"))),
                ),
                Computed(
                    key="variant",
                    label=N_("Verslag dat erbij hoort"),
                    help=N_("Het programma rekent dit uit met de ziekteduur."),
                    why=N_("Zonder verslag kan UWV de uitkering op jou verhalen."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    compute=rules.report_in_words,
                    when=rules.KNOWS_LENGTH,
                    not_asked=N_("Dit is nog niet uit te rekenen."),
                ),
                YesNo(
                    key="erd_zw",
                    label=N_("Eigenrisicodrager voor de Ziektewet"),
                    ask=N_("Ben je eigenrisicodrager voor de Ziektewet?"),
                    help=N_(
                        "De meeste kleine bedrijven zijn dat niet. Het staat in een besluit van de Belastingdienst."
                    ),
                    why=N_("Dan neemt UWV de begeleiding niet over: die blijft bij jou."),
                    need=Need.REQUIRED,
                    by=By.APP,
                    default=rules.own_risk,
                ),
            ),
        ),
    ),
)

_SHORT = Step(
    key="verkort",
    title=N_("Verkort verslag"),
    question=N_("Wat hebben jullie tot nu toe gedaan?"),
    why=N_("Een verkort verslag is één bladzijde. UWV leest erin hoe het ging."),
    example=N_("Elke twee weken contact. Vanaf week 5 acht uur licht werk."),
    not_written=N_("Niets over gezondheid."),
    source=N_("Regeling procesgang art. 6 lid 2"),
    when=IS_SHORT,
    not_asked=_OTHER_REPORT,
    sections=(
        Section(
            key="verkort",
            number="2",
            title=N_("Verkort re-integratieverslag"),
            fields=(
                Computed(
                    key="vk_functie",
                    label=N_("Functie en uren"),
                    help=N_("Uit de gegevens van je werknemer."),
                    why=N_("UWV ziet zo welk werk het was."),
                    need=Need.CONDITIONAL,
                    by=By.APP,
                    compute=_function,
                ),
                Computed(
                    key="vk_verloop",
                    label=N_("Verloop van het verzuim"),
                    help=N_("Uit de meldingen en de gewerkte uren in dit dossier."),
                    why=N_("UWV ziet zo wanneer iemand hoeveel werkte."),
                    need=Need.CONDITIONAL,
                    by=By.APP,
                    compute=rules.course,
                    shows="long_text",
                ),
                LongText(
                    key="vk_gedaan",
                    label=N_("Wat er is gedaan"),
                    ask=N_("Wat hebben jullie gedaan om weer aan het werk te komen?"),
                    help=N_("Begin met de papieren die er al zijn. Vul aan met contact en werk."),
                    why=N_("UWV kijkt of het redelijk was, ook als het kort duurde."),
                    example=N_("Probleemanalyse van 9 februari. Elke week gebeld. Vanaf 2 maart acht uur licht werk."),
                    need=Need.CONDITIONAL,
                    guard=True,
                    derive=rules.what_was_done,
                ),
                Day(
                    key="vk_verwachting",
                    label=N_("Terugkeer verwacht op, volgens de bedrijfsarts"),
                    ask=N_("Noemt de bedrijfsarts een dag van terugkeer?"),
                    help=N_("Geen datum? Laat het leeg."),
                    why=N_("UWV plant hiermee de begeleiding."),
                    need=Need.CONDITIONAL,
                    required_when=Is("herstel_3m", "ja"),
                    by=By.BA,
                    carry=(Carry("probleemanalyse", "prognose_datum"),),
                ),
                Signature(
                    key="vk_hand",
                    label=N_("Handtekening werkgever"),
                    ask=N_("Wie tekent voor het bedrijf?"),
                    help=N_("Nog niet getekend? Dat is goed. Eerst afdrukken, dan tekenen."),
                    why=N_("Op een verslag staat wie het maakte."),
                    need=Need.CONDITIONAL,
                    role=N_("Werkgever"),
                    means=N_("Betekent: zo is het gegaan."),
                    default=employer_signs,
                ),
                Signature(
                    key="vk_hand_wn",
                    label=N_("Handtekening werknemer"),
                    ask=N_("Tekent je werknemer?"),
                    help=N_("Tekent je werknemer niet, dan kan het verslag toch naar UWV."),
                    why=N_("Zo weet UWV dat je werknemer het las."),
                    need=Need.CONDITIONAL,
                    by=By.WN,
                    role=N_("Werknemer"),
                    means=N_("Betekent: ik heb dit gelezen en kreeg een afschrift."),
                    may_refuse=True,
                    default=employee_signs,
                ),
            ),
        ),
    ),
)

_TELL = Step(
    key="melden",
    title=N_("Melden en meegeven"),
    question=N_("Is alles gemeld en meegegeven? Je kunt dit ook later invullen."),
    why=N_("Je werknemer vraagt met deze stukken een uitkering aan."),
    example=N_("Gemeld op vrijdag 29 mei via het werkgeversportaal, kopieën dezelfde dag gegeven."),
    not_written=N_("Geen medische stukken. Die gaan van de bedrijfsarts naar je werknemer."),
    source=N_("ZW art. 38 lid 2 en art. 39a"),
    sections=(
        Section(
            key="melden",
            number="3",
            title=N_("Melding bij UWV"),
            fields=(
                Day(
                    key="gemeld_op",
                    later=True,
                    label=N_("Ziek uit dienst gemeld bij UWV op"),
                    ask=N_("Op welke dag heb je het bij UWV gemeld?"),
                    help=N_("Maak eerst dit papier af, en typ het dan over bij UWV."),
                    why=N_("Met deze dag is de stap gedaan."),
                    need=Need.REQUIRED,
                ),
                Choice(
                    key="gemeld_via",
                    later=True,
                    label=N_("Gemeld via"),
                    ask=N_("Hoe heb je gemeld?"),
                    help=N_("De meeste kleine bedrijven gebruiken het werkgeversportaal."),
                    why=N_("Zo vind je de melding later terug."),
                    need=Need.REQUIRED,
                    options=options_of(
                        ("werkgeversportaal", N_("Het werkgeversportaal van UWV")),
                        ("loonpakket", N_("Het loonpakket")),
                    ),
                ),
                Day(
                    key="kopieen",
                    later=True,
                    label=N_("Kopieën van alle stukken aan de werknemer op"),
                    ask=N_("Wanneer gaf je je werknemer een kopie van alle stukken?"),
                    help=N_("Probleemanalyse, plan van aanpak, evaluaties en dit papier."),
                    why=N_("Je werknemer heeft ze nodig bij UWV."),
                    need=Need.REQUIRED,
                ),
                YesNo(
                    key="mi",
                    later=True,
                    label=N_("Medische informatie overgedragen"),
                    ask=N_("Gaf de bedrijfsarts de medische stukken aan je werknemer?"),
                    help=N_("Alleen of het gebeurd is. Jij ziet die stukken niet."),
                    why=N_("Je werknemer stuurt ze zelf naar UWV."),
                    need=Need.REQUIRED,
                ),
                Day(
                    key="geupload",
                    later=True,
                    label=N_("Verslag naar UWV gestuurd op"),
                    ask=N_("Wanneer stuurde je het verslag naar UWV?"),
                    help=N_("UWV stuurt een brief. Daarin staat voor welke dag het er moet zijn."),
                    why=N_("Zonder verslag kan UWV de uitkering op jou verhalen."),
                    need=Need.CONDITIONAL,
                    when=HAS_REPORT,
                    not_asked=N_("Er hoort geen verslag bij dit einde."),
                ),
                YesNo(
                    key="eindafrekening",
                    label=N_("Vakantiedagen en transitievergoeding nagekeken"),
                    ask=N_("Heb je de vakantiedagen en de transitievergoeding nagekeken?"),
                    help=N_("Vraag je boekhouder als je twijfelt."),
                    why=N_("Ook bij ziekte hoort een eindafrekening."),
                ),
            ),
        ),
    ),
)

FLOW = Flow(
    key="ziek_uit_dienst",
    code="ZUD",
    version="1.0",
    title=N_("Ziek uit dienst"),
    purpose=N_(
        "Wat de werkgever regelt en meldt als het dienstverband eindigt terwijl de werknemer ziek is, met het "
        "verkorte re-integratieverslag als dat erbij hoort. ZW art. 38; Regeling procesgang art. 6."
    ),
    duration=N_("ongeveer 10 minuten"),
    rules=rules.RULES,
    steps=(_FACTS, _SHORT, _TELL),
)
