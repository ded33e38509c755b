"""The last steps of the plan van aanpak: what both think of it, whether it is late, and the signatures."""

from typing import Final

from reintegratie_desktop.forms import plan_carry
from reintegratie_desktop.forms import rules_plan as rules
from reintegratie_desktop.forms.conditions import Fact
from reintegratie_desktop.forms.fields import By, Computed, Day, LongText, Many, Need, Option, Signature
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.plan_words import ARTICLE, WORK_ONLY
from reintegratie_desktop.text.i18n import N_

_REFUSED: Final = Fact("werknemer_tekent_niet", rules.is_refused)

OPINIONS: Final = Step(
    key="meningen",
    title=N_("Wat vinden jullie?"),
    question=N_("Wat vinden jullie allebei van de afspraken?"),
    why=N_("Een plan zonder de mening van allebei is niet af. Je hoeft het niet over alles eens te zijn."),
    example=N_("“Ik vind het fijn om rustig te beginnen. Op vrijdag wil ik echt tijd om na te praten.”"),
    not_written=WORK_ONLY,
    source=ARTICLE,
    sections=(
        Section(
            key="meningen",
            number="8",
            title=N_("Mening over de afspraken"),
            fields=(
                LongText(
                    key="mening_afspraken_wn",
                    number="8.1",
                    label=N_("Wat vindt de werknemer van de afspraken?"),
                    ask=N_("Wat vindt je medewerker van de afspraken?"),
                    help=N_("Eigen woorden van je medewerker. Verander er niets aan."),
                    why=N_("Ook twijfel mag er staan. Zo is later te zien dat er geluisterd is."),
                    need=Need.REQUIRED,
                    by=By.WN,
                    guard=True,
                    own_words=True,
                    writing_lines=5,
                ),
                LongText(
                    key="mening_afspraken_wg",
                    number="8.2",
                    label=N_("Wat vindt de werkgever van de afspraken?"),
                    ask=N_("Wat vind jij van de afspraken?"),
                    help=WORK_ONLY,
                    why=N_("Schrijf ook op waar jij je best voor doet."),
                    example=N_("“De afspraken zijn haalbaar. De vrijdag staat vast in de planning.”"),
                    need=Need.REQUIRED,
                    guard=True,
                    writing_lines=5,
                ),
            ),
        ),
        Section(
            key="te_laat",
            number="9",
            title=N_("Is het plan te laat?"),
            fields=(
                Day(
                    key="opgesteld_op",
                    label=N_("Plan opgesteld op"),
                    ask=N_("Op welke dag maken jullie dit plan af?"),
                    help=N_("Deze datum komt op het papier."),
                    why=N_("Aan deze datum is te zien of het plan op tijd is."),
                    need=Need.REQUIRED,
                    by=By.BOTH,
                    default=lambda context: context.today.isoformat(),
                ),
                Computed(
                    key="dagen_na_advies",
                    label=N_("Na de probleemanalyse"),
                    by=By.APP,
                    compute=plan_carry.days_after_advice,
                    when=Fact("dagen_na_advies_bekend", plan_carry.knows_days_after_advice),
                ),
                LongText(
                    key="reden_te_laat",
                    label=N_("Reden als het plan later is dan twee weken na de probleemanalyse"),
                    ask=N_("Waarom is het plan later?"),
                    help=N_("Later mag, als jullie het daar allebei mee eens zijn en de reden opschrijven."),
                    why=N_("UWV leest hier of er echt iets in de weg zat."),
                    example=N_("“De eerste afspraak op 20 november kon niet doorgaan. Op 27 november zaten we samen.”"),
                    need=Need.CONDITIONAL,
                    guard=True,
                    when=Fact("plan_te_laat", rules.is_late),
                    not_asked=N_("Het plan is op tijd."),
                    writing_lines=4,
                ),
            ),
        ),
    ),
)

