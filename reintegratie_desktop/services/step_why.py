"""Says why a date is that date, with what the whole case adds: a break that moved it, and one that did not."""

from typing import Final

from reintegratie_desktop.domain.clock import CaseClock
from reintegratie_desktop.domain.milestone import Milestone, Origin
from reintegratie_desktop.domain.periods import Gap
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _, ngettext

_SAYS_IT_ITSELF: Final = (Origin.RELAPSE, Origin.UWV_LETTER, Origin.END_OF_EMPLOYMENT, Origin.REPAIR)
"""Origins from which nobody expects a break to count."""


def why_this_day(milestone: Milestone, clock: CaseClock) -> str:
    """Return the whole sum in words; a break before the date that does not move it is named too."""
    told = [milestone.uitleg]
    gaps = _not_counted(milestone, clock)
    if gaps:
        spans = _(" en ").join(
            _("{van} tot en met {tot}").format(van=day_numeric(gap.van), tot=day_numeric(gap.last)) for gap in gaps
        )
        told.append(
            ngettext(
                "De onderbreking van {dagen} schuift deze datum niet op.",
                "De onderbrekingen van {dagen} schuiven deze datum niet op.",
                len(gaps),
            ).format(dagen=spans)
        )
    return " ".join(told)


def _not_counted(milestone: Milestone, clock: CaseClock) -> tuple[Gap, ...]:
    """Return the breaks between the day the sum begins and the date that are not in the sum."""
    trace = milestone.trace
    if trace.origin in _SAYS_IT_ITSELF:
        return ()
    between = (gap for gap in clock.gaps if trace.origin_day < gap.van <= milestone.uiterlijk)
    return tuple(gap for gap in between if gap not in trace.gaps)
