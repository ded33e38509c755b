"""The last step of the final review: what the employer and the employee think, and the signatures."""

from dataclasses import replace
from typing import Any, Final

from reintegratie_desktop.forms.conditions import Is
from reintegratie_desktop.forms.fields import (
    By,
    Choice,
    LongText,
    Need,
    Text,
    options,
    options_of,
)
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.plan_steps_end import SIGNING as SIGNING_OF_PLAN
from reintegratie_desktop.forms.plan_words import WORK_ONLY
from reintegratie_desktop.forms.refusal import OFFERS
from reintegratie_desktop.text.i18n import N_

_PLAN: Final[dict[str, Any]] = {field.key: field for field in SIGNING_OF_PLAN.fields}

JUDGEMENT: Final = Step(
    key="oordeel",
    title=N_("Oordeel en ondertekening"),
    question=N_("Is er passend werk, hoe is de relatie, en wat vinden jullie ervan?"),
    why=N_("De wet vraagt jouw oordeel over passend werk en over hoe jullie met elkaar omgaan."),
    example=N_("“Ja: 8 uur per week in de verpakkingshal. De relatie is goed.”"),
    not_written=N_("Een oordeel over wat iemand heeft, of over hoe hard iemand zijn best deed."),
    source=N_("Regeling procesgang art. 6 lid 1 onder i en k"),
    sections=(
        Section(
            key="oordeel",
            number="C",
            title=N_("Oordeel"),
            fields=(
                Choice(
                    key="passend_wg",
                    label=N_("Is er passend werk in het bedrijf (werkgever)"),
                    ask=N_("Is er volgens jou passend werk in je bedrijf?"),
                    help=N_("Ook een paar uur is passend werk."),
                    why=N_("De bedrijfsarts geeft hier ook een oordeel over. UWV legt ze naast elkaar."),
                    need=Need.REQUIRED,
                    options=options_of(("ja", N_("Ja, welk")), ("nee", N_("Nee, waarom"))),
                ),
                Text(
                    key="passend_toelichting",
                    label=N_("Welk werk, of waarom niet"),
                    ask=N_("Welk werk is dat, of waarom is het er niet?"),
                    help=WORK_ONLY,
                    example=N_("“8 uur per week in de verpakkingshal.”"),
                    need=Need.REQUIRED,
                    max_length=500,
                    guard=True,
                    when=Is("passend_wg", "ja", "nee"),
                    writing_lines=2,
                ),
                Choice(
                    key="relatie_wg",
                    label=N_("Arbeidsrelatie (werkgever)"),
                    ask=N_("Hoe is de relatie tussen jou en je medewerker, vind jij?"),
                    help=N_("Jouw oordeel. De bedrijfsarts geeft het ook."),
                    why=N_("Een verstoorde relatie vraagt om een gesprek, ook nu nog."),
                    need=Need.REQUIRED,
                    options=options(N_("Goed"), N_("Voldoende"), N_("Verstoord")),
                ),
                Text(
                    key="relatie_toelichting",
                    label=N_("Toelichting"),
                    ask=N_("Wil je daar iets bij zeggen?"),
                    help=WORK_ONLY,
                    max_length=500,
                    guard=True,
                    writing_lines=2,
                ),
                LongText(
                    key="verder",
                    label=N_("Plannen na de aanvraag"),
                    ask=N_("Wat zijn jullie van plan na de aanvraag?"),
                    help=N_("Bijvoorbeeld: het werk dat er is, gaat door."),
                    why=N_("De aanvraag is geen einde. Werk dat er is, mag doorgaan."),
                    by=By.BOTH,
                    guard=True,
                    writing_lines=3,
                ),
                LongText(
                    key="mening_wn",
                    label=N_("Mening werknemer"),
                    ask=N_("Wat vindt je medewerker van de afgelopen twee jaar?"),
                    help=N_("Eigen woorden van je medewerker. Verander er niets aan."),
                    why=N_("Je medewerker geeft UWV ook zelf nog een oordeel. Dit komt ernaast te liggen."),
                    need=Need.REQUIRED,
                    by=By.WN,
                    guard=True,
                    own_words=True,
                    writing_lines=5,
                ),
                LongText(
                    key="mening_wg",
                    label=N_("Mening werkgever"),
                    ask=N_("Wat vind jij van de afgelopen twee jaar?"),
                    help=WORK_ONLY,
                    example=N_("“We hebben gezocht wat er te zoeken was. De 8 uur houden we graag.”"),
                    need=Need.REQUIRED,
                    guard=True,
                    writing_lines=5,
                ),
            ),
        ),
        Section(
            key="ondertekening",
            title=N_("Ondertekening"),
            fields=(
                replace(
                    _PLAN["hand_wg"],
                    number="",
                    why=N_("Je handtekening zegt dat dit jouw oordeel is."),
                    means=N_("Betekent: zo hebben we teruggekeken, en mijn oordeel staat erin."),
                ),
                replace(
                    _PLAN["hand_wn"],
                    number="",
                    help=N_("Tekent je medewerker niet, dan kun je de eindevaluatie toch afmaken."),
                    why=N_("De handtekening zegt dat je medewerker dit zag en zijn mening erin vindt."),
                    means=N_("Betekent: ik heb dit gezien, en mijn mening staat erin."),
                ),
                replace(
                    _PLAN["weigering"],
                    number="",
                    help=N_("In de woorden van je medewerker. Wil hij of zij niets zeggen, schrijf dat dan op."),
                    why=N_("Zo blijft bewaard wat je medewerker ervan vindt. De eindevaluatie telt dan gewoon mee."),
                    example=N_("“Ik vind dat er meer werk in het bedrijf is dan 8 uur.”"),
                ),
                replace(_PLAN["weigering_aangeboden"], options=OFFERS),
            ),
        ),
    ),
)
