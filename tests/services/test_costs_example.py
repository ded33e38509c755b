"""The costs of the longest example, counted anew by hand from what stands in it: wage, hours worked, and days.

Nothing of the calculation of the program is used here but what the page shows. A month is the wage of its working days;
four days of nine hours a week. In the first 52 weeks the cao of the firm gives all of it, after that the law asks 70 %
of the hours that are not worked and all of those that are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from reintegratie_desktop.services.costs import cost_view
from reintegratie_desktop.services.costs_views import CostView, FigureKey
from reintegratie_desktop.services.workspace import Workspace
from tests.example_file import example_file
from tests.services.test_costs import keep, plain
from tests.ui.shell_fixtures import copied

PASSWORD = "een heel lang wachtwoord 12"
FIRST, LAST = date(2024, 11, 25), date(2026, 11, 22)
"""The first sick day, and 728 days later less one: the last day of week 104."""
YEAR_TWO = date(2025, 11, 24)
RAISE = date(2025, 6, 24)
WORKED = (
    # From, up to and with, hours a week: the weekstaat of the example.
    ("2025-01-20", "2025-02-09", 12), ("2025-02-10", "2025-02-16", 8), ("2025-02-17", "2025-03-09", 12),
    ("2025-03-24", "2025-04-06", 12), ("2025-04-07", "2025-04-13", 8), ("2025-04-14", "2025-04-27", 12),
    ("2025-04-28", "2025-05-04", 8), ("2025-05-05", "2025-05-11", 12), ("2025-05-12", "2025-05-18", 8),
    ("2025-05-19", "2025-06-15", 12), ("2025-06-16", "2025-07-06", 8), ("2025-07-07", "2025-07-13", 4),
    ("2025-07-14", "2025-10-05", 8), ("2025-10-20", "2025-12-28", 8), ("2025-12-29", "2026-01-04", 4),
    ("2026-01-05", "2026-03-08", 8), ("2026-03-23", "2026-06-07", 8), ("2026-06-08", "2026-06-14", 4),
    ("2026-06-15", "2026-09-27", 8), ("2026-10-12", "2026-11-08", 8),
)  # fmt: skip
CENT = Decimal("0.01")


def days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += timedelta(days=1)


def month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def works_on(day: date) -> bool:
    return day.weekday() < 4


def hours_worked(day: date) -> Fraction:
    return sum((Fraction(hours, 4) for begins, ends, hours in WORKED if begins <= day.isoformat() <= ends), Fraction(0))


def paid_on(day: date) -> Fraction:
    """Return what is paid for one working day."""
    wage = 2450 if day >= RAISE else 2380
    working_days = sum(map(works_on, days(day.replace(day=1), month_end(day))))
    whole = Fraction(wage, working_days)
    if day < YEAR_TWO:
        return whole
    worked = hours_worked(day) / 9
    return whole * (Fraction(7, 10) * (1 - worked) + worked)


def cents(value: Fraction | Decimal) -> Decimal:
    exact = Fraction(value)
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(CENT, ROUND_HALF_UP)


def months() -> dict[date, Fraction]:
    found: dict[date, Fraction] = {}
    for day in days(FIRST, LAST):
        if works_on(day):
            found[day.replace(day=1)] = found.get(day.replace(day=1), Fraction(0)) + paid_on(day)
    return found


@dataclass
class Opened:
    desk: Workspace
    case_id: str

    def view(self) -> CostView:
        return cost_view(self.desk, self.case_id)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("voorbeelden") / "voorbeelden.reintegratie"
    example_file(path, lambda: datetime(2026, 11, 21, 21, 47), PASSWORD).close()
    return path


@pytest.fixture
def opened(made: Path, tmp_path: Path) -> Iterator[Opened]:
    # The last day of week 104: everything is paid, and UWV decides.
    desk = Workspace.open(copied(made, tmp_path), PASSWORD, lambda: datetime(2026, 11, 22, 9, 0))
    yield Opened(desk, next(case.id for case in desk.store.cases.all() if case.nummer == "2024-001"))
    desk.close()


def test_every_month_is_what_the_hand_counts(opened: Opened) -> None:
    view, by_hand = opened.view(), months()
    shown = {month.first: month.betaald for month in view.months if month.betaald}
    assert list(shown) == list(by_hand)
    for first, amount in shown.items():
        # A month is a sum of three rounded parts.
        assert abs(Fraction(amount) - by_hand[first]) <= Fraction(15, 1000), first
    assert shown[date(2024, 11, 1)] == Decimal("595.00"), "4 of the 16 working days of November: 2,380.00 / 4"
    assert shown[date(2026, 10, 1)] == Decimal("1830.29"), "2,450.00 x (0.7 + 0.3 x 24 / 153 hours)"


def test_the_sums_on_the_page_are_those_of_the_months(opened: Opened) -> None:
    view = opened.view()
    whole = sum((month.betaald for month in view.months), Decimal(0))
    assert abs(Fraction(whole) - sum(months().values())) <= Fraction(10, 100)
    assert plain(view.figure(FigureKey.NU).amount) == "€ 51.105,52"
    assert whole == Decimal("51105.52")
    assert plain(view.figure(FigureKey.STRAKS).amount) == "€ 0,00"
    assert view.week_104 == LAST
    wage, together = view.lines
    assert (wage.paid, wage.expected, wage.together) == (whole, Decimal(0), whole)
    assert (together.paid, together.expected, together.together) == (whole, Decimal(0), whole)
    assert plain(view.chart_title) == "Samen € 51.105,52 tot en met 22 nov 2026"


def test_the_loonsanctie_follows_from_the_month_it_names(opened: Opened) -> None:
    sanction = opened.view().figure(FigureKey.LOONSANCTIE)
    assert plain(sanction.base) == "Als het loon blijft als in oktober 2026: € 1.830,29 per maand"
    assert plain(sanction.words[1]) == "Daarvan is € 384,31 loon voor uren die iemand werkt.", "2,450.00 x 24 / 153"
    # 8 of the 30 days of November 2026, eleven whole months, and 21 of the 30 days of November 2027.
    monthly = Decimal("1830.29")
    by_hand = cents(Fraction(monthly) * 8 / 30) + 11 * monthly + cents(Fraction(monthly) * 21 / 30)
    assert by_hand == Decimal("21902.47")
    assert plain(sanction.amount) == "+ € 21.902,47"
    assert plain(sanction.sub) == "Hoogstens 52 weken langer: van 23 nov 2026 tot en met 21 nov 2027"
    assert (LAST + timedelta(weeks=52)) == date(2027, 11, 21)
    assert opened.view().months[-1].opgeteld == Decimal("51105.52") + by_hand


def test_what_may_come_back_follows_from_the_case(opened: Opened) -> None:
    view = opened.view()
    assert plain(view.refund("vangnet").amount) == "hoogstens € 24.034,05", "the wage of a year"
    assert "06-01-2025" in view.refund("vangnet").deadline, "six weeks after the first sick day"
    assert FIRST + timedelta(days=42) == date(2025, 1, 6)
    assert plain(view.refund("lkv_herplaatsen").amount) == "hoogstens € 6.000,00 per jaar"
    assert plain(view.refund("lkv_banenafspraak").amount) == "hoogstens € 2.000,00 per jaar"
    assert view.refund("lkv_banenafspraak").deadline.endswith("Verbeter de aangifte dan voor 1 mei 2027.")
    assert view.refund("lkv_arbeidsgehandicapt").amount == "", "that ended long before"


def test_what_comes_on_top_is_counted_over_the_same_months(opened: Opened) -> None:
    keep(opened.desk, opened.case_id, "kosten", {"lasten": "ja", "opslag": "22.5", "bijslag": "ja"})
    view = opened.view()
    wages = [month for month in costs_of_wage(opened) if month]
    allowance = [cents(wage * Decimal("0.08")) for wage in wages]
    share = [cents((wage + extra) * Decimal("0.225")) for wage, extra in zip(wages, allowance, strict=True)]
    assert [(line.name, line.paid) for line in view.lines] == [
        ("Loon bij ziekte", sum(wages)),
        ("Vakantiebijslag", sum(allowance)),
        ("Werkgeverslasten", sum(share)),
        ("Samen", sum(wages) + sum(allowance) + sum(share)),
    ]
    assert plain(view.figure(FigureKey.NU).scope) == "Met 22,5% werkgeverslasten en 8% vakantiebijslag"


def costs_of_wage(opened: Opened) -> list[Decimal]:
    """Return the wage of every month, as the page of the wage shows it."""
    from reintegratie_desktop.services.wage_case import wage_of

    return [row.columns.te_betalen for row in wage_of(opened.desk, opened.case_id).case.maanden]
