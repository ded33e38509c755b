"""Zwangerschaps- en bevallingsverlof: when it may begin, and how long it lasts after an early or late birth."""

from dataclasses import dataclass
from datetime import date, timedelta

from reintegratie_desktop.domain.periods import plus
from reintegratie_desktop.domain.reading import refuse
from reintegratie_desktop.law.book import Law, Rules, load_law
from reintegratie_desktop.law.sources import Basis
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _


@dataclass(frozen=True, slots=True)
class LeavePart:
    """One of the two parts. Both days are None and there are no days when this part was not taken."""

    van: date | None
    tot_en_met: date | None
    dagen: int


@dataclass(frozen=True, slots=True)
class MaternityLeave:
    """The whole leave (WAZO art. 3:1)."""

    uitgerekend: date
    bevallen: date | None
    """None while the birth is still to come; the leave is then counted as if it is on the expected day."""
    meerling: bool
    venster_van: date
    """The first day on which the leave may begin."""
    venster_tot: date
    """The last day on which the leave begins."""
    zwangerschapsverlof: LeavePart
    bevallingsverlof: LeavePart
    aangevuld: int
    """Days that come after the birth, because the leave before it was shorter than the law grants."""
    melden_voor: date | None
    """The last day on which the employee tells when the leave begins; None when the birth came first."""
    basis: Basis

    @property
    def dagen(self) -> int:
        """Return the days of both parts."""
        return self.zwangerschapsverlof.dagen + self.bevallingsverlof.dagen


def maternity_leave(
    expected: date,
    *,
    weeks_before: int | None = None,
    start: date | None = None,
    multiple: bool = False,
    born: date | None = None,
    law: Law | None = None,
) -> MaternityLeave:
    """Return the leave around an expected day of birth (WAZO art. 3:1 lid 2 and 3).

    The leave begins `weeks_before` weeks before the day after the expected day, or on `start`. Without either it begins
    on the first day on which the right exists, the rule of the article; later is a choice. It runs on to the birth. The
    leave after it is longer by the days that the leave up to the expected day, or up to an earlier birth, fell short.
    A late birth therefore takes nothing away. A birth before the leave began leaves no leave before it at all.

    Raises:
        KnownError: the leave begins outside the lawful days, the birth cannot belong to the expected day, or the day
            lies before the rules this program knows.
    """
    law = load_law() if law is None else law
    rules = law.on(expected if born is None else min(expected, born))
    kind = "verlof_meerling" if multiple else "verlof"
    day_after = plus(expected, 1)
    earliest = _weeks_before(day_after, rules.days(f"{kind}_begin_vroegst"))
    latest = _weeks_before(day_after, rules.days(f"{kind}_begin_uiterlijk"))
    if weeks_before is not None:
        _check_weeks(weeks_before, kind, rules, earliest, latest)
        start = _weeks_before(day_after, weeks_before)
    begins = earliest if start is None else start
    if not earliest <= begins <= latest:
        raise refuse(
            _("Het verlof kan niet op {dag} beginnen. Het begint van {vroegst} tot en met {uiterlijk}.").format(
                dag=day_numeric(begins), vroegst=day_numeric(earliest), uiterlijk=day_numeric(latest)
            ),
            _("Kies een dag uit die weken."),
        )
    if born is not None:
        _check_birth(expected, born, rules)
    ends = expected if born is None else born
    before = (ends - begins).days + 1
    taken = max(min((min(ends, expected) - begins).days + 1, before), 0)
    extra = timedelta(weeks=rules.days(f"{kind}_aanvullen_tot")).days - taken
    after = timedelta(weeks=rules.days("verlof_na_bevalling")).days + max(extra, 0)
    is_first = before > 0
    return MaternityLeave(
        uitgerekend=expected,
        bevallen=born,
        meerling=multiple,
        venster_van=earliest,
        venster_tot=latest,
        zwangerschapsverlof=LeavePart(begins, ends, before) if is_first else LeavePart(None, None, 0),
        bevallingsverlof=LeavePart(plus(ends, 1), plus(ends, after), after),
        aangevuld=max(extra, 0),
        melden_voor=_weeks_before(begins, rules.days("verlof_melden")) if is_first else None,
        basis=law.basis("verlof"),
    )


def _weeks_before(day: date, weeks: int) -> date:
    return day - timedelta(weeks=weeks)


def _check_weeks(weeks: int, kind: str, rules: Rules, earliest: date, latest: date) -> None:
    most, least = rules.days(f"{kind}_begin_vroegst"), rules.days(f"{kind}_begin_uiterlijk")
    if not least <= weeks <= most:
        raise refuse(
            _(
                "Met {weken} weken vooraf kan dit verlof niet beginnen. Het mag van {vroegst} tot en met {uiterlijk}."
            ).format(weken=weeks, vroegst=day_numeric(earliest), uiterlijk=day_numeric(latest)),
            _("Kies {laag} tot en met {hoog} weken.").format(laag=least, hoog=most),
        )


def _check_birth(expected: date, born: date, rules: Rules) -> None:
    first = _weeks_before(expected, rules.days("verlof_bevalling_vroegst"))
    last = expected + timedelta(weeks=rules.days("verlof_bevalling_laatst"))
    if not first <= born <= last:
        raise refuse(
            _("De bevalling op {dag} past niet bij de uitgerekende datum {uitgerekend}.").format(
                dag=day_numeric(born), uitgerekend=day_numeric(expected)
            ),
            _("Kijk de twee datums na. We rekenen met een bevalling van {eerste} tot en met {laatste}.").format(
                eerste=day_numeric(first), laatste=day_numeric(last)
            ),
        )
