"""Reads the facts of the wage from the JSON data of `loon.schema.json`."""

from collections.abc import Callable, Mapping
from datetime import date
from itertools import pairwise
from typing import Any, Final, TypeVar

from reintegratie_desktop.domain.facts import _KEYS as CASE_KEYS
from reintegratie_desktop.domain.facts import CaseFacts
from reintegratie_desktop.domain.periods import ONE_DAY, week_of
from reintegratie_desktop.domain.reading import Node, refuse
from reintegratie_desktop.domain.wage.facts import (
    STOP_GROUNDS,
    SUSPENSION_GROUNDS,
    AmountKind,
    CaoRule,
    Deduction,
    Holiday,
    OwnAmount,
    Per,
    Suspension,
    WageFacts,
    WageRate,
    WageStop,
    Worked,
    WorkForm,
    WorkPay,
)
from reintegratie_desktop.domain.wage.input_pattern import read_changes, read_fulltime, read_pattern
from reintegratie_desktop.domain.wage.pattern import PatternChange, Patterns
from reintegratie_desktop.domain.wage.reading import (
    HasSpan,
    Span,
    check_apart,
    hours_of_week,
    money,
    percentage,
    read_span,
    words,
)
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.text.formatting import day_numeric, number
from reintegratie_desktop.text.i18n import _

WAGE_KEYS: Final = (
    "geboortedatum",
    "bbl",
    "uren_per_week",
    "werkpatroon",
    "werkpatroon_wijzigingen",
    "loon",
    "betaalperiode",
    "vier_weken_vanaf",
    "vaste_maandbetaling",
    "voltijd_uren_per_week",
    "cao",
    "wachtdagen",
    "gewerkt",
    "vakantie",
    "andere_inkomsten",
    "uitkeringen",
    "opschorting",
    "loonstop",
    "eigen_bedragen",
    "reken_tot_en_met",
)
"""The keys of the wage; beside them stand those of `feiten.schema.json`."""

STATUTORY: Final = "wettelijk"
"""The word for weeks in which the cao gives nothing above the law."""

_NEEDED: Final = ("perioden", "geboortedatum", "uren_per_week", "werkpatroon", "loon")

_PAY_PERIODS: Final = (Per.MAAND, Per.VIER_WEKEN, Per.WEEK)

_T = TypeVar("_T", bound=HasSpan)


def read_facts(data: Mapping[str, Any]) -> WageFacts:
    """Read the facts of a case and its wage.

    Raises:
        KnownError: an unknown key, a value of the wrong kind, or facts that cannot be true together; it names the key.
    """
    keys = Node(data).table(dict.fromkeys((*CASE_KEYS, *WAGE_KEYS)), needed=_NEEDED)
    case = CaseFacts.from_dict({key: value for key, value in data.items() if key in CASE_KEYS})
    first = case.perioden[0].ziek_vanaf
    pattern = read_pattern(keys["werkpatroon"], keys["uren_per_week"])
    changes = read_changes(keys["werkpatroon_wijzigingen"], first)
    patterns = Patterns(pattern, changes)
    weeks = [patterns.uren_per_week(day) for day in (first, *(change.van for change in changes))]
    pay_period = Per.MAAND if keys["betaalperiode"].is_absent else Per(keys["betaalperiode"].one_of(_PAY_PERIODS))
    facts = WageFacts(
        zaak=case,
        geboortedatum=keys["geboortedatum"].day(),
        werkpatroon=pattern,
        loon=_wage(keys["loon"], first),
        werkpatroon_wijzigingen=changes,
        bbl=keys["bbl"].flag(absent=False),
        vaste_maandbetaling=keys["vaste_maandbetaling"].flag(absent=True),
        voltijd_uren_per_week=read_fulltime(keys["voltijd_uren_per_week"], weeks),
        cao=_cao(keys["cao"]),
        wachtdagen=0 if keys["wachtdagen"].is_absent else keys["wachtdagen"].whole(0, _most_waiting_days(first)),
        gewerkt=_periods(keys["gewerkt"], lambda node: _worked(node, patterns, changes)),
        vakantie=_periods(keys["vakantie"], _holiday),
        andere_inkomsten=_periods(keys["andere_inkomsten"], _deduction),
        uitkeringen=_periods(keys["uitkeringen"], _deduction),
        opschorting=_periods(keys["opschorting"], _suspension),
        loonstop=_periods(keys["loonstop"], _stop),
        eigen_bedragen=_own_amounts(keys["eigen_bedragen"]),
        betaalperiode=pay_period,
        vier_weken_vanaf=_four_weeks(keys["vier_weken_vanaf"], pay_period),
        reken_tot_en_met=keys["reken_tot_en_met"].day_or_none(),
    )
    spans = [item.span for item in facts.opschorting] + [item.span for item in facts.loonstop]
    check_apart(spans + [item.span for item in facts.vakantie])
    _check_not_before(first, facts)
    return facts


