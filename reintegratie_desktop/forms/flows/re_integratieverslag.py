"""The re-integratieverslag: its cover, the list of its parts and what is not there, and handing it over."""

from typing import Final

from reintegratie_desktop.forms.flow import Flow
from reintegratie_desktop.forms.report_steps_cover import COMPANY, COVER, SKILLS
from reintegratie_desktop.forms.report_steps_end import BUNDLE, HANDING_OVER
from reintegratie_desktop.forms.rules_report import RULES
from reintegratie_desktop.text.i18n import N_

FLOW: Final = Flow(
    key="re_integratieverslag",
    code="RIV",
    version="1.0",
    title=N_("Re-integratieverslag"),
    purpose=N_(
        "Voorblad van alle stukken die samen het verslag zijn. WIA art. 25; Regeling procesgang art. 6. Medische "
        "informatie zit niet in dit verslag."
    ),
    date_field="datum",
    duration=N_("ongeveer 20 minuten"),
    rules=RULES,
    steps=(COVER, COMPANY, SKILLS, BUNDLE, HANDING_OVER),
)
"""The cover, in five steps; the papers themselves follow behind it."""
