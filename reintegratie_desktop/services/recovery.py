"""What a finished report of recovery does: full recovery closes the case, anything less leaves the clock alone."""

from typing import TYPE_CHECKING, Final

from reintegratie_desktop.forms.context import Answers, as_day
from reintegratie_desktop.forms.uwv_facts import FULL, HM

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace


RECOVERY: Final = HM
"""The form that reports recovery."""


def settle_recovery(desk: "Workspace", case_id: str, form: str, answers: Answers) -> None:
    """Close the case when a report says that somebody does all of the own work again; other papers do nothing here.

    Raises:
        KnownError: it is not the own work in full, or the day cannot be right; then nothing is finished.
    """
    day = as_day(answers.get("datum"))
    if form == RECOVERY and answers.get("soort") == FULL and day is not None:
        whole = answers.get("alle_taken") == "ja" and answers.get("alle_uren") == "ja"
        desk.report_recovery(case_id, day, own_work=whole)
