"""An adjustment of the plan van aanpak: the plan as it stands, and what stays, stops and comes."""

from typing import Final

from reintegratie_desktop.forms import rules_adjust_plan
from reintegratie_desktop.forms.adjust_plan_steps import AHEAD, CAUSE, CHANGES
from reintegratie_desktop.forms.adjust_plan_steps_end import SIGNING
from reintegratie_desktop.forms.flow import Flow
from reintegratie_desktop.text.i18n import N_

FLOW: Final = Flow(
    key="bijstelling_plan_van_aanpak",
    code="BPVA",
    version="1.0",
    title=N_("Bijstelling plan van aanpak"),
    purpose=N_(
        "Nieuwe afspraken bij het plan van aanpak, na een evaluatie of een nieuw advies. Wat hier niet staat, blijft "
        "gelden. Regeling procesgang art. 4 lid 5."
    ),
    duration=N_("ongeveer 20 minuten"),
    date_field="datum",
    copies_field="kopie_aan",
    repeatable=True,
    steps=(CAUSE, CHANGES, AHEAD, SIGNING),
    rules=rules_adjust_plan.RULES,
)
"""The form for an adjustment of the plan: 17 fields."""
