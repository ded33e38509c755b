"""Other rules are only taken when the program finds in them everything it counts with."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from reintegratie_desktop.law.book import Law, shipped_law
from reintegratie_desktop.law.files import parsed
from reintegratie_desktop.law.fitting import check_fits
from reintegratie_desktop.law.parameters import DatedValue, LawDataError, LawValue, Parameter
from tests.rules_files import rules_texts

SHIPPED = shipped_law()
START = date(2012, 1, 1)


def law_with(key: str, unit: str, values: Sequence[LawValue], starts_on: date = START) -> Law:
    dated = tuple(
        DatedValue(starts_on.replace(year=starts_on.year + place), value, "zw-38", START)
        for place, value in enumerate(values)
    )
    return Law({key: Parameter(key, "Label", unit, dated)}, SHIPPED.sources, {}, SHIPPED.calendar)


def test_the_shipped_rules_and_rules_with_more_in_them_fit() -> None:
    check_fits(SHIPPED, SHIPPED)
    more = rules_texts()
    more["nieuw.toml"] = (
        b'[nieuw]\nlabel = "Nieuw"\nunit = "dag"\n'
        b'values = [{ from = 2027-01-01, value = 3, source = "zw-38", checked_on = 2026-11-21 }]\n'
    )
    check_fits(Law.of(parsed(more)), SHIPPED)


@pytest.mark.parametrize(
    ("name", "words"), [("premies.toml", "parameter premie_aof"), ("grondslagen.toml", "grondslag ")]
)
def test_rules_that_miss_something_do_not_fit(name: str, words: str) -> None:
    texts = rules_texts()
    texts[name] = b""
    with pytest.raises(LawDataError, match=f"the {words}.* misses"):
        check_fits(Law.of(parsed(texts)), SHIPPED)


@pytest.mark.parametrize(
    ("unit", "before", "after"),
    [
        ("dag", [42], [35]),
        ("dag", [42], [42, 35]),
        ("dag", [42, "onbekend"], [42, "onbekend"]),
        ("dag", ["onbekend"], [42]),
        ("procent", [70], [70, Decimal("72.5")]),
        ("procent", [Decimal("6.18")], [6]),
        ("euro", [Decimal("70.00")], [75]),
        ("euro per uur", [Decimal("14.99")], [Decimal("15.10"), "onbekend"]),
        ("maand-dag", ["03-15"], ["03-31"]),
        ("regel", ["halve_cent_omhoog"], ["halve_cent_omhoog"]),
        ("geboortedatum", [date(1964, 9, 30)], [date(1965, 12, 31)]),
    ],
)
def test_values_the_program_can_count_with(unit: str, before: list[LawValue], after: list[LawValue]) -> None:
    check_fits(law_with("a", unit, after), law_with("a", unit, before))


@pytest.mark.parametrize(
    ("unit", "before", "after", "words"),
    [
        ("dag", [42], [Decimal("41.5")], "of another kind"),
        ("dag", [42], ["veel"], "of another kind"),
        ("euro", [Decimal("70.00")], ["veel"], "of another kind"),
        ("ja of nee", ["ja"], [1], "of another kind"),
        ("geboortedatum", [date(1964, 9, 30)], [1964], "of another kind"),
        ("regel", ["halve_cent_omhoog"], ["omlaag"], "does not know this rule"),
        ("dag", [42], [42, "onbekend"], "cannot do without this value"),
    ],
)
def test_values_the_program_cannot_count_with(
    unit: str, before: list[LawValue], after: list[LawValue], words: str
) -> None:
    with pytest.raises(LawDataError, match=f"a: .*{words}"):
        check_fits(law_with("a", unit, after), law_with("a", unit, before))


def test_another_unit_and_a_later_beginning_do_not_fit() -> None:
    known = law_with("a", "dag", [42])
    with pytest.raises(LawDataError, match="the unit was 'dag' and is 'week'"):
        check_fits(law_with("a", "week", [6]), known)
    with pytest.raises(LawDataError, match="begin later"):
        check_fits(law_with("a", "dag", [42], date(2012, 1, 2)), known)
    check_fits(law_with("a", "dag", [42], date(2011, 12, 31)), known)
