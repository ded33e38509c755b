"""The final review of the plan, before the employee asks for a benefit: how it stands, and what both think of it."""

from typing import Final

from reintegratie_desktop.forms import rules_final_review
from reintegratie_desktop.forms.final_review_steps import LOOK_BACK, STATE
from reintegratie_desktop.forms.final_review_steps_end import JUDGEMENT
from reintegratie_desktop.forms.flow import Flow
from reintegratie_desktop.text.i18n import N_

FLOW: Final = Flow(
    key="eindevaluatie",
    code="EE",
    version="1.0",
    title=N_("Eindevaluatie plan van aanpak"),
    purpose=N_(
        "Hoe de re-integratie ervoor staat bij de aanvraag. Hoort bij het re-integratieverslag. Regeling procesgang "
        "art. 6 lid 1."
    ),
    duration=N_("ongeveer 30 minuten"),
    date_field="datum",
    steps=(STATE, LOOK_BACK, JUDGEMENT),
    rules=rules_final_review.RULES,
)
"""The form for the final review: 22 fields."""