def _most_waiting_days(first: date) -> int:
    return load_law().on(first).days("wachtdagen_hoogstens")


def _four_weeks(node: Node, pay_period: Per) -> date | None:
    """Return a day on which four weeks of pay begin: needed beside that period of pay, and meaning nothing without."""
    if pay_period is Per.VIER_WEKEN and node.is_absent:
        raise refuse(
            _("De sleutel '{sleutel}' ontbreekt.").format(sleutel=node.path),
            _("Vul de eerste dag van een loonperiode van vier weken in. Die staat op de loonstrook."),
        )
    if pay_period is not Per.VIER_WEKEN and not node.is_absent:
        raise refuse(
            _("'{sleutel}' past alleen bij loon dat je per vier weken betaalt.").format(sleutel=node.path),
            _("Haal deze dag weg, of kies bij 'betaalperiode' voor 'vier_weken'."),
        )
    return node.day_or_none()


def _wage(node: Node, first: date) -> tuple[WageRate, ...]:
    rates = tuple(sorted((_rate(item) for item in node.items()), key=lambda rate: rate.van))
    if not rates:
        raise refuse(
            _("Bij '{sleutel}' staat geen enkel bedrag.").format(sleutel=node.path),
            _("Zet er ten minste één met 'van', 'bedrag' en 'per'."),
        )
    for earlier, later in pairwise(rates):
        if earlier.van == later.van:
            raise refuse(
                _("Bij '{sleutel}' staan twee bedragen vanaf {dag}.").format(
                    sleutel=node.path, dag=day_numeric(later.van)
                ),
                _("Laat er één staan, of verbeter een datum."),
            )
    if rates[0].van > first:
        raise refuse(
            _("Bij '{sleutel}' begint het eerste bedrag op {dag}, en dat is na de eerste ziektedag {eerste}.").format(
                sleutel=node.path, dag=day_numeric(rates[0].van), eerste=day_numeric(first)
            ),
            _("Zet het loon erbij dat op de eerste ziektedag gold."),
        )
    return rates


def _rate(node: Node) -> WageRate:
    keys = node.table(("van", "bedrag", "per", "vakantiebijslag_inbegrepen"), needed=("van", "bedrag", "per"))
    return WageRate(
        keys["van"].day(),
        money(keys["bedrag"]),
        Per(keys["per"].one_of((*_PAY_PERIODS, Per.UUR))),
        keys["vakantiebijslag_inbegrepen"].flag(absent=False),
    )


_CAO_KEYS: Final = ("van_week", "tot_en_met_week", "van", "tot_en_met", "percentage", "ook_boven_maximumdagloon")


def _cao(node: Node) -> tuple[CaoRule, ...]:
    rules = [(item.path, _cao_rule(item)) for item in node.items()]
    if any(rule.span is not None for _path, rule in rules) and any(rule.span is None for _path, rule in rules):
        raise refuse(
            _("Bij '{sleutel}' staan weken en datums door elkaar.").format(sleutel=node.path),
            _("Kies voor alle regels 'van_week', of voor alle regels 'van'."),
        )
    check_apart(rule.span for _path, rule in rules if rule.span is not None)
    by_week = sorted(((path, rule) for path, rule in rules if rule.span is None), key=lambda pair: pair[1].van_week)
    for (earlier_path, earlier), (later_path, later) in pairwise(by_week):
        if earlier.tot_en_met_week is None or later.van_week <= earlier.tot_en_met_week:
            raise refuse(
                _("'{later}' begint in week {week}, maar '{eerder}' loopt dan nog.").format(
                    later=later_path, week=later.van_week, eerder=earlier_path
                ),
                _("Elke ziekteweek mag in één regel vallen. Verbeter een van de weken."),
            )
    return tuple(rule for _path, rule in rules)


