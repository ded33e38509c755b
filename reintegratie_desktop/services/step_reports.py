"""The next report about spoor 2, as the agency and the employer agreed it: a task until it is there."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.forms.context import Context, as_day
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.services.case_clock import newest_answers
from reintegratie_desktop.services.step_views import StepState, StepView, SumLineView
from reintegratie_desktop.services.step_words import detail_of, signed_days, who_words
from reintegratie_desktop.text.formatting import day_numeric, day_weekday, days_left
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.case_reader import CaseReader

SPOOR2: Final = "spoor2_start"
REPORT: Final = "voortgangsrapportage"
_BASIS: Final = "spoor2_start"


def report_step(reader: "CaseReader", soon_days: int) -> StepView | None:
    """Return the next report of the agency as a step; None when none was agreed, or the last one is there.

    It comes on the day that was agreed. When it is not there, there is some patience before it is called late: that
    is a choice of this program, and no term of the law.
    """
    if not reader.is_open or not reader.is_finished(SPOOR2, whole=True):
        return None
    from reintegratie_desktop.forms.rules_reports import interval, report_expected  # noqa: PLC0415 - few cases

    context = Context(
        today=reader.today,
        papers={SPOOR2: reader.answers(SPOOR2, whole=True)},
        history={REPORT: tuple(newest_answers(reader.desk, reader.chain_infos, REPORT))},
    )
    days, step = report_expected(context), interval(context)
    if days is None or step is None:
        return None
    agreed, call = days
    expected = _working_day(agreed)
    day = expected if expected >= reader.today else call
    left = (day - reader.today).days
    is_late = call < reader.today
    slot = reader.draft_slot(REPORT)
    return StepView(
        id=REPORT,
        title=_("Verslag over spoor 2"),
        detail=_("Concept, nog niet af") if slot is not None else detail_of(REPORT),
        who=who_words(("werkgever", "re-integratiebureau"), reader.first_name),
        state=StepState.LATE if is_late else StepState.SOON if left <= soon_days else StepState.PLANNED,
        state_words=days_left(left),
        day=day,
        hard_day=call,
        days_left=left,
        form=REPORT,
        slot=slot,
        action=reader.action(REPORT),
        sum=_sum(agreed, step, context),
        explanation=_why(expected, call, step),
        if_late=_("Bel het bureau. Jij blijft verantwoordelijk voor wat er gebeurt, ook als een bureau het werk doet."),
        source=load_law().basis(_BASIS).text,
        short_title=_("Verslag spoor 2"),
        on_time_line=False,
    )


def _working_day(day: date) -> date:
    """Return the day itself, or the first working day after it."""
    calendar = load_law().calendar
    while not calendar.is_working_day(day):
        day += timedelta(days=1)
    return day


def _sum(agreed: date, step: timedelta, context: Context) -> tuple[SumLineView, ...]:
    """Return how the day was counted; without the sum when the plan ends before the term is full."""
    begins = agreed - step
    until = [day for report in context.history[REPORT] if (day := as_day(report.get("tot"))) is not None]
    last = SumLineView(_("Verslag verwacht"), day_numeric(agreed), strong=True)
    if begins != max(until, default=context.day(SPOOR2, "van")):
        return (SumLineView(_("Laatste dag van het plan voor spoor 2"), day_numeric(agreed)), last)
    label = _("Vorige verslag, tot en met") if until else _("Start van spoor 2")
    return (
        SumLineView(label, day_numeric(begins)),
        SumLineView(_("Zo spraken jullie het af"), signed_days(step.days)),
        last,
    )


def _why(expected: date, call: date, step: timedelta) -> str:
    weeks = step // timedelta(weeks=1)
    agreed = _("Jullie spraken af dat het bureau elke {n} weken verslag doet.").format(n=weeks)
    patience = _("Is het er op {dag} nog niet, bel dan het bureau. Die dag is een eigen keuze, geen wet.")
    return f"{agreed} {patience.format(dag=day_weekday(call, year=call.year != expected.year))}"
