"""From which advice of the bedrijfsarts the time for the plan van aanpak runs, and when nothing is asked at all.

This is decided here only: the dossier, the check, the figures and the command read it from the dated step.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from reintegratie_desktop.domain.facts import Advice
from reintegratie_desktop.domain.milestone import Origin
from reintegratie_desktop.text.i18n import N_

_NO_WORK_YET: Final = N_(
    "Het advies van de bedrijfsarts ziet nog geen mogelijkheden. Daarom is een plan nu niet nodig. De tijd voor het "
    "plan begint op de dag van een advies dat ze wel ziet."
)
_NOT_LASTING: Final = N_(
    "Het advies van de bedrijfsarts verwacht geen langdurig verzuim. Daarom is een plan nu niet nodig. De tijd voor "
    "het plan begint op de dag van een advies dat dit wel verwacht."
)
_NO_EVALUATION: Final = N_(
    "Volgens het nieuwste advies van de bedrijfsarts is dit nu niet nodig. Komt er een advies met mogelijkheden, dan "
    "kijken jullie weer samen naar het plan."
)


class PlanTerm(NamedTuple):
    """Where the time for the first plan begins."""

    counts_from: date | None
    """The day of the advice; None while there is no probleemanalyse."""
    origin: Origin
    waits: str = ""
    """Why no plan is asked yet; Dutch. Empty when it is asked."""

    @property
    def is_later(self) -> bool:
        """Tell whether a later advice than the first one began the time."""
        return self.origin in LATER_ADVICE


LATER_ADVICE: Final = (Origin.ADVICE_WORK, Origin.ADVICE_LASTING)


def plan_term(analysed: date | None, advices: Sequence[Advice]) -> PlanTerm:
    """Return where the time for the plan begins: at the first advice that asks for one (art. 4 lid 1 and 5).

    `analysed` is the day of the probleemanalyse; `advices` run from old to new and begin with it. Without advices the
    probleemanalyse asks for a plan, as it nearly always does.
    """
    if analysed is None:
        return PlanTerm(None, Origin.FIRST_DAY)
    if not advices or advices[0].vraagt_plan:
        return PlanTerm(analysed, Origin.PROBLEEMANALYSE)
    opening = next((advice for advice in advices if advice.vraagt_plan), None)
    no_work = not advices[0].mogelijkheden
    if opening is None:
        return PlanTerm(analysed, Origin.PROBLEEMANALYSE, _NO_WORK_YET if no_work else _NOT_LASTING)
    # Trying another day for the probleemanalyse never puts the later advice before it.
    return PlanTerm(max(opening.op, analysed), Origin.ADVICE_WORK if no_work else Origin.ADVICE_LASTING)


def evaluations_wait(advices: Sequence[Advice]) -> str:
    """Return why there is nothing to look at together now; empty when there is."""
    return _NO_EVALUATION if advices and not advices[-1].vraagt_plan else ""
