"""Reads the agreed hours from the JSON data: the pattern on the first sick day, and every change after it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Final

from reintegratie_desktop.domain.reading import Node, refuse
from reintegratie_desktop.domain.wage.pattern import PatternChange
from reintegratie_desktop.domain.wage.reading import hours_of_day, hours_of_week
from reintegratie_desktop.law.calendar import WEEKDAYS
from reintegratie_desktop.text.formatting import day_numeric, number
from reintegratie_desktop.text.i18n import _

_CHANGE_KEYS: Final = ("van", "uren_per_week", "werkpatroon")


def read_pattern(node: Node, total: Node) -> tuple[Decimal, ...]:
    """Return the hours of Monday to Sunday; `total` is what somebody says they come to.

    Raises:
        KnownError: there is no hour in it, or the days do not come to the total.
    """
    keys = node.table(WEEKDAYS)
    pattern = tuple(hours_of_day(keys[name]) for name in WEEKDAYS)
    week, told = sum(pattern, Decimal(0)), hours_of_week(total)
    if not week:
        raise refuse(
            _("Bij '{sleutel}' staat op geen enkele dag een uur.").format(sleutel=node.path),
            _("Vul per dag van de week de afgesproken uren in."),
        )
    if week != told:
        raise refuse(
            _("'{totaal}' is {uren}, maar de dagen van '{sleutel}' zijn samen {som} uur.").format(
                totaal=total.path, uren=number(told), sleutel=node.path, som=number(week)
            ),
            _("Verbeter een van de twee, zodat ze gelijk zijn."),
        )
    return pattern


def read_changes(node: Node, first: date) -> tuple[PatternChange, ...]:
    """Return the changes of the hours, from old to new; `first` is the first sick day.

    Raises:
        KnownError: a change does not lie after the first sick day, or two lie on the same day.
    """
    found = [(item.path, _change(item, first)) for item in node.items()]
    found.sort(key=lambda pair: pair[1].van)
    for (_path, earlier), (path, later) in pairwise(found):
        if earlier.van == later.van:
            raise refuse(
                _("Bij '{sleutel}' beginnen op {dag} twee werkpatronen.").format(
                    sleutel=f"{path}.van", dag=day_numeric(later.van)
                ),
                _("Laat er één staan, of verbeter een datum."),
            )
    return tuple(change for _path, change in found)


def read_fulltime(node: Node, weeks: Iterable[Decimal]) -> Decimal | None:
    """Return the hours of a full working week; `weeks` are the own hours a week through time.

    Raises:
        KnownError: the employee works more than that.
    """
    if node.is_absent:
        return None
    hours, most = hours_of_week(node), max(weeks)
    if hours < most:
        raise refuse(
            _("'{sleutel}' is {uren}, en dat is minder dan 'uren_per_week' {eigen}.").format(
                sleutel=node.path, uren=number(hours), eigen=number(most)
            ),
            _("Vul de uren van een volle werkweek in jouw bedrijf in."),
        )
    return hours


def _change(node: Node, first: date) -> PatternChange:
    keys = node.table(_CHANGE_KEYS, needed=_CHANGE_KEYS)
    begins = keys["van"].day()
    if begins <= first:
        raise refuse(
            _("'{sleutel}' is {dag}, en dat is niet na de eerste ziektedag {eerste}.").format(
                sleutel=keys["van"].path, dag=day_numeric(begins), eerste=day_numeric(first)
            ),
            _("Zet de uren die op de eerste ziektedag golden bij 'werkpatroon'. Hier horen de veranderingen daarna."),
        )
    return PatternChange(begins, read_pattern(keys["werkpatroon"], keys["uren_per_week"]))
