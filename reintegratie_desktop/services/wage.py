"""The wage during illness as data for other programs: facts in, rows per month and week out. Nothing is written."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from reintegratie_desktop.domain.wage.amounts import FULLTIME_KEY, UsedAmount
from reintegratie_desktop.domain.wage.calculation import wages
from reintegratie_desktop.domain.wage.facts import STOP_GROUNDS, SUSPENSION_GROUNDS, WageFacts
from reintegratie_desktop.domain.wage.input import read_facts
from reintegratie_desktop.domain.wage.result import (
    COLUMN_NAMES,
    CaseWage,
    Columns,
    FourWeekRow,
    Measure,
    MonthRow,
    NotComputed,
    PeriodRow,
    WageResult,
)
from reintegratie_desktop.law.book import load_law
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _

COLUMN_BASES: Final = {
    "begrensd_loon": "loon_maximum",
    "minimumloon": "loon_minimum",
    "wettelijk_deel": "loon_deel",
    "aanvulling_minimumloon": "loon_minimum",
    "wachtdagen": "loon_wachtdagen",
    "loonstop": "loon_stop",
    "aftrek_uitkeringen": "loon_aftrek",
    "aftrek_inkomsten": "loon_aftrek",
    "loon_vakantie": "loon_vakantie",
    "opgeschort": "loon_opschorting",
    "nabetaald": "loon_opschorting",
}
"""The grondslag of each column that rests on an article; the others are what was agreed or earned."""


def what_amounts_hold(facts: WageFacts) -> str:
    """Return what is in the amounts and what is not, translated."""
    inside = {rate.vakantiebijslag_inbegrepen for rate in facts.loon}
    if inside == {True}:
        return _("Alle bedragen zijn bruto, met vakantiebijslag en zonder werkgeverslasten.")
    if inside == {False}:
        return _("Alle bedragen zijn bruto, zonder vakantiebijslag en zonder werkgeverslasten.")
    return _(
        "Alle bedragen zijn bruto en zonder werkgeverslasten. De vakantiebijslag zit er alleen in als die ook in het "
        "ingevulde loon zit."
    )


def loon(data: Mapping[str, Any], *, today: date) -> WageResult:
    """Return the wage of the cases in `data`, which has the shape of `loon.schema.json`.

    Its `peildatum` goes before `today`; it moves the state of the dates, never an amount.

    Raises:
        KnownError: a key is unknown, a value is of the wrong kind, or the facts cannot be true together.
    """
    facts = read_facts(data)
    return wages(facts, facts.zaak.peildatum or today)


def as_data(result: WageResult) -> dict[str, Any]:
    """Return a result as JSON data: dates ISO, amounts as decimal texts, texts in the language in use."""
    law = load_law()
    return {
        "peildatum": result.peildatum.isoformat(),
        "volledig": result.is_complete,
        "betaalperiode": result.feiten.betaalperiode,
        "toelichting": what_amounts_hold(result.feiten),
        "dossiers": [_case(case) for case in result.zaken],
        "bedragen": [_amount(amount) for amount in result.bedragen],
        "grondslagen": {column: law.basis(key).text for column, key in COLUMN_BASES.items()},
        "afronding": result.afronding,
    }


def missing_in_words(gap: NotComputed) -> tuple[str, str]:
    """Return what misses and how to go on, translated."""
    sentence = _("{naam} van {begin} tot en met {einde} kennen we nog niet.").format(
        naam=gap.missing.name, begin=day_numeric(gap.van), einde=day_numeric(gap.tot_en_met)
    )
    if gap.missing.key == FULLTIME_KEY:
        return sentence, _("Vul ze in bij '{sleutel}', dan rekenen we deze dagen ook.").format(sleutel=FULLTIME_KEY)
    way_out = _(
        "Vul het in bij 'eigen_bedragen' als '{sleutel}' met 'van' {dag}, en zet de bron erbij. "
        "Dan rekenen we deze dagen ook."
    ).format(sleutel=gap.missing.key, dag=gap.missing.starts_on.isoformat())
    if gap.missing.leeftijd is not None:
        way_out += " " + _("Zet er 'leeftijd' {leeftijd} bij.").format(leeftijd=gap.missing.leeftijd)
    return sentence, way_out


def ground_in_words(measure: Measure) -> str:
    """Return the ground of a loonopschorting or loonstop, translated."""
    return _((SUSPENSION_GROUNDS | STOP_GROUNDS)[measure.grond])


def _case(case: CaseWage) -> dict[str, Any]:
    return {
        "eerste_ziektedag": case.clock.eerste_ziektedag.isoformat(),
        "klok_vanaf": case.clock.klok_vanaf.isoformat(),
        "loon_tot_en_met": case.loon_tot_en_met.isoformat(),
        "gevraagd_tot_en_met": case.tot_en_met.isoformat(),
        "berekend_tot_en_met": case.berekend_tot_en_met.isoformat(),
        "volledig": case.is_complete,
        "maanden": [_row(row) for row in case.maanden],
        "vier_weken": [_row(row) for row in case.vier_weken],
        "weken": [_row(row) for row in case.weken],
        "totaal": _columns(case.totaal),
        "totaal_vier_weken": _columns(case.totaal_vier_weken) if case.vier_weken else None,
        "totaal_weken": _columns(case.totaal_weken),
        "ontbreekt": [_gap(gap) for gap in case.ontbreekt],
        "maatregelen": [_measure(measure) for measure in case.maatregelen],
        "opmerkingen": [
            {"id": note.id, "tekst": note.text, "grondslag": note.grondslag or None} for note in case.opmerkingen
        ],
    }


def _row(row: PeriodRow) -> dict[str, Any]:
    return {
        "jaar": row.jaar,
        _name(row): row.nummer,
        "van": row.van.isoformat(),
        "tot_en_met": row.tot_en_met.isoformat(),
        "volledig": row.is_complete,
        "werkdagen": row.werkdagen,
        "ziektedagen": row.ziektedagen,
        "hersteldagen": row.hersteldagen,
        "verlofdagen": row.verlofdagen,
        "vakantiedagen": row.vakantiedagen,
        "dagen_eerste_jaar": row.dagen_eerste_jaar,
        "dagen_niet_berekend": row.dagen_niet_berekend,
        # Zeros of days that were not computed would be read as: nothing is due.
        **(dict.fromkeys(COLUMN_NAMES) if row.is_blank else _columns(row.columns)),
        "bedragen": [amount.id for amount in row.used],
    }


def _name(row: PeriodRow) -> str:
    if isinstance(row, FourWeekRow):
        return "periode"
    return "maand" if isinstance(row, MonthRow) else "week"


def _columns(columns: Columns) -> dict[str, str]:
    return {name: str(getattr(columns, name)) for name in COLUMN_NAMES}


def _gap(gap: NotComputed) -> dict[str, Any]:
    sentence, way_out = missing_in_words(gap)
    return {
        "bedrag": gap.missing.key,
        "leeftijd": gap.missing.leeftijd,
        "vanaf": gap.missing.starts_on.isoformat(),
        "van": gap.van.isoformat(),
        "tot_en_met": gap.tot_en_met.isoformat(),
        "uitleg": f"{sentence} {way_out}",
    }


def _measure(measure: Measure) -> dict[str, Any]:
    return {
        "soort": measure.soort,
        "grond": measure.grond,
        "omschrijving": ground_in_words(measure),
        "van": measure.van.isoformat(),
        "tot_en_met": measure.tot_en_met.isoformat() if measure.tot_en_met else None,
        "bedrag": str(measure.bedrag),
        "nabetaald_op": measure.nabetaald_op.isoformat() if measure.nabetaald_op else None,
        "grondslag": measure.grondslag,
    }


def _amount(amount: UsedAmount) -> dict[str, Any]:
    return {
        "id": amount.id,
        "sleutel": amount.key,
        "naam": _(amount.label),
        "waarde": _plain(amount.value),
        "eenheid": amount.unit,
        "vanaf": amount.starts_on.isoformat(),
        "bron": amount.source,
        "gecontroleerd_op": amount.checked_on.isoformat() if amount.checked_on else None,
        "te_controleren": amount.to_check,
        "zelf_ingevuld": amount.checked_on is None,
    }


def _plain(value: Decimal) -> str:
    return f"{value:f}"
