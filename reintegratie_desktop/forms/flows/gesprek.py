"""A talk with a sick employee: the agenda before it, the report after it. One form for every kind of talk."""

from typing import Final

from reintegratie_desktop.forms import rules_talk
from reintegratie_desktop.forms.context import Answers, Context
from reintegratie_desktop.forms.findings import Finding
from reintegratie_desktop.forms.flow import Flow
from reintegratie_desktop.forms.talk_agenda import agenda_extra, agenda_snapshot
from reintegratie_desktop.forms.talk_steps_before import AGENDA, PREPARE
from reintegratie_desktop.forms.talk_steps_close import CLOSE
from reintegratie_desktop.forms.talk_steps_report import AGREEMENTS, TALK
from reintegratie_desktop.text.i18n import N_

__all__ = ["AGENDA_STEPS", "FLOW", "agenda_extra", "agenda_findings", "agenda_snapshot"]

AGENDA_STEPS: Final = ("voorbereiden", "agenda")
"""What is filled in before the talk; with these the agenda can be printed."""

FLOW: Final = Flow(
    key="gesprek",
    code="GV",
    version="1.0",
    title=N_("Gespreksagenda en gespreksverslag"),
    purpose=N_(
        "De agenda is voor het gesprek, het verslag voor daarna. Schrijf alleen over werk, afspraken en mogelijkheden. "
        "Geef de werknemer een kopie."
    ),
    duration=N_("ongeveer 10 minuten, naast het gesprek zelf"),
    date_field="datum",
    repeatable=True,
    steps=(PREPARE, AGENDA, TALK, AGREEMENTS, CLOSE),
    rules=rules_talk.RULES,
)
"""The form for every kind of talk: 22 fields."""


def agenda_findings(answers: Answers, context: Context) -> tuple[Finding, ...]:
    """Return what still misses before the agenda can be printed; the report may be empty then."""
    keys = {field.key for step in FLOW.steps if step.key in AGENDA_STEPS for field in step.fields}
    return tuple(finding for finding in FLOW.findings(answers, context) if finding.key in keys)
