"""Which report belongs to leaving while ill (ZW art. 38 lid 2, Regeling procesgang art. 6 lid 2)."""

from datetime import date
from enum import StrEnum

from reintegratie_desktop.law.book import Rules


class LeavingReport(StrEnum):
    """The re-integratieverslag that goes with leaving while ill."""

    NONE = "geen"
    SHORT = "verkort"
    FULL = "volledig"


def is_long(first: date, left: date, rules: Rules) -> bool:
    """Tell whether the illness lasts so long that a full report is asked, unless recovery is expected soon."""
    return (left - first).days >= rules.days("uit_dienst_volledig_verslag")


def leaving_report(first: date, left: date, rules: Rules, *, soon_fit: bool = False) -> LeavingReport:
    """Return the report that belongs to a last day `left` of somebody who is ill since `first`.

    `soon_fit`: the bedrijfsarts expects full recovery within the months of the law; then a short report is enough.
    """
    if (left - first).days < rules.days("uit_dienst_kort_verslag"):
        return LeavingReport.NONE
    return LeavingReport.FULL if is_long(first, left, rules) and not soon_fit else LeavingReport.SHORT
