"""The last day of the wage as something to do: tell who pays it, and agree what happens with the hours after it."""

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.domain.clock import ziekteweek
from reintegratie_desktop.domain.milestone import Status
from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.services.case_clock import END_OF_WAGE, step_title
from reintegratie_desktop.services.step_views import StepState, StepView, SumLineView
from reintegratie_desktop.services.step_words import who_words
from reintegratie_desktop.text.formatting import day_numeric, days_left
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.case_reader import CaseReader

_WAGE: Final = "einde_loondoorbetaling"
_WIA: Final = "wia_eerste_dag"
END_IS_NEAR_DAYS: Final = 28
"""From this many days before the last day of wage it stands there, and the first page says so: our own choice."""
_NOW: Final = timedelta(weeks=1)


def end_of_wage_step(reader: "CaseReader") -> StepView | None:
    """Return the task of the last weeks of wage; None when that is far away, or never comes in this case."""
    end = next((step for step in reader.clock.termijnen if step.id == _WAGE), None)
    if end is None or end.status is Status.VERVALT:
        return None
    ticked: Mapping[str, Any] = reader.case.facts.get("gedaan", {})
    done = as_day(ticked.get(END_OF_WAGE))
    day, today = end.uiterlijk, reader.today
    if done is None and (not reader.is_open or (day - today).days > END_IS_NEAR_DAYS):
        return None
    left = (day - today).days
    if done is not None:
        state, words = StepState.DONE, _("klaar")
    elif left < 0:
        state, words = StepState.SOON, _("nog doen")  # nobody fines it, so it is never red
    else:
        state, words = (StepState.SOON if day - _NOW <= today else StepState.PLANNED), days_left(left)
    return StepView(
        id=END_OF_WAGE,
        title=step_title(END_OF_WAGE),
        detail=_("Bel wie de salarissen doet"),
        who=who_words(("werkgever",), reader.first_name),
        state=state,
        state_words=words,
        day=day,
        days_left=None if done is not None else left,
        phase=end.phase,
        action="" if done is not None else _("Afvinken"),
        can_tick=done is None,
        sum=(SumLineView(_("Laatste dag van de loondoorbetaling"), day_numeric(day), strong=True),),
        counted_from=_explained(reader),
        week=ziekteweek(reader.clock, done or day),
        done_on=done,
        short_title=step_title(END_OF_WAGE),
        on_time_line=False,
    )


def _explained(reader: "CaseReader") -> str:
    if not reader.explain:
        return ""
    name = reader.first_name
    told = [
        _("Geef de laatste loondag door aan wie de salarissen doet."),
        _("Werkt {naam} nog uren? Spreek samen af hoe dat daarna verder gaat, en schrijf het op.").format(naam=name),
    ]
    wia = next((step for step in reader.clock.termijnen if step.id == _WIA), None)
    if wia is not None and wia.status is not Status.VERVALT:
        told.append(
            _(
                "UWV besluit over de WIA. Is dat besluit er nog niet? Dan kan {naam} een voorschot van UWV krijgen. "
                "Jij hoeft dan geen loon meer door te betalen."
            ).format(naam=name)
        )
        told.append(
            _("Kreeg je een brief van UWV met een andere dag? Vul die in bij Bijzonderheden: die dag gaat voor.")
        )
    return " ".join(told)
