"""The plan van aanpak: the official sections 1 to 10 with what the law adds, asked in eight steps."""

from typing import Final

from reintegratie_desktop.forms import rules_plan
from reintegratie_desktop.forms.activity_examples import ACTIVITY_EXAMPLES, Example
from reintegratie_desktop.forms.flow import Flow
from reintegratie_desktop.forms.plan_steps_agreements import AGREEMENTS, EVALUATION, SUPPORT
from reintegratie_desktop.forms.plan_steps_end import OPINIONS, SIGNING
from reintegratie_desktop.forms.plan_steps_start import DETAILS, GOAL, POSSIBILITIES
from reintegratie_desktop.text.i18n import N_

__all__ = ["ACTIVITY_EXAMPLES", "FLOW", "Example"]

FLOW: Final = Flow(
    key="plan_van_aanpak",
    code="PVA",
    version="1.0",
    title=N_("Plan van aanpak"),
    purpose=N_(
        "Afspraken van werkgever en werknemer over terugkeer in werk. Regeling procesgang art. 4. Zelfde onderdelen "
        "als het UWV-formulier Plan van aanpak WIA."
    ),
    duration=N_("ongeveer 40 minuten"),
    date_field="opgesteld_op",
    copies_field="kopie_aan",
    steps=(DETAILS, POSSIBILITIES, GOAL, AGREEMENTS, SUPPORT, EVALUATION, OPINIONS, SIGNING),
    rules=rules_plan.RULES,
)
"""The plan van aanpak in the order and with the numbers of the official form."""
