"""The report of a vangnet that was done: its term was wiped, so the clock of the case no longer has it."""

from reintegratie_desktop.domain.clock import CaseClock, ziekteweek
from reintegratie_desktop.domain.milestone_rules import RULES
from reintegratie_desktop.services.case_clock import VANGNET_REPORT
from reintegratie_desktop.services.step_views import StepState, StepView
from reintegratie_desktop.services.step_words import detail_of, who_words
from reintegratie_desktop.text.i18n import _


def reported_vangnet(clock: CaseClock, first_name: str) -> StepView | None:
    """Return the report as a step that is done; None when there was none, or when the clock still has it."""
    done_on = clock.case.done.vangnet_melding
    if done_on is None or any(milestone.id == VANGNET_REPORT for milestone in clock.termijnen):
        return None
    rule = RULES[VANGNET_REPORT]
    return StepView(
        id=VANGNET_REPORT,
        title=_(rule.title),
        detail=detail_of(VANGNET_REPORT),
        who=who_words(rule.wie, first_name),
        state=StepState.DONE,
        state_words=_("klaar"),
        day=done_on,
        explanation=_("De melding is gedaan. Binnen welke termijn dat moest, bewaren we daarna niet."),
        week=ziekteweek(clock, done_on),
        done_on=done_on,
        short_title=_(rule.short_title),
    )