def _cao_rule(node: Node) -> CaoRule:
    keys = node.table(_CAO_KEYS, needed=("percentage",))
    in_weeks, in_days = not keys["van_week"].is_absent, not keys["van"].is_absent
    loose = keys["tot_en_met" if in_weeks else "tot_en_met_week"]
    if in_weeks == in_days or not loose.is_absent:
        raise refuse(
            _("Bij '{sleutel}' is niet duidelijk wanneer de regel geldt.").format(sleutel=node.path),
            _("Vul 'van_week' in met 'tot_en_met_week', of 'van' met 'tot_en_met'."),
        )
    given = keys["percentage"]
    percent = None if given.value == STATUTORY else percentage(given)
    above = keys["ook_boven_maximumdagloon"].flag(absent=True)
    if in_days:
        return CaoRule(read_span(keys, node.path), 0, None, percent, above)
    longest = _longest_case()
    first = keys["van_week"].whole(1, longest)
    last = None if keys["tot_en_met_week"].is_absent else keys["tot_en_met_week"].whole(first, longest)
    return CaoRule(None, first, last, percent, above)


def _longest_case() -> int:
    """Return the last sick week that can be paid: that of a full loonsanctie."""
    last = load_law().parameters["loonsanctie_uiterlijk"].values[-1].value
    assert isinstance(last, int)
    return week_of(last)


def _periods(node: Node, read: Callable[[Node], _T]) -> tuple[_T, ...]:
    found = [read(item) for item in node.items()]
    check_apart(item.span for item in found)
    return tuple(sorted(found, key=lambda item: item.span.van))


_WORKED_KEYS: Final = (
    "van", "tot_en_met", "uren_per_week", "vorm", "loonwaarde_percentage", "loonwaarde_per_week", "betaling",
)  # fmt: skip


def _worked(node: Node, patterns: Patterns, changes: tuple[PatternChange, ...]) -> Worked:
    keys = node.table(_WORKED_KEYS, needed=("van", "uren_per_week", "vorm"))
    hours, span = hours_of_week(keys["uren_per_week"]), read_span(keys, node.path)
    # A period of work can run through a change of the hours: then the smallest week is the most that can be worked.
    inside = [change.van for change in changes if span.van < change.van and span.holds(change.van)]
    for day in (span.van, *inside):
        week = patterns.uren_per_week(day)
        if hours > week:
            raise refuse(
                _(
                    "Bij '{sleutel}' staat {uren} uur, en dat is meer dan de afgesproken {eigen} uur per week op {dag}."
                ).format(
                    sleutel=keys["uren_per_week"].path,
                    uren=number(hours),
                    eigen=number(week),
                    dag=day_numeric(day),
                ),
                _("Vul alleen de uren in die binnen de eigen werkweek vallen."),
            )
    form = WorkForm(keys["vorm"].one_of(tuple(WorkForm)))
    percent, amount, paid = keys["loonwaarde_percentage"], keys["loonwaarde_per_week"], keys["betaling"]
    if form is WorkForm.ARBEIDSTHERAPEUTISCH:
        for key in (percent, amount):
            if not key.is_absent:
                raise refuse(
                    _("'{sleutel}' past niet bij arbeidstherapeutisch werk: dat heeft geen loonwaarde.").format(
                        sleutel=key.path
                    ),
                    _("Haal de loonwaarde weg, of kies de vorm 'loonwaarde'."),
                )
    elif percent.is_absent == amount.is_absent:
        raise refuse(
            _("Bij '{sleutel}' verwachten we één loonwaarde.").format(sleutel=node.path),
            _("Vul 'loonwaarde_percentage' in, of 'loonwaarde_per_week'."),
        )
    default = WorkPay.ZIEKTELOON if form is WorkForm.ARBEIDSTHERAPEUTISCH else WorkPay.VOLLEDIG
    return Worked(
        span,
        hours,
        form,
        None if percent.is_absent else percentage(percent),
        None if amount.is_absent else money(amount),
        default if paid.is_absent else WorkPay(paid.one_of(tuple(WorkPay))),
        not paid.is_absent,
    )


_HOLIDAY_KEYS: Final = ("van", "tot_en_met")


def _holiday(node: Node) -> Holiday:
    keys = node.table(_HOLIDAY_KEYS, needed=_HOLIDAY_KEYS)
    return Holiday(read_span(keys, node.path))


