"""The start of spoor 2: the decision to look outside the company, and the plan of the agency that helps."""

from typing import Final

from reintegratie_desktop.forms import rules_spoor2, spoor2_plan, spoor2_steps
from reintegratie_desktop.forms.flow import Flow
from reintegratie_desktop.text.i18n import N_

FLOW: Final = Flow(
    key="spoor2_start",
    code="S2",
    version="1.0",
    title=N_("Spoor 2: start en trajectplan"),
    purpose=N_(
        "De werkgever besluit te zoeken naar passend werk bij een andere werkgever, met hulp van een "
        "re-integratiebedrijf. BW 7:658a lid 1."
    ),
    duration=N_("ongeveer 25 minuten"),
    steps=(spoor2_steps.DECISION, spoor2_plan.PLAN, spoor2_plan.OPINIONS),
    rules=rules_spoor2.RULES,
)
"""The form for the start of spoor 2: 24 fields. The plan may follow the decision, as a next version."""
