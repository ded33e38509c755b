"""Facts that cannot be true together are refused, with the key and the days in the sentence."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from reintegratie_desktop.domain.reading import refuse
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _

if TYPE_CHECKING:
    from reintegratie_desktop.domain.facts import Leave, SickPeriod


def check_periods(periods: "tuple[SickPeriod, ...]") -> None:
    """Refuse reports that end before they begin, overlap, or go on while a later one begins.

    Raises:
        KnownError: it is so; the sentence names the key and the days.
    """
    if not periods:
        raise refuse(_("Bij 'perioden' staat geen enkele ziekmelding."), _("Zet er ten minste één met 'ziek_vanaf'."))
    for period in periods:
        if period.hersteld_per is not None and period.hersteld_per <= period.ziek_vanaf:
            raise refuse(
                _("Bij 'perioden' ligt hersteld_per {hersteld} niet na ziek_vanaf {ziek}.").format(
                    hersteld=day_numeric(period.hersteld_per), ziek=day_numeric(period.ziek_vanaf)
                ),
                _("hersteld_per is de eerste dag dat iemand weer helemaal werkt. Verbeter een van de twee."),
            )
    for earlier, later in pairwise(periods):
        if earlier.hersteld_per is None:
            raise refuse(
                _("Bij 'perioden' begint een ziekmelding op {later}, maar die van {eerder} loopt nog.").format(
                    later=day_numeric(later.ziek_vanaf), eerder=day_numeric(earlier.ziek_vanaf)
                ),
                _("Vul bij de eerste hersteld_per in, of haal de tweede weg."),
            )
        if later.ziek_vanaf < earlier.hersteld_per:
            raise refuse(
                _("Bij 'perioden' begint een ziekmelding op {later}, voor het herstel van {hersteld}.").format(
                    later=day_numeric(later.ziek_vanaf), hersteld=day_numeric(earlier.hersteld_per)
                ),
                _("Twee ziekmeldingen mogen elkaar niet overlappen. Verbeter een van de datums."),
            )


def check_leave(leaves: "Iterable[Leave]") -> None:
    """Refuse leave that ends before it begins, or overlaps other leave.

    Raises:
        KnownError: it is so; the sentence names the key and the days.
    """
    previous: Leave | None = None
    for leave in leaves:
        if leave.tot_en_met < leave.van:
            raise refuse(
                _("Bij 'verlof' ligt tot_en_met {einde} voor van {begin}.").format(
                    einde=day_numeric(leave.tot_en_met), begin=day_numeric(leave.van)
                ),
                _("Wissel de twee datums om of verbeter ze."),
            )
        if previous is not None and leave.van <= previous.tot_en_met:
            raise refuse(
                _("Bij 'verlof' begint een verlof op {begin}, terwijl het vorige loopt tot en met {einde}.").format(
                    begin=day_numeric(leave.van), einde=day_numeric(previous.tot_en_met)
                ),
                _("Verbeter een van de datums, of maak er één verlof van."),
            )
        previous = leave


def check_leave_beside(leaves: "tuple[Leave, ...]", periods: "tuple[SickPeriod, ...]") -> None:
    """Refuse leave that has nothing to do with the illness; leave between two reports, or right beside one, has.

    Raises:
        KnownError: it is so; the sentence names the days.
    """
    first, recovered = periods[0].ziek_vanaf, periods[-1].hersteld_per
    reach = first
    for leave in reversed(leaves):
        if leave.tot_en_met.toordinal() + 1 < reach.toordinal():
            raise refuse(
                _("Het 'verlof' van {begin} tot en met {einde} ligt voor de eerste ziektedag {eerste}.").format(
                    begin=day_numeric(leave.van), einde=day_numeric(leave.tot_en_met), eerste=day_numeric(first)
                ),
                _("Verbeter een van de datums, of haal het verlof weg."),
            )
        reach = min(reach, leave.van)
    for leave in leaves:
        if recovered is not None and leave.van > recovered:
            raise refuse(
                _("Het 'verlof' van {begin} tot en met {einde} ligt na het herstel van {hersteld}.").format(
                    begin=day_numeric(leave.van), einde=day_numeric(leave.tot_en_met), hersteld=day_numeric(recovered)
                ),
                _("Verbeter een van de datums, of haal het verlof weg."),
            )
        if recovered is not None:
            recovered = max(recovered, date.fromordinal(leave.tot_en_met.toordinal() + 1))


def check_after_start(key: str, day: date | None, first: "SickPeriod") -> None:
    """Refuse a day before the first sick day.

    Raises:
        KnownError: it is so; the sentence names the key and the days.
    """
    if day is not None and day < first.ziek_vanaf:
        raise refuse(
            _("'{sleutel}' is {dag}, en dat is voor de eerste ziektedag {eerste}.").format(
                sleutel=key, dag=day_numeric(day), eerste=day_numeric(first.ziek_vanaf)
            ),
            _("Verbeter een van de twee datums."),
        )


def check_employment(end: date | None, periods: "tuple[SickPeriod, ...]") -> None:
    """Refuse a sick report after the last day of the employment.

    Raises:
        KnownError: it is so; the sentence names the key and the days.
    """
    if end is not None and periods[-1].ziek_vanaf > end:
        raise refuse(
            _("De ziekmelding van {dag} in 'perioden' begint na 'einde_dienstverband' {einde}.").format(
                dag=day_numeric(periods[-1].ziek_vanaf), einde=day_numeric(end)
            ),
            _("Na het einde van het dienstverband is er geen ziekmelding bij jou. Verbeter een van de twee datums."),
        )
