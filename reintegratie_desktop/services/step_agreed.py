"""The next evaluation as the people themselves agreed it: earlier than the law asks is the day that counts for them."""

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from reintegratie_desktop.domain.milestone import Milestone
from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.services.step_views import SumLineView
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.services.case_reader import CaseReader

PREFIX: Final = "evaluatie_"
_SAYS: Final = {
    "evaluatie": "volgende",
    "plan_van_aanpak": "evaluatie_eerste",
    "bijstelling_plan_van_aanpak": "evaluatie_eerste",
}
"""The papers in which the next evaluation is agreed, with the question that holds its day."""


class Agreed(NamedTuple):
    """The day that was agreed, and the day of the paper that says so."""

    day: date
    on: date

    @property
    def line(self) -> SumLineView:
        """Return the line that ends the sum of the date."""
        label = _("Samen afgesproken op {dag}").format(dag=day_numeric(self.on))
        return SumLineView(label, day_numeric(self.day), strong=True)


def next_evaluation(milestones: tuple[Milestone, ...]) -> str:
    """Return the id of the first evaluation that is still to come; empty when none is."""
    found = (step.id for step in milestones if step.id.startswith(PREFIX) and step.status.is_open)
    return next(found, "")


def agreed_evaluation(reader: "CaseReader", milestone: Milestone) -> Agreed | None:
    """Return the day agreed for an evaluation, when it is still to come and earlier than the safe day of the law.

    The newest paper that can say it counts. Later than the law is no agreement to steer by.
    """
    told = [info for info in reader.chain_infos if info.form in _SAYS and info.made_on <= reader.today]
    if not told:
        return None
    newest = max(told, key=lambda info: (info.made_on, info.at, info.version))
    day = as_day(reader.paper(newest.id).answers_now.get(_SAYS[newest.form]))
    if day is None or not reader.today <= day < milestone.streefdatum or day <= milestone.trace.origin_day:
        return None
    return Agreed(day, newest.made_on)