SIGNING: Final = Step(
    key="ondertekenen",
    title=N_("Ondertekenen"),
    question=N_("Wie tekent, en naar wie gaat het plan?"),
    why=N_("Met jullie handtekening is het plan een afspraak. Tekenen doe je op papier, na het afdrukken."),
    example=N_("“Getekend op 17 februari. Afschrift naar de werknemer, de casemanager en de bedrijfsarts.”"),
    not_written=N_("Een oordeel over iemand die niet tekent. Niet tekenen mag."),
    source=N_("Regeling procesgang art. 4 lid 2 en 3"),
    sections=(
        Section(
            key="ondertekening",
            number="10",
            title=N_("Ondertekening"),
            fields=(
                Signature(
                    key="hand_wg",
                    number="10",
                    label=N_("Handtekening werkgever"),
                    ask=N_("Wie tekent voor het bedrijf?"),
                    help=N_("Nog niet getekend? Dat is goed. Eerst afdrukken, dan tekenen."),
                    why=N_("Je handtekening zegt dat je achter het plan staat en het uitvoert."),
                    need=Need.REQUIRED,
                    role=N_("Werkgever"),
                    means=N_("Betekent: ik sta achter dit plan en voer het uit."),
                    default=plan_carry.employer_signs,
                ),
                Signature(
                    key="hand_wn",
                    number="10",
                    label=N_("Handtekening werknemer"),
                    ask=N_("Tekent je medewerker?"),
                    help=N_("Tekent je medewerker niet, dan kun je het plan toch afmaken."),
                    why=N_("De handtekening zegt dat je medewerker het eens is en een afschrift kreeg."),
                    need=Need.REQUIRED,
                    by=By.WN,
                    role=N_("Werknemer"),
                    means=N_("Betekent: ik ben het eens met deze afspraken en kreeg een afschrift."),
                    may_refuse=True,
                    default=plan_carry.employee_signs,
                ),
                LongText(
                    key="weigering",
                    label=N_("Werknemer tekent niet: reden"),
                    ask=N_("Waarom tekent je medewerker niet?"),
                    help=N_("In de woorden van je medewerker. Wil hij of zij niets zeggen, schrijf dat dan op."),
                    why=N_("Zo blijft bewaard wat je medewerker ervan vindt. Het plan blijft in het dossier."),
                    example=N_("“Ik vind drie ochtenden te veel. Met twee wil ik wel beginnen.”"),
                    need=Need.CONDITIONAL,
                    by=By.WN,
                    guard=True,
                    own_words=True,
                    when=_REFUSED,
                    not_asked=N_("De werknemer heeft niet gezegd dat hij of zij niet tekent."),
                    writing_lines=3,
                ),
                Many(
                    key="weigering_aangeboden",
                    label=N_("Wat is de werknemer aangeboden?"),
                    ask=N_("Wat heb je aangeboden?"),
                    help=N_("Een gesprek lost vaak meer op dan een tweede verzoek om te tekenen."),
                    why=N_("Jullie kunnen allebei een oordeel van een deskundige vragen aan UWV."),
                    when=_REFUSED,
                    not_asked=N_("De werknemer heeft niet gezegd dat hij of zij niet tekent."),
                    options=(
                        Option("gesprek", N_("Een gesprek over de reden")),
                        Option("deskundigenoordeel", N_("Gewezen op het deskundigenoordeel van UWV")),
                        Option("aanpassen", N_("Het plan samen aanpassen")),
                    ),
                ),
                Many(
                    key="kopie_aan",
                    label=N_("Afschrift gaat naar"),
                    ask=N_("Naar wie gaat een afschrift?"),
                    help=N_("Geef het meteen na het tekenen. De datum zet je er dan bij."),
                    why=N_("De wet noemt deze drie. Zo werkt iedereen met hetzelfde plan."),
                    need=Need.REQUIRED,
                    options=rules.COPIES,
                    default=[option.value for option in rules.COPIES],
                ),
            ),
        ),
    ),
)
