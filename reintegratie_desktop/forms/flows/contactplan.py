"""The contact plan: how often, how and about what there is contact, and the moments that follow from it."""

from typing import Final

from reintegratie_desktop.forms import rules_contact_plan
from reintegratie_desktop.forms.contact_plan_steps import AGREED, MOMENTS, RHYTHM
from reintegratie_desktop.forms.flow import Flow
from reintegratie_desktop.text.i18n import N_

FLOW: Final = Flow(
    key="contactplan",
    code="CP",
    version="1.0",
    title=N_("Contactplan"),
    purpose=N_(
        "Hoe vaak, hoe en waarover jullie contact hebben, zodat drukke weken het contact niet breken. Dit papier wordt "
        "niet getekend."
    ),
    duration=N_("ongeveer 5 minuten"),
    date_field="start",
    steps=(RHYTHM, AGREED, MOMENTS),
    rules=rules_contact_plan.RULES,
)
"""The form for the contact plan: 16 fields."""
