"""The last step of an evaluation: both views, the signatures, and who gets a copy."""

from dataclasses import replace
from typing import Any, Final

from reintegratie_desktop.forms import plan_carry
from reintegratie_desktop.forms.evaluation_carry import IS_OF_YEAR
from reintegratie_desktop.forms.fields import By, LongText, Need, Signature
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.plan_steps_end import SIGNING as SIGNING_OF_PLAN
from reintegratie_desktop.forms.plan_words import WORK_ONLY
from reintegratie_desktop.forms.refusal import OFFERS
from reintegratie_desktop.text.i18n import N_

_PLAN: Final[dict[str, Any]] = {field.key: field for field in SIGNING_OF_PLAN.fields}

SIGNING: Final = Step(
    key="ondertekenen",
    title=N_("Visies en ondertekening"),
    question=N_("Hoe kijken jullie er allebei naar, en wie tekent?"),
    why=N_("De visie van allebei hoort erbij. Je hoeft het niet over alles eens te zijn."),
    example=N_("“Ik vind dat het goed gaat. Op vrijdag wil ik de spoedorders kunnen weigeren.”"),
    not_written=WORK_ONLY,
    source=N_("Regeling procesgang art. 4 lid 2, zoals gewijzigd in 2023"),
    sections=(
        Section(
            key="visies",
            title=N_("Visies"),
            fields=(
                LongText(
                    key="visie_wn",
                    label=N_("Visie werknemer"),
                    ask=N_("Hoe kijkt je medewerker naar de afgelopen tijd en naar het vervolg?"),
                    help=N_("Eigen woorden van je medewerker. Verander er niets aan."),
                    why=N_("Zonder de visie van je medewerker is de evaluatie niet compleet."),
                    need=Need.REQUIRED,
                    by=By.WN,
                    guard=True,
                    own_words=True,
                    writing_lines=4,
                ),
                LongText(
                    key="visie_wg",
                    label=N_("Visie werkgever"),
                    ask=N_("Hoe kijk jij naar de afgelopen tijd en naar het vervolg?"),
                    help=WORK_ONLY,
                    why=N_("Schrijf ook op wat jij anders gaat doen."),
                    example=N_("“De orders zijn bij. Ik zorg dat spoedwerk naar de avondploeg gaat.”"),
                    need=Need.REQUIRED,
                    guard=True,
                    writing_lines=4,
                ),
            ),
        ),
        Section(
            key="ondertekening",
            number="D",
            title=N_("Ondertekening"),
            fields=(
                Signature(
                    key="hand_wg",
                    label=N_("Handtekening werkgever"),
                    ask=N_("Wie tekent voor het bedrijf?"),
                    help=N_("Nog niet getekend? Dat is goed. Eerst afdrukken, dan tekenen."),
                    why=N_("De eerstejaarsevaluatie tekenen jullie allebei."),
                    need=Need.CONDITIONAL,
                    required_when=IS_OF_YEAR,
                    role=N_("Werkgever"),
                    means=N_("Betekent: zo hebben we teruggekeken, en mijn visie staat erin."),
                    default=plan_carry.employer_signs,
                ),
                Signature(
                    key="hand_wn",
                    label=N_("Handtekening werknemer"),
                    ask=N_("Tekent je medewerker?"),
                    help=N_("Tekent je medewerker niet, dan kun je de evaluatie toch afmaken."),
                    why=N_("De handtekening zegt dat je medewerker de evaluatie zag en zijn visie erin vindt."),
                    need=Need.CONDITIONAL,
                    required_when=IS_OF_YEAR,
                    by=By.WN,
                    role=N_("Werknemer"),
                    means=N_("Betekent: ik heb dit gezien, en mijn visie staat erin."),
                    may_refuse=True,
                    default=plan_carry.employee_signs,
                ),
                replace(
                    _PLAN["weigering"], example=N_("“Ik vind dat er te weinig naar ander werk is gekeken.”"), number=""
                ),
                replace(_PLAN["weigering_aangeboden"], options=OFFERS),
                replace(_PLAN["kopie_aan"], number=""),
            ),
        ),
    ),
)
