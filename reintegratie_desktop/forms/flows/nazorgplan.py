"""The nazorgplan: agreements after the return, four check-ins, and what to watch for without writing it down."""

from typing import Final

from reintegratie_desktop.forms.aftercare_steps import AGREEMENTS, CHECK_INS
from reintegratie_desktop.forms.aftercare_steps_end import SEEN, SIGNALS
from reintegratie_desktop.forms.flow import Flow
from reintegratie_desktop.forms.rules_aftercare import RULES
from reintegratie_desktop.text.i18n import N_

FLOW: Final = Flow(
    key="nazorgplan",
    code="NZ",
    version="1.0",
    title=N_("Nazorgplan"),
    purpose=N_(
        "Afspraken voor na de terugkeer, met vier korte gesprekken. Niet verplicht: een eigen keuze van werkgever en "
        "werknemer. Alleen over het werk (AP-beleidsregels De zieke werknemer)."
    ),
    duration=N_("ongeveer 15 minuten"),
    rules=RULES,
    steps=(AGREEMENTS, CHECK_INS, SIGNALS, SEEN),
)
"""The plan in four steps; after each check-in it gets a next version."""
