"""Vervroegde IVA: when it can be asked for, and when it begins."""

from datetime import date

from reintegratie_desktop.domain.periods import plus
from reintegratie_desktop.law.book import Rules


def iva_begins(first: date, asked: date, rules: Rules) -> date:
    """Return the first day of a vervroegde IVA: the shortest wachttijd, or later by the day of the request (WIA 66)."""
    shortest = plus(first, rules.days("vervroegde_iva_eerste_uitkering"))
    return max(shortest, plus(asked, rules.days("vervroegde_iva_na_aanvraag")))
