"""The wage during illness as a text a person reads: a table per month and week, notes and sources."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from reintegratie_desktop.domain.wage.amounts import UsedAmount
from reintegratie_desktop.domain.wage.result import CaseWage, Columns, FourWeekRow, MonthRow, PeriodRow, WageResult
from reintegratie_desktop.services.wage import ground_in_words, missing_in_words, what_amounts_hold
from reintegratie_desktop.services.wage_words import OF_AMOUNTS, OF_TOTALS, meaning, words_of_notes
from reintegratie_desktop.text.formatting import day_long, day_month, day_numeric, money, number
from reintegratie_desktop.text.i18n import N_, _

_INDENT: Final = "    "
_HEADS: Final = (
    N_("Uren"), N_("Eigen loon"), N_("Ziekteloon"), N_("Vakantie"), N_("Gewerkt"), N_("Eraf"), N_("Opgeschort"),
    N_("Te betalen"),
)  # fmt: skip
_HOLIDAY: Final = 3
"""The place of the column that is left out when there is no vakantie."""
_NAME_WIDTH: Final = len("30-03 t/m 26-04-2026 ")
_CELL_WIDTH: Final = len(" 100.000,00")
_WIDTH: Final = _NAME_WIDTH + _CELL_WIDTH * len(_HEADS)


def report(result: WageResult) -> Iterator[str]:
    """Yield the lines of a readable report, in the language in use."""
    yield _("Loon bij ziekte, stand op {dag}").format(dag=day_long(result.peildatum))
    for case in result.zaken:
        yield ""
        yield from _case(case, what_amounts_hold(result.feiten))
    if result.bedragen:
        yield ""
        yield _("Bedragen en bronnen")
        for amount in result.bedragen:
            yield from _wrapped(_amount(amount))
    yield ""
    yield from textwrap.wrap(result.afronding, _WIDTH)


def _case(case: CaseWage, amounts_hold: str) -> Iterator[str]:
    yield _("Eerste ziektedag {dag}, klok vanaf {klok}").format(
        dag=day_numeric(case.clock.eerste_ziektedag), klok=day_numeric(case.clock.klok_vanaf)
    )
    yield _("Loon bij ziekte tot en met {dag}").format(dag=day_numeric(case.loon_tot_en_met))
    if not case.is_complete:
        yield _("Berekend tot en met {dag}").format(dag=day_numeric(case.berekend_tot_en_met))
    for gap in case.ontbreekt:
        yield from _wrapped(" ".join(missing_in_words(gap)))
    yield ""
    yield from _table(_("Maand"), case.maanden, case.totaal)
    if case.vier_weken:
        yield ""
        yield from _table(_("Vier weken"), case.vier_weken, case.totaal_vier_weken)
    yield ""
    yield from _table(_("Week"), case.weken, case.totaal_weken)
    yield ""
    yield from textwrap.wrap(amounts_hold, _WIDTH)
    if case.maatregelen:
        yield ""
        yield _("Opschorting en loonstop")
        for measure in case.maatregelen:
            told = _("{dag}: {reden}, {bedrag}.").format(
                dag=day_numeric(measure.van), reden=ground_in_words(measure), bedrag=money(measure.bedrag)
            )
            if measure.nabetaald_op is not None:
                told += " " + _("Alsnog betaald per {dag}.").format(dag=day_numeric(measure.nabetaald_op))
            yield from _wrapped(f"{told} {measure.grondslag}.")
    if case.opmerkingen:
        yield ""
        yield _("Goed om te weten")
        for note in case.opmerkingen:
            yield from _wrapped(f"{note.text} ({note.grondslag})" if note.grondslag else note.text)
    yield ""
    yield _("Wat de woorden betekenen")
    for sentence in meaning(_words(case)):
        yield from _wrapped(sentence)


def _words(case: CaseWage) -> Iterator[str]:
    """Yield the words in the text that ask for an explanation."""
    yield "ziekteloon"
    yield from OF_TOTALS
    yield from (measure.soort for measure in case.maatregelen)
    yield from words_of_notes(note.id for note in case.opmerkingen)
    keys = {amount.key for row in case.maanden for amount in row.used}
    yield from (word for key, words in OF_AMOUNTS.items() if key in keys for word in words)


def _table(name: str, rows: Sequence[PeriodRow], total: Columns) -> Iterator[str]:
    with_holiday = bool(total.loon_vakantie)

    def line(words: str, cells: list[str]) -> str:
        return _line(words, cells if with_holiday else cells[:_HOLIDAY] + cells[_HOLIDAY + 1 :])

    yield line(name, [_(head) for head in _HEADS])
    for row in rows:
        if row.is_blank:
            yield f"{_name(row):<{_NAME_WIDTH}}" + _("niet berekend")
        else:
            mark = "" if row.is_complete else "  " + _("deels berekend")
            yield line(_name(row), _cells(row.columns)) + mark
    yield line(_("Totaal"), _cells(total))


def _name(row: PeriodRow) -> str:
    if isinstance(row, MonthRow):
        _day, _space, month = day_month(row.van.replace(day=1)).partition(" ")
        return f"{month} {row.jaar}"
    if isinstance(row, FourWeekRow):
        begins, last = day_numeric(row.van), day_numeric(row.tot_en_met)
        return _("{van} t/m {tot}").format(van=begins.rpartition("-")[0], tot=last)
    return f"{row.jaar}-W{row.nummer:02d}"


def _cells(columns: Columns) -> list[str]:
    amounts = (
        columns.uren,
        columns.eigen_loon,
        columns.ziekteloon,
        columns.loon_vakantie,
        columns.loon_gewerkt + columns.loon_hersteld,
        columns.aftrek,
        columns.opgeschort - columns.nabetaald,
        columns.te_betalen,
    )
    return [number(amount, decimals=2) for amount in amounts]


def _line(name: str, cells: Sequence[str]) -> str:
    return f"{name:<{_NAME_WIDTH}}" + "".join(f"{cell:>{_CELL_WIDTH}}" for cell in cells)


def _amount(amount: UsedAmount) -> str:
    told = _("{naam} vanaf {dag}: {waarde} {eenheid}. {bron}.").format(
        naam=_(amount.label),
        dag=day_numeric(amount.starts_on),
        waarde=number(amount.value),
        eenheid=amount.unit,
        bron=amount.source,
    )
    if amount.checked_on is None:
        return told + " " + _("Zelf ingevuld.")
    return told + " " + _("Nagekeken op {dag}.").format(dag=day_numeric(amount.checked_on))


def _wrapped(text: str) -> Iterator[str]:
    yield from textwrap.wrap(text, _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT, break_long_words=False)
