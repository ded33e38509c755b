"""The advice of the bedrijfsarts, taken over in terms of work. The doctor's own document is not the employer's."""

from typing import Final

from reintegratie_desktop.forms import rules_advice
from reintegratie_desktop.forms.advice_steps_hours import HOURS
from reintegratie_desktop.forms.advice_steps_start import CONCLUSION, DOCUMENT, RETURN_NOTE
from reintegratie_desktop.forms.advice_steps_work import OUTLOOK, RUBRICS, WORK
from reintegratie_desktop.forms.flow import Flow
from reintegratie_desktop.text.i18n import N_

__all__ = ["FLOW", "RETURN_NOTE"]

FLOW: Final = Flow(
    key="probleemanalyse",
    code="PA",
    version="1.0",
    title=N_("Probleemanalyse: advies voor het werk"),
    purpose=N_(
        "Het advies voor het werk, overgenomen uit de terugkoppeling van de bedrijfsarts. Dit is niet de "
        "probleemanalyse zelf. Regeling procesgang art. 2."
    ),
    duration=N_("ongeveer 15 minuten"),
    date_field="datum_document",
    steps=(DOCUMENT, CONCLUSION, RUBRICS, HOURS, WORK, OUTLOOK),
    rules=rules_advice.RULES,
)
"""The form for the outcome of the probleemanalyse: 36 fields, all in terms of work."""
