"""The wage against a second calculation that shares no code with it: a walk through all days, with its own numbers.

The amounts and shares below are written down a second time on purpose.
"""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reintegratie_desktop.domain.wage.calculation import wages
from reintegratie_desktop.domain.wage.input import read_facts
from tests.domain.wage.wage_tools import TODAY, WEEKDAYS

DAY = timedelta(days=1)

HOURLY = [("2024-01-01", "13.27"), ("2024-07-01", "13.68"), ("2025-01-01", "14.06"), ("2025-07-01", "14.40"),
          ("2026-01-01", "14.71"), ("2026-07-01", "14.99")]  # fmt: skip
HIGHEST = [("2024-01-01", "274.44"), ("2024-07-01", "282.95"), ("2025-01-01", "290.67"), ("2025-07-01", "297.82"),
           ("2026-01-01", "304.25"), ("2026-07-01", "309.91")]  # fmt: skip
YOUNG = {20: "80", 19: "60", 18: "50", 17: "39.5", 16: "34.5", 15: "30"}
YOUNG_BBL = {20: "61.5", 19: "52.5", 18: "45.5", 17: "39.5", 16: "34.5", 15: "30"}


def _cents(value: Fraction) -> Decimal:
    with localcontext() as context:
        context.prec = 60
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def _at(table: list[tuple[str, str]], day: date) -> Fraction:
    return Fraction([amount for start, amount in table if start <= day.isoformat()][-1])


def _day(data: dict[str, Any], key: str) -> date | None:
    return date.fromisoformat(data[key]) if data.get(key) else None


def _in(item: dict[str, Any], day: date) -> bool:
    return item["van"] <= day.isoformat() <= (item.get("tot_en_met") or "9999")