def _deduction(node: Node) -> Deduction:
    keys = node.table(("van", "tot_en_met", "bedrag", "per"), needed=("van", "bedrag", "per"))
    span = read_span(keys, node.path)
    per = Per(keys["per"].one_of((Per.PERIODE, *_PAY_PERIODS)))
    if per is Per.PERIODE and span.tot_en_met is None:
        raise refuse(
            _("De sleutel '{sleutel}' ontbreekt.").format(sleutel=keys["tot_en_met"].path),
            _("Een bedrag per periode heeft een laatste dag nodig."),
        )
    return Deduction(span, money(keys["bedrag"]), per)


def _suspension(node: Node) -> Suspension:
    keys = node.table(("van", "opgeheven_per", "grond", "meegedeeld_op"), needed=("van", "grond"))
    begins, lifted = keys["van"].day(), keys["opgeheven_per"].day_or_none()
    if lifted is not None and lifted <= begins:
        raise refuse(
            _("Bij '{sleutel}' ligt 'opgeheven_per' {einde} niet na 'van' {begin}.").format(
                sleutel=node.path, einde=day_numeric(lifted), begin=day_numeric(begins)
            ),
            _("'opgeheven_per' is de eerste dag waarop je weer betaalt. Verbeter een van de twee datums."),
        )
    span = Span(begins, None if lifted is None else lifted - ONE_DAY, node.path)
    return Suspension(
        span, keys["grond"].one_of(tuple(SUSPENSION_GROUNDS)), lifted, keys["meegedeeld_op"].day_or_none()
    )


def _stop(node: Node) -> WageStop:
    keys = node.table(("van", "tot_en_met", "grond", "meegedeeld_op"), needed=("van", "grond"))
    return WageStop(
        read_span(keys, node.path), keys["grond"].one_of(tuple(STOP_GROUNDS)), keys["meegedeeld_op"].day_or_none()
    )


def _own_amounts(node: Node) -> tuple[OwnAmount, ...]:
    amounts = [_own_amount(item) for item in node.items()]
    seen: set[tuple[AmountKind, date, int | None]] = set()
    for amount in amounts:
        mark = (amount.soort, amount.van, amount.leeftijd)
        if mark in seen:
            raise refuse(
                _("Bij '{sleutel}' staat '{soort}' vanaf {dag} twee keer.").format(
                    sleutel=node.path, soort=amount.soort, dag=day_numeric(amount.van)
                ),
                _("Laat er één staan."),
            )
        seen.add(mark)
    return tuple(sorted(amounts, key=lambda amount: amount.van))


def _own_amount(node: Node) -> OwnAmount:
    keys = node.table(("bedrag", "van", "waarde", "bron", "leeftijd"), needed=("bedrag", "van", "waarde", "bron"))
    kind, age = AmountKind(keys["bedrag"].one_of(tuple(AmountKind))), keys["leeftijd"]
    if kind is AmountKind.MAXIMUMDAGLOON and not age.is_absent:
        raise refuse(
            _("'{sleutel}' past niet bij het maximumdagloon.").format(sleutel=age.path),
            _("Het maximumdagloon is voor iedereen gelijk. Haal de leeftijd weg."),
        )
    return OwnAmount(
        kind,
        keys["van"].day(),
        money(keys["waarde"]),
        words(keys["bron"]),
        None if age.is_absent else age.whole(1, _full_age() - 1),
    )


def _full_age() -> int:
    age = load_law().parameters["minimumloon_volwassen_leeftijd"].values[-1].value
    assert isinstance(age, int)
    return age


def _check_not_before(first: date, facts: WageFacts) -> None:
    """Refuse work, vakantie, a suspension or a stop before the illness, and a calculation that ends before it."""
    found: tuple[HasSpan, ...] = (*facts.gewerkt, *facts.vakantie, *facts.opschorting, *facts.loonstop)
    begins = [(f"{item.span.path}.van", item.span.van) for item in found]
    if facts.reken_tot_en_met is not None:
        begins.append(("reken_tot_en_met", facts.reken_tot_en_met))
    for path, day in begins:
        if day < first:
            raise refuse(
                _("'{sleutel}' is {dag}, en dat is voor de eerste ziektedag {eerste}.").format(
                    sleutel=path, dag=day_numeric(day), eerste=day_numeric(first)
                ),
                _("Verbeter een van de twee datums."),
            )
