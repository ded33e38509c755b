"""The evaluation of the plan: every few weeks, and the one at the end of the first year."""

from typing import Final

from reintegratie_desktop.forms import rules_evaluation
from reintegratie_desktop.forms.evaluation_steps_ahead import AGREEMENTS, GOAL
from reintegratie_desktop.forms.evaluation_steps_back import GENERAL, LOOK_BACK, WORK
from reintegratie_desktop.forms.evaluation_steps_end import SIGNING
from reintegratie_desktop.forms.flow import Flow
from reintegratie_desktop.text.i18n import N_

FLOW: Final = Flow(
    key="evaluatie",
    code="EV",
    version="1.0",
    title=N_("Evaluatie plan van aanpak"),
    purpose=N_(
        "Samen terugkijken op het plan van aanpak en vooruitkijken. Regeling procesgang art. 4 lid 2 onder b. De "
        "eerstejaarsevaluatie hoort bij het re-integratieverslag."
    ),
    duration=N_("ongeveer 20 minuten"),
    date_field="datum",
    copies_field="kopie_aan",
    repeatable=True,
    steps=(GENERAL, LOOK_BACK, WORK, GOAL, AGREEMENTS, SIGNING),
    rules=rules_evaluation.RULES,
)
"""The form for an evaluation: 27 fields."""
