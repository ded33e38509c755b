"""The last step of an adjustment of the plan: what both think of it, the signatures, and who gets a copy."""

from dataclasses import replace
from typing import Final

from reintegratie_desktop.forms.fields import By, Field, LongText, Need
from reintegratie_desktop.forms.flow import Section, Step
from reintegratie_desktop.forms.plan_steps_end import SIGNING as SIGNING_OF_PLAN
from reintegratie_desktop.forms.plan_words import WORK_ONLY
from reintegratie_desktop.text.i18n import N_

_PLAN: Final[dict[str, Field]] = {field.key: field for field in SIGNING_OF_PLAN.fields}

SIGNING: Final = Step(
    key="ondertekenen",
    title=N_("Mening en ondertekening"),
    question=N_("Wat vinden jullie ervan, wie tekent en naar wie gaat het?"),
    why=N_("Met jullie handtekening zijn de nieuwe afspraken deel van het plan. Tekenen doe je op papier."),
    example=N_("“Ik ben blij met de vaste ochtenden. Getekend op 14 december.”"),
    not_written=N_("Een oordeel over iemand die niet tekent. Niet tekenen mag."),
    source=N_("Regeling procesgang art. 4 lid 2, 3 en 5"),
    sections=(
        Section(
            key="mening",
            number="C",
            title=N_("Mening"),
            fields=(
                LongText(
                    key="mening_wn",
                    label=N_("Mening werknemer"),
                    ask=N_("Wat vindt je medewerker van de nieuwe afspraken?"),
                    help=N_("Eigen woorden van je medewerker. Verander er niets aan."),
                    why=N_("Ook twijfel mag er staan. Zo is later te zien dat er geluisterd is."),
                    need=Need.REQUIRED,
                    by=By.WN,
                    guard=True,
                    own_words=True,
                    writing_lines=4,
                ),
                LongText(
                    key="mening_wg",
                    label=N_("Mening werkgever"),
                    ask=N_("Wat vind jij van de nieuwe afspraken?"),
                    help=WORK_ONLY,
                    why=N_("Schrijf ook op waar jij je best voor doet."),
                    example=N_("“De ochtenden passen in het rooster. De ploeg weet ervan.”"),
                    need=Need.REQUIRED,
                    guard=True,
                    writing_lines=4,
                ),
            ),
        ),
        Section(
            key="ondertekening",
            title=N_("Ondertekening"),
            fields=tuple(
                replace(_PLAN[key], number="")
                for key in ("hand_wg", "hand_wn", "weigering", "weigering_aangeboden", "kopie_aan")
            ),
        ),
    ),
)