class _Walk:
    """Walks through the days of one case and keeps what each is worth."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        told = [{"van": "0001-01-01", "werkpatroon": data["werkpatroon"]}, *data.get("werkpatroon_wijzigingen", [])]
        self.patterns = [
            (item["van"], [Fraction(item["werkpatroon"].get(name, "0")) for name in WEEKDAYS])
            for item in sorted(told, key=lambda item: item["van"])
        ]
        self.born = date.fromisoformat(data["geboortedatum"])
        self.due: dict[date, Fraction] = {}
        self.held: dict[date, Fraction] = {}
        self.own: dict[date, Fraction] = {}
        self.free: dict[date, Fraction] = {}
        self.seen: dict[tuple[date, date], Fraction] = {}

    def agreed(self, day: date) -> list[Fraction]:
        """Monday to Sunday, as agreed on a day."""
        return [hours for since, hours in self.patterns if since <= day.isoformat()][-1]

    def h(self, day: date) -> Fraction:
        return self.agreed(day)[day.weekday()]

    def weight(self, day: date) -> Fraction:
        """What a day weighs in its week."""
        return self.h(day) / sum(self.agreed(day))

    def between(self, first: date, last: date) -> Fraction:
        if (first, last) not in self.seen:
            total, day = Fraction(0), first
            while day <= last:
                total += self.h(day)
                day += DAY
            self.seen[first, last] = total
        return self.seen[first, last]

    def weights(self, first: date, days: int) -> Fraction:
        last = first + (days - 1) * DAY
        if (last, first) not in self.seen:
            self.seen[last, first] = sum((self.weight(first + step * DAY) for step in range(days)), Fraction(0))
        return self.seen[last, first]

    def month(self, day: date) -> Fraction:
        first = day.replace(day=1)
        return self.weights(first, ((first + 31 * DAY).replace(day=1) - first).days)

    def rate(self, day: date) -> dict[str, Any]:
        rates = sorted(self.data["loon"], key=lambda rate: rate["van"])
        return [rate for rate in rates if rate["van"] <= day.isoformat()][-1]

    def part(self, amount: Fraction, per: str, day: date) -> Fraction:
        if per == "uur":
            return amount * self.h(day)
        if per == "maand":
            return amount * self.weight(day) / self.month(day) if self.h(day) else Fraction(0)
        week = self.weights(day - day.weekday() * DAY, 7)
        return (amount / 4 if per == "vier_weken" else amount) * self.weight(day) / week if self.h(day) else Fraction(0)

    def age(self, day: date) -> int:
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))

    def floor(self, day: date) -> Fraction:
        hourly, age = _at(HOURLY, day), self.age(day)
        if age < 15:
            return Fraction(0)
        if age < 21:
            share = (YOUNG_BBL if self.data.get("bbl") else YOUNG)[age]
            hourly = Fraction(_cents(hourly * Fraction(share) / 100))
        rate = self.rate(day)
        if rate["per"] == "maand" and self.data.get("vaste_maandbetaling", True):
            hours, first = self.agreed(day), date(day.year, 1, 1)
            year = sum(hours[(first + step * DAY).weekday()] for step in range((date(day.year + 1, 1, 1) - first).days))
            lowest = self.part(hourly * year / 12, "maand", day)
        else:
            lowest = hourly * self.h(day)
        return lowest * (Fraction(108, 100) if rate.get("vakantiebijslag_inbegrepen") else 1)

    def step(self, day: date, number: int, since: int) -> None:
        """Keep one sick day: the so manieth, so many calendar days after the first."""
        rate = self.rate(day)
        own = self.part(Fraction(rate["bedrag"]), rate["per"], day)
        self.own[day] = own
        if any(_in(item, day) for item in self.data.get("vakantie", [])):
            self.due[day] = own
            self.free[day] = own
            return
        highest = _at(HIGHEST, day)
        by_month = rate["per"] == "maand"
        top = self.part(highest * (Fraction(87, 4) if by_month else 5), "maand" if by_month else "week", day)
        base = min(own, top)
        earned = self.earned(day, own)
        rest = 1 - earned / own if own else Fraction(1)
        pay = base * Fraction(7, 10)
        if number < 52 * 7:
            pay = max(pay, min(own, self.floor(day)))
        for rule in self.data.get("cao", []):
            if (
                rule["van_week"] <= number // 7 + 1 <= (rule["tot_en_met_week"] or 9999)
                and rule["percentage"] != "wettelijk"
            ):
                above = rule.get("ook_boven_maximumdagloon", True)
                pay = max(pay, (own if above else base) * Fraction(rule["percentage"]) / 100)
        sick = pay * rest
        if since < self.data.get("wachtdagen", 0) or any(_in(stop, day) for stop in self.data.get("loonstop", [])):
            sick = Fraction(0)
        for key in ("uitkeringen", "andere_inkomsten"):
            sick = max(sick - self.off(key, day), Fraction(0))
        self.due[day] = earned + sick
        for hold in self.data.get("opschorting", []):
            if hold["van"] <= day.isoformat() < hold["opgeheven_per"]:
                self.held[day] = sick

    def earned(self, day: date, own: Fraction) -> Fraction:
        for work in self.data.get("gewerkt", []):
            if _in(work, day) and work.get("betaling") != "ziekteloon" and own:
                if work.get("loonwaarde_per_week"):
                    return min(self.part(Fraction(work["loonwaarde_per_week"]), "week", day), own)
                if work["vorm"] == "arbeidstherapeutisch" and work.get("betaling") is None:
                    return Fraction(0)
                share = Fraction(work.get("loonwaarde_percentage") or 100) / 100
                return own * Fraction(work["uren_per_week"]) / sum(self.agreed(day)) * share
        return Fraction(0)

    def off(self, key: str, day: date) -> Fraction:
        for item in self.data.get(key, []):
            if _in(item, day):
                if item["per"] != "periode":
                    return self.part(Fraction(item["bedrag"]), item["per"], day)
                all_hours = self.between(date.fromisoformat(item["van"]), date.fromisoformat(item["tot_en_met"]))
                return Fraction(item["bedrag"]) * self.h(day) / all_hours if all_hours else Fraction(0)
        return Fraction(0)


def _walk(data: dict[str, Any]) -> _Walk:
    walk = _Walk(data)
    first, *later = sorted(data["perioden"], key=lambda period: period["ziek_vanaf"])
    begins, day = date.fromisoformat(first["ziek_vanaf"]), date.fromisoformat(first["ziek_vanaf"])
    until = _day(data, "reken_tot_en_met") or date.max
    until = min(until, _day(data, "einde_dienstverband") or date.max)
    periods = [first, *later]
    last_fit = _day(periods[-1], "hersteld_per")
    limit = 1092 if data.get("loonsanctie") is not None else 728
    number = 0
    while day <= until and number < limit and (last_fit is None or day < last_fit):
        iso = day.isoformat()
        on_leave = any(_in(leave, day) for leave in data.get("verlof", []))
        ill = any(item["ziek_vanaf"] <= iso < (item["hersteld_per"] or "9999") for item in periods)
        if on_leave:
            walk.due[day] = walk.own[day] = Fraction(0)
        elif ill:
            walk.step(day, number, (day - begins).days)
            number += 1
        else:
            rate = walk.rate(day)
            walk.due[day] = walk.own[day] = walk.part(Fraction(rate["bedrag"]), rate["per"], day)
        day += DAY
    return walk


MONEY = st.integers(1, 999_999).map(lambda cents: f"{cents // 100}.{cents % 100:02d}")


BORN = st.dates(date(1970, 1, 1), date(2013, 12, 31)).filter(lambda day: day.strftime("%m-%d") != "02-29")


@st.composite
def _patterns(draw: st.DrawFn) -> tuple[dict[str, str], Decimal]:
    """The hours of a week, with their sum."""
    hours = st.sampled_from(["0", "8", "8", "7.2", "4", "6.5", "9.25"])
    pattern = {name: draw(hours) for name in WEEKDAYS}
    if not any(Decimal(told) for told in pattern.values()):
        pattern["maandag"] = "8"
    return pattern, sum((Decimal(told) for told in pattern.values()), Decimal(0))


@st.composite
def _wages(draw: st.DrawFn) -> dict[str, Any]:
    first = draw(st.dates(date(2024, 1, 1), date(2026, 6, 30)))

    def after(low: int, high: int) -> date:
        return first + draw(st.integers(low, high)) * DAY

    pattern, total = draw(_patterns())
    changes = []
    for van in sorted({after(1, 500) for _item in range(draw(st.integers(0, 2)))}):
        other, week = draw(_patterns())
        changes.append({"van": van.isoformat(), "uren_per_week": str(week), "werkpatroon": other})
    least = min([total, *(Decimal(change["uren_per_week"]) for change in changes)])
    per = st.sampled_from(["maand", "vier_weken", "week", "uur"])
    amounts = {
        "maand": (50_000, 1_200_000), "vier_weken": (40_000, 1_200_000), "week": (10_000, 300_000), "uur": (400, 8_000),
    }  # fmt: skip

    def rate(van: date) -> dict[str, Any]:
        kind = draw(per)
        cents = draw(st.integers(*amounts[kind]))
        return {
            "van": van.isoformat(), "bedrag": f"{cents // 100}.{cents % 100:02d}", "per": kind,
            "vakantiebijslag_inbegrepen": draw(st.booleans()),
        }  # fmt: skip

    rates = [rate(date(2020, 1, 1))]
    if draw(st.booleans()):
        rates.append(rate(after(1, 500)))
    fit = draw(st.one_of(st.none(), st.integers(3, 400)))
    periods = [{"ziek_vanaf": first.isoformat(), "hersteld_per": fit and (first + fit * DAY).isoformat()}]
    if fit and draw(st.booleans()):
        again = first + (fit + draw(st.integers(0, 27))) * DAY
        open_end = draw(st.booleans())
        ends = None if open_end else (again + draw(st.integers(1, 500)) * DAY).isoformat()
        periods.append({"ziek_vanaf": again.isoformat(), "hersteld_per": ends})
    data: dict[str, Any] = {
        "perioden": periods,
        "geboortedatum": draw(BORN).isoformat(),
        "bbl": draw(st.booleans()),
        "uren_per_week": str(total),
        "werkpatroon": pattern,
        "werkpatroon_wijzigingen": changes,
        "loon": rates,
        "betaalperiode": "vier_weken",
        "vier_weken_vanaf": draw(st.dates(date(2020, 1, 1), date(2030, 1, 1))).isoformat(),
        "vaste_maandbetaling": draw(st.booleans()),
        "wachtdagen": draw(st.integers(0, 2)),
        "reken_tot_en_met": min(first + draw(st.integers(20, 900)) * DAY, date(2026, 12, 31)).isoformat(),
    }  # fmt: skip
    if draw(st.booleans()):
        data["verlof"] = [{"van": after(3, 90).isoformat(), "tot_en_met": after(91, 230).isoformat()}]
    if draw(st.booleans()):
        split = draw(st.integers(1, 60))
        data["cao"] = [
            {"van_week": 1, "tot_en_met_week": split, "percentage": str(draw(st.integers(0, 100))),
             "ook_boven_maximumdagloon": draw(st.booleans())},
            {"van_week": split + 1, "tot_en_met_week": None, "percentage": draw(st.sampled_from(["wettelijk", "85"]))},
        ]  # fmt: skip
    if draw(st.booleans()):
        worked: dict[str, Any] = {
            "van": after(0, 60).isoformat(), "tot_en_met": after(61, 300).isoformat(),
            "uren_per_week": str(draw(st.integers(0, int(least)))),
            "vorm": draw(st.sampled_from(["loonwaarde", "arbeidstherapeutisch"])),
            "betaling": draw(st.sampled_from([None, "volledig", "ziekteloon"])),
        }  # fmt: skip
        if worked["vorm"] == "loonwaarde":
            if draw(st.booleans()):
                worked["loonwaarde_percentage"] = str(draw(st.integers(1, 100)))
            else:
                worked["loonwaarde_per_week"] = draw(MONEY)
        data["gewerkt"] = [worked]
    for key in ("uitkeringen", "andere_inkomsten"):
        if draw(st.booleans()):
            data[key] = [{
                "van": after(0, 60).isoformat(), "tot_en_met": after(67, 300).isoformat(), "bedrag": draw(MONEY),
                "per": draw(st.sampled_from(["week", "vier_weken", "maand", "periode"])),
            }]  # fmt: skip
    if draw(st.booleans()):
        data["opschorting"] = [
            {"van": after(0, 30).isoformat(), "opgeheven_per": after(31, 90).isoformat(), "grond": "spreekuur_gemist"}
        ]
    if draw(st.booleans()):
        data["loonstop"] = [
            {"van": after(91, 120).isoformat(), "tot_en_met": after(120, 160).isoformat(), "grond": "herstel_belemmerd"}
        ]
    if draw(st.booleans()):
        # Clear of the suspension and the stop above; the first may still fall in leave or in a break.
        data["vakantie"] = [
            {"van": after(161, 180).isoformat(), "tot_en_met": after(180, 200).isoformat()},
            {"van": after(300, 310).isoformat(), "tot_en_met": after(310, 330).isoformat()},
        ]
    return data


def _four_weeks(begins: date, day: date) -> tuple[int, int]:
    """The four weeks of a day: the year in which they end, and how manieth they are of that year."""
    while begins > day:
        begins -= 28 * DAY
    while begins + 28 * DAY <= day:
        begins += 28 * DAY
    year, number = (begins + 27 * DAY).year, 1
    while (begins - DAY).year == year:
        begins -= 28 * DAY
        number += 1
    return year, number


def _fits(data: dict[str, Any]) -> bool:
    """Leave out what the facts refuse: leave that swallows a report whole, or lies after the recovery."""
    for leave in data.get("verlof", []):
        recovered = data["perioden"][-1]["hersteld_per"]
        if recovered is not None and recovered <= leave["tot_en_met"]:
            return False
        for period in data["perioden"]:
            ends = period["hersteld_per"] or "9999"
            if leave["van"] <= period["ziek_vanaf"] and ends <= leave["tot_en_met"]:
                return False
    return True


@settings(max_examples=200, deadline=None)
@given(_wages().filter(_fits))
def test_every_cent_agrees_with_a_walk_through_the_days(data: dict[str, Any]) -> None:
    walk = _walk(data)
    (found,) = wages(read_facts(data), TODAY).zaken
    assert found.is_complete
    assert (found.van, found.tot_en_met) == (min(walk.due), max(walk.due))
    keys = {
        "maanden": lambda day: (day.year, day.month),
        "vier_weken": lambda day: _four_weeks(date.fromisoformat(data["vier_weken_vanaf"]), day),
        "weken": lambda day: (day.isocalendar().year, day.isocalendar().week),
    }
    for name, key in keys.items():
        rows = {(row.jaar, row.nummer): row.columns for row in getattr(found, name)}
        groups: dict[tuple[int, int], list[date]] = {}
        for day in walk.due:
            groups.setdefault(key(day), []).append(day)
        assert list(rows) == list(groups)
        held = {
            place: _cents(sum((walk.held.get(day, Fraction(0)) for day in days), Fraction(0)))
            for place, days in groups.items()
        }
        lifted = [date.fromisoformat(item["opgeheven_per"]) for item in data.get("opschorting", [])]
        for place, days in groups.items():
            row = rows[place]
            assert row.verschuldigd == _cents(sum((walk.due[day] for day in days), Fraction(0))), (name, place)
            # What is a part of a sum takes the cents that its row leaves: at most one beside its own rounding.
            free = _cents(sum((walk.free.get(day, Fraction(0)) for day in days), Fraction(0)))
            assert abs(row.loon_vakantie - free) <= Decimal("0.01")
            assert row.eigen_loon == _cents(sum((walk.own[day] for day in days), Fraction(0)))
            assert row.opgeschort == held[place]
            # What is lifted inside the days is paid in its own row; later, with the last row, when nothing follows.
            paid = Decimal(0)
            for on in lifted:
                inside = on <= found.tot_en_met
                ended = found.tot_en_met == found.loon_tot_en_met
                here = key(on) == place if key(on) in groups else place == list(groups)[-1]
                if (inside or ended) and here:
                    paid += sum(held.values(), Decimal(0))
            assert row.te_betalen == row.verschuldigd - held[place] + paid


@settings(max_examples=80, deadline=None)
@given(_wages().filter(_fits))
def test_rows_add_up_and_weeks_and_months_agree(data: dict[str, Any]) -> None:
    (found,) = wages(read_facts(data), TODAY).zaken
    lines = (*found.maanden, *found.vier_weken, *found.weken)
    for row in (*(line.columns for line in lines), found.totaal, found.totaal_vier_weken):
        earned = row.ziekteloon + row.loon_gewerkt + row.loon_vakantie + row.loon_hersteld
        assert row.verschuldigd == earned - row.aftrek
        assert row.te_betalen == row.verschuldigd - row.opgeschort + row.nabetaald
        assert all(value >= 0 for value in (row.verschuldigd, row.te_betalen, row.aftrek, row.ziekteloon))
        assert row.te_betalen.as_tuple().exponent == -2
    half_cents = Decimal("0.005") * (len(found.maanden) + len(found.weken))
    assert abs(found.totaal.verschuldigd - found.totaal_weken.verschuldigd) <= half_cents
    for name in ("werkdagen", "ziektedagen", "hersteldagen", "verlofdagen", "vakantiedagen", "dagen_eerste_jaar"):
        counted = {sum(getattr(row, name) for row in rows) for rows in (found.maanden, found.vier_weken, found.weken)}
        assert len(counted) == 1


def _plain(first: date, cents: int, per: str, born: date) -> dict[str, Any]:
    return {
        "perioden": [{"ziek_vanaf": first.isoformat(), "hersteld_per": (first + 40 * DAY).isoformat()}],
        "geboortedatum": born.isoformat(),
        "uren_per_week": 36,
        "werkpatroon": {"maandag": 9, "dinsdag": 9, "donderdag": 9, "vrijdag": 9},
        "loon": [{"van": "2020-01-01", "bedrag": str(Decimal(cents) / 100), "per": per}],
    }


@settings(max_examples=60, deadline=None)
@given(
    st.dates(date(2024, 1, 1), date(2026, 11, 20)), st.integers(600, 400_000), st.integers(0, 50_000),
    st.sampled_from(["maand", "week"]), st.dates(date(1970, 1, 1), date(2008, 12, 31)),
)  # fmt: skip
def test_more_wage_never_gives_less(first: date, cents: int, more: int, per: str, born: date) -> None:
    (low,) = wages(read_facts(_plain(first, cents, per, born)), TODAY).zaken
    (high,) = wages(read_facts(_plain(first, cents + more, per, born)), TODAY).zaken
    assert low.totaal.te_betalen <= high.totaal.te_betalen
    for row in (*low.weken, *low.maanden):
        columns = row.columns
        # At least the floor, at least the share, and never more than the wage or the maximum.
        assert columns.te_betalen >= columns.minimumloon
        assert columns.minimumloon <= columns.eigen_loon
        assert columns.te_betalen <= columns.eigen_loon
        assert columns.begrensd_loon <= columns.eigen_loon
        tenth = columns.begrensd_loon * 7 / 10
        assert columns.te_betalen >= tenth - Decimal("0.01")


@settings(max_examples=40, deadline=None)
@given(
    st.dates(date(2024, 1, 1), date(2026, 11, 20)),
    st.integers(500, 3000),
    st.dates(date(1970, 1, 1), date(2010, 12, 31)),
)
def test_an_hourly_wage_in_the_first_year_is_never_below_the_minimum_unless_the_wage_is(
    first: date, cents: int, born: date
) -> None:
    data = _plain(first, cents, "uur", born)
    (found,) = wages(read_facts(data), TODAY).zaken
    walk = _Walk(data)
    for row in found.weken:
        days = [row.van + step * DAY for step in range((row.tot_en_met - row.van).days + 1)]
        lowest = sum((min(walk.floor(day), Fraction(cents, 100) * walk.h(day)) for day in days), Fraction(0))
        assert row.columns.te_betalen >= _cents(lowest)
