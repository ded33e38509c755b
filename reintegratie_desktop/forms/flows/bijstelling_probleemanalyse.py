"""A changed advice of the bedrijfsarts: what was known stands there, and only what is different is typed."""

from typing import Final

from reintegratie_desktop.forms import rules_adjust_advice
from reintegratie_desktop.forms.adjust_advice_steps import ADVICE, CHANGE, DOCUMENT, OUTCOME
from reintegratie_desktop.forms.flow import Flow
from reintegratie_desktop.text.i18n import N_

FLOW: Final = Flow(
    key="bijstelling_probleemanalyse",
    code="BPA",
    version="1.0",
    title=N_("Bijstelling probleemanalyse: nieuw advies"),
    purpose=N_(
        "Wat er verandert in het advies voor het werk, overgenomen uit de terugkoppeling van de bedrijfsarts. Dit is "
        "niet de bijstelling zelf. Regeling procesgang art. 4 lid 4."
    ),
    duration=N_("ongeveer 10 minuten"),
    date_field="datum_document",
    repeatable=True,
    steps=(DOCUMENT, CHANGE, ADVICE, OUTCOME),
    rules=rules_adjust_advice.RULES,
)
"""The form for a changed advice: 20 fields, all in terms of work."""
